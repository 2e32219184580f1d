"""How fast a model may be asked, learned from its "too many requests": so many calls in so many seconds.

As many calls as were accepted before it said so make a window; its answer says when the next one begins.
"""

from __future__ import annotations

from dataclasses import dataclass

_MARGIN = 0.02  # share of a window that is waited longer: clocks differ
_STEP = 0.1  # seconds at most between two calls of one window: who is too fast hears of it before the next is sent
_GROWS = 2  # full windows without a complaint, after which one more is tried: limits are lifted, too


@dataclass(slots=True)
class Pace:
    """Nothing is held back before the vendor has asked for it once."""

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
