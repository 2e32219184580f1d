"""The hall: a page's source goes in, plans come out; a plan goes in, an outcome comes out.

    key -> portfolio -> cache -> brief -> picture -> cache, portfolio -> files of the page

Doors decide nothing: they hand over pages, and put outcomes where they belong.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from ..models.model_registry import retirements
from ..records import Outcome, PageSource, Recipe
from ..settings import Settings, Where
from ..site_facts import SiteFacts
from .candidate_list import Candidate
from .carrying_out import CarryingOut
from .choosing import Choosing
from .editing import Editing
from .hanging import Hanging
from .house_styles import HouseStyles
from .inspection import Inspection, Standards
from .leftovers import Leftovers
from .library import Library
from .making import Making
from .moved_pages import AllPages
from .painter_facts import PainterFacts
from .planning import Planning
from .plans import FigurePlan, PagePlan
from .purchases import Purchases
from .recipes import Origin, imported_recipe
from .renditions import Renditions
from .report import Report, report, summary, unpriced
from .site_models import SiteModels
from .waiting_briefs import WaitingBriefs
from .workers import Workers
from .writable_folders import check_folders

log = logging.getLogger("mkdocs.plugins.illustrate")


class Studio:
    """Makes the figures of one site. Plans are made on any thread, all else in one event loop."""

    def __init__(
        self,
        settings: Settings,
        base: Path,
        where: Where,
        *,
        force: bool = False,
        named: Collection[str] = (),
        site: SiteFacts = SiteFacts(),  # noqa: B008 - frozen
    ) -> None:
        check_folders(base, {"portfolio": settings.portfolio, "cache_dir": settings.cache_dir})
        cache = base / settings.cache_dir
        self._settings = settings
        portfolio = base / settings.portfolio if settings.portfolio else None
        self._workers = Workers()
        self._folders = (*([portfolio] if portfolio else []), cache)
        self._library = Library(portfolio, cache)
        self._renditions = Renditions(settings.figure, cache / "sizes", cards=site.is_shared and settings.figure.social)
        self._models = SiteModels(settings, base)
        self._moves = where in {"build", "command"} and not settings.frozen  # elsewhere nobody would commit it
        self._purchases = Purchases(settings, cache, self._library, portfolio, self._workers, force=force)
        self._hanging = Hanging(
            settings=settings,
            library=self._library,
            renditions=self._renditions,
            purchases=self._purchases,
            workers=self._workers,
        )
        self._retired = retirements(settings)
        self._planning = Planning(
            settings=settings,
            where=where,
            library=self._library,
            chat=self._models.chat,
            image=self._models.image,
            styles=HouseStyles(settings, base, self._library),
            painter_facts=PainterFacts(settings, site, portfolio),
            force=force,
            named=named,
        )
        self.editing = Editing(planning=self._planning, library=self._library)
        self.briefs = WaitingBriefs(self._planning, self._purchases, self._library, self._workers, self.change)
        self.choosing = Choosing(
            library=self._library,
            planning=self._planning,
            workers=self._workers,
            painter=self._models.painter,
            settled=self._hanging.settled,
        )
        self._carrying_out = CarryingOut(
            settings=settings,
            library=self._library,
            purchases=self._purchases,
            hanging=self._hanging,
            choosing=self.choosing,
            workers=self._workers,
            moves=self._moves,
        )
        self.making = Making(
            planning=self._planning,
            choosing=self.choosing,
            hanging=self._hanging,
            purchases=self._purchases,
            workers=self._workers,
        )

    def begin(self, pages: AllPages | None = None) -> None:
        """Another round over the pages of the site; who does not name them has no page that moved."""
        self._planning.begin(pages)

    def plan(self, page: PageSource) -> PagePlan:
        """What is to be done for the figures of a page. Reads the disk, sends nothing."""
        return self._planning.page(page)

    def orphans(self) -> list[str]:
        """The places of recipes (`blog/cities`) whose page is gone, once all pages are planned."""
        return self._planning.moved.left()

    def at_once(self, plan: FigurePlan) -> Outcome | None:
        """The outcome of a figure whose picture is kept, and cut already; None if anything is to be done."""
        to_note = self._moves and (plan.lies_at or self._carrying_out.is_behind(plan))
        return None if to_note else self._hanging.at_once(plan)

    async def carry_out(self, plan: FigurePlan) -> Outcome:
        """Do it. What a user or a vendor can cause comes back as an outcome, not as an error."""
        return await self._carrying_out.outcome(plan)

    def bring(self, plan: FigurePlan, data: bytes, said: Origin) -> Recipe:
        """Keep a picture that was made elsewhere; BadAnswer says why it is none."""
        plan = self._hanging.settled(plan)
        self._library.check_keeps(plan.trouble)
        recipe, picture, ending = imported_recipe(plan, self._purchases.words.known_brief(plan), data, said)
        return self._hanging.keep(plan, recipe, picture, ending)

    def change(self, plan: FigurePlan, change: Callable[[Recipe], Recipe]) -> Recipe:
        """Mend the recipe of a figure, as it lies on the disk by now."""
        place = self._hanging.settled(plan).kept_as
        return self._workers.noted(lambda: self._library.change(*place, change))

    def candidates(self, plan: FigurePlan) -> tuple[Candidate, ...]:
        """What could be picked for a figure, by number."""
        return self.choosing.candidates(plan)

    def pick(self, plan: FigurePlan, number: int) -> Recipe:
        """Let a candidate be the picture; the one that it replaces becomes a candidate."""
        return self.choosing.pick(plan, number)

    def inspection(self, standards: Standards) -> Inspection:
        """What is to be said against figures, in the light of some standards."""
        return Inspection(self._library, standards)

    def leftovers(self) -> Leftovers:
        """What no page needs any more."""
        return Leftovers(self._hanging, self._models.painter(), self._settings.figure.schemes, self._folders)

    def report(self, outcomes: Sequence[Outcome]) -> Report:
        """What is to be said about a round."""
        chosen = self._settings
        said = report(outcomes, frozen=chosen.frozen, on_missing=chosen.on_missing, on_error=chosen.on_error)
        said.infos += self.unfollowed()
        said.infos += unpriced(self._purchases.budget.unpriced)
        said.warnings += [*filter(None, (self._library.trouble, self._renditions.trouble)), *self._retired]
        said.warnings += self._planning.painter_facts.troubles
        self._retired = []  # once is enough for a preview that builds again and again
        return said

    def unfollowed(self) -> list[str]:
        """What the models don't follow of house styles and of pages' wishes, as far as pages were planned."""
        return [*self._planning.styles.unfollowed, *self._planning.unheeded.lines]

    def summary(self, outcomes: Sequence[Outcome]) -> str:
        """The line that a build ends with."""
        return summary(outcomes, self.spent)

    def ledger_lines(self) -> Iterable[Mapping[str, Any]]:
        """What was paid on this machine, as it was noted."""
        return self._purchases.ledger.lines()

    @property
    def spent(self) -> float:
        """US dollars so far in this run; what is under way is counted as its price."""
        return self._purchases.budget.spent

    @property
    def under_way(self) -> tuple[str, ...]:
        """The pages for which somebody is asked just now."""
        return self._purchases.under_way.pages()

    def stop(self) -> set[asyncio.Task[Any]]:
        """Let nothing further be sent; what may be charged already is worth waiting for."""
        self._models.stop()
        under_way = self._purchases.under_way
        if under_way.tasks():
            log.info("waiting for %s", str(under_way))  # as it is now
        return under_way.tasks()

    async def close(self) -> None:
        """Let go of everything."""
        await self._models.close()
        await self._workers.close(self._library.let_go)
        self._library.close()
        self._renditions.close()
