"""A harbour: cranes and a ship at the quay, or fishing boats below bright houses."""

# ruff: noqa: PLR0917  a thing is its place, size and tone, and they are read in order

from __future__ import annotations

from .. import air, light, weathers
from ..canvas import num
from ..colour import Colour, lch
from ..rng import Rng
from ..shapes import boxes, polygon
from ..stage import Drawn, Stage
from . import Scene, craft, cranes, flora, houses, towers
from .cliffs import beacon

_BOXES = (lch(0.62, 0.12, 235), lch(0.70, 0.12, 45), lch(0.72, 0.10, 165), lch(0.82, 0.12, 88),
          lch(0.58, 0.13, 20), lch(0.90, 0.02, 240))  # fmt: skip
_FRONTS = (lch(0.80, 0.10, 30), lch(0.87, 0.10, 88), lch(0.78, 0.08, 230), lch(0.95, 0.02, 85),
           lch(0.80, 0.08, 160), lch(0.72, 0.12, 25), lch(0.84, 0.07, 350))  # fmt: skip


def draw(stage: Stage) -> Drawn:
    """Draw sky and far shore, then the port or the old harbour."""
    frame, kind = stage.frame, "old" if "sailing" in stage.concepts else stage.variant
    weather = weathers.lot(stage)
    sea = frame.height * 0.64
    air.sky(stage, sea)
    if stage.palette.night:
        air.stars(stage, sea, 80)
    if weather != "rain":
        air.sun(stage, sea, height=stage.rng("sun").between(0.3, 0.68))
    air.clouds(stage, sea, 4, alpha=0.6)
    if not stage.palette.night:
        air.birds(stage, (frame.x(0.4), sea * 0.36), 5)
    subject, details = {"port": _port, "old": _old}[kind](stage, sea)
    weathers.fall(stage, weather, sea)
    return Drawn(
        subject=subject, details=details, setting=weathers.setting(stage, weather, season=False)
    )


def _far(stage: Stage, sea: float) -> None:
    """Hills and a low skyline beyond the water."""
    unit, rng = stage.frame.unit, stage.rng("far")
    air.ridge(stage, "hills", sea, sea * 0.26, stage.palette.depth(0.12), detail=2)
    row = towers.skyline(stage, rng, sea + 1, unit * 3, unit * 15, wide=4.5, spread=0.25)
    tones = (stage.palette.depth(0.24), stage.palette.depth(0.3), stage.palette.depth(0.19))
    towers.draw(stage, row, rng, tones, stage.palette.light, alpha=0.25, drop=0.04)
    air.haze(stage, sea - unit * 16, sea + 2, stage.palette.horizon, 0.45)


def _water(stage: Stage, sea: float) -> None:
    frame, unit = stage.frame, stage.frame.unit
    air.water(stage, sea)
    air.ripples(stage, sea + unit, frame.height, 60)
    air.glints(stage, frame.third, sea + 3, frame.height, 13)


def _port(stage: Stage, sea: float) -> tuple[str, tuple[str, ...]]:
    """Gantry cranes over a quay full of boxes, a container ship coming in, a tug."""
    frame, unit = stage.frame, stage.frame.unit
    _far(stage, sea)
    _water(stage, sea)
    quay = sea + unit * 3.5
    tall = min(unit * 37, sea * 0.66)
    for share, size, depth in ((0.93, 0.78, 0.5), (0.80, 0.88, 0.68), (0.63, 1.0, 0.92)):
        cranes.crane(stage, (frame.x(share), quay - unit), tall * size, depth)
    _stacks(stage, stage.rng("stacks"), quay)
    length = min(unit * 52, frame.width * 0.62)
    craft.ship(stage, (frame.x(0.40), quay + unit * 7.5), length, mirror=not frame.flip)
    cranes.wake(stage, (frame.x(0.40), quay + unit * 7.5), length)
    _near_quay(stage)
    return "a harbour with cranes", ("a container ship", "stacks of containers")


