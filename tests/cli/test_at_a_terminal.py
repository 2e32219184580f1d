"""Commands at a terminal: people are asked, see what is under way, and may stop it; no line is too wide."""

from __future__ import annotations

import re

import pytest

from mkdocs_illustrate.testing.server import ModelServer
from tests.sites import CITIES, KEYS, SiteMaker, command
from tests.terminal import CTRL_C, CTRL_D, typed
from tests.waiting import held

IMAGES = "/images/generations"
ASKED = "[y/N]"
LONG = "guides/getting-started/installation/how-to-configure-everything-at-once.md"


@pytest.fixture
def paid(site: SiteMaker, server: ModelServer) -> SiteMaker:
    """A site whose one picture costs money."""
    site.page(LONG, CITIES, illustrate=True)
    site.models(server.url, quality="low")
    site.write_config()
    return site


@pytest.mark.parametrize("answer", ["n\n", "\n", CTRL_D])
def test_no_is_no(paid: SiteMaker, server: ModelServer, answer: str) -> None:
    """The price is shown, and without a yes nothing is bought."""
    seen = typed(paid.folder, "generate", answers={ASKED: answer}, **KEYS)
    assert (seen.code, server.calls) == (3, [])
    assert "Make 1 picture, about $0.0064? [y/N]" in seen.text
    assert "nothing was bought" in seen.text


def test_ctrl_c_at_the_question(paid: SiteMaker, server: ModelServer) -> None:
    """It ends there, with the status that shells know, and without a trace."""
    seen = typed(paid.folder, "generate", answers={ASKED: CTRL_C}, **KEYS)
    assert (seen.code, server.calls) == (130, [])
    assert "Traceback" not in seen.text
    assert seen.text.endswith("nothing was bought\n")


def test_a_yes_and_what_is_under_way(paid: SiteMaker, server: ModelServer) -> None:
    """Page, model, seconds and what is spent are seen while it lasts; no line is wider than the terminal."""
    with held(server, IMAGES) as go:
        seen = typed(paid.folder, "generate", answers={ASKED: "y\n", "gpt-image": go}, columns=60, **KEYS)
    assert seen.code == 0
    foot = next(line for line in seen.text.replace("\r", "\n").splitlines() if "gpt-image" in line)
    assert "…" in foot
    assert re.search(r" \d+ s\b", foot)
    assert "0 of 1, " in seen.text
    assert "spent $0.0" in seen.text
    assert f"{LONG}: made, " in seen.text
    assert "1 made, spent $0.006" in seen.text


def test_ctrl_c_keeps_what_is_paid(paid: SiteMaker, server: ModelServer) -> None:
    """It says for what it waits, and the next run buys nothing."""
    with held(server, IMAGES) as go:
        words = {ASKED: "y\n", "gpt-image": CTRL_C, "waiting for": go}
        seen = typed(paid.folder, "generate", answers=words, **KEYS)
    assert seen.code == 130
    assert f"waiting for 1 call that may be charged already: {LONG} (openai)" in seen.text
    assert "stopped: what is paid is kept" in seen.text
    assert "Traceback" not in seen.text
    bought = server.count(IMAGES)
    done = command(paid, "generate", "--yes", **KEYS)
    assert (done.returncode, server.count(IMAGES)) == (0, max(bought, 1))


@pytest.mark.parametrize("env", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_no_colours_and_nothing_that_moves(paid: SiteMaker, env: dict[str, str]) -> None:
    """Who wants none gets plain lines."""
    for arguments in (("plan",), ("generate", "--yes"), ("models", "--provider", "openai")):
        seen = typed(paid.folder, *arguments, **{**KEYS, **env})
        assert (seen.code, seen.has_control) == (0, False)


@pytest.mark.parametrize("columns", [60, 120])
def test_tables_fit(paid: SiteMaker, columns: int) -> None:
    """Long names lose their middle, reasons go on below, and no line is wider than the terminal."""
    paid.page("b.md", CITIES, illustrate=True)
    for arguments in (("plan",), ("models",), ("doctor",)):
        seen = typed(paid.folder, *arguments, columns=columns)
        lines = seen.text.splitlines()
        wide = [line for line in lines if len(line) > columns and not line.startswith("/")]  # mkdocs.yml, in full
        assert wide == []
    seen = typed(paid.folder, "plan", columns=columns)
    assert seen.has_control
    assert "at-once.md" in seen.text
    assert (LONG in seen.text) == (columns == 120)
