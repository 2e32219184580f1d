"""A server: two racks of different height, full of drawers with lights."""

from __future__ import annotations

from ...kit.outlines import boxes
from ..bench import Bench
from ..island_colours import Solid
from ..prop_parts.details import dark, tinted
from ..prop_parts.facing import Facing, facing
from . import Prop

_UNIT = 13.0


def draw(bench: Bench) -> str:
    """Draw both racks, the far one first."""
    f, colours = facing(bench), bench.colours
    f.shadow(52, 58, 48, colours.shade, 0.3)
    high = bench.rng("high").chance(0.5)
    racks = {17.0: 6 if high else 4, 52.0: 4 if high else 6}
    for u in f.order(racks):
        tones = tinted(colours.primary, -0.04) if racks[u] == 6 else tinted(colours.secondary, -0.02)
        _rack(f, bench, u, racks[u], tones)
    return "a server rack"


def _rack(f: Facing, bench: Bench, u: float, units: int, tones: Solid) -> None:
    canvas, colours = bench.canvas, bench.colours
    height = units * _UNIT + 6
    f.box(u, 28, 0, (31, 44, height), tones, r=3)
    with f.floor(u, 28, height):
        canvas.rect(5, 6, 21, 32, tones.top.lighter(0.05), r=2)
        canvas.path(boxes([(9, 12 + 5 * i, 13, 2) for i in range(5)]), tones.right, alpha=0.45)
    other = "right" if f.side == "left" else "left"
    edge = f.spot(u + 31, 72, height) if f.side == "left" else f.spot(u, 28, height)
    with f.iso.face(other, *edge):
        vents = [(8 + 9 * i, 8 + 12 * j, 5.5, 2) for i in range(3) for j in range(units)]
        canvas.path(boxes(vents), colours.ink, alpha=0.22)
    with f.face(u, 72, height):
        canvas.rect(3, 3, 25, height - 6, dark(colours).left, r=2)
        for i in range(units):
            _drawer(bench, 4.6 + i * (height - 9) / units, i)


def _drawer(bench: Bench, v: float, row: int) -> None:
    canvas, colours = bench.canvas, bench.colours
    canvas.rect(4.8, v, 21.4, 10, dark(colours, 0.46).left, r=1.6)
    rng = bench.rng(f"drawer{row}{v}")
    paints = (colours.good.top, colours.good.left, colours.warn.left)
    for j in range(2):
        canvas.circle(8.2 + 4.4 * j, v + 5, 1.45, rng.pick(paints) if row else colours.accent.left)
    slots = [(16 + 2.7 * j, v + 2.8, 1.2, 4.6) for j in range(3)]
    canvas.path(boxes(slots), colours.paper, alpha=0.55)


PROP = Prop(draw=draw, height=115)
