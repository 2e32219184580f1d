"""Downloads a picture from an address that a vendor named; such an address is a stranger's word.

Without a key, over https, from public hosts only; the name is looked up once, the connection goes
to what was checked, and the body is counted while it comes.
"""

from __future__ import annotations

import asyncio
import contextlib
import ipaddress
import socket
import urllib.request
from urllib.parse import urljoin

import httpx

from ...errors import BadAnswer, Unavailable, UnknownOutcome
from .endpoint import is_local
from .http_client import read_body
from .http_errors import retry_after
from .messages import CONNECT_SECONDS
from .pace import pause

LARGEST_PICTURE = 48 * 2**20  # bytes
_MOST_REDIRECTS = 3
_TRIES = 3  # fetching costs nothing; losing a picture that was paid for does
_SECONDS = 90.0  # for one try
_LONGEST_WAIT = 30.0  # seconds before the next try
_PORTS = range(1, 65536)
_LATER = {403, 404, 408, 410, 425, 429}  # a store of pictures may be a moment behind its vendor
_LOST = "the picture was made, but can't be fetched"
_CURE = "it may have been charged; try again later"
_ELSE = "let the server name a public https address, or send the picture itself"


async def download(address: str, *, local: bool = False) -> bytes:
    """The bytes behind an address; `local` also allows this machine, for a server on it."""
    for attempt in range(_TRIES):
        try:
            async with asyncio.timeout(_SECONDS):
                return await _followed(address, local=local)
        except (TimeoutError, Unavailable) as error:
            if attempt == _TRIES - 1:
                raise _lost(error) from None
            asked = getattr(error, "retry_after", None) or 0.0
            await pause(max(2.0**attempt, min(asked, _LONGEST_WAIT)))
    raise AssertionError


def _lost(error: TimeoutError | Unavailable) -> UnknownOutcome:
    why = "it took too long" if isinstance(error, TimeoutError) else str(error)
    return UnknownOutcome(f"{_LOST} ({why}); {_CURE}", status=getattr(error, "status", None))


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
        self._inner = httpx.AsyncHTTPTransport()
        self._proxied: dict[str, httpx.AsyncHTTPTransport] = {}

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        scheme, host, port = request.url.scheme, request.url.host, request.url.port
        proxy = _proxy(host)
        if proxy:  # it looks names up itself, and decides what may be reached
            check_name(scheme, host, port)
            if proxy not in self._proxied:
                self._proxied[proxy] = httpx.AsyncHTTPTransport(proxy=proxy)
            return await self._proxied[proxy].handle_async_request(request)
        ips = await public_addresses(scheme, host, port, local=self._local)
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


def check_name(scheme: str, host: str, port: int | None) -> None:
    """BadAnswer for what can't be a public host by its name alone: a proxy looks it up."""
    _check_possible(scheme, host, port)
    if scheme != "https":
        raise BadAnswer(f"the picture's address is not https; {_ELSE}")
    with contextlib.suppress(ValueError):
        if not is_public(ipaddress.ip_address(host)):
            raise BadAnswer(f"the picture's address points into a private network ({host}); {_ELSE}")


def _check_possible(scheme: str, host: str, port: int | None) -> None:
    if scheme not in {"https", "http"} or not host:
        raise BadAnswer(f"the picture's address is no web address ({scheme}:); {_ELSE}")
    if (port or 443) not in _PORTS:
        raise BadAnswer(f"the picture's address is no address (port {port}); {_ELSE}")


async def public_addresses(scheme: str, host: str, port: int | None, *, local: bool) -> list[str]:
    """The network addresses to connect to for a host, if they are public ones.

    `local` also allows this machine, for a server on it.
    """
    _check_possible(scheme, host, port)
    loop = asyncio.get_running_loop()
    try:
        found = await loop.getaddrinfo(host, port or 443, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise Unavailable(f"no such host: {host}") from None
    ips = [ipaddress.ip_address(str(entry[4][0]).split("%")[0]) for entry in found]
    if local and ips and all(ip.is_loopback for ip in ips):
        return list(dict.fromkeys(map(str, ips)))
    if scheme != "https":
        raise BadAnswer(f"the picture's address is not https; {_ELSE}")
    if not ips or not all(is_public(ip) for ip in ips):
        raise BadAnswer(f"the picture's address points into a private network ({host}); {_ELSE}")
    return list(dict.fromkeys(map(str, ips)))


def is_public(ip: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    """Whether an address is open to everybody, also one that carries another one inside."""
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour
        if ip in ipaddress.ip_network("64:ff9b::/96"):  # NAT64 carries an IPv4 address inside
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner:
            return is_public(inner)
    return ip.is_global and not ip.is_multicast and not ip.is_reserved
