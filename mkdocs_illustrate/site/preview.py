"""In `serve` nothing waits for a model: a stand-in is shown at once, and the page reloads when its picture has come."""

from __future__ import annotations

import contextlib
from concurrent.futures import Future
from pathlib import Path

from ..files import write
from ..records import Outcome
from ..studio.background import Background
from ..studio.plans import FigurePlan
from ..studio.studio import Studio

_FOLDER = "arrived"


class Preview:
    """Purchases that go on over many builds of one preview."""

    def __init__(self, cache: Path, background: Background, studio: Studio) -> None:
        self._folder = cache / _FOLDER
        self._background = background
        self._studio = studio
        self._coming: dict[str, Future[Outcome]] = {}

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
        outcome = await self._studio.carry_out(plan)
        with contextlib.suppress(OSError):  # then the preview shows it with the next change
            write(self._folder / "last", plan.wanted.key.encode())
        return outcome


def watched_folder(cache: Path) -> Path | None:
    """The folder that changes when a picture has come; None where it can't be made."""
    folder = cache / _FOLDER
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return folder
