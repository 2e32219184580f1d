"""Gantry cranes."""

from __future__ import annotations

from ....kit.canvas import Point, num
from ....kit.colour import lch
from ....kit.outlines import boxes, polygon
from ... import light
from ...stage import Stage

_LOAD = lch(0.82, 0.12, 88)


def crane(stage: Stage, at: Point, height: float, depth: float) -> None:
    """A gantry crane: legs, a boom over the water, stays, a cabin and a hook."""
    (x, y), h, canvas, out = at, height, stage.canvas, 1 if stage.frame.flip else -1
    tone = light.own(stage, lch(0.60, 0.15, 28) if depth > 0.9 else lch(0.58, 0.09, 245), depth)
    dim = tone.lighter(-0.1)
    w = h * 0.13
    legs = (
        f"M{num(x - w)} {num(y)}L{num(x - w * 0.7)} {num(y - h * 0.62)}M{num(x + w)} "
        f"{num(y)}L{num(x + w * 0.7)} "
        f"{num(y - h * 0.62)}M{num(x - w * 0.9)} {num(y - h * 0.24)}"
        f"H{num(x + w * 0.9)}"
    )
    cross = f"M{num(x - w * 0.85)} {num(y - h * 0.26)}L{num(x + w * 0.75)} {num(y - h * 0.58)}"
    canvas.path(legs + cross, "none", stroke=dim, width=h * 0.028, cap="butt")
    boom = y - h * 0.64
    canvas.path(
        boxes([(x + (out * h * 0.62 if out < 0 else -h * 0.3), boom - h * 0.03, h * 0.92, h * 0.045)]),
        tone,
    )
    mast = (x + out * w * 0.6, y - h)
    canvas.path(
        polygon(
            [
                (x - w * 0.75, boom),
                (mast[0] - h * 0.012, mast[1]),
                (mast[0] + h * 0.012, mast[1]),
                (x + w * 0.75, boom),
                (x + w * 0.5, boom),
                mast,
                (x - w * 0.5, boom),
            ]
        ),
        dim,
    )
    stays = (
        f"M{num(mast[0])} {num(mast[1])}L{num(x + out * h * 0.58)} {num(boom)}"
        f"M{num(mast[0])} {num(mast[1])}"
        f"L{num(x + out * h * 0.3)} {num(boom)}M{num(mast[0])} {num(mast[1])}"
        f"L{num(x - out * h * 0.28)} {num(boom)}"
    )
    canvas.path(stays, "none", stroke=dim, width=h * 0.009)
    hook = x + out * h * 0.42
    canvas.path(
        f"M{num(hook - h * 0.02)} {num(boom)}V{num(boom + h * 0.26)}"
        f"M{num(hook + h * 0.02)} {num(boom)}"
        f"V{num(boom + h * 0.26)}",
        "none",
        stroke=dim,
        width=h * 0.006,
    )
    box = light.own(stage, _LOAD, depth)
    canvas.rect(hook - h * 0.075, boom + h * 0.26, h * 0.15, h * 0.065, box)
    canvas.rect(x - out * h * 0.22 - h * 0.05, boom - h * 0.1, h * 0.1, h * 0.075, tone.lighter(0.06))


def wake(stage: Stage, at: Point, length: float) -> None:
    """Draw the foam along a hull."""
    x, y = at
    unit, rng, d = stage.frame.unit, stage.rng("wake"), ""
    for i in range(7):
        w = length * rng.between(0.1, 0.3)
        d += f"M{num(x + length * rng.between(-0.55, 0.4))} {num(y + unit * 0.5 * (i % 3))}h{num(w)}"
    stage.canvas.path(d, "none", stroke=stage.palette.paper, width=unit * 0.32, line_alpha=0.55)
