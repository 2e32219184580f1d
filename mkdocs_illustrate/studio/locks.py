"""One picture, one buyer: within a build, and between processes that build the same site at once; so many at a time."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from ..errors import NotAllowed
from ..files import without_link

if TYPE_CHECKING:
    from filelock import BaseFileLock

T = TypeVar("T")

_LOOK_AGAIN = 0.2  # seconds between two looks at another process's lock
_A_NOTE = 30.0  # seconds that reading and writing a note takes at the very most
_SAY_SO, _GIVE_UP = 5.0, 900.0  # seconds; longer than any job lasts

log = logging.getLogger("mkdocs.plugins.illustrate")


class Locked:
    """A lock between processes that the kernel gives back when its holder dies."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock: BaseFileLock | None = None

    async def __aenter__(self) -> None:
        try:
            _clear(self._path)
            await self._wait()
        except OSError:
            return  # a folder that can't be written has no other builder in it

    async def _wait(self) -> None:
        from filelock import FileLock, Timeout  # noqa: PLC0415 - a warm build buys nothing

        waited, lock = 0.0, FileLock(self._path, thread_local=False)
        while self._lock is None:
            try:
                lock.acquire(timeout=0)
                self._lock = lock
            except Timeout:
                if waited >= _GIVE_UP:
                    raise NotAllowed("another build has been making this picture for long") from None
                if waited <= _SAY_SO < waited + _LOOK_AGAIN:
                    log.info("waiting for another build that makes the same picture")
                await asyncio.sleep(_LOOK_AGAIN)
                waited += _LOOK_AGAIN

    async def __aexit__(self, *_error: object) -> None:
        if self._lock is not None:
            self._lock.release()
            self._lock = None


@contextmanager
def briefly_locked(path: Path) -> Iterator[None]:
    """The same for a thread that has nothing else to do: while a note is read and written again."""
    from filelock import FileLock, Timeout  # noqa: PLC0415 - see above

    lock = FileLock(path, thread_local=False)
    with contextlib.suppress(OSError, Timeout):  # no folder, or somebody hangs: better noted than lost
        _clear(path)
        lock.acquire(timeout=_A_NOTE)
    try:
        yield
    finally:
        lock.release()


def _clear(path: Path) -> None:
    """Make the folder of a lock; no link is followed, as opening a lock empties what it leads to."""
    without_link(path.parent)
    path.parent.mkdir(parents=True, exist_ok=True)
    without_link(path)


class Places:
    """So many pictures of one model are on their way, the others wait at the door: each holds a file open, and memory.

    Enough of them that no seat at a vendor stays empty. Each model has its own: one that rests keeps no other up.
    """

    def __init__(self, most: int) -> None:
        self._of: defaultdict[str, asyncio.Semaphore] = defaultdict(lambda: asyncio.Semaphore(most))

    def of(self, model: str) -> asyncio.Semaphore:
        """The places of a model."""
        return self._of[model]


class Flights:
    """Work that several wait for is done once."""

    def __init__(self) -> None:
        self._flights: dict[str, asyncio.Task[object]] = {}

    def __contains__(self, key: str) -> bool:
        return key in self._flights

    async def together(self, key: str, work: Callable[[], Awaitable[T]]) -> T:
        """Whoever asks while somebody is at it waits for the same result."""
        flight = self._flights.get(key)
        if flight is None:
            flight = self._flights[key] = asyncio.ensure_future(work())
            flight.add_done_callback(lambda _: self._flights.pop(key, None))
        result: T = await asyncio.shield(flight)  # type: ignore[arg-type]  # one key, one type
        return result
