"""Streets: houses along them, lamps, and who walks there."""

from __future__ import annotations

from ....kit.canvas import Point
from ....kit.chance import Rng
from ....kit.colour import lch
from ... import backdrop, light
from ...stage import Stage
from ..land import mountain_foregrounds, wayside
from ..people_and_animals import animals, crowds, human_figures
from ..plants import flora
from . import gables, houses, old_town, squares

_COATS = (lch(0.58, 0.12, 245), lch(0.55, 0.1, 155), lch(0.62, 0.12, 350), lch(0.8, 0.11, 85))


def snowy(stage: Stage) -> bool:
    """Tell whether roofs and streets are white."""
    return stage.palette.season == "winter"


def house(stage: Stage, rng: Rng, at: Point, size: Point, depth: float, *, timber: bool = False) -> None:
    """Stand one house at the street: its gable or its eaves to us, perhaps half-timbered."""
    walls, roofs = gables.scheme(stage)
    (width, height), unit = size, stage.frame.unit
    wall, roof = (lch(0.95, 0.025, 85) if timber else rng.pick(walls)), rng.pick(roofs)
    rows = max(2, round(height / (unit * 4.4)))
    if not timber and depth == 1 and rng.chance(0.3):
        low = min(height, width * 0.7)
        houses.long_house(stage, at, width, low, wall, roof, snow=snowy(stage), rows=max(1, round(low / (unit * 4.4))))
        return
    houses.house(
        stage,
        at,
        width,
        height,
        wall,
        roof,
        depth=depth,
        snow=snowy(stage),
        rows=rows,
        columns=2 if width < unit * 10 else 3,
    )
    if timber:
        old_town.beams(stage, at, width, height, depth)


def street(stage: Stage, _: float) -> tuple[str, ...]:
    """A row of gables, the church behind, lamps, a bench, someone walking."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("street")
    foot, grow = frame.height * 0.82, 1.25 if frame.tall else 1.0
    tower = frame.x(rng.between(0.56, 0.72))
    walls, roofs = gables.scheme(stage)
    tall = min(foot * 0.66, unit * rng.between(36, 44) * grow)
    houses.church(stage, (tower, foot), tall, walls[0], roofs[-1], depth=0.72, snow=snowy(stage))
    x = -unit * 2
    while x < frame.width:
        w = unit * rng.between(7, 11)
        house(stage, rng, (x + w / 2, foot - unit * 1.5), (w, unit * rng.between(8, 19) * grow), 0.55)
        x += w * rng.between(0.95, 1.7)
    trees = [(frame.x(s), foot, unit * h) for s, h in ((0.2, 13), (0.5, 11), (0.86, 14))]
    flora.rounds(stage, trees, light.leaves(stage, 0.85))
    _front_row(stage, rng, foot, tower, grow)
    old_town.pavement(stage, foot)
    if not snowy(stage) and stage.rng("cafe").chance(0.6):
        at = (frame.x(0.3), foot + (frame.height - foot) * 0.4)
        squares.cafe(stage, at, unit * 6.2)
    return (*life(stage, foot), "a church")


def green(stage: Stage, _: float) -> tuple[str, ...]:
    """Houses and gardens around a village green: a pond, an old tree, a lane, sheep."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("green")
    foot, grow = frame.height * 0.755, 1.15 if frame.tall else 0.9
    tower, tall = frame.x(rng.between(0.56, 0.74)), min(foot * 0.6, unit * rng.between(30, 37))
    walls, roofs = gables.scheme(stage)
    trees = flora.along(rng, [(0, foot), (frame.width, foot)], int(frame.width / unit / 5), (unit * 9, unit * 15))
    flora.rounds(stage, trees, light.leaves(stage, 0.7))
    houses.church(stage, (tower, foot), tall, walls[0], roofs[-1], depth=0.8, snow=snowy(stage))
    _front_row(stage, rng, foot, tower, grow)
    turf = light.turf(stage) if not snowy(stage) else light.snow_lit(stage)
    low = light.needles(stage) if not snowy(stage) else light.snow_dim(stage)
    paint = stage.canvas.linear(((0, turf), (1, turf.mix(low, 0.55))))
    line = backdrop.ridge(stage, "green line", foot + unit * 1.6, unit * 1.6, paint, detail=1)
    _gardens(stage, line)
    return (*_on_the_green(stage, line), "a church")


