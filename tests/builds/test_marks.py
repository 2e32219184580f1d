"""What published files say of themselves: what made them, when, whose they are."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from mkdocs_illustrate.pictures.provenance import Marks, packet
from mkdocs_illustrate.testing.server import ModelServer
from tests.sites import CITIES, KEYS, SiteMaker, command

SAID = re.compile(rb"<(?:[\w]+:)(DigitalSourceType|AISystemUsed|Credit|DateCreated|CreatorTool)>([^<]*)<")


def said(path: Path) -> dict[str, str]:
    """The marks of a file."""
    return {name.decode(): value.decode() for name, value in SAID.findall(path.read_bytes())}


@pytest.mark.parametrize("credit", [True, False, "model"])
def test_a_models_picture(site: SiteMaker, server: ModelServer, credit: object) -> None:
    """In each format and width, and in the card; the model only where that is wished, the prompt never."""
    site.page("index.md", CITIES, illustrate=True)
    site.models(server.url, model="gpt-image-1")
    site.options["figure"] = {"credit": credit, "formats": ["avif", "webp", "jpeg"]}
    assert site.build("--strict", **KEYS).code == 0
    recipe = site.recipe("index.yml")
    files = sorted((site.folder / "site/assets/illustrations").iterdir())
    assert {path.suffix for path in files} == {".avif", ".webp", ".jpg"}
    wanted = {
        "DigitalSourceType": "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia",
        "DateCreated": str(recipe["made"]),
        "CreatorTool": "mkdocs-illustrate",
    } | ({"AISystemUsed": "gpt-image-1"} if credit == "model" else {})
    for path in files:
        assert said(path) == (wanted if credit else {}), path.name
        assert str(recipe["prompt"]).encode() not in path.read_bytes()


def test_a_photo(site: SiteMaker) -> None:
    """Whose it is, as its recipe says by now; a changed credit is in the next build's files."""
    from PIL import Image

    site.page("index.md", CITIES, illustrate=True)
    Image.new("RGB", (900, 600), "teal").save(site.folder / "mine.png")
    done = command(site, "import", "index.md", "mine.png", "--source", "photo", "--credit", "Photo: <Ada> & Co")
    assert done.returncode == 0, done.stderr
    for credit in ("Photo: &lt;Ada&gt; &amp; Co", "Photo: Bo"):
        built = site.build("--strict")
        files = sorted((built.folder / "assets/illustrations").iterdir())
        assert {said(path)["Credit"] for path in files} == {credit}
        assert {said(path)["DigitalSourceType"].rpartition("/")[2] for path in files} == {"digitalCapture"}
        path = site.folder / "illustrations/index.yml"
        path.write_text(path.read_text("utf-8").replace("'Photo: <Ada> & Co'", "'Photo: Bo'"), "utf-8")


def test_words_are_only_words() -> None:
    """Whatever stands in a recipe, it ends no element."""
    hostile = "</x:xmpmeta><script>\x00\u202e"
    assert b"<script>" not in packet(Marks(source_type="digitalCapture", credit=hostile, made=hostile, model=hostile))
