"""A room at home: a desk, a corner to read in, a piano, a bed, pets, a mat, a cot."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from ...kit.chance import Rng
from ...kit.colour import Colour, lch
from ...kit.drawn import Drawn
from .. import rain_and_snow
from ..parts.objects import desktop, handiwork, household
from ..parts.objects.food_and_drink import coffee_and_tea
from ..parts.objects.sketch import TINTS, Part, sketch
from ..parts.rooms import (
    bedroom,
    furniture,
    home_furniture,
    lamps,
    living_room,
    nursery,
    room,
    wall_fittings,
    windows,
    yoga_room,
)
from ..parts.rooms.room import Room, Slot
from ..stage import Stage
from . import Scene

Aside = tuple[Callable[[], list[Part]], float]
_DESK: dict[str, tuple[tuple[Callable[[Colour], list[Part]], float, str], ...]] = {
    "desk": (
        (desktop.laptop, 17.5, "a laptop on a desk"),
        (desktop.monitor, 18.5, "a computer on a desk"),
    ),
    "writing": (
        (desktop.typewriter, 15.5, "a typewriter on a desk"),
        (desktop.writing, 18, "an open book on a desk"),
    ),
}
_ASIDES: tuple[Aside, ...] = (
    (desktop.books, 9),
    (desktop.globe, 12),
    (handiwork.pencils, 9.5),
    (handiwork.mug, 6.5),
    (handiwork.snips, 10),
    (desktop.clock, 8),
    (desktop.frame, 9),
)


def draw(stage: Stage) -> Drawn:
    """Draw the room from close by."""
    near, scale = room.closer(stage)
    with stage.canvas.group(scale=scale):
        return _inside(near)


def _inside(stage: Stage) -> Drawn:
    made = room.room(stage)
    room.paper(stage, made, made.floor)
    room.floor(stage, made)
    subject, words = _KINDS[stage.variant](stage, made)
    details = tuple(dict.fromkeys(word for word in words if word))[:3]
    return Drawn(subject=subject, details=details, setting=rain_and_snow.setting(stage, season=False))


def _at_desk(stage: Stage, made: Room) -> tuple[str, list[str]]:
    """A desk before the window or under shelves, with a lamp and what one works with."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("layout")
    middle, sides = room.slots(stage, made)
    lamps.pool(stage, made, (frame.width / 2, made.top - unit * 15), unit * 42)
    hero, high, words = rng.pick(_DESK[stage.variant])
    around = _round_desk(stage, made, rng, middle, sides)
    furniture.at_the_ends(stage, made)
    home_furniture.desk(stage, made)
    asides = rng.shuffled(_ASIDES)
    x, side = frame.width / 2, -1 if frame.flip else 1
    if made.lamplit:
        stage.canvas.glow(x + side * unit * 20, made.top - unit * 9, unit * 15, TINTS[1], 0.55)
    sketch(stage, (x + side * unit * 25, made.top), unit * 14, desktop.lamp(), mirror=side > 0)
    aside, size = asides[0]
    sketch(stage, (x - side * unit * 24, made.top), unit * size, aside())
    sketch(stage, (x, made.top), unit * high, hero(stage.palette.accent))
    return "a study", [words, *around]


def _round_desk(stage: Stage, made: Room, rng: Rng, middle: Slot, sides: list[Slot]) -> list[str]:
    unit, words = stage.frame.unit, []
    behind = rng.chance(0.45) and not stage.frame.tall
    low = made.top - unit * 24
    if behind:
        words.append(windows.window(stage, made, middle, behind=True))
    elif low - middle.top > unit * 8:
        words.append(wall_fittings.shelves(stage, made, replace(middle, low=low), _BOOKS))
    kinds = ["books", *rng.shuffled(("pictures", "greenery", "plant", "case", "pinboard"))]
    for i, slot in enumerate(sides):
        if i == 0 and not behind:
            words.append(windows.window(stage, made, slot))
        else:
            words.append(_side(stage, made, slot, kinds.pop(rng.whole(0, 1))))
    return words


_BOOKS = ("books", "books", "plant", "frame", "books", "vase")


