"""What commands print for programs is what the schema in the package says, and nothing else."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from mkdocs_illustrate.cli.main import COMMANDS
from mkdocs_illustrate.errors import Code
from mkdocs_illustrate.testing.pictures import picture
from mkdocs_illustrate.testing.server import ModelServer
from tests.sites import CITIES, KEYS, SiteMaker, command

SCHEMA: dict[str, Any] = json.loads(files("mkdocs_illustrate").joinpath("cli/json.schema.json").read_text("utf-8"))
RUNS: dict[str, list[tuple[str, ...]]] = {
    "approve": [("--all", "--by", "Ada")],
    "candidates": [("a.md",)],
    "check": [(), ("--alt", "--approved", "--min-width", "10", "--budget")],
    "compare": [("a.md", "--style", "futuristic", "--yes")],
    "doctor": [(), ("--online",)],
    "edit": [("a.md", "--prompt", "make it night", "--yes")],
    "export": [()],
    "generate": [(), ("--yes",), ("--candidates", "2", "--yes")],
    "import": [("a.md", "mine.png", "--source", "ai"), ("a.md", "mine.png")],
    "models": [(), ("--check-dates",)],
    "pick": [("a.md", "1")],
    "plan": [(), ("--spent",), ("--format", "github")],
    "prompt": [("a.md", "--yes")],
    "prune": [(), ("--yes",)],
    "review": [("--static", "register.html")],
    "skill": [("show",), ("install",)],
    "vary": [("a.md",), ("a.md", "--yes")],
}
"""Each command as it is run here; a new one needs its line, and its entry in the schema."""


def judged(name: str, text: str) -> dict[str, Any]:
    """An answer, if it is as the schema says."""
    answer: dict[str, Any] = json.loads(text)
    validator = Draft202012Validator({**SCHEMA, "$ref": f"#/$defs/{name}"})
    assert [error.message for error in validator.iter_errors(answer)] == []
    return answer


def test_the_schema_is_one() -> None:
    """It is JSON Schema, it has an entry for each command, and the codes are those of the errors."""
    Draft202012Validator.check_schema(SCHEMA)
    assert set(COMMANDS) <= set(SCHEMA["$defs"])
    assert set(RUNS) == set(COMMANDS)
    assert set(SCHEMA["$defs"]["problem"]["properties"]["code"]["enum"]) == set(Code.__args__)  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_each_command_answers_as_it_is_written(site: SiteMaker, server: ModelServer, name: str) -> None:
    """The one object on standard output, whether or not there is a key."""
    site.page("a.md", CITIES, illustrate=True)
    site.page("b.md", "# B\n\nStory.\n", illustrate=True, illustrate_with={"model": "nope"})
    site.models(server.url)
    (site.folder / "mine.png").write_bytes(picture("mine", (900, 600)))
    for arguments in RUNS[name]:
        for env in ({}, KEYS):
            judged(name, command(site, name, *arguments, "--json", **env).stdout)


@pytest.mark.parametrize("name", sorted(set(COMMANDS) - {"models", "skill"}))
def test_what_stops_a_command_is_an_answer_too(site: SiteMaker, name: str) -> None:
    """A wrong configuration is one problem with its code."""
    site.options["image"] = {"provider": "nobody"}
    (site.folder / "docs").mkdir(parents=True)
    (site.folder / "mine.png").write_bytes(b"")
    done = command(site, name, *RUNS[name][0], "--json")
    (problem,) = judged(name, done.stdout)["problems"]
    assert (done.returncode, problem["code"], done.stderr) == (2, "configuration", "")
