"""What is sent again, after which pause, and when a vendor is not asked any more.

Decided here, once for all vendors. A picture that may have been charged is asked for at most once more.
"""

from __future__ import annotations

import asyncio
import contextlib
import math
import random
from collections.abc import Awaitable, Callable, Iterator
from contextlib import AbstractAsyncContextManager, contextmanager
from dataclasses import dataclass, replace
from typing import TypeVar

from ...errors import (
    BadAnswer,
    ModelError,
    NotAllowed,
    RateLimited,
    Retired,
    Unauthorised,
    Unavailable,
    UnknownOutcome,
)
from .http_errors import ServerFailed
from .paid_calls import Payer, payer_of_this_call
from .turns import Turns

T = TypeVar("T")

_PAUSE = 1.0  # seconds before the first repeat; doubled for each further one
_LONGEST = 30.0  # seconds, where the vendor names none
_LEAST = 0.1  # seconds after "too many requests"; doubled too
_VAIN = 3  # calls in a row that did not reach the vendor, or were not answered in time
_FORBIDDEN = 2  # calls in a row that the key may not make: one may be about its prompt
_pause_factor = 1.0  # 0 in tests


_FINISHES, _PICTURE, _BRIEF = range(3)


@dataclass(frozen=True, slots=True)
class Retries:
    """How often a call may be sent again, by what happened to it."""

    unknown: int
    unreached: int
    limited: int | None = None
    """None: as long as the job may take; a pace that many share is nobody's fault."""
    sends: int = 100
    """In all, whatever happened."""
    answered: bool = True
    """Whether an answer that says "failed", or is none, counts as unknown; else it ends the try."""
    pays: bool = True
    """Whether each sending may cost money; a look at what was ordered does not."""
    rank: int = _FINISHES
    """Whose turn it is first: what finishes something before what begins it."""
    about_model: bool = True
    """Whether "not found" and "forbidden" speak of the model and the key; of a job they do not."""


CHAT = Retries(unknown=2, unreached=2, limited=2, sends=3, rank=_BRIEF)  # cheap
CHAT_WITH_FALLBACK = replace(CHAT, answered=False)  # can be asked otherwise
IMAGE = Retries(unknown=1, unreached=2, rank=_PICTURE)
JOB_RESULT = Retries(unknown=2, unreached=2, limited=3, pays=False, about_model=False)  # it is paid
POLL = Retries(unknown=0, unreached=0, limited=0, pays=False, about_model=False)  # whoever polls asks again anyway


