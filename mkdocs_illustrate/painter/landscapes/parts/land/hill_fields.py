"""More ways that fields look: hills with cypresses, an orchard, turbines."""

from __future__ import annotations

from ....kit.canvas import Point
from ....kit.colour import lch
from ....kit.outlines import curve, oval, polygon
from ... import backdrop, light
from ...stage import Stage
from ..buildings import farm, houses
from ..plants import groves
from . import crops

_WALL, _TILE = lch(0.90, 0.055, 72), lch(0.62, 0.13, 42)


def hills(stage: Stage, lines: list[list[Point]]) -> tuple[str, ...]:
    """A villa on its knoll among cypresses, a white road that winds up to it."""
    unit, line = stage.frame.unit, lines[2]
    for row, share, size in ((0, 0.24, 5), (1, 0.86, 8), (1, 0.12, 7)):
        _clump(stage, lines[row], share, size, 0.45 + 0.2 * row)
    at = crops.foot(stage, line, 0.69, 1.4)
    stand = ((-10, 13), (-7.6, 15), (9.6, 14), (12, 11))
    spots = [(at[0] + unit * d, at[1] - unit * 0.4, unit * h) for d, h in stand]
    groves.cypresses(stage, spots, 0.9)
    houses.long_house(stage, at, unit * 13, unit * 4.8, _WALL, _TILE, rows=2)
    houses.house(stage, (at[0] - stage.frame.shaded * unit * 4, at[1]), unit * 5, unit * 9.5, _WALL, _TILE, rows=3)
    _avenue(stage, at, lines[3])
    return "a villa among cypresses", "a winding road"


def _clump(stage: Stage, line: list[Point], share: float, size: float, depth: float) -> None:
    unit, rng = stage.frame.unit, stage.rng(f"clump {share}")
    x = stage.frame.x(share)
    spots = []
    for i in range(5):
        at = x + unit * (i - 2) * size * 0.3
        spots.append((at, backdrop.height_at(line, at) + unit * 0.4, unit * size * rng.between(0.6, 1)))
    groves.cypresses(stage, spots, depth)


def _avenue(stage: Stage, top: Point, near: list[Point]) -> None:
    """The road from the villa down to the front hill, trees on both sides, larger as they near."""
    frame, unit = stage.frame, stage.frame.unit
    lean = -1 if frame.flip else 1
    low = frame.x(0.40)
    end = (low, backdrop.height_at(near, low) + unit * 2)
    knee = (top[0] - lean * unit * 2, top[1] + (end[1] - top[1]) * 0.45)
    half = ((knee[0] + end[0]) / 2, (knee[1] + end[1]) / 2 - unit * 0.6)
    middle = [(top[0] - lean * unit, top[1], 0.3), (*knee, 0.8), (*half, 1.1), (*end, 1.9)]
    left = [(x - w * unit, y) for x, y, w in middle]
    right = [(x + w * unit, y) for x, y, w in reversed(middle)]
    road = light.own(stage, lch(0.93, 0.035, 82))
    stage.canvas.path(f"{curve(left, tension=1)}L{curve(right, tension=1)[1:]}Z", road)
    for side in (-1, 1):  # the far row first, then the near one
        trees = []
        for i in range(6):
            t = 0.1 + 0.9 * i / 5
            x = knee[0] + (end[0] - knee[0]) * t + lean * side * unit * 0.6
            y = knee[1] + (end[1] - knee[1]) * t
            away = unit * (1.2 + 0.7 * t)
            trees.append((x, y + side * away + unit * 0.4, unit * (4.4 + 4.4 * t)))
        groves.cypresses(stage, trees, 0.92 if side < 0 else 1.0)


def orchard(stage: Stage, lines: list[list[Point]]) -> tuple[str, ...]:
    """Fruit trees in rows before a farmhouse, a basket in the grass."""
    frame, unit = stage.frame, stage.frame.unit
    at = crops.foot(stage, lines[2], 0.72, 1.8)
    houses.long_house(
        stage, at, unit * 14, unit * 5.6, lch(0.94, 0.03, 85), farm.ROOF, snow=stage.palette.season == "winter"
    )
    word = ""
    for row, (sink, tall, count, start) in enumerate(((1.8, 12, 9, 0.02), (13, 21, 6, -0.03))):
        spots = []
        for i in range(count):
            x = frame.x(start + (i + 0.5) / count)
            if row and abs(x / frame.width - 0.5) < 0.3:
                continue  # the middle stays free for who is on the lane
            y = backdrop.height_at(lines[3], x) + unit * sink
            spots.append((x, y, min(unit * tall, frame.height * tall / 62)))
        word = groves.fruit(stage, spots)
    _petals(stage, lines[3])
    return word, "a farmhouse"


def _petals(stage: Stage, line: list[Point]) -> None:
    """What has fallen from the trees: petals, or fruit."""
    frame, unit, rng, d = stage.frame, stage.frame.unit, stage.rng("petals"), ""
    if stage.palette.season == "winter":
        return
    for _ in range(60):
        x = rng.between(0, frame.width)
        y = backdrop.height_at(line, x) + unit * rng.between(3, 16)
        d += oval(x, y, unit * 0.24, unit * 0.18)
    spring = stage.palette.season == "spring"
    tint = lch(0.97, 0.02, 350) if spring else lch(0.58, 0.19, 27)
    stage.canvas.path(d, light.own(stage, tint))


def turbines(stage: Stage, lines: list[list[Point]]) -> tuple[str, ...]:
    """Wind turbines near and far, panels on a farmhouse's roof."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("turbines")
    tall = min(unit * 36, frame.height * 0.5)
    for line, share, size, depth in (
        (0, 0.42, 0.42, 0.6),
        (0, 0.9, 0.4, 0.6),
        (1, 0.53, 0.62, 0.8),
        (1, 0.84, 0.6, 0.8),
        (2, 0.68, 1.0, 1.0),
        (2, 0.2, 0.8, 1.0),
    ):
        farm.turbine(stage, crops.foot(stage, lines[line], share), tall * size, rng.between(0, 120), depth)
    home = crops.foot(stage, lines[2], 0.57, 2)
    houses.long_house(stage, home, unit * 9, unit * 4, lch(0.94, 0.03, 85), farm.ROOF)
    _panels(stage, home, unit * 9, unit * 4)
    return "wind turbines", "a farmhouse with solar panels"


def _panels(stage: Stage, at: Point, width: float, height: float) -> None:
    top, blue = at[1] - height, light.own(stage, lch(0.42, 0.11, 255))
    for i in range(3):
        x = at[0] - width * 0.3 + width * 0.2 * i
        stage.canvas.path(
            polygon(
                [
                    (x - width * 0.02, top - height * 0.12),
                    (x, top - height * 0.62),
                    (x + width * 0.17, top - height * 0.62),
                    (x + width * 0.17, top - height * 0.12),
                ]
            ),
            blue,
        )
