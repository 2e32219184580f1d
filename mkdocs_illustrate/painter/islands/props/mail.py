"""Mail: an open envelope, its letter rising out of it."""

from __future__ import annotations

from ..bench import Bench
from ..island_colours import Solid
from ..prop_parts.details import tinted, white, writing
from ..prop_parts.facing import Facing, facing
from ..prop_parts.solids import ring
from . import Prop


def draw(bench: Bench) -> str:
    """Draw the open flap, the letter, the pocket and a sign that it is new."""
    f, colours = facing(bench), bench.colours
    f.shadow(52, 56, 50, colours.shade, 0.32)
    inside = tinted(colours.primary, -0.1)
    f.slab(12, 48, 52, [(0, 2), (38, -32), (76, 2)], 2, inside)
    f.board(19, 52, 22, (62, 60), white(colours), r=3, depth=2, front=colours.paper)
    with f.face(19, 52, 82):
        canvas = bench.canvas
        canvas.rect(7, 7, 14, 12, colours.secondary.left, r=2)
        paints = (colours.faint, colours.secondary.top, colours.faint)
        writing(canvas, bench.rng("letter"), 26, 9.4, 28, 2, paints, step=6.6, thick=2.8)
        writing(canvas, bench.rng("more"), 8, 25, 46, 2, paints, step=6.6, thick=2.8)
    _pocket(f, bench, colours.primary)
    u = 80.0 if f.side == "left" else 20.0
    f.slab(u, 64, 54, ring(0, 0, 9.5, 32), 5, colours.accent)
    with f.face(u, 64, 54):
        bench.canvas.circle(0, 0, 4, colours.paper)
    return "a letter in an open envelope"


def _pocket(f: Facing, bench: Bench, tones: Solid) -> None:
    f.slab(12, 60, 54, [(0, 0), (38, 28), (76, 0), (76, 50), (72, 54), (4, 54), (0, 50)], 12, tones)
    with f.face(12, 60, 54):
        light, canvas = tones.left.lighter(0.06), bench.canvas
        canvas.path("M2 52L32 26Q38 31 44 26L74 52Q73 53.4 71 53.4H5Q3 53.4 2 52Z", light)
        canvas.line([(3, 51.6), (33, 26)], tones.right, 1.2, line_alpha=0.6)
        canvas.line([(73, 51.6), (43, 26)], tones.right, 1.2, line_alpha=0.6)


PROP = Prop(draw=draw, height=101)
