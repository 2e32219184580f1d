"""Music: a loudspeaker, and two joined notes standing before it."""

from __future__ import annotations

from ...kit.canvas import Point
from ..bench import Bench
from ..prop_parts.details import dark, tinted
from ..prop_parts.facing import Facing, facing
from ..prop_parts.solids import ring
from . import Prop


def draw(bench: Bench) -> str:
    """Draw the speaker, then the notes."""
    f, colours = facing(bench), bench.colours
    f.shadow(52, 54, 48, colours.shade, 0.32)
    left = f.side == "left"
    u = 14.0 if left else 46.0
    f.box(u, 26, 0, (40, 32, 78), tinted(colours.primary, -0.03), r=5)
    _cones(f, bench, u)
    _note(f, bench, 50.0 if left else 4.0)
    return "a loudspeaker with a pair of notes"


def _cones(f: Facing, bench: Bench, u: float) -> None:
    canvas, colours = bench.canvas, bench.colours
    for z, r in ((26.0, 15.5), (60.0, 9.5)):
        f.slab(u + 20, 60, z, ring(0, 0, r, 36), 3, dark(colours, 0.4))
        with f.face(u + 20, 60, z):
            canvas.circle(0, 0, r * 0.82, dark(colours, 0.26).left)
            canvas.circle(0, 0, r * 0.62, colours.secondary.left)
            canvas.circle(0, 0, r * 0.62, "none", stroke=colours.secondary.top, width=1.2)
            canvas.circle(0, 0, r * 0.26, dark(colours, 0.3).left)
    with f.face(u, 58, 78):
        canvas.circle(33.5, 6, 1.8, colours.good.top)


def _note(f: Facing, bench: Bench, u: float) -> None:
    tones = bench.colours.accent
    beam: list[Point] = [(9, 6), (41, -2), (41, 9), (9, 17)]
    for x, top, low in _stems(f):
        f.slab(u, 78, 56, [(x, top), (x + 5, top), (x + 5, low), (x, low)], 7, tones)
        f.slab(u, 78, 56, [(px + x - 4, py + low) for px, py in _HEAD], 7, tones)
    f.slab(u, 78, 56, beam, 7, tones)


_HEAD = [(x * 1.25, y * 0.85) for x, y in ring(0, 0, 8, 28)]


def _stems(f: Facing) -> list[tuple[float, float, float]]:
    """Sort the stems from the far one to the near one."""
    stems = [(9.0, 8.0, 49.0), (36.0, 2.0, 41.0)]
    return stems if f.side == "left" else stems[::-1]


PROP = Prop(draw=draw, height=111)
