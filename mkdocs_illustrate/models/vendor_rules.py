"""What the lines of a vendor's file may say beyond their types, and what has to hold between them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from ..options import Limit, Rule, between, filled, pattern
from ..quoting import one_line, suggest
from .templates import places

PATH = pattern(r"/\S*", "a path that begins with /")
# pictory.ai, fal.run; not https://fal.run, localhost
DOMAIN = pattern(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+", "a domain, like example.com")
LINK = pattern(r"https?://\S+", "an address, like https://example.com/docs")
PROMPT = between(1, 10_000_000, "a whole number of characters, more than 0")
AT_ONCE = between(1, 64, "a whole number from 1 to 64")
MAPPING = Limit("a mapping", lambda value: isinstance(value, Mapping), {"type": ["object", "null"]})
NO_PARAMETER = pattern(r"[^\s{}]*", "the name of a parameter, or empty")
LINE = pattern(r"[^\x00-\x1f\x7f-\x9f\u2028\u2029]*", "one line of text")
SEED_TEXT = pattern(r"[^\x00-\x1f\x7f-\x9f]*\{seed\}[^\x00-\x1f\x7f-\x9f]*", "one line with a place {seed}")
PLACE = pattern(r"[^\x00-\x1f\x7f-\x9f\u2028\u2029]+", "a place, like data.0.url")
DIALECT = pattern(r"\S+", "the name of a dialect")
MORE = pattern(r"(?:[^\s{}]*\{n\}[^\s{}]*)?", "the name of a parameter with a place {n}, or empty")
LISTED = filled("a list with something in it")
VALUE = pattern(r"[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?", "one line of plain characters")

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
    asks, rows = role.asks, (role.unknown, *role.models.values())
    yield from (asks.prompt, asks.model, asks.count, "quality", *asks.drawing)
    for edits in filter(None, (role.edits, *(row.edits for row in rows))):
        yield from (edits.images, edits.mask, *edits.fixed)
    for references in filter(None, (role.references, *(row.references for row in rows))):
        yield from (
            references.sent.images if references.sent else "",
            *(references.sent.fixed if references.sent else ()),
        )
        yield from (references.kept.param if references.kept else "",)
        yield from (references.strength.param if references.strength else "",)
    for row in rows:
        yield from (row.model or "", row.seed or "", row.count or "", *row.needs, *row.fixed, *row.size.names())


def _edit_places(edits: Any) -> tuple[str, str] | None:
    return _unknown("each", places(edits.each), _PICTURE)


def _unknown(option: str, asked: set[str], known: Any) -> tuple[str, str] | None:
    for name in sorted(asked - set(known)):
        return option, f"has a place {{{one_line(name)}}}, which is unknown{suggest(name, known)}"
    return None


def _priced_levels(row: Any) -> tuple[str, str] | None:
    levels = {*row.quality, *(row.size.also.of if row.size.also else ())}
    for name in row.price.by_level:
        if name not in levels:
            known = {"picture", "tokens", "given", "credits", "as_of", *levels}
            return f"price.{one_line(name)}", f"is unknown{suggest(name, known)}"
    return None


def _seeds(row: Any) -> tuple[str, str] | None:
    upside_down = row.seeds and row.seeds[0] > row.seeds[1]
    return ("seeds", "must be the least and the greatest, in this order") if upside_down else None


def _some_role(vendor: Any) -> tuple[str, str] | None:
    return None if vendor.chat or vendor.image else ("image", "is missing, and so is 'chat'")


BODY_PLACES = Rule(_body_places)
EDIT_PLACES = Rule(_edit_places)
PRICED_LEVELS = Rule(_priced_levels)
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
