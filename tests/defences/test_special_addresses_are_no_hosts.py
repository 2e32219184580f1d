"""No picture lies in a range that the registries keep for something special, nor where a cloud answers from within.

The ranges are those of IANA's registries of special-purpose addresses, written here once more, from their other end: a
range is held by its first and its last address.
"""

from __future__ import annotations

import asyncio
import ipaddress
from collections.abc import Callable

import pytest

from mkdocs_illustrate.errors import BadAnswer, ModelError
from mkdocs_illustrate.models.wire.downloads import download
from mkdocs_illustrate.models.wire.public_hosts import check_name, is_public, public_addresses

SPECIAL = {
    "this network": "0.0.0.0/8",
    "private, large": "10.0.0.0/8",
    "a provider's NAT": "100.64.0.0/10",
    "loopback": "127.0.0.0/8",
    "link-local": "169.254.0.0/16",
    "private, middle": "172.16.0.0/12",
    "protocols": "192.0.0.0/24",
    "documentation 1": "192.0.2.0/24",
    "AS112": "192.31.196.0/24",
    "AMT": "192.52.193.0/24",
    "6to4 relays": "192.88.99.0/24",
    "private, small": "192.168.0.0/16",
    "AS112 by delegation": "192.175.48.0/24",
    "benchmarks": "198.18.0.0/15",
    "documentation 2": "198.51.100.0/24",
    "documentation 3": "203.0.113.0/24",
    "multicast": "224.0.0.0/4",
    "reserved": "240.0.0.0/4",
    "broadcast": "255.255.255.255/32",
    "unspecified, 6": "::/128",
    "loopback, 6": "::1/128",
    "compatible": "::7f00:0/104",
    "mapped, private": "::ffff:10.0.0.0/104",
    "mapped, metadata": "::ffff:169.254.169.254/128",
    "NAT64 of a private one": "64:ff9b::a00:0/104",
    "NAT64 of metadata": "64:ff9b::a9fe:a9fe/128",
    "NAT64 in a network of its own": "64:ff9b:1::/48",
    "discard only": "100::/64",
    "dummy": "100:0:0:1::/64",
    "Teredo": "2001::/32",
    "benchmarks, 6": "2001:2::/48",
    "AMT, 6": "2001:3::/32",
    "AS112, 6": "2001:4:112::/48",
    "ORCHID": "2001:10::/28",
    "ORCHID 2": "2001:20::/28",
    "drones": "2001:30::/28",
    "protocols, 6": "2001::/23",
    "documentation, 6": "2001:db8::/32",
    "6to4": "2002::/16",
    "6to4 of a private one": "2002:a00::/24",
    "AS112 by delegation, 6": "2620:4f:8000::/48",
    "documentation, large": "3fff::/20",
    "segment routing": "5f00::/16",
    "unique local": "fc00::/7",
    "link-local, 6": "fe80::/10",
    "site-local": "fec0::/10",
    "multicast, 6": "ff00::/8",
    "not given out": "4000::/3",
}
METADATA = {
    "most clouds": "169.254.169.254",
    "containers at Amazon": "169.254.170.2",
    "Amazon, 6": "fd00:ec2::254",
    "Google, 6": "fd20:ce::254",
    "Azure": "168.63.129.16",
    "Oracle": "192.0.0.192",
    "Alibaba": "100.100.100.200",
    "IBM": "161.26.0.10",
    "IBM's services": "166.9.0.1",
}


@pytest.mark.parametrize("block", SPECIAL.values(), ids=SPECIAL)
def test_special_ranges(block: str) -> None:
    """Neither end of a special range is public."""
    network = ipaddress.ip_network(block)
    assert not is_public(network[0])
    assert not is_public(network[-1])


@pytest.mark.parametrize("ip", METADATA.values(), ids=METADATA)
def test_metadata_of_clouds(resolve_to: Callable[..., None], ip: str) -> None:
    """A name that leads to where a cloud tells its secrets is refused."""
    resolve_to(ip)
    with pytest.raises(BadAnswer, match="private network"):
        asyncio.run(public_addresses("https", "pictures.example", None, local=False))


@pytest.mark.parametrize(
    "ip",
    [
        *(
            "1.1.1.1",
            "9.255.255.255",
            "11.0.0.0",
            "100.63.255.255",
            "100.128.0.0",
            "126.0.0.1",
            "128.0.0.1",
            "168.63.129.15",
        ),
        *("172.15.255.255", "172.32.0.0", "192.0.1.1", "198.17.0.1", "198.20.0.1", "223.255.255.255"),
        *("2001:200::1", "2003::1", "2606:4700::1111", "2a00:1450::1", "3ffe::1", "64:ff9b::101:101", "::ffff:1.1.1.1"),
    ],
)
def test_what_is_public(ip: str) -> None:
    """What lies right beside a special range is public."""
    assert is_public(ipaddress.ip_address(ip))


@pytest.mark.parametrize(
    "host",
    [
        *(
            "127.0.0.1",
            "127.0.0.1.",
            "2130706433",
            "0x7f000001",
            "0x7f.1",
            "127.1",
            "0177.0.0.1",
            "017700000001",
            "0",
            "0x",
        ),
        *(
            "１２７.0.0.1",
            "127。0。0。1",
            "①②⑦.0.0.1",
            "[::1]",
            "[::]",
            "[::ffff:7f00:1]",
            "[fe80::1%25lo]",
            "[fd00::1%25lo]",
        ),
        *(
            "[0:0:0:0:0:ffff:127.0.0.1]",
            "[::127.0.0.1]",
            "user:pw@127.0.0.1",
            "a.example%00@127.0.0.1",
            "a.example\\@127.0.0.1",
        ),
        *("localhost", "localhost.", "LOCALHOST", "ⓛocalhost", "169.254.169.254.", "[2002:a00:1::]", "0.0.0"),
    ],
)
@pytest.mark.parametrize("proxy", [False, True])
def test_however_it_is_spelt(host: str, monkeypatch: pytest.MonkeyPatch, *, proxy: bool) -> None:
    """A private address in another spelling is no public host; nor is a proxy asked for it."""
    if proxy:
        monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:9")
    with pytest.raises(ModelError, match=r"private network|is no address|no such host"):
        asyncio.run(download(f"https://{host}/x.png", seconds=20))


@pytest.mark.parametrize(
    "host",
    [
        "intranet",
        "nas.local",
        "metadata.google.internal",
        "a.localhost",
        "printer.lan",
        "1.0.0.127.in-addr.arpa",
        "x.test.",
    ],
)
def test_private_names_are_asked_of_no_proxy(host: str) -> None:
    """A proxy looks names up itself: those that each network gives to its own hosts are not asked for."""
    with pytest.raises(BadAnswer, match="private network"):
        check_name("https", host, None)
    check_name("https", f"{host.rstrip('.')}.example.com", None)
