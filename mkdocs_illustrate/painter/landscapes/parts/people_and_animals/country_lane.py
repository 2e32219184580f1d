"""A lane through the fields, and who is on it."""

from __future__ import annotations

from ....kit.canvas import Point
from ....kit.colour import lch
from ....kit.outlines import curve
from ... import backdrop, light
from ...stage import Stage
from ..traffic import vehicles
from . import animals, crowds, human_figures

_MATTERS = {
    "cycling": ("cyclist",),
    "running": ("runner",),
    "pilgrimage": ("walker",),
    "cycle-tours": ("cyclist",),
    "travel": ("cyclist", "walker"),
    "fields": ("tractor", "sheep", "cow"),
}
"""Who is on the lane, by the article's matter."""
_PLACES = {"hills": ("cyclist", "walker", "cyclist"), "orchard": ("walker", "sheep")}
"""Who is there, where a tractor would disturb."""
_ANYBODY = ("cyclist", "tractor", "sheep", "tractor", "cow")


def lane(stage: Stage, line: list[Point]) -> list[Point]:
    """Lay a lane over the front hill; give its line."""
    points, unit = [(x, y + stage.frame.unit * 4.4) for x, y in line], stage.frame.unit
    snow = stage.palette.season == "winter"
    gravel = light.snow_dim(stage) if snow else light.own(stage, lch(0.9, 0.045, 80))
    stage.canvas.path(curve(points, tension=1), "none", stroke=gravel, width=unit * 1.6)
    return points


def traveller(stage: Stage, line: list[Point], variant: str) -> tuple[str, ...]:
    """Who is on the lane, by the article's matter or by chance."""
    frame, unit = stage.frame, stage.frame.unit
    at = (frame.golden, backdrop.height_at(line, frame.golden) + unit * 0.5)
    matter = next((_MATTERS[name] for name in stage.concepts if name in _MATTERS), ())
    kind = stage.rng("traveller").pick(matter or _PLACES.get(variant, _ANYBODY))
    if kind == "cyclist":
        human_figures.cyclist(stage, at, unit * 8, mirror=frame.flip)
        return ("a cyclist on a lane",)
    if kind == "walker":
        human_figures.hiker(stage, at, unit * 8.5, mirror=frame.flip)
        return ("a walker on a lane",)
    if kind == "runner":
        return crowds.race(stage, line)
    if kind == "tractor":
        vehicles.tractor(stage, at, unit * 9.5, mirror=frame.flip)
        return ("a tractor on a lane",)
    return _herd(stage, at, kind)


def _herd(stage: Stage, at: Point, kind: str) -> tuple[str, ...]:
    """A cow or a flock, and who looks after them."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("flock")
    away = unit * (10 if frame.flip else -10)
    human_figures.walker(stage, (at[0] - away, at[1] + unit * 1.6), unit * 8, mirror=not frame.flip)
    if kind == "cow":
        animals.cow(stage, (at[0], at[1] + unit * 3), unit * 7.5, mirror=frame.flip)
        return ("a farmer with a grazing cow",)
    flock = [(at[0] + unit * (i * 3.4 - 8), at[1] + unit * rng.between(1.6, 4)) for i in range(5)]
    animals.sheep(stage, flock, unit * 2.8)
    return ("a shepherd with sheep",)
