"""A graduation cap: on top of two thick books, its tassel hanging."""

from __future__ import annotations

from ..bench import Bench
from ..prop_parts.book import lay_book
from ..prop_parts.details import dark, gold, tinted
from ..prop_parts.facing import facing
from . import Prop


def draw(bench: Bench) -> str:
    """Draw the books, then the cap, then the tassel."""
    f, iso, colours = facing(bench), bench.iso, bench.colours
    f.shadow(52, 54, 50, colours.shade, 0.34)
    lay_book(f, bench, (18, 22, 0), (64, 52, 16), colours.secondary)
    lay_book(f, bench, (22, 25, 16), (56, 46, 14), colours.accent if bench.hero else colours.good)
    cloth = dark(colours, 0.36) if bench.rng("cloth").chance(0.4) else tinted(colours.primary, -0.08)
    iso.cylinder(50, 50, 30, 20, 16, cloth)
    f.box(17, 17, 50, (66, 66, 4), cloth, r=2)
    iso.cylinder(50, 50, 54, 3, 2, gold(colours))
    x, y, _ = f.spot(82, 83)
    points = [iso.at(50, 50, 57), iso.at(x, y, 54.5), iso.at(x, y, 36)]
    iso.canvas.line(points, gold(colours).left, 2.2 * iso.scale)
    iso.cylinder(x, y, 24, 3.4, 12, gold(colours))
    iso.ball(x, y, 37, 3.6, gold(colours).left)
    return "a graduation cap on two books"


PROP = Prop(draw=draw, height=91)
