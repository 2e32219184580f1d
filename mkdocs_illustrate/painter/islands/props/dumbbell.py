"""A dumbbell with two plates at each end on a mat, a kettlebell beside it."""

from __future__ import annotations

from ..bench import Bench
from ..island_colours import Solid
from ..prop_parts.details import dark, tinted
from ..prop_parts.facing import Facing, facing
from ..prop_parts.solids import lathe, ring, slab
from . import Prop

_Z = 25.0
_BELL = ((8, 0), (11, 2), (13, 6), (13.6, 11), (12.6, 16), (9.6, 20), (5, 22))


def draw(bench: Bench) -> str:
    """Draw the mat, the plates and the bar from the far end on, the kettlebell."""
    f, colours = facing(bench), bench.colours
    f.box(10, 10, 0, (80, 80, 3), tinted(colours.secondary, 0.02), r=6)
    x, y, _ = f.spot(50, 40)
    bench.iso.shadow(x, y, 40, colours.shade, 0.34)
    metal = dark(colours, 0.52)
    ends = ((17.0, 15.0), (25.0, 21.0), (75.0, 21.0), (83.0, 15.0))
    for place, r in ends if f.side == "left" else ends[::-1]:
        tones = colours.primary if r > 20 else dark(colours, 0.4)
        _plate(f, bench, place, r, tones)
        if place == (25.0 if f.side == "left" else 75.0):
            f.box(26, 36, _Z - 3.6, (44, 7, 7), metal, r=3)
    _kettlebell(f, bench)
    return "a dumbbell beside a kettlebell"


def _plate(f: Facing, bench: Bench, u: float, r: float, tones: Solid) -> None:
    """Stand a round plate across the bar."""
    side = "right" if f.side == "left" else "left"
    place = f.spot(u, 39.5, _Z) if f.side == "left" else f.spot(u - 5, 39.5, _Z)
    if f.side == "left":
        place = (place[0] + 2.5, place[1], place[2])
    slab(bench.iso, side, place, ring(0, 0, r), 6, tones)
    with bench.iso.face(side, *place):
        bench.canvas.circle(0, 0, r * 0.62, "none", stroke=tones.top, width=2)
        bench.canvas.circle(0, 0, 4.4, bench.colours.accent.left)


def _kettlebell(f: Facing, bench: Bench) -> None:
    """Stand a kettlebell before the dumbbell."""
    iso, colours = bench.iso, bench.colours
    x, y, _ = f.spot(50, 76)
    iso.shadow(x, y, 15, colours.shade, 0.34)
    f.slab(50, 78.5, 30, ring(0, 0, 10.5), 5, tinted(colours.accent, -0.06), holes=(ring(0, 0, 6),))
    lathe(iso, x, y, 3, _BELL, colours.accent)
    iso.disc(x, y, 25, 5, colours.accent.top)


PROP = Prop(draw=draw, height=78, plinth="none")
