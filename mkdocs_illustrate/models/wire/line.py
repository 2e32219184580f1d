"""A vendor's line, opened with the first call: a build with nothing to buy loads no library."""

from __future__ import annotations

import uuid
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import SplitResult, urlsplit

from ...errors import BadAnswer, ModelError, NotAllowed, Retired
from .credentials import Auth
from .guard import is_local
from .lane import Lane, Repeats
from .messages import Ask, Came
from .redaction import without

if TYPE_CHECKING:
    from .client import Client
    from .sdk import Endpoint

T = TypeVar("T")

# Some hosts refuse a client that does not say its name.
_HEADERS = {"User-Agent": "mkdocs-illustrate"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a model lives, and how one gets in."""

    base_url: str
    key: Callable[[], str | None] = field(repr=False)
    auth: Auth = field(default_factory=Auth)
    domain: str = ""
    """Its hosts lie below, besides the one of base_url."""
    usual: str = ""
    """The vendor's own base_url, where another one is used."""
    statuses: Mapping[int, str] = field(default_factory=dict)
    model: str = ""
    successor: str = ""


class Line:
    """What a dialect speaks through: it asks the vendor, and fetches pictures that it named."""

    def __init__(self, place: Place, lane: Lane) -> None:
        self._place = place
        self._lane = lane
        self._local = is_local(urlsplit(place.base_url).hostname or "")
        self._sdk: Endpoint | None = None
        self._client: Client | None = None

    def ready(self) -> None:
        """Raise NotAllowed if there is no key to call with."""
        self._place.key()

    async def post(
        self,
        path: str,
        body: Mapping[str, Any],
        *,
        read: Callable[[bytes], T],
        repeats: Repeats,
        seconds: float,
    ) -> T:
        """Ask through the OpenAI SDK when it is its turn, and read the answer's bytes."""
        if self._sdk is None:
            from .sdk import Endpoint  # noqa: PLC0415 - the SDK is heavy: loaded when first used

            self._sdk = Endpoint(self._place, _HEADERS)
        sdk, mark = self._sdk, _mark()

        async def once() -> T:
            return read(await sdk.send(path, body, mark))

        return await self._send(once, repeats, seconds)

    async def ask(self, ask: Ask, *, read: Callable[[Came], T], repeats: Repeats, seconds: float) -> T:
        """Ask in plain HTTP when it is its turn, and read what came."""
        client = self._opened()
        headers = ask.headers if ask.method == "GET" else {**_mark(), **ask.headers}
        marked = replace(ask, headers=headers)

        async def once() -> T:
            return read(await client.send(marked))

        return await self._send(once, repeats, seconds)

    async def look(self, path: str, *, repeats: Repeats, seconds: float) -> Came:
        """What lies at a path."""
        ask = Ask(path=path, method="GET")
        return await self.ask(ask, read=lambda came: came, repeats=repeats, seconds=seconds)

    @contextmanager
    def discreet(self) -> Iterator[None]:
        """Whatever goes wrong in here is told in one line, without the key."""
        try:
            yield
        except ModelError as error:
            error.args = (" ".join(self.hushed(str(error)).split()),)
            raise

    def hushed(self, text: str) -> str:
        """A server's words without the key, should it repeat it."""
        return without(text, *self._secrets())

    def _secrets(self) -> tuple[str | None, ...]:
        try:
            key = self._place.key()
        except NotAllowed:
            return ()
        return (key, *self._place.auth.headers(key).values())

    async def _send(self, once: Callable[[], Awaitable[T]], repeats: Repeats, seconds: float) -> T:
        try:
            return await self._lane.send(once, repeats, seconds, self._place.model)
        except Retired as error:
            raise self._followed(error) from None

    def _followed(self, error: Retired) -> Retired:
        """The same, with the name of the model that came after."""
        cure = f"; use {self._place.successor} instead" if self._place.successor else ""
        if not cure or cure in str(error):
            return error
        return Retired(f"{error}{cure}", status=error.status)

    def _opened(self) -> Client:
        if self._client is None:
            from .client import Client  # noqa: PLC0415 - loaded when first used

            place, key = self._place, self._place.key()
            headers = _HEADERS | place.auth.headers(key)
            self._client = Client(place.base_url, headers, self._secrets(), place.statuses, local=self._local)
        return self._client

    async def fetch(self, address: str) -> bytes:
        """The picture behind an address; on this machine only if the server is here too."""
        from .fetching import fetch  # noqa: PLC0415 - few vendors answer with an address

        return await fetch(address, local=self._local)

    def inside(self, address: str) -> str:
        """An address out of an answer, if the key may go there; BadAnswer if not.

        With a base_url outside the vendor's domain, the vendor's addresses are moved there.
        """
        place, own = self._place, urlsplit(self._place.base_url)
        try:
            parts = urlsplit(address)
            port = parts.port
        except ValueError:
            raise BadAnswer("the answer leads to an address that is none; check base_url") from None
        if (parts.scheme, parts.netloc) == (own.scheme, own.netloc):
            return address
        elsewhere = place.base_url != place.usual and not self._below(own)
        if elsewhere and own.netloc and parts.scheme in {"http", "https"}:
            return self._moved(parts)
        if parts.scheme == "https" and self._below(parts) and port in {None, 443}:
            return address
        host = (parts.hostname or "")[:80]
        raise BadAnswer(f"the answer leads to a foreign host ({host}); check base_url")

    def _below(self, parts: SplitResult) -> bool:
        """Whether a host is one of the vendor's own, of whatever region."""
        domain = self._place.domain
        inside = f".{parts.hostname or ''}".endswith(f".{domain}")
        return bool(domain) and inside and "@" not in parts.netloc

    def _moved(self, parts: SplitResult) -> str:
        """The same place behind the author's base_url."""
        rest = parts.path.removeprefix(urlsplit(self._place.usual).path)
        return f"{self._place.base_url}{rest}{f'?{parts.query}' if parts.query else ''}"

    def closed(self) -> ModelError | None:
        """Why nobody is asked any more, if it is so."""
        return self._lane.shut(self._place.model)

    async def close(self) -> None:
        """Let go of the connections."""
        for opened in (self._sdk, self._client):
            if opened is not None:
                await opened.close()
        self._sdk = self._client = None


def _mark() -> dict[str, str]:
    """The same for all repeats of one call: a server that knows this header bills them once."""
    return {"Idempotency-Key": uuid.uuid4().hex}
