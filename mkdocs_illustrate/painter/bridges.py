"""Paths between islands: slim bridges along the isometric axes, with cubes travelling on them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot

from .canvas import Point
from .iso import Iso
from .palette import Desk, Solid
from .placing import SIDE, middle
from .rng import Rng

_ACROSS, _DOWN = 0.8660254, 0.5
_NEAR = 0.76
"""Within this share of an island's half side a bend is left out: the path lands beside it."""
_WIDE, _THICK = 9.0, 3.6
_LAND = 7.0
"""How far the dots run onto an island, in the smaller island's steps."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bridge:
    """A path in plain ground steps (the hero's scale), from the hero's edge to the companion's."""

    ground: Iso
    """The hero's space moved so that its middle is (0, 0)."""
    spots: tuple[Point, ...]
    scale: float
    """The smaller island's scale over the hero's."""

    @property
    def depth(self) -> float:
        """Where it stands between the islands, back to front, on paper."""
        bend = self.spots[1] if len(self.spots) == 3 else _between(*self.spots, 0.5)
        return self.ground.at(*bend)[1]


def bridge(hero: Iso, other: Iso, rng: Rng) -> Bridge:
    """Lead a path from island to island, straight if they share an axis, else round a corner."""
    ground = hero.moved(SIDE / 2, SIDE / 2)
    (x0, y0), (x1, y1) = middle(hero), middle(other)
    dx, dy = (x1 - x0) / hero.scale, (y1 - y0) / hero.scale
    a, b = dx / _ACROSS / 2 + dy, dy - dx / _ACROSS / 2  # along x and along y
    k = other.scale / hero.scale
    half, small = SIDE / 2, SIDE / 2 * k
    if abs(a) < small * _NEAR:
        spots = ((a / 2, _sign(b) * half), (a / 2, b - _sign(b) * small))
    elif abs(b) < small * _NEAR:
        spots = ((_sign(a) * half, b / 2), (a - _sign(a) * small, b / 2))
    else:
        spots = _round_corner(a, b, half, small, rng)
    return Bridge(ground=ground, spots=spots, scale=k)


def _round_corner(a: float, b: float, half: float, small: float, rng: Rng) -> tuple[Point, ...]:
    one = ((_sign(a) * half, 0.0), (a, 0.0), (a, b - _sign(b) * small))
    two = ((0.0, _sign(b) * half), (0.0, b), (a - _sign(a) * small, b))
    reach = abs(a) * _ACROSS, abs(b) * _ACROSS  # of either bend, to the side
    if abs(reach[0] - reach[1]) < 8:
        return rng.pick((one, two))
    return one if reach[0] < reach[1] else two


def draw_bridge(way: Bridge, colours: Desk, rng: Rng, *, paint: Solid) -> None:
    """Draw the bed, its dots, and cubes on their way."""
    _bed(way, colours)
    dots = [way.ground.at(*spot, 0.2) for spot in way.spots]
    s = way.ground.scale * way.scale
    way.ground.canvas.line(dots, paint.left, 2.2 * s, dash=f"0 {5.4 * s:.1f}")
    _travellers(way, colours, rng)


def _bed(way: Bridge, colours: Desk) -> None:
    """Lay one slab a leg, the far one first."""
    half = _WIDE * way.scale / 2
    tones = Solid(colours.plate.top, colours.tile.left, colours.tile.right)
    legs = list(zip(way.spots, way.spots[1:], strict=False))
    legs.sort(key=lambda leg: sum(leg[0]) + sum(leg[1]))
    for start, end in legs:
        grow = half if way.spots[1] in (start, end) and len(way.spots) == 3 else 0.0
        x, y, width, depth = _footprint(start, end, half, way.spots[1], grow)
        way.ground.box(x, y, -_THICK * way.scale, (width, depth, _THICK * way.scale), tones)


def _footprint(
    start: Point, end: Point, half: float, bend: Point, grow: float
) -> tuple[float, float, float, float]:
    """Give a leg's place and size on the ground, grown past the bend to fill its corner."""
    along_x = abs(end[0] - start[0]) > abs(end[1] - start[1])
    main = 0 if along_x else 1
    low, high = sorted((start[main], end[main]))
    if grow and bend[main] == low:
        low -= grow
    elif grow:
        high += grow
    beside = start[1 - main] - half
    if along_x:
        return low, beside, high - low, half * 2
    return beside, low, half * 2, high - low


def _travellers(way: Bridge, colours: Desk, rng: Rng) -> None:
    """Set cubes on the path, the far ones first, in one colour with a stray among them."""
    size = 7.4 * way.scale
    length = sum(hypot(b[0] - a[0], b[1] - a[1]) for a, b in _legs(way))
    most = max(1, int(length / (size * 1.9)))
    count = min(most, rng.whole(2, 4))
    start = rng.between(0.5 * size, max(0.5 * size, length - count * size * 1.6))
    family = rng.pick((colours.accent, colours.secondary, colours.good, colours.primary))
    stray = rng.pick((colours.warn, colours.good, colours.secondary))
    spots = [_along(way, start + i * size * 1.6) for i in range(count)]
    tones = [stray if count > 2 and i == count - 1 else family for i in range(count)]
    for (x, y), tone in sorted(zip(spots, tones, strict=True), key=lambda item: sum(item[0])):
        way.ground.box(x - size / 2, y - size / 2, 0, (size, size, size), tone)


def _legs(way: Bridge) -> Sequence[tuple[Point, Point]]:
    return list(zip(way.spots, way.spots[1:], strict=False))


def _along(way: Bridge, distance: float) -> Point:
    for a, b in _legs(way):
        length = hypot(b[0] - a[0], b[1] - a[1])
        if distance <= length:
            return _between(a, b, distance / length)
        distance -= length
    return way.spots[-1]


def _between(a: Point, b: Point, share: float) -> Point:
    return a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share


def _sign(value: float) -> float:
    return 1.0 if value > 0 else -1.0
