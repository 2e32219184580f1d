"""Filling places in a body (`{prompt}`), and finding places in an answer (`data.0.url`).

So a vendor's wishes can stand in its file as data.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

# Fits {prompt} and {image_size}, neither {Prompt} nor what JSON has between braces.
_PLACE = re.compile(r"\{([a-z][a-z0-9_]*)\}")


class _Nothing:
    """What a place holds that nobody filled; it is left out with the name before it."""


_NOTHING = _Nothing()


def fill(template: Any, values: Mapping[str, Any], *, keep: bool = False) -> Any:
    """The template with its places filled; `keep` leaves those that have no value as they are."""
    filled = _fill(template, values, keep)
    return None if filled is _NOTHING else filled


def _fill(template: Any, values: Mapping[str, Any], keep: bool) -> Any:  # noqa: FBT001
    if isinstance(template, str):
        return _text(template, values, keep)
    if isinstance(template, Mapping):
        filled = {k: _fill(v, values, keep) for k, v in template.items()}
        left = {k: v for k, v in filled.items() if v is not _NOTHING}
        # A mapping that became empty goes, with its name; one that was written empty is meant.
        return left if left or not template else _NOTHING
    if isinstance(template, list):
        return _list(template, values, keep)
    return template


def _list(template: list[Any], values: Mapping[str, Any], keep: bool) -> Any:  # noqa: FBT001
    result: list[Any] = []
    for item in template:
        value = _fill(item, values, keep)
        # "{images}" in a list stands for the pictures, not for a list in the list.
        spread = isinstance(value, list) and isinstance(item, str)
        result += value if spread else [] if value is _NOTHING else [value]
    return result if result or not template else _NOTHING


def _text(template: str, values: Mapping[str, Any], keep: bool) -> Any:  # noqa: FBT001
    whole = _PLACE.fullmatch(template)
    if whole:
        empty = template if keep else _NOTHING
        value = values.get(whole[1], empty)
        return empty if value is None else value
    return _PLACE.sub(lambda m: str(values[m[1]]) if m[1] in values else m[0], template)


def places(template: Any) -> set[str]:
    """The names that a template has places for."""
    if isinstance(template, str):
        return set(_PLACE.findall(template))
    items = template.values() if isinstance(template, Mapping) else template
    return set().union(*map(places, items)) if isinstance(items, list | type({}.values())) else set()


def body(template: Any, values: Mapping[str, Any]) -> dict[str, Any]:
    """A request's body: what the template has no place for stands beside it, or in `{fields}`."""
    if template is None:
        return dict(values)
    known = places(template)
    rest = {name: value for name, value in values.items() if name not in known}
    if "fields" in known:
        return dict(fill(template, {**values, "fields": rest}) or {})
    return merged(fill(template, values) or {}, rest)


def merged(base: Mapping[str, Any], more: Mapping[str, Any]) -> dict[str, Any]:
    """Both, mapping by mapping; where both say something, the second is right."""
    result = dict(base)
    for name, value in more.items():
        old = result.get(name)
        both = isinstance(old, Mapping) and isinstance(value, Mapping)
        result[name] = merged(old, value) if both else value  # type: ignore[arg-type]
    return result


def dig(value: Any, place: str) -> Any:
    """What stands at a place of an answer, or None."""
    step, _, rest = place.partition(".")
    if not step:
        return value
    if isinstance(value, str):  # JSON in a text in JSON
        value = _parsed(value)
    if step == "*":
        # From the end: where parts come one after the other, thoughts and drafts come first.
        found = [dig(item, rest) for item in value] if isinstance(value, list) else []
        return next((item for item in reversed(found) if item), None)
    if isinstance(value, list):
        number = int(step) if step.isdecimal() else len(value)
        return dig(value[number], rest) if number < len(value) else None
    return dig(value[step], rest) if isinstance(value, Mapping) and step in value else None


def _parsed(text: str) -> Any:
    try:
        return json.loads(text) if text[:1] in {"{", "["} else None
    except (ValueError, RecursionError):
        return None
