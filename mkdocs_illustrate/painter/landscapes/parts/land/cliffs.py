"""Headlands and the lighthouses on them."""

# ruff: noqa: PLR0917  a thing is its place, size and tone, and they are read in order

from __future__ import annotations

from ....kit.canvas import Point, num
from ....kit.chance import Rng
from ....kit.colour import Colour, lch
from ....kit.outlines import boxes, pill, placed, polygon, sector
from ... import light
from ...stage import Stage


def cliff(stage: Stage, name: str, nose: float, high: float, foot: float, tone: Colour, grass: Colour) -> list[Point]:
    """A headland from the edge to its nose: a grassy top, a face of rock in two tones."""
    frame, unit, rng, canvas = stage.frame, stage.frame.unit, stage.rng(name), stage.canvas
    top = []
    for i in range(9):
        t = i / 8
        swell = rng.between(-0.05, 0.05) + (0.0 if t < 0.8 else -(t - 0.8) * 0.9)
        top.append((frame.x(1.06 - (1.06 - nose) * t), foot - high * (1 + swell)))
    drop = [
        (frame.x(nose - 0.012), foot - high * 0.52),
        (frame.x(nose - 0.03), foot - high * 0.46),
        (frame.x(nose - 0.04), foot - high * 0.16),
        (frame.x(nose - 0.07), foot),
    ]
    canvas.path(polygon([*top, *drop, (frame.x(1.06), foot)]), tone)
    _strata(stage, rng, (nose, high, foot), tone)
    rim = [(x, y + unit * rng.between(1.0, 3.4) * (high / (unit * 20))) for x, y in reversed(top)]
    canvas.path(polygon([*top, (frame.x(nose - 0.008), foot - high * 0.66), *rim]), grass)
    _boulders(stage, rng, (nose, high, foot), tone)
    return sorted(top)


def _boulders(stage: Stage, rng: Rng, place: tuple[float, float, float], tone: Colour) -> None:
    """Rocks that have fallen into the water, and the foam around them."""
    frame, (nose, high, foot) = stage.frame, place
    body = lit = foam = ""
    for i in range(16):
        x = frame.x(nose - 0.085 + (1.1 - nose) * (i + rng.unit()) / 16)
        s = high * rng.between(0.05, 0.12)
        body += placed(((-1, 0.3), (-0.7, -0.7), (0, -1), (0.8, -0.4), (1.1, 0.3)), x, foot, s)
        lit += placed(((-0.7, -0.7), (0, -1), (0.1, -0.3)), x, foot, s)
        foam += pill(x - s * 1.5, foot + s * 0.05, s * 3.2, s * 0.5)
    stage.canvas.path(foam, stage.palette.paper, alpha=0.7)
    stage.canvas.path(body, tone.lighter(-0.13))
    stage.canvas.path(lit, tone.lighter(-0.04))
    white = boxes(
        [
            (
                min(frame.x(nose - 0.1), frame.x(1.06)),
                foot + high * 0.035,
                abs(frame.x(1.06) - frame.x(nose - 0.1)),
                high * 0.02,
            )
        ]
    )
    stage.canvas.path(white, stage.palette.paper, alpha=0.75)


def _strata(stage: Stage, rng: Rng, place: tuple[float, float, float], tone: Colour) -> None:
    """Buttresses: the dark sides of folds in the rock, and a few cracks."""
    frame, (nose, high, foot) = stage.frame, place
    dark, light, x = "", "", nose + 0.05
    while x < 1.05:
        w = rng.between(0.018, 0.035)
        top, low = foot - high * rng.between(0.68, 0.9), foot - high * rng.between(0.0, 0.1)
        dark += polygon(
            [
                (frame.x(x), top),
                (frame.x(x + w * 0.5), top + high * 0.12),
                (frame.x(x + w), low),
                (frame.x(x - w * 0.3), foot),
            ]
        )
        light += polygon(
            [(frame.x(x + w * 1.2), foot - high * 0.3), (frame.x(x + w * 1.7), low), (frame.x(x + w), foot)]
        )
        x += w * rng.between(2.0, 3.0)
    stage.canvas.path(dark, tone.lighter(-0.1))
    stage.canvas.path(light, tone.lighter(0.05))


def beacon(stage: Stage, at: Point, height: float) -> None:
    """Draw a lighthouse in bands, its lamp shining when it is dark."""
    canvas, side, (x, y), h = stage.canvas, stage.frame.shaded, at, height
    white, red = light.own(stage, lch(0.97, 0.015, 85)), stage.palette.accent
    iron = light.own(stage, lch(0.36, 0.05, 265))
    if stage.palette.hour in ("dusk", "night"):
        beam = (
            stage.canvas.linear(((0, stage.palette.light, 0.55), (1, stage.palette.light, 0.0)), (0, 0), (1, 0))
            if side < 0
            else stage.canvas.linear(((0, stage.palette.light, 0.0), (1, stage.palette.light, 0.55)), (0, 0), (1, 0))
        )
        far = x - side * h * 1.5
        canvas.path(polygon([(x, y - h * 0.9), (far, y - h * 1.12), (far, y - h * 0.72)]), beam)
    for i in range(5):
        low, top = i / 5, (i + 1) / 5
        a, b = 0.11 - 0.045 * low, 0.11 - 0.045 * top
        tone = red if i % 2 else white
        y1, y2 = y - h * 0.82 * low, y - h * 0.82 * top
        canvas.path(polygon([(x - h * a, y1), (x - h * b, y2), (x + h * b, y2), (x + h * a, y1)]), tone)
        canvas.path(
            polygon(
                [(x + side * h * 0.02, y1), (x + side * h * 0.02, y2), (x + side * h * b, y2), (x + side * h * a, y1)]
            ),
            tone.lighter(-0.08),
        )
    canvas.path(boxes([(x - h * 0.1, y - h * 0.845, h * 0.2, h * 0.03)]), iron)
    canvas.rect(x - h * 0.05, y - h * 0.93, h * 0.1, h * 0.09, stage.palette.light)
    canvas.path(f"M{num(x)} {num(y - h * 0.93)}v{num(h * 0.09)}", "none", stroke=iron, width=h * 0.012)
    canvas.path(sector(x, y - h * 0.925, h * 0.068, 180, 360), red.lighter(-0.06))
    canvas.path(
        boxes([(x - h * 0.02, y - h * t, h * 0.04, h * 0.06) for t in (0.3, 0.56)])
        + boxes([(x - h * 0.03, y - h * 0.1, h * 0.06, h * 0.1)]),
        iron,
    )
