"""A pair of scales: two golden pans on a beam over a pillar."""

from __future__ import annotations

from ..bench import Bench
from ..prop_parts.details import gold, tinted
from ..prop_parts.facing import Facing, facing
from ..prop_parts.solids import lathe
from . import Prop


def draw(bench: Bench) -> str:
    """Draw the foot, the pillar, then pans and beam, the far pan first."""
    f, iso, colours = facing(bench), bench.iso, bench.colours
    f.shadow(54, 56, 46, colours.shade, 0.34)
    iso.cylinder(50, 50, 0, 26, 6, tinted(colours.primary, -0.08))
    iso.cylinder(50, 50, 6, 17, 6, colours.primary)
    tilt = bench.rng("tilt").pick((-5.0, 0.0, 5.0))
    us = f.order((14.0, 86.0))
    _pan(f, bench, us[0], tilt if us[0] < 50 else -tilt)
    lathe(iso, 50, 50, 12, ((6, 0), (4.4, 8), (3.4, 40), (4.4, 68)), gold(colours))
    ends = [iso.at(*f.spot(u, 50, 80 + (tilt if u < 50 else -tilt))) for u in (14.0, 86.0)]
    iso.canvas.line(ends, gold(colours).right, 5 * iso.scale)
    iso.canvas.line([(x, y - 0.8 * iso.scale) for x, y in ends], gold(colours).top, 2 * iso.scale)
    iso.ball(50, 50, 84, 6.4, colours.accent.left)
    _pan(f, bench, us[1], tilt if us[1] < 50 else -tilt)
    return "a pair of scales"


def _pan(f: Facing, bench: Bench, u: float, lift: float) -> None:
    iso, metal = f.iso, gold(bench.colours)
    x, y, _ = f.spot(u, 50)
    top, z = 80 + lift, 36 + lift
    cx, cy = iso.at(x, y, z + 6)
    hang = iso.at(x, y, top)
    wide = 17 * iso.scale
    for dx in (-wide, wide):
        iso.canvas.line([hang, (cx + dx, cy)], metal.right, 1.3 * iso.scale)
    lathe(iso, x, y, z, ((5, 0), (11, 2), (15, 6)), metal)
    iso.disc(x, y, z + 6, 15, metal.right)
    iso.disc(x, y, z + 6.2, 12.6, bench.colours.secondary.left)


PROP = Prop(draw=draw, height=111, plinth="round")
