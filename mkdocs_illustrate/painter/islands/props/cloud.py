"""A cloud: thick and white, afloat above small machines that it is joined to."""

from __future__ import annotations

from ...kit.outlines import pill
from ..bench import Bench
from ..prop_parts.details import dark, tinted
from ..prop_parts.facing import Facing, facing
from . import Prop

_PUFFS = ((-30.0, -4.0, 17.0), (-9.0, -17.0, 23.0), (16.0, -10.0, 19.0), (34.0, 0.0, 13.0))
"""Round parts of the cloud on paper: right, down, radius."""


def draw(bench: Bench) -> str:
    """Draw what stands on the floor, the beams, then the cloud over it."""
    f, colours, canvas = facing(bench), bench.colours, bench.canvas
    f.shadow(50, 54, 50, colours.shade, 0.4)
    us = (18.0, 41.0, 64.0)

    for u in f.order(us):
        _machine(f, bench, u, us.index(u))
    for u in us:
        low = bench.iso.at(*f.spot(u + 9, 60, 21))
        ends = [low, (low[0], bench.iso.at(50, 50, 60)[1])]
        dash = f"0 {4.4 * bench.iso.scale:.1f}"
        canvas.line(ends, colours.accent.left, 2.2 * bench.iso.scale, dash=dash)
    x, y = bench.iso.at(50, 50, 66)
    with canvas.group(move=(x, y), scale=(bench.iso.scale * _way(f), bench.iso.scale)):
        _cloud(bench)
    return "a cloud above small machines"


def _way(f: Facing) -> float:
    """Mirror the cloud with the rest."""
    return 1.12 if f.side == "left" else -1.12


def _cloud(bench: Bench) -> None:
    canvas, colours = bench.canvas, bench.colours
    low = colours.secondary.left.mix(colours.paper, 0.42)
    middle = colours.secondary.left.mix(colours.paper, 0.76)
    for paint, shrink, dx, dy in (
        (low, 0.0, 0, 3),
        (middle, 1.2, -1, -0.5),
        (colours.paper, 3.4, -2.5, -4),
    ):
        d = pill(-47 + shrink + dx, -9 + shrink + dy, 94 - 2 * shrink, 24 - 2 * shrink)
        d += "".join(_round(x + dx, y + dy, r - shrink) for x, y, r in _PUFFS)
        canvas.path(d, paint)


def _round(x: float, y: float, r: float) -> str:
    arc = f"A{r:.1f} {r:.1f} 0 1 1"
    return f"M{x - r:.1f} {y:.1f}{arc} {x + r:.1f} {y:.1f}{arc} {x - r:.1f} {y:.1f}Z"


def _machine(f: Facing, bench: Bench, u: float, number: int) -> None:
    colours = bench.colours
    base = (colours.secondary, colours.primary, colours.good)[number]
    tones = tinted(base, -0.03)
    f.box(u, 50, 0, (19, 20, 22), tones, r=2.5)
    with f.face(u, 70, 22):
        for row in range(2):
            bench.canvas.rect(2.5, 3 + 9 * row, 14, 7, dark(colours, 0.3).left, r=1.4)
            bench.canvas.circle(6, 6.5 + 9 * row, 1.4, colours.good.top)
            bench.canvas.circle(10.4, 6.5 + 9 * row, 1.4, colours.warn.left)


PROP = Prop(draw=draw, height=111)
