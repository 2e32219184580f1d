"""Chat: two speech bubbles, thick and round."""

from __future__ import annotations

from ...kit.canvas import Point
from ..bench import Bench
from ..island_colours import Solid
from ..prop_parts.details import writing
from ..prop_parts.facing import Facing, facing
from ..prop_parts.solids import arc
from . import Prop


def draw(bench: Bench) -> str:
    """Draw the far bubble, then the near one."""
    f, colours = facing(bench), bench.colours
    f.shadow(46, 44, 34, colours.shade, 0.26)
    f.shadow(58, 68, 34, colours.shade, 0.26)
    _bubble(f, (24, 44, 84), (60, 40), colours.primary, tail=44)
    with f.face(24, 44, 84):
        paints = (colours.paper, colours.primary.top.lighter(0.1))
        writing(bench.canvas, bench.rng("talk"), 9, 11, 42, 3, paints, step=8.6, thick=3.6)
    front = colours.accent if bench.hero else colours.secondary
    _bubble(f, (15, 64, 50), (56, 36), front, tail=9)
    with f.face(15, 64, 50):
        for i in range(3):
            bench.canvas.circle(15 + 13 * i, 18, 4.4, colours.paper)
    return "two speech bubbles"


def _bubble(
    f: Facing,
    place: tuple[float, float, float],
    size: tuple[float, float],
    tones: Solid,
    *,
    tail: float,
) -> None:
    f.slab(*place, _outline(*size, tail), 10, tones)


def _outline(width: float, height: float, tail: float) -> list[Point]:
    r = 11.0
    right, low = width - r, height - r
    points = [*arc(right, r, r, -90, 0, 8), *arc(right, low, r, 0, 90, 8)]
    points += [
        (tail + 14, height),
        (tail + (2 if tail < width / 2 else 11), height + 12),
        (tail, height),
    ]
    return [*points, *arc(r, low, r, 90, 180, 8), *arc(r, r, r, 180, 270, 8)]


PROP = Prop(draw=draw, height=110)
