"""Whose turn it is: calls that finish something first, jobs in flight, and a pace that many share."""

from __future__ import annotations

import asyncio
import itertools
from collections import deque
from collections.abc import Awaitable, Callable

import pytest

from mkdocs_illustrate.errors import ModelError, RateLimited, UnknownOutcome
from mkdocs_illustrate.models.polling import Job
from mkdocs_illustrate.models.wire.retries import CHAT, IMAGE, POLL
from mkdocs_illustrate.models.wire.vendor_queue import VendorQueue

from .simulated import simulated
from .talk import Notes

LONG = 60.0


def _now() -> float:
    """By the loop's clock, which may be a simulated one."""
    return asyncio.get_running_loop().time()


def test_a_picture_before_further_briefs() -> None:
    """A picture's call goes out with the next free seat, though many briefs wait longer."""
    sent: list[str] = []

    async def page(queue: VendorQueue, number: int) -> None:
        await queue.send(_noting(sent, f"brief {number}"), CHAT, LONG)
        await queue.send(_noting(sent, f"picture {number}"), IMAGE, LONG)

    async def run() -> None:
        queue = VendorQueue(2)
        await asyncio.gather(*(page(queue, n) for n in range(20)))

    asyncio.run(run())
    assert max(sent.index(f"picture {n}") - sent.index(f"brief {n}") for n in range(20)) <= 4


def _noting(sent: list[str], name: str) -> Callable[[], Awaitable[None]]:
    async def call() -> None:
        sent.append(name)
        await asyncio.sleep(0)

    return call


def test_never_more_than_allowed() -> None:
    """However calls end, also by being cancelled, no more are in flight than may be, and no seat is lost."""
    flying = most = 0

    async def call() -> None:
        nonlocal flying, most
        flying += 1
        most = max(most, flying)
        try:
            await asyncio.sleep(0.01)
        finally:
            flying -= 1

    async def run() -> None:
        queue = VendorQueue(3)
        tasks = [asyncio.create_task(queue.send(call, IMAGE if n % 2 else CHAT, LONG)) for n in range(60)]
        for n, task in enumerate(tasks):
            if n % 5 == 0:
                asyncio.get_running_loop().call_later(0.001 * n, task.cancel)
        await asyncio.gather(*tasks, return_exceptions=True)
        assert most == 3
        for _ in range(2):
            await asyncio.wait_for(asyncio.gather(*(queue.send(call, IMAGE, LONG) for _ in range(6))), 5)
        assert most == 3

    asyncio.run(run())


def test_jobs_count_as_in_flight() -> None:
    """Between two looks a job still has its seat: with two seats, two are under way; downloads need none."""
    under_way: set[str] = set()
    most, fetching = 0, asyncio.Event()

    async def run() -> None:
        queue = VendorQueue(2)

        def job(name: str) -> Job[str]:
            looks = iter([None, None, name])

            async def submit() -> dict[str, str]:
                nonlocal most
                under_way.add(name)
                most = max(most, len(under_way))
                return {"job": name}

            async def look() -> str | None:
                return next(looks)

            async def poll(_ticket: object) -> str | None:
                found = await queue.send(look, POLL, LONG)
                under_way.discard(name if found else "")
                return found

            async def fetch(_done: str) -> bytes:
                if name == "0":
                    await asyncio.wait_for(fetching.wait(), 10)
                return b"x"

            return Job(
                submit=lambda: queue.send(submit, IMAGE, LONG),
                poll=poll,
                fetch=fetch,
                closed=queue.closed,
                interval=0.01,
                seconds=LONG,
                seat=queue.seat,
            )

        others = [asyncio.create_task(job(str(n)).run(Notes())) for n in range(6)]
        await asyncio.wait(others[1:], timeout=10)
        fetching.set()
        await asyncio.gather(*others)

    asyncio.run(run())
    assert most == 2


