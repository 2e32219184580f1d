"""A NAT64 address is as public as the IPv4 address that it carries."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest

from mkdocs_illustrate.errors import BadAnswer
from mkdocs_illustrate.models.wire.public_hosts import public_addresses


def _found() -> list[str]:
    return asyncio.run(public_addresses("https", "pictures.example", None, local=False))


@pytest.mark.parametrize("inner", ["a00:1", "7f00:1", "c0a8:101", "a9fe:a9fe"])
def test_a_private_address_in_nat64(resolve_to: Callable[..., None], inner: str) -> None:
    """10.0.0.1 and its like are refused, also where a NAT64 address carries them."""
    resolve_to(f"64:ff9b::{inner}")
    with pytest.raises(BadAnswer, match="private network"):
        _found()


def test_a_public_address_in_nat64(resolve_to: Callable[..., None]) -> None:
    """In a network that has IPv6 alone, pictures are still downloaded: 93.184.216.34 through NAT64."""
    resolve_to("64:ff9b::5db8:d822")
    assert _found() == ["64:ff9b::5db8:d822"]
