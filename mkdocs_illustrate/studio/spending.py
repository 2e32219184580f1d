"""The ledger, summed: what was spent on which day, with which model, for which page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

UNKNOWN = "(unknown)"
"""Whose page or model a line of an earlier version does not name."""
Kind = Literal["picture", "brief", "style"]
_BRIEFS = {"brief", "softened"}
_MADE: dict[str, Kind] = {"done": "picture", "style": "style"}


@dataclass(slots=True)
class Sum:
    """What some purchases came to."""

    pictures: int = 0
    briefs: int = 0
    usd: float = 0.0
    unpriced: int = 0
    """How many of them named no price."""

    def add(self, kind: Kind, cost: float | None) -> None:
        """One more; a style is made for many pictures, and counts as money alone."""
        self.pictures += kind == "picture"
        self.briefs += kind == "brief"
        self.usd = round(self.usd + (cost or 0.0), 6)
        self.unpriced += cost is None


@dataclass(slots=True)
class Spending:
    """All that a ledger tells."""

    whole: Sum = field(default_factory=Sum)
    days: dict[str, Sum] = field(default_factory=dict)
    models: dict[str, Sum] = field(default_factory=dict)
    pages: dict[str, Sum] = field(default_factory=dict)
    calls_in_doubt: int = 0
    """Calls that brought nothing and may have been charged."""
    usd_in_doubt: float = 0.0

    def add(self, line: Mapping[str, Any], kind: Kind) -> None:
        """One purchase."""
        cost = _number(line.get("cost"))
        model = f"{_text(line, 'vendor')} {_text(line, 'model')}"
        for sums, name in (
            (self.days, _text(line, "at")[:10]),
            (self.models, model),
            (self.pages, _text(line, "page")),
        ):
            sums.setdefault(name, Sum()).add(kind, cost)
        self.whole.add(kind, cost)

    def doubt(self, line: Mapping[str, Any]) -> None:
        """One call of which nobody knows whether it was charged."""
        self.calls_in_doubt += 1
        self.usd_in_doubt = round(self.usd_in_doubt + (_number(line.get("estimate")) or 0.0), 6)


def spending(
    lines: Iterable[Mapping[str, Any]], wanted: Callable[[str], object] = lambda page: page is not None
) -> Spending:
    """Sum a ledger's lines, of the pages that are wanted."""
    found, begun = Spending(), dict[object, Mapping[str, Any]]()
    for line in lines:
        if not wanted(_text(line, "page")) and line["event"] not in {"free", "unknown", "failed"}:
            continue
        _count(found, begun, line)
    for line in begun.values():
        found.doubt(line)
    return found


def _count(found: Spending, begun: dict[object, Mapping[str, Any]], line: Mapping[str, Any]) -> None:
    key, event = line.get("key"), line["event"]
    if event in _BRIEFS:
        found.add(line, "brief")
    elif event == "intent":
        if key in begun:  # this one is its repeat
            found.doubt(begun[key])
        begun[key] = line
    elif event == "free":
        begun.pop(key, None)
    elif event in _MADE:
        begun.pop(key, None)
        found.add(line, _MADE[event])
    elif _number(line.get("cost")) is not None and key in begun:  # it came to nothing, and named a price
        found.add({**begun.pop(key), "cost": line["cost"]}, "picture")


def _text(line: Mapping[str, Any], name: str) -> str:
    value = line.get(name)
    return value if isinstance(value, str) and value else UNKNOWN


def _number(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None
