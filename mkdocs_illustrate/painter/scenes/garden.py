"""The garden among the fields."""

from __future__ import annotations

from .. import air, light
from ..canvas import Point
from ..colour import Colour, lch
from ..shapes import polygon
from ..stage import Stage
from . import farm, figures, flora, houses


def garden(stage: Stage, lines: list[list[Point]]) -> tuple[str, ...]:
    """A cottage behind a fence, beds in front, and hives where bees are the matter."""
    frame, unit, rng, line = stage.frame, stage.frame.unit, stage.rng("garden"), lines[3]
    at = farm.foot(stage, line, 0.72, 1)
    leaf = light.leaves(stage) if stage.palette.season != "winter" else light.needles(stage)
    houses.long_house(stage, at, unit * 19, unit * 8, lch(0.93, 0.04, 80), farm.ROOF,
                      snow=stage.palette.season == "winter")  # fmt: skip
    flora.rounds(stage, [(*farm.foot(stage, line, s), unit * h) for s, h in
                         ((0.06, 15), (0.16, 12), (0.93, 17), (0.44, 10))], leaf)  # fmt: skip
    farm.fence(stage, [(x, y + unit * 1.5) for x, y in line], unit * 3.4, light.snow_lit(stage))
    lawn = [(x, y + unit * 1.5) for x, y in line]
    colour = light.turf(stage)
    stage.canvas.path(polygon([*lawn, (frame.width, frame.height), (0, frame.height)]),
                      stage.canvas.linear(((0, colour), (1, colour.mix(leaf, 0.6)))))  # fmt: skip
    bees = "bees" in stage.concepts or (not stage.concepts[1:] and rng.chance(0.35))
    words = _beds(stage, line, leaf)
    if bees:
        for i, hue in enumerate((85, 235, 150)):
            hive = farm.foot(stage, line, 0.3 - 0.085 * i, 8 - 0.8 * i)
            farm.hive(stage, hive, unit * 5, lch(0.84, 0.09, hue))
        words = ("three beehives", *words)
    farm.corners(stage)
    return (*words, "a cottage behind a fence")


def _beds(stage: Stage, line: list[Point], leaf: Colour) -> tuple[str, ...]:
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("beds")
    fruits = rng.shuffled((stage.palette.accent, lch(0.85, 0.14, 90), lch(0.72, 0.14, 350)))
    deep = frame.height - air.height_at(line, frame.x(0.6))
    for row, size in ((0.36, 15.0), (0.62, 18.0)):
        for i, share in enumerate((0.45, 0.70)):
            x = frame.x(share + 0.05 * row) + (i - 0.5) * unit
            y = air.height_at(line, x) + deep * row
            width = min(unit * size, frame.width * 0.21)
            farm.bed(stage, rng, (x, y), width, leaf.lighter(0.05), light.own(stage, fruits[i]))
    at = (frame.x(0.575), air.height_at(line, frame.x(0.575)) + deep * 0.5)
    if "bees" not in stage.concepts:
        figures.walker(stage, at, unit * 10, mirror=frame.flip)
        return ("someone among raised beds",)
    return ("raised beds",)
