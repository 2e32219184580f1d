"""A light bulb: lit, in a socket, with rays round it."""

from __future__ import annotations

from math import cos, radians, sin

from ..bench import Bench
from ..prop_parts.details import dark, gold, hoop, tinted, white
from ..prop_parts.facing import facing
from ..prop_parts.solids import lathe
from . import Prop


def draw(bench: Bench) -> str:
    """Draw socket and screw, then the glowing glass over them."""
    iso, colours, canvas = bench.iso, bench.colours, bench.canvas
    way = 1 if facing(bench).side == "left" else -1
    iso.shadow(54, 54, 40, colours.shade, 0.34)
    iso.cylinder(50, 50, 0, 27, 7, tinted(colours.primary, -0.06))
    iso.cylinder(50, 50, 7, 18, 6, colours.primary)
    metal = white(colours)
    lathe(iso, 50, 50, 13, ((11, 0), (11, 16)), metal)
    for z in (17, 21, 25):
        hoop(iso, 50, 50, z, 11, dark(colours, 0.5).left, 1.5, 0.6)
    glass = gold(colours)
    bulb = ((11, 0), (13, 8), (21, 22), (25.5, 34), (25, 45), (19, 55), (10, 60.5), (2, 62))
    lathe(iso, 50, 50, 29, bulb, glass)
    x, y = iso.at(50, 50, 64)
    s = iso.scale
    wire = [(-7, 22), (-10, -4), (-4, 2), (0, -5), (4, 2), (10, -4), (7, 22)]
    canvas.line([(x + dx * s, y + dy * s) for dx, dy in wire], colours.paper, 2 * s)
    canvas.ellipse(x - 15 * s * way, y - 13 * s, 3.6 * s, 7 * s, colours.paper, alpha=0.8)
    rays = [(cos(radians(a)), sin(radians(a))) for a in (-160, -128, -52, -20)]
    d = "".join(f"M{x + 38 * s * a:.1f} {y + 38 * s * b:.1f}l{8 * s * a:.1f} {8 * s * b:.1f}" for a, b in rays)
    canvas.path(d, "none", stroke=colours.accent.left, width=3.4 * s)
    return "a glowing light bulb"


PROP = Prop(draw=draw, height=107, plinth="round")
