"""Town houses wall to wall: gables, storeys of windows, arcades and shop fronts."""

from __future__ import annotations

from dataclasses import dataclass

from ....kit.canvas import Point, num
from ....kit.chance import Rng
from ....kit.colour import Colour, lch
from ....kit.outlines import boxes, polygon, scaled
from ... import light
from ...stage import Stage
from . import houses

SCHEMES = {
    "stone": (
        (lch(0.93, 0.03, 82), lch(0.89, 0.05, 78), lch(0.85, 0.065, 70), lch(0.91, 0.04, 60)),
        (lch(0.62, 0.13, 42), lch(0.57, 0.12, 36)),
    ),
    "pastel": (
        (
            lch(0.94, 0.03, 90),
            lch(0.89, 0.065, 65),
            lch(0.86, 0.07, 25),
            lch(0.88, 0.05, 225),
            lch(0.92, 0.07, 95),
            lch(0.88, 0.055, 160),
        ),
        (lch(0.60, 0.13, 36), lch(0.55, 0.12, 30)),
    ),
    "nordic": (
        (lch(0.56, 0.14, 30), lch(0.96, 0.015, 90), lch(0.82, 0.11, 82), lch(0.64, 0.075, 240), lch(0.74, 0.06, 165)),
        (lch(0.40, 0.04, 260), lch(0.45, 0.05, 30)),
    ),
    "white": (
        (lch(0.97, 0.012, 85), lch(0.95, 0.02, 75), lch(0.93, 0.03, 60)),
        (lch(0.63, 0.13, 40), lch(0.58, 0.11, 250)),
    ),
    "brick": (
        (lch(0.66, 0.10, 38), lch(0.90, 0.04, 80), lch(0.60, 0.10, 30), lch(0.83, 0.06, 70)),
        (lch(0.42, 0.05, 262), lch(0.50, 0.10, 30)),
    ),
}
"""Walls and roofs that belong together: a town has one family of colours, not every colour."""


Box = tuple[float, float, float, float]
"""Left, top, width, height."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """What a front looks like: its gable, its ground floor and its colours."""

    wall: Colour
    roof: Colour
    top: str = "pointed"
    ground: str = "door"
    awning: Colour | None = None


def scheme(stage: Stage) -> tuple[tuple[Colour, ...], tuple[Colour, ...]]:
    """Draw each house's colour by chance; in the snow white walls would be lost."""
    names = ("nordic", "brick", "pastel") if stage.palette.season == "winter" else tuple(SCHEMES)
    return SCHEMES[stage.rng("town colours").pick(names)]


def front(stage: Stage, rng: Rng, at: Point, size: Point, look: Front) -> None:
    """Draw one house by the middle of its foot, its width and its height up to the eaves."""
    (x, y), (w, h), canvas, side = at, size, stage.canvas, stage.frame.shaded
    unit = stage.frame.unit
    wall, roof = houses.plaster(stage, look.wall), light.own(stage, look.roof)
    if stage.palette.season == "winter":
        roof = light.snow_lit(stage).mix(roof, 0.12)
    left, top = x - w / 2, y - h
    _gable(stage, look.top, (left, top, w), (wall, roof))
    canvas.rect(left, top, w, h, wall)
    edge = left + w * 0.82 if side > 0 else left
    canvas.rect(edge, top, w * 0.18, h, wall.lighter(-0.05))
    canvas.rect(left - w * 0.02, top - unit * 0.1, w * 1.04, unit * 0.5, _trim(wall))
    low = min(h * 0.42, unit * 5.4)
    _windows(stage, rng, (left, top + unit * 0.9, w, h - low - unit * 0.7), wall)
    grounds = {"door": _door, "arcade": _arcade, "shop": _shop}
    grounds[look.ground](stage, (left, y, w, low), wall, look)


def _trim(wall: Colour) -> Colour:
    return wall.lighter(0.06 if wall.light < 0.86 else -0.09)


def _gable(stage: Stage, kind: str, place: tuple[float, float, float], tones: tuple[Colour, Colour]) -> None:
    """Draw what rises above the eaves, on a house's left, its eaves and its width."""
    _KINDS.get(kind, _parapet)(stage, place, *tones)


