"""Choosing among the candidates of a figure: looking at them, and letting one of them be the picture."""

from __future__ import annotations

import asyncio
import functools
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from ..errors import BadAnswer, StoreError
from ..models.protocols import ImageModel, NoJournal
from ..pictures.decoding import EXTENSIONS
from ..records import Order, Picture, Recipe, State
from .candidate_list import Candidate, numbered
from .keys import order_key, seed_of
from .library import Kept, Library, is_drawing
from .picked_drawings import OFFERED, draw_now, drawing_order, drawing_recipe, offered
from .planning import Planning
from .plans import FigurePlan
from .recipes import picked_recipe, to_keep
from .workers import Workers


@dataclass(frozen=True, slots=True, kw_only=True)
class Choosing:
    """The candidates of one site."""

    library: Library
    planning: Planning
    workers: Workers
    painter: Callable[[], ImageModel]
    settled: Callable[[FigurePlan], FigurePlan]
    """Brings recipe and picture of a page that has moved to where they belong."""
    offers: dict[object, tuple[Recipe, ...]] = field(default_factory=dict, init=False)

    def candidates(self, plan: FigurePlan) -> tuple[Candidate, ...]:
        """What could be picked for a figure, by number: what was made for it, and what the painter could draw."""
        made = self.workers.noted(lambda: self.library.candidates.of(*plan.kept_as))
        if not plan.image.free:
            return made
        taken = {candidate.number for candidate in made}
        drawn = (self._drawing(plan, n, recipe) for n, recipe in enumerate(self._offered(plan), start=1))
        return tuple(sorted((*made, *(c for c in drawn if c.number not in taken)), key=lambda c: c.number))

    def _offered(self, plan: FigurePlan) -> tuple[Recipe, ...]:
        """What the painter could draw as well; an article is read for that once."""
        seed = seed_of(plan.article, plan.wish, self.planning.settings)
        asked = plan.article, plan.wish, plan.number, str(plan.wanted.manner.facts), seed
        if asked not in self.offers:
            self.offers[asked] = offered(plan, seed)
        return self.offers[asked]

    def _drawing(self, plan: FigurePlan, number: int, recipe: Recipe) -> Candidate:
        return Candidate(number=number, recipe=recipe, key=order_key(self._order(plan, recipe)))

    def _order(self, plan: FigurePlan, recipe: Recipe) -> Order:
        return drawing_order(plan.wanted, recipe, self.painter())

    def candidate(self, plan: FigurePlan, number: int) -> Candidate:
        """One of them; UnknownCandidate says which numbers there are."""
        return numbered(self.candidates(plan), number, plan.name)

    def is_current(self, plan: FigurePlan, candidate: Candidate) -> bool:
        """Whether it is the picture that the figure has in the portfolio."""
        kept, theirs = self.library.kept(*plan.kept_as).recipe, candidate.recipe
        return kept is not None and kept.key == theirs.key and (is_drawing(kept) or kept.sha256 == theirs.sha256)

    def number_of_current(self, plan: FigurePlan) -> int | None:
        """Which of the candidates is the picture in the portfolio; None if that is none of them."""
        return next((c.number for c in self.candidates(plan) if self.is_current(plan, c)), None)

    def current(self, plan: FigurePlan) -> tuple[Recipe, Picture]:
        """The picture that the figure has in the portfolio; StoreError if there is none."""
        recipe = self.library.kept(*plan.kept_as).recipe
        if recipe is None:
            raise StoreError("there is no picture yet")
        picture = self.library.kept_picture(*plan.kept_as, recipe)
        return recipe, picture

    def picture(self, plan: FigurePlan, number: int) -> Picture:
        """Its picture, by its number."""
        return self.picture_of(plan, self.candidate(plan, number))

    def picture_of(self, plan: FigurePlan, candidate: Candidate) -> Picture:
        """Its picture; a drawing is drawn when it is looked at first. StoreError if one is gone."""
        if not is_drawing(candidate.recipe):
            return self.workers.noted(lambda: self.library.candidates.picture(candidate))
        found = self.workers.noted(lambda: self.library.picture(candidate.key))
        if found is None:
            found = drawn = draw_now(self._order(plan, candidate.recipe))
            self.workers.noted(lambda: self.library.put_picture(candidate.key, drawn))
        return found

    async def shown(self, plan: FigurePlan) -> Picture | None:
        """The picture that a figure has as things are, without a purchase; None if there is none."""
        recipe = plan.recipe
        if plan.state is State.OFFLINE or is_drawing(recipe):
            order = drawing_order(plan.wanted, recipe, self.painter())
            await self._draw(order)
            return await self.workers.note(lambda: self.library.picture(order_key(order)))
        if plan.state is State.CACHED:
            return await self.workers.note(lambda: self.library.picture(plan.wanted.key))
        if recipe is None or not plan.has_old:
            return None
        return await self.workers.work(lambda: self.library.kept_picture(*plan.kept_as, recipe))

    def earlier(self, key: str) -> Picture | None:
        """A picture that was bought or drawn before, by its key."""
        return self.workers.noted(lambda: self.library.picture(key))

    def recipe(self, plan: FigurePlan) -> Recipe | None:
        """The recipe of a figure as it lies on the disk, whether or not its picture still fits."""
        return self.library.kept(*plan.kept_as).recipe

    async def draw(self, plan: FigurePlan) -> None:
        """Draw all that the painter offers, several at a time."""
        orders = [self._order(plan, c.recipe) for c in self.candidates(plan) if is_drawing(c.recipe)]
        await asyncio.gather(*(self._draw(order) for order in orders))

    async def look(self, plan: FigurePlan, number: int) -> Picture:
        """A candidate's picture, for whoever must not be held up: what is to be drawn is drawn beside."""
        candidate = self.candidate(plan, number)
        if is_drawing(candidate.recipe):
            await self._draw(self._order(plan, candidate.recipe))
        return await self.workers.work(lambda: self.picture_of(plan, candidate))

    async def drawn(self, plan: FigurePlan) -> Candidate:
        """A drawing in the style that a plan asks for becomes a candidate beside those that are offered."""
        recipe = drawing_recipe(plan, "", plan.wanted.seed)
        order = self._order(plan, recipe)
        await self._draw(order)
        return await self.workers.note(lambda: self._add_drawing(plan, recipe, self.library.picture(order_key(order))))

    def _add_drawing(self, plan: FigurePlan, recipe: Recipe, picture: Picture | None) -> Candidate:
        if picture is None:
            raise StoreError("the drawing can't be read any more")
        return self.library.candidates.add(plan.page, plan.number, recipe, picture, first=OFFERED + 1)

    async def _draw(self, order: Order) -> None:
        if not await self.workers.note(lambda: self.library.has_picture(order_key(order))):
            await self.draw_order(order)

    async def draw_order(self, order: Order) -> None:
        """A built-in drawing: made once on a machine, kept in the cache only."""
        picture = await self.painter().run(order, NoJournal())
        await self.workers.note(lambda: self.library.put_picture(order_key(order), picture))

    def restore(self, plan: FigurePlan, before: Recipe) -> Recipe:
        """Let a figure have a recipe of before, with its picture; StoreError if that is gone."""
        kept, library = self.library.kept(plan.page, plan.number), self.library
        old = kept.recipe if kept.whole else None
        if old is not None and old.sha256 == before.sha256:
            return self.workers.noted(lambda: library.change(plan.page, plan.number, lambda _: before))
        if not before.file:
            return self.workers.noted(lambda: library.keep_bare(plan.page, plan.number, before, old=old))
        picture = self.workers.noted(lambda: library.picture(before.sha256))
        if picture is None:
            raise StoreError("the picture of before is no longer in the cache")
        ending = EXTENSIONS[picture.media_type]
        return self.workers.noted(lambda: library.keep(plan.page, plan.number, before, picture, ending, old=old))

    def pick(self, plan: FigurePlan, number: int) -> Recipe:
        """Let a candidate be the picture, with the figure's recipe as it lies on the disk by now."""
        return self._take(plan, self.candidate(plan, number))

    def keep_drawing(self, plan: FigurePlan) -> Recipe:
        """Let the drawing that a figure shows be its picture, whatever the article says later."""
        return self._take(plan, self._drawing(plan, 1, self._offered(plan)[0]))

    def _take(self, plan: FigurePlan, chosen: Candidate) -> Recipe:
        plan = self.settled(plan)
        kept = self.library.kept(*plan.kept_as)
        self.library.check_keeps(kept.trouble)
        picture = self.picture_of(plan, chosen)
        self._save_drawing(plan, kept)
        said = replace(chosen.recipe, alt=chosen.recipe.alt or picture.alt)
        recipe = picked_recipe(replace(plan, recipe=kept.recipe), said)
        recipe = replace(recipe, setup=self.planning.setup(plan.article, plan.wish, recipe))
        old = kept.recipe if kept.whole else None
        keep: Callable[[], Recipe]
        if is_drawing(recipe):
            keep = functools.partial(self.library.keep_bare, plan.page, plan.number, recipe, old=old)
        else:
            picture, ending = _sound(picture, chosen.number)
            keep = functools.partial(self.library.keep, plan.page, plan.number, recipe, picture, ending, old=old)
        return self.workers.noted(keep)

    def _save_drawing(self, plan: FigurePlan, kept: Kept) -> None:
        """A drawing that is replaced becomes a candidate, unless it is one of those that are offered anyway."""
        old = kept.recipe
        if not is_drawing(old) or old.key in {c.recipe.key for c in self.candidates(plan)}:
            return
        picture = self.picture_of(plan, self._drawing(plan, 0, old))
        self.workers.noted(lambda: self._add_drawing(plan, old, picture))


def _sound(picture: Picture, number: int) -> tuple[Picture, str]:
    """A candidate as it is kept; it lay in a folder that anybody may have filled."""
    try:
        return to_keep(picture, checked=False)
    except BadAnswer as error:
        raise StoreError(f"candidate {number}: {error}") from None
