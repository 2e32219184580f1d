"""One synchronous POST that answers with a picture, as OpenAI and its many relatives take it.

What the parameters are called and which values they take stands in the vendor's rows.
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
        """Ask once, through the SDK, and read what came."""
        ask = self._ask_form if sends_form(self.setup, order) else self._ask
        return await self.bought(journal, lambda: ask(order))

    async def _ask(self, order: Order) -> Answer:
        return await self.line.post(
            order.path,
            order.body,
            read=self._read,
            repeats=IMAGE,
            seconds=self.setup.timeouts.image,
        )

    async def _ask_form(self, order: Order) -> Answer:
        """With files, which the SDK would read from the disk."""
        files = files_sent(self.setup)
        return await self.line.ask(
            Ask(path=order.path, body=order.body, form=True, files=files),
            read=lambda came: self._read(came.body, came.headers),
            repeats=IMAGE,
            seconds=self.setup.timeouts.image,
        )
