"""Things that stand on isometric islands: one file is one prop, found by being in this folder."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from ...kit.folders import Folder

if TYPE_CHECKING:  # the names of props are known before any is drawn
    from ..bench import Bench


@dataclass(frozen=True, slots=True, kw_only=True)
class Prop:
    """A thing that can be drawn on an island of 100 x 100, at most 110 high."""

    draw: Callable[[Bench], str]
    """Draws it and gives its noun phrase for the alt text: `a database`."""
    height: float = 84
    """How high it reaches above the middle of its island, on paper: the composition makes room."""
    plinth: str = "square"
    """What it stands on: square, round or none."""


@cache
def props() -> Folder[Prop]:
    """Give every prop by its name; each is loaded when it is looked up."""
    return Folder(Path(__file__).parent, ".py", _loaded)


def _loaded(file: str) -> Prop:
    prop: Prop = import_module(f"{__name__}.{file}").PROP
    return prop
