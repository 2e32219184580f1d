"""The hall: a page's source goes in, plans come out; a plan goes in, an outcome comes out.

    key -> portfolio -> cache -> brief -> picture -> cache, portfolio -> files of the page

Doors decide nothing: they hand over pages, and put outcomes where they belong.
"""

from __future__ import annotations

import asyncio
import functools
import logging
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from ..errors import ConfigError, ModelError, NotAllowed, StoreError
from ..models.model_registry import Registry, retirements
from ..models.protocols import ChatModel, ImageModel, ImageRequest, Question
from ..models.wire.redaction import keyless_traceback, redact, secrets_of
from ..records import Order, Outcome, PageSource, Picture, Recipe, State
from ..settings import ImageSettings, Settings, Where
from .candidate_list import Candidate
from .choosing import Choosing
from .hanging import Hanging
from .keys import order_key, picture_order
from .library import Library
from .making import Made, Making
from .moved_pages import AllPages
from .picked_drawings import drawn_as, is_drawing
from .planning import Planning
from .plans import FigurePlan, PagePlan
from .purchases import Purchases
from .recipes import Origin, imported_recipe
from .renditions import Renditions
from .report import Report, report, summary, unpriced
from .workers import Workers
from .writable_folders import check_folders

log = logging.getLogger("mkdocs.plugins.illustrate")


