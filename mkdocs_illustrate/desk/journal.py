"""What was decided at the desk, line by line, with the recipe as it was before: any decision can be taken back.

It lies in the cache folder and outlives the desk.
"""

from __future__ import annotations

import contextlib
import json
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from ..errors import StoreError
from ..files import append, read
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
        self._append(
            name=entry.name,
            figure=entry.figure,
            what=entry.what,
            before=recipe_facts(entry.before),
            after=entry.after,
        )

    def took_back(self, entry: Entry) -> None:
        """Note that a decision does not hold any more."""
        self._append(undone=entry.name)

    def last(self) -> Entry | None:
        """The last decision that still holds."""
        standing: dict[str, Mapping[str, Any]] = {}
        for line in self._lines():
            if isinstance(line.get("name"), str):
                standing[line["name"]] = line
            standing.pop(str(line.get("undone")), None)
        entries = (entry for line in reversed(standing.values()) if (entry := _entry(line)))
        return next(entries, None)

    def _append(self, **facts: object) -> None:
        at = datetime.now(UTC).isoformat(timespec="seconds")
        append(self._path, json.dumps({"at": at, **facts}, ensure_ascii=True, default=str))

    def _lines(self) -> Iterator[Mapping[str, Any]]:
        try:
            text = read(self._path, _MOST).decode("utf-8", "replace")
        except OSError:
            return
        for line in text.split("\n"):
            with contextlib.suppress(ValueError, RecursionError):
                noted = json.loads(line) if line else None
                if isinstance(noted, dict):
                    yield noted


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