class VendorQueue:
    """All calls to one vendor go through here: so many at once, a common pause, closed when vain."""

    def __init__(self, limit: int, patience: float = 600.0) -> None:
        self._turns = Turns(limit)
        self._patience = patience
        self._unreached = self._forbidden = self._silent = 0
        self._stopped = asyncio.Event()
        self._closed: dict[str, ModelError] = {}

    def closed(self, model: str = "") -> ModelError | None:
        """Why nobody is asked any more: the vendor, or one of its models."""
        return self._closed.get("") or self._closed.get(model)

    def stop(self) -> None:
        """Close the queue: who waits in it is not sent any more."""
        self._closed[""] = Unavailable("the build ended before this was asked")
        self._stopped.set()
        self._turns.open_up()

    def seat(self) -> AbstractAsyncContextManager[None]:
        """One of the calls in flight, kept for a job from submit to done."""
        return self._turns.seat(_PICTURE)

    async def send(
        self,
        call: Callable[[], Awaitable[T]],
        retries: Retries,
        seconds: float,
        model: str = "",
    ) -> T:
        """Send a call when it is its turn; repeat it as far as that may help."""
        left = {RateLimited: retries.limited, Unavailable: retries.unreached, UnknownOutcome: retries.unknown}
        attempt, number, told_to_wait = 0, self._turns.number(), 0.0
        last: ModelError | None = None
        while True:
            try:
                async with self._turns.turn(retries.rank, number, model if retries.pays else None):
                    if last is not None and self._stopped.is_set():
                        raise last
                    return await self._once(call, seconds, model, retries, attempt)
            except NotAllowed:
                if last is None:
                    raise
                raise last from None  # there is no money for a repeat: the trouble is still that
            except ModelError as error:
                last = error
                wait = _seconds_before_retry(error, attempt)
                limited = isinstance(error, RateLimited)
                told_to_wait += wait * limited
                impatient = wait == math.inf or told_to_wait > self._patience
                if impatient or _in_vain(error, attempt, retries, left) or self.closed(model):
                    raise
                if not limited:  # else its turn comes when the vendor has rested
                    await self._wait(scaled(wait))
                if self._stopped.is_set():
                    raise
            attempt += 1

    async def _once(
        self, call: Callable[[], Awaitable[T]], seconds: float, model: str, retries: Retries, attempt: int
    ) -> T:
        why = self.closed(model)
        if why:
            raise why
        try:
            result = await self._paid(call, seconds, model, payer_of_this_call() if retries.pays else None)
        except _Silent as error:
            self._silent += 1
            if self._silent >= _VAIN:
                self._closed[""] = error
            raise
        except ModelError as error:
            self._silent = 0
            if isinstance(error, RateLimited):  # before anybody else is called: all slow down, not only who was told
                error.retry_after = _seconds_before_retry(error, attempt)
                self._turns.rest(scaled(error.retry_after), model if retries.pays else None)
            if retries.about_model or not _of_the_job(error):
                self._learn(error, model)
            raise
        self._unreached = self._forbidden = self._silent = 0
        return result

    async def _paid(self, call: Callable[[], Awaitable[T]], seconds: float, model: str, payer: Payer | None) -> T:
        """Send a call for whoever pays for it: asked before, told afterwards, whatever happens."""
        if payer is not None:
            await payer.before()
            why = self.closed(model)  # to note it took a while, in which the run may have ended
            if why:
                payer.after(Unavailable("it was not sent"))
                raise why
        try:
            result = await _in_time(call, seconds)
        except BaseException as error:
            if payer is not None:
                payer.after(error)
            raise
        if payer is not None:
            payer.after(None)
        return result

    def _learn(self, error: ModelError, model: str) -> None:
        """Close the queue if every further call would end like this one."""
        forbidden = isinstance(error, Unauthorised) and not error.closes_vendor
        self._unreached = self._unreached + 1 if isinstance(error, Unavailable) else 0
        self._forbidden = self._forbidden + 1 if forbidden else 0
        vain = self._unreached >= _VAIN or self._forbidden >= _FORBIDDEN
        if error.closes_vendor or vain:
            self._closed[model if isinstance(error, Retired) else ""] = error

    async def _wait(self, seconds: float) -> None:
        """Wait, unless the build ends."""
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._stopped.wait(), seconds)


class _Silent(UnknownOutcome):
    """No answer in time."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"no answer within {seconds:g} s; it may have been charged")


async def _in_time(call: Callable[[], Awaitable[T]], seconds: float) -> T:
    try:
        async with asyncio.timeout(seconds):
            return await call()
    except TimeoutError:
        raise _Silent(seconds) from None


def _in_vain(error: ModelError, attempt: int, retries: Retries, left: dict[type[ModelError], int | None]) -> bool:
    """Count an end of a call: whether another one would be one too many."""
    kind = UnknownOutcome if isinstance(error, UnknownOutcome) else type(error)
    more = left.get(kind, 0)
    if more is not None:
        more = left[kind] = more - 1
    given_up = not retries.answered and isinstance(error, ServerFailed | BadAnswer)
    return given_up or (more is not None and more < 0) or attempt + 1 >= retries.sends


def _seconds_before_retry(error: ModelError, attempt: int) -> float:
    """Seconds before a repeat; without end if the vendor asks for longer than a run lasts."""
    if isinstance(error, BadAnswer):
        return 0.0
    if error.retry_after is None:
        return min(_LONGEST, _PAUSE * 2.0**attempt * (0.75 + random.random() / 4))  # noqa: S311 - only spreads
    # Who says "at once" again and again does not mean it.
    return max(error.retry_after, min(_LONGEST, _LEAST * 2.0**attempt) if isinstance(error, RateLimited) else 0.0)


def _of_the_job(error: ModelError) -> bool:
    """What a look is told about its job says nothing about the model, nor about other jobs."""
    return isinstance(error, Retired) or error.status == 403


async def pause(seconds: float) -> None:
    """Sleep, while other calls go on."""
    await asyncio.sleep(scaled(seconds))


def scaled(seconds: float) -> float:
    """How long a pause really is."""
    return seconds * _pause_factor


@contextmanager
def no_pauses() -> Iterator[None]:
    """For tests: whoever would wait before the next try goes on at once."""
    global _pause_factor  # noqa: PLW0603 - the switch for the whole process, for the time of a test
    before, _pause_factor = _pause_factor, 0.0
    try:
        yield
    finally:
        _pause_factor = before
