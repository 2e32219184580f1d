"""Outcomes -> what is said about them: one line a problem, and one line for the whole run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from ..records import Outcome, State
from .library import page_at

_SHOWN = 3  # pages named in one line; the rest is counted
_WAITING = {State.MISSING, State.BRIEFED, State.CHANGED}
_LACKING = {*_WAITING, State.REFUSED, State.FAILED}


@dataclass(slots=True)
class Report:
    """Lines by how loud they are. `errors` stop the build, after the whole site was tried."""

    infos: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


def report(outcomes: Sequence[Outcome], *, frozen: bool, on_missing: str, on_error: str) -> Report:
    """Sort the outcomes of a run into lines."""
    said = Report()
    troubled = [o for o in outcomes if o.trouble]
    said.warnings += [f"{_pages(group)}: {t}" for t, group in _group(troubled, _trouble)]
    said.infos += _moved(outcomes)
    if frozen:
        said.errors += _frozen([o for o in outcomes if o.state in _LACKING])
        return said
    # A refusal of an earlier run is no better than one of this: an error stays an error.
    lost = {State.FAILED, State.REFUSED} if on_error == "error" else {State.FAILED}
    failed = [o for o in outcomes if o.state in lost]
    told = [f"{_pages(group)}: {reason}" for reason, group in _by_reason(failed)]
    (said.errors if on_error == "error" else said.warnings).extend(told)
    if on_missing == "error":
        untold = [o for o in outcomes if _bare(o) and (on_error != "error" or o.state not in lost)]
        said.errors += [f"{_pages(group)}: no picture ({why})" for why, group in _by_reason(untold)]
        outcomes = [o for o in outcomes if not _bare(o)]
    quiet = [o for o in outcomes if not o.trouble]
    said.infos += [
        f"{_waiting(f'not asked again, it was refused before: {reason}', group)}"
        for reason, group in _by_reason(o for o in quiet if o.state in {State.REFUSED} - lost)
    ]
    waiting = (o for o in quiet if o.state in _WAITING)
    said.infos += [_waiting(reason, group) for reason, group in _by_reason(waiting)]
    return said


def _moved(outcomes: Sequence[Outcome]) -> list[str]:
    """Pages that have moved, in one line; another one for those whose pictures nobody could bring after them."""
    moved, left = [o for o in outcomes if o.moved_from], [o for o in outcomes if o.lies_at and o.assets]
    came = f"{_pages(moved)}: moved here from {pages_named(page_at(o.moved_from) for o in moved)}, with the picture"
    lies = f"{_pages(left)}: the picture still lies where the page was, {pages_named(page_at(o.lies_at) for o in left)}"
    return [line for line, found in ((came, moved), (f"{lies}; a build on your machine moves it", left)) if found]


def _bare(outcome: Outcome) -> bool:
    """Whether a figure has nothing to show at all."""
    return outcome.state in _LACKING and not outcome.assets


def _trouble(outcome: Outcome) -> str:
    return outcome.trouble


def unpriced(models: Iterable[str]) -> list[str]:
    """What the budget in dollars could not count."""
    names = ", ".join(sorted(models))
    return [f"no price is known for {names}: counted in budget.pictures only"] if names else []


def summary(outcomes: Iterable[Outcome], spent: float) -> str:
    """The line that a build ends with."""
    outcomes = list(outcomes)
    counts = Counter(o.state for o in outcomes)
    old = sum(_shows_old(o) for o in outcomes if o.state is not State.CHANGED)
    words = {
        "made": counts[State.MADE],
        "kept": counts[State.KEPT] + counts[State.PINNED],
        "from the cache": counts[State.CACHED],
        "drawn": counts[State.OFFLINE],
        "out of date": counts[State.CHANGED] + old,
        "missing": sum(counts[state] for state in _LACKING) - counts[State.CHANGED] - old,
    }
    parts = [f"{count} {word}" for word, count in words.items() if count]
    return f"Illustrations: {', '.join(parts) or 'none'}; spent ${spent:.2f}"


def _frozen(missing: Sequence[Outcome]) -> list[str]:
    return [f"{_pages(group)}: {lack}" for lack, group in _group(missing, _lack)]


def _lack(outcome: Outcome) -> str:
    """What keeps a frozen build from passing."""
    if _shows_old(outcome):
        return "changed since its picture was made"
    if outcome.state is State.BRIEFED:
        return "no picture (its brief waits for one: run 'mkdocs-illustrate generate', and commit what comes)"
    return f"no picture ({outcome.reason})" if outcome.state is State.FAILED else "no picture"


def _shows_old(outcome: Outcome) -> bool:
    """Whether an earlier text's picture is shown: the new one is not there, or not to be had."""
    kept = outcome.state in _LACKING and bool(outcome.assets) and not outcome.placeholder
    return outcome.state is State.CHANGED or kept


def _waiting(reason: str, group: Sequence[Outcome]) -> str:
    old = sum(_shows_old(o) for o in group)
    new = len(group) - old
    parts = [f"{new} without a picture"] if new else []
    parts += [f"{old} changed and kept the old picture"] if old else []
    return f"{_pages(group)}: {', '.join(parts)} ({reason})"


def _by_reason(outcomes: Iterable[Outcome]) -> list[tuple[str, list[Outcome]]]:
    return _group(outcomes, lambda o: o.reason)


def _group(outcomes: Iterable[Outcome], name: Callable[[Outcome], str]) -> list[tuple[str, list[Outcome]]]:
    groups: dict[str, list[Outcome]] = {}
    for outcome in outcomes:
        groups.setdefault(name(outcome), []).append(outcome)
    return list(groups.items())


def _pages(outcomes: Sequence[Outcome]) -> str:
    """The pages of some outcomes."""
    return pages_named(o.page for o in outcomes)


def pages_named(found: Iterable[str]) -> str:
    """Some pages, the first few by name."""
    pages = list(dict.fromkeys(found))
    more = len(pages) - _SHOWN
    if more <= 1:
        return ", ".join(pages)
    return f"{', '.join(pages[:_SHOWN])} and {more} more pages"
