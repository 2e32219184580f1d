"""A shield: thick and bossed, with a check mark."""

from __future__ import annotations

from ...kit.canvas import Point, num
from ...kit.outlines import polygon
from ..bench import Bench
from ..prop_parts.details import tinted, white
from ..prop_parts.facing import facing
from . import Prop


def draw(bench: Bench) -> str:
    """Draw the foot, the rim, the two halves and the mark."""
    f, colours, canvas = facing(bench), bench.colours, bench.canvas
    f.shadow(54, 56, 44, colours.shade, 0.34)
    f.box(26, 42, 0, (48, 24, 5), tinted(colours.primary, -0.08), r=7)
    f.box(40, 48, 5, (20, 10, 8), tinted(colours.primary, -0.14), r=2)
    f.slab(50, 60, 92, _outline(1.0), 13, white(colours))
    with f.face(50, 60, 92):
        inner = [(x * 0.86, y * 0.86 + 6) for x, y in _outline(1.0)]
        canvas.path(polygon(inner), colours.primary.left)
        half = [(max(0.0, x), y) for x, y in inner]
        canvas.path(polygon(half), colours.primary.left.lighter(-0.07))
        canvas.path(polygon(inner), "none", stroke=colours.primary.top, width=1.4)
        mark = f"M{num(-14)} 40L-4 51L16 27"
        canvas.path(mark, "none", stroke=colours.paper, width=7.4)
    return "a shield with a check mark"


def _outline(k: float) -> list[Point]:
    right = [
        (0, 0),
        (8, 4),
        (17, 7.4),
        (27, 9),
        (34, 9.4),
        (34.4, 26),
        (33, 42),
        (28, 56),
        (20, 68),
        (10, 77),
        (0, 83),
    ]
    left = [(-x, y) for x, y in right[-2:0:-1]]
    return [(x * k, y * k) for x, y in (*right, *left)]


PROP = Prop(draw=draw, height=107)
