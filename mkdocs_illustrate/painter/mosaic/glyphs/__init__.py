"""Simple drawings for tiles: a row in one of these files is one glyph."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from ...kit.folders import records
from ...kit.pen import Pen


@dataclass(frozen=True, slots=True)
class Glyph:
    """A drawing in a box of 100 x 100, in a light ink, an accent, and the ground for gaps."""

    name: str
    noun: str
    """Its noun phrase for the alt text: `a database`."""
    draw: Callable[[Pen], None]


@cache
def glyphs() -> dict[str, Glyph]:
    """Give every glyph by its name."""
    return records(sys.modules[__name__], "GLYPHS")
