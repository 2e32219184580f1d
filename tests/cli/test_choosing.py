"""Candidates by command: listed, made, compared, picked and taken back, on real sites."""

from __future__ import annotations

import json
import shutil
from typing import Any

import pytest
import yaml
from PIL import Image

from mkdocs_illustrate.testing.server import ModelServer
from tests.fork_server import Done
from tests.sites import CITIES, KEYS, SiteMaker, command, planned


@pytest.fixture
def bought(site: SiteMaker, server: ModelServer) -> SiteMaker:
    """A site with one bought picture."""
    site.page("a.md", CITIES, illustrate=True)
    site.models(server.url, quality="low")
    assert site.build("--strict", **KEYS).code == 0
    server.calls.clear()
    return site


def told(done: Done, code: int = 0) -> dict[str, Any]:
    """What a command says to programs."""
    assert done.returncode == code, done.stdout + done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def listed(site: SiteMaker, page: str = "a.md") -> list[dict[str, Any]]:
    """The candidates of a page."""
    found: list[dict[str, Any]] = told(command(site, "candidates", page, "--json"))["candidates"]
    return found


def shown(site: SiteMaker, **env: str) -> str:
    """The address of the picture that a keyless, frozen build puts into the page."""
    built = site.build("--strict", ILLUSTRATE_FROZEN="1", **env)
    assert built.code == 0, built.log
    (figure,) = built.figures("a/index.html")
    return str(figure["figure"]["data-illustrate"])


def pictures_sent(server: ModelServer) -> int:
    """How many pictures were asked for."""
    return sum(call.path.endswith("/images/generations") for call in server.calls)


def test_from_a_purchase_to_another_picture_and_back(bought: SiteMaker, server: ModelServer) -> None:
    """One is picked, shown by a frozen build without a key and a cache, and taken back; all of it pays for two."""
    before, recipe = shown(bought), bought.recipe("a.yml")
    made = told(command(bought, "vary", "a.md", "-n", "2", "--yes", "--json", **KEYS))
    assert [c["number"] for c in made["candidates"]] == [1, 2]
    assert [c["made_from"] for c in made["candidates"]] == [[recipe["key"]]] * 2
    assert all(c["price"] == pytest.approx(0.0059) for c in made["candidates"])
    assert shown(bought) == before  # nothing but a pick changes the portfolio
    for candidate in made["candidates"]:
        with Image.open(bought.folder / candidate["file"]) as picture:
            assert picture.size == (recipe["width"], recipe["height"])

    picked = told(command(bought, "pick", "a.md", "2", "--json"))
    assert picked["replaced"] == 3
    shutil.rmtree(bought.folder / "site")
    after = shown(bought)
    assert after != before
    assert [(c["number"], c["current"]) for c in listed(bought)] == [(1, False), (2, True), (3, False)]

    done = command(bought, "pick", "a.md", "3")
    assert "mkdocs-illustrate pick a.md 2 takes it back" in done.stdout
    assert shown(bought) == before
    assert bought.recipe("a.yml") == recipe
    assert len(listed(bought)) == 3

    command(bought, "pick", "a.md", "2")
    shutil.rmtree(bought.folder / ".cache")
    assert shown(bought) == after
    assert pictures_sent(server) == 2


def test_candidates_go_along_with_a_moved_page(bought: SiteMaker, server: ModelServer) -> None:
    """Before and after the build that takes its picture along, under their numbers."""
    told(command(bought, "vary", "a.md", "-n", "2", "--yes", "--json", **KEYS))
    numbers = [(c["number"], c["sha256"]) for c in listed(bought)]
    (bought.folder / "docs/a.md").rename(bought.folder / "docs/b.md")
    assert [(c["number"], c["sha256"]) for c in listed(bought, "b.md")] == numbers
    assert bought.build("--strict").lines("moved here from a.md")
    assert [(c["number"], c["sha256"]) for c in listed(bought, "b.md")] == numbers
    assert command(bought, "pick", "b.md", "2").returncode == 0
    assert pictures_sent(server) == 2


def test_a_pick_is_kept_as_any_picture_is(bought: SiteMaker, server: ModelServer) -> None:
    """It counts as made for the article as it is: strictly, through a month of small edits, until the style changes."""
    told(command(bought, "compare", "a.md", "--style", "watercolour", "--yes", "--json", **KEYS))
    command(bought, "pick", "a.md", "1")
    bought.options["tolerance"] = 0
    assert planned(bought)["figures"][0]["state"] == "kept"
    bought.options["tolerance"] = 0.3
    text = CITIES
    for day in range(30):
        text = text.replace("  ", " ") + f"\nNote {day}.\n" if day % 10 == 0 else text.replace("will", "WILL", 1)
        bought.page("a.md", text, illustrate=True)
        if day % 10 in {0, 9}:
            assert planned(bought)["figures"][0]["state"] == "kept"
    picked = shown(bought)
    assert bought.recipe("a.yml")["key"].startswith(picked[:16])
    bought.options["style"] = "futuristic"
    assert planned(bought)["figures"][0]["state"] == "changed"
    assert pictures_sent(server) == 1


