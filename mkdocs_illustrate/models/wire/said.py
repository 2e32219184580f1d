"""What an answer says in words, in codes, and of waiting, in whatever shape it came."""

from __future__ import annotations

import email.utils
import json
import math
import re
import time
from collections.abc import Iterator, Mapping
from typing import Any

_LONGEST_WAIT = 120.0  # seconds; who asks for more is as good as away for this run
DELAY = re.compile(r'"retry_?(?:delay|after)"\s*:\s*"?([\d.]+)s?"?|resets? in ~?(\d+) ?s', re.IGNORECASE)
_CODE = re.compile(r"[\w.-]{3,80}")


def message(body: bytes) -> str:
    """The words of an error answer, in whatever shape it came."""
    text = text_of(body)
    if text[:1] == "<":
        return "a web page instead of an answer"
    try:
        return words_of(json.loads(text))
    except (ValueError, RecursionError):
        return text


def text_of(body: bytes) -> str:
    """As much of an answer's text as an error needs."""
    return body[:20_000].decode("utf-8", "replace").strip()


def json_of(body: bytes) -> Mapping[str, Any]:
    """The JSON of an answer; empty where it is none."""
    try:
        read = json.loads(text_of(body))
    except (ValueError, RecursionError):
        return {}
    return read if isinstance(read, Mapping) else {}


def codes_of(body: bytes) -> str:
    """The words of an answer that are written for programs."""
    return " ".join(_coded(json_of(body)))


def _coded(read: Any) -> Iterator[str]:
    if isinstance(read, list):
        for item in read[:3]:
            yield from _coded(item)
    if not isinstance(read, Mapping):
        return
    for name in ("code", "type", "name", "status", "reason"):
        value = read.get(name)
        if isinstance(value, str) and _CODE.fullmatch(value):
            yield value
    for name in ("error", "errors", "detail", "details"):
        yield from _coded(read.get(name))


_FIELDS = (
    "node_errors",
    "code",
    "name",
    "type",
    "status",
    "message",
    "error",
    "error_message",
    "detail",
    "details",
    "errors",
    "msg",
    "fields",
    "reason",
)


def words_of(read: Any) -> str:
    """What the known fields of an error say, the most telling first."""
    if isinstance(read, str):
        return read
    if isinstance(read, list):
        return "; ".join(filter(None, (words_of(item) for item in read[:3])))
    if not isinstance(read, Mapping):
        return ""
    parts = [words_of(_listed(name, read[name])) for name in _FIELDS if read.get(name)]
    if read.get("param") == "model":
        parts.insert(0, "model not found")
    return "; ".join(dict.fromkeys(filter(None, parts)))


def _listed(name: str, value: Any) -> Any:
    """Errors may be named one by one: {"4": {"errors": […]}}, {"size": ["is too large"]}."""
    named = name.endswith("errors") and isinstance(value, Mapping)
    return list(value.values()) if named and not set(value) & set(_FIELDS) else value


def wait_time(headers: Mapping[str, str], body: bytes = b"") -> float | None:
    """Seconds to wait, from `retry-after-ms`, `retry-after` as a number or a date, or the body."""
    milliseconds = headers.get("retry-after-ms", "")
    value = headers.get("retry-after", "").strip()
    seconds = _number(milliseconds, 1000) if milliseconds else _number(value)
    if seconds is None:
        try:
            seconds = email.utils.parsedate_to_datetime(value).timestamp() - time.time()
        except (TypeError, ValueError, OverflowError):
            found = DELAY.search(text_of(body))
            seconds = _number(found[1] or found[2]) if found else None
    if seconds is None:
        return None
    return max(0.0, seconds) if seconds <= _LONGEST_WAIT else math.inf


def _number(text: str, divisor: float = 1) -> float | None:
    try:
        number = float(text) / divisor
    except ValueError:
        return None
    return None if math.isnan(number) else number
