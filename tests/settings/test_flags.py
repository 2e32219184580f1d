"""Laws of which pages are looked at before MkDocs reads them."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.structure.files import get_files

from mkdocs_illustrate.records import PageSource
from mkdocs_illustrate.site.sources import SitePages

FLAG = "---\nillustrate: true\n---\n\n# Title\n"


def flagged(
    folder: Path, pages: dict[str, str | bytes], include: tuple[str, ...] = (), more: str = ""
) -> list[PageSource]:
    """The flagged ones of these pages."""
    for name, text in pages.items():
        path = folder / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    (folder / "mkdocs.yml").write_text(f"site_name: Site\nplugins: []\n{more}", encoding="utf-8")
    config = load_config(str(folder / "mkdocs.yml"))
    return list(SitePages(get_files(config), config, include, drafts=False).sources())


def test_flagged_pages(tmp_path: Path) -> None:
    """A page that speaks of the flag is read, its front matter apart from its source."""
    (page,) = flagged(tmp_path, {"a.md": FLAG, "b.md": "# Other\n", "c.txt": FLAG})
    assert (page.page, page.text, page.meta) == ("a.md", "# Title\n", {"illustrate": True})
    assert (page.included, page.language) == (False, "en")


def test_included_pages(tmp_path: Path) -> None:
    """A page that `include` names is read, whatever stands in it."""
    pages: dict[str, str | bytes] = {"blog/a.md": "# A\n", "blog/b/c.md": "# C\n", "d.md": "# D\n"}
    assert [p.page for p in flagged(tmp_path, pages, ("blog/*",))] == ["blog/a.md"]


@pytest.mark.parametrize("more", ["exclude_docs: a.md", "draft_docs: a.md"])
def test_pages_that_are_not_built(tmp_path: Path, more: str) -> None:
    """A page that MkDocs will not build costs nothing."""
    assert not flagged(tmp_path, {"a.md": FLAG}, more=more)


def test_drafts_of_a_blog(tmp_path: Path) -> None:
    """A draft of a blog costs nothing before it is published."""
    assert not flagged(tmp_path, {"a.md": "---\nillustrate: true\ndraft: true\n---\n"})


def test_pages_that_are_no_text(tmp_path: Path) -> None:
    """A page that can't be read is MkDocs' to report; the others are read all the same."""
    pages: dict[str, str | bytes] = {"a.md": b"---\nillustrate: true\n---\n\xff\xfe", "b.md": FLAG}
    assert [p.page for p in flagged(tmp_path, pages)] == ["b.md"]
