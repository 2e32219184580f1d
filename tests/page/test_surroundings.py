"""The words around a figure are those that its reader sees there."""

from __future__ import annotations

import pytest

from mkdocs_illustrate.page.surroundings import Surroundings, surroundings

PAGE = """# Baking

Flour and water.

Salt, too.

And a *night*.

## The dough

Knead it.

## The oven

Hot stones.
"""


@pytest.mark.parametrize(
    ("after", "around"),
    [
        (None, Surroundings(("Salt, too.", "And a night."), "The dough", "Knead it.")),
        ("the dough", Surroundings(("Knead it.",), "The oven", "Hot stones.")),
        ("The oven", Surroundings(("Hot stones.",))),
        ("No such heading", Surroundings(("Salt, too.", "And a night."), "The dough", "Knead it.")),
    ],
)
def test_what_stands_around(after: str | None, around: Surroundings) -> None:
    """The last paragraphs of the section that a figure stands below, and how the page goes on."""
    assert surroundings(PAGE, after) == around


def test_a_page_without_words() -> None:
    """There is nothing around a figure that stands alone."""
    assert surroundings("") == Surroundings()
