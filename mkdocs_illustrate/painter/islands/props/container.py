"""Containers: three ribbed freight boxes, stacked."""

from __future__ import annotations

from ...kit.outlines import boxes
from ..bench import Bench
from ..island_colours import Solid
from ..prop_parts.details import tinted
from ..prop_parts.facing import Facing, facing
from . import Prop


def draw(bench: Bench) -> str:
    """Draw the lower boxes, then the ones on top."""
    f, colours = facing(bench), bench.colours
    f.shadow(52, 56, 54, colours.shade, 0.34)
    tones = bench.rng("tones").shuffled((colours.primary, colours.secondary, colours.good))
    if bench.hero:
        tones = [tones[0], tones[1], colours.accent, tones[2]]
    else:
        tones.append(colours.accent)
    _freight(f, bench, (13, 17, 0), tones[0])
    _freight(f, bench, (13, 51, 0), tones[1])
    _freight(f, bench, (13, 20, 30), tinted(tones[3], 0.02))
    shift = bench.rng("shift").pick((-2.0, 0.0, 2.0))
    _freight(f, bench, (13 + shift, 51, 30), tones[2])
    return "stacked freight containers"


def _freight(f: Facing, bench: Bench, place: tuple[float, float, float], tones: Solid) -> None:
    canvas, colours = bench.canvas, bench.colours
    u, out, z = place
    width, depth, height = 74.0, 32.0, 29.0
    f.box(u, out, z, (width, depth, height), tones)
    with f.floor(u, out, z + height):
        ribs = [(3.5 + 6.9 * i, 3.0, 3.4, depth - 6) for i in range(10)]
        canvas.path(boxes(ribs), tones.left, alpha=0.55)
    front = tones.left if f.side == "left" else tones.right
    with f.face(u, out + depth, z + height):
        ribs = [(3.5 + 6.9 * i, 3.4, 3.4, height - 6.8) for i in range(10)]
        canvas.path(boxes(ribs), front.lighter(-0.07))
        canvas.rect(24.4, 8, 24, 12, colours.paper, r=1.6, alpha=0.92)
        canvas.line([(28, 12), (40, 12)], front, 2)
        canvas.line([(28, 16), (36, 16)], front, 2)
        canvas.path(boxes([(0, 0, width, 2), (0, height - 2, width, 2)]), front.lighter(0.06))
    other = "right" if f.side == "left" else "left"
    edge = f.spot(u + width, out + depth, z + height) if other == "right" else f.spot(u, out, z + height)
    with f.iso.face(other, *edge):
        canvas.path(boxes([(2.4, 3, 12.8, 23), (16.8, 3, 12.8, 23)]), colours.ink, alpha=0.16)
        canvas.path("M7 4V25M11 4V25M21 4V25M25 4V25", "none", stroke=tones.top, width=1.2)


PROP = Prop(draw=draw, height=98)
