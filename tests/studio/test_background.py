"""The background: one event loop beside a caller that has other work to do."""

from __future__ import annotations

import asyncio
import threading
from typing import Any

import pytest

from mkdocs_illustrate.studio.background import Background


async def thread_name() -> str:
    """Where this runs."""
    return threading.current_thread().name


def test_work_goes_on_beside_the_caller() -> None:
    """Coroutines and functions run on one thread that is not the caller's; results and errors come back."""
    background = Background()
    assert background.submit(thread_name()).result(5) == "illustrate"
    assert background.call(threading.get_ident) == background.call(threading.get_ident) != threading.get_ident()
    assert background.call(divmod, 7, 2) == (3, 1)
    with pytest.raises(ZeroDivisionError):
        background.call(divmod, 7, 0)
    background.close()


def test_two_works_at_once() -> None:
    """One work waits for another: neither holds up the loop."""
    background = Background()
    gate = background.call(asyncio.Event)
    waiting = background.submit(gate.wait())
    background.call(gate.set)
    assert waiting.result(5) is True
    background.close()


def test_nothing_is_opened_unasked() -> None:
    """Closing what was never used opens nothing, and says so to the last thing to do."""
    before = threading.active_count()
    said: list[str] = []

    async def last() -> None:
        said.append("last")

    background = Background()
    background.close(last())
    background.close()
    assert said == []
    assert threading.active_count() == before


def test_closing_cancels_and_ends() -> None:
    """What still runs is cancelled, then the last thing is done; the thread ends; twice is fine."""
    background, said = Background(), []

    async def forever() -> None:
        try:
            await asyncio.sleep(3600)
        except asyncio.CancelledError:
            said.append("cancelled")
            raise

    async def last() -> None:
        said.append("last")

    work = background.submit(forever())
    (thread,) = (t for t in threading.enumerate() if t.name == "illustrate")
    assert thread.daemon  # a build that dies without closing ends all the same
    background.close(last())
    assert said == ["cancelled", "last"]
    assert work.cancelled()
    assert not thread.is_alive()
    background.close()


def test_what_is_spared_ends_by_itself() -> None:
    """A spared task is waited for while the others are cancelled, and its result counts."""
    background = Background()
    spared: set[asyncio.Task[Any]] = set()
    gate = background.call(asyncio.Event)

    async def paid() -> str:
        task = asyncio.current_task()
        assert task is not None
        spared.add(task)
        await gate.wait()
        await asyncio.sleep(0.05)  # the answer takes a while
        return "the picture"

    async def unpaid() -> None:
        try:
            await asyncio.sleep(3600)
        finally:
            gate.set()

    good, other = background.submit(paid()), background.submit(unpaid())
    background.call(int)  # so that both have begun
    background.close(spared=lambda: spared)
    assert good.result(0) == "the picture"
    assert other.cancelled()


def test_one_that_is_spared_and_hangs(monkeypatch: pytest.MonkeyPatch) -> None:
    """A build that is over must end: a spared task that hangs is cancelled in the end."""
    monkeypatch.setattr("mkdocs_illustrate.studio.background._PATIENCE", 0.5)
    background = Background()
    spared: set[asyncio.Task[Any]] = set()

    async def hanging() -> None:
        task = asyncio.current_task()
        assert task is not None
        spared.add(task)
        await asyncio.Event().wait()

    work = background.submit(hanging())
    background.call(int)
    background.close(spared=lambda: spared)
    assert work.cancelled()


def test_it_opens_again() -> None:
    """After the end, another piece of work opens another loop."""
    background = Background()
    background.call(int)
    background.close()
    assert background.call(lambda: 7) == 7
    background.close()


def test_threads_and_generators_are_let_go() -> None:
    """Closing waits for work on threads, and closes generators that were left half-way."""
    background, said = Background(), []

    async def numbers() -> Any:
        try:
            while True:
                yield 1
        finally:
            said.append("closed")

    async def half_way() -> Any:
        generator = numbers()
        await anext(generator)
        return generator

    kept = background.submit(half_way()).result(5)
    done = threading.Event()
    background.submit(asyncio.to_thread(done.wait, 0.05))
    background.call(int)
    background.close()
    assert said == ["closed"]
    assert kept is not None
    assert not [t for t in threading.enumerate() if t.name.startswith("asyncio_")]
