"""Dice: two of them with two pawns, on a board of squares."""

from __future__ import annotations

from ...kit.outlines import oval
from ..bench import Bench
from ..island_colours import Solid
from ..prop_parts.details import tinted, white
from ..prop_parts.facing import Facing, facing
from ..prop_parts.solids import lathe
from . import Prop

_SIDE = 36.0
_SPOTS = {
    1: ((0.5, 0.5),),
    2: ((0.28, 0.28), (0.72, 0.72)),
    3: ((0.25, 0.25), (0.5, 0.5), (0.75, 0.75)),
    5: ((0.26, 0.26), (0.74, 0.26), (0.5, 0.5), (0.26, 0.74), (0.74, 0.74)),
    6: ((0.28, 0.22), (0.28, 0.5), (0.28, 0.78), (0.72, 0.22), (0.72, 0.5), (0.72, 0.78)),
}


def draw(bench: Bench) -> str:
    """Draw the board, then dice and pawns, the far ones first."""
    f, colours = facing(bench), bench.colours
    _board(f, bench)
    left = f.side == "left"
    f.shadow(46, 46, 40, colours.shade, 0.35)
    _die(f, bench, (22 if left else 42, 20, 4), white(colours), (5, 3, 2))
    _die(f, bench, (26 if left else 40, 21, 4 + _SIDE), colours.primary, (6, 5, 1))
    for u, out, tones in ((74.0, 36.0, colours.good), (60.0, 74.0, colours.accent)):
        x, y, _ = f.spot(u if left else 100 - u, out)
        lathe(bench.iso, x, y, 4, ((8.5, 0), (8.5, 3), (4.4, 8), (3, 20), (4, 21)), tones)
        bench.iso.ball(x, y, 31, 7, tones.left)
    return "dice with two pawns on a board"


def _board(f: Facing, bench: Bench) -> None:
    canvas, colours = bench.canvas, bench.colours
    f.box(12, 12, 0, (76, 76, 4), tinted(colours.secondary, -0.04), r=4)
    with f.floor(12, 12, 4):
        d = "".join(
            f"M{4 + 11.4 * i:.1f} {4 + 11.4 * j:.1f}h11.4v11.4h-11.4Z"
            for i in range(6)
            for j in range(6)
            if (i + j) % 2
        )
        canvas.rect(4, 4, 68.4, 68.4, colours.secondary.top)
        canvas.path(d, colours.paper, alpha=0.6)


def _die(
    f: Facing,
    bench: Bench,
    place: tuple[float, float, float],
    tones: Solid,
    shown: tuple[int, int, int],
) -> None:
    u, out, z = place
    side = _SIDE if tones.top == bench.colours.paper else _SIDE * 0.86
    f.box(u, out, z, (side, side, side), tones, r=4)
    paint = bench.colours.ink if tones.top == bench.colours.paper else bench.colours.paper
    other = "right" if f.side == "left" else "left"
    edge = f.spot(u + side, out + side, z + side) if f.side == "left" else f.spot(u, out, z + side)
    top = z + side
    planes = (f.face(u, out + side, top), f.floor(u, out, top), f.iso.face(other, *edge))
    for number, plane in zip(shown, planes, strict=True):
        with plane:
            d = "".join(oval(a * side, b * side, side * 0.095, side * 0.095) for a, b in _SPOTS[number])
            bench.canvas.path(d, paint)


PROP = Prop(draw=draw, height=100)
