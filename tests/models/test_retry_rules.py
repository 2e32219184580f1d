"""What is sent again, and when a vendor is not asked any more: the rules by themselves, without a server."""

from __future__ import annotations

import asyncio
import math
from collections.abc import Awaitable, Callable
from dataclasses import FrozenInstanceError
from pathlib import Path
from typing import Any

import pytest
import yaml

from mkdocs_illustrate import errors
from mkdocs_illustrate.errors import (
    ModelError,
    RateLimited,
    Refused,
    Retired,
    Unauthorised,
    Unavailable,
    UnknownOutcome,
)
from mkdocs_illustrate.models.wire import retries
from mkdocs_illustrate.models.wire.http_errors import ServerFailed
from mkdocs_illustrate.models.wire.pace import no_pauses, pause
from mkdocs_illustrate.models.wire.retries import IMAGE, POLL
from mkdocs_illustrate.models.wire.vendor_queue import VendorQueue

from .simulated import simulated

_TABLE = yaml.safe_load(Path(__file__).with_name("tables").joinpath("retries.yml").read_text("utf-8"))


class Calls:
    """Calls that end as they are told to; the last end goes on for ever."""

    def __init__(self, *ends: ModelError | None) -> None:
        self.ends, self.times = ends, list[float]()

    async def __call__(self) -> str:
        """One more."""
        end = self.ends[min(len(self.times), len(self.ends) - 1)]
        self.times.append(asyncio.get_running_loop().time())
        if end is not None:
            raise end
        return "answer"


async def _ended(sending: Awaitable[str]) -> ModelError | None:
    """How a call ended; None if it was answered."""
    try:
        await sending
    except ModelError as error:
        return error
    return None


def _kind(name: str) -> type[ModelError]:
    found: type[ModelError] = getattr(errors, name, ServerFailed)
    return found


@pytest.mark.parametrize("case", [pytest.param(case, id=case["name"]) for case in _TABLE])
def test_how_often_a_call_is_sent(case: dict[str, Any]) -> None:
    """What may have been charged is sent once more at most; each kind of trouble has a count of its own."""
    calls = Calls(*(_kind(name)("trouble") for name in case["happens"]))

    async def sent() -> ModelError | None:
        return await _ended(VendorQueue(1).send(calls, getattr(retries, case["how"]), 5.0))

    ended = asyncio.run(sent())
    assert len(calls.times) == case["sends"]
    assert ended is calls.ends[min(case["sends"], len(calls.ends)) - 1]


def _after(*ends: ModelError | None) -> Callable[[str], ModelError | None]:
    """Why a vendor is closed for a model after some calls, each sent once."""
    queue = VendorQueue(1)

    async def sent() -> None:
        for end in ends:
            await _ended(queue.send(Calls(end), POLL_OF_MODEL, 5.0, "ink"))

    asyncio.run(sent())
    return queue.closed


POLL_OF_MODEL = retries.Retries(unknown=0, unreached=0, limited=0)
AWAY, FORBIDDEN = Unavailable("away"), Unauthorised("forbidden")
FORBIDDEN.closes_vendor = False


@pytest.mark.parametrize(
    ("ends", "closed"),
    [
        ((AWAY, AWAY), False),
        ((AWAY, AWAY, AWAY), True),
        ((AWAY, AWAY, None, AWAY, AWAY), False),
        ((AWAY, AWAY, Refused("no"), AWAY, AWAY), False),
        ((FORBIDDEN,), False),
        ((FORBIDDEN, FORBIDDEN), True),
        ((FORBIDDEN, None, FORBIDDEN), False),
        ((FORBIDDEN, Refused("no"), FORBIDDEN), False),
        ((Unauthorised("wrong key"),), True),
        ((Refused("no"),) * 9, False),
        ((UnknownOutcome("cut"),) * 9, False),
        ((RateLimited("slower"),) * 9, False),
    ],
)
def test_when_a_vendor_is_closed(ends: tuple[ModelError | None, ...], *, closed: bool) -> None:
    """Three calls in a row that reach nobody, two that are forbidden, one wrong key: no further page is asked for."""
    assert (_after(*ends)("any model") is not None) is closed


