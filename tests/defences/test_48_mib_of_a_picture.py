"""A picture's address is read up to 48 MiB."""

from __future__ import annotations

import asyncio

import pytest

from mkdocs_illustrate.errors import BadAnswer
from mkdocs_illustrate.models.wire.downloads import download
from mkdocs_illustrate.testing.answers import Reply
from mkdocs_illustrate.testing.server import ModelServer

LARGEST = 48 * 2**20


def _downloaded(size: int) -> bytes:
    with ModelServer() as server:
        server.fail("/big.png", reply=Reply(body=bytes(size)))
        return asyncio.run(download(f"{server.origin}/big.png", seconds=60, local=True))


def test_48_mib_of_a_picture_and_no_byte_more() -> None:
    """What is longer than 48 MiB is not read to its end."""
    with pytest.raises(BadAnswer, match="longer than 48 MiB"):
        _downloaded(LARGEST + 1)


def test_48_mib_of_a_picture_are_read() -> None:
    """What is just as long is read."""
    assert len(_downloaded(LARGEST)) == LARGEST
