"""A quiet room with a mat: someone sits upright on it, or stands on one leg."""

from __future__ import annotations

from collections.abc import Callable

from ....kit.colour import Colour, lch
from ....kit.outlines import oval
from ...stage import Stage
from ..objects.sketch import OAK, STEEL, WHITE, Part, box, dim, sketch
from . import furniture, lamps, room, wall_fittings, windows
from .room import Room, Slot

_SKINS = (lch(0.80, 0.07, 60), lch(0.66, 0.09, 52), lch(0.52, 0.08, 48))
_HAIRS = (lch(0.34, 0.05, 45), lch(0.30, 0.03, 280), lch(0.62, 0.11, 58))
_CLOTHS = (lch(0.42, 0.09, 270), lch(0.45, 0.08, 190), lch(0.44, 0.10, 330))
Look = tuple[Colour, Colour, Colour, Colour]
"""Skin, hair, leggings and shirt."""


def _head(y: float, look: Look) -> list[Part]:
    """A head seen from the front, eyes shut, the hair in a knot."""
    skin, hair, *_ = look
    return [
        (oval(0, y - 15, 6.4, 6), hair),
        (box(-4.5, y + 6, 9, 14), dim(skin, 0.06)),
        (f"M-12 {y + 4}Q-15 {y - 14} 0 {y - 15}Q15 {y - 14} 12 {y + 4}Z", hair),
        (oval(0, y, 10.4, 12.4), skin),
        (
            (
                f"M-11 {y - 2}Q-12 {y - 14} 0 {y - 14}Q12 {y - 14} 11 {y - 2}"
                f"Q4 {y - 6} 1 {y - 10}Q-4 {y - 5} -11 {y - 2}Z"
            ),
            hair,
        ),
        (f"M-6.6 {y + 1.4}q2 2 4 0M2.6 {y + 1.4}q2 2 4 0M-3 {y + 6.6}q3 2.4 6 0", dim(skin, 0.3), 1.2),
    ]


def seated(look: Look) -> list[Part]:
    """Someone with crossed legs, the hands on the knees."""
    skin, _, cloth, shirt = look
    return [
        ("M-20 -24Q-70 -30 -70 -12Q-66 0 -20 -2L20 -2Q66 0 70 -12Q70 -30 20 -24Z", cloth),
        ("M-62 -12Q-30 -24 22 -8M62 -12Q30 -22 4 -12", cloth.lighter(0.06), 12),
        (oval(27, -6, 10, 5), skin),
        (oval(-27, -6, 10, 5), dim(skin, 0.04)),
        ("M-17 -56Q-31 -44 -42 -20M17 -56Q31 -44 42 -20", skin, 7.5),
        ("M-18 -20Q-22 -42 -22 -56Q-14 -64 0 -64Q14 -64 22 -56Q22 -42 18 -20Z", shirt),
        ("M6 -64Q14 -64 22 -56Q22 -42 18 -20H4Q14 -40 6 -64Z", dim(shirt, 0.05)),
        (oval(-46, -19, 7, 4.6) + oval(46, -19, 7, 4.6), skin),
        ("M-9 -64Q0 -54 9 -64Z", dim(skin, 0.03)),
        *_head(-82, look),
    ]


def tree(look: Look) -> list[Part]:
    """Someone in the tree pose: one foot at the other knee, the hands joined overhead."""
    skin, _, cloth, shirt = look
    return [
        ("M-1 -48L-2 -6", cloth, 12),
        ("M2 -46L30 -33L5 -25", cloth.lighter(0.06), 11),
        (oval(0, -3, 9, 4), skin),
        (oval(3, -24, 5, 6), skin),
        ("M-12 -72Q-24 -92 -1 -112M12 -72Q24 -92 1 -112", skin, 5.4),
        ("M-3 -108L0 -122L3 -108Z", skin),
        ("M-12 -44Q-10 -60 -13 -72Q0 -80 13 -72Q10 -60 12 -44Z", shirt),
        ("M3 -76Q9 -75 13 -72Q10 -60 12 -44H3Q7 -60 3 -76Z", dim(shirt, 0.05)),
        *_small(look),
    ]


