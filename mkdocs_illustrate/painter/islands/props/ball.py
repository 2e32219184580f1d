"""A football: large, on a patch of lawn, a small goal behind it."""

from __future__ import annotations

from math import cos, radians, sin

from ...kit.canvas import Point
from ...kit.outlines import polygon
from ..bench import Bench
from ..prop_parts.details import dark, tinted, white
from ..prop_parts.facing import facing
from . import Prop

_R = 25.0


def draw(bench: Bench) -> str:
    """Draw the lawn, the goal with its net, the ball."""
    f, iso, colours, canvas = facing(bench), bench.iso, bench.colours, bench.canvas
    lawn = tinted(colours.good, -0.03)
    f.box(10, 10, 0, (80, 80, 4), lawn, r=6)
    with f.floor(10, 10, 4):
        for i in range(3):
            canvas.rect(6 + 24 * i, 2, 12, 76, lawn.top.lighter(0.05), r=2, alpha=0.6)
        canvas.path("M14 6h52v40h-52Z", "none", stroke=colours.paper, width=1.8, line_alpha=0.9)
    net = "".join(f"M{5 + 10 * i} 3V46" for i in range(6))
    net += "".join(f"M3 {4 + 9 * i}H57" for i in range(5))
    with f.face(20, 20, 52):
        canvas.path(net, "none", stroke=colours.paper, width=0.9, line_alpha=0.75)
    frame = [(0, 48), (0, 0), (60, 0), (60, 48), (56, 48), (56, 4), (4, 4), (4, 48)]
    f.slab(20, 24, 52, frame, 4, white(colours))
    x, y, _ = f.spot(50, 60)
    iso.shadow(x + 3, y + 3, 24, colours.shade, 0.5)
    iso.ball(x, y, 4 + _R, _R, colours.paper.lighter(-0.05))
    cx, cy = iso.at(x, y, 4 + _R)
    _patches(bench, cx, cy, _R * iso.scale)
    return "a football before a goal"


def _patches(bench: Bench, x: float, y: float, r: float) -> None:
    """Sew on the dark patches: one in front, five at the rim."""
    canvas, ink = bench.canvas, dark(bench.colours, 0.3).left

    def at(share: float, angle: float) -> Point:
        return x + share * r * cos(radians(angle)), y + share * r * sin(radians(angle))

    canvas.path(polygon([at(0.34, a) for a in range(-90, 270, 72)]), ink)
    seams = ""
    for a in range(-90, 270, 72):
        one, two = at(0.34, a), at(0.66, a)
        seams += f"M{one[0]:.1f} {one[1]:.1f}L{two[0]:.1f} {two[1]:.1f}"
        rim = [at(0.66, a), at(0.8, a - 19), at(0.985, a - 15), at(0.99, a), at(0.985, a + 15), at(0.8, a + 19)]
        canvas.path(polygon(rim), ink)
        left, right = at(0.8, a + 19), at(0.8, a + 53)
        seams += f"M{left[0]:.1f} {left[1]:.1f}L{right[0]:.1f} {right[1]:.1f}"
    canvas.path(seams, "none", stroke=ink, width=r * 0.05)


PROP = Prop(draw=draw, height=86, plinth="none")
