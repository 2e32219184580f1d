"""Books: a pile of thick volumes, and an open one before it."""

from __future__ import annotations

from ..bench import Bench
from ..prop_parts.book import lay_book
from ..prop_parts.details import tinted, white, writing
from ..prop_parts.facing import Facing, facing
from . import Prop


def draw(bench: Bench) -> str:
    """Draw the pile from below, then the open book."""
    f, colours = facing(bench), bench.colours
    f.shadow(52, 48, 50, colours.shade, 0.3)
    tones = [colours.primary, colours.accent, colours.secondary, colours.good, tinted(colours.primary, 0.1, 24)]
    rng = bench.rng("pile")
    tones = [tones[0], *rng.shuffled(tones[1:])]
    z = 0.0
    for i, tone in enumerate(tones):
        thick = (16, 13, 15, 11, 13)[i]
        shift = rng.between(-4, 4) if i else 0
        lay_book(f, bench, (18 + shift, 17 + rng.between(-2, 3), z), (62 - 4 * i, 42 - i, thick), tone)
        z += thick
    _open(f, bench)
    return "a stack of books"


def _open(f: Facing, bench: Bench) -> None:
    colours, canvas = bench.colours, bench.canvas
    f.box(28, 62, 0, (44, 24, 2), tinted(colours.secondary, -0.08), r=2)
    paper = white(colours)
    for u in f.order((30.0, 50.5)):
        f.box(u, 63, 2, (19.5, 22, 3), paper, r=1.5)
        with f.floor(u, 63, 5):
            paints = (colours.faint.lighter(-0.07), colours.secondary.top)
            writing(canvas, bench.rng(f"page{u}"), 3.4, 4, 13, 4, paints, step=4.4, thick=1.6)
    with f.floor(46, 63, 5.1):
        canvas.path("M0 0h3v15l-1.5-2l-1.5 2z", colours.accent.left)


PROP = Prop(draw=draw, height=107)