def test_what_was_made_is_found(bought: SiteMaker, server: ModelServer) -> None:
    """The same command pays nothing a second time; a larger number pays the rest; --force makes others."""
    for arguments, sent in ((("-n", "2"), 2), (("-n", "2"), 2), (("-n", "3"), 3), (("-n", "1", "--force"), 4)):
        command(bought, "vary", "a.md", *arguments, "--yes", **KEYS)
        assert pictures_sent(server) == sent
    told(command(bought, "vary", "a.md", "-n", "3", "--json"))  # nor does it ask, or need a key
    assert len(listed(bought)) == 3  # the server paints the same for the same words: it is no other candidate


def test_nobody_agreed(bought: SiteMaker, server: ModelServer) -> None:
    """From a pipe nothing is bought without a yes: exit 3, and the line says what to type."""
    for arguments in (("vary", "a.md"), ("compare", "a.md", "--style", "watercolour")):
        done = command(bought, *arguments, **KEYS)
        assert (done.returncode, done.stdout) == (3, "")
        assert "say --yes" in done.stderr
    assert server.calls == []


def test_words_of_a_person_stay(bought: SiteMaker) -> None:
    """An alt that somebody wrote goes along with a pick, and is there again when it is taken back."""
    path = bought.folder / "illustrations/a.yml"

    def written(**words: object) -> None:
        path.write_text(yaml.safe_dump(bought.recipe("a.yml") | words), "utf-8")

    command(bought, "vary", "a.md", "-n", "1", "--yes", **KEYS)
    written(alt="Mine", approved={"by": "me", "date": "2026-12-01", "key": bought.recipe("a.yml")["key"]})
    command(bought, "pick", "a.md", "1")
    recipe = bought.recipe("a.yml")
    assert (recipe["alt"], recipe["approved"]["key"] == recipe["key"]) == ("Mine", False)  # it is of the one before
    written(alt="Of the other")
    command(bought, "pick", "a.md", "2")
    assert bought.recipe("a.yml")["alt"] == "Mine"
    command(bought, "pick", "a.md", "1")
    assert bought.recipe("a.yml")["alt"] == "Of the other"


def test_further_pictures_of_a_purchase(site: SiteMaker, server: ModelServer) -> None:
    """`options: {n: 3}` pays for three: two of them are candidates, each with its share of the price."""
    site.page("a.md", CITIES, illustrate=True)
    site.models(server.url, quality="low", options={"n": 3})
    assert site.build("--strict", **KEYS).code == 0
    found = listed(site)
    assert [c["number"] for c in found] == [1, 2]
    assert all(c["price"] == pytest.approx(site.recipe("a.yml")["cost"] / 3, rel=1e-3) for c in found)
    assert len({c["sha256"] for c in found} | {site.recipe("a.yml")["sha256"]}) == 3
    assert command(site, "pick", "a.md", "2").returncode == 0
    assert site.recipe("a.yml")["sha256"] == found[1]["sha256"]
    assert planned(site)["figures"][0]["state"] == "kept"


def test_replaced_pictures_are_candidates(bought: SiteMaker) -> None:
    """What a new purchase or an import replaces can be picked again."""
    first = bought.recipe("a.yml")["sha256"]
    bought.page("a.md", CITIES.replace("Futuristic Cities", "Quiet Villages"), illustrate=True)
    assert bought.build("--strict", **KEYS).code == 0
    second = bought.recipe("a.yml")["sha256"]
    photo = bought.folder / "photo.png"
    Image.new("RGB", (900, 600), "navy").save(photo)
    assert command(bought, "import", "a.md", str(photo), "--source", "photo").returncode == 0
    assert [c["sha256"] for c in listed(bought)] == [first, second]
    command(bought, "pick", "a.md", "1")
    assert bought.recipe("a.yml")["sha256"] == first
    assert planned(bought)["figures"][0]["state"] == "kept"


def test_a_sheet_to_compare(bought: SiteMaker, server: ModelServer) -> None:
    """One candidate for each style and model, side by side in one file that shows foreign words as words."""
    bought.options["models"] = {"photo": {"provider": "openai", "base_url": server.url, "model": "gpt-image-1"}}
    bad = "<script>alert(1)</script>"
    arguments = ("--style", "watercolour", "--style", bad, "--model", "photo", "--yes", "--json")
    found = told(command(bought, "compare", "a.md", *arguments, **KEYS))
    assert [(c["model"], c["style"]) for c in found["candidates"]] == [
        ("gpt-image-2.5-flare", "watercolour"),
        ("gpt-image-2.5-flare", bad),
        ("gpt-image-1", None),
    ]
    sheet = (bought.folder / found["sheet"]).read_text("utf-8")
    assert "<script" not in sheet
    assert sheet.count("<img") == 4
    assert "mkdocs-illustrate pick a.md 3" in sheet
    assert all(any((bought.folder / found["sheet"]).parent.glob(f"{n}.*")) for n in (1, 2, 3))


