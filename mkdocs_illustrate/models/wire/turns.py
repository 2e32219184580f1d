"""Whose turn it is at a vendor: so many at once, at the pace that it allows, and what finishes something first."""

from __future__ import annotations

import asyncio
import heapq
import itertools
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

_MARGIN = 0.02  # share of a window that is waited longer: clocks differ
_STEP = 0.1  # seconds at most between two calls of one window: who is too fast hears of it before the next is sent
_GROWS = 2  # full windows without a complaint, after which one more is tried: limits are lifted, too


@dataclass(slots=True)
class Pace:
    """How fast a model may be asked, learned from its "too many requests": so many calls in so many seconds.

    As many calls as were accepted before it said so make a window; its answer says when the next one begins. Nothing is
    held back before the vendor has asked for it once.
    """

    _most: int | None = None
    """Calls a window; None while nothing is known."""
    _began: float = 0.0
    _length: float = 0.0
    _sent: int = 0
    _refused: int = 0
    _next: float = 0.0
    _full: int = 0

    def wait(self, now: float) -> float:
        """Seconds until the next call may be sent."""
        if self._most is None:
            return 0.0
        ends = self._began + self._length
        used_up = self._refused or self._sent >= self._most
        return max(ends - now if used_up else 0.0, self._next - now)

    def sent(self, now: float) -> None:
        """A call goes out."""
        if self._most is not None and (self._refused or now >= self._began + self._length):
            self._begin(self._most)
        if not self._sent:
            self._began = now
        self._sent += 1
        self._next = now + min(_STEP, self._length / (self._most or 1) / 2)

    def limited(self, now: float, seconds: float) -> None:
        """The vendor asks for a pause: what it accepted in this window is what it allows in that time."""
        self._refused += 1
        self._most = max(1, self._sent - self._refused)
        self._length = max(self._began + self._length if self._refused > 1 else 0.0, now + seconds) - self._began
        self._full = 0

    def _begin(self, most: int) -> None:
        self._full = self._full + 1 if self._sent >= most and not self._refused else 0
        if self._full >= _GROWS:
            self._most, self._full = most + max(1, most // 2), 0
        if self._refused:
            self._length *= 1 + _MARGIN
        self._sent = self._refused = 0


_ENDLESS = 3600.0  # seconds; who asks for that is not waited for, and those who ask next are told the same


@dataclass(order=True, slots=True)
class _Waiter:
    rank: int
    number: int
    seats: int = field(compare=False)
    """0 for who has one already: a job keeps its own from submit to done."""
    called: asyncio.Future[None] = field(compare=False)


@dataclass(slots=True)
class _Lane:
    """Who waits for one model: a limit of its pictures holds no briefs up."""

    waiting: list[_Waiter] = field(default_factory=list)
    pace: Pace = field(default_factory=Pace)

    def first(self) -> _Waiter | None:
        """Who goes next; those that went away are passed over."""
        while self.waiting and self.waiting[0].called.done():
            heapq.heappop(self.waiting)
        return self.waiting[0] if self.waiting else None


class Turns:
    """The seats at one vendor, and who waits for one."""

    def __init__(self, seats: int) -> None:
        self._free = seats
        self._lanes: dict[str | None, _Lane] = {}
        self._numbers = itertools.count()
        self._alarm: asyncio.TimerHandle | None = None
        self._rests_until = 0.0
        self._open = False

    def number(self) -> int:
        """A place in the line; who comes again with it stands where they stood."""
        return next(self._numbers)

    @asynccontextmanager
    async def turn(self, rank: int, number: int, model: str | None) -> AsyncIterator[None]:
        """Wait until a call may be sent; lower ranks go first. A call without a model has no pace to keep."""
        seats = 0 if self in _seated.get() else 1
        await self._called(_Waiter(rank, number, seats, asyncio.get_running_loop().create_future()), model)
        try:
            yield
        finally:
            self._leave(seats)

    @asynccontextmanager
    async def seat(self, rank: int) -> AsyncIterator[None]:
        """Keep one seat for all calls that are sent in here."""
        await self._called(_Waiter(rank, self.number(), 1, asyncio.get_running_loop().create_future()), None)
        before = _seated.set((*_seated.get(), self))
        try:
            yield
        finally:
            _seated.reset(before)
            self._leave(1)

    def rest(self, seconds: float, model: str | None) -> None:
        """The vendor asks for a pause: nobody is called until then, and this model keeps the pace that it took."""
        now = asyncio.get_running_loop().time()
        if seconds < _ENDLESS:
            self._rests_until = max(self._rests_until, now + seconds)
        if model is not None and seconds < _ENDLESS:
            self._lane(model).pace.limited(now, seconds)

    def open_up(self) -> None:
        """Call all who wait: the build is over, and they will be told so."""
        self._open = True
        self._call()

    def _lane(self, model: str | None) -> _Lane:
        return self._lanes.setdefault(model, _Lane())

    async def _called(self, waiter: _Waiter, model: str | None) -> None:
        heapq.heappush(self._lane(model).waiting, waiter)
        self._call()
        try:
            await waiter.called
        except asyncio.CancelledError:
            if waiter.called.done() and not waiter.called.cancelled():  # called, but gone already
                self._leave(waiter.seats)
            raise

    def _leave(self, seats: int) -> None:
        self._free += seats
        self._call()

    def _call(self) -> None:
        """Call all who may go, and set an alarm for the next one who will."""
        if self._alarm is not None:
            self._alarm.cancel()
            self._alarm = None
        loop, wait = asyncio.get_running_loop(), 0.0
        while (found := self._next(loop.time())) is not None:
            lane, wait = found
            if wait > 0:
                self._alarm = loop.call_later(wait, self._call)
                return
            waiter = heapq.heappop(lane.waiting)
            self._free -= waiter.seats
            lane.pace.sent(loop.time())
            waiter.called.set_result(None)

    def _next(self, now: float) -> tuple[_Lane, float] | None:
        """The lane whose first may go, or will be the first to; and in how many seconds."""
        ready: list[tuple[float, _Waiter, _Lane]] = []
        for lane in self._lanes.values():
            first = lane.first()
            if first is not None and first.seats <= self._free:
                wait = max(self._rests_until - now, lane.pace.wait(now), 0.0)
                ready.append((0.0 if self._open else wait, first, lane))
        if not ready:
            return None
        wait, _, lane = min(ready, key=lambda one: one[:2])
        return lane, wait


_seated: ContextVar[tuple[Turns, ...]] = ContextVar("seated", default=())
