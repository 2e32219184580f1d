"""How fast a model may be asked, learned from its "too many requests"; and how long a pause really is."""

from __future__ import annotations

import asyncio
import math
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

_MARGIN = 0.02  # share of a window that makes no difference: clocks differ as much
_STEP, _JITTER = 0.1, 1.2  # seconds between calls: who is too fast hears of it before the next is sent, mostly
_GROWS, _SELDOM = 2, 64  # full windows without a complaint, after which one more is tried: limits are lifted, too
_LEAST = 0.1  # seconds before the next try where nobody said how long to wait …
_SHARE = 0.1  # … or this share of what the window has lasted: that it is over is noticed a tenth too late at most
_SOONER = 0.9  # of the time after which a window was over, it is tried to be over next time


@dataclass(slots=True)
class _Window:
    """Some calls, from the first one on."""

    began: float
    sent: int = 0
    refused: int = 0
    before: _Known | None = None

    @property
    def accepted(self) -> int:
        """What is on its way is taken for accepted until it is not: pictures take their time, a "no" does not."""
        return max(self.sent - self.refused, 0)


@dataclass(slots=True)
class _Known:
    """What was known before a window began: should its first call be turned away, it has not begun yet."""

    window: _Window
    most: int | None
    length: float


@dataclass(slots=True)
class Pace:
    """So many calls in so many seconds.

    As many calls as were accepted before the model said "too many" make a window; its answer says when the next one
    begins. Where it does not, a call is tried now and then, until one is accepted. What was learned is tried a little
    sooner, and with one more, now and then. Nothing is held back before it was asked for once.
    """

    _most: int | None = None
    """Calls a window; None while nothing is known."""
    _sure: int = 0
    """The same, before one more was tried."""
    _length: float = math.inf
    """Seconds after which a window was over, and …"""
    _too_short: float = 0.0
    """… seconds after which it was not."""
    _window: _Window = field(default_factory=lambda: _Window(-math.inf))
    _opens: float = -math.inf
    """When something is tried again after a "too many"."""
    _heard: float = _STEP
    """Seconds until a "too many" is heard."""
    _next: float = -math.inf
    _full: int = 0
    _grows: int = _GROWS

    def wait(self, now: float) -> float:
        """Seconds until the next call may be sent."""
        if self._most is None:
            return 0.0
        if self._window.refused:
            return max(self._opens, self._next) - now
        full = self._window.sent >= self._most
        return max(self._ends() if full else now, self._next) - now

    def sent(self, now: float) -> None:
        """A call goes out."""
        if math.isinf(self._window.began):
            self._window = _Window(now)
        elif self._most is not None and (self._window.refused or now >= self._ends()):
            self._begin(now)
        self._window.sent += 1
        # Whether a window has begun is heard before its second call is sent.
        soon = self._heard * _JITTER
        begins = self._window.sent == 1 and not self._is_exact()
        self._next = now + (soon if begins else min(soon, self._length / (self._most or 1) / 2))

    def limited(self, now: float, named: float | None, sent: float) -> float:
        """Of a call sent then, the model asks for a pause, and may name one: the seconds that are waited now."""
        self._heard = max(self._heard, now - sent)
        if sent < self._window.began and self._window.before:
            return self._heard_late(self._window.before, now)
        self._window.refused += 1
        if not self._window.accepted and self._window.before:
            self._take_back(self._window, self._window.before)
        else:
            self._take_for_full(self._window.accepted or 1)
        if named is not None:
            lasted = scaled(named) - self._window.began
            self._too_short, self._length = sent + lasted, (now + lasted) * (1 + _MARGIN)
        wait = self._guess(now) if named is None else named
        self._opens = max(self._opens, now + scaled(wait))
        return wait

    def _guess(self, now: float) -> float:
        """Where a window's length is known, to its end; else a little longer each time."""
        if math.isinf(self._length):
            return max(_LEAST, _SHARE * (now - self._window.began))
        return max(_LEAST, self._ends() - now)

    def _ends(self) -> float:
        """When the window is over, as far as is known: half-way between too soon and late enough."""
        shorter = max((self._length + self._too_short) / 2, self._length * _SOONER)
        return self._window.began + (self._length if self._is_exact() else shorter)

    def _is_exact(self) -> bool:
        return self._length * (1 - _MARGIN) <= self._too_short

    def _begin(self, now: float) -> None:
        """A new window; if it is one, the one before was no longer than this."""
        last = self._window
        self._window = _Window(now, before=_Known(last, self._most, self._length))
        self._length = min(self._length, now - last.began)
        self._full = 0 if last.refused else self._full + (last.sent >= (self._most or 0))
        if self._full >= self._grows:
            self._sure = self._most or 1
            self._most, self._full = self._sure + max(1, self._sure // 2), 0

    def _take_back(self, window: _Window, before: _Known) -> None:
        """The first call of a window was turned away: the one before is not over."""
        self._too_short = max(self._too_short, window.began - before.window.began)
        self._most = before.most
        self._length = before.length if before.length > self._too_short else math.inf
        before.window.sent += window.sent
        before.window.refused += window.refused
        self._window = before.window

    def _take_for_full(self, accepted: int) -> None:
        """As much as was accepted is what a window takes."""
        if self._most is not None and accepted < self._most:
            if accepted >= self._sure > 0:  # the one more that was tried
                self._grows = min(2 * self._grows, _SELDOM)
            else:  # another limit than before: what was saved up is gone
                self._length, self._too_short, self._sure = math.inf, 0.0, accepted
        self._most, self._full = accepted, 0

    def _heard_late(self, before: _Known, now: float) -> float:
        """A call of the window before was turned away: that took one less."""
        before.window.refused += 1
        if before.window.accepted:
            before.most = before.window.accepted
            self._most = min(self._most or 1, before.most)
        return max(0.0, self._next - now)


async def pause(seconds: float) -> None:
    """Sleep, while other calls go on."""
    await asyncio.sleep(scaled(seconds))


_pause_factor = 1.0  # 0 in tests


def scaled(seconds: float) -> float:
    """How long a pause really is."""
    return seconds * _pause_factor


@contextmanager
def no_pauses() -> Iterator[None]:
    """For tests: whoever would wait before the next try goes on at once."""
    global _pause_factor  # noqa: PLW0603 - the switch for the whole process, for the time of a test
    before, _pause_factor = _pause_factor, 0.0
    try:
        yield
    finally:
        _pause_factor = before
