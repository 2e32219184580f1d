"""A bedroom: a made bed below pictures or a window, a small table with a lamp, a sleeping cat."""

from __future__ import annotations

from ....kit.colour import Colour, lch
from ....kit.outlines import oval
from ...stage import Stage
from ..objects import desktop
from ..objects.sketch import DARK, WHITE, Part, box, dim, sketch
from . import furniture, home_furniture, lamps, room, wall_fittings, windows
from .room import Room


def bed(accent: Colour, wood: Colour, cloth: Colour) -> list[Part]:
    """A bed seen from its side, the blanket turned down."""
    folds = "M0 -66V-26M44 -66V-24M84 -66V-26"
    return [
        (box(-120, -104, 14, 104, 5), wood),
        (box(108, -66, 13, 66, 5), wood),
        (box(-110, -36, 222, 18, 3), dim(wood, 0.05)),
        (box(-108, -58, 218, 28, 8), WHITE),
        ("M-104 -60Q-106 -92 -80 -90Q-54 -92 -52 -62Q-76 -54 -104 -60Z", cloth),
        ("M-94 -60Q-94 -80 -70 -80Q-46 -80 -44 -60Q-66 -54 -94 -60Z", cloth.lighter(0.07)),
        ("M-50 -62Q-40 -74 -16 -73H98Q110 -73 110 -62V-24Q70 -14 30 -20Q-10 -26 -50 -18Z", accent),
        (folds, dim(accent, 0.06), 3),
        ("M-50 -62Q-40 -74 -16 -73H-8Q-28 -66 -28 -20L-50 -18Z", WHITE),
        ("M40 -73H98Q110 -73 110 -62V-24Q80 -17 60 -18Q58 -60 40 -73Z", dim(accent, 0.05)),
    ]


def cat(coat: Colour) -> list[Part]:
    """A cat curled up asleep."""
    return [
        ("M-60 0Q-74 -44 -20 -52Q50 -58 60 -16Q62 0 50 0Z", coat),
        ("M-16 -2Q40 4 62 -18", dim(coat), 9),
        (oval(-40, -22, 24, 20), coat),
        ("M-62 -32L-62 -52L-46 -40ZM-34 -40L-22 -52L-20 -32Z", coat),
        ("M-50 -22q4 4 8 0M-36 -22q4 4 8 0", dim(coat, 0.25), 2.6),
    ]


def draw(stage: Stage, made: Room) -> tuple[str, list[str]]:
    """Draw the bed in the middle, and what stands and hangs around it."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("layout")
    side, x, foot = -1 if frame.flip else 1, frame.width / 2, frame.height - unit * 5
    middle, sides = room.slots(stage, made)
    lamps.pool(stage, made, (x, frame.height * 0.45), unit * 44)
    words = ["a bed", "a sleeping cat"]
    if rng.chance(0.5):
        words.append(lamps.garland(stage, made))
    above = room.Slot(x=x, width=middle.width, top=middle.top, low=foot - unit * 27)
    if frame.tall:
        words.append(windows.window(stage, made, sides[0]))
        wall_fittings.pictures(stage, made, room.Slot(x=x, width=unit * 40, top=above.low - unit * 26, low=above.low))
    else:
        windows.window(stage, made, above, behind=True)
        wall_fittings.pictures(stage, made, sides[0])
    if frame.width > unit * 86:
        furniture.tall_plant(stage, x + side * unit * 40, foot, 30)
    home_furniture.rug(stage, made, x, foot + unit, min(unit * 40, frame.width * 0.46))
    _bedside(stage, made, (x - side * unit * 37, foot))
    tone = rng.pick((made.wood, made.wood, WHITE))
    wide = min(unit * 25, frame.width * 0.36)
    parts = bed(stage.palette.accent, tone, made.cloth)
    sketch(stage, (x, foot), wide, parts, mirror=side < 0)
    nap = (x + side * wide * 0.66, foot - wide * 0.71)
    sketch(stage, nap, unit * 7, cat(lch(0.46, 0.04, 260) if rng.chance(0.5) else DARK.lighter(0.3)))
    return "a bedroom", words


def _bedside(stage: Stage, made: Room, at: tuple[float, float]) -> None:
    """A small table at the head of the bed with a lamp that shines in the evening."""
    (x, y), unit = at, stage.frame.unit
    if stage.frame.width < unit * 86:
        return
    top, w = y - unit * 13, unit * 13
    stage.canvas.rect(x - w / 2, top, w, unit * 11.5, made.cabinet, r=unit * 0.5)
    stage.canvas.rect(x - w * 0.42, top + unit * 2.4, w * 0.84, unit * 3.6, made.cabinet.lighter(0.06))
    stage.canvas.rect(x - w * 0.42, top + unit * 6.8, w * 0.84, unit * 3.6, made.cabinet.lighter(0.06))
    stage.canvas.rect(x - w * 0.55, top - unit * 0.6, w * 1.1, unit * 1.5, made.wood)
    if made.lamplit:
        stage.canvas.glow(x - unit * 2, top - unit * 8, unit * 15, lch(0.92, 0.09, 82), 0.7)
    shade = lch(0.93, 0.07, 88)
    sketch(
        stage,
        (x - unit * 2, top - unit * 0.6),
        unit * 12,
        [
            ("M-14 0Q-30 -20 0 -44Q30 -20 14 0Z", made.cloth),
            ("M0 -44V-58", DARK, 6),
            ("M-24 -100H24L40 -52H-40Z", shade),
            ("M8 -100H24L40 -52H12Z", dim(shade, 0.05)),
        ],
    )
    sketch(stage, (x + unit * 4, top - unit * 0.6), unit * 4.6, desktop.clock())
