"""Jobs: work that a vendor takes its time for is submitted once and polled until it is done.

The job's name is on disk before anybody asks how it is getting on. A run that ends early leaves
the job to the next one, which does not submit it again. So is an answer whose picture could not be fetched.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Mapping
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Generic, TypeVar

from ..errors import (
    BadAnswer,
    JobFailed,
    ModelError,
    RateLimited,
    Refused,
    Retired,
    Unavailable,
    UnknownOutcome,
)
from .image_answers import Answer, money, whole_number
from .protocols import Journal
from .wire.pace import pause

T = TypeVar("T")

_EARLY, _GROWTH = 0.1, 1.5  # the first look after a tenth of the vendor's interval, the next ones that much later
_PATIENCE = 3  # polls in which a vendor may not know yet what it has just accepted
_PATIENCE_OLD = 1  # a "not found" may be a gateway's mood
_PERSISTENCE = 5  # polls that were turned away: a gateway's mood passes, a wrong key does not
_UNKNOWN = {None, 404, 410}  # statuses by which a vendor says that it has no such job
_TAKEN_AWAY = {403, 404, 410}  # what pictures' addresses answer when their time is over
_PASSING = (UnknownOutcome, Unavailable, RateLimited)
_NEXT = "it may have been charged; the next run goes on with it"


def notes(answer: Answer) -> dict[str, str]:
    """What has to be known of an answer to fetch its picture later."""
    others = " ".join(other.address for other in answer.others) or None
    facts = {
        "address": answer.address,
        "others": others,
        "revised": answer.revised_prompt,
        "seed": answer.seed,
        "cost": answer.usd,
    }
    return {name: str(value) for name, value in facts.items() if value is not None}


def noted_cost(job: Mapping[str, str]) -> float | None:
    """What a job was said to cost when it was accepted."""
    try:
        return money(float(job["cost"]))
    except (KeyError, ValueError):
        return None


def noted(job: Mapping[str, str]) -> Answer | None:
    """The answer of an earlier run whose picture could not be fetched, if the notes hold one."""
    if "address" not in job:
        return None
    return Answer(
        address=job["address"],
        revised_prompt=job.get("revised"),
        usd=noted_cost(job),
        seed=whole_number(job.get("seed")),
        others=tuple(Answer(address=other) for other in job.get("others", "").split()),
    )


class JobGone(JobFailed):
    """The vendor does not know the job any more."""


class _PollRejected(UnknownOutcome):
    """A poll that got a no for an answer. It was said of the poll: the job goes on, and is paid."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Job(Generic[T]):
    """One piece of work, by what is done about it."""

    submit: Callable[[], Awaitable[Mapping[str, str]]]
    """Hand it in; answers with what is needed to poll it."""
    poll: Callable[[Mapping[str, str]], Awaitable[T | None]]
    """How it is getting on: None while it is not done."""
    fetch: Callable[[T], Awaitable[bytes]]
    """Its picture."""
    closed: Callable[[], ModelError | None]
    interval: float
    seconds: float
    """From its being accepted to its picture."""
    seat: Callable[[], AbstractAsyncContextManager[None]] = contextlib.nullcontext
    """What it holds from submit to done: it is one of the calls in flight."""

    async def run(self, journal: Journal) -> tuple[T, bytes]:
        """What came of it."""
        old = await journal.open_job()
        if old is not None:
            with contextlib.suppress(JobGone, KeyError):  # nobody knows it: it is handed in anew
                return await self._followed(journal, old)
        return await self._followed(journal)

    async def _followed(self, journal: Journal, old: Mapping[str, str] | None = None) -> tuple[T, bytes]:
        """Hand it in, or go on with an old one; poll until it is done; fetch its picture."""
        async with contextlib.AsyncExitStack() as held:
            await held.enter_async_context(self.seat())
            ticket = old if old is not None else await self._submitted(journal)
            try:
                async with asyncio.timeout(self.seconds):
                    done = await self._finish(ticket, old=old is not None)
                    await held.aclose()  # downloads do not count
                    return done, await fetched(self.fetch(done), old=old is not None)
            except TimeoutError:
                text = f"the job is not done after {self.seconds:g} s; {_NEXT}"
                raise UnknownOutcome(text) from None

    async def _submitted(self, journal: Journal) -> Mapping[str, str]:
        ticket = await self.submit()
        await journal.note_job(**ticket)
        return ticket

    async def _finish(self, ticket: Mapping[str, str], *, old: bool) -> T:
        """Poll until it is done: an old job at once, a new one early, and then ever more seldom."""
        patience = _PATIENCE_OLD if old else _PATIENCE
        left: dict[type[ModelError], int] = {JobGone: patience, _PollRejected: _PERSISTENCE}
        wait = self.interval * _EARLY
        await pause(0 if old else wait)
        while True:
            done = None
            try:
                done = await self._polled(ticket)
            except (JobGone, _PollRejected) as error:
                if not left[type(error)]:
                    raise
                left[type(error)] -= 1
            if done is not None:
                return done
            wait = min(self.interval, wait * _GROWTH)
            await pause(wait)

    async def _polled(self, ticket: Mapping[str, str]) -> T | None:
        """A poll that fails is no reason to give the job up: it is paid."""
        try:
            return await self.poll(ticket)
        except (Refused, JobFailed):
            raise  # this is how the job ended
        except ModelError as error:
            if isinstance(error, Retired) and error.status in _UNKNOWN:
                raise JobGone("the vendor does not know the job any more") from None
            text = f"the job can't be followed ({error}); {_NEXT}"
            if self.closed() is not None:
                raise UnknownOutcome(text) from None
            if not isinstance(error, _PASSING):
                raise _PollRejected(text) from None
            await pause(min(error.retry_after or 0.0, self.seconds))
            return None


async def fetched(fetching: Awaitable[bytes], *, old: bool) -> bytes:
    """A picture that is there: whatever keeps it from coming, the next run asks for it again."""
    try:
        return await fetching
    except ModelError as error:
        if old and (error.status in _TAKEN_AWAY or isinstance(error, BadAnswer)):
            raise JobGone("the vendor does not keep the picture any more") from None
        raise UnknownOutcome(f"{error}; the next run goes on with it") from None
