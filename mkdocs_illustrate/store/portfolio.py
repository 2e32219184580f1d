"""The committed folder: one readable recipe a figure, and its picture beside it.

People edit recipes, git merges them, and they outlive every version of this package. So reading
takes what it knows, says in one line what it can't read, and never deletes; writing puts the
picture down before the recipe that names it.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import os
import posixpath
import stat
import unicodedata
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from ..errors import PictureGone, StoreError
from ..files import leads_out, read, reason, sweep_empty, write
from ..records import Recipe
from ..shapes import MOST_BYTES
from .recipe_files import read_recipe, write_recipe

_RECIPE = ".yml"
_POINTER = 1024  # bytes; a file of Git LFS that stands for a picture is smaller
_MOST_TEXT = 4 * 2**20  # bytes of a recipe; the usual one has two thousand
_ENDINGS = {"png", "jpg", "jpeg", "webp", "avif", "gif", "svg"}
Figure = tuple[str, int]
"""A page, and the number of a figure on it."""


def place_of(page: str, number: int) -> str:
    """Where a figure's recipe lies below the folder, without its ending: `blog/cities`, `blog/cities.2`."""
    stem, _ = posixpath.splitext(page)
    return stem if number == 1 else f"{stem}.{number}"


class Portfolio:
    """Recipes and pictures by page."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._leads_out = functools.cache(lambda place: leads_out(place / "x", folder))  # asked once a build

    def begin(self) -> None:
        """Look at the folders again: links may have come."""
        self._leads_out.cache_clear()

    def path(self, page: str, number: int = 1) -> Path:
        """The recipe's place: the page's path without `.md`."""
        return self.folder / f"{place_of(page, number)}{_RECIPE}"

    def names(self) -> Iterator[str]:
        """The recipes that lie here, by their places below the folder: `blog/cities`, `blog/cities.2`."""
        for parent, folders, files in os.walk(self.folder):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            below = Path(parent).relative_to(self.folder)
            for name in sorted(files):
                if name.endswith(_RECIPE) and not name.startswith("."):
                    yield (below / name.removesuffix(_RECIPE)).as_posix()

    def pictured(self, digests: Collection[str]) -> Iterator[tuple[str, Recipe]]:
        """The recipes, by their places, whose pictures have these bytes. One that can't be read names none."""
        for place in self.names():
            with contextlib.suppress(OSError, StoreError, UnicodeDecodeError):
                text = read(self.folder / f"{place}{_RECIPE}", _MOST_TEXT)
                if any(digest.encode() in text for digest in digests):
                    yield place, read_recipe(place, text.decode("utf-8"))

    def read(self, page: str, number: int = 1) -> Recipe | None:
        """The recipe of a figure; None if there is none, StoreError if it can't be read."""
        path = self._inside(self.path(page, number))
        try:
            if path.stat().st_size > _MOST_TEXT:
                raise StoreError(f"{self._name(path)} is no recipe: it is longer than {_MOST_TEXT >> 20} MiB")
            text = read(path, _MOST_TEXT).decode("utf-8")
        except (FileNotFoundError, NotADirectoryError):
            return None
        except (OSError, UnicodeDecodeError) as error:
            raise StoreError(f"{self._name(path)} can't be read ({error})") from None
        return read_recipe(self._name(path), text)

    def files(self, page: str, number: int, recipe: Recipe) -> list[Path]:
        """What a recipe is made of: its picture, and the recipe itself. StoreError if they lie elsewhere."""
        picture = [self._beside(page, number, recipe.file)] if recipe.file else []
        return [*picture, self._inside(self.path(page, number))]

    def look(self, page: str, number: int, recipe: Recipe) -> None:
        """Whether a recipe's picture is there; StoreError says what is wrong with it. Reads no picture."""
        path = self._beside(page, number, recipe.file)
        with self._reading(path):
            found = path.stat()
            usual = stat.S_ISREG(found.st_mode) and os.access(path, os.R_OK) and found.st_size >= _POINTER
            if not usual:
                self._whole(path, read(path, MOST_BYTES))

    def picture(self, page: str, number: int, recipe: Recipe) -> bytes:
        """The bytes of a recipe's picture; StoreError says what is wrong with it."""
        path = self._beside(page, number, recipe.file)
        with self._reading(path):
            if path.stat().st_size > MOST_BYTES:
                raise StoreError(f"{self._name(path)} is longer than {MOST_BYTES >> 20} MiB; make it smaller")
            return self._whole(path, read(path, MOST_BYTES))

    def _whole(self, path: Path, data: bytes) -> bytes:
        if data.startswith(b"version https://git-lfs"):
            raise StoreError(f"{self._name(path)} is a Git LFS pointer: run 'git lfs pull'")
        return data

    @contextmanager
    def _reading(self, path: Path) -> Iterator[None]:
        """What keeps a picture from being read, in our words."""
        try:
            yield
        except FileNotFoundError:
            raise PictureGone(f"{self._name(path)} is missing, but its recipe names it") from None
        except OSError as error:
            raise StoreError(f"{self._name(path)} can't be read ({error})") from None

    def write(self, page: str, number: int, recipe: Recipe, picture: bytes, ending: str) -> Recipe:
        """Keep a picture and its recipe; the picture that it replaces is removed last."""
        path = self._inside(self.path(page, number))
        recipe = replace(recipe, file=_beside(path, ending), sha256=hashlib.sha256(picture).hexdigest())
        old = self._replaced(page, number, recipe.file)  # looked up before its recipe is overwritten
        with self._writing():
            write(path.with_name(recipe.file), picture, durable=True)
            self.note(page, number, recipe)
            if old:
                old.unlink(missing_ok=True)
        return recipe

    def write_bare(self, page: str, number: int, recipe: Recipe) -> Recipe:
        """Keep a recipe without a picture; one that it replaces is removed last."""
        recipe = replace(recipe, file="", sha256="")
        old = self._replaced(page, number, "")
        with self._writing():
            self.note(page, number, recipe)
            if old:
                old.unlink(missing_ok=True)
        return recipe

    def note(self, page: str, number: int, recipe: Recipe) -> None:
        """Write a recipe whose picture is there, or still to be made; one that says nothing is taken away."""
        path = self._inside(self.path(page, number))
        if recipe == Recipe():
            path.unlink(missing_ok=True)
            return
        write(path, write_recipe(recipe).encode(), durable=True)

    def move(self, old: Figure, new: Figure, change: Callable[[Recipe], Recipe]) -> Recipe | None:
        """Keep a figure's recipe and picture for another one. At every moment one of the two has both."""
        recipe, path = self.read(*old), self._inside(self.path(*new))
        if recipe is None:
            return self.read(*new)  # another build was faster
        picture = self._beside(*old, recipe.file) if recipe.file else None
        moved = replace(change(recipe), file=_beside(path, recipe.file.rpartition(".")[2]) if picture else "")
        with self._writing():
            if picture is not None:
                with contextlib.suppress(PictureGone):
                    write(path.with_name(moved.file), self.picture(*old, recipe), durable=True)
            self.note(*new, moved)
            for gone in filter(None, (self.path(*old), picture)):
                gone.unlink(missing_ok=True)
        sweep_empty(self.path(*old).parent, self.folder)
        return moved

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """What keeps a file from being written, in our words."""
        try:
            yield
        except OSError as error:
            raise StoreError(f"{self.folder.name}/ can't be written ({reason(error)})") from None

    def _name(self, path: Path) -> str:
        """As people see it, beside mkdocs.yml."""
        return path.relative_to(self.folder.parent).as_posix()

    def _replaced(self, page: str, number: int, name: str) -> Path | None:
        """The picture that the recipe there names until now, if the new one is another file."""
        try:
            before = self.read(page, number)
            old = self._beside(page, number, before.file) if before else None
        except StoreError:
            return None
        return old if old and old.name != name else None

    def _beside(self, page: str, number: int, name: str) -> Path:
        """The recipe's own picture: it has the recipe's name, and a picture's ending."""
        path = self.path(page, number)
        stem, _, ending = name.rpartition(".")
        if _folded(stem) != _folded(path.name.removesuffix(_RECIPE)) or ending.lower() not in _ENDINGS:
            raise StoreError(f"{self._name(path)} names no picture beside it that has its own name")
        return self._inside(path.with_name(_beside(path, ending)))

    def _inside(self, path: Path) -> Path:
        """A file of the portfolio, which no link on its way leads out of."""
        if self._leads_out(path.parent):
            raise StoreError(f"{self._name(path.parent)} is behind a link, and links are not followed")
        if path.is_symlink():
            raise StoreError(f"{self._name(path)} is a link, and links are not followed")
        return path


def _beside(path: Path, ending: str) -> str:
    """The name of a recipe's picture."""
    return f"{path.name.removesuffix(_RECIPE)}.{ending}"


def _folded(name: str) -> str:
    """As macOS and Windows see it, where `A.md` may have become `a.md` and its recipe still names `A.webp`."""
    return unicodedata.normalize("NFC", name).casefold()
