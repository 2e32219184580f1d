"""The answers to one order: kept as they come, read again by the next run if this one dies over them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ..models.wire.messages import Response
from ..store.incoming import Incoming
from ..store.ledger import KeyJournal


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptAnswers:
    """What comes for one key, in answer to one order."""

    incoming: Incoming
    key: str
    mark: str
    """The order's own, and the same in each run: a vendor that knows it bills the order once."""
    lost: Callable[[str], None]
    """Told when something could not be written."""

    async def put(self, answer: Response) -> None:
        """Keep what came."""
        try:
            await asyncio.to_thread(self.incoming.put, self.key, self.mark, answer.body, answer.headers)
        except OSError as error:
            self.lost(f"{self.incoming.folder} can't be written ({error.strerror or type(error).__name__})")

    async def get(self) -> Response | None:
        """What came in a run before."""
        found = await asyncio.to_thread(self.incoming.get, self.key, self.mark)
        return None if found is None else Response(body=found.body, headers=found.headers)

    def drop(self) -> None:
        """It is kept elsewhere, or was judged."""
        self.incoming.drop(self.key)


@dataclass(frozen=True, slots=True)
class JobNotes:
    """A picture's journal; what it notes of an answer takes that answer's place."""

    journal: KeyJournal
    answers: KeptAnswers

    def note_job(self, **facts: str) -> None:
        """Remember a submitted job, or where a picture lies."""
        self.journal.note_job(**facts)
        self.answers.drop()

    def open_job(self) -> Mapping[str, str] | None:
        """The job of an earlier run that did not end."""
        return self.journal.open_job()
