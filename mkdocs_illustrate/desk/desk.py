"""What lies on the desk: the figures of a site as they are on the disk by now, and what was decided about them."""

from __future__ import annotations

import asyncio
import contextlib
import functools
import getpass
import re
from collections.abc import Callable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import Self, TypeVar

from ..errors import IllustrateError
from ..page.surroundings import Surroundings, surroundings
from ..records import Picture, State
from ..site.opened_site import OpenedSite
from ..site.signer import own_name
from ..studio.candidate_list import Candidate
from ..studio.library import is_drawing
from ..studio.plans import FigurePlan
from .decisions import recipe_hash
from .journal import Journal
from .look_alikes import LookAlikes
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
    candidates: tuple[Candidate, ...]


class Desk:
    """One site under somebody's eyes. What it reads and writes, it does on one thread, in its order."""

    def __init__(self, site: OpenedSite) -> None:
        cache = site.base / site.settings.cache_dir
        self.site = site
        self.by = own_name(site.base) or getpass.getuser()
        self.journal = Journal(cache)
        self._hand = ThreadPoolExecutor(1, "illustrate-desk")
        self._hands = ThreadPoolExecutor(2, "illustrate-thumbnails")
        self.thumbnails = Thumbnails(cache / "thumbnails", self._hands)
        self.plans: dict[str, FigurePlan] = {plan.name: plan for plan in site.plans}
        self._alikes, self._compared = LookAlikes(), 0
        self._reasons: dict[tuple[str, bool], tuple[FigurePlan, tuple[Reason, ...]]] = {}

    async def at_hand(self, task: Callable[[], T]) -> T:
        """Do something after all that was asked before."""
        return await asyncio.get_running_loop().run_in_executor(self._hand, task)

    def begin(self) -> Future[None]:
        """Look at the whole site before anything else; who asks meanwhile waits in the row."""
        return self._hand.submit(self.read)

    def read(self) -> None:
        """Look at the whole site again."""
        self.site.read()
        self.plans = {plan.name: plan for plan in self.site.plans}

    def again(self, name: str) -> FigurePlan:
        """A figure as it lies on the disk by now; KeyError if there is none."""
        self._source(self.plans[name].page)
        return self.plans[name]

    def look(self, name: str) -> Look:
        """The same with all that is shown beside it."""
        source = self._source(self.plans[name].page)
        plan = self.plans[name]
        return Look(
            plan=plan,
            reasons=self.reasons(plan),
            alike=self.alikes().get(name),
            around=surroundings(source, plan.wish.after),
            seen=self.seen(plan),
            drawn=self._drawn(plan),
            candidates=self.site.studio.candidates(plan),
        )

    def seen(self, plan: FigurePlan) -> str:
        """The hash of a figure's recipe on the disk."""
        return recipe_hash(self.site.studio.choosing.recipe(plan))

    def _source(self, page: str) -> str:
        """The Markdown of a page; its plans are made anew."""
        found = self.site.again(page)
        if found is None:
            raise KeyError(page)
        source, figures = found
        self.plans |= {plan.name: plan for plan in figures}
        return source.text

    def _drawn(self, plan: FigurePlan) -> Picture | None:
        if plan.state is not State.OFFLINE:
            return None
        drawn = self.site.studio.choosing.earlier(plan.key)
        return replace(drawn, data=b"") if drawn else None

    def reasons(self, plan: FigurePlan) -> tuple[Reason, ...]:
        """Why somebody has to look at a figure; of hundreds, few change from one decision to the next."""
        alike = plan.name in self.alikes()
        known = self._reasons.get((plan.name, alike))
        if known is None or known[0] is not plan:
            known = self._reasons[plan.name, alike] = plan, reasons(plan, self.site.settings, alike=alike)
        return known[1]

    def alikes(self) -> Mapping[str, str]:
        """Figures whose pictures look the same, as far as pictures were seen."""
        prints = self.thumbnails.prints
        if self._compared != len(prints):
            self._compared = len(prints)
            marks = {name: mark(plan) for name, plan in self.plans.items()}
            self._alikes.see({name: prints[m] for name, m in marks.items() if m in prints})
        return self._alikes.found

    async def thumbnail(self, name: str, width: int) -> bytes | None:
        """The small picture of a figure; KeyError if there is no such figure."""
        return await self.thumbnails.of(*self._sight(self.plans[name]), width)

    async def candidate(self, name: str, number: int, width: int) -> bytes | None:
        """The small picture of a candidate; KeyError if there is none."""
        plan = self.plans[name]
        for candidate in await self.at_hand(lambda: self.site.studio.candidates(plan)):
            if candidate.number == number:
                source = functools.partial(self.site.studio.choosing.look, plan, number)
                return await self.thumbnails.of(f"candidate {candidate.key}", plan.wanted.ratio, source, width)
        raise KeyError(number)

    async def before(self, name: str, width: int) -> bytes | None:
        """The small picture of what was approved here before."""
        plan = self.plans[name]
        return await self.thumbnails.of(
            f"before {old_key(plan)}", plan.wanted.ratio, functools.partial(self._before, plan), width
        )

    async def _before(self, plan: FigurePlan) -> Picture | None:
        key = old_key(plan)
        return await asyncio.to_thread(self.site.studio.choosing.earlier, key) if key else None

    async def warm(self) -> None:
        """Make the small pictures of all figures, what is to be decided first; whoever looks is served before."""
        plans = await self.at_hand(lambda: sorted(self.plans.values(), key=lambda plan: not self.reasons(plan)))
        for plan in plans:
            with contextlib.suppress(IllustrateError, OSError):  # it is said where it is shown
                await self.thumbnails.look(*self._sight(plan))

    def _sight(self, plan: FigurePlan) -> tuple[str, float | None, Source]:
        """What a figure shows, how it is cropped, and where to get it."""
        ratio = None if plan.recipe and plan.recipe.origin == "imported" else plan.wanted.ratio
        return mark(plan), ratio, functools.partial(self.site.studio.choosing.shown, plan)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self._hand.shutdown(cancel_futures=True)
        self._hands.shutdown(cancel_futures=True)


def mark(plan: FigurePlan) -> str:
    """What a figure shows, as far as a small picture is concerned: another picture has another mark."""
    recipe = plan.recipe
    if recipe is not None and is_drawing(recipe):
        return f"drawing {recipe.key} {plan.wanted.asked}"
    if plan.state in {State.OFFLINE, State.CACHED} or recipe is None or not plan.has_old:
        return f"key {plan.wanted.key}"
    return f"file {recipe.sha256 or recipe.key}"


def title(plan: FigurePlan) -> str:
    """A figure in words."""
    more = f", figure {plan.number}" if plan.number > 1 else ""
    return f"{plan.article.title}{more}"


def old_key(plan: FigurePlan) -> str:
    """The picture that was approved before the one that is there; empty if none was."""
    recipe = plan.recipe
    key = str(recipe.approved.get("key", "")) if recipe else ""
    return key if recipe and key != recipe.key and re.fullmatch("[0-9a-f]{16,64}", key) else ""
