"""The traps that neighbours have fallen into, one test each."""

from __future__ import annotations

import re
import shutil
from datetime import date
from importlib import import_module
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from bs4 import BeautifulSoup
from PIL import Image

from mkdocs_illustrate.testing.server import ModelServer
from tests.sites import KEYS, SiteMaker

from .conftest import HARBOUR, installed
from .test_beside_each import built, lacking, row_of

WORDS = ("Zzcaption", "Zzlabel")
PASSWORD = "quite secret 4711"  # noqa: S105 - of an invented page


@pytest.mark.parametrize("plugin", ["search", "material/search"])
def test_a_search_finds_no_caption(town: SiteMaker, plugin: str) -> None:
    """What is below a picture is about the picture: whoever looks for the page's words finds those."""
    for theme in ({"name": "readthedocs"}, {"name": "mkdocs"}) if plugin == "search" else ({},):
        town.config["theme"] = theme or "material"
        found = (built(town, row_of(plugin)).folder / "search/search_index.json").read_text("utf-8")
        assert [word for word in WORDS if word in found] == []
        assert "Boats come home" in found


def test_llms_read_no_caption(town: SiteMaker) -> None:
    """Neither in a page's own file nor in the one of all pages."""
    site = built(town, row_of("llmstxt"))
    texts = [path.read_text("utf-8") for path in site.folder.rglob("*.txt")]
    texts += [path.read_text("utf-8") for path in site.folder.rglob("*.md")]
    assert any("Boats come home" in text for text in texts)
    assert [word for word in WORDS for text in texts if word in text] == []


def test_the_print_page(town: SiteMaker) -> None:
    """On a cold build too, each picture is there, by one file, with its words."""
    town.options["figure"] |= {"drawings": "pixels"}
    for _ in ("cold", "warm"):
        site = built(town, row_of("print-site"))
        html = site.html("print_page/index.html")
        assert html.count('<figure class="illustration') == 2
        assert "srcset" not in html[html.index("<figure") : html.rindex("</figure>")]
        assert html.count("Zzcaption") == 2
        assert lacking(site.folder, "print_page/index.html") == []


def test_optimize_leaves_our_files_alone(town: SiteMaker) -> None:
    """Their marks say what made them: who compresses them takes those away."""
    town.options["figure"] |= {"drawings": "pixels", "formats": ["webp", "jpeg"]}
    site = built(town, row_of("material/optimize"))
    files = sorted((site.folder / "assets/illustrations").glob("*.jpg"))
    assert files
    assert [file.name for file in files if b"digitalsourcetype/algorithmicMedia" not in file.read_bytes()] == []


def test_a_feed_names_type_and_length(town: SiteMaker) -> None:
    """The card of each page, as readers of feeds want it."""
    row = row_of("rss")
    town.page("sea/plain.md", "# Plain\n\nNothing here.\n", image="assets/theirs.jpg")
    site = built(town, row)
    feed = ET.fromstring((site.folder / "feed_rss_created.xml").read_text("utf-8"))  # noqa: S314 - of our own build
    found = {item.get("url", ""): (item.get("type"), item.get("length") or "") for item in feed.iter("enclosure")}
    ours = {url: said for url, said in found.items() if "/assets/illustrations/" in url}
    assert len(ours) == 2
    for url, (kind, length) in ours.items():
        path = site.folder / url.removeprefix("https://example.org/sub/")
        assert (kind, int(length)) == ("image/jpeg", path.stat().st_size)


def test_an_encrypted_page_tells_nothing(town: SiteMaker, server: ModelServer) -> None:
    """No picture of it, no word about it, nothing bought for it; the site's other pages are as they were."""
    row = row_of("encryptcontent")
    text = "# Zzsecret\n\nA treasure lies under the old oak.\n"
    town.page("secret.md", text, illustrate=True, password=PASSWORD)
    town.models(server.url)
    site = built(town, row, **KEYS)
    assert len(site.lines("secret.md: encrypted")) == 1
    assert not any("treasure" in str(call.body) for call in server.calls)
    assert not list((site.folder / "assets/illustrations").glob("secret*"))
    html = site.html("secret/index.html")
    assert "og:image" not in html
    assert "<figure" not in html
    assert len(site.figures("sea/harbour/index.html")) == 1


@pytest.mark.parametrize("settings", [{"global_password": PASSWORD}, {"password_inventory": {"_global": PASSWORD}}])
def test_a_whole_site_is_encrypted(town: SiteMaker, settings: dict[str, object]) -> None:
    """But for the pages that say they are not."""
    row = {**row_of("encryptcontent"), "config": settings}
    word = "password" if "global_password" in settings else "level"
    town.page("open.md", HARBOUR, illustrate=True, **{word: ""})
    site = built(town, row)
    assert {path.name.split("-")[0] for path in (site.folder / "assets/illustrations").iterdir()} == {"open"}


