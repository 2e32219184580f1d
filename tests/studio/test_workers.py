"""Workers: what would hold the loop up is done beside it, and few pictures are in the memory at a time."""

from __future__ import annotations

import asyncio
import gc
import os
import sys
import threading
from collections import defaultdict
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

import mkdocs_illustrate
from mkdocs_illustrate.records import Outcome, Picture, Recipe, State
from mkdocs_illustrate.studio.workers import Workers
from mkdocs_illustrate.testing.server import ModelServer

from .small_site import SmallSite, painted, run

_PACKAGE = str(Path(mkdocs_illustrate.__file__).parent) + os.sep
_HANDS = min(os.cpu_count() or 1, 4)
_HEAVY = {
    "files.write": "writing",
    "files.append": "writing",
    "pictures/decoding.check": "decoding",
    "pictures/sizes.make": "encoding",
    "pictures/sizes.missing": "hashing",
    "models/image_answers.read_answer": "JSON and base64",
    "models/dialects/openai_chat._parse": "JSON",
    "models/wire/openai_client.OpenAIClient.__init__": "loading the SDK",
    "store/cache.Cache.get": "reading",
    "store/cache.Cache.put": "writing",
    "store/ledger.Ledger.lines": "reading",
    "store/portfolio.Portfolio.read": "YAML",
    "store/portfolio.Portfolio.picture": "reading",
}


@contextmanager
def crossed() -> Iterator[dict[str, set[int]]]:
    """Functions of ours, and the threads on which each was called."""
    seen: dict[str, set[int]] = defaultdict(set)

    def call(frame: FrameType, event: str, _argument: Any) -> None:
        code = frame.f_code
        if event == "call" and code.co_filename.startswith(_PACKAGE):
            room = code.co_filename.removeprefix(_PACKAGE).removesuffix(".py").replace(os.sep, "/")
            seen[f"{room}.{code.co_qualname}"].add(threading.get_ident())

    threading.setprofile(call)
    sys.setprofile(call)
    try:
        yield seen
    finally:
        sys.setprofile(None)
        threading.setprofile(None)  # type: ignore[arg-type]  # None ends it


async def carried_out(site: SmallSite, *names: str, **wishes: Any) -> list[Outcome]:
    """A build of some pages, planned on a thread beside the loop as MkDocs' is."""
    studio = site.studio()
    sources = [
        site.source(f"{name}.md", f"# {name}\n\nBoats.\n", illustrate=True, illustrate_with=wishes) for name in names
    ]
    plans = await asyncio.to_thread(lambda: [studio.plan(source).figures[0] for source in sources])
    outcomes = await asyncio.gather(*(studio.carry_out(plan) for plan in plans))
    await studio.close()
    return outcomes


@pytest.fixture
def synced(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The threads on which the disk was waited for."""
    threads, sync = list[int](), os.fsync

    def noted(handle: int) -> None:
        threads.append(threading.get_ident())
        sync(handle)

    monkeypatch.setattr(os, "fsync", noted)
    return threads


def test_nothing_heavy_is_done_on_the_loop(served: SmallSite) -> None:
    """A picture is asked for, read, decoded, kept and cut without the loop's thread, and a warm build is too."""
    with crossed() as seen:
        run(carried_out(served, "a", "b"))
        (served.cache / "sizes").rename(served.cache / "gone")
        run(carried_out(served, "a", "b"))
    assert {name: threading.get_ident() in seen[name] for name in _HEAVY} == dict.fromkeys(_HEAVY, False)
    assert set(_HEAVY) <= {name for name, threads in seen.items() if threads}


@pytest.mark.parametrize("way", ["bought", "refused", "failed", "not sent", "forced", "drawn", "a job"])
def test_nobody_waits_for_the_disk_on_the_loop(
    served: SmallSite, server: ModelServer, synced: list[int], way: str
) -> None:
    """However a purchase ends, all that lasts of it is written beside the loop."""
    pictures = "/images/generations"
    match way:
        case "refused":
            server.fail(pictures, status=400, body={"error": {"code": "content_policy_violation", "message": "no"}})
        case "failed":
            server.fail(pictures, status=500, times=9)
        case "not sent":
            server.fail(pictures, status=429, times=2, headers={"Retry-After": "0"})
        case "forced":
            served.force = True
        case "drawn":
            del served.options["image"]
        case "a job":
            server.state["shape"] = "data-url"
    (outcome,) = run(carried_out(served, "a"))
    assert outcome.state is (State.FAILED if way == "failed" else outcome.state)
    assert len(synced) >= (1 if way == "drawn" else 5)
    assert threading.get_ident() not in synced


def test_few_pictures_are_in_the_memory(small: SmallSite) -> None:
    """However many pictures wait to be cut, those that a worker has in hand are in the memory, and no other."""
    names = [f"p{n}" for n in range(8 * _HANDS)]
    library = small.library()
    for name in names:
        library.keep(f"{name}.md", 1, Recipe(pin=True, width=64, height=48), painted(name), "png", old=None)
    ours, most, looking = {painted(name).data for name in names}, 0, threading.Lock()

    def call(frame: FrameType, event: str, _argument: Any) -> None:
        nonlocal most
        if event == "call" and frame.f_code.co_name == "encode":
            with looking:  # what is looked at stays in the memory for so long
                found = [one for one in gc.get_objects() if isinstance(one, Picture) and one.data in ours]
                most = max(most, len({id(one.data) for one in found}))
                del found

    threading.setprofile(call)
    try:
        outcomes = run(carried_out(small, *names))
    finally:
        threading.setprofile(None)  # type: ignore[arg-type]  # None ends it
    assert all(outcome.assets for outcome in outcomes)
    assert 0 < most <= _HANDS


def test_notes_keep_their_order() -> None:
    """What is noted later comes after what was noted before, whoever waits for it; to the end nothing is dropped."""
    workers, noted = Workers(), list[int]()

    async def play() -> None:
        workers.note_later(lambda: (threading.Event().wait(0.05), noted.append(1)))
        assert await workers.note(lambda: list(noted)) == [1]
        for number in range(2, 9):
            workers.note_later(lambda number=number: noted.append(number))
        await workers.close(lambda: noted.append(9))

    run(play())
    assert noted == list(range(1, 10))


def test_what_has_not_begun_is_dropped() -> None:
    """The end waits for the pictures that are in hand, and begins no more."""
    workers, begun, gate = Workers(), list[int](), threading.Event()

    def slow(number: int) -> None:
        begun.append(number)
        gate.wait(10)

    async def play() -> None:
        works = [asyncio.ensure_future(workers.work(lambda n=n: slow(n))) for n in range(_HANDS + 3)]  # type: ignore[misc]
        while len(begun) < _HANDS:  # noqa: ASYNC110 - the workers are on other threads
            await asyncio.sleep(0.002)
        threading.Timer(0.05, gate.set).start()
        await workers.close(lambda: None)
        assert len(begun) == _HANDS
        await asyncio.gather(*works, return_exceptions=True)
        with pytest.raises(RuntimeError):
            await workers.work(int)

    run(play())


def test_large_pictures_are_finished_one_at_a_time() -> None:
    """Pixels of large pictures are what takes memory: the next one waits, and small ones do not."""
    workers = Workers()
    large, small = bytes(2**20 + 1), bytes(1000)
    with ThreadPoolExecutor(2) as pool:
        with workers.room_for(large):
            waiting = pool.submit(lambda: workers.room_for(large).__enter__())
            with workers.room_for(small):
                pool.submit(lambda: workers.room_for(small).__enter__()).result()
            assert not waiting.done()
        assert waiting.result()
