"""A clock: a thick round dial on two feet, with bells on top."""

from __future__ import annotations

from math import cos, pi, sin

from ..bench import Bench
from ..prop_parts.details import dark, tinted
from ..prop_parts.facing import Facing, facing
from ..prop_parts.solids import panel, ring
from . import Prop

_Z = 44.0


def draw(bench: Bench) -> str:
    """Draw feet, bells, case and dial."""
    f, colours = facing(bench), bench.colours
    f.shadow(54, 56, 42, colours.shade, 0.34)
    for u in f.order((26.0, 64.0)):
        f.box(u, 44, 0, (10, 14, 16), dark(colours, 0.42), r=3)
    for u in f.order((34.0, 66.0)):
        f.cylinder(u, 50, 74, 2.4, 8, dark(colours, 0.42))
        f.ball(u, 50, 84, 8.4, colours.accent.left)
    f.slab(50, 50, 86, panel(-3, -6, 6, 14, 2), 4, dark(colours, 0.42))
    f.slab(50, 62, _Z, ring(0, 0, 37, 52), 20, colours.primary)
    f.slab(50, 63, _Z, ring(0, 0, 33, 48), 1.5, tinted(colours.primary, 0.1))
    _dial(f, bench)
    return "an alarm clock"


def _dial(f: Facing, bench: Bench) -> None:
    canvas, colours, rng = bench.canvas, bench.colours, bench.rng("time")
    with f.face(50, 63, _Z):
        canvas.circle(0, 0, 29.5, colours.paper)
        for i in range(12):
            x, y = cos(i * pi / 6), sin(i * pi / 6)
            long = 21.5 if i % 3 == 0 else 23.5
            canvas.line([(long * x, long * y), (26 * x, 26 * y)], colours.ink, 2.2 if i % 3 == 0 else 1.2)
        hour = rng.pick((-60.0, -30.0, -150.0, -120.0)) * pi / 180
        minute = rng.pick((-90.0, 30.0, 60.0)) * pi / 180
        canvas.line([(0, 0), (13 * cos(hour), 13 * sin(hour))], colours.ink, 3.4)
        canvas.line([(0, 0), (19 * cos(minute), 19 * sin(minute))], colours.accent.left, 2.6)
        canvas.circle(0, 0, 3, colours.ink)


PROP = Prop(draw=draw, height=105)
