"""Mountain ranges far to near: pale ones, the massif, wooded slopes before them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ....kit.canvas import Point
from ....kit.chance import Rng
from ....kit.colour import Colour, lch
from ....kit.outlines import hills
from ... import backdrop, light
from ...stage import Stage
from ..buildings import houses
from ..plants import flora
from . import peaks

Summit = tuple[float, float, str]
"""Where beside the middle of the massif (share of the width), how tall (share), and its form."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Massif:
    """A shape of the highest mountain and its company, the front ones last."""

    summits: tuple[Summit, ...]
    reach: float = 1.0
    """How wide its mountains are for their height."""
    snow: tuple[float, float] = (0.42, 0.54)
    middle: tuple[float, float] = (0.58, 0.72)


MASSIFS = {
    "peak": Massif(summits=((-0.19, 0.6, "peak"), (0.2, 0.55, "peak"), (0, 1.0, "peak"))),
    "horn": Massif(
        summits=((-0.2, 0.46, "peak"), (0.19, 0.52, "dome"), (0.0, 1.0, "horn"), (0.1, 0.36, "dome")),
        reach=0.86,
        snow=(0.36, 0.5),
        middle=(0.54, 0.72),
    ),
    "twins": Massif(
        summits=((-0.26, 0.5, "peak"), (0.11, 0.8, "peak"), (-0.07, 0.98, "peak"), (0.24, 0.4, "dome")),
        reach=0.85,
        middle=(0.5, 0.68),
    ),
    "massif": Massif(
        summits=(
            (-0.3, 0.52, "dome"),
            (-0.16, 0.74, "dome"),
            (0.14, 0.7, "dome"),
            (0.3, 0.5, "dome"),
            (-0.01, 0.86, "dome"),
        ),
        reach=1.05,
        snow=(0.5, 0.62),
        middle=(0.5, 0.64),
    ),
    "range": Massif(
        summits=(
            (-0.56, 0.52, "peak"),
            (-0.37, 0.66, "horn"),
            (0.36, 0.6, "peak"),
            (-0.18, 0.58, "peak"),
            (0.17, 0.78, "horn"),
            (0.0, 0.7, "peak"),
        ),
        reach=0.8,
        snow=(0.34, 0.5),
        middle=(0.54, 0.66),
    ),
    "cone": Massif(
        summits=((0.0, 0.98, "cone"), (-0.24, 0.3, "dome"), (0.25, 0.26, "dome")),
        reach=1.25,
        snow=(0.3, 0.38),
        middle=(0.48, 0.66),
    ),
}
_MOST = 140
"""A strip is planted no denser than a picture of so many units' width needs."""
_BARE = 0.42
"""A summit lower than this share of the highest carries no snow."""
_FORMS = (("peak", 1.3), ("horn", 1.2), ("twins", 1.2), ("massif", 1.0), ("range", 1.1), ("cone", 0.6))


def draw(stage: Stage, base: float, *, mirrored: bool = False) -> None:
    """Draw a pale range far away, a middle one, and the massif; in a mirror without its facets."""
    frame, palette, rng = stage.frame, stage.palette, stage.rng("peaks")
    high = min(base * 0.84, frame.width * 0.66)
    massif = MASSIFS[rng.weighted(_FORMS)]
    main = rng.between(*massif.middle)
    if not mirrored:
        _far(stage, rng, base, high)
    for i, share in enumerate((main - 0.52, main - 0.26, main + 0.17, main + 0.4)):
        mine = stage.rng(f"companion {i}")
        tall = high * mine.between(0.42, 0.66)
        tip = (frame.x(share + mine.between(-0.05, 0.05)), base - tall)
        mount = peaks.peak(mine, tip, base, tall * 1.05)
        peaks.rock(stage, mine, mount, _stone(stage, 0.32), mine.between(0.34, 0.46), 0.15, facets=not mirrored)
    backdrop.haze(stage, base - high * 0.45, base, palette.horizon, 0.45)
    for i in range(len(massif.summits)):
        _summit(stage, massif, i, (main, base, high), facets=not mirrored)
    backdrop.haze(stage, base - high * 0.42, base + 2, palette.horizon.mix(palette.depth(0.2), 0.3), 0.6)


def _summit(stage: Stage, massif: Massif, i: int, place: tuple[float, float, float], *, facets: bool) -> None:
    """Draw one summit of the massif from a stream of its own, so that its mirror is the same."""
    (main, base, high), (beside, size, form) = place, massif.summits[i]
    frame, rng = stage.frame, stage.rng(f"summit {i}")
    tall = high * size * rng.between(0.92, 1.0)
    tip = (frame.x(main + beside * min(1.0, high * 1.6 / frame.width)), base - tall)
    mount = peaks.peak(rng, tip, base + 2, tall * massif.reach * rng.between(0.9, 1.08), form)
    tone = _stone(stage, 0.42 + 0.1 * i / len(massif.summits))
    snow = rng.between(*massif.snow) * (0.6 + 0.4 * size)
    peaks.rock(stage, rng, mount, tone, snow if size > _BARE else 0.0, 0.0, facets=facets)


def _stone(stage: Stage, share: float) -> Colour:
    """Rock at a depth; the moon lifts it off the black."""
    tone = stage.palette.depth(share)
    return tone.lighter(0.05).vivid(1.1) if stage.palette.night else tone


