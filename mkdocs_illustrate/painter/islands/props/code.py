"""Code: a dark editor full of coloured lines, a second one behind, brackets on a tile."""

from __future__ import annotations

from ...kit.outlines import boxes
from ..bench import Bench
from ..prop_parts.details import dark, tinted, window, writing
from ..prop_parts.facing import Facing, facing
from . import Prop


def draw(bench: Bench) -> str:
    """Draw both editors, then the tile before them."""
    f, colours, canvas = facing(bench), bench.colours, bench.canvas
    f.shadow(52, 56, 50, colours.shade, 0.28)
    back = 40.0 if f.side == "left" else 14.0
    window(f, colours, (back, 26, 22), (46, 46), colours.secondary, page=dark(colours, 0.36).left)
    with f.face(back, 26, 68):
        pale = (colours.faint, colours.secondary.top)
        writing(canvas, bench.rng("back"), 6, 15, 32, 4, pale, indent=3)
    f.box(24, 42, 0, (52, 18, 3.5), tinted(colours.primary, -0.08), r=5)
    window(f, colours, (12, 54, 3.5), (76, 58), colours.primary, page=dark(colours, 0.27).left)
    with f.face(12, 54, 61.5):
        canvas.rect(2.2, 8.6, 9, 47.2, dark(colours, 0.33).left, r=2)
        canvas.path(boxes([(5, 13.6 + 6.2 * i, 3.2, 1.8) for i in range(7)]), colours.faint, alpha=0.4)
        paints = (colours.secondary.top, colours.good.left, colours.warn.left, colours.faint, colours.primary.top)
        writing(canvas, bench.rng("code"), 16, 14.5, 52, 7, paints, step=6.2, thick=2.7, indent=5)
    _brackets(f, bench)
    return "a code editor"


def _brackets(f: Facing, bench: Bench) -> None:
    canvas, paper = bench.canvas, bench.colours.paper
    u = 56.0 if f.side == "left" else 16.0
    f.board(u, 72, 6, (29, 23), bench.colours.accent, r=5, depth=5)
    with f.face(u, 72, 29):
        canvas.line([(10, 6.5), (5.4, 11.5), (10, 16.5)], paper, 2.6)
        canvas.line([(19, 6.5), (23.6, 11.5), (19, 16.5)], paper, 2.6)
        canvas.line([(16.4, 5.6), (12.6, 17.4)], paper, 2.4)


PROP = Prop(draw=draw, height=91)
