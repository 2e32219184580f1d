"""What an HTTP answer means: status and body -> one of the house's errors, and its cure.

Vendors write their errors in many shapes; the words are looked for in all of them.
"""

from __future__ import annotations

import email.utils
import json
import math
import re
import time
from collections.abc import Container, Mapping
from typing import Any

from ...errors import (
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
from .redaction import redact


class ServerFailed(UnknownOutcome):
    """The server answered, and said that it failed."""


_WRONG = r"^(unknown_parameter|invalid_value|missing_required|unsupported_parameter)"
_REFUSED = (
    r"moderation[_ ](blocked|system|failed|flagged)|content[_ ]moderation|moderated"
    r"|(flagged|blocked|rejected)\b.{0,80}(moderation|safety|policy|content)|nsfw"
    r"|content[_ ]?(policy|filter|violation)|safety[_ ](system|violation|filter|reasons?\b)"
    r"|violat\w*.{0,60}(polic|guideline|terms|rules)|responsible.?ai"
)
_NO_MONEY = (
    r"insufficient[_ ]?(quota|credit|fund|balance)|billing|exhausted balance"
    r"|credits?\b.{0,40}\b(exhaust|run out|required|too low)|out of credit|payment required"
    r"|not enough credit|exceeded your current quota"
)
_NO_MODEL = (
    r"model[_ ]?not[_ ]?found|no such model|unknown model|invalid model|deprecated|retired"
    r"|model .{0,80}(does not exist|not found|not supported|no longer)"
)
_NO_KEY = r"api[_ ]?key.{0,40}(not valid|invalid|expired|incorrect)|(invalid|incorrect) api.?key"
_SERVER = range(500, 600)
_Meaning = tuple[Container[int], str, type[ModelError], str]
# The first line that fits decides: statuses, words of the answer, what it is, what to do about it.
_MEANINGS: tuple[_Meaning, ...] = (
    ({401, 407}, "", Unauthorised, "the key was not accepted ({}); check it"),
    ({402}, "", OutOfCredit, "the account has no credit left ({}); top it up"),
    ({400, 403}, _NO_KEY, Unauthorised, "the key was not accepted ({}); check it"),
    ({400, 422}, _WRONG, BadRequest, "the request was not accepted ({}); check the options"),
    ({400, 403, 429}, _NO_MONEY, OutOfCredit, "the account has no credit left ({}); top it up"),
    ({451}, "", Refused, "the prompt or the picture was refused ({}); change the prompt"),
    (
        {400, 403, 422},
        _REFUSED,
        Refused,
        "the prompt or the picture was refused ({}); change the prompt",
    ),
    ({404, 410}, "", Retired, "model or address not found ({}); check model and base_url"),
    ({400, 403, 422}, _NO_MODEL, Retired, "the model is not served ({}); choose another"),
    ({403}, "", Unauthorised, "this key may not use the model ({}); check its rights"),
    ({429}, "", RateLimited, "too many requests ({}); lower 'concurrency'"),
    ({408, *_SERVER}, "", ServerFailed, "the server failed ({}); the call may have been charged"),
    (range(300, 400), "", BadRequest, "the server sends elsewhere ({}); check base_url"),
    (range(1000), "", BadRequest, "the request was not accepted ({}); check the options"),
)
# What a vendor's file may call a status that means something else there.
_KNOWN: Mapping[str, tuple[type[ModelError], str]] = {
    "credit": (OutOfCredit, "the account has no credit left ({}); top it up"),
    "key": (Unauthorised, "the key was not accepted ({}); check it"),
    "refused": (Refused, "the prompt or the picture was refused ({}); change the prompt"),
    "model": (Retired, "the model is not served ({}); choose another"),
    "busy": (RateLimited, "too many requests ({}); lower 'concurrency'"),
}
_LONGEST_WAIT = 120.0  # seconds; who asks for more is as good as away for this run
_DELAY = re.compile(
    r'"retry_?(?:delay|after)"\s*:\s*"?([\d.]+)s?"?|resets? in ~?(\d+) ?s', re.IGNORECASE
)


def fault(
    status: int,
    headers: Mapping[str, str],
    body: bytes,
    *secrets: str | None,
    known: Mapping[int, str] | None = None,
) -> ModelError:
    """The error that an answer means. Its text is one line: what was said, and the cure."""
    said = message(body)
    what = redact(f"HTTP {status}{': ' + said if said else ''}", *secrets)
    wait = wait_time(headers, body)
    if status == 503 and wait is not None:  # overloaded and says so: nothing was done
        return Unavailable(f"the server is overloaded ({what})", retry_after=wait)
    if status == 429 and _DELAY.search(_text(body)):  # who names a delay has something left
        return RateLimited(_KNOWN["busy"][1].format(what), retry_after=wait)
    for statuses, words, kind, text in _MEANINGS:
        if status in statuses and re.search(words, said, re.IGNORECASE):
            if not words and known and status in known:
                kind, text = _KNOWN[known[status]]  # noqa: PLW2901 - this vendor means another
            return kind(text.format(what), retry_after=wait if kind is RateLimited else None)
    raise AssertionError(status)


def sounds_refused(said: str) -> bool:
    """Whether a vendor's words mean that it does not want to make this picture."""
    return re.search(_REFUSED, said, re.IGNORECASE) is not None


def message(body: bytes) -> str:
    """The words of an error answer, in whatever shape it came."""
    text = _text(body)
    if text[:1] == "<":
        return "a web page instead of an answer"
    try:
        return _words(json.loads(text))
    except (ValueError, RecursionError):
        return text


def _text(body: bytes) -> str:
    return body[:20_000].decode("utf-8", "replace").strip()


def _words(read: Any) -> str:
    if isinstance(read, str):
        return read
    if isinstance(read, list):
        return "; ".join(filter(None, (_words(item) for item in read[:3])))
    if not isinstance(read, Mapping):
        return ""
    names = ("code", "name", "type", "status", "message", "error", "error_message", "detail",
             "details", "errors", "msg", "fields", "reason")  # fmt: skip
    parts = [_words(read[name]) for name in names if read.get(name)]
    if read.get("param") == "model":
        parts.insert(0, "model not found")
    return "; ".join(dict.fromkeys(filter(None, parts)))


def wait_time(headers: Mapping[str, str], body: bytes = b"") -> float | None:
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
