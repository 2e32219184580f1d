"""A ballot box: a folded paper half in its slot."""

from __future__ import annotations

from ..bench import Bench
from ..prop_parts.details import dark, tinted, white
from ..prop_parts.facing import facing
from . import Prop


def draw(bench: Bench) -> str:
    """Draw the box, its slot, the paper in it."""
    f, colours, canvas = facing(bench), bench.colours, bench.canvas
    f.shadow(54, 54, 50, colours.shade, 0.34)
    f.box(18, 24, 0, (64, 52, 46), colours.primary, r=3)
    with f.face(18, 76, 46):
        canvas.rect(7, 14, 50, 25, colours.primary.top, r=3, alpha=0.5)
        canvas.circle(32, 26.5, 9.5, colours.paper)
        canvas.line([(27.5, 26.8), (31, 30.4), (37, 22.6)], colours.good.left, 3)
    f.box(14, 20, 46, (72, 60, 7), tinted(colours.primary, 0.07), r=4)
    with f.floor(14, 20, 53):
        canvas.rect(14, 26, 44, 8, dark(colours, 0.24).left, r=3)
    f.board(32, 51, 53, (36, 36), white(colours), r=2, depth=1.6, front=colours.paper)
    with f.face(32, 51, 89):
        for i in range(3):
            v = 7 + 9 * i
            canvas.path(f"M5 {v}h5.4v5.4h-5.4Z", "none", stroke=colours.ink, width=1.1)
            canvas.line([(14, v + 2.7), (30 - 4 * (i % 2), v + 2.7)], colours.faint.lighter(-0.1), 2.4)
        canvas.line([(5.6, 19), (7.4, 21), (11, 15)], colours.accent.left, 2.2)
    return "a ballot box"


PROP = Prop(draw=draw, height=102)
