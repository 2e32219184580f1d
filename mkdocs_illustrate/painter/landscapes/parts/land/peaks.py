"""Single mountains, with a lit face, a face in shade, facets of rock, and snow."""

# ruff: noqa: PLR0917  a thing is its place, size and tone, and they are read in order

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ....kit.canvas import Point
from ....kit.chance import Rng
from ....kit.colour import Colour
from ....kit.outlines import polygon
from ... import light
from ...stage import Stage

FORMS = {"peak": (0.86, 1.12), "horn": (0.6, 0.78), "dome": (1.15, 1.4), "cone": (0.78, 0.84)}
"""How a mountain falls: below 1 it is steep at its tip, above 1 it has shoulders."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Peak:
    """One mountain: its tip, the two ways down, and the edge between light and shade."""

    tip: Point
    left: tuple[Point, ...]
    right: tuple[Point, ...]
    edge: tuple[Point, ...]


def _way(rng: Rng, tip: Point, foot: Point, form: tuple[float, float]) -> tuple[Point, ...]:
    """Walk down from a tip with a shoulder or two."""
    points, bend = [tip], rng.between(*form)
    count = 7
    for i in range(1, count):
        t = i / count
        x = tip[0] + (foot[0] - tip[0]) * (t + rng.between(-0.035, 0.035))
        y = tip[1] + (foot[1] - tip[1]) * t ** (bend * rng.between(0.92, 1.08))
        points.append((x, max(y, points[-1][1] + 1)))
    return (*points, foot)


def peak(rng: Rng, tip: Point, base: float, reach: float, form: str = "peak") -> Peak:
    """Raise a mountain of a form."""
    wide = reach * rng.between(0.85, 1.15), reach * rng.between(0.85, 1.15)
    fall = FORMS[form]
    edge, sway = [tip], 0.0
    for i in range(1, 7):
        sway += rng.between(-0.02, 0.06) * reach * (1 if i % 2 else -0.6)
        edge.append((tip[0] + sway, tip[1] + (base - tip[1]) * i / 6))
    return Peak(
        tip=tip,
        edge=tuple(edge),
        left=_way(rng, tip, (tip[0] - wide[0], base), fall),
        right=_way(rng, tip, (tip[0] + wide[1], base), fall),
    )


def rock(
    stage: Stage,
    rng: Rng,
    mount: Peak,
    tone: Colour,
    snow: float,
    veil: float,
    *,
    facets: bool = True,
) -> None:
    """Draw a peak: a lit face, a face in shade, facets, and snow down to a zigzag."""
    canvas, flip = stage.canvas, stage.frame.flip
    lit, dim = (mount.right, mount.left) if flip else (mount.left, mount.right)
    shade = tone.lighter(-0.07).vivid(1.1)
    canvas.path(polygon([*lit, *reversed(mount.edge)]), tone.lighter(0.05))
    canvas.path(polygon([*dim, *reversed(mount.edge)]), shade)
    if facets:
        canvas.path(_facets(rng, mount, lit, 6, snow * 0.8, 0.8), tone.lighter(-0.02))
        canvas.path(_facets(rng, mount, dim, 5, snow * 0.8, 0.8), shade.lighter(-0.045))
    if not snow:
        return
    bright, dull = light.snow_lit(stage).mix(tone, veil), light.snow_dim(stage).mix(tone, veil)
    canvas.path(_cap(rng, mount, lit, snow), bright)
    canvas.path(_cap(rng, mount, dim, snow), dull)
    if not facets:
        return
    canvas.path(_facets(rng, mount, lit, 3, 0.06, snow * 0.62), bright.mix(dull, 0.55))
    canvas.path(_facets(rng, mount, dim, 2, 0.08, snow * 0.62), dull.mix(shade, 0.16))


def _facets(rng: Rng, mount: Peak, way: Sequence[Point], count: int, high: float, low: float) -> str:
    """Cut slivers that run down a face, fanned out from the tip as the slope is."""
    d, top, fall = "", mount.tip[1], way[-1][1] - mount.tip[1]
    for i in range(count):
        s = (i + rng.between(0.2, 0.9)) / count * 0.86
        t = rng.between(high, low)
        far = min(0.98, t + rng.between(0.12, 0.26))
        wide = rng.between(0.05, 0.12)
        d += polygon(
            [
                _inside(mount, way, s, top + fall * t),
                _inside(mount, way, s + wide, top + fall * far),
                _inside(mount, way, s + wide * 0.3, top + fall * (t * 0.3 + far * 0.7)),
                _inside(mount, way, max(0.0, s - wide * 0.5), top + fall * min(1.0, far + 0.02)),
            ]
        )
    return d


def _inside(mount: Peak, way: Sequence[Point], share: float, y: float) -> Point:
    """Give the point of a face at a height, between its edge (0) and its outline (1)."""
    inner, outer = _across(mount.edge, y), _across(way, y)
    return inner + (outer - inner) * share, y


def _across(line: Sequence[Point], y: float) -> float:
    for (x1, y1), (x2, y2) in pairwise(line):
        if y <= y2:
            return x1 + (x2 - x1) * (y - y1) / ((y2 - y1) or 1)
    return line[-1][0]


def _cap(rng: Rng, mount: Peak, way: tuple[Point, ...], share: float) -> str:
    """Cut a face at the snow line, with teeth and gullies."""
    fall = way[-1][1] - mount.tip[1]
    low = mount.tip[1] + fall * share
    outer, inner = _cut(way, low), _cut(mount.edge, low)
    teeth, depth = [], fall * share * 0.22
    count = 2 * max(2, min(5, round(abs(outer[-1][0] - inner[-1][0]) / (fall * 0.16 + 1))))
    for i in range(1, count):
        x = outer[-1][0] + (inner[-1][0] - outer[-1][0]) * (i + rng.between(-0.25, 0.25)) / count
        long = rng.between(0.35, 1.3) if i % 2 else rng.between(-0.8, -0.15)
        teeth.append((x, low + depth * long))
    return polygon([*outer, *teeth, *reversed(inner)])


def _cut(way: tuple[Point, ...], low: float) -> list[Point]:
    points: list[Point] = []
    for before, here in pairwise(way):
        points.append(before)
        if here[1] >= low:
            t = (low - before[1]) / ((here[1] - before[1]) or 1)
            return [*points, (before[0] + (here[0] - before[0]) * t, low)]
    return points
