"""Each neighbour by a real build, in both orders, with MkDocs and with ProperDocs: the laws of a page hold."""

from __future__ import annotations

import os
import re
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag

import pytest
import yaml
from bs4 import BeautifulSoup

from tests import share_cards
from tests.fork_server import run
from tests.sites import Build, SiteMaker

from .conftest import ROWS, installed

TOKEN = re.compile(r"illustrate[0-9a-f]{16}n\d")


def entry(row: dict[str, Any]) -> Any:
    """Its line in mkdocs.yml."""
    return {row["plugin"]: row["config"]} if row.get("config") else row["plugin"]


def built(site: SiteMaker, row: dict[str, Any], *, first: bool = True, tool: str = "mkdocs", **env: str) -> Build:
    """The site beside that neighbour."""
    site.config |= {"theme": {"name": row["theme"]}} if row.get("theme") else {}
    ours = {"illustrate": site.options}
    plugins = [entry(row), ours] if first else [ours, entry(row)]
    path = site.write_config()
    config = yaml.safe_load(path.read_text("utf-8"))
    path.write_text(yaml.safe_dump({**config, "plugins": plugins}), "utf-8")
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1", "NO_MKDOCS_2_WARNING": "1", **env}
    done = run(tool, "build", cwd=site.folder, env=environment)
    assert done.returncode == 0, done.stdout + done.stderr
    return Build(done.returncode, done.stdout + done.stderr, site.folder / "site")


def row_of(plugin: str) -> dict[str, Any]:
    """The row of a plugin, if its package is there."""
    row = next(row for row in ROWS if row["plugin"] == plugin)
    installed(row["package"])
    return row


def lacking(folder: Path, page: str) -> list[str]:
    """The addresses of pictures on a page at which no file lies."""
    tree = BeautifulSoup((folder / page).read_text("utf-8"), "html.parser")
    found: list[str] = []
    for figure in tree.select("figure.illustration"):
        for element in figure.select("img, source"):
            files = [str(element.get("src") or "")]
            files += [one.split()[0] for one in str(element.get("srcset") or "").split(", ") if one.strip()]
            places = ((folder / page).parent / unquote(urldefrag(name)[0]) for name in files if name)
            found += [str(place) for place in places if not place.is_file()]
    return found


def holds(site: Build, pages: tuple[str, ...]) -> None:
    """What is true of a page whoever is beside us."""
    for page in pages:
        tree = BeautifulSoup(site.html(page), "html.parser")
        (figure,) = tree.select("figure.illustration[data-illustrate]")
        assert all(image.get("alt") and image.get("width") for image in figure.select("img"))
        assert [words.get_text(" ", strip=True) for words in figure.select("figcaption")] == ["Zzcaption Zzlabel"]
        assert share_cards.problems(site.folder, page, "https://example.org/sub/") == []
        assert lacking(site.folder, page) == []
    for path in site.folder.rglob("*"):
        if path.suffix in {".html", ".json", ".txt", ".xml", ".js", ".md"}:
            assert TOKEN.search(path.read_text("utf-8", "replace")) is None, path


PLAIN = [row for row in ROWS if row["plugin"] not in {"material/social", "i18n"}]
PAGES = ("index.html", "sea/harbour/index.html")


def pages_of(row: dict[str, Any]) -> tuple[str, ...]:
    """Where the two flagged pages are."""
    return ("index.html", "sea/harbour.html") if row["plugin"] == "material/offline" else PAGES


@pytest.mark.parametrize("drawings", ["svg", "pixels"])
@pytest.mark.parametrize("row", PLAIN, ids=lambda row: row["plugin"])
def test_the_laws_hold(town: SiteMaker, row: dict[str, Any], drawings: str) -> None:
    """Drawings as drawings, ours last; as pixels, ours first."""
    installed(row["package"])
    town.options["figure"] |= {"drawings": drawings}
    first = row.get("order", "before" if drawings == "svg" else "after") == "before"
    holds(built(town, row, first=first), pages_of(row))


@pytest.mark.parametrize("row", PLAIN, ids=lambda row: row["plugin"])
def test_with_properdocs(town: SiteMaker, row: dict[str, Any]) -> None:
    """The same by ProperDocs, for plugins that it takes."""
    installed(row["package"])
    installed("properdocs")
    if row.get("theme") and row["theme"] not in {point.name for point in entry_points(group="mkdocs.themes")}:
        pytest.skip(f"the theme {row['theme']} is not installed: pip install --group neighbours")
    holds(built(town, row, first=row.get("order") != "after", tool="properdocs"), pages_of(row))


def test_the_rows_are_plugins() -> None:
    """Each row names a plugin that its package brings."""
    names = {point.name for group in ("mkdocs.plugins", "properdocs.plugins") for point in entry_points(group=group)}
    for row in ROWS:
        installed(row["package"])
        assert row["plugin"] in names, row["plugin"]
