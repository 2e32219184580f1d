"""Recipes whose page is gone, and the new pages that have their words: a moved page takes its picture along."""

from __future__ import annotations

import posixpath
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import NamedTuple, Protocol

from ..page.substance import drift, same_title, sample, sketch
from ..records import Article, PageSource, Recipe
from .keys import text_key
from .library import Kept, Library, number_of, page_at

Figure = tuple[Article, int]
"""What a figure is about, and its number on its page."""
_SAME = 0.1  # share of the words that may be others where the title is another, too


class AllPages(Protocol):
    """The pages of a site, as far as they concern recipes whose page is gone."""

    def is_page(self, name: str) -> bool:
        """Whether there is such a page, shown or not; it is named without its ending."""

    def sources(self) -> Iterable[PageSource]:
        """The pages that may want a figure, read anew."""


@dataclass(frozen=True, slots=True)
class Moved:
    """Where the recipe of a figure lies since its page has moved."""

    place: str
    """Below the portfolio, without its ending: `blog/cities`."""
    kept: Kept

    @property
    def page(self) -> str:
        """The page that it was made for."""
        return page_at(self.place)


@dataclass(slots=True)
class MovedPages:
    """Looks for new figures' recipes among those whose page is gone, once in a round over the site.

    All new figures are looked at together, so that of two that are alike the right one gets the picture.
    """

    library: Library
    tolerance: float
    new_figures: Callable[[Iterable[PageSource]], Iterator[Figure]]
    """The figures of some pages that have no recipe."""
    _pages: AllPages | None = field(default=None, init=False)
    _orphans: dict[str, Kept] | None = field(default=None, init=False)
    _by_word: dict[str, list[str]] = field(default_factory=dict, init=False)
    _taken: dict[tuple[str, int], Moved | None] = field(default_factory=dict, init=False)

    def begin(self, pages: AllPages | None) -> None:
        """Another round; without pages nothing is known to be gone."""
        self._pages, self._orphans, self._taken = pages, None, {}

    def find(self, article: Article, number: int) -> Moved | None:
        """The recipe that a figure without one takes along; each goes with one figure only."""
        if self._orphans is None:
            self._orphans = self._read()
            if self._orphans and self._pages:
                self._give(self.new_figures(self._pages.sources()))
        if self._orphans and (article.page, number) not in self._taken:  # flagged by a folder's default
            self._give([(article, number)])
        return self._taken.get((article.page, number))

    def left(self) -> list[str]:
        """The places of recipes that no page has, and none takes along."""
        places = self.library.orphans(self._pages.is_page) if self._pages else ()
        gone = {moved.place for moved in self._taken.values() if moved}
        return [place for place in places if place not in gone]

    def _read(self) -> dict[str, Kept]:
        """The orphans that can be read, and an index of them by their words."""
        places = self.library.orphans(self._pages.is_page) if self._pages else ()
        orphans = {place: kept for place in places if (kept := self.library.kept_at(place)).recipe}
        self._by_word = defaultdict(list)
        for place, kept in orphans.items():
            for word in _words(kept.recipe) if kept.recipe else ():
                self._by_word[word].append(place)
        return orphans

    def _give(self, figures: Iterable[Figure]) -> None:
        """Each recipe to the figure whose words are nearest."""
        found = []
        for article, number in figures:
            self._taken[article.page, number] = None
            found += [(match, article.page, number) for match in self._matches(article, number)]
        gone = {moved.place for moved in self._taken.values() if moved}
        for match, page, number in sorted(found):
            if match.place not in gone and self._taken[page, number] is None:
                gone.add(match.place)
                self._taken[page, number] = Moved(match.place, self._under(match))

    def _matches(self, article: Article, number: int) -> Iterator[_Match]:
        """The recipes that may be an article's."""
        now, hashed = sketch(article.words), text_key(article.words)
        words = {*sample(now), hashed}
        shared = Counter(place for word in words for place in self._by_word.get(word, ()))
        for place, count in shared.items():
            recipe = self._orphan(place)
            same_words = recipe.article == hashed
            if not same_words and count < (1 - self.tolerance) * len(words) / 2:  # most others, without a closer look
                continue
            same = same_title(recipe.title, article.title)
            moved = 0.0 if same_words else _least(recipe, now) if self.tolerance else None
            if moved is not None and moved <= (self.tolerance if same else min(_SAME, self.tolerance)):
                stem, of_page = number_of(place)
                other_name = posixpath.basename(stem) != posixpath.basename(posixpath.splitext(article.page)[0])
                yield _Match(moved, "" if same else article.title, of_page != number, other_name, place)

    def _orphan(self, place: str) -> Recipe:
        return (self._orphans or {})[place].recipe or Recipe()

    def _under(self, match: _Match) -> Kept:
        """A recipe as it goes along: under the page's new title, where that is another."""
        kept, recipe = (self._orphans or {})[match.place], self._orphan(match.place)
        return replace(kept, recipe=replace(recipe, title=match.title)) if match.title else kept


class _Match(NamedTuple):
    """How near a recipe is to an article; the nearest is the least."""

    moved: float
    title: str
    """The article's, where it is another than the recipe's."""
    other_number: bool
    other_name: bool
    place: str


def _words(recipe: Recipe) -> set[str]:
    """What a recipe is found by: the words of its sketches, and the hash of all of them, which the oldest have."""
    return {*sample(recipe.sketch), *sample(recipe.seen), recipe.article}


def _least(recipe: Recipe, now: str) -> float | None:
    """How far words are from those that a recipe knows: of its picture, or of the page as it was seen later."""
    known = [moved for words in (recipe.sketch, recipe.seen) if (moved := drift(words, now)) is not None]
    return min(known, default=None)
