"""Where a picture is: in the portfolio, then in the cache. What is kept and what is replaced."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeGuard

from ..errors import BadAnswer, ConfigError, PictureGone, StoreError
from ..files import sweep
from ..pictures.decoding import check, measure
from ..records import Picture, Recipe
from ..settings import ImageSettings
from ..store.portfolio import Portfolio
from .cache_entries import CacheEntries
from .candidate_list import Candidates
from .keys import text_key
from .locks import briefly_locked

_DRAWN = ".svg"
PICTURED = ("prompt", "alt", "caption", "brief", "draft")
_FURTHER = re.compile(r"(.+)\.([2-9]|[1-9]\d)", re.ASCII)


def number_of(place: str) -> tuple[str, int]:
    """The page, without its ending, and the number of the figure whose recipe has this place: `blog/cities.2`."""
    further = _FURTHER.fullmatch(place)
    return (further[1], int(further[2])) if further else (place, 1)


def page_at(place: str) -> str:
    """The page for which the recipe of a place was made."""
    return f"{number_of(place)[0]}.md"


def is_drawing(recipe: Recipe | None) -> TypeGuard[Recipe]:
    """Whether a recipe says what is drawn, instead of naming a picture."""
    return recipe is not None and not recipe.file and recipe.provider == ImageSettings().provider


def figure_at(place: str) -> tuple[str, int]:
    """A page and a number under which the recipe of a place is found, whatever figure it was made for."""
    return f"{place}.md", 1


@dataclass(frozen=True, slots=True)
class Kept:
    """What the portfolio has for a figure."""

    recipe: Recipe | None = None
    whole: bool = False
    """The recipe's picture lies beside it."""
    trouble: str = ""
    """One line: what is wrong with either."""

    @property
    def lacks(self) -> bool:
        """There is nothing, and nothing that can't be read."""
        return self.recipe is None and not self.trouble


def as_pictured(recipe: Recipe) -> Recipe:
    """The recipe with the words of the picture that is there, where newer ones wait for another."""
    known = {name: recipe.pictured[name] for name in PICTURED if isinstance(recipe.pictured.get(name), str)}
    first = recipe.pictured.get("written")
    if isinstance(first, Mapping):
        known["written"] = first
    return replace(recipe, **known, pictured={}, waits={}) if known else recipe