def _stacks(stage: Stage, rng: Rng, quay: float) -> None:
    """Containers on the quay, three high at most, as one path a colour."""
    frame, unit = stage.frame, stage.frame.unit
    wide, high = unit * 5.2, unit * 2.1
    start = frame.x(0.48)
    reach = frame.width - start if not frame.flip else start
    lots: dict[int, list[tuple[float, float, float, float]]] = {i: [] for i in range(len(_BOXES))}
    for i in range(int(reach / wide) + 2):
        x = start + (i * wide * 1.03 if not frame.flip else -(i + 1) * wide * 1.03)
        for row in range(rng.whole(1, 3)):
            lots[rng.whole(0, len(_BOXES) - 1)].append(
                (x, quay - high * (row + 1) - unit * 0.2, wide, high * 0.95)
            )
    ribs = ""
    for i, places in lots.items():
        stage.canvas.path(boxes(places), light.own(stage, _BOXES[i], 0.95))
        ribs += "".join(f"M{num(x + w * k / 6)} {num(y + h * 0.15)}v{num(h * 0.7)}" for x, y, w,
            h in places
                        for k in range(1, 6))  # fmt: skip
    stage.canvas.path(
        ribs, "none", stroke=stage.palette.near, width=unit * 0.16, line_alpha=0.22, cap="butt"
    )
    stone = light.own(stage, lch(0.72, 0.02, 250)).mix(stage.palette.depth(0.5), 0.3)
    left = start - unit * 2 if not frame.flip else -4
    right = frame.width + 4 if not frame.flip else start + unit * 2
    stage.canvas.rect(left, quay - unit * 0.3, right - left, unit * 3.6, stone)
    stage.canvas.rect(left, quay - unit * 0.3, right - left, unit * 0.8, stone.lighter(0.1))
    posts = [
        (left + (right - left) * (k + 0.5) / 12, quay + unit * 0.9, unit * 0.8, unit * 2)
        for k in range(12)
    ]
    stage.canvas.path(boxes(posts), stone.lighter(-0.14))


def _near_quay(stage: Stage) -> None:
    """The dark quay in front with bollards and a rope, higher at both ends."""
    frame, unit, canvas = stage.frame, stage.frame.unit, stage.canvas
    dark = light.dark(stage, light.sea(stage)[2], 0.2, 0.25)
    line = air.ridge(stage, "quay", frame.height + unit * 0.4, unit * 0.4, dark, lift=unit * 7)
    d, rope = "", ""
    for share in (0.09, 0.2, 0.8, 0.91):
        x = frame.width * share
        y = air.height_at(line, x)
        d += boxes(
            [
                (x - unit * 0.9, y - unit * 2.2, unit * 1.8, unit * 3),
                (x - unit * 1.3, y - unit * 2.8, unit * 2.6, unit),
            ]
        )
        rope += f"M{num(x)} {num(y - unit * 1.4)}" if share in (0.09, 0.8) else (
            f"Q{num(x - frame.width * 0.055)} {num(y + unit * 1.5)} {num(x)} "
            f"{num(y - unit * 1.4)}")  # fmt: skip
    canvas.path(rope, "none", stroke=dark.lighter(0.25), width=unit * 0.4)
    canvas.path(d, dark)


