"""One synchronous POST that is not OpenAI's: the body is a template, the answer has its places.

Both stand in the vendor's file; so does whether the body is JSON or a form.
"""

from __future__ import annotations

from ...records import Order, Picture
from ..answers import read_answer
from ..protocols import ImageRequest, Journal
from ..setup import Setup
from ..wire.lane import IMAGE
from ..wire.messages import Ask
from ..wording import image_order, sends_form


class Images:
    """One image model at one endpoint."""

    free = False
    reads_articles = False

    def __init__(self, setup: Setup) -> None:
        self.vendor, self.model = setup.vendor.name, setup.model
        self.prompt_limit = setup.row.prompt
        self._setup = setup
        self._line = setup.line

    def ready(self) -> None:
        """Raise NotAllowed if there is no key."""
        self._line.ready()

    def plan(self, request: ImageRequest) -> Order:
        """The vendor's template, filled with the row's words; `options` beat them all."""
        return image_order(self._setup, request)

    def estimate(self) -> float | None:
        """The row's price."""
        return self._setup.row.price.estimate(self._setup.quality)

    async def run(self, order: Order, journal: Journal) -> Picture:  # noqa: ARG002
        """Ask once, read what came, and fetch it at once: addresses expire."""
        setup, reads = self._setup, self._setup.role.reads
        answer = await self._line.ask(
            self._question(order),
            read=lambda came: read_answer(came.body, reads, came.headers),
            repeats=IMAGE,
            seconds=setup.timeouts.image,
        )
        return Picture(
            data=answer.data or await self._line.fetch(answer.address),
            media_type="",
            width=0,
            height=0,
            revised_prompt=answer.revised_prompt,
            seed=answer.seed,
            cost=self.estimate() if answer.usd is None else answer.usd,
        )

    def _question(self, order: Order) -> Ask:
        edits = self._setup.role.edits
        return Ask(
            path=order.path,
            body=order.body,
            form=sends_form(self._setup, order),
            files=frozenset({edits.images, edits.mask} if edits else ()),
            headers=self._setup.role.asks.headers,
        )

    async def close(self) -> None:
        """Let go of the connections."""
        await self._line.close()
