"""What an HTTP answer means: status and body -> one of the house's errors, and its cure."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping

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
from .redaction import redact
from .said import DELAY, codes_of, json_of, message, text_of, wait_time, words_of


class ServerFailed(UnknownOutcome):
    """The server answered, and said that it failed."""


# What vendors' codes say, and how their sentences speak of it. Sentences often repeat the prompt:
# a single word means nothing, only turns of speech about the account or the model do.
_WRONG_CODES = r"unknown_parameter|invalid_value|missing_required\w*|unsupported_parameter"
_REFUSED_CODES = r"moderation_\w+|content_?moderation|content_?(policy|filter)\w*|safety_(system|violation)\w*"
_REFUSED = (
    r"moderation[_ ](blocked|system|failed|flagged)|content[_ ]moderation|\bmoderated\b|nsfw"
    r"|(flagged|blocked|rejected) (as|by|for|due to|because)\b.{0,60}"
    r"(moderation|safety|content (polic|filter|checker)|sensitive|sexual|violen|hate)"
    r"|moderation\b.{0,80}\bflagged|\b(input|prompt|request|image) was flagged"
    r"|content[_ ]?(policy|filter|violation)|safety[_ ](system|violation|filter|reasons?\b)"
    r"|violat\w{0,6}.{0,40}(content|usage|use|safety|community|service)\b.{0,20}"
    r"(polic|guideline|terms|rules)|violat\w{0,6} (our |the |their )?(terms|guidelines)\b"
    r"|responsible.?ai"
)
_MONEY_CODES = r"insufficient_(quota|credit|fund|balance)\w*|billing_\w+|payment_required"
_NO_MONEY = (
    r"insufficient (quota|credit|fund|balance)|exhausted balance|payment required"
    r"|billing (hard |soft )?limit|(check|update|enable|set up) .{0,30}\bbilling"
    r"|billing (is|has|was) (not|been)|credits?\b.{0,40}\b(exhaust|run out|required|too low)"
    r"|out of credit|not enough credit|exceeded your current quota"
)
_MODEL_CODES = r"model_?not_?found|(unknown|invalid|deprecated|retired)_model|model_(deprecated|retired)"
_NO_MODEL = (
    r"model[_ ]?not[_ ]?found|no such model|unknown model|invalid model"
    r"|\bmodel\b.{0,80}(does not exist|not found|not supported|no longer)"
    r"|\bmodel\b.{0,80}\b(is|was|been) (now |already )?(deprecated|retired|shut down)"
)
_KEY_CODES = r"(invalid|incorrect|expired)_api_?key|api_key_(invalid|expired)|unauthenticated"
_NO_KEY = (
    r"api[_ ]?key.{0,40}(not valid|invalid|expired|incorrect)|(invalid|incorrect) api.?key"
    r"|not authenticated|organization must be verified|(missing|invalid) authori[sz]ation header"
)
_PACE_CODES = r"rate_?limit\w*|too_many_requests"

_KEY = "the key was not accepted ({}); check it"
_CREDIT = "the account has no credit left ({}); top it up"
_REFUSAL = "the prompt or the picture was refused ({}); change the prompt"
_MODEL = "the model is not served ({}); choose another"
_PACE = "too many requests ({}); lower 'concurrency'"
_OPTIONS = "the request was not accepted ({}); check the options"
_FORBIDDEN = "this key may not use the model ({}); check its rights, or change the prompt"
_NONE = "the answer holds an error ({}); check model, base_url and options"
_SERVER = range(500, 600)
_Meaning = tuple[type[ModelError], str]
# Statuses, codes, turns of speech, what it is, what to do about it. Codes are asked first, then
# sentences; within each the first line that fits decides.
_SAID: tuple[tuple[Container[int], str, str, type[ModelError], str], ...] = (
    ({400, 403}, _KEY_CODES, _NO_KEY, Unauthorised, _KEY),
    ({400, 422}, _WRONG_CODES, "", BadRequest, _OPTIONS),
    ({400, 403, 429}, _MONEY_CODES, _NO_MONEY, OutOfCredit, _CREDIT),
    ({400, 403, 422}, _REFUSED_CODES, _REFUSED, Refused, _REFUSAL),
    ({400, 403, 422}, _MODEL_CODES, _NO_MODEL, Retired, _MODEL),
    ({429}, _PACE_CODES, "", RateLimited, _PACE),
)
# What a status means by itself.
_STATUSES: tuple[tuple[Container[int], type[ModelError], str], ...] = (
    ({401, 407}, Unauthorised, _KEY),
    ({402}, OutOfCredit, _CREDIT),
    ({451}, Refused, _REFUSAL),
    ({404, 410}, Retired, "model or address not found ({}); check model and base_url"),
    ({403}, Unauthorised, _FORBIDDEN),
    ({429}, RateLimited, _PACE),
    ({408, *_SERVER}, ServerFailed, "the server failed ({}); the call may have been charged"),
    (range(300, 400), BadRequest, "the server sends elsewhere ({}); check base_url"),
    (range(1000), BadRequest, _OPTIONS),
)
# What a vendor's file may call a status that means something else there.
_KNOWN: Mapping[str, _Meaning] = {
    "credit": (OutOfCredit, _CREDIT),
    "key": (Unauthorised, _KEY),
    "refused": (Refused, _REFUSAL),
    "model": (Retired, _MODEL),
    "busy": (RateLimited, _PACE),
}


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
    if status == 429 and DELAY.search(text_of(body)):  # who names a delay has something left
        return RateLimited(_PACE.format(what), retry_after=wait)
    kind, text = _said(status, said, codes_of(body)) or _alone(status, known or {})
    wait = wait if kind is RateLimited else None
    found = kind(text.format(what), retry_after=wait, status=status)
    # A status without a word may be about this one prompt: the lane waits for a second one.
    found.closes_vendor = kind.closes_vendor and text is not _FORBIDDEN
    return found


def told(body: bytes) -> ModelError | None:
    """The error that a good status hides: an answer without a picture that holds an `error`."""
    read = json_of(body)
    errors = {name: read[name] for name in ("error", "errors") if read.get(name)}
    said = words_of(errors)
    if not said:
        return None
    kind, text = _said(400, said, codes_of(body)) or (BadAnswer, _NONE)
    return kind(text.format(redact(said)))


def _said(status: int, said: str, coded: str) -> _Meaning | None:
    """What is meant by the words of an answer, if they are plain."""
    rows = [row for row in _SAID if status in row[0]]
    by_code = [(codes, coded, kind, text) for _, codes, _, kind, text in rows]
    by_speech = [(turns, said, kind, text) for _, _, turns, kind, text in rows]
    for pattern, words, kind, text in (*by_code, *by_speech):
        if pattern and re.search(pattern, words, re.IGNORECASE):
            return kind, text
    return None


def _alone(status: int, known: Mapping[int, str]) -> _Meaning:
    if status in known:
        return _KNOWN[known[status]]
    return next((kind, text) for statuses, kind, text in _STATUSES if status in statuses)


def sounds_refused(said: str) -> bool:
    """Whether a vendor's words mean that it does not want to make this picture."""
    return re.search(_REFUSED, said, re.IGNORECASE) is not None
