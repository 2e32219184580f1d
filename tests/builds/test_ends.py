"""However a build ends, it ends: no hang, no traceback, nothing lost."""

from __future__ import annotations

import json
import os
import signal
from typing import Any

import pytest

from mkdocs_illustrate.testing.server import ModelServer
from tests.sites import CITIES, KEYS, SiteMaker, started
from tests.systems import KILL, ctrl_c
from tests.waiting import PATIENCE, noted, until

_BREAKS = """
import pathlib, time
from mkdocs.exceptions import PluginError
def on_nav(nav, **kw):
    ends = time.monotonic() + 60
    while not pathlib.Path({asked!r}).exists() and time.monotonic() < ends:
        time.sleep(0.01)
    raise PluginError('somebody else')
"""


@pytest.mark.parametrize("pages", [1, 12])
@pytest.mark.parametrize("asked_first", [False, True])
def test_another_plugin_breaks_the_build(site: SiteMaker, server: ModelServer, pages: int, asked_first: bool) -> None:
    """A build that somebody else aborts ends with their error; what it asked for is not lost."""
    for n in range(pages):
        site.page(f"p{n}.md", f"# Page {n}\n\nStory {n}.\n", illustrate=True)
    noted(server, "/images/generations", site.folder / "asked")
    (site.folder / "hook.py").write_text(_BREAKS.format(asked="asked" if asked_first else "."))
    site.config["hooks"] = ["hook.py"]
    server.seconds = {"/images/generations": 3.0}
    site.models(server.url)
    built = site.build(**KEYS)
    assert built.code == 1
    assert built.lines("somebody else")
    assert "Traceback" not in built.log
    asked = server.count("/images/generations")
    assert asked <= 8  # nothing was sent after the end, but what was under way
    assert not asked_first or built.lines("may be charged already")
    del site.config["hooks"]
    assert site.build("--strict", **KEYS).code == 0
    assert server.count("/images/generations") == pages
    last = {line["key"]: line["event"] for line in _ledger(site)}
    assert set(last.values()) <= {"done", "brief"}


def test_another_plugin_breaks_a_build_that_draws(site: SiteMaker) -> None:
    """A build that somebody else aborts while the painter works ends with their error."""
    for n in range(12):
        site.page(f"p{n}.md", f"# Page {n}\n\nStory {n}.\n", illustrate=True)
    (site.folder / "hook.py").write_text(_BREAKS.format(asked="."))
    site.config["hooks"] = ["hook.py"]
    built = site.build()
    assert (built.code, "Traceback" in built.log) == (1, False)
    assert built.lines("somebody else")


def _ledger(site: SiteMaker) -> list[dict[str, Any]]:
    (path,) = site.folder.rglob("ledger.jsonl")
    return [json.loads(line) for line in path.read_text().splitlines()]


def test_the_budget_counts_before_it_is_spent(site: SiteMaker, server: ModelServer) -> None:
    """With room for one picture, one brief is asked for and one picture, however many want one."""
    for n in range(10):
        site.page(f"p{n}.md", f"# Page {n}\n\nStory {n}.\n", illustrate=True)
    site.models(server.url)
    site.options["budget"] = {"pictures": 1}
    assert site.build("--strict", **KEYS).code == 0
    assert (server.count("/chat/completions"), server.count("/images/generations")) == (1, 1)


def test_a_picture_that_can_not_be_fetched(site: SiteMaker, server: ModelServer) -> None:
    """A picture that was made but can't be fetched stays counted: it may have been charged."""
    server.state.update(shape="data-url", fields=None)
    server.fail("/files/", 404, times=99)
    for n in range(3):
        site.page(f"p{n}.md", f"# Page {n}\n\nStory {n}.\n", illustrate=True)
    site.models(server.url)
    site.options |= {"budget": {"pictures": 1}, "concurrency": 1}
    built = site.build(**KEYS)
    assert built.code == 0
    assert server.count("/images/generations") <= 2  # one purchase, one repeat of it


@pytest.mark.parametrize("status", [400, 500])
def test_on_missing_error_means_all(site: SiteMaker, server: ModelServer, status: int) -> None:
    """`on_missing: error` stops the build for failed and refused pictures too."""
    body = {"error": {"code": "moderation_blocked" if status == 400 else "x", "message": "no"}}
    server.fail("/images/generations", status, body, times=99)
    site.page("index.md", CITIES, illustrate=True)
    site.models(server.url)
    site.options["on_missing"] = "error"
    for _ in range(2):
        built = site.build(**KEYS)
        assert built.code == 1
        assert built.lines("index.md: no picture")


def test_recipes_keep_apart(site: SiteMaker, server: ModelServer) -> None:
    """The second figure of v1.md and the page v1.2.md want one recipe: the later one is told so."""
    site.page("v1.md", "# One\n\nStory.\n", illustrate=True, illustrate_with=[{}, {"seed": 2}])
    site.page("v1.2.md", "# Two\n\nAnother.\n", illustrate=True)
    site.models(server.url)
    built = site.build(**KEYS)
    (line,) = built.warnings()
    assert "v1.2.yml" in line
    assert "rename" in line
    before = server.count("/images/generations")
    site.build(**KEYS)
    assert server.count("/images/generations") == before


