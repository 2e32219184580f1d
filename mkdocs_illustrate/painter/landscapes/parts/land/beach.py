"""What stands on a beach: dunes, huts, a parasol, a fire when it is dark."""

from __future__ import annotations

from ....kit.canvas import Point, num
from ....kit.colour import lch
from ....kit.outlines import boxes, curve, placed, polygon, scaled
from ... import backdrop, light
from ...stage import Stage
from ..plants import flora

_STRIPES = (245.0, 25.0, 85.0, 165.0)


def dune(stage: Stage, foot: float) -> list[Point]:
    """A dune that rises to the edge on the side of the mass, with tufts of grass."""
    frame, unit = stage.frame, stage.frame.unit
    sand = light.own(stage, lch(0.91, 0.065, 84))
    shape = (
        (0.52, 0.0),
        (0.62, 2.2),
        (0.70, 5.0),
        (0.78, 6.0),
        (0.87, 8.5),
        (0.95, 10.0),
        (1.04, 12),
    )
    line = sorted((frame.x(x), foot - unit * up) for x, up in shape)
    green = sand.mix(light.land(stage, lch(0.72, 0.09, 115)), 0.5)
    paint = stage.canvas.linear(((0, green), (0.6, sand.lighter(-0.03)), (1, sand, 0.0)))
    d = curve(line, tension=1)
    right, left = (line[-1], line[0])
    edge = right if right[1] < left[1] else left
    nose = left if edge is right else right
    low = f"L{num(edge[0])} {num(foot + unit * 5)}L{num(nose[0])} {num(nose[1])}Z"
    stage.canvas.path(d + low, paint)
    spots = flora.along(stage.rng("marram"), line, 30, (unit * 1.6, unit * 3.4), sink=unit * 0.4)
    grass = light.land(stage, lch(0.66, 0.10, 122))
    flora.grass(stage, [s for s in spots if s[1] < foot - unit * 2], grass)
    return line


def huts(stage: Stage, line: list[Point]) -> None:
    """Three little striped huts at the foot of the dune."""
    unit = min(stage.frame.unit, stage.frame.width * 0.0125)
    for i, share in enumerate((0.735, 0.815, 0.895)):
        x = stage.frame.x(share)
        _hut(stage, (x, backdrop.height_at(line, x) + unit * 3.2), unit * 6.4, _STRIPES[i])


def _hut(stage: Stage, at: Point, width: float, hue: float) -> None:
    (x, y), w, canvas = at, width, stage.canvas
    wall = light.own(stage, lch(0.97, 0.015, 85))
    stripe = light.own(stage, lch(0.84 if 60 < hue < 110 else 0.66, 0.12, hue))
    high = w * 0.95
    canvas.path(
        polygon([(x - w / 2, y), (x - w / 2, y - high), (x, y - high * 1.5), (x + w / 2, y - high), (x + w / 2, y)]),
        wall,
    )
    bars = [(x - w / 2 + w * i / 7, y - high, w / 7, high) for i in (0, 2, 4, 6)]
    canvas.path(boxes(bars), stripe)
    eaves = [(x + w * s * 0.6, y - high * up) for s, up in ((-1, 0.94), (0, 1.54), (1, 0.94))]
    canvas.line(eaves, stripe.lighter(-0.12), w * 0.1)
    canvas.rect(x - w * 0.15, y - high * 0.66, w * 0.3, high * 0.66, stripe.lighter(-0.06))


def parasol(stage: Stage, at: Point, height: float) -> None:
    """Draw a parasol of five gores, and a towel in its shade."""
    canvas, (x, y), h, red = stage.canvas, at, height, stage.palette.accent
    white = light.own(stage, lch(0.97, 0.015, 85))
    canvas.ellipse(x + h * 0.3, y + h * 0.03, h * 0.8, h * 0.07, stage.palette.near, alpha=0.22)
    canvas.path(placed(((0.2, 0), (0.95, 0), (1.05, 0.1), (0.25, 0.1)), x, y, h), white)
    canvas.path(scaled("M0 0l-0.1 -1", x, y, h), "none", stroke=white, width=h * 0.035)
    cx, cy, r = x - h * 0.09, y - h * 0.66, h * 0.56
    with canvas.group(move=(cx, cy), turn=-6):
        for i, tone in enumerate((red, white, red, white, red)):
            a, b = -1 + 0.4 * i, -0.6 + 0.4 * i
            canvas.path(
                f"M{num(a * r)} 0Q{num((a + b) / 2 * r)} {num(-r * 0.06)} {num(b * r)} 0"
                f"Q{num(b * r * 0.75)} {num(-r * 0.5)} 0 {num(-r * 0.62)}"
                f"Q{num(a * r * 0.75)} {num(-r * 0.5)} {num(a * r)} 0Z",
                tone,
            )
