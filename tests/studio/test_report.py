"""The report: outcomes of a run -> what is said about them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from mkdocs_illustrate.records import Asset, Outcome, State
from mkdocs_illustrate.studio.report import Report, report, summary, unpriced

FILES = (Asset(path=Path("x.webp"), name="x.webp", format="webp", width=64, height=48),)
SHOWN: dict[str, Any] = {"assets": FILES}
STAND_IN: dict[str, Any] = {"assets": FILES, "placeholder": True}


def outcome(state: State, page: str = "a.md", **more: Any) -> Outcome:
    """One figure's."""
    return Outcome(page=page, key="k", state=state, **more)


def said(
    *outcomes: Outcome, frozen: bool = False, on_missing: str = "placeholder", on_error: str = "warn"
) -> dict[str, list[str]]:
    """The lines, without the kinds of which there are none."""
    lines = report(outcomes, frozen=frozen, on_missing=on_missing, on_error=on_error)
    found = {"infos": lines.infos, "warnings": lines.warnings, "errors": lines.errors}
    return {kind: texts for kind, texts in found.items() if texts}


@pytest.mark.parametrize("state", [State.KEPT, State.PINNED, State.CACHED, State.OFFLINE, State.MADE])
def test_nothing_to_say(state: State) -> None:
    """Of a figure that is as it should be, nothing is said, however strict the settings are."""
    assert said(outcome(state, **SHOWN)) == said(outcome(state), on_missing="error") == {}
    assert said(outcome(state, **SHOWN), frozen=True, on_missing="error", on_error="error") == {}


def test_what_waits() -> None:
    """Missing and changed figures are told by reason, with how many have no picture and how many an old one."""
    lines = said(
        outcome(State.MISSING, "a.md", reason="ci", **STAND_IN),
        outcome(State.CHANGED, "b.md", reason="ci", **SHOWN),
        outcome(State.MISSING, "c.md", reason="no key"),
        outcome(State.MISSING, "a.md", reason="ci", **STAND_IN),
    )
    assert lines == {
        "infos": [
            "a.md, b.md: 2 without a picture, 1 changed and kept the old picture (ci)",
            "c.md: 1 without a picture (no key)",
        ]
    }


def test_only_old_pictures() -> None:
    """Where every page shows its old picture, none is said to be without one."""
    assert said(outcome(State.CHANGED, reason="ci", **SHOWN)) == {
        "infos": ["a.md: 1 changed and kept the old picture (ci)"]
    }


def test_what_failed() -> None:
    """A failure is a warning, or an error where the settings want one; one line for each reason."""
    failed = [outcome(State.FAILED, page, reason="openai: 500") for page in ("a.md", "b.md")]
    other = outcome(State.FAILED, "c.md", reason="openai: 401", **STAND_IN)
    lines = ["a.md, b.md: openai: 500", "c.md: openai: 401"]
    assert said(*failed, other) == {"warnings": lines}
    assert said(*failed, other, on_error="error") == {"errors": lines}


def test_what_was_refused_before() -> None:
    """A refusal of an earlier run is told quietly, and is an error where this run's would be one."""
    refused = outcome(State.REFUSED, reason="no nudity", **STAND_IN)
    assert said(refused) == {"infos": ["a.md: 1 without a picture (not asked again, it was refused before: no nudity)"]}
    assert said(refused, on_error="error") == {"errors": ["a.md: no nudity"]}


def test_an_old_picture_after_a_refusal() -> None:
    """Where the old picture is shown instead, that is what is said."""
    assert said(outcome(State.REFUSED, reason="no nudity", **SHOWN)) == {
        "infos": ["a.md: 1 changed and kept the old picture (not asked again, it was refused before: no nudity)"]
    }


@pytest.mark.parametrize("state", [State.MISSING, State.CHANGED, State.REFUSED, State.FAILED])
def test_missing_is_an_error(state: State) -> None:
    """Where a missing picture is an error, each figure without files is one, and is told once."""
    lines = said(outcome(state, reason="why"), on_missing="error")
    assert lines.pop("errors") == ["a.md: no picture (why)"]
    assert lines == ({"warnings": ["a.md: why"]} if state is State.FAILED else {})


@pytest.mark.parametrize("state", [State.MISSING, State.CHANGED, State.REFUSED])
def test_an_old_picture_is_not_missing(state: State) -> None:
    """A figure that shows its old picture is no error."""
    assert list(said(outcome(state, reason="why", **SHOWN), on_missing="error")) == ["infos"]


