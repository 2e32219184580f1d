"""Ferries, tugs and yachts, in a box 100 long whose foot is the water line."""

from __future__ import annotations

from ....kit.canvas import Point
from ....kit.colour import lch
from ....kit.outlines import boxes, oval
from ... import light
from ...stage import Stage
from ..objects.sketch import DARK, WHITE, Part, box, dim, sketch

_NAVY = lch(0.36, 0.08, 258)


def ferry(stage: Stage, at: Point, length: float, *, mirror: bool = False) -> None:
    """Draw a white ferry with three decks and a bright funnel; its bow looks right."""
    accent, white = stage.palette.accent, WHITE
    glass = light.pane(stage, _NAVY) if stage.palette.hour in ("dusk", "night") else _NAVY
    rows = [(-38 + 6.4 * i, y, 4.2, 2.8) for y, n in ((-19, 11), (-27, 9)) for i in range(n)]
    sketch(
        stage,
        at,
        length,
        [
            ("M-16 -42V-54H-4L-2 -42Z", accent),
            (boxes([(-16, -50, 14, 3)]), WHITE),
            ("M20 -40V-52M-30 -30V-42", dim(white, 0.2), 1),
            (box(-34, -38, 54, 8, 2), white),
            (box(-40, -30, 66, 8, 1.5), dim(white, 0.03)),
            (box(-46, -22, 84, 10, 1.5), white),
            (boxes(rows), glass),
            ("M6 -36.500H18L20 -33H6Z", glass),
            ("M-50 -13H42L52 -17Q48 -4 42 0H-46Z", _NAVY),
            ("M-49 -4.500H45.500Q44 -1.500 42 0H-46Z", accent),
            ("M-49.500 -11H47", WHITE, 1.2),
            ("M26 -22V-28H36", white, 0.8),
        ],
        mirror=mirror,
    )


def tug(stage: Stage, at: Point, length: float, *, mirror: bool = False) -> None:
    """Draw a stout tug."""
    accent = stage.palette.accent
    glass = light.pane(stage, _NAVY)
    sketch(
        stage,
        at,
        length,
        [
            ("M-12 -40V-60H2V-40Z", accent),
            (boxes([(-12, -56, 14, 5)]), DARK),
            ("M22 -56V-76", DARK, 2),
            (box(0, -58, 30, 22, 3), WHITE),
            (boxes([(4, -53, 9, 8), (17, -53, 10, 8)]), glass),
            (box(-26, -40, 60, 18, 2), WHITE),
            (box(-4, -62, 38, 5, 2), accent),
            ("M-52 -26H34L54 -34Q52 -8 42 0H-42Q-52 -10 -52 -26Z", light.own(stage, _NAVY)),
            ("M-52 -20Q0 -14 50 -22", WHITE, 2.4),
            ("".join(oval(x, -12, 4.5, 4.5) for x in (-30, -10, 10, 30)), DARK),
        ],
        mirror=mirror,
    )


def yacht(stage: Stage, at: Point, height: float, hull: Part, *, mirror: bool = False) -> None:
    """Draw a moored yacht, its sails furled."""
    tone = hull[1]
    wood = light.own(stage, lch(0.62, 0.08, 55))
    sketch(
        stage,
        at,
        height,
        [
            ("M0 -12V-100", light.own(stage, lch(0.97, 0.012, 90)), 2.2),
            ("M0 -98L32 -14M0 -98L-28 -14M0 -60H8", light.own(stage, lch(0.75, 0.02, 250)), 0.7),
            ("M-1 -22H-26", WHITE if stage.palette.hour == "noon" else light.own(stage, WHITE), 4.5),
            ("M-16 -13L-10 -19H10L18 -13Z", light.own(stage, WHITE)),
            ("M-8 -15H6", light.pane(stage, _NAVY), 2),
            (hull[0], tone),
            ("M-29 -11Q0 -8 37 -13", wood, 1.6),
        ],
        mirror=mirror,
    )


HULL = "M-30 -13Q2 -10 40 -15Q34 -2 26 0H-22Q-28 -4 -30 -13Z"