@pytest.mark.real_time
def test_jobs_are_looked_at_early() -> None:
    """A job of a fifth of the vendor's interval is found well before that, and looks grow to the interval."""
    looked: list[float] = []

    async def poll(_ticket: object) -> str | None:
        looked.append(_now())
        return "done" if looked[-1] > 3.5 else None

    async def submit() -> dict[str, str]:
        return {"job": "1"}

    async def fetch(_done: str) -> bytes:
        return b"x"

    job = Job(submit=submit, poll=poll, fetch=fetch, closed=lambda: None, interval=1.0, seconds=LONG)
    simulated(job.run(Notes()))
    assert looked[0] < 0.2
    waits = [after - before for before, after in itertools.pairwise(looked)]
    assert all(b >= a * 0.9 for a, b in itertools.pairwise(waits))
    assert max(waits) < 1.3


class Limited:
    """A vendor that takes so many calls in so many seconds, and says right how long to wait."""

    def __init__(self, most: int, seconds: float) -> None:
        self.most, self.seconds = most, seconds
        self.taken: deque[float] = deque()
        self.vain = 0
        self.burst: list[float] = []

    async def __call__(self) -> str:
        """One call."""
        now = _now()
        while self.taken and now - self.taken[0] >= self.seconds:
            self.taken.popleft()
        await asyncio.sleep(0.01)
        if len(self.taken) >= self.most:
            self.vain += 1
            self.burst.append(now)
            raise RateLimited("slower", retry_after=self.seconds - (now - self.taken[0]))
        self.taken.append(now)
        await asyncio.sleep(0.2)
        return "picture"


@pytest.mark.real_time
def test_a_shared_limit_loses_nothing() -> None:
    """Sixteen pictures, two a second allowed, eight at once: all come, in at most 1.2 times what that needs."""
    vendor = Limited(2, 1.0)

    async def run() -> tuple[list[str], float]:
        queue = VendorQueue(8)
        came = await asyncio.gather(*(queue.send(vendor, IMAGE, LONG, "ink") for _ in range(16)))
        return list(came), _now()

    came, took = simulated(run())
    assert came == ["picture"] * 16
    assert took <= 1.2 * (7 * 1.0 + 0.2)
    assert vendor.vain <= 14


@pytest.mark.real_time
def test_a_limit_of_pictures_holds_no_briefs_up() -> None:
    """Once a model's pace is known, the vendor's other models go on at their own."""
    vendor, briefs = Limited(1, 2.0), list[str]()

    async def run() -> float:
        queue = VendorQueue(4)
        pictures = [asyncio.create_task(queue.send(vendor, IMAGE, LONG, "ink")) for _ in range(4)]
        await asyncio.sleep(2.5)  # the pause that was asked for is over
        began = _now()
        await asyncio.gather(*(queue.send(_noting(briefs, "b"), CHAT, LONG, "words") for _ in range(9)))
        took = _now() - began
        for task in pictures:
            task.cancel()
        await asyncio.gather(*pictures, return_exceptions=True)
        return took

    assert simulated(run()) < 1.0


def test_how_long_a_limit_is_waited_for() -> None:
    """A picture waits for its turn as long as a job may take, and no longer; "at once" is not believed for ever."""
    calls: list[ModelError] = []

    def limited(after: float) -> Callable[[], Awaitable[None]]:
        async def call() -> None:
            calls.append(RateLimited("slower", retry_after=after))
            raise calls[-1]

        return call

    for after, sends in ((100.0, 7), (0.0, 30)):
        calls.clear()
        with pytest.raises(RateLimited):
            asyncio.run(VendorQueue(1, 600.0).send(limited(after), IMAGE, LONG))
        assert len(calls) <= sends


def test_limits_do_not_count_as_vain() -> None:
    """Ten times "too many requests" take nothing from the one repeat of a call with an unknown end."""
    ends: list[ModelError | None] = [*(RateLimited("slower", retry_after=1.0) for _ in range(10))]
    ends += [UnknownOutcome("cut"), *(RateLimited("slower", retry_after=1.0) for _ in range(10)), None]

    async def call() -> str:
        end = ends.pop(0)
        if end is not None:
            raise end
        return "picture"

    assert asyncio.run(VendorQueue(1).send(call, IMAGE, LONG)) == "picture"
