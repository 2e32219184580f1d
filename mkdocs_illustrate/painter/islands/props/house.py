"""A house: a gabled roof, a door, lit windows, two bushes."""

from __future__ import annotations

from ...kit.outlines import boxes
from ..bench import Bench
from ..prop_parts.details import tinted, white
from ..prop_parts.facing import Facing, facing
from . import Prop


def draw(bench: Bench) -> str:
    """Draw walls, gable, chimney, roof, then what stands before it."""
    f, colours, iso = facing(bench), bench.colours, bench.iso
    left = f.side == "left"
    f.shadow(54, 54, 52, colours.shade, 0.34)
    walls, roof = white(colours), tinted(colours.primary, -0.02)
    f.box(20, 26, 0, (60, 46, 40), walls)
    end = 80.0 if left else 20.0
    gable = [f.spot(end, 26, 40), f.spot(end, 72, 40), f.spot(end, 49, 66)]
    iso.flat(gable, walls.right if left else walls.left)
    _openings(f, bench)
    f.box(58 if left else 30, 36, 48, (10, 10, 34), tinted(colours.accent, -0.03))
    low = [f.spot(u, 77, 36) for u in (15.0, 85.0)]
    high = [f.spot(u, 49, 69) for u in (15.0, 85.0)]
    paint = roof.left.mix(roof.top, 0.5) if left else roof.left
    iso.flat([*low, *high[::-1]], paint, stroke=paint, width=2.4 * iso.scale)
    for share in (0.25, 0.5, 0.75):
        spots = [
            tuple(a + (b - a) * share for a, b in zip(one, two, strict=True))
            for one, two in zip(low, high, strict=True)
        ]
        points = [iso.at(*spot) for spot in spots]
        iso.canvas.line(points, roof.right, 1.1 * iso.scale, line_alpha=0.45)
    for u, r in ((18.0, 8.0), (86.0, 7.0)):
        f.ball(u, 80, r * 0.8, r, colours.good.left)
    return "a house"


def _openings(f: Facing, bench: Bench) -> None:
    colours, canvas = bench.colours, bench.canvas
    pane = colours.secondary.left.lighter(0.1)
    with f.face(20, 72, 40):
        canvas.rect(24, 13, 13, 27, colours.accent.left, r=1.5)
        canvas.circle(34, 27, 1.3, colours.paper)
        for u in (7.0, 42.0):
            canvas.rect(u, 12, 12, 13, pane, r=1.2)
            canvas.path(boxes([(u + 5.4, 12, 1.2, 13), (u, 18, 12, 1.2)]), colours.paper)
    other = "right" if f.side == "left" else "left"
    edge = f.spot(80, 72, 40) if f.side == "left" else f.spot(20, 26, 40)
    with f.iso.face(other, *edge):
        for u in (8.0, 26.0):
            canvas.rect(u, 12, 12, 13, pane.lighter(-0.06), r=1.2)
            canvas.path(boxes([(u + 5.4, 12, 1.2, 13), (u, 18, 12, 1.2)]), colours.paper)


PROP = Prop(draw=draw, height=92)
