"""The calls for one picture, in the ledger: each is noted before it is sent, and no third follows two in vain."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ..errors import NotAllowed, UnknownOutcome
from ..store.ledger import KeyJournal

_IN_VAIN = 2  # calls that brought nothing and may have been charged, over all builds


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureCalls:
    """What was asked for one picture, in this build and in those before it."""

    journal: KeyJournal
    facts: Mapping[str, object]
    may_begin: Callable[[], None]
    """NotAllowed says why nothing is bought any more in this run."""

    async def before(self) -> None:
        """Note a call, if one may be begun."""
        self.may_begin()
        if self.journal.calls_in_vain() >= _IN_VAIN:
            raise NotAllowed("it was asked for twice in vain")
        written = await asyncio.to_thread(self.journal.ledger.write, "intent", self.journal.key, **self.facts)
        if not written:
            raise NotAllowed(f"nothing is bought that can't be kept: {self.journal.ledger.path} can't be written")

    def free(self) -> None:
        """The last call was surely not charged."""
        self.journal.ledger.write("free", self.journal.key)


def check_in_vain(journal: KeyJournal) -> None:
    """UnknownOutcome if builds before asked for it so often that another call would be money thrown away."""
    if journal.calls_in_vain() >= _IN_VAIN and journal.open_job() is None:
        raise UnknownOutcome(
            f"it was asked for twice in vain ({journal.last_cause() or 'no picture came'}), which may have been "
            "charged; it is asked for again when its text or model changes, or with --force"
        )
