"""Carries the plan of a figure out: bought, drawn or looked up, and hung. There is an outcome, whatever happens."""

from __future__ import annotations

import asyncio
import functools
import logging
from dataclasses import dataclass, replace

from ..errors import ModelError, NotAllowed, StoreError
from ..models.wire.redaction import keyless_traceback, redact, secrets_of
from ..records import Outcome, Recipe, State
from ..settings import Settings
from .choosing import Choosing
from .hanging import Hanging
from .keys import order_key
from .library import Library, is_drawing
from .picked_drawings import drawing_orders
from .plans import FigurePlan
from .purchases import Purchases
from .staleness import is_behind
from .workers import Workers

log = logging.getLogger("mkdocs.plugins.illustrate")


@dataclass(frozen=True, slots=True, kw_only=True)
class CarryingOut:
    """Carries out the plans of one site."""

    settings: Settings
    library: Library
    purchases: Purchases
    hanging: Hanging
    choosing: Choosing
    workers: Workers
    moves: bool
    """A page that has moved takes its picture along here."""

    async def outcome(self, plan: FigurePlan) -> Outcome:
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
        if self.moves and plan.lies_at:
            plan = await self.workers.work(functools.partial(self.hanging.settled, plan))
        if self.moves and self.is_behind(plan):
            await self.workers.work(functools.partial(self.hanging.see, plan))
        try:
            return await self._made(plan)
        except NotAllowed as error:
            plan = plan.without_buying(str(error), cause=error.code)
        except StoreError as error:
            plan = plan.without_buying(str(error), State.FAILED, error.code)
        except ModelError as error:
            plan = plan.without_buying(error.named, State.FAILED, error.code)
        return await self._instead(plan)

    def is_behind(self, plan: FigurePlan) -> bool:
        """Whether a picture stays though its page says something else by now: by a pin, a prompt, an import, a pick."""
        stays = plan.recipe is not None and plan.state in {State.KEPT, State.PINNED} and not plan.lies_at
        return stays and is_behind(plan.recipe or Recipe(), plan.article, self.settings.tolerance)

    async def _made(self, plan: FigurePlan) -> Outcome:
        if plan.buy:
            bought = await self.purchases.buy(plan)
            return await self.workers.work(lambda: self.hanging.bought(plan, bought))
        if plan.state is State.OFFLINE:
            return await self._drawn(plan)
        if plan.state is State.CACHED:
            return await self.workers.work(lambda: self.hanging.cached(plan))
        return await self._instead(plan)

    async def _instead(self, plan: FigurePlan) -> Outcome:
        """The old picture where there is one, else what `on_missing` says."""
        settings, recipe = self.settings, plan.recipe
        if is_drawing(recipe):
            return await self._drawn(plan)
        if recipe is not None and plan.has_old:
            try:
                return await self.workers.work(lambda: self.hanging.old(plan, recipe))
            except StoreError as error:
                plan = replace(plan, state=State.FAILED, reason=str(error), cause=error.code, has_old=False)
        if settings.on_missing == "placeholder" and not settings.frozen:
            return replace(await self._drawn(plan, alone=True), placeholder=True)
        return plan.outcome()

    async def _drawn(self, plan: FigurePlan, *, alone: bool = False) -> Outcome:
        """A built-in drawing, made once on a machine and kept in the cache only; a pair where readers have schemes."""
        schemes = sorted(self.settings.figure.schemes, reverse=True)[: 1 if alone else None]
        orders = drawing_orders(plan, schemes, self.choosing.painter())
        keys = [order_key(order) for order in orders]
        shown = await self.workers.work(lambda: self.hanging.drawn(plan, keys))
        if shown is None:
            await asyncio.gather(*(self.choosing.draw_order(order) for order in orders))
            shown = await self.workers.work(lambda: self.hanging.drawn(plan, keys))
        if shown is None:
            raise StoreError("the drawing can't be read any more")
        return shown
