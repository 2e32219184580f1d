"""Laws of how long reading takes: eight times the length takes about eight times as long, whatever is on the page."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from mkdocs_illustrate.page.article import read_article
from mkdocs_illustrate.page.head import Card, social_tags
from mkdocs_illustrate.page.placement import find_spot

SHORT, LONG = 20_000, 160_000  # characters
LINEAR, QUADRATIC = LONG / SHORT, (LONG / SHORT) ** 2

SOURCES = [
    ("", "A few words. ", ""),
    ("<script>", "</script", ""),
    ("", "<script>", ""),
    ("", "<!-- ", ""),
    ("", "{{ ", ""),
    ("", "`\n\n", ""),
    ("", "~~~~ ", ""),
    ("\n\n", "> ", "x"),
    ("", "[a](", ""),
    ("[", "[a]", ""),
    ("", "![a](x ", ""),
    ("", "++a+", ""),
    ("", ":a", ""),
    ("", "$a ", ""),
    ("", "<code>", ""),
    ("# ", "# ", "x"),
    ("", "- ", "x"),
    ("", ", ", ""),
]

PAGES = [
    ("", "<p>A few words.</p>\n", ""),
    ("", "<p ", ""),
    ("", "<p <", ""),
    ("", "</p", ""),
    ("<p ", 'a="', ">"),
    ("", '<p a="', ""),
    ("<p ", "=", ">"),
    ("", "<!--", ""),
    ("", "<!", ""),
    ("", "<?", ""),
    ("", "<![CDATA[", ""),
    ("", "<!-- illustrate -->", ""),
    ("<p>", "<!-- illustrate --></b>", ""),
    ("", "<div>", ""),
    ("", "<b></i>", ""),
    ("<h1>", "a<b>", ""),
    ("<p>", " <b>", ""),
    ("", "<script>", ""),
    ("<script>", "</script", ""),
    ("<!-- illustrate -->", "</a>  ", "x"),
]

HEADS = [
    ("", "<meta ", "<body>"),
    ("", '<meta content="', "<body>"),
    ("<meta ", "content='' ", "<body>"),
    ("", "</head ", "<body>"),
]

CARD = Card(url="u", kind="image/jpeg", alt="a", width=1, height=1)


def seconds(work: Callable[[str], object], case: tuple[str, str, str], length: int) -> float:
    """Processor time for a page of about that length."""
    above, repeated, below = case
    page = above + repeated * (length // len(repeated)) + below
    began = time.process_time()
    work(page)
    return time.process_time() - began


def grows_linearly(work: Callable[[str], object], case: tuple[str, str, str]) -> bool:
    """Whether the time grows as the page does, by the shortest of three tries; who passes sooner is not tried again.

    Below a hundredth of a second a clock says little.
    """
    short = max(0.01, min(seconds(work, case, SHORT) for _ in range(3)))
    return any(seconds(work, case, LONG) / short < (LINEAR * QUADRATIC) ** 0.5 for _ in range(3))


@pytest.mark.parametrize("case", SOURCES, ids=repr)
def test_reading_an_article_grows_with_its_length(case: tuple[str, str, str]) -> None:
    """No source, however it was put together, takes more than its length in time."""
    assert grows_linearly(lambda source: read_article("a.md", source, {}), case)


@pytest.mark.parametrize("case", PAGES, ids=repr)
def test_finding_a_spot_grows_with_the_page(case: tuple[str, str, str]) -> None:
    """No page, however broken, takes more than its length in time."""
    assert grows_linearly(lambda page: find_spot(page, "end"), case)


@pytest.mark.parametrize("case", HEADS, ids=repr)
def test_tags_for_sharing_grow_with_the_page(case: tuple[str, str, str]) -> None:
    """No head, however broken, takes more than its length in time."""
    assert grows_linearly(lambda page: social_tags(page, CARD), case)
