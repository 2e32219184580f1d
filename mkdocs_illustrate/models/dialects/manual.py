"""Pictures that people make elsewhere and bring themselves: nobody is called."""

from __future__ import annotations

from ...errors import NotAllowed
from ...records import Order, Picture
from ..protocols import ImageRequest, Journal
from ..setup import Setup


class Images:
    """Says which prompt to use."""

    free = False
    reads_articles = False

    def __init__(self, setup: Setup) -> None:
        self.vendor, self.model = setup.vendor.name, setup.model
        self.prompt_limit = setup.row.prompt
        self._setup = setup

    def ready(self) -> None:
        """Always."""

    def plan(self, request: ImageRequest) -> Order:
        """The prompt, and the shape that the page has room for."""
        shape = str(request.shape) if request.shape else None
        body = {"prompt": request.prompt, "shape": shape, **self._setup.options}
        return Order(vendor=self.vendor, path=self.model, body=body)

    def estimate(self) -> float:
        """Nothing, here."""
        return 0.0

    async def run(self, order: Order, journal: Journal) -> Picture:  # noqa: ARG002
        """Say what is to be done; that is no failure."""
        prompt = " ".join(str(order.body["prompt"]).split())
        raise NotAllowed(
            f"make the picture with this prompt, then run 'mkdocs-illustrate import': {prompt}"
        )

    async def close(self) -> None:
        """Nothing was opened."""
