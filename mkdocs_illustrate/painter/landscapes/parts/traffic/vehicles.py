"""What moves by wheel, wing, rail or sail. In a local box 100 high, or 100 long where a length is given."""

from __future__ import annotations

from collections.abc import Sequence

from ....kit.canvas import Point, num
from ....kit.colour import Colour, lch
from ....kit.outlines import oval, polygon, scaled
from ...stage import Stage
from ..local_box import standing
from ..people_and_animals import human_figures

_HULL = lch(0.36, 0.07, 260)
_WOOD = lch(0.56, 0.10, 50)
_WHITE = lch(0.97, 0.012, 90)


def train(stage: Stage, at: Point, length: float, *, mirror: bool = False) -> None:
    """Draw a white express train whose nose looks right; `at` is the middle of its foot."""
    accent = stage.palette.accent
    with standing(stage, at, length, mirror=mirror) as canvas:
        canvas.path("M-50 -1V-9Q-50 -11.5 -47 -11.5H32Q43 -11.5 49 -3Q50.500 -.5 47 0H-49Z", _WHITE)
        canvas.path("M-50 -3.600H48.600L50 -1.500Q50 0 47 0H-49Q-50 0 -50 -1Z", accent)
        glass = [(-47 + i * 9.6, -9.4, 7.6, 3.4) for i in range(8)]
        canvas.path("".join(f"M{num(x)} {num(y)}h{num(w)}v{num(h)}h{num(-w)}Z" for x, y, w, h in glass), _HULL)
        canvas.path("M32 -9.4H36Q41 -8.500 43.500 -6H32Z", _HULL)


def car(stage: Stage, at: Point, length: float, colour: Colour, *, mirror: bool = False) -> None:
    """Draw a small car."""
    with standing(stage, at, length, mirror=mirror) as canvas:
        canvas.path(
            "M-48 -8V-22Q-47 -27 -36 -28L-20 -42Q-17 -45 -12 -45H10Q16 -45 20 -40L31 -28Q48 -26 49 -16V-8Z", colour
        )
        canvas.path("M-27 -28L-16 -39.500Q-14 -41 -12 -41H-3V-28ZM2 -41H9Q14 -41 17 -37L24 -28H2Z", lch(0.9, 0.04, 220))
        canvas.path(oval(-29, -8, 9.5, 9.5) + oval(29, -8, 9.5, 9.5), _HULL.lighter(-0.08))
        canvas.path(oval(-29, -8, 4, 4) + oval(29, -8, 4, 4), lch(0.8, 0.01, 250))


def drones(stage: Stage, spots: Sequence[Point], size: float) -> None:
    """Draw small drones."""
    ink, accent = stage.palette.near.mix(stage.palette.middle, 0.25), stage.palette.accent
    arms, hulls, lamps = "", "", ""
    for x, y in spots:
        s = size
        arms += scaled("M-1 -0.12L0 0L1 -0.12M-1.4 -0.3h0.8M0.6 -0.3h0.8", x, y, s)
        hulls += oval(x, y + s * 0.06, s * 0.42, s * 0.26)
        lamps += oval(x, y + s * 0.28, s * 0.12, s * 0.12)
    stage.canvas.path(arms, stroke=ink, width=size * 0.15)
    stage.canvas.path(hulls, ink)
    stage.canvas.path(lamps, accent)


def balloon(stage: Stage, at: Point, height: float) -> None:
    """Draw a hot-air balloon; `at` is the middle of its envelope."""
    accent, white = stage.palette.accent, _WHITE
    with standing(stage, at, height) as canvas:
        canvas.path("M-9 28L-7 44M9 28L7 44", stroke=_HULL, width=1.4)
        canvas.rect(-8, 43, 16, 11, _WOOD, r=2.5)
        canvas.path("M0 -50Q38 -48 36 -10Q32 14 10 30H-10Q-32 14 -36 -10Q-38 -48 0 -50Z", accent)
        canvas.path("M0 -50Q22 -40 20 -8Q18 14 7 30H-7Q-18 14 -20 -8Q-22 -40 0 -50Z", white)
        canvas.path("M0 -50Q9 -34 8 -8Q7 14 3 30H-3Q-7 14 -8 -8Q-9 -34 0 -50Z", accent)
        canvas.path("M0 -50Q38 -48 36 -10Q32 14 10 30H3Q24 8 22 -14Q18 -42 0 -50Z", _HULL, alpha=0.14)


