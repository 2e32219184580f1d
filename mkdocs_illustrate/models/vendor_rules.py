"""What has to hold between the lines of a vendor's file, beyond the type of each."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from ..checks import Limit, Rule, pattern
from ..quoting import one_line, suggest
from .templates import places

_PICTURE = frozenset({"base64", "data_url", "type"})


def _is_date(text: str) -> bool:
    """Whether a text is a day as ISO 8601 writes it, and one that the calendar has."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _body_places(role: Any) -> tuple[str, str] | None:
    asked = places(role.asks.body) if role.asks.body else set()
    return _unknown("asks.body", asked, {"fields", *_parameters(role)} - {""}) if asked else None


def _parameters(role: Any) -> Iterator[str]:
    """All that can stand in a request: what this file gives a name to."""
    asks, edits = role.asks, role.edits
    yield from (asks.prompt, asks.model, asks.count, "quality", *asks.drawing)
    if edits:
        yield from (edits.images, edits.mask, *edits.fixed)
    for row in (role.unknown, *role.models.values()):
        yield from (row.model or "", row.seed or "", row.count or "", *row.needs, *row.fixed, *row.size.names())


def _edit_places(edits: Any) -> tuple[str, str] | None:
    return _unknown("each", places(edits.each), _PICTURE)


def _unknown(option: str, asked: set[str], known: Any) -> tuple[str, str] | None:
    for name in sorted(asked - set(known)):
        return option, f"has a place {{{one_line(name)}}}, which is unknown{suggest(name, known)}"
    return None


def _priced_qualities(row: Any) -> tuple[str, str] | None:
    for name in row.price.by_quality:
        if name not in row.quality:
            known = {"picture", "tokens", "credits", "as_of", *row.quality}
            return f"price.{one_line(name)}", f"is unknown{suggest(name, known)}"
    return None


def _seeds(row: Any) -> tuple[str, str] | None:
    upside_down = row.seeds and row.seeds[0] > row.seeds[1]
    return ("seeds", "must be the least and the greatest, in this order") if upside_down else None


def _some_role(vendor: Any) -> tuple[str, str] | None:
    return None if vendor.chat or vendor.image else ("image", "is missing, and so is 'chat'")


BODY_PLACES = Rule(_body_places)
EDIT_PLACES = Rule(_edit_places)
PRICED_QUALITIES = Rule(_priced_qualities)
SEEDS = Rule(_seeds)
_OBJECT = {"type": "object"}
SOME_ROLE = Rule(
    _some_role,
    {"anyOf": [{"required": [name], "properties": {name: _OBJECT}} for name in ("chat", "image")]},
)
# /v1/jobs/{id}, @urls.get; not /v1/jobs, /v1/{job}
POLL = pattern(
    r"@.+|/(?=.*\{id\})(?:[^\s{]|\{(?![a-z][a-z0-9_]*\})|\{id\})*",
    "a path with {id} in it, or @ and a place in the answer",
)
_MONTHS = "(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"
DATE = Limit("a date, like 2026-11-21", _is_date, {"pattern": rf"^[0-9]{{4}}-{_MONTHS}$(?!\n)"})
