"""One synchronous POST that answers with a picture, as OpenAI and its many relatives take it.

What the parameters are called and which values they take stands in the vendor's rows.
"""

from __future__ import annotations

from ...records import Order, Picture
from ..image_answers import Answer
from ..order_inputs import sent_body
from ..orders import sends_form
from ..protocols import Journal
from ..vendor_images import VendorImages
from ..wire.retries import IMAGE


class Images(VendorImages):
    """One image model at one endpoint."""

    async def make(self, order: Order, journal: Journal) -> Picture:
        """Ask once, through the SDK, and read what came; a form goes by itself: the SDK reads files from the disk."""
        ask = self.post if sends_form(self.setup, order) else self._post_with_sdk
        return await self.bought(order, journal, ask)

    async def _post_with_sdk(self, order: Order) -> Answer:
        seconds = self.setup.timeouts.image
        return await self.connection.send_with_sdk(
            order.path, sent_body(order), read=self._read, retries=IMAGE, seconds=seconds
        )
