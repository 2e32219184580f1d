"""Coding agents: what they are told is true, and they buy nothing without a person's yes."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import click
import pytest

import mkdocs_illustrate
from mkdocs_illustrate.cli.answer import Code
from mkdocs_illustrate.cli.main import COMMANDS, main
from mkdocs_illustrate.testing.pictures import picture
from mkdocs_illustrate.testing.server import ModelServer
from tests.sites import CITIES, KEYS, SiteMaker, command

PACKAGE = Path(mkdocs_illustrate.__file__).parent
SKILL = (PACKAGE / "cli/SKILL.md").read_text("utf-8")
FILLED = {"file": "mine.png", "pages": "a.md", "page": "a.md", "number": "1", "folder": "skills"}
MORE = {  # what a command needs to know before it costs anything
    "compare": ("--style", "watercolour", "--style", "ink"),
    "edit": ("--prompt", "at night"),
    "vary": ("-n", "2"),
    "review": ("--static", "sheet.html"),  # the desk itself waits for a person
}


ASKS_OTHERWISE = {"plan", "review"}  # one says what would be bought, the other asks in the browser


def commands(group: click.Group = main, before: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """All commands and their commands."""
    for name in group.list_commands(click.Context(group)):
        found = group.get_command(click.Context(group), name)
        if isinstance(found, click.Group):
            yield from commands(found, (*before, name))
        else:
            yield (*before, name)


def command_of(words: tuple[str, ...]) -> click.Command:
    """A command by its words."""
    found: click.Command = main
    for word in words:
        assert isinstance(found, click.Group)
        found = found.get_command(click.Context(found), word) or pytest.fail(f"no command {word}")
    return found


def buys(words: tuple[str, ...]) -> bool:
    """Whether a command offers to buy without being asked."""
    options = [option for option in command_of(words).params if isinstance(option, click.Option)]
    return any(option.name == "yes" and str(option.help).startswith("Buy") for option in options)


def call_of(words: tuple[str, ...]) -> list[str]:
    """A call with all that a command has to be told."""
    filled = [FILLED[str(p.name)] for p in command_of(words).params if isinstance(p, click.Argument)]
    return [*words, *filled, *MORE.get(words[0], ())]


@pytest.fixture
def flagged(site: SiteMaker, server: ModelServer) -> SiteMaker:
    """A page with a picture, one without, a picture from elsewhere, and all keys."""
    site.page("a.md", CITIES, illustrate=True)
    site.models(server.url)
    assert site.build("--strict", **KEYS).code == 0
    site.page("a.md", CITIES.replace("Futuristic Cities", "Quiet Villages"), illustrate=True)
    site.page("b.md", "# B\n\nAnother story.\n", illustrate=True)
    (site.folder / "mine.png").write_bytes(picture("mine", (900, 600)))
    site.write_config()
    server.calls.clear()
    return site


@pytest.mark.parametrize("words", [*commands()], ids=" ".join)
def test_nothing_is_bought_from_a_pipe(flagged: SiteMaker, server: ModelServer, words: tuple[str, ...]) -> None:
    """No command calls anybody without a word that a person said; what would cost exits with 3 and says what to type.

    A pipe that says yes is no person.
    """
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs_illustrate", *call_of(words)],
        cwd=flagged.folder,
        env={**os.environ, **KEYS},
        input=b"y\n" * 20,
        capture_output=True,
        check=False,
        timeout=120,
    )
    said = done.stdout.decode() + done.stderr.decode()
    assert server.calls == []
    assert "Traceback" not in said
    if buys(words):
        assert (done.returncode, "--yes" in said) == (3, True)
        answer = json.loads(command(flagged, *call_of(words), "--json", **KEYS).stdout)
        assert [problem["code"] for problem in answer["problems"]] == ["consent"]
        assert server.calls == []


def test_who_buys_asks() -> None:
    """A room that opens a site to buy in it offers `--yes`, so that the law above holds it."""
    rooms = {path.stem.rstrip("_") for path in (PACKAGE / "cli").glob("*.py") if "buys=True" in path.read_text("utf-8")}
    assert {room for room in rooms & {*COMMANDS} - ASKS_OTHERWISE if not buys((room,))} == set()


def test_the_skill_is_short_and_ships() -> None:
    """One file, below 150 lines, in the form that agents look for, in the package itself."""
    assert SKILL.startswith("---\nname: mkdocs-illustrate\ndescription: ")
    assert SKILL.count("\n") < 150


def test_the_skill_is_true() -> None:
    """Each command that it names is there, each option is the command's, each code can be answered."""
    called = re.findall(r"(?m)(?:^|`)mkdocs-illustrate ([a-z]+)([^#`\n]*)", SKILL)
    assert [name for name, _ in called if name not in COMMANDS] == []
    for name, said in called:
        known = {word for option in command_of((name,)).params for word in option.opts}
        assert set(re.findall(r"(?<!\S)--?[a-z]+(?:-[a-z]+)*", said)) <= known, name
    table = SKILL.partition("| code |")[2]
    named = {code for row in re.findall(r"(?m)^\| (`[^|]*) \|", table) for code in re.findall(r"`(\w+)`", row)}
    assert named <= set(get_args(Code))
    assert {"consent", "plan_differs", "budget", "unapproved", "alt"} <= named


