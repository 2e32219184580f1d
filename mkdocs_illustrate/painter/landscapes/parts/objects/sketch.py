"""Sketches: a thing written down as a few paths, in a box 100 high that stands on y = 0."""

from __future__ import annotations

from collections.abc import Iterable

from ....kit.canvas import Point
from ....kit.colour import Colour, Paint, lch
from ....kit.outlines import boxes, rounded
from ...stage import Stage
from ..local_box import standing

Part = tuple[str, Paint] | tuple[str, Paint, float]
"""Path data and its fill; or path data, the colour of its line and the line's width."""

WHITE = lch(0.965, 0.012, 85)
STEEL = lch(0.82, 0.015, 250)
DARK = lch(0.32, 0.04, 265)
OAK = lch(0.74, 0.09, 66)
LEAF = lch(0.60, 0.13, 145)
STEAM = lch(0.985, 0.01, 90)
TINTS = (
    lch(0.72, 0.12, 38),
    lch(0.84, 0.11, 88),
    lch(0.66, 0.10, 238),
    lch(0.71, 0.10, 165),
    lch(0.78, 0.09, 350),
    lch(0.94, 0.03, 85),
)


def sketch(stage: Stage, at: Point, height: float, parts: Iterable[Part], *, mirror: bool = False) -> None:
    """Draw parts back to front, so high and with their foot at a point."""
    with standing(stage, at, height, mirror=mirror) as canvas:
        for d, paint, *width in parts:
            if width:
                canvas.path(d, "none", stroke=paint, width=width[0])
            else:
                canvas.path(d, paint)


def box(x: float, y: float, width: float, height: float, r: float = 0) -> str:
    """Give the path of a box, perhaps with round corners."""
    if not r:
        return boxes([(x, y, width, height)])
    right, low = x + width, y + height
    return rounded([(x, y), (right, y), (right, low), (x, low)], r)


def dim(colour: Colour, by: float = 0.07) -> Colour:
    """Give a thing's side in the shade."""
    return colour.lighter(-by)


def steam(places: Iterable[float], foot: float, high: float, width: float = 0.052) -> Part:
    """Let wisps of steam rise at these x."""
    h = high
    d = "".join(f"M{x:.1f} {foot:.1f}q{h * 0.24:.1f} {-h * 0.25:.1f} 0 {-h * 0.5:.1f}t0 {-h * 0.5:.1f}" for x in places)
    return (d, STEAM, high * width)
