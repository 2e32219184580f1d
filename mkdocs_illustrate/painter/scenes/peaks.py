"""Single mountains, with a lit face, a face in shade, and snow."""

# ruff: noqa: PLR0917  a thing is its place, size and tone, and they are read in order

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from .. import light
from ..canvas import Point
from ..colour import Colour
from ..rng import Rng
from ..shapes import polygon
from ..stage import Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class Peak:
    """One mountain: its tip, the two ways down, and the edge between light and shade."""

    tip: Point
    left: tuple[Point, ...]
    right: tuple[Point, ...]
    edge: tuple[Point, ...]


def _way(rng: Rng, tip: Point, foot: Point) -> tuple[Point, ...]:
    """Walk down from a tip with a shoulder or two."""
    points = [tip]
    count = 5
    for i in range(1, count):
        t = i / count
        x = tip[0] + (foot[0] - tip[0]) * (t + rng.between(-0.05, 0.05))
        y = tip[1] + (foot[1] - tip[1]) * (t ** rng.between(0.86, 1.12))
        points.append((x, y))
    return (*points, foot)


def peak(rng: Rng, tip: Point, base: float, reach: float) -> Peak:
    """Raise a mountain, its slopes steeper than it is wide."""
    wide = reach * rng.between(0.85, 1.15), reach * rng.between(0.85, 1.15)
    edge, sway = [tip], 0.0
    for i in range(1, 6):
        sway += rng.between(-0.03, 0.055) * reach * (1 if i % 2 else -0.5)
        edge.append((tip[0] + sway, tip[1] + (base - tip[1]) * i / 5))
    return Peak(
        tip=tip, edge=tuple(edge), left=_way(rng, tip, (tip[0] - wide[0], base)),
        right=_way(rng, tip, (tip[0] + wide[1], base)),
    )  # fmt: skip


def rock(stage: Stage, rng: Rng, mount: Peak, tone: Colour, snow: float, veil: float) -> None:
    """Draw a peak: a lit face, a face in shade, crags, and snow down to a zigzag."""
    canvas, flip = stage.canvas, stage.frame.flip
    lit, dim = (mount.right, mount.left) if flip else (mount.left, mount.right)
    canvas.path(polygon([*lit, *reversed(mount.edge)]), tone.lighter(0.05))
    canvas.path(polygon([*dim, *reversed(mount.edge)]), tone.lighter(-0.07).vivid(1.1))
    canvas.path(_crags(rng, mount), tone.lighter(-0.1), alpha=0.4)
    canvas.path(_cap(rng, mount, lit, snow), light.snow_lit(stage).mix(tone, veil))
    canvas.path(_cap(rng, mount, dim, snow), light.snow_dim(stage).mix(tone, veil))


def _cap(rng: Rng, mount: Peak, way: tuple[Point, ...], share: float) -> str:
    """Cut a face at the snow line, with teeth."""
    low = mount.tip[1] + (way[-1][1] - mount.tip[1]) * share
    outer, inner = _cut(way, low), _cut(mount.edge, low)
    teeth, count = [], 5
    depth = (low - mount.tip[1]) * 0.2
    for i in range(1, count):
        x = outer[-1][0] + (inner[-1][0] - outer[-1][0]) * i / count
        teeth.append(
            (x, low + depth * (rng.between(0.5, 1.1) if i % 2 else rng.between(-0.7, -0.2)))
        )
    return polygon([*outer, *teeth, *reversed(inner)])


def _cut(way: tuple[Point, ...], low: float) -> list[Point]:
    points: list[Point] = []
    for before, here in pairwise(way):
        points.append(before)
        if here[1] >= low:
            t = (low - before[1]) / ((here[1] - before[1]) or 1)
            return [*points, (before[0] + (here[0] - before[0]) * t, low)]
    return points


def _crags(rng: Rng, mount: Peak) -> str:
    d, height = "", mount.left[-1][1] - mount.tip[1]
    for _ in range(5):
        t = rng.between(0.45, 0.8)
        x = (
            mount.tip[0]
            + rng.between(-0.5, 0.5) * (mount.right[-1][0] - mount.left[-1][0]) * t * 0.8
        )
        y, size = mount.tip[1] + height * t, height * rng.between(0.08, 0.17)
        d += polygon([(x, y), (x + size * 0.3, y + size), (x - size * 0.25, y + size * 1.15)])
    return d
