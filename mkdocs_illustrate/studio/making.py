"""Making candidates: bought as any picture is, and found again when they were. Nothing is written to the portfolio."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Iterable
from dataclasses import dataclass, replace
from typing import TypeVar

from ..errors import BadAnswer, IllustrateError, ModelError
from ..records import State
from .bought import Bought
from .candidate_list import Candidate
from .choosing import Choosing
from .hanging import Hanging
from .keys import another_sample, order_key, picture_order
from .planning import Planning
from .plans import FigurePlan
from .purchases import Purchases
from .workers import Workers

_MOST = 99  # pictures that anybody bought of one order
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What became of a candidate that was asked for."""

    plan: FigurePlan
    candidate: Candidate | None = None
    paid: bool = False
    """Bought in this run, not found."""
    reason: str = ""
    """Why there is none."""
    error: IllustrateError | None = None
    """What was tried, and failed so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Making:
    """Makes the candidates of one site."""

    planning: Planning
    choosing: Choosing
    hanging: Hanging
    purchases: Purchases
    workers: Workers

    def samples(self, plan: FigurePlan, count: int) -> tuple[FigurePlan, ...]:
        """What a figure asks for, several times over; the painter's own need not be made."""
        if plan.image.free:
            return ()
        numbers = range(1, count + 1)
        return tuple(self.planning.further(plan, another_sample(plan.wanted, plan.image, n)) for n in numbers)

    def varied(self, plan: FigurePlan, count: int) -> tuple[FigurePlan, ...]:
        """The prompt of the picture that is there, several times over."""
        recipe = plan.recipe
        if recipe is None or not recipe.prompt or plan.image.free:
            return ()
        key = order_key(picture_order(plan.wanted, recipe.prompt, plan.image))
        wanted = replace(plan.wanted, prompt=recipe.prompt, brief_key=recipe.brief, key=key, made_from=(recipe.key,))
        return self.samples(replace(plan, wanted=wanted), count)

    def variant(self, plan: FigurePlan, *, style: str | None = None, model: str | None = None) -> FigurePlan:
        """The same figure in another style, or by another model of `models:`."""
        wish = replace(plan.wish, style=style or plan.wish.style, model=model or plan.wish.model)
        other = self.planning.figure(plan.article, wish, plan.number)
        recipe, library = other.recipe, self.hanging.library
        if other.has_old and recipe is not None and recipe.key == other.wanted.key:  # it is the picture that is there
            self.workers.noted(lambda: library.keep_as_candidate(other.page, other.number, recipe))
        return self.planning.further(other, other.wanted)

    def anew(self, plan: FigurePlan, note: str) -> FigurePlan:
        """Another picture for a figure, with a hint to the chat model: none that was bought for it before."""
        wish = replace(plan.wish, note=note) if note else plan.wish
        other = self.planning.figure(plan.article, wish, plan.number)
        further = self.planning.further(other, other.wanted)
        number = 0
        while number < _MOST and (further.state is State.CACHED or further.wanted.key == plan.key):
            number += 1
            further = self.planning.further(other, another_sample(other.wanted, other.image, number))
        return further

    async def all(self, plans: Iterable[FigurePlan]) -> tuple[Made, ...]:
        """Several at a time, numbered in their order; one that fails costs no other."""
        wanted = tuple(plans)
        bought = await asyncio.gather(*(self._tried(plan, self._bought(plan)) for plan in wanted))
        done: list[Made] = []
        for plan, found in zip(wanted, bought, strict=True):
            done.append(await self._tried(plan, self._added(plan, found)) if isinstance(found, Bought) else found)
        return tuple(done)

    async def _tried(self, plan: FigurePlan, work: Awaitable[T]) -> T | Made:
        try:
            return await work
        except IllustrateError as error:
            reason = error.named if isinstance(error, ModelError) else str(error)
            return Made(plan=plan, reason=reason, error=error)

    async def _bought(self, plan: FigurePlan) -> Bought | Made:
        """The picture is in the cache."""
        if plan.image.free:
            return Made(plan=plan, candidate=await self.choosing.drawn(plan))
        if plan.buy:
            return await self.purchases.buy(plan)
        if plan.state is State.CACHED:
            brief = await self.workers.note(lambda: self.purchases.words.brief_of_before(plan))
            return Bought(brief=brief, made=False)
        return Made(plan=plan, reason=plan.reason)

    async def _added(self, plan: FigurePlan, bought: Bought) -> Made:
        """It has a number; one that is none after all is not found a second time."""
        try:
            candidate = await self.workers.work(lambda: self.hanging.candidate(plan, bought))
        except BadAnswer:
            await self.workers.note(lambda: self.hanging.library.put_aside(plan.wanted.key))
            raise
        return Made(plan=plan, candidate=candidate, paid=bought.made)
