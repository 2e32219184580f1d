"""Fetching a picture from an address that a vendor named: the only room that imports httpx.

The address is a stranger's word. It is fetched without a key, over https, from public hosts only;
the name is looked up once and the connection goes to what was checked; the body is counted while it
comes.
"""

from __future__ import annotations

import asyncio
import ipaddress
import socket
from urllib.parse import urljoin

import httpx

from ...errors import BadAnswer, ModelError, Unavailable

_MOST_BYTES = 48 * 2**20
_MOST_HOPS = 3
_TRIES = 3  # fetching costs nothing; losing a picture that was paid for does
_SECONDS = 90.0


async def fetch(address: str, *, local: bool = False) -> bytes:
    """The bytes behind an address; `local` also allows this machine, for a server on it."""
    for attempt in range(_TRIES):
        try:
            async with asyncio.timeout(_SECONDS):
                return await _follow(address, local=local)
        except (TimeoutError, Unavailable) as error:
            if attempt == _TRIES - 1:
                why = "it took too long" if isinstance(error, TimeoutError) else str(error)
                text = (
                    f"the picture was made, but can't be fetched ({why}); it may have been charged"
                )
                raise ModelError(text) from None
            await asyncio.sleep(2.0**attempt)
    raise AssertionError


async def _follow(address: str, *, local: bool) -> bytes:
    transport = _Checked(local=local)
    limits = httpx.Timeout(30.0, connect=10.0)
    async with httpx.AsyncClient(transport=transport, trust_env=False, timeout=limits) as client:
        for _ in range(_MOST_HOPS + 1):
            try:
                found = await _get(client, address)
            except httpx.HTTPError as error:
                raise Unavailable(type(error).__name__) from None
            if isinstance(found, bytes):
                return found
            address = urljoin(address, found)
    raise BadAnswer("the picture's address leads from one place to the next without end")


async def _get(client: httpx.AsyncClient, address: str) -> bytes | str:
    """The body, or where it is said to be instead."""
    try:
        request = client.build_request("GET", address, headers={"Accept-Encoding": "identity"})
    except (httpx.InvalidURL, ValueError):
        raise BadAnswer("the picture's address is no address") from None
    response = await client.send(request, stream=True)
    try:
        if response.is_redirect:
            return response.headers["location"]
        if response.status_code >= 500 or response.status_code == 429:
            raise Unavailable(f"HTTP {response.status_code}")
        if response.status_code != 200:
            raise BadAnswer(f"the picture's address answers HTTP {response.status_code}")
        if response.headers.get("content-encoding", "identity") != "identity":
            raise BadAnswer("the picture came packed though it was asked for plain")
        return await _count(response)
    finally:
        await response.aclose()


async def _count(response: httpx.Response) -> bytes:
    body = bytearray()
    async for chunk in response.aiter_raw():  # no chunk size: a dripping server must not hide
        body += chunk
        if len(body) > _MOST_BYTES:
            raise BadAnswer(f"the picture is larger than {_MOST_BYTES >> 20} MiB")
    return bytes(body)


class _Checked(httpx.AsyncBaseTransport):
    """Connects to the very address that was checked, under the name that was asked for."""

    def __init__(self, *, local: bool) -> None:
        self._local = local
        self._inner = httpx.AsyncHTTPTransport()

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        host = request.url.host
        address = await self._check(request.url.scheme, host, request.url.port)
        request.headers["Host"] = request.url.netloc.decode("ascii")
        request.extensions = {**request.extensions, "sni_hostname": host}
        request.url = request.url.copy_with(host=address)
        return await self._inner.handle_async_request(request)

    async def _check(self, scheme: str, host: str, port: int | None) -> str:
        if scheme not in {"https", "http"} or not host:
            raise BadAnswer(f"the picture's address is no web address ({scheme}:)")
        loop = asyncio.get_running_loop()
        try:
            found = await loop.getaddrinfo(host, port or 443, type=socket.SOCK_STREAM)
        except OSError:
            raise Unavailable(f"no such host: {host}") from None
        places = [ipaddress.ip_address(str(entry[4][0]).split("%")[0]) for entry in found]
        at_home = all(place.is_loopback for place in places)
        if self._local and at_home:
            return str(places[0])
        if scheme != "https":
            raise BadAnswer("the picture's address is not https")
        if not places or not all(_public(place) for place in places):
            raise BadAnswer(f"the picture's address points into a private network ({host})")
        return str(places[0])

    async def aclose(self) -> None:
        await self._inner.aclose()


def _public(place: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    if isinstance(place, ipaddress.IPv6Address):
        inner = place.ipv4_mapped or place.sixtofour
        if place in ipaddress.ip_network("64:ff9b::/96"):  # NAT64 carries an IPv4 address inside
            inner = ipaddress.IPv4Address(int(place) & 0xFFFFFFFF)
        if inner:
            return _public(inner)
    return place.is_global and not place.is_multicast and not place.is_reserved
