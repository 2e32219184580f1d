"""`models`: what is known about vendors and their models."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta

from mkdocs_illustrate.cli.models import _price, _rows, old_rows
from mkdocs_illustrate.models.vendor_files import vendors
from tests.sites import SiteMaker, command


def test_old_rows_are_named(site: SiteMaker) -> None:
    """`models --check-dates` names what was read more than ninety days ago, and says so by its exit code."""
    today = datetime.now(UTC).date()
    done = command(site, "models", "--check-dates", "--json")
    named = json.loads(done.stdout)["rows"]
    assert done.returncode == (1 if named else 0)
    assert all(row["days"] > 90 and date.fromisoformat(row["as_of"]) < today for row in named)
    assert not any(row["model"].startswith("dall-e") for row in named)  # it has ended: nothing changes any more
    in_words = command(site, "models", "--check-dates")
    assert in_words.returncode == done.returncode
    assert all(row["model"] in in_words.stdout for row in named)


def test_a_row_is_old_after_ninety_days() -> None:
    """Ninety days are good, one more is too many; a row without a date says nothing that could age."""
    (recraft,) = (v for v in vendors() if v.name == "recraft")
    assert recraft.image
    read = date.fromisoformat(recraft.image.models["recraftv4_1"].price.as_of)
    good, old = (
        {row["model"] for row in old_rows([recraft], read + timedelta(days=days))}
        & {"recraftv4_1", "recraftv4_utility_vector", "recraftv4_1_utility_vector"}
        for days in (90, 91)
    )
    assert (good, old) == (set(), {"recraftv4_1"})


def test_models_are_listed(site: SiteMaker) -> None:
    """`models` lists vendors with prices, their dates, and what is retired."""
    listed = json.loads(command(site, "models", "--json").stdout)["vendors"]
    names = {vendor["name"] for vendor in listed}
    assert {"offline", "openai", "aimlapi", "openai-compatible"} <= names
    (openai,) = (vendor for vendor in listed if vendor["name"] == "openai")
    rows = {row["model"]: row for row in openai["models"]}
    assert rows["dall-e-3"]["successor"] in rows
    assert rows["gpt-image-2.5-flare"]["as_of"]
    assert "dall-e-3" in command(site, "models", "--provider", "openai").stdout


def test_prices_are_listed_in_full() -> None:
    """Prices by quality, in credits, by tokens and of nothing are all shown."""
    listed = {row.name: _price(row.price) for v in vendors() for _, row in _rows(v)}
    assert listed["gpt-image-2.5-flare"] == "$0.0059-0.2107"
    assert listed["seedream3.0"] == "2 credits"
    assert listed["gpt-4o"] == "$2.5 in, $10 out /M tokens"
    assert listed["current"] == "$0"
