"""docs/llms.txt is an index: it names every page of the docs, and none that is gone."""

from __future__ import annotations

import re
from pathlib import Path

DOCS = Path(__file__).parents[2] / "docs"
TEXT = (DOCS / "llms.txt").read_text("utf-8")


def test_every_page_is_named() -> None:
    """Whoever reads only the index finds the rest."""
    named = {(DOCS / link).resolve() for link in re.findall(r"\]\(([^)\s]+)\)", TEXT)}
    assert [path for path in named if not path.exists()] == []
    assert {path.resolve() for path in DOCS.glob("*.md")} <= named


def test_its_form() -> None:
    """A title, a summary, then lists of links with a word on each."""
    title, summary, *_ = [part for part in TEXT.split("\n\n") if part]
    assert (title, summary.startswith("> ")) == ("# mkdocs-illustrate", True)
    assert all(re.fullmatch(r"- \[[^\]]+\]\([^)]+\)(: .+)?", line) for line in re.findall(r"(?m)^- .*", TEXT))
