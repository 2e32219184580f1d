"""House styles: what mkdocs.yml says of them reaches who writes and who draws, and nobody else."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from mkdocs_illustrate.testing.server import ModelServer
from tests.sites import CITIES, KEYS, SiteMaker, planned

HOUSE: dict[str, Any] = {
    "text": "Cut paper, soft shadows,\none light from the left.",
    "palette": ["#1b2a41", "#f4b942", "#f6f1e7"],
    "avoid": ["gears", "light bulbs"],
}
WORDS = (
    "Cut paper, soft shadows, one light from the left. In these colours: above all dark navy #1b2a41, "
    "with amber #f4b942 and ivory #f6f1e7."
)


def _site(tmp_path: Path, server: ModelServer, **options: Any) -> SiteMaker:
    site = SiteMaker(tmp_path)
    site.models(server.url)
    site.options |= {"style": "house", "styles": {"house": HOUSE}, **options}
    site.page("a.md", CITIES, illustrate=True)
    return site


def _keys(site: SiteMaker) -> dict[str, str]:
    return {figure["page"]: figure["key"] for figure in planned(site, **KEYS)["figures"]}


def test_what_each_model_is_told(tmp_path: Path) -> None:
    """Text and palette go behind the prompt; what to avoid stands in the question, and nothing of it in the recipe."""
    with ModelServer() as server:
        built = _site(tmp_path, server).build("--strict", **KEYS)
        assert built.code == 0, built.log
        (chat,), (image,) = server.asked("/chat/completions"), server.asked("/images/generations")
    assert image.body["prompt"].endswith(f". {WORDS}")
    asked = chat.body["messages"][-1]["content"]
    assert "Leave all of these out of the picture: gears, light bulbs." in asked
    assert "Cut paper" not in json.dumps(chat.body)
    recipe = SiteMaker(tmp_path).recipe("a.yml")
    assert (recipe["style"], "Cut paper" in recipe["prompt"]) == ("house", False)


def test_a_page_picks_a_style(tmp_path: Path) -> None:
    """A page names a house style, a preset or its own words; these stay as they are beside house styles."""
    with ModelServer() as server:
        site = _site(tmp_path, server, style=None)
        for name, style in (("b", "house"), ("c", "watercolour"), ("d", "charcoal on grey")):
            site.page(f"{name}.md", CITIES, illustrate=True, illustrate_with={"style": style})
        built = site.build("--strict", **KEYS)
        assert built.code == 0, built.log
        prompts = sorted(call.body["prompt"].split("detail.")[1].strip() for call in server.asked("/generations"))
    watercolour = "Loose watercolour painting on textured paper, soft edges, light washes."
    assert prompts == sorted(["", WORDS, watercolour, "charcoal on grey"])


@pytest.mark.parametrize(
    ("change", "brief", "picture"),
    [
        ({"text": "Ink"}, False, True),
        ({"palette": ["#000"]}, False, True),
        ({"avoid": ["gears"]}, True, True),
        ({"family": "isometric"}, False, False),
        ({"strength": 0.3}, False, False),
    ],
)
def test_what_a_change_makes_anew(tmp_path: Path, change: dict[str, Any], *, brief: bool, picture: bool) -> None:
    """Words behind the prompt change the picture; what the chat model is told, its brief too; the rest, nothing."""
    with ModelServer() as server:
        site = _site(tmp_path, server)
        site.build(**KEYS)
        chats, images = server.count("/chat/completions"), server.count("/images/generations")
        site.options["styles"] = {"house": HOUSE | change}
        site.build(**KEYS)
        assert server.count("/chat/completions") - chats == brief
        assert server.count("/images/generations") - images == picture


def test_what_is_not_set_changes_no_key(tmp_path: Path) -> None:
    """A style of text alone has the key that the same words had before there were house styles."""
    with ModelServer() as server:
        site = _site(tmp_path, server, style="Cut paper", styles={})
        before = _keys(site)
        site.options |= {"style": "house", "styles": {"house": {"text": "Cut paper"}}}
        assert _keys(site) == before
        site.options |= {"style": None, "styles": {}, "image": {}, "chat": {}}
        drawn = _keys(site)
        site.options |= {"style": "house", "styles": {"house": {"text": "Cut paper", "strength": 0.2}}}
        assert _keys(site) == drawn


def test_the_painter_is_told(tmp_path: Path) -> None:
    """Palette, what to avoid and family are in the key of a drawing, each by itself."""
    site = SiteMaker(tmp_path, options={"style": "house"})
    site.page("a.md", CITIES, illustrate=True)
    keys = set()
    for style in ({}, {"palette": ["#123456"]}, {"avoid": ["gears"]}, {"family": "mosaic"}):
        site.options["styles"] = {"house": style}
        keys.add(_keys(site)["a.md"])
    assert len(keys) == 4
    site.options["styles"] = {"house": {"family": "mosaic"}}
    assert site.build("--strict").figures("a/index.html")[0]["img"]["alt"].startswith("Abstract mosaic")


def test_a_style_that_is_mistyped(tmp_path: Path) -> None:
    """One word that is nearly a house style's name stops the build in mkdocs.yml, and is a warning on a page."""
    with ModelServer() as server:
        site = _site(tmp_path, server)
        site.page("b.md", CITIES, illustrate=True, illustrate_with={"style": "huose"})
        built = site.build(**KEYS)
        (line,) = built.warnings()
        assert "b.md: 'illustrate_with.style': 'huose' is unknown; did you mean 'house'?" in line
        assert all(call.body["prompt"].endswith(WORDS) for call in server.asked("/images/generations"))
        site.options["style"] = "hous"
        built = site.build(**KEYS)
        assert built.code
        assert built.lines("option 'style': is 'hous', which is no style; did you mean 'house'?")
        site.options["style"] = "flat"  # a preset's name is one, however near
        site.options["styles"] = {"flats": {}}
        assert not site.build("--strict", **KEYS).warnings()
