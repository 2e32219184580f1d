"""A wedding cake: three tiers on a stand, icing over their rims, flowers, a heart on top."""

from __future__ import annotations

from ...kit.colour import lch
from ..bench import Bench
from ..island_colours import Solid, solid
from ..prop_parts.details import hoop, on_round, tinted, white
from ..prop_parts.facing import facing
from ..prop_parts.solids import heart, lathe
from . import Prop

_TIERS = ((33.0, 10.0, 22.0), (23.5, 32.0, 19.0), (14.5, 51.0, 17.0))
"""Radius, foot and height."""
_FLOWERS = ((0, 92), (0, 76), (0, 60), (1, 30), (1, 14), (2, 78), (2, 55))
"""On which tier's foot they lie, and where."""


def draw(bench: Bench) -> str:
    """Draw the stand, the tiers from below, the flowers, the heart."""
    f, iso, colours = facing(bench), bench.iso, bench.colours
    iso.shadow(53, 53, 44, colours.shade, 0.34)
    lathe(iso, 50, 50, 0, ((20, 0), (9, 4), (9, 6), (38, 8), (38, 10)), colours.primary)
    iso.disc(50, 50, 10, 38, colours.primary.top)
    icing, cream = tinted(colours.accent, 0.01), white(colours)
    for k, (r, z, high) in enumerate(_TIERS):
        _tier(bench, (r, z, high), cream, icing)
        for tier, angle in _FLOWERS:
            if tier == k:
                _flower(bench, on_round(50, 50, z + 3, r + 1, angle), 3.6)
    small = [(x * 0.34, y * 0.34) for x, y in heart()]
    f.slab(50, 52, 84, small, 5, solid(lch(0.64, 0.19, 16)))
    return "a wedding cake of three tiers"


def _tier(bench: Bench, body: tuple[float, float, float], cream: Solid, icing: Solid) -> None:
    """Draw a tier, pearls at its foot, icing that runs down from its rim."""
    iso, colours, (r, z, high) = bench.iso, bench.colours, body
    iso.cylinder(50, 50, z, r, high, cream)
    hoop(iso, 50, 50, z + 1.4, r, colours.primary.top, 2.6)
    count = max(4, round(r / 3.4))
    for i in range(count):
        angle = -38 + 166 * (i + 0.5) / count
        drop = (5.5, 8.5, 6.5)[i % 3]
        top, low = (iso.at(*on_round(50, 50, z + high - d, r, angle)) for d in (1.0, drop))
        iso.canvas.line([top, low], icing.left, r * 0.2 * iso.scale)
    hoop(iso, 50, 50, z + high - 1.2, r, icing.left, 3.2)
    iso.disc(50, 50, z + high, r, icing.top)


def _flower(bench: Bench, spot: tuple[float, float, float], r: float) -> None:
    """Put down a blossom of five petals with two leaves."""
    iso, colours = bench.iso, bench.colours
    (x, y), s = iso.at(*spot), iso.scale
    for dx in (-1.5, 1.5):
        iso.canvas.ellipse(x + dx * r * s, y + r * 0.5 * s, r * 0.8 * s, r * 0.45 * s, colours.good.left)
    petals = ((0, -0.9), (0.86, -0.28), (0.53, 0.73), (-0.53, 0.73), (-0.86, -0.28))
    for a, b in petals:
        iso.canvas.circle(x + a * r * 0.8 * s, y + b * r * 0.8 * s, r * 0.62 * s, colours.secondary.top)
    iso.canvas.circle(x, y, r * 0.5 * s, colours.warn.left)


PROP = Prop(draw=draw, height=104, plinth="none")
