"""`doctor`: is all set up?"""

from __future__ import annotations

import json
from typing import Any

import pytest

from mkdocs_illustrate.models.vendor_files import vendors
from mkdocs_illustrate.testing.answers import Reply
from mkdocs_illustrate.testing.calls import Call
from mkdocs_illustrate.testing.server import ModelServer
from tests.sites import CITIES, KEYS, SiteMaker, command

TAKES_KEY = "answers, and takes the key"


def models(call: Call, server: ModelServer) -> Reply:
    """A list of models, for who has the key."""
    return (
        Reply.json({"data": []}) if server.accepts_key(call) else Reply.json({"error": {"message": "no"}}, status=401)
    )


def looked(site: SiteMaker, *arguments: str, **env: str) -> dict[str, Any]:
    """What it tells a program, with its exit code."""
    done = command(site, "doctor", *arguments, "--json", **env)
    answer: dict[str, Any] = json.loads(done.stdout)
    assert "test-key" not in done.stdout + done.stderr
    return answer | {"exit": done.returncode}


def test_a_site_without_models_is_in_order(site: SiteMaker) -> None:
    """The built-in writer and painter need nothing; looking leaves no folder behind."""
    site.page("a.md", CITIES, illustrate=True)
    done = command(site, "doctor", "--online")
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "all in order")
    assert not (site.folder / "illustrations").exists()


def test_keys_are_set_or_not(site: SiteMaker, server: ModelServer) -> None:
    """The variable is named, its value never; nothing is sent without --online."""
    site.page("a.md", CITIES, illustrate=True)
    site.models(server.url)
    without, with_keys = looked(site), looked(site, **KEYS)
    assert [row["key_set"] for row in without["models"]] == [False, False]
    assert {problem["code"] for problem in without["problems"]} == {"no_key"}
    assert (without["exit"], with_keys["exit"], with_keys["problems"]) == (1, 0, [])
    assert server.calls == []


def test_endpoints_are_tried_without_buying(site: SiteMaker, server: ModelServer) -> None:
    """A key that is taken, one that is not, and a server that has nothing free to ask."""
    site.page("a.md", CITIES, illustrate=True)
    site.models(server.url)
    assert "was not tried" in looked(site, "--online", **KEYS)["models"][0]["online"]
    server.routes["/models"] = models
    assert [row["online"] for row in looked(site, "--online", **KEYS)["models"]] == [TAKES_KEY] * 2
    refused = looked(site, "--online", OPENAI_API_KEY="wrong")
    assert (refused["exit"], {problem["code"] for problem in refused["problems"]}) == (1, {"model_failed"})
    assert {(call.method, call.path) for call in server.calls} == {("GET", "/v1/models")}


def test_a_server_that_is_away(site: SiteMaker) -> None:
    """One problem a model, in a line."""
    site.page("a.md", CITIES, illustrate=True)
    site.models("http://127.0.0.1:9/v1")
    answer = looked(site, "--online", **KEYS)
    assert (answer["exit"], len(answer["problems"])) == (1, 2)
    assert "can't be reached" in answer["problems"][0]["text"]


def test_a_folder_that_can_not_be_written(site: SiteMaker) -> None:
    """It is found out as before a purchase."""
    site.page("a.md", CITIES, illustrate=True)
    (site.folder / "illustrations").write_text("a file stands in the way")
    answer = looked(site)
    assert [problem["code"] for problem in answer["problems"]] == ["damaged"]
    assert (answer["folders"]["portfolio"]["writable"], answer["folders"]["cache_dir"]["writable"]) == (False, True)


@pytest.mark.parametrize("name", [v.name for v in vendors() if not (v.free or v.by_hand)])
def test_what_is_looked_at_costs_nothing(name: str) -> None:
    """It is none of the paths by which something is bought."""
    (found,) = (v for v in vendors() if v.name == name)
    paths = {role.path for role in (found.chat, found.image) if role}
    assert found.looks not in paths
    assert "{" not in found.looks
