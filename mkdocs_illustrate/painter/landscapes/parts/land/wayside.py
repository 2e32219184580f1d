"""What stands by a mountain path: signposts, fences, rocks, crosses, bridges, a cable car."""

from __future__ import annotations

from collections.abc import Sequence

from ....kit.canvas import Point, num
from ....kit.chance import Rng
from ....kit.colour import Colour, lch
from ....kit.outlines import curve, polygon
from ... import backdrop, light
from ...stage import Stage
from ..local_box import standing
from ..plants.flora import Spot

_WOOD = lch(0.52, 0.08, 52)


def ribbon(stage: Stage, middle: Sequence[Point], wide: Sequence[float], fill: Colour | str) -> str:
    """Draw a path or a brook that winds away, each point of its middle so many units wide."""
    unit = stage.frame.unit
    left = [(x - w * unit, y) for (x, y), w in zip(middle, wide, strict=True)]
    right = [(x + w * unit, y) for (x, y), w in zip(middle, wide, strict=True)]
    back = curve(list(reversed(right)), tension=1).removeprefix("M")
    d = f"{curve(left, tension=1)}L{back}Z"
    stage.canvas.path(d, fill)
    return d


def rocks(stage: Stage, rng: Rng, spots: Sequence[Spot], tone: Colour) -> None:
    """Draw boulders: a body, a lit top, a side in shade; each spot has its height."""
    side, body, top, shade = stage.frame.shaded, "", "", ""
    for x, y, h in spots:
        w = h * rng.between(0.75, 1.15)
        a, b = rng.between(0.2, 0.5), rng.between(0.1, 0.45)
        body += polygon(
            [
                (x - w, y),
                (x - w * 0.9, y - h * 0.5),
                (x - w * b, y - h),
                (x + w * a, y - h * 0.88),
                (x + w * 0.95, y - h * 0.4),
                (x + w * 1.05, y),
            ]
        )
        crest = (x - w * b, y - h) if side > 0 else (x + w * a, y - h * 0.88)
        top += polygon(
            [
                crest,
                (x - side * w * 0.9, y - h * 0.5),
                (x - side * w * 0.25, y - h * 0.42),
                (x + side * w * a, y - h * 0.7),
            ]
        )
        shade += polygon(
            [
                (x + side * w * 0.35, y),
                (x + side * w * 0.15, y - h * 0.42),
                (x + side * w * 0.5, y - h * 0.72),
                (x + side * w * 0.98, y - h * 0.42),
                (x + side * w * 1.05, y),
            ]
        )
    stage.canvas.path(body, tone)
    stage.canvas.path(shade, tone.lighter(-0.07))
    stage.canvas.path(top, tone.lighter(0.06))


def fence(stage: Stage, line: Sequence[Point], height: float) -> None:
    """Draw a wooden fence along a line: posts, two rails."""
    wood, d = light.own(stage, _WOOD), ""
    for share in (0.4, 0.78):
        d += "M" + "L".join(f"{num(x)} {num(y - height * share)}" for x, y in line)
    posts = "".join(f"M{num(x)} {num(y)}v{num(-height)}" for x, y in line)
    stage.canvas.path(d, "none", stroke=wood.lighter(0.05), width=height * 0.11)
    stage.canvas.path(posts, "none", stroke=wood, width=height * 0.17)


def signpost(stage: Stage, at: Point, height: float, *, mirror: bool = False) -> None:
    """Draw a signpost with arrows both ways."""
    board = light.own(stage, lch(0.86, 0.14, 92))
    with standing(stage, at, height, mirror=mirror) as canvas:
        canvas.line(((0, 0), (0, -100)), light.own(stage, _WOOD), 7)
        canvas.path("M-6 -98H40L50 -88L40 -78H-6Z", board)
        canvas.path("M6 -74H-36L-46 -64L-36 -54H6Z", board.lighter(-0.07))
        canvas.path("M4 -88H34M-2 -64H-30", stroke=light.own(stage, lch(0.4, 0.05, 60)), width=3.4)


def cross(stage: Stage, at: Point, height: float) -> None:
    """Draw a summit cross."""
    with standing(stage, at, height) as canvas:
        wood = light.own(stage, lch(0.76, 0.07, 60))  # pale, for it stands before dark woods
        canvas.path("M0 0V-100M-30 -72H30", stroke=wood, width=9, cap="butt")
        canvas.path("M-26 0L0 -34L26 0", stroke=wood.lighter(-0.06), width=3)


