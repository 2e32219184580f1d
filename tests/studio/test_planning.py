"""Planning: settings and what lies on disk -> what is to be done for each figure, and why."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from mkdocs_illustrate.records import State
from mkdocs_illustrate.studio.keys import text_key

from .small_site import SmallSite

ROWS: dict[str, dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("plans.yml").read_text("utf-8"))
OLD = "0123456789abcdef" * 2


def filled(value: Any) -> Any:
    """A row with its words in capitals replaced."""
    if isinstance(value, dict):
        return {name: filled(inner) for name, inner in value.items()}
    return {"OLD": OLD, "DRAFT": text_key("A boat")}.get(value, value) if isinstance(value, str) else value


@pytest.mark.parametrize("name", ROWS)
def test_how_a_figure_stands(small: SmallSite, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each row of the table: state, reason, purchase, bar, price and the picture that is shown."""
    row = filled(ROWS[name])
    small.options |= row.get("options", {})
    small.where, small.force = row.get("where", "build"), row.get("force", False)
    for variable, value in row.get("env", {}).items():
        monkeypatch.setenv(variable, value)
    wishes = row.get("wishes", {})
    small.lay_down(row.get("disk", {}), small.plan(**wishes))
    plan = small.plan(**wishes)
    buy, barred = row.get("buy", False), row.get("barred", False)
    assert (plan.state, plan.buy, plan.barred) == (State(row["state"]), buy, barred)
    assert row["says"] in plan.reason if "says" in row else plan.reason == row.get("reason", "")
    assert plan.trouble.startswith(row["trouble"]) if "trouble" in row else not plan.trouble
    assert plan.has_old == row.get("old", False)
    assert plan.key == row.get("key", plan.wanted.key)
    assert plan.wanted.prompt == row.get("prompt", wishes.get("prompt"))
    assert plan.wants_money == (plan.state in {State.MISSING, State.CHANGED} and not barred)
    assert plan.picture_price == row.get("price", None if plan.wants_money else 0.0)


def test_a_plan_sends_nothing_and_makes_nothing(small: SmallSite) -> None:
    """Planning a new site leaves the portfolio, the sizes and the ledger as they are: none."""
    small.plan()
    assert sorted(path.name for path in small.cache.iterdir()) == [".gitignore", "v1"]
    assert not (small.base / "illustrations").exists()


@pytest.mark.parametrize(
    ("meta", "included", "figures", "flagged"),
    [
        ({}, False, 0, False),
        ({}, True, 1, True),
        ({"illustrate": True}, False, 1, True),
        ({"illustrate": False}, True, 0, True),
        ({"illustrate": None}, True, 0, True),
        ({"illustrate_with": {"seed": 3}}, False, 0, False),
        ({"illustrate_with": {"seed": 3}}, True, 1, True),
        ({"illustrate": {"seed": 3}}, False, 1, True),
    ],
)
def test_which_pages_ask(
    small: SmallSite, meta: dict[str, Any], *, included: bool, figures: int, flagged: bool
) -> None:
    """A page's own word decides, then `include`; a page that says nothing leaves it open."""
    plan = small.page_plan(included=included, **meta)
    assert (len(plan.figures), plan.decided) == (figures, flagged)
    assert plan.problems == ()


def test_problems_of_pages_that_ask_for_nothing(small: SmallSite) -> None:
    """Wrong wishes are named where a page speaks of illustrations, and are nobody's business elsewhere."""
    wrong = {"illustrate_with": {"sead": 3}}
    assert small.page_plan(**wrong).problems == ()
    (problem,) = small.page_plan(illustrate=False, **wrong).problems
    assert "sead" in problem


def test_further_figures(small: SmallSite) -> None:
    """Figures are counted from 1 and named after page and number; one that can't be meant keeps its number."""
    plan = small.page_plan(illustrate=True, illustrate_with=[{}, {"seed": 6}, "what", {"seed": 7}])
    found = [(f.number, f.name, f.wanted.seed) for f in plan.figures]
    assert found == [(1, "a.md", None), (2, "a.md#2", 6), (4, "a.md#4", 7)]
    assert len(plan.problems) == 1


def test_a_recipe_has_one_owner(small: SmallSite) -> None:
    """A figure whose recipe would be another page's is left out and named; in another round all is open again."""
    studio = small.studio()
    three: dict[str, Any] = {"illustrate": True, "illustrate_with": [{}, {"seed": 7}, {"seed": 8}]}
    first = studio.plan(small.source("a.2.md", illustrate=True))
    second = studio.plan(small.source("a.md", **three))
    assert [f.number for f in first.figures] == [1]
    assert [f.number for f in second.figures] == [1, 3]
    assert second.problems == ("its recipe a.2.yml belongs to a.2.md: rename it",)
    assert studio.plan(small.source("a.2.md", illustrate=True)).problems == ()
    studio.begin()
    assert len(studio.plan(small.source("a.md", **three)).figures) == 3


