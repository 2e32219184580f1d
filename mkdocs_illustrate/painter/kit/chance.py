"""Chance that repeats: the same name gives the same numbers on every machine and Python.

Every purpose draws from a stream of its own name, so one more tree does not move the clouds.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import TypeVar

T = TypeVar("T")

_MASK = (1 << 64) - 1
_UNIT = 2.0**-53


class Rng:
    """One stream of splitmix64, started from the SHA-256 of its name."""

    __slots__ = ("_state",)

    def __init__(self, name: str) -> None:
        # Not hash(): that differs from run to run.
        self._state = int.from_bytes(sha256(name.encode("utf-8", "replace")).digest()[:8], "big")

    def bits(self) -> int:
        """Sixty-four fresh bits."""
        self._state = (self._state + 0x9E3779B97F4A7C15) & _MASK
        z = self._state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & _MASK
        return z ^ (z >> 31)

    def unit(self) -> float:
        """Draw a number from 0 up to, not including, 1."""
        return (self.bits() >> 11) * _UNIT

    def between(self, low: float, high: float) -> float:
        """Draw a number from low to high."""
        return low + (high - low) * self.unit()

    def whole(self, low: int, high: int) -> int:
        """Draw a whole number from low to high, both included."""
        return low + self.bits() % (high - low + 1)

    def chance(self, share: float) -> bool:
        """Tell yes in this share of the cases."""
        return self.unit() < share

    def pick(self, things: Sequence[T]) -> T:
        """Draw one of the things."""
        return things[self.bits() % len(things)]  # the bias of % is far below what anybody sees

    def weighted(self, things: Sequence[tuple[T, float]]) -> T:
        """Draw one of the things, each as often as its weight says."""
        left = self.unit() * sum(weight for _, weight in things)
        for thing, weight in things:
            left -= weight
            if left < 0:
                return thing
        return things[-1][0]

    def shuffled(self, things: Iterable[T]) -> list[T]:
        """Give the things in a drawn order."""
        deck = list(things)
        for i in range(len(deck) - 1, 0, -1):
            j = self.bits() % (i + 1)
            deck[i], deck[j] = deck[j], deck[i]
        return deck

    def wander(self, count: int, octaves: int = 3) -> list[float]:
        """Give smooth noise from 0 to 1 at `count` even steps: the outline of hills and ridges."""
        total = [0.0] * count
        reach, cells = 1.0, 2
        # Each octave is half as high and twice as fine as the one before.
        for _ in range(octaves):
            knots = [self.unit() for _ in range(cells + 2)]
            for i in range(count):
                at = i / max(1, count - 1) * cells
                cell = min(int(at), cells)
                t = at - cell
                t = t * t * (3 - 2 * t)  # no kink where two cells meet
                total[i] += reach * (knots[cell] * (1 - t) + knots[cell + 1] * t)
            reach, cells = reach / 2, cells * 2
        whole = 2 - 2 * reach
        return [value / whole for value in total]


@dataclass(frozen=True, slots=True)
class Seed:
    """The root of all chance in one picture."""

    key: str

    def stream(self, name: str) -> Rng:
        """Open the stream of this purpose, always from its beginning."""
        return Rng(f"{self.key}/{name}")

    def child(self, name: str) -> Seed:
        """Give a part of the picture (one prop, one island) its own root."""
        return Seed(f"{self.key}/{name}")
