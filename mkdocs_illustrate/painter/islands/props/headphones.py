"""Headphones: hung over a stand, both cups to the front."""

from __future__ import annotations

from ..bench import Bench
from ..prop_parts.details import dark, tinted
from ..prop_parts.facing import facing
from ..prop_parts.solids import arc, panel
from . import Prop


def draw(bench: Bench) -> str:
    """Draw the stand, the band, then the cups from the far one to the near one."""
    f, colours, canvas = facing(bench), bench.colours, bench.canvas
    f.shadow(52, 56, 46, colours.shade, 0.34)
    f.box(26, 38, 0, (48, 32, 6), tinted(colours.primary, -0.08), r=8)
    f.box(45, 50, 6, (10, 7, 76), colours.secondary, r=2)
    band = [*arc(0, 0, 37, 180, 360, 22), *arc(0, 0, 30, 360, 180, 22)]
    f.slab(50, 60, 58, band, 12, dark(colours, 0.38))
    lining = [*arc(0, 0, 31, 205, 335, 14), *arc(0, 0, 26, 335, 205, 14)]
    f.slab(50, 62, 58, lining, 15, colours.accent)
    for u in f.order((9.0, 73.0)):
        cushion = panel(0, 0, 18, 38, 8)
        f.slab(u, 65, 62, cushion, 21, dark(colours, 0.3))
        f.slab(u, 70, 64, panel(0, 0, 18, 42, 8), 9, colours.primary)
        with f.face(u, 70, 64):
            canvas.rect(4, 5, 10, 32, colours.primary.top, r=5, alpha=0.7)
            canvas.circle(9, 31, 2.2, colours.good.top)
    return "a pair of headphones"


PROP = Prop(draw=draw, height=107)
