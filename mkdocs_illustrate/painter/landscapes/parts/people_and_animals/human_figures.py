"""People on the way: walkers, cyclists, skiers, each in a box 100 high that stands on y = 0."""

from __future__ import annotations

from ....kit.canvas import Canvas, Point
from ....kit.colour import Colour, lch
from ...stage import Stage
from ..local_box import standing

_SKIN = lch(0.74, 0.07, 55)
_CLOTH = lch(0.34, 0.07, 270)
_BLUE = lch(0.58, 0.13, 245)


def _head(canvas: Canvas, at: Point, cap: Colour) -> None:
    x, y = at
    canvas.circle(x, y, 9, _SKIN)
    canvas.path(f"M{x - 10} {y - 1}a10 10 0 0 1 20 0Z", cap)


def hiker(stage: Stage, at: Point, height: float, *, mirror: bool = False) -> None:
    """Draw a walker with a rucksack and a pole."""
    accent = stage.palette.accent
    with standing(stage, at, height, mirror=mirror) as canvas:
        canvas.line(((30, -52), (36, 0)), _CLOTH, 2.6)
        canvas.line(((-1, -42), (-9, -22), (-18, -2)), _CLOTH, 10)
        canvas.line(((1, -42), (12, -22), (10, -2)), _CLOTH.lighter(0.06), 10)
        canvas.path("M-17 -3h-9v5h16zM9 -3h12l2 5h-17z", _CLOTH.lighter(-0.08))
        canvas.rect(-25, -76, 19, 30, _BLUE, r=7)
        canvas.rect(-24, -84, 17, 9, _BLUE.lighter(-0.12), r=4)
        canvas.path("M-9 -40Q-13 -60 -5 -75Q3 -80 10 -73Q13 -56 10 -40Z", accent)
        canvas.line(((3, -68), (14, -55), (29, -54)), accent.lighter(-0.07), 7)
        canvas.circle(30, -54, 4, _SKIN)
        _head(canvas, (5, -87), _BLUE.lighter(0.05))


def walker(stage: Stage, at: Point, height: float, *, mirror: bool = False) -> None:
    """Draw someone in a coat."""
    accent = stage.palette.accent
    with standing(stage, at, height, mirror=mirror) as canvas:
        canvas.line(((-2, -38), (-10, -2)), _CLOTH, 9)
        canvas.line(((3, -38), (11, -2)), _CLOTH.lighter(0.06), 9)
        canvas.path("M-13 -26Q-12 -60 -7 -74Q2 -80 10 -74Q14 -58 16 -26Z", accent)
        canvas.path("M2 -77Q2 -50 4 -26H16Q14 -58 10 -74Q6 -77 2 -77Z", accent.lighter(-0.08))
        _head(canvas, (3, -87), _CLOTH)


def passer(
    stage: Stage,
    at: Point,
    height: float,
    coat: Colour,
    *,
    mirror: bool = False,
    umbrella: Colour | None = None,
) -> None:
    """Draw a passer-by with a bag, under an umbrella when it rains."""
    with standing(stage, at, height, mirror=mirror) as canvas:
        if umbrella is not None:
            canvas.line(((16, -62), (16, -112)), _CLOTH, 2.6)
        canvas.line(((-2, -40), (-12, -2)), _CLOTH, 8.5)
        canvas.line(((3, -40), (12, -2)), _CLOTH.lighter(0.06), 8.5)
        canvas.path("M-12 -34Q-12 -60 -7 -74Q2 -80 10 -74Q13 -58 14 -34Z", coat)
        canvas.path("M2 -77Q3 -54 4 -34H14Q13 -58 10 -74Q6 -77 2 -77Z", coat.lighter(-0.07))
        canvas.path("M-18 -46h12v14h-12z", _CLOTH.lighter(0.16))
        if umbrella is not None:
            canvas.line(((4, -68), (12, -58), (16, -64)), coat.lighter(-0.1), 5.5)
        _head(canvas, (3, -87), _CLOTH.lighter(0.04))
        if umbrella is not None:
            canvas.path(
                "M-22 -104Q-16 -130 16 -132Q48 -130 54 -104Q46 -109 38 -104Q30 -109 16 "
                "-104Q2 -109 -6 -104Q-14 -109 -22 -104Z",
                umbrella,
            )


