"""Yarn: three balls of wool in a flat basket, two needles through them."""

from __future__ import annotations

from ..bench import Bench
from ..island_colours import Solid
from ..isometric import Iso
from ..prop_parts.details import gold, tinted
from ..prop_parts.facing import facing
from ..prop_parts.solids import lathe
from . import Prop


def draw(bench: Bench) -> str:
    """Draw the basket, the far ball, the needles, the near balls."""
    f, iso, colours = facing(bench), bench.iso, bench.colours
    iso.shadow(52, 52, 46, colours.shade, 0.34)
    basket = tinted(gold(colours), -0.02, -10)
    lathe(iso, 50, 50, 0, ((30, 0), (34, 18)), basket)
    iso.disc(50, 50, 18, 34, basket.top)
    iso.disc(50, 50, 18, 31, basket.right)
    _ball(iso, f.spot(38, 34, 38), 21, colours.primary)
    for start, end in (((24, 50, 90), (60, 52, 30)), ((78, 48, 86), (44, 54, 28))):
        points = [iso.at(*f.spot(*start)), iso.at(*f.spot(*end))]
        iso.canvas.line(points, colours.plate.right, 2.6 * iso.scale)
        iso.ball(*f.spot(*start), 3.4, colours.good.left)
    _ball(iso, f.spot(66, 38, 36), 18, colours.secondary)
    _ball(iso, f.spot(50, 66, 32), 20, colours.accent)
    x, y = iso.at(*f.spot(62, 78, 20))
    s = iso.scale
    d = f"M{x:.1f} {y:.1f}q{14 * s:.1f} {10 * s:.1f} {4 * s:.1f} {17 * s:.1f}"
    d += f"q{-9 * s:.1f} {6 * s:.1f} {-24 * s:.1f} {2 * s:.1f}"
    iso.canvas.path(d, "none", stroke=colours.accent.left, width=1.8 * s)
    return "balls of yarn with two needles"


def _ball(iso: Iso, spot: tuple[float, float, float], r: float, tones: Solid) -> None:
    """Draw a wound ball: threads run over it in two directions."""
    iso.ball(*spot, r, tones.left)
    x, y = iso.at(*spot)
    k = r * iso.scale
    d = ""
    for i in range(-2, 3):
        lean = i * 0.3 * k
        reach = (k * k - lean * lean) ** 0.5 * 0.86
        d += f"M{x - reach:.1f} {y + lean:.1f}q{reach:.1f} {0.5 * k:.1f} {2 * reach:.1f} 0"
    for i in range(-1, 3):
        d += f"M{x - 0.7 * k + 0.4 * i * k:.1f} {y + 0.5 * k:.1f}"
        d += f"q{0.1 * k:.1f} {-0.7 * k:.1f} {0.55 * k:.1f} {-1.05 * k:.1f}"
    iso.canvas.path(d, "none", stroke=tones.right, width=1.3 * iso.scale, line_alpha=0.6)


PROP = Prop(draw=draw, height=109, plinth="round")
