"""Film: a clapper board, its arm open, before a reel."""

from __future__ import annotations

from math import cos, pi, radians, sin

from ...kit.canvas import Point
from ...kit.outlines import polygon
from ..bench import Bench
from ..prop_parts.details import dark, tinted
from ..prop_parts.facing import Facing, facing
from ..prop_parts.solids import ring
from . import Prop


def draw(bench: Bench) -> str:
    """Draw the reel, then the board and its arm."""
    f, colours = facing(bench), bench.colours
    f.shadow(52, 56, 50, colours.shade, 0.32)
    _reel(f, bench)
    case = dark(colours, 0.33)
    f.board(14, 66, 2, (62, 42), case, r=4, depth=7)
    with f.face(14, 66, 44):
        _board(bench)
    _arm(f, bench)
    return "a clapper board with a film reel"


def _reel(f: Facing, bench: Bench) -> None:
    canvas, colours = bench.canvas, bench.colours
    f.box(50, 28, 0, (28, 16, 8), tinted(colours.primary, -0.1), r=4)
    holes = [
        [(x + 15 * cos(a), y + 15 * sin(a)) for x, y in ring(0, 0, 5.6, 18)]
        for a in (2 * pi * i / 5 - 0.3 for i in range(5))
    ]
    f.slab(64, 40, 54, ring(0, 0, 27, 44), 8, colours.primary, holes=holes)
    with f.face(64, 40, 54):
        canvas.circle(0, 0, 25, "none", stroke=colours.primary.top, width=1.6)
        canvas.circle(0, 0, 4.6, colours.accent.left)


def _board(bench: Bench) -> None:
    canvas, colours = bench.canvas, bench.colours
    canvas.path(_stripes(62, 9), colours.paper)
    for y, end in ((17, 50), (25, 32)):
        canvas.line([(7, y), (end, y)], colours.secondary.left, 2.8)
    canvas.line([(7, 34), (56, 34)], colours.faint, 2.4, line_alpha=0.6)
    canvas.path("M46 21l9 5l-9 5z", colours.accent.left, stroke=colours.accent.left, width=2)


def _arm(f: Facing, bench: Bench) -> None:
    """Open the arm by fifteen degrees about its left end."""
    a = radians(-16)

    def turned(x: float, y: float) -> Point:
        return x * cos(a) - y * sin(a), x * sin(a) + y * cos(a)

    outline = [turned(x, y) for x, y in ((0, -10), (62, -10), (62, 0), (0, 0))]
    f.slab(14, 66, 45, outline, 7, dark(bench.colours, 0.33))
    with f.face(14, 66, 45):
        matrix = (cos(a), sin(a), -sin(a), cos(a), -10 * -sin(a), -10 * cos(a))
        with bench.canvas.group(matrix=matrix):
            bench.canvas.path(_stripes(62, 10), bench.colours.paper)


def _stripes(width: float, height: float) -> str:
    xs = [5 + 15.0 * i for i in range(int(width / 15))]
    return "".join(polygon([(x, 0), (x + 7, 0), (x + 2, height), (x - 5, height)]) for x in xs)


PROP = Prop(draw=draw, height=105)
