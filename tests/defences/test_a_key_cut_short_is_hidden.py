"""Servers repeat keys, and often not to their end: the beginning is hidden too."""

from __future__ import annotations

import pytest

from mkdocs_illustrate.errors import ModelError
from mkdocs_illustrate.testing.server import ModelServer

from .conftest import buy

KEY = "7d1c0a94e2b86f35d1c0a94e2b86f35e"  # no shape by which a key is known


@pytest.mark.parametrize("length", [7, 12, 20, len(KEY) - 1, len(KEY)])
@pytest.mark.parametrize("vendor", ["openai", "google", "pictory"])
def test_a_key_cut_short_is_hidden(vendor: str, length: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """No more than six characters of a key stand in our lines, after no word that gives it away."""
    monkeypatch.setenv("TEST_KEY", KEY)
    with ModelServer.of(vendor, key=KEY) as server:
        server.fail("/", status=400, body={"error": {"message": f"'{KEY[:length]}...' is not for this size"}}, times=9)
        with pytest.raises(ModelError, match="is not for this size") as raised:
            buy(vendor, server.url)
    assert KEY[:7] not in str(raised.value)
    assert "[key]" in str(raised.value)
