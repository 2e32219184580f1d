"""Waiting for what is meant, not for a time: the stops are far away and only end what hangs."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from mkdocs_illustrate.testing.answers import Reply
from mkdocs_illustrate.testing.calls import Call
from mkdocs_illustrate.testing.server import ModelServer

PATIENCE = 120.0


def until(true: Callable[[], object], what: str = "") -> None:
    """Look until something is true."""
    ends = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < ends, f"never came: {what or true}"
        time.sleep(0.02)


@contextmanager
def held(server: ModelServer, ending: str) -> Iterator[Callable[[], None]]:
    """Answers for a path wait until they are let go: by the test, or by the end of the block."""
    gate, route = threading.Event(), server.routes[ending]

    def answer(call: Call, told: ModelServer) -> Reply:
        gate.wait(PATIENCE)
        return route(call, told)

    server.routes[ending] = answer
    try:
        yield gate.set
    finally:
        gate.set()


def noted(server: ModelServer, ending: str, path: Path) -> None:
    """A file is there as soon as a path was asked for: other processes can see that."""
    route = server.routes[ending]

    def answer(call: Call, told: ModelServer) -> Reply:
        path.touch()
        return route(call, told)

    server.routes[ending] = answer
