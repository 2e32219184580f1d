"""A browser: a big window, a second one behind it, and a pointer in front."""

from __future__ import annotations

from ...kit.canvas import Point
from ..bench import Bench
from ..prop_parts.details import tinted, window, writing
from ..prop_parts.facing import facing
from . import Prop

_POINTER: list[Point] = [
    (0, 0),
    (14, 9.5),
    (8, 10.8),
    (11.2, 17.2),
    (7.6, 18.8),
    (4.5, 12.4),
    (0, 16),
]


def draw(bench: Bench) -> str:
    """Draw the windows from the far one to the near one."""
    f, colours = facing(bench), bench.colours
    f.shadow(52, 54, 48, colours.shade, 0.26)
    back = bench.rng("back").pick((34.0, 22.0))
    window(f, colours, (back, 34, 26), (46, 40), colours.secondary, page=colours.paper)
    with f.face(back, 34, 66):
        canvas = bench.canvas
        canvas.rect(5, 12, 36, 9, colours.secondary.top, r=2)
        paints = (colours.faint, colours.secondary.top)
        writing(canvas, bench.rng("back page"), 6, 25, 32, 3, paints)
    f.box(24, 50, 0, (52, 16, 3.5), tinted(colours.primary, -0.08), r=4)
    window(f, colours, (14, 60, 3.5), (72, 54), colours.primary, page=colours.paper)
    with f.face(14, 60, 57.5):
        _page(bench)
    f.slab(50, 70, 33, _POINTER, 3.5, colours.accent)
    return "a browser window"


def _page(bench: Bench) -> None:
    canvas, colours, rng = bench.canvas, bench.colours, bench.rng("page")
    sky = colours.secondary.left.lighter(0.16)
    x, other = (6, 36) if rng.chance(0.5) else (38, 7)
    canvas.rect(x, 13, 28, 20, sky, r=2)
    canvas.circle(x + 20, 19, 3.2, colours.warn.left)
    canvas.path(f"M{x + 2} 32l8-11l6 8l4-5l6 8z", colours.primary.left)
    writing(canvas, rng, other + 2, 15, 26, 3, (colours.faint, colours.primary.top), thick=2.6)
    canvas.rect(other + 1, 28, 14, 5.4, colours.accent.left, r=2.7)
    for i, paint in enumerate((colours.good.left, colours.primary.left, colours.secondary.left)):
        left = 6 + 20.8 * i
        canvas.rect(left, 36.5, 18.4, 13, colours.faint, r=2, alpha=0.6)
        canvas.circle(left + 4, 40.5, 2.2, paint)
        canvas.line([(left + 3, 46), (left + 14, 46)], paint, 1.8, line_alpha=0.55)


PROP = Prop(draw=draw, height=95)
