"""Several figures of one page: each about its own section, and no two the same picture."""

from __future__ import annotations

from typing import Any

import pytest

from mkdocs_illustrate.testing.server import ModelServer
from tests.sites import KEYS, SiteMaker

PAGE = """# Coast

A walk from the lighthouse to the mill takes a day.

## Bread

The baker kneads flour, water and salt before dawn, and the oven is hot when the street wakes up.

## Harbour

Boats come home in the evening with their nets full, and gulls follow them over the grey water.
"""
SECTIONS = [{"after": "Bread"}, {"after": "Harbour"}]
SAME = [{}, {}, {"seed": 5}, {"seed": 5}, {"alt": "Another"}]


def pictures(site: SiteMaker) -> list[bytes]:
    """What the page's images show."""
    built = site.build("--strict", **KEYS)
    assert built.code == 0, built.log
    return [(site.folder / "site" / figure["img"]["src"]).read_bytes() for figure in built.figures()]


@pytest.mark.parametrize("drawn", [True, False], ids=["drawn", "bought"])
def test_no_two_are_the_same(site: SiteMaker, server: ModelServer, *, drawn: bool) -> None:
    """Also where the model takes no seed: it is asked once for each figure, and nobody is told of a wished seed."""
    site.page("index.md", PAGE, illustrate=True, illustrate_with=SAME)
    if not drawn:
        site.models(server.url)
    found = pictures(site)
    assert len(found) == len(SAME)
    if drawn:
        assert len(set(found)) == len(SAME)
    assert server.count("/images/generations") == (0 if drawn else len(SAME))
    assert server.count("/chat/completions") == (0 if drawn else 1)


def test_a_model_that_takes_seeds(site: SiteMaker, server: ModelServer) -> None:
    """Each figure is asked for with another seed; the first with none."""
    site.page("index.md", PAGE, illustrate=True, illustrate_with=[{}, {}, {"seed": 5}])
    site.models(server.url)
    site.options["image"] = {"provider": "openai-compatible", "base_url": server.url, "model": "own"}
    server.state["fields"], server.key = None, None
    pictures(site)
    sent = [call.body.get("seed") for call in server.calls if call.path.endswith("/images/generations")]
    assert len(set(sent)) == 3
    assert {None, 5} <= set(sent)


def test_an_edit_elsewhere_buys_nothing(site: SiteMaker, server: ModelServer) -> None:
    """A section's figure is asked for in its words, and changes with them alone."""
    site.page("index.md", PAGE, illustrate=True, illustrate_with=SECTIONS)
    site.models(server.url)
    pictures(site)
    bread, harbour = (call.body["messages"][-1]["content"] for call in server.calls if "chat" in call.path)
    assert {"kneads" in bread, "nets" in bread} == {True, False}
    assert {"kneads" in harbour, "nets" in harbour} == {True, False}
    assert site.recipe("index.yml")["title"] == "Bread"
    server.calls.clear()
    other = PAGE.replace("## Harbour", "## Sea") + "\nA storm came, and for three days no boat went out.\n" * 5
    wishes: list[dict[str, Any]] = [{"after": "Bread"}, {"after": "Sea"}]
    site.page("index.md", other, illustrate=True, illustrate_with=wishes)
    pictures(site)
    assert server.count("/images/generations") == 1
    assert site.recipe("index.2.yml")["title"] == "Sea"
