"""What each figure of a page is about: the page, or the section that it stands after."""

from __future__ import annotations

from typing import Any

import pytest

from mkdocs_illustrate.page.figure_articles import articles
from mkdocs_illustrate.page.wishes import read_wishes
from mkdocs_illustrate.records import Article, PageSource

PAGE = """# Baking

Flour and water.

## The dough

Knead it *well*.

### Resting

Under a cloth.

## The oven {#oven}

- ## no heading
- Hot stones.

```
## The oven
```

> ## The fire

Setext
------

Last words.
"""


def read(wishes: Any, text: str = PAGE, **meta: Any) -> list[Article]:
    """The articles of a page's figures."""
    meta |= {"illustrate": True, "illustrate_with": wishes}
    source = PageSource(page="a.md", text=text, meta=meta)
    return [article for _, _, article in articles(source, read_wishes(meta))]


def about(after: str, **meta: Any) -> Article:
    """The article of a figure after a section."""
    (article,) = read([{"after": after}], **meta)
    return article


@pytest.mark.parametrize(
    ("after", "title", "words"),
    [
        ("The dough", "The dough", "The dough (Baking). Knead it well. Resting. Under a cloth."),
        ("resting", "Resting", "Resting (Baking). Under a cloth."),
        (" The  OVEN ", "The oven", "The oven (Baking). ## no heading Hot stones. The fire"),
        ("Setext", "Setext", "Setext (Baking). Last words."),
    ],
)
def test_a_section(after: str, title: str, words: str) -> None:
    """Its words are from its heading to the next of that level or a higher one, with the page's title for context."""
    article = about(after)
    assert (article.title, article.words) == (title, words)


def test_the_parts_of_a_section() -> None:
    """Its lead and headings are its own; the page's tags are about the page."""
    article = about("The dough", tags=["bread"])
    assert (article.lead, article.headings, article.tags) == ("Knead it well.", ("Resting",), ())
    assert about("Baking", tags=["bread"]).tags == ("bread",)


@pytest.mark.parametrize("after", ["Baking", "Nowhere", "The fire", "no heading"])
def test_no_section(after: str) -> None:
    """The title, a heading that is not there, in a list or in a quote: the figure is about the page."""
    assert about(after) == read({})[0]


def test_a_single_figure_is_about_its_page() -> None:
    """`after` in wishes that are no list only says where it goes."""
    assert read({"after": "The dough"}) == read({})


def test_an_edit_elsewhere() -> None:
    """Nothing outside of a section changes its article, but the page's title."""
    (before,) = read([{"after": "The dough"}])
    other = PAGE.replace("Flour", "Rye").replace("Hot stones", "Gas").replace("Last words", "The end")
    assert read([{"after": "The dough"}], other) == [before]
    assert read([{"after": "The dough"}], PAGE.replace("cloth", "lid")) != [before]


@pytest.mark.parametrize(
    ("wishes", "repeats"),
    [
        ([{}], [0]),
        ([{}, {}, {}], [0, 1, 2]),
        ([{"alt": "a"}, {"prompt": "b"}], [0, 1]),
        ([{"seed": 5}, {}, {"seed": 5}, {"seed": 6}], [0, 1, 2, 3]),
        ([{"after": "The dough"}, {"after": "The oven"}, {"after": "the dough"}, {}], [0, 0, 1, 0]),
        ([{"after": "Nowhere"}, {}], [0, 1]),
    ],
)
def test_figures_about_the_same_words(wishes: list[dict[str, Any]], repeats: list[int]) -> None:
    """Those that need another picture know how many came before them."""
    assert [article.repeat for article in read(wishes)] == repeats


def test_seeds_that_are_wished_for() -> None:
    """They are what they are; the second time it is another one."""
    meta = {"illustrate": True, "illustrate_with": [{"seed": 5}, {}, {"seed": 5}, {"seed": 6}]}
    found = articles(PageSource(page="a.md", text=PAGE, meta=meta), read_wishes(meta))
    assert [wish.seed for _, wish, _ in found] == [5, None, 5 + 7919, 6]
