"""A workshop: bench or easel, tools or shelves around it, and the work in hand, large."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from ...kit.chance import Rng
from ...kit.colour import Colour
from ...kit.drawn import Drawn
from .. import rain_and_snow
from ..parts.objects import artwork, handiwork
from ..parts.objects.sketch import Part, sketch
from ..parts.rooms import furniture, lamps, room, wall_fittings, windows, workshop_furniture
from ..parts.rooms.room import Room, Slot
from ..stage import Stage
from . import Scene

_BY_CONCEPT = {
    "construction": "wood",
    "repair": "repair",
    "pottery": "pottery",
    "painting": "painting",
    "textiles": "sewing",
}
Hero = tuple[Callable[[Colour], list[Part]], float, bool, str]
"""A drawing, its height in units, whether it stands on the floor, and its words."""
_HEROES: dict[str, tuple[Hero, ...]] = {
    "wood": (
        (handiwork.birdhouse, 19, False, "a birdhouse on the bench"),
        (handiwork.rocking_horse, 17, False, "a wooden rocking horse on the bench"),
        (handiwork.chair, 19, False, "a new chair on the bench"),
    ),
    "repair": (
        (handiwork.bicycle, 30, True, "a bicycle on a repair stand"),
        (handiwork.bicycle, 30, True, "a bicycle on a repair stand"),
        (handiwork.radio, 15.5, False, "an old radio on the bench"),
    ),
    "pottery": (
        (artwork.wheel, 26, True, "a vase on a potter's wheel"),
        (artwork.pots, 18, False, "glazed pots on the bench"),
    ),
    "painting": (
        (artwork.easel, 40, True, "a landscape on an easel"),
        (artwork.bouquet, 40, True, "a painting of flowers on an easel"),
    ),
    "sewing": ((artwork.sewing, 17, False, "a sewing machine"),),
}
Aside = tuple[Callable[[], list[Part]], float]
_ASIDES: dict[str, tuple[Aside, ...]] = {
    "wood": (
        (handiwork.plane, 7),
        (handiwork.vise, 9),
        (handiwork.gluepot, 9),
        (handiwork.pencils, 9),
        (handiwork.mug, 6),
    ),
    "repair": ((handiwork.toolbox, 11), (handiwork.gluepot, 9), (handiwork.mug, 6.5), (handiwork.vise, 9)),
    "pottery": ((artwork.clay, 9), (handiwork.pencils, 10), (handiwork.mug, 6.5), (handiwork.snips, 8)),
    "painting": ((handiwork.pencils, 10), (artwork.paints, 8), (handiwork.snips, 9), (handiwork.mug, 6.5)),
    "sewing": ((artwork.yarn, 8.5), (handiwork.pencils, 9), (handiwork.snips, 9), (handiwork.mug, 6.5)),
}
_WALLS: dict[str, tuple[str, ...]] = {
    "wood": ("pegboard", "tins", "rack", "planks", "pictures"),
    "repair": ("pegboard", "rack", "locker", "tins", "pictures"),
    "pottery": ("vases", "pots", "vases", "greenery"),
    "painting": ("pictures", "pictures", "plant", "vases", "books", "greenery"),
    "sewing": ("form", "form", "books", "pictures", "greenery"),
}
"""What suits a craft's walls, the first most of all."""


def draw(stage: Stage) -> Drawn:
    """Draw the room from close by."""
    near, scale = room.closer(stage)
    with stage.canvas.group(scale=scale):
        return _inside(near)


def _inside(stage: Stage) -> Drawn:
    """Wall and window, furniture and lamps, then the work."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("layout")
    work = next((_BY_CONCEPT[name] for name in stage.concepts if name in _BY_CONCEPT), stage.variant)
    made = room.room(stage)
    room.paper(stage, made, made.floor)
    room.floor(stage, made)
    lamps.pool(stage, made, (frame.width / 2, made.top - unit * 12), unit * 46)
    hero = rng.pick(_HEROES[work])
    words = _walls(stage, made, rng, work, hero)
    furniture.at_the_ends(stage, made)
    if not hero[2]:
        workshop_furniture.bench(stage, made)
    _work(stage, made, hero, rng.shuffled(_ASIDES[work]))
    details = tuple(dict.fromkeys(word for word in (hero[3], *words) if word))[:3]
    return Drawn(
        subject=_SUBJECTS.get(work, "a workshop"), details=details, setting=rain_and_snow.setting(stage, season=False)
    )


_SUBJECTS = {"painting": "a painter's studio", "sewing": "a sewing room", "pottery": "a pottery"}


def _walls(stage: Stage, made: Room, rng: Rng, work: str, hero: Hero) -> list[str]:
    """A window at one side or behind the work, the craft's own things at the other."""
    middle, sides = room.slots(stage, made)
    words, unit = [], stage.frame.unit
    behind = hero[1] < 22 and rng.chance(0.3) and not stage.frame.tall
    if stage.frame.tall:
        low = _foot(stage, made, hero) - unit * (hero[1] + 5)
        above = replace(middle, top=low - unit * 22, low=low)
        words.append(_side(stage, made, above, _OVER.get(work, "pictures")))
    elif behind:
        windows.window(stage, made, middle, behind=True)
    elif hero[1] < 35:
        _lamps(stage, made, hero)
    first, *others = _WALLS[work]
    kinds = [first, *(kind for kind in rng.shuffled(others) if kind != first)]
    if stage.frame.tall:
        kinds = [kind for kind in kinds if kind not in _STANDING] or ["books"]
    for i, slot in enumerate(sides):
        if (i == 0 and not behind) or not kinds:
            words.append(windows.window(stage, made, slot))
        else:
            words.append(_side(stage, made, slot, kinds.pop(0)))
    return words[::-1]


