"""A conveyor: parcels ride a belt through a gate."""

from __future__ import annotations

from ...kit.outlines import boxes
from ..bench import Bench
from ..island_colours import Solid
from ..prop_parts.details import dark, tinted
from ..prop_parts.facing import Facing, facing
from . import Prop


def draw(bench: Bench) -> str:
    """Draw the belt, then parcels and gate in the order of their depth."""
    f, colours = facing(bench), bench.colours
    f.shadow(52, 56, 52, colours.shade, 0.28)
    _belt(f, bench)
    rng = bench.rng("parcels")
    tones = rng.shuffled((colours.accent, colours.secondary, colours.good))
    parcels = {10.0: tones[0], 72.0: tones[1]}
    middle = rng.pick((36.0, 40.0))
    for u in f.order((*parcels, middle)):
        if u == middle:
            _gate(f, bench)
        else:
            _parcel(f, bench, u, 18, parcels[u] if bench.hero or u > 20 else colours.secondary)
    return "parcels on a conveyor belt"


def _belt(f: Facing, bench: Bench) -> None:
    canvas, colours = bench.canvas, bench.colours
    case = tinted(colours.primary, -0.04)
    for u in f.order((14.0, 46.0, 78.0)):
        f.box(u, 36, 0, (8, 30, 12), dark(colours, 0.42))
    f.box(5, 34, 12, (90, 34, 8), case, r=4)
    with f.face(5, 68, 20):
        for i in range(8):
            canvas.circle(9 + 10.3 * i, 4, 2.3, colours.paper, alpha=0.85)
    with f.floor(5, 34, 20):
        canvas.rect(3, 4, 84, 26, dark(colours, 0.34).left, r=3)
        marks = boxes([(7 + 8.6 * i, 4, 1.3, 26) for i in range(10)])
        canvas.path(marks, colours.faint, alpha=0.22)


def _parcel(f: Facing, bench: Bench, u: float, size: float, tones: Solid) -> None:
    canvas, colours = bench.canvas, bench.colours
    f.box(u, 51 - size / 2, 20, (size, size, size * 0.86), tones)
    tape = colours.paper
    high = 20 + size * 0.86
    with f.floor(u, 51 - size / 2, high):
        canvas.rect(size * 0.4, 0, size * 0.2, size, tape, alpha=0.85)
    with f.face(u, 51 + size / 2, high):
        canvas.rect(size * 0.4, 0, size * 0.2, size * 0.3, tape, alpha=0.85)
        canvas.rect(size * 0.1, size * 0.58, size * 0.28, size * 0.16, tape, alpha=0.85)


def _gate(f: Facing, bench: Bench) -> None:
    """Draw the gate with a parcel coming out of it, towards its open end."""
    canvas, colours = bench.canvas, bench.colours
    tones = colours.primary
    f.box(34, 26, 0, (28, 8, 50), tinted(tones, -0.02), r=2)
    f.box(36, 34, 20, (24, 32, 0.1), dark(colours, 0.3))
    f.box(34, 68, 0, (28, 8, 50), tones, r=2)
    f.box(34, 26, 46, (28, 50, 16), tinted(tones, 0.05), r=3)
    with f.face(34, 76, 62):
        canvas.rect(4, 3.4, 20, 9, dark(colours, 0.26).left, r=2)
        canvas.line([(7.4, 8), (10.4, 10.2), (15.4, 5.4)], colours.good.top, 2)
        canvas.circle(20.4, 7.9, 1.7, colours.warn.left)
        slots = boxes([(7, 24 + 6 * i, 14, 2.2) for i in range(5)])
        canvas.path(slots, colours.paper, alpha=0.4)
    with f.floor(34, 26, 62):
        canvas.rect(5, 7, 18, 36, tones.top.lighter(0.06), r=2)
    f.cylinder(48, 51, 62, 5, 5, colours.accent)


PROP = Prop(draw=draw, height=86)
