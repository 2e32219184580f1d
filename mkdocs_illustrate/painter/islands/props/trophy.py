"""A trophy: a golden cup with two handles on a stepped base."""

from __future__ import annotations

from ...kit.outlines import star
from ..bench import Bench
from ..prop_parts.details import dark, gold, on_round, white
from ..prop_parts.facing import facing
from ..prop_parts.solids import lathe, ring
from . import Prop


def draw(bench: Bench) -> str:
    """Draw base, handles, stem and bowl."""
    f, iso, colours, canvas = facing(bench), bench.iso, bench.colours, bench.canvas
    f.shadow(54, 56, 44, colours.shade, 0.34)
    f.box(24, 24, 0, (52, 52, 9), dark(colours, 0.36), r=5)
    f.box(31, 31, 9, (38, 38, 17), colours.primary, r=4)
    with f.face(38, 69, 22):
        canvas.rect(0, 0, 24, 9, colours.paper, r=1.6)
        canvas.line([(5, 4.5), (19, 4.5)], colours.primary.left, 2)
    metal = gold(colours)
    for u in f.order((20.0, 80.0)):
        f.slab(u, 52, 72, ring(0, 0, 14, 30), 5, metal, holes=(ring(0, 0, 8.5, 24),))
    lathe(iso, 50, 50, 26, ((14, 0), (13, 4), (5, 9), (4, 20)), metal)
    lathe(iso, 50, 50, 44, ((4, 0), (14, 6), (21, 16), (24, 30), (24.5, 42)), metal)
    iso.disc(50, 50, 86, 24.5, metal.top)
    iso.disc(50, 50, 86, 21, metal.right)
    x, y = iso.at(*on_round(50, 50, 66, 23, 58 if f.side == "left" else 32))
    s = iso.scale
    canvas.path(star(x, y + 2 * s, 9 * s, 4 * s), white(colours).top)
    return "a golden trophy"


PROP = Prop(draw=draw, height=109)
