"""What one run may buy, and what it has bought. Lives on one event loop."""

from __future__ import annotations

import asyncio
from collections import Counter
from dataclasses import dataclass

from ..errors import OverBudget
from ..settings import BudgetSettings

_ROUNDING = 1e-9  # 0.1 + 0.2 is more than 0.3


@dataclass(frozen=True, slots=True)
class Goods:
    """What is asked of a model: how many pictures (none for a brief), and what the list says they cost."""

    model: str
    listed: float | None = None
    count: int = 0

    @property
    def free(self) -> bool:
        """Whether the list says that nobody charges for it."""
        return self.listed == 0


class Budget:
    """Counts pictures and dollars; says no before a call, not after. Learns what the vendors name."""

    def __init__(self, limits: BudgetSettings) -> None:
        self._limits = limits
        self._pictures = 0
        self._dearest: dict[str, float] = {}
        """What a model named for one brief, or for one of its pictures."""
        self._unpriced_calls: Counter[str] = Counter()
        self._firsts: dict[str, asyncio.Lock] = {}
        self.spent = 0.0
        self.unpriced: set[str] = set()
        """Models that were paid and named no price."""

    def price(self, goods: Goods) -> float | None:
        """What it will cost: by the list or as the model itself said, whichever is more."""
        named = self._dearest.get(goods.model)
        told = None if named is None else named * max(goods.count, 1)
        return max((price for price in (goods.listed, told) if price is not None), default=None)

    def take(self, usd: float, pictures: int = 0) -> None:
        """Reserve; OverBudget says what is used up."""
        # Both are looked at before either is taken: who is told no has taken nothing.
        limits = self._limits
        if limits.pictures is not None and pictures and self._pictures + pictures > limits.pictures:
            raise OverBudget(f"the budget of {limits.pictures} pictures a run is used up")
        if limits.usd is not None and self.spent + usd > limits.usd + _ROUNDING:
            raise OverBudget(f"the budget of ${limits.usd:.2f} a run is used up")
        self.spent += usd
        self._pictures += pictures

    def give_back(self, usd: float, pictures: int = 0) -> None:
        """What was surely not charged."""
        self._pictures -= pictures
        # Sums of cents drift: without rounding a budget that is whole again would be a hair short.
        self.spent = max(0.0, round(self.spent - usd, 9))

    def settle(self, goods: Goods, reserved: float, cost: float | None) -> None:
        """Put the real cost where the reserved one stood; what was named is the price from then on."""
        if cost is None:
            if goods.listed is None:
                self.unpriced.add(goods.model)
            return
        self.spent += cost - reserved
        each = cost / max(goods.count, 1)
        self._dearest[goods.model] = max(each, self._dearest.get(goods.model, 0.0))
        # Calls before it, which may have been charged at a price that nobody knew: it is known now.
        self.spent += cost * self._unpriced_calls.pop(goods.model, 0)

    def owe(self, goods: Goods) -> None:
        """A call that may have been charged, by a model whose price nobody knows yet."""
        self._unpriced_calls[goods.model] += 1

    def first_alone(self, goods: Goods) -> asyncio.Lock | None:
        """What the first call of a model holds until its price is known; None where nobody has to wait."""
        # Of ten at once whose price nobody knows, all would be sent before the first names it.
        known = self.price(goods) is not None or goods.model in self.unpriced or self._limits.usd is None
        return None if known else self._firsts.setdefault(goods.model, asyncio.Lock())
