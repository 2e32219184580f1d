"""The garden among the fields."""

from __future__ import annotations

from ....kit.canvas import Point, num
from ....kit.colour import Colour, lch
from ....kit.outlines import curve, oval, polygon
from ... import backdrop, light
from ...stage import Stage
from ..buildings import farm, houses
from ..land import crops, foregrounds
from ..people_and_animals import human_figures
from . import groves


def garden(stage: Stage, lines: list[list[Point]]) -> tuple[str, ...]:
    """A cottage behind a fence, beds and flowers in front, hives where bees are the matter."""
    unit, line = stage.frame.unit, lines[3]
    at = crops.foot(stage, line, 0.72, 1)
    snow = stage.palette.season == "winter"
    houses.long_house(stage, at, unit * 19, unit * 8, lch(0.93, 0.04, 80), farm.ROOF, snow=snow)
    trees = ((0.05, 17), (0.16, 13), (0.94, 19), (0.42, 11))
    spots = [(*crops.foot(stage, line, share), unit * high) for share, high in trees]
    groves.mixed(stage, spots[::2], 1.0, near=True)
    groves.fruit(stage, spots[1::2])
    crops.fence(stage, [(x, y + unit * 1.5) for x, y in line], unit * 3.4, light.snow_lit(stage))
    _lawn(stage, line)
    if not snow:
        _border(stage, line)
        _poles(stage, line)
    words = _beds(stage, line)
    if _with_bees(stage):
        for i, hue in enumerate((85, 235, 150)):
            hive = crops.foot(stage, line, 0.29 - 0.085 * i, 8 - 0.8 * i)
            crops.hive(stage, hive, unit * 5, lch(0.84, 0.09, hue))
        words = ("three beehives", *words)
    foregrounds.grass(stage)
    return (*words, "a cottage behind a fence")


def _with_bees(stage: Stage) -> bool:
    chance = not stage.concepts[1:] and stage.rng("garden").chance(0.3)
    return "bees" in stage.concepts or chance


def _lawn(stage: Stage, line: list[Point]) -> None:
    """Grass to the lower edge, and a path that leads to the door."""
    frame, unit = stage.frame, stage.frame.unit
    edge, colour = [(x, y + unit * 1.5) for x, y in line], light.turf(stage)
    deep = light.snow_dim(stage) if stage.palette.season == "winter" else light.leaves(stage)
    if stage.palette.season == "autumn":
        deep = colour.turned(-14)
    paint = stage.canvas.linear(((0, colour), (1, colour.mix(deep, 0.5))))
    stage.canvas.path(polygon([*edge, (frame.width, frame.height), (0, frame.height)]), paint)
    door = frame.x(0.72) + unit * (1.5 if not frame.flip else -1.5)
    top = backdrop.height_at(line, door) + unit * 1.4
    low, lean = frame.height + 4, -1 if frame.flip else 1
    middle = [
        (door, top, 0.9),
        (door - lean * unit * 5, top + (low - top) * 0.3, 1.7),
        (door - lean * unit * 6, top + (low - top) * 0.6, 2.9),
        (door - lean * unit * 15, low, 5.5),
    ]
    left = [(x - w * unit, y) for x, y, w in middle]
    right = [(x + w * unit, y) for x, y, w in reversed(middle)]
    gravel = light.own(stage, lch(0.89, 0.05, 78))
    stage.canvas.path(f"{curve(left, tension=1)}L{curve(right, tension=1)[1:]}Z", gravel)


def _border(stage: Stage, line: list[Point]) -> None:
    """Tall flowers along the fence, in loose groups of one colour."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("border")
    stems, heads, leaf = "", ["", "", "", ""], light.foliage(stage)[0]
    x = 0.0
    while x < frame.width:
        kind, size = rng.whole(0, 3), unit * rng.between(2.6, 4.4)
        for _ in range(rng.whole(2, 4)):
            x += unit * rng.between(0.9, 1.5)
            y, tall = backdrop.height_at(line, x) + unit * 2.6, size * rng.between(0.8, 1.15)
            stems += f"M{num(x)} {num(y)}v{num(-tall)}"
            heads[kind] += oval(x, y - tall, unit * 0.62, unit * 0.56)
            heads[kind] += oval(x - unit * 0.3, y - tall * 0.66, unit * 0.4, unit * 0.36)
        x += unit * rng.between(0.6, 4)
    stage.canvas.path(stems, "none", stroke=leaf.lighter(-0.04), width=unit * 0.4)
    tints = (lch(0.97, 0.02, 90), lch(0.86, 0.15, 92), lch(0.72, 0.15, 355), lch(0.66, 0.13, 300))
    for d, tint in zip(heads, tints, strict=True):
        stage.canvas.path(d, light.own(stage, tint))


def _poles(stage: Stage, line: list[Point]) -> None:
    """Three wigwams of poles with beans on them."""
    unit, wood, leaves = stage.frame.unit, "", ""
    rng = stage.rng("poles")
    for share in (0.475, 0.535, 0.6):
        x, y = crops.foot(stage, line, share, 6)
        high = unit * 9
        for lean in (-0.28, -0.09, 0.09, 0.28):
            wood += f"M{num(x + lean * high)} {num(y)}L{num(x - lean * high * 0.16)} {num(y - high)}"
        for _ in range(22):
            up = rng.between(0.05, 0.82)
            away = (1 - up) * 0.27 * rng.between(-1, 1)
            leaves += oval(x + away * high, y - up * high, unit * 0.62, unit * 0.5)
    stage.canvas.path(wood, "none", stroke=light.own(stage, lch(0.6, 0.08, 60)), width=unit * 0.3)
    stage.canvas.path(leaves, light.foliage(stage)[1].lighter(-0.05))


def _beds(stage: Stage, line: list[Point]) -> tuple[str, ...]:
    """Raised beds on both sides of the path, and who works there."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("beds")
    colours = (stage.palette.accent, lch(0.85, 0.14, 90), lch(0.72, 0.14, 350), lch(0.8, 0.1, 300))
    leaf = light.needles(stage) if stage.palette.season == "winter" else light.foliage(stage)[0]
    kinds: tuple[Colour, ...] = (leaf.lighter(0.04), leaf.turned(-18).lighter(0.08), leaf)
    deep = frame.height - backdrop.height_at(line, frame.x(0.6))
    fruits = rng.shuffled(colours)
    for i, (x, row, size) in enumerate(((0.40, 0.45, 14), (0.86, 0.42, 14), (0.44, 0.74, 19), (0.80, 0.72, 19))):
        y, width = (
            backdrop.height_at(line, frame.x(x)) + deep * row,
            min(unit * size, frame.width * 0.22),
        )
        crops.bed(stage, rng, (frame.x(x), y), width, kinds[i % 3], light.own(stage, fruits[i]))
    at = (frame.x(0.615), backdrop.height_at(line, frame.x(0.615)) + deep * 0.62)
    human_figures.walker(stage, at, unit * 11, mirror=frame.flip)
    return ("someone among raised beds",)
