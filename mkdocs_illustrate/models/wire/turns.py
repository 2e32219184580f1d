"""Whose turn it is at a vendor: so many at once, at the pace that it allows, and what finishes something first."""

from __future__ import annotations

import asyncio
import heapq
import itertools
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

from .pace import Pace, scaled

FINISHES, PICTURE, BRIEF = range(3)
"""Whose turn it is first: what finishes something before what begins it."""

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

    pace: Pace = field(default_factory=Pace)
    open: bool = False
    waiting: list[_Waiter] = field(default_factory=list)

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
        # Who holds a seat for its job would wait for itself, if all seats were held so.
        seats = 0 if self in _seated.get() else 1
        kept = _kept.get()
        self._give_up(kept)
        await self._called(_Waiter(rank, number, seats, asyncio.get_running_loop().create_future()), model)
        try:
            yield
        finally:
            if kept is not None and seats and rank == BRIEF:
                kept.turns = self
            else:
                self.leave(seats)

    @asynccontextmanager
    async def seat(self, rank: int) -> AsyncIterator[None]:
        """Keep one seat for all calls that are sent in here."""
        self._give_up(_kept.get())
        await self._called(_Waiter(rank, self.number(), 1, asyncio.get_running_loop().create_future()), None)
        before = _seated.set((*_seated.get(), self))
        try:
            yield
        finally:
            _seated.reset(before)
            self.leave(1)

    def rest(self, named: float | None, model: str, sent: float) -> float:
        """A model asks for a pause: it keeps the pace that it took. Answers with the seconds that it has to wait.

        A pause that is named is kept by all: who is called meanwhile, whatever for, may be told the same.
        """
        if named is not None:
            self.rest_all(named)
            if named >= _ENDLESS:
                return named
        return self._lane(model).pace.limited(asyncio.get_running_loop().time(), named, sent)

    def rest_all(self, seconds: float) -> None:
        """Nobody is called until then."""
        if seconds < _ENDLESS:
            ends = asyncio.get_running_loop().time() + scaled(seconds)
            self._rests_until = max(self._rests_until, ends)

    def open_up(self, model: str = "") -> None:
        """Call all who wait, or wait for this model: it is not asked any more, and they will be told so."""
        if model:
            self._lane(model).open = True
        self._open = self._open or not model
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
                self.leave(waiter.seats)
            raise

    def _give_up(self, kept: KeptSeat | None) -> None:
        """Let go of a seat that was kept for who comes now; nobody is called before they stand in line."""
        if kept is not None and kept.turns is self:
            kept.turns = None
            self._free += 1
        elif kept is not None:
            kept.leave()

    def leave(self, seats: int) -> None:
        """Seats that others may have."""
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
                ready.append((0.0 if self._open or lane.open else wait, first, lane))
        if not ready:
            return None
        # Who may go soonest, and not the first in line: a model that rests holds no other up.
        wait, _, lane = min(ready, key=lambda one: one[:2])
        return lane, wait


_seated: ContextVar[tuple[Turns, ...]] = ContextVar("seated", default=())


@dataclass(slots=True)
class KeptSeat:
    """The seat that a brief had, until its picture stands in line.

    Else a further brief takes it, the picture waits for another one, and the last pages come one after the other.
    """

    turns: Turns | None = None

    def leave(self) -> None:
        """Others may have it."""
        turns, self.turns = self.turns, None
        if turns is not None:
            turns.leave(1)


_kept: ContextVar[KeptSeat | None] = ContextVar("kept", default=None)


@contextmanager
def from_brief_to_picture() -> Iterator[KeptSeat]:
    """A brief is asked for in here, and then the picture of it."""
    kept = KeptSeat()
    before = _kept.set(kept)
    try:
        yield kept
    finally:
        _kept.reset(before)
        kept.leave()
