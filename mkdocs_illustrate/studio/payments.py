"""Each call of one run of a model, in the budget: reserved before it is sent, settled when it is known what it cost."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AsyncExitStack
from types import TracebackType
from typing import Self

from ..errors import ModelError
from ..models.wire.messages import Response
from ..models.wire.paid_calls import paid_by
from .budget import Budget, Goods
from .call_notes import KeptAnswers, PictureCalls
from .plans import FigurePlan
from .under_way import Flight


def picture_of(plan: FigurePlan) -> Goods:
    """What a plan's picture is to the budget."""
    image = plan.image
    return Goods(f"{image.vendor} {image.model}", plan.wanted.price, image.count)


class Place:
    """A picture's part of the budget, taken before its brief is asked for: no brief is bought in vain."""

    def __init__(self, budget: Budget, goods: Goods) -> None:
        self._budget, self._goods = budget, goods
        self._usd = budget.price(goods) or 0.0
        self._free = True
        budget.take(self._usd, goods.count)

    def use(self) -> float | None:
        """The dollars that are reserved, once; more of them where the price is known better by now."""
        if not self._free:
            return None
        # Its place was taken at the list price; a brief later the model may have named a higher one.
        more = max(0.0, (self._budget.price(self._goods) or 0.0) - self._usd)
        self._budget.take(more)
        self._free = False
        return self._usd + more

    def leave(self) -> None:
        """Give it back, if nothing was sent."""
        if self._free:
            self._budget.give_back(self._usd, self._goods.count)
            self._free = False


class Payment:
    """Pays for one run of a model; the first run of one whose price nobody knows goes alone."""

    def __init__(
        self,
        budget: Budget,
        goods: Goods,
        place: Place | None = None,
        *,
        calls: PictureCalls | None = None,
        answers: KeptAnswers | None = None,
        flight: Flight | None = None,
    ) -> None:
        self._budget, self._goods, self._place, self._noted, self._answers = budget, goods, place, calls, answers
        self._flight = flight
        self._reserved: float | None = None
        """Dollars for the call that was sent last, while nobody knows what it cost."""
        self._open = AsyncExitStack()
        self._calls = 0

    async def __aenter__(self) -> Self:
        # The first may fail before it names a price: then the next one is the first, and the others wait on.
        while (lock := self._budget.first_alone(self._goods)) is not None:
            await lock.acquire()
            if self._budget.first_alone(self._goods) is not None:
                self._open.callback(lock.release)
                break
            lock.release()
        self._open.enter_context(paid_by(self))
        return self

    async def __aexit__(
        self, _kind: type[BaseException] | None, error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        try:
            if error is not None:
                self._failed(error)
        finally:
            if self._flight is not None:
                self._flight.end()
            await self._open.aclose()

    @property
    def mark(self) -> str:
        """A picture's own, the same in each run; a question is put in several forms, which are calls of their own."""
        return self._answers.mark if self._answers and self._goods.count else ""

    async def answer_of_before(self) -> Response | None:
        """What a run that died had been answered already."""
        return await self._answers.get() if self._answers else None

    async def arrived(self, answer: Response) -> Callable[[], Response]:
        """Keep an answer, before anybody reads it; what gives it back when it is read."""
        kept = self._answers
        return kept.give_back if kept and await kept.put(answer) else lambda: answer

    async def judged_bad(self) -> None:
        """What was kept is no answer."""
        if self._answers:
            await self._answers.drop()

    async def before(self) -> None:
        """Reserve what the next call may cost."""
        if self._flight is not None and not self._is_free():
            self._flight.begin()  # who is stopped while the call is noted sees that it is not sent
        reserved = self._place.use() if self._place else None
        if reserved is None:
            reserved = self._budget.price(self._goods) or 0.0
            self._budget.take(reserved, self._goods.count)
        try:
            if self._noted is not None:
                await self._noted.before()
        except BaseException:
            self._budget.give_back(reserved, self._goods.count)
            raise
        self._keep()  # one before it may have been charged: this is its repeat
        self._reserved = reserved
        self._calls += 1

    def after(self, error: BaseException | None) -> None:
        """Keep the call in the budget, unless it was surely not charged. An answer is settled by who reads it."""
        if error is None or self._reserved is None:
            return
        cost = error.cost if isinstance(error, ModelError) else None
        if cost is not None:
            self.settle(cost)
        elif isinstance(error, ModelError) and (self._is_free() or not error.maybe_charged):
            self._budget.give_back(self._reserved, self._goods.count)
            self._reserved = None
            if self._noted is not None:
                self._noted.not_charged()
            if self._flight is not None:
                self._flight.end()

    def settle(self, cost: float | None) -> None:
        """What it cost, as far as the answer says so."""
        if not self._calls and self._place:  # bought by an earlier run, or in a way that asks nobody
            self._reserved = self._place.use()
            self._calls += 1
        if self._reserved is not None:
            self._budget.settle(self._goods, self._reserved, cost)
            self._reserved = None
        elif not self._calls:
            self._budget.settle(self._goods, 0.0, cost)

    def _failed(self, error: BaseException) -> None:
        """The call was answered, and came to nothing afterwards: a job that failed, a picture that is none."""
        maybe_charged = not isinstance(error, ModelError) or error.maybe_charged
        if not self._calls and self._place and isinstance(error, ModelError) and maybe_charged:
            self._reserved = self._place.use()
        self.after(error)
        self._keep()

    def _is_free(self) -> bool:
        return self._budget.price(self._goods) == 0

    def _keep(self) -> None:
        """Leave a call in the budget of which nobody knows whether it was charged."""
        if self._reserved is not None and self._budget.price(self._goods) is None:
            self._budget.owe(self._goods)
        self._reserved = None
