"""The budget: what one run may buy."""

from __future__ import annotations

import pytest

from mkdocs_illustrate.errors import NotAllowed
from mkdocs_illustrate.settings import read_settings
from mkdocs_illustrate.studio.budget import Budget, Goods

PICTURE = Goods("artist", count=1)
BRIEF = Goods("writer")


def budget(pictures: int | None, usd: float | None) -> Budget:
    """A budget as it stands in mkdocs.yml."""
    return Budget(read_settings({"budget": {"pictures": pictures, "usd": usd}}).budget)


def test_pictures_are_counted() -> None:
    """As many pictures as are set may be bought, and not one more; briefs are none."""
    till = budget(3, None)
    till.take(1.0, 1)
    till.take(1.0, 2)
    with pytest.raises(NotAllowed, match=r"^the budget of 3 pictures a run is used up$"):
        till.take(0.0, 1)
    till.take(0.5)
    assert till.spent == 2.5


def test_a_purchase_of_many_that_does_not_fit() -> None:
    """A purchase that brings more pictures than are left takes nothing from what is left."""
    till = budget(3, None)
    with pytest.raises(NotAllowed):
        till.take(0.5, 4)
    till.take(0.5, 3)
    assert till.spent == 0.5


def test_dollars_are_counted_before_they_are_spent() -> None:
    """What a call will cost counts at once; the last cent may be spent."""
    till = budget(None, 0.3)
    for _ in range(3):
        till.take(0.1, 1)
    with pytest.raises(NotAllowed, match=r"^the budget of \$0\.30 a run is used up$"):
        till.take(0.1, 1)
    till.take(0.0, 1)
    assert till.spent == pytest.approx(0.3)


def test_a_budget_of_nothing() -> None:
    """Nothing to spend is nothing to buy, but what is free."""
    till = budget(None, 0.0)
    with pytest.raises(NotAllowed, match=r"\$0\.00"):
        till.take(0.001, 1)
    till.take(0.0, 1)
    with pytest.raises(NotAllowed, match="0 pictures"):
        budget(0, None).take(0.0, 1)


def test_no_limit() -> None:
    """Null is no limit."""
    till = budget(None, None)
    for _ in range(100):
        till.take(1000.0, 10)
    assert till.spent == 100_000.0


def test_the_real_cost_takes_the_place_of_the_estimate() -> None:
    """What was really paid counts, whatever was expected; where nobody says, the estimate stays."""
    till, listed = budget(None, 1.0), Goods("artist", listed=0.5, count=1)
    till.take(0.9, 1)
    till.settle(listed, 0.9, 0.25)
    assert till.spent == pytest.approx(0.25)
    till.take(0.5, 1)
    till.settle(listed, 0.5, None)
    assert till.spent == pytest.approx(0.75)


def test_what_was_not_charged_is_given_back() -> None:
    """A call that surely cost nothing leaves room for another, and never less than nothing is spent."""
    till = budget(1, 0.3)
    till.take(0.3, 1)
    till.give_back(0.3, 1)
    till.take(0.3, 1)
    with pytest.raises(NotAllowed):
        till.take(0.0, 1)
    till.give_back(0.9, 1)
    assert till.spent == 0.0


def test_cents_do_not_crumble() -> None:
    """Giving back many small sums leaves nothing behind."""
    till = budget(None, 1.0)
    till.take(0.3)
    for _ in range(3):
        till.give_back(0.1)
    assert till.spent == 0.0


def test_a_price_that_the_vendor_names_is_the_price_from_then_on() -> None:
    """List price or what the model named so far, whichever is more; of several pictures each has its share."""
    till = budget(None, None)
    assert till.price(PICTURE) is None
    till.settle(Goods("artist", count=2), 0.0, 0.6)
    assert till.price(PICTURE) == pytest.approx(0.3)
    till.settle(PICTURE, 0.0, 0.1)
    assert till.price(PICTURE) == pytest.approx(0.3)
    assert till.price(Goods("artist", listed=0.5, count=1)) == 0.5
    assert till.price(Goods("artist", listed=0.5, count=2)) == pytest.approx(0.6)
    assert till.price(BRIEF) is None


def test_models_without_a_price() -> None:
    """A model that was paid and named no price is named; a listed one, and one that named it, are not."""
    till = budget(None, 1.0)
    till.settle(Goods("listed", listed=0.1, count=1), 0.1, None)
    till.settle(PICTURE, 0.0, None)
    till.settle(BRIEF, 0.0, 0.2)
    assert till.unpriced == {"artist"}


def test_the_first_call_of_an_unknown_price_goes_alone() -> None:
    """Others wait until its price is known; nobody waits without a limit in dollars, or for a known price."""
    till = budget(None, 1.0)
    alone = till.first_alone(PICTURE)
    assert alone is not None
    assert till.first_alone(PICTURE) is alone
    assert till.first_alone(Goods("listed", listed=0.1)) is None
    assert budget(3, None).first_alone(PICTURE) is None
    till.settle(PICTURE, 0.0, None)
    assert till.first_alone(PICTURE) is None


def test_what_may_have_been_charged_is_paid_when_the_price_is_known() -> None:
    """A call of unknown outcome costs as much as the first one that names its price."""
    till = budget(None, 1.0)
    till.owe(PICTURE)
    till.owe(PICTURE)
    till.settle(PICTURE, 0.0, 0.2)
    assert till.spent == pytest.approx(0.6)
    till.settle(PICTURE, 0.0, 0.2)
    assert till.spent == pytest.approx(0.8)
