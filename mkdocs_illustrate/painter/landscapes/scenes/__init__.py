"""Landscapes: one file is one scene, found by being in this folder."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from ...kit.drawn import Drawn
from ...kit.folders import records
from ..stage import Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A landscape that can be drawn."""

    name: str
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
def scenes() -> dict[str, Scene]:
    """Give every scene by its name."""
    return records(sys.modules[__name__], "SCENE")
