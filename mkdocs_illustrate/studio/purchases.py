"""Buying: a brief if there is none, then a picture; each paid for once, however many pages want it.

Whatever is paid is on disk before anything else happens to it.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar, cast

from ..errors import BadAnswer, ModelError, NotAccepted, NotAllowed, Refused, StoreError, UnknownOutcome
from ..models.briefs import read_brief, softer_question
from ..models.protocols import ImageModel, Question, Reply
from ..pictures.decoding import sound_ones
from ..records import Brief, Order, Picture
from ..settings import Settings
from ..store.ledger import Ledger
from .budget import Budget, Goods
from .keys import brief_question, image_settings, order_key, picture_order, prompt_limit
from .library import Library
from .locks import Locked
from .payments import Payment, Place
from .planning import FigurePlan
from .recipes import added

T = TypeVar("T")

log = logging.getLogger("mkdocs.plugins.illustrate")


@dataclass(frozen=True, slots=True, kw_only=True)
class Bought:
    """A picture and the words that asked for it."""

    picture: Picture
    brief: Brief
    made: bool
    """Paid in this run, not found in the cache."""


class Purchases:
    """The only place where money is spent."""

    def __init__(self, settings: Settings, folder: Path, library: Library, *, force: bool) -> None:
        self._settings = settings
        self._folder = folder
        self._library = library
        self._force = force
        self._ledger = Ledger(folder)
        self._flights: dict[str, asyncio.Task[object]] = {}
        # A picture waits here while it is checked: about as many as calls are in flight.
        self._hands = asyncio.Semaphore(2 * settings.concurrency)
        self._done: set[str] = set()
        self._paying: set[asyncio.Task[Any]] = set()
        self.budget = Budget(settings.budget)

    async def buy(self, plan: FigurePlan) -> Bought:
        """The picture that a plan asks for; two pages that want the same one share it."""
        key = plan.wanted.key
        first = key not in self._flights
        bought = await self._together(key, lambda: self._alone(plan))
        return bought if first else replace(bought, made=False)

    async def _alone(self, plan: FigurePlan) -> Bought:
        """Under the lock of its key: another build may be buying the very same picture."""
        key = plan.wanted.key
        async with Locked(self._folder / "locks" / f"{key}.lock"):
            found = None if self._force and key not in self._done else self._library.picture(key)
            if found is not None:
                return Bought(picture=found, brief=self.known_brief(plan), made=False)
            try:
                picture, brief = await self._paid(plan)
            except (Refused, NotAccepted) as error:  # asking again would be paying again
                self._library.put_refusal(key, str(error))
                raise
            self._done.add(key)
            return Bought(picture=picture, brief=brief, made=True)

    async def _paid(self, plan: FigurePlan) -> tuple[Picture, Brief]:
        """A brief and a picture; their place in the budget is taken before either is asked for."""
        place = Place(self.budget, _goods(plan.image))
        try:
            brief = await self._brief(plan)
            async with self._hands:
                return await self._accepted(plan, brief, place)
        finally:
            place.leave()

    def bought_before(self, plan: FigurePlan) -> Bought:
        """A picture that is in the cache, and the words that asked for it."""
        picture = self._library.picture(plan.wanted.key)
        if picture is None:
            raise StoreError("the cached picture can't be read any more")
        return Bought(picture=picture, brief=self.known_brief(plan), made=False)

    def known_brief(self, plan: FigurePlan) -> Brief:
        """The words of a picture that is there, without asking anybody."""
        article = plan.article
        bare = Brief(prompt=plan.wanted.prompt or "", alt=article.title, caption=article.title)
        return self._written(plan) or bare

    def _written(self, plan: FigurePlan) -> Brief | None:
        """By a person, in the recipe, or in the cache."""
        wanted, recipe, article = plan.wanted, plan.recipe, plan.article
        mine = bool(plan.wish.prompt)
        if wanted.prompt is not None and (recipe is None or mine):
            return Brief(prompt=wanted.prompt, alt=article.title, caption=article.title)
        if recipe is not None and (wanted.prompt or recipe.brief == wanted.brief_key):
            prompt = wanted.prompt or recipe.prompt
            if prompt:
                return Brief(prompt=prompt, alt=recipe.alt, caption=recipe.caption)
        return self._library.brief(wanted.brief_key) if wanted.brief_key else None

    async def _brief(self, plan: FigurePlan) -> Brief:
        """What is written already, or asked for once."""
        key = f"brief {plan.wanted.brief_key}"
        known = self._written(plan)
        if known is None:
            known = await self._together(key, lambda: self._ask(plan))
        return known

    async def _ask(self, plan: FigurePlan) -> Brief:
        wanted, chat = plan.wanted, plan.chat
        limit = prompt_limit(wanted, plan.image)
        question = brief_question(plan.article, plan.wish, self._settings, limit, wanted.facts)
        try:
            reply = await self._answered(plan, question, "brief")
            brief = replace(read_brief(reply.text, plan.article), cost=reply.cost)
        except ModelError as error:
            error.vendor = error.vendor or chat.vendor
            raise
        self._library.put_brief(wanted.brief_key, brief)
        return brief

    async def _accepted(self, plan: FigurePlan, brief: Brief, place: Place) -> tuple[Picture, Brief]:
        """The picture of a brief; a refused prompt is put differently once, if that is wished."""
        try:
            return await self._picture(plan, brief, place), brief
        except Refused as refused:
            wished = image_settings(self._settings, plan.wish).soften
            if not wished or plan.chat.free or plan.wanted.prompt is not None:
                raise
            softer = await self._softened(plan, brief, refused)
        self._library.put_brief(plan.wanted.brief_key, softer)
        return await self._picture(plan, softer, place), softer

    async def _softened(self, plan: FigurePlan, brief: Brief, refused: Refused) -> Brief:
        question = softer_question(brief.prompt, prompt_limit(plan.wanted, plan.image))
        try:
            reply = await self._answered(plan, question, "softened")
            written = read_brief(reply.text, plan.article)
        except ModelError:
            raise refused from None  # the reason is still that; the rewriting was a try
        return replace(brief, prompt=written.prompt, cost=added(brief.cost, reply.cost))

    async def _answered(self, plan: FigurePlan, question: Question, event: str) -> Reply:
        """Ask the chat model, and put down what it cost."""
        chat = plan.chat
        if chat.free:
            return await chat.run(chat.plan(question))
        async with Payment(self.budget, Goods(f"{chat.vendor} {chat.model}")) as payment:
            reply = await chat.run(chat.plan(question))
            payment.settle(reply.cost)
        self._ledger.write(event, plan.wanted.brief_key, vendor=chat.vendor, cost=reply.cost)
        return reply

    async def _picture(self, plan: FigurePlan, brief: Brief, place: Place) -> Picture:
        image, wanted = plan.image, plan.wanted
        sent = picture_order(wanted, brief.prompt, image)
        facts = {"vendor": image.vendor, "model": image.model, "sent": order_key(sent)}
        if self._ledger.journal(wanted.key).is_open():
            log.info(
                "%s: an earlier run asked for this picture and was cut off; it may have been charged",
                plan.page,
            )
        self._ledger.write("intent", wanted.key, **facts, estimate=image.estimate())
        flight = cast("asyncio.Task[Any]", asyncio.current_task())  # the one that holds the lock
        self._paying.add(flight)
        try:
            async with Payment(self.budget, _goods(image), place) as payment:
                return await self._run(plan, sent, facts, payment)
        finally:
            self._paying.discard(flight)

    async def _run(self, plan: FigurePlan, sent: Order, facts: Mapping[str, str], payment: Payment) -> Picture:
        """The first sound picture that came; it and the others are on disk before anything else."""
        key = plan.wanted.key
        try:
            came = await plan.image.run(sent, self._ledger.journal(key))
            payment.settle(came.cost)
            first, *others = await asyncio.to_thread(sound_ones, came)
        except NotAllowed as error:  # a picture that people make themselves
            self._ledger.write("failed", key, cause=str(error))
            raise
        except ModelError as error:
            self._failed(plan, error)
            raise
        except asyncio.CancelledError:
            self._ledger.write("unknown", key, cause="the build ended before the answer came")
            raise
        self._library.put_picture(key, first)
        for number, other in enumerate(others, start=2):
            self._library.put_other(key, number, other)
        self._ledger.write("done", key, **facts, cost=first.cost)
        return first

    def under_way(self) -> set[asyncio.Task[Any]]:
        """Purchases that may be charged already: worth waiting for, though nobody else does."""
        return set(self._paying)

    def _failed(self, plan: FigurePlan, error: ModelError) -> None:
        error.vendor = error.vendor or plan.image.vendor
        # A job whose outcome is unknown stays open: the next run goes on with it.
        unknown = isinstance(error, UnknownOutcome) and not isinstance(error, BadAnswer)
        event = "unknown" if unknown else "failed"
        self._ledger.write(event, plan.wanted.key, cause=str(error))

    async def _together(self, key: str, work: Callable[[], Awaitable[T]]) -> T:
        """Whoever asks while somebody is at it waits for the same result."""
        flight = self._flights.get(key)
        if flight is None:
            flight = self._flights[key] = asyncio.ensure_future(work())
            flight.add_done_callback(lambda _: self._flights.pop(key, None))
        result: T = await asyncio.shield(flight)  # type: ignore[arg-type]  # one key, one type
        return result


def _goods(image: ImageModel) -> Goods:
    return Goods(f"{image.vendor} {image.model}", image.estimate(), image.count)
