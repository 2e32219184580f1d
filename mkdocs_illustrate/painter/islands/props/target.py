"""A target: a thick round board on a stand, an arrow in its middle."""

from __future__ import annotations

from ..bench import Bench
from ..prop_parts.details import dark, tinted
from ..prop_parts.facing import facing
from ..prop_parts.solids import ring
from . import Prop


def draw(bench: Bench) -> str:
    """Draw stand, board, rings and arrow."""
    f, iso, colours, canvas = facing(bench), bench.iso, bench.colours, bench.canvas
    f.shadow(54, 56, 46, colours.shade, 0.34)
    f.box(22, 36, 0, (56, 26, 5), tinted(colours.primary, -0.08), r=6)
    for u in f.order((30.0, 64.0)):
        f.box(u, 44, 5, (6, 8, 22), dark(colours, 0.42))
    f.slab(50, 58, 48, ring(0, 0, 37, 52), 10, colours.primary)
    with f.face(50, 58, 48):
        for r, paint in (
            (33, colours.paper),
            (25.5, colours.secondary.left),
            (18, colours.paper),
            (10.5, colours.accent.left),
        ):
            canvas.circle(0, 0, r, paint)
        canvas.circle(0, 0, 3.4, colours.paper)
    tip, tail = iso.at(*f.spot(50, 58, 48)), iso.at(*f.spot(58, 88, 58))
    s = iso.scale
    canvas.line([tip, tail], dark(colours, 0.32).left, 2.8 * s)
    for share in (0.78, 0.9):
        x, y = tip[0] + (tail[0] - tip[0]) * share, tip[1] + (tail[1] - tip[1]) * share
        dx, dy = (tail[0] - tip[0]) * 0.16, (tail[1] - tip[1]) * 0.16
        canvas.line([(x, y), (x + dx, y + dy - 7 * s)], colours.good.left, 3 * s)
        canvas.line([(x, y), (x + dx * 1.2, y + dy + 7 * s)], colours.good.right, 3 * s)
    return "a target with an arrow"


PROP = Prop(draw=draw, height=96)
