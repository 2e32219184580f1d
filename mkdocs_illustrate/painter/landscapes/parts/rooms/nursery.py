"""A child's room: a cot under a mobile, or a rug with a bear and a tower of blocks."""

from __future__ import annotations

from ....kit.chance import Rng
from ....kit.colour import Colour, lch
from ....kit.outlines import boxes, oval, star
from ...stage import Stage
from ..objects.handiwork import rocking_horse
from ..objects.sketch import DARK, TINTS, WHITE, Part, box, dim, sketch
from . import home_furniture, lamps, room, wall_fittings, windows
from .room import Room, Slot


def bear(coat: Colour, accent: Colour) -> list[Part]:
    """A sitting teddy bear with a bow."""
    pale = coat.lighter(0.14)
    return [
        (oval(-22, -94, 11, 11) + oval(22, -94, 11, 11), coat),
        (oval(-22, -94, 6, 6) + oval(22, -94, 6, 6), pale),
        ("M-24 -44L-44 -26M24 -44L44 -26", dim(coat, 0.04), 15),
        (oval(0, -28, 30, 27), coat),
        (oval(0, -27, 18, 18), pale),
        (oval(-28, -9, 15, 11) + oval(28, -9, 15, 11), coat),
        (oval(-32, -9, 8, 8) + oval(32, -9, 8, 8), pale),
        (oval(0, -72, 30, 26), coat),
        (oval(0, -64, 13, 10), pale),
        (oval(0, -68, 5, 3.6), DARK),
        ("M0 -65V-60", DARK, 1.8),
        (oval(-12, -77, 2.8, 3.2) + oval(12, -77, 2.8, 3.2), DARK),
        ("M0 -48L-18 -56V-40ZM0 -48L18 -56V-40Z", accent),
        (oval(0, -48, 5, 5), dim(accent)),
    ]


def cot(wood: Colour, blanket: Colour) -> list[Part]:
    """A cot with bars, a blanket over its side, on small wheels."""
    bars = boxes([(-72 + 12 * i, -70, 4, 52) for i in range(13)])
    return [
        (box(-76, -74, 152, 54), dim(WHITE, 0.05)),
        (box(-72, -44, 144, 22, 4), WHITE),
        ("M-70 -44Q-68 -56 -48 -55Q-34 -54 -34 -44Z", WHITE.lighter(0.02)),
        ("M-20 -44Q20 -56 70 -46V-24H-20Z", blanket),
        (bars, wood),
        (box(-84, -82, 168, 9, 4), wood),
        (box(-84, -24, 168, 10, 4), dim(wood, 0.04)),
        (box(-88, -100, 11, 96, 4), wood),
        (box(77, -100, 11, 96, 4), dim(wood, 0.05)),
        (oval(-82, -4, 5, 5) + oval(83, -4, 5, 5), DARK),
        ("M18 -82H54V-50L45 -56L36 -50L27 -56L18 -50Z", blanket),
        ("M18 -74H54", WHITE, 3),
    ]


def blocks(accent: Colour) -> list[Part]:
    """A tower of wooden blocks, one of them fallen."""
    red, yellow, blue = lch(0.66, 0.17, 28), lch(0.84, 0.13, 88), lch(0.62, 0.12, 245)
    return [
        (box(-30, -32, 60, 32, 3), blue),
        (boxes([(10, -32, 20, 32)]), dim(blue)),
        (box(-24, -62, 48, 30, 3), yellow),
        (boxes([(8, -62, 16, 30)]), dim(yellow)),
        ("M-28 -62L0 -96L28 -62Z", red),
        ("M4 -91L28 -62H8Z", dim(red)),
        (box(44, -26, 26, 26, 3), accent),
        (oval(57, -13, 6, 6), WHITE),
    ]


