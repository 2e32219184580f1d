"""An umbrella: open, over a small house."""

from __future__ import annotations

from math import cos, radians, sin

from ..bench import Bench
from ..prop_parts.details import tinted, white
from ..prop_parts.facing import facing
from ..prop_parts.solids import lathe
from . import Prop

_RIM, _TOP = 58.0, 92.0


def draw(bench: Bench) -> str:
    """Draw the pole, the little house, the canopy with its ribs."""
    f, iso, colours = facing(bench), bench.iso, bench.colours
    iso.shadow(52, 52, 52, colours.shade, 0.34)
    f.cylinder(50, 36, 0, 2.2, 84, white(colours))
    f.box(36, 50, 0, (28, 22, 16), white(colours))
    roof = tinted(colours.secondary, -0.04)
    low = [f.spot(u, 75, 14) for u in (33.0, 67.0)]
    high = [f.spot(u, 61, 29) for u in (33.0, 67.0)]
    end = 64.0 if f.side == "left" else 36.0
    gable = [f.spot(end, 50, 16), f.spot(end, 72, 16), f.spot(end, 61, 27)]
    iso.flat(gable, white(colours).right)
    iso.flat([*low, *high[::-1]], roof.left, stroke=roof.left, width=1.6 * iso.scale)
    with f.face(36, 72, 16):
        bench.canvas.rect(11, 5, 6, 11, colours.primary.left, r=1)
    profile = ((37, 0), (36, 7), (30, 17), (20, 26), (8, 32), (1, 33.5))
    lathe(iso, 50, 50, _RIM, profile, colours.accent)
    _ribs(bench)
    iso.cylinder(50, 50, _TOP - 1, 2, 6, colours.plate)
    return "an umbrella over a small house"


def _ribs(bench: Bench) -> None:
    """Draw the seams of the canopy that face the viewer."""
    iso, paint = bench.iso, bench.colours.accent.right
    for angle in (-38, -2, 34, 56, 92, 128):
        turn = radians(angle)
        points = [
            iso.at(50 + r * cos(turn), 50 + r * sin(turn), _RIM + h)
            for r, h in ((37, 0), (36, 7), (30, 17), (20, 26), (8, 32), (0, 34))
        ]
        iso.canvas.line(points, paint, 1.3 * iso.scale, line_alpha=0.7)


PROP = Prop(draw=draw, height=103, plinth="round")
