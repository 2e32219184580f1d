"""The small moving subjects: people and animals, drawn in a box 100 high that stands on y = 0."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from ....kit.canvas import Canvas, Point
from ....kit.colour import Colour, lch
from ....kit.shapes import oval, polygon
from ....kit.stage import Stage
from ... import light

_SKIN = lch(0.74, 0.07, 55)
_CLOTH = lch(0.34, 0.07, 270)
_BLUE = lch(0.58, 0.13, 245)


@contextmanager
def standing(stage: Stage, at: Point, height: float, *, mirror: bool = False) -> Iterator[Canvas]:
    """Open a box 100 high with its foot at a point; things in it look to the right."""
    scale = height / 100
    with stage.canvas.group(move=at, scale=(-scale if mirror else scale, scale)):
        yield stage.canvas


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
