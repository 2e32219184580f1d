"""`mkdocs serve`: nothing waits for a model, and the page reloads when its picture is there."""

from __future__ import annotations

import os
import signal
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from mkdocs_illustrate.testing.server import ModelServer
from tests.sites import CITIES, KEYS, SiteMaker, free_port, started
from tests.systems import ctrl_c
from tests.waiting import PATIENCE, held

pytestmark = ctrl_c  # which ends each preview


class Preview:
    """A running `mkdocs serve`."""

    def __init__(self, port: int, log: Path) -> None:
        self._address = f"http://127.0.0.1:{port}/sub/"
        self._log = log

    def html(self, page: str = "") -> str:
        """A page as the preview shows it now; empty while it is not up."""
        try:
            with urllib.request.urlopen(self._address + page, timeout=5) as answer:  # noqa: S310
                return str(answer.read().decode())
        except OSError:
            return ""

    def until(self, wanted: Callable[[str], bool], page: str = "") -> str:
        """Wait until a page looks as wanted."""
        ends = time.monotonic() + PATIENCE
        while time.monotonic() < ends:
            html = self.html(page)
            if html and wanted(html):
                return html
            time.sleep(0.2)
        raise AssertionError(f"never came\n{self._log.read_text()}\n{self.html(page)[-3000:]}")

    def builds(self) -> int:
        """How often the site was built."""
        return self._log.read_text().count("Documentation built")


@contextmanager
def preview(site: SiteMaker, **env: str) -> Iterator[Preview]:
    """Serve a site until the block ends; it must end quickly when told to."""
    port = free_port()
    site.config["dev_addr"] = f"127.0.0.1:{port}"
    site.write_config()
    log = site.folder / "serve.log"
    with log.open("w") as out:
        process = started(
            site.folder,
            "mkdocs",
            "serve",
            "--livereload",
            stdout=out,
            stderr=out,
            env={**os.environ, **env},
        )
        try:
            yield Preview(port, log)
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(30)


def test_serve_buys_nothing_by_itself(site: SiteMaker, server: ModelServer) -> None:
    """By default a preview shows a placeholder and asks nobody."""
    site.page("index.md", CITIES, illustrate=True)
    site.models(server.url)
    with preview(site, **KEYS) as shown:
        html = shown.until(lambda h: "<figure" in h)
        assert "illustration--placeholder" in html
    assert server.calls == []


def test_serve_reloads_when_a_picture_comes(site: SiteMaker, server: ModelServer) -> None:
    """Where buying is allowed, the first build does not wait, and one more shows the picture."""
    site.page("index.md", CITIES, illustrate=True)
    site.models(server.url)
    site.options["generate_in"] = ["serve"]
    with preview(site, **KEYS) as shown, held(server, "/images/generations") as let_go:
        assert "illustration--placeholder" in shown.until(lambda h: "<figure" in h)
        let_go()
        html = shown.until(lambda h: "<figure" in h and "placeholder" not in h)
        assert "AI-generated illustration" in html
        time.sleep(2)
        assert shown.builds() == 2
    assert server.count("/images/generations") == 1
    assert site.recipe("index.yml")["file"] == "index.webp"


def test_many_pictures_come_together(site: SiteMaker, server: ModelServer) -> None:
    """Eight pictures within some seconds are one more build, or two."""
    for n in range(8):
        site.page(f"p{n}.md", f"# Page {n}\n\nBoats number {n} come home in the evening.\n", illustrate=True)
    site.page("index.md", CITIES)
    site.models(server.url)
    site.options |= {"generate_in": ["serve"], "concurrency": 2}
    server.seconds = {"/images/generations": 0.4}
    with preview(site, **KEYS) as shown:
        for n in range(8):
            shown.until(lambda h: "<figure" in h and "placeholder" not in h, f"p{n}/")
        time.sleep(2)
        assert shown.builds() <= 3
    assert server.count("/images/generations") == 8


def test_many_drawings_are_not_waited_for(site: SiteMaker) -> None:
    """What takes more than a second stands in as its shape; all of it comes with another build."""
    pages = [f"p{n}" for n in range(12)]
    for n, name in enumerate(pages):
        site.page(f"{name}.md", f"# Boats of harbour {n}\n\nThey come home in the evening.\n", illustrate=True)
    site.page("index.md", CITIES)
    site.options["figure"] = {"drawings": "pixels", "formats": ["avif", "webp"]}
    with preview(site) as shown:
        shown.until(lambda h: "Futuristic Cities" in h)
        first = [shown.html(f"{name}/") for name in pages]
        waiting = [html for html in first if 'data-illustrate-state="missing"' in html]
        assert waiting
        assert all("data:image/svg+xml" in html and 'height="1024"' in html for html in waiting)
        for name in pages:
            shown.until(lambda h: "<figure" in h and "missing" not in h, f"{name}/")
        assert shown.builds() <= 5


def test_an_edit_while_serving(site: SiteMaker) -> None:
    """A saved page is drawn anew, and one edit makes one build."""
    site.page("index.md", CITIES, illustrate=True)
    with preview(site) as shown:
        before = shown.until(lambda h: "<figure" in h)
        site.page("index.md", CITIES.replace("Futuristic Cities", "Bread"), illustrate=True)
        shown.until(lambda h: "<figure" in h and "Bread" in h and h != before)
        time.sleep(2)
        assert shown.builds() == 2


def test_a_page_that_is_flagged_while_serving(site: SiteMaker, server: ModelServer) -> None:
    """A preview that began without any flag still reloads when the first picture comes."""
    site.page("index.md", CITIES)
    site.models(server.url)
    site.options["generate_in"] = ["serve"]
    with preview(site, **KEYS) as shown, held(server, "/images/generations") as let_go:
        shown.until(lambda h: "Futuristic Cities" in h)
        site.page("index.md", CITIES, illustrate=True)
        assert "illustration--placeholder" in shown.until(lambda h: "<figure" in h)
        let_go()
        shown.until(lambda h: "<figure" in h and "placeholder" not in h)


def test_a_preview_whose_cache_can_not_be_written(site: SiteMaker, server: ModelServer) -> None:
    """Where nothing can be kept, nothing is bought, and the preview goes on with its stand-in."""
    site.page("index.md", CITIES, illustrate=True)
    (site.folder / ".cache").write_text("a file, not a folder")
    site.models(server.url)
    site.options["generate_in"] = ["serve"]
    with preview(site, **KEYS) as shown:
        shown.until(lambda h: "placeholder" in h)
        builds = shown.builds()
        site.page("about.md", "# About\n")
        shown.until(lambda _: shown.builds() > builds)
        shown.until(lambda h: "placeholder" in h)
    assert server.calls == []
