"""Builders that run no plugin of MkDocs: the pictures of `export`, by the real programs."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from tests.fork_server import run

from .conftest import HARBOUR, installed
from .test_beside_each import lacking

ZENSICAL = """
[project]
site_name = "Town"
site_url = "https://example.org/sub/"
[project.theme]
language = "de"
[[project.theme.palette]]
scheme = "default"
primary = "teal"
[project.plugins.illustrate.figure]
caption = true
label = "Zzlabel"
[project.plugins.blog]
[project.markdown_extensions."mkdocs_illustrate.markdown"]
[project.markdown_extensions.toc]
permalink = true
"""
POST = "---\nillustrate: true\ndate: 2026-11-01\n---\n# Post\n\nA mill.\n\n<!-- more -->\n\n## More\n\nText.\n"


def tool(*command: str, cwd: Path) -> str:
    """A program's run in a process of its own; what it said."""
    whole = [sys.executable, "-m", *command]
    done = subprocess.run(whole, check=False, cwd=cwd, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def export(folder: Path) -> None:
    """Write the pictures of a site."""
    done = run("mkdocs_illustrate", "export", cwd=folder, env={})
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture
def zensical(tmp_path: Path) -> Path:
    """A site of Zensical, exported."""
    installed("zensical")
    docs = tmp_path / "docs"
    (docs / "blog/posts").mkdir(parents=True)
    (docs / "sea").mkdir()
    (tmp_path / "zensical.toml").write_text(ZENSICAL, "utf-8")
    flagged = "---\nillustrate: true\nillustrate_with: {caption: Zzcaption}\n---\n"
    (docs / "index.md").write_text(f"{flagged}{HARBOUR}", "utf-8")
    (docs / "sea/harbour.md").write_text(f"{flagged}{HARBOUR}\n![a](../assets/x.png)\n", "utf-8")
    (docs / "plain.md").write_text("# Plain\n\nWords.\n", "utf-8")
    (docs / "blog/index.md").write_text("# Blog\n", "utf-8")
    (docs / "blog/posts/post.md").write_text(POST, "utf-8")
    export(tmp_path)
    return tmp_path


def build(folder: Path) -> Path:
    """Build it from scratch; where it lies."""
    tool("zensical", "build", "--clean", cwd=folder)
    return folder / "site"


def under_its_path(site: Path, page: str) -> BeautifulSoup:
    """A page, its root-absolute addresses seen from the folder in which the site lies."""
    path = site / page
    up = "../" * page.count("/")
    path.write_text(path.read_text("utf-8").replace('"/sub/', f'"{up}').replace(", /sub/", f", {up}"), "utf-8")
    return BeautifulSoup(path.read_text("utf-8"), "html.parser")


def test_zensical_shows_the_figures(zensical: Path) -> None:
    """Below a path, on each level, with their words; on no page that has none; found by no search."""
    site = build(zensical)
    for page, counted in {"index.html": 1, "sea/harbour/index.html": 1, "plain/index.html": 0}.items():
        tree = under_its_path(site, page)
        figures = tree.select("figure.illustration")
        assert len(figures) == counted
        assert [figure.figcaption.get_text() for figure in figures if figure.figcaption] == [
            "Zzcaption Zzlabel"
        ] * counted
        assert lacking(site, page) == []
    found = (site / "search.json").read_text("utf-8")
    assert "They are full of fish" in found
    assert not re.search("Zzcaption|Zzlabel", found)


def test_zensical_draws_in_its_own_colours_and_language(zensical: Path) -> None:
    """The theme of zensical.toml counts as that of mkdocs.yml does."""
    exported = json.loads((zensical / "illustrations/figures.json").read_text("utf-8"))
    assert (exported["theme"], exported["switched"]) == ("material", True)
    assert exported["pages"]["index.md"]["language"] == "de"
    drawn = (zensical / "docs" / exported["pages"]["index.md"]["figures"][0]["files"][0]["name"]).read_text("utf-8")
    text = (zensical / "zensical.toml").read_text("utf-8")
    (zensical / "zensical.toml").write_text(text.replace("teal", "red"), "utf-8")
    export(zensical)
    exported = json.loads((zensical / "illustrations/figures.json").read_text("utf-8"))
    assert (zensical / "docs" / exported["pages"]["index.md"]["figures"][0]["files"][0]["name"]).read_text(
        "utf-8"
    ) != drawn


def test_posts_of_zensical(zensical: Path) -> None:
    """A post shows its figure below its first section; the list is what it was."""
    site = build(zensical)
    (post,) = (
        path for path in site.rglob("*.html") if "/2026/" in path.as_posix() and "archive" not in path.as_posix()
    )
    assert len(BeautifulSoup(post.read_text("utf-8"), "html.parser").select("figure.illustration")) == 1
    listed = BeautifulSoup((site / "blog/index.html").read_text("utf-8"), "html.parser")
    assert "A mill." in listed.get_text()
    assert listed.select("figure.illustration") == []


def test_nothing_else_of_zensical_changes(zensical: Path) -> None:
    """Navigation and pages are those of a build without the extension, but for the figures."""
    site = build(zensical)
    with_us = {path.relative_to(site): path.read_text("utf-8") for path in site.rglob("*.html")}
    text = (zensical / "zensical.toml").read_text("utf-8")
    (zensical / "zensical.toml").write_text(
        text.replace('[project.markdown_extensions."mkdocs_illustrate.markdown"]\n', ""), "utf-8"
    )
    build(zensical)
    for name, page in with_us.items():
        bare = re.sub(r'\n?<figure class="illustration".*?</figure>\n?', "", page, flags=re.DOTALL)
        without = (site / name).read_text("utf-8")
        assert "".join(bare.split()) == "".join(without.split()), name


def test_pelican_shows_the_figures(tmp_path: Path) -> None:
    """A page is known by its words there: in article, index and category."""
    installed("pelican")
    (tmp_path / "content").mkdir()
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: Town\ndocs_dir: content\nplugins: [{illustrate: {include: ['*.md']}}]\n", "utf-8"
    )
    (tmp_path / "content/harbour.md").write_text(
        "Title: Harbour\nDate: 2026-11-01 10:20\nCategory: Sea\n\nBoats come home.\n\n## Nets\n\nFish.\n", "utf-8"
    )
    (tmp_path / "pelicanconf.py").write_text(
        "SITENAME = 'Town'\nSITEURL = ''\nPATH = 'content'\nTIMEZONE = 'UTC'\nDEFAULT_LANG = 'en'\n"
        "STATIC_PATHS = ['assets']\nFEED_ALL_ATOM = None\n"
        "MARKDOWN = {'extensions': ['mkdocs_illustrate.markdown'], 'extension_configs': {"
        "'markdown.extensions.meta': {}, 'mkdocs_illustrate.markdown': {'base': '/'}}, 'output_format': 'html5'}\n",
        "utf-8",
    )
    export(tmp_path)
    tool("pelican", "content", "-s", "pelicanconf.py", "-o", "output", cwd=tmp_path)
    for page in ("harbour.html", "index.html", "category/sea.html"):
        tree = BeautifulSoup((tmp_path / "output" / page).read_text("utf-8"), "html.parser")
        (image,) = tree.select("figure.illustration img")
        assert (tmp_path / "output" / str(image["src"]).lstrip("/")).is_file()
