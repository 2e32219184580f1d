"""A calculator: upright, with a bright screen and rows of keys, a paper slip behind it."""

from __future__ import annotations

from ..bench import Bench
from ..prop_parts.details import dark, tinted, white, writing
from ..prop_parts.facing import Facing, facing
from . import Prop


def draw(bench: Bench) -> str:
    """Draw the slip, the case, its keys."""
    f, colours, canvas = facing(bench), bench.colours, bench.canvas
    f.shadow(52, 56, 46, colours.shade, 0.32)
    back = 46.0 if f.side == "left" else 16.0
    f.board(back, 36, 0, (38, 88), white(colours), r=3, depth=2.5, front=colours.paper)
    with f.face(back, 36, 88):
        paints = (colours.faint, colours.secondary.top, colours.faint)
        writing(canvas, bench.rng("slip"), 5, 8, 28, 6, paints, step=6.4)
    f.box(20, 46, 0, (58, 22, 4), tinted(colours.primary, -0.1), r=6)
    f.board(23, 64, 4, (52, 70), colours.primary, r=7, depth=10)
    with f.face(23, 64, 74):
        canvas.rect(5, 5, 42, 15, dark(colours, 0.3).left, r=3)
        digits = "".join(f"M{21 + 6 * i} 9v7" for i in range(4))
        canvas.path(digits, "none", stroke=colours.good.top, width=2.6)
    _keys(bench, f)
    return "a calculator"


def _keys(bench: Bench, f: Facing) -> None:
    colours, canvas = bench.colours, bench.canvas
    with f.face(23, 64, 74):
        for row in range(4):
            for column in range(4):
                paint = colours.accent.left if column == 3 else colours.paper
                place = (5 + 10.8 * column, 24.5 + 10.8 * row)
                canvas.rect(place[0], place[1] + 1.1, 9, 8.4, colours.primary.right, r=2.6)
                canvas.rect(*place, 9, 8, paint, r=2.6)


PROP = Prop(draw=draw, height=102)
