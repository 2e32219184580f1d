"""Buildings of the country: barn, silo, windmill, wind turbine."""

from __future__ import annotations

from math import cos, radians, sin

from ....kit.canvas import Point, num
from ....kit.colour import lch
from ....kit.outlines import boxes, placed, polygon, scaled, sector
from ... import light
from ...stage import Stage

_RED = lch(0.56, 0.15, 30)
_ROOF = lch(0.42, 0.06, 280)
ROOF = lch(0.55, 0.14, 30)
"""What houses among the fields have."""


def barn(stage: Stage, at: Point, width: float, *, snow: bool = False) -> None:
    """Draw a red barn with a broken roof and a white-edged door; a silo beside it."""
    canvas, side, (x, y), w = stage.canvas, stage.frame.shaded, at, width
    red, tile = light.own(stage, _RED), light.own(stage, _ROOF)
    silo(stage, (x + side * w * 0.72, y), w * 0.26, w * 1.02)
    wall = [
        (x - w * 0.5, y),
        (x - w * 0.5, y - w * 0.42),
        (x - w * 0.32, y - w * 0.7),
        (x, y - w * 0.84),
        (x + w * 0.32, y - w * 0.7),
        (x + w * 0.5, y - w * 0.42),
        (x + w * 0.5, y),
    ]
    canvas.path(polygon(wall), red)
    half = [(x + side * abs(px - x), py) for px, py in wall[4:]]
    canvas.path(polygon([(x + side * w * 0.14, y), (x + side * w * 0.14, y - w * 0.78), *half]), red.lighter(-0.055))
    canvas.line(wall[1:6], light.snow_lit(stage) if snow else tile, w * 0.075)
    white = light.own(stage, stage.palette.paper)
    canvas.rect(x - w * 0.19, y - w * 0.36, w * 0.38, w * 0.36, red.lighter(-0.1))
    cross = scaled("M-0.19 0v-0.36h0.38v0.36", x, y, w)
    cross += scaled("M-0.19 0l0.38 -0.36", x, y, w)
    cross += scaled("M0.19 0l-0.38 -0.36", x, y, w)
    canvas.path(cross, "none", stroke=white, width=w * 0.025)
    hatch = boxes([(x - w * 0.075, y - w * 0.64, w * 0.15, w * 0.15)])
    canvas.path(hatch, light.pane(stage, red), stroke=white, width=w * 0.022)


def silo(stage: Stage, at: Point, width: float, height: float) -> None:
    """Draw a grain silo."""
    canvas, side, (x, y) = stage.canvas, stage.frame.shaded, at
    tone = light.own(stage, lch(0.84, 0.025, 240))
    body = boxes([(x - width / 2, y - height, width, height)])
    canvas.path(body + sector(x, y - height, width / 2, 180, 360), tone)
    part = x if side > 0 else x - width / 2
    canvas.path(boxes([(part, y - height, width / 2, height)]), tone.lighter(-0.08))
    canvas.path(
        "".join(f"M{num(x - width / 2)} {num(y - height * t)}h{num(width)}" for t in (0.25, 0.5, 0.75)),
        "none",
        stroke=tone.lighter(-0.14),
        width=width * 0.05,
    )


def windmill(stage: Stage, at: Point, height: float, turn: float) -> None:
    """Draw a tower mill with four lattice sails."""
    canvas, side, (x, y), h = stage.canvas, stage.frame.shaded, at, height
    wall, cap = light.own(stage, lch(0.92, 0.03, 80)), light.own(stage, lch(0.46, 0.11, 30))
    body = [(x - h * 0.15, y), (x - h * 0.09, y - h * 0.62), (x + h * 0.09, y - h * 0.62), (x + h * 0.15, y)]
    canvas.path(polygon(body), wall)
    canvas.path(
        polygon(
            [
                (x + side * h * 0.02, y),
                (x + side * h * 0.015, y - h * 0.62),
                (x + side * h * 0.09, y - h * 0.62),
                (x + side * h * 0.15, y),
            ]
        ),
        wall.lighter(-0.09),
    )
    canvas.path(sector(x, y - h * 0.6, h * 0.105, 180, 360), cap)
    glass = [(x - h * 0.02, y - h * t, h * 0.04, h * 0.065) for t in (0.48, 0.32)]
    canvas.path(boxes([*glass, (x - h * 0.035, y - h * 0.13, h * 0.07, h * 0.13)]), wall.mix(stage.palette.near, 0.7))
    hub = (x, y - h * 0.62)
    arms, cloth = "", ""
    for i in range(4):
        a = radians(turn + 90 * i)
        ux, uy = cos(a) * h, sin(a) * h
        arms += f"M{num(hub[0])} {num(hub[1])}l{num(ux * 0.44)} {num(uy * 0.44)}"
        near, far = (hub[0] + ux * 0.1, hub[1] + uy * 0.1), (hub[0] + ux * 0.44, hub[1] + uy * 0.44)
        px, py = -uy * 0.085, ux * 0.085
        cloth += polygon([near, far, (far[0] + px, far[1] + py), (near[0] + px, near[1] + py)])
    canvas.path(cloth, light.own(stage, stage.palette.paper), stroke=cap, width=h * 0.006)
    canvas.path(arms, "none", stroke=cap, width=h * 0.016)
    canvas.circle(hub[0], hub[1], h * 0.022, cap)


def turbine(stage: Stage, at: Point, height: float, turn: float, depth: float) -> None:
    """Draw a wind turbine."""
    canvas, (x, y), h = stage.canvas, at, height
    white = light.own(stage, lch(0.97, 0.01, 240), depth)
    canvas.path(
        placed(((-0.018, 0), (-0.009, -1), (0.009, -1), (0.018, 0)), x, y, h),
        white.lighter(-0.07),
    )
    d = ""
    for i in range(3):
        a = radians(turn + 120 * i)
        ux, uy = cos(a) * h, sin(a) * h
        d += polygon(
            [
                (x - uy * 0.008, y - h + ux * 0.008),
                (x + ux * 0.13 - uy * 0.03, y - h + uy * 0.13 + ux * 0.03),
                (x + ux * 0.5, y - h + uy * 0.5),
                (x + uy * 0.008, y - h - ux * 0.008),
            ]
        )
    canvas.path(d, white)
    canvas.circle(x, y - h, h * 0.024, white)
