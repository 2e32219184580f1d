"""Settings -> models. Vendors are found by name, dialects by entry point; ours come the same way.

A dialect's library is loaded when a model of it is first used, not when it is looked up.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from importlib.metadata import entry_points
from typing import Any

from ..errors import ConfigError
from ..settings import ChatSettings, ImageSettings, Settings, TimeoutSettings
from .catalog import Role, Vendor, vendor
from .protocols import ChatModel, ImageModel
from .setup import Setup
from .wire.credentials import needed_key
from .wire.lane import Lane
from .wire.line import Line

DIALECTS = "mkdocs_illustrate.dialects"


class Registry:
    """Makes models, and lets those of one vendor share its lane."""

    def __init__(self, timeouts: TimeoutSettings, concurrency: int) -> None:
        self._timeouts = timeouts
        self._concurrency = concurrency
        self._lanes: dict[tuple[str, str], Lane] = {}

    def chat(self, settings: ChatSettings) -> ChatModel:
        """The model that writes briefs."""
        found, role = find_role(settings, "chat")
        model: ChatModel = _load(role.dialect, "Chat", self._setup(found, role, settings))
        return model

    def image(self, settings: ImageSettings) -> ImageModel:
        """The model that makes pictures."""
        found, role = find_role(settings, "image")
        setup = self._setup(found, role, settings, quality=settings.quality)
        model: ImageModel = _load(role.dialect, "Images", setup)
        return model

    def _setup(
        self, found: Vendor, role: Role, settings: ChatSettings | ImageSettings, **more: Any
    ) -> Setup:
        base_url = (settings.base_url or found.base_url).rstrip("/")
        lane = self._lanes.setdefault((found.name, base_url), Lane(self._concurrency))
        variable = settings.api_key_env or (found.api_key_env if found.needs_key else "")
        key = functools.partial(needed_key, variable, found.title or found.name)
        return Setup(
            vendor=found,
            role=role,
            model=settings.model or role.default,
            line=Line(base_url, key if variable else _no_key, lane),
            timeouts=self._timeouts,
            options=settings.options,
            **more,
        )


def _no_key() -> None:
    """A server that asks for none."""


def check_models(settings: Settings) -> None:
    """Whether mkdocs.yml names vendors and models that can be had; a ConfigError says what not."""
    find_role(settings.chat, "chat")
    for name, image in {"image": settings.image, **settings.models}.items():
        try:
            find_role(image, "image")
        except ConfigError as error:
            raise ConfigError(f"{name if name == 'image' else f'models.{name}'}: {error}") from None


def find_role(settings: ChatSettings | ImageSettings, kind: str) -> tuple[Vendor, Role]:
    """The vendor and what it offers; a ConfigError names what is missing in mkdocs.yml."""
    found = vendor(settings.provider)
    role: Role | None = getattr(found, kind)
    if role is None:
        raise ConfigError(f"provider '{found.name}' offers no {kind} model")
    if not (settings.base_url or found.base_url or found.free):
        raise ConfigError(f"{kind}.base_url is needed for provider '{found.name}'")
    if not (settings.model or role.default):
        raise ConfigError(f"{kind}.model is needed for provider '{found.name}'")
    return found, role


def _load(dialect: str, role: str, setup: Setup) -> Any:
    points: Mapping[str, Any] = {p.name: p for p in entry_points(group=DIALECTS)}
    if dialect not in points:
        text = f"the dialect '{dialect}' is not installed; install mkdocs-illustrate anew"
        raise ConfigError(text)
    module = points[dialect].load()
    return getattr(module, role)(setup)
