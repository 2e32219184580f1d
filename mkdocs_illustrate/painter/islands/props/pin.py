"""A map: folded open on the floor, with a tall pin in it."""

from __future__ import annotations

from ...kit.colour import lch
from ..bench import Bench
from ..prop_parts.details import tinted
from ..prop_parts.facing import Facing, facing
from ..prop_parts.solids import lathe
from . import Prop


def draw(bench: Bench) -> str:
    """Draw the folded sheet, the way on it, then the pin."""
    f, iso, colours = facing(bench), bench.iso, bench.colours
    f.shadow(54, 56, 52, colours.shade, 0.3)
    f.box(11, 13, 0, (78, 74, 3), tinted(colours.primary, 0.02), r=3)
    _map(f, bench)
    x, y, _ = f.spot(60, 40)
    iso.shadow(x + 3, y + 3, 15, colours.ink, 0.4)
    lathe(iso, x, y, 4, ((0.4, 0), (4, 10), (13, 32), (17.5, 44)), colours.accent)
    iso.ball(x, y, 52, 21.5, colours.accent.left)
    cx, cy = iso.at(x, y, 52)
    s = iso.scale
    bench.canvas.circle(cx, cy, 9.5 * s, colours.paper)
    bench.canvas.circle(cx, cy, 5 * s, colours.primary.left)
    return "a map with a pin"


def _map(f: Facing, bench: Bench) -> None:
    canvas, colours = bench.canvas, bench.colours
    with f.floor(14, 16, 3):
        land = colours.good.left.lighter(0.16)
        canvas.rect(0, 0, 72, 68, land, r=2)
        canvas.path("M0 44C16 36 22 52 38 48S60 34 72 40V54C58 48 52 60 36 62S14 52 0 58Z", lch(0.76, 0.1, 235))
        canvas.path("M0 20H30V0M30 20L48 36M48 0V68M48 24H72M12 20V40M60 24V40", "none", stroke=colours.paper, width=3)
        for x, y, w, h in ((4, 4, 9, 11), (17, 5, 9, 10), (34, 5, 10, 12), (53, 6, 14, 12)):
            canvas.rect(x, y, w, h, colours.warn.top, r=1)
        canvas.path("M8 60C22 40 30 52 46 24", "none", stroke=colours.accent.right, width=2.4, dash="0 4.6")
        canvas.rect(24, 0, 24, 68, colours.ink, alpha=0.07)


PROP = Prop(draw=draw, height=85, plinth="none")
