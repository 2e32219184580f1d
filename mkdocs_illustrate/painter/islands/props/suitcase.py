"""A suitcase: on small wheels, its handle out, with two stickers."""

from __future__ import annotations

from ...kit.outlines import star
from ..bench import Bench
from ..prop_parts.details import dark, tinted
from ..prop_parts.facing import facing
from . import Prop


def draw(bench: Bench) -> str:
    """Draw wheels, handle and case, then the small bag before it."""
    f, colours, canvas = facing(bench), bench.colours, bench.canvas
    left = f.side == "left"
    f.shadow(52, 56, 48, colours.shade, 0.34)
    for u in f.order((26.0, 64.0)):
        f.cylinder(u, 50, 0, 3.4, 5, dark(colours, 0.3))
    metal = dark(colours, 0.5)
    frame = [(0, 0), (26, 0), (26, 40), (22.5, 40), (22.5, 3.5), (3.5, 3.5), (3.5, 40), (0, 40)]
    f.slab(33, 46, 92, frame, 4, metal)
    f.board(18, 62, 5, (56, 66), colours.primary, r=8, depth=26)
    with f.face(18, 62, 71):
        for u in (9, 18.5, 28, 37.5, 47):
            canvas.line([(u, 7), (u, 59)], colours.primary.right, 2.2, line_alpha=0.6)
        canvas.circle(17, 20, 8, colours.warn.left)
        canvas.path(star(17, 20, 5, 2.3), colours.paper)
        canvas.rect(28, 38, 20, 13, colours.paper, r=2.5)
        canvas.path("M30 49l6-7l4 4l3-3l4 6z", colours.good.left)
    u = 58.0 if left else 12.0
    f.board(u, 80, 0, (30, 26), tinted(colours.accent, 0), r=6, depth=13)
    with f.face(u, 80, 26):
        canvas.rect(5, 11, 20, 10, colours.accent.right, r=2.5)
        canvas.path("M9 1q6-8 12 0", "none", stroke=colours.accent.right, width=2.6)
    return "a suitcase"


PROP = Prop(draw=draw, height=109)
