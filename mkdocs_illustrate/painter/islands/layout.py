"""Where islands stand: layouts for every shape of frame, fitted so that nothing is cut.

Places are in steps of the hero's space on paper, from the hero's middle: right and down.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ..kit.canvas import Canvas, Point
from ..kit.chance import Rng
from ..kit.frame import Frame
from .isometric import Iso

SIDE = 100.0
"""The side of a prop's space, in steps of its own iso space."""
PLATE = 120.0
"""The side of an island: a prop's space and a rim around it."""
GROWN = 1.12
"""How much larger than its space a thing is drawn: it fills its island, and leaves the rim."""
_ACROSS = 0.8660254
_HALF, _FRONT = PLATE * _ACROSS + 2, PLATE / 2 + 17.0
"""Half an island's width, and how far its shadow reaches below its middle."""
_ROOM = (0.86, 0.855)
"""Shares of the frame that the islands fill; the subject stays inside the middle 80 %."""


class _Layout(NamedTuple):
    one: Point
    other: Point
    size: float
    """Of a companion beside the hero."""


class _Shared(NamedTuple):
    one: Point
    other: Point
    plate: tuple[float, float, float, float]
    """Back corner and size in the hero's own space, as are both companions' middles."""


_LAYOUTS: dict[str, tuple[_Layout, ...]] = {
    # Companions stand on the island's own axes where they can, so
    # that paths run straight.
    "strip": (
        _Layout((-205, 0), (205, 0), 0.82),
        _Layout((-196, 16), (196, -16), 0.82),
        _Layout((-196, -16), (196, 16), 0.82),
        _Layout((-188, 22), (188, 22), 0.82),
    ),
    "wide": (
        _Layout((-140, 32), (140, 32), 0.72),
        _Layout((-134, -38), (134, -38), 0.7),
        _Layout((-138, 34), (138, -34), 0.72),
        _Layout((-138, -34), (138, 34), 0.72),
        _Layout((-150, 30), (178, 10), 0.72),
    ),
    "normal": (
        _Layout((-104, 60), (104, -60), 0.72),
        _Layout((-104, -60), (104, 60), 0.72),
        _Layout((-108, 58), (108, 58), 0.74),
        _Layout((-106, -58), (106, -58), 0.72),
        _Layout((-118, 44), (104, 60), 0.72),
        _Layout((-118, -44), (102, -60), 0.7),
    ),
    "square": (
        _Layout((-70, 82), (70, -82), 0.74),
        _Layout((-70, -82), (70, 82), 0.74),
        _Layout((-82, 74), (82, 74), 0.74),
        _Layout((-84, -72), (84, -72), 0.74),
        _Layout((-62, 88), (104, 60), 0.7),
    ),
    "tall": (
        _Layout((36, -164), (-36, 144), 0.86),
        _Layout((-36, -164), (36, 144), 0.86),
        _Layout((38, -164), (38, 144), 0.86),
    ),
}
_SHARED: dict[str, float] = {"wide": 0.12, "normal": 0.34, "square": 0.4}
"""How often all stand on one plate."""
_ONE = 0.68
"""A companion's size on the hero's plate."""
_PLATES = (
    _Shared((138, 50), (50, 138), (-14, -14, 192, 192)),
    _Shared((148, 9), (148, 83), (-14, -28, 202, 150)),
    _Shared((9, 148), (83, 148), (-28, -14, 150, 202)),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Islands of one picture: the hero, and its companions."""

    places: tuple[Iso, ...]
    plate: tuple[float, float, float, float] | None = None
    """One plate for all: back corner and size in the hero's space."""


def shape_of(frame: Frame) -> str:
    """Name the frame's shape."""
    if frame.tall:
        return "tall"
    limits = ((1.2, "square"), (1.7, "normal"), (2.3, "wide"))
    return next((name for limit, name in limits if frame.ratio < limit), "strip")


def plan(canvas: Canvas, frame: Frame, heights: Sequence[float], rng: Rng) -> Plan:
    """Choose a layout and fit it into the frame: the hero first."""
    shape = shape_of(frame)
    shared = rng.chance(_SHARED.get(shape, 0.0))
    if shared and len(heights) == 3:
        return _together(canvas, frame, heights, rng)
    return _apart(canvas, frame, heights, rng)


def _apart(canvas: Canvas, frame: Frame, heights: Sequence[float], rng: Rng) -> Plan:
    """Give each thing an island of its own."""
    shape = shape_of(frame)
    pair, size = _pair(shape, rng, flip=frame.flip)
    spots = [(0.0, 0.0, 1.0), *((x, y, size) for x, y in pair[: len(heights) - 1])]
    isos = _fitted(
        canvas,
        frame,
        spots,
        [
            (x - _HALF * k, x + _HALF * k, y - max(tall * GROWN, PLATE / 2) * k - (5 if i == 0 else 0), y + _FRONT * k)
            for i, ((x, y, k), tall) in enumerate(zip(spots, heights, strict=True))
        ],
    )
    return Plan(places=isos)


def _together(canvas: Canvas, frame: Frame, heights: Sequence[float], rng: Rng) -> Plan:
    """Stand all three on one plate."""
    kind = rng.pick(_PLATES)
    spots = [(0.0, 0.0, 1.0)]
    spots += [((x - y) * _ACROSS, (x + y - SIDE) / 2, _ONE) for x, y in (kind.one, kind.other)]
    x, y, width, depth = kind.plate
    edges = ((x - y - depth) * _ACROSS, (x + width - y) * _ACROSS)
    back, front = (x + y - SIDE) / 2, (x + y + width + depth - SIDE) / 2 + 30
    boxes = [(*edges, back, front)] + [
        (px - 60 * k, px + 60 * k, py - tall * GROWN * k - 5, py)
        for (px, py, k), tall in zip(spots, heights, strict=True)
    ]
    return Plan(places=_fitted(canvas, frame, spots, boxes), plate=kind.plate)


def _fitted(
    canvas: Canvas,
    frame: Frame,
    spots: Sequence[tuple[float, float, float]],
    boxes: Sequence[tuple[float, float, float, float]],
) -> tuple[Iso, ...]:
    """Scale and centre spots so that their boxes (left, right, top, low) fill the frame."""
    left, right = _span((box[0], box[1]) for box in boxes)
    top, low = _span((box[2], box[3]) for box in boxes)
    step = min(_ROOM[0] * frame.width / (right - left), _ROOM[1] * frame.height / (low - top))
    x0 = frame.width / 2 - step * (left + right) / 2
    y0 = frame.height / 2 - step * (top + low) / 2
    return tuple(centred(canvas, x0 + x * step, y0 + y * step, step * k) for x, y, k in spots)


def centred(canvas: Canvas, x: float, y: float, scale: float) -> Iso:
    """Make a space whose (50, 50, 0) lands at this point."""
    return Iso(canvas, x, y - SIDE / 2 * scale, scale)


def middle(iso: Iso) -> Point:
    """Give the point where the middle of an island's top lands."""
    return iso.at(SIDE / 2, SIDE / 2)


def _pair(shape: str, rng: Rng, *, flip: bool) -> tuple[list[Point], float]:
    layout = rng.pick(_LAYOUTS[shape])
    way = -1 if flip else 1
    return [(way * x, y) for x, y in (layout.one, layout.other)], layout.size


def _span(pairs: Iterable[tuple[float, float]]) -> tuple[float, float]:
    ends = list(pairs)
    return min(low for low, _ in ends), max(high for _, high in ends)
