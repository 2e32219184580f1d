"""What the built-in painter drew, as a reader, a search engine and a share card get it."""

from __future__ import annotations

import gzip
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from PIL import Image

from mkdocs_illustrate.testing.server import ModelServer
from tests.sites import CITIES, KEYS, Build, SiteMaker

BASE = "https://example.org/sub/"
SVG = "{http://www.w3.org/2000/svg}"


def shown(built: Build, page: str = "index.html") -> Path:
    """The file that a page's first figure shows."""
    return (built.folder / page).parent / str(built.figures(page)[0]["img"]["src"])


def test_a_drawing_is_one_file(site: SiteMaker) -> None:
    """It has a size and nothing to choose from, and says of itself that a program made it."""
    site.page("index.md", CITIES, illustrate=True)
    built = site.build("--strict")
    (figure,) = built.figures()
    assert (figure["img"]["width"], figure["img"]["height"]) == ("1536", "1024")
    assert {"srcset", "sizes"}.isdisjoint(figure["img"])
    assert figure["sources"] == []
    data = shown(built).read_bytes()
    root = ET.fromstring(data)  # noqa: S314 - our own
    assert (root.tag, root.get("width"), root.get("height")) == (f"{SVG}svg", "1536", "1024")
    assert b"digitalsourcetype/algorithmicMedia" in data
    assert len(data) < 120_000
    assert len(gzip.compress(data)) < 32_000
    assert not list(built.folder.rglob("*.webp"))


def test_no_mark_where_none_is_wanted(site: SiteMaker) -> None:
    """`credit: false` leaves the marks out of a drawing too."""
    site.page("index.md", CITIES, illustrate=True)
    site.options["figure"] = {"credit": False}
    assert b"metadata" not in shown(site.build("--strict")).read_bytes()


@pytest.mark.parametrize("ratio", ["16:9", "3:1", "9:16"])
def test_a_drawing_has_the_ratio_that_was_asked_for(site: SiteMaker, ratio: str) -> None:
    """Width and height are those of the file, and what it shows of its plane has the same ratio."""
    site.page("index.md", CITIES, illustrate=True, illustrate_with={"aspect_ratio": ratio})
    built = site.build("--strict")
    root = ET.parse(shown(built)).getroot()  # noqa: S314 - our own
    across, down = map(int, ratio.split(":"))
    _, _, width, height = map(float, str(root.get("viewBox")).split())
    assert float(str(root.get("width"))) / float(str(root.get("height"))) == pytest.approx(across / down, rel=0.01)
    assert width / height == pytest.approx(across / down, rel=0.01)


def test_pixels_for_a_card_alone(site: SiteMaker) -> None:
    """A card is a JPEG of 1200x630, light and marked; without an address, or in a preview, there is none."""
    site.page("index.md", CITIES, illustrate=True)
    built = site.build("--strict")
    (card,) = built.folder.rglob("*.jpg")
    with Image.open(card) as picture:
        assert picture.size == (1200, 630)
    assert card.stat().st_size < 300_000
    assert b"digitalsourcetype/algorithmicMedia" in card.read_bytes()
    site.config["site_url"] = ""
    assert not list(site.build("--strict").folder.rglob("*.jpg"))


def test_the_card_of_a_model_s_picture(site: SiteMaker, server: ModelServer) -> None:
    """Cut from the picture, enlarged where it has to be: others decide how large a card is."""
    site.page("index.md", CITIES, illustrate=True)
    site.models(server.url)
    built = site.build("--strict", **KEYS)
    assert str(built.figures()[0]["img"]["src"]).endswith(".webp")
    (card,) = built.folder.rglob("*-card.jpg")
    with Image.open(card) as picture:
        assert picture.size == (1200, 630)
    assert b"trainedAlgorithmicMedia" in card.read_bytes()
    assert re.findall(r"og:image\" content=\"(.*?)\"", built.html("index.html")) == [
        f"{BASE}assets/illustrations/{card.name}"
    ]


def test_a_drawing_that_stands_in(site: SiteMaker) -> None:
    """Where a model's picture was expected and can't be had, nothing is left of its sizes and formats."""
    site.page("index.md", CITIES, illustrate=True)
    site.options |= {"image": {"provider": "openai"}, "figure": {"formats": ["avif", "webp"]}}
    built = site.build()
    (figure,) = built.figures()
    assert "illustration--placeholder" in figure["figure"]["class"]
    assert {"srcset", "sizes"}.isdisjoint(figure["img"])
    assert figure["sources"] == []
    assert shown(built).suffix == ".svg"
    assert shown(built).is_file()


