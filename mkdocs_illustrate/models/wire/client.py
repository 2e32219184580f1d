"""Plain HTTP: the only room that imports httpx.

Vendors are asked here where the OpenAI SDK does not fit. Pictures are fetched here too, but from an
address that a vendor named: without a key, over https, from public hosts only; the name is looked
up once, the connection goes to what was checked, and the body is counted while it comes.
"""

from __future__ import annotations

import asyncio
import base64
from collections.abc import Mapping
from typing import Any
from urllib.parse import urljoin

import httpx

from ...errors import BadAnswer, ModelError, Unavailable, UnknownOutcome
from .faults import fault
from .guard import checked
from .messages import Ask, Came
from .pauses import pause
from .redaction import redact

_MOST_ANSWER = 96 * 2**20  # bytes: a large picture in base64, and room for a second one
_MOST_PICTURE = 48 * 2**20
_MOST_HOPS = 3
_TRIES = 3  # fetching costs nothing; losing a picture that was paid for does
_SECONDS = 90.0
_LATER = {403, 404, 408, 410, 425, 429}  # a store of pictures may be a moment behind its vendor
_CONNECT = 10.0  # seconds to reach a server that is there
_LOST = "the picture was made, but can't be fetched"
_CURE = "it may have been charged; try again later"
_UNREACHED = (httpx.ConnectError, httpx.ConnectTimeout, httpx.UnsupportedProtocol)


class Client:
    """One vendor's address, spoken to in plain HTTP."""

    def __init__(
        self,
        base_url: str,
        headers: Mapping[str, str],
        secrets: tuple[str | None, ...],
        statuses: Mapping[int, str],
        *,
        local: bool,
    ) -> None:
        self._base_url = base_url
        self._secrets = secrets
        self._statuses = statuses
        self._client = httpx.AsyncClient(
            headers={"Accept-Encoding": "identity", **headers},
            timeout=httpx.Timeout(None, connect=_CONNECT),  # the lane keeps the time
            follow_redirects=False,  # a redirected POST would carry the article elsewhere
            trust_env=not local,  # a proxy has no business on this machine
        )

    async def send(self, ask: Ask) -> Came:
        """Send one request; what is not a good answer is one of the house's errors."""
        try:
            response, body = await self._sent(ask)
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            lost = self._lost(error)
        else:
            status, headers = response.status_code, response.headers
            if 200 <= status < 300:
                return Came(body=body, headers=headers)
            lost = fault(status, headers, body, *self._secrets, known=self._statuses)
        raise lost  # here, so that it does not carry httpx's own, with all its words

    async def _sent(self, ask: Ask) -> tuple[httpx.Response, bytes]:
        address = ask.path if "://" in ask.path else f"{self._base_url}{ask.path}"
        request = self._client.build_request(
            ask.method, address, headers=dict(ask.headers), **_content(ask)
        )
        response = await self._client.send(request, stream=True)
        try:
            return response, await _count(response, "the answer", _MOST_ANSWER)
        finally:
            await response.aclose()

    def _lost(self, error: Exception) -> ModelError:
        """No answer: did the request get there at all?"""
        words = redact(str(error), *self._secrets) or type(error).__name__
        if isinstance(error, (*_UNREACHED, httpx.InvalidURL)):
            return Unavailable(f"the server can't be reached ({words})")
        return UnknownOutcome(f"the connection was cut ({words}); the call may have been charged")

    async def close(self) -> None:
        """Let go of the connections."""
        await self._client.aclose()


def _content(ask: Ask) -> dict[str, Any]:
    if ask.method == "GET":
        return {}
    if not ask.form:
        return {"json": dict(ask.body)}
    parts: list[tuple[str, Any]] = []
    for name, value in ask.body.items():
        several = value if isinstance(value, list) else [value]
        file = name in ask.files
        parts += [(name, _file(one) if file else (None, _plain(one))) for one in several]
    return {"files": parts}


def _plain(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _file(data_url: str) -> tuple[str, bytes, str]:
    kind, _, data = data_url.removeprefix("data:").partition(";base64,")
    return f"picture.{kind.rpartition('/')[2]}", base64.b64decode(data), kind


async def fetch(address: str, *, local: bool = False) -> bytes:
    """The bytes behind an address; `local` also allows this machine, for a server on it."""
    for attempt in range(_TRIES):
        try:
            async with asyncio.timeout(_SECONDS):
                return await _follow(address, local=local)
        except (TimeoutError, Unavailable) as error:
            if attempt == _TRIES - 1:
                why = "it took too long" if isinstance(error, TimeoutError) else str(error)
                lost = UnknownOutcome(f"{_LOST} ({why}); {_CURE}")
                lost.status = getattr(error, "status", None)
                raise lost from None
            await pause(2.0**attempt)
    raise AssertionError


async def _follow(address: str, *, local: bool) -> bytes:
    transport = _Checked(local=local)
    limits = httpx.Timeout(30.0, connect=_CONNECT)
    async with httpx.AsyncClient(transport=transport, trust_env=False, timeout=limits) as client:
        for _ in range(_MOST_HOPS + 1):
            try:
                found = await _get(client, address)
            except httpx.HTTPError as error:
                raise Unavailable(type(error).__name__) from None
            if isinstance(found, bytes):
                return found
            address = _next(address, found)
    raise BadAnswer(f"the picture's address leads from one place to the next without end; {_CURE}")


def _next(address: str, found: str) -> str:
    try:
        return urljoin(address, found)
    except ValueError:
        raise BadAnswer(f"the picture's address leads to one that is none; {_CURE}") from None


async def _get(client: httpx.AsyncClient, address: str) -> bytes | str:
    """The body, or where it is said to be instead."""
    try:
        request = client.build_request("GET", address, headers={"Accept-Encoding": "identity"})
    except (httpx.InvalidURL, ValueError):
        raise BadAnswer(f"the picture's address is no address; {_CURE}") from None
    response = await client.send(request, stream=True)
    try:
        if response.has_redirect_location:
            return response.headers["location"]
        if response.status_code >= 500 or response.status_code in _LATER:
            later = Unavailable(f"HTTP {response.status_code}")
            later.status = response.status_code
            raise later
        if response.status_code != 200:
            raise BadAnswer(f"{_LOST} (HTTP {response.status_code}); {_CURE}")
        return await _count(response, "the picture", _MOST_PICTURE)
    finally:
        await response.aclose()


async def _count(response: httpx.Response, what: str, most: int) -> bytes:
    """The body, no longer than it may be, and nothing that unpacks into more."""
    packed = response.headers.get("content-encoding", "identity").lower()
    if packed not in {"", "identity"}:
        raise BadAnswer(f"{what} came packed ({packed}) though it was asked for plain")
    body = bytearray()
    async for chunk in response.aiter_raw():  # no chunk size: a dripping server must not hide
        body += chunk
        if len(body) > most:
            raise BadAnswer(f"{what} is longer than {most >> 20} MiB")
    return bytes(body)


class _Checked(httpx.AsyncBaseTransport):
    """Connects to the very address that was checked, under the name that was asked for."""

    def __init__(self, *, local: bool) -> None:
        self._local = local
        self._inner = httpx.AsyncHTTPTransport()

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        host = request.url.host
        address = await checked(request.url.scheme, host, request.url.port, local=self._local)
        request.headers["Host"] = request.url.netloc.decode("ascii")
        request.extensions = {**request.extensions, "sni_hostname": host}
        request.url = request.url.copy_with(host=address)
        return await self._inner.handle_async_request(request)

    async def aclose(self) -> None:
        await self._inner.aclose()
