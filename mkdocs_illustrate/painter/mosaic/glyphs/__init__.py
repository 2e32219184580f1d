"""Simple drawings for tiles: one SVG file is one glyph, found by being in this folder."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from ...kit.folders import Folder
from ...kit.glyph import Glyph, read_glyph

_FOLDER = Path(__file__).parent


@cache
def glyphs() -> Folder[Glyph]:
    """Give every glyph by its name; each is read when it is looked up."""
    return Folder(_FOLDER, ".svg", lambda file: read_glyph(_FOLDER / f"{file}.svg"))
