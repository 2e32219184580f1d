"""Gantry cranes."""

from __future__ import annotations

from ....kit.canvas import Point, num
from ....kit.colour import Colour, lch
from ....kit.outlines import boxes, polygon, scaled
from ... import light
from ...stage import Stage

_RED, _BLUE, _LOAD = lch(0.60, 0.15, 28), lch(0.58, 0.09, 245), lch(0.82, 0.12, 88)
_LEGS = "M-0.13 0L-0.091 -0.62M0.13 0L0.091 -0.62M-0.117 -0.24H0.117M-0.1105 -0.26L0.0975 -0.58"
_CABLES = "M-0.02 0V0.26M0.02 0V0.26"
_BOOM = 0.64
"""How high the boom lies; all lengths are shares of the crane's height."""


def crane(stage: Stage, at: Point, height: float, depth: float) -> None:
    """A gantry crane: legs, a boom over the water, stays, a cabin and a hook."""
    (x, y), h, out = at, height, 1 if stage.frame.flip else -1
    tone, boom = light.own(stage, _RED if depth > 0.9 else _BLUE, depth), y - height * _BOOM
    stage.canvas.path(scaled(_LEGS, x, y, h), "none", stroke=tone.lighter(-0.1), width=h * 0.028, cap="butt")
    back = h * 0.62 if out < 0 else h * 0.3
    stage.canvas.path(boxes([(x - back, boom - h * 0.03, h * 0.92, h * 0.045)]), tone)
    _mast(stage, (x, boom), (x + out * h * 0.078, y - h), h, tone.lighter(-0.1))
    _hook(stage, (x + out * h * 0.42, boom), h, tone.lighter(-0.1), light.own(stage, _LOAD, depth))
    stage.canvas.rect(x - out * h * 0.22 - h * 0.05, boom - h * 0.1, h * 0.1, h * 0.075, tone.lighter(0.06))


def _mast(stage: Stage, foot: Point, tip: Point, h: float, tone: Colour) -> None:
    """The mast over the boom, and the stays that hold it."""
    (x, boom), (top, high), out = foot, tip, 1 if stage.frame.flip else -1
    outer, inner = h * 0.0975, h * 0.065
    spread = [(x - outer, boom), (top - h * 0.012, high), (top + h * 0.012, high), (x + outer, boom)]
    stage.canvas.path(polygon([*spread, (x + inner, boom), tip, (x - inner, boom)]), tone)
    ends = (x + out * h * 0.58, x + out * h * 0.3, x - out * h * 0.28)
    stays = "".join(f"M{num(top)} {num(high)}L{num(end)} {num(boom)}" for end in ends)
    stage.canvas.path(stays, "none", stroke=tone, width=h * 0.009)


def _hook(stage: Stage, at: Point, h: float, tone: Colour, load: Colour) -> None:
    (x, boom), canvas = at, stage.canvas
    canvas.path(scaled(_CABLES, x, boom, h), "none", stroke=tone, width=h * 0.006)
    canvas.rect(x - h * 0.075, boom + h * 0.26, h * 0.15, h * 0.065, load)


def wake(stage: Stage, at: Point, length: float) -> None:
    """Draw the foam along a hull."""
    x, y = at
    unit, rng, d = stage.frame.unit, stage.rng("wake"), ""
    for i in range(7):
        w = length * rng.between(0.1, 0.3)
        d += f"M{num(x + length * rng.between(-0.55, 0.4))} {num(y + unit * 0.5 * (i % 3))}h{num(w)}"
    stage.canvas.path(d, "none", stroke=stage.palette.paper, width=unit * 0.32, line_alpha=0.55)