def test_the_skill_is_installed(site: SiteMaker) -> None:
    """Where agents look, or in a folder of one's own; what somebody changed there is not written over."""
    site.write_config()
    place = site.folder / ".agents/skills/mkdocs-illustrate/SKILL.md"
    assert command(site, "skill", "show").stdout == SKILL
    for _ in range(2):  # a second time is no trouble
        assert ".agents/skills/mkdocs-illustrate/SKILL.md" in command(site, "skill", "install").stdout
    assert place.read_text("utf-8") == SKILL
    place.write_text("mine")
    done = command(site, "skill", "install")
    assert (done.returncode, place.read_text()) == (2, "mine")
    assert command(site, "skill", "install", "--force").returncode == 0
    assert place.read_text("utf-8") == SKILL
    answer: dict[str, Any] = json.loads(command(site, "skill", "install", "elsewhere", "--json").stdout)
    assert (site.folder / answer["file"]).read_text("utf-8") == SKILL


def test_the_whole_walk(site: SiteMaker, server: ModelServer) -> None:
    """From an article to a picture that is signed, as the skill says it: one call to the image model, with a yes."""
    site.page("a.md", CITIES, illustrate=True)
    site.models(server.url, quality="low")

    def told(*words: str, code: int = 0) -> dict[str, Any]:
        done = command(site, *words, "--json", **KEYS)
        assert done.returncode == code, done.stdout + done.stderr
        answer: dict[str, Any] = json.loads(done.stdout)
        return answer

    assert command(site, "skill", "show").stdout.strip() == SKILL.strip()
    (missing,) = told("plan")["figures"]
    (site.folder / "brief.json").write_text(json.dumps({"prompt": "A tram at dawn", "alt": "A tram by a river"}))
    told("prompt", "a.md", "--from", "brief.json")
    planned = told("plan")
    (briefed,) = planned["figures"]
    assert (missing["state"], briefed["state"]) == ("missing", "briefed")
    assert [problem["code"] for problem in told("generate", code=3)["problems"]] == ["consent"]
    site.options["style"] = "ink"
    (differs,) = told("generate", "--plan", planned["plan"], code=3)["problems"]
    assert (differs["code"], "a.md has other words or wishes" in differs["text"]) == ("plan_differs", True)
    assert server.calls == []
    del site.options["style"]
    told("generate", "--plan", planned["plan"])
    assert (server.count("/chat/completions"), server.count("/images/generations")) == (0, 1)
    assert "A tram at dawn" in server.asked("/images/generations")[0].body["prompt"]
    assert [problem["code"] for problem in told("check", "--approved", code=1)["problems"]] == ["unapproved"]
    told("approve", "a.md", "--by", "Ada")
    told("check", "--approved", "--alt")
    assert site.recipe("a.yml")["alt"] == "A tram by a river"