def _side(stage: Stage, made: Room, slot: Slot, kind: str) -> str:
    """Fill one side of the room."""
    unit = stage.frame.unit
    if kind == "case" and not stage.frame.tall:
        return home_furniture.bookcase(stage, made, slot.left, slot.width, slot.top + unit * 4)
    if kind == "plant" and not stage.frame.tall:
        return furniture.tall_plant(stage, slot.x, made.floor + unit * 2, 36)
    if kind == "pictures":
        return wall_fittings.pictures(stage, made, slot)
    if kind == "greenery":
        return wall_fittings.greenery(stage, made, slot)
    if kind == "pinboard":
        return wall_fittings.pinboard(stage, made, slot)
    return wall_fittings.shelves(stage, made, slot, _BOOKS)


def _reading(stage: Stage, made: Room) -> tuple[str, list[str]]:
    """An armchair among walls of books, a lamp, a cup of tea."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("layout")
    x, side, foot = frame.width / 2, -1 if frame.flip else 1, frame.height - unit * 4
    top = unit * rng.pick((3.0, 7.0)) if not frame.tall else unit * 40
    words = ["an armchair", "shelves full of books"]
    if rng.chance(0.4) or frame.tall:
        home_furniture.bookcase(stage, made, -unit, frame.width + unit * 2, top)
        if frame.tall:
            windows.window(stage, made, room.slots(stage, made)[1][0])
    else:
        wide = (frame.width - unit * 40) / 2
        home_furniture.bookcase(stage, made, -unit, wide, top)
        home_furniture.bookcase(stage, made, frame.width - wide + unit, wide, top)
        windows.window(stage, made, room.slots(stage, made)[0], behind=True)
    lamps.pool(stage, made, (x, frame.height * 0.5), unit * 34)
    home_furniture.rug(stage, made, x, foot, unit * 36 if not frame.tall else unit * 30)
    home_furniture.reading_lamp(stage, made, (x + side * unit * 20, foot - unit), unit * 40)
    cup = coffee_and_tea.cup(lch(0.62, 0.10, 200))
    home_furniture.side_table(stage, made, (x - side * unit * 24, foot), cup, 7)
    sketch(stage, (x, foot), unit * 27, home_furniture.armchair(stage.palette.accent), mirror=frame.flip)
    return "a reading corner", words


def _music(stage: Stage, made: Room) -> tuple[str, list[str]]:
    """A piano with its stool, a guitar beside it."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("layout")
    x, side, foot = frame.width / 2, -1 if frame.flip else 1, frame.height - unit * 5
    middle, sides = room.slots(stage, made)
    if frame.tall:
        low = foot - unit * 38
        wall_fittings.pictures(stage, made, replace(middle, top=low - unit * 26, low=low))
    lamps.pool(stage, made, (x, frame.height * 0.4), unit * 42)
    words = ["a piano", "a guitar"]
    kinds = rng.shuffled(("pictures", "greenery", "books", "pinboard"))
    for i, slot in enumerate(sides):
        words.append(windows.window(stage, made, slot) if i == 0 else _side(stage, made, slot, kinds.pop()))
    if not frame.tall:
        lamps.hang(stage, made, (x,), foot - unit * 40, unit * 4.6)
    home_furniture.rug(stage, made, x, foot, unit * 36 if not frame.tall else unit * 30)
    reach = 34 if not frame.tall else 28
    home_furniture.guitar(stage, (x + side * unit * reach, foot), unit * 26, mirror=False)
    if not frame.tall:
        furniture.tall_plant(stage, x - side * unit * 34, foot, 26)
    sketch(stage, (x, foot), unit * 27, home_furniture.piano(stage.palette.accent))
    household.vase(stage, (x - unit * 14, foot - unit * 28.5), unit * 7, TINTS[2], rng.whole(0, 1))
    return "a music room", words


_KINDS = {
    "bedroom": bedroom.draw,
    "desk": _at_desk,
    "writing": _at_desk,
    "library": _reading,
    "music": _music,
    "dog": living_room.draw,
    "cat": living_room.draw,
    "yoga": yoga_room.draw,
    "nursery": nursery.draw,
    "play": nursery.draw,
}

_GUESTS = ("dog", "cat", "yoga", "nursery", "play")
"""Who and what chance does not bring home."""

SCENE = Scene(
    draw=draw,
    asked=_GUESTS,
    variants=("desk", "writing", "library", "music", "bedroom", *_GUESTS),
)
