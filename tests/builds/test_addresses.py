"""Right addresses on every page, under every way of building, beside every neighbour."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest

from mkdocs_illustrate.testing.server import ModelServer
from tests import share_cards
from tests.sites import CITIES, KEYS, Build, SiteMaker

BASE = "https://example.org/sub/"


def _missing(built: Build, page: str) -> list[str]:
    """Addresses of a page's figures that lead to no file of the site."""
    lost = []
    for figure in built.figures(page):
        image = figure["img"]
        offered = [part.split(" ")[0] for part in image.get("srcset", image["src"]).split(", ")]
        for address in [image["src"], *offered]:
            whole = urlsplit(urljoin(BASE + page, address)).path
            path = built.folder / whole.removeprefix("/sub/")
            if not whole.startswith("/sub/") or not path.is_file():
                lost.append(address)
    return lost


@pytest.mark.parametrize("directories", [True, False])
def test_addresses_lead_to_files(site: SiteMaker, directories: bool) -> None:
    """Every address of every figure is a file, also from nested pages and below a sub-path."""
    names = ["index", "plain", "a/index", "a/b/c", "ünï cödé/日本", "A B/C.D", "404"]
    for name in names:
        site.page(f"{name}.md", CITIES.replace("silent", name), illustrate=True)
    site.config["use_directory_urls"] = directories
    built = site.build("--strict")
    assert built.code == 0, built.log
    pages = [str(p.relative_to(built.folder)) for p in built.folder.rglob("*.html")]
    shown = [page for page in pages if built.figures(page)]
    assert len(shown) == len(names)
    assert [_missing(built, page) for page in shown] == [[]] * len(shown)


def test_a_404_page_is_shown_anywhere(site: SiteMaker) -> None:
    """A 404 page answers for addresses of any depth, so its picture has an absolute address."""
    site.page("404.md", CITIES, illustrate=True)
    site.config["use_directory_urls"] = False
    built = site.build("--strict")
    assert built.figures("404.html")[0]["img"]["src"].startswith("/sub/assets/illustrations/")


def test_names_are_plain_and_apart(site: SiteMaker) -> None:
    """Pages whose names look alike get files of different plain names."""
    for name in ("a-b", "a/b", "a b", "Ä-B", "日本", "中国"):
        site.page(f"{name}.md", CITIES, illustrate=True)
    built = site.build("--strict")
    files = [p.name for p in (built.folder / "assets/illustrations").iterdir()]
    assert all(re.fullmatch(r"[a-z0-9-]+\.(svg|jpg)", name) for name in files)
    pages = [p for p in built.folder.rglob("index.html") if built.figures(str(p.relative_to(built.folder)))]
    assert len(pages) == 6
    for page in pages:
        assert _missing(built, str(page.relative_to(built.folder))) == []


def test_a_picture_for_those_who_share(site: SiteMaker) -> None:
    """og:image is there once, absolute, with its size and kind; a page that has one keeps its own."""
    site.page("a/b.md", CITIES, illustrate=True)
    site.page("own.md", "# Slow Postgres queries\n\nAn index.\n", illustrate=True, image="my.png")
    (site.folder / "theme").mkdir(parents=True)
    (site.folder / "theme/main.html").write_text(
        '{% extends "base.html" %}{% block extrahead %}{% if page and page.meta.image %}'
        '<meta name="meta-image" content="{{ page.meta.image }}">{% endif %}{% endblock %}'
    )
    site.config["theme"] = {"name": "mkdocs", "custom_dir": "theme"}
    built = site.build("--strict")
    html = built.html("a/b/index.html")
    (url,) = re.findall(r'property="og:image" content="([^"]+)"', html)
    assert url.startswith(f"{BASE}assets/illustrations/a-b-")
    assert (built.folder / url.removeprefix(BASE)).is_file()
    for said in ('width" content="1200"', 'height" content="630"', 'type" content="image/jpeg"'):
        assert f'property="og:image:{said}' in html
    (meta,) = re.findall(r'name="meta-image" content="([^"]+)"', html)
    assert f"{BASE}{meta}" == url
    assert 'name="meta-image" content="my.png"' in built.html("own/index.html")