def test_a_model_that_is_gone_is_closed_alone() -> None:
    """A retired model is not asked for again, by any page; the vendor's other models are."""
    closed = _after(Retired("gone"))
    assert isinstance(closed("ink"), Retired)
    assert closed("chalk") is None


def test_what_a_job_is_told_closes_nobody() -> None:
    """An answer to a poll that says "not found" or "forbidden" speaks of one job; a wrong key speaks of all."""
    queue = VendorQueue(1)

    async def polled(error: ModelError) -> ModelError | None:
        await _ended(queue.send(Calls(error), POLL, 5.0, "ink"))
        return queue.closed("ink")

    assert asyncio.run(polled(Retired("gone", status=404))) is None
    for _ in range(3):
        assert asyncio.run(polled(Unauthorised("forbidden", status=403))) is None
    assert asyncio.run(polled(Unauthorised("wrong key", status=401))) is not None


def test_who_asks_for_too_long_a_pause_is_not_asked_again() -> None:
    """A pause that is longer than a run is no pause: the call ends at once."""
    calls = Calls(RateLimited("tomorrow", retry_after=math.inf))
    assert isinstance(asyncio.run(_ended(VendorQueue(1).send(calls, IMAGE, 5.0))), RateLimited)
    assert len(calls.times) == 1


def test_calls_in_silence_close_the_vendor() -> None:
    """Three calls in a row without an answer in time; one answer in between, and it goes on."""
    queue = VendorQueue(1)

    async def silent() -> str:
        await asyncio.sleep(9)
        return ""

    async def all_of_them() -> list[bool]:
        closed = []
        for call in (silent, silent, Calls(None), silent, silent, Calls(Refused("no")), silent, silent, silent):
            await _ended(queue.send(call, POLL, 0.02))
            closed.append(queue.closed() is not None)
        return closed

    assert asyncio.run(all_of_them()) == [False] * 8 + [True]


def test_rules_do_not_change() -> None:
    """The rules are shared by all calls: nobody can bend them for one."""
    with pytest.raises(FrozenInstanceError):
        IMAGE.unknown = 9  # type: ignore[misc]


@pytest.mark.real_time
def test_how_long_a_repeat_waits() -> None:
    """A second before the first repeat, longer before the next; none after an answer that is none."""
    unknown, nonsense = Calls(UnknownOutcome("cut")), Calls(errors.BadAnswer("nonsense"))
    for calls in (nonsense, unknown):
        simulated(_ended(VendorQueue(1).send(calls, IMAGE, 5.0)))
    assert nonsense.times[1] - nonsense.times[0] < 0.74
    assert unknown.times[1] - unknown.times[0] > 0.74
    away = Calls(AWAY, AWAY, None)
    simulated(_ended(VendorQueue(1).send(away, IMAGE, 5.0)))
    first, second = away.times[1] - away.times[0], away.times[2] - away.times[1]
    assert first > 0.74
    assert second > 1.49


@pytest.mark.real_time
def test_everybody_waits_when_one_is_asked_to() -> None:
    """A pace that is asked of one call is kept by all calls to the vendor."""
    queue, other = VendorQueue(2), Calls(None)
    slowed = Calls(RateLimited("slower", retry_after=0.4), None)

    async def both() -> None:
        first = asyncio.create_task(_ended(queue.send(slowed, IMAGE, 5.0)))
        await asyncio.sleep(0.1)
        await _ended(queue.send(other, IMAGE, 5.0))
        await first

    simulated(both())
    assert slowed.times[1] - slowed.times[0] >= 0.39
    assert other.times[0] - slowed.times[0] >= 0.39


@pytest.mark.real_time
def test_no_pauses_are_none() -> None:
    """`no_pauses` lets everybody go on at once, and is over with its block."""
    calls = Calls(RateLimited("slower", retry_after=30), None)
    with no_pauses():
        asyncio.run(asyncio.wait_for(_ended(VendorQueue(1).send(calls, IMAGE, 5.0)), 20))
    assert len(calls.times) == 2

    async def paused() -> float:
        await pause(0.3)
        return asyncio.get_running_loop().time()

    assert simulated(paused()) == pytest.approx(0.3)
