"""A village: a street of gables, a town on a hill, an old town with its castle, square or gate."""

from __future__ import annotations

from dataclasses import replace

from ...kit.canvas import Point
from ...kit.colour import lch
from ...kit.drawn import Drawn
from .. import backdrop, light, rain_and_snow
from ..parts.buildings import hilltown, streets, town_quarters
from ..parts.land import mountain_foregrounds, skies, wayside
from ..parts.people_and_animals import human_figures
from ..parts.plants import flora
from ..stage import Stage
from . import Scene

_SUBJECTS = {
    "street": "a village street",
    "green": "a village green",
    "hill": "a town on a hill",
    "castle": "an old town",
    "market": "a market square",
    "gate": "an old town behind its wall",
    "river": "an old town on a river",
}


def draw(stage: Stage) -> Drawn:
    """Draw hills, then houses in their layout, then the street and who walks there."""
    frame, kind = stage.frame, _kind(stage)
    if stage.variant == "snow":
        stage = replace(stage, palette=replace(stage.palette, season="winter"))
    weather, base = rain_and_snow.of_the_day(stage), frame.height * (0.66 if frame.tall else 0.62)
    stage = skies.clouded(stage, weather)
    skies.over(stage, base, weather)
    _hills(stage, base)
    kinds = {
        "street": streets.street,
        "green": streets.green,
        "hill": _hill,
        "castle": town_quarters.castle,
        "market": town_quarters.market,
        "gate": town_quarters.gate,
        "river": town_quarters.river,
    }
    details = kinds[kind](stage, base)
    rain_and_snow.fall(stage, weather, base)
    setting = rain_and_snow.setting(stage, weather)
    return Drawn(subject=_SUBJECTS[kind], details=details[:3], setting=setting)


def _kind(stage: Stage) -> str:
    """A castle and a market are drawn where the article names them."""
    rng = stage.rng("layout")
    if "castles" in stage.concepts:
        return rng.pick(("castle", "castle", "river"))
    if "market" in stage.concepts:
        return "market"
    if stage.variant == "snow":
        return rng.pick(("street", "green", "hill", "castle"))
    if stage.variant == "street":
        return rng.pick(("street", "green", "green"))
    if stage.variant == "old":
        return rng.pick(("castle", "market", "gate", "river"))
    return stage.variant


def _hills(stage: Stage, base: float) -> None:
    """Far hills, the nearer ones wooded."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("hills")
    for i, (rise, share, drop) in enumerate(
        ((0.34, 0.12, 0.0), (0.24, 0.26, 0.0), (0.14, 0.40, 3.0), (0.12, 0.55, 10.0))
    ):
        tone = stage.palette.depth(share)
        if stage.palette.hour == "noon" and i:
            tone = light.woods(stage, share)
        if streets.snowy(stage):
            tone = light.snow_lit(stage).mix(tone, 0.35 + 0.12 * i)
        swell = base * rise * rng.between(0.7, 1.3)
        line = backdrop.ridge(stage, f"range {i}", base + unit * drop, swell, tone, detail=2)
        if i:
            wood = tone.mix(stage.palette.depth(share + 0.25), 0.6)
            count = int(frame.width / unit / 1.5)
            size = (unit * 1.6, unit * (1.8 + i))
            spots = flora.along(rng, line, count, size, sink=unit * 0.4)
            flora.firs(stage, [s for s in spots if rng.chance(0.6)], wood, fine=False)
    backdrop.haze(stage, base * 0.8, base + 2, stage.palette.horizon, 0.3)


def _hill(stage: Stage, base: float) -> tuple[str, ...]:
    """A town on its hill, fields and a lane before it."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("lane")
    low = frame.height * 0.8
    top = base * (rng.between(0.56, 0.68) if frame.tall else rng.between(0.5, 0.66))
    words = hilltown.draw(stage, top, low)
    line = mountain_foregrounds.ground(stage, low, light.turf(stage), share=0.12)
    start, end = frame.x(rng.between(0.5, 0.62)), frame.x(rng.between(0.1, 0.3))
    y = backdrop.height_at(line, start) + 1
    deep = frame.height - y
    middle = [
        (start, y),
        (start + (end - start) * 0.1, y + deep * 0.3),
        (start + (end - start) * 0.6, y + deep * 0.6),
        (end, frame.height + 4),
    ]
    lane = light.own(stage, lch(0.9, 0.04, 80)) if not streets.snowy(stage) else light.snow_dim(stage)
    wayside.ribbon(stage, middle, (0.5, 1.1, 2.4, 5.0), lane)
    if not streets.snowy(stage):
        mountain_foregrounds.blooms(stage, line)
    at = (start + (end - start) * 0.3, y + deep * 0.45)
    if rng.chance(0.4) and not streets.snowy(stage):
        human_figures.cyclist(stage, at, unit * 9, mirror=not frame.flip)
        who = "a cyclist on a lane"
    else:
        human_figures.hiker(stage, at, unit * 9, mirror=not frame.flip)
        who = "a hiker on a lane"
    _avenue(stage, line)
    streets.corner(stage)
    return who, words


def _avenue(stage: Stage, line: list[Point]) -> None:
    """Trees in a row at both sides of the fields: cypresses here, round ones there."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("avenue")
    spots = []
    for share in (0.03, 0.09, 0.16, 0.84, 0.9, 0.97):
        x = frame.width * (share + rng.between(-0.015, 0.015))
        spots.append((x, backdrop.height_at(line, x) + unit * rng.between(1, 3), unit * rng.between(9, 13)))
    if rng.chance(0.5):
        flora.poplars(stage, [(x, y, h * 1.3) for x, y, h in spots], light.needles(stage))
    else:
        flora.rounds(stage, spots, light.leaves(stage))


SCENE = Scene(
    draw=draw,
    variants=("street", "street", "hill", "old", "street", "snow", "hill", "market", "castle"),
    hours=("dawn", "noon", "noon", "dusk", "dusk", "night"),
)
