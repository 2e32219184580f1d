"""What stands on the land: barn, silo, windmill, turbines, hives, beds, fences."""

# ruff: noqa: PLR0917  a thing is its place, size and tone, and they are read in order

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import cos, radians, sin

from ....kit.canvas import Point, num
from ....kit.chance import Rng
from ....kit.colour import Colour, lch
from ....kit.outlines import boxes, half_oval, oval, polygon, sector
from ... import backdrop, light
from ...stage import Stage

_RED = lch(0.56, 0.15, 30)
_ROOF = lch(0.42, 0.06, 280)
ROOF = lch(0.55, 0.14, 30)
_WOOD = lch(0.58, 0.09, 55)


def patchwork(
    stage: Stage,
    rng: Rng,
    line: Sequence[Point],
    tones: Sequence[Colour],
    *,
    count: int,
    furrows: bool = True,
) -> None:
    """Lay fields over a hill, their furrows running to one far point."""
    frame, canvas = stage.frame, stage.canvas
    top, low = min(y for _, y in line), frame.height + 4
    far = (frame.width * rng.between(0.3, 0.7), top - (low - top) * rng.between(0.5, 0.9))
    cuts = [-1.6 + 4.2 * (i + rng.between(-0.25, 0.25)) / count for i in range(count + 1)]
    edges = [_edge(line, far, frame.width * cut, low) for cut in cuts]
    for i, ((start, left), (end, right)) in enumerate(pairwise(edges)):
        if right[0] < 0 or left[0] > frame.width:
            continue
        tone = tones[i % len(tones)]
        ridge = [point for point in line if start[0] < point[0] < end[0]]
        canvas.path(polygon([start, *ridge, end, right, left]), tone)
        rows = rng.pick((0, 6, 8, 0, 10)) if furrows else 0
        d = ""
        for row in range(rows):
            a = left[0] + (right[0] - left[0]) * row / rows
            b = a + (right[0] - left[0]) * 0.42 / rows
            (top_a, low_a), (top_b, low_b) = _edge(line, far, a, low), _edge(line, far, b, low)
            d += polygon([top_a, top_b, low_b, low_a])
        canvas.path(d, tone.lighter(-0.055))


def _edge(line: Sequence[Point], far: Point, x: float, low: float) -> tuple[Point, Point]:
    """Walk from (x, low) towards the far point up to the hill's outline: no clipping is needed."""
    near, t = 1.0, 0.0
    for _ in range(14):
        t_mid = (near + t) / 2
        px, py = far[0] + (x - far[0]) * t_mid, far[1] + (low - far[1]) * t_mid
        if py > backdrop.height_at(list(line), px):
            near = t_mid
        else:
            t = t_mid
    top = (far[0] + (x - far[0]) * near, far[1] + (low - far[1]) * near)
    return top, (x, low)


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
    cross = f"M{num(x - w * 0.19)} {num(y)}v{num(-w * 0.36)}h{num(w * 0.38)}v{num(w * 0.36)}"
    cross += f"M{num(x - w * 0.19)} {num(y)}l{num(w * 0.38)} {num(-w * 0.36)}"
    cross += f"M{num(x + w * 0.19)} {num(y)}l{num(-w * 0.38)} {num(-w * 0.36)}"
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
        polygon([(x - h * 0.018, y), (x - h * 0.009, y - h), (x + h * 0.009, y - h), (x + h * 0.018, y)]),
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


def bales(stage: Stage, spots: Sequence[tuple[float, float, float]]) -> None:
    """Draw round bales of straw."""
    straw, side = light.own(stage, lch(0.84, 0.11, 88)), stage.frame.shaded
    stage.canvas.path(
        "".join(oval(x + s * 0.2, y, s * 1.1, s * 0.2) for x, y, s in spots), stage.palette.near, alpha=0.25
    )
    body = "".join(
        oval(x + side * s * 0.35, y - s * 0.7, s * 0.75, s * 0.72)
        + boxes([(min(x, x + side * s * 0.35), y - s * 1.42, s * 0.35, s * 1.44)])
        for x, y, s in spots
    )
    stage.canvas.path(body, straw.lighter(-0.12))
    stage.canvas.path("".join(oval(x, y - s * 0.7, s * 0.72, s * 0.72) for x, y, s in spots), straw)
    stage.canvas.path(
        "".join(oval(x, y - s * 0.7, s * 0.4, s * 0.4) for x, y, s in spots),
        "none",
        stroke=straw.lighter(-0.13),
        width=stage.frame.unit * 0.2,
    )


