"""Buying: a brief if there is none, then a picture; each paid for once, however many pages want it.

Whatever is paid is on disk before anything else happens to it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from filelock import FileLock, Timeout

from ..errors import BadAnswer, ModelError, Refused, UnknownOutcome
from ..models.briefs import read_brief
from ..pictures.check import check
from ..records import Brief, Picture
from ..settings import Settings
from ..store.ledger import Ledger
from .budget import Budget
from .decisions import Decision
from .keys import of_order
from .shelf import Shelf
from .wanted import ask, limit_for, order

T = TypeVar("T")

_LOOK_AGAIN = 0.2  # seconds between two looks at another process's lock


@dataclass(frozen=True, slots=True, kw_only=True)
class Bought:
    """A picture and the words that asked for it."""

    picture: Picture
    brief: Brief
    made: bool
    """Paid in this run, not found in the cache."""
    cost: float = 0.0
    """US dollars spent for this page in this run."""


class Purchases:
    """The only place where money is spent."""

    def __init__(self, settings: Settings, folder: Path, shelf: Shelf, *, force: bool) -> None:
        self._settings = settings
        self._folder = folder
        self._shelf = shelf
        self._force = force
        self._ledger = Ledger(folder)
        self._flights: dict[str, asyncio.Task[object]] = {}
        # A picture waits here while it is checked and cut: not more of them than calls in flight.
        self._hands = asyncio.Semaphore(2 * settings.concurrency)
        self._done: set[str] = set()
        self.budget = Budget(settings.budget)

    async def buy(self, decision: Decision) -> Bought:
        """The picture that a decision asks for; two pages that want the same one share it."""
        key = decision.wanted.key
        first = key not in self._flights
        bought = await self._together(key, lambda: self._alone(decision))
        return bought if first else replace(bought, made=False, cost=0.0)

    async def _alone(self, decision: Decision) -> Bought:
        """Under the lock of its key: another build may be buying the very same picture."""
        key = decision.wanted.key
        async with _Locked(self._folder / "locks" / f"{key}.lock"):
            found = None if self._force and key not in self._done else self._shelf.picture(key)
            brief = await self._brief(decision)
            if found is not None:
                return Bought(picture=found, brief=brief, made=False)
            async with self._hands:
                picture = await self._picture(decision, brief)
            self._done.add(key)
            return Bought(picture=picture, brief=brief, made=True, cost=picture.cost or 0.0)

    async def _brief(self, decision: Decision) -> Brief:
        """From the recipe, from the cache, or written now."""
        wanted, recipe, article = decision.wanted, decision.recipe, decision.commission.article
        if wanted.prompt is not None:
            return Brief(prompt=wanted.prompt, alt=article.title, caption=article.title)
        if recipe is not None and recipe.brief == wanted.brief_key and recipe.prompt:
            return Brief(prompt=recipe.prompt, alt=recipe.alt, caption=recipe.caption)
        return await self.brief(decision)

    async def brief(self, decision: Decision) -> Brief:
        """The brief of an article, asked for once."""
        key = decision.wanted.brief_key
        kept = self._shelf.brief(key)
        if kept is not None:
            return kept
        return await self._together(f"brief {key}", lambda: self._ask(decision))

    async def _ask(self, decision: Decision) -> Brief:
        wanted, chat, commission = decision.wanted, decision.chat, decision.commission
        if not chat.free:
            self.budget.check()  # no brief for a picture that could not be bought any more
        limit = limit_for(wanted, decision.image)
        question = ask(commission.article, commission.wish, self._settings, limit, wanted.facts)
        try:
            reply = await chat.run(chat.plan(question))
            brief = replace(read_brief(reply.text, commission.article), cost=reply.cost)
        except ModelError as error:
            error.vendor = error.vendor or chat.vendor
            raise
        if not chat.free:
            self.budget.add(f"{chat.vendor} {chat.model}", brief.cost)
            self._ledger.write("brief", wanted.brief_key, vendor=chat.vendor, cost=brief.cost)
        self._shelf.put_brief(wanted.brief_key, brief)
        return brief

    async def _picture(self, decision: Decision, brief: Brief) -> Picture:
        image, wanted = decision.image, decision.wanted
        sent = order(wanted, brief.prompt, image)
        estimate = image.estimate()
        self.budget.reserve(f"{image.vendor} {image.model}", estimate)
        facts = {"vendor": image.vendor, "model": image.model, "sent": of_order(sent)}
        self._ledger.write("intent", wanted.key, **facts, estimate=estimate)
        try:
            came = await image.run(sent, self._ledger.journal(wanted.key))
            picture = await asyncio.to_thread(_checked, came)
        except ModelError as error:
            self._failed(decision, error, estimate)
            raise
        self._shelf.put_picture(wanted.key, picture)
        self.budget.settle(estimate, picture.cost)
        self._ledger.write("done", wanted.key, **facts, cost=picture.cost)
        return picture

    def _failed(self, decision: Decision, error: ModelError, estimate: float | None) -> None:
        error.vendor = error.vendor or decision.image.vendor
        if isinstance(error, Refused):
            self._shelf.put_refusal(decision.wanted.key, str(error))
        if not isinstance(error, UnknownOutcome):
            self.budget.release(estimate)
        self._ledger.write("failed", decision.wanted.key, cause=str(error))

    async def _together(self, key: str, work: Callable[[], Awaitable[T]]) -> T:
        """Whoever asks while somebody is at it waits for the same result."""
        flight = self._flights.get(key)
        if flight is None:
            flight = self._flights[key] = asyncio.ensure_future(work())
            flight.add_done_callback(lambda _: self._flights.pop(key, None))
        result: T = await asyncio.shield(flight)  # type: ignore[arg-type]  # one key, one type
        return result


def _checked(came: Picture) -> Picture:
    """The same picture, its type and size read from its bytes."""
    try:
        seen = check(came.data)
    except BadAnswer as error:
        raise BadAnswer(f"{error}; it may have been charged") from None
    return replace(came, media_type=seen.media_type, width=seen.width, height=seen.height)


class _Locked:
    """A lock between processes that the kernel gives back when its holder dies."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = FileLock(path, thread_local=False)
        self._held = False

    async def __aenter__(self) -> None:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            while not self._held:
                try:
                    self._lock.acquire(timeout=0)
                    self._held = True
                except Timeout:
                    await asyncio.sleep(_LOOK_AGAIN)
        except OSError:
            return  # a folder that can't be written has no other builder in it

    async def __aexit__(self, *_error: object) -> None:
        if self._held:
            self._lock.release()
