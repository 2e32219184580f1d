"""A magnifying glass: over a sheet of lines, with one thing found."""

from __future__ import annotations

from ..bench import Bench
from ..prop_parts.details import tinted, white, writing
from ..prop_parts.facing import Facing, facing
from ..prop_parts.solids import panel, ring
from . import Prop


def draw(bench: Bench) -> str:
    """Draw the sheet behind, then the glass on its handle before it."""
    f, colours = facing(bench), bench.colours
    f.shadow(52, 56, 46, colours.shade, 0.3)
    f.box(22, 30, 0, (56, 14, 3.5), tinted(colours.primary, -0.08), r=5)
    f.board(18, 40, 3, (60, 64), white(colours), r=5, depth=4, front=colours.paper)
    with f.face(18, 40, 67):
        paints = (colours.faint, colours.faint, colours.secondary.top)
        writing(bench.canvas, bench.rng("sheet"), 7, 8, 44, 9, paints, step=6.4, thick=3)
    _glass(f, bench)
    return "a magnifying glass over a sheet"


def _glass(f: Facing, bench: Bench) -> None:
    canvas, colours = bench.canvas, bench.colours
    u, out, z = 44.0, 62.0, 52.0
    handle = [(x + 15, y + 18) for x, y in _handle()]
    f.slab(u, out, z, handle, 7, colours.accent)
    with f.face(u, out - 3, z):
        canvas.circle(0, 0, 22, colours.secondary.left.lighter(0.2), alpha=0.62)
    f.slab(u, out, z, ring(0, 0, 27, 44), 7, colours.primary, holes=(ring(0, 0, 20.5, 40),))
    with f.face(u, out, z):
        canvas.circle(0, 0, 23.7, "none", stroke=colours.primary.top, width=1.4)
    with f.face(u, out - 3, z):
        for y, end, paint in (
            (-8, 9, colours.primary.left),
            (0, 5, colours.accent.left),
            (8, 11, colours.good.left),
        ):
            canvas.line([(-11, y), (end, y)], paint, 3.6)
        d = "M-15 -6A16 16 0 0 1 -5 -15.4"
        canvas.path(d, "none", stroke=colours.paper, width=2.6)


def _handle() -> list[tuple[float, float]]:
    """Outline a stick that leans down to the right."""
    outline = panel(0, -5, 41, 10, 4.5)
    slant = 0.64, 0.77  # cosine and sine of fifty degrees
    return [(x * slant[0] - y * slant[1], x * slant[1] + y * slant[0]) for x, y in outline]


PROP = Prop(draw=draw, height=93)
