"""Laws of what a page may ask for. A case is a file in `wishes/`, named after its law."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
import yaml
from mkdocs.utils import meta

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
def test_as_many_as_can_be_meant(path: Path) -> None:
    """A flagged page asks for each figure that can be meant, under its place in the list."""
    case, found = read(path)
    asked = read_wishes(found).asked(included=False)
    figures = case.get("figures", [{}]) if case["flagged"] else []
    numbers = [n for n, figure in enumerate(figures, 1) if figure is not None]
    assert [number for number, _ in asked] == numbers


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
    assert len(read_wishes(found).asked(included=included)) == figures


def test_wishes_of_an_unflagged_page_are_nobodys_business() -> None:
    """A page that does not speak of the flag is not warned about."""
    wishes = read_wishes({"illustrate_with": {"unknown": 1}})
    assert not wishes.warnings(included=False)
    assert wishes.warnings(included=True)


REFUSED = [
    "provider", "base_url", "url", "endpoint", "host", "proxy", "headers", "options", "extra_body", "api_key",
    "api_key_env", "key", "token", "secret", "instructions", "output", "path", "file", "filename", "name",
    "portfolio", "cache_dir", "timeout", "concurrency", "budget", "generate", "generate_in", "frozen", "on_missing",
    "on_error", "n", "count", "quality", "enabled",
]  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_no_page_spends_more_or_goes_elsewhere(name: str) -> None:
    """Endpoints, keys, file names and limits are refused by name, and their value is not shown."""
    wishes = read_wishes({"illustrate": True, "illustrate_with": {name: "hunter2"}})
    assert wishes.figures == (Wish(),)
    assert len(wishes.problems) == 1
    assert f"'illustrate_with.{name}' can't be set by a page" in wishes.problems[0]
    assert "hunter2" not in wishes.problems[0]


LONGEST = {"prompt": 32_000, "note": 2_000, "alt": 500, "caption": 1_000, "style": 500, "model": 200, "after": 200}


@pytest.mark.parametrize(("name", "longest"), LONGEST.items())
def test_how_long_a_wish_may_be(name: str, longest: int) -> None:
    """A text of the greatest length is taken, one of a letter more is not, and the page says how long it may be."""
    taken = read_wishes({"illustrate": True, "illustrate_with": {name: "x" * longest}})
    assert taken.figures == (Wish(**{name: "x" * longest}),)  # type: ignore[arg-type]
    assert not taken.problems
    refused = read_wishes({"illustrate": True, "illustrate_with": {name: "x" * (longest + 1)}})
    assert refused.figures == (Wish(),)
    assert refused.problems == (f"'illustrate_with.{name}' is longer than {longest} characters",)


MANY = [
    ("seed", 2**32 - 1, 2**32),
    ("motifs", ["x"] * 20, ["x"] * 21),
    ("motifs", ["x" * 200], ["x" * 201]),
]


@pytest.mark.parametrize(("name", "most", "more"), MANY, ids=["a seed", "motifs", "a motif"])
def test_how_much_a_wish_may_be(name: str, most: object, more: object) -> None:
    """The greatest number is taken, and not one more."""
    assert not read_wishes({"illustrate": True, "illustrate_with": {name: most}}).problems
    assert read_wishes({"illustrate": True, "illustrate_with": {name: more}}).problems


def test_an_empty_mapping_under_the_flag_is_the_flag_alone() -> None:
    """Where the flag holds no wishes, those beside it are no mistake."""
    wishes = read_wishes({"illustrate": {}, "illustrate_with": {"seed": 1}})
    assert wishes.figures == (Wish(seed=1),)
    assert not wishes.problems


def test_twenty_figures() -> None:
    """A page has up to twenty figures; of more, the first twenty are made and the page says so."""
    twenty = read_wishes({"illustrate_with": [{"seed": n} for n in range(20)]})
    assert (len(twenty.figures), twenty.problems) == (20, ())
    more = read_wishes({"illustrate_with": [{"seed": n} for n in range(21)]})
    assert more.figures == twenty.figures
    assert more.problems == ("'illustrate_with' lists more than 20 figures; the rest is left out",)


PROBLEMS = [
    ({"illustrate": "yes"}, "'illustrate' is 'yes', but must be true or false"),
    ({"illustrate_with": ["x"]}, "'illustrate_with' is 'x', but must be a mapping of wishes"),
]


@pytest.mark.parametrize(("found", "problem"), PROBLEMS, ids=["a flag", "wishes"])
def test_a_problem_says_what_is_allowed(found: dict[str, object], problem: str) -> None:
    """What can't be meant is told with what would be."""
    assert read_wishes(found).problems == (problem,)


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
