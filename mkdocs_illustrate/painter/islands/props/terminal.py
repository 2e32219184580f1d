"""A terminal: a dark screen with a prompt, and a keyboard on the floor."""

from __future__ import annotations

from ...kit.outlines import boxes
from ..bench import Bench
from ..prop_parts.details import dark, tinted, white, writing
from ..prop_parts.facing import Facing, facing
from . import Prop


def draw(bench: Bench) -> str:
    """Draw screen, foot and keyboard."""
    f, colours = facing(bench), bench.colours
    f.shadow(52, 54, 48, colours.shade, 0.28)
    case = tinted(colours.primary, -0.06)
    f.box(32, 26, 0, (36, 22, 3), case, r=5)
    f.box(44, 32, 3, (12, 6, 10), dark(colours, 0.4))
    f.board(14, 42, 11, (72, 56), case, r=5, depth=8)
    with f.face(14, 42, 67):
        _screen(bench)
    _keyboard(f, bench)
    return "a terminal"


def _screen(bench: Bench) -> None:
    canvas, colours, rng = bench.canvas, bench.colours, bench.rng("screen")
    glow = colours.good.top
    canvas.rect(3.5, 3.5, 65, 49, dark(colours, 0.22).left, r=3)
    canvas.line([(10, 11), (15, 15.5), (10, 20)], glow, 2.8)
    canvas.line([(20, 20), (44, 20)], colours.paper, 2.8)
    paints = (colours.secondary.top, colours.faint, glow)
    writing(canvas, rng, 11, 28, 46, 2, paints, step=6.4, thick=2.5)
    canvas.line([(10, 39), (15, 43.5), (10, 48)], glow, 2.8)
    canvas.rect(19.5, 40.5, 6.5, 8, colours.accent.left, r=0.8)


def _keyboard(f: Facing, bench: Bench) -> None:
    canvas, colours = bench.canvas, bench.colours
    f.box(21, 60, 0, (58, 25, 3.4), white(colours), r=3)
    with f.floor(21, 60, 3.4):
        for row in range(3):
            keys = [(3.4 + 5.8 * i, 3 + 5 * row, 4.6, 3.8) for i in range(9)]
            canvas.path(boxes(keys), colours.secondary.left.mix(colours.paper, 0.45))
        canvas.rect(49.8, 13, 4.6, 3.8, colours.accent.left)
        canvas.rect(15, 18.2, 28, 3.8, colours.primary.left, r=0.8)


PROP = Prop(draw=draw, height=97)