def _far(stage: Stage, rng: Rng, base: float, high: float) -> None:
    frame = stage.frame
    for share in (0.02, 0.2, 0.4, 0.6, 0.8, 1.0):
        tall = high * rng.between(0.3, 0.56)
        tip = (frame.x(share + rng.between(-0.07, 0.07)), base - tall)
        mount = peaks.peak(rng, tip, base, tall * 1.3)
        peaks.rock(stage, rng, mount, _stone(stage, 0.13), 0.3, 0.6)
    backdrop.haze(stage, base - high * 0.5, base, stage.palette.horizon, 0.4)


def _wooded(stage: Stage, depth: float) -> tuple[Colour, Colour]:
    """Give a wooded hill's ground and its trees at a depth."""
    tone = light.woods(stage, depth)
    if stage.palette.night:
        tone = tone.lighter(0.03)
    if stage.palette.season == "winter":
        return light.snow_dim(stage).mix(tone, 0.6 - depth * 0.6), tone.lighter(-0.05)
    return tone.lighter(0.04), tone.lighter(-0.05)


def flank(stage: Stage, base: float) -> None:
    """Let a wooded mountainside come down from one edge: not every valley is open."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("flank")
    left = rng.chance(0.5)
    reach, high = rng.between(0.3, 0.46), min(base * 0.46, unit * 26) * rng.between(0.55, 1.0)
    line: list[Point] = []
    for i in range(9):
        t = i / 8
        y = base + unit * 2 - high * (1 - t) ** rng.between(0.9, 1.25)
        line.append((-unit + (frame.width * reach + unit) * t, y))
    if not left:
        line = [(frame.width - x, y) for x, y in reversed(line)]
    ground, trees = _wooded(stage, 0.34)
    paint = stage.canvas.linear(((0, ground), (1, ground.mix(stage.palette.horizon, 0.4))))
    stage.canvas.path(hills(line, base + unit * 8), paint)
    spots: list[flora.Spot] = []
    for row in range(4):
        lower = [(x, y + row * unit * 3.2) for x, y in line if y + row * unit * 3.2 < base]
        if len(lower) > 1:
            count = int((lower[-1][0] - lower[0][0]) / unit / 1.5)
            size = (unit * (1.8 + 0.3 * row), unit * (3.2 + 0.4 * row))
            spots += flora.along(rng, lower, count, size, sink=unit * 0.6)
    flora.firs(stage, spots, trees.lighter(0.02), fine=False)


def woods(stage: Stage, base: float) -> list[Point]:
    """Draw hills with firs, each darker than the one behind, haze between; give the nearest."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("woods")
    if rng.chance(0.6):
        flank(stage, base)
    line: list[Point] = []
    for name, drop, depth, size, dense in (
        ("hill one", 0.0, 0.34, 3.0, 0.8),
        ("hill two", 3.6, 0.58, 4.8, 1.15),
        ("hill three", 7.5, 0.82, 7.0, 1.8),
    ):
        ground, trees = _wooded(stage, depth)
        paint = stage.canvas.linear(((0, ground), (1, ground.mix(stage.palette.horizon, 0.36))))
        swell = unit * rng.between(6, 15)
        line = backdrop.ridge(stage, name, base + unit * drop, swell, paint, lift=unit * 1.5)
        count = int(min(frame.width / unit, _MOST) / dense)
        spots = flora.along(rng, line, count, (unit * size * 0.45, unit * size), sink=unit * 0.4)
        flora.firs(stage, _grouped(rng, spots), trees, fine=depth > 0.5, snow=_white(stage, depth))
    return line


def _white(stage: Stage, depth: float) -> bool:
    return stage.palette.season == "winter" and depth > 0.5


def _grouped(rng: Rng, spots: Sequence[flora.Spot]) -> list[flora.Spot]:
    """Thin a row of trees into copses and clearings."""
    dense = rng.wander(len(spots), 4)
    return [spot for spot, share in zip(spots, dense, strict=True) if rng.chance(share * 1.5)]


def hamlet(stage: Stage, line: list[Point], base: float) -> None:
    """Set a few houses around a church on the nearest hill, small as a valley makes them."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("hamlet")
    middle, white = frame.x(rng.between(0.4, 0.48)), stage.palette.season == "winter"
    wall, roof = lch(0.93, 0.03, 80), lch(0.52, 0.11, 35)
    row = ((-9.5, 3.0), (-5.6, 3.6), (5.4, 3.5), (9.6, 3.9), (13.4, 2.9), (-2.2, 3.4))
    spots = [(middle + unit * dx, size) for dx, size in row]
    _stand(stage, line, base, middle)
    tower = min(backdrop.height_at(line, middle), base + unit * 4) + unit * 0.6
    houses.church(stage, (middle, tower), unit * 9.5, wall, roof, depth=0.85, snow=white)
    for x, size in spots:
        y = min(backdrop.height_at(line, x), base + unit * 4) + unit * rng.between(0.6, 1.4)
        houses.house(
            stage, (x, y), unit * size, unit * size * 0.62, wall, roof, depth=0.85, snow=white, rows=1, columns=2
        )


def _stand(stage: Stage, line: list[Point], base: float, middle: float) -> None:
    """Clear a meadow around the houses."""
    unit = stage.frame.unit
    y = min(backdrop.height_at(line, middle), base + unit * 4) + unit * 0.9
    turf = light.turf(stage, 0.7) if stage.palette.season != "winter" else light.snow_lit(stage)
    ground = _wooded(stage, 0.82)[0]
    stage.canvas.ellipse(middle + unit * 1.5, y, unit * 17, unit * 1.7, turf.mix(ground, 0.68))