def _gardens(stage: Stage, line: list[Point]) -> None:
    """Hedges and picket fences before the houses."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("gardens")
    hedge = [s for s in flora.along(rng, line, int(frame.width / unit / 2), (unit, unit * 1.7)) if rng.chance(0.6)]
    flora.bushes(stage, hedge, light.leaves(stage).lighter(-0.05))
    for start in (rng.between(0.04, 0.2), rng.between(0.56, 0.72)):
        count = int(frame.width * 0.17 / unit / 1.5)
        xs = [frame.width * start + i * unit * 1.5 for i in range(count)]
        wayside.fence(stage, [(x, backdrop.height_at(line, x) + unit * 1.1) for x in xs], unit * 1.9)


def _on_the_green(stage: Stage, line: list[Point]) -> tuple[str, ...]:
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("on the green")
    x, end = frame.x(rng.between(0.52, 0.62)), frame.x(rng.between(0.66, 0.84))
    y = backdrop.height_at(line, x) + 1
    deep = frame.height - y
    middle = [
        (x, y),
        (x - (end - x) * 0.25, y + deep * 0.3),
        (x + (end - x) * 0.3, y + deep * 0.6),
        (end, frame.height + 4),
    ]
    white = snowy(stage)
    lane = light.snow_dim(stage) if white else light.own(stage, lch(0.88, 0.04, 80))
    wayside.ribbon(stage, middle, (0.8, 1.5, 2.9, 5.4), lane)
    tree = frame.x(rng.between(0.2, 0.3))
    base = y + deep * 0.3
    flora.rounds(stage, [(tree, base, unit * rng.between(19, 23))], light.leaves(stage), slim=1.15)
    crowds.bench(stage, (tree + unit * 4.5, base + unit * 0.8), unit * 6.5)
    words = "an old tree on the green"
    if not white:
        mountain_foregrounds.blooms(stage, line)
        if rng.chance(0.5):
            wayside.pond(stage, (frame.x(0.4), y + deep * 0.58))
            words = "a pond"
        else:
            spots = [(frame.x(share), y + deep * down) for share, down in ((0.34, 0.64), (0.4, 0.46), (0.29, 0.74))]
            animals.sheep(stage, spots, unit * 3.6)
            words = "grazing sheep"
    at = (x - (end - x) * 0.12, y + deep * 0.36)
    if rng.chance(0.4) and not white:
        human_figures.cyclist(stage, at, unit * 9, mirror=frame.flip)
        who = "a cyclist on a lane"
    else:
        human_figures.walker(stage, at, unit * 9, mirror=frame.flip)
        who = "someone on a lane"
    corner(stage)
    return who, words


def _front_row(stage: Stage, rng: Rng, foot: float, tower: float, grow: float) -> None:
    """Houses along the street, trees in their gaps, the church's front left open."""
    frame, unit = stage.frame, stage.frame.unit
    x, timbered = -unit * rng.between(1, 6), rng.pick((0.0, 0.15, 0.5))
    while x < frame.width:
        w = unit * rng.between(8.5, 14)
        at = (x + w / 2, foot)
        edge = abs(at[0] / frame.width - 0.5) * 2
        if abs(tower - at[0]) > unit * 6.5:
            high = unit * rng.between(6, 15) * (0.75 + 0.5 * edge) * grow
            house(stage, rng, at, (w, high), 1.0, timber=rng.chance(timbered))
        if rng.chance(0.45):
            tree = (x + w * 1.12, foot + unit * 0.3, unit * rng.between(7, 11))
            flora.rounds(stage, [tree], light.leaves(stage))
            w *= 1.22
        x += w * rng.between(1.01, 1.08)


def life(stage: Stage, foot: float) -> tuple[str, ...]:
    """Lamps, and the moving subject."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("life")
    for share in (0.16, 0.44, 0.82):
        houses.lamp(stage, (frame.x(share), foot + unit * 1.6), unit * 11)
    if not snowy(stage):
        squares.tubs(stage, foot, (0.12, 0.4, 0.48, 0.78, 0.86))
    low = foot + (frame.height - foot) * 0.5
    x = frame.x(rng.between(0.52, 0.66))
    if rng.chance(0.35) and not snowy(stage):
        human_figures.cyclist(stage, (x, low), unit * 9.5, mirror=frame.flip)
        words = "a cyclist"
    else:
        beside = (x + unit * 4, low - unit * 0.7)
        coat = light.own(stage, rng.pick(_COATS))
        human_figures.passer(stage, beside, unit * 8.8, coat, mirror=frame.flip)
        human_figures.walker(stage, (x, low), unit * 9.5, mirror=frame.flip)
        words = "two people walking"
    corner(stage)
    return words, "street lamps"


def corner(stage: Stage) -> None:
    """Dark shrubs in both corners."""
    frame, unit = stage.frame, stage.frame.unit
    colour = light.dark(stage, light.needles(stage), 0.35, 0.28)
    line = backdrop.ridge(stage, "front", frame.height + unit * 2.5, unit, colour, lift=unit * 8)
    size = (unit * 1.4, unit * 3)
    spots = flora.along(stage.rng("shrubs"), line, int(frame.width / unit / 2.4), size)
    flora.bushes(stage, [s for s in spots if abs(s[0] / frame.width - 0.5) > 0.27], colour)
