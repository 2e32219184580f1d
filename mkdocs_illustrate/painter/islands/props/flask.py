"""A flask: a glass cone of bubbling liquid, with test tubes in a rack beside it."""

from __future__ import annotations

from ..bench import Bench
from ..prop_parts.details import tinted, white
from ..prop_parts.facing import Facing, facing
from ..prop_parts.solids import lathe
from . import Prop


def draw(bench: Bench) -> str:
    """Draw the rack behind, then the flask."""
    f, colours = facing(bench), bench.colours
    f.shadow(52, 54, 46, colours.shade, 0.28)
    _rack(f, bench)
    _flask(f, bench)
    return "a laboratory flask with test tubes"


def _rack(f: Facing, bench: Bench) -> None:
    colours = bench.colours
    wood = tinted(colours.primary, 0.04)
    f.box(16, 16, 0, (68, 15, 5), wood, r=3)
    us = (24.0, 41.0, 58.0, 75.0)
    paints = (colours.warn, colours.good, colours.accent, colours.primary)
    for u in f.order(us):
        x, y, _ = f.spot(u, 23)
        tone = paints[us.index(u)]
        lathe(bench.iso, x, y, 5, ((2, 0), (5, 4), (5, 26)), tone)
        bench.iso.disc(x, y, 31, 5, tone.top)
        lathe(bench.iso, x, y, 5, ((5, 26), (5, 48)), tinted(colours.secondary, 0.2), alpha=0.5)
        bench.iso.disc(x, y, 53, 5, colours.paper, alpha=0.6)
    f.box(16, 29, 26, (68, 3, 7), wood)


def _flask(f: Facing, bench: Bench) -> None:
    iso, colours = bench.iso, bench.colours
    x, y, _ = f.spot(46, 60)
    glass = white(colours)
    liquid = colours.accent if bench.hero else colours.secondary
    lathe(
        iso,
        x,
        y,
        0,
        ((27, 0), (28.5, 4), (28, 8), (10, 46), (10, 66)),
        tinted(colours.secondary, 0.17),
        alpha=0.5,
    )
    lathe(iso, x, y, 2, ((24, 0), (25.5, 4), (17.2, 22)), liquid)
    iso.disc(x, y, 24, 17.2, liquid.top)
    for dx, dy, z, r in (
        (-6, 4, 25, 3.2),
        (5, 3, 26, 2.2),
        (0, -5, 27, 2.6),
        (2, 2, 46, 2.4),
        (-1, 1, 57, 1.7),
    ):
        iso.ball(x + dx, y + dy, z, r, liquid.top.lighter(0.06))
    s = iso.scale
    shine = [iso.at(x - 11, y + 17, 14), iso.at(x - 5, y + 8, 42)]
    iso.canvas.line(shine, colours.paper, 3 * s, line_alpha=0.75)
    iso.disc(x, y, 65, 11, glass.right)
    iso.disc(x, y, 67, 11, colours.paper)
    iso.disc(x, y, 67, 8.4, tinted(colours.secondary, 0.12).left)


PROP = Prop(draw=draw, height=88)
