"""Where islands stand: layouts for every shape of frame, fitted so that nothing is cut.

Places are in steps of the hero's space on paper, from the hero's middle: right and down.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .canvas import Canvas, Point
from .frame import Frame
from .iso import Iso
from .rng import Rng

SIDE = 100.0
"""An island's side in steps of its own iso space."""
_SMALLER = {"strip": 0.8, "tall": 0.8}
_USUAL = 1 / 1.45
"""A companion's size beside the hero; where there is room, it is larger."""
TINY = 0.36
"""A satellite: an accent, never a subject."""
MOON_HEIGHT = 100.0
_HALF, _FRONT = 88.0, 74.0
"""Half an island's width, and how far its shadow reaches below its middle."""
_ROOM = (0.84, 0.82)
"""Shares of the frame that the islands fill; the subject stays inside the middle 80 %."""
_MOST = {"strip": 2.45, "wide": 3.0, "normal": 3.1, "square": 3.0, "tall": 2.9}
_LAYOUTS: dict[str, tuple[tuple[Point, ...], ...]] = {
    # Companions stand on the island's own axes where they can, so that paths run straight.
    "strip": (
        ((-205, 0), (205, 0)), ((-200, 14), (200, -14)), ((-200, -14), (200, 14)),
        ((-196, 18), (196, 18)),
    ),
    "wide": (
        ((-155, 0), (155, 0)), ((-148, 36), (148, 36)), ((-148, -36), (148, -36)),
        ((-148, 37), (148, -37)), ((-148, -37), (148, 37)), ((-152, 10), (152, -10)),
    ),
    "normal": (
        ((-118, 51), (118, -51)), ((-118, -51), (118, 51)), ((-118, 52), (118, 52)),
        ((-118, -52), (118, -52)),
    ),
    "square": (
        ((-84, 86), (84, -86)), ((-84, -86), (84, 86)), ((-87, 80), (87, 80)),
        ((-88, -80), (88, -80)),
    ),
    "tall": (
        ((40, -172), (-40, 142)), ((-40, -172), (40, 142)), ((42, -172), (42, 142)),
    ),
}  # fmt: skip
_MOONS: dict[str, tuple[tuple[Point, ...], ...]] = {
    "strip": (((-190, 18), (190, -16)), ((-190, -16), (190, 18))),
    "wide": (((-135, 22), (132, -34), (118, 54)), ((-126, -36), (135, 20), (-116, 58))),
    "normal": (((-116, 48), (116, -54), (-100, -74)), ((-116, -54), (116, 46), (100, -80))),
    "square": (((-92, 74), (92, -84)), ((-92, -84), (92, 72))),
    "tall": (((-46, 130), (44, -172)), ((46, 130), (-44, -172)), ((-46, -172), (-44, 130))),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Islands of one picture: the hero, its companions, and satellites where these are few."""

    places: tuple[Iso, ...]
    moons: tuple[Iso, ...] = ()


def shape_of(frame: Frame) -> str:
    """Name the frame's shape."""
    if frame.tall:
        return "tall"
    limits = ((1.2, "square"), (1.7, "normal"), (2.3, "wide"))
    return next((name for limit, name in limits if frame.ratio < limit), "strip")


def plan(canvas: Canvas, frame: Frame, heights: Sequence[float], rng: Rng) -> Plan:
    """Choose a layout and fit it into the frame: the hero first."""
    shape = shape_of(frame)
    pair = _pair(shape, rng, flip=frame.flip)
    offsets = pair[: len(heights) - 1]
    moons = {1: rng.pick(_MOONS[shape]), 2: pair[1:]}.get(len(heights), ())
    smaller = _SMALLER.get(shape, _USUAL)
    spots = [(0.0, 0.0, 1.0), *((x, y, smaller) for x, y in offsets)]
    spots += [(x, y, TINY) for x, y in moons]
    tops = [*heights, *(MOON_HEIGHT for _ in moons)]
    left, right = _span((x - _HALF * k, x + _HALF * k) for x, y, k in spots)
    top, low = _span(
        (y - tall * k - (8 if i == 0 else 0), y + _FRONT * k)
        for i, ((_, y, k), tall) in enumerate(zip(spots, tops, strict=True))
    )
    step = min(
        _ROOM[0] * frame.width / (right - left), _ROOM[1] * frame.height / (low - top),
        _MOST[shape],
    )  # fmt: skip
    x0 = frame.width / 2 - step * (left + right) / 2
    y0 = frame.height / 2 - step * (top + low) / 2
    isos = [centred(canvas, x0 + x * step, y0 + y * step, step * k) for x, y, k in spots]
    return Plan(places=tuple(isos[: len(heights)]), moons=tuple(isos[len(heights) :]))


def centred(canvas: Canvas, x: float, y: float, scale: float) -> Iso:
    """Make a space whose (50, 50, 0) lands at this point."""
    return Iso(canvas, x, y - SIDE / 2 * scale, scale)


def middle(iso: Iso) -> Point:
    """Give the point where the middle of an island's top lands."""
    return iso.at(SIDE / 2, SIDE / 2)


def _pair(shape: str, rng: Rng, *, flip: bool) -> list[Point]:
    layout = rng.pick(_LAYOUTS[shape])
    return [(-x, y) for x, y in layout] if flip else list(layout)


def _span(pairs: Iterable[tuple[float, float]]) -> tuple[float, float]:
    ends = list(pairs)
    return min(low for low, _ in ends), max(high for _, high in ends)
