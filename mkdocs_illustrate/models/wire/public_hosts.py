"""Which hosts are open to everybody: an address out of an answer may lead to no other.

The list is our own: what Python takes for global changes from one patch to the next.
"""

from __future__ import annotations

import asyncio
import ipaddress
import re
import socket

from ...errors import BadAnswer, Unavailable

_PORTS = range(1, 65536)
_ELSE = "let the server name a public https address, or send the picture itself"
_Address = ipaddress.IPv4Address | ipaddress.IPv6Address
# IANA's registry of special-purpose IPv4 addresses, whole: also what can be reached there is no host of pictures
_SPECIAL_4 = (
    "0.0.0.0/8",  # this network
    "10.0.0.0/8",
    "100.64.0.0/10",  # behind a provider's NAT; in a cloud also its metadata: 100.100.100.200
    "127.0.0.0/8",
    "169.254.0.0/16",  # link-local; metadata of most clouds: 169.254.169.254
    "172.16.0.0/12",
    "192.0.0.0/24",  # protocols; metadata too: 192.0.0.192
    "192.0.2.0/24",  # documentation
    "192.31.196.0/24",  # AS112
    "192.52.193.0/24",  # AMT
    "192.88.99.0/24",  # 6to4 relays
    "192.168.0.0/16",
    "192.175.48.0/24",  # AS112
    "198.18.0.0/15",  # benchmarks
    "198.51.100.0/24",  # documentation
    "203.0.113.0/24",  # documentation
    "224.0.0.0/4",  # multicast
    "240.0.0.0/4",  # reserved, and broadcast
)
# Of the whole Internet, but inside a cloud they answer from within
_CLOUDS = (
    "168.63.129.16/32",  # Azure's wire server
    "161.26.0.0/16",  # IBM's services
    "166.8.0.0/14",
)
# All that IANA has given to hosts; not ::1, 100::/64, 5f00::/16, fc00::/7, …
_UNICAST = ipaddress.IPv6Network("2000::/3")
_SPECIAL_6 = (
    "2001::/23",  # Teredo, benchmarks, ORCHID, drones
    "2001:db8::/32",  # documentation
    "2002::/16",  # 6to4: carries an IPv4 address inside
    "2620:4f:8000::/48",  # AS112
    "3fff::/20",  # documentation
)
_CLOSED_4 = tuple(map(ipaddress.IPv4Network, _SPECIAL_4 + _CLOUDS))
_CLOSED_6 = tuple(map(ipaddress.IPv6Network, _SPECIAL_6))
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")  # carries an IPv4 address inside: the way out of a network without IPv4
_NUMBER = re.compile(r"(?:.*\.)?(?:\d+|0x[0-9a-f]*)\.?", re.IGNORECASE)  # 127.1, 0x7f000001, 1.2.3.4
# Names that mean something else in each network, or none at all
_PRIVATE_NAME = re.compile(
    r"[^.]*\.?|.*\.(?:alt|arpa|internal|intranet|invalid|lan|local|localdomain|localhost|onion|test)\.?", re.IGNORECASE
)


def check_name(scheme: str, host: str, port: int | None) -> None:
    """BadAnswer for what can't be a public host by its name alone: a proxy looks it up."""
    _check_possible(scheme, host, port)
    _check_scheme(scheme)
    try:
        public = is_public(ipaddress.ip_address(host))
    except ValueError:  # what ends like a number is an address for whoever resolves it
        public = not (_NUMBER.fullmatch(host) or _PRIVATE_NAME.fullmatch(host))
    if not public:
        raise _private(host)


async def public_addresses(scheme: str, host: str, port: int | None, *, local: bool) -> list[str]:
    """The network addresses to connect to for a host, if they are public ones.

    `local` also allows this machine, for a server on it.
    """
    _check_possible(scheme, host, port)
    loop = asyncio.get_running_loop()
    try:
        found = await loop.getaddrinfo(host, port or 443, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise Unavailable(f"no such host: {host[:80]}") from None
    ips = [ipaddress.ip_address(str(entry[4][0]).split("%")[0]) for entry in found]
    if not (local and ips and all(map(is_here, ips))):
        _check_scheme(scheme)
        if not ips or not all(map(is_public, ips)):
            raise _private(host)
    return list(dict.fromkeys(map(str, ips)))


def is_public(ip: _Address) -> bool:
    """Whether an address is open to everybody, also one that carries another one inside."""
    if isinstance(ip, ipaddress.IPv4Address):
        return not any(ip in closed for closed in _CLOSED_4)
    inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF) if ip in _NAT64 else ip.ipv4_mapped
    if inner:
        return is_public(inner)
    return ip in _UNICAST and not any(ip in closed for closed in _CLOSED_6)


def is_here(ip: _Address | str) -> bool:
    """Whether an address is this machine's own."""
    return ipaddress.ip_address(ip).is_loopback


def _check_possible(scheme: str, host: str, port: int | None) -> None:
    if scheme not in {"https", "http"} or not host:
        raise BadAnswer(f"the picture's address is no web address ({scheme[:20]}:); {_ELSE}")
    if (443 if port is None else port) not in _PORTS:
        raise BadAnswer(f"the picture's address is no address (port {port}); {_ELSE}")


def _check_scheme(scheme: str) -> None:
    if scheme != "https":
        raise BadAnswer(f"the picture's address is not https; {_ELSE}")


def _private(host: str) -> BadAnswer:
    return BadAnswer(f"the picture's address points into a private network ({host[:80]}); {_ELSE}")
