"""Stone bridges and mill wheels."""

from __future__ import annotations

from ....kit.canvas import Point, num
from ....kit.colour import Colour, lch
from ....kit.outlines import boxes, polygon
from ... import light
from ...stage import Stage
from ..people_and_animals import human_figures

_STONE = lch(0.84, 0.048, 74)
_OPENINGS = ((0.255, 0.60, 0.40), (0.135, 0.79, 0.46), (0.0, 0.9, 0.5), (-0.135, 0.79, 0.46), (-0.255, 0.60, 0.40))
"""From right to left: distance from the middle and height in shares of the bridge's, and radius."""


def arches(stage: Stage, foot: float, high: float) -> None:
    """A humped deck, five round openings, their reflection as a shade on the water."""
    frame, unit, canvas = stage.frame, stage.frame.unit, stage.canvas
    tone = light.own(stage, _STONE)
    ends, crown, half = foot - high * 0.62, foot - high * 1.15, frame.width * 0.57
    x0, x1, middle = frame.width / 2 - half, frame.width / 2 + half, frame.width / 2
    rail = _deck(x0, x1, ends, crown)
    openings = [(middle + half * 2 * share, half * 0.215 * r, high * tall * 0.5) for share, tall, r in _OPENINGS]
    shade = stage.palette.near.mix(light.sea(stage)[2], 0.4)
    canvas.path(boxes([(x0, foot, half * 2, high * 0.5)]), canvas.linear(((0, shade, 0.5), (1, shade, 0.0))))
    for (c, r, up), (_, tall, _) in zip(openings, _OPENINGS, strict=True):
        canvas.path(_soffit(c, r, foot, (up, high * tall * 0.42)), tone.lighter(-0.2))
    canvas.path(f"{rail}V{num(foot)}{''.join(_opening(*o, foot) for o in openings)}H{num(x0)}Z", tone)
    at = (frame.golden, ends + (crown - ends) * 0.94)
    human_figures.walker(stage, at, unit * 6, mirror=frame.flip)
    canvas.path(rail, "none", stroke=tone.lighter(0.06 if tone.light < 0.86 else -0.1), width=unit * 1.1)
    ledge = _deck(x0, x1, ends + unit * 1.7, crown + unit * 1.7)
    canvas.path(ledge, "none", stroke=tone.lighter(-0.1), width=unit * 0.4)
    _stones(stage, (x0, x1, ends, crown), tone)


def _deck(x0: float, x1: float, ends: float, crown: float) -> str:
    """The humped line of the deck, from end to end."""
    return f"M{num(x0)} {num(ends)}Q{num((x0 + x1) / 2)} {num(2 * crown - ends)} {num(x1)} {num(ends)}"


def _opening(c: float, r: float, up: float, foot: float) -> str:
    """The outline of one opening, as a bite out of the bridge's lower edge."""
    top = num(foot - up)
    return f"H{num(c + r)}V{top}A{num(r)} {num(up)} 0 0 0 {num(c - r)} {top}V{num(foot)}"


def _soffit(c: float, r: float, foot: float, ups: tuple[float, float]) -> str:
    """The dark inner side of an opening, between its outer and its inner arch."""
    (up, inner), top, low = ups, num(foot - ups[0]), num(foot)
    outer = f"M{num(c + r)} {low}V{top}A{num(r)} {num(up)} 0 0 0 {num(c - r)} {top}V{low}h{num(r * 0.3)}"
    return f"{outer}V{top}A{num(r * 0.85)} {num(inner)} 0 0 1 {num(c + r)} {top}Z"


def _stones(stage: Stage, place: tuple[float, float, float, float], tone: Colour) -> None:
    x0, x1, ends, crown = place
    rng, unit, d = stage.rng("stones"), stage.frame.unit, ""
    for _ in range(60):
        t = rng.unit()
        x = x0 + (x1 - x0) * t
        y = ends + (crown - ends) * (1 - (2 * t - 1) ** 2) + unit * rng.between(2.6, 4.4)
        d += f"M{num(x)} {num(y)}h{num(unit * rng.between(0.8, 1.6))}"
    stage.canvas.path(d, "none", stroke=tone.lighter(-0.09), width=unit * 0.4)


def wheel(stage: Stage, at: Point, r: float) -> None:
    """Draw a mill wheel with paddles, foam at its foot."""
    (x, y), canvas = at, stage.canvas
    wood = light.own(stage, lch(0.42, 0.07, 45))
    canvas.circle(x, y, r, stroke=wood, width=r * 0.14)
    canvas.circle(x, y, r * 0.66, stroke=wood.lighter(0.06), width=r * 0.08)
    d, paddles = "", ""
    for ux, uy in ((1, 0), (0.866, 0.5), (0.5, 0.866), (0, 1), (-0.5, 0.866), (-0.866, 0.5)):
        d += f"M{num(x - ux * r)} {num(y - uy * r)}L{num(x + ux * r)} {num(y + uy * r)}"
        for s in (1, -1):
            px, py = x + s * ux * r, y + s * uy * r
            paddles += polygon(
                [
                    (px - uy * r * 0.1, py + ux * r * 0.1),
                    (px + uy * r * 0.1, py - ux * r * 0.1),
                    (px + s * ux * r * 0.17 + uy * r * 0.1, py + s * uy * r * 0.17 - ux * r * 0.1),
                    (px + s * ux * r * 0.17 - uy * r * 0.1, py + s * uy * r * 0.17 + ux * r * 0.1),
                ]
            )
    canvas.path(d, "none", stroke=wood.lighter(0.06), width=r * 0.07)
    canvas.path(paddles, wood)
    canvas.circle(x, y, r * 0.13, wood)
    foam = f"M{num(x - r * 1.2)} {num(y + r * 1.05)}h{num(r * 1.6)}"
    foam += f"M{num(x - r * 0.7)} {num(y + r * 1.22)}h{num(r * 1.5)}"
    canvas.path(foam, "none", stroke=stage.palette.paper, width=r * 0.1, line_alpha=0.8)
