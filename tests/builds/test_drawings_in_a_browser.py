"""A published drawing in a real browser: the same as the rasteriser's, and the right one of a pair."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pytest
from PIL import Image, ImageChops, ImageStat

from mkdocs_illustrate.painter.paint import paint
from mkdocs_illustrate.pictures.decoding import decoded
from mkdocs_illustrate.pictures.provenance import DRAWN, Marks
from mkdocs_illustrate.pictures.published_drawings import published
from mkdocs_illustrate.records import Article
from mkdocs_illustrate.shapes import Shape
from tests.browsers import CHROMIUM, open_browser
from tests.sites import CITIES, SiteMaker

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed: group `browser`")
pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium on this machine"),
    # A browser that ends leaves sockets behind; they are its own.
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]
MANNERS = {"landscape": "A night train to Lisbon", "isometric": "Slow Postgres queries", "abstract": "On doubt"}


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    """A browser for all of them."""
    with open_browser(sync_api) as opened:
        yield opened


@pytest.mark.parametrize("manner", [*MANNERS, "mosaic"])
def test_a_browser_draws_what_the_rasteriser_draws(chromium: Any, manner: str) -> None:
    """What was looked at while it was made is what readers see: edges apart, to the eye the same."""
    title = MANNERS.get(manner, "A tour of SSH keys")
    article = Article(page="", title=title, words=title)
    data = paint(article, style=manner, palette=("#673ab7", "#ff5722")).svg.encode()
    page = chromium.new_page(viewport={"width": 900, "height": 600})
    page.set_content("<body style='margin:0'><img id='a' width='900' height='600'>")
    address = published(data, Shape(900, 600), (0.0, 0.0, 1.0, 1.0), Marks(source_type=DRAWN)).decode()
    page.evaluate(
        "svg => { const a = document.getElementById('a'); "
        "a.src = URL.createObjectURL(new Blob([svg], {type: 'image/svg+xml'})); return a.decode(); }",
        address,
    )
    seen = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    page.close()
    apart = ImageStat.Stat(ImageChops.difference(seen, decoded(data, 900).convert("RGB")))
    assert seen.size == (900, 600)
    assert max(apart.mean) < 1.5


@pytest.mark.parametrize("theme", ["mkdocs", "material"])
def test_a_reader_sees_one_of_a_pair(site: SiteMaker, chromium: Any, theme: str) -> None:
    """By night another drawing than by day, and never both; where a theme has a switch, the switch decides."""
    site.page("index.md", CITIES, illustrate=True)
    palette = [
        {"media": f"(prefers-color-scheme: {s})", "scheme": n} for s, n in (("light", "default"), ("dark", "slate"))
    ]
    site.config["theme"] = {"name": theme} | ({"palette": palette, "font": False} if theme == "material" else {})
    site.options["figure"] = {"schemes": ["light", "dark"], "lightbox": False}
    built = site.build("--strict")
    shown = {}
    for scheme in ("light", "dark"):
        page = chromium.new_page(color_scheme=scheme)
        page.goto((built.folder / "index.html").as_uri())
        # Of two the theme hides one; of one the browser says which file it took.
        seen = "[...document.querySelectorAll('figure img')].filter(i => i.offsetWidth).map(i => i.currentSrc)"
        page.wait_for_function(f"{seen}.join('') !== ''")
        (shown[scheme],) = page.evaluate(seen)
        page.close()
    assert "-dark.svg" in shown["dark"]
    assert "-dark.svg" not in shown["light"]
