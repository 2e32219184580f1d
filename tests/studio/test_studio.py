"""The hall: a plan goes in, an outcome comes out; what a user or a vendor can cause is an outcome, not a crash."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from mkdocs_illustrate.errors import BadAnswer, ConfigError, StoreError
from mkdocs_illustrate.records import Outcome, State
from mkdocs_illustrate.studio.inspection import Standards
from mkdocs_illustrate.studio.recipes import Origin
from mkdocs_illustrate.studio.studio import Studio
from mkdocs_illustrate.testing.answers import FORBIDDEN
from mkdocs_illustrate.testing.pictures import measured
from mkdocs_illustrate.testing.server import ModelServer

from .small_site import SmallSite, open_files, painted, run

OLD = "0123456789abcdef" * 2


def shown(outcome: Outcome) -> tuple[int, int]:
    """The size of the picture that an outcome shows."""
    return measured(outcome.assets[0].path.read_bytes())[1]


def test_a_bought_figure(served: SmallSite) -> None:
    """A purchase ends in the portfolio and in files named after the page and the key."""
    outcome = served.outcome("blog/a.md")
    assert (outcome.state, outcome.reason, outcome.trouble, outcome.placeholder) == (State.MADE, "", "", False)
    assert (outcome.by_model, outcome.credit) == (True, "")
    assert outcome.alt.startswith("People at work")
    assert outcome.caption.startswith("About")
    assert [a.name for a in outcome.assets] == [f"assets/illustrations/blog-a-{outcome.key[:12]}.webp"]
    recipe = served.recipe("blog/a.yml")
    assert (recipe["key"], recipe["alt"], recipe["file"]) == (outcome.key, outcome.alt, "a.png")
    assert (served.base / "illustrations/blog/a.png").is_file()


def test_a_second_build_buys_nothing(served: SmallSite, server: ModelServer) -> None:
    """The next build shows the kept picture, with the words of the page where it has some."""
    first = served.outcome()
    again = served.outcome(alt="", caption="Mine")
    assert (again.state, again.key, again.assets) == (State.KEPT, first.key, first.assets)
    assert (again.alt, again.caption, again.by_model) == ("", "Mine", True)
    assert len(server.calls) == 2


def test_a_picture_from_the_cache_is_kept(served: SmallSite, server: ModelServer) -> None:
    """A picture in the cache goes into the portfolio of the site that wants it, and nobody is asked."""
    served.lay_down({"cached": "a boat", "brief": "A boat"}, served.plan())
    outcome = served.outcome()
    assert (outcome.state, outcome.alt) == (State.CACHED, "In the cache")
    assert served.recipe()["prompt"] == "A boat"
    assert server.calls == []
    assert served.outcome().state is State.KEPT


def test_what_is_replaced_is_found_again(served: SmallSite, server: ModelServer) -> None:
    """Going back to an earlier text shows its picture again without paying, though the portfolio held another."""
    first = served.outcome()
    (served.cache / "v1").rename(served.cache / "lost")
    second = served.outcome(text="# Mountains\n\nSnow falls all night.\n")
    assert second.key != first.key
    back = served.outcome()
    assert (back.state, back.key) == (State.CACHED, first.key)
    assert server.count("/images/generations") == 2


def test_options_are_in_the_recipe(served: SmallSite) -> None:
    """The options of the model that was really used are written down."""
    served.set("image", options={"steps": 3})
    served.options["models"] = {"other": {**served.options["image"], "options": {"steps": 4}}}
    served.outcome("a.md")
    served.outcome("b.md", model="other")
    assert [served.recipe(name)["options"] for name in ("a.yml", "b.yml")] == [{"steps": 3}, {"steps": 4}]


def test_a_heavy_picture_gets_light(served: SmallSite, server: ModelServer) -> None:
    """What is kept of a heavy picture is a WebP, and the next build finds it as it is written."""
    plan = served.plan()
    library = served.library()
    data = painted().data
    library.put_picture(plan.key, replace(painted(), data=data + bytes(600_000 - len(data))))
    library.close()
    served.outcome()
    recipe = served.recipe()
    assert recipe["file"] == "a.webp"
    assert (served.base / "illustrations/a.webp").stat().st_size < 10_000
    assert served.outcome().state is State.KEPT
    assert server.count("/images/generations") == 0


def test_a_ratio_is_published_as_asked(served: SmallSite) -> None:
    """What a vendor drew larger is cropped to the ratio asked for; an imported picture stays as it is."""
    assert shown(served.outcome(aspect_ratio="2:1", prompt="x")) == (64, 32)
    served.lay_down({"recipe": {"key": OLD, "origin": "imported"}}, served.plan("b.md"))
    assert shown(served.outcome("b.md", aspect_ratio="2:1")) == (64, 48)


def test_credits_and_kinds(small: SmallSite) -> None:
    """Whose picture it is goes with it, and only what a model made counts as that."""
    said = {"key": OLD, "origin": "imported", "credit": "Ü", "digital_source_type": "digitalCapture"}
    small.lay_down({"recipe": said}, small.plan())
    outcome = small.outcome()
    assert (outcome.by_model, outcome.credit) == (False, "Ü")
    assert b"digitalCapture" in outcome.assets[0].path.read_bytes()


REASONS: dict[str, tuple[dict[str, Any], State, str]] = {
    "refused": ({"status": 400, "body": {"error": {"message": "no", "code": "moderation_blocked"}}}, State.FAILED, ":"),
    "a wrong key": ({"status": 401}, State.FAILED, "openai-compatible: "),
    "cut off": ({"cut": True}, State.FAILED, "openai-compatible: "),
}


@pytest.mark.parametrize("old", [True, False])
@pytest.mark.parametrize("name", REASONS)
def test_a_failed_purchase(served: SmallSite, server: ModelServer, name: str, *, old: bool) -> None:
    """The page shows the old picture under its own key, else a drawing that is marked as a stand-in."""
    fault, state, reason = REASONS[name]
    server.fail("/images/generations", times=99, **fault)
    drawn = served.draw_ahead(prompt="A boat")
    if old:
        served.lay_down({"recipe": {"key": OLD}}, served.plan())
    outcome = served.outcome(prompt="A boat")
    assert outcome.state is state
    assert reason in outcome.reason
    assert outcome.placeholder is not old
    assert outcome.key == (OLD if old else drawn)
    assert outcome.by_model is old
    assert outcome.alt == ("Old words" if old else "Drawn")
    assert outcome.assets


@pytest.mark.parametrize(
    ("options", "drawn"),
    [({}, True), ({"on_missing": "skip"}, False), ({"on_missing": "error"}, False), ({"frozen": True}, False)],
)
def test_what_stands_in(small: SmallSite, options: dict[str, Any], *, drawn: bool) -> None:
    """Only where the settings want a placeholder, and the build is not frozen, is one drawn."""
    small.options |= {"generate": "never"} | options
    small.draw_ahead()
    outcome = small.outcome()
    assert outcome.state is State.MISSING
    assert (bool(outcome.assets), outcome.placeholder) == (drawn, drawn)
    assert outcome.reason in {"frozen", "generate: never"}


def test_a_budget_that_is_used_up(served: SmallSite) -> None:
    """A purchase beyond the budget is no failure: the figure stays as it was planned, and says why."""
    served.options["budget"] = {"pictures": 0}
    served.draw_ahead()
    outcome = served.outcome()
    assert (outcome.state, outcome.placeholder) == (State.MISSING, True)
    assert outcome.reason == "the budget of 0 pictures a run is used up"


def test_a_kept_picture_that_is_damaged(small: SmallSite) -> None:
    """A kept picture that is none any more is a failure in one line, and a drawing stands in for it."""
    small.lay_down({"recipe": {"key": "WANTED"}}, small.plan())
    (small.base / "illustrations/a.png").write_bytes(b"nothing" * 200)
    small.draw_ahead()
    outcome = small.outcome()
    assert (outcome.state, outcome.placeholder) == (State.FAILED, True)
    assert outcome.reason.startswith("the portfolio's a.png: the picture is damaged")
    small.options["on_missing"] = "skip"
    bare = small.outcome()
    assert (bare.state, bare.assets) == (State.FAILED, ())


def test_a_picture_that_is_gone(small: SmallSite) -> None:
    """A recipe without its picture is a missing picture and no failure: git may have it."""
    small.options["generate"] = "never"
    small.lay_down({"recipe": {"key": OLD}, "gone": ["a.png"]}, small.plan())
    drawn = small.draw_ahead()
    outcome = small.outcome()
    assert (outcome.state, outcome.reason, outcome.key) == (State.MISSING, "generate: never", drawn)


def test_without_a_portfolio(served: SmallSite) -> None:
    """Where the settings want no portfolio, a picture is bought and shown, and there is no trouble to tell."""
    served.options["portfolio"] = None
    outcome = served.outcome(prompt="A boat")
    assert (outcome.state, outcome.trouble, bool(outcome.assets)) == (State.MADE, "", True)
    assert not (served.base / "illustrations").exists()
    assert served.outcome(prompt="A boat").state is State.CACHED


def test_a_cached_picture_that_goes(small: SmallSite) -> None:
    """A picture that was in the cache when it was planned, and is gone, is a failure that says so."""
    small.lay_down({"cached": "a boat"}, small.plan())
    studio = small.studio()
    (plan,) = studio.plan(small.source(illustrate=True)).figures
    for file in small.cache.glob("v1/*/*.val"):
        file.unlink()
    small.draw_ahead()
    outcome = carried_out(studio, plan)
    assert (outcome.state, outcome.placeholder) == (State.FAILED, True)
    assert outcome.reason == "the cached picture can't be read any more"


def carried_out(studio: Studio, plan: Any) -> Outcome:
    """What becomes of a plan."""

    async def play() -> Outcome:
        outcome = await studio.carry_out(plan)
        await studio.close()
        return outcome

    return run(play())


def test_a_portfolio_that_can_not_be_written(served: SmallSite, server: ModelServer) -> None:
    """Nothing is bought that can't be kept; a picture that was bought before is shown, and the trouble is told."""
    (served.base / "illustrations").write_text("a file")
    outcome = served.outcome()
    assert (outcome.state, server.calls) == (State.MISSING, [])
    assert outcome.reason.startswith("nothing is bought that can't be kept: illustrations/ can't be written (")
    served.lay_down({"cached": "a boat"}, served.plan())
    shown = served.outcome()
    assert (shown.state, shown.reason, bool(shown.assets)) == (State.CACHED, "", True)
    assert shown.trouble.startswith("illustrations/ can't be written (")


