"""Choosing among the candidates of a figure, and making more of them. Nothing here but a pick changes the portfolio."""

from __future__ import annotations

import functools
from dataclasses import dataclass, replace

from ..errors import BadAnswer, ConfigError, StoreError
from ..pictures.decoding import EXTENSIONS
from ..records import Picture, Recipe
from .candidates import Candidate, numbered
from .hanging import Hanging
from .library import Library
from .planning import Planning
from .plans import FigurePlan
from .recipes import picked_recipe, to_keep
from .workers import Workers


@dataclass(frozen=True, slots=True, kw_only=True)
class Choosing:
    """The candidates of one site."""

    library: Library
    planning: Planning
    hanging: Hanging
    workers: Workers

    def candidates(self, plan: FigurePlan) -> tuple[Candidate, ...]:
        """What could be picked for a figure, by number."""
        return self.workers.noted(lambda: self.library.candidates.of(plan.page, plan.number))

    def candidate(self, plan: FigurePlan, number: int) -> Candidate:
        """One of them; UnknownCandidate says which numbers there are."""
        return numbered(self.candidates(plan), number, plan.name)

    def picture(self, plan: FigurePlan, number: int) -> Picture:
        """Its picture; StoreError if that is gone."""
        candidate = self.candidate(plan, number)
        return self.workers.noted(lambda: self.library.candidates.picture(candidate))

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
        if not self.library.keeps:
            raise ConfigError("option 'portfolio': there is none to keep the picture in")
        chosen, picture = self.candidate(plan, number), self.picture(plan, number)
        kept = self.library.kept(plan.page, plan.number)
        if kept.trouble:
            raise StoreError(kept.trouble)
        recipe = picked_recipe(replace(plan, recipe=kept.recipe), chosen.recipe)
        recipe = replace(recipe, setup=self.planning.setup(plan.article, plan.wish, recipe))
        try:
            picture, ending = to_keep(picture, checked=False)
        except BadAnswer as error:
            raise StoreError(f"candidate {number}: {error}") from None
        old = kept.recipe if kept.whole else None
        keep = functools.partial(self.library.keep, plan.page, plan.number, recipe, picture, ending, old=old)
        return self.workers.noted(keep)
