"""All calls to one vendor: whose turn it is, what is sent again, and when nobody is asked any more."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import math
from collections import Counter
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from typing import TypeVar

from ...errors import ModelError, NotAllowed, RateLimited, Retired, Unauthorised, Unavailable, UnknownOutcome
from .pace import scaled
from .paid_calls import Payer, payer_of_this_call
from .retries import Retries, Tries, seconds_before_retry
from .turns import PICTURE, Turns

T = TypeVar("T")
log = logging.getLogger("mkdocs.plugins.illustrate")

_VAIN = 3  # calls in a row that did not reach the vendor, or were not answered in time
_FORBIDDEN = 2  # calls in a row that the key may not make: one may be about its prompt


class VendorQueue:
    """All calls to one vendor go through here: so many at once, a common pause, closed when vain."""

    def __init__(self, limit: int, patience: float = 600.0, *, own: bool = False) -> None:
        self._turns = Turns(limit)
        self._patience, self._own = patience, own
        self._away_since: float | None = None
        self._unreached = self._forbidden = self._silent = 0
        self._stopped = asyncio.Event()
        self._closed: dict[str, ModelError] = {}
        self._answers: Counter[str] = Counter()

    def closed(self, model: str = "") -> ModelError | None:
        """Why nobody is asked any more: the vendor, or one of its models."""
        return self._closed.get("") or self._closed.get(model)

    def stop(self) -> None:
        """Close the queue: who waits in it is not sent any more."""
        self._stopped.set()
        self._close("", Unavailable("the build ended before this was asked"))

    def seat(self) -> AbstractAsyncContextManager[None]:
        """One of the calls in flight, kept for a job from submit to done."""
        return self._turns.seat(PICTURE)

    async def send(
        self,
        call: Callable[[], Awaitable[T]],
        retries: Retries,
        seconds: float,
        model: str = "",
    ) -> T:
        """Send a call when it is its turn; repeat it as far as that may help."""
        tries, number = Tries(retries), self._turns.number()
        while True:
            try:
                async with self._turns.turn(retries.rank, number, model if retries.pays else None):
                    if tries.last is not None and self._stopped.is_set():
                        raise tries.last
                    return await self._once(call, seconds, model, retries, tries.attempt)
            except NotAllowed:
                if tries.last is None:
                    raise
                raise tries.last from None  # there is no money for a repeat: the trouble is still that
            except ModelError as error:
                tries.last = error
                given_up = tries.in_vain(error) and not self._may_come_back(error)
                if given_up or self._waited_too_long(tries, error, model) or self.closed(model):
                    raise
                if not isinstance(error, RateLimited):  # else its turn comes when the vendor has rested
                    await self._wait(scaled(seconds_before_retry(error, tries.attempt)))
                if self._stopped.is_set():
                    raise
            tries.attempt += 1

    def _waited_too_long(self, tries: Tries, error: ModelError, model: str) -> bool:
        """Whether a call was told to wait for longer than a job may take."""
        if not isinstance(error, RateLimited):
            return error.retry_after == math.inf
        if not tries.told_to_wait:
            tries.answers_before = self._answers[model]
        tries.told_to_wait += error.retry_after or 0.0
        waited = tries.told_to_wait > self._patience
        if waited and self._answers[model] == tries.answers_before:
            self._close(model, error)  # nobody's turn came in all that time
        return waited

    def _note_away(self, error: ModelError) -> None:
        """Since when a server of one's own is away."""
        if self._own and self._away_since is None:
            self._away_since = asyncio.get_running_loop().time()
            log.info("%s; it is waited for, %g s at most", error, self._patience)

    def _may_come_back(self, error: ModelError) -> bool:
        """Whether a server of one's own that was there is away: it may be starting anew, with all its models."""
        if self._away_since is None or not isinstance(error, Unavailable):
            return False
        return asyncio.get_running_loop().time() - self._away_since < self._patience

    async def _once(
        self, call: Callable[[], Awaitable[T]], seconds: float, model: str, retries: Retries, attempt: int
    ) -> T:
        why = self.closed(model)
        if why:
            raise why
        sent = asyncio.get_running_loop().time()
        try:
            result = await self._paid(call, seconds, model, payer_of_this_call() if retries.pays else None)
        except _Silent as error:  # each of them takes the whole time-out: three pages of that are enough
            self._silent += 1
            if self._silent >= _VAIN:
                self._close("", error)
            raise
        except ModelError as error:
            self._silent = 0
            if isinstance(error, RateLimited):  # before anybody else is called: all slow down, not only who was told
                error.retry_after = self._rested(error, attempt, model if retries.pays else None, sent)
            if isinstance(error, Unavailable) and (self._answers or not retries.about_model):
                self._note_away(error)  # where a job was handed in, somebody was there, too
            if retries.about_model or not _of_the_job(error):
                self._learn(error, model)
            raise
        self._away_since = None
        self._unreached = self._forbidden = self._silent = 0
        self._answers[model] += 1
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
        except BaseException as error:  # a build that is stopped, too: what is in flight may be charged
            if payer is not None:
                payer.after(error)
            raise
        if payer is not None:
            payer.after(None)
        return result

    def _rested(self, error: RateLimited, attempt: int, model: str | None, sent: float) -> float:
        """Let all rest who have to; answers with the seconds before this call is sent again."""
        named = None if error.retry_after is None else seconds_before_retry(error, attempt)
        if model is not None:
            return self._turns.rest(named, model, sent)
        seconds = seconds_before_retry(error, attempt)
        self._turns.rest_all(seconds)
        return seconds

    def _learn(self, error: ModelError, model: str) -> None:
        """Close the queue if every further call would end like this one."""
        forbidden = isinstance(error, Unauthorised) and not error.closes_vendor
        self._unreached = self._unreached + 1 if isinstance(error, Unavailable) else 0
        self._forbidden = self._forbidden + 1 if forbidden else 0
        away = self._unreached >= _VAIN and not self._may_come_back(error)
        vain = away or self._forbidden >= _FORBIDDEN
        if error.closes_vendor or vain:
            self._close(model if isinstance(error, Retired) else "", error)

    def _close(self, model: str, error: ModelError) -> None:
        """Nobody is asked any more; who waits is told so now, not when their turn comes."""
        self._closed[model] = error
        self._turns.open_up(model)

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


def _of_the_job(error: ModelError) -> bool:
    """What a look is told about its job says nothing about the model, nor about other jobs."""
    return isinstance(error, Retired) or error.status == 403
