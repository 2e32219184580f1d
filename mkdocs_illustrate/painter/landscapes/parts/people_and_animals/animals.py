"""Animals of wood, pasture and desert, each in a box 100 high that stands on y = 0."""

from __future__ import annotations

from ....kit.canvas import Point
from ....kit.colour import Colour, lch
from ....kit.outlines import oval, polygon
from ... import light
from ...stage import Stage
from ..local_box import standing

_CLOTH = lch(0.34, 0.07, 270)


def deer(stage: Stage, at: Point, height: float, colour: Colour, *, mirror: bool = False) -> None:
    """Draw a standing stag."""
    with standing(stage, at, height, mirror=mirror) as canvas:
        legs = "M-24 -34L-27 0M-16 -34L-15 0M14 -34L12 0M20 -36L24 0"
        canvas.path(legs, stroke=colour.lighter(-0.07), width=4.5)
        canvas.path(
            "M-32 -46Q-30 -56 -16 -54L12 -55Q18 -66 22 -76L31 -72Q30 -56 26 -44Q22 -32 10 -32H-22Q-31 -33 -32 -46Z",
            colour,
        )
        canvas.path("M21 -78Q25 -85 31 -82L42 -74Q43 -70 38 -69L26 -69Z", colour)
        antlers = "M25 -82Q16 -92 20 -104M22 -93L12 -99M28 -82Q36 -90 35 -104M33 -93L42 -100"
        canvas.path(antlers, stroke=colour.lighter(-0.1), width=2.6)
        canvas.path("M-33 -50l-4 9 6 -1z", colour.lighter(0.2))


def fox(stage: Stage, at: Point, height: float, *, mirror: bool = False) -> None:
    """Draw a sitting fox."""
    coat = stage.palette.accent
    with standing(stage, at, height, mirror=mirror) as canvas:
        canvas.path("M-14 0Q-62 4 -58 -30Q-50 -14 -20 -20Z", coat.lighter(-0.05))
        canvas.path("M-58 -30Q-60 -12 -48 -6Q-50 -16 -46 -20Z", lch(0.95, 0.02, 80))
        canvas.path("M-24 0Q-26 -44 2 -60L22 -52Q26 -30 20 0Z", coat)
        canvas.path("M8 -52Q20 -40 14 -12L22 -20Q26 -40 22 -54Z", lch(0.95, 0.02, 80))
        canvas.path("M-4 -58L-6 -88L8 -76H16L30 -88L30 -66L42 -56Q30 -46 14 -48Z", coat)


def sheep(stage: Stage, spots: list[Point], height: float) -> None:
    """Draw a few grazing sheep in three paths."""
    legs, coats, heads = "", "", ""
    h = height
    for x, y in spots:
        legs += "".join(f"M{x + dx * h:.1f} {y:.1f}v{-h * 0.4:.1f}" for dx in (-0.35, 0.3))
        coats += oval(x, y - h * 0.58, h * 0.62, h * 0.38)
        heads += oval(x + h * 0.62, y - h * 0.52, h * 0.2, h * 0.17)
    dark = light.own(stage, _CLOTH)
    stage.canvas.path(legs, stroke=dark, width=h * 0.12)
    stage.canvas.path(coats, light.own(stage, stage.palette.paper))
    stage.canvas.path(heads, dark)


def camel(stage: Stage, at: Point, height: float, colour: Colour, *, mirror: bool = False) -> None:
    """Draw a camel with a saddle cloth."""
    with standing(stage, at, height, mirror=mirror) as canvas:
        legs = "M-24 -44L-28 -20L-26 0M-15 -44L-14 0M16 -44L14 -20L17 0M23 -44L27 0"
        canvas.path(legs, stroke=colour.lighter(-0.06), width=5)
        canvas.path(
            "M-34 -56Q-30 -66 -20 -66Q-8 -92 4 -68Q20 -68 28 -60Q36 -62 38 -86"
            "Q38 -94 46 -94L58 -90Q60 -85 55 -84L47 -83Q48 -50 30 -42H-26"
            "Q-35 -44 -34 -56Z",
            colour,
        )
        canvas.path("M-20 -64Q-8 -88 5 -67L9 -46H-22Z", stage.palette.accent.lighter(0.06))
        canvas.path(polygon([(-18, -58), (7, -58), (8, -53), (-20, -53)]), lch(0.95, 0.04, 85))


def cow(stage: Stage, at: Point, height: float, *, mirror: bool = False) -> None:
    """Draw a spotted cow."""
    white, brown = light.own(stage, lch(0.95, 0.02, 70)), light.own(stage, lch(0.5, 0.09, 45))
    with standing(stage, at, height, mirror=mirror) as canvas:
        canvas.path("M-38 -40V0M-28 -40V0M20 -40V0M30 -40V0", stroke=white.lighter(-0.12), width=8)
        canvas.rect(-46, -80, 86, 46, white, r=14)
        canvas.path("M36 -84L58 -88Q74 -66 66 -52H54L38 -64Z", brown)
        canvas.path("M-30 -80h26q4 22 -14 24q-14 -4 -12 -24zM8 -50q14 -8 22 2v14h-20z", brown)
        canvas.path("M-45 -72q-10 8 -8 30", stroke=white.lighter(-0.12), width=4)


def ibex(stage: Stage, at: Point, height: float, *, mirror: bool = False) -> None:
    """Draw an ibex with its long horns."""
    coat = light.own(stage, lch(0.72, 0.06, 62))
    _goat(stage, at, height, (coat, "M27 -84Q26 -112 -2 -114M23 -84Q20 -104 -6 -105"), mirror=mirror)


def goat(stage: Stage, at: Point, height: float, *, mirror: bool = False) -> None:
    """Draw a white goat."""
    coat = light.own(stage, lch(0.95, 0.02, 70))
    _goat(stage, at, height, (coat, "M27 -84Q22 -96 12 -98"), mirror=mirror)


def _goat(stage: Stage, at: Point, height: float, look: tuple[Colour, str], *, mirror: bool) -> None:
    coat, horns = look
    with standing(stage, at, height, mirror=mirror) as canvas:
        legs = "M-24 -36L-28 -18L-24 0M-14 -36L-14 0M12 -36L15 -18L11 0M20 -38L23 0"
        canvas.path(legs, stroke=coat.lighter(-0.1), width=5.5)
        canvas.path(horns, stroke=light.own(stage, lch(0.42, 0.04, 55)), width=4.5)
        canvas.path(
            "M-33 -52Q-29 -61 -12 -58L10 -60Q18 -68 21 -78L33 -74Q33 -54 25 -42Q20 -33 8 -33H-22Q-32 -35 -33 -52Z", coat
        )
        canvas.path("M-22 -33H8Q20 -33 25 -42Q10 -40 -30 -44Q-28 -35 -22 -33Z", coat.lighter(-0.08))
        canvas.path("M20 -80Q26 -90 34 -85L47 -74Q47 -69 41 -68L27 -68Z", coat)
        canvas.path("M38 -68l2 10 4 -11zM-33 -54l-7 -6 3 11z", coat.lighter(-0.08))
