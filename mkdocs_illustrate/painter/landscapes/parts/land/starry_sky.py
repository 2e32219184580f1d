"""The deep sky of a clear night: its colours, the Milky Way, nebulae, stars and meteors."""

from __future__ import annotations

from dataclasses import replace

from ....kit.canvas import num
from ....kit.chance import Rng
from ....kit.colour import Colour, ground, lch
from ....kit.outlines import curve, polygon, star
from ... import backdrop
from ...landscape_colours import Palette
from ...stage import Stage

_Tone = tuple[float, float, float]
_SKIES: tuple[tuple[_Tone, _Tone, _Tone, float], ...] = (
    # top, middle, horizon, and the hue of the nebula
    ((0.27, 0.10, 275), (0.42, 0.13, 288), (0.70, 0.13, 335), 340),
    ((0.25, 0.09, 262), (0.42, 0.12, 252), (0.76, 0.09, 212), 195),
    ((0.26, 0.10, 290), (0.45, 0.15, 315), (0.77, 0.12, 30), 20),
    ((0.25, 0.07, 235), (0.42, 0.09, 212), (0.77, 0.10, 172), 160),
    ((0.24, 0.10, 270), (0.42, 0.14, 278), (0.68, 0.13, 300), 315),
    ((0.25, 0.09, 268), (0.44, 0.13, 292), (0.79, 0.10, 10), 320),
    ((0.23, 0.08, 265), (0.39, 0.11, 262), (0.70, 0.10, 238), 175),
)
"""A night is dark above and glows at its foot, so that what stands there is seen."""
_COLD = (1, 4, 6, 6)
"""Those that suit snow and northern lights."""


def tinted(stage: Stage, *, cold: bool) -> tuple[Palette, float]:
    """Choose the night's colours, perhaps of the cold ones; give the hue of its nebulae too."""
    p, rng = stage.palette, stage.rng("tint")
    top, middle, low, hue = rng.pick(tuple(_SKIES[i] for i in _COLD) if cold else _SKIES)
    turn = rng.between(-8, 8)
    sky = [lch(light, chroma, tone + turn) for light, chroma, tone in (top, middle, low)]
    return replace(
        p,
        hour="night",
        sky_top=sky[0],
        sky_middle=sky[1],
        horizon=sky[2],
        middle=sky[1].mix(sky[2], 0.25).at(0.44),
        near=ground(0.21, 0.06, top[2] + turn),
        light=sky[2].mix(p.paper, 0.65).at(0.94),
    ), hue


def sky(stage: Stage, base: float, hue: float) -> None:
    """Paint the whole sky down to the horizon."""
    backdrop.sky(stage, base)
    _nebulae(stage, base, hue)
    _milky_way(stage, base, hue)
    _stars(stage, base)
    _meteors(stage)


def quiet(stage: Stage, base: float) -> None:
    """Paint a sky of stars alone, for northern lights to hang in."""
    backdrop.sky(stage, base)
    _stars(stage, base)


def _nebulae(stage: Stage, base: float, hue: float) -> None:
    """Two soft clouds of coloured light."""
    frame, rng = stage.frame, stage.rng("nebulae")
    reach = min(frame.width, base) * 0.62
    for share, high, turn, alpha in ((0.70, 0.30, 0, 0.55), (0.30, 0.5, 45, 0.4)):
        at = frame.x(share + rng.between(-0.06, 0.06)), base * (high + rng.between(-0.06, 0.06))
        stage.canvas.glow(*at, reach * rng.between(0.8, 1.05), lch(0.66, 0.16, hue + turn), alpha)


def _milky_way(stage: Stage, base: float, hue: float) -> None:
    """A slanting band: soft light, a bright core, dark lanes and a dust of stars."""
    frame, rng, canvas, unit = stage.frame, stage.rng("milky way"), stage.canvas, stage.frame.unit
    turn = (-1 if not frame.flip else 1) * rng.between(26, 44) * (1.35 if frame.tall else 1)
    reach, wide = frame.width + frame.height, min(base * 0.30, unit * 22)
    pale = stage.palette.horizon.mix(lch(0.92, 0.06, hue), 0.5).at(0.88)
    with canvas.group(move=(frame.x(0.54), base * 0.42), turn=turn):
        for share, tone, alpha in (
            (1.0, pale, 0.30),
            (0.42, pale.mix(stage.palette.paper, 0.6), 0.36),
        ):
            w = wide * share
            stops = ((0, tone, 0.0), (0.5, tone, alpha), (1, tone, 0.0))
            canvas.rect(-reach / 2, -w, reach, 2 * w, canvas.linear(stops))
        canvas.path(_lane(rng, reach, wide), stage.palette.sky_middle, alpha=0.15)
        for size, count, alpha in ((0.16, 300, 0.8), (0.3, 70, 0.95)):
            d = ""
            for _ in range(count):
                off = (rng.unit() + rng.unit() + rng.unit() - 1.5) * wide * 1.1
                d += f"M{num((rng.unit() - 0.5) * reach)} {num(off)}h0"
            canvas.path(d, "none", stroke=stage.palette.paper, width=unit * size, line_alpha=alpha)


def _lane(rng: Rng, reach: float, wide: float) -> str:
    """The dark dust along the middle: one ragged band that swells and thins."""
    upper, lower = [], []
    for i in range(25):
        x, y = reach * (i / 24 - 0.5), wide * rng.between(-0.07, 0.07)
        half = wide * rng.between(0.0, 0.13) * (1 - abs(i / 12 - 1) ** 3)
        upper.append((x, y - half))
        lower.append((x, y + half))
    return f"{curve(upper, tension=1)}L{curve(lower[::-1], tension=1)[1:]}Z"


def _stars(stage: Stage, base: float) -> None:
    """Many small ones, some larger in two tints, a few that sparkle."""
    rng, frame, unit = stage.rng("stars"), stage.frame, stage.frame.unit
    tints: tuple[tuple[float, int, Colour], ...] = (
        (0.2, 130, stage.palette.light),
        (0.34, 45, lch(0.93, 0.05, 230)),
        (0.5, 14, lch(0.93, 0.08, 70)),
    )
    for size, count, tint in tints:
        spots = [(rng.unit() * frame.width, base * rng.unit() ** 1.3 * 0.92) for _ in range(count)]
        d = "".join(f"M{num(x)} {num(y)}h0" for x, y in spots)
        stage.canvas.path(d, "none", stroke=tint, width=unit * size, line_alpha=0.9)
    big = "".join(
        star(rng.unit() * frame.width, base * rng.between(0.06, 0.62), r, r * 0.14, 4)
        for r in (unit * rng.between(0.9, 1.9) for _ in range(9))
    )
    stage.canvas.path(big, stage.palette.paper)


def _meteors(stage: Stage) -> None:
    frame, rng, d, unit = stage.frame, stage.rng("meteors"), "", stage.frame.unit
    side = -1 if frame.flip else 1
    for i in range(rng.whole(2, 3)):
        x, y = frame.x(0.12 + 0.2 * i + rng.between(0, 0.1)), frame.height * rng.between(0.07, 0.3)
        long = unit * rng.between(9, 15)
        tip, thick = (x + side * long, y - long * 0.45), unit * 0.28
        d += polygon([tip, (x - thick, y - thick), (x - thick * 1.6, y + thick), (x + thick, y + thick)])
    stage.canvas.path(d, stage.palette.light, alpha=0.95)
