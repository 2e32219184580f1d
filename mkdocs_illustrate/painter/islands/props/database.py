"""A database: three stacked drums with lights."""

from __future__ import annotations

from ..bench import Bench
from ..prop_parts.details import hoop, lamp, on_round, tinted, white
from ..prop_parts.facing import Facing, facing
from . import Prop

_R, _HIGH, _GAP = 29.0, 23.0, 4.0


def draw(bench: Bench) -> str:
    """Draw the drums from the bottom up, each a tone lighter."""
    f, iso, colours = facing(bench), bench.iso, bench.colours
    iso.shadow(58, 58, 40, colours.shade, 0.32)
    glow = white(colours)
    turns = bench.rng("tones").pick(((24, 8, -14), (-20, -6, 12), (0, 0, 0)))
    for i, (light, turn) in enumerate(zip((-0.05, 0.03, 0.11), turns, strict=True)):
        z = i * (_HIGH + _GAP)
        tones = tinted(colours.primary, light, turn)
        iso.cylinder(50, 50, z, _R, _HIGH, tones)
        hoop(iso, 50, 50, z + 4.5, _R, tones.top.lighter(0.08), 1.1, 0.75)
        _lights(f, bench, z + _HIGH * 0.56, i)
        if i < 2:
            iso.cylinder(50, 50, z + _HIGH, _R - 2.5, _GAP, glow)
    _lid(bench, 3 * _HIGH + 2 * _GAP)
    return "a database"


def _lights(f: Facing, bench: Bench, z: float, row: int) -> None:
    colours = bench.colours
    paints = [colours.good.top, colours.good.left, colours.warn.left, colours.accent.left]
    start = 98 if f.side == "left" else 18
    for j in range(3):
        paint = paints[bench.rng(f"lamp{row}{j}").whole(0, 2 if row else 3)]
        lamp(bench.iso, on_round(50, 50, z, _R, start - 13 * j), 1.9, paint)
    far = -14 if f.side == "left" else 84
    for j in range(4):
        x, y = bench.iso.at(*on_round(50, 50, z + 3, _R, far + 8 * j))
        s = bench.iso.scale
        bench.canvas.line([(x, y), (x, y + 7 * s)], colours.paper, 1.3 * s, line_alpha=0.4)


def _lid(bench: Bench, z: float) -> None:
    iso, light = bench.iso, bench.colours.primary.left.lighter(0.24)
    iso.disc(50, 50, z, _R, light)
    s = iso.scale
    iso.disc(50, 50, z, _R - 6, "none", stroke=bench.colours.paper, width=1.2 * s, line_alpha=0.7)
    iso.disc(50, 50, z, _R - 14, light.lighter(0.05))


PROP = Prop(draw=draw, height=103, plinth="round")