def runner(stage: Stage, at: Point, height: float, *, mirror: bool = False, shirt: Colour | None = None) -> None:
    """Draw a runner in full stride."""
    accent = shirt or stage.palette.accent
    with standing(stage, at, height, mirror=mirror) as canvas:
        canvas.line(((-2, -46), (-16, -28), (-36, -30)), _SKIN.lighter(-0.06), 8)
        canvas.line(((2, -46), (20, -34), (16, -6)), _SKIN, 8)
        canvas.path("M-38 -36l-6 3 2 10 5 -1zM12 -5h12l3 5h-15z", _CLOTH)
        canvas.line(((4, -68), (-12, -60), (-18, -48)), _SKIN.lighter(-0.06), 6)
        canvas.path("M-9 -54h18l2 14h-18z", _CLOTH)
        canvas.path("M-8 -52Q-8 -68 2 -77Q10 -78 12 -72Q12 -60 9 -50Z", accent)
        canvas.line(((6, -70), (14, -56), (27, -60)), _SKIN, 6)
        _head(canvas, (13, -87), _CLOTH)


def swimmer(stage: Stage, at: Point, height: float, *, mirror: bool = False) -> None:
    """Draw a swimmer in mid-stroke, a bright float in tow; the water is at y = 0."""
    foam = lch(0.97, 0.01, 220)
    with standing(stage, at, height, mirror=mirror) as canvas:
        canvas.path("M-112 -6Q-90 -2 -64 -6", stroke=foam, width=2)
        canvas.ellipse(-128, -10, 22, 15, stage.palette.accent)
        canvas.path("M-66 2Q-60 -12 -30 -16L8 -18L10 2Z", _CLOTH)
        canvas.line(((-4, -14), (12, -52), (44, -24)), _SKIN.lighter(-0.05), 10)
        canvas.circle(26, -12, 15, _SKIN)
        canvas.path("M10 -12a16 16 0 0 1 32 -2Q26 -10 10 -12Z", stage.palette.accent)
        canvas.path("M30 -10h10", stroke=_CLOTH, width=5)
        canvas.path("M-150 4H-104M-84 3Q-40 -2 60 4M-60 11H20M40 10H76", stroke=foam, width=4, line_alpha=0.9)


def cyclist(stage: Stage, at: Point, height: float, *, mirror: bool = False) -> None:
    """Draw a rider on a bicycle."""
    accent = stage.palette.accent
    steel = _CLOTH.lighter(0.26) if stage.palette.night else _CLOTH
    with standing(stage, at, height, mirror=mirror) as canvas:
        for x in (-34, 34):
            canvas.circle(x, -22, 21, stroke=steel, width=3.6)
        frame = ((-34, -22), (-14, -48), (22, -50), (2, -20), (-34, -22))
        canvas.line(frame, _BLUE, 4)
        canvas.path("M2 -20L-16 -54M34 -22L20 -58h9M-22 -55h13", stroke=steel, width=4)
        canvas.line(((-12, -56), (8, -42), (2, -16)), steel.lighter(0.08), 8)
        canvas.path("M-19 -56Q-14 -76 2 -84Q10 -84 11 -78L-3 -54Z", accent)
        canvas.line(((6, -79), (14, -64), (25, -60)), accent.lighter(-0.07), 6)
        _head(canvas, (14, -92), _BLUE)


def skier(stage: Stage, at: Point, height: float, *, mirror: bool = False) -> None:
    """Draw a skier going downhill."""
    with standing(stage, at, height, mirror=mirror) as canvas:
        canvas.line(((-46, -12), (40, 8), (48, 6)), _BLUE.lighter(0.05), 4)
        canvas.line(((-30, -62), (-62, -40)), _CLOTH, 2.6)
        canvas.line(((-8, -42), (10, -28), (-4, -4)), _CLOTH, 12)
        canvas.path("M-16 -42Q-12 -66 4 -76Q14 -77 16 -69L2 -40Z", stage.palette.accent)
        canvas.line(((8, -68), (4, -52), (20, -50)), stage.palette.accent.lighter(-0.08), 7)
        _head(canvas, (17, -85), _BLUE)
