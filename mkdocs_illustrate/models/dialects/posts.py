"""One synchronous POST that is not OpenAI's: the body is a template, the answer has its places.

Both stand in the vendor's file; so does whether the body is JSON or a form.
"""

from __future__ import annotations

from ...records import Order, Picture
from ..protocols import Journal
from ..vendor_images import VendorImages


class Images(VendorImages):
    """One image model at one endpoint."""

    async def make(self, order: Order, journal: Journal) -> Picture:
        """Ask once, and read what came."""
        return await self.bought(order, journal, self.post)
