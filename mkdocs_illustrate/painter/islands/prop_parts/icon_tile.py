"""An icon on a thick round tile, for what has a glyph but no prop of its own: it always reads."""

from __future__ import annotations

from ...kit.glyph import Glyph, Inks
from ..bench import Bench
from ..island_colours import solid
from .facing import facing

_SIZE, _THICK = 56.0, 12.0


def draw_tile(bench: Bench, glyph: Glyph, size: float = _SIZE) -> str:
    """Stand the tile up, facing the viewer, on a low foot."""
    f, colours = facing(bench), bench.colours
    f.iso.shadow(52, 54, 40, colours.shade, 0.25)
    f.box(30, 40, 0, (40, 20, 4), colours.plate, r=5)
    front = colours.primary.left.lighter(min(0.0, 0.6 - colours.primary.left.light))
    f.board(50 - size / 2, 56, 4, (size, size), solid(front), r=13, depth=_THICK)
    f.board(50 - size / 2 + 3, 56, 7, (size - 6, size - 6), colours.primary, r=11, depth=0.2, front=front.lighter(0.03))
    with (
        f.face(50 - size / 2 + 6, 56, size - 2),
        bench.canvas.group(scale=(size - 12) / 100),
    ):
        white = colours.paper
        glyph.draw(bench.canvas, Inks(ink=white, accent=colours.warn.top, ground=front.lighter(0.03)))
    return f"{glyph.noun} on a tile"