def _stepped(stage: Stage, place: tuple[float, float, float], wall: Colour, _: Colour) -> None:
    (x, y, w), canvas = place, stage.canvas
    steps = [(x + w * 0.1 * i, y - w * 0.17 * (i + 1), w * (1 - 0.2 * i), w * 0.19) for i in range(4)]
    canvas.path(boxes(steps), wall)
    caps = [(sx - w * 0.015, sy, w * 0.13, w * 0.035) for sx, sy, _, _ in steps]
    caps += [(sx + sw - w * 0.115, sy, w * 0.13, w * 0.035) for sx, sy, sw, _ in steps]
    canvas.path(boxes(caps), _trim(wall))
    canvas.path(boxes([(x + w / 2 - w * 0.07, y - w * 0.36, w * 0.14, w * 0.2)]), light.pane(stage, wall))


def _bell(stage: Stage, place: tuple[float, float, float], wall: Colour, _: Colour) -> None:
    x, y, w = place
    stage.canvas.path(scaled(_BELL, x, y, w), wall)
    stage.canvas.circle(x + w / 2, y - w * 0.36, w * 0.1, light.pane(stage, wall))


def _hip(stage: Stage, place: tuple[float, float, float], _: Colour, roof: Colour) -> None:
    _roof(stage, place, place[2] * 0.36, 0.2, roof)


def _mansard(stage: Stage, place: tuple[float, float, float], wall: Colour, roof: Colour) -> None:
    x, y, w = place
    _roof(stage, place, w * 0.3, 0.09, roof)
    _dormers(stage, (x, y, w, w * 0.3), wall)


def _roof(stage: Stage, place: tuple[float, float, float], rise: float, cut: float, tone: Colour) -> None:
    """A roof that slopes on all sides; `cut` is how far its crest is shorter at each end."""
    (x, y, w), canvas, side = place, stage.canvas, stage.frame.shaded
    plane = [(x - w * 0.03, y), (x + w * cut, y - rise), (x + w * (1 - cut), y - rise), (x + w * 1.03, y)]
    canvas.path(polygon(plane), tone)
    outer = x + w * 1.03 if side > 0 else x - w * 0.03
    crest = x + w * (1 - cut) if side > 0 else x + w * cut
    canvas.path(polygon([(outer, y), (crest, y - rise), (crest - side * w * 0.2, y)]), tone.lighter(-0.06))


def _pointed(stage: Stage, place: tuple[float, float, float], wall: Colour, roof: Colour) -> None:
    (x, y, w), canvas = place, stage.canvas
    middle, peak, rim = x + w / 2, y - w * 0.58, w * 0.06
    canvas.path(polygon([(x, y), (middle, peak), (x + w, y)]), wall)
    canvas.path(boxes([(middle - w * 0.07, y - w * 0.3, w * 0.14, w * 0.18)]), light.pane(stage, wall))
    canvas.line([(x - rim, y + rim), (middle, peak - rim * 0.5), (x + w + rim, y + rim)], roof, w * 0.1)


def _parapet(stage: Stage, place: tuple[float, float, float], wall: Colour, _: Colour) -> None:
    x, y, w = place
    rail = [(x + w * (i + 0.2) / 9, y - w * 0.1, w * 0.05, w * 0.1) for i in range(9)]
    stage.canvas.path(boxes([*rail, (x, y - w * 0.12, w, w * 0.03)]), _trim(wall))


_KINDS = {"stepped": _stepped, "bell": _bell, "hip": _hip, "mansard": _mansard, "pointed": _pointed}
_BELL = "M0 0Q0.06 -0.34 0.26 -0.38Q0.28 -0.7 0.5 -0.72Q0.72 -0.7 0.74 -0.38Q0.94 -0.34 1 0Z"
"""The outline of a bell gable, in shares of the house's width."""


def _dormers(stage: Stage, place: tuple[float, float, float, float], wall: Colour) -> None:
    (x, y, w, rise), count = place, max(2, round(place[2] / stage.frame.unit / 4.4))
    size = min(rise * 0.42, w * 0.36 / count)
    spots = [x + w * (0.14 + 0.72 * (i + 0.5) / count) for i in range(count)]
    hoods = [(sx - size * 0.5, y - rise * 0.74, size, rise * 0.5) for sx in spots]
    panes = [(sx - size * 0.3, y - rise * 0.62, size * 0.6, rise * 0.34) for sx in spots]
    stage.canvas.path(boxes(hoods), wall)
    stage.canvas.path(boxes(panes), light.pane(stage, wall))


