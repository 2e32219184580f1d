"""An HTTP answer that holds an error -> one of the house's errors, in one line with its cure.

What is meant by a status stands here, what by vendors' words in error_rules.
"""

from __future__ import annotations

import email.utils
import math
import re
import time
from collections.abc import Container, Iterator, Mapping
from typing import Any

from ...errors import (
    BadAnswer,
    BadRequest,
    ModelError,
    OutOfCredit,
    RateLimited,
    Refused,
    Retired,
    Unauthorised,
    Unavailable,
    UnknownOutcome,
)
from .error_rules import CREDIT, KEY, MODEL, OPTIONS, PACE, REFUSAL, REFUSED, RULES, Row
from .messages import read_json
from .redaction import redact


class ServerFailed(UnknownOutcome):
    """The server answered, and said that it failed."""


_FORBIDDEN = "this key may not use the model ({}); check its rights, or change the prompt"
_NONE = "the answer holds an error ({}); check model, base_url and options"
_Meaning = tuple[type[ModelError], str]
# What a status means by itself.
_STATUSES: tuple[tuple[Container[int], type[ModelError], str], ...] = (
    ({401, 407}, Unauthorised, KEY),
    ({402}, OutOfCredit, CREDIT),
    ({451}, Refused, REFUSAL),
    ({404, 410}, Retired, "model or address not found ({}); check model and base_url"),
    ({403}, Unauthorised, _FORBIDDEN),
    ({429}, RateLimited, PACE),
    # 408 too: a server that waited for the rest of a request may have begun to work on it.
    ({408, *range(500, 600)}, ServerFailed, "the server failed ({}); the call may have been charged"),
    # Redirects are not followed: one that comes back says that the address is another.
    (range(300, 400), BadRequest, "the server sends elsewhere ({}); check base_url"),
    (range(1000), BadRequest, OPTIONS),
)
# What a vendor's file may call a status that means something else there.
_KNOWN: Mapping[str, _Meaning] = {
    "credit": (OutOfCredit, CREDIT),
    "key": (Unauthorised, KEY),
    "refused": (Refused, REFUSAL),
    "model": (Retired, MODEL),
    "busy": (RateLimited, PACE),
}
_LONGEST_WAIT = 120.0  # seconds; who asks for more is as good as away for this run
_DELAY = re.compile(
    r'"(?:retry_?(?:delay|after)|estimated_time)"\s*:\s*"?([\d.]+)s?"?'  # "retryDelay": "31s", "estimated_time": 20.0
    r"|resets? in ~?(\d+) ?s",  # Your rate limit resets in ~30s.
    re.IGNORECASE,
)
_CHARGED = re.compile(r"(; )?(it|the call) may have been charged")  # no answer within 5 s; it may have been charged
_CODE = re.compile(r"[\w.-]{3,80}")  # content_policy_violation, and no sentence
# Where errors say something, the most telling first: ComfyUI has its reason in node_errors, and "error" says that
# there was one.
_FIELDS = (
    *("node_errors", "code", "name", "type", "status", "message", "error", "error_message"),
    *("detail", "details", "errors", "msg", "fields", "reason"),
)


def http_error(
    status: int,
    headers: Mapping[str, str],
    body: bytes,
    *secrets: str | None,
    known: Mapping[int, str] | None = None,
) -> ModelError:
    """The error that an answer means. Its text is one line: what was said, and the cure."""
    text = error_text(body)
    what = redact(f"HTTP {status}{': ' + text if text else ''}", *secrets)
    wait = retry_after(headers, body)
    if status == 503 and wait is not None:  # overloaded and says so: nothing was done
        return Unavailable(f"the server is overloaded ({what})", retry_after=wait)
    if status == 429 and _DELAY.search(_text(body)):  # who names a delay has something left
        return RateLimited(PACE.format(what), retry_after=wait)
    kind, cure = _by_words(status, text, _codes(body)) or _by_status(status, known or {})
    wait = wait if kind is RateLimited else None
    error = kind(cure.format(what), retry_after=wait, status=status)
    # A status without a word may be about this one prompt: the queue waits for a second one.
    error.closes_vendor = kind.closes_vendor and cure is not _FORBIDDEN
    return error


