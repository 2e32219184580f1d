"""A plant: broad leaves in a pot, a watering can beside it."""

from __future__ import annotations

from math import cos, radians, sin

from ..bench import Bench
from ..prop_parts.details import tinted
from ..prop_parts.facing import facing
from ..prop_parts.solids import lathe
from . import Prop

_LEAVES = ((-74, 30), (74, 30), (-50, 42), (52, 42), (-24, 50), (28, 50), (2, 56))
"""Each one's lean from upright, in degrees, and its length."""


def draw(bench: Bench) -> str:
    """Draw the pot, the leaves from the outer to the inner, the can."""
    f, iso, colours = facing(bench), bench.iso, bench.colours
    iso.shadow(52, 52, 46, colours.shade, 0.34)
    x, y, _ = f.spot(42, 42)
    lathe(iso, x, y, 0, ((17, 0), (23, 30)), colours.accent)
    lathe(iso, x, y, 28, ((24.5, 0), (24.5, 6)), tinted(colours.accent, 0.03))
    iso.disc(x, y, 34, 24.5, colours.accent.top)
    iso.disc(x, y, 34, 21, colours.accent.right.lighter(-0.2))
    foot = iso.at(x, y, 34)
    for i, (lean, length) in enumerate(_LEAVES):
        _leaf(bench, foot, lean, length * iso.scale, light=0.03 * (i % 3))
    x, y, _ = f.spot(76, 74)
    lathe(iso, x, y, 0, ((11, 0), (9, 20)), colours.primary)
    iso.disc(x, y, 20, 9, colours.primary.top)
    iso.disc(x, y, 20, 6, colours.primary.right)
    way = 1 if f.side == "left" else -1
    px, py = iso.at(x, y, 8)
    s = iso.scale
    spout = [(px + way * 9 * s, py), (px + way * 22 * s, py - 15 * s)]
    bench.canvas.line(spout, colours.primary.right, 3.6 * s)
    grip = f"M{px - way * 9 * s:.1f} {py - 10 * s:.1f}q{-way * 11 * s:.1f} {2 * s:.1f} "
    bench.canvas.path(f"{grip}{way * 2 * s:.1f} {13 * s:.1f}", "none", stroke=colours.primary.right, width=2.4 * s)
    return "a potted plant with a watering can"


def _leaf(bench: Bench, foot: tuple[float, float], lean: float, length: float, light: float) -> None:
    turn = radians(lean)
    way = (sin(turn), -cos(turn))
    side = (-way[1], way[0])
    x, y = foot
    tones = bench.colours.good
    tip = (x + way[0] * length, y + way[1] * length)
    mid = (x + way[0] * length * 0.55, y + way[1] * length * 0.55)
    wide = length * 0.3
    for hand, paint in ((1, tones.left.lighter(light)), (-1, tones.right.lighter(light + 0.03))):
        bulge = (mid[0] + hand * side[0] * wide, mid[1] + hand * side[1] * wide)
        bench.canvas.path(f"M{x:.1f} {y:.1f}Q{bulge[0]:.1f} {bulge[1]:.1f} {tip[0]:.1f} {tip[1]:.1f}Z", paint)


PROP = Prop(draw=draw, height=102, plinth="round")
