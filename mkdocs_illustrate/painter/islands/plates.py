"""What things stand on: islands with a lip and a seam, one large plate for all, low plinths."""

from __future__ import annotations

from collections.abc import Sequence

from ..kit.canvas import Point
from ..kit.colour import Colour
from .island_colours import IslandColours, Solid
from .isometric import Iso, corners
from .layout import PLATE, SIDE

THICK = 12.0
_LIP = 3.6
"""The pale upper layer of an island."""
_SEAM = 6.0
_ROUND = 10.0
_EDGE = (SIDE - PLATE) / 2
SEAMS = ("dashes", "dashes", "dots", "line", "corners")
BASES = ("slab", "slab", "double", "band", "glow")
_INWARD, _LANE = 20.0, 9.5
"""How far a path leads over the rim, and how wide it is there."""
_GAP = 7.0
"""Between the two slabs of a double base."""

Area = tuple[float, float, float, float]
"""Back corner (x, y), width and depth."""
ISLAND: Area = (_EDGE, _EDGE, PLATE, PLATE)


def island(iso: Iso, colours: IslandColours, seam: str, base: str = "slab", area: Area = ISLAND) -> None:
    """Draw one floating tile; its top is at z = 0."""
    outline = corners(*area, _ROUND)
    low = -THICK
    if base == "double":
        low = -THICK * 0.62
        under = corners(area[0] + 5, area[1] + 5, area[2] - 10, area[3] - 10, _ROUND - 2)
        iso.prism(under, low - _GAP - 5, 5, colours.secondary)
        iso.prism(under, low - _GAP, _GAP, _dimmed(colours))
    iso.prism(outline, low, -low - _LIP, colours.tile)
    if base in ("band", "glow"):
        tones = colours.primary if base == "band" else colours.accent
        iso.prism(outline, -_LIP - 3.2, 2.2, tones)
    iso.prism(outline, -_LIP, _LIP, _lip(colours))
    _stitch(iso, colours.faint.mix(colours.tile.left, 0.45), seam, area)


def plinth(iso: Iso, colours: IslandColours, kind: str, *, hero: bool) -> Iso:
    """Draw what a prop stands on, and give the space on top of it."""
    if kind == "none":
        return iso
    height = 3.4 if hero else 4.0
    if kind == "round":
        iso.shadow(54, 54, 42, colours.shade, 0.22)
        iso.cylinder(50, 50, 0, 38, height, colours.plate)
        iso.disc(
            50,
            50,
            height,
            35.5,
            "none",
            stroke=colours.paper,
            width=1.2 * iso.scale,
            line_alpha=0.8,
        )
    else:
        iso.flat([(x, y, 0) for x, y in corners(14, 17, 76, 76, 8)], colours.shade, alpha=0.15)
        iso.prism(corners(12, 12, 76, 76, 8), 0, height, colours.plate)
        edge = [(x, y, height) for x, y in corners(14.5, 14.5, 71, 71, 6)]
        iso.flat(edge, "none", stroke=colours.paper, width=1.1 * iso.scale, line_alpha=0.7)
    return iso.moved(0, 0, height)


def landing(iso: Iso, colours: IslandColours, spot: Point, paint: Solid) -> None:
    """Lead a path's dots over an island's rim, from where it lands to the plinth.

    The spot is in steps of the island, from its middle.
    """
    x, y = spot
    along_x = abs(x) > abs(y)
    end = (x - _INWARD * _sign(x), y) if along_x else (x, y - _INWARD * _sign(y))
    middle, s = iso.moved(SIDE / 2, SIDE / 2), iso.scale
    points = [middle.at(*spot, 0.1), middle.at(*end, 0.1)]
    bed = colours.plate.top.mix(colours.plate.left, 0.4)
    iso.canvas.line(points, bed, _LANE * s, cap="butt")
    iso.canvas.line(points, paint.left, 2.2 * s, dash=f"0 {5.4 * s:.1f}")


def ground_shadow(iso: Iso, colours: IslandColours, area: Area = ISLAND) -> None:
    """Draw the soft shade below a floating island."""
    low = iso.moved(0, 0, -THICK * 2.3)
    x, y, width, depth = area
    low.shadow(x + width / 2, y + depth / 2, (width + depth) * 0.33, colours.shade, 0.44)


def _lip(colours: IslandColours) -> Solid:
    pale = colours.tile.top
    return Solid(pale, pale.mix(colours.tile.left, 0.22), pale.mix(colours.tile.right, 0.34))


def _dimmed(colours: IslandColours) -> Solid:
    """Give the shaded gap between two slabs."""
    tone = colours.tile.right.lighter(-0.16)
    return Solid(tone, tone, tone.lighter(-0.05))


def _stitch(iso: Iso, paint: Colour, seam: str, area: Area) -> None:
    s = iso.scale
    x, y, width, depth = area
    box = (x + _SEAM, y + _SEAM, width - 2 * _SEAM, depth - 2 * _SEAM)
    edge = corners(*box, _ROUND / 2)
    if seam == "dashes":
        iso.dashes(edge, 0, paint)
    elif seam == "dots":
        iso.trail([(px, py, 0) for px, py in (*edge, edge[0])], paint, width=1.5)
    elif seam == "line":
        iso.flat([(px, py, 0) for px, py in edge], "none", stroke=paint, width=0.9 * s)
    elif seam == "corners":
        _brackets(iso, paint, box)


def _brackets(iso: Iso, paint: Colour, box: Sequence[float]) -> None:
    x, y, width, depth = box
    for px, dx in ((x, 1), (x + width, -1)):
        for py, dy in ((y, 1), (y + depth, -1)):
            points = [iso.at(px + 12 * dx, py), iso.at(px, py), iso.at(px, py + 12 * dy)]
            iso.canvas.line(points, paint, 1.4 * iso.scale)


def _sign(value: float) -> float:
    return 1.0 if value > 0 else -1.0
