"""What grows and lies on a farm's land: fields in patches, bales, beds, hives, fences."""

# ruff: noqa: PLR0917  a thing is its place, size and tone, and they are read in order

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ....kit.canvas import Point, num
from ....kit.chance import Rng
from ....kit.colour import Colour, lch
from ....kit.outlines import boxes, half_oval, oval, polygon, scaled
from ... import backdrop, light
from ...stage import Stage

_ROOF = lch(0.42, 0.06, 280)
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
        scaled("M-0.3 0v-0.25M0.3 0v-0.25", x, y, s),
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
