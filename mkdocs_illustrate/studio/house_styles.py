"""The styles that mkdocs.yml names: what each comes to."""

from __future__ import annotations

from pathlib import Path

from ..models.protocols import Reference
from ..models.styles import Manner, manner_of
from ..settings import Settings


class HouseStyles:
    """The house styles of one site."""

    def __init__(self, settings: Settings, base: Path, portfolio: Path | None) -> None:
        self._settings, self._base, self._portfolio = settings, base, portfolio
        self._references: dict[str, tuple[Reference, ...]] = {}

    def begin(self) -> None:
        """Another round over the site."""

    def manner(self, style: str | None) -> Manner:
        """What a style comes to, by whatever an author calls it."""
        return manner_of(style, self._settings.styles, self._references)
