"""Laws of what a page may ask for. A case is a file in `wishes/`, named after its law."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
import yaml
from mkdocs.utils import meta

from mkdocs_illustrate.page.commissions import read_commissions
from mkdocs_illustrate.page.wishes import read_wishes
from mkdocs_illustrate.records import Wish

CASES = sorted((Path(__file__).parent / "wishes").glob("*.yml"), key=lambda path: path.stem)
NOTHING = asdict(Wish())


def read(path: Path) -> tuple[dict[str, Any], dict[str, Any]]:
    """One case, and its front matter as MkDocs reads it."""
    case: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    _, found = meta.get_data(f"---\n{case['front_matter']}\n---\n\n# T\n")
    assert found or not case["front_matter"].strip()
    return case, found


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_wishes(path: Path) -> None:
    """What can be meant is taken, and nothing else."""
    case, found = read(path)
    wishes = read_wishes(found)
    taken = [f and {k: v for k, v in asdict(f).items() if v != NOTHING[k]} for f in wishes.figures]
    expected = [
        f and {k: tuple(v) if isinstance(v, list) else v for k, v in f.items()} for f in case.get("figures", [{}])
    ]
    assert wishes.flagged == case["flagged"]
    assert taken == expected


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_problems(path: Path) -> None:
    """Each problem is one line that names its key and shows no secret; there is no other."""
    case, found = read(path)
    problems = read_wishes(found).problems
    assert len(problems) == len(case.get("problems", ())), problems
    for problem, words in zip(problems, case.get("problems", ()), strict=True):
        assert all(word in problem for word in ([words] if isinstance(words, str) else words))
        assert problem.isprintable()
        assert problem.startswith("'illustrate")
        assert len(problem) < 400
        assert not any(secret in problem for secret in case.get("never", ()))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_as_many_commissions_as_figures(path: Path) -> None:
    """A flagged page commissions each figure that can be meant, under its place in the list."""
    case, found = read(path)
    asked = read_commissions("a.md", "# T", found, included=False, language="en")
    figures = case.get("figures", [{}]) if case["flagged"] else []
    numbers = [n for n, figure in enumerate(figures, 1) if figure is not None]
    assert [c.number for c in asked.commissions] == numbers


FLAGS = [
    ({}, True, 1),
    ({}, False, 0),
    ({"illustrate": None}, True, 0),
    ({"illustrate": False}, True, 0),
    ({"illustrate": True}, False, 1),
    ({"illustrate": "true"}, True, 0),
    ({"illustrate_with": {"seed": 1}}, False, 0),
    ({"illustrate_with": [{"seed": 1}, {"seed": 2}]}, True, 2),
]


@pytest.mark.parametrize(("found", "included", "figures"), FLAGS)
def test_front_matter_wins(found: dict[str, object], included: bool, figures: int) -> None:
    """`include` flags a page that says nothing itself; what the page says wins."""
    asked = read_commissions("a.md", "# T", found, included=included, language="en")
    assert len(asked.commissions) == figures


def test_wishes_of_an_unflagged_page_are_nobodys_business() -> None:
    """A page that does not speak of the flag is not warned about."""
    wishes = {"illustrate_with": {"unknown": 1}}
    assert not read_commissions("a.md", "", wishes, included=False, language="en").problems
    assert read_commissions("a.md", "", wishes, included=True, language="en").problems


REFUSED = [
    "provider",
    "base_url",
    "url",
    "endpoint",
    "host",
    "proxy",
    "headers",
    "options",
    "api_key",
    "api_key_env",
    "key",
    "token",
    "secret",
    "instructions",
    "output",
    "path",
    "file",
    "filename",
    "portfolio",
    "cache_dir",
    "timeout",
    "concurrency",
    "budget",
    "generate",
    "generate_in",
    "frozen",
    "on_missing",
    "on_error",
    "n",
    "count",
]


@pytest.mark.parametrize("name", REFUSED)
def test_no_page_spends_more_or_goes_elsewhere(name: str) -> None:
    """Endpoints, keys, file names and limits are refused by name, and their value is not shown."""
    wishes = read_wishes({"illustrate": True, "illustrate_with": {name: "hunter2"}})
    assert wishes.figures == (Wish(),)
    assert len(wishes.problems) == 1
    assert f"'illustrate_with.{name}' can't be set by a page" in wishes.problems[0]
    assert "hunter2" not in wishes.problems[0]


def test_what_contains_itself() -> None:
    """A value that contains itself, or a thousand million others, is refused like any other."""
    bomb: list[Any] = ["x"]
    for _ in range(40):
        bomb = [bomb] * 3
    itself: dict[str, Any] = {}
    itself.update(note=itself, motifs=[itself], unknown=bomb)
    for value in (bomb, itself):
        for name in ("illustrate", "illustrate_with"):
            problems = read_wishes({"illustrate": True, name: value}).problems
            assert 1 <= len(problems) <= 3
            assert all(len(p) < 400 for p in problems)
