"""Too many requests: all pictures come, in little more than the time that the vendor's limit takes.

The clock is that of `simulated`: what takes minutes is over at once, and takes as many of them on a busy machine as on
a quiet one.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock

import pytest

from mkdocs_illustrate.errors import ModelError, RateLimited
from mkdocs_illustrate.models.model_registry import Registry
from mkdocs_illustrate.models.protocols import NoJournal
from mkdocs_illustrate.models.wire.retries import CHAT, IMAGE, Retries
from mkdocs_illustrate.models.wire.vendor_queue import VendorQueue
from mkdocs_illustrate.settings import ImageSettings, TimeoutSettings
from mkdocs_illustrate.testing.answers import Reply
from mkdocs_illustrate.testing.calls import Call
from mkdocs_illustrate.testing.server import ModelServer

from .conftest import KEY
from .simulated import simulated
from .talk import PICTURES, wanted

pytestmark = pytest.mark.real_time
AT_ONCE = 8


@dataclass
class Bucket:
    """So many calls are taken at once, and then so many a second."""

    most: int
    a_second: float
    taken: list[float] = field(default_factory=list)

    def opens(self, now: float) -> float:
        """When the next call is taken."""
        left, since = float(self.most), 0.0
        for at in self.taken:
            left, since = min(self.most, left + (at - since) * self.a_second) - 1, at
        left = min(self.most, left + (now - since) * self.a_second)
        return now if left > 1 - 1e-9 else now + (1 - left) / self.a_second


@dataclass
class Window:
    """So many calls are taken in so many seconds: the last ones, or by the clock."""

    most: int
    seconds: float
    by_the_clock: bool = False
    taken: list[float] = field(default_factory=list)

    def opens(self, now: float) -> float:
        """When the next call is taken."""
        if len(self.taken) < self.most:
            return now
        first = self.taken[-self.most]
        begins = first // self.seconds * self.seconds if self.by_the_clock else first
        return max(now, begins + self.seconds)


@dataclass
class Vendor:
    """A vendor with a limit; one that is told politely, or one that says no more than "too many"."""

    limit: Bucket | Window
    says_how_long: bool
    takes: float
    turned_away: int = 0

    async def __call__(self) -> str:
        """One call."""
        now = asyncio.get_running_loop().time()
        wait = self.limit.opens(now) - now
        if wait > 1e-9:
            self.turned_away += 1
            await asyncio.sleep(0.05)
            raise RateLimited("slower", retry_after=wait if self.says_how_long else None)
        self.limit.taken.append(now)
        await asyncio.sleep(self.takes)
        return "picture"


def _best(limit: Bucket | Window, takes: float, calls: int) -> float:
    """Seconds that it takes who knows the limit."""
    hands, now = [0.0] * AT_ONCE, 0.0
    for _ in range(calls):
        now = limit.opens(max(now, min(hands)))
        limit.taken.append(now)
        hands[hands.index(min(hands))] = now + takes
    return max(hands)


LIMITS: dict[str, Callable[[], Bucket | Window]] = {
    "30 a minute, saved up": lambda: Bucket(30, 0.5),
    "30 a minute, a few saved up": lambda: Bucket(5, 0.5),
    "30 a minute, one by one": lambda: Bucket(1, 0.5),
    "5 a minute, one by one": lambda: Bucket(1, 5 / 60),
    "3 a second": lambda: Bucket(3, 3.0),
    "30 in the last minute": lambda: Window(30, 60.0),
    "30 a minute by the clock": lambda: Window(30, 60.0, by_the_clock=True),
    "2 in the last 5 s": lambda: Window(2, 5.0),
    "10 in 250 s by the clock": lambda: Window(10, 250.0, by_the_clock=True),
}


@pytest.mark.parametrize("rule", [IMAGE, CHAT], ids=["pictures", "briefs"])
@pytest.mark.parametrize("says_how_long", [True, False], ids=["says how long", "only says no"])
@pytest.mark.parametrize("takes", [0.2, 5.0, 20.0])
@pytest.mark.parametrize("name", LIMITS)
def test_a_limit_costs_little_more_than_it_has_to(name: str, takes: float, says_how_long: bool, rule: Retries) -> None:
    """Whatever the limit, and whether or not it is named: nothing is lost, in at most 1.2 times what it allows."""
    vendor, calls = Vendor(LIMITS[name](), says_how_long, takes), 60

    async def run() -> tuple[list[str], float]:
        queue = VendorQueue(AT_ONCE)
        came = await asyncio.gather(*(queue.send(vendor, rule, 600.0, "ink") for _ in range(calls)))
        return list(came), asyncio.get_running_loop().time()

    came, took = simulated(run())
    assert came == ["picture"] * calls
    assert took <= 1.2 * _best(LIMITS[name](), takes, calls)
    assert vendor.turned_away <= (16 if says_how_long else 70)


def test_a_limit_that_lifts_never_is_not_waited_for_by_each() -> None:
    """Where nobody's turn comes for `timeout.job`, all give up together: a build of many pages ends."""
    asked = 0

    async def never() -> None:
        nonlocal asked
        asked += 1
        await asyncio.sleep(0.05)
        raise RateLimited("slower")

    async def run() -> float:
        queue = VendorQueue(AT_ONCE, patience=600.0)
        ends = await asyncio.gather(
            *(queue.send(never, IMAGE, 600.0, "ink") for _ in range(100)), return_exceptions=True
        )
        assert all(isinstance(end, RateLimited) for end in ends)
        return asyncio.get_running_loop().time()

    assert simulated(run()) < 700
    assert asked < 120


@pytest.mark.usefixtures("key")
def test_a_server_that_names_no_pause_loses_no_picture() -> None:
    """A real server that takes three pictures a second, and says nothing but "too many requests"."""
    bucket, lock, began = Bucket(3, 3.0), Lock(), time.monotonic()
    with ModelServer.of("openai", key=KEY) as server:
        draw = server.routes[PICTURES]

        def limited(call: Call, told: ModelServer) -> Reply:
            with lock:
                now = time.monotonic() - began
                if bucket.opens(now) > now:
                    return Reply.json({"error": {"message": "Too many requests"}}, status=429)
                bucket.taken.append(now)
            return draw(call, told)

        server.routes[PICTURES] = limited
        registry = Registry(TimeoutSettings(), AT_ONCE)
        settings = ImageSettings(provider="openai", model="gpt-image-2", base_url=server.url, api_key_env="TEST_KEY")
        model = registry.image(settings)

        async def run() -> list[object]:
            orders = [model.plan(wanted(f"{n} boats")) for n in range(15)]
            ends = await asyncio.gather(*(model.run(order, NoJournal()) for order in orders), return_exceptions=True)
            await model.close()
            return list(ends)

        assert not [end for end in asyncio.run(run()) if isinstance(end, ModelError)]
        assert len(bucket.taken) == 15
