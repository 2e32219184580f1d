"""People in town: on foot, on a bench, by bicycle, under umbrellas when it rains."""

from __future__ import annotations

from ....kit.canvas import Point
from ....kit.chance import Rng
from ....kit.colour import lch
from ....kit.outlines import boxes
from ... import backdrop, light
from ...stage import Stage
from ..local_box import standing
from ..plants import flora
from . import human_figures

_COATS = (
    lch(0.58, 0.12, 245),
    lch(0.56, 0.1, 160),
    lch(0.64, 0.12, 350),
    lch(0.82, 0.11, 85),
    lch(0.50, 0.06, 280),
    lch(0.90, 0.03, 80),
)


def walkers(stage: Stage, rng: Rng, spots: list[tuple[float, float, float]], weather: str) -> None:
    """Set passers-by on their way; each spot has their height."""
    for x, y, h in spots:
        coat, cloth = light.own(stage, rng.pick(_COATS)), light.own(stage, rng.pick(_COATS))
        human_figures.passer(
            stage, (x, y), h, coat, mirror=rng.chance(0.5), umbrella=cloth if weather == "rain" else None
        )


def hero(stage: Stage, at: Point, height: float, weather: str) -> str:
    """Draw the one who carries the accent; say who it is."""
    frame, rng = stage.frame, stage.rng("hero")
    if weather == "rain":
        coat = light.own(stage, lch(0.45, 0.08, 265))
        human_figures.passer(stage, at, height, coat, mirror=frame.flip, umbrella=stage.palette.accent)
        return "people with umbrellas"
    if "cycling" in stage.concepts or rng.chance(0.4):
        human_figures.cyclist(stage, at, height * 1.04, mirror=frame.flip)
        return "a cyclist"
    human_figures.walker(stage, at, height, mirror=frame.flip)
    return "people walking"


def promenade(stage: Stage, foot: float, weather: str) -> tuple[str, ...]:
    """People on a promenade, one of them in front; a bench."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("promenade people")
    bench(stage, (frame.x(0.38), foot - unit * 1.4), unit * 7)
    spots = [
        (frame.x(share + rng.between(-0.03, 0.03)), foot - unit * rng.between(0.8, 2), unit * 8.6)
        for share in (0.3, 0.7, 0.83)
    ]
    walkers(stage, rng, spots, weather)
    return (f"{hero(stage, (frame.x(0.58), foot + unit * 0.6), unit * 10, weather)} on a promenade",)


def bench(stage: Stage, at: Point, width: float) -> None:
    """Draw a bench."""
    wood, iron = light.own(stage, lch(0.6, 0.09, 55)), stage.palette.depth(0.95)
    with standing(stage, at, width) as canvas:
        canvas.path("M-40 0V-44M40 0V-44", stroke=iron, width=5)
        canvas.rect(-50, -26, 100, 7, wood, r=2)
        canvas.rect(-50, -50, 100, 7, wood, r=2)
        canvas.rect(-50, -40, 100, 7, wood.lighter(-0.05), r=2)


def planters(stage: Stage, foot: float, shares: tuple[float, ...]) -> None:
    """Draw long planters with low green at the edge of a pavement."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("planters")
    box = stage.palette.depth(0.9)
    spots, tubs = [], []
    for share in shares:
        x = frame.x(share)
        tubs.append((x - unit * 4.5, foot - unit * 2.2, unit * 9, unit * 2.4))
        spots += [(x + unit * (i - 2) * 1.7, foot - unit * 2.1, unit * rng.between(1.0, 1.7)) for i in range(5)]
    flora.bushes(stage, spots, light.leaves(stage).lighter(-0.04))
    stage.canvas.path(boxes(tubs), box)


def race(stage: Stage, lane: list[Point]) -> tuple[str, ...]:
    """Let three runners come along a lane, the one in the accent's colour ahead."""
    frame, unit = stage.frame, stage.frame.unit
    field = ((16.0, -0.4, 11.0, lch(0.70, 0.12, 200)), (3.0, 0.4, 12.5, lch(0.92, 0.06, 95)), (-11.0, 1.2, 14.0, None))
    for back, low, high, shirt in field:
        x = frame.golden + unit * (back if frame.flip else -back)
        spot = (x, backdrop.height_at(lane, x) + unit * low)
        stage.canvas.ellipse(*spot, unit * high * 0.3, unit * 0.5, stage.palette.near, alpha=0.25)
        human_figures.runner(stage, spot, unit * high, mirror=frame.flip, shirt=shirt)
    return ("three runners on a lane",)
