"""Pages as readers see them, in a real browser: on phones, by night, in print, right to left, without scripts."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from mkdocs_illustrate.testing.server import ModelServer
from tests.browsers import CHROMIUM, open_browser
from tests.sites import CITIES, KEYS, SiteMaker

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed: group `browser`")
axe_core = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed: group `browser`")
pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium on this machine"),
    # A browser that ends leaves sockets behind; they are its own.
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]
THEMES = ["material", "mkdocs", "readthedocs"]
WIDTHS = [320, 390, 768, 1440]
SHIFTS = """
window.shift = 0;
const seen = list => { for (const e of list.getEntries()) for (const s of e.sources)
  if (s.node && (s.node.closest ? s.node : s.node.parentElement).closest('figure')) window.shift += e.value; };
new PerformanceObserver(seen).observe({type: 'layout-shift', buffered: true});
"""
LOADED = "[...document.querySelectorAll('figure.illustration img')].every(i => i.complete && i.naturalWidth)"
FIGURE = """() => { const figure = document.querySelector('figure.illustration');
  const image = figure.querySelector('img'), box = image.getBoundingClientRect();
  return {width: box.width, height: box.height, left: box.left, right: box.right,
          chosen: image.currentSrc.split('/').pop(), natural: image.naturalWidth / image.naturalHeight,
          over: document.documentElement.scrollWidth - document.documentElement.clientWidth,
          shift: window.shift, words: figure.querySelector('figcaption').innerText}; }"""


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Says nothing of what it is asked."""

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - as it is called
        """Nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """A folder on loopback; its address."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    """A browser for all of them."""
    with open_browser(sync_api) as opened:
        yield opened


@contextmanager
def opened(chromium: Any, address: str, **how: Any) -> Iterator[Any]:
    """A page with all its pictures loaded."""
    context = chromium.new_context(**how)
    context.route("**/*.woff*", lambda route: route.abort())  # a font that comes late moves all that is below its words
    page = context.new_page()
    page.add_init_script(SHIFTS)
    page.goto(address, wait_until="load")
    page.wait_for_function(LOADED) if how.get("java_script_enabled", True) else page.wait_for_timeout(300)
    yield page
    context.close()


@pytest.fixture
def pictured(site: SiteMaker, server: ModelServer) -> SiteMaker:
    """A page with a bought picture, with caption and label."""
    site.page("index.md", CITIES, illustrate=True, illustrate_with={"caption": "Streets belong to people on foot."})
    site.page("other.md", "# Other\n\nAnother page of the site.\n\n## More\n\nText.\n", illustrate=True)
    site.models(server.url, size="1536x1024")
    site.options["figure"] = {"caption": True}
    return site


def dressed(site: SiteMaker, theme: str, **more: Any) -> Path:
    """The site in a theme; where it lies."""
    site.config["theme"] = {"name": theme} | ({"font": False} if theme == "material" else {}) | more
    built = site.build("--strict", **KEYS)
    assert built.code == 0, built.log
    return built.folder


@pytest.mark.parametrize("theme", THEMES)
def test_at_each_width(pictured: SiteMaker, chromium: Any, theme: str) -> None:
    """The whole picture is in the column, in its own shape, sharp enough and no heavier; nothing moves."""
    with served(dressed(pictured, theme)) as address:
        for width in WIDTHS:
            for sharp in (1, 2):
                how = {"viewport": {"width": width, "height": 800}, "device_scale_factor": sharp}
                with opened(chromium, address, **how) as page:
                    seen = page.evaluate(FIGURE)
                assert seen["over"] <= 0
                assert 0 <= seen["left"] < seen["right"] <= width
                assert seen["width"] / seen["height"] == pytest.approx(
                    seen["natural"], rel=0.03
                )  # MkDocs' own theme frames it
                assert seen["shift"] == 0
                stem = seen["chosen"].rpartition(".")[0].rpartition("-")[2]
                file = int(stem) if stem in {"480", "768", "1080"} else 1536
                assert file / (seen["width"] * sharp) >= 0.75 or file == 1536, seen
                assert file / (seen["width"] * sharp) < 2.4, seen
                assert seen["words"].split("\n") == ["Streets belong to people on foot. AI-generated illustration"]


@pytest.mark.parametrize("theme", THEMES)
def test_nobody_is_left_out(pictured: SiteMaker, chromium: Any, theme: str) -> None:
    """No rule of accessibility is broken within a figure, by day and by night."""
    with served(dressed(pictured, theme)) as address:
        for scheme in ("light", "dark"):
            with opened(chromium, address, color_scheme=scheme) as page:
                found = axe_core.Axe().run(page, context="figure.illustration").response["violations"]
    assert [(rule["id"], rule["nodes"][0]["html"]) for rule in found] == []


@pytest.mark.parametrize("theme", THEMES)
def test_without_scripts_and_in_print(pictured: SiteMaker, chromium: Any, theme: str) -> None:
    """The picture is there without a line of JavaScript, and on paper, on which it is not cut through."""
    folder = dressed(pictured, theme)
    with served(folder) as address:
        with opened(chromium, address, java_script_enabled=False) as page:
            image = page.locator("figure.illustration img")
            assert image.is_visible()
            assert image.bounding_box()["width"] > 200
        with opened(chromium, address) as page:
            page.emulate_media(media="print")
            assert page.locator("figure.illustration img").is_visible()
            assert page.locator("figure.illustration figcaption").is_visible()


def test_right_to_left(pictured: SiteMaker, chromium: Any) -> None:
    """In a page that is read from the right, nothing overflows, and the label is in its language."""
    with (
        served(dressed(pictured, "material", language="ar", direction="rtl")) as address,
        opened(chromium, address, viewport={"width": 390, "height": 800}) as page,
    ):
        seen = page.evaluate(FIGURE)
        assert seen["over"] <= 0
        assert seen["left"] >= 0
        assert page.locator("body").get_attribute("dir") == "rtl"
        assert "من إنشاء" in seen["words"]


def test_instant_navigation(pictured: SiteMaker, chromium: Any) -> None:
    """Where Material swaps pages without loading them, the next page shows its own figure."""
    folder = dressed(pictured, "material", features=["navigation.instant"])
    with served(folder) as address:
        for page in folder.rglob("*.html"):
            page.write_text(page.read_text("utf-8").replace("https://example.org/sub", address), "utf-8")
        sitemap = folder / "sitemap.xml"
        sitemap.write_text(sitemap.read_text("utf-8").replace("https://example.org/sub", address), "utf-8")
        with opened(chromium, address, viewport={"width": 1440, "height": 900}) as page:
            before = page.locator("figure.illustration").get_attribute("data-illustrate")
            page.evaluate("window.stays = true")
            page.get_by_role("link", name="Other").first.click()
            page.wait_for_function(
                "key => document.querySelector('figure.illustration')?.dataset.illustrate !== key", arg=before
            )
            page.wait_for_function(LOADED)
            assert page.evaluate("window.stays") is True
