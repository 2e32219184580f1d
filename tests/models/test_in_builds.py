"""Vendors in real builds: jobs that outlive a kill, refusals, prompts to use by hand."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from mkdocs_illustrate.testing.answers import FORBIDDEN
from mkdocs_illustrate.testing.server import ModelServer
from tests.sites import CITIES, KEYS, SiteMaker
from tests.systems import KILL
from tests.waiting import until

PICTORY = {"PICTORY_API_KEY": "test-key"}
OWN = {"illustrate": True, "illustrate_with": {"prompt": "A quiet street of the future"}}


def _submits(server: ModelServer) -> int:
    return server.count("/v1/aistudio/images")


def test_a_killed_build_pays_once(site: SiteMaker) -> None:
    """A build that is killed while Pictory draws leaves its job to the next."""
    with ModelServer.of("pictory") as server:
        server.state["looks"] = 10**6
        site.page("index.md", CITIES, **OWN)
        site.options["image"] = {"provider": "pictory", "base_url": server.url}
        site.write_config()
        first = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "build"],
            cwd=site.folder,
            env={**os.environ, **PICTORY},
            stderr=subprocess.DEVNULL,
        )
        ledger = site.folder / ".cache/plugin/illustrate/ledger.jsonl"
        until(lambda: _has_job(ledger))
        first.send_signal(KILL)
        first.wait()
        assert _submits(server) == 1
        for job in server.state["jobs"].values():
            job["left"] = 0
        built = site.build("--strict", **PICTORY)
        assert built.code == 0, built.log
        assert _submits(server) == 1
        assert len(built.figures()) == 1
        assert site.recipe("index.yml")["provider"] == "pictory"
        assert site.build("--strict", **PICTORY).code == 0
        assert _submits(server) == 1


def _has_job(ledger: Path) -> bool:
    return ledger.exists() and '"job"' in ledger.read_text()


def test_a_job_that_takes_longer(site: SiteMaker) -> None:
    """A job beyond its deadline is one warning; the next build goes on with it and pays nothing."""
    with ModelServer.of("pictory") as server:
        server.state["looks"] = 10**6
        site.page("index.md", CITIES, **OWN)
        site.options["image"] = {"provider": "pictory", "base_url": server.url}
        site.options["timeout"] = {"job": 0.5}
        (line,) = site.build(**PICTORY).warnings()
        assert "the next run goes on with it" in line
        for job in server.state["jobs"].values():
            job["left"] = 0
        site.options["timeout"] = {"job": 60}
        assert site.build("--strict", **PICTORY).code == 0
        assert _submits(server) == 1


def test_by_hand(site: SiteMaker) -> None:
    """The build says which prompt to use; nobody is called, nothing is counted, nothing fails."""
    site.page("index.md", CITIES, **OWN)
    site.options["image"] = {"provider": "manual"}
    site.options["budget"] = {"pictures": 1}
    built = site.build("--strict")
    assert built.code == 0, built.log
    (line,) = built.lines("import")
    assert "A quiet street of the future" in line
    assert line.startswith("INFO")
    assert built.figures()[0]["figure"]["data-illustrate-state"] == "missing"


@pytest.mark.parametrize("soften", [True, False])
def test_a_refused_prompt(site: SiteMaker, server: ModelServer, soften: bool) -> None:
    """A refused prompt is remembered; with `soften` the chat model writes it anew, once."""
    said = iter([f"People building {FORBIDDEN} at night", "People building a calm garden at night"])
    server.state["brief"] = lambda _body: next(said)
    site.page("index.md", CITIES, illustrate=True)
    site.models(server.url, soften=soften)
    built = site.build(**KEYS)
    asked, drawn = server.asked("/chat/completions"), server.asked("/images/generations")
    if soften:
        assert built.warnings() == []
        assert (len(asked), len(drawn)) == (2, 2)
        assert FORBIDDEN in asked[1].body["messages"][-1]["content"]
        assert site.recipe("index.yml")["prompt"] == "People building a calm garden at night"
    else:
        assert len([line for line in built.warnings() if "refused" in line]) == 1
        assert (len(asked), len(drawn)) == (1, 1)
    site.build(**KEYS)
    assert (server.count("/chat/completions"), server.count("/images/generations")) == (
        len(asked),
        len(drawn),
    )


def test_still_refused(site: SiteMaker, server: ModelServer) -> None:
    """A softened prompt that is refused too is the end of it."""
    server.state["brief"] = f"People building {FORBIDDEN} at night"
    site.page("index.md", CITIES, illustrate=True)
    site.models(server.url, soften=True)
    for _ in range(2):
        site.build(**KEYS)
        assert (server.count("/chat/completions"), server.count("/images/generations")) == (2, 2)


def test_a_chat_model_that_refuses(site: SiteMaker, server: ModelServer) -> None:
    """A chat model's refusal is remembered as well: the article is not sent again."""
    message: dict[str, Any] = {"content": None, "refusal": "No."}
    choice = {"index": 0, "finish_reason": "stop", "message": message}
    server.fail("/chat/completions", status=200, body={"choices": [choice]}, times=9)
    site.page("index.md", CITIES, illustrate=True)
    site.models(server.url)
    for _ in range(2):
        site.build(**KEYS)
        assert server.count("/chat/completions") == 1
    assert server.count("/images/generations") == 0
