"""The built-in writer and painter: no key, no network, the same picture on every machine."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace
from typing import Any

from ...errors import CannotEdit
from ...painter.by_order import paint_order
from ...painter.paint import RECIPE
from ...pictures.decoding import measure
from ...records import Order, Picture
from ..protocols import ImageRequest, Journal, Question, Reply
from ..setup import Setup

_USUAL_RATIO = 1.5


class Chat:
    """Stands where a chat model would; the painter reads articles itself."""

    vendor, model, free = "offline", "built-in", True

    def __init__(self, _setup: Setup) -> None:
        """Nothing to set up."""

    def ready(self) -> None:
        """Always."""

    async def close(self) -> None:
        """Nothing was opened."""

    def plan(self, question: Question) -> Order:
        """The article in its parts: the writer reads them as the painter does."""
        return _order("brief", dict(question.facts))

    async def run(self, order: Order) -> Reply:
        """A prompt for an image model where there is no chat model."""
        painting = paint_order(dict(order.body) | {"seed": None, "ratio": _USUAL_RATIO})
        said = {"prompt": painting.prompt, "alt": "", "caption": ""}
        return Reply(text=json.dumps(said), cost=0.0)


class Images:
    """Draws from the article's own words."""

    vendor, model, free = "offline", "built-in", True
    reads_articles, by_hand = True, False
    prompt_limit, count, takes_seed = None, 1, True

    def __init__(self, setup: Setup) -> None:
        self._options = setup.options

    def ready(self) -> None:
        """Always."""

    async def close(self) -> None:
        """Nothing was opened."""

    def plan(self, request: ImageRequest) -> Order:
        """Everything that decides what is drawn."""
        if request.images:
            raise CannotEdit("the built-in painter makes no pictures out of others")
        ratio = round(request.shape.ratio, 4) if request.shape else _USUAL_RATIO
        body = {**request.extra, "seed": request.seed, "ratio": ratio, "recipe": RECIPE}
        body |= {"scheme": "dark"} if self._options.get("scheme") == "dark" else {}
        return _order("picture", body)

    async def run(self, order: Order, journal: Journal) -> Picture:  # noqa: ARG002
        """Draw beside the loop; nothing is rasterised before somebody needs pixels."""
        return await asyncio.to_thread(drawing, order)


def drawing(order: Order) -> Picture:
    """What the painter draws by an order: an SVG, with the words for it."""
    painting = paint_order(dict(order.body))
    drawn = measure(painting.svg.encode(), drawing=True)
    return replace(drawn, alt=painting.alt, alt_language=painting.alt_language)


def _order(path: str, body: dict[str, Any]) -> Order:
    return Order(vendor="offline", path=path, body=body, price=0.0)
