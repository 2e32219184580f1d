"""A doctor's case with a cross on it, a bottle and pills before it."""

from __future__ import annotations

from ..bench import Bench
from ..prop_parts.details import dark, tinted, white
from ..prop_parts.facing import facing
from ..prop_parts.solids import lathe
from . import Prop


def draw(bench: Bench) -> str:
    """Draw the handle and the case, its cross, then what stands before it."""
    f, colours, canvas = facing(bench), bench.colours, bench.canvas
    f.shadow(52, 56, 48, colours.shade, 0.34)
    handle = [(0, 0), (30, 0), (30, 14), (25, 14), (25, 5), (5, 5), (5, 14), (0, 14)]
    f.board(12, 62, 0, (72, 60), colours.primary, r=9, depth=34)
    f.slab(33, 48, 74, handle, 6, dark(colours, 0.4))
    with f.face(12, 62, 60):
        canvas.rect(0, 18, 72, 3, colours.primary.right)
        for strap in (10, 54):
            canvas.rect(strap, 14, 8, 11, colours.warn.left, r=2)
        canvas.circle(36, 34, 19, colours.accent.left)
        canvas.path("M31 22h10v7h7v10h-7v7h-10v-7h-7v-10h7z", colours.paper)
    left = f.side == "left"
    x, y, _ = f.spot(26 if left else 74, 82)
    lathe(bench.iso, x, y, 0, ((8, 0), (8, 17), (5, 21)), colours.accent)
    bench.iso.cylinder(x, y, 21, 5.6, 6, white(colours))
    for u, out in ((50.0, 80.0), (60.0, 86.0), (66.0, 78.0)):
        f.cylinder(u if left else 100 - u, out, 0, 4.4, 3.4, tinted(colours.secondary, 0.03))
    return "a doctor's case"


PROP = Prop(draw=draw, height=104)
