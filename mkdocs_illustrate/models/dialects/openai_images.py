"""One synchronous POST that answers with a picture, as OpenAI and its many relatives take it.

What the parameters are called and which values they take stands in the vendor's rows.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...records import Order, Picture
from ..answers import Answer, read_answer
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
        """The row's words for what is asked; the author's `options` beat them all."""
        return image_order(self._setup, request)

    def estimate(self) -> float | None:
        """The row's price."""
        return self._setup.row.price.estimate(self._setup.quality)

    async def run(self, order: Order, journal: Journal) -> Picture:  # noqa: ARG002
        """Ask once, read what came, and fetch it at once: addresses expire."""
        answer = await self._ask(order)
        return Picture(
            data=answer.data or await self._line.fetch(answer.address),
            media_type="",
            width=0,
            height=0,
            revised_prompt=answer.revised_prompt,
            seed=answer.seed,
            cost=self._cost(answer),
        )

    async def _ask(self, order: Order) -> Answer:
        seconds, reads = self._setup.timeouts.image, self._setup.role.reads
        if not sends_form(self._setup, order):
            return await self._line.post(
                order.path,
                order.body,
                read=lambda body: read_answer(body, reads),
                repeats=IMAGE,
                seconds=seconds,
            )
        edits = self._setup.role.edits
        files = frozenset({edits.images, edits.mask} if edits else ())
        return await self._line.ask(
            Ask(path=order.path, body=order.body, form=True, files=files),
            read=lambda came: read_answer(came.body, reads, came.headers),
            repeats=IMAGE,
            seconds=seconds,
        )

    def _cost(self, answer: Answer) -> float | None:
        """What the answer says it cost, else what its tokens cost, else what the list says."""
        if answer.usd is not None:
            return answer.usd
        rates = self._setup.row.price.tokens
        if answer.usage and rates:
            return _tokens(answer.usage, rates)
        return self.estimate()

    async def close(self) -> None:
        """Let go of the connections."""
        await self._line.close()


def _tokens(usage: Mapping[str, Any], rates: Mapping[str, float]) -> float | None:
    details = usage.get("input_tokens_details")
    details = details if isinstance(details, Mapping) else {}
    text = details.get("text_tokens", usage.get("input_tokens"))
    counts = {
        "text_in": text,
        "image_in": details.get("image_tokens"),
        "out": usage.get("output_tokens"),
    }
    known = {n: c for n, c in counts.items() if isinstance(c, int) and n in rates}
    return sum(rates[n] * c / 1e6 for n, c in known.items()) if "out" in known else None
