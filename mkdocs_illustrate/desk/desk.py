"""What lies on the desk: the figures of a site as they are on the disk by now, and what was decided about them."""

from __future__ import annotations

import asyncio
import contextlib
import functools
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import Self, TypeVar

from ..errors import IllustrateError, StoreError
from ..page.surroundings import Surroundings, surroundings
from ..records import Picture, Recipe, State
from ..site.opened_site import OpenedSite
from ..studio.plans import FigurePlan
from .decisions import ChangedMeanwhile, Decision, decision, recipe_hash
from .journal import Entry, Journal
from .look_alikes import look_alikes
from .reasons import Reason, reasons
from .thumbnails import Source, Thumbnails

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """A figure as it is to be shown."""

    plan: FigurePlan
    reasons: tuple[Reason, ...]
    alike: str | None
    """Another figure whose picture can't be told from this one at a glance."""
    around: Surroundings
    seen: str
    """The hash of its recipe: a decision is about what was seen."""
    drawn: Picture | None
    """A drawing's own words; its bytes are not meant."""


@dataclass(frozen=True, slots=True)
class Said:
    """What came of a decision."""

    text: str
    figure: str
    """The one that it was about."""
    stays: bool = False
    conflict: bool = False


class Desk:
    """One site under somebody's eyes. What it reads and writes, it does on one thread, in its order."""

    def __init__(self, site: OpenedSite) -> None:
        cache = site.base / site.settings.cache_dir
        self.site = site
        self.by = "somebody"
        self.journal = Journal(cache)
        self._hand = ThreadPoolExecutor(1, "illustrate-desk")
        self._hands = ThreadPoolExecutor(2, "illustrate-thumbnails")
        self.thumbnails = Thumbnails(cache / "thumbnails", self._hands)
        self.plans: dict[str, FigurePlan] = {plan.name: plan for plan in site.plans}
        self._told: Said | None = None
        self._alikes: tuple[int, dict[str, str]] = (0, {})

    async def at_hand(self, task: Callable[[], T]) -> T:
        """Do something after all that was asked before."""
        return await asyncio.get_running_loop().run_in_executor(self._hand, task)

    def read(self) -> None:
        """Look at the whole site again."""
        self.site.read()
        self.plans = {plan.name: plan for plan in self.site.plans}

    def look(self, name: str) -> Look:
        """One figure as it lies on the disk by now; KeyError if there is none."""
        page = self.plans[name].page
        source = self._again(page)
        plan = self.plans[name]
        around = surroundings(source, plan.wish.after)
        return Look(
            plan=plan,
            reasons=self.reasons(plan),
            alike=self.alikes().get(name),
            around=around,
            seen=recipe_hash(plan.recipe),
            drawn=self._drawn(plan),
        )

    def _again(self, page: str) -> str:
        found = self.site.again(page)
        if found is None:
            raise KeyError(page)
        source, figures = found
        self.plans |= {plan.name: plan for plan in figures}
        return source.text

    def _drawn(self, plan: FigurePlan) -> Picture | None:
        if plan.state is not State.OFFLINE:
            return None
        drawn = self.site.studio.picture_before(plan.key)
        return replace(drawn, data=b"") if drawn else None

    def reasons(self, plan: FigurePlan) -> tuple[Reason, ...]:
        """Why somebody has to look at a figure."""
        return reasons(plan, self.site.settings, alike=plan.name in self.alikes())

    def alikes(self) -> Mapping[str, str]:
        """Figures whose pictures look the same, as far as pictures were seen."""
        prints = self.thumbnails.prints
        if self._alikes[0] != len(prints):
            marks = {name: mark(plan) for name, plan in self.plans.items()}
            self._alikes = len(prints), look_alikes({n: prints[m] for n, m in marks.items() if m in prints})
        return self._alikes[1]

    def decide(self, name: str, what: str, seen: str, values: Mapping[str, str]) -> Said:
        """Write a decision into the recipe, unless somebody else wrote into it meanwhile. KeyError: no such thing."""
        self._again(self.plans[name].page)
        plan = self.plans[name]
        made = decision(what, plan, self.by, values)
        if made is None:
            raise KeyError(what)
        if plan.state is State.CACHED:
            self.site.run(self.site.studio.carry_out(plan))
        return self._written(plan, made, seen)

    def _written(self, plan: FigurePlan, made: Decision, seen: str) -> Said:
        try:
            self.site.studio.change(plan, lambda recipe: self._noted(plan, made, seen, recipe))
        except ChangedMeanwhile:
            text = "was changed meanwhile, on the disk or at another desk. Nothing was written; this is how it is now."
            return Said(f"{title(plan)} {text}", plan.name, stays=True, conflict=True)
        except (StoreError, OSError) as error:
            return Said(f"Nothing was written: {error}", plan.name, stays=True, conflict=True)
        self._again(plan.page)
        return Said(f"{made.said}: {title(plan)}", plan.name, stays=made.stays)

    def _noted(self, plan: FigurePlan, made: Decision, seen: str, recipe: Recipe) -> Recipe:
        """The recipe that is to be written; before it is, the journal has it as it was."""
        if recipe_hash(recipe) != seen:
            raise ChangedMeanwhile
        changed = made.change(recipe)
        if changed != recipe:
            what = f"{made.said}: {title(plan)}"
            self.journal.note(Entry(figure=plan.name, what=what, before=recipe, after=recipe_hash(changed)))
        return changed

    def undo(self) -> Said | None:
        """Take back the last decision that still holds; None if there is none."""
        entry = self.journal.last()
        if entry is None:
            return None
        self.journal.took_back(entry)
        plan = self.plans.get(entry.figure)
        if plan is None:
            return Said(f"{entry.figure} is no figure of this site any more", "", conflict=True)
        try:
            self.site.studio.change(plan, lambda recipe: _as_before(recipe, entry))
        except ChangedMeanwhile:
            text = f"Not taken back, as its recipe was changed since: {entry.what}"
            return Said(text, plan.name, stays=True, conflict=True)
        self._again(plan.page)
        return Said(f"Taken back. {entry.what}", plan.name, stays=True)

    def tell(self, said: Said) -> None:
        """What the next page is to say: a browser without scripts loads it anew."""
        self._told = said

    def told(self) -> Said | None:
        """The same, once."""
        told, self._told = self._told, None
        return told

    async def thumbnail(self, name: str, width: int) -> bytes | None:
        """The small picture of a figure; KeyError if there is no such figure."""
        return await self.thumbnails.of(*self._sight(self.plans[name]), width)

    async def warm(self) -> None:
        """Make the small pictures of all figures, what is to be decided first; whoever looks is served before."""
        for plan in sorted(self.plans.values(), key=lambda plan: not self.reasons(plan)):
            with contextlib.suppress(IllustrateError, OSError):  # it is said where it is shown
                await self.thumbnails.look(*self._sight(plan))

    def _sight(self, plan: FigurePlan) -> tuple[str, float | None, Source]:
        """What a figure shows, how it is cropped, and where to get it."""
        ratio = None if plan.recipe and plan.recipe.origin == "imported" else plan.wanted.ratio
        return mark(plan), ratio, functools.partial(self.site.studio.picture, plan)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self._hand.shutdown(cancel_futures=True)
        self._hands.shutdown(cancel_futures=True)


def _as_before(recipe: Recipe, entry: Entry) -> Recipe:
    if recipe_hash(recipe) != entry.after:
        raise ChangedMeanwhile
    return entry.before


def mark(plan: FigurePlan) -> str:
    """What a figure shows, as far as a small picture is concerned: another picture has another mark."""
    recipe = plan.recipe
    if plan.state in {State.OFFLINE, State.CACHED} or recipe is None or not plan.has_old:
        return f"key {plan.wanted.key}"
    return f"file {recipe.sha256 or recipe.key}"


def title(plan: FigurePlan) -> str:
    """A figure in words."""
    more = f", figure {plan.number}" if plan.number > 1 else ""
    return f"{plan.article.title}{more}"
