"""A packed body is unpacked no further than it may be, not unpacked first and measured then."""

from __future__ import annotations

import gzip
import tracemalloc

import pytest

from mkdocs_illustrate.errors import BadAnswer
from mkdocs_illustrate.models.wire.messages import BoundedBody

LIMIT = 2**20


def test_unpacking_is_bounded_while_it_grows() -> None:
    """64 KiB that unpack into 64 MiB take no more memory than a body of 1 MiB may."""
    bomb = gzip.compress(bytes(64 * LIMIT))
    body = BoundedBody("the answer", "gzip", LIMIT)
    tracemalloc.start()
    try:
        with pytest.raises(BadAnswer, match="longer than 1 MiB"):
            body.add(bomb)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 4 * LIMIT
