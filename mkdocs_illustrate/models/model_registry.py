"""Settings -> models. Vendors are found by name, dialects by entry point; ours come the same way.

A dialect's library is loaded when a model of it is first used, not when it is looked up.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from datetime import date
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from ..dates import today
from ..errors import ConfigError
from ..settings import ChatSettings, ImageSettings, Settings, TimeoutSettings
from .orders import quality_problem
from .protocols import ChatModel, ImageModel
from .setup import Setup
from .styles import mistyped
from .vendor_files import vendor
from .vendor_records import Role, Vendor
from .wire.connection import Connection
from .wire.endpoint import Endpoint, required_key
from .wire.vendor_queue import VendorQueue

DIALECTS = "mkdocs_illustrate.dialects"


class Registry:
    """Makes models, and lets those of one vendor share its queue."""

    def __init__(self, timeouts: TimeoutSettings, concurrency: int, folder: Path = Path()) -> None:
        self._timeouts = timeouts
        self._folder = folder
        self._concurrency = concurrency
        self._queues: dict[tuple[str, str], VendorQueue] = {}

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

    def endpoint(self, settings: ChatSettings | ImageSettings, kind: str) -> tuple[Vendor, Connection]:
        """Where a model lives, for who looks whether it is there."""
        found, role = find_role(settings, kind)
        return found, self._setup(found, role, settings).connection

    def stop(self) -> None:
        """Let nothing further be sent, to anybody."""
        for queue in self._queues.values():
            queue.stop()

    def _setup(self, found: Vendor, role: Role, settings: ChatSettings | ImageSettings, **more: Any) -> Setup:
        base_url = (settings.base_url or found.base_url).rstrip("/")
        model = settings.model or role.default
        variable = settings.api_key_env or (found.api_key_env if found.needs_key else "")
        key = functools.partial(required_key, variable, found.title or found.name)
        endpoint = Endpoint(
            base_url=base_url,
            key=key if variable else _no_key,
            auth=role.auth or found.auth,
            domain=found.domain,
            default_base_url=found.base_url.rstrip("/"),
            statuses=found.statuses,
            model=model,
            successor=role.row(model).successor,
        )
        return Setup(
            vendor=found,
            role=role,
            model=model,
            connection=Connection(endpoint, self._queue(found, base_url, own=not variable)),
            timeouts=self._timeouts,
            options=settings.options,
            folder=self._folder,
            **more,
        )

    def _queue(self, found: Vendor, base_url: str, *, own: bool) -> VendorQueue:
        """One for each vendor; a server of one's own, which asks for no key, is a vendor by itself."""
        host = urlsplit(base_url).netloc
        if (found.name, host) not in self._queues:
            self._queues[found.name, host] = VendorQueue(self._calls(found), self._timeouts.job, own=own)
        return self._queues[found.name, host]

    def _calls(self, found: Vendor) -> int:
        return min(self._concurrency, found.at_once or self._concurrency)


def _no_key() -> None:
    """A server that asks for none."""


def check_models(settings: Settings) -> None:
    """Whether mkdocs.yml names a style, vendors and models that can be had; a ConfigError says what not."""
    if meant := mistyped(settings.style, settings.styles):
        raise ConfigError(f"option 'style': is '{settings.style}', which is no style; did you mean '{meant}'?")
    find_role(settings.chat, "chat")
    for name, image in _images(settings).items():
        try:
            _, role = find_role(image, "image")
            problem = quality_problem(role.row(image.model or role.default), image.quality)
        except ConfigError as error:
            raise ConfigError(f"{_option(name)}: {error}") from None
        if problem:
            raise ConfigError(f"option '{_option(name)}.quality': {problem}")


def retirements(settings: Settings, day: date | None = None) -> list[str]:
    """A line for each model that mkdocs.yml names though its day has passed."""
    day = day or today()
    asked: dict[str, ChatSettings | ImageSettings] = {"chat": settings.chat}
    asked |= {_option(name): image for name, image in _images(settings).items()}
    lines = []
    for option, model in asked.items():
        found, role = find_role(model, "chat" if option == "chat" else "image")
        row = role.row(model.model or role.default)
        if row.retired(day) and not model.base_url:  # a compatible server may still have it
            cure = f"; use {row.successor} instead" if row.successor else ""
            lines.append(f"{option}: {found.title or found.name} ended {row.name} on {row.retires}{cure}")
    return lines


def _images(settings: Settings) -> dict[str, ImageSettings]:
    return {"image": settings.image, **settings.models}


def _option(name: str) -> str:
    return name if name == "image" else f"models.{name}"


def find_role(settings: ChatSettings | ImageSettings, kind: str) -> tuple[Vendor, Role]:
    """The vendor and what it offers; a ConfigError names what is missing in mkdocs.yml."""
    found = vendor(settings.provider)
    role: Role | None = getattr(found, kind)
    if role is None:
        raise ConfigError(f"provider '{found.name}' offers no {kind} model")
    if not (settings.base_url or found.base_url or found.free or found.by_hand):
        raise ConfigError(f"{kind}.base_url is needed for provider '{found.name}'")
    if not (settings.model or role.default):
        raise ConfigError(f"{kind}.model is needed for provider '{found.name}'")
    return found, role


def _load(dialect: str, role: str, setup: Setup) -> Any:
    points: Mapping[str, Any] = {p.name: p for p in entry_points(group=DIALECTS)}
    if dialect not in points:
        text = f"the dialect '{dialect}' is not installed; install mkdocs-illustrate anew"
        raise ConfigError(text)
    made = getattr(points[dialect].load(), role, None)
    if made is None:
        offer = "chat" if role == "Chat" else "image"
        raise ConfigError(
            f"the dialect '{dialect}' offers no {offer} model; name another in the file of '{setup.vendor.name}'"
        )
    return made(setup)
