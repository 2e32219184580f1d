"""Laws of the glob patterns under `include`."""

from __future__ import annotations

import pytest

from mkdocs_illustrate.globs import glob_problem, matches

TABLE = [
    ("*.md", "index.md", True),
    ("*.md", "blog/index.md", False),
    ("**/*.md", "index.md", True),
    ("**/*.md", "a/b/c.md", True),
    ("**", "a/b/c.md", True),
    ("blog/*", "blog/a.md", True),
    ("blog/*", "blog/2026/a.md", False),
    ("blog/**", "blog/2026/a.md", True),
    ("blog/**", "blog/a.md", True),
    ("blog/**", "blogs/a.md", False),
    ("blog/**/a.md", "blog/a.md", True),
    ("blog/**/a.md", "blog/x/y/a.md", True),
    ("blog/**/a.md", "blog/xa.md", False),
    ("/blog/*.md", "blog/a.md", True),
    ("blog/a?.md", "blog/ab.md", True),
    ("blog/a?c.md", "blog/a/c.md", False),
    ("blog/[ab].md", "blog/a.md", True),
    ("blog/[!ab].md", "blog/a.md", False),
    ("blog/[!ab].md", "blog/c.md", True),
    ("a.md", "axmd", False),
    ("a+(b).md", "a+(b).md", True),
    ("*.md", "a\nb.md", True),
    ("日本/*", "日本/東京.md", True),
    ("", "index.md", False),
    ("BLOG/*", "blog/a.md", False),
    ("blog/[", "blog/[", True),
]


@pytest.mark.parametrize(("pattern", "path", "fits"), TABLE)
def test_globs(pattern: str, path: str, fits: bool) -> None:
    """`*` stays within a folder, `**` goes across; the whole path has to fit."""
    assert matches(path, [pattern]) is fits
    assert matches(path, ["other", pattern]) is fits
    assert glob_problem(pattern) is None


def test_no_pattern_fits_nothing() -> None:
    """Without patterns no page is included."""
    assert not matches("index.md", [])


@pytest.mark.parametrize("pattern", ["[z-a]", "[!]"])
def test_patterns_that_are_none(pattern: str) -> None:
    """A pattern that means nothing is a problem, not a traceback."""
    assert glob_problem(pattern)
