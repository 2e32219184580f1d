"""Styles that a vendor makes of pictures, once, and keeps under a name: made before the first picture that names it.

The name is kept in the cache under the hash of what it was made of: other pictures are another style, and whoever asks
for the same one again, in whatever run, pays nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..errors import BadRequest, ModelError, Retired, UnknownOutcome
from ..models.given_pictures import with_named_style
from ..records import Order
from .budget import Goods
from .call_notes import KeptAnswers, PictureCalls, check_in_vain
from .chat_questions import ChatQuestions
from .keys import style_key
from .locks import Locked
from .payments import Payment
from .plans import FigurePlan


@dataclass(frozen=True, slots=True)
class StyleNames:
    """What the vendors call this site's styles."""

    means: ChatQuestions
    """Budget, ledger and cache: the same as for briefs."""
    folder: Path
    may_begin: Callable[[], None]
    lost: Callable[[str], None]

    async def named(self, plan: FigurePlan, order: Order) -> Order:
        """The order as it is sent: its style has a name, and is made if it has none yet."""
        if order.first is None:
            return order
        first, key = order.first, style_key(order.first)
        name = await self.means.flights.together(key, lambda: self._name(plan, first, key))
        return with_named_style(order, name)

    async def _name(self, plan: FigurePlan, first: Order, key: str) -> str:
        async with Locked(self.folder / "locks" / f"{key}.lock"):
            known = await self.means.workers.work(lambda: self.means.library.style_name(key))
            return known or await self._made(plan, first, key)

    async def _made(self, plan: FigurePlan, first: Order, key: str) -> str:
        journal = self.means.ledger.journal(key)
        if not self.means.incoming.has(key):
            await self.means.workers.note(lambda: check_in_vain(journal))
        image: Any = plan.image
        goods = Goods(f"{image.vendor} {image.model} style", first.price)
        facts: dict[str, object] = {"page": plan.name, "vendor": image.vendor, "model": image.model}
        answers = KeptAnswers(
            incoming=self.means.incoming, key=key, mark=key, lost=self.lost, workers=self.means.workers
        )
        calls = PictureCalls(
            journal=journal,
            facts={**facts, "estimate": first.price},
            free=goods.free,
            may_begin=self.may_begin,
            workers=self.means.workers,
        )
        flight = self.means.under_way.flight(plan.page, image.vendor)
        try:
            async with Payment(self.means.budget, goods, calls=calls, answers=answers, flight=flight) as payment:
                name: str = await image.style_named(first)
                payment.settle(first.price)
        except ModelError as error:
            error.vendor = error.vendor or image.vendor
            cause, cost = str(error), error.cost
            event = "unknown" if isinstance(error, UnknownOutcome) else "failed"
            await self.means.workers.note(lambda: self.means.ledger.write(event, key, cause=cause, cost=cost))
            raise
        await self.means.workers.note(lambda: self.means.library.put_style_name(key, name))
        await self.means.workers.note(lambda: self.means.ledger.write("style", key, **facts, cost=first.price))
        await answers.drop()
        return name

    async def judge(self, order: Order, error: ModelError) -> None:
        """A style that its vendor does not know any more is forgotten: the next run has it made anew."""
        unknown = isinstance(error, BadRequest | Retired) and "style" in str(error).lower()
        if order.first is None or not unknown:
            return
        key = style_key(order.first)
        await self.means.workers.note(lambda: self.means.library.forget_style_name(key))
        error.args = (f"{error}; the vendor does not know the style any more: the next run has it made anew",)
