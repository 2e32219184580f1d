"""The built-in writer and painter: no key, no network, the same picture on every machine."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace
from typing import Any

from ...painter.paint import RECIPE, Painting, paint
from ...painter.pixels import rasterise
from ...pictures.check import check
from ...records import Article, Order, Picture
from ..protocols import ImageRequest, Journal, Question, Reply
from ..setup import Setup

_WIDTH = 1536  # of the picture that the sizes are cut from
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
        painting = _paint(dict(order.body) | {"seed": None, "ratio": _USUAL_RATIO})
        said = {"prompt": painting.prompt, "alt": "", "caption": painting.caption}
        return Reply(text=json.dumps(said), cost=0.0)


class Images:
    """Draws from the article's own words."""

    vendor, model, free = "offline", "built-in", True
    reads_articles = True
    prompt_limit = None

    def __init__(self, _setup: Setup) -> None:
        """Nothing to set up."""

    def ready(self) -> None:
        """Always."""

    async def close(self) -> None:
        """Nothing was opened."""

    def plan(self, request: ImageRequest) -> Order:
        """Everything that decides what is drawn."""
        ratio = round(request.shape.ratio, 4) if request.shape else _USUAL_RATIO
        body = {**request.extra, "seed": request.seed, "ratio": ratio, "recipe": RECIPE}
        return _order("picture", body)

    def estimate(self) -> float:
        """Nothing."""
        return 0.0

    async def run(self, order: Order, journal: Journal) -> Picture:  # noqa: ARG002
        """Draw on another thread: the loop goes on with the calls in flight."""
        return await asyncio.to_thread(_draw, dict(order.body))


def _order(path: str, body: dict[str, Any]) -> Order:
    return Order(vendor="offline", path=path, body=body)


def _draw(body: dict[str, Any]) -> Picture:
    painting = _paint(body)
    width = _WIDTH if body["ratio"] >= 1 else round(_WIDTH * body["ratio"])
    drawn = check(rasterise(painting.svg, width))
    return replace(drawn, alt=painting.alt, caption=painting.caption)


def _paint(body: dict[str, Any]) -> Painting:
    article = Article(
        page="",
        title=body["title"],
        words=body["words"],
        lead=body["lead"],
        headings=tuple(body["headings"]),
        tags=tuple(body["tags"]),
        language=body["language"],
    )
    return paint(
        article,
        style=body["style"] or "auto",
        motifs=tuple(body["motifs"]),
        seed=body["seed"],
        ratio=body["ratio"],
    )
