"""Where a picture may be fetched from: an address that a vendor named is a stranger's word."""

from __future__ import annotations

import asyncio
import contextlib
import ipaddress
import socket

from ...checks import LOOPBACK
from ...errors import BadAnswer, Unavailable

_PORTS = range(1, 65536)

_ELSE = "let the server name a public https address, or send the picture itself"


def is_local(host: str) -> bool:
    """Whether a host's name means this machine."""
    return bool(LOOPBACK.fullmatch(host))


def named(scheme: str, host: str, port: int | None) -> None:
    """BadAnswer for what can't be a public host by its name alone: a proxy looks it up."""
    _possible(scheme, host, port)
    if scheme != "https":
        raise BadAnswer(f"the picture's address is not https; {_ELSE}")
    with contextlib.suppress(ValueError):
        if not public(ipaddress.ip_address(host)):
            raise BadAnswer(f"the picture's address points into a private network ({host}); {_ELSE}")


def _possible(scheme: str, host: str, port: int | None) -> None:
    if scheme not in {"https", "http"} or not host:
        raise BadAnswer(f"the picture's address is no web address ({scheme}:); {_ELSE}")
    if (port or 443) not in _PORTS:
        raise BadAnswer(f"the picture's address is no address (port {port}); {_ELSE}")


async def checked(scheme: str, host: str, port: int | None, *, local: bool) -> list[str]:
    """The network addresses to connect to for a host, if they are public ones.

    `local` also allows this machine, for a server on it.
    """
    _possible(scheme, host, port)
    loop = asyncio.get_running_loop()
    try:
        found = await loop.getaddrinfo(host, port or 443, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise Unavailable(f"no such host: {host}") from None
    places = [ipaddress.ip_address(str(entry[4][0]).split("%")[0]) for entry in found]
    if local and places and all(place.is_loopback for place in places):
        return list(dict.fromkeys(map(str, places)))
    if scheme != "https":
        raise BadAnswer(f"the picture's address is not https; {_ELSE}")
    if not places or not all(public(place) for place in places):
        raise BadAnswer(f"the picture's address points into a private network ({host}); {_ELSE}")
    return list(dict.fromkeys(map(str, places)))


def public(place: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    """Whether an address is open to everybody, also one that carries another one inside."""
    if isinstance(place, ipaddress.IPv6Address):
        inner = place.ipv4_mapped or place.sixtofour
        if place in ipaddress.ip_network("64:ff9b::/96"):  # NAT64 carries an IPv4 address inside
            inner = ipaddress.IPv4Address(int(place) & 0xFFFFFFFF)
        if inner:
            return public(inner)
    return place.is_global and not place.is_multicast and not place.is_reserved
