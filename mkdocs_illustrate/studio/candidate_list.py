"""Candidates of a figure: pictures that were made for it and are not shown. They lie in the cache, never in git.

Each has a number that is given once and never means another picture. What a pick replaces becomes a candidate, so that
picking that one is the undo. The built-in painter's own are not kept: they are drawn when somebody looks at them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ..errors import StoreError, UnknownCandidate
from ..records import Picture, Recipe
from ..store.portfolio import Figure, place_of
from ..store.recipe_files import recipe_facts, recipe_of
from .cache_entries import CacheEntries
from .keys import value_key
from .locks import briefly_locked


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A recipe as it would be written, and a picture in the cache."""

    number: int
    recipe: Recipe
    key: str
    """Of the picture in the cache: of a bought one its SHA-256, of a drawing that of its order."""
    sha256: str = ""
    """Of its bytes; empty for a drawing that nobody has looked at."""

    @property
    def price(self) -> float | None:
        """US dollars that were paid for it; None where nobody knows. Picking it is free."""
        return self.recipe.cost


class Candidates:
    """The candidates of the figures of one site: a list for each figure, and each picture under its own hash."""

    def __init__(self, entries: CacheEntries, folder: Path) -> None:
        self._entries = entries
        self._locks = folder / "locks"

    def of(self, page: str, figure: int) -> tuple[Candidate, ...]:
        """The candidates of a figure by number; those whose notes can't be read are passed over."""
        return tuple(_candidates(self._entries.listed(_key(page, figure))))

    def add(self, page: str, figure: int, recipe: Recipe, picture: Picture, *, first: int = 1) -> Candidate:
        """Keep a picture as a candidate; one that is there keeps its number, with the words that it has by now."""
        sha256 = hashlib.sha256(picture.data).hexdigest()
        self._entries.put_picture(sha256, picture)
        key = _key(page, figure)
        recipe = replace(recipe, file="", sha256=sha256, width=picture.width, height=picture.height)
        with briefly_locked(self._locks / f"{key}.lock"):
            noted = self._entries.listed(key)
            known = {c.number: c for c in _candidates(noted)}
            same = (n for n, c in known.items() if (c.sha256, c.recipe.key) == (recipe.sha256, recipe.key))
            number = next(same, max(first, 1 + _last(noted)))
            added = Candidate(number=number, recipe=recipe, key=recipe.sha256, sha256=recipe.sha256)
            if known.get(number) != added:
                self._entries.put_listed(key, [*(n for n in noted if not _is(n, number)), _note(added)])
        return added

    def move(self, old: Figure, new: Figure) -> None:
        """Let them go along with a picture. They keep their numbers, unless the figure has candidates already."""
        gone, key = self._entries.listed(_key(*old)), _key(*new)
        if not gone or key == _key(*old):
            return
        with briefly_locked(self._locks / f"{key}.lock"):
            noted, known = self._entries.listed(key), self.of(*new)
            last, there = _last(noted), {(c.sha256, c.recipe.key) for c in known}
            new_ones = (c for c in _candidates(gone) if (c.sha256, c.recipe.key) not in there)
            further = [_note(replace(c, number=last + c.number)) for c in new_ones]
            self._entries.put_listed(key, [*noted, {"number": last + _last(gone)}, *further])
        with briefly_locked(self._locks / f"{_key(*old)}.lock"):
            self._entries.forget_listed(_key(*old))

    def drop(self, page: str, figure: int) -> None:
        """Forget the candidates of a figure, and delete their pictures: somebody said so."""
        key = _key(page, figure)
        with briefly_locked(self._locks / f"{key}.lock"):
            noted = self._entries.listed(key)
            for candidate in _candidates(noted):
                self._entries.forget(candidate.key)
            self._entries.put_listed(key, [{"number": _last(noted)}])  # who wrote down a number gets no other picture

    def picture(self, candidate: Candidate) -> Picture:
        """A candidate's picture; StoreError if it is gone."""
        found = self._entries.picture(candidate.key)
        if found is None:
            raise StoreError(f"the picture of candidate {candidate.number} is no longer in the cache")
        return found


def numbered(candidates: tuple[Candidate, ...], number: int, figure: str) -> Candidate:
    """One of them; UnknownCandidate says which numbers there are."""
    for candidate in candidates:
        if candidate.number == number:
            return candidate
    there = ", ".join(str(candidate.number) for candidate in candidates)
    raise UnknownCandidate(f"{figure} has no candidate {number}; {f'there are {there}' if there else 'it has none'}")


def _key(page: str, figure: int) -> str:
    """They lie under the place of the figure's recipe."""
    return value_key(["candidates", place_of(page, figure)])


def _candidates(noted: list[Any]) -> Iterator[Candidate]:
    """Notes as candidates, by number; a cache folder may come from anywhere."""
    found = {candidate.number: candidate for candidate in filter(None, map(_read, noted))}
    return (found[number] for number in sorted(found))


def _last(noted: list[Any]) -> int:
    """The highest number that was given, be it to a candidate that is gone."""
    numbers = (note.get("number") for note in noted if isinstance(note, Mapping))
    return max((number for number in numbers if type(number) is int), default=0)


def _read(note: object) -> Candidate | None:
    if not isinstance(note, Mapping) or not isinstance(note.get("recipe"), Mapping):
        return None
    number = note.get("number")
    try:
        recipe = recipe_of("candidate", note["recipe"])
    except (StoreError, TypeError):
        return None
    if type(number) is not int or number < 1 or not _is_hash(recipe.sha256):
        return None
    return Candidate(number=number, recipe=recipe, key=recipe.sha256, sha256=recipe.sha256)


def _is_hash(text: str) -> bool:
    return len(text) == 64 and set(text) <= set("0123456789abcdef")


def _note(candidate: Candidate) -> dict[str, Any]:
    return {"number": candidate.number, "recipe": recipe_facts(candidate.recipe)}


def _is(note: object, number: int) -> bool:
    return isinstance(note, Mapping) and note.get("number") == number
