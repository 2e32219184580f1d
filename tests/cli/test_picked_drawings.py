"""Drawings of the built-in painter: nine are offered for free, and the one that is picked stays."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.fork_server import Done
from tests.sites import CITIES, SiteMaker, command, planned

OTHER = "# Databases\n\nA slow query is an index that nobody made.\n\nAnother paragraph about servers and tables.\n"


@pytest.fixture
def drawn(site: SiteMaker) -> SiteMaker:
    """A site as it is out of the box."""
    site.options["figure"] = {"widths": [640]}
    site.page("a.md", CITIES, illustrate=True)
    return site


def told(done: Done) -> dict[str, Any]:
    """What a command says to programs."""
    assert done.returncode == 0, done.stdout + done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def listed(site: SiteMaker) -> list[dict[str, Any]]:
    """The candidates of the page."""
    found: list[dict[str, Any]] = told(command(site, "candidates", "a.md", "--json"))["candidates"]
    return found


def pick(site: SiteMaker, number: int) -> dict[str, Any]:
    """Pick one, and say what was said."""
    return told(command(site, "pick", "a.md", str(number), "--json"))


def published(site: SiteMaker) -> tuple[bytes, str]:
    """The picture and the alt that a frozen build puts into the page."""
    built = site.build("--strict", ILLUSTRATE_FROZEN="1")
    assert built.code == 0, built.log
    (figure,) = built.figures("a/index.html")
    return (built.folder / "a" / figure["img"]["src"]).read_bytes(), figure["img"]["alt"]


def test_nine_are_offered(drawn: SiteMaker) -> None:
    """For free, all different, in several manners, the same each time; nothing is written beside mkdocs.yml."""
    found = listed(drawn)
    assert [c["number"] for c in found] == [*range(1, 10)]
    assert {c["price"] for c in found} == {0}
    assert len({Path(drawn.folder / c["file"]).read_bytes() for c in found}) == 9
    assert {c["family"] for c in found} == {"landscape", "abstract", "mosaic"}  # of cities there are no islands
    assert listed(drawn) == found
    assert not (drawn.folder / "illustrations").exists()


def test_a_pick_is_a_recipe_without_a_file(drawn: SiteMaker) -> None:
    """A build draws it from seed, motifs and manner, also frozen and anew; picking the first one is the undo."""
    before = published(drawn)
    pick(drawn, 4)
    recipe = drawn.recipe("a.yml")
    assert (recipe["provider"], "file" in recipe, "sha256" in recipe) == ("offline", False, False)
    assert recipe["motifs"]
    assert recipe["seed"]
    assert recipe["family"]
    assert [path.name for path in (drawn.folder / "illustrations").iterdir()] == ["a.yml"]
    after = published(drawn)
    assert after[0] != before[0]
    assert after[1] == recipe["alt"]
    assert [c["number"] for c in listed(drawn) if c["current"]] == [4]
    assert command(drawn, "check").returncode == 0
    assert planned(drawn)["figures"][0]["state"] == "offline"
    pick(drawn, 1)
    assert published(drawn) == before


def test_it_stays_whatever_the_article_says(drawn: SiteMaker) -> None:
    """A typo, a section more, another title and story: what somebody picked is drawn, with the words of its recipe."""
    pick(drawn, 3)
    path = drawn.folder / "illustrations/a.yml"
    path.write_text(yaml.safe_dump(drawn.recipe("a.yml") | {"alt": "Mine"}), "utf-8")
    picked = published(drawn)
    assert picked[1] == "Mine"
    for text in (CITIES.replace("silent", "slient"), CITIES + "\n## More\n\nOf it.\n", OTHER):
        drawn.page("a.md", text, illustrate=True)
        assert published(drawn) == picked
    assert planned(drawn)["figures"][0]["drift"] > 0.5


def test_another_wish_is_another_drawing(drawn: SiteMaker) -> None:
    """Who asks for another style, motif or size gets it; a pin holds against that too."""
    pick(drawn, 3)
    picked = published(drawn)
    drawn.page("a.md", CITIES, illustrate=True, illustrate_with={"motifs": ["rocket"]})
    assert published(drawn) != picked
    drawn.page("a.md", CITIES, illustrate=True, illustrate_with={"motifs": ["rocket"], "pin": True})
    assert published(drawn) == picked


def test_a_replaced_drawing_can_be_picked_again(drawn: SiteMaker) -> None:
    """Also when the article has moved on and offers others: it becomes a candidate of its own, behind the nine."""
    pick(drawn, 3)
    picked = published(drawn)
    drawn.page("a.md", OTHER, illustrate=True)
    assert pick(drawn, 5)["replaced"] == 10
    assert published(drawn) != picked
    assert [c["number"] for c in listed(drawn)] == [*range(1, 11)]
    pick(drawn, 10)
    assert published(drawn) == picked


def test_pages_about_one_matter_are_offered_others(drawn: SiteMaker) -> None:
    """Two pages with the same words have no two drawings in common but the first."""
    drawn.page("b.md", CITIES, illustrate=True)
    theirs = told(command(drawn, "candidates", "b.md", "--json"))["candidates"]
    ours = {(drawn.folder / c["file"]).read_bytes() for c in listed(drawn)[1:]}
    assert not ours & {(drawn.folder / c["file"]).read_bytes() for c in theirs[1:]}


def test_styles_are_compared_for_free(drawn: SiteMaker) -> None:
    """Each becomes a candidate behind the nine, and nobody is asked."""
    drawn.page("a.md", OTHER, illustrate=True)
    found = told(command(drawn, "compare", "a.md", "--style", "mosaic", "--style", "isometric", "--json"))
    assert [(c["number"], c["family"]) for c in found["candidates"]] == [(10, "mosaic"), (11, "isometric")]
    assert (drawn.folder / found["sheet"]).is_file()
    pick(drawn, 10)
    assert drawn.recipe("a.yml")["family"] == "mosaic"
    published(drawn)


def test_a_model_in_place_of_the_painter(drawn: SiteMaker) -> None:
    """The pick was of a drawing: a model's picture is another wish, and until it is there the pick is shown."""
    pick(drawn, 3)
    picked = published(drawn)
    drawn.options["image"] = {"provider": "openai"}
    drawn.options["generate"] = "never"
    assert planned(drawn)["figures"][0]["state"] == "changed"
    built = drawn.build()
    (figure,) = built.figures("a/index.html")
    assert "illustration--placeholder" not in figure["figure"]["class"]
    assert (built.folder / "a" / figure["img"]["src"]).read_bytes() == picked[0]


def test_the_painter_knows_its_styles(site: SiteMaker) -> None:
    """A manner that it does not know is named, with what was meant; nothing is drawn for it."""
    site.page("a.md", CITIES, illustrate=True)
    wrong = command(site, "compare", "a.md", "--style", "abstarct")
    assert (wrong.returncode, wrong.stdout) == (2, "")
    assert "--style 'abstarct' is unknown to the built-in painter; did you mean 'abstract'?" in wrong.stderr
    right = command(site, "compare", "a.md", "--style", "abstract", "--json")
    assert [one["family"] for one in json.loads(right.stdout)["candidates"]] == ["abstract"]
