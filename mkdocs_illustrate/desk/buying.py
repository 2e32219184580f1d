"""What is made anew at the desk: bought as any picture is, beside everything else, and hung when it comes."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass

from ..studio.making import Made
from ..studio.plans import FigurePlan
from .deciding import Deciding, Said
from .desk import Desk, title

log = logging.getLogger("mkdocs.plugins.illustrate")

_LONGEST = 1000  # characters of a note
_PATIENCE = 120.0  # seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What somebody has to say yes to: a picture, and what it costs."""

    plan: FigurePlan
    note: str


class Buying:
    """The purchases of one desk. A purchase that was begun is seen through, also when the desk is closed."""

    def __init__(self, desk: Desk, deciding: Deciding) -> None:
        self._desk = desk
        self.deciding = deciding
        self._under_way: dict[str, asyncio.Task[None]] = {}
        self._came: list[Said] = []

    @property
    def making(self) -> frozenset[str]:
        """The figures whose pictures are being made, and those of which nobody has heard yet that they came."""
        return frozenset(self._under_way) | {said.figure for said in self._came}

    def news(self) -> list[Said]:
        """What came since somebody asked last."""
        came, self._came = self._came, []
        return came

    def offer(self, name: str, seen: str, note: str) -> Offer | Said:
        """What it would be; or why it can't be. KeyError: there is no such figure."""
        plan = self._desk.again(name)
        if self._desk.seen(plan) != seen:
            return self.deciding.conflict(plan)
        if plan.image.free:
            return Said(f"The painter takes no notes; take another of its drawings: {title(plan)}", name, stays=True)
        anew = self._desk.site.studio.making.anew(plan, " ".join(note.split())[:_LONGEST])
        if not anew.buy or name in self._under_way:
            reason = "it is being made already" if name in self._under_way else anew.reason
            return Said(f"Not made: {reason}", name, stays=True, conflict=True)
        return Offer(plan=anew, note=note)

    def begin(self, offer: Offer, seen: str) -> Said:
        """Buy it; the desk goes on meanwhile."""
        name = offer.plan.name
        task = self._under_way[name] = asyncio.ensure_future(self._made(offer.plan, seen))
        task.add_done_callback(lambda _: self._under_way.pop(name, None))
        return Said(f"Being made: {title(offer.plan)}", name)

    async def finish(self) -> None:
        """See through what was begun: it is paid, and shall be found."""
        if self._under_way:
            log.warning("waiting for what is being made: %s; Ctrl-C once more ends it", ", ".join(self._under_way))
            await asyncio.wait(list(self._under_way.values()), timeout=_PATIENCE)

    async def _made(self, plan: FigurePlan, seen: str) -> None:
        (made,) = await self._desk.site.studio.making.all([plan])
        said = await self._desk.at_hand(lambda: self._hung(plan, made, seen))
        self._came.append(said)  # only now: whoever asked meanwhile has taken the list away

    def _hung(self, plan: FigurePlan, made: Made, seen: str) -> Said:
        if made.candidate is None:
            return Said(f"Not made: {title(plan)}: {made.reason}", plan.name, conflict=True)
        return self.deciding.hang(plan.name, made.candidate.number, seen)
