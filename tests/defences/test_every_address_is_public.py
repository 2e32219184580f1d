"""One public address among a host's opens no way to its private ones."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest

from mkdocs_illustrate.errors import BadAnswer
from mkdocs_illustrate.models.wire.public_hosts import public_addresses

PUBLIC, PRIVATE = "93.184.216.34", "10.0.0.1"


@pytest.mark.parametrize("local", [False, True])
@pytest.mark.parametrize("ips", [(PUBLIC, PRIVATE), (PRIVATE, PUBLIC), (PUBLIC, "::1"), (PUBLIC, "fd00::1")])
def test_every_address_of_a_host_is_public(
    resolve_to: Callable[..., None], ips: tuple[str, ...], *, local: bool
) -> None:
    """A host with one private address is refused, whichever of its addresses comes first."""
    resolve_to(*ips)
    with pytest.raises(BadAnswer, match="private network"):
        asyncio.run(public_addresses("https", "pictures.example", None, local=local))


def test_every_address_of_a_server_here_is_here(resolve_to: Callable[..., None]) -> None:
    """A server on this machine may name this machine, and no host that is this machine and another one."""
    resolve_to("127.0.0.1", PRIVATE)
    with pytest.raises(BadAnswer):
        asyncio.run(public_addresses("http", "pictures.example", 80, local=True))


def test_a_host_whose_addresses_are_all_public(resolve_to: Callable[..., None]) -> None:
    """A host with several public addresses is not refused."""
    resolve_to(PUBLIC, "2606:2800:220:1::1")
    found = asyncio.run(public_addresses("https", "pictures.example", None, local=False))
    assert found == [PUBLIC, "2606:2800:220:1::1"]
