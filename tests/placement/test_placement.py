"""Laws of where a figure stands. A case is a file beside this one, named after its law."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import markdown
import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser, LexborNode

from mkdocs_illustrate.page.insertion import put_in
from mkdocs_illustrate.page.placement import find_spot, has_section, is_release

CASES = sorted(Path(__file__).parent.glob("*.yml"), key=lambda path: path.stem)
FIGURE = '<figure id="the-figure"></figure>'


def read(path: Path) -> dict[str, Any]:
    """One case; its `source` as MkDocs renders it, unless it brings its own `html`."""
    case: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    if "html" not in case:
        chosen = ["toc", "tables", "fenced_code", *case.get("extensions", [])]
        configs = {name: c for e in chosen if isinstance(e, dict) for name, c in e.items()}
        names = [next(iter(e)) if isinstance(e, dict) else e for e in chosen]
        names = list(dict.fromkeys(names))
        case["html"] = markdown.markdown(case["source"], extensions=names, extension_configs=configs)
    return case


def place(case: dict[str, Any]) -> int:
    """Where the case's page is cut."""
    placement = case.get("placement", "after-first-section")
    spot = find_spot(case["html"], placement, case.get("section"))
    assert spot is not None
    return spot


def around(figure: LexborNode) -> list[str | None]:
    """The elements that hold a figure, as a browser's parser sees it."""
    tags: list[str | None] = []
    node = figure.parent
    while node is not None and node.parent is not None:  # the last one is the document
        tags.append(node.tag)
        node = node.parent
    return tags


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_the_figure_stands_where_the_case_says(path: Path) -> None:
    """A figure stands right before or after what the interface names, white space apart."""
    case = read(path)
    html, spot = case["html"], place(case)
    above, below = html[:spot].rstrip(), html[spot:].lstrip()
    stands = case["stands"]
    shown = f"{above}\n[[FIGURE]]\n{below}"
    assert "after" not in stands or above.endswith(stands["after"]), shown
    assert "before" not in stands or below.startswith(stands["before"]), shown
    assert stands.get("at") != "start" or not above, shown
    assert stands.get("at") != "end" or not below, shown


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_the_page_is_not_written_anew(path: Path) -> None:
    """Without the figure and its line break, each page is what it was, byte for byte."""
    case = read(path)
    html, spot = case["html"], place(case)
    above, figure, below = put_in(html, spot, FIGURE).partition(FIGURE)
    assert figure
    assert html in {above.removesuffix("\n") + below, above + below.removeprefix("\n")}


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_figure_is_inside_nothing(path: Path) -> None:
    """A browser sees the figure as a child of the page itself, and all else as before."""
    case = read(path)
    page = put_in(case["html"], place(case), FIGURE)
    found = LexborHTMLParser(f"<!doctype html><body>{page}").css("figure#the-figure")
    assert [around(figure) for figure in found] == [["body", "html"]]


def test_only_headings_of_the_page_have_sections() -> None:
    """Whether there is such a section, is told by the page's own headings."""
    page = '<h2 id="a">A<a class="headerlink" href="#a">¶</a></h2><ul><li><h3>B</h3></li></ul>'
    assert has_section(page, "a")
    assert not has_section(page, "B")
    assert not has_section(page, "A¶")


HOSTILE = {
    "nested": "<div>" * 20_000,
    "never opened": "<b>" * 20_000 + "</i>" * 20_000,
    "comments": "<!-- illustrate -->" * 5_000,
    "half comments": "<!--" * 20_000,
    "half tags": "<p <" * 20_000,
    "one long line": "<p>" + "word <b>word</b> " * 10_000 + "</p>",
    "headings": "<h2>" * 20_000,
    "entities": "&" * 50_000,
    "attributes": "<p " + 'a="' * 20_000 + ">",
    "declarations": "<!" * 20_000 + "<?" * 20_000 + "<![CDATA[" * 5_000,
    "zero bytes": "<p>\0</p>\0" * 1_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_any_page_has_a_spot(name: str) -> None:
    """However broken a page is, there is a place within it, and it is found."""
    page = HOSTILE[name]
    for placement in ("after-first-section", "after-first-paragraph", "after-title", "end"):
        spot = find_spot(page, placement)
        assert spot is not None
        assert 0 <= spot <= len(page)


def test_the_title_is_the_h1_wherever_it_stands() -> None:
    """A heading above the h1 is not the title."""
    assert find_spot("<h2>a</h2><h1>b</h1><p>c</p>", "after-title") == len("<h2>a</h2><h1>b</h1>")


def test_a_section_without_text_ends_at_once() -> None:
    """A section that another heading follows directly ends before that heading."""
    assert find_spot("<h2>a</h2><h2>b</h2><p>c</p>", "end", "a") == len("<h2>a</h2>")


BROKEN = ["<b class", "</div", '<a href="x>', "<!-- open", "<?php", "<!open"]


@pytest.mark.parametrize("end", BROKEN)
@pytest.mark.parametrize("placement", ["after-first-section", "after-first-paragraph", "after-title", "end"])
def test_no_figure_behind_what_swallows_it(placement: str, end: str) -> None:
    """A tag or comment that never ends takes all that follows with it, so the figure stands before it."""
    for page in (f"<p>a</p>\n{end}", f"<p>a {end}", f"a {end}", end):
        spot = find_spot(page, placement)
        assert spot is not None
        assert spot <= page.index(end)


def test_none_leaves_only_marks() -> None:
    """With `none` a figure has no place but a mark, or a section that was named."""
    page = "<h1>a</h1>\n<p>b</p>\n<h2>c</h2>\n<p>d</p>"
    assert find_spot(page, "none") is None
    assert find_spot(page, "none", "c") == len(page)
    assert find_spot(f"{page}\n<!-- illustrate -->", "none") == len(page) + 1


def test_the_second_figure_goes_to_the_second_mark() -> None:
    """Several figures go to several marks in their order; the last mark takes the rest."""
    page = "<!-- illustrate -->\n<p>a</p>\n<!-- illustrate -->"
    spots = [find_spot(page, "end", None, number) for number in (1, 2, 3)]
    assert spots == [0, page.rindex("<!--"), page.rindex("<!--")]


@pytest.mark.parametrize(
    ("heading", "release"),
    [
        ("1.2", True), ("v2.0.0rc1", True), ("[1.2.0] - 2024-05-01", True), ("Version 3.1", True), ("2024-05-01", True),
        ("May 4, 2024", True), ("4. Mai 2024", True), ("[Unreleased]", True), ("9.5.0 (May 4th, 2024)", True),
        ("1.2.0¶", True), ("1.1 Getting started", False), ("3 ways", False), ("Version control", False),
        ("In 2024", False), ("Python 3.12", False), ("", False), ("1. Install", False), ("1.2 " + "2024 " * 400, False),
    ],
)  # fmt: skip
def test_headings_of_releases(heading: str, release: bool) -> None:
    """A version or a date alone; a numbered section is none."""
    assert is_release(heading) is release
