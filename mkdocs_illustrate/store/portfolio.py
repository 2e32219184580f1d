"""The committed folder: one readable recipe a figure, and its picture beside it.

People edit recipes, git merges them, and they outlive every version of this package. So reading
takes what it knows, says in one line what it can't read, and never deletes; writing puts the
picture down before the recipe that names it.
"""

from __future__ import annotations

import functools
import hashlib
import os
import posixpath
import re
import stat
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, fields, replace
from pathlib import Path
from typing import Any

import yaml

from ..characters import all_whole
from ..errors import PictureGone, StoreError
from ..files import leads_out, read, write
from ..records import Recipe
from ..shapes import MOST_BYTES

_HEAD = """\
# How the picture beside this file came to be; written by mkdocs-illustrate, kept in git.
# Change alt or caption as you like: it costs nothing. A changed prompt asks for a new picture.
"""
_POINTER = 1024  # bytes; a file of Git LFS that stands for a picture is smaller
_MOST_TEXT = 4 * 2**20  # bytes of a recipe; the usual one has two thousand
_LARGEST = 2**64  # a seed is below it, and all other numbers far below
# `- *all`: a few lines of it are as much as the memory holds; "*word*" in a prompt is looked at twice, and taken
_ALIAS = re.compile(r"(?:^|[\s\[{,:-])\*[\w-]", re.MULTILINE)
_ENDINGS = {"png", "jpg", "jpeg", "webp", "avif", "gif", "svg"}
_ALWAYS = {"alt", "caption"}  # an empty alternative text says something
_SIGNED = {"approved", "rejected"}
_TYPES: dict[str, type | tuple[type, ...]] = {
    "seed": int,
    "width": int,
    "height": int,
    "cost": (int, float),
    "options": Mapping,
    "written": Mapping,
    "approved": Mapping,
    "rejected": Mapping,
    "made_from": list,
    "motifs": list,
    "pin": bool,
}


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
        stem, _ = posixpath.splitext(page)
        return self.folder / f"{stem}{'' if number == 1 else f'.{number}'}.yml"

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
        try:
            return read_recipe(self._name(path), _yaml(self._name(path), text))
        except RecursionError:
            raise StoreError(f"{self._name(path)} is nested too deep to be a recipe") from None

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
        name = f"{path.name.removesuffix('.yml')}.{ending}"
        recipe = replace(recipe, file=name, sha256=hashlib.sha256(picture).hexdigest())
        old = self._replaced(page, number, name)  # looked up before its recipe is overwritten
        try:
            write(path.with_name(name), picture, durable=True)
            self.note(page, number, recipe)
            if old:
                old.unlink(missing_ok=True)
        except OSError as error:
            raise self._unwritable(error) from None
        return recipe

    def write_bare(self, page: str, number: int, recipe: Recipe) -> Recipe:
        """Keep a recipe without a picture; one that it replaces is removed last."""
        recipe = replace(recipe, file="", sha256="")
        old = self._replaced(page, number, "")
        try:
            self.note(page, number, recipe)
            if old:
                old.unlink(missing_ok=True)
        except OSError as error:
            raise self._unwritable(error) from None
        return recipe

    def note(self, page: str, number: int, recipe: Recipe) -> None:
        """Write a recipe whose picture is there; one that says nothing is taken away."""
        path = self._inside(self.path(page, number))
        if recipe == Recipe():
            path.unlink(missing_ok=True)
            return
        write(path, _text(recipe).encode(), durable=True)

    def _unwritable(self, error: OSError) -> StoreError:
        return StoreError(f"{self.folder.name}/ can't be written ({error.strerror or type(error).__name__})")

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
        if stem != path.name.removesuffix(".yml") or ending.lower() not in _ENDINGS:
            raise StoreError(f"{self._name(path)} names no picture beside it that has its own name")
        return self._inside(path.with_name(name))

    def _inside(self, path: Path) -> Path:
        """A file of the portfolio, which no link on its way leads out of."""
        if self._leads_out(path.parent):
            raise StoreError(f"{self._name(path.parent)} is behind a link, and links are not followed")
        if path.is_symlink():
            raise StoreError(f"{self._name(path)} is a link, and links are not followed")
        return path


def _yaml(path: str, text: str) -> Mapping[str, Any]:
    if "\n<<<<<<<" in f"\n{text}":
        raise StoreError(f"{path} holds the marks of a merge conflict: resolve it")
    try:
        if _ALIAS.search(text) and any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(text)):
            raise StoreError(f"{path} refers to parts of itself (*name): write them out")
        read = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506
    except (yaml.YAMLError, ValueError, RecursionError) as error:  # `2026-02-30` is no YAML error to PyYAML
        mark = getattr(error, "problem_mark", None)
        line = f", line {mark.line + 1}" if mark else ""
        why = " ".join(str(getattr(error, "problem", error)).split())
        raise StoreError(f"{path}{line} is no YAML: {why}") from None
    if not isinstance(read, Mapping):
        raise StoreError(f"{path} is no recipe: it must be a mapping")
    return read


def read_recipe(path: str, raw: Mapping[str, Any]) -> Recipe:
    """The fields that we know; those of a later version are left alone. StoreError names one that can't be."""
    known = {f.name for f in fields(Recipe)}
    values: dict[str, Any] = {}
    for name, value in raw.items():
        if name not in known or value is None:
            continue
        wanted = _TYPES.get(name, str)
        if name == "made":
            value = str(value)  # noqa: PLW2901 - YAML reads a bare date as a date
        if name in _SIGNED and isinstance(value, Mapping):
            value = {str(word): str(said) for word, said in value.items()}  # noqa: PLW2901 - the same
        if not isinstance(value, wanted) or (isinstance(value, bool) and wanted is not bool):
            raise StoreError(f"{path}: '{name}' has a wrong type")
        if isinstance(value, int | float) and not abs(value) < _LARGEST:  # nor `.nan`
            raise StoreError(f"{path}: '{name}' is no number that can be")
        values[name] = _texts(path, name, value) if wanted is list else all_whole(value)
    return Recipe(**values)


def _texts(path: str, name: str, value: object) -> tuple[str, ...]:
    if not (isinstance(value, list) and all(isinstance(text, str) for text in value)):
        raise StoreError(f"{path}: '{name}' has a wrong type")
    return tuple(all_whole(value))


def recipe_facts(recipe: Recipe) -> dict[str, Any]:
    """A recipe as it is written: what says nothing is left out."""
    return {
        name: all_whole(value)
        for name, value in asdict(recipe).items()
        if name in _ALWAYS or not (value is None or value is False or value in ("", {}, ()))
    }


def _text(recipe: Recipe) -> str:
    return _HEAD + yaml.safe_dump(recipe_facts(recipe), sort_keys=False, allow_unicode=True, width=88)
