"""Landscapes: one file is one scene, found by being in this folder."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from ...kit.folders import Folder

if TYPE_CHECKING:  # the names of scenes are known before any is drawn
    from ...kit.drawn import Drawn
    from ..stage import Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A landscape that can be drawn."""

    draw: Callable[[Stage], Drawn]
    variants: tuple[str, ...] = ("",)
    """Kinds of it that differ at a glance: a city may be `old`, `modern`, `waterside`."""
    hours: tuple[str, ...] = ("dawn", "noon", "noon", "dusk", "dusk")
    """Hours that flatter it, the better ones twice. An article's own words may name another."""
    seasons: tuple[str, ...] = ()
    """Seasons that suit it, where chance may not choose among all."""
    days: tuple[str, ...] = ()
    """Variants that chance draws by day only: nobody sits under a parasol at night."""
    asked: tuple[str, ...] = ()
    """Variants that chance never draws, but only a concept or a wish: no palms in the north."""
    strict: bool = False
    """Nothing but its `hours` can be shown, whatever the words say."""

    def suited(self, variant: str) -> tuple[str, ...]:
        """Give the hours that chance may choose from."""
        return tuple(hour for hour in self.hours if hour != "night" or variant not in self.days)


@cache
def scenes() -> Folder[Scene]:
    """Give every scene by its name; each is loaded when it is looked up."""
    return Folder(Path(__file__).parent, ".py", _loaded)


def _loaded(file: str) -> Scene:
    scene: Scene = import_module(f"{__name__}.{file}").SCENE
    return scene
