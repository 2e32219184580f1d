"""A small site for each test, with and without a model server, and nobody waits before a repeat."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from mkdocs_illustrate.models.wire.pace import no_pauses
from mkdocs_illustrate.testing.server import ModelServer

from .small_site import SmallSite, own_server


@pytest.fixture(autouse=True)
def at_once() -> Iterator[None]:
    """No pause before a call that is repeated."""
    with no_pauses():
        yield


@pytest.fixture
def small(tmp_path: Path) -> SmallSite:
    """A site whose models nobody can reach."""
    return SmallSite(tmp_path)


@pytest.fixture
def served(tmp_path: Path, server: ModelServer) -> SmallSite:
    """A site whose models are on the model server."""
    server.key, server.state["fields"] = None, None
    return SmallSite(tmp_path, own_server(server.url))
