"""The budget: what one run may buy."""

from __future__ import annotations

import pytest

from mkdocs_illustrate.errors import NotAllowed
from mkdocs_illustrate.settings import read_settings
from mkdocs_illustrate.studio.budget import Budget


def budget(pictures: int | None, usd: float | None) -> Budget:
    """A budget as it stands in mkdocs.yml."""
    return Budget(read_settings({"budget": {"pictures": pictures, "usd": usd}}).budget)


def test_pictures_are_counted() -> None:
    """As many pictures as are set may be bought, and not one more."""
    till = budget(3, None)
    till.reserve("m", 1.0)
    till.reserve("m", 1.0, count=2)
    with pytest.raises(NotAllowed, match=r"^the budget of 3 pictures a run is used up$"):
        till.reserve("m", 0.0)
    assert till.spent == 2.0


def test_a_purchase_of_many_that_does_not_fit() -> None:
    """A purchase that brings more pictures than are left is not begun, and takes nothing from what is left."""
    till = budget(3, None)
    with pytest.raises(NotAllowed):
        till.reserve("m", None, count=4)
    assert till.unpriced == set()
    till.reserve("m", 0.5, count=3)
    assert till.spent == 0.5


def test_dollars_are_counted_before_they_are_spent() -> None:
    """What a purchase will cost counts at once; the last cent may be spent."""
    till = budget(None, 0.3)
    for _ in range(3):
        till.reserve("m", 0.1)
    with pytest.raises(NotAllowed, match=r"^the budget of \$0\.30 a run is used up$"):
        till.reserve("m", 0.1)
    till.reserve("m", 0.0)
    assert till.spent == pytest.approx(0.3)


def test_a_budget_of_nothing() -> None:
    """Nothing to spend is nothing to buy, but what is free."""
    till = budget(None, 0.0)
    with pytest.raises(NotAllowed, match=r"\$0\.00"):
        till.reserve("m", 0.001)
    till.reserve("m", 0.0)
    with pytest.raises(NotAllowed, match="0 pictures"):
        budget(0, None).reserve("m", 0.0)


def test_no_limit() -> None:
    """Null is no limit."""
    till = budget(None, None)
    for _ in range(100):
        till.reserve("m", 1000.0)
    till.check(1000.0, 1000)
    assert till.spent == 100_000.0


def test_the_real_cost_takes_the_place_of_the_estimate() -> None:
    """What was really paid counts, whatever was expected; where nobody says, the estimate stays."""
    till = budget(None, 1.0)
    till.reserve("m", 0.9)
    till.settle(0.9, 0.25)
    assert till.spent == pytest.approx(0.25)
    till.reserve("m", 0.5)
    till.settle(0.5, None)
    assert till.spent == pytest.approx(0.75)
    till.reserve("n", None)
    till.settle(None, 0.2)
    assert till.spent == pytest.approx(0.95)


def test_what_was_not_charged_is_given_back() -> None:
    """A purchase that surely cost nothing leaves room for another, and never less than nothing is spent."""
    till = budget(1, 0.3)
    till.reserve("m", 0.3)
    till.release(0.3)
    assert till.spent == 0.0
    till.reserve("m", 0.3)
    with pytest.raises(NotAllowed):
        till.reserve("m", 0.0)
    till.settle(0.3, 0.1)
    till.release(0.3)
    assert till.spent == 0.0
    many = budget(4, None)
    many.reserve("m", None, count=4)
    many.release(None, count=4)
    many.reserve("m", None, count=4)
    assert many.spent == 0.0


def test_what_has_no_price_gives_no_dollars_back() -> None:
    """Giving back a picture whose price nobody knew leaves what was spent on others."""
    till = budget(None, None)
    till.reserve("priced", 2.0)
    till.reserve("artist", None)
    till.release(None)
    assert till.spent == 2.0


def test_cents_do_not_crumble() -> None:
    """Giving back many small sums leaves nothing behind."""
    till = budget(None, 1.0)
    till.reserve("m", 0.3)
    for _ in range(3):
        till.release(0.1)
    assert till.spent == 0.0


def test_models_without_a_price() -> None:
    """Models whose price nobody knows are named, for pictures and for words."""
    till = budget(None, 1.0)
    till.reserve("priced", 0.1)
    till.reserve("artist", None)
    till.add("cheap", 0.2)
    till.add("writer", None)
    assert till.unpriced == {"artist", "writer"}
    assert till.spent == pytest.approx(0.3)


def test_words_count_too() -> None:
    """What briefs cost is spent as well, even beyond the budget: they are there already."""
    till = budget(20, 0.1)
    till.add("writer", 0.15)
    assert till.spent == pytest.approx(0.15)
    with pytest.raises(NotAllowed):
        till.check()


def test_a_check_is_for_one_picture() -> None:
    """Where nobody says how many, one more picture is meant."""
    budget(1, 0.1).check()
    with pytest.raises(NotAllowed):
        budget(0, 0.1).check()