def test_no_error_is_told_twice() -> None:
    """A failure that is an error already is not told again as a missing picture; what only waits still is."""
    outcomes = [
        outcome(State.FAILED, "a.md", reason="openai: 500"),
        outcome(State.REFUSED, "b.md", reason="no nudity"),
        outcome(State.MISSING, "c.md", reason="ci"),
    ]
    assert said(*outcomes, on_missing="error", on_error="error") == {
        "errors": ["a.md: openai: 500", "b.md: no nudity", "c.md: no picture (ci)"]
    }


def test_frozen() -> None:
    """A frozen build passes only with every picture there; each kind of lack is one error."""
    outcomes = [
        outcome(State.MISSING, "a.md", reason="frozen"),
        outcome(State.CHANGED, "b.md", reason="frozen", **SHOWN),
        outcome(State.REFUSED, "c.md", reason="no nudity"),
        outcome(State.REFUSED, "d.md", reason="no nudity", **SHOWN),
        outcome(State.FAILED, "e.md", reason="can't be read"),
        outcome(State.FAILED, "f.md", reason="can't be read", **SHOWN),
        outcome(State.KEPT, "g.md", **SHOWN),
        outcome(State.CHANGED, "h.md", reason="frozen"),
    ]
    assert said(*outcomes, frozen=True, on_missing="error", on_error="error") == {
        "errors": [
            "a.md, c.md: no picture",
            "b.md, d.md, f.md, h.md: changed since its picture was made",
            "e.md: no picture (can't be read)",
        ]
    }


def test_trouble_in_the_portfolio() -> None:
    """What is wrong in the portfolio is a warning whatever is shown, and is not told a second time as a lack."""
    trouble = "illustrations/a.yml is no recipe"
    for state in (State.MISSING, State.REFUSED, State.CACHED):
        assert said(outcome(state, reason=trouble, trouble=trouble)) == {"warnings": [f"a.md: {trouble}"]}
    pages = [outcome(State.CACHED, page, trouble="the disk is full", **SHOWN) for page in ("a.md", "b.md")]
    assert said(*pages) == {"warnings": ["a.md, b.md: the disk is full"]}


def test_trouble_stops_a_frozen_build() -> None:
    """A frozen build names the trouble and fails for the lack."""
    lines = said(outcome(State.MISSING, reason="x", trouble="x"), frozen=True)
    assert lines == {"warnings": ["a.md: x"], "errors": ["a.md: no picture"]}


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (1, "p0.md"),
        (3, "p0.md, p1.md, p2.md"),
        (4, "p0.md, p1.md, p2.md, p3.md"),
        (5, "p0.md, p1.md, p2.md and 2 more pages"),
        (9, "p0.md, p1.md, p2.md and 6 more pages"),
    ],
)
def test_many_pages(count: int, words: str) -> None:
    """The first three pages are named and the rest is counted, but nobody is `1 more`."""
    pages = [outcome(State.FAILED, f"p{n}.md", reason="why") for n in range(count)]
    assert said(*pages, *pages) == {"warnings": [f"{words}: why"]}


def test_nothing_at_all() -> None:
    """No outcomes, no lines; and a report begins empty."""
    assert said() == {}
    assert (Report().infos, Report().warnings, Report().errors) == ([], [], [])


def test_models_without_a_price() -> None:
    """What the dollars could not count is named, by name and in order."""
    assert unpriced([]) == []
    assert unpriced({"b", "a"}) == ["no price is known for a, b: counted in budget.pictures only"]


def test_the_last_line() -> None:
    """Each figure is counted once, under what became of it; what is none is left out."""
    outcomes = [
        *(outcome(State.MADE, **SHOWN) for _ in range(2)),
        outcome(State.KEPT, **SHOWN),
        *(outcome(State.PINNED, **SHOWN) for _ in range(2)),
        *(outcome(State.CACHED, **SHOWN) for _ in range(4)),
        *(outcome(State.OFFLINE, **SHOWN) for _ in range(5)),
        *(outcome(State.CHANGED, **SHOWN) for _ in range(3)),
        *(outcome(State.REFUSED, **SHOWN) for _ in range(2)),
        *(outcome(State.FAILED, **SHOWN) for _ in range(3)),
        *(outcome(State.MISSING, **STAND_IN) for _ in range(4)),
        *(outcome(State.REFUSED) for _ in range(2)),
        outcome(State.FAILED),
    ]
    assert summary(outcomes, 1.5) == (
        "Illustrations: 2 made, 3 kept, 4 from the cache, 5 drawn, 8 out of date, 7 missing; spent $1.50"
    )
    assert summary(iter([outcome(State.MADE)]), 0.0) == "Illustrations: 1 made; spent $0.00"
    assert summary([], 0.005) == "Illustrations: none; spent $0.01"
