"""A phone: upright on a dock, with tiles on its screen and a bubble that just came in."""

from __future__ import annotations

from ...kit.canvas import Point
from ..bench import Bench
from ..prop_parts.details import dark, tinted
from ..prop_parts.facing import facing
from ..prop_parts.solids import panel
from . import Prop

_WIDE, _HIGH = 42.0, 78.0


def draw(bench: Bench) -> str:
    """Draw dock, phone and bubble."""
    f, colours = facing(bench), bench.colours
    f.shadow(54, 56, 44, colours.shade, 0.32)
    f.box(26, 40, 0, (48, 28, 5), tinted(colours.primary, -0.06), r=7)
    f.board(29, 58, 4, (_WIDE, _HIGH), dark(colours, 0.33), r=7.5, depth=7)
    with f.face(29, 58, 4 + _HIGH):
        _screen(bench)
    tail: list[Point] = panel(0, 0, 27, 18, 6)
    u = 60 if f.side == "left" else 13
    f.slab(u, 68, 74, tail, 4, colours.accent)
    with f.face(u, 68, 74):
        for i in range(3):
            bench.canvas.circle(7 + 6.5 * i, 9, 2.2, colours.paper)
    return "a phone"


def _screen(bench: Bench) -> None:
    canvas, colours = bench.canvas, bench.colours
    sky = canvas.linear(((0, colours.secondary.left.lighter(0.16)), (1, colours.primary.left.lighter(0.14))))
    canvas.rect(2.6, 2.6, _WIDE - 5.2, _HIGH - 5.2, sky, r=5.5)
    canvas.rect(14, 4.4, 14, 3, colours.ink, r=1.5)
    canvas.rect(6.2, 12, 29.6, 20, colours.paper, r=4)
    canvas.path("M9 28l6-8l5 4l6-8l7 9", "none", stroke=colours.accent.left, width=2.2)
    tones = (colours.good, colours.warn, colours.primary, colours.accent, colours.secondary, colours.good)
    paints = bench.rng("tiles").shuffled(tone.left for tone in tones)
    for i in range(6):
        x, y = 6.2 + 10.4 * (i % 3), 36.6 + 11.2 * (i // 3)
        canvas.rect(x, y, 8.8, 8.8, paints[i], r=2.6)
    canvas.rect(6.2, 61, 29.6, 9, colours.paper, r=4.5, alpha=0.55)
    for i, tone in enumerate((colours.primary, colours.good, colours.accent)):
        canvas.circle(13 + 8 * i, 65.5, 2.6, tone.left)


PROP = Prop(draw=draw, height=95)
