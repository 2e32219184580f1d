"""The dark land below a bright night: mountains, woods, a hill, the far shore of a lake."""

from __future__ import annotations

from ....kit.canvas import Point
from ....kit.chance import Rng
from ... import backdrop
from ...stage import Stage
from ..plants import flora
from . import peaks


def land(stage: Stage, base: float) -> list[Point]:
    """Ranges and woods before the glow, down to the hill in front."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("land")
    rises = (0.24, 0.16, 0.09)
    if rng.chance(0.65):
        mountains(stage, rng, base)
        rises = (0.0, 0.10, 0.08)
    for i, (rise, share) in enumerate(zip(rises, (0.30, 0.52, 0.74), strict=True)):
        tone = stage.palette.depth(share)
        line = backdrop.ridge(
            stage,
            f"range {i}",
            base - unit * (5 - 3 * i),
            frame.height * rise,
            tone,
            jagged=i == 0,
            points=33,
            detail=5 - i,
        )
        if i:
            spots = flora.along(
                rng, line, int(frame.width / unit / 1.4), (unit * 2, unit * (2 + 1.7 * i)), sink=unit * 0.4
            )
            flora.firs(stage, spots, tone, fine=False)
    return hill(stage, base)


def hill(stage: Stage, base: float) -> list[Point]:
    """The dark hill on which the subject stands, lighter along its edge."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("hill")
    dark, rim = stage.palette.near, stage.palette.depth(0.80)
    paint = stage.canvas.linear(((0, rim), (0.45, dark.lighter(0.03)), (1, dark)))
    line = backdrop.ridge(stage, "hill", base + unit * 4, unit * 5, paint, detail=2, lift=unit * 5)
    tufts = flora.along(rng, line, int(frame.width / unit / 1.2), (unit * 0.8, unit * 2.2))
    flora.grass(stage, tufts, rim)
    spots = [
        s for s in flora.along(rng, line, 26, (unit * 9, unit * 20), sink=unit) if abs(s[0] / frame.width - 0.5) > 0.36
    ]
    flora.firs(stage, spots, dark.lighter(0.02))
    return line


def mountains(stage: Stage, rng: Rng, base: float) -> None:
    """Mountains in the starlight."""
    frame, high = stage.frame, min(stage.frame.height * 0.30, stage.frame.width * 0.34)
    for share, size in ((0.04, 0.62), (0.9, 0.7), (0.36, 0.8), (0.68, 1.0), (0.52, 0.66)):
        tall = high * size * rng.between(0.85, 1.0)
        tip = (frame.x(share + rng.between(-0.06, 0.06)), base - stage.frame.unit * 4 - tall)
        mount = peaks.peak(rng, tip, base, tall * 1.15)
        peaks.rock(stage, rng, mount, stage.palette.depth(0.30 + 0.1 * size), 0.36, 0.2)
    backdrop.haze(stage, base - high * 0.5, base, stage.palette.horizon, 0.5)


def shore(stage: Stage, shore: float) -> None:
    """The far side of the lake: mountains and a line of firs."""
    rng, unit = stage.rng("shore"), stage.frame.unit
    mountains(stage, rng, shore + unit * 4)
    for i, share in enumerate((0.5, 0.72)):
        tone = stage.palette.depth(share)
        line = backdrop.ridge(
            stage, f"shore {i}", shore - unit * (3 - 2.5 * i), unit * (5 - 3.5 * i), tone, detail=4, points=33
        )
        spots = flora.along(rng, line, int(stage.frame.width / unit / 1.5), (unit * 2, unit * (4 + i)), sink=unit * 0.4)
        flora.firs(stage, spots, tone, fine=False)
