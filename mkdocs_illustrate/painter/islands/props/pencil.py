"""A pencil: writing on a sheet that lies on the floor."""

from __future__ import annotations

from ...kit.outlines import polygon
from ..bench import Bench
from ..isometric import Spot
from ..prop_parts.details import dark, tinted, white, writing
from ..prop_parts.facing import Facing, facing
from . import Prop


def draw(bench: Bench) -> str:
    """Draw the pad and its lines, then the pencil that leans over it."""
    f, colours, canvas = facing(bench), bench.colours, bench.canvas
    f.shadow(54, 56, 50, colours.shade, 0.3)
    f.box(14, 18, 0, (66, 68, 5), tinted(colours.primary, -0.02), r=4)
    f.box(17, 21, 5, (60, 62, 3), white(colours), r=3)
    with f.floor(17, 21, 8):
        canvas.rect(6, 6, 22, 12, colours.secondary.left, r=2)
        paints = (colours.faint.lighter(-0.05), colours.secondary.top, colours.faint.lighter(-0.05))
        writing(canvas, bench.rng("page"), 8, 25, 40, 5, paints, step=7, thick=3)
        canvas.path("M30 10q5-7 9 0t9 0", "none", stroke=colours.accent.left, width=2.6)
    _pencil(f, bench)
    return "a pencil on a sheet of paper"


def _pencil(f: Facing, bench: Bench) -> None:
    iso, colours = bench.iso, bench.colours
    s = iso.scale
    tip = f.spot(56, 40, 8)
    top = f.spot(80, 18, 84) if f.side == "left" else f.spot(22, 20, 84)
    f.shadow(60, 38, 13, colours.ink, 0.22)

    def way(share: float) -> Spot:
        x, y, z = (a + (b - a) * share for a, b in zip(tip, top, strict=True))
        return x, y, z

    parts = (
        (0.16, 0.80, colours.warn.left, 15.0),
        (0.80, 0.87, colours.faint, 15.6),
        (0.87, 0.97, colours.accent.left, 15.0),
    )
    (x0, y0), (x1, y1) = iso.at(*way(0.17)), iso.at(*tip)
    nx, ny = -(y1 - y0), x1 - x0
    long = (nx * nx + ny * ny) ** 0.5
    nx, ny = nx / long * 7.5 * s, ny / long * 7.5 * s
    wood = colours.warn.left.mix(colours.paper, 0.62)
    iso.canvas.path(polygon([(x0 + nx, y0 + ny), (x1, y1), (x0 - nx, y0 - ny)]), wood)
    for start, end, paint, wide in parts:
        iso.canvas.line([iso.at(*way(start)), iso.at(*way(end))], paint, wide * s, cap="butt")
    iso.canvas.line([iso.at(*way(0.955)), iso.at(*way(0.97))], colours.accent.left, 15 * s)
    side = 0.62 if nx > 0 else -0.62  # the one away from the light
    shade = [(x + nx * side, y + ny * side) for x, y in (iso.at(*way(0.16)), iso.at(*way(0.8)))]
    iso.canvas.line(shade, colours.warn.right, 5.4 * s, cap="butt")
    px, py = x1 + (x0 - x1) * 0.35, y1 + (y0 - y1) * 0.35
    nib = polygon([(px + nx * 0.35, py + ny * 0.35), (x1, y1), (px - nx * 0.35, py - ny * 0.35)])
    iso.canvas.path(nib, dark(colours, 0.3).left)


PROP = Prop(draw=draw, height=95)