def hive(stage: Stage, at: Point, size: float, colour: Colour) -> None:
    """Draw a beehive of three boxes under a roof."""
    canvas, side, (x, y), s = stage.canvas, stage.frame.shaded, at, size
    tone = light.own(stage, colour)
    canvas.path(
        f"M{num(x - s * 0.3)} {num(y)}v{num(-s * 0.25)}M{num(x + s * 0.3)} {num(y)}v{num(-s * 0.25)}",
        "none",
        stroke=light.own(stage, _WOOD),
        width=s * 0.1,
    )
    for i in range(3):
        canvas.rect(x - s * 0.45, y - s * (0.5 + 0.34 * i), s * 0.9, s * 0.32, tone, r=s * 0.03)
        canvas.rect(
            x + (s * 0.12 if side > 0 else -s * 0.45),
            y - s * (0.5 + 0.34 * i),
            s * 0.33,
            s * 0.32,
            tone.lighter(-0.08),
            r=s * 0.03,
        )
    canvas.rect(x - s * 0.54, y - s * 1.3, s * 1.08, s * 0.14, light.own(stage, _ROOF), r=s * 0.05)
    canvas.rect(x - s * 0.16, y - s * 0.32, s * 0.32, s * 0.08, light.own(stage, _ROOF), r=s * 0.04)


def bed(stage: Stage, rng: Rng, at: Point, width: float, leaf: Colour, fruit: Colour) -> None:
    """Draw a raised bed: planks, earth, a row of plants with fruit or bloom."""
    canvas, side, (x, y), h = stage.canvas, stage.frame.shaded, at, width * 0.16
    wood = light.own(stage, _WOOD.lighter(0.08))
    crowns, shades, dots, count = "", "", "", 6
    for i in range(count):
        px = x - width * 0.42 + width * 0.84 * i / (count - 1)
        r = width * rng.between(0.085, 0.115)
        crowns += oval(px, y - h - r * 0.75, r, r * 1.15)
        shades += half_oval(px, y - h - r * 0.75, r, r * 1.15, side)
        for _ in range(3):
            dots += oval(
                px + r * rng.between(-0.6, 0.6), y - h - r * rng.between(0.2, 1.5), width * 0.018, width * 0.018
            )
    canvas.path(crowns, leaf)
    canvas.path(shades, leaf.lighter(-0.06))
    canvas.path(dots, fruit)
    canvas.rect(x - width / 2, y - h, width, h, wood, r=1.5)
    canvas.path(
        f"M{num(x - width / 2)} {num(y - h / 2)}h{num(width)}", "none", stroke=wood.lighter(-0.12), width=h * 0.08
    )
    canvas.path(
        boxes([(x + s * width * 0.47 - h * 0.12, y - h * 1.2, h * 0.24, h * 1.25) for s in (-1, 1)]), wood.lighter(-0.1)
    )


def fence(stage: Stage, line: list[Point], height: float, colour: Colour) -> None:
    """Draw pickets along an outline."""
    d, (left, right) = "", (line[0][0], line[-1][0])
    step, w = height * 0.42, height * 0.2
    for i in range(int((right - left) / step) + 1):
        x = left + i * step
        y = backdrop.height_at(line, x)
        d += polygon([(x, y), (x, y - height * 0.85), (x + w / 2, y - height), (x + w, y - height * 0.85), (x + w, y)])
    for share in (0.3, 0.65):
        stage.canvas.line([(x, y - height * share) for x, y in line], colour.lighter(-0.08), height * 0.09)
    stage.canvas.path(d, colour)


def foot(stage: Stage, line: list[Point], share: float, sink: float = 1.2) -> Point:
    """Give the place at a share of the width where something stands on an outline."""
    x = stage.frame.x(share)
    return x, backdrop.height_at(line, x) + stage.frame.unit * sink