class Studio:
    """Makes the figures of one site. Plans are made on any thread, all else in one event loop."""

    def __init__(
        self, settings: Settings, base: Path, where: Where, *, force: bool = False, named: Collection[str] = ()
    ) -> None:
        check_folders(base, {"portfolio": settings.portfolio, "cache_dir": settings.cache_dir})
        cache = base / settings.cache_dir
        self._settings = settings
        portfolio = base / settings.portfolio if settings.portfolio else None
        self._workers = Workers()
        self._library = Library(portfolio, cache)
        self._renditions = Renditions(settings.figure, cache / "sizes")
        self._registry = Registry(settings.timeout, settings.concurrency, base)
        self._painter: ImageModel | None = None
        self._moves = where in {"build", "command"} and not settings.frozen  # elsewhere nobody would commit it
        self._chat = self._registry.chat(settings.chat)
        self._images = {
            name: self._registry.image(image) for name, image in {"": settings.image, **settings.models}.items()
        }
        _try_out(self._chat.vendor, lambda: self._chat.plan(Question(messages=(("user", ""),))))
        for image in self._images.values():
            _try_out(image.vendor, functools.partial(image.plan, ImageRequest(prompt="")))
        self.purchases = Purchases(settings, cache, self._library, portfolio, self._workers, force=force)
        self._hanging = Hanging(
            settings=settings,
            library=self._library,
            renditions=self._renditions,
            purchases=self.purchases,
            workers=self._workers,
        )
        self._retired = retirements(settings)
        self._planning = Planning(
            settings=settings,
            where=where,
            library=self._library,
            chat=self._chat,
            image=self._image,
            force=force,
            named=named,
        )
        self.choosing = Choosing(
            library=self._library,
            planning=self._planning,
            workers=self._workers,
            painter=self._built_in,
        )
        self.making = Making(
            planning=self._planning,
            choosing=self.choosing,
            hanging=self._hanging,
            purchases=self.purchases,
            workers=self._workers,
        )

    def _image(self, name: str | None) -> ImageModel:
        """The site's image model, or the one of `models:` that a page chose."""
        return self._images[name or ""]

    def _built_in(self) -> ImageModel:
        self._painter = self._painter or self._registry.image(ImageSettings())
        return self._painter

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
        return None if plan.lies_at and self._moves else self._hanging.at_once(plan)

    async def carry_out(self, plan: FigurePlan) -> Outcome:
        """Do it. What a user or a vendor can cause comes back as an outcome, not as an error."""
        try:
            return await self._tried(plan)
        except OSError as error:
            return plan.without_buying(f"no file can be written ({error})", State.FAILED, "damaged").outcome()
        except Exception as error:  # noqa: BLE001
            # One page's surprise shall not hide what became of the others.
            log.debug("%s\n%s", plan.page, keyless_traceback())
            said = redact(f"{type(error).__name__}: {error}", *secrets_of(), most=120)
            reason = f"an error of this plugin's own ({said}); please report it"
            return plan.without_buying(reason, State.FAILED, "model_failed").outcome()

    async def _tried(self, plan: FigurePlan) -> Outcome:
        if self._moves and plan.lies_at:
            plan = await self._workers.note(functools.partial(self._settled, plan))
        try:
            return await self._made(plan)
        except NotAllowed as error:
            plan = plan.without_buying(str(error), cause=error.code)
        except StoreError as error:
            plan = plan.without_buying(str(error), State.FAILED, error.code)
        except ModelError as error:
            reason = f"{error.vendor}: {error}" if error.vendor else str(error)
            plan = plan.without_buying(reason, State.FAILED, error.code)
        return await self._instead(plan)

    async def _made(self, plan: FigurePlan) -> Outcome:
        if plan.buy:
            bought = await self.purchases.buy(plan)
            return await self._workers.work(lambda: self._hanging.bought(plan, bought))
        if plan.state is State.OFFLINE:
            return await self._drawn(plan)
        if plan.state is State.CACHED:
            return await self._workers.work(lambda: self._hanging.cached(plan))
        return await self._instead(plan)

    def _settled(self, plan: FigurePlan) -> FigurePlan:
        """A page that has moved takes recipe and picture along; what can't be written is used where it lies."""
        if not plan.lies_at or plan.recipe is None:
            return plan
        title = plan.recipe.title
        try:
            kept = self._library.move(plan.lies_at, plan.page, plan.number, lambda recipe: replace(recipe, title=title))
        except StoreError as error:
            return replace(plan, trouble=str(error))
        return replace(plan, recipe=kept.recipe, has_old=kept.whole, moved_from=plan.lies_at, lies_at="")

    async def _instead(self, plan: FigurePlan) -> Outcome:
        """The old picture where there is one, else what `on_missing` says."""
        settings, recipe = self._settings, plan.recipe
        if recipe is not None and is_drawing(recipe):
            return await self._drawn(replace(plan, wanted=drawn_as(plan.wanted, recipe)))
        if recipe is not None and plan.has_old:
            try:
                return await self._workers.work(lambda: self._hanging.old(plan, recipe))
            except StoreError as error:
                plan = replace(plan, state=State.FAILED, reason=str(error), cause=error.code, has_old=False)
        if settings.on_missing == "placeholder" and not settings.frozen:
            return replace(await self._drawn(plan), placeholder=True)
        return plan.outcome()

    async def _drawn(self, plan: FigurePlan) -> Outcome:
        """A built-in drawing: made once on a machine, kept in the cache only."""
        sent = picture_order(plan.wanted, "", self._built_in())
        key = order_key(sent)
        shown = await self._workers.work(lambda: self._hanging.drawn(plan, key))
        if shown is None:
            await self.choosing.draw_order(sent)
            shown = await self._workers.work(lambda: self._hanging.drawn(plan, key))
        if shown is None:
            raise StoreError("the drawing can't be read any more")
        return shown

    def bring(self, plan: FigurePlan, data: bytes, said: Origin) -> Recipe:
        """Keep a picture that was made elsewhere; BadAnswer says why it is none."""
        if not self._library.keeps:
            raise ConfigError("option 'portfolio': there is none to keep the picture in")
        plan = self._workers.noted(lambda: self._settled(plan))
        if plan.trouble:  # what can't be read may well be paid for
            raise StoreError(plan.trouble)
        recipe, picture, ending = imported_recipe(plan, self.purchases.words.known_brief(plan), data, said)
        return self._hanging.keep(plan, recipe, picture, ending)

    def change(self, plan: FigurePlan, change: Callable[[Recipe], Recipe]) -> Recipe:
        """Mend the recipe of a figure, as it lies on the disk by now."""
        return self._workers.noted(lambda: self._library.change(*self._settled(plan).kept_as, change))

    def candidates(self, plan: FigurePlan) -> tuple[Candidate, ...]:
        """What could be picked for a figure, by number."""
        return self.choosing.candidates(plan)

    def candidate_picture(self, plan: FigurePlan, number: int) -> Picture:
        """A candidate's picture."""
        return self.choosing.picture(plan, number)

    def pick(self, plan: FigurePlan, number: int) -> Recipe:
        """Let a candidate be the picture; the one that it replaces becomes a candidate."""
        return self.choosing.pick(plan, number)

    async def make_candidates(self, plan: FigurePlan, count: int) -> tuple[Made, ...]:
        """Some candidates of a figure; those that were made before are found."""
        return await self.making.candidates(plan, count)

    def damage(self, plan: FigurePlan) -> str:
        """What is wrong with a kept picture, as a build would find; empty if nothing is."""
        return self._hanging.damage(plan)

    def report(self, outcomes: Sequence[Outcome]) -> Report:
        """What is to be said about a round."""
        chosen = self._settings
        said = report(outcomes, frozen=chosen.frozen, on_missing=chosen.on_missing, on_error=chosen.on_error)
        said.infos += unpriced(self.purchases.budget.unpriced)
        said.warnings += [*filter(None, (self._library.trouble, self._renditions.trouble)), *self._retired]
        self._retired = []  # once is enough for a preview that builds again and again
        return said

    def summary(self, outcomes: Sequence[Outcome]) -> str:
        """The line that a build ends with."""
        return summary(outcomes, self.purchases.budget.spent)

    def stop(self) -> set[asyncio.Task[Any]]:
        """Let nothing further be sent; what may be charged already is worth waiting for."""
        self._registry.stop()
        under_way = self.purchases.under_way
        if under_way.tasks():
            log.info("waiting for %s", str(under_way))  # as it is now
        return under_way.tasks()

    async def close(self) -> None:
        """Let go of everything."""
        models: list[ChatModel | ImageModel | None] = [self._chat, self._painter, *self._images.values()]
        for model in models:
            if model is not None:
                await model.close()
        await self._workers.close(self._library.let_go)
        self._library.close()
        self._renditions.close()


def _try_out(vendor: str, plan: Callable[[], Order]) -> None:
    """Whether a model can be asked at all, as it is set up: a ConfigError says what is missing."""
    try:
        plan()
    except ConfigError as error:
        raise ConfigError(f"{vendor}: {error}") from None
