"""A document: a tall sheet with a seal, a second one behind it, a pen before it."""

from __future__ import annotations

from ...kit.outlines import polygon
from ..bench import Bench
from ..prop_parts.details import dark, tinted, white, writing
from ..prop_parts.facing import facing
from ..prop_parts.solids import ring
from . import Prop


def draw(bench: Bench) -> str:
    """Draw both sheets, the seal, the pen."""
    f, colours, canvas = facing(bench), bench.colours, bench.canvas
    f.shadow(52, 56, 46, colours.shade, 0.3)
    back = 40.0 if f.side == "left" else 8.0
    f.board(back, 38, 6, (50, 74), tinted(colours.secondary, 0.02), r=4, depth=3)
    with f.face(back, 38, 80):
        pale = (colours.secondary.top, colours.paper)
        writing(canvas, bench.rng("back"), 7, 10, 36, 6, pale, step=7)
    f.box(24, 48, 0, (52, 16, 4), tinted(colours.primary, -0.08), r=5)
    f.board(20, 58, 4, (56, 78), white(colours), r=4, depth=3.5, front=colours.paper)
    with f.face(20, 58, 82):
        canvas.rect(7, 8, 26, 5, colours.primary.left, r=2.5)
        paints = (colours.faint.lighter(-0.05), colours.secondary.top, colours.faint.lighter(-0.05))
        writing(canvas, bench.rng("text"), 8.4, 20, 40, 5, paints, step=6.8)
        canvas.path(polygon([(43, 1), (55, 1), (55, 13)]), colours.faint)
        canvas.path("M8 66q5-8 9-1t8-2t7 1", "none", stroke=colours.primary.left, width=2)
    u = 68.0 if f.side == "left" else 30.0
    f.slab(u, 63, 22, ring(0, 0, 9, 28), 4, colours.accent)
    with f.face(u, 63, 22):
        canvas.circle(0, 0, 5, "none", stroke=colours.paper, width=1.8)
    f.box(30, 76, 0, (40, 5, 5), dark(colours, 0.34), r=2)
    f.box(30, 76, 0.4, (9, 5, 5), colours.accent, r=2)
    return "a document with a seal"


PROP = Prop(draw=draw, height=99)
