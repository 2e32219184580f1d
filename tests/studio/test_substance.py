"""Laws of substance: an edit that leaves an article what it is buys nothing; another article does."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from mkdocs_illustrate.records import State
from mkdocs_illustrate.testing.server import ModelServer
from tests.studio.small_site import SmallSite

WORDS = [f"word{n}" for n in range(50)]


def article(words: list[str], title: str = "Harbour at dusk") -> str:
    """A page of some words."""
    return f"# {title}\n\n{' '.join(words)}.\n"


def edited(share: float) -> list[str]:
    """The words, some of which were replaced."""
    return [f"new{n}" if n < len(WORDS) * share else word for n, word in enumerate(WORDS)]


def test_a_typo_buys_nothing(served: SmallSite, server: ModelServer) -> None:
    """A mended word keeps the picture and its address, and frozen builds pass."""
    first = served.outcome(text=article(WORDS))
    served.options["frozen"] = True
    plan = served.plan(text=article(edited(0.02), "Harbor at dusk"))
    assert (plan.state, plan.buy, round(plan.drift or 0, 2)) == (State.KEPT, False, 0.04)
    again = served.outcome(text=article(edited(0.02)))
    assert (again.state, again.key, again.assets) == (State.KEPT, first.key, first.assets)
    assert len(server.calls) == 2


def test_many_small_edits_add_up(served: SmallSite, server: ModelServer) -> None:
    """Drift is measured from the picture's own words: the tenth small edit may be the one too many."""
    served.outcome(text=article(WORDS))
    states = [served.outcome(text=article(edited(n / 10))).state for n in range(10)]
    bought = [n for n, state in enumerate(states) if state is State.MADE]
    assert bought == [4, 8]  # when more than three tenths are new since the picture before
    assert server.count("/images/generations") == 3


@pytest.mark.parametrize(
    "change",
    [
        {"text": article(WORDS, "Harbour at dawn")},
        {"text": article(edited(0.4))},
        {"style": "ink"},
        {"note": "from above"},
        {"seed": 3},
        {"prompt": "A boat"},
        {"options": {"tolerance": 0}, "text": article(edited(0.02))},
        {"options": {"style": "ink"}},
        {"chat": {"instructions": "Be brief."}},
        {"chat": {"model": "poet"}},
        {"image": {"model": "painter"}},
        {"image": {"options": {"steps": 3}}},
    ],
    ids=str,
)
def test_what_is_a_change(served: SmallSite, change: dict[str, Any]) -> None:
    """Another title, many other words, another wish, style, model, option or instruction asks for a new picture."""
    served.outcome(text=article(WORDS))
    served.options.update(change.pop("options", {}))
    for role in ("chat", "image"):
        served.set(role, **change.pop(role, {}))
    assert served.plan(**{"text": article(WORDS), **change}).state is State.CHANGED


def test_a_recipe_without_a_sketch_is_strict(served: SmallSite) -> None:
    """Nobody knows what a picture of an earlier version was made for: any other word is a change."""
    served.outcome(text=article(WORDS))
    path = served.base / "illustrations/a.yml"
    recipe = yaml.safe_load(path.read_text("utf-8"))
    for gone in ("sketch", "setup", "title", "written"):
        del recipe[gone]
    path.write_text(yaml.safe_dump(recipe), "utf-8")
    assert served.plan(text=article(WORDS)).state is State.KEPT
    assert served.plan(text=article(edited(0.02))).state is State.CHANGED


def test_words_that_a_person_wrote_stay(served: SmallSite, server: ModelServer) -> None:
    """An alt that somebody mended in the recipe goes on with the next picture; a caption that nobody touched is new."""
    served.outcome(text=article(WORDS))
    path = served.base / "illustrations/a.yml"
    path.write_text(yaml.safe_dump({**served.recipe(), "alt": "My own words"}), "utf-8")
    made = served.outcome(text=article(WORDS, "Mountains"))
    assert (made.state, made.alt, made.caption[:15]) == (State.MADE, "My own words", "About Mountains")
    again = served.outcome(text=article(edited(1), "Deserts"))
    assert (again.alt, again.caption[:13], server.count("/images/generations")) == ("My own words", "About Deserts", 3)
