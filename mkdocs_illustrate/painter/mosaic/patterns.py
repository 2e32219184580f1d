"""What a tile may show: each pattern fills a box from -50 to 50 and is turned by quarters."""

from __future__ import annotations

from collections.abc import Callable

from ..kit.canvas import Canvas
from ..kit.colour import Colour
from ..kit.outlines import pill, polygon, ring, sector

Draw = Callable[[Canvas, Colour, Colour, Colour], None]
"""Draws with a figure colour, a second one, and the tile's ground."""


def quarter(c: Canvas, one: Colour, _two: Colour, _ground: Colour) -> None:
    """Fill a quarter disc from a corner."""
    c.path(sector(-50, -50, 100, 0, 90), one)


def quarters(c: Canvas, one: Colour, two: Colour, ground: Colour) -> None:
    """Nest three quarter discs in a corner."""
    for r, fill in ((100, one), (68, ground), (36, two)):
        c.path(sector(-50, -50, r, 0, 90), fill)


def half(c: Canvas, one: Colour, _two: Colour, _ground: Colour) -> None:
    """Fill a half disc on an edge."""
    c.path(sector(0, -50, 50, 0, 180), one)


def halves(c: Canvas, one: Colour, two: Colour, _ground: Colour) -> None:
    """Stack two half discs that look the same way."""
    c.path(sector(0, -50, 50, 0, 180), one)
    c.path(sector(0, 0, 50, 0, 180), two)


def disc(c: Canvas, one: Colour, two: Colour, _ground: Colour) -> None:
    """Fill a disc, half of it in the second colour."""
    c.circle(0, 0, 38, one)
    c.path(sector(0, 0, 38, 90, 270), two)


def dot(c: Canvas, one: Colour, _two: Colour, _ground: Colour) -> None:
    """Leave much room around a small disc."""
    c.circle(0, 0, 24, one)


def hoop(c: Canvas, one: Colour, two: Colour, _ground: Colour) -> None:
    """Draw a ring with a dot in it."""
    c.path(ring(0, 0, 42, 26), one, rule="evenodd")
    c.circle(0, 0, 11, two)


def leaf(c: Canvas, one: Colour, _two: Colour, _ground: Colour) -> None:
    """Fill the lens between two quarter discs."""
    c.path("M-50-50A100 100 0 0 1 50 50A100 100 0 0 1-50-50Z", one)


def leaves(c: Canvas, one: Colour, two: Colour, _ground: Colour) -> None:
    """Grow two leaves from one corner."""
    c.path("M-50 50A50 50 0 0 1 0 0A50 50 0 0 1-50 50Z", one)
    c.path("M-50 50A100 100 0 0 1-50-50A100 100 0 0 1-50 50Z", two)
    c.path("M0 0A50 50 0 0 1 50-50A50 50 0 0 1 0 0Z", one)
    c.path("M0 50A50 50 0 0 1 50 0A50 50 0 0 1 0 50Z", two)


def petals(c: Canvas, one: Colour, two: Colour, _ground: Colour) -> None:
    """Lay four leaves to a flower."""
    for k, fill in enumerate((one, two, one, two)):
        with c.group(turn=90 * k):
            c.path("M0 0A50 50 0 0 1 50-50A50 50 0 0 1 0 0Z", fill)
    c.circle(0, 0, 7, one)


def wedge(c: Canvas, one: Colour, _two: Colour, _ground: Colour) -> None:
    """Fill the half below the diagonal."""
    c.path(polygon([(-50, -50), (50, 50), (-50, 50)]), one)


def peaks(c: Canvas, one: Colour, two: Colour, _ground: Colour) -> None:
    """Set two triangles side by side."""
    c.path(polygon([(-50, 50), (-50, -50), (0, 50)]), one)
    c.path(polygon([(0, 50), (0, -50), (50, 50)]), two)