def aeroplane(stage: Stage, at: Point, length: float, *, mirror: bool = False) -> None:
    """Draw a light aeroplane in flight."""
    with standing(stage, at, length, mirror=mirror) as canvas:
        canvas.path("M-48 -14L-40 -14L-30 0L-48 -2Z", stage.palette.accent)
        canvas.path("M-46 -4Q-20 -12 10 -12Q40 -12 49 -2Q46 6 24 7Q-20 7 -46 -1Z", _WHITE)
        canvas.path("M-46 -1Q0 4 49 -1Q46 6 24 7Q-20 7 -46 -1Z", stage.palette.accent)
        canvas.path("M24 -11Q36 -10 41 -5H24Z", _HULL)
        canvas.path("M6 0L-16 18H-24L-8 0Z", lch(0.85, 0.02, 250))


def sailboat(stage: Stage, at: Point, height: float, *, mirror: bool = False) -> None:
    """Draw a yacht under two sails."""
    accent = stage.palette.accent
    with standing(stage, at, height, mirror=mirror) as canvas:
        canvas.path("M-34 -13H42L32 0H-26Z", _WHITE)
        canvas.path("M-30.500 -6H37L32 0H-26Z", accent)
        canvas.path("M0 -12V-100", stroke=_HULL, width=2)
        canvas.path("M3 -98Q26 -62 38 -19H3Z", _WHITE)
        canvas.path("M3 -98Q12 -60 14 -19H3Z", _WHITE.lighter(-0.10))
        canvas.path("M-3 -90Q-22 -50 -31 -19H-3Z", accent)
        canvas.path("M-22 0H34", stroke=_WHITE, width=1.6, line_alpha=0.6)


def afloat(stage: Stage, at: Point, height: float) -> str:
    """Put on the water whoever is out there: a yacht, or a swimmer if the article swims."""
    if "open-water" in stage.concepts:
        human_figures.swimmer(stage, at, height * 1.15, mirror=stage.frame.flip)
        return "a swimmer with a float"
    sailboat(stage, at, height, mirror=stage.frame.flip)
    return "a sailing boat"


def rowboat(stage: Stage, at: Point, length: float, colour: Colour, *, mirror: bool = False) -> None:
    """Draw an open boat."""
    with standing(stage, at, length, mirror=mirror) as canvas:
        canvas.path("M-50 -18Q0 -10 52 -22Q44 0 26 0H-34Q-46 -6 -50 -18Z", colour)
        canvas.path("M-50 -18Q0 -10 52 -22L50 -16Q0 -5 -48 -12Z", colour.lighter(0.14))
        canvas.path("M-40 1H36", stroke=_WHITE, width=1.6, line_alpha=0.5)


def canoe(stage: Stage, at: Point, length: float, *, mirror: bool = False) -> None:
    """Draw a canoe with a paddler."""
    accent = stage.palette.accent
    with standing(stage, at, length, mirror=mirror) as canvas:
        canvas.line(((24, -34), (2, 2)), _WOOD.lighter(0.1), 2)
        canvas.path("M-11 -8Q-13 -28 -5 -34Q4 -36 6 -28L7 -8Z", lch(0.58, 0.12, 245))
        canvas.line(((0, -29), (10, -22), (18, -25)), lch(0.66, 0.12, 245), 4)
        canvas.circle(2, -42, 6, lch(0.74, 0.07, 55))
        canvas.path("M-6 -43a8 7 0 0 1 16 0Z", _HULL)
        canvas.path("M-50 -18Q-44 -9 -30 -9H30Q44 -9 50 -18Q50 0 30 0H-30Q-50 0 -50 -18Z", accent)
        canvas.path("M-49 -11Q-44 -4 -30 -4H30Q44 -4 49 -11Q46 0 30 0H-30Q-46 0 -49 -11Z", accent.lighter(-0.1))


