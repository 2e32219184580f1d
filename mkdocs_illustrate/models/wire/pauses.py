"""Waiting, in one place, so that tests need not."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager

_factor = 1.0


async def pause(seconds: float) -> None:
    """Sleep, while other calls go on."""
    await asyncio.sleep(lasting(seconds))


def lasting(seconds: float) -> float:
    """How long a pause really is."""
    return seconds * _factor


@contextmanager
def no_pauses() -> Iterator[None]:
    """For tests: whoever would wait before the next try goes on at once."""
    global _factor  # noqa: PLW0603 - the switch for the whole process, for the time of a test
    before, _factor = _factor, 0.0
    try:
        yield
    finally:
        _factor = before
