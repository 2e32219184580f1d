"""What would hold the loop up is done beside it: pictures on a few threads, notes on one, in their order."""

from __future__ import annotations

import asyncio
import contextlib
import ctypes
import os
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from typing import TypeVar

T = TypeVar("T")

_MOST = 4  # pictures that are decoded at a time, however many processors there are: each takes some 20 MB
_LARGE = 2**20  # bytes; pixels are larger, and most other things smaller
_MMAP_THRESHOLD = -3  # what malloc.h calls it


class Workers:
    """Threads of one run; each begins with its first work."""

    def __init__(self) -> None:
        hands = min(os.cpu_count() or 1, _MOST)
        self._hands = ThreadPoolExecutor(hands, "illustrate-picture", initializer=_give_pixels_back)
        self._writer = ThreadPoolExecutor(1, "illustrate-notes")
        self._room = threading.Lock()

    async def work(self, task: Callable[[], T]) -> T:
        """Do something with a picture's bytes: whoever waits for it holds none."""
        return await asyncio.get_running_loop().run_in_executor(self._hands, task)

    def room_for(self, data: bytes) -> AbstractContextManager[object]:
        """What is held while a picture is decoded and encoded: of the large ones, one at a time."""
        return self._room if len(data) > _LARGE else contextlib.nullcontext()

    async def note(self, task: Callable[[], T]) -> T:
        """Read or write notes, after all that was to be noted before."""
        return await asyncio.get_running_loop().run_in_executor(self._writer, task)

    def noted(self, task: Callable[[], T]) -> T:
        """The same for who works on a picture: the library is open on one thread."""
        return self._writer.submit(task).result()

    def note_later(self, task: Callable[[], object]) -> None:
        """The same for who can't wait: notes that follow come after it."""
        self._writer.submit(task)

    async def close(self, last: Callable[[], None]) -> None:
        """Let the threads go: of pictures what has not begun is dropped, of notes nothing, to the last."""
        self._hands.shutdown(wait=True, cancel_futures=True)
        await self.note(last)
        self._writer.shutdown(wait=True)


def _give_pixels_back() -> None:
    """Let the C library give large buffers back at once: by itself glibc learns to keep them, for each thread anew."""
    with contextlib.suppress(AttributeError, OSError, TypeError):  # another library, which has no such habit
        ctypes.CDLL(None).mallopt(_MMAP_THRESHOLD, _LARGE)
