"""Locks between processes that build one site."""

from __future__ import annotations

import asyncio
import logging
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from mkdocs_illustrate.errors import NotAllowed
from mkdocs_illustrate.studio import locks
from mkdocs_illustrate.studio.locks import Locked

from .small_site import run

HOLDER = """
import sys
from filelock import FileLock
with FileLock(sys.argv[1]):
    print("held", flush=True)
    sys.stdin.read(1)
"""


async def entered(path: Path, seconds: float) -> bool:
    """Whether the lock is had within some time."""

    async def enter() -> None:
        async with Locked(path):
            pass

    try:
        await asyncio.wait_for(enter(), seconds)
    except TimeoutError:
        return False
    return True


def test_one_holder_at_a_time(tmp_path: Path) -> None:
    """While a lock is held nobody else enters; afterwards anybody may, and folders are made as needed."""
    path = tmp_path / "deep/folder/x.lock"

    async def play() -> tuple[bool, bool, bool]:
        async with Locked(path):
            held = await entered(path, 0.03)
            other = await entered(path.with_name("y.lock"), 5)
        return held, other, await entered(path, 5)

    assert run(play()) == (False, True, True)


def test_a_lock_is_let_go_after_an_error(tmp_path: Path) -> None:
    """Whatever happens while it is held, the next one may enter."""
    lock = Locked(tmp_path / "x.lock")  # held by a name: nothing else lets go of it

    async def play() -> bool:
        with pytest.raises(ValueError, match="inside"):
            async with lock:
                raise ValueError("inside")
        return await entered(tmp_path / "x.lock", 2)

    assert run(play())


def test_any_thread_may_let_go(tmp_path: Path) -> None:
    """A lock that one thread took can be let go by another."""
    lock = Locked(tmp_path / "x.lock")
    with ThreadPoolExecutor(1) as other:
        other.submit(run, lock.__aenter__()).result(5)
    assert not run(entered(tmp_path / "x.lock", 0.02))
    run(lock.__aexit__())
    assert run(entered(tmp_path / "x.lock", 2))


def test_between_processes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another process keeps us waiting until it lets go, or is killed: then the kernel does."""
    monkeypatch.setattr(locks, "_LOOK_AGAIN", 0.01)
    path = tmp_path / "x.lock"
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    assert not run(entered(path, 0.05))
    holder.kill()
    holder.communicate()
    assert run(entered(path, 10))


def test_patience_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    """Whoever waits long says so once, and gives up after all."""
    monkeypatch.setattr(locks, "_LOOK_AGAIN", 0.01)
    monkeypatch.setattr(locks, "_SAY_SO", 0.03)
    monkeypatch.setattr(locks, "_GIVE_UP", 0.08)
    caplog.set_level(logging.INFO, "mkdocs.plugins.illustrate")

    async def play() -> None:
        async with Locked(tmp_path / "x.lock"):
            began = time.monotonic()
            with pytest.raises(NotAllowed, match=r"^another build has been making this picture for long$"):
                async with Locked(tmp_path / "x.lock"):
                    raise AssertionError
            assert time.monotonic() - began >= 0.07

    run(play())
    said = [r.getMessage() for r in caplog.records]
    assert said == ["waiting for another build that makes the same picture"]


def test_a_short_wait_is_not_spoken_of(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Nobody hears of a lock that is free after a moment."""
    caplog.set_level(logging.INFO, "mkdocs.plugins.illustrate")
    path = tmp_path / "x.lock"

    async def play() -> None:
        async with Locked(path):
            waiting = asyncio.create_task(entered(path, 5))
            await asyncio.sleep(0.01)
        assert await waiting

    run(play())
    assert caplog.records == []


def test_a_folder_that_can_not_be_written(tmp_path: Path) -> None:
    """Where no lock can lie, nobody else builds either: in."""
    (tmp_path / "file").write_text("")
    assert run(entered(tmp_path / "file/x.lock", 5))
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
