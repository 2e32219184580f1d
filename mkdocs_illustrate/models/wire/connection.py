"""What a dialect speaks through; its libraries are loaded with the first call.

A build with nothing to buy opens no connection.
"""

from __future__ import annotations

import asyncio
import threading
import uuid
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import AbstractAsyncContextManager, contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from ...errors import BadAnswer, ModelError, Refused, Retired
from .endpoint import Endpoint
from .messages import Request, Response
from .paid_calls import payer_of_this_call
from .redaction import redact, without, without_bytes
from .retries import Retries
from .vendor_queue import VendorQueue

if TYPE_CHECKING:
    from .http_client import HttpClient
    from .openai_client import OpenAIClient

T = TypeVar("T")

# Some hosts refuse a client that does not say its name.
_HEADERS = {"User-Agent": "mkdocs-illustrate"}
_LONGEST = 500  # characters of a message
# httpx and what imports it: of two threads that load them at once, one may see half a module.
_LOADING = threading.Lock()


class Connection:
    """One model's way to its vendor: asks it, and downloads pictures that it named."""

    def __init__(self, endpoint: Endpoint, queue: VendorQueue) -> None:
        self._endpoint = endpoint
        self._queue = queue
        self._openai: OpenAIClient | None = None
        self._http: HttpClient | None = None
        self._opening = asyncio.Lock()

    def ready(self) -> None:
        """Raise NotAllowed if there is no key to call with."""
        self._endpoint.key()

    async def send(self, request: Request, *, read: Callable[[Response], T], retries: Retries, seconds: float) -> T:
        """Ask in plain HTTP when it is its turn, and read what came."""
        client = await self._http_client()
        headers = request.headers if request.method == "GET" else {**_idempotency_key(), **request.headers}
        marked = replace(request, headers=headers)
        return await self._answered(lambda: client.send(marked), read, retries, seconds)

    async def send_with_sdk(
        self,
        path: str,
        body: Mapping[str, Any],
        *,
        read: Callable[[bytes], T],
        retries: Retries,
        seconds: float,
    ) -> T:
        """Ask through the OpenAI SDK when it is its turn, and read the answer's bytes."""
        client, headers = await self._openai_client(), _idempotency_key()

        async def ask() -> Response:
            return Response(body=await client.send(path, body, headers))

        return await self._answered(ask, lambda answer: read(answer.body), retries, seconds)

    async def _answered(
        self, ask: Callable[[], Awaitable[Response]], read: Callable[[Response], T], retries: Retries, seconds: float
    ) -> T:
        """Ask when it is its turn, and read what came: whoever pays keeps it first."""
        payer = payer_of_this_call() if retries.pays else None
        kept = await payer.answer_of_before() if payer else None
        if payer is not None and kept is not None:
            try:
                return await asyncio.to_thread(_judged, read, kept)
            except BadAnswer:
                await payer.judged_bad()

        async def once() -> T:
            answer = await ask()
            if payer is None:
                return await asyncio.to_thread(_judged, read, answer)
            clean = await asyncio.to_thread(self._keyless, answer)
            back = await payer.arrived(clean)
            with_key = None if clean == answer else answer  # an address in it may need the key, which is on no disk
            del answer, clean  # while it waits to be read, what is on disk need not be in the memory too
            return await asyncio.to_thread(lambda: _judged(read, with_key or back()))  # megabytes of JSON and base64

        return await self._in_turn(once, retries, seconds)

    async def get(self, path: str, *, retries: Retries, seconds: float) -> Response:
        """What lies at a path."""
        request = Request(path=path, method="GET")
        return await self.send(request, read=lambda response: response, retries=retries, seconds=seconds)

    async def download(self, address: str, seconds: float) -> bytes:
        """The picture behind an address; on this machine only if the server is here too."""
        download = await asyncio.to_thread(_loaded_download)
        return await download(address, seconds=seconds, local=self._endpoint.local)

    def trusted_address(self, address: str) -> str:
        """An address out of an answer, if the key may go there; BadAnswer if not."""
        return self._endpoint.trusted_address(address)

    @contextmanager
    def redacted_errors(self) -> Iterator[None]:
        """Whatever goes wrong in here is told in one line, without the key."""
        try:
            yield
        except ModelError as error:
            error.args = (redact(str(error), *self._endpoint.secrets(), most=_LONGEST),)
            raise

    def without_key(self, text: str) -> str:
        """A server's words without the key, should it repeat it."""
        return without(text, *self._endpoint.secrets())

    def noted(self, text: str) -> str:
        """What is noted on disk: as it is, but for the key."""
        data = without_bytes(text.encode("utf-8", "surrogatepass"), *self._endpoint.secrets())
        return data.decode("utf-8", "surrogatepass")

    def _keyless(self, answer: Response) -> Response:
        headers = {name: self.noted(value) for name, value in answer.headers.items()}
        return Response(body=without_bytes(answer.body, *self._endpoint.secrets()), headers=headers)

    def closed(self) -> ModelError | None:
        """Why nobody is asked any more, if it is so."""
        return self._queue.closed(self._endpoint.model)

    def seat(self) -> AbstractAsyncContextManager[None]:
        """One of the calls in flight, kept for a job from submit to done."""
        return self._queue.seat()

    async def close(self) -> None:
        """Let go of the connections."""
        for client in (self._openai, self._http):
            if client is not None:
                await client.close()
        self._openai = self._http = None

    async def _in_turn(self, once: Callable[[], Awaitable[T]], retries: Retries, seconds: float) -> T:
        try:
            return await self._queue.send(once, retries, seconds, self._endpoint.model)
        except Retired as error:
            raise self._with_successor(error) from None

    def _with_successor(self, error: Retired) -> Retired:
        """The same, with the name of the model that came after."""
        successor = self._endpoint.successor
        cure = f"; use {successor} instead" if successor else ""
        if not cure or cure in str(error):
            return error
        return Retired(f"{error}{cure}", status=error.status)

    async def _http_client(self) -> HttpClient:
        async with self._opening:
            if self._http is None:
                self._http = await asyncio.to_thread(lambda: _load_http()(self._endpoint, _HEADERS))
            return self._http

    async def _openai_client(self) -> OpenAIClient:
        async with self._opening:
            if self._openai is None:
                self._openai = await asyncio.to_thread(lambda: _load_openai()(self._endpoint, _HEADERS))
            return self._openai


def _load_http() -> type[HttpClient]:
    with _LOADING:
        from .http_client import HttpClient  # noqa: PLC0415 - loaded when first used

        return HttpClient


def _load_openai() -> type[OpenAIClient]:
    with _LOADING:
        from .openai_client import OpenAIClient  # noqa: PLC0415 - the SDK is heavy: loaded when first used

        return OpenAIClient


def _loaded_download() -> Callable[..., Awaitable[bytes]]:
    with _LOADING:
        from .downloads import download  # noqa: PLC0415 - few vendors answer with an address

        return download


def _judged(read: Callable[[Response], T], answer: Response) -> T:
    """Read an answer; who refuses in an answer that is good by its status may well have billed it."""
    try:
        return read(answer)
    except Refused as error:
        error.maybe_charged = True
        raise


def _idempotency_key() -> dict[str, str]:
    """The order's own, or the same for all repeats of one call: a server that knows this header bills them once."""
    payer = payer_of_this_call()
    return {"Idempotency-Key": (payer and payer.mark) or uuid.uuid4().hex}