def _old(stage: Stage, sea: float) -> tuple[str, tuple[str, ...]]:
    """Bright narrow houses on the quay, fishing boats, a mole with a light."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("old")
    for i, (rise, depth) in enumerate(((0.36, 0.12), (0.26, 0.26))):
        line = air.ridge(stage, f"hill {i}", sea, sea * rise, stage.palette.depth(depth), detail=2)
        spots = flora.along(
            rng, line, int(frame.width / unit / 2), (unit * 2, unit * (2.5 + i)), sink=unit * 0.3
        )
        flora.rounds(stage, spots, stage.palette.depth(depth + 0.1))
    _water(stage, sea)
    _mole(stage, sea)
    quay = sea + unit * 1.5
    houses.church(
        stage,
        (frame.x(0.78), quay),
        min(unit * 30, sea * 0.62),
        _FRONTS[3],
        lch(0.5, 0.06, 200),
        depth=0.7,
    )
    _terrace(stage, rng, quay, 0.42, 0.72, 1.15)
    _terrace(stage, rng, quay, 0.45, 1.0, 0.9)
    _wall(stage, quay)
    _fleet(stage, rng, quay)
    _near_quay(stage)
    return "an old harbour with bright houses", ("fishing boats", "a lighthouse on a mole")


def _terrace(stage: Stage, rng: Rng, quay: float, start: float, depth: float, size: float) -> None:
    frame, unit = stage.frame, stage.frame.unit
    x, turn = start, 0
    first = rng.whole(0, 6)
    while x < 1.08:
        w = unit * rng.between(5.6, 7.6)
        wall = _FRONTS[(first + turn) % len(_FRONTS)]
        high = unit * rng.between(8.5, 13.5) * size
        houses.house(stage, (frame.x(x + w / frame.width / 2), quay), w, high, wall,
            lch(0.5, 0.12, 30), depth=depth,
                     rows=3, snow=stage.palette.season == "winter")  # fmt: skip
        x += w / frame.width * 1.01
        turn += rng.whole(1, 3)


def _wall(stage: Stage, quay: float) -> None:
    frame, unit = stage.frame, stage.frame.unit
    stone = light.own(stage, lch(0.74, 0.025, 75)).mix(stage.palette.depth(0.5), 0.25)
    start = frame.x(0.38)
    left, right = (start, frame.width + 4) if not frame.flip else (-4, start)
    stage.canvas.rect(left, quay - unit * 0.2, right - left, unit * 3, stone)
    stage.canvas.rect(left, quay - unit * 0.2, right - left, unit * 0.7, stone.lighter(0.1))
    shade = stage.canvas.linear(((0, stage.palette.near, 0.35), (1, stage.palette.near, 0.0)))
    stage.canvas.rect(left, quay + unit * 2.8, right - left, unit * 5, shade)


def _mole(stage: Stage, sea: float) -> None:
    frame, unit = stage.frame, stage.frame.unit
    x, y = frame.x(0.20), sea + unit * 1.4
    stone = light.own(stage, lch(0.70, 0.02, 260)).mix(stage.palette.depth(0.4), 0.35)
    stage.canvas.path(polygon([(x - unit * 9, y), (x - unit * 7, y - unit * 1.8),
        (x + unit * 7, y - unit * 1.8),
                               (x + unit * 9, y)]), stone)  # fmt: skip
    beacon(stage, (x, y - unit * 1.6), min(unit * 15, sea * 0.34))


def _fleet(stage: Stage, rng: Rng, quay: float) -> None:
    """Boats at the quay and one under way."""
    frame, unit = stage.frame, stage.frame.unit
    tints: tuple[Colour, ...] = (lch(0.52, 0.13, 245), lch(0.60, 0.12, 165), lch(0.56, 0.15, 25))
    for i, (share, drop, size) in enumerate(((0.88, 5, 15), (0.68, 6.2, 17), (0.50, 5.2, 14))):
        at = (frame.x(share), quay + unit * (drop + rng.between(-0.3, 0.3)))
        craft.trawler(
            stage,
            at,
            min(unit * size, frame.width * 0.2),
            light.own(stage, tints[i]),
            mirror=frame.flip,
        )
    at = (frame.x(0.38), quay + (frame.height - quay) * 0.62)
    craft.trawler(
        stage, at, min(unit * 23, frame.width * 0.3), stage.palette.accent, mirror=not frame.flip
    )
    cranes.wake(stage, at, unit * 26)


SCENE = Scene(name="harbour", draw=draw, variants=("port", "port", "old", "old"))
