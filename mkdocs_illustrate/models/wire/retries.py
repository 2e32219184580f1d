"""What is sent again, and after which pause: decided here, once for all vendors.

A picture that may have been charged is asked for at most once more.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field, replace

from ...errors import BadAnswer, ModelError, RateLimited, Unavailable, UnknownOutcome
from .http_errors import ServerFailed
from .turns import BRIEF, FINISHES, PICTURE

_PAUSE = 1.0  # seconds before the first repeat; doubled for each further one
_LONGEST = 30.0  # seconds, where the vendor names none
_LEAST = 0.1  # seconds after "too many requests"; doubled too
_MOST = 100  # sendings of one call, whatever happens: no vendor's fault may keep a build for ever


@dataclass(frozen=True, slots=True)
class Retries:
    """How often a call may be sent again, by what happened to it."""

    unknown: int
    unreached: int
    limited: int | None = None
    """None: as long as the job may take; a pace that many share is nobody's fault."""
    all: int | None = None
    """Whatever happened, but for being told to come later."""
    ends: tuple[type[ModelError], ...] = ()
    """What came after which the same is not sent again."""
    pays: bool = True
    """Whether each sending may cost money; a look at what was ordered does not."""
    rank: int = FINISHES
    """Whose turn it is first: what finishes something before what begins it."""
    about_model: bool = True
    """Whether "not found" and "forbidden" speak of the model and the key; of a job they do not."""


CHAT = Retries(unknown=2, unreached=2, all=2, ends=(BadAnswer,), rank=BRIEF)  # cheap
CHAT_WITH_FALLBACK = replace(CHAT, ends=(BadAnswer, ServerFailed))  # can be asked otherwise
IMAGE = Retries(unknown=1, unreached=2, rank=PICTURE)
JOB_RESULT = Retries(unknown=2, unreached=2, limited=3, pays=False, about_model=False)  # it is paid
POLL = Retries(unknown=0, unreached=0, limited=0, pays=False, about_model=False)  # whoever polls asks again anyway


@dataclass(slots=True)
class Tries:
    """What became of one call so far."""

    retries: Retries
    attempt: int = 0
    last: ModelError | None = None
    told_to_wait: float = 0.0
    answers_before: int = 0
    """The model's answers to others, when this was told to wait for the first time."""
    left: dict[type[ModelError], int | None] = field(init=False)

    def __post_init__(self) -> None:
        allowed = self.retries
        self.left = {
            RateLimited: allowed.limited,
            Unavailable: allowed.unreached,
            UnknownOutcome: allowed.unknown,
            ModelError: allowed.all,
        }

    def in_vain(self, error: ModelError) -> bool:
        """Count an end of a call: whether another one would be one too many."""
        kind = UnknownOutcome if isinstance(error, UnknownOutcome) else type(error)
        counted = {kind} if kind is RateLimited else {kind, ModelError}
        for one in counted:
            more = self.left.get(one, 0)
            self.left[one] = more if more is None else more - 1
        given_up = isinstance(error, self.retries.ends)
        return given_up or self.attempt + 1 >= _MOST or any((self.left[one] or 0) < 0 for one in counted)


def seconds_before_retry(error: ModelError, attempt: int) -> float:
    """Seconds before a repeat; without end if the vendor asks for longer than a run lasts."""
    if isinstance(error, BadAnswer):
        return 0.0
    if error.retry_after is None:
        return min(_LONGEST, _PAUSE * 2.0**attempt * (0.75 + random.random() / 4))  # noqa: S311 - only spreads
    # Who says "at once" again and again does not mean it.
    return max(error.retry_after, min(_LONGEST, _LEAST * 2.0**attempt) if isinstance(error, RateLimited) else 0.0)
