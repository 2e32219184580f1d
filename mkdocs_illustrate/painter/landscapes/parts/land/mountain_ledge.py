"""A ledge of rock over a valley: the foreground of a mountain view."""

from __future__ import annotations

from ....kit.canvas import Point
from ....kit.colour import lch
from ....kit.outlines import hills
from ... import backdrop, light
from ...stage import Stage
from ..people_and_animals import animals, human_figures
from ..plants import flora
from . import wayside


def ledge(stage: Stage, base: float) -> tuple[str, ...]:
    """A grassy shoulder with a hiker on its rocks, high above a river in the woods."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("ledge")
    _valley(stage, base)
    drop = frame.height - base
    nose, top = rng.between(0.34, 0.42), base + drop * rng.between(0.34, 0.46)
    outline = [
        (frame.x(share), top + unit * low)
        for share, low in (
            (1.06, -rng.between(9, 15)),
            (0.9, -5.5),
            (0.76, -1.6),
            (0.64, -0.2),
            (nose + 0.13, 0),
            (nose + 0.04, 1.4),
            (nose, 4.2),
            (nose - 0.08, 10),
            (nose - 0.26, 21),
        )
    ]
    line = sorted(outline)
    turf = light.turf(stage)
    paint = stage.canvas.linear(((0, turf), (1, turf.mix(light.needles(stage), 0.75))))
    stage.canvas.path(hills(line, frame.height + 4), paint)
    _crag(stage, line, nose)
    spots = [(x, y, h) for x, y, h in _scattered(stage, line, nose, 46)]
    flora.grass(stage, [(x, y, h * 5) for x, y, h in spots[:14]], turf.mix(light.needles(stage), 0.6))
    tints = (stage.palette.paper, lch(0.85, 0.13, 92), lch(0.74, 0.12, 350))
    flora.flowers(stage, spots[14:], [light.own(stage, tint) for tint in tints])
    beast = rng.chance(0.5)
    x = frame.x(0.76)
    at = (x, backdrop.height_at(line, x) + unit * 0.5)
    if beast:
        animals.ibex(stage, at, unit * 10, mirror=not frame.flip)
    else:
        wayside.cross(stage, at, unit * 14)
    x = frame.x(nose + 0.17)
    at = (x, backdrop.height_at(line, x) + unit * 0.3)
    human_figures.hiker(stage, at, unit * 11, mirror=not frame.flip)
    return "a hiker high above a valley", "an ibex" if beast else "a summit cross"


def _valley(stage: Stage, base: float) -> None:
    """Woods far below, and a river that shines in them."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("valley")
    x, y = frame.x(0.2), base + unit * 9
    deep, lean = frame.height - y, frame.width * (0.1 if frame.flip else -0.1)
    tone = light.woods(stage, 0.9)
    middle = [
        (x, y),
        (x - lean * 0.5, y + deep * 0.2),
        (x + lean * 0.6, y + deep * 0.5),
        (x + lean * 0.2, y + deep * 0.78),
        (x + lean * 1.6, frame.height + 4),
    ]
    wayside.ribbon(stage, middle, (0.3, 1.0, 2.2, 3.6, 5.2), light.sea(stage)[0])
    for side in (-1, 1):
        spots = []
        for _ in range(26):
            t = rng.unit()
            away = unit * (2 + 7 * t) + frame.width * rng.between(0.0, 0.3)
            spots.append((x + side * away, y + deep * t, unit * (5 + 6.5 * t)))
        flora.firs(stage, sorted(spots, key=lambda spot: spot[1]), tone)


def _crag(stage: Stage, line: list[Point], nose: float) -> None:
    """Rock that breaks out of the turf below the viewpoint."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("crag")
    spots = []
    for share, low, size in (
        (0.01, 6.5, 6.5),
        (0.055, 4.6, 5.0),
        (0.035, 10, 7),
        (0.11, 5.6, 4),
        (0.1, 10.5, 4.6),
        (-0.03, 13, 6),
    ):
        x = frame.x(nose + share + rng.between(-0.01, 0.01))
        spots.append(
            (
                x,
                backdrop.height_at(line, frame.x(nose + share)) + unit * low * 0.75,
                unit * size * rng.between(0.7, 1.0),
            )
        )
    tone = light.own(stage, lch(0.66, 0.025, 250)).mix(stage.palette.depth(0.6), 0.35)
    wayside.rocks(stage, rng, sorted(spots, key=lambda spot: spot[1]), tone)


def _scattered(stage: Stage, line: list[Point], nose: float, count: int) -> list[flora.Spot]:
    """Give places on the shoulder, nearer ones lower."""
    frame, unit, rng, spots = stage.frame, stage.frame.unit, stage.rng("scattered"), []
    for _ in range(count):
        x = frame.x(rng.between(nose + 0.12, 1.0))
        top = backdrop.height_at(line, x) + unit
        t = rng.unit() ** 0.8
        spots.append((x, top + (frame.height - top) * t, unit * (0.18 + 0.18 * t)))
    return spots
