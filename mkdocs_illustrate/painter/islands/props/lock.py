"""A padlock: a thick body with a keyhole under a steel bow."""

from __future__ import annotations

from ...kit.canvas import Point
from ..bench import Bench
from ..prop_parts.details import tinted, white
from ..prop_parts.facing import facing
from ..prop_parts.solids import arc, panel
from . import Prop


def draw(bench: Bench) -> str:
    """Draw the bow, then the body before it, then its keyhole."""
    f, colours, canvas = facing(bench), bench.colours, bench.canvas
    f.shadow(54, 56, 42, colours.shade, 0.34)
    steel = white(colours)
    steel = tinted(colours.secondary, 0.06) if bench.rng("steel").chance(0.5) else steel
    f.slab(50, 56, 64, _bow(), 9, steel)
    body = tinted(colours.primary, 0.0)
    f.slab(50, 66, 29, panel(-31, -26, 62, 52, 10), 28, body)
    with f.face(50, 66, 29):
        canvas.rect(-26, -22, 52, 44, body.left.lighter(0.07), r=7)
        canvas.circle(0, 0, 15, colours.accent.left)
        canvas.circle(0, 0, 15, "none", stroke=colours.accent.top, width=2)
        canvas.circle(0, -3.4, 4.6, colours.ink)
        canvas.path("M-2 -2h4l2 10h-8z", colours.ink, stroke=colours.ink, width=1)
        for x in (-22, 22):
            for y in (-18, 18):
                canvas.circle(x, y, 1.7, body.right)
    return "a padlock"


def _bow() -> list[Point]:
    """Outline the bow: outside from the left foot over the top, then back inside."""
    outer = arc(0, -8, 23, 180, 360, 16)
    inner = arc(0, -8, 13.5, 360, 180, 14)
    return [(-23, 16), *outer, (23, 16), (13.5, 16), *inner, (-13.5, 16)]


PROP = Prop(draw=draw, height=105)