def footbridge(stage: Stage, at: Point, width: float) -> None:
    """Draw a wooden footbridge from bank to bank."""
    wood = light.own(stage, _WOOD)
    with standing(stage, at, width) as canvas:
        canvas.path("M-50 -6Q0 -22 50 -6L50 2Q0 -13 -50 2Z", wood.lighter(-0.06))
        posts = "M-44 -6v-17M-22 -12v-18M0 -14v-18M22 -12v-18M44 -6v-17"
        canvas.path(posts, stroke=wood, width=3)
        canvas.path("M-48 -22Q0 -38 48 -22", stroke=wood.lighter(0.07), width=3)


def eagle(stage: Stage, at: Point, width: float, *, mirror: bool = False) -> None:
    """Draw an eagle on the wing."""
    with standing(stage, at, width, mirror=mirror) as canvas:
        canvas.path(
            "M-50 -14Q-34 -26 -8 -8L-2 -11L7 -9Q34 -30 50 -18L43 -16L46 -11L38 -11Q24 -8 "
            "11 1L6 11L1 8L-4 11L-7 2Q-26 -10 -40 -8L-39 -12L-47 -10Z",
            stage.palette.ink,
        )


def cable_car(stage: Stage, line: Sequence[Point], base: float) -> None:
    """Hang a cabin on a rope from a pylon on the woods' line up and out of the picture."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("cable car")
    foot = frame.x(rng.between(0.3, 0.38))
    y = backdrop.height_at(list(line), foot) + unit
    top, iron = y - unit * 13, stage.palette.depth(0.86)
    away = (frame.x(-0.02), base * rng.between(0.3, 0.44))
    down = (frame.x(1.02), top - unit * 1.5)
    low = (frame.x(0.66), top + unit * 2.6)
    stage.canvas.path(
        polygon(
            [
                (foot - unit * 0.3, top),
                (foot + unit * 0.3, top),
                (foot + unit * 1.1, y),
                (foot + unit * 0.6, y),
                (foot, top + unit),
                (foot - unit * 0.6, y),
                (foot - unit * 1.1, y),
            ]
        ),
        iron,
    )
    stage.canvas.path(f"M{num(foot - unit * 1.6)} {num(top)}h{num(unit * 3.2)}", "none", stroke=iron, width=unit * 0.5)
    stage.canvas.path(
        f"M{num(away[0])} {num(away[1])}L{num(foot)} {num(top)}Q{num(low[0])} "
        f"{num(low[1])} {num(down[0])} {num(down[1])}",
        "none",
        stroke=iron,
        width=unit * 0.16,
    )
    x = frame.x(rng.between(0.14, 0.2))
    share = (x - foot) / ((away[0] - foot) or 1)
    _cabin(stage, (x, top + (away[1] - top) * share), unit * 4.6)


def _cabin(stage: Stage, rope: Point, size: float) -> None:
    with stage.canvas.group(move=rope, scale=size / 100):
        canvas, accent = stage.canvas, stage.palette.accent
        canvas.line(((0, 0), (0, 34)), stage.palette.depth(0.86), 7)
        canvas.rect(-42, 30, 84, 66, accent, r=16)
        canvas.rect(-32, 42, 28, 26, lch(0.92, 0.03, 220), r=5)
        canvas.rect(4, 42, 28, 26, lch(0.92, 0.03, 220), r=5)
        canvas.rect(-42, 78, 84, 9, accent.lighter(-0.1))


def pond(stage: Stage, at: Point) -> None:
    """A pond on the lawn, lilies and light on it."""
    (x, y), unit, rng = at, stage.frame.unit, stage.rng("pond")
    wide = min(unit * 19, stage.frame.width * 0.24)
    sea = light.sea(stage)
    paint = stage.canvas.linear(((0, sea[0]), (1, sea[1])))
    stage.canvas.ellipse(x, y, wide * 1.06, unit * 2.5, light.turf(stage).lighter(-0.1))
    stage.canvas.ellipse(x, y + unit * 0.2, wide, unit * 2.1, paint)
    d = "".join(
        f"M{num(x + wide * rng.between(-0.7, 0.5))} {num(y + unit * rng.between(-1, 1.3))}"
        f"h{num(unit * rng.between(1.5, 5))}"
        for _ in range(9)
    )
    stage.canvas.path(d, "none", stroke=stage.palette.paper, width=unit * 0.22, line_alpha=0.55)
