"""Lamps and garlands, and the pool of light that lies on a room in the evening."""

# ruff: noqa: PLR0917  a lamp is its place, size and tone, and they are read in order

from __future__ import annotations

from ....kit.canvas import Point, num
from ....kit.colour import Colour, lch
from ....kit.outlines import oval, placed
from ...stage import Stage
from ..objects.sketch import DARK, TINTS, WHITE, Part, dim, sketch
from .room import Room

_BULB = lch(0.97, 0.06, 92)


def pool(stage: Stage, made: Room, at: Point, reach: float) -> None:
    """Let lamplight lie softly on the wall; by day there is none."""
    if made.lamplit:
        stage.canvas.glow(*at, reach, lch(0.90, 0.09, 78), 0.42)


def pendant(stage: Stage, made: Room, at: Point, size: float, colour: Colour, kind: int) -> None:
    """Hang one of several lamps from the ceiling; `at` is the middle of its lower rim."""
    x, y = at
    if made.lamplit:
        stage.canvas.glow(x, y, size * 2.2, stage.palette.light, 0.5)
    cord = DARK if not made.lamplit else WHITE.mix(made.wall, 0.4)
    stage.canvas.path(f"M{num(x)} 0V{num(y - size * 0.8)}", "none", stroke=cord, width=size * 0.06)
    sketch(stage, at, size, _SHADES[kind % len(_SHADES)](colour))


def _dome(colour: Colour) -> list[Part]:
    return [
        (oval(0, 2, 30, 26), _BULB),
        ("M-100 0Q-92 -82 0 -100Q92 -82 100 0Z", colour),
        ("M32 0Q34 -76 0 -100Q92 -82 100 0Z", dim(colour)),
    ]


def _cone(colour: Colour) -> list[Part]:
    return [
        (oval(0, 0, 34, 20), _BULB),
        ("M-86 0L-20 -96H20L86 0Z", colour),
        ("M30 0L8 -96H20L86 0Z", dim(colour)),
        ("M-14 -92H14V-114H-14Z", DARK),
    ]


def _globe(colour: Colour) -> list[Part]:
    return [
        (oval(0, -44, 54, 54), _BULB),
        ("M0 -98A54 54 0 0 1 0 10A70 70 0 0 0 0 -98Z", lch(0.93, 0.06, 85)),
        ("M-20 -88H20V-106H-20Z", colour),
    ]


def _bell(colour: Colour) -> list[Part]:
    return [
        (oval(0, 0, 26, 22), _BULB),
        ("M-64 4Q-60 -30 -40 -60Q-26 -96 0 -100Q26 -96 40 -60Q60 -30 64 4Z", colour),
        ("M24 4Q24 -50 0 -100Q26 -96 40 -60Q60 -30 64 4Z", dim(colour)),
        ("M-62 -8H62V4H-64Z", colour.lighter(0.08)),
    ]


def _basket(colour: Colour) -> list[Part]:
    """A woven shade."""
    straw = lch(0.80, 0.085, 72)
    ribs = "M-60 -6L-34 -84M-30 -2L-14 -94M0 0V-98M30 -2L14 -94M60 -6L34 -84M-76 -34H76M-52 -66H52"
    return [
        (oval(0, 0, 34, 24), _BULB),
        ("M-84 0Q-82 -66 -28 -98H28Q82 -66 84 0Z", straw),
        (ribs, dim(straw, 0.1), 5),
        ("M-22 -94H22V-106H-22Z", colour),
    ]


_SHADES = (_dome, _cone, _globe, _bell, _basket)


def hang(stage: Stage, made: Room, xs: tuple[float, ...], drop: float, size: float) -> None:
    """Hang equal lamps side by side."""
    rng = stage.rng("lamps")
    kind = rng.whole(0, len(_SHADES) - 1)
    colour = rng.pick((stage.palette.accent, made.cabinet, TINTS[1], WHITE, TINTS[3]))
    for x in xs:
        pendant(stage, made, (x, drop), size, colour, kind)


def garland(stage: Stage, made: Room) -> str:
    """Hang small flags, or bulbs on a string, along the ceiling."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("garland")
    wide, sag, count = frame.width / 2, unit * 4.5, max(6, int(frame.width / unit / 9))
    ropes, spots = "", []
    for k in range(2):
        left, y = wide * k, unit * 1.5
        ropes += f"M{num(left)} {num(y)}Q{num(left + wide / 2)} {num(y + sag * 2)} "
        ropes += f"{num(left + wide)} {num(y)}"
        for i in range(count):
            t = (i + 0.5) / count
            spots.append((left + wide * t, y + sag * 4 * t * (1 - t)))
    cord = made.wood if not made.lamplit else dim(made.wall, 0.12)
    stage.canvas.path(ropes, "none", stroke=cord, width=unit * 0.3)
    if made.lamplit or rng.chance(0.4):
        _bulbs(stage, made, spots)
        return "a string of lights"
    for i, tint in enumerate(TINTS[:5]):
        d = "".join(placed(((-1.5, 0), (1.5, 0), (0, 3.2)), x, y, unit) for x, y in spots[i::5])
        stage.canvas.path(d, tint)
    return "a garland of flags"


def _bulbs(stage: Stage, made: Room, spots: list[Point]) -> None:
    unit = stage.frame.unit
    if made.lamplit:
        halo = "".join(oval(x, y + unit, unit * 2.1, unit * 2.1) for x, y in spots)
        stage.canvas.path(halo, _BULB, alpha=0.16)
    d = "".join(oval(x, y + unit, unit * 0.75, unit * 0.95) for x, y in spots)
    stage.canvas.path(d, _BULB if made.lamplit else lch(0.92, 0.10, 90))
