"""The budget by itself: what is reserved, what is given back, and who has to wait."""

from __future__ import annotations

import asyncio

import pytest

from mkdocs_illustrate.errors import BadAnswer, BadRequest, JobFailed, ModelError, NotAllowed, Unavailable
from mkdocs_illustrate.models.wire.pace import no_pauses
from mkdocs_illustrate.models.wire.retries import IMAGE
from mkdocs_illustrate.models.wire.vendor_queue import VendorQueue
from mkdocs_illustrate.settings import BudgetSettings
from mkdocs_illustrate.studio.budget import Budget, Goods
from mkdocs_illustrate.studio.payments import Payment, Place

INK = Goods("ink", 0.1, 1)
NEW = Goods("brand-new", None, 1)


def _ended(budget: Budget, error: BaseException | None, goods: Goods = INK, *, later: bool = False) -> Budget:
    """A run of a model whose only call ends like that, in the call or after it."""

    async def ends() -> None:
        if error is not None and not later:
            raise error

    async def run() -> None:
        with no_pauses():
            async with Payment(budget, goods):
                await VendorQueue(1).send(ends, IMAGE, 5.0)
                if error is not None:
                    raise error

    with pytest.raises(type(error) if error else ()) if error else no_pauses():
        asyncio.run(run())
    return budget


def _dollars(usd: float | None = None, pictures: int | None = None) -> Budget:
    return Budget(BudgetSettings(pictures=pictures, usd=usd))


@pytest.mark.parametrize(
    ("error", "spent"),
    [
        (BadRequest("what?"), 0.0),
        (Unavailable("away"), 0.0),
        (BadAnswer("nonsense"), 0.2),  # asked for twice
        (UnicodeEncodeError("utf-8", "\ud83d", 0, 1, "surrogates"), 0.1),
        (asyncio.CancelledError(), 0.1),
    ],
)
def test_what_stays_in_the_budget(error: BaseException, spent: float) -> None:
    """Only what was surely not charged is given back: an error of our own and an unknown end stay."""
    assert _ended(_dollars(), error).spent == pytest.approx(spent)


def test_what_came_to_nothing_afterwards() -> None:
    """An answer that turns out to be no picture stays paid; a failed job is given back, unless it named a price."""
    named = JobFailed("failed")
    named.cost = 0.3
    ends: list[tuple[ModelError, float]] = [(BadAnswer("none"), 0.1), (JobFailed("failed"), 0.0), (named, 0.3)]
    for error, spent in ends:
        assert _ended(_dollars(), error, later=True).spent == pytest.approx(spent)


def test_an_unknown_price_is_owed() -> None:
    """Calls of unknown price and unknown end are counted as soon as the model names a price."""
    budget = _ended(_dollars(1.0), BadAnswer("nonsense"), NEW)
    assert budget.spent == 0.0
    budget.settle(NEW, 0.0, 0.3)
    assert budget.spent == pytest.approx(0.9)


def test_a_place_is_used_once() -> None:
    """The room that a picture took before its brief is its first call's; a repeat needs room of its own."""

    async def run() -> None:
        budget = _dollars(pictures=1)
        place = Place(budget, INK)
        with pytest.raises(NotAllowed):
            Place(budget, INK)
        payment = Payment(budget, INK, place)
        await payment.before()
        with pytest.raises(NotAllowed):
            await payment.before()
        place.leave()
        with pytest.raises(NotAllowed):
            Place(budget, INK)

    asyncio.run(run())


def test_a_price_that_rises() -> None:
    """A model that names more than its list does is reserved for at what it named."""
    budget = _dollars(1.0)
    budget.take(0.1)
    budget.settle(INK, 0.1, 0.6)
    assert budget.price(INK) == 0.6
    with pytest.raises(NotAllowed):
        Place(budget, INK)


def test_who_waits_for_a_price() -> None:
    """The first call of a model whose price nobody knows goes alone; then all others go together."""
    budget, begun = _dollars(9.0), list[int]()

    async def one(number: int) -> None:
        async with Payment(budget, NEW) as payment:
            await payment.before()
            begun.append(number)
            await asyncio.sleep(0.05)
            if number == 0:
                assert begun == [0]
            payment.settle(0.1)

    async def all_of_them() -> None:
        await asyncio.wait_for(asyncio.gather(*(one(n) for n in range(5))), 5)

    asyncio.run(all_of_them())
    assert budget.spent == pytest.approx(0.5)
