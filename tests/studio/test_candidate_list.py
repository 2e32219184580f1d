"""Candidates: numbered once, kept in the cache, lost to nobody."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from mkdocs_illustrate.errors import StoreError, UnknownCandidate
from mkdocs_illustrate.records import Recipe
from mkdocs_illustrate.studio.candidate_list import numbered
from mkdocs_illustrate.studio.library import Library

from .small_site import SmallSite, painted

RECIPE = Recipe(prompt="A boat", alt="A boat", provider="openai", key="0" * 32, cost=0.04)


@pytest.fixture
def library(small: SmallSite) -> Library:
    """A library with a portfolio."""
    return small.library()


def test_a_number_is_given_once(library: Library) -> None:
    """Candidates count up; the same picture keeps its number, and brings the words that it has by now."""
    first = library.candidates.add("a.md", 1, RECIPE, painted("first"))
    second = library.candidates.add("a.md", 1, RECIPE, painted("second"))
    again = library.candidates.add("a.md", 1, replace(RECIPE, alt="A ship"), painted("first"))
    assert (first.number, second.number, again.number) == (1, 2, 1)
    assert [(c.number, c.recipe.alt) for c in library.candidates.of("a.md", 1)] == [(1, "A ship"), (2, "A boat")]
    assert first.price == 0.04
    assert library.candidates.of("a.md", 2) == library.candidates.of("b.md", 1) == ()


def test_a_number_is_not_given_again(library: Library) -> None:
    """After all were pruned, the next one has a number of its own: somebody may have written the old one down."""
    for name in ("first", "second"):
        library.candidates.add("a.md", 1, RECIPE, painted(name))
    library.candidates.drop("a.md", 1)
    assert library.candidates.of("a.md", 1) == ()
    assert library.candidates.add("a.md", 1, RECIPE, painted("third")).number == 3
    library.candidates.drop("a.md", 1)
    library.candidates.move(("a.md", 1), ("b.md", 1))
    assert library.candidates.add("b.md", 1, RECIPE, painted("first")).number == 4


def test_a_candidate_has_its_picture(library: Library) -> None:
    """The very bytes come back; one whose picture is gone is named, and stays numbered."""
    candidate = library.candidates.add("a.md", 1, RECIPE, painted("first"))
    assert library.candidates.picture(candidate).data == painted("first").data
    library.put_aside(candidate.key)
    with pytest.raises(StoreError, match="candidate 1 is no longer in the cache"):
        library.candidates.picture(candidate)
    assert [c.number for c in library.candidates.of("a.md", 1)] == [1]


def test_an_unknown_number(library: Library) -> None:
    """What there is, is named."""
    with pytest.raises(UnknownCandidate, match="no candidate 3; it has none"):
        numbered((), 3, "a.md")
    there = (library.candidates.add("a.md", 1, RECIPE, painted("x")),)
    with pytest.raises(UnknownCandidate, match="there are 1"):
        numbered(there, 3, "a.md")


@pytest.mark.parametrize(
    "note",
    [
        "no mapping",
        {"number": 1},
        {"number": 0, "recipe": {"sha256": "a" * 64}},
        {"number": True, "recipe": {"sha256": "a" * 64}},
        {"number": 1, "recipe": {"sha256": "../../x"}},
        {"number": 1, "recipe": {"sha256": "a" * 64, "width": "wide"}},
        {"number": 1, "recipe": []},
    ],
)
def test_notes_of_garbage(small: SmallSite, library: Library, note: object) -> None:
    """A cache folder may come from anywhere: what does not read is passed over, and the others stay."""
    good = library.candidates.add("a.md", 1, RECIPE, painted("first"))
    (key,) = (path.stem for path in (small.cache / "locks").glob("*.lock"))
    library.put_listed(key, [note, *library.listed(key)])
    assert library.candidates.of("a.md", 1) == (good,)
    assert library.candidates.add("a.md", 1, RECIPE, painted("second")).number == 2


def test_what_is_replaced_becomes_a_candidate(library: Library) -> None:
    """With its old recipe, and the bytes that lay in the portfolio."""
    old = library.keep("a.md", 1, RECIPE, painted("first"), "png", old=None)
    library.keep("a.md", 1, replace(RECIPE, key="1" * 32), painted("second"), "png", old=old)
    (candidate,) = library.candidates.of("a.md", 1)
    assert candidate.recipe == replace(old, file="", width=64, height=48)
    assert library.candidates.picture(candidate).data == painted("first").data


_ADD = """
import sys
from pathlib import Path
from mkdocs_illustrate.records import Recipe
from mkdocs_illustrate.studio.library import Library
from tests.studio.small_site import painted
library = Library(None, Path(sys.argv[1]))
for number in range(20):
    library.candidates.add("a.md", 1, Recipe(key=sys.argv[2]), painted(f"{sys.argv[2]} {number}"))
library.close()
"""


def test_two_processes_add_at_once(tmp_path: Path) -> None:
    """Neither loses what the other noted, and no number is given twice."""
    command = [sys.executable, "-c", _ADD, str(tmp_path)]
    both = [subprocess.Popen([*command, digit * 32]) for digit in "01"]
    assert [process.wait() for process in both] == [0, 0]
    library = Library(None, tmp_path)
    found = library.candidates.of("a.md", 1)
    assert [candidate.number for candidate in found] == list(range(1, 41))
    assert {candidate.recipe.key for candidate in found} == {"0" * 32, "1" * 32}
    library.close()


def test_a_page_moves(library: Library) -> None:
    """Its candidates go along under their numbers, from wherever its recipe lay; those that are there keep theirs."""
    for figure in (("a.md", 2), ("b.md", 1)):
        library.candidates.add(*figure, RECIPE, painted("first"))
        library.candidates.add(*figure, replace(RECIPE, key="1" * 32), painted("second"))
    library.candidates.move(("a.2.md", 1), ("c.md", 1))
    assert ([c.number for c in library.candidates.of("c.md", 1)], library.candidates.of("a.md", 2)) == ([1, 2], ())
    library.candidates.add("d.md", 1, RECIPE, painted("first"))
    library.candidates.add("d.md", 1, RECIPE, painted("third"))
    library.candidates.move(("b.md", 1), ("d.md", 1))
    assert [(c.number, c.recipe.key[0]) for c in library.candidates.of("d.md", 1)] == [(1, "0"), (2, "0"), (4, "1")]