def hidden_error(body: bytes) -> ModelError | None:
    """The error that a good status hides: an answer without a picture that holds an `error`."""
    read = _json(body)
    text = _words({name: read[name] for name in ("error", "errors") if read.get(name)})
    if not text:
        return None
    kind, cure = _by_words(400, text, _codes(body)) or (BadAnswer, _NONE)
    return kind(cure.format(redact(text)))


def uncharged(error: ModelError) -> None:
    """Take out of an error what is true only where calls cost something."""
    error.args = (_CHARGED.sub("", str(error)),)
    error.maybe_charged = False


def sounds_refused(text: str) -> bool:
    """Whether a vendor's words mean that it does not want to make this picture."""
    return _fits(REFUSED.sentences, text)


def _by_words(status: int, text: str, codes: str) -> _Meaning | None:
    """What is meant by the words of an answer, if they are plain."""
    rules = [rule for rule in RULES if status in rule.statuses]
    by_code = (rule for rule in rules if _fits(rule.codes, codes))
    by_sentence = (rule for rule in rules if _fits(rule.sentences, text))
    return next(((rule.error, rule.cure) for found in (by_code, by_sentence) for rule in found), None)


def _fits(rows: tuple[Row, ...], text: str) -> bool:
    return any(re.search(pattern, text, re.IGNORECASE) for pattern, _ in rows)


def _by_status(status: int, known: Mapping[int, str]) -> _Meaning:
    if status in known:
        return _KNOWN[known[status]]
    return next((kind, cure) for statuses, kind, cure in _STATUSES if status in statuses)


def error_text(body: bytes) -> str:
    """The words of an error answer, in whatever shape it came."""
    text = _text(body)
    if text[:1] == "<":
        return "a web page instead of an answer"
    try:
        return _words(read_json(text))
    except ValueError:
        return text


def _text(body: bytes) -> str:
    """As much of an answer's text as an error needs."""
    # A gateway may answer with a megabyte of web page.
    return body[:20_000].decode("utf-8", "replace").strip()


def _json(body: bytes) -> Mapping[str, Any]:
    """The JSON of an answer; empty where it is none."""
    try:
        read = read_json(_text(body))
    except ValueError:
        return {}
    return read if isinstance(read, Mapping) else {}


def _codes(body: bytes) -> str:
    """The words of an answer that are written for programs."""
    return " ".join(_coded(_json(body)))


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


def _words(read: Any) -> str:
    """What the known fields of an error say, the most telling first."""
    if isinstance(read, str):
        return read
    if isinstance(read, list):
        # Three tell what is wrong; a form may list every field that it has.
        return "; ".join(filter(None, (_words(item) for item in read[:3])))
    if not isinstance(read, Mapping):
        return ""
    parts = [_words(_listed(name, read[name])) for name in _FIELDS if read.get(name)]
    if read.get("param") == "model":
        parts.insert(0, "model not found")
    return "; ".join(dict.fromkeys(filter(None, parts)))


def _listed(name: str, value: Any) -> Any:
    """Errors may be named one by one: {"4": {"errors": […]}}, {"size": ["is too large"]}."""
    named = name.endswith("errors") and isinstance(value, Mapping)
    return list(value.values()) if named and not set(value) & set(_FIELDS) else value


def retry_after(headers: Mapping[str, str], body: bytes = b"") -> float | None:
    """Seconds to wait, from `retry-after-ms`, `retry-after` as a number or a date, or the body."""
    milliseconds = headers.get("retry-after-ms", "")
    value = headers.get("retry-after", "").strip()
    seconds = _number(milliseconds, 1000) if milliseconds else _number(value)
    if seconds is None:
        try:
            seconds = email.utils.parsedate_to_datetime(value).timestamp() - time.time()
        except (TypeError, ValueError, OverflowError):
            found = _DELAY.search(_text(body))
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
