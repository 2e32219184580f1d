"""The gate of an old town, and the wall to both sides of it."""

from __future__ import annotations

from ....kit.canvas import Point, num
from ....kit.colour import Colour, lch
from ....kit.outlines import boxes, placed, polygon, scaled
from ... import light
from ...stage import Stage

_PENNANT = ((0, -0.96), (0.26, -0.89), (0, -0.8))
_CLOCK_HANDS = "M0 0v-0.09m0 0.09h0.06"
"""In shares of the gate's width."""


def gate(stage: Stage, at: Point, width: float) -> None:
    """Draw the town's gate: a tall tower over an arch, the wall to both sides."""
    (x, foot), w, canvas = at, width, stage.canvas
    rng = stage.rng("gate")
    stone = light.own(stage, lch(0.84, 0.04, 72)).mix(stage.palette.depth(0.4), 0.12)
    roof = light.own(stage, rng.pick((lch(0.56, 0.12, 35), lch(0.42, 0.05, 262))))
    top = foot - w * rng.between(1.5, 1.8)
    _town_wall(stage, foot, w * 0.66, stone)
    _gate_tower(stage, (x, top), (w, foot - top), stone)
    eaves, ridge = top - w * 0.06, top - w * 0.66
    canvas.path(polygon([(x - w * 0.6, eaves), (x - w * 0.2, ridge), (x + w * 0.2, ridge), (x + w * 0.6, eaves)]), roof)
    canvas.path(scaled("M0 -0.66v-0.3", x, top, w), "none", stroke=stage.palette.near, width=w * 0.02)
    canvas.path(placed(_PENNANT, x, top, w), stage.palette.accent)
    _archway(stage, (x, foot), w * 0.24, w * 0.42, stage.palette.near.mix(stone, 0.14))
    panes = [(x + w * dx, top + w * dy, w * 0.09, w * 0.18) for dx in (-0.28, -0.045, 0.19) for dy in (0.16, 0.48)]
    canvas.path(boxes(panes), light.pane(stage, stone) if stage.palette.night else stone.lighter(-0.3))
    canvas.circle(x, foot - w * 0.86, w * 0.13, light.own(stage, lch(0.97, 0.01, 85)))
    canvas.path(scaled(_CLOCK_HANDS, x, foot - w * 0.86, w), "none", stroke=stage.palette.ink, width=w * 0.022)


def _town_wall(stage: Stage, foot: float, high: float, stone: Colour) -> None:
    """The wall from edge to edge, its teeth, and single stones in it."""
    frame, unit, canvas = stage.frame, stage.frame.unit, stage.canvas
    count = int(frame.width / unit / 2.4) + 2
    teeth = [(i * unit * 2.4, foot - high - unit * 1.2, unit * 1.3, unit * 1.4) for i in range(count)]
    canvas.path(boxes([(-4, foot - high, frame.width + 8, high + unit), *teeth]), stone.lighter(-0.03))
    rng, d = stage.rng("stones"), ""
    for _ in range(90):
        x, y = rng.between(0, frame.width), foot - high * rng.unit()
        d += f"M{num(x)} {num(y)}h{num(unit * rng.between(0.8, 1.7))}"
    canvas.path(d, "none", stroke=stone.lighter(-0.1), width=unit * 0.42, line_alpha=0.7)


def _gate_tower(stage: Stage, top: Point, size: tuple[float, float], stone: Colour) -> None:
    """The tower, its side in the shade, and the cornice under its roof."""
    (x, y), (w, high), canvas = top, size, stage.canvas
    canvas.rect(x - w / 2, y, w, high, stone.lighter(0.02))
    canvas.rect(x + (w * 0.16 if stage.frame.shaded > 0 else -w / 2), y, w * 0.34, high, stone.lighter(-0.045))
    canvas.path(boxes([(x - w * 0.56, y - w * 0.06, w * 1.12, w * 0.12)]), stone.lighter(-0.1))


def _archway(stage: Stage, at: Point, r: float, springing: float, dark: Colour) -> None:
    """The way through: half as wide as high up to where its arch springs."""
    (x, foot), low = at, at[1] + stage.frame.unit
    up = num(foot - springing)
    arch = f"M{num(x - r)} {num(low)}V{up}A{num(r)} {num(r)} 0 0 1 {num(x + r)} {up}V{num(low)}Z"
    stage.canvas.path(arch, dark)
