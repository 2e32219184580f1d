"""A computer chip: lying on its board, pins and tracks all round."""

from __future__ import annotations

from ...kit.outlines import boxes
from ..bench import Bench
from ..prop_parts.details import dark, gold, tinted
from ..prop_parts.facing import facing
from . import Prop


def draw(bench: Bench) -> str:
    """Draw board, tracks, pins, the case and its bright core."""
    f, colours, canvas = facing(bench), bench.colours, bench.canvas
    f.shadow(54, 56, 54, colours.shade, 0.34)
    board = tinted(colours.secondary, -0.06)
    f.box(10, 10, 0, (80, 80, 8), board, r=5)
    with f.floor(10, 10, 8):
        d = "".join(f"M{14 + 8 * i} 3V10l4 4V22M{76 - 8 * i} 77V70l-4 -4V58" for i in range(6))
        d += "".join(f"M3 {18 + 8 * i}H10l4 4H22M77 {22 + 8 * i}H70l-4 -4H58" for i in range(6))
        canvas.path(d, "none", stroke=board.left.lighter(-0.12), width=1.6)
        for x, y in ((6, 6), (74, 6), (6, 74), (74, 74)):
            canvas.circle(x, y, 2.6, colours.paper)
        pins = [(21.5 + 7.4 * i, y, 4, 7) for i in range(5) for y in (14.0, 59.0)]
        pins += [(x, 21.5 + 7.4 * i, 7, 4) for i in range(5) for x in (14.0, 59.0)]
        canvas.path(boxes(pins), gold(colours).left)
    for u in f.order((17.0, 83.0)):
        f.cylinder(u, 20, 8, 5, 14, colours.accent if u < 50 else colours.primary)
    f.box(28, 28, 8, (44, 44, 15), dark(colours, 0.4), r=4)
    f.box(36, 36, 23, (28, 28, 5), colours.primary, r=4)
    with f.floor(36, 36, 28):
        canvas.rect(5, 5, 18, 18, colours.accent.left, r=4)
        canvas.path(boxes([(9.5, 9.5, 3.8, 3.8), (14.7, 14.7, 3.8, 3.8)]), colours.paper)
        canvas.path(boxes([(14.7, 9.5, 3.8, 3.8), (9.5, 14.7, 3.8, 3.8)]), colours.paper, alpha=0.5)
    return "a computer chip on its board"


PROP = Prop(draw=draw, height=58, plinth="none")
