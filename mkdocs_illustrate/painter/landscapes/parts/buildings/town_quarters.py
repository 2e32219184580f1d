"""Quarters of an old town: below its castle, around its market square, at its gate."""

from __future__ import annotations

from ....kit.colour import lch
from ... import backdrop, light
from ...stage import Stage
from ..people_and_animals import crowds, human_figures
from ..traffic import vehicles
from . import castles, city_waterside, old_town, skylines, squares, streets, town_gate


def castle(stage: Stage, base: float) -> tuple[str, ...]:
    """Old houses at a market place, a castle above them on a rock or a wooded hill."""
    foot = stage.frame.height * 0.82
    return (_stronghold(stage, base, foot), *below(stage, foot))


def _stronghold(stage: Stage, base: float, foot: float) -> str:
    """Raise a hill with its castle behind the houses; say which."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("castle")
    x, top = frame.x(rng.between(0.42, 0.74)), base * rng.between(0.64, 0.76)
    kind = rng.pick(tuple(castles.KINDS))
    wide = min(unit * rng.between(22, 28), frame.width * 0.44)
    stone = light.own(stage, lch(0.85, 0.04, 72)).mix(stage.palette.depth(0.3), 0.22)
    on_rock, spread = rng.chance(0.5), rng.between(0.9, 1.3)
    if on_rock:
        castles.crag(stage, (x, top), wide * 0.6, foot)
    castles.castle(stage, (x, top), wide, stone, kind)
    castles.wooded_hill(
        stage, (x, top), foot, half=wide * (0.54 if on_rock else 0.5), spread=spread, start=0.42 if on_rock else 0.04
    )
    return f"{castles.KINDS[kind]} above the roofs"


def river(stage: Stage, base: float) -> tuple[str, ...]:
    """Old houses along a river, a castle behind them, people on the stone bridge."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("old river")
    foot = frame.height * (0.74 if frame.tall else 0.7)
    words = _stronghold(stage, base * 0.94, foot)
    squares.row(stage, foot, grow=0.62)
    deep = frame.height - foot
    quay = light.own(stage, lch(0.74, 0.03, 70)).mix(stage.palette.depth(0.7), 0.3)
    backdrop.water(stage, foot)
    skylines.mirrored(stage, foot)
    backdrop.ripples(stage, foot, frame.height, 34)
    stage.canvas.rect(0, foot, frame.width, unit * 1.3, quay)
    deck = foot + deep * 0.46
    x = frame.x(rng.between(0.54, 0.66))
    coats = [(x + unit * dx, deck - unit * 0.7, unit * 7.6) for dx in (-22, -4.5, 17)]
    crowds.walkers(stage, rng, coats, "")
    human_figures.walker(stage, (x, deck - unit * 0.7), unit * 8.2, mirror=frame.flip)
    stone = light.own(stage, lch(0.84, 0.04, 75)).mix(stage.palette.depth(0.6), 0.2)
    city_waterside.arches(stage, deck, unit * 17, stone)
    boat = (frame.x(rng.between(0.26, 0.4)), frame.height - deep * 0.1)
    vehicles.rowboat(stage, boat, unit * 11, light.own(stage, lch(0.5, 0.1, 40)), mirror=frame.flip)
    return words, "people on a stone bridge", "a rowing boat"


def below(stage: Stage, foot: float) -> tuple[str, ...]:
    """The old houses and the square at their feet."""
    unit, rng, frame = stage.frame.unit, stage.rng("below"), stage.frame
    if rng.chance(0.5):
        squares.row(stage, foot, grow=0.62)
        return square(stage, foot)
    x, grow = -unit * 4, 1.25 if frame.tall else 1.0
    timbered = rng.pick((0.75, 0.3))
    while x < frame.width:
        w = unit * rng.between(9.5, 13)
        edge = abs((x + w / 2) / frame.width - 0.5) * 2
        high = unit * rng.between(5, 12) * (0.7 + 0.5 * edge) * grow
        streets.house(stage, rng, (x + w / 2, foot), (w, high), 1.0, timber=rng.chance(timbered))
        x += w * rng.between(0.98, 1.12)
    return square(stage, foot)


def square(stage: Stage, foot: float) -> tuple[str, ...]:
    """Pavement, a fountain or stalls, people."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("square")
    old_town.pavement(stage, foot)
    if rng.chance(0.5) and "market" not in stage.concepts:
        at = (frame.x(rng.between(0.3, 0.4)), foot + (frame.height - foot) * 0.46)
        squares.fountain(stage, at, unit * 14)
        words = "a fountain"
    else:
        squares.stalls(stage, foot, count=rng.whole(1, 3))
        words = "market stalls"
    return (words, streets.life(stage, foot)[0])


def market(stage: Stage, _: float) -> tuple[str, ...]:
    """A square with the town hall, old houses to both sides, stalls and a fountain."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("market")
    foot = frame.height * 0.82
    squares.behind(stage, foot)
    x, wide = frame.x(rng.between(0.52, 0.68)), min(unit * 26, frame.width * 0.42)
    squares.row(stage, foot, skip=(x - wide / 2, x + wide / 2))
    squares.town_hall(stage, (x, foot), wide)
    return ("a town hall with its clock tower", *square(stage, foot))


def gate(stage: Stage, _: float) -> tuple[str, ...]:
    """The gate of a walled town, roofs behind it."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("town gate")
    foot = frame.height * 0.82
    squares.behind(stage, foot)
    squares.row(stage, foot - unit * 4)
    town_gate.gate(stage, (frame.x(rng.between(0.56, 0.68)), foot), min(unit * 17, frame.width * 0.26))
    return ("a gate tower in the town wall", *square(stage, foot))
