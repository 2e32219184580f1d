"""A globe: blue with green lands, in a bow on a foot."""

from __future__ import annotations

from ...kit.outlines import blob
from ..bench import Bench
from ..prop_parts.details import gold, tinted
from ..prop_parts.facing import facing
from . import Prop

_R, _Z = 31.0, 53.0


def draw(bench: Bench) -> str:
    """Draw the foot, the ball with its lands and lines, and the bow around it."""
    iso, colours, canvas = bench.iso, bench.colours, bench.canvas
    way = 1 if facing(bench).side == "left" else -1
    iso.shadow(54, 54, 42, colours.shade, 0.34)
    iso.cylinder(50, 50, 0, 23, 5, tinted(colours.primary, -0.08))
    iso.cylinder(50, 50, 5, 14, 5, colours.primary)
    iso.cylinder(50, 50, 10, 4, 12, gold(colours))
    x, y = iso.at(50, 50, _Z)
    s = iso.scale
    iso.ball(50, 50, _Z, _R, colours.secondary.left)
    with canvas.group(move=(x, y), scale=(s * way, s)):
        ball = f"M{-_R} 0A{_R} {_R} 0 1 1 {_R} 0A{_R} {_R} 0 1 1 {-_R} 0Z"
        with canvas.group(clip=ball):
            land = colours.good.left
            canvas.path(blob(-13, -12, (12, 9, 13, 7, 11, 14, 10, 9)), land)
            canvas.path(blob(-5, 15, (8, 6, 12, 7, 6, 9)), land)
            canvas.path(blob(19, -4, (11, 9, 14, 8, 7, 10, 12)), land)
            canvas.path(blob(15, 25, (9, 6, 7, 8)), land)
        lines = f"M{-_R} 0Q0 11 {_R} 0M{-27} -15Q0 -6 27 -15M-27 15Q0 27 27 15"
        lines += f"M0 {-_R}Q-17 0 0 {_R}M0 {-_R}Q20 0 0 {_R}"
        canvas.path(lines, "none", stroke=colours.paper, width=0.9, line_alpha=0.45)
        canvas.ellipse(-13, -18, 6, 4, colours.paper, alpha=0.5)
        metal = gold(colours).left
        canvas.path("M13 -35A37 37 0 1 1 -13 35", "none", stroke=metal, width=3.6)
        canvas.circle(13, -35, 3.4, metal)
        canvas.circle(-13, 35, 3.4, metal)
    return "a globe on a foot"


PROP = Prop(draw=draw, height=97, plinth="round")
