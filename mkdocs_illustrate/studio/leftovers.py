"""What no page needs any more: recipes whose page is gone, candidates, sizes of pictures that are gone, half files.

What a recipe of a page names is needed, whether or not the page is flagged today. Nothing behind a link is looked at,
and whatever somebody else took away meanwhile is as good as taken away.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from ..errors import StoreError
from ..files import half_written, sweep_empty
from ..models.protocols import ImageModel
from .hanging import Hanging
from .keys import order_key
from .library import figure_at, page_at
from .picked_drawings import drawing_orders
from .plans import FigurePlan

_SETTLED = 3600.0  # seconds; what is younger may be in use by a build that began before us

Kind = Literal["orphan", "candidate", "half-written", "sizes"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Leftover:
    """One thing that can go: files that belong together."""

    kind: Kind
    name: str
    """What people call it: a page, or a folder."""
    size: int
    """In bytes."""
    files: tuple[Path, ...] = ()
    figure: tuple[str, int] | None = None
    """Of candidates: whose they are. They lie in the cache, under no name of their own."""
    count: int = 0


@dataclass(frozen=True, slots=True)
class Leftovers:
    """Finds them, and takes them away."""

    hanging: Hanging
    painter: ImageModel
    schemes: tuple[str, ...]
    folders: tuple[Path, ...]
    """Portfolio and cache."""

    def all(self, plans: Sequence[FigurePlan], orphans: Iterable[str]) -> Iterator[Leftover]:
        """All that the figures of a site do not need; `orphans` are the places of recipes whose page is gone."""
        gone = tuple(orphans)
        yield from self._orphans(gone)
        figures = [(plan.name, plan.kept_as) for plan in plans] + [(page_at(place), figure_at(place)) for place in gone]
        for name, figure in figures:
            yield from self._candidates(name, figure)
        yield from self._half_written()
        yield from self._sizes({folder for plan in plans for folder in self.hanging.folders(plan, self._drawn(plan))})

    def _drawn(self, plan: FigurePlan) -> list[str]:
        """The keys of the drawings that stand, or would stand in, for a figure."""
        return [order_key(order) for order in drawing_orders(plan, self.schemes, self.painter)]

    def _orphans(self, places: Iterable[str]) -> Iterator[Leftover]:
        """Recipes of these places, with their pictures; what does not read as a recipe of ours is left alone."""
        library = self.hanging.library
        for place in places:
            recipe = library.kept_at(place).recipe
            if recipe is not None and (recipe.key or recipe.brief):
                with contextlib.suppress(StoreError):
                    yield _leftover("orphan", page_at(place), library.files(*figure_at(place), recipe))

    def _candidates(self, name: str, figure: tuple[str, int]) -> Iterator[Leftover]:
        """What was made for a figure and is not shown; the picture that is shown has a copy of its own."""
        library = self.hanging.library
        made = library.candidates.of(*figure)
        pictures = map(library.picture, {candidate.key for candidate in made})  # two may be the very same
        size = sum(len(picture.data) for picture in pictures if picture)
        if made:
            yield Leftover(kind="candidate", name=name, size=size, figure=figure, count=len(made))

    def _half_written(self) -> Iterator[Leftover]:
        """What killed processes left."""
        for folder in self.folders:
            for path in half_written(folder):
                yield _leftover("half-written", path.name, (path,))

    def _sizes(self, in_use: set[Path]) -> Iterator[Leftover]:
        """Files that were cut from pictures which nothing shows any more."""
        now = time.time()
        for folder in self.hanging.renditions.folders():
            if folder in in_use:
                continue
            with contextlib.suppress(OSError):
                if now - folder.stat().st_mtime > _SETTLED:
                    yield _leftover("sizes", folder.name, sorted(folder.iterdir()))

    def remove(self, leftover: Leftover) -> None:
        """Take it away: the picture before its recipe, so that a recipe never lies in a folder unseen."""
        if leftover.figure is not None:
            self.hanging.library.candidates.drop(*leftover.figure)
        for path in leftover.files:
            path.unlink(missing_ok=True)
        if leftover.files:
            sweep_empty(leftover.files[0].parent, *self.folders)


def _leftover(kind: Kind, name: str, files: Iterable[Path]) -> Leftover:
    found = tuple(path for path in files if path.is_file() and not path.is_symlink())
    return Leftover(kind=kind, name=name, files=found, size=sum(map(_size, found)), count=len(found))


def _size(path: Path) -> int:
    try:
        return path.lstat().st_size
    except OSError:
        return 0  # gone meanwhile
