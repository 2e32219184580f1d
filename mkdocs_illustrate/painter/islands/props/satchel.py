"""A school bag: its flap buckled, pencils and a ruler in it, an apple beside it."""

from __future__ import annotations

from ..bench import Bench
from ..prop_parts.details import dark, tinted
from ..prop_parts.facing import Facing, facing
from ..prop_parts.solids import lathe
from . import Prop


def draw(bench: Bench) -> str:
    """Draw what sticks out, the bag, its flap and pockets, the apple."""
    f, colours = facing(bench), bench.colours
    f.shadow(52, 56, 48, colours.shade, 0.34)
    handle = [(0, 0), (22, 0), (22, 16), (18, 16), (18, 4), (4, 4), (4, 16), (0, 16)]
    f.slab(34, 40, 80, handle, 4, dark(colours, 0.42))
    _pencils(f, bench)
    f.board(14, 64, 0, (62, 66), colours.primary, r=10, depth=30)
    _front(f, bench)
    f.board(22, 71, 4, (46, 24), tinted(colours.primary, 0.05), r=6, depth=7)
    with f.face(22, 71, 28):
        canvas = bench.canvas
        canvas.path("M3 7H43", "none", stroke=colours.primary.right, width=2)
        canvas.rect(19.5, 4, 7, 9, colours.warn.left, r=2)
    _apple(f, bench)
    return "a school bag with an apple"


def _pencils(f: Facing, bench: Bench) -> None:
    """Stand a ruler and two pencils in the bag."""
    colours = bench.colours
    f.board(20, 48, 56, (10, 32), tinted(colours.warn, 0.03), r=1, depth=2.4)
    with f.face(20, 48, 88):
        marks = "".join(f"M0 {4 + 4 * i}h{4 if i % 2 else 6}" for i in range(5))
        bench.canvas.path(marks, "none", stroke=colours.ink, width=0.9)
    for u, tones in ((60.0, colours.accent), (68.0, colours.good)):
        tip = [(0, 0), (3, -9), (6, 0), (6, 24), (0, 24)]
        f.slab(u, 50, 82, tip, 4, tones)
        with f.face(u, 50, 82):
            bench.canvas.path("M0 0L3 -9L6 0Z", colours.paper)
            bench.canvas.path("M2 -6L3 -9L4 -6Z", colours.ink)


def _front(f: Facing, bench: Bench) -> None:
    """Lay the flap over the front and buckle it with two straps."""
    canvas, colours = bench.canvas, bench.colours
    flap = tinted(colours.secondary, 0)
    with f.face(14, 64, 66):
        canvas.path("M1 12Q1 1 12 1H50Q61 1 61 12V26Q61 34 53 34H9Q1 34 1 26Z", flap.left)
        canvas.path("M5 27Q5 30.500 9 30.500H53Q57 30.500 57 27", "none", stroke=flap.top, width=1.2)
        for u in (13, 42):
            canvas.rect(u, 1, 7, 40, colours.accent.left, r=2)
            canvas.rect(u - 1, 28, 9, 9, colours.warn.left, r=2)
            canvas.rect(u + 1.4, 30.4, 4.2, 4.2, colours.accent.left, r=1)


def _apple(f: Facing, bench: Bench) -> None:
    """Lay an apple before the bag."""
    iso, colours = bench.iso, bench.colours
    x, y, _ = f.spot(82 if f.side == "left" else 16, 82)
    iso.shadow(x, y, 11, colours.shade, 0.3)
    lathe(iso, x, y, 0, ((4, 0), (9, 5), (10.4, 10), (9, 15), (4, 17)), colours.accent)
    iso.disc(x, y, 17, 4, colours.accent.top)
    (cx, cy), s = iso.at(x, y, 17), iso.scale
    bench.canvas.line([(cx, cy), (cx + 1.6 * s, cy - 8 * s)], colours.ink, 1.8 * s)
    leaf = f"M{cx + 1.4 * s:.1f} {cy - 5 * s:.1f}q{5 * s:.1f} {-7 * s:.1f} {12 * s:.1f} {-3 * s:.1f}"
    bench.canvas.path(f"{leaf}q{-5 * s:.1f} {6 * s:.1f} {-12 * s:.1f} {3 * s:.1f}Z", colours.good.left)


PROP = Prop(draw=draw, height=109)
