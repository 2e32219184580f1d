"""The isometric kit: a projection, lit solids, and faces to draw flat things on.

x runs to the lower right, y to the lower left, z up. The viewer sees the faces towards greater x
(right) and greater y (left), and the top. Draw back to front: small x + y first, then upwards.
"""

# ruff: noqa: PLR0917  a shape is its coordinates, and they are read in order

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from math import cos, radians, sin, sqrt

from ..kit.canvas import Canvas, Point
from ..kit.colour import Colour, Paint
from ..kit.outlines import polygon
from .island_colours import Solid

_ACROSS = sqrt(3) / 2
_DOWN = 0.5
_CORNER_STEPS = 5
_FLAT = 0.06
"""An edge that takes this share of a solid's width is a side, not a part of a round corner."""
Spot = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Iso:
    """Isometric space on a canvas: (x0, y0) is where (0, 0, 0) lands, `scale` units a step."""

    canvas: Canvas
    x0: float
    y0: float
    scale: float = 1

    def at(self, x: float, y: float, z: float = 0) -> Point:
        """Project a spot onto the canvas."""
        return (
            self.x0 + (x - y) * _ACROSS * self.scale,
            self.y0 + ((x + y) * _DOWN - z) * self.scale,
        )

    def moved(self, x: float, y: float, z: float = 0) -> Iso:
        """Give the same space with its origin elsewhere."""
        x0, y0 = self.at(x, y, z)
        return Iso(self.canvas, x0, y0, self.scale)

    def face(self, side: str, x: float, y: float, z: float = 0) -> AbstractContextManager[None]:
        """Draw flat things on a plane, its origin at this spot, v growing downwards as on paper.

        "left": u along x, the plane that faces the lower left (a screen's front).
        "right": u along -y, the plane that faces the lower right.
        "top": u along x, v along y, lying flat.
        """
        s, a, d = self.scale, _ACROSS * self.scale, _DOWN * self.scale
        planes = {"left": (a, d, 0, s), "right": (a, -d, 0, s), "top": (a, d, -a, d)}
        return self.canvas.group(matrix=(*planes[side], *self.at(x, y, z)))

    def flat(self, spots: Sequence[Spot], fill: Paint, **look: Paint | float) -> None:
        """Fill a polygon through spots in space."""
        self.canvas.path(polygon([self.at(*spot) for spot in spots]), fill, **look)

    def box(self, x: float, y: float, z: float, size: Spot, tones: Solid, *, r: float = 0) -> None:
        """Draw a box: its back corner at (x, y), its foot at z, size along x, y and z.

        With r its upright edges are round: tiles, cases, phones.
        """
        width, depth, height = size
        if r:
            self.prism(corners(x, y, width, depth, r), z, height, tones)
            return
        right, front, top = x + width, y + depth, z + height
        # A hairline in its own colour closes the seam that antialiasing leaves between two faces.
        join: dict[str, Paint | float] = {"width": 0.7}
        self.flat(
            [(x, front, z), (right, front, z), (right, front, top), (x, front, top)],
            tones.left,
            stroke=tones.left,
            **join,
        )
        self.flat(
            [(right, front, z), (right, y, z), (right, y, top), (right, front, top)],
            tones.right,
            stroke=tones.right,
            **join,
        )
        self.flat(
            [(x, y, top), (right, y, top), (right, front, top), (x, front, top)],
            tones.top,
            stroke=tones.top,
            **join,
        )

    def prism(
        self,
        outline: Sequence[Point],
        z: float,
        height: float,
        tones: Solid,
        top: Paint | None = None,
    ) -> None:
        """Raise a convex outline (points on the ground, in order) to a lit solid."""
        rim = _front(outline)
        # The sides reach a hair under the top, so that no seam shows between them.
        head = [self.at(x, y, z + height + 0.15) for x, y in rim]
        foot = [self.at(x, y, z) for x, y in reversed(rim)]
        self.canvas.path(polygon([*head, *foot]), self._mantle(outline, tones))
        lid = [self.at(x, y, z + height) for x, y in outline]
        self.canvas.path(polygon(lid), top if top is not None else tones.top)

    def cylinder(
        self,
        x: float,
        y: float,
        z: float,
        r: float,
        height: float,
        tones: Solid,
        *,
        top: Paint | None = None,
    ) -> None:
        """Draw an upright round solid around (x, y)."""
        cx, cy = self.at(x, y, z)
        rx, ry, h = r * _SPREAD * self.scale, r * _FLATTEN * self.scale, height * self.scale
        left, right = cx - rx, cx + rx
        arc = f"A{rx:.1f} {ry:.1f} 0 0"
        side = f"M{left:.1f} {cy - h:.1f}V{cy:.1f}{arc} 0 {right:.1f} {cy:.1f}V{cy - h:.1f}Z"
        shine = tones.left.lighter(0.06)
        mantle = self.canvas.linear(
            ((0, tones.left), (0.28, shine), (0.62, tones.left), (1, tones.right)), (0, 0), (1, 0)
        )
        self.canvas.path(side, mantle)
        self.canvas.ellipse(cx, cy - h, rx, ry, top if top is not None else tones.top)

    def disc(self, x: float, y: float, z: float, r: float, fill: Paint, **look: Paint | float) -> None:
        """Draw a flat round on the ground plane at height z."""
        cx, cy = self.at(x, y, z)
        self.canvas.ellipse(cx, cy, r * _SPREAD * self.scale, r * _FLATTEN * self.scale, fill, **look)

    def ball(self, x: float, y: float, z: float, r: float, colour: Colour) -> None:
        """Draw a ball whose centre is at this spot."""
        cx, cy = self.at(x, y, z)
        stops = ((0.0, colour.lighter(0.14)), (0.5, colour), (1.0, colour.lighter(-0.12)))
        self.canvas.circle(cx, cy, r * self.scale, self.canvas.radial(stops, (0.35, 0.3), 0.75))

    def shadow(self, x: float, y: float, rx: float, colour: Colour, alpha: float = 0.3) -> None:
        """Draw the soft shade of a thing that stands at (x, y)."""
        cx, cy = self.at(x, y)
        self.canvas.shadow(cx, cy, rx * self.scale * _SPREAD, rx * self.scale * _FLATTEN, colour, alpha)

    def trail(self, spots: Sequence[Spot], paint: Paint, *, bed: Paint | None = None, width: float = 2) -> None:
        """Draw a dotted path through spots, on a pale bed if given."""
        points = [self.at(*spot) for spot in spots]
        if bed is not None:
            self.canvas.line(points, bed, width * 5 * self.scale)
        self.canvas.line(points, paint, width * self.scale, dash=f"0 {width * 3 * self.scale:.1f}")

    def dashes(self, outline: Sequence[Point], z: float, paint: Paint) -> None:
        """Draw a thin dashed seam around an outline on the ground plane."""
        d = polygon([self.at(x, y, z) for x, y in outline])
        dash = f"{4 * self.scale:.1f} {5 * self.scale:.1f}"
        self.canvas.path(d, "none", stroke=paint, width=0.9 * self.scale, dash=dash)

    def _mantle(self, outline: Sequence[Point], tones: Solid) -> str:
        """Shade the sides by where each one faces, as one gradient from left to right."""
        stops: list[tuple[float, Colour]] = []
        xs = [x - y for x, y in outline]
        low, wide = min(xs), (max(xs) - min(xs)) or 1
        for i, (x, y) in enumerate(outline):
            after = outline[(i + 1) % len(outline)]
            dx, dy = after[0] - x, after[1] - y
            nx, ny = dy, -dx  # outward, for the corners run clockwise on the canvas
            if nx + ny <= 0:
                continue
            share = max(0.0, nx) / (max(0.0, nx) + max(0.0, ny))
            tone = tones.left.mix(tones.right, share)
            ends = (x - y - low) / wide, (after[0] - after[1] - low) / wide
            # A flat side has one tone; round a corner the tones run into one another.
            flat = abs(ends[1] - ends[0]) > _FLAT
            stops += [(end, tone) for end in (ends if flat else (sum(ends) / 2,))]
        stops.reverse()  # equal places keep the left edge first
        stops.sort(key=lambda stop: stop[0])
        return self.canvas.linear(_merged(stops), (0, 0), (1, 0))


