"""Small plain things on an island's rim: rows of blocks, trays, bars, lamps, cables.

They say nothing, so they fit every subject; none is large enough to be one.
"""

# ruff: noqa: PLR0917  a shape is its coordinates, and they are read in order

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ..kit.canvas import Point
from ..kit.chance import Rng
from .island_colours import IslandColours, Solid
from .isometric import Iso
from .layout import SIDE

LONG, BROAD = 31.0, 11.0
"""A place on the rim, along it and across."""
_OUT, _IN = 54.5, 43.6
_CLEAR = 7.0
"""What a path's landing needs on either side."""


@dataclass(frozen=True, slots=True)
class _Strip:
    """One place on the rim: u runs along it, v across."""

    iso: Iso
    along_x: bool

    def box(self, u: float, v: float, z: float, size: tuple[float, float, float], tones: Solid, r: float = 0) -> None:
        long, broad, high = size
        if self.along_x:
            self.iso.box(u, v, z, (long, broad, high), tones, r=r)
        else:
            self.iso.box(v, u, z, (broad, long, high), tones, r=r)

    def spot(self, u: float, v: float) -> Point:
        return (u, v) if self.along_x else (v, u)


@dataclass(frozen=True, slots=True)
class _Slot:
    """Where a strip begins, from the island's middle, and the edge that it lies on."""

    x: float
    y: float
    along_x: bool
    edge: Point


_SLOTS = (
    _Slot(-53, _IN, True, (0, 1)),
    _Slot(5, _IN, True, (0, 1)),
    _Slot(_IN, -53, False, (1, 0)),
    _Slot(_IN, 5, False, (1, 0)),
    _Slot(-_OUT, 6, False, (-1, 0)),
    _Slot(6, -_OUT, True, (0, -1)),
)
_BACK = 4
"""From here on slots lie behind what stands on the island."""


@dataclass(frozen=True, slots=True)
class RimBlocks:
    """What stands on one rim, chosen: behind the prop and before it."""

    behind: tuple[Callable[[], None], ...]
    before: tuple[Callable[[], None], ...]


def blocks_on_rim(iso: Iso, colours: IslandColours, rng: Rng, landings: Sequence[Point], *, most: int) -> RimBlocks:
    """Choose what stands where, off the landings of paths (from the island's middle)."""
    free = [i for i, slot in enumerate(_SLOTS) if not any(_meets(slot, spot) for spot in landings)]
    middle = iso.moved(SIDE / 2, SIDE / 2)
    behind: list[Callable[[], None]] = []
    before: list[Callable[[], None]] = []
    kinds = rng.shuffled(_KINDS)
    for number, i in enumerate(sorted(rng.shuffled(free)[:most], key=_depth)):
        slot = _SLOTS[i]
        strip = _Strip(middle.moved(slot.x, slot.y), slot.along_x)
        own, draw = Rng(f"{rng.bits()}"), kinds[number % len(kinds)]

        def put(strip: _Strip = strip, own: Rng = own, draw: _Kind = draw) -> None:
            draw(strip, colours, own)

        (behind if i >= _BACK else before).append(put)
    return RimBlocks(tuple(behind), tuple(before))


def tray(iso: Iso, colours: IslandColours, rng: Rng, x: float, y: float, side: float) -> None:
    """Lay a square tray with a grid of flat coloured blocks on it (in the iso's own steps)."""
    iso.box(x, y, 0, (side, side, 2), colours.plate, r=5)
    family = rng.pick((colours.secondary, colours.primary))
    count = 3
    step = (side - 8) / count
    for row in range(count):
        for column in range(count):
            tones = rng.weighted(((family, 3.0), (colours.plate, 2.2), (colours.accent, 0.8), (colours.good, 0.7)))
            high = rng.pick((2.0, 2.0, 4.5, 8.0))
            place = (x + 4.8 + column * step, y + 4.8 + row * step)
            iso.box(*place, 2, (step - 1.6, step - 1.6, high), tones)


def strips(iso: Iso, colours: IslandColours, rng: Rng, places: Sequence[tuple[float, float, bool]]) -> None:
    """Set strips where a large plate has room: x, y, and whether they run along x."""
    kinds = rng.shuffled(_KINDS)
    for i, (x, y, along_x) in enumerate(places):
        strip = _Strip(iso.moved(x, y), along_x)
        kinds[i % len(kinds)](strip, colours, Rng(f"{rng.bits()}"))


def _meets(slot: _Slot, spot: Point) -> bool:
    """Tell whether a path lands on this slot's edge and place."""
    x, y = spot
    edge = (_sign(x), 0) if abs(x) > abs(y) else (0, _sign(y))
    if edge != slot.edge:
        return False
    start, at = (slot.x, x) if slot.along_x else (slot.y, y)
    return start - _CLEAR < at < start + LONG + _CLEAR