def test_to_compare_with_itself(bought: SiteMaker, server: ModelServer) -> None:
    """The style that the picture has is not bought again, also where the cache is gone."""
    bought.options["style"] = "watercolour"
    bought.build("--strict", **KEYS)
    shutil.rmtree(bought.folder / ".cache")
    server.calls.clear()
    found = told(command(bought, "compare", "a.md", "--style", "watercolour", "--json"))
    assert [c["current"] for c in found["candidates"]] == [True]
    assert server.calls == []


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("pick", "a.md", "7"), "a.md has no candidate 7; it has none"),
        (("pick", "b.md", "1"), "no figure is asked for on 'b.md'"),
        (("pick", "a.md", "0"), "0 is not in the range"),
        (("compare", "a.md"), "nothing to compare"),
        (("compare", "a.md", "--model", "foto"), "--model 'foto' is unknown"),
    ],
)
def test_what_can_not_be_meant(bought: SiteMaker, arguments: tuple[str, ...], says: str) -> None:
    """Wrong usage is one line, and exit 2."""
    done = command(bought, *arguments)
    assert done.returncode == 2
    assert says in done.stderr


def test_a_lost_picture(bought: SiteMaker) -> None:
    """A candidate whose picture is gone from the cache is named; a pick of it changes nothing."""
    command(bought, "compare", "a.md", "--style", "watercolour", "--style", "futuristic", "--yes", **KEYS)
    sha256, before = listed(bought)[0]["sha256"], bought.recipe("a.yml")
    for file in (bought.folder / ".cache").rglob(f"{sha256}.*.val"):
        file.unlink()
    found = told(command(bought, "candidates", "a.md", "--json"))
    assert [c["file"] is None for c in found["candidates"]] == [True, False]
    assert found["problems"][0]["code"] == "missing"
    done = command(bought, "pick", "a.md", "1")
    assert (done.returncode, bought.recipe("a.yml")) == (1, before)
    assert "no longer in the cache" in done.stderr


def test_a_model_that_takes_seeds(site: SiteMaker) -> None:
    """There each candidate has a seed of its own, which its recipe names."""
    site.page("a.md", CITIES, illustrate=True)
    with ModelServer.of("sdwebui", key=None) as server:
        site.options["image"] = {"provider": "sdwebui", "base_url": server.url}
        assert site.build("--strict").code == 0
        found = told(command(site, "vary", "a.md", "-n", "2", "--yes", "--json"))["candidates"]
        sent = [call.body["seed"] for call in server.asked("txt2img")[1:]]
    assert len(set(sent)) == 2
    assert [c["seed"] for c in found] == sorted(sent, key=[c["seed"] for c in found].index)


def test_some_to_choose_from_for_each_figure(site: SiteMaker, server: ModelServer) -> None:
    """`generate --candidates 2` makes two for each, agreed to at once, and writes nothing to the portfolio."""
    for name in ("a", "b"):
        site.page(f"{name}.md", CITIES.replace("Cities", f"Cities {name}"), illustrate=True)
    site.models(server.url, quality="low")
    assert command(site, "generate", "--candidates", "2", **KEYS).returncode == 3
    assert server.calls == []
    made = told(command(site, "generate", "--candidates", "2", "--yes", "--json", **KEYS))
    assert [(f["page"], [c["number"] for c in f["candidates"]]) for f in made["figures"]] == [
        ("a.md", [1, 2]),
        ("b.md", [1, 2]),
    ]
    assert (pictures_sent(server), made["spent"]) == (4, pytest.approx(4 * 0.0059, rel=0.1))
    assert not (site.folder / "illustrations").exists()
    assert planned(site)["figures"][0]["state"] == "missing"
    for page in ("a.md", "b.md"):
        assert command(site, "pick", page, "2").returncode == 0
    assert {figure["state"] for figure in planned(site)["figures"]} == {"kept"}
    assert site.build("--strict", ILLUSTRATE_FROZEN="1").code == 0
    assert pictures_sent(server) == 4


def test_candidates_are_in_no_plan(site: SiteMaker) -> None:
    """Nobody agreed to them by the hash of a plan."""
    done = command(site, "generate", "--candidates", "2", "--plan", "0" * 12)
    assert (done.returncode, "--plan" in done.stderr) == (2, True)
