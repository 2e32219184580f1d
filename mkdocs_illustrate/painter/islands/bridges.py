"""Paths between islands: slim bridges along the isometric axes, with cubes travelling on them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot

from ..kit.canvas import Point
from ..kit.chance import Rng
from .island_colours import IslandColours, Solid
from .isometric import Iso
from .layout import PLATE, SIDE, middle

_ACROSS, _DOWN = 0.8660254, 0.5
_NEAR = 0.76
"""Within this share of an island's half side a bend is left out: the path lands beside it."""
_WIDE, _THICK = 9.0, 3.6
_LEAST = 0.5
"""The slimmest path, over the hero's scale."""
_ASIDE, _ALIKE = 20.0, 8.0
"""A bend that reaches so much further than both islands takes two corners; two that differ by less are alike."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bridge:
    """A path in plain ground steps (the hero's scale), from the hero's edge to the companion's."""

    ground: Iso
    """The hero's space moved so that its middle is (0, 0)."""
    spots: tuple[Point, ...]
    scale: float
    """The smaller island's scale over the hero's."""
    flat: bool = False
    """Whether it is painted on one plate, and does not span a gap."""

    @property
    def depth(self) -> float:
        """Where it stands between the islands, back to front, on paper."""
        if len(self.spots) == 3:
            return self.ground.at(*self.spots[1])[1]
        return self.ground.at(*_between(self.spots[0], self.spots[-1], 0.5))[1]


def bridge(hero: Iso, other: Iso, rng: Rng, *, side: float = PLATE, flat: bool = False) -> Bridge:
    """Lead a path from island to island, straight if they share an axis, else round a corner."""
    half = side / 2
    ground = hero.moved(SIDE / 2, SIDE / 2)
    (x0, y0), (x1, y1) = middle(hero), middle(other)
    dx, dy = (x1 - x0) / hero.scale, (y1 - y0) / hero.scale
    a, b = dx / _ACROSS / 2 + dy, dy - dx / _ACROSS / 2  # along x and along y
    k = other.scale / hero.scale
    spots = _beside(a, b, half, half * k)
    # The same along the other axis: x and y change places.
    spots = spots or tuple((y, x) for x, y in _beside(b, a, half, half * k))
    spots = spots or _bent((dx, a, b), half, half * k, rng)
    return Bridge(ground=ground, spots=spots, scale=max(k, _LEAST), flat=flat)


def _beside(a: float, b: float, half: float, small: float) -> tuple[Point, ...]:
    """Run straight along y, if some line along y crosses both islands."""
    x = min(max(a / 2, a - small * _NEAR), a + small * _NEAR)
    if abs(x) > half * _NEAR:
        return ()
    return (x, _sign(b) * half), (x, b - _sign(b) * small)


def _bent(way: tuple[float, float, float], half: float, small: float, rng: Rng) -> tuple[Point, ...]:
    """Turn one corner, or two where one would stick out to the side of both islands."""
    dx, a, b = way
    one = ((_sign(a) * half, 0.0), (a, 0.0), (a, b - _sign(b) * small))
    two = ((0.0, _sign(b) * half), (0.0, b), (a - _sign(a) * small, b))
    reach = abs(a) * _ACROSS, abs(b) * _ACROSS  # of either bend, to the side
    if min(reach) > abs(dx) + _ASIDE:
        swap = abs(a) > abs(b)
        long, short = (a, b) if swap else (b, a)
        turn = _sign(long) * (half + 0.4 * (abs(long) - half - small))
        spots = (
            (0.0, _sign(long) * half),
            (0.0, turn),
            (short, turn),
            (short, long - _sign(long) * small),
        )
        return tuple((y, x) for x, y in spots) if swap else spots
    if abs(reach[0] - reach[1]) < _ALIKE:
        return rng.pick((one, two))
    return one if reach[0] < reach[1] else two


def draw_bridge(way: Bridge, colours: IslandColours, rng: Rng, *, paint: Solid) -> None:
    """Draw the bed, its dots, and cubes on their way."""
    if way.flat:
        _lane(way, colours)
    else:
        _bed(way, colours)
    dots = [way.ground.at(*spot, 0.2) for spot in way.spots]
    s = way.ground.scale * way.scale
    way.ground.canvas.line(dots, paint.left, 2.2 * s, dash=f"0 {5.4 * s:.1f}")
    _travellers(way, colours, rng)


def _lane(way: Bridge, colours: IslandColours) -> None:
    """Paint the bed of a path on the plate."""
    points = [way.ground.at(*spot) for spot in way.spots]
    s = way.ground.scale * way.scale
    paint = colours.plate.top.mix(colours.plate.left, 0.4)
    way.ground.canvas.line(points, paint, _WIDE * s * 1.05, cap="butt", join="miter")


def _bed(way: Bridge, colours: IslandColours) -> None:
    """Lay one slab a leg, the far one first."""
    half = _WIDE * way.scale / 2
    tones = Solid(colours.plate.top, colours.tile.left, colours.tile.right)
    legs = list(zip(way.spots, way.spots[1:], strict=False))
    legs.sort(key=lambda leg: sum(leg[0]) + sum(leg[1]))
    for start, end in legs:
        x, y, width, depth = _footprint(start, end, half, way.spots[1:-1])
        way.ground.box(x, y, -_THICK * way.scale, (width, depth, _THICK * way.scale), tones)


def _footprint(start: Point, end: Point, half: float, bends: Sequence[Point]) -> tuple[float, float, float, float]:
    """Give a leg's place and size on the ground, grown past its bends to fill their corners."""
    along_x = abs(end[0] - start[0]) > abs(end[1] - start[1])
    main = 0 if along_x else 1
    low, high = sorted((start, end), key=lambda spot: spot[main])
    first = low[main] - (half if low in bends else 0.0)
    last = high[main] + (half if high in bends else 0.0)
    beside = start[1 - main] - half
    if along_x:
        return first, beside, last - first, half * 2
    return beside, first, half * 2, last - first


def _travellers(way: Bridge, colours: IslandColours, rng: Rng) -> None:
    """Set cubes on the path, the far ones first, in one colour with a stray among them."""
    size = 7.4 * way.scale
    length = sum(hypot(b[0] - a[0], b[1] - a[1]) for a, b in _legs(way))
    most = max(1, int(length / (size * 1.9)))
    count = min(most, rng.whole(2, 5))
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
