"""What is noted of an order: each call before it is sent, each answer as it came. No third call follows two in vain.

An answer is read again by the next run, if this one dies over it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ..errors import NotAllowed, UnknownOutcome
from ..files import reason
from ..models.wire.messages import Response
from ..store.incoming import Incoming
from ..store.ledger import KeyJournal
from .under_way import Flight
from .workers import Workers

_IN_VAIN = 2  # calls that brought nothing and may have been charged, over all builds


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptAnswers:
    """What comes for one key, in answer to one order."""

    incoming: Incoming
    key: str
    mark: str
    """The order's own, and the same in each run: a vendor that knows it bills the order once."""
    lost: Callable[[str], None]
    """Told when something could not be written."""
    workers: Workers

    async def put(self, answer: Response) -> bool:
        """Keep what came; several at a time, as the call is not over before. Whether that could be."""
        try:
            await asyncio.to_thread(self.incoming.put, self.key, self.mark, answer.body, answer.headers)
        except OSError as error:
            self.lost(f"{self.incoming.folder} can't be written ({reason(error)})")
            return False
        return True

    def give_back(self) -> Response:
        """What came a moment ago."""
        found = self.incoming.get(self.key, self.mark)
        if found is None:
            raise UnknownOutcome(f"the answer is gone from {self.incoming.folder}; it may have been charged")
        return Response(body=found.body, headers=found.headers)

    async def get(self) -> Response | None:
        """What came in a run before."""
        found = await asyncio.to_thread(self.incoming.get, self.key, self.mark)
        return None if found is None else Response(body=found.body, headers=found.headers)

    async def drop(self) -> None:
        """It is kept elsewhere, or was judged."""
        await self.workers.note(lambda: self.incoming.drop(self.key))


@dataclass(frozen=True, slots=True)
class JobNotes:
    """A picture's journal; what it notes of an answer takes that answer's place."""

    journal: KeyJournal
    answers: KeptAnswers
    flight: Flight

    async def note_job(self, **facts: str) -> None:
        """Remember a submitted job, or where a picture lies: the next run goes on with it, if this one ends."""
        if await self.answers.workers.note(lambda: self.journal.note_job(**facts)):
            await self.answers.drop()
            if "address" not in facts:  # what lies at an address is fetched now: it does not lie there for long
                self.flight.end()

    async def open_job(self) -> Mapping[str, str] | None:
        """The job of an earlier run that did not end."""
        return await self.answers.workers.note(self.journal.open_job)


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureCalls:
    """The calls for one picture in the ledger, of this build and of those before it."""

    journal: KeyJournal
    facts: Mapping[str, object]
    free: bool
    """Nobody charges for them: they may be made again and again."""
    may_begin: Callable[[], None]
    """NotAllowed says why nothing is bought any more in this run."""
    workers: Workers

    async def before(self) -> None:
        """Note a call, if one may be begun; when this returns, the disk has it."""
        self.may_begin()
        if not self.free:
            await self.workers.note(self._intent)

    def _intent(self) -> None:
        if self.journal.calls_in_vain() >= _IN_VAIN:
            raise NotAllowed("it was asked for twice in vain")
        written = self.journal.ledger.write("intent", self.journal.key, **self.facts)
        if not written:
            raise NotAllowed(f"nothing is bought that can't be kept: {self.journal.ledger.path} can't be written")

    def not_charged(self) -> None:
        """The last call was surely not charged."""
        if not self.free:
            self.workers.note_later(lambda: self.journal.ledger.write("free", self.journal.key))


def check_in_vain(journal: KeyJournal) -> None:
    """UnknownOutcome if builds before asked for it so often that another call would be money thrown away."""
    if journal.calls_in_vain() >= _IN_VAIN and journal.open_job() is None:
        raise UnknownOutcome(
            f"it was asked for twice in vain ({journal.last_cause() or 'no picture came'}), which may have been "
            "charged; it is asked for again when its text, prompt or model changes"
        )
