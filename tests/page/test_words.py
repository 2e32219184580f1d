"""Laws of what an article's own words are. A case is a file in `words/`, named after its law."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from mkdocs_illustrate.page.article import MOST_CHARACTERS, read_article
from mkdocs_illustrate.records import Article

CASES = sorted((Path(__file__).parent / "words").glob("*.yml"), key=lambda path: path.stem)


def read(path: Path) -> dict[str, Any]:
    """One case: a source, its words, sources with the same words, and some with others."""
    case: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return case


def article(source: str, page: str = "page.md", **meta: object) -> Article:
    """A page as it is read, its front matter already apart."""
    return read_article(page, source, meta)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_words(path: Path) -> None:
    """The words of an article are what a reader reads, white space folded."""
    case = read(path)
    assert article(case["source"]).words == case["words"].strip()


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_an_edit_of_markup_changes_no_word(path: Path) -> None:
    """What is no word of the article can be edited without making its picture stale."""
    case = read(path)
    words = article(case["source"]).words
    for edited in case.get("same", ()):
        assert edited != case["source"]
        assert article(edited).words == words


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_an_edit_of_words_changes_them(path: Path) -> None:
    """A changed word is a changed article."""
    case = read(path)
    words = article(case["source"]).words
    for edited in case.get("differs", ()):
        assert article(edited).words != words


TITLES = [
    ("# From the page", "a.md", {"title": "From the  front\nmatter"}, "From the front matter"),
    ("# From the page", "a.md", {"title": "\u200b \u202e"}, "From the page"),
    ("# From the page", "a.md", {"title": ["no", "title"]}, "From the page"),
    ("# From the page", "a.md", {"title": True}, "From the page"),
    ("Text.", "a.md", {"title": 1984}, "1984"),
    ("# Use `mkdocs.yml`", "a.md", {}, "Use mkdocs.yml"),
    ("# Use <code>mkdocs.yml</code>", "a.md", {}, "Use mkdocs.yml"),
    ("# Closed # ##", "a.md", {}, "Closed #"),
    ("# With *stress* and [a link](b.md) { #id .c }", "a.md", {}, "With stress and a link"),
    ("# C# and F#", "a.md", {}, "C# and F#"),
    ("Underlined\n===\n\nText.", "a.md", {}, "Underlined"),
    ("## Lower\n\n# Title", "a.md", {}, "Title"),
    ("```\n# In code\n```\n\n# Title", "a.md", {}, "Title"),
    ("<!-- # In a comment -->\n\n# Title", "a.md", {}, "Title"),
    ("## Only a lower heading", "guide/first-steps.md", {}, "First steps"),
    ("", "guide/my_API-notes.md", {}, "my API notes"),
    ("", "index.md", {}, "Home"),
    ("", "blog/index.md", {}, "Blog"),
    ("", "guide/README.md", {}, "Guide"),
    ("", "---.md", {}, "Page"),
    ("", "日本.md", {}, "日本"),
]


@pytest.mark.parametrize(("source", "page", "meta", "title"), TITLES)
def test_titles(source: str, page: str, meta: dict[str, object], title: str) -> None:
    """A title is the front matter's, else the first h1, code and all, else the file's name."""
    assert read_article(page, source, meta).title == title


def test_the_lead_is_a_paragraph() -> None:
    """The lead is the first paragraph, not a heading, whatever the heading ends with."""
    assert article("# T\n\n## A question?\n\n## A sentence.\n\nThe lead.\n\nMore.").lead == "The lead."


def test_tags_are_the_readable_ones() -> None:
    """Tags are text; whatever else stands among them is left out."""
    assert article("", tags=["one", 2, None, ["three"], " four "]).tags == ("one", "four")
    assert article("", tags="one").tags == ()
    assert article("", tags={"one": 1}).tags == ()


def test_categories_are_tags() -> None:
    """A blog's categories count as tags, each word once, as a list or as one text."""
    assert article("", tags=["a"], categories=["b", "a", 3]).tags == ("a", "b")
    assert article("", categories="Slow travel").tags == ("Slow travel",)
    assert article("", categories=["  "]).tags == ()
    assert article("", categories={"b": 1}).tags == ()