def test_a_damaged_recipe_is_never_overwritten(served: SmallSite) -> None:
    """A picture from the cache is shown beside a recipe that can't be read, which stays as it is."""
    served.lay_down({"cached": "a boat", "files": {"a.yml": "- no\n"}}, served.plan())
    outcome = served.outcome()
    assert (outcome.state, bool(outcome.assets)) == (State.CACHED, True)
    assert outcome.trouble == "illustrations/a.yml is no recipe: it must be a mapping"
    assert (served.base / "illustrations/a.yml").read_text() == "- no\n"


def test_no_folder_can_be_written(served: SmallSite, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where not even a temporary file can be made, the figure fails in one line."""
    (served.base / "cache").write_text("a file")
    served.options |= {"cache_dir": "cache", "portfolio": None}
    monkeypatch.setattr("tempfile.tempdir", str(served.base / "nowhere"))
    outcome = served.outcome(prompt="A boat")
    assert (outcome.state, outcome.assets) == (State.FAILED, ())
    assert outcome.reason.startswith("no file can be written (")


def test_a_surprise_is_one_outcome(small: SmallSite) -> None:
    """An error of our own is told with its page, in one short line, and stops no other page."""
    studio = small.studio()
    (plan,) = studio.plan(small.source(illustrate=True)).figures
    broken = replace(plan, image=None, chat=None)  # type: ignore[arg-type]  # what no plan is
    outcome = carried_out(studio, broken)
    assert (outcome.state, outcome.assets) == (State.FAILED, ())
    assert outcome.reason.startswith(
        "an error of this plugin's own (AttributeError: 'NoneType' object has no attribute"
    )
    assert outcome.reason.endswith("'); please report it")


def test_a_surprise_tells_no_key(
    small: SmallSite, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Neither the line nor the traceback of a talkative build holds a key, nor does what came before the error."""
    key = "7d1c0a94e2b86f35d1c0a94e2b86f35e"
    monkeypatch.setenv("SOME_API_KEY", key)

    class Broken:
        def __getattr__(self, name: str) -> object:
            raise ValueError(f"no {name} for {key}") from KeyError(f"Authorization: {key}")

    studio = small.studio()
    (plan,) = studio.plan(small.source(illustrate=True)).figures
    broken = Broken()
    with caplog.at_level("DEBUG", logger="mkdocs.plugins.illustrate"):
        outcome = carried_out(studio, replace(plan, image=broken, chat=broken))  # type: ignore[arg-type]
    assert "ValueError: no " in outcome.reason
    assert "Traceback" in caplog.text
    assert "KeyError" in caplog.text
    assert key[:6] not in outcome.reason + caplog.text


def test_a_drawing(small: SmallSite) -> None:
    """The painter's picture is drawn once on a machine, kept in the cache only, and says that no model made it."""
    small.options["image"] = {}
    outcome = small.outcome()
    assert (outcome.state, outcome.by_model, outcome.placeholder) == (State.OFFLINE, False, False)
    assert outcome.alt
    assert not (small.base / "illustrations").exists()
    kept = small.library().picture(outcome.key)
    assert kept is not None
    assert kept.alt == outcome.alt
    small.library().put_picture(outcome.key, painted("drawn before", alt="Drawn before"))
    again = small.outcome()
    assert (again.key, again.alt, shown(again)) == (outcome.key, "Drawn before", (64, 48))
    mine = small.outcome(alt="Mine", caption="C", aspect_ratio="16:9")
    assert (mine.state, mine.alt, mine.caption) == (State.OFFLINE, "Mine", "C")
    assert mine.key != outcome.key


@pytest.mark.parametrize("role", ["chat", "image", "models"])
def test_models_are_tried_at_once(small: SmallSite, role: str) -> None:
    """A model that can't be asked as it is set up stops the build before its first page, with its vendor's name."""
    lacking = {"provider": "cloudflare", "model": "m"}
    small.options[role] = {"x": lacking} if role == "models" else lacking
    with pytest.raises(ConfigError, match=r"^cloudflare: .*needs the option 'account'"):
        small.studio()


def test_a_picture_is_brought(small: SmallSite) -> None:
    """A picture made elsewhere is kept and shown from then on; what it replaces goes on in the cache."""
    small.lay_down({"recipe": {"key": OLD}}, small.plan())
    studio = small.studio()
    (plan,) = studio.plan(small.source(illustrate=True)).figures
    recipe = studio.bring(plan, painted("mine", (80, 60)).data, Origin(alt="Mine", source="digitalCreation"))
    assert (recipe.origin, recipe.alt, recipe.width) == ("imported", "Mine", 80)
    with pytest.raises(BadAnswer):
        studio.bring(plan, b"<html>", Origin())
    run(studio.close())
    outcome = small.outcome()
    assert (outcome.state, outcome.alt, shown(outcome)) == (State.KEPT, "Mine", (64, 48))
    assert small.library().picture(OLD) is not None


def test_what_is_brought_needs_a_place(small: SmallSite) -> None:
    """Without a portfolio, or beside a recipe that can't be read, nothing is brought."""
    small.lay_down({"files": {"a.yml": "- no\n"}}, small.plan())
    studio = small.studio()
    with pytest.raises(StoreError, match=r"illustrations/a\.yml is no recipe"):
        studio.bring(studio.plan(small.source(illustrate=True)).figures[0], painted().data, Origin())
    small.options["portfolio"] = None
    studio = small.studio()
    with pytest.raises(ConfigError, match=r"^option 'portfolio': there is none to keep anything in"):
        studio.bring(studio.plan(small.source(illustrate=True)).figures[0], painted().data, Origin())


def test_damage_is_found(small: SmallSite) -> None:
    """A look says what a build would find: trouble of the recipe, a picture that is none, else nothing."""

    def damage(studio: Studio | None = None) -> str:
        studio = studio or small.studio()
        (plan,) = studio.plan(small.source(illustrate=True)).figures
        return "".join(found.text for found in studio.inspection(Standards()).findings(plan) if found.code == "damaged")

    assert damage() == ""
    small.lay_down({"recipe": {"key": "WANTED"}}, small.plan())
    assert damage() == ""
    assert Studio(small.settings, small.base, "build").plan(small.source(illustrate=True)).figures[0].buy is False
    (small.base / "illustrations/a.png").write_bytes(b"nothing" * 200)
    assert damage().startswith("the portfolio's a.png: the picture is damaged")
    small.options["image"] = {}
    assert damage(Studio(small.settings, small.base, "build")) == ""
    (small.base / "illustrations/a.yml").write_text("- no\n")
    assert damage() == "illustrations/a.yml is no recipe: it must be a mapping"


def test_what_is_said_of_a_round(served: SmallSite) -> None:
    """The report names models without a price."""
    studio = served.studio()

    async def play() -> Outcome:
        (plan,) = studio.plan(served.source(illustrate=True)).figures
        outcome = await studio.carry_out(plan)
        await studio.close()
        return outcome

    outcome = run(play())
    said = studio.report([outcome])
    names = "openai-compatible artist, openai-compatible writer"
    assert said.infos == [f"no price is known for {names}: counted in budget.pictures only"]
    assert (said.warnings, said.errors) == ([], [])
    assert studio.summary([outcome]) == "Illustrations: 1 made; spent $0.00"


def test_folders_in_the_way_are_told(served: SmallSite) -> None:
    """Where the cache can't be written nothing is bought, and a drawing stands in, made for this run."""
    (served.base / "cache").write_text("a file")
    served.options["cache_dir"] = "cache"
    studio = served.studio()
    outcome = carried_out(studio, studio.plan(served.source(illustrate=True)).figures[0])
    assert (outcome.state, outcome.placeholder, bool(outcome.assets)) == (State.MISSING, True, True)
    assert outcome.reason.startswith("nothing is bought that can't be kept: cache/ can't be written (")
    assert len([w for w in studio.report([outcome]).warnings if "the cache folder" in w]) == 2


def test_retirements_are_told_once(small: SmallSite) -> None:
    """A model that its vendor will switch off is named in the first round of a preview, and not in the next."""
    small.options["models"] = {"old": {"provider": "google", "model": "gemini-3-pro-image-preview"}}
    studio = small.studio()
    (line,) = studio.report([]).warnings
    assert line.startswith("models.old: ")
    assert studio.report([]).warnings == []


def test_rules_of_a_report_come_from_the_settings(small: SmallSite) -> None:
    """frozen, on_missing and on_error decide what is an error."""
    failed = Outcome(page="a.md", key="k", state=State.FAILED, reason="why")
    waits = Outcome(page="b.md", key="k", state=State.MISSING, reason="ci")
    assert small.studio().report([failed, waits]).errors == []
    small.options["on_error"] = "error"
    assert small.studio().report([failed, waits]).errors == ["a.md: why"]
    small.options = small.options | {"on_error": "warn", "on_missing": "error"}
    assert small.studio().report([waits]).errors == ["b.md: no picture (ci)"]
    small.options["frozen"] = True
    assert small.studio().report([waits]).errors == ["b.md: no picture"]


def test_the_end_lets_the_paid_finish(served: SmallSite, server: ModelServer, caplog: pytest.LogCaptureFixture) -> None:
    """Stopping sends nothing further; what is under way is named, waited for, and kept."""
    caplog.set_level("INFO", "mkdocs.plugins.illustrate")
    server.seconds["/images/generations"] = 0.2
    studio = served.studio()
    served.draw_ahead(prompt="A boat")

    async def stopped() -> Outcome:
        assert studio.stop() == set()
        outcome = await studio.carry_out(plan_of(studio, served))
        await studio.close()
        return outcome

    assert run(stopped()).state is State.FAILED
    assert server.calls == []
    assert caplog.records == []

    again = served.studio()

    async def under_way() -> tuple[Outcome, int]:
        buying = asyncio.create_task(again.carry_out(plan_of(again, served)))
        while not server.calls:  # noqa: ASYNC110 - the server is on another thread
            await asyncio.sleep(0.005)
        spared = again.stop()
        outcome = await buying
        await again.close()
        return outcome, len(spared)

    outcome, spared = run(under_way())
    assert (outcome.state, spared) == (State.MADE, 1)
    assert [r.getMessage() for r in caplog.records] == [
        "waiting for 1 call that may be charged already: a.md (openai-compatible)"
    ]


def plan_of(studio: Studio, site: SmallSite) -> Any:
    """The plan of one page with a prompt of its own."""
    return studio.plan(site.source(illustrate=True, illustrate_with={"prompt": "A boat"})).figures[0]


def test_forbidden_things(served: SmallSite, server: ModelServer) -> None:
    """What was refused once is refused from memory in the next build."""
    served.draw_ahead(prompt=FORBIDDEN)
    first = served.outcome(prompt=FORBIDDEN)
    again = served.outcome(prompt=FORBIDDEN)
    assert (first.state, again.state) == (State.FAILED, State.REFUSED)
    assert first.reason == f"openai-compatible: {again.reason}"
    assert server.count("/images/generations") == 1


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="only Linux shows which files are open")
def test_the_end_lets_go_of_all(served: SmallSite) -> None:
    """After the end no file of the site is open."""
    served.outcome()
    assert open_files(served.base) == []
