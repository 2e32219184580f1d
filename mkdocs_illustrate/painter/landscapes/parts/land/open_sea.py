"""The open sea: its water, the swell, islands and headlands far off, rocks close by."""

from __future__ import annotations

from ....kit.canvas import Point, num
from ....kit.colour import Colour
from ....kit.outlines import curve, placed
from ... import backdrop, light
from ...stage import Stage
from . import cliffs

_ISLANDS = ((0.12, (0.06, 0.5)), (0.26, (0.2, 0.62)))
"""Depth in the haze, and where islands lie, in shares of the width."""
_ROCK = ((-1, 1), (-0.8, -0.2), (-0.1, -0.75), (0.6, -0.3), (1.1, 1))
_LIT_SIDE = ((-0.8, -0.2), (-0.1, -0.75), (0.1, -0.2), (-0.4, 0.15))
_CORNER = 0.3
"""Rocks lie in so much of the width, at either edge."""


def water(stage: Stage, sea: float) -> None:
    """Lay the water, a bright line at its horizon, the sun's path on it."""
    frame, unit = stage.frame, stage.frame.unit
    backdrop.water(stage, sea)
    shine = stage.palette.horizon.mix(stage.palette.light, 0.5)
    stage.canvas.rect(0, sea, frame.width, unit * 0.5, shine, alpha=0.6)
    backdrop.ripples(stage, sea + unit, frame.height, 70)
    backdrop.glints(stage, frame.third, sea + 3, sea + (frame.height - sea) * 0.8, 12)


def islands(stage: Stage, sea: float) -> None:
    """Far islands, each fainter than the next."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("islands")
    for depth, shares in _ISLANDS:
        for share in shares:
            x, half = frame.x(share + rng.between(-0.08, 0.08)), unit * rng.between(12, 24)
            tops = [
                (x - half + half * 2 * i / 8, sea - unit * rng.between(1.5, 6) * (1 - (i / 4 - 1) ** 2))
                for i in range(9)
            ]
            stage.canvas.path(curve(tops, tension=0.9) + "Z", stage.palette.depth(depth))


def headland(stage: Stage, sea: float, nose: float, high: float) -> list[Point]:
    """A wooded headland far off; `nose` is the share of the width where it ends. Give its outline."""
    foot = sea + stage.frame.unit * 1.5
    return cliffs.cliff(stage, "cliff far", nose, high, foot, light.woods(stage, 0.3), light.woods(stage, 0.6))


def swell(stage: Stage, name: str, top: float, colour: Colour, foam: float) -> None:
    """One wave from edge to edge, with a line of foam at its crest."""
    unit = stage.frame.unit
    line = backdrop.ridge(stage, name, top, unit * 2.6, colour, detail=3, points=26)
    stage.canvas.path(curve(line, tension=1), "none", stroke=stage.palette.paper, width=unit * 0.3, line_alpha=foam)


def rocks(stage: Stage) -> None:
    """Dark rocks in both lower corners, the largest at the edges, foam around them."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("rocks")
    body = lit = foam = ""
    for _ in range(18):
        edge = rng.unit() ** 1.3 * _CORNER
        x = frame.width * (edge if rng.chance(0.5) else 1 - edge)
        size = unit * rng.between(3, 8) * (1.3 - edge * 3)
        y = frame.height - unit * rng.between(-1, 3) * (1 - edge * 2)
        body += placed(_ROCK, x, y, size)
        lit += placed(_LIT_SIDE, x, y, size)
        foam += f"M{num(x - size * 1.3)} {num(y + size * 0.55)}h{num(size * 2.6)}"
    dark = light.dark(stage, light.sea(stage)[2], 0.3, 0.27)
    stage.canvas.path(body, dark)
    stage.canvas.path(lit, dark.lighter(0.09))
    stage.canvas.path(foam, "none", stroke=stage.palette.paper, width=unit * 0.35, line_alpha=0.35)
