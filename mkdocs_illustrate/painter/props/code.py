"""Code: a dark editor full of coloured lines, and solid brackets in front of it."""

from __future__ import annotations

from ..canvas import Point
from ..shapes import boxes
from ..stage import Bench
from . import Prop
from .facing import facing
from .parts import dark, window, writing

_LEFT: list[Point] = [(12, 0), (16.5, 4.5), (9, 12), (16.5, 19.5), (12, 24), (0, 12)]
_RIGHT: list[Point] = [(4.5, 0), (16.5, 12), (4.5, 24), (0, 19.5), (7.5, 12), (0, 4.5)]
_SLASH: list[Point] = [(8, 0), (14, 0), (6, 26), (0, 26)]


def draw(bench: Bench) -> str:
    """Draw the editor, then the brackets on the floor before it."""
    f, desk, canvas = facing(bench), bench.desk, bench.canvas
    f.shadow(52, 56, 48, desk.shade, 0.26)
    f.box(26, 34, 0, (48, 16, 3.5), dark(desk, 0.42), r=4)
    window(f, desk, (13, 44, 3.5), (74, 58), desk.primary, page=dark(desk, 0.27).left)
    with f.face(13, 44, 61.5):
        canvas.rect(2.2, 8.6, 9, 47.2, dark(desk, 0.33).left, r=2)
        canvas.path(boxes([(5, 13.6 + 6.2 * i, 3.2, 1.8) for i in range(7)]), desk.faint, alpha=0.4)
        paints = (desk.secondary.top, desk.good.left, desk.warn.left, desk.faint, desk.primary.top)
        writing(canvas, bench.rng("code"), 16, 14.5, 50, 7, paints, step=6.2, thick=2.7, indent=5)
    parts = {16.0: (_LEFT, desk.secondary), 38.0: (_SLASH, desk.accent), 56.0: (_RIGHT, desk.secondary)}
    for u in f.order(parts):
        outline, tones = parts[u]
        f.shadow(u + 9, 79, 10, desk.shade, 0.2)
        f.slab(u + 4, 80, 26, outline, 6, tones)
    return "a code editor"


PROP = Prop(name="code", draw=draw, height=70)
