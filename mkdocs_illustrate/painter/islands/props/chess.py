"""Chess: a king, a knight and two pawns on a corner of the board."""

from __future__ import annotations

from ...kit.canvas import Point
from ...kit.colour import lch
from ..bench import Bench
from ..island_colours import Solid, solid
from ..prop_parts.details import dark, tinted
from ..prop_parts.facing import Facing, facing
from ..prop_parts.solids import lathe
from . import Prop

_KING = (
    (15, 0),
    (15, 4),
    (12, 7),
    (8, 13),
    (5.6, 34),
    (6.4, 37),
    (10.4, 39),
    (10.4, 42),
    (6.6, 44),
    (10.6, 58),
    (9.4, 60),
    (3.2, 63),
)
_PAWN = ((11, 0), (11, 3.4), (8.6, 6), (4.8, 19), (7.4, 21), (7.4, 23), (3, 25))
_FOOT = ((13, 0), (13, 4), (10, 7), (11, 10))
_HORSE: tuple[Point, ...] = (
    (-11, 0),
    (-9, -12),
    (-12, -24),
    (-9, -36),
    (-1, -44),
    (2, -50),
    (6, -43),
    (15, -34),
    (20, -25),
    (18, -20),
    (13, -20),
    (5, -23),
    (9, -12),
    (11, 0),
)


def draw(bench: Bench) -> str:
    """Draw the board, then the men, the far ones first."""
    f, iso, colours = facing(bench), bench.iso, bench.colours
    _board(f, bench)
    pale, deep = solid(lch(0.84, 0.05, 82)), dark(colours, 0.38)
    men = (
        ("king", 34.0, 36.0, pale),
        ("horse", 72.0, 34.0, deep),
        ("pawn", 28.0, 72.0, deep),
        ("pawn", 70.0, 74.0, pale),
    )
    for man, u, out, tones in sorted(men, key=lambda m: sum(f.spot(m[1], m[2])[:2])):
        x, y, _ = f.spot(u, out)
        iso.shadow(x + 2, y + 2, 13, colours.shade, 0.3)
        if man == "king":
            _king(bench, x, y, tones)
        elif man == "horse":
            lathe(iso, x, y, 4, _FOOT, tones)
            iso.disc(x, y, 14, 11, tones.top)
            _horse(f, bench, (u, out), tones)
        else:
            lathe(iso, x, y, 4, _PAWN, tones)
            iso.ball(x, y, 35, 8.2, tones.left)
    return "four chessmen on a board"


def _board(f: Facing, bench: Bench) -> None:
    canvas, colours = bench.canvas, bench.colours
    f.box(12, 12, 0, (76, 76, 4), tinted(colours.primary, -0.06), r=3)
    d = "".join(f"M{4 + 17 * i} {4 + 17 * j}h17v17h-17Z" for i in range(4) for j in range(4) if (i + j) % 2)
    with f.floor(12, 12, 4):
        canvas.rect(4, 4, 68, 68, colours.paper)
        canvas.path(d, colours.primary.top)


def _king(bench: Bench, x: float, y: float, tones: Solid) -> None:
    """Turn the king's body and set a cross on it."""
    iso = bench.iso
    lathe(iso, x, y, 4, _KING, tones)
    gilt = bench.colours.accent
    iso.box(x - 1.7, y - 1.7, 65, (3.4, 3.4, 13), gilt)
    iso.box(x - 5.2, y - 1.7, 70, (10.4, 3.4, 3.6), gilt)


def _horse(f: Facing, bench: Bench, at: Point, tones: Solid) -> None:
    """Cut out the knight's head, its mane and its eye."""
    u, out = at
    f.slab(u - 1, out + 4, 14, _HORSE, 8, tones)
    with f.face(u - 1, out + 4, 14):
        mane = "M-9 -4L-7 -12L-9.6 -23L-7 -33L0 -41"
        bench.canvas.path(mane, "none", stroke=bench.colours.accent.left, width=2.6)
        bench.canvas.circle(6, -34, 1.7, bench.colours.paper)


PROP = Prop(draw=draw, height=96, plinth="none")
