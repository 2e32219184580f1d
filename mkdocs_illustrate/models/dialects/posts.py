"""One synchronous POST that is not OpenAI's: the body is a template, the answer has its places.

Both stand in the vendor's file; so does whether the body is JSON or a form.
"""

from __future__ import annotations

from ...records import Order, Picture
from ..answers import Answer
from ..orders import files_sent, sends_form
from ..protocols import Journal
from ..vendor_images import VendorImages
from ..wire.lane import IMAGE
from ..wire.messages import Ask


class Images(VendorImages):
    """One image model at one endpoint."""

    async def make(self, order: Order, journal: Journal) -> Picture:
        """Ask once, and read what came."""
        return await self.bought(journal, lambda: self._ask(order))

    async def _ask(self, order: Order) -> Answer:
        setup = self.setup
        question = Ask(
            path=order.path,
            body=order.body,
            form=sends_form(setup, order),
            files=files_sent(setup),
            headers=setup.role.asks.headers,
        )
        return await self.line.ask(
            question,
            read=lambda came: self._read(came.body, came.headers),
            repeats=IMAGE,
            seconds=setup.timeouts.image,
        )
