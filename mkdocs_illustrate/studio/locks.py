"""One picture, one buyer: locks between processes that build the same site at once."""

from __future__ import annotations

import asyncio
from pathlib import Path

from filelock import FileLock, Timeout

_LOOK_AGAIN = 0.2  # seconds between two looks at another process's lock


class Locked:
    """A lock between processes that the kernel gives back when its holder dies."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = FileLock(path, thread_local=False)
        self._held = False

    async def __aenter__(self) -> None:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            while not self._held:
                try:
                    self._lock.acquire(timeout=0)
                    self._held = True
                except Timeout:
                    await asyncio.sleep(_LOOK_AGAIN)
        except OSError:
            return  # a folder that can't be written has no other builder in it

    async def __aexit__(self, *_error: object) -> None:
        if self._held:
            self._lock.release()
