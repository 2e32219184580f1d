"""Pictures that people make elsewhere and bring themselves: nobody is called."""

from __future__ import annotations

from ...errors import CannotEdit, NotAllowed
from ...records import Order, Picture
from ..protocols import ImageRequest, Journal
from ..vendor_images import VendorImages


class Images(VendorImages):
    """Says which prompt to use."""

    def ready(self) -> None:
        """Always."""

    def plan(self, request: ImageRequest) -> Order:
        """The prompt, and the shape that the page has room for."""
        if request.images:
            raise CannotEdit("pictures that people make are changed by people: import the changed one")
        shape = str(request.shape) if request.shape else None
        body = {"prompt": request.prompt, "shape": shape, **self.setup.options}
        return Order(vendor=self.vendor, path=self.model, body=body, price=0.0)

    async def make(self, order: Order, journal: Journal) -> Picture:  # noqa: ARG002
        """Say what is to be done; that is no failure."""
        prompt = " ".join(str(order.body["prompt"]).split())
        raise NotAllowed(
            f"make the picture with this prompt, then run 'mkdocs-illustrate import … --source ai': {prompt}"
        )
