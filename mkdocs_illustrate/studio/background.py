"""One event loop on one thread, for a synchronous caller that has other work to do meanwhile."""

from __future__ import annotations

import asyncio
import os
import threading
from collections.abc import Callable, Coroutine
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, TypeVar

T = TypeVar("T")

_PATIENCE = 60.0  # seconds; a build that is over must end, whatever still hangs
Spared = Callable[[], set[asyncio.Task[Any]]]


class Background:
    """Runs coroutines beside the caller; opened with the first one."""

    def __init__(self) -> None:
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None

    def submit(self, work: Coroutine[Any, Any, T]) -> Future[T]:
        """Start a coroutine; its result is waited for where it is needed."""
        return asyncio.run_coroutine_threadsafe(work, self._open())

    def call(self, function: Callable[..., T], *arguments: Any) -> T:
        """Run a short function on the loop's own thread and wait for it."""

        async def turn() -> T:
            return function(*arguments)

        return self.submit(turn()).result()

    def _open(self) -> asyncio.AbstractEventLoop:
        if self._loop is None:
            self._loop = asyncio.new_event_loop()
            # As few as there are processors: each may have an answer of megabytes in hand.
            self._loop.set_default_executor(ThreadPoolExecutor(os.cpu_count(), thread_name_prefix="illustrate-answers"))
            self._thread = threading.Thread(target=self._loop.run_forever, name="illustrate", daemon=True)
            self._thread.start()
        return self._loop

    def close(self, last: Coroutine[Any, Any, None] | None = None, *, spared: Spared = set) -> None:
        """Cancel what still runs but is not spared, do one last thing, end. Twice is fine."""
        if self._loop is None or self._thread is None:
            if last is not None:
                last.close()
            return
        loop, thread, self._loop, self._thread = self._loop, self._thread, None, None
        asyncio.run_coroutine_threadsafe(_settle(last, spared), loop).result(2 * _PATIENCE)
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


async def _settle(last: Coroutine[Any, Any, None] | None, spared: Spared) -> None:
    others, kept = asyncio.all_tasks() - {asyncio.current_task()}, spared()
    await _cancel(others - kept)
    if kept:
        await asyncio.wait(kept, timeout=_PATIENCE)
    await _cancel(kept)
    if last is not None:
        await last
    await asyncio.get_running_loop().shutdown_asyncgens()
    await asyncio.get_running_loop().shutdown_default_executor()


async def _cancel(tasks: set[asyncio.Task[Any]]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
