"""The floor of a river's valley: meadows in layers, trees on them, and the water that winds through."""

from __future__ import annotations

from ....kit.canvas import Point
from ....kit.colour import Colour
from ....kit.outlines import curve
from ... import backdrop, light
from ...stage import Stage
from ..plants import groves
from . import river_banks

Course = tuple[tuple[float, float, float], ...]
"""A river from far to near: x in shares of the width, y in shares of the way from the horizon to the
lower edge, and half its width in shares of the frame's."""
Trees = tuple[tuple[float, float, float], ...]
"""Where trees stand, in the same shares, and their height in units."""
_SIDE = ((-0.02, 0.12), (0.08, 0.15), (0.15, 0.22), (0.19, 0.32), (0.13, 0.42), (-0.02, 0.60))
"""The outline of the land that comes in from one side."""


def green(stage: Stage, depth: float) -> Colour:
    """The land's colour at a depth: its own at every hour."""
    if stage.palette.season == "winter":
        return light.snow_lit(stage).mix(light.snow_dim(stage), 0.75 - 0.5 * depth)
    return light.turf(stage, 0.25 + 0.75 * depth)


def flow(stage: Stage, base: float, course: Course) -> None:
    """Water between two smooth banks."""
    frame, drop = stage.frame, stage.frame.height - base
    left = [(frame.x(x) - w * frame.width, base + drop * y) for x, y, w in course]
    right = [(frame.x(x) + w * frame.width, base + drop * y) for x, y, w in reversed(course)]
    far, middle, near = light.sea(stage)
    paint = stage.canvas.linear(((0, far), (0.4, middle), (1, near)))
    d = f"{curve(left, tension=1)}L{curve(right, tension=1)[1:]}Z"
    rim = green(stage, 0.9).lighter(-0.12)
    stage.canvas.path(d, paint, stroke=rim, width=frame.unit * 0.45)
    with stage.canvas.group(clip=d):
        backdrop.ripples(stage, base + drop * 0.1, frame.height, 46)
        if not frame.tall:
            backdrop.glints(stage, frame.x(0.42), base + drop * 0.3, frame.height, 8)


def plain(stage: Stage, base: float, layers: tuple[tuple[float, float], ...]) -> list[list[Point]]:
    """The valley floor in layers, (share below the horizon, depth) each; give their outlines."""
    lines = []
    for i, (share, depth) in enumerate(layers):
        tone = green(stage, depth)
        paint = stage.canvas.linear(((0, tone), (1, tone.mix(light.needles(stage), 0.3 * depth))))
        top = stage.frame.below(base, share)
        lines.append(backdrop.ridge(stage, f"plain {i}", top, stage.frame.unit * 2.4, paint, detail=2))
        river_banks.hedges(stage, f"hedge {i}", lines[-1], depth)
    return lines


def grove(stage: Stage, base: float, trees: Trees, depth: float) -> None:
    """Trees of many kinds, the far ones first."""
    frame = stage.frame
    spots = [(frame.x(x), frame.below(base, y), frame.unit * tall) for x, y, tall in trees]
    spots.sort(key=lambda spot: spot[1])
    groves.mixed(stage, spots, depth, near=depth > 0.8)


def sides(stage: Stage, base: float) -> None:
    """Land that comes in from both sides, with trees."""
    frame, rng = stage.frame, stage.rng("banks")
    for mirrored in (False, True):
        outline = [(frame.width * (1 - x if mirrored else x), frame.below(base, y)) for x, y in _SIDE]
        stage.canvas.path(curve(outline, tension=0.8) + "Z", green(stage, 0.95))
    trees = tuple(
        (abs(edge - rng.between(0.0, 0.17)), rng.between(0.17, 0.36), rng.between(8, 14))
        for edge in (0, 1)
        for _ in range(6)
    )
    grove(stage, base, trees, 0.95)
