"""A cup: big, on its saucer, coffee in it and steam over it."""

from __future__ import annotations

from ...kit.outlines import curve
from ..bench import Bench
from ..prop_parts.details import dark, tinted, white
from ..prop_parts.facing import facing
from ..prop_parts.solids import lathe, ring
from . import Prop


def draw(bench: Bench) -> str:
    """Draw saucer, handle, cup, coffee and steam."""
    f, iso, colours, canvas = facing(bench), bench.iso, bench.colours, bench.canvas
    iso.shadow(54, 54, 44, colours.shade, 0.34)
    lathe(iso, 50, 50, 0, ((20, 0), (36, 6)), white(colours))
    iso.disc(50, 50, 6, 33, colours.paper)
    iso.disc(50, 50, 6, 23, colours.faint)
    body = colours.accent if bench.hero else colours.primary
    side = -1 if f.side == "left" else 1
    x, y = 50 + 24 * side, 50 - 24 * side
    f.slab(
        *_from(f.side, x, y),
        30,
        [(p * 1.0, q * 1.1) for p, q in ring(0, 0, 15, 30)],
        6,
        body,
        holes=(ring(0, 0, 8.5, 24),),
    )
    lathe(iso, 50, 50, 6, ((15, 0), (21, 6), (26, 20), (28, 42)), body)
    iso.disc(50, 50, 48, 28, body.top)
    iso.disc(50, 50, 47, 24.5, tinted(dark(colours), 0.0).left)
    iso.disc(50, 51, 46, 22, dark(colours, 0.46).left)
    cx, cy = iso.at(50, 50, 58)
    s = iso.scale
    for dx, dy in ((-13, 3), (0, 0), (13, 3)):
        sway = ((0, 0), (-5, -8), (4, -16), (0, -24))
        points = [(cx + (dx + a) * s, cy + (dy + b) * s) for a, b in sway]
        canvas.path(curve(points, tension=1), "none", stroke=colours.paper, width=4 * s, line_alpha=0.85)
    return "a steaming cup"


def _from(side: str, x: float, y: float) -> tuple[float, float]:
    """Turn a spot of the island into the front's own u and out."""
    return (x, y + 3) if side == "left" else (100 - y, x + 3)


PROP = Prop(draw=draw, height=85, plinth="none")
