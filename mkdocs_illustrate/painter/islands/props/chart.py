"""A chart: a panel with a line and a ring, and solid bars growing before it."""

from __future__ import annotations

from ...kit.outlines import sector
from ..bench import Bench
from ..prop_parts.details import tinted
from ..prop_parts.facing import facing
from . import Prop


def draw(bench: Bench) -> str:
    """Draw the panel, then the bars from the far one to the near one."""
    f, colours = facing(bench), bench.colours
    f.shadow(52, 56, 48, colours.shade, 0.26)
    f.box(26, 24, 0, (48, 14, 3.5), tinted(colours.primary, -0.08), r=4)
    f.board(13, 34, 3.5, (74, 58), colours.primary, r=5, depth=5)
    with f.face(13, 34, 61.5):
        _panel(bench)
    heights = (11, 19, 15, 27, 38)
    tones = (colours.secondary, colours.secondary, colours.primary, colours.primary, colours.accent)
    us = [13 + 15.5 * i for i in range(5)]
    for u in f.order(us):
        i = us.index(u)
        f.shadow(u + 7, 73, 9, colours.shade, 0.18)
        f.box(u, 62, 0, (11, 14, heights[i] * 1.0), tones[i])
    return "a bar chart"


def _panel(bench: Bench) -> None:
    canvas, colours = bench.canvas, bench.colours
    canvas.rect(3, 3, 68, 52, colours.paper, r=3)
    grid = "".join(f"M8 {14 + 9 * i}H46" for i in range(4))
    canvas.path(grid, "none", stroke=colours.faint, width=0.9)
    line = [(9, 38), (17, 30), (24, 33), (32, 20), (38, 23), (46, 10)]
    area = "M9 41L" + "L".join(f"{x} {y}" for x, y in line) + "L46 41Z"
    canvas.path(area, colours.secondary.left, alpha=0.25)
    canvas.line(line, colours.secondary.left, 2.4)
    canvas.circle(46, 10, 2.6, colours.accent.left)
    for start, end, paint in (
        (-90, 60, colours.primary.left),
        (60, 170, colours.good.left),
        (170, 270, colours.warn.left),
    ):
        canvas.path(sector(59, 18, 9, start, end, 4.6), paint)
    for i in range(2):
        canvas.line([(53, 33 + 5 * i), (65 - 4 * i, 33 + 5 * i)], colours.faint, 2.2)


PROP = Prop(draw=draw, height=94)