def _small(look: Look) -> list[Part]:
    """The head of the tree pose: smaller, for the whole body fills the box."""
    skin, hair, *_ = look
    return [
        (oval(0, -101, 4.4, 4), hair),
        (box(-3, -79, 6, 8), dim(skin, 0.06)),
        (oval(0, -88, 9.4, 11), hair),
        (oval(0, -86.4, 7.6, 9.2), skin),
        ("M-8 -88Q-8 -97 0 -97Q8 -97 8 -88Q3 -91 1 -94Q-3 -90 -8 -88Z", hair),
        ("M-5 -85q1.6 1.6 3.2 0M1.8 -85q1.6 1.6 3.2 0", dim(skin, 0.3), 1),
    ]


def _bottle() -> list[Part]:
    return [
        (box(-17, -78, 34, 78, 10), lch(0.70, 0.09, 205)),
        (box(-10, -100, 20, 18, 4), STEEL),
        (box(2, -74, 9, 66, 4), dim(lch(0.70, 0.09, 205))),
        ("M-17 -50H17", WHITE, 5),
    ]


def _blocks(tone: Colour) -> list[Part]:
    roll = lch(0.62, 0.10, 300)
    return [
        (box(-60, -34, 120, 34, 4), tone),
        ("M-60 -17H60", dim(tone), 2),
        (oval(0, -62, 28, 28), roll),
        ("M0 -62m-14 0a14 14 0 1 1 14 14a20 20 0 0 1 -20 -20", dim(roll, 0.12), 4),
    ]


_POSES: tuple[tuple[Callable[[Look], list[Part]], float, str], ...] = (
    (seated, 33, "someone sitting cross-legged on a mat"),
    (seated, 33, "someone sitting cross-legged on a mat"),
    (tree, 39, "someone balancing on one leg on a mat"),
)


def draw(stage: Stage, made: Room) -> tuple[str, list[str]]:
    """Draw a bright room, a mat, who is on it, and a few things at the mat's ends."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("layout")
    x, side, foot = frame.width / 2, -1 if frame.flip else 1, frame.height - unit * 6
    words = _walls(stage, made, foot)
    accent = stage.palette.accent
    look = (rng.pick(_SKINS), rng.pick(_HAIRS), rng.pick(_CLOTHS), accent)
    pose, high, noun = rng.pick(_POSES)
    half = min(unit * 36, frame.width * 0.44)
    mat = lch(0.74, 0.09, rng.pick((165.0, 205.0, 300.0, 345.0)))
    stage.canvas.path(
        f"M{x - half * 0.9:.1f} {foot - unit * 2.4:.1f}H{x + half * 0.9:.1f}"
        f"L{x + half:.1f} {foot + unit * 2.8:.1f}H{x - half:.1f}Z",
        mat,
    )
    stage.canvas.rect(x - half, foot + unit * 2.8, half * 2, unit * 0.9, dim(mat, 0.1))
    stage.canvas.ellipse(x, foot + unit * 0.4, unit * high * 0.6, unit * 1.5, dim(mat, 0.1))
    reach = min(unit * 33, half * 0.82)
    sketch(stage, (x + side * reach, made.floor + unit * 2.4), unit * 9, _blocks(OAK))
    sketch(stage, (x - side * reach, foot), unit * 9, _bottle())
    sketch(stage, (x, foot + unit), unit * high, pose(look), mirror=side < 0)
    return "a quiet room", [noun, *words]


def _walls(stage: Stage, made: Room, foot: float) -> list[str]:
    """A wide window behind, plants at its sides, a lamp or hanging greenery."""
    frame, unit = stage.frame, stage.frame.unit
    middle, sides = room.slots(stage, made)
    lamps.pool(stage, made, (frame.width / 2, frame.height * 0.42), unit * 46)
    if frame.tall:
        windows.window(stage, made, sides[0])
        low = foot - unit * 55
        shelf = Slot(x=middle.x, width=unit * 42, top=low - unit * 28, low=low)
        return [wall_fittings.shelves(stage, made, shelf, ("vase", "plant", "jar", "plant", "books"))]
    words = [windows.window(stage, made, sides[0]), wall_fittings.greenery(stage, made, sides[1])]
    at = (frame.width / 2, made.floor - unit * 24)
    stage.canvas.circle(*at, unit * 16, made.wall.lighter(0.07 if made.lamplit else -0.045))
    if frame.width > unit * 86:
        way = 1 if frame.flip else -1
        words.append(furniture.tall_plant(stage, at[0] + way * unit * 42, made.floor + unit * 2, 30))
    return words
