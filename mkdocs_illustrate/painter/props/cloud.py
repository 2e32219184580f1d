"""A cloud: thick and white, afloat above small machines that it is joined to."""

from __future__ import annotations

from math import hypot

from ..canvas import Point
from ..stage import Bench
from . import Prop
from .facing import Facing, facing
from .parts import dark, tinted, white
from .solids import arc

_PUFFS = ((16.0, 34.0, 14.0), (34.0, 20.0, 18.0), (56.0, 28.0, 14.0), (66.0, 37.0, 11.0))


def draw(bench: Bench) -> str:
    """Draw what stands on the floor, the beams, then the cloud over it."""
    f, desk, canvas = facing(bench), bench.desk, bench.canvas
    f.shadow(52, 52, 46, desk.shade, 0.36)
    us = (22.0, 44.0, 66.0)
    for u in f.order(us):
        _machine(f, bench, u, (desk.secondary, desk.primary, desk.accent)[us.index(u)].left.light)
    for u in us:
        ends = [bench.iso.at(*f.spot(u + 6, 62, z)) for z in (24, 50)]
        dash = f"0 {4.6 * bench.iso.scale:.1f}"
        canvas.line(ends, desk.primary.left, 2 * bench.iso.scale, dash=dash)
    outline = _outline()
    f.slab(10, 62, 92, outline, 24, white(desk), front=_fill(bench))
    return "a cloud above small machines"


def _fill(bench: Bench) -> str:
    desk = bench.desk
    tint = desk.secondary.left.mix(desk.paper, 0.55)
    return bench.canvas.linear(((0, desk.paper), (0.55, desk.paper), (1, tint)))


def _machine(f: Facing, bench: Bench, u: float, light: float) -> None:
    desk = bench.desk
    tones = tinted(desk.primary, light - desk.primary.left.light - 0.03)
    f.box(u - 4, 52, 0, (19, 20, 20), tones, r=2.5)
    with f.face(u - 4, 72, 20):
        for row in range(2):
            bench.canvas.rect(2.5, 2.5 + 8.4 * row, 14, 6.4, dark(desk, 0.3).left, r=1.4)
            bench.canvas.circle(6, 5.7 + 8.4 * row, 1.3, desk.good.top)
            bench.canvas.circle(10, 5.7 + 8.4 * row, 1.3, desk.warn.left)


def _outline() -> list[Point]:
    """Walk round the puffs on the outside, then along the flat foot."""
    points: list[Point] = []
    for i, (x, y, r) in enumerate(_PUFFS):
        for point in arc(x, y, r, 90 if i == 0 else -200, 450 if i == 0 else 90, 40):
            inside = any(
                hypot(point[0] - a, point[1] - b) < c - 0.05
                for j, (a, b, c) in enumerate(_PUFFS) if j != i
            )  # fmt: skip
            if not inside and point[1] <= 48.01 and _ahead(points, point, i):
                points.append(point)
    return [(16.0, 48.0), *points, (66.0, 48.0)]


def _ahead(points: list[Point], point: Point, puff: int) -> bool:
    """Keep the walk in one direction: up the left side, over the top, down the right."""
    x, y, _ = _PUFFS[puff]
    if puff == 0:
        return point[0] < x + 0.1 or point[1] < y
    return point[1] < y + 0.1 or (puff == 3 and point[0] > x)


PROP = Prop(name="cloud", draw=draw, height=94)