def test_edited_words_outlive_an_edited_prompt(site: SiteMaker, server: ModelServer) -> None:
    """Whoever edits prompt, alt and caption in one go gets all three."""
    site.page("index.md", CITIES, illustrate=True)
    site.models(server.url)
    site.build(**KEYS)
    path = site.folder / "illustrations/index.yml"
    lines = [x for x in path.read_text().splitlines() if not x.startswith(("alt", "caption"))]
    text = "\n".join(lines).replace("A wide view", "A narrow view")
    path.write_text(f"{text}\nalt: Mine\ncaption: Mine too\n")
    site.build("--strict", **KEYS)
    recipe = site.recipe("index.yml")
    assert recipe["prompt"].startswith("A narrow view")
    assert (recipe["alt"], recipe["caption"]) == ("Mine", "Mine too")


@pytest.mark.parametrize("folder", ["illustrations", ".cache"])
def test_a_folder_that_can_not_be_written(site: SiteMaker, server: ModelServer, folder: str) -> None:
    """Nothing is bought where the portfolio, or the cache, can't be written; one line says so, in each build."""
    for n in range(3):
        site.page(f"p{n}.md", f"# Page {n}\n\nStory {n}.\n", illustrate=True)
    site.models(server.url)
    (site.folder / folder).write_text("a file, not a folder")
    for _ in range(2):
        built = site.build(**KEYS)
        assert built.code == 0, built.log
        assert "Traceback" not in built.log
        assert len(built.lines("nothing is bought that can't be kept")) == 1
    assert server.calls == []


MISTAKES: dict[str, tuple[dict[str, Any], str]] = {
    "a named model": ({"models": {"p": {"provider": "opnai"}}}, "did you mean 'openai'?"),
    "a missing option": ({"image": {"provider": "cloudflare", "model": "x"}}, "account"),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_mistakes_in_the_models(site: SiteMaker, name: str) -> None:
    """A model that can't be set up stops the build with one line."""
    options, words = MISTAKES[name]
    site.options |= options
    site.page("index.md", CITIES, illustrate=True)
    built = site.build(**KEYS)
    assert built.code == 1
    assert built.lines(words)
    assert "Traceback" not in built.log


def test_a_page_that_only_says_the_word(site: SiteMaker) -> None:
    """A flag that comes late works though the page speaks of illustrating."""
    site.page("index.md", "# T\n\nTo illustrate the point.\n")
    (site.folder / "hook.py").write_text(
        "def on_page_markdown(markdown, page, **kw):\n    page.meta['illustrate'] = True\n"
    )
    site.config["hooks"] = ["hook.py"]
    assert len(site.build("--strict").figures()) == 1


def test_a_retired_model(site: SiteMaker) -> None:
    """A model whose day has passed is one WARNING that names its successor."""
    site.page("index.md", CITIES, illustrate=True)
    site.options["image"] = {"provider": "openai", "model": "dall-e-3"}
    (line,) = site.build().warnings()
    assert "dall-e-3" in line
    assert "gpt-image" in line


@pytest.mark.parametrize("end", [pytest.param(signal.SIGINT, marks=ctrl_c), KILL])
def test_a_build_that_is_interrupted(site: SiteMaker, server: ModelServer, end: signal.Signals) -> None:
    """Ctrl-C lets a call come home that may be charged; after a kill, the next build says so."""
    site.page("index.md", CITIES, illustrate=True)
    server.seconds = {"/images/generations": 3.0}
    site.models(server.url)
    site.write_config()
    process = started(site.folder, "mkdocs", "build", env={**os.environ, **KEYS})
    until(lambda: server.count("/images/generations"))
    process.send_signal(end)
    assert process.wait(PATIENCE) != 0
    built = site.build("--strict", **KEYS)
    killed = end is KILL
    assert built.code == 0
    assert bool(built.lines("index.md: an earlier run asked for this picture")) == killed
    assert server.count("/images/generations") == 1 + killed


def test_two_builds_at_once(site: SiteMaker, server: ModelServer) -> None:
    """Of two builds of one site at the same time, one buys the picture and both show it."""
    site.page("index.md", CITIES, illustrate=True)
    server.seconds = {"/images/generations": 3.0}
    site.models(server.url)
    site.write_config()
    env = {**os.environ, **KEYS}
    builds = [started(site.folder, "mkdocs", "build", "--strict", "-d", f"site{n}", env=env) for n in range(2)]
    assert [build.wait(PATIENCE) for build in builds] == [0, 0]
    assert server.count("/images/generations") == 1
    for n in range(2):
        assert "AI-generated illustration" in (site.folder / f"site{n}/index.html").read_text()