def test_a_book_is_cut_at_a_word() -> None:
    """Of a very long page the beginning is read, up to a whole word."""
    words = article("word " * 100_000).words
    assert len(words) <= MOST_CHARACTERS
    assert words.endswith("word")


def test_only_a_book_is_cut() -> None:
    """A page of the longest length that is read is read whole, one of a letter more loses its last word."""
    whole = "T. " + "a" * (MOST_CHARACTERS - 5) + " b"
    assert article(whole[3:], title="T.").words == whole
    assert article(f"{whole[3:]}b", title="T.").words == whole.removesuffix(" b")


def test_of_a_huge_page_the_start_is_read() -> None:
    """Headings of a generated reference are read up to half a million characters, its title up to two hundred."""
    read = article("## a\n" + "." * 499_990 + "\n## bcd")
    assert read.headings == ("a", "b")
    assert article("", title="t" * 201).title == "t" * 200


def test_a_page_is_in_english_unless_it_is_said() -> None:
    """The language is the one that is given."""
    assert read_article("a.md", "", {}).language == "en"
    assert read_article("a.md", "", {}, "it").language == "it"


def test_nothing_unseen_is_a_word() -> None:
    """Control characters, bidi overrides and lone surrogates are no words."""
    read = article("# T\x00\n\na\u202eb\x1b[31m c\ud800 d\ufeff\x85e")
    assert all(c.isprintable() for c in read.words)
    assert article("# T\n\ncafe\u0301").words == article("# T\n\ncaf\u00e9").words


HOSTILE = {
    "dashes": "-" * 100_000 + "x",
    "dashes apart": "- " * 50_000 + "x",
    "underscores": "a" + "_" * 100_000 + "b",
    "stars": "*" * 100_000 + "a",
    "backticks": "`" * 100_000,
    "backticks of all lengths": " ".join("`" * n for n in range(1, 400)),
    "a tick a paragraph": "`\n\n" * 30_000,
    "spaces in a heading": "# a" + " " * 100_000 + "x",
    "number signs": "# " + "# " * 50_000 + "x",
    "a long word between colons": ":" + "a" * 100_000,
    "colons": ":a" * 50_000,
    "open brackets": "[" * 100_000,
    "open images": "![" * 50_000,
    "half links": "[a](" * 25_000,
    "half images": "![a](x " * 15_000,
    "nested links": "[a](" * 10_000 + ")" * 10_000,
    "pairs in an open bracket": "[" + "[a]" * 30_000,
    "pairs in an open parenthesis": "[a](" + "(b)" * 30_000,
    "open tags": "<a " * 30_000,
    "open code tags": "<code>" * 15_000,
    "open comments": "<!--" * 25_000,
    "open macros": "{{" * 50_000,
    "open attributes": "{.a" * 30_000,
    "open scripts": "<script>" * 12_000,
    "half closed scripts": "<script></script" * 6_000,
    "scripts that are half closed": "<script>" + "</script" * 12_000,
    "prices": "$a " * 30_000,
    "keys": "++a" * 30_000,
    "quotes": "> " * 50_000,
    "pipes": "|" * 100_000 + "x",
    "colons and pipes": ":|" * 50_000 + "x",
    "tabs": "\t" * 100_000 + "x",
    "backslashes": "\\" * 100_000,
    "entities": "&amp;" * 20_000 + "&" * 20_000,
    "addresses": "https://" * 12_000,
    "lengthening letters": "İ" * 50_000 + "<SCRIPT>x</SCRIPT>",
    "combining marks": "a" + "\u0301" * 100_000,
    "a sentence without spaces": "字" * 100_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_any_text_is_read(name: str) -> None:
    """However a page was put together, reading it ends, and soon."""
    assert len(article(HOSTILE[name]).words) <= MOST_CHARACTERS