_SPREAD = sqrt(1.5)
"""Half the width of a unit circle on the ground, projected; its height is 1/sqrt(3) of that."""
_FLATTEN = sqrt(0.5)


def corners(x: float, y: float, width: float, depth: float, r: float) -> list[Point]:
    """Outline a rectangle on the ground with round corners, clockwise on the canvas."""
    right, front = x + width, y + depth
    centres = ((right - r, y + r), (right - r, front - r), (x + r, front - r), (x + r, y + r))
    points = []
    for quarter, (cx, cy) in enumerate(centres):
        for step in range(_CORNER_STEPS + 1):
            angle = radians(-90 + 90 * quarter + 90 * step / _CORNER_STEPS)
            points.append((cx + r * cos(angle), cy + r * sin(angle)))
    return points


def _merged(stops: Sequence[tuple[float, Colour]]) -> list[tuple[float, Colour]]:
    return [stop for i, stop in enumerate(stops) if i == 0 or stop != stops[i - 1]]


def _front(outline: Sequence[Point]) -> list[Point]:
    """Give the part of a convex outline that is seen from the front, from one end to the other."""
    count = len(outline)
    seen = [
        outline[(i + 1) % count][1] - outline[i][1] > outline[(i + 1) % count][0] - outline[i][0] for i in range(count)
    ]
    first = next(i for i in range(count) if seen[i] and not seen[i - 1])
    length = sum(seen)
    return [outline[(first + i) % count] for i in range(length + 1)]


def hull(points: Sequence[Point]) -> list[Point]:
    """Wrap points in their convex hull (Andrew's monotone chain)."""
    ordered = sorted(set(points))
    return [*_chain(ordered)[:-1], *_chain(ordered[::-1])[:-1]]


def _chain(points: Sequence[Point]) -> list[Point]:
    chain: list[Point] = []
    for point in points:
        while len(chain) > 1 and _turn(chain[-2], chain[-1], point) <= 0:
            chain.pop()
        chain.append(point)
    return chain


def _turn(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
