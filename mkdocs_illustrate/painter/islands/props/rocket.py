"""A rocket: taking off from its pad in a burst of smoke."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, radians, sin

from ..bench import Bench
from ..island_colours import Solid
from ..prop_parts.details import tinted, white
from ..prop_parts.facing import facing
from ..prop_parts.solids import lathe
from . import Prop


def draw(bench: Bench) -> str:
    """Draw pad, smoke, fins and hull from the far side to the near one."""
    iso, colours, canvas = bench.iso, bench.colours, bench.canvas
    side = facing(bench).side
    iso.shadow(54, 54, 44, colours.shade, 0.34)
    iso.cylinder(50, 50, 0, 31, 5, tinted(colours.primary, -0.08))
    iso.disc(50, 50, 5, 24, "none", stroke=colours.primary.top, width=1.6 * iso.scale)
    _smoke(bench, near=False)
    lathe(iso, 50, 50, 4, ((1, 2), (7.5, 16), (6, 22)), colours.warn)
    lathe(iso, 50, 50, 8, ((0.5, 2), (4, 12), (4, 18)), white(colours))
    shade = colours.tile.left
    hull = Solid(colours.paper, colours.paper.mix(shade, 0.22), colours.paper.mix(shade, 0.72))
    fin = colours.accent
    lathe(iso, 50, 50, 25, ((8, 0), (9, 4)), tinted(colours.primary, -0.15))
    lathe(iso, 50, 50, 29, ((11, 0), (15.5, 10), (16.6, 16)), colours.primary)
    lathe(iso, 50, 50, 45, ((16.6, 0), (17.4, 10), (17, 22), (14, 35)), hull)
    lathe(iso, 50, 50, 80, ((14, 0), (10, 9), (5, 17), (0.5, 22)), fin)
    _fins(bench)
    angle = 68 if side == "left" else 22
    x, y = iso.at(*_on_hull(angle, 65))
    s = iso.scale
    canvas.circle(x, y, 7.8 * s, colours.primary.left)
    canvas.circle(x, y, 5.6 * s, colours.secondary.left)
    r = f"{3.4 * s:.1f}"
    shine = f"M{x - 3.4 * s:.1f} {y:.1f}a{r} {r} 0 0 1 {r} -{r}"
    canvas.path(shine, "none", stroke=colours.paper, width=1.3 * s)
    _smoke(bench, near=True)
    return "a rocket taking off"


def _on_hull(angle: float, z: float) -> tuple[float, float, float]:
    return 50 + 13 * cos(radians(angle)), 50 + 13 * sin(radians(angle)), z


def _fins(bench: Bench) -> None:
    """Draw the thin fins that are seen: left, right and towards the viewer."""
    iso, fin = bench.iso, bench.colours.accent
    for sx, sy, tone in ((0, 1, fin.left), (1, 0, fin.right), (0.62, 0.62, fin.left)):
        r0, r1 = 13.0, 29.0
        spots = [(50 + sx * r, 50 + sy * r, z) for r, z in ((r0, 58), (r1, 38), (r1, 21), (r0 - 2, 34))]
        iso.flat(spots, tone, stroke=tone, width=2.2 * iso.scale)


def _smoke(bench: Bench, *, near: bool) -> None:
    iso, colours = bench.iso, bench.colours
    puffs: Sequence[tuple[float, float, float, float]] = (
        (24, 40, 11, 11),
        (40, 24, 10, 10),
        (70, 32, 11, 12),
        (32, 68, 10, 11),
    )
    if near:
        puffs = (
            (50, 76, 8, 9.5),
            (76, 52, 8, 10),
            (64, 68, 7, 11.5),
            (72, 74, 4, 6),
            (38, 80, 5, 6.5),
        )
    for x, y, z, r in puffs:
        iso.ball(x, y, z, r, colours.paper.mix(colours.tile.left, 0.1 if near else 0.2))


PROP = Prop(draw=draw, height=107, plinth="round")
