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

_REFUSED = r"moderation|content[_ ]?policy|content[_ ]?filter|safety|nsfw|violat"
_NO_MONEY = (
    r"insufficient[_ ]?(quota|credit|fund|balance)|billing|credits?\b.{0,40}\b(exhaust|run out)"
    r"|out of credit|payment|exceeded your current quota"
)
_NO_MODEL = (
    r"model[_ ]?not[_ ]?found|no such model|unknown model|deprecated|retired"
    r"|model .{0,80}(does not exist|not found|not supported)"
)
_SERVER = range(500, 600)
# The first line that fits decides: statuses, words of the answer, what it is, what to do about it.
_MEANINGS: tuple[tuple[Container[int], str, type[ModelError], str], ...] = (
    ({401, 407}, "", Unauthorised, "the key was not accepted ({}); check it"),
    ({402}, "", OutOfCredit, "the account has no credit left ({})"),
    ({400, 403, 429}, _NO_MONEY, OutOfCredit, "the account has no credit left ({})"),
    ({400, 403, 422}, _REFUSED, Refused, "the prompt or the picture was refused ({})"),
    ({403}, "", Unauthorised, "this key may not use the model ({})"),
    ({404, 410}, "", Retired, "model or address not found ({}); check model and base_url"),
    ({400}, _NO_MODEL, Retired, "the model is not served ({}); choose another"),
    ({429}, "", RateLimited, "too many requests ({})"),
    ({408, *_SERVER}, "", UnknownOutcome, "the server failed ({})"),
    (range(300, 400), "", BadRequest, "the server sends elsewhere ({}); check base_url"),
    (range(1000), "", BadRequest, "the request was not accepted ({})"),
)
_LONGEST_WAIT = 120.0  # seconds; who asks for more is as good as away for this run


def fault(status: int, headers: Mapping[str, str], body: bytes, *secrets: str | None) -> ModelError:
    """The error that an answer means. Its text is one line: what was said, and the cure."""
    said = message(body)
    what = redact(f"HTTP {status}{': ' + said if said else ''}", *secrets)
    wait = wait_time(headers)
    if status == 503 and wait is not None:  # overloaded and says so: nothing was done
        return Unavailable(f"the server is overloaded ({what})", retry_after=wait)
    for statuses, words, kind, text in _MEANINGS:
        if status in statuses and re.search(words, said, re.IGNORECASE):
            return kind(text.format(what), retry_after=wait if kind is RateLimited else None)
    raise AssertionError(status)


def message(body: bytes) -> str:
    """The words of an error answer, in whatever shape it came."""
    text = body[:20_000].decode("utf-8", "replace").strip()
    if text[:1] == "<":
        return "a web page instead of an answer"
    try:
        return _words(json.loads(text))
    except ValueError:
        return text


def _words(read: Any) -> str:
    if isinstance(read, str):
        return read
    if isinstance(read, list):
        return "; ".join(filter(None, (_words(item) for item in read[:3])))
    if not isinstance(read, Mapping):
        return ""
    names = ("code", "name", "type", "message", "error", "detail", "details", "errors", "msg")
    parts = [_words(read[name]) for name in names if read.get(name)]
    return "; ".join(dict.fromkeys(filter(None, parts)))


def wait_time(headers: Mapping[str, str]) -> float | None:
    """Seconds to wait, from `retry-after-ms`, or `retry-after` as a number or a date."""
    milliseconds = headers.get("retry-after-ms", "")
    value = headers.get("retry-after", "").strip()
    try:
        seconds = float(milliseconds) / 1000 if milliseconds else float(value)
    except ValueError:
        try:
            seconds = email.utils.parsedate_to_datetime(value).timestamp() - time.time()
        except (TypeError, ValueError):
            return None
    if math.isnan(seconds):
        return None
    return max(0.0, seconds) if seconds <= _LONGEST_WAIT else math.inf