def _windows(stage: Stage, rng: Rng, place: tuple[float, float, float, float], wall: Colour) -> None:
    """Draw the upper storeys: tall windows with a sill, at night some of them dark."""
    (x, y, w, h), unit = place, stage.frame.unit
    rows, columns = max(1, round(h / unit / 4.1)), max(2, round(w / unit / 2.9))
    cell, line = w / columns, h / rows
    wide, tall = min(cell * 0.44, unit * 1.5), min(line * 0.56, unit * 2.4)
    frames: list[Box] = []
    lit: list[Box] = []
    dull: list[Box] = []
    dark = stage.palette.hour in ("dusk", "night")
    for row in range(rows):
        for i in range(columns):
            cx, cy = x + cell * (i + 0.5), y + line * (row + 0.46)
            frames.append((cx - wide * 0.66, cy - tall * 0.6, wide * 1.32, tall * 1.2))
            frames.append((cx - wide * 0.85, cy + tall * 0.58, wide * 1.7, tall * 0.12))
            for half in (-0.46, 0.05):
                pane = (cx + wide * half, cy - tall * 0.5, wide * 0.41, tall)
                (dull if dark and rng.chance(0.4) else lit).append(pane)
    stage.canvas.path(boxes(frames), _trim(wall))
    stage.canvas.path(boxes(lit), light.pane(stage, wall))
    stage.canvas.path(boxes(dull), wall.mix(stage.palette.near, 0.55))


def _door(stage: Stage, place: tuple[float, float, float, float], wall: Colour, look: Front) -> None:
    x, y, w, h = place
    dark = light.own(stage, look.roof).mix(stage.palette.near, 0.45)
    wide = min(w * 0.2, h * 0.42)
    middle = x + w * 0.5
    stage.canvas.path(boxes([(middle - wide * 0.66, y - h * 0.86, wide * 1.32, h * 0.86)]), _trim(wall))
    stage.canvas.path(boxes([(middle - wide * 0.5, y - h * 0.78, wide, h * 0.78)]), dark)
    panes = [(x + w * share - wide * 0.4, y - h * 0.76, wide * 0.8, h * 0.44) for share in (0.2, 0.8)]
    stage.canvas.path(boxes(panes), light.pane(stage, wall))


def _arcade(stage: Stage, place: tuple[float, float, float, float], wall: Colour, _: Front) -> None:
    (x, y, w, h), d = place, ""
    count = max(2, round(w / stage.frame.unit / 3.6))
    cell = w / count
    r = cell * 0.36
    for i in range(count):
        cx = x + cell * (i + 0.5)
        d += (
            f"M{num(cx - r)} {num(y)}V{num(y - h * 0.9 + r)}A{num(r)} {num(r)} 0 0 1 "
            f"{num(cx + r)} {num(y - h * 0.9 + r)}V{num(y)}Z"
        )
    deep = wall.mix(stage.palette.near, 0.62)
    if stage.palette.hour in ("dusk", "night"):
        deep = deep.mix(light.pane(stage, wall), 0.3)
    stage.canvas.path(d, deep)


def _shop(stage: Stage, place: tuple[float, float, float, float], wall: Colour, look: Front) -> None:
    """Draw a shop: a sign band, wide panes, a door, a striped awning over them."""
    (x, y, w, h), canvas = place, stage.canvas
    wood = light.own(stage, look.roof).mix(stage.palette.near, 0.3)
    canvas.rect(x + w * 0.04, y - h * 0.98, w * 0.92, h * 0.98, wood)
    glass = light.pane(stage, wall)
    canvas.path(boxes([(x + w * 0.09, y - h * 0.72, w * 0.5, h * 0.56)]), glass)
    canvas.path(boxes([(x + w * 0.66, y - h * 0.72, w * 0.24, h * 0.72)]), glass.lighter(-0.06))
    goods = [
        (x + w * (0.13 + 0.11 * i), y - h * (0.2 + 0.06 * (i % 2)), w * 0.07, h * (0.08 + 0.06 * (i % 2)))
        for i in range(4)
    ]
    canvas.path(boxes(goods), wood.mix(stage.palette.accent, 0.35))
    cloth = light.own(stage, look.awning or look.roof)
    white = light.own(stage, lch(0.97, 0.01, 85))
    count = max(4, round(w / stage.frame.unit / 1.5))
    step, low = w / count, h * 0.3
    for tone, first in ((cloth, 0), (white, 1)):
        d = ""
        for i in range(first, count, 2):
            a = x + step * i
            d += (
                f"M{num(a + (step * 0.06) * (count / 2 - i))} {num(y - h)}h{num(step * 0.9)}"
                f"L{num(a + step)} {num(y - h + low)}a{num(step / 2)} {num(step * 0.42)} 0 0 1 "
                f"{num(-step)} 0Z"
            )
        canvas.path(d, tone)
