"""Landscapes: one file is one scene, found by being in this folder."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from ..registry import records
from ..stage import Drawn, Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A landscape that can be drawn."""

    name: str
    draw: Callable[[Stage], Drawn]
    variants: tuple[str, ...] = ("",)
    """Kinds of it that differ at a glance: a city may be `old`, `modern`, `waterside`."""
    hours: tuple[str, ...] = ()
    """Hours that suit it, where not all of `palette.HOURS` do."""
    seasons: tuple[str, ...] = ()


@cache
def scenes() -> dict[str, Scene]:
    """Give every scene by its name."""
    return records(sys.modules[__name__], "SCENE")