def stripes(c: Canvas, one: Colour, _two: Colour, _ground: Colour) -> None:
    """Rule four bars across."""
    for y in (-50, -25, 0, 25):
        c.rect(-50, y, 100, 12.5, one)


def dots(c: Canvas, one: Colour, _two: Colour, _ground: Colour) -> None:
    """Set a grid of nine dots."""
    for i in range(9):
        c.circle(-30 + 30 * (i % 3), -30 + 30 * (i // 3), 7.5, one)


def arch(c: Canvas, one: Colour, two: Colour, ground: Colour) -> None:
    """Draw an arch within an arch."""
    for r, fill in ((40, one), (26, ground), (13, two)):
        c.path(sector(0, 0, r, 180, 360), fill)
        c.rect(-r, -0.5, 2 * r, 50.5, fill)


def pills(c: Canvas, one: Colour, two: Colour, _ground: Colour) -> None:
    """Lay three bars with round ends, like the clouds of the landscapes."""
    for y, x, length, fill in ((-38, -38, 58, one), (-10, -38, 76, two), (18, -14, 52, one)):
        c.path(pill(x, y, length, 20), fill)


def corner(c: Canvas, one: Colour, two: Colour, _ground: Colour) -> None:
    """Put two small quarter discs in opposite corners."""
    c.path(sector(-50, -50, 50, 0, 90), one)
    c.path(sector(50, 50, 50, 180, 270), two)


def plain(_c: Canvas, _one: Colour, _two: Colour, _ground: Colour) -> None:
    """Leave the ground empty: a wall full of patterns is restless."""


PATTERNS: tuple[tuple[Draw, float], ...] = (
    (quarter, 4.2),
    (half, 1.5),
    (leaf, 1.6),
    (plain, 1.7),
    (wedge, 1.2),
    (dot, 0.7),
    (quarters, 1.3),
    (halves, 1.1),
    (disc, 0.9),
    (hoop, 0.6),
    (leaves, 0.5),
    (petals, 0.7),
    (peaks, 0.5),
    (stripes, 0.6),
    (dots, 0.6),
    (arch, 0.8),
    (pills, 0.6),
    (corner, 0.9),
)
"""Each with its share. Calm quarter, half and leaf shapes outweigh busy fills three to one."""
BUSY = frozenset((stripes, dots, petals, leaves, pills, peaks))
"""No two of these stand side by side."""


def rainbow(c: Canvas, one: Colour, two: Colour, ground: Colour) -> None:
    """Nest broad quarter rings (for the large tile)."""
    for r, fill in ((100, one), (80, ground), (64, two), (46, ground), (31, one)):
        c.path(sector(-50, 50, r, 270, 360), fill)


def sunrise(c: Canvas, one: Colour, two: Colour, ground: Colour) -> None:
    """Let a large disc rise behind bars (for the large tile)."""
    c.circle(0, 6, 36, one)
    for y, height in ((14, 4), (24, 6), (35, 8)):
        c.rect(-50, y, 100, height, ground)
    c.circle(30, -32, 7, two)


def orbit(c: Canvas, one: Colour, two: Colour, ground: Colour) -> None:
    """Let two discs cross (for the large tile)."""
    c.circle(-13, 0, 30, one)
    c.circle(13, 0, 30, two)
    c.path("M0-27A30 30 0 0 1 0 27A30 30 0 0 1 0-27Z", ground)


def bloom(c: Canvas, one: Colour, two: Colour, _ground: Colour) -> None:
    """Open a large flower of four petals (for the large tile)."""
    for k in range(4):
        with c.group(turn=90 * k):
            c.path("M0 0A44 44 0 0 1 44-44A44 44 0 0 1 0 0Z", one)
    c.circle(0, 0, 13, two)


HEROES: tuple[Draw, ...] = (rainbow, sunrise, orbit, bloom)
"""For the large tile when no icon is sure."""
TURNABLE = frozenset((rainbow, orbit))
"""A sun rises upwards only."""