def _depth(i: int) -> float:
    return _SLOTS[i].x + _SLOTS[i].y


def _cubes(strip: _Strip, colours: IslandColours, rng: Rng) -> None:
    """Set a row of cubes, one in another colour."""
    family = rng.pick((colours.secondary, colours.primary, colours.good))
    count, size, stray = rng.whole(3, 4), 6.4, rng.whole(0, 3)
    for i in range(count):
        tones = colours.accent if i == stray else family
        strip.box(i * (size + 1.4), 2, 0, (size, size, size), tones)


def _heap(strip: _Strip, colours: IslandColours, rng: Rng) -> None:
    """Pile three cubes up, beside a flat one."""
    one, two = rng.pick(((colours.primary, colours.accent), (colours.secondary, colours.good)))
    strip.box(0, 1.5, 0, (8, 8, 8), one)
    strip.box(8.6, 1.5, 0, (8, 8, 8), two)
    strip.box(4.2, 1.5, 8, (8, 8, 8), colours.warn if rng.chance(0.4) else colours.secondary)
    strip.box(19.5, 2.5, 0, (9, 7, 2.4), colours.plate, r=2)


def _bars(strip: _Strip, colours: IslandColours, rng: Rng) -> None:
    """Let four bars grow."""
    high = [4.0, 7.0, 10.0, 14.0]
    if rng.chance(0.5):
        high.reverse()
    for i, h in enumerate(high):
        tones = colours.accent if h > 12 else colours.secondary
        strip.box(1 + i * 7, 3, 0, (5, 5.5, h), tones)


def _tiles(strip: _Strip, colours: IslandColours, rng: Rng) -> None:
    """Lay a tray with three flat tiles on it."""
    strip.box(-0.5, 0, 0, (LONG, BROAD, 1.8), colours.plate, r=3)
    family = rng.pick((colours.secondary, colours.primary))
    stray = rng.whole(0, 2)
    for i in range(3):
        tones = colours.warn if i == stray else family
        strip.box(1.4 + 9.7 * i, 2, 1.8, (8, 7, 3.2), tones)


def _pegs(strip: _Strip, colours: IslandColours, rng: Rng) -> None:
    """Stand up three round pegs."""
    for i, tones in enumerate(rng.shuffled((colours.accent, colours.good, colours.secondary))):
        x, y = strip.spot(5 + 9.6 * i, 5.5)
        strip.iso.cylinder(x, y, 0, 3.5, rng.pick((3.0, 5.5, 8.0)), tones)


def _lamps(strip: _Strip, colours: IslandColours, rng: Rng) -> None:
    """Light a strip of small lamps."""
    strip.box(0, 2, 0, (LONG - 2, 7.5, 2.6), colours.primary, r=3)
    for i in range(5):
        x, y = strip.spot(4 + 5.3 * i, 5.75)
        paint = rng.pick((colours.good.top, colours.good.top, colours.warn.left, colours.paper))
        strip.iso.disc(x, y, 2.7, 1.5, paint)


def _cable(strip: _Strip, colours: IslandColours, rng: Rng) -> None:
    """Lay a cable in loops, its plug at the end."""
    wave = [(0, -3), (2, 5), (9, 9), (13, 3), (19, 2), (22, 7)]
    points = [strip.iso.at(*strip.spot(u, v), 0.6) for u, v in wave]
    s = strip.iso.scale
    paint = rng.pick((colours.accent, colours.primary))
    d = _smooth(points)
    strip.iso.canvas.path(d, "none", stroke=colours.shade, width=2.6 * s, line_alpha=0.25)
    strip.iso.canvas.path(d, "none", stroke=paint.left, width=1.7 * s)
    strip.box(21, 4, 0, (7.5, 5.5, 4), paint)


def _smooth(points: Sequence[Point]) -> str:
    """Draw a soft line through points: each one pulls, the middles between them are met."""
    d = f"M{points[0][0]:.1f} {points[0][1]:.1f}"
    for one, two in pairwise(points[1:]):
        middle = ((one[0] + two[0]) / 2, (one[1] + two[1]) / 2)
        d += f"Q{one[0]:.1f} {one[1]:.1f} {middle[0]:.1f} {middle[1]:.1f}"
    return d + f"L{points[-1][0]:.1f} {points[-1][1]:.1f}"


def _sign(value: float) -> int:
    return 1 if value > 0 else -1


_Kind = Callable[[_Strip, IslandColours, Rng], None]
_KINDS: tuple[_Kind, ...] = (_cubes, _heap, _bars, _tiles, _pegs, _lamps, _cable)
