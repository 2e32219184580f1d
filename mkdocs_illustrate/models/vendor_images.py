"""What the dialects have in common that draw by a vendor's row: all but how the vendor is asked."""

from __future__ import annotations

import contextlib
from abc import ABC, abstractmethod
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import dataclass, replace

from ..errors import BadAnswer, ModelError
from ..pictures.drawings import MEDIA_TYPE as DRAWING
from ..records import Order, Picture
from ..shapes import Shape
from .image_answers import Answer, cost_of, parse, read_answer
from .order_inputs import sent_body
from .orders import drawing_asked, files_sent, image_order, pictures_asked, price_of, sends_form
from .polling import JobGone, fetched, noted, notes
from .protocols import ImageRequest, Journal
from .setup import Setup
from .templates import dig
from .wire.http_errors import uncharged
from .wire.messages import Request
from .wire.retries import IMAGE

_LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class _KeylessJournal:
    """A journal into which no key gets, though a server may write it into an address or a job's name."""

    journal: Journal
    keyless: Callable[[str], str]

    async def note_job(self, **facts: str) -> None:
        """Remember it. An address that was changed so is not found again: then the job is handed in anew."""
        await self.journal.note_job(**{name: self.keyless(value) for name, value in facts.items()})

    async def open_job(self) -> Mapping[str, str] | None:
        """The job of an earlier run."""
        return await self.journal.open_job()


class VendorImages(ABC):
    """One image model of one vendor; a dialect says how it is run."""

    free = False
    reads_articles = False

    def __init__(self, setup: Setup) -> None:
        self.vendor, self.model = setup.vendor.name, setup.model
        self.by_hand = setup.vendor.by_hand
        self.prompt_limit = setup.row.prompt
        self.setup = setup
        self.connection = setup.connection
        self.takes_seed = bool(setup.row.seed or setup.row.seed_text)
        self.most_references = setup.reference_inputs.most if setup.reference_inputs else 0
        self.count = pictures_asked(setup)
        self._drawing = drawing_asked(setup)

    def ready(self) -> None:
        """Raise NotAllowed if there is no key."""
        self.connection.ready()

    def plan(self, request: ImageRequest) -> Order:
        """The row's words for what is asked; the author's `options` beat them all."""
        return image_order(self.setup, request)

    def estimate(self, shape: Shape | None = None) -> float | None:
        """The row's price for this size, for as many pictures as `options` ask for."""
        return price_of(
            self.setup, {"quality": self.setup.quality, **self.setup.size_fields(shape), **self.setup.options}
        )

    async def run(self, order: Order, journal: Journal) -> Picture:
        """Send it. What comes is not checked yet."""
        with self.connection.redacted_errors():
            try:
                return await self.make(order, _KeylessJournal(journal, self.connection.noted))
            except ModelError as error:
                if self.setup.row.price.picture == 0:  # a server of one's own
                    uncharged(error)
                raise

    @abstractmethod
    async def make(self, order: Order, journal: Journal) -> Picture:
        """How this dialect does it."""

    async def close(self) -> None:
        """Let go of the connections."""
        await self.connection.close()

    def _read(self, body: bytes, headers: Mapping[str, str] | None = None) -> Answer:
        try:
            answer = read_answer(body, self.setup.role.reads, headers, drawing=self._drawing)
            revised = answer.revised_prompt
            return replace(answer, revised_prompt=revised and self.connection.without_key(revised))
        except ModelError as error:
            error.cost = self._told_cost(body)
            raise

    def _told_cost(self, body: bytes) -> float | None:
        """What an answer without a picture says that it cost."""
        try:
            return cost_of(parse(body), self.setup.role.reads)
        except ModelError:
            return None

    async def _fetched(self, answer: Answer) -> bytes:
        """The picture itself, at once: addresses expire."""
        return answer.data or await self.connection.download(answer.address, self.setup.timeouts.image)

    async def post(self, order: Order) -> Answer:
        """One POST in plain HTTP, as JSON or as a form, that answers with the picture."""
        request = Request(
            path=order.path,
            body=sent_body(order),
            form=sends_form(self.setup, order),
            files=files_sent(self.setup),
            headers=self.setup.role.asks.headers,
        )
        return await self.connection.send(
            request,
            read=lambda response: self._read(response.body, response.headers),
            retries=IMAGE,
            seconds=self.setup.timeouts.image,
        )

    async def style_named(self, order: Order) -> str:
        """Have a style made of pictures, and say what the vendor calls it."""
        references = self.setup.references
        place = references.kept.id if references and references.kept else "id"
        request = Request(
            path=order.path,
            body=sent_body(order),
            form=sends_form(self.setup, order),
            files=files_sent(self.setup),
            headers=self.setup.role.asks.headers,
        )
        with self.connection.redacted_errors():
            return await self.connection.send(
                request, read=lambda answer: _name(answer.body, place), retries=IMAGE, seconds=self.setup.timeouts.image
            )

    async def bought(self, order: Order, journal: Journal, ask: Callable[[Order], Awaitable[Answer]]) -> Picture:
        """Ask, and fetch what the answer names; where it lies is noted first, for the next run."""
        old = noted(await journal.open_job() or {})
        if old is not None:
            with contextlib.suppress(JobGone):
                return await self._brought(old, order, old=True)
        answer = await ask(order)
        if answer.address:
            await journal.note_job(**notes(replace(answer, usd=self._cost(answer, order.price))))
        return await self._brought(answer, order, old=False)

    async def _brought(self, answer: Answer, order: Order, *, old: bool) -> Picture:
        return await self._picture(answer, await fetched(self._fetched(answer), old=old), order)

    async def _picture(self, answer: Answer, data: bytes, order: Order) -> Picture:
        """What came, with all that was said about it."""
        return Picture(
            data=data,
            media_type=DRAWING if self._drawing else "",
            width=0,
            height=0,
            revised_prompt=answer.revised_prompt,
            seed=answer.seed,
            cost=self._cost(answer, order.price),
            others=tuple([other async for other in self._others(answer)]),
        )

    async def _others(self, answer: Answer) -> AsyncIterator[bytes]:
        """Further pictures of the same purchase; one that can't be fetched costs no other."""
        for other in answer.others:
            with contextlib.suppress(ModelError):
                yield await self._fetched(other)

    def _cost(self, answer: Answer, listed: float | None) -> float | None:
        """What the answer says it cost, else what its tokens cost, else what the list says."""
        if answer.usd is not None:
            return answer.usd
        spent = self.setup.row.price.spent(answer.tokens)
        return listed if spent is None else spent


def _name(body: bytes, place: str) -> str:
    """What an answer calls the style that was made."""
    found = dig(parse(body), place)
    if not isinstance(found, str) or not 0 < len(found) <= _LONGEST_NAME:
        raise BadAnswer("the answer names no style; check model and base_url")
    return found
