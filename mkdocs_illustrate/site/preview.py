"""In `serve` nothing waits, for a model or many drawings: a stand-in is there, and pages reload when it has come."""

from __future__ import annotations

import asyncio
import contextlib
import secrets
from collections.abc import Collection, Coroutine, Sequence
from concurrent.futures import Future, wait
from pathlib import Path
from typing import Any, TypeVar

from ..files import write
from ..records import Outcome
from ..studio.background import Background
from ..studio.plans import FigurePlan
from ..studio.studio import Studio

T = TypeVar("T")

_FOLDER = "arrived"
_PATIENCE = 1.0  # seconds that a build waits for drawings in all: for most sites that is all of them
_TOGETHER = 5.0  # seconds after which what has come is shown, though more is under way


class Preview:
    """Purchases that go on over many builds of one preview."""

    def __init__(self, cache: Path, background: Background, studio: Studio) -> None:
        self._folder = cache / _FOLDER
        self._background = background
        self._studio = studio
        self._coming: dict[str, Future[Outcome]] = {}
        self._under_way = 0
        self._untold = False

    def late(self, works: Sequence[Future[Outcome]]) -> set[Future[Outcome]]:
        """Those of a build that it does not wait for; when they are done, their pages are shown anew."""
        late = set(wait(works, _PATIENCE).not_done)
        if late:
            self._background.submit(self._told(self._drawn(late)))
        return late

    @property
    def buys(self) -> bool:
        """Whether anything is under way."""
        return not all(coming.done() for coming in self._coming.values())

    def without_waiting(self, plan: FigurePlan) -> FigurePlan:
        """The plan of this build: what is to be bought is begun, and shown by a later build."""
        if not plan.buy:
            return plan
        key = plan.wanted.key
        if key not in self._coming:
            self._coming[key] = self._background.submit(self._bring(plan))
        coming = self._coming[key]
        if not coming.done():
            return plan.without_buying("being made")
        outcome = coming.result()
        return plan.without_buying(outcome.reason, outcome.state)

    async def _bring(self, plan: FigurePlan) -> Outcome:
        """Make a picture while the preview goes on; whatever comes of it, the page hears of it."""
        return await self._told(self._studio.carry_out(plan))

    async def _drawn(self, works: Collection[Future[Outcome]]) -> None:
        for work in works:
            with contextlib.suppress(Exception):  # the next build says what it was
                await asyncio.wrap_future(work)

    async def _told(self, work: Coroutine[Any, Any, T]) -> T:
        """Do something, and have the preview build again: once for all that come at about the same time."""
        self._under_way += 1
        try:
            return await work
        finally:
            self._under_way -= 1
            if not self._under_way:
                self._show()
            elif not self._untold:
                self._untold = True
                asyncio.get_running_loop().call_later(_TOGETHER, self._show, True)

    def _show(self, waited: bool = False) -> None:  # noqa: FBT001, FBT002 - as the loop calls it
        if waited and not self._untold:  # somebody has shown it meanwhile
            return
        self._untold = False
        with contextlib.suppress(OSError):  # then the preview shows it with the next change
            write(self._folder / "last", secrets.token_bytes(8))


def watched_folder(cache: Path) -> Path | None:
    """The folder that changes when a picture has come; None where it can't be made."""
    folder = cache / _FOLDER
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return folder