class Library(CacheEntries):
    """The pictures of one site: the portfolio in front of the cache."""

    def __init__(self, portfolio: Path | None, cache: Path) -> None:
        super().__init__(cache)
        self.candidates = Candidates(self, cache)
        self._portfolio = Portfolio(portfolio) if portfolio else None

    def begin(self) -> None:
        """Another round over the pages of the site."""
        if self._portfolio is not None:
            self._portfolio.begin()

    @property
    def keeps(self) -> bool:
        """Whether there is a portfolio."""
        return self._portfolio is not None

    def check_keeps(self, trouble: str) -> None:
        """Whether something may be kept for a figure in whose place there is that trouble."""
        if self._portfolio is None:
            raise ConfigError("option 'portfolio': there is none to keep anything in")
        if trouble:  # what can't be read may well be paid for
            raise StoreError(trouble)

    def recipe_path(self, page: str, number: int) -> Path | None:
        """Where a figure's recipe lies, or would lie."""
        return self._portfolio.path(page, number) if self._portfolio else None

    def shown(self, path: Path) -> str:
        """A file of the portfolio, as people see it beside mkdocs.yml."""
        return path.relative_to(self._portfolio.folder.parent).as_posix() if self._portfolio else path.name

    def orphans(self, is_page: Callable[[str], bool]) -> Iterator[str]:
        """The places of recipes whose page is gone: `blog/cities`. `is_page` knows pages by name, without an ending."""
        for place in self._portfolio.names() if self._portfolio else ():
            page, _ = number_of(place)  # `a.2` is of `a.2.md`, or the second one of `a.md`
            if not (is_page(place) or is_page(page)):
                yield place

    def pictured(self, digests: Collection[str]) -> Iterator[tuple[str, Recipe]]:
        """The recipes, by their places, whose pictures have these bytes."""
        return self._portfolio.pictured(digests) if self._portfolio else iter(())

    def files(self, page: str, number: int, recipe: Recipe) -> list[Path]:
        """The files of a recipe, the recipe last; StoreError if they lie elsewhere."""
        return self._portfolio.files(page, number, recipe) if self._portfolio else []

    def kept_at(self, place: str) -> Kept:
        """What lies at a place of the portfolio: `blog/cities`."""
        return self.kept(*figure_at(place))

    def kept(self, page: str, number: int) -> Kept:
        """The recipe of a figure, and whether its picture is there. The picture is not read."""
        if self._portfolio is None:
            return Kept()
        recipe = None
        try:
            recipe = self._portfolio.read(page, number)
            if recipe is not None and not recipe.file:  # a brief that waits, or a drawing that somebody picked
                return Kept(recipe)
            if recipe is not None:
                self._portfolio.look(page, number, recipe)
        except PictureGone:
            return Kept(recipe)
        except StoreError as error:
            return Kept(trouble=str(error))
        return Kept(recipe, whole=recipe is not None)

    def kept_picture(self, page: str, number: int, recipe: Recipe) -> Picture:
        """A kept picture; decoded only if it is not the one that the recipe knows. Its own numbers count."""
        data = self._kept_bytes(page, number, recipe)
        sha256 = hashlib.sha256(data).hexdigest()
        drawing = recipe.file.endswith(_DRAWN)
        try:
            if not (recipe.width and recipe.height and recipe.sha256 == sha256):
                return check(data, drawing=drawing)
            own = measure(data, drawing=drawing)
            return Picture(data=data, media_type="", width=own.width, height=own.height, sha256=sha256)
        except BadAnswer as error:
            raise StoreError(f"the portfolio's {recipe.file}: {error}; restore it") from None

    def keep(
        self, page: str, number: int, recipe: Recipe, picture: Picture, ending: str, *, old: Recipe | None
    ) -> Recipe:
        """Write a picture and its recipe; the `old` one becomes a candidate. StoreError says why not."""
        shelf = self._shelf()
        if old is not None:
            self.keep_as_candidate(page, number, old)
        with self._alone():
            return shelf.write(page, number, recipe, picture.data, ending)

    def keep_bare(self, page: str, number: int, recipe: Recipe, *, old: Recipe | None) -> Recipe:
        """The same for a recipe without a picture."""
        shelf = self._shelf()
        if old is not None:
            self.keep_as_candidate(page, number, old)
        with self._alone():
            return shelf.write_bare(page, number, recipe)

    def move(self, place: str, page: str, number: int, change: Callable[[Recipe], Recipe]) -> Kept:
        """Put what lies at a place of the portfolio where a figure has it; the recipe may be mended on the way."""
        if self._portfolio is not None:
            self._portfolio.move(figure_at(place), (page, number), change)
            self.candidates.move(figure_at(place), (page, number))
        return self.kept(page, number)

    def change(self, page: str, number: int, change: Callable[[Recipe], Recipe]) -> Recipe:
        """Write a recipe anew whose picture stays; what others wrote into it meanwhile is kept."""
        shelf = self._shelf()
        with self._alone():
            recipe = change(shelf.read(page, number) or Recipe())
            shelf.note(page, number, recipe)
        return recipe

    def _alone(self) -> AbstractContextManager[None]:
        """While a recipe is read and written anew, no other process does the same."""
        return briefly_locked(self._folder / "locks" / "recipes.lock")

    def keep_as_candidate(self, page: str, number: int, recipe: Recipe) -> None:
        """Let a picture of the portfolio go on in the cache, as a candidate and under its key."""
        recipe = as_pictured(recipe)
        key = recipe.key or text_key(recipe.sha256)
        try:
            picture = check(self._kept_bytes(page, number, recipe), drawing=recipe.file.endswith(_DRAWN))
            self.candidates.add(page, number, recipe, picture)
            if not self.has_picture(key):
                self.put_picture(key, picture)
        except (BadAnswer, StoreError, TypeError):
            return  # no picture, or a key that people edited: git still has it

    def _kept_bytes(self, page: str, number: int, recipe: Recipe) -> bytes:
        return self._shelf().picture(page, number, recipe)

    def _shelf(self) -> Portfolio:
        if self._portfolio is None:
            raise StoreError("there is no portfolio")
        return self._portfolio

    def close(self) -> None:
        """Let go of the cache, if it was opened; what killed builds left half-written goes."""
        for folder in (self._folder, *([self._portfolio.folder] if self._portfolio else [])):
            sweep(folder)
        self.let_go()
        self._cache = None
