"""What is sent again, after which pause, and when a vendor is not asked any more.

Decided here, once for all vendors. A picture that may have been charged is asked for at most once more.
"""

from __future__ import annotations

import asyncio
import contextlib
import random
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
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

T = TypeVar("T")

_PAUSE = 1.0  # seconds before the first repeat; doubled for each further one
_VAIN = 3  # calls in a row that did not reach the vendor, or were not answered in time
_FORBIDDEN = 2  # calls in a row that the key may not make: one may be about its prompt
_pause_factor = 1.0  # 0 in tests


@dataclass(frozen=True, slots=True)
class Retries:
    """How often a call may be sent again, by what happened to it."""

    unknown: int
    unreached: int
    limited: int = 3
    sends: int = 100
    """In all, whatever happened."""
    answered: bool = True
    """Whether an answer that says "failed", or is none, counts as unknown; else it ends the try."""
    pays: bool = True
    """Whether each sending may cost money; a look at what was ordered does not."""
    about_model: bool = True
    """Whether "not found" and "forbidden" speak of the model and the key; of a job they do not."""


CHAT = Retries(unknown=2, unreached=2, limited=2, sends=3)  # cheap
CHAT_WITH_FALLBACK = Retries(unknown=2, unreached=2, limited=2, sends=3, answered=False)  # can be asked otherwise
IMAGE = Retries(unknown=1, unreached=2)
JOB_RESULT = Retries(unknown=2, unreached=2, pays=False, about_model=False)  # it is paid
POLL = Retries(unknown=0, unreached=0, limited=0, pays=False, about_model=False)  # whoever polls asks again anyway


class VendorQueue:
    """All calls to one vendor go through here: so many at once, a common pause, closed when vain."""

    def __init__(self, limit: int) -> None:
        self._turns = asyncio.Semaphore(limit)
        self._open_at = 0.0
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

    async def send(
        self,
        call: Callable[[], Awaitable[T]],
        retries: Retries,
        seconds: float,
        model: str = "",
    ) -> T:
        """Send a call when it is its turn; repeat it as far as that may help."""
        left = {RateLimited: retries.limited, Unavailable: retries.unreached}
        left[UnknownOutcome] = retries.unknown
        attempt = 0
        last: ModelError | None = None
        while True:
            try:
                return await self._once(call, seconds, model, retries)
            except NotAllowed:
                if last is None:
                    raise
                raise last from None  # there is no money for a repeat: the trouble is still that
            except ModelError as error:
                last = error
                kind = UnknownOutcome if isinstance(error, UnknownOutcome) else type(error)
                left[kind] = left.get(kind, 0) - 1
                wait = self._seconds_before_retry(error, attempt)
                vain = left[kind] < 0 or attempt + 1 >= retries.sends
                vain |= not retries.answered and isinstance(error, ServerFailed | BadAnswer)
                if vain or self.closed(model) or wait is None:
                    raise
                await self._wait(scaled(wait))
                if self._stopped.is_set():
                    raise
            attempt += 1

    async def _once(self, call: Callable[[], Awaitable[T]], seconds: float, model: str, retries: Retries) -> T:
        async with self._turns:
            await self._common_pause()
            why = self.closed(model)
            if why:
                raise why
            try:
                result = await _paid(call, seconds, payer_of_this_call() if retries.pays else None)
            except _Silent as error:
                self._silent += 1
                if self._silent >= _VAIN:
                    self._closed[""] = error
                raise
            except ModelError as error:
                self._silent = 0
                if retries.about_model or not _of_the_job(error):
                    self._learn(error, model)
                raise
            self._unreached = self._forbidden = self._silent = 0
            return result

    def _learn(self, error: ModelError, model: str) -> None:
        """Close the queue if every further call would end like this one."""
        forbidden = isinstance(error, Unauthorised) and not error.closes_vendor
        self._unreached = self._unreached + 1 if isinstance(error, Unavailable) else 0
        self._forbidden = self._forbidden + 1 if forbidden else 0
        vain = self._unreached >= _VAIN or self._forbidden >= _FORBIDDEN
        if error.closes_vendor or vain:
            self._closed[model if isinstance(error, Retired) else ""] = error

    def _seconds_before_retry(self, error: ModelError, attempt: int) -> float | None:
        """Seconds before a repeat; None if the vendor asks for longer than a run lasts."""
        if error.retry_after == float("inf"):
            return None
        if isinstance(error, BadAnswer):
            return 0.0
        wait = error.retry_after
        if wait is None:
            wait = _PAUSE * 2**attempt * (0.75 + random.random() / 4)  # noqa: S311 - only spreads
        if isinstance(error, RateLimited):  # everybody slows down, not only who was told
            self._open_at = max(self._open_at, asyncio.get_running_loop().time() + scaled(wait))
        return wait

    async def _common_pause(self) -> None:
        loop = asyncio.get_running_loop()
        while not self._stopped.is_set() and (wait := self._open_at - loop.time()) > 0:  # prolonged
            await self._wait(wait)

    async def _wait(self, seconds: float) -> None:
        """Wait, unless the build ends."""
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._stopped.wait(), seconds)


class _Silent(UnknownOutcome):
    """No answer in time."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"no answer within {seconds:g} s; it may have been charged")


async def _paid(call: Callable[[], Awaitable[T]], seconds: float, payer: Payer | None) -> T:
    """Send a call for whoever pays for it: asked before, told afterwards, whatever happens."""
    if payer is not None:
        await payer.before()
    try:
        result = await _in_time(call, seconds)
    except BaseException as error:
        if payer is not None:
            payer.after(error)
        raise
    if payer is not None:
        payer.after(None)
    return result


async def _in_time(call: Callable[[], Awaitable[T]], seconds: float) -> T:
    try:
        async with asyncio.timeout(seconds):
            return await call()
    except TimeoutError:
        raise _Silent(seconds) from None


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
