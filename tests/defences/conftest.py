"""Defences, one file each: a test here fails when the defence is taken away, and for no other reason."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from mkdocs_illustrate.models.model_registry import Registry
from mkdocs_illustrate.models.protocols import ImageRequest, NoJournal
from mkdocs_illustrate.models.wire.pace import no_pauses
from mkdocs_illustrate.records import Picture
from mkdocs_illustrate.settings import ImageSettings, TimeoutSettings


@pytest.fixture(autouse=True)
def at_once() -> Iterator[None]:
    """Nobody waits before a repeat."""
    with no_pauses():
        yield


@pytest.fixture
def resolve_to(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Every name leads to these addresses."""

    def resolves(*ips: str) -> None:
        async def found(*_: object, **__: object) -> list[Any]:
            return [(socket.AF_INET6 if ":" in ip else socket.AF_INET, 1, 6, "", (ip, 443)) for ip in ips]

        monkeypatch.setattr(asyncio.base_events.BaseEventLoop, "getaddrinfo", found)

    return resolves


def buy(vendor: str, base_url: str) -> Picture:
    """A picture by a vendor's default model, with the key that TEST_KEY holds."""
    settings = ImageSettings(provider=vendor, base_url=base_url, api_key_env="TEST_KEY")
    model = Registry(TimeoutSettings(), 1).image(settings)

    async def bought() -> Picture:
        try:
            return await model.run(model.plan(ImageRequest(prompt="boats at dawn")), NoJournal())
        finally:
            await model.close()

    return asyncio.run(bought())
