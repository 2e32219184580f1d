"""Downloads a picture from an address that a vendor named; such an address is a stranger's word.

Without a key, over https, from public hosts only; the name is looked up once, the connection goes
to what was checked, and the body is counted while it comes, against a clock for all tries.
"""

from __future__ import annotations

import asyncio
import logging
import urllib.request
from urllib.parse import urljoin

import httpx

from ...errors import BadAnswer, Unavailable, UnknownOutcome
from .endpoint import is_local
from .http_client import certificates, read_body
from .http_errors import retry_after
from .messages import CONNECT_SECONDS
from .pace import pause
from .public_hosts import check_name, is_here, public_addresses

logging.getLogger("httpx").setLevel(logging.WARNING)  # it prints whole addresses at INFO

LARGEST_PICTURE = 48 * 2**20  # bytes
_MOST_REDIRECTS = 3
_TRIES = 3  # fetching costs nothing; losing a picture that was paid for does
_LONGEST_WAIT = 30.0  # seconds before the next try
_LATER = {403, 404, 408, 410, 425, 429}  # a store of pictures may be a moment behind its vendor
_LOST = "the picture was made, but can't be fetched"
_CURE = "it may have been charged; try again later"


async def download(address: str, *, seconds: float, local: bool = False) -> bytes:
    """The bytes behind an address, within so many seconds; `local` also allows this machine, for a server on it."""
    try:
        async with asyncio.timeout(seconds):  # all tries together: who drips does not hold a build three times
            return await _tried(address, local=local)
    except TimeoutError:
        raise UnknownOutcome(f"{_LOST} (it took longer than {seconds:g} s); {_CURE}") from None


async def _tried(address: str, *, local: bool) -> bytes:
    for attempt in range(_TRIES):
        try:
            return await _followed(address, local=local)
        except Unavailable as error:
            if attempt == _TRIES - 1:
                raise UnknownOutcome(f"{_LOST} ({error}); {_CURE}", status=error.status) from None
            await pause(max(2.0**attempt, min(error.retry_after or 0.0, _LONGEST_WAIT)))
    raise AssertionError


async def _followed(address: str, *, local: bool) -> bytes:
    transport = _CheckedTransport(local=local)
    limits = httpx.Timeout(30.0, connect=CONNECT_SECONDS)
    async with httpx.AsyncClient(transport=transport, trust_env=False, timeout=limits) as client:
        for _ in range(_MOST_REDIRECTS + 1):
            try:
                found = await _get(client, address)
            except httpx.HTTPError as error:
                raise Unavailable(type(error).__name__) from None
            if isinstance(found, bytes):
                return found
            address = _redirected(address, found)
    raise BadAnswer(f"the picture's address leads from one place to the next without end; {_CURE}")


def _redirected(address: str, found: str) -> str:
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
            wait = retry_after(response.headers)
            raise Unavailable(f"HTTP {status}", retry_after=wait, status=status)
        if status != 200:
            raise BadAnswer(f"{_LOST} (HTTP {status}); {_CURE}")
        return await read_body(response, "the picture", LARGEST_PICTURE)
    finally:
        await response.aclose()


class _CheckedTransport(httpx.AsyncBaseTransport):
    """Connects to the very addresses that were checked, under the name that was asked for."""

    def __init__(self, *, local: bool) -> None:
        self._local = local
        self._inner = httpx.AsyncHTTPTransport(verify=certificates())
        self._proxied: dict[str, httpx.AsyncHTTPTransport] = {}

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        scheme, host, port = request.url.scheme, request.url.host, request.url.port
        proxy = _proxy(host)
        if proxy:  # it looks names up itself, and decides what may be reached
            check_name(scheme, host, port)
            self._local = False
            if proxy not in self._proxied:
                self._proxied[proxy] = httpx.AsyncHTTPTransport(verify=certificates(), proxy=proxy)
            return await self._proxied[proxy].handle_async_request(request)
        ips = await public_addresses(scheme, host, port, local=self._local)
        self._local = self._local and any(map(is_here, ips))  # who leads away from this machine does not lead back
        request.headers["Host"] = request.url.netloc.decode("ascii")
        request.extensions = {**request.extensions, "sni_hostname": host}
        for ip in ips[:-1]:
            request.url = request.url.copy_with(host=ip)
            try:
                return await self._inner.handle_async_request(request)
            except (httpx.ConnectError, httpx.ConnectTimeout):
                continue
        request.url = request.url.copy_with(host=ips[-1])
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
