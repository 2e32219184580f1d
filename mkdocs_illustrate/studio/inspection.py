"""What is to be said against a figure as it stands, each with its cure: for `check`, and for whoever decides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from ..errors import StoreError
from ..page.substance import same_title
from ..records import Picture, Recipe, State
from ..settings import BudgetSettings
from .alt_texts import alt_fault
from .keys import edited_prompt
from .library import Library, is_drawing
from .plans import FigurePlan

_GOOD = {State.KEPT, State.PINNED, State.CACHED, State.OFFLINE, State.MADE}
Code = Literal["budget", "refused", "changed", "missing", "damaged", "unapproved", "alt", "too_small", "model_failed"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not as it should be: a word for programs, a line for people."""

    code: Code
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Standards:
    """What is asked of a picture besides that it is there."""

    approved: bool = False
    alt: bool = False
    min_width: int = 0
    tracked: frozenset[Path] | None = None
    """The files that git knows, if what it does not know counts as missing."""


@dataclass(frozen=True, slots=True)
class Inspection:
    """Looks at figures in the light of some standards; reads, and changes nothing."""

    library: Library
    standards: Standards

    def findings(self, plan: FigurePlan) -> Iterator[Finding]:
        """All that is to be said against a figure."""
        if plan.trouble:
            yield Finding("damaged", plan.trouble)
            return
        if plan.state not in _GOOD:
            yield _not_there(plan)
        picture = None
        if plan.recipe is not None and plan.shows_old:
            try:
                picture = self.library.kept_picture(*plan.kept_as, plan.recipe)
            except StoreError as error:
                yield Finding("damaged", str(error))
                return
        yield from self._untracked(plan)
        yield from self._held_against(plan, picture)

    def _untracked(self, plan: FigurePlan) -> Iterator[Finding]:
        """What is there on this machine, and nowhere else."""
        tracked = self.standards.tracked
        if tracked is None or not self.library.keeps:
            return
        if plan.state is State.CACHED:
            yield Finding("missing", "its picture is in the cache of this machine only; build once, and commit it")
        elif plan.recipe is not None and plan.shows_old:
            files = self.library.files(*plan.kept_as, plan.recipe)
            unknown = [self.library.shown(path) for path in files if path not in tracked]
            if unknown:
                yield Finding("missing", f"git does not know its picture; run `git add {' '.join(unknown)}`")

    def _held_against(self, plan: FigurePlan, picture: Picture | None) -> Iterator[Finding]:
        """A figure beside the standards; what is not there is held against none."""
        shown = picture is not None or plan.state in _GOOD
        asked = self.standards
        if asked.approved and shown:
            yield from _unapproved(plan, picture)
        fault = alt_fault(plan) if asked.alt and shown else ""
        if fault:
            yield Finding("alt", f"{fault}; {self._mend(plan)}")
        width = _width(plan, picture) if picture is not None else asked.min_width
        if width < asked.min_width:
            yield Finding("too_small", f"it is {width} pixels wide and not {asked.min_width}; ask for a larger `size`")

    def _mend(self, plan: FigurePlan) -> str:
        """Where the words of a figure are mended."""
        if plan.wish.alt is not None:
            return "mend `alt` in its front matter"
        path = self.library.recipe_path(*plan.kept_as)
        return f"mend `alt` in {self.library.shown(path) if path else 'its recipe'}"


def over_budget(plans: Sequence[FigurePlan], budget: BudgetSettings) -> Iterator[Finding]:
    """What would be bought, if that is more than one run may buy."""
    bought = {plan.wanted.key: plan.wanted.price or 0.0 for plan in plans if plan.wants_money}
    usd = sum(bought.values())
    if budget.pictures is not None and len(bought) > budget.pictures:
        yield Finding(
            "budget", f"{len(bought)} pictures are to be bought, and `budget.pictures` is {budget.pictures}; {_LESS}"
        )
    if budget.usd is not None and usd > budget.usd:
        yield Finding("budget", f"about ${usd:.2f} are to be spent, and `budget.usd` is {budget.usd:g}; {_LESS}")


_LESS = "raise it, or generate some pages by name"


def _not_there(plan: FigurePlan) -> Finding:
    """A picture that a frozen build would miss."""
    make = f"run `mkdocs-illustrate generate {plan.name}`"
    if plan.state is State.CHANGED:
        return Finding("changed", f"changed: {what_changed(plan)}; {make}, or pin it")
    if plan.state is State.REFUSED:
        again = f"mend its `prompt`, or run `mkdocs-illustrate generate --force {plan.name}`"
        return Finding("refused", f"refused: {plan.reason}; {again}")
    if plan.state is State.BRIEFED:
        made = f"mkdocs-illustrate generate {plan.name}"
        return Finding("missing", f"its brief waits for a picture: {made}, and commit what comes")
    if plan.state is State.FAILED:
        return Finding("model_failed", f"failed: {plan.reason}; {make}")
    if plan.recipe is not None and plan.recipe.file:
        return Finding(
            "missing", f"missing: its recipe names {plan.recipe.file}, which is not there; restore it, or {make}"
        )
    return Finding("missing", f"{plan.state.value}: it has no picture yet; {make}")


def what_changed(plan: FigurePlan) -> str:
    """Why a kept picture is not the one that would be made today."""
    recipe, wanted = plan.recipe or Recipe(), plan.wanted
    if edited_prompt(recipe) is not None:
        return "its prompt was edited"
    if recipe.setup != wanted.setup:
        model = f"{plan.image.vendor} {plan.image.model}"
        held = (
            ("style", recipe.style, wanted.style),
            ("model", f"{recipe.provider} {recipe.model}", model),
            ("size", recipe.size, wanted.asked),
        )
        others = [name for name, was, now in held if was != now]
        return f"its {' and '.join(others) or 'instructions, wishes or options'} changed"
    if not same_title(recipe.title, plan.article.title):
        return "its title says something else"
    return f"{plan.drift:.0%} of its words are new or gone" if plan.drift else "its words are others"


def _unapproved(plan: FigurePlan, picture: Picture | None) -> Iterator[Finding]:
    sign = f"look at it, then run `mkdocs-illustrate approve {plan.name}`"
    is_shown = plan.shows_old or is_drawing(plan.recipe)  # else a drawing stands in for the picture of the recipe
    if not (plan.is_approved and is_shown):
        yield Finding("unapproved", f"nobody approved this picture; {sign}")
    elif picture is not None and plan.recipe is not None and picture.sha256 != plan.recipe.sha256:
        yield Finding("unapproved", f"{plan.recipe.file} is another picture than the one that was approved; {sign}")


def _width(plan: FigurePlan, picture: Picture) -> int:
    """How wide a picture is shown at most; a drawing is as wide as one likes."""
    if picture.media_type == "image/svg+xml" or (plan.recipe is not None and plan.recipe.file.endswith(".svg")):
        return 2**31
    ratio = None if plan.recipe is None or plan.recipe.origin == "imported" else plan.wanted.ratio
    return picture.width if ratio is None else min(picture.width, round(picture.height * ratio))
