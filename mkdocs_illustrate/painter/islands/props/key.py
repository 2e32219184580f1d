"""A key: standing in a stone-like block, its bow up."""

from __future__ import annotations

from ...kit.canvas import Point
from ..bench import Bench
from ..prop_parts.details import gold, tinted
from ..prop_parts.facing import facing
from ..prop_parts.solids import arc, ring
from . import Prop


def draw(bench: Bench) -> str:
    """Draw a low stand, then the key leaning over it."""
    f, colours, canvas = facing(bench), bench.colours, bench.canvas
    f.shadow(52, 56, 46, colours.shade, 0.32)
    f.box(24, 36, 0, (52, 30, 8), tinted(colours.primary, -0.06), r=7)
    f.box(30, 42, 8, (40, 18, 5), colours.secondary, r=5)
    metal = gold(colours)
    f.slab(50, 58, 66, _outline(), 9, metal, holes=(ring(0, 0, 9.5, 30),))
    with f.face(50, 58, 66):
        canvas.circle(0, 0, 17, "none", stroke=metal.top, width=1.8)
        canvas.line([(0, 25), (0, 46)], metal.top, 2)
    return "a key on a stand"


def _outline() -> list[Point]:
    """Walk round the bow, then down the shaft with its bit on the right."""
    r, half = 23.0, 5.0
    bow = arc(0, 0, r, 103 - 360 + 0, 77, 40)
    bit = [
        (half, 30),
        (18, 30),
        (18, 37),
        (half + 5, 37),
        (half + 5, 42),
        (15, 42),
        (15, 50),
        (half, 50),
    ]
    return [*bow, *bit, (half, 53), (-half, 53)]


PROP = Prop(draw=draw, height=97)
