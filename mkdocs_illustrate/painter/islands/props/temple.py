"""A temple front: steps, six columns, a gable; a museum, a court, a bank, a ruin's better days."""

from __future__ import annotations

from ...kit.canvas import Point
from ..bench import Bench
from ..island_colours import solid
from ..prop_parts.details import white
from ..prop_parts.facing import Facing, facing
from . import Prop

_GABLE: tuple[Point, ...] = ((0, 19), (39, 0), (78, 19))


def draw(bench: Bench) -> str:
    """Draw the steps, the hall, the columns from the far ones on, the roof."""
    f, colours = facing(bench), bench.colours
    f.shadow(52, 54, 56, colours.shade, 0.34)
    stone = solid(colours.warn.left.mix(colours.paper, 0.72).lighter(-0.03))
    for i in range(3):
        d = 3.0 * i
        f.box(8 + d, 16 + d, 4.0 * i, (84 - 2 * d, 72 - 2 * d, 4), stone)
    f.box(22, 30, 12, (56, 38, 40), colours.primary)
    with f.face(22, 68, 52):
        bench.canvas.path("M20 40V16q0 -8 8 -8t8 8V40Z", colours.primary.right.lighter(-0.08))
    _columns(f, bench)
    f.box(13, 22, 52, (74, 56, 6), stone)
    f.slab(11, 80, 77, _GABLE, 60, colours.secondary, front=stone.left)
    with f.face(11, 80, 77):
        bench.canvas.path("M13 16.400L39 4L65 16.400Z", colours.primary.left)
        bench.canvas.circle(39, 11.4, 3.6, colours.accent.left)
    return "a building with columns"


def _columns(f: Facing, bench: Bench) -> None:
    """Stand columns along both visible sides."""
    pale, us = white(bench.colours), (19.0, 34.4, 50.0, 65.6, 81.0)
    side = 81.0 if f.side == "left" else 19.0
    rows = [(side, 34.0), (side, 52.0), *((u, 73.0) for u in us)]
    for u, out in sorted(rows, key=lambda row: sum(f.spot(*row)[:2])):
        f.cylinder(u, out, 12, 5, 3, pale)
        f.cylinder(u, out, 15, 3.6, 34, pale)
        f.cylinder(u, out, 49, 5, 3, pale)


PROP = Prop(draw=draw, height=104)
