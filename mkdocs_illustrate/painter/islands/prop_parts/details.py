"""Parts that several props share: lamps, bars of writing, windows, arcs on round bodies."""

# ruff: noqa: PLR0917  a shape is its coordinates, and they are read in order

from __future__ import annotations

from collections.abc import Sequence
from math import cos, radians, sin, sqrt

from ...kit.canvas import Canvas, num
from ...kit.chance import Rng
from ...kit.colour import Colour, Paint
from ..island_colours import IslandColours, Solid, solid
from ..isometric import Iso
from .facing import Facing

_SPREAD, _FLATTEN = sqrt(1.5), sqrt(0.5)


def tinted(tones: Solid, light: float = 0.0, turn: float = 0.0) -> Solid:
    """Give a neighbour of a solid's colour."""
    return solid(tones.left.turned(turn).lighter(light))


def dark(colours: IslandColours, light: float = 0.34) -> Solid:
    """Give the tones of dark cases and screens."""
    return solid(colours.ink.vivid(1.15).at(light))


def white(colours: IslandColours) -> Solid:
    """Give the tones of white enamel: porcelain, hulls, paper."""
    tint = colours.tile.left
    return Solid(colours.paper, colours.paper.mix(tint, 0.18), colours.paper.mix(tint, 0.45))


def gold(colours: IslandColours) -> Solid:
    """Give the tones of coins and brass."""
    base = colours.warn.left
    return Solid(base.lighter(0.08), base, base.turned(-16).lighter(-0.12))


def lamp(iso: Iso, spot: tuple[float, float, float], r: float, colour: Colour) -> None:
    """Light a small lamp."""
    x, y = iso.at(*spot)
    iso.canvas.circle(x, y, r * iso.scale, colour)


def on_round(x: float, y: float, z: float, r: float, angle: float) -> tuple[float, float, float]:
    """Give a spot on the wall of an upright round body; 45 degrees faces the viewer."""
    return x + r * cos(radians(angle)), y + r * sin(radians(angle)), z


def hoop(iso: Iso, x: float, y: float, z: float, r: float, paint: Paint, width: float, alpha: float = 1) -> None:
    """Draw the near half of a line round an upright body."""
    cx, cy = iso.at(x, y, z)
    rx, ry = r * _SPREAD * iso.scale, r * _FLATTEN * iso.scale
    d = f"M{num(cx - rx)} {num(cy)}A{num(rx)} {num(ry)} 0 0 0 {num(cx + rx)} {num(cy)}"
    iso.canvas.path(d, "none", stroke=paint, width=width * iso.scale, line_alpha=alpha)


def writing(
    canvas: Canvas,
    rng: Rng,
    x: float,
    y: float,
    width: float,
    rows: int,
    paints: Sequence[Paint],
    *,
    step: float = 5.0,
    thick: float = 2.4,
    indent: float = 0.0,
) -> None:
    """Draw lines of writing as coloured bars: nothing in it can be read."""
    for row in range(rows):
        left = x + indent * (rng.whole(0, 2) if row else 0)
        end = x + width * rng.between(0.62, 1.0)
        split = left + (end - left) * rng.between(0.3, 0.6)
        one, two = rng.pick(paints), rng.pick(paints)
        canvas.line([(left, y), (split - thick, y)], one, thick)
        canvas.line([(split + thick, y), (end, y)], two, thick)
        y += step


def window(
    f: Facing,
    colours: IslandColours,
    spot: tuple[float, float, float],
    size: tuple[float, float],
    tones: Solid,
    *,
    page: Paint,
    depth: float = 4.5,
) -> None:
    """Stand up a program window: a thick frame, a title bar with three dots, an empty page.

    The page is at (2.2, 9) of its face and as wide as the window less 4.4.
    """
    u, out, z = spot
    width, height = size
    f.board(u, out, z, size, tones, r=4, depth=depth, front=tones.left)
    with f.face(u, out, z + height):
        canvas = f.iso.canvas
        canvas.rect(2.2, 8.6, width - 4.4, height - 10.8, page, r=2)
        for i, paint in enumerate((colours.accent.left, colours.warn.left, colours.good.left)):
            canvas.circle(6 + 4.2 * i, 4.6, 1.4, paint)
        canvas.rect(20, 2.9, width - 26, 3.4, tones.top, r=1.7, alpha=0.6)
