"""Articles for the painter's tests."""

from __future__ import annotations

from pathlib import Path

from mkdocs_illustrate.records import Article

_TITLES = Path(__file__).parent / "titles.tsv"


def titled(title: str, language: str = "en", **more: str) -> Article:
    """Make an article of a title alone."""
    return Article(page="page.md", title=title, words=title, language=language, **more)  # type: ignore[arg-type]


def titles() -> list[tuple[str, str]]:
    """Read the list of real titles and the concept that each must lead to."""
    rows = (line.split("\t") for line in _TITLES.read_text(encoding="utf-8").splitlines() if line)
    return [(title, concept) for title, concept in rows]
