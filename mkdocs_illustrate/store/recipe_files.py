"""A recipe as it is written: YAML for people, who edit it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, fields
from typing import Any

import yaml

from ..characters import all_whole
from ..errors import StoreError
from ..records import Recipe

_HEAD = """\
# How the picture beside this file came to be; written by mkdocs-illustrate, kept in git.
# Change alt or caption as you like: it costs nothing. A changed prompt asks for a new picture.
"""
_LARGEST = 2**64  # a seed is below it, and all other numbers far below
# `- *all`: a few lines of it are as much as the memory holds; "*word*" in a prompt is looked at twice, and taken
_ALIAS = re.compile(r"(?:^|[\s\[{,:-])\*[\w-]", re.MULTILINE)
_ALWAYS = {"alt", "caption"}  # an empty alternative text says something
_TYPES: dict[str, type | tuple[type, ...]] = {
    "seed": int,
    "width": int,
    "height": int,
    "cost": (int, float),
    "options": Mapping,
    "written": Mapping,
    "approved": Mapping,
    "rejected": Mapping,
    "waits": Mapping,
    "pictured": Mapping,
    "made_from": list,
    "edits": list,
    "motifs": list,
    "pin": bool,
}


def read_recipe(path: str, text: str) -> Recipe:
    """A recipe out of its text; StoreError says in one line why it is none."""
    try:
        return recipe_of(path, _mapping(path, text))
    except RecursionError:
        raise StoreError(f"{path} is nested too deep to be a recipe") from None


def _mapping(path: str, text: str) -> Mapping[str, Any]:
    if "\n<<<<<<<" in f"\n{text}":
        raise StoreError(f"{path} holds the marks of a merge conflict: resolve it")
    try:
        if _ALIAS.search(text) and any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(text)):
            raise StoreError(f"{path} refers to parts of itself (*name): write them out")
        read = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506
    except (yaml.YAMLError, ValueError, RecursionError) as error:  # `2026-02-30` is no YAML error to PyYAML
        line, why = fault(error)
        raise StoreError(f"{path}{line} is no YAML: {why}") from None
    if not isinstance(read, Mapping):
        raise StoreError(f"{path} is no recipe: it must be a mapping")
    return read


def fault(error: Exception) -> tuple[str, str]:
    """Where a text is no YAML (", line 3"), as far as that is known, and why."""
    mark = getattr(error, "problem_mark", None)
    why = str(getattr(error, "problem", None) or error)
    return f", line {mark.line + 1}" if mark else "", " ".join(why.split())


def recipe_of(path: str, raw: Mapping[str, Any]) -> Recipe:
    """The fields that we know; those of a later version are left alone. StoreError names one that can't be."""
    known = {f.name for f in fields(Recipe)}
    values: dict[str, Any] = {}
    for name, value in raw.items():
        if name not in known or value is None:
            continue
        wanted = _TYPES.get(name, str)
        if name == "made":
            value = str(value)  # noqa: PLW2901 - YAML reads a bare date as a date
        if name in {"approved", "rejected"} and isinstance(value, Mapping):
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


def write_recipe(recipe: Recipe) -> str:
    """A recipe as people read it."""
    return _HEAD + yaml.safe_dump(recipe_facts(recipe), sort_keys=False, allow_unicode=True, width=88)