def ship(stage: Stage, at: Point, length: float, *, mirror: bool = False) -> None:
    """Draw a container ship."""
    accent = stage.palette.accent
    rng = stage.rng("cargo")
    colours = (lch(0.62, 0.11, 230), lch(0.72, 0.10, 165), lch(0.80, 0.10, 85), lch(0.60, 0.12, 20))
    with standing(stage, at, length, mirror=mirror) as canvas:
        canvas.rect(-44, -36, 13, 24, _WHITE)
        canvas.path("M-43 -32h11M-43 -27h11", stroke=_HULL, width=1.7, cap="butt")
        canvas.path("M-40 -36v-7h5v7z", accent)
        for i in range(9):
            for row in range(rng.whole(1, 3)):
                canvas.rect(-28 + i * 7.6, -17 - row * 5, 7, 4.6, rng.pick(colours))
        canvas.path("M-49 -13H40L50 -17L43 0H-44Z", _HULL)
        canvas.path("M-46.800 -5H44.800L43 0H-44Z", accent)


def trawler(stage: Stage, at: Point, length: float, colour: Colour, *, mirror: bool = False) -> None:
    """Draw a fishing boat with a wheelhouse and a mast."""
    with standing(stage, at, length, mirror=mirror) as canvas:
        canvas.path("M-14 -20V-74M-14 -70L38 -30M-14 -70L-44 -22", stroke=_HULL, width=1.8)
        canvas.rect(-2, -44, 28, 28, _WHITE, r=2)
        canvas.rect(-5, -48, 34, 6, colour, r=2)
        canvas.path("M2 -38h7v8h-7zM14 -38h8v8h-8z", _HULL)
        canvas.path("M-50 -24Q0 -14 54 -30Q48 0 34 0H-38Q-48 -8 -50 -24Z", colour)
        canvas.path("M-50 -24Q0 -14 54 -30L52.500 -24Q0 -8 -48.500 -18Z", _WHITE)
        canvas.path("M-47 -10Q0 -2 44 -12Q40 0 34 0H-38Q-44 -3 -47 -10Z", colour.lighter(-0.12))


def tractor(stage: Stage, at: Point, length: float, *, mirror: bool = False) -> None:
    """Draw a tractor."""
    accent, dark = stage.palette.accent, _HULL.lighter(-0.06)
    with standing(stage, at, length, mirror=mirror) as canvas:
        canvas.path("M30 -52V-78", stroke=dark, width=4)
        canvas.path("M-34 -50V-86H6L12 -50Z", accent.lighter(-0.1))
        canvas.path("M-27 -54V-80H1L6 -54Z", lch(0.9, 0.04, 220))
        canvas.path("M-40 -52H42Q50 -50 50 -40V-24H-40Z", accent)
        canvas.path(polygon([(-40, -34), (50, -34), (50, -24), (-40, -24)]), accent.lighter(-0.1))
        canvas.path(oval(-22, -26, 27, 26) + oval(34, -17, 17, 17), dark)
        canvas.path(oval(-22, -26, 12, 12) + oval(34, -17, 7, 7), lch(0.86, 0.1, 88))


def tent(stage: Stage, at: Point, height: float, *, mirror: bool = False) -> None:
    """Draw a ridge tent, its door open."""
    accent = stage.palette.accent
    with standing(stage, at, height, mirror=mirror) as canvas:
        canvas.path("M-20 -100L60 -84L100 0H30Z", accent.lighter(-0.12))
        canvas.path("M-20 -100L30 0H-70Z", accent)
        canvas.path("M-20 -86L2 0H-40Z", lch(0.93, 0.09, 88))
        canvas.path("M-20 -86L-40 0H-50Z", accent.lighter(0.1))
