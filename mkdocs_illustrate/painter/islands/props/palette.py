"""A painter's palette: standing, with dabs of paint, and a cup of brushes."""

from __future__ import annotations

from math import cos, pi, sin

from ...kit.canvas import Point
from ..bench import Bench
from ..island_colours import solid
from ..prop_parts.details import gold, tinted
from ..prop_parts.facing import Facing, facing
from ..prop_parts.solids import lathe, ring
from . import Prop


def draw(bench: Bench) -> str:
    """Draw the palette on its stand, then the brushes in their cup."""
    f, colours, canvas = facing(bench), bench.colours, bench.canvas
    f.shadow(52, 56, 48, colours.shade, 0.32)
    f.box(18, 36, 0, (60, 20, 5), tinted(colours.primary, -0.08), r=6)
    wood = solid(colours.warn.top.mix(colours.paper, 0.4))
    f.slab(46, 50, 41, _outline(), 6, wood, holes=([(x + 13, y + 14) for x, y in ring(0, 0, 6.5, 22)],))
    dabs = (colours.accent, colours.warn, colours.good, colours.secondary, colours.primary)
    with f.face(46, 50, 41):
        for i, tone in enumerate(dabs):
            a = pi * (0.78 + 0.24 * i)
            canvas.circle(25 * cos(a), 21 * sin(a), 6.4, tone.left)
            canvas.circle(25 * cos(a) - 1.6, 21 * sin(a) - 2, 1.8, tone.top)
    _brushes(f, bench)
    return "a painter's palette with brushes"


def _outline() -> list[Point]:
    """Walk round an oval that is drawn in a little on its lower right."""
    points = []
    for i in range(48):
        a = 2 * pi * i / 48
        inward = 0.16 * max(0.0, cos(a - 1.0)) ** 6
        points.append((38 * (1 - inward) * cos(a), 34 * (1 - inward) * sin(a)))
    return points


def _brushes(f: Facing, bench: Bench) -> None:
    iso, colours = bench.iso, bench.colours
    x, y, _ = f.spot(76, 72)
    s = iso.scale
    for dx, high, tone in ((-5, 50, colours.accent), (6, 46, colours.good), (1, 58, colours.primary)):
        low, top = iso.at(x, y, 14), iso.at(x + dx, y - dx, high)
        iso.canvas.line([low, top], gold(colours).right, 2.4 * s)
        tip = (top[0] + (top[0] - low[0]) * 0.22, top[1] + (top[1] - low[1]) * 0.22)
        iso.canvas.line([top, tip], tone.left, 4.6 * s)
    lathe(iso, x, y, 0, ((9, 0), (10, 24)), colours.secondary)


PROP = Prop(draw=draw, height=90)
