"""A laptop: open, with a page on its screen and a cup beside it."""

from __future__ import annotations

from ...kit.outlines import boxes
from ..bench import Bench
from ..prop_parts.details import dark, tinted, white, writing
from ..prop_parts.facing import Facing, facing
from ..prop_parts.solids import lathe
from . import Prop


def draw(bench: Bench) -> str:
    """Draw lid, base and keys, then the cup."""
    f, colours = facing(bench), bench.colours
    f.shadow(48, 58, 52, colours.shade, 0.3)
    case = tinted(colours.primary, 0.02)
    f.board(8, 38, 3, (76, 54), case, r=4.5, depth=3.5)
    with f.face(8, 38, 57), bench.canvas.group(scale=1.086):
        _screen(bench)
    f.box(8, 38, 0, (76, 44, 4), white(colours), r=4)
    with f.floor(8, 38, 4):
        canvas = bench.canvas
        keys = [(5 + 6.05 * i, 5 + 5.2 * row, 5, 4.2) for row in range(4) for i in range(11)]
        canvas.path(boxes(keys), dark(colours, 0.45).left)
        canvas.rect(26, 28.5, 24, 12, colours.faint, r=2)
    _cup(f, bench)
    return "a laptop with a cup beside it"


def _screen(bench: Bench) -> None:
    canvas, colours, rng = bench.canvas, bench.colours, bench.rng("screen")
    canvas.rect(2.6, 2.6, 64.8, 43, colours.paper, r=2.4)
    canvas.rect(2.6, 2.6, 17, 43, colours.secondary.left.lighter(0.12), r=2.4)
    for i in range(4):
        canvas.circle(8, 10 + 9 * i, 2.5, (colours.accent, colours.primary, colours.primary, colours.good)[i].left)
        canvas.line([(12.4, 10 + 9 * i), (16, 10 + 9 * i)], colours.paper, 2)
    canvas.rect(24, 7.4, 39, 14, colours.primary.left.lighter(0.12), r=2)
    canvas.path("M26 20l9-9l7 6l5-4l8 7z", colours.paper, alpha=0.7)
    writing(canvas, rng, 25.4, 27, 34, 3, (colours.faint, colours.secondary.top, colours.faint), thick=2.6)
    canvas.rect(48, 37, 14, 5.4, colours.accent.left, r=2.7)


def _cup(f: Facing, bench: Bench) -> None:
    iso, colours = bench.iso, bench.colours
    x, y, _ = f.spot(91, 60) if f.side == "left" else f.spot(91, 74)
    lathe(iso, x, y, 0, ((6, 0), (7.4, 13)), colours.accent)
    iso.disc(x, y, 13, 7.4, colours.accent.top)
    iso.disc(x, y, 12.6, 5.6, dark(colours, 0.32).left)


PROP = Prop(draw=draw, height=89)
