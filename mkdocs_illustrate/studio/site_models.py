"""The models that mkdocs.yml names, and the painter: made once, stopped and closed together."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from ..errors import ConfigError
from ..models.model_registry import Registry
from ..models.protocols import ChatModel, ImageModel, ImageRequest, Question
from ..records import Order
from ..references import Reference
from ..settings import ImageSettings, Settings


class SiteModels:
    """Who writes and who draws for one site."""

    def __init__(self, settings: Settings, base: Path) -> None:
        self._registry = Registry(settings.timeout, settings.concurrency, base)
        self.chat = self._registry.chat(settings.chat)
        self._drawn = _drawn(settings)
        first = self._drawn if settings.image.provider == self._drawn.provider else settings.image
        self._images = {name: self._registry.image(row) for name, row in {"": first, **settings.models}.items()}
        self._painter: ImageModel | None = None
        _try_out(self.chat.vendor, lambda: self.chat.plan(Question(messages=(("user", ""),))))
        for image in self._images.values():
            _try_out(image.vendor, functools.partial(image.plan, ImageRequest(prompt="", references=_any(settings))))

    def image(self, name: str | None) -> ImageModel:
        """The site's image model, or the one of `models:` that a page chose."""
        return self._images[name or ""]

    def painter(self) -> ImageModel:
        """The built-in one."""
        self._painter = self._painter or self._registry.image(self._drawn)
        return self._painter

    def stop(self) -> None:
        """Let nothing further be sent, to anybody."""
        self._registry.stop()

    async def close(self) -> None:
        """Let go of all connections."""
        models: list[ChatModel | ImageModel | None] = [self.chat, self._painter, *self._images.values()]
        for model in models:
            if model is not None:
                await model.close()


def _drawn(settings: Settings) -> ImageSettings:
    """How the built-in painter is set up on this site: by night where that is the only scheme."""
    own = settings.image if settings.image.provider == ImageSettings().provider else ImageSettings()
    by_night = {"scheme": "dark"} if settings.figure.schemes == ("dark",) else {}
    return replace(own, options={**own.options, **by_night})


def _any(settings: Settings) -> tuple[Reference, ...]:
    """A picture that stands for those of a house style, if one has some: there are models that draw by these alone."""
    shown = any(style.references for style in settings.styles.values())
    return (Reference(name="", data=b"", sha256="0"),) if shown else ()


def _try_out(vendor: str, plan: Callable[[], Order]) -> None:
    """Whether a model can be asked at all, as it is set up: a ConfigError says what is missing."""
    try:
        plan()
    except ConfigError as error:
        raise ConfigError(f"{vendor}: {error}") from None
