"""Wishes that nobody can follow are said once a build, and cost nothing."""

from __future__ import annotations

from typing import Any

import pytest

from mkdocs_illustrate.testing.server import ModelServer
from tests.sites import CITIES, KEYS, SiteMaker

VAIN = "asks for in vain"


def test_what_the_painter_can_not_follow(site: SiteMaker) -> None:
    """One line names the wishes, their pages, and why; the pages are built."""
    for name in "abc":
        site.page(f"{name}.md", CITIES, illustrate=True, illustrate_with={"style": "watercolour", "seed": 3})
    site.page("d.md", CITIES, illustrate=True, illustrate_with={"note": "no cars"})
    built = site.build("--strict")
    (line,) = built.lines(VAIN)
    assert "'style' on a.md, b.md, c.md (the built-in painter has no 'watercolour', but landscape, isometric," in line
    assert "'note' on d.md (the built-in painter asks no chat model)" in line
    assert "seed" not in line
    assert all(built.figures(f"{name}/index.html") for name in "abcd")


def test_an_unknown_style_changes_no_drawing(site: SiteMaker) -> None:
    """What a style means to a model is not known here: the painter draws as it would without."""
    site.page("a.md", CITIES, illustrate=True)
    plain = site.build("--strict").figures("a/index.html")[0]["img"]["alt"]
    site.page("a.md", CITIES, illustrate=True, illustrate_with={"style": "watercolour"})
    assert site.build("--strict").figures("a/index.html")[0]["img"]["alt"] == plain


@pytest.mark.parametrize(
    ("wishes", "words"),
    [
        ({"seed": 3}, "'seed' on a.md (openai"),
        ({"motifs": ["tram"]}, "'motifs' on a.md (they are for the built-in painter"),
        ({"note": "no cars", "prompt": "A city."}, "'note' on a.md (no chat model is asked)"),
        ({"note": "no cars"}, None),
        ({"style": "watercolour"}, None),
    ],
)
def test_what_a_model_can_not_follow(
    site: SiteMaker, server: ModelServer, wishes: dict[str, Any], words: str | None
) -> None:
    """A style in words and a note go into the question; a seed and motifs go nowhere."""
    site.page("a.md", CITIES, illustrate=True, illustrate_with=wishes)
    site.models(server.url)
    lines = site.build("--strict", **KEYS).lines(VAIN)
    assert [words in line for line in lines] == ([True] if words else [])
