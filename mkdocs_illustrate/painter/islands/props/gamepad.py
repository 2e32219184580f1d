"""A game controller: thick and round, with a cross, sticks and four buttons."""

from __future__ import annotations

from ...kit.canvas import Point
from ..bench import Bench
from ..prop_parts.details import dark, tinted, white
from ..prop_parts.facing import facing
from ..prop_parts.solids import arc
from . import Prop


def draw(bench: Bench) -> str:
    """Stand the controller up on a low stand and dress its front."""
    f, colours, canvas = facing(bench), bench.colours, bench.canvas
    f.shadow(52, 56, 50, colours.shade, 0.34)
    f.box(30, 34, 0, (40, 28, 5), tinted(colours.primary, -0.1), r=6)
    f.box(42, 42, 5, (16, 10, 12), dark(colours, 0.42), r=2)
    case = white(colours) if bench.rng("case").chance(0.3) else colours.primary
    f.slab(50, 62, 46, _outline(), 17, case)
    with f.face(50, 62, 46):
        ink = dark(colours, 0.3).left
        canvas.path("M-27 -17h6v6h6v6h-6v6h-6v-6h-6v-6h6z", ink, stroke=ink, width=1)
        for x in (-13, 13):
            canvas.circle(x, 9, 7.6, ink)
            canvas.circle(x, 8, 4.8, dark(colours, 0.46).left)
        spots = ((24, -17), (31, -9), (17, -9), (24, -1))
        for (x, y), tone in zip(spots, (colours.good, colours.accent, colours.secondary, colours.warn), strict=True):
            canvas.circle(x, y, 3.9, tone.left)
        canvas.rect(-6, -14, 5, 2.6, ink, r=1.3)
        canvas.rect(2, -14, 5, 2.6, ink, r=1.3)
    return "a game controller"


def _outline() -> list[Point]:
    """Walk round two grips and the waist between them."""
    right = [
        *arc(26, -8, 17, -90, 0, 8),
        (46, 12),
        (47, 24),
        *arc(39, 27, 8, 0, 110, 6),
        (26, 24),
        (20, 18),
    ]
    left = [(-x, y) for x, y in reversed(right)]
    return [*right, *left]


PROP = Prop(draw=draw, height=94)
