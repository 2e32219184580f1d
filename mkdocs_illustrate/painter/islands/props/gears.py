"""Gears: a big wheel and a small one whose teeth mesh."""

from __future__ import annotations

from math import cos, pi, sin

from ...kit.canvas import Point
from ..bench import Bench
from ..island_colours import Solid
from ..prop_parts.details import tinted
from ..prop_parts.facing import Facing, facing
from ..prop_parts.solids import ring
from . import Prop

_DEPTH = 15.0


def draw(bench: Bench) -> str:
    """Draw both wheels on their axles, the far one first."""
    f, colours = facing(bench), bench.colours
    f.shadow(52, 56, 46, colours.shade, 0.32)
    f.box(18, 42, 0, (64, 24, 6), tinted(colours.primary, -0.12), r=5)
    wheels = {
        37.0: (41.0, 26.0, 12, 0.0, colours.primary),
        77.0: (29.0, 13.5, 8, 0.2, colours.accent if bench.hero else colours.secondary),
    }
    for u in f.order(wheels):
        z, r, teeth, turn, tones = wheels[u]
        _wheel(f, bench, (u, z, r), tones, teeth=teeth, turn=turn)
    return "a pair of gears"


def _wheel(
    f: Facing,
    bench: Bench,
    place: tuple[float, float, float],
    tones: Solid,
    *,
    teeth: int,
    turn: float,
) -> None:
    u, z, r = place
    canvas, colours = bench.canvas, bench.colours
    hole = r * 0.36
    f.box(u - 3.5, 48, 6, (7, 8, max(0.1, z - 6)), tinted(colours.primary, -0.12))
    f.slab(u, 62, z, _toothed(r, teeth, turn), _DEPTH, tones)
    with f.face(u, 62, z):
        canvas.circle(0, 0, r * 0.8, tones.left.lighter(0.06))
        canvas.circle(0, 0, r * 0.62, "none", stroke=tones.right, width=r * 0.07, line_alpha=0.6)
        for i in range(6):
            a = i * pi / 3 + turn
            canvas.circle(r * 0.62 * cos(a), r * 0.62 * sin(a), r * 0.1, tones.right)
    f.slab(u, 66, z, ring(0, 0, hole, 28), 4, colours.plate)
    with f.face(u, 66, z):
        canvas.circle(0, 0, hole * 0.5, colours.secondary.left if r > 20 else colours.primary.left)


def _toothed(r: float, teeth: int, turn: float) -> list[Point]:
    points: list[Point] = []
    step = 2 * pi / teeth
    for i in range(teeth):
        for share, far in ((-0.30, r), (-0.19, r * 1.22), (0.19, r * 1.22), (0.30, r)):
            a = step * (i + share) + turn
            points.append((far * cos(a), far * sin(a)))
    return points


PROP = Prop(draw=draw, height=90)