def test_without_a_site_url(site: SiteMaker) -> None:
    """No site_url, no absolute address: no og:image, and no word about it."""
    site.page("index.md", CITIES, illustrate=True)
    site.config["site_url"] = ""
    built = site.build("--strict")
    assert built.code == 0
    assert "og:image" not in built.html("index.html")


def test_what_is_shared_is_known_everywhere(site: SiteMaker) -> None:
    """Whatever a page shows, its card is a JPEG."""
    site.page("index.md", CITIES, illustrate=True)
    site.config["site_url"] = "https://example.com/docs/"
    site.options["figure"] = {"formats": ["avif", "jpeg"]}
    html = site.build("--strict").html("index.html")
    (url,) = re.findall(r'property="og:image" content="([^"]+)"', html)
    assert url.endswith(".jpg")


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs", "material"])
@pytest.mark.parametrize("bought", [False, True])
def test_a_shared_page(site: SiteMaker, server: ModelServer, theme: str, *, bought: bool) -> None:
    """Nobody who shows it finds fault with its head: address, size, weight, kind, words, data."""
    site.page("index.md", CITIES, illustrate=True)
    site.page("a b/ünder.md", '# A <b> & "quoted" one\n\nA mill grinds corn.\n', illustrate=True)
    site.config["theme"] = theme
    if bought:
        site.models(server.url)
    built = site.build("--strict", **KEYS)
    assert built.code == 0, built.log
    for page in ("index.html", "a b/ünder/index.html"):
        assert share_cards.problems(built.folder, page, "https://example.org/sub/") == []


def test_social_can_be_switched_off(site: SiteMaker) -> None:
    """`social: false` leaves the page's head alone."""
    site.page("index.md", CITIES, illustrate=True)
    site.options["figure"] = {"social": False}
    assert "og:image" not in site.build("--strict").html("index.html")


@pytest.mark.parametrize("bought", [False, True])
def test_beside_its_neighbours(site: SiteMaker, server: ModelServer, bought: bool) -> None:
    """A lightbox wraps the figure, htmlproofer finds its files, search leaves the caption out."""
    site.page("index.md", CITIES, illustrate=True)
    site.config["plugins"] = ["search", "glightbox", "htmlproofer"]
    site.config["theme"] = "material"
    site.options["figure"] = {"caption": True}
    if bought:
        site.models(server.url)
        server.seconds = {"/images/generations": 0.5}
    built = site.build("--strict", **KEYS)
    assert built.code == 0, built.log
    html = built.html("index.html")
    figure = html[html.index("<figure") : html.index("</figure>")]
    assert "glightbox" in figure
    assert re.search(r"illustrate[0-9a-f]{8}", html) is None
    assert _missing(built, "index.html") == []
    (href,) = re.findall(r'<a[^>]+href="([^"]+)"', figure)
    assert (built.folder / href).is_file()
    assert "AI-generated" not in (built.folder / "search/search_index.json").read_text()


def test_off_glb(site: SiteMaker) -> None:
    """`lightbox: false` keeps the figure out of a lightbox."""
    site.page("index.md", CITIES, illustrate=True)
    site.config["plugins"] = ["glightbox"]
    site.options["figure"] = {"lightbox": False}
    built = site.build("--strict")
    assert built.figures()[0]["img"]["class"] == "off-glb"
    html = built.html("index.html")
    assert 'class="glightbox"' not in html[html.index("<figure") : html.index("</figure>")]