@pytest.mark.parametrize("drawings", ["svg", "pixels"])
def test_a_pair_that_follows_the_reader_s_system(site: SiteMaker, drawings: str) -> None:
    """Where a theme has no switch, a browser chooses; both drawings are there, and they differ."""
    site.page("index.md", CITIES, illustrate=True)
    site.options["figure"] = {"schemes": ["dark", "light"], "drawings": drawings}
    built = site.build("--strict")
    (figure,) = built.figures()
    (dark,) = figure["sources"]
    assert dark["media"] == "(prefers-color-scheme: dark)"
    night = built.folder / dark["srcset"]
    assert night.is_file()
    assert night.name == shown(built).name.replace(".", "-dark.")
    assert night.read_bytes() != shown(built).read_bytes()
    assert len(list(built.folder.rglob("*-card.jpg"))) == 1


def test_a_pair_that_follows_a_switch(site: SiteMaker) -> None:
    """On Material each image names the scheme that it is for, and the theme shows the right one."""
    site.page("index.md", CITIES, illustrate=True)
    site.config["theme"] = {"name": "material", "font": False}
    site.options["figure"] = {"schemes": ["light", "dark"]}
    built = site.build("--strict")
    day, night = re.findall(r'<img src="([^"]*svg)#only-(?:light|dark)"', built.html("index.html"))
    assert night == day.replace(".svg", "-dark.svg")
    assert (built.folder / night).is_file()
    assert "#only-dark" in "".join(sheet.read_text() for sheet in built.folder.rglob("assets/stylesheets/*.css"))


@pytest.mark.parametrize("options", [{"figure": {"schemes": ["dark"]}}, {"image": {"options": {"scheme": "dark"}}}])
def test_a_site_by_night(site: SiteMaker, options: dict[str, Any]) -> None:
    """Where there is one scheme, all that the painter draws is for it, and its file has no other name."""
    site.page("index.md", CITIES, illustrate=True)
    day = shown(site.build("--strict")).read_bytes()
    site.options |= options
    built = site.build("--strict")
    assert shown(built).read_bytes() != day
    assert built.figures()[0]["sources"] == []
    assert "-dark" not in shown(built).name


def test_equal_drawings_are_published_once(site: SiteMaker) -> None:
    """Pages that wish for the same get the same bytes, from one file; the next build calls it the same."""
    wishes = {"motifs": ["lighthouse"], "seed": 3}
    for name in ("b", "a"):
        site.page(f"{name}.md", CITIES.replace("silent", name), illustrate=True, illustrate_with=wishes)
    site.page("c.md", CITIES, illustrate=True, illustrate_with={**wishes, "seed": 4})
    for _ in range(2):
        built = site.build("--strict")
        sources = [Path(built.figures(f"{name}/index.html")[0]["img"]["src"]).name for name in "abc"]
        assert [source[0] for source in sources] == ["a", "a", "c"]
        assert {path.name for path in built.folder.rglob("*.svg")} == set(sources)
        assert len(list(built.folder.rglob("*-card.jpg"))) == 2


@pytest.mark.parametrize("theme", ["mkdocs", "material"])
def test_equal_pairs_are_published_once(site: SiteMaker, theme: str) -> None:
    """By night too: every address of a page is a file."""
    for name in ("b", "a"):
        site.page(f"{name}.md", CITIES, illustrate=True, illustrate_with={"motifs": ["lighthouse"], "seed": 3})
    site.config["theme"] = {"name": theme} | ({"font": False} if theme == "material" else {})
    site.options["figure"] = {"schemes": ["light", "dark"]}
    built = site.build("--strict")
    for name in "ab":
        found = set(re.findall(r"assets/illustrations/[\w-]+\.svg", built.html(f"{name}/index.html")))
        assert len(found) == 2
        assert all((built.folder / address).is_file() for address in found)
    assert len(list(built.folder.rglob("assets/illustrations/*.svg"))) == 2


def test_no_two_figures_of_a_page_are_equal(site: SiteMaker) -> None:
    """Even where their wishes are."""
    site.page("a.md", CITIES, illustrate=True, illustrate_with=[{"motifs": ["lighthouse"]}] * 3)
    built = site.build("--strict")
    assert (
        len({(built.folder / "a" / figure["img"]["src"]).read_bytes() for figure in built.figures("a/index.html")}) == 3
    )
