"""One vendor's door: so many calls at once, a common pause when asked to slow down, shut when vain.

What may be repeated is decided here, once for all vendors. A picture that may have been charged is
asked for at most once more.
"""

from __future__ import annotations

import asyncio
import contextlib
import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TypeVar

from ...errors import (
    BadAnswer,
    ModelError,
    RateLimited,
    Retired,
    Unauthorised,
    Unavailable,
    UnknownOutcome,
)
from .faults import ServerFailed
from .pauses import lasting

T = TypeVar("T")

_PAUSE = 1.0  # seconds before the first repeat; doubled for each further one
_VAIN = 3  # calls in a row that did not reach the vendor, or were not answered in time
_FORBIDDEN = 2  # calls in a row that the key may not make: one may be about its prompt


@dataclass(frozen=True, slots=True)
class Repeats:
    """How often a call may be sent again, by what happened to it."""

    unknown: int
    unreached: int
    limited: int = 3
    sends: int = 100
    """In all, whatever happened."""
    answered: bool = True
    """Whether an answer that says "failed", or is none, counts as unknown; else it ends the try."""
    about_model: bool = True
    """Whether "not found" and "forbidden" speak of the model and the key; of a job they do not."""


CHAT = Repeats(unknown=2, unreached=2, limited=2, sends=3)  # cheap
RUNG = Repeats(unknown=2, unreached=2, limited=2, sends=3, answered=False)  # a question that has other forms
IMAGE = Repeats(unknown=1, unreached=2)
RESULT = Repeats(unknown=2, unreached=2, about_model=False)  # of a job that is paid
LOOK = Repeats(unknown=0, unreached=0, limited=0, about_model=False)  # whoever looks again anyway


class Lane:
    """All calls to one vendor go through here."""

    def __init__(self, limit: int) -> None:
        self._gate = asyncio.Semaphore(limit)
        self._open_at = 0.0
        self._unreached = self._forbidden = self._silent = 0
        self._stopped = asyncio.Event()
        self._shut: dict[str, ModelError] = {}

    def shut(self, model: str = "") -> ModelError | None:
        """Why nobody is asked any more: the vendor, or one of its models."""
        return self._shut.get("") or self._shut.get(model)

    def stop(self) -> None:
        """Shut the door: who waits before it is not sent any more."""
        self._shut[""] = Unavailable("the build ended before this was asked")
        self._stopped.set()

    async def send(
        self,
        call: Callable[[], Awaitable[T]],
        repeats: Repeats,
        seconds: float,
        model: str = "",
    ) -> T:
        """Send a call when it is its turn; repeat it as far as that may help."""
        left = {RateLimited: repeats.limited, Unavailable: repeats.unreached}
        left[UnknownOutcome] = repeats.unknown
        attempt = 0
        while True:
            try:
                return await self._once(call, seconds, model, repeats)
            except ModelError as error:
                kind = UnknownOutcome if isinstance(error, UnknownOutcome) else type(error)
                left[kind] = left.get(kind, 0) - 1
                wait = self._wait(error, attempt)
                vain = left[kind] < 0 or attempt + 1 >= repeats.sends
                vain |= not repeats.answered and isinstance(error, ServerFailed | BadAnswer)
                if vain or self.shut(model) or wait is None:
                    raise
                await self._rest(lasting(wait))
                if self._stopped.is_set():
                    raise
            attempt += 1

    async def _once(self, call: Callable[[], Awaitable[T]], seconds: float, model: str, repeats: Repeats) -> T:
        async with self._gate:
            await self._pause()
            closed = self.shut(model)
            if closed:
                raise closed
            try:
                async with asyncio.timeout(seconds):
                    result = await call()
            except TimeoutError:
                error = UnknownOutcome(f"no answer within {seconds:g} s; it may have been charged")
                self._silent += 1
                if self._silent >= _VAIN:
                    self._shut[""] = error
                raise error from None
            except ModelError as error:
                self._silent = 0
                if repeats.about_model or not _of_the_job(error):
                    self._learn(error, model)
                raise
            self._unreached = self._forbidden = self._silent = 0
            return result

    def _learn(self, error: ModelError, model: str) -> None:
        """Shut the door if every further call would end like this one."""
        forbidden = isinstance(error, Unauthorised) and not error.closes_vendor
        self._unreached = self._unreached + 1 if isinstance(error, Unavailable) else 0
        self._forbidden = self._forbidden + 1 if forbidden else 0
        vain = self._unreached >= _VAIN or self._forbidden >= _FORBIDDEN
        if error.closes_vendor or vain:
            self._shut[model if isinstance(error, Retired) else ""] = error

    def _wait(self, error: ModelError, attempt: int) -> float | None:
        """Seconds before a repeat; None if the vendor asks for longer than a run lasts."""
        if error.retry_after == float("inf"):
            return None
        if isinstance(error, BadAnswer):
            return 0.0
        wait = error.retry_after
        if wait is None:
            wait = _PAUSE * 2**attempt * (0.75 + random.random() / 4)  # noqa: S311 - only spreads
        if isinstance(error, RateLimited):  # everybody slows down, not only who was told
            self._open_at = max(self._open_at, asyncio.get_running_loop().time() + lasting(wait))
        return wait

    async def _pause(self) -> None:
        loop = asyncio.get_running_loop()
        while not self._stopped.is_set() and (wait := self._open_at - loop.time()) > 0:  # prolonged
            await self._rest(wait)

    async def _rest(self, seconds: float) -> None:
        """Wait, unless the build ends."""
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._stopped.wait(), seconds)


def _of_the_job(error: ModelError) -> bool:
    """What a look is told about its job says nothing about the model, nor about other jobs."""
    return isinstance(error, Retired) or error.status == 403