def test_a_failed_figure_is_taken_out(site: SiteMaker, server: ModelServer) -> None:
    """With `on_missing: skip` a failed figure leaves nothing behind, whoever wrapped it."""
    server.fail("/images/generations", 400, times=9)
    server.seconds = {"/chat/completions": 0.3}
    site.page("index.md", CITIES, illustrate=True)
    site.models(server.url)
    site.options["on_missing"] = "skip"
    site.config["plugins"] = ["glightbox"]
    built = site.build(**KEYS)
    html = built.html("index.html")
    assert "<figure" not in html
    assert "illustrations" not in html
    assert not list(built.folder.rglob("*.webp"))


def test_the_blog_shows_figures(site: SiteMaker) -> None:
    """Excerpts of the Material blog carry their post's figure, with addresses of their own page."""
    post = "# A post\n\nThe lead.\n\n<!-- more -->\n\n## More\n\nText.\n"
    site.page("blog/index.md", "# Blog\n")
    site.page("blog/posts/one.md", post, date="2026-01-02", illustrate=True, categories=["x"])
    site.config |= {"theme": "material", "plugins": ["search", "blog"]}
    import yaml

    text = (site.folder / "docs/blog/posts/one.md").read_text().replace("'2026-01-02'", "2026-01-02")
    (site.folder / "docs/blog/posts/one.md").write_text(text)
    assert yaml.safe_load("2026-01-02")
    built = site.build("--strict")
    assert built.code == 0, built.log
    views = ["blog/index.html", "blog/category/x/index.html", "blog/archive/2026/index.html"]
    for page in [*views, "blog/2026/01/02/a-post/index.html"]:
        assert len(built.figures(page)) == 1, page
        assert _missing(built, page) == []


def test_flags_that_appear_late(site: SiteMaker) -> None:
    """A flag that a hook sets while the page is read works like one in the front matter."""
    site.page("index.md", CITIES)
    (site.folder / "hook.py").write_text(
        "def on_page_markdown(markdown, page, **kw):\n    page.meta['illustrate'] = True\n"
    )
    site.config["hooks"] = ["hook.py"]
    built = site.build("--strict")
    assert len(built.figures()) == 1
    assert _missing(built, "index.html") == []


def test_include_and_its_exceptions(site: SiteMaker) -> None:
    """`include` flags pages by their path; a page's own `illustrate: false` wins."""
    site.page("blog/a.md", CITIES)
    site.page("blog/deep/b.md", CITIES)
    site.page("blog/c.md", CITIES, illustrate=False)
    site.page("other.md", CITIES)
    site.options["include"] = ["blog/*.md"]
    built = site.build("--strict")
    shown = {page: len(built.figures(f"{page}/index.html")) for page in ("blog/a", "blog/deep/b", "blog/c", "other")}
    assert shown == {"blog/a": 1, "blog/deep/b": 0, "blog/c": 0, "other": 0}


FORMATS: list[tuple[list[str], list[str], str]] = [
    (["avif", "webp"], ["image/avif"], ".webp"),
    (["jpeg"], [], ".jpg"),
    (["avif", "webp", "jpeg"], ["image/avif", "image/webp"], ".jpg"),
]


@pytest.mark.parametrize(("formats", "sources", "ending"), FORMATS)
def test_formats(site: SiteMaker, formats: list[str], sources: list[str], ending: str) -> None:
    """Several formats make a picture element; the last one is the fallback."""
    site.page("index.md", CITIES, illustrate=True)
    site.options["figure"] = {"formats": formats, "widths": [320, 800], "drawings": "pixels", "social": False}
    built = site.build("--strict")
    (figure,) = built.figures()
    assert [s["type"] for s in figure["sources"]] == sources
    assert figure["img"]["src"].endswith(ending)
    assert _missing(built, "index.html") == []
    made: dict[str, Any] = {p.name: p for p in built.folder.rglob("assets/illustrations/*")}
    assert len(made) == 2 * len(formats)


def test_a_disabled_plugin_does_nothing(site: SiteMaker) -> None:
    """`enabled: false` leaves every page as it is."""
    site.page("index.md", CITIES, illustrate=True)
    site.options["enabled"] = False
    built = site.build("--strict")
    assert built.figures() == []
    assert not (site.folder / ".cache").exists()