def test_a_folder_is_encrypted(town: SiteMaker) -> None:
    """By its own front matter, which is known late: it is not shown all the same."""
    row = row_of("encryptcontent")
    installed("mkdocs-material")
    (town.folder / "docs/sea/.meta.yml").write_text(f"password: {PASSWORD}\n", "utf-8")
    town.config["theme"] = {"name": "material"}
    town.write_config()
    both = {"enabled": True, "plugins": ["material/meta", "encryptcontent"]}
    site = built(town, {**row, "plugin": "material/group", "config": both})
    assert not list((site.folder / "assets/illustrations").glob("sea*"))
    assert "og:image" not in site.html("sea/harbour/index.html")


def test_a_list_shows_no_encrypted_post(town: SiteMaker) -> None:
    """Neither its figure nor its picture as that of the list, also where a folder says that it is encrypted."""
    installed("mkdocs-encryptcontent-plugin")
    for n in (1, 2):
        text = f"# Post {n}\n\nBoats number {n} come home.\n\n<!-- more -->\n\n## More\n\nText.\n"
        town.page(f"blog/posts/{'secret' if n == 2 else 'open'}/p.md", text, illustrate=True, date=date(2026, 11, n))
    town.page("blog/index.md", "# Blog\n")
    (town.folder / "docs/blog/posts/secret/.meta.yml").write_text(f"password: {PASSWORD}\n", "utf-8")
    both = {"enabled": True, "plugins": ["material/meta", "material/blog", "encryptcontent"]}
    site = built(town, {**row_of("material/blog"), "plugin": "material/group", "config": both})
    page = site.html("blog/index.html")
    assert page.count('<figure class="illustration') == 1
    assert "secret" not in "".join(re.findall(r'assets/illustrations/[^"# ]+', page))


def fonts(site: SiteMaker) -> None:
    """A font where Material looks for the one that it would fetch."""
    found = next(iter(sorted(Path("/usr/share/fonts").rglob("*Sans-Regular.ttf"))), None)
    if found is None:
        pytest.skip("no font in /usr/share/fonts: apt-get install fonts-liberation")
    place = site.folder / ".cache/plugin/social/fonts/Roboto"
    place.mkdir(parents=True)
    shutil.copy(found, place / "Regular.ttf")


def test_a_titled_card_stands_on_our_picture(town: SiteMaker) -> None:
    """One og:image, Material's; its ground is the page's picture, and a site's own ground stays."""
    row = row_of("material/social")
    try:
        import_module("cairosvg")
    except (ImportError, OSError) as error:
        pytest.skip(f"cards can't be drawn: {error}")
    fonts(town)
    cards = {}
    black = {"background_image": str(_ground(town)), "background_color": "transparent"}
    for options in ({"enabled": False}, {}, {"cards_layout_options": black}):
        town.options["enabled"] = options.pop("enabled", True)
        site = built(town, {**row, "config": options or {"cards": True}})
        html = site.html("sea/harbour/index.html")
        images = re.findall(r'<meta property="og:image" content="([^"]+)"', html)
        assert [image.endswith("/assets/images/social/sea/harbour.png") for image in images] == [True]
        with Image.open(site.folder / "assets/images/social/sea/harbour.png") as image:
            cards[len(cards)] = image.convert("RGB").resize((120, 63)).tobytes()
    plain, ours, own = cards.values()
    assert len(set(plain[: 60 * 3])) < len(set(ours[: 60 * 3]))  # one colour, and a picture under that colour
    assert set(own[: 60 * 3]) == {0}


def _ground(site: SiteMaker) -> Path:
    """A ground that a site has for its cards."""
    path = site.folder / "ground.png"
    Image.new("RGB", (1200, 630), "black").save(path)
    return path


def test_lists_of_posts(town: SiteMaker) -> None:
    """Index, archive, category and second page: each post's figure once, the first loaded first, no two og:images."""
    row = {**row_of("material/blog"), "config": {"pagination_per_page": 2, "archive": True, "categories": True}}
    for n in range(4):
        text = f"# Post {n}\n\nBoats number {n} come home.\n\n<!-- more -->\n\n## More\n\nText.\n"
        town.page(f"blog/posts/p{n}.md", text, illustrate=n != 2, date=date(2026, 11, n + 1), categories=["Sea"])
    town.page("blog/index.md", "# Blog\n")
    for excerpt in ("figure", "none"):
        town.options["figure"] |= {"excerpt": excerpt}
        site = built(town, row)
        for page, counted in {"blog": 1, "blog/archive/2026": 1, "blog/category/sea": 1, "blog/page/2": 2}.items():
            tree = BeautifulSoup(site.html(f"{page}/index.html"), "html.parser")
            figures = tree.select("figure.illustration")
            assert len(figures) == (counted if excerpt == "figure" else 0), page
            loading = [f.img.get("loading") or f.img.get("fetchpriority") for f in figures if f.img]
            assert loading == ["high", "lazy"][: len(figures)]
            assert lacking(site.folder, f"{page}/index.html") == []
            assert len(tree.select('meta[property="og:image"]')) == 1
            assert [meta["content"] for meta in tree.select('meta[property="og:type"]')] == ["website"]
