"""What was decided at the desk, line by line, with the recipe as it was before: any decision can be taken back.

It lies in the cache folder and outlives the desk.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..errors import StoreError
from ..files import note, notes
from ..records import Recipe
from ..store.recipe_files import recipe_facts, recipe_of

_MOST = 64 * 2**20  # bytes: some twenty thousand decisions


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One decision."""

    figure: str
    what: str
    """In the words of the page: approved, marked to be made anew."""
    before: Recipe
    after: str
    """The hash of the recipe that was written: another one by now is somebody else's."""
    name: str = field(default_factory=lambda: uuid.uuid4().hex)


class Journal:
    """The decisions of one machine."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "desk.jsonl"

    def note(self, entry: Entry) -> None:
        """Write a decision down, before it is done."""
        said = {"name": entry.name, "figure": entry.figure, "what": entry.what, "after": entry.after}
        note(self._path, {**said, "before": recipe_facts(entry.before)}, plain=True)

    def took_back(self, entry: Entry) -> None:
        """Note that a decision does not hold any more."""
        note(self._path, {"undone": entry.name}, plain=True)

    def last(self) -> Entry | None:
        """The last decision that still holds."""
        undone: set[str] = set()
        for line in notes(self._path, _MOST, latest_first=True):
            undone.add(str(line.get("undone")))
            entry = _entry(line)
            if entry is not None and entry.name not in undone:
                return entry
        return None


def _entry(line: Mapping[str, Any]) -> Entry | None:
    """A line as a decision; a cache folder may come from anywhere."""
    said = {name: line.get(name) for name in ("figure", "what", "after", "name")}
    before = line.get("before")
    if not all(isinstance(text, str) for text in said.values()) or not isinstance(before, Mapping):
        return None
    try:
        return Entry(before=recipe_of("the desk's journal", before), **said)  # type: ignore[arg-type]
    except (StoreError, TypeError):
        return None
