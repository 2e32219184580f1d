"""Buying: a brief if there is none, then a picture; each paid for once, however many pages want it.

Whatever is paid is on disk before anything else happens to it.
"""

from __future__ import annotations

import asyncio
import functools
import logging
import uuid
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from ..errors import BadAnswer, ModelError, NotAccepted, NotAllowed, Refused, UnknownOutcome
from ..models.wire.http_errors import uncharged
from ..models.wire.turns import from_brief_to_picture
from ..pictures.decoding import check, sound_ones
from ..pictures.drawings import MEDIA_TYPE
from ..records import Brief, Order, Picture
from ..settings import Settings
from ..store.incoming import Incoming
from ..store.ledger import Ledger
from .bought import Bought
from .budget import Budget
from .call_notes import JobNotes, KeptAnswers, PictureCalls, check_in_vain
from .chat_questions import ChatQuestions
from .keys import image_settings, order_key, picture_order, text_key
from .library import Library
from .locks import Flights, Locked, Places
from .payments import Payment, Place, picture_of
from .plans import FigurePlan
from .style_names import StyleNames
from .under_way import UnderWay
from .workers import Workers
from .writable_folders import WritableFolders

T = TypeVar("T")

log = logging.getLogger("mkdocs.plugins.illustrate")


class Purchases:
    """The only place where money is spent."""

    def __init__(
        self,
        settings: Settings,
        folder: Path,
        library: Library,
        portfolio: Path | None,
        workers: Workers,
        *,
        force: bool,
    ) -> None:
        self._settings = settings
        self._workers = workers
        self._folder = folder
        self._library = library
        self._force = force
        self.ledger = Ledger(folder)
        self._incoming = Incoming(folder)
        self._flights = Flights()
        # All that are in flight, and a few that are checked meanwhile: each is megabytes in the memory.
        self._hands = asyncio.Semaphore(settings.concurrency + 2)
        self._places = Places(8 * settings.concurrency)
        self._done: set[str] = set()
        self._swept = False
        self.under_way = UnderWay()
        self.budget = Budget(settings.budget)
        self.words = ChatQuestions(
            settings=settings,
            library=library,
            ledger=self.ledger,
            budget=self.budget,
            flights=self._flights,
            incoming=self._incoming,
            workers=workers,
            under_way=self.under_way,
            answers=self._answers,
        )
        self.folders = WritableFolders([path for path in (portfolio, folder) if path is not None])
        self._styles = StyleNames(self.words, folder, self._may_begin, self.folders.lost)

    def asking(self, *, anew: bool) -> ChatQuestions:
        """Who asks for a brief alone; `anew`, a vendor that remembers shall not answer as before."""
        self._may_begin()
        return replace(self.words, answers=functools.partial(self._answers, anew=anew))

    async def buy(self, plan: FigurePlan) -> Bought:
        """The picture that a plan asks for; two pages that want the same one share it."""
        key = plan.wanted.key
        first = key not in self._flights
        bought = await self._flights.together(key, lambda: self._alone(plan))
        return bought if first else replace(bought, made=False)

    async def _alone(self, plan: FigurePlan) -> Bought:
        """Under the lock of its key: another build may be buying the very same picture."""
        key = plan.wanted.key
        async with self._places.of(picture_of(plan).model), Locked(self._folder / "locks" / f"{key}.lock"):
            wanted_anew = self._force and key not in self._done
            if not wanted_anew and await self._workers.work(lambda: self._is_found(key)):
                return Bought(brief=await self._workers.note(lambda: self.words.known_brief(plan)), made=False)
            try:
                brief = await self._paid(plan)
            except (Refused, NotAccepted) as error:  # asking again would be paying again
                said = str(error)
                await self._workers.note(lambda: self._library.put_refusal(key, said))
                raise
            self._done.add(key)
            return Bought(brief=brief, made=True)

    def _is_found(self, key: str) -> bool:
        """Whether somebody else bought it meanwhile; a picture that is none is not found a second time."""
        found = self._workers.noted(lambda: self._library.picture(key))
        try:
            if found is not None:
                check(found.data, drawing=found.media_type == MEDIA_TYPE)
        except BadAnswer:
            self._workers.noted(lambda: self._library.put_aside(key))
            return False
        return found is not None

    async def _paid(self, plan: FigurePlan) -> Brief:
        """A brief and a picture; their place in the budget is taken before either is asked for."""
        await self._workers.note(lambda: self._check_begin(plan))
        place = Place(self.budget, picture_of(plan))
        try:
            with from_brief_to_picture() as seat:
                brief = await self.words.brief(plan)
                if self._hands.locked():  # who has hands may be waiting for a seat
                    seat.leave()
                async with self._hands:
                    return await self._accepted(plan, brief, place)
        finally:
            place.leave()

    def _check_begin(self, plan: FigurePlan) -> None:
        """Whether a purchase may be begun at all; NotAllowed or UnknownOutcome says why not."""
        self._may_begin()
        if not self._swept:
            self._swept = True
            self._incoming.sweep()
        key = plan.wanted.key
        if self._force:
            self.ledger.write("forced", key)
            return
        try:
            if not self._incoming.has(key):
                check_in_vain(self.ledger.journal(key))
        except UnknownOutcome as error:
            error.vendor = plan.image.vendor
            raise

    def _may_begin(self) -> None:
        if self._library.trouble:
            self.folders.lost(self._library.trouble)
        self.folders.check()

    async def _accepted(self, plan: FigurePlan, brief: Brief, place: Place) -> Brief:
        """Buy the picture of a brief; a refused prompt is put differently once, if that is wished."""
        try:
            await self._picture(plan, brief, place)
        except Refused as refused:
            wished = image_settings(self._settings, plan.wish).soften
            if not wished or plan.chat.free or plan.wanted.prompt is not None:
                raise
            softer = await self.words.softened(plan, brief, refused)
        else:
            return brief
        await self.words.put(plan, softer)
        await self._picture(plan, softer, place)
        return softer

    async def _picture(self, plan: FigurePlan, brief: Brief, place: Place) -> None:
        image, wanted = plan.image, plan.wanted
        sent = await self._styles.named(plan, picture_order(wanted, brief.prompt, image))
        facts = {"page": plan.name, "vendor": image.vendor, "model": image.model, "sent": order_key(sent)}
        journal = self.ledger.journal(wanted.key)
        answers = self._answers(wanted.key, sent)
        if await self._workers.note(lambda: journal.is_open() and not self._incoming.has(wanted.key)):
            cut_off = "%s: an earlier run asked for this picture and was cut off; it may have been charged"
            log.info(cut_off, plan.page)
        goods = picture_of(plan)
        calls = PictureCalls(
            journal=journal,
            facts={**facts, "estimate": sent.price},
            free=goods.free,
            may_begin=self._may_begin,
            workers=self._workers,
        )
        flight = self.under_way.flight(plan.page, image.vendor)
        async with Payment(self.budget, goods, place, calls=calls, answers=answers, flight=flight) as payment:
            cost = await self._run(plan, sent, JobNotes(journal, answers, flight), payment)
            if not self._library.trouble:
                await self._noted("done", wanted.key, **facts, cost=cost)
                await answers.drop()

    def _answers(self, key: str, sent: Order, *, anew: bool = False) -> KeptAnswers:
        """What comes for this order. Who forces it wants another answer, also from a vendor that remembers."""
        mark = text_key(f"{key} {order_key(sent)} {uuid.uuid4().hex if self._force or anew else ''}")
        return KeptAnswers(incoming=self._incoming, key=key, mark=mark, lost=self.folders.lost, workers=self._workers)

    async def _noted(self, event: str, key: str, **facts: object) -> None:
        await self._workers.note(lambda: self.ledger.write(event, key, **facts))

    async def _run(self, plan: FigurePlan, sent: Order, notes: JobNotes, payment: Payment) -> float | None:
        """What it cost; all sound pictures that came are on disk before anything else."""
        key = plan.wanted.key
        try:
            came = await plan.image.run(sent, notes)
            payment.settle(came.cost)
            sound = await asyncio.to_thread(sound_ones, came)
        except NotAllowed as error:  # a picture that people make themselves
            await self._noted("failed", key, cause=str(error))
            raise
        except ModelError as error:
            await self._styles.judge(sent, error)
            await self._failed(plan, error)
            await notes.answers.drop()
            raise
        except asyncio.CancelledError:
            cause = "the build ended before the answer came"
            if notes.flight.end():
                log.warning("%s: %s; it may have been charged", plan.page, cause)
            await self._noted("unknown", key, cause=cause)
            raise
        await self._workers.note(lambda: self._kept(key, *sound))
        return came.cost

    def _kept(self, key: str, first: Picture, *others: Picture) -> None:
        self._library.put_picture(key, first)
        for number, other in enumerate(others, start=2):
            self._library.put_other(key, number, other)

    async def _failed(self, plan: FigurePlan, error: ModelError) -> None:
        error.vendor = error.vendor or plan.image.vendor
        if picture_of(plan).free:
            uncharged(error)
        # A job whose outcome is unknown stays open: the next run goes on with it.
        unknown = isinstance(error, UnknownOutcome) and not isinstance(error, BadAnswer)
        event = "unknown" if unknown else "failed"
        await self._noted(event, plan.wanted.key, cause=str(error), cost=error.cost)
