"""Fetches a picture from an address that a vendor named.

Without a key, over https, from public hosts only; the name is looked up once, the connection goes
to what was checked, and the body is counted while it comes.
"""

from __future__ import annotations

import asyncio
import urllib.request
from urllib.parse import urljoin

import httpx

from ...errors import BadAnswer, Unavailable, UnknownOutcome
from .client import CONNECT, count
from .guard import checked, is_local, named
from .pauses import pause
from .said import wait_time

_MOST_PICTURE = 48 * 2**20
_MOST_HOPS = 3
_TRIES = 3  # fetching costs nothing; losing a picture that was paid for does
_SECONDS = 90.0
_LONGEST_WAIT = 30.0
_LATER = {403, 404, 408, 410, 425, 429}  # a store of pictures may be a moment behind its vendor
_LOST = "the picture was made, but can't be fetched"
_CURE = "it may have been charged; try again later"


async def fetch(address: str, *, local: bool = False) -> bytes:
    """The bytes behind an address; `local` also allows this machine, for a server on it."""
    for attempt in range(_TRIES):
        try:
            async with asyncio.timeout(_SECONDS):
                return await _follow(address, local=local)
        except (TimeoutError, Unavailable) as error:
            if attempt == _TRIES - 1:
                raise _lost(error) from None
            asked = getattr(error, "retry_after", None) or 0.0
            await pause(max(2.0**attempt, min(asked, _LONGEST_WAIT)))
    raise AssertionError


def _lost(error: TimeoutError | Unavailable) -> UnknownOutcome:
    why = "it took too long" if isinstance(error, TimeoutError) else str(error)
    return UnknownOutcome(f"{_LOST} ({why}); {_CURE}", status=getattr(error, "status", None))


async def _follow(address: str, *, local: bool) -> bytes:
    transport = _Checked(local=local)
    limits = httpx.Timeout(30.0, connect=CONNECT)
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
        status = response.status_code
        if status >= 500 or status in _LATER:
            wait = wait_time(response.headers)
            raise Unavailable(f"HTTP {status}", retry_after=wait, status=status)
        if status != 200:
            raise BadAnswer(f"{_LOST} (HTTP {status}); {_CURE}")
        return await count(response, "the picture", _MOST_PICTURE)
    finally:
        await response.aclose()


class _Checked(httpx.AsyncBaseTransport):
    """Connects to the very addresses that were checked, under the name that was asked for."""

    def __init__(self, *, local: bool) -> None:
        self._local = local
        self._inner = httpx.AsyncHTTPTransport()
        self._proxied: dict[str, httpx.AsyncHTTPTransport] = {}

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        scheme, host, port = request.url.scheme, request.url.host, request.url.port
        proxy = _proxy(host)
        if proxy:  # it looks names up itself, and decides what may be reached
            named(scheme, host, port)
            if proxy not in self._proxied:
                self._proxied[proxy] = httpx.AsyncHTTPTransport(proxy=proxy)
            return await self._proxied[proxy].handle_async_request(request)
        places = await checked(scheme, host, port, local=self._local)
        request.headers["Host"] = request.url.netloc.decode("ascii")
        request.extensions = {**request.extensions, "sni_hostname": host}
        for place in places[:-1]:
            request.url = request.url.copy_with(host=place)
            try:
                return await self._inner.handle_async_request(request)
            except (httpx.ConnectError, httpx.ConnectTimeout):
                continue
        request.url = request.url.copy_with(host=places[-1])
        return await self._inner.handle_async_request(request)

    async def aclose(self) -> None:
        for transport in (self._inner, *self._proxied.values()):
            await transport.aclose()


def _proxy(host: str) -> str | None:
    """The proxy that the environment names for a host, as for every other call."""
    if is_local(host) or urllib.request.proxy_bypass(host):
        return None
    known = urllib.request.getproxies()
    proxy = known.get("https") or known.get("all")
    return proxy if not proxy or "://" in proxy else f"http://{proxy}"
