"""What the studio asks of a model, and what a dialect has to offer to be one.

A model has two halves. `plan` is pure: it says what would be sent, so that it can be hashed, shown
and priced. `run` sends it. Nothing else is ever sent.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from ..records import Order, Picture
from ..references import Reference
from ..shapes import Shape


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What the chat model is asked: messages, and whether the answer shall have a form."""

    messages: tuple[tuple[str, str], ...]
    """(role, text)"""
    form: Mapping[str, Any] | None = None
    """A JSON schema of the answer; None for plain words."""
    facts: Mapping[str, Any] = field(default_factory=dict)
    """The article in its parts, for the built-in writer; never sent to anybody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What the chat model answered."""

    text: str
    cost: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageRequest:
    """What the image model is asked for, before a dialect puts it in its own words."""

    prompt: str
    shape: Shape | None = None
    """A size, or a ratio in its smallest numbers; None leaves it to the model's row."""
    seed: int | None = None
    extra: Mapping[str, Any] = field(default_factory=dict)
    """Facts about the article, for a painter that reads it itself."""
    images: tuple[bytes, ...] = field(default=(), repr=False)
    """Pictures to start from."""
    mask: bytes | None = field(default=None, repr=False)
    """Where the first of them may be changed: grey levels, and white is redrawn."""
    references: tuple[Reference, ...] = ()
    """Pictures that it shall look like, and show nothing of."""
    strength: float | None = None
    """How much like them, from 0 to 1; None leaves it to the model."""


class Journal(Protocol):
    """Where a purchase under way is noted, so that a killed run goes on with it and pays once."""

    async def note_job(self, **facts: str) -> None:
        """Remember a submitted job. When this returns, the disk has it."""

    async def open_job(self) -> Mapping[str, str] | None:
        """The job of an earlier run that was submitted and not ended."""


class NoJournal:
    """For what costs nothing."""

    async def note_job(self, **facts: str) -> None:
        """Nothing to remember."""

    async def open_job(self) -> None:
        """Nothing is under way."""


class ChatModel(Protocol):
    """Writes briefs."""

    vendor: str
    model: str
    free: bool
    """True: asking costs nothing, needs no key and no network."""

    def ready(self) -> None:
        """Raise NotAllowed if it can't be called: no key is set."""

    def plan(self, question: Question) -> Order:
        """What would be sent."""

    async def run(self, order: Order) -> Reply:
        """Send it."""

    async def close(self) -> None:
        """Let go of connections, if any were opened."""


class ImageModel(Protocol):
    """Makes pictures."""

    vendor: str
    model: str
    free: bool
    reads_articles: bool
    """True: it draws from the article itself and needs no brief."""
    by_hand: bool
    """True: people make its pictures, and bring them."""
    prompt_limit: int | None
    count: int
    """How many pictures one order brings."""
    # takes_seed: bool - another seed is another order; one that does not say takes none
    # most_references: int - how many pictures it can follow the manner of; one that does not say follows none

    def ready(self) -> None:
        """Raise NotAllowed if it can't be called: no key is set."""

    def plan(self, request: ImageRequest) -> Order:
        """What would be sent."""

    async def run(self, order: Order, journal: Journal) -> Picture:
        """Send it. What comes is not checked yet."""

    async def close(self) -> None:
        """Let go of connections, if any were opened."""


def most_references(image: ImageModel) -> int:
    """How many pictures a model can follow the manner of; a dialect of somebody else's need not know the question."""
    return int(getattr(image, "most_references", 0))
