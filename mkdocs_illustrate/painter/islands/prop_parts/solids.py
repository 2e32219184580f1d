"""Solids beyond the kit's boxes: cut-out slabs that stand upright, and turned (lathed) bodies."""

# ruff: noqa: PLR0917  a shape is its coordinates, and they are read in order

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import cos, radians, sin, sqrt

from ...kit.canvas import Point
from ...kit.colour import Colour, Paint
from ...kit.outlines import polygon
from ..island_colours import Solid
from ..isometric import Iso, hull

_LEVELS = 5
"""Tones round an edge: enough to look round, few enough to join neighbours into one path."""
_SPREAD, _FLATTEN = sqrt(1.5), sqrt(0.5)


def arc(x: float, y: float, r: float, start: float, end: float, count: int = 10) -> list[Point]:
    """Give points along an arc, in degrees clockwise from east, v down."""
    turns = [radians(start + (end - start) * i / count) for i in range(count + 1)]
    return [(x + r * cos(turn), y + r * sin(turn)) for turn in turns]


def ring(x: float, y: float, r: float, count: int = 36) -> list[Point]:
    """Give points round a circle."""
    return arc(x, y, r, 0, 360 - 360 / count, count - 1)


def panel(x: float, y: float, width: float, height: float, r: float) -> list[Point]:
    """Outline a rectangle with round corners, clockwise."""
    right, low = x + width - r, y + height - r
    quarters = ((right, y + r, -90), (right, low, 0), (x + r, low, 90), (x + r, y + r, 180))
    return [point for cx, cy, a in quarters for point in arc(cx, cy, r, a, a + 90, 6)]


def heart() -> list[Point]:
    """Outline a heart around its middle, clockwise."""
    right = [*arc(17, -10, 18, -160, 35, 14), (0, 46)]
    left = [(-x, y) for x, y in right[-2:0:-1]]
    return [*right, *left]


def slab(
    iso: Iso,
    side: str,
    spot: tuple[float, float, float],
    outline: Sequence[Point],
    depth: float,
    tones: Solid,
    *,
    front: Paint | None = None,
    holes: Sequence[Sequence[Point]] = (),
) -> None:
    """Stand up a cut-out: its front on the plane of `iso.face(side, *spot)`, its body behind.

    Outlines run clockwise on paper (u to the right, v down) and may be hollow or toothed.
    """
    edges = _edges(outline, side, 1) + [e for hole in holes for e in _edges(hole, side, -1)]
    edges.sort(key=lambda edge: edge[0])  # far walls first, so that near ones cover them
    run: list[tuple[Point, Point]] = []
    level = -1
    for _, tone, start, end in [*edges, (0.0, -2, (0.0, 0.0), (0.0, 0.0))]:
        # Walls of one tone that follow one another are one path: a disc has thirty.
        if tone != level and run:
            _rim(iso, side, spot, run, depth, _tone(tones, side, level))
            run = []
        level = tone
        run.append((start, end))
    d = "".join(polygon([_place(iso, side, spot, p) for p in loop]) for loop in (outline, *holes))
    paint = front if front is not None else (tones.left if side == "left" else tones.right)
    iso.canvas.path(d, paint, rule="evenodd")


def lathe(
    iso: Iso,
    x: float,
    y: float,
    z: float,
    profile: Sequence[tuple[float, float]],
    tones: Solid,
    *,
    alpha: float = 1,
) -> None:
    """Turn a profile of (radius, height) into a round body, lit from the left."""
    s = iso.scale
    d = ""
    rounds = [_round(iso, x, y, z + h, r) for r, h in profile]
    # The outline of a turned body is the hull of each two rounds that follow one another.
    for low, high in pairwise(rounds):
        d += polygon(hull([*low, *high]))
    wide = max(r for r, _ in profile) * _SPREAD * s
    cx, _ = iso.at(x, y)
    shine = tones.left.mix(tones.top, 0.75)
    stops = ((0, tones.left), (0.3, shine), (0.6, tones.left), (1, tones.right))
    paint = iso.canvas.linear(stops, (cx - wide, 0), (cx + wide, 0), boxed=False)
    look: dict[str, Paint | float] = {"alpha": alpha} if alpha < 1 else {}
    iso.canvas.path(d, paint, **look)


def _round(iso: Iso, x: float, y: float, z: float, r: float) -> list[Point]:
    cx, cy = iso.at(x, y, z)
    rx, ry = r * _SPREAD * iso.scale, r * _FLATTEN * iso.scale
    if r < 0.1:
        return [(cx, cy)]
    return [(cx + rx * cos(radians(12 * i)), cy + ry * sin(radians(12 * i))) for i in range(30)]


def _edges(outline: Sequence[Point], side: str, way: int) -> list[tuple[float, int, Point, Point]]:
    """Give the edges whose walls are seen: depth, tone, start, end."""
    found = []
    for i, (u, v) in enumerate(outline):
        end = outline[(i + 1) % len(outline)]
        across, up = way * (end[1] - v), way * (end[0] - u)
        across = across if side == "left" else -across
        # It faces away from the viewer.
        if across + up <= 1e-6:
            continue
        share = max(0.0, up) / (max(0.0, up) + max(0.0, across))
        depth = (u if side == "left" else -u) - v
        found.append((depth, round(share * _LEVELS), (u, v), end))
    return found


def _tone(tones: Solid, side: str, level: int) -> Colour:
    wall = tones.right if side == "left" else tones.left
    return wall.mix(tones.top, level / _LEVELS)


def _rim(
    iso: Iso,
    side: str,
    spot: tuple[float, float, float],
    run: Sequence[tuple[Point, Point]],
    depth: float,
    tone: Colour,
) -> None:
    x, y, z = spot
    behind = (x, y - depth, z) if side == "left" else (x - depth, y, z)
    d = ""
    for start, end in run:
        corners = [
            _place(iso, side, spot, start),
            _place(iso, side, spot, end),
            _place(iso, side, behind, end),
            _place(iso, side, behind, start),
        ]
        # All one way round, or two walls that overlap in one path would cut a hole.
        d += polygon(corners if _area(corners) > 0 else corners[::-1])
    iso.canvas.path(d, tone, stroke=tone, width=0.7)


def _area(points: Sequence[Point]) -> float:
    pairs = zip(points, [*points[1:], points[0]], strict=True)
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs)


def _place(iso: Iso, side: str, spot: tuple[float, float, float], point: Point) -> Point:
    x, y, z = spot
    u, v = point
    return iso.at(x + u, y, z - v) if side == "left" else iso.at(x, y - u, z - v)
