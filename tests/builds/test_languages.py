"""A site in several languages: each page is considered once, in its own language, whatever pass sees it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from mkdocs_illustrate.testing.server import ModelServer
from tests.sites import KEYS, Build, SiteMaker, command, planned

pytest.importorskip("mkdocs_static_i18n")

TEXTS = {
    "en": "# Harbour\n\nBoats come home in the evening with their nets full of silver fish.\n",
    "de": "# Hafen\n\nAbends kommen die Boote mit vollen Netzen zurück, und Möwen folgen ihnen.\n",
    "fr": "# Port\n\nLe soir, les bateaux rentrent avec leurs filets pleins de poissons.\n",
}
ONLY = "# Mill\n\nThe mill on the hill grinds corn when the wind blows from the west.\n"
NAMES = {
    "suffix": {"en": "index.md", "de": "index.de.md", "fr": "index.fr.md", "only": "mill.md"},
    "folder": {"en": "en/index.md", "de": "de/index.md", "fr": "fr/index.md", "only": "en/mill.md"},
}


@pytest.fixture(params=NAMES)
def three(site: SiteMaker, server: ModelServer, request: pytest.FixtureRequest) -> SiteMaker:
    """A site in three languages; one page is there in the first one only."""
    languages = [{"locale": name, "name": name, "build": True, "default": name == "en"} for name in TEXTS]
    i18n = {"docs_structure": request.param, "fallback_to_default": True, "languages": languages}
    site.config |= {"plugins": [{"i18n": i18n}], "theme": {"name": "material"}}
    for name, text in {**TEXTS, "only": ONLY}.items():
        site.page(NAMES[request.param][name], text, illustrate=True)
    site.models(server.url)
    return site


def files(folder: Path) -> dict[str, bytes]:
    """All files below a folder."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def shown(built: Build) -> dict[str, Any]:
    """The key of the figure of each page."""
    pages = ("index.html", "de/index.html", "fr/index.html", "mill/index.html", "de/mill/index.html")
    return {page: [figure["figure"]["data-illustrate"] for figure in built.figures(page)] for page in pages}


def test_each_page_is_bought_once(three: SiteMaker, server: ModelServer) -> None:
    """In its own language, and shown in each; a build after a build changes nothing, and `plan` says the same."""
    built = three.build("--strict", **KEYS)
    assert built.code == 0, built.log
    asked = [str(call.body) for call in server.calls if call.path.endswith("/chat/completions")]
    assert len(asked) == server.count("/images/generations") == 4
    for name, word in {"en": "Boats", "de": "Möwen", "fr": "bateaux"}.items():
        assert [f"({name})" in call for call in asked if word in call] == [True]
    keys = shown(built)
    assert all(len(found) == 1 for found in keys.values())
    assert keys["mill/index.html"] == keys["de/mill/index.html"]
    assert {figure["state"] for figure in planned(three)["figures"]} == {"kept"}
    assert command(three, "check").returncode == 0
    kept = files(three.folder / "illustrations")
    server.calls.clear()
    for env in ({}, {"CI": "1"}, {"ILLUSTRATE_FROZEN": "1"}):
        again = three.build("--strict", **KEYS, **env)
        assert again.code == 0, again.log
        assert (server.calls, files(three.folder / "illustrations"), shown(again)) == ([], kept, keys)


def test_each_pass_speaks_of_its_own_pages(three: SiteMaker) -> None:
    """What can't be bought is named once for each language that shows it, not once for each pass."""
    three.options["generate"] = "never"
    built = three.build("--strict", **KEYS)
    assert built.code == 0, built.log
    names = NAMES[three.config["plugins"][0]["i18n"]["docs_structure"]]
    lines = [f" {line.partition('-  ')[2]}" for line in built.lines("without a picture")]
    assert [[name for name in names if f" {names[name]}" in line] for line in lines] == [
        ["en", "only"],
        ["de", "only"],
        ["fr", "only"],
    ]


def test_a_moved_language(three: SiteMaker, server: ModelServer) -> None:
    """A page of one language that moves takes its own picture along; those of the others stay where they are."""
    assert three.build("--strict", **KEYS).code == 0
    server.calls.clear()
    docs = three.folder / "docs"
    old = next(path for path in docs.rglob("*.md") if "Hafen" in path.read_text("utf-8"))
    new = old.with_name(old.name.replace("index", "port"))
    old.rename(new)
    built = three.build("--strict", **KEYS)
    assert (built.code, server.calls) == (0, []), built.log
    assert len(built.lines("moved here from")) == 1