def _mobile(rng: Rng) -> list[Part]:
    """Stars, a moon and clouds on threads below a ring."""
    tints = rng.shuffled(TINTS[:5])
    cloud = "M28 -22a9 9 0 0 1 8 -14a12 12 0 0 1 22 0a9 9 0 0 1 6 14Z"
    moon = "M-8 -30a16 16 0 1 0 16 18a13 13 0 1 1 -16 -18Z"
    return [
        ("M0 -1200V-84M-46 -78V-52M46 -78V-36M0 -84V-30", dim(WHITE, 0.2), 1.6),
        ("M-52 -78Q0 -96 52 -78", lch(0.74, 0.09, 66), 5),
        (star(-46, -40, 15, 7), tints[0]),
        (moon, tints[1]),
        (cloud, WHITE),
    ]


def draw(stage: Stage, made: Room) -> tuple[str, list[str]]:
    """Draw the room with its garland, then the cot or the toys."""
    frame, unit = stage.frame, stage.frame.unit
    x, side, foot = frame.width / 2, -1 if frame.flip else 1, frame.height - unit * 5
    cradle = stage.variant == "nursery"
    words = _walls(stage, made, foot, 58 if cradle else 42)
    home_furniture.rug(stage, made, x, foot + unit, min(unit * 40, frame.width * 0.46))
    (_cot if cradle else _toys)(stage, made, (x, foot), side)
    nouns = ["a cot", "a mobile of moon and stars"] if cradle else _PLAY
    return "a nursery" if cradle else "a playroom", [*nouns, *words]


_SHELF = ("books", "plant", "books", "frame", "vase")
_PLAY = ["a teddy bear", "a tower of blocks"]


def _cot(stage: Stage, made: Room, at: tuple[float, float], side: int) -> None:
    (x, foot), unit = at, stage.frame.unit
    wide = min(unit * 27, stage.frame.width * 0.38)
    wood = made.wood if made.wall.light > 0.85 else WHITE
    sketch(stage, (x, foot - wide * 1.05), unit * 14, _mobile(stage.rng("mobile")))
    sketch(stage, (x, foot), wide, cot(wood, stage.palette.accent), mirror=side < 0)
    coat = lch(0.70, 0.09, 62)
    spot = min(unit * 34, stage.frame.width * 0.36)
    sketch(stage, (x + side * spot, foot + unit * 1.6), unit * 14, bear(coat, TINTS[2]))


def _toys(stage: Stage, made: Room, at: tuple[float, float], side: int) -> None:
    (x, foot), unit = at, stage.frame.unit
    reach = min(unit * 25, stage.frame.width * 0.3)
    if stage.frame.width > unit * 80:
        at = (x - side * unit * 31, made.floor + unit * 1.6)
        sketch(stage, at, unit * 16, rocking_horse(stage.palette.accent), mirror=side < 0)
    sketch(stage, (x + side * reach, foot), unit * 18, blocks(TINTS[3]), mirror=side < 0)
    coat = lch(0.70, 0.09, 62) if made.wall.light > 0.85 else lch(0.82, 0.08, 75)
    sketch(stage, (x + side * unit * 1.5, foot + unit), unit * 27, bear(coat, stage.palette.accent))


def _walls(stage: Stage, made: Room, foot: float, high: float) -> list[str]:
    """A window and pictures or shelves of toys; flags or lamps overhead."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("walls")
    middle, sides = room.slots(stage, made)
    lamps.pool(stage, made, (frame.width / 2, frame.height * 0.42), unit * 46)
    words = [lamps.garland(stage, made)] if rng.chance(0.7) else []
    if frame.tall:
        windows.window(stage, made, sides[0])
        if high > 50:
            return words
        low = foot - unit * high
        shelf = Slot(x=middle.x, width=unit * 42, top=low - unit * 26, low=low)
        return [*words, wall_fittings.shelves(stage, made, shelf, _SHELF)]
    words.append(windows.window(stage, made, sides[0]))
    if rng.chance(0.5):
        return [*words, wall_fittings.shelves(stage, made, sides[1], _SHELF)]
    return [*words, wall_fittings.pictures(stage, made, sides[1])]
