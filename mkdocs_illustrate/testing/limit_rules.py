"""Whether a value is one that a rule of `limits` allows."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any


def takes(rule: Any, value: Any) -> bool:
    """A list: one of these; a mapping: all of these rules; anything else: that very value."""
    if isinstance(rule, list | tuple):
        return any(takes(one, value) for one in rule)
    if isinstance(rule, Mapping):
        return all(_KINDS[kind](value, wanted) for kind, wanted in rule.items())
    return type(value) is type(rule) and bool(value == rule)


def too_long(rule: Any, value: Any) -> bool:
    """Whether a text is too long, and nothing else is wrong with it."""
    bounds: Sequence[int] = rule.get("text", ()) if isinstance(rule, Mapping) else ()
    return isinstance(value, str) and len(bounds) > 1 and len(value) > bounds[1]


def within(value: float, bounds: Sequence[float]) -> bool:
    """Between two bounds, themselves included; one that is left out is open."""
    low, high = (*bounds, None, None)[:2]
    return (low is None or value >= low) and (high is None or value <= high)


def _text(value: Any, bounds: Sequence[int]) -> bool:
    return isinstance(value, str) and within(len(value), bounds)


def _like(value: Any, pattern: str) -> bool:
    return isinstance(value, str) and re.fullmatch(pattern, value, re.DOTALL) is not None


def _number(value: Any, bounds: Sequence[float]) -> bool:
    real = isinstance(value, int | float) and not isinstance(value, bool)
    return real and within(value, bounds)


def _whole(value: Any, bounds: Sequence[int]) -> bool:
    return isinstance(value, int) and _number(value, bounds)


def _multiple(value: Any, step: int) -> bool:
    return bool(value % step == 0)


def _list(value: Any, bounds: Sequence[int]) -> bool:
    return isinstance(value, list) and within(len(value), bounds)


def _size(value: Any, wanted: Mapping[str, Any]) -> bool:
    """`1024x768`."""
    found = re.fullmatch(r"([1-9]\d{0,4})x([1-9]\d{0,4})", value) if _like(value, ".*") else None
    return found is not None and _fits(int(found[1]), int(found[2]), wanted)


def _box(value: Any, wanted: Mapping[str, Any]) -> bool:
    """`{width: 1024, height: 768}`."""
    if not isinstance(value, Mapping) or set(value) != {"width", "height"}:
        return False
    edges = (value["width"], value["height"])
    return all(_whole(edge, (1,)) for edge in edges) and _fits(*edges, wanted)


def _fits(width: int, height: int, wanted: Mapping[str, Any]) -> bool:
    step, edges = wanted.get("multiple", 1), wanted.get("edges", ())
    steep = max(width, height) / min(width, height)
    good = all(within(edge, edges) and edge % step == 0 for edge in (width, height))
    area = within(width * height, wanted.get("area", ()))
    return good and area and steep <= wanted.get("steepest", steep)


def _given(value: Any, wanted: bool) -> bool:  # noqa: FBT001 - a rule's own word
    return (value is not None) == wanted


_KINDS: dict[str, Callable[[Any, Any], bool]] = {
    "given": _given,
    "text": _text,
    "like": _like,
    "whole": _whole,
    "number": _number,
    "multiple": _multiple,
    "list": _list,
    "size": _size,
    "box": _box,
}