@pytest.mark.parametrize(
    ("one", "other"),
    [("Foo.md", "foo.md"), ("a/B.md", "A/b.md"), ("caf\u00e9.md", "cafe\u0301.md"), ("STRASSE.md", "stra\u00dfe.md")],
)
def test_recipes_that_some_file_systems_take_for_one(small: SmallSite, one: str, other: str) -> None:
    """Two pages whose recipes are one file on macOS or Windows overwrite nothing there, and are told here."""
    studio = small.studio()
    assert len(studio.plan(small.source(one, illustrate=True)).figures) == 1
    second = studio.plan(small.source(other, illustrate=True))
    assert second.figures == ()
    assert f"belongs to {one}: rename it" in second.problems[0]


def test_without_a_portfolio_recipes_have_no_owner(small: SmallSite) -> None:
    """Where nothing is kept, no two figures stand in each other's way."""
    small.options["portfolio"] = None
    studio = small.studio()
    studio.plan(small.source("a.2.md", illustrate=True))
    assert len(studio.plan(small.source("a.md", illustrate=True, illustrate_with=[{}, {"seed": 1}])).figures) == 2


@pytest.mark.parametrize(
    ("models", "words"),
    [
        ({}, "'illustrate_with.model': 'phto' is unknown; mkdocs.yml lists none"),
        ({"photo": {"provider": "manual"}}, "'illustrate_with.model': 'phto' is unknown; did you mean 'photo'?"),
    ],
)
def test_an_unknown_model(small: SmallSite, models: dict[str, Any], words: str) -> None:
    """A model that mkdocs.yml does not list is named, and the figure is made with the site's own."""
    small.options["models"] = models
    plan = small.page_plan(illustrate=True, illustrate_with={"model": "phto"})
    assert plan.problems == (words,)
    assert [f.image.model for f in plan.figures] == ["artist"]
    assert plan.figures[0].wish.model is None


def test_a_page_chooses_a_model(small: SmallSite) -> None:
    """A model of mkdocs.yml is taken with all its settings; another model is another key."""
    small.options["models"] = {"photo": {"provider": "manual", "aspect_ratio": "2:1"}}
    plain, chosen = small.plan(), small.plan(model="photo")
    assert (chosen.image.vendor, chosen.wanted.asked, chosen.wanted.ratio) == ("manual", "2:1", 2.0)
    assert (plain.image.vendor, plain.wanted.asked) == ("openai-compatible", "64x48")
    assert plain.key != chosen.key


def test_after_all_without_buying(small: SmallSite) -> None:
    """A plan that is not carried out shows the old picture where there is one, under the old one's name."""
    plan = small.plan()
    spared = plan.without_buying("no money")
    assert (spared.buy, spared.reason, spared.state, spared.key) == (False, "no money", State.MISSING, plan.key)
    small.lay_down({"recipe": {"key": OLD}}, plan)
    changed = small.plan()
    spared = changed.without_buying("no money", State.FAILED)
    assert (spared.buy, spared.state, spared.key) == (False, State.FAILED, OLD)
    assert changed.key == changed.wanted.key
    small.lay_down({"gone": ["a.png"]}, plan)
    assert small.plan().without_buying("no money").key == plan.wanted.key


@pytest.mark.parametrize("key", ["", "../../x", "ABCDEF" * 4, "abc", "0" * 15, "0" * 65])
def test_a_key_that_people_edited_names_no_file(small: SmallSite, key: str) -> None:
    """A picture whose recipe holds no real key is published under the hash of what it holds."""
    small.lay_down({"recipe": {"key": key, "pin": True}}, small.plan())
    shown = small.plan()
    assert shown.key == text_key(key + shown.recipe.sha256 if shown.recipe else "")


@pytest.mark.parametrize("key", ["0" * 16, "f" * 64])
def test_keys_of_any_version_are_names(small: SmallSite, key: str) -> None:
    """16 to 64 hex digits are a key, whichever version wrote it."""
    small.lay_down({"recipe": {"key": key, "pin": True}}, small.plan())
    assert small.plan().key == key


def test_an_outcome_without_files(small: SmallSite) -> None:
    """A plan's outcome says what the plan says: page, number, key, state, reason and trouble."""
    small.options["generate"] = "never"
    small.lay_down({"files": {"b.2.yml": "- no\n"}}, small.plan())
    figure = small.page_plan("b.md", illustrate=True, illustrate_with=[{}, {"seed": 1}]).figures[1]
    outcome = figure.outcome()
    assert (outcome.page, outcome.number, outcome.key) == ("b.md", 2, figure.key)
    assert (outcome.state, outcome.reason, outcome.trouble) == (State.MISSING, figure.reason, figure.trouble)
    assert outcome.trouble.startswith("illustrations/b.2.yml")
    assert outcome.assets == ()


def test_a_figure_costs_what_its_size_does(small: SmallSite) -> None:
    """Two figures of one page, a small and a large one, have the prices of their levels."""
    small.options["image"] = {"provider": "google", "model": "gemini-3-pro-image"}
    plan = small.page_plan(illustrate=True, illustrate_with=[{"size": "1024x1024"}, {"size": "4000x3000"}])
    assert [figure.picture_price for figure in plan.figures] == [0.134, 0.24]
