"""One plugin line, one flag, no key, no network."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from tests.sites import CITIES, SiteMaker, widths


@pytest.mark.parametrize("tool", ["mkdocs", "properdocs"])
def test_a_flag_gets_a_figure(site: SiteMaker, tool: str) -> None:
    """A bare plugin line and a flag give a figure between the first and the second paragraph."""
    site.page("index.md", CITIES, illustrate=True)
    site.page("plain.md", "# Plain\n\nNothing.\n")
    site.config["theme"] = "mkdocs"
    built = site.build("--strict", tool=tool)
    assert built.code == 0, built.log
    html = built.html("index.html")
    first, second = html.index("Cities of the future"), html.index("Transportation will")
    assert first < html.index("<figure") < second
    (figure,) = built.figures()
    assert figure["figure"]["class"] == "illustration"
    assert len(figure["img"]["alt"]) > 20
    assert built.figures("plain/index.html") == []


def test_files_are_what_the_figure_says(site: SiteMaker) -> None:
    """Every file of a srcset is there, in its width, and is a WebP that says what it is."""
    site.page("deep/er/page.md", CITIES, illustrate=True)
    site.options["figure"] = {"drawings": "pixels"}
    built = site.build("--strict")
    (figure,) = built.figures("deep/er/page/index.html")
    image = figure["img"]
    assert widths(image["srcset"]) == [480, 768, 1080, 1536]
    for part in image["srcset"].split(", "):
        address, width = part.split(" ")
        data = (built.folder / "deep/er/page" / address).resolve().read_bytes()
        with Image.open(io.BytesIO(data)) as opened:
            assert opened.format == "WEBP"
            assert opened.width == int(width.rstrip("w"))
        assert b"digitalsourcetype/algorithmicMedia" in data
    assert (image["width"], image["height"]) == ("1536", "1024")
    assert image["decoding"] == "async"


def test_built_in_pictures_are_not_kept(site: SiteMaker) -> None:
    """A drawing that costs nothing leaves no recipe, and carries no label of a model."""
    site.page("index.md", CITIES, illustrate=True)
    built = site.build()
    assert not (site.folder / "illustrations").exists()
    assert "AI-generated" not in built.html("index.html")


def test_the_same_site_twice(site: SiteMaker) -> None:
    """Two builds give the same files, byte for byte, also with an empty cache."""
    site.page("index.md", CITIES, illustrate=True)
    first = _files(site.build().folder)
    site.options["cache_dir"] = ".cache/another"
    assert _files(site.build().folder) == first


def test_several_figures_on_a_page(site: SiteMaker) -> None:
    """A list of wishes gives a figure each, after the sections they name, in one page."""
    site.page(
        "index.md",
        "# T\n\nLead.\n\n## Bread\n\nFlour.\n\n## Sea\n\nWaves.\n\n## End\n\nEnd.\n",
        illustrate=True,
        illustrate_with=[{"after": "Bread", "alt": "one"}, {"after": "Sea", "alt": "two"}],
    )
    built = site.build("--strict")
    html = built.html("index.html")
    assert [f["img"]["alt"] for f in built.figures()] == ["one", "two"]
    places = [html.index(words) for words in ("Flour", 'alt="one"', "Waves", 'alt="two"', "<p>End")]
    assert places == sorted(places)
    assert "loading" in built.figures()[1]["img"]


def test_nothing_flagged_loads_nothing(site: SiteMaker, run_python: object) -> None:
    """A site without a flag never imports openai, httpx, Pillow, diskcache or the painter."""
    site.page("index.md", "# Plain\n")
    path = site.write_config()
    code = f"""
import sys, warnings
from mkdocs.commands.build import build
from mkdocs.config import load_config
config = load_config({str(path)!r})
config.plugins.on_startup(command='build', dirty=False)
build(config)
heavy = ('openai', 'httpx', 'httpx2', 'PIL', 'diskcache', 'resvg_py', 'asyncio')
print([name for name in heavy if name in sys.modules])
print([name for name in sys.modules if name.startswith('mkdocs_illustrate.painter')])
"""
    assert run_python(code).splitlines()[-2:] == ["[]", "[]"]  # type: ignore[operator]


def _files(folder: Path) -> dict[str, bytes]:
    kept = (".svg", ".jpg", ".html")
    found = [p for p in folder.rglob("*") if p.suffix in kept and p.name != "404.html"]
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(found)}
