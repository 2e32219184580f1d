"""What one run may buy, and what it has bought."""

from __future__ import annotations

import threading

from ..errors import NotAllowed
from ..settings import BudgetSettings


class Budget:
    """Counts pictures and dollars; says no before a call, not after."""

    def __init__(self, limits: BudgetSettings) -> None:
        self._limits = limits
        self._lock = threading.Lock()
        self._pictures = 0
        self.spent = 0.0
        self.unpriced: set[str] = set()

    def check(self, estimate: float | None = None, count: int = 1) -> None:
        """Raise NotAllowed if one more purchase would be too much."""
        pictures, usd = self._limits.pictures, self._limits.usd
        if pictures is not None and self._pictures + count > pictures:
            raise NotAllowed(f"the budget of {pictures} pictures a run is used up")
        if usd is not None and self.spent + (estimate or 0.0) > usd + 1e-9:
            raise NotAllowed(f"the budget of ${usd:.2f} a run is used up")

    def reserve(self, model: str, estimate: float | None, count: int = 1) -> None:
        """Take a purchase out of the budget before it is asked for."""
        with self._lock:
            self.check(estimate, count)
            self._pictures += count
            self.spent += estimate or 0.0
            if estimate is None:
                self.unpriced.add(model)

    def settle(self, estimate: float | None, cost: float | None) -> None:
        """Put the real cost where the estimate stood."""
        with self._lock:
            if cost is not None:
                self.spent += cost - (estimate or 0.0)

    def release(self, estimate: float | None, count: int = 1) -> None:
        """Give back what was surely not charged."""
        with self._lock:
            self._pictures -= count
            self.spent = max(0.0, round(self.spent - (estimate or 0.0), 9))

    def add(self, model: str, cost: float | None) -> None:
        """A brief was paid."""
        with self._lock:
            self.spent += cost or 0.0
            if cost is None:
                self.unpriced.add(model)
