"""A car: seen from its side, with lit lamps and dark tyres."""

from __future__ import annotations

from ...kit.canvas import Point
from ..bench import Bench
from ..prop_parts.details import dark, gold
from ..prop_parts.facing import facing
from ..prop_parts.solids import ring
from . import Prop

_BODY: list[Point] = [
    (2, -8),
    (3, -22),
    (8, -27),
    (20, -29),
    (30, -44),
    (36, -48),
    (60, -48),
    (67, -45),
    (76, -30),
    (82, -26),
    (84, -20),
    (84, -8),
]
_WIDE = 40.0


def draw(bench: Bench) -> str:
    """Draw the far wheels, the body, its windows, the near wheels."""
    f, colours, canvas = facing(bench), bench.colours, bench.canvas
    f.shadow(52, 52, 54, colours.shade, 0.42)
    tyre = dark(colours, 0.26)
    for u in f.order((26.0, 70.0)):
        f.slab(u - 3, 38, 9.5, ring(0, 0, 9.5, 26), 7, tyre)
    f.slab(5, 70, 0, _BODY, _WIDE, colours.primary)
    with f.face(5, 70, 0):
        glass = colours.secondary.left.lighter(0.17)
        canvas.path("M27-29L35-42Q36-44 39-44H46V-29Z", glass)
        canvas.path("M50-44H58Q62-44 64-41L71-29H50Z", glass)
        canvas.line([(29, -24), (36, -24)], colours.primary.right, 1.6)
        canvas.line([(54, -24), (61, -24)], colours.primary.right, 1.6)
        canvas.line([(48, -29), (48, -12)], colours.primary.right, 1, line_alpha=0.6)
        canvas.line([(5, -14), (81, -14)], colours.paper, 2, line_alpha=0.55)
        canvas.rect(2.5, -22, 5, 5, gold(colours).top, r=1.5)
        canvas.rect(79, -22, 4.6, 5, colours.accent.left, r=1.5)
    for u in f.order((24.0, 69.0)):
        f.slab(u, 71.5, 10, ring(0, 0, 10, 28), 7, tyre)
        with f.face(u, 71.5, 10):
            canvas.circle(0, 0, 5.4, colours.paper)
            canvas.circle(0, 0, 2, tyre.left)
    return "a car"


PROP = Prop(draw=draw, height=74)