def _lamps(stage: Stage, made: Room, hero: Hero) -> None:
    unit, middle = stage.frame.unit, stage.frame.width / 2
    drop = max(unit * 5, _foot(stage, made, hero) - unit * (hero[1] + 10))
    lamps.hang(stage, made, (middle,), drop, unit * 5)


def _foot(stage: Stage, made: Room, hero: Hero) -> float:
    """Give the y that the work stands on."""
    return stage.frame.height - stage.frame.unit * 5 if hero[2] else made.top


_OVER = {"wood": "pegboard", "repair": "pegboard", "pottery": "vases", "sewing": "books"}
"""What hangs above the work in a portrait."""
_STANDING = ("rack", "planks", "locker", "pots", "form", "plant")
_SHELVED = {
    "tins": ("tin", "jar", "tin", "plant"),
    "vases": ("vase", "vase", "bowls"),
    "books": ("books", "jar", "plant", "frame"),
}


def _side(stage: Stage, made: Room, slot: Slot, kind: str) -> str:
    """Fill one side of the room."""
    low = made.floor + stage.frame.unit * 2
    if kind in _SHELVED:
        words = wall_fittings.shelves(stage, made, slot, _SHELVED[kind])
        return "shelves of tins" if kind == "tins" else words
    if kind == "plant":
        return furniture.tall_plant(stage, slot.x, low, 34)
    if kind == "pots":
        return workshop_furniture.rack(stage, made, slot.x, pots=True)
    return _PARTS[kind](stage, made, slot)


_PARTS: dict[str, Callable[[Stage, Room, Slot], str]] = {
    "pegboard": workshop_furniture.pegboard,
    "pictures": wall_fittings.pictures,
    "greenery": wall_fittings.greenery,
    "rack": lambda stage, made, slot: workshop_furniture.rack(stage, made, slot.x),
    "locker": lambda stage, made, slot: workshop_furniture.locker(stage, made, slot.x),
    "planks": lambda stage, made, slot: workshop_furniture.planks(stage, made, slot.x),
    "form": lambda stage, made, slot: workshop_furniture.form(stage, made, slot.x),
}


def _work(stage: Stage, made: Room, hero: Hero, asides: list[Aside]) -> None:
    """What is being made, in the middle, and what lies beside it."""
    frame, unit, (parts, high, grounded, _) = stage.frame, stage.frame.unit, hero
    foot = _foot(stage, made, hero)
    middle = frame.width / 2
    if grounded:
        stage.canvas.ellipse(middle, foot, unit * 24, unit * 1.7, stage.palette.near, alpha=0.22)
    sketch(stage, (middle, foot), unit * high, parts(stage.palette.accent), mirror=frame.flip)
    if grounded:
        return _beside(stage, made, asides)
    offsets = (-24.5, 24.5, -36.5, 36.5) if frame.width > unit * 100 else (-24.5, 24.5)
    for offset, (aside, size) in zip(offsets, asides, strict=False):
        sketch(stage, (middle + unit * offset, made.top), unit * size, aside())
    return None


def _beside(stage: Stage, made: Room, asides: list[Aside]) -> None:
    """A stool or a low table beside what stands on the floor, with things on it."""
    frame, unit, foot = stage.frame, stage.frame.unit, stage.frame.height - stage.frame.unit * 4
    reach = 31.0 if frame.width > unit * 80 else 26.0
    for side, (aside, size) in zip((-1, 1), asides, strict=False):
        x, top, tone = frame.width / 2 + side * unit * reach, foot - unit * 12, made.wood
        legs = "".join(f"M{x + s * unit * 4.4:.1f} {top:.1f}L{x + s * unit * 5.4:.1f} {foot:.1f}" for s in (-1, 1))
        stage.canvas.path(legs, "none", stroke=tone.lighter(-0.1), width=unit * 1.3)
        stage.canvas.rect(x - unit * 6.4, top - unit, unit * 12.8, unit * 2, tone, r=unit * 0.6)
        sketch(stage, (x, top - unit), unit * size, aside())


SCENE = Scene(
    draw=draw,
    variants=("wood", "repair", "pottery", "wood", "repair", "painting", "sewing"),
)
