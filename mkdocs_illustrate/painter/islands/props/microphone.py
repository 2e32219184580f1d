"""A microphone: big and round-headed, on a heavy desk stand."""

from __future__ import annotations

from ..bench import Bench
from ..prop_parts.details import dark, hoop, lamp, on_round, tinted
from ..prop_parts.facing import facing
from ..prop_parts.solids import lathe
from . import Prop


def draw(bench: Bench) -> str:
    """Draw stand, stem, fork, body and grille."""
    f, iso, colours = facing(bench), bench.iso, bench.colours
    iso.shadow(54, 54, 42, colours.shade, 0.34)
    iso.cylinder(50, 50, 0, 27, 6, tinted(colours.primary, -0.1))
    iso.disc(50, 50, 6, 21, colours.primary.left)
    iso.cylinder(50, 50, 6, 4, 26, dark(colours, 0.42))
    body = colours.accent if bench.hero else colours.primary
    lathe(iso, 50, 50, 30, ((5, 0), (12, 3), (15, 10), (15, 28)), body)
    iso.cylinder(50, 50, 57, 16.4, 5, gold_ring := tinted(colours.secondary, 0.04))
    shell = ((15, 0), (16.5, 8), (16, 20), (12, 29), (5, 33.5), (0.5, 34))
    lathe(iso, 50, 50, 62, shell, dark(colours, 0.45))
    for z, r in ((67, 16.2), (72, 16.6), (77, 16.4), (82, 15.8), (87, 13.6)):
        hoop(iso, 50, 50, z, r, gold_ring.top, 0.9, 0.45)
    angle = 66 if f.side == "left" else 24
    lamp(iso, on_round(50, 50, 48, 15, angle), 2.4, colours.good.top)
    lamp(iso, on_round(50, 50, 40, 15, angle), 1.8, colours.paper)
    return "a studio microphone"


PROP = Prop(draw=draw, height=105, plinth="round")
