"""A key that holds what no key has was pasted wrongly: nobody is called with it."""

from __future__ import annotations

import asyncio

import pytest

from mkdocs_illustrate.errors import NotAllowed
from mkdocs_illustrate.models.model_registry import Registry
from mkdocs_illustrate.models.protocols import Question
from mkdocs_illustrate.settings import ChatSettings, TimeoutSettings
from mkdocs_illustrate.testing.server import ModelServer

from .conftest import buy

MALFORMED = ["sk-one two", "sk-one\ntwo", "sk-one\ttwo", "sk-schlüssel", "sk-one\x7ftwo", "“sk-one”"]


@pytest.mark.parametrize("key", MALFORMED)
@pytest.mark.parametrize("vendor", ["openai", "google", "pictory"])
def test_a_malformed_key_buys_no_picture(vendor: str, key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The line names the variable, not the key, and no request leaves: by the SDK, in plain HTTP, for a job."""
    monkeypatch.setenv("TEST_KEY", key)
    with ModelServer.of(vendor, key=None) as server:
        with pytest.raises(NotAllowed, match="TEST_KEY holds characters that no key has") as raised:
            buy(vendor, server.url)
        assert server.calls == []
    assert key not in str(raised.value)


@pytest.mark.parametrize("key", MALFORMED)
def test_a_malformed_key_buys_no_brief(key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The chat model is not asked either."""
    monkeypatch.setenv("TEST_KEY", key)
    with ModelServer.of("openai", key=None) as server:
        model = Registry(TimeoutSettings(), 1).chat(
            ChatSettings(provider="openai", base_url=server.url, api_key_env="TEST_KEY")
        )
        with pytest.raises(NotAllowed, match="TEST_KEY"):
            asyncio.run(model.run(model.plan(Question(messages=(("user", "Tides"),)))))
        assert server.calls == []
