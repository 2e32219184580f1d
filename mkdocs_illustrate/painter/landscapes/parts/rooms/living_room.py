"""A living room: a sofa under pictures, and before it whoever the article is about."""

from __future__ import annotations

from ....kit.colour import Colour, lch
from ....kit.outlines import oval
from ...stage import Stage
from ..objects.sketch import DARK, OAK, WHITE, Part, box, dim, sketch
from ..people_and_animals import pets
from . import furniture, home_furniture, lamps, room, wall_fittings, windows
from .room import Room, Slot

_COATS = (
    (lch(0.78, 0.11, 74), lch(0.95, 0.03, 85)),
    (lch(0.56, 0.10, 52), lch(0.93, 0.03, 80)),
    (lch(0.46, 0.03, 265), lch(0.94, 0.01, 80)),
    (lch(0.90, 0.03, 82), lch(0.98, 0.01, 85)),
)
"""A coat, and its bib and paws."""
_APART = 0.2
"""How much lighter or darker a coat is than the sofa behind it."""


def sofa(tone: Colour, cushion: Colour) -> list[Part]:
    """A sofa for three on short legs, two cushions in its corners."""
    side = dim(tone, 0.05)
    return [
        ("M-84 -14L-90 0M84 -14L90 0M-30 -14V0M30 -14V0", dim(OAK, 0.14), 6),
        (box(-92, -96, 184, 70, 16), side),
        (box(-86, -90, 84, 52, 12), tone),
        (box(2, -90, 84, 52, 12), tone),
        (box(-90, -44, 180, 32, 7), dim(tone, 0.08)),
        (box(-86, -50, 85, 20, 7), tone.lighter(0.03)),
        (box(1, -50, 85, 20, 7), tone.lighter(0.03)),
        ("M-84 -50L-76 -86L-44 -78L-50 -48Q-66 -42 -84 -50Z", cushion),
        ("M84 -50L76 -84L46 -78L52 -48Q68 -42 84 -50Z", dim(cushion, 0.05)),
        (box(-110, -66, 26, 54, 11), tone),
        (box(84, -66, 26, 54, 11), side),
    ]


def _bowl(accent: Colour) -> list[Part]:
    return [
        (oval(0, -62, 50, 22), dim(OAK, 0.12)),
        ("M-66 0L-50 -62H50L66 0Z", accent),
        ("M14 -40H50L66 0H26Z", dim(accent)),
        (oval(0, -62, 50, 16), dim(accent, 0.14)),
        (oval(-8, -66, 30, 12), lch(0.55, 0.09, 50)),
    ]


def _ball(accent: Colour) -> list[Part]:
    return [
        (oval(0, -50, 50, 50), accent),
        ("M-46 -66Q0 -40 46 -66", WHITE, 10),
        ("M-40 -22Q0 -48 40 -22", WHITE, 10),
    ]


def _yarn(accent: Colour) -> list[Part]:
    turns = "M-40 -72Q0 -40 36 -80M-48 -48Q0 -14 46 -56M-34 -16Q8 -8 48 -36M-14 -96Q24 -60 10 -4"
    return [
        ("M30 -6Q90 4 120 -10T190 -4", accent, 7),
        (oval(0, -50, 50, 50), accent),
        (turns, accent.lighter(0.12), 5),
    ]


def draw(stage: Stage, made: Room) -> tuple[str, list[str]]:
    """Draw the room, the sofa, the rug, and a dog or a cat on it."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("layout")
    x, side, foot = frame.width / 2, -1 if frame.flip else 1, frame.height - unit * 5
    words = _walls(stage, made)
    tone = rng.pick((made.cabinet, made.cloth))
    wide = min(unit * 27, frame.width * 0.4)
    sketch(stage, (x, made.floor + unit * 3), wide, sofa(tone, stage.palette.accent))
    if frame.width > unit * 86:
        home_furniture.reading_lamp(stage, made, (x + side * unit * 38, made.floor + unit * 3), unit * 38)
    home_furniture.rug(stage, made, x, foot, min(unit * 40, frame.width * 0.46))
    fit = [c for c in _COATS if abs(c[0].light - tone.light) > _APART]
    coat, bib = rng.pick(fit)
    cat = stage.variant == "cat"
    parts = pets.cat(coat, bib) if cat else pets.dog(coat, bib, stage.palette.accent)
    toy = (_yarn if cat else _ball)(lch(0.64, 0.17, 25))
    sketch(stage, (x + side * unit * 19, foot + unit * 1.5), unit * 5.6, toy, mirror=side < 0)
    sketch(stage, (x - side * unit * 20, foot + unit), unit * 4.4, _bowl(lch(0.66, 0.11, 238)))
    size = unit * (27 if cat else 31)
    stage.canvas.ellipse(x, foot, size * 0.42, unit * 1.3, DARK, alpha=0.16)
    sketch(stage, (x, foot), size, parts, mirror=side < 0)
    return "a living room", [_NOUNS[stage.variant], "a sofa", *words]


_NOUNS = {"dog": "a dog on the rug", "cat": "a cat on the rug"}


def _walls(stage: Stage, made: Room) -> list[str]:
    """A window on one side, on the other pictures, plants or shelves; a lamp by the sofa."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("walls")
    middle, sides = room.slots(stage, made)
    lamps.pool(stage, made, (frame.width / 2, frame.height * 0.45), unit * 44)
    above = made.floor - unit * (27 if not frame.tall else 36)
    words: list[str] = []
    if frame.tall:
        words.append(windows.window(stage, made, sides[0]))
        shelf = Slot(x=middle.x, width=unit * 42, top=above - unit * 28, low=above)
        return [*words, _fill(stage, made, shelf, "shelves")]
    kinds = rng.shuffled(("pictures", "shelves", "greenery"))
    for i, slot in enumerate(sides):
        if i == 0:
            words.append(windows.window(stage, made, slot))
        else:
            words.append(_fill(stage, made, slot, kinds[i % 3]))
    if frame.width > unit * 86:
        edge = frame.width / 2 + (1 if frame.flip else -1) * unit * 40
        words.append(furniture.tall_plant(stage, edge, made.floor + unit * 4, 30))
    return words


def _fill(stage: Stage, made: Room, slot: Slot, kind: str) -> str:
    if kind == "pictures":
        return wall_fittings.pictures(stage, made, slot)
    if kind == "greenery":
        return wall_fittings.greenery(stage, made, slot)
    return wall_fittings.shelves(stage, made, slot, ("books", "vase", "books", "plant", "frame"))
