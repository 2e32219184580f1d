"""What the models' tests share: models made as a site makes them, and no waiting."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Iterator
from typing import Any, TypeVar

import pytest

from mkdocs_illustrate.models.model_registry import Registry
from mkdocs_illustrate.models.protocols import ChatModel, ImageModel
from mkdocs_illustrate.models.wire.pace import no_pauses
from mkdocs_illustrate.settings import ChatSettings, ImageSettings, TimeoutSettings

T = TypeVar("T")
KEY = "sk-test-0123456789abcdef"


@pytest.fixture(autouse=True)
def at_once(request: pytest.FixtureRequest) -> Iterator[None]:
    """Nobody waits before a repeat, but where a test measures it."""
    if "real_time" in request.keywords:
        yield
    else:
        with no_pauses():
            yield


@pytest.fixture
def key(monkeypatch: pytest.MonkeyPatch) -> str:
    """A key in the one variable that the models of these tests name."""
    monkeypatch.setenv("TEST_KEY", KEY)
    return KEY


@pytest.fixture
def make(key: str) -> Callable[..., ImageModel]:
    """An image model by vendor and settings."""
    del key

    def made(provider: str, *, timeout: dict[str, float] | None = None, **more: Any) -> ImageModel:
        registry = Registry(TimeoutSettings(**(timeout or {})), more.pop("concurrency", 8))
        return registry.image(ImageSettings(provider=provider, **{"api_key_env": "TEST_KEY"} | more))

    return made


@pytest.fixture
def make_chat(key: str) -> Callable[..., ChatModel]:
    """A chat model by vendor and settings."""
    del key

    def made(provider: str, *, timeout: dict[str, float] | None = None, **more: Any) -> ChatModel:
        registry = Registry(TimeoutSettings(**(timeout or {})), 8)
        return registry.chat(ChatSettings(provider=provider, **{"api_key_env": "TEST_KEY"} | more))

    return made


@pytest.fixture
def run() -> Callable[[Coroutine[Any, Any, T]], T]:
    """Run something asynchronous to its end."""
    return asyncio.run
