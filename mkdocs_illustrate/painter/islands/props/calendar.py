"""A calendar: a standing month with rings on top and one day marked."""

from __future__ import annotations

from ..bench import Bench
from ..prop_parts.details import tinted, white
from ..prop_parts.facing import Facing, facing
from . import Prop


def draw(bench: Bench) -> str:
    """Draw the block, its head, its days and its rings."""
    f, colours = facing(bench), bench.colours
    f.shadow(52, 56, 48, colours.shade, 0.32)
    f.box(16, 34, 0, (68, 30, 4), tinted(colours.primary, -0.08), r=6)
    f.board(16, 56, 4, (68, 66), white(colours), r=6, depth=14, front=colours.paper)
    head = colours.accent if bench.hero else colours.primary
    f.board(16, 57.5, 54, (68, 16), head, r=5, depth=16)
    with f.face(16, 57.5, 70):
        bench.canvas.line([(22, 8.6), (46, 8.6)], colours.paper, 3.2, line_alpha=0.9)
        bench.canvas.path("M14 5l-3.6 3.6l3.6 3.6M54 5l3.6 3.6l-3.6 3.6", "none", stroke=colours.paper, width=2)
    _days(f, bench)
    for u in f.order((28.0, 66.0)):
        f.box(u, 50, 66, (6, 6, 11), colours.secondary, r=2.6)
    return "a calendar with a marked day"


def _days(f: Facing, bench: Bench) -> None:
    canvas, colours, rng = bench.canvas, bench.colours, bench.rng("days")
    marked, near = rng.whole(7, 16), rng.whole(0, 5)
    with f.face(16, 56, 70):
        for i in range(20):
            x, y = 6.4 + 11.4 * (i % 5), 20.4 + 11.2 * (i // 5)
            paint = colours.faint if i % 5 < 4 else colours.secondary.top
            if i == marked:
                canvas.rect(x - 1.4, y - 1.4, 11.8, 11, colours.accent.left, r=3)
                canvas.line([(x + 1.6, y + 4), (x + 3.8, y + 6.4), (x + 7.6, y + 1.4)], colours.paper, 1.9)
                continue
            canvas.rect(x, y, 9, 8.2, colours.good.left if i == near else paint, r=2)


PROP = Prop(draw=draw, height=95)
