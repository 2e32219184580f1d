"""A kitchen, furnished anew by every seed, and what is made there, large and in the clear."""

from __future__ import annotations

from dataclasses import replace

from ...kit.chance import Rng
from ...kit.drawn import Drawn
from .. import rain_and_snow
from ..parts.objects import household
from ..parts.objects.food_and_drink import dishes
from ..parts.objects.sketch import sketch
from ..parts.rooms import furniture, home_furniture, kitchen_walls, lamps, room, wall_fittings, windows, worktops
from ..parts.rooms.room import Room, Slot
from ..stage import Stage
from . import Scene

_BY_CONCEPT = {
    "baking": "bread",
    "bread": "bread",
    "cheese": "cheese",
    "pasta": "pasta",
    "cake": "cake",
    "coffee": "coffee",
    "cafe": "coffee",
    "tea": "tea",
    "food": "fruit",
    "fruit": "fruit",
    "cooking": "stew",
    "soup": "stew",
    "fire": "hearth",
    "pie": "pie",
    "pizza": "pizza",
    "salad": "salad",
    "breakfast": "breakfast",
}
_VAGUE = ("cooking", "baking", "food")
"""Any dish that is named goes before them."""
_JARS = ("jar", "mug", "jar", "bottle", "plant", "bowls")


def draw(stage: Stage) -> Drawn:
    """Draw the room from close by."""
    near, scale = room.closer(stage)
    with stage.canvas.group(scale=scale):
        return _inside(near)


def _inside(stage: Stage) -> Drawn:
    named = [name for name in stage.concepts if name in _BY_CONCEPT]
    named.sort(key=lambda name: name in _VAGUE)  # "bread" goes before "baking"
    dish = _BY_CONCEPT[named[0]] if named else stage.variant
    made = room.room(stage)
    details = _fireside(stage, made) if dish == "hearth" else _cooking(stage, made, dish)
    subject = "a room with a fireplace" if dish == "hearth" else "a kitchen"
    return Drawn(
        subject=subject,
        details=tuple(word for word in details if word)[:3],
        setting=rain_and_snow.setting(stage, season=False),
    )


def _cooking(stage: Stage, made: Room, dish: str) -> list[str]:
    """Wall, furniture and lamps, then what it all stands behind."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("layout")
    ground = rng.pick(("worktop", "worktop", "table", "island"))
    room.paper(stage, made, made.floor)
    if ground == "worktop":
        reach = unit * 15 if rng.chance(0.75) else made.top
        worktops.tiles(stage, made, made.top - reach)
    else:
        room.floor(stage, made)
    lamps.pool(stage, made, (frame.width / 2, made.top - unit * 17), unit * 44)
    words = _walls(stage, made, rng, room.slots(stage, made), ground)
    if ground == "worktop":
        _along_worktop(stage, made, rng)
    else:
        furniture.at_the_ends(stage, made)
        (worktops.island if ground == "island" else worktops.table)(stage, made)
    return [dishes.lay(stage, made, dish, wide=ground == "worktop"), *words]


def _walls(stage: Stage, made: Room, rng: Rng, places: tuple[Slot, list[Slot]], ground: str) -> list[str]:
    """Fill the slots: one window at most, lamps or a rail behind, furniture beside."""
    unit, words, (middle, sides) = stage.frame.unit, [], places
    view = "middle" if rng.chance(0.3) else rng.pick(("side", "side", "side", "none"))
    if stage.frame.tall:
        view = "side"
    if stage.frame.panorama or rng.chance(0.25):
        words.append(lamps.garland(stage, made))
    if view == "middle":
        words.append(windows.window(stage, made, middle, behind=True))
    elif stage.frame.tall and rng.chance(0.4):
        above = replace(middle, low=made.top - unit * 27)
        words.append(wall_fittings.shelves(stage, made, above, _JARS))
    elif rng.chance(0.45) and made.top - middle.top > unit * 36:
        words.append(kitchen_walls.rail(stage, made, middle))
    else:
        _lamps(stage, made, rng)
    standing = ground != "worktop" and not stage.frame.tall
    kinds = rng.shuffled(_STANDING)[:1] if standing and rng.chance(0.75) else []
    kinds += [*rng.shuffled(_HANGING), "shelves"]
    for i, slot in enumerate(sides):
        if i == 0 and view == "side":
            words.append(windows.window(stage, made, slot))
        else:
            words.append(_side(stage, made, slot, kinds.pop(0)))
    return words


def _lamps(stage: Stage, made: Room, rng: Rng) -> None:
    unit, middle = stage.frame.unit, stage.frame.width / 2
    xs = rng.pick(((0.0,), (0.0,), (-11.0, 11.0), (-15.0, 0.0, 15.0)))
    drop, size = made.top - unit * 29.5, unit * (5.2 if len(xs) == 1 else 3.8)
    if stage.frame.width < unit * 86:
        xs = (0.0,)
    if stage.frame.tall:
        xs, drop, size = (-25.0, 25.0), made.top - unit * 36, unit * 4.6
    lamps.hang(stage, made, tuple(middle + unit * dx for dx in xs), drop, size)


_HANGING = (
    "shelves",
    "shelves",
    "herbs",
    "plates",
    "blackboard",
    "pictures",
    "greenery",
    "cupboards",
)
_STANDING = ("dresser", "dresser", "fridge", "plant")
_FITTINGS = {
    "herbs": kitchen_walls.herbs,
    "plates": kitchen_walls.plates,
    "blackboard": wall_fittings.blackboard,
    "pictures": wall_fittings.pictures,
    "greenery": wall_fittings.greenery,
    "cupboards": kitchen_walls.cupboards,
}


def _side(stage: Stage, made: Room, slot: Slot, kind: str) -> str:
    """Hang something on the wall beside the work, or let it stand on the floor there."""
    if kind == "dresser":
        return furniture.dresser(stage, made, slot.x)
    if kind == "fridge":
        return furniture.fridge(stage, made, slot.x)
    if kind == "plant":
        return furniture.tall_plant(stage, slot.x, made.floor + stage.frame.unit * 2, 34)
    if kind == "shelves":
        return wall_fittings.shelves(stage, made, slot, _JARS)
    return _FITTINGS[kind](stage, made, slot)


def _along_worktop(stage: Stage, made: Room, rng: Rng) -> None:
    """The worktop, and on it what stands beside the dish: stove, tap, a plant."""
    frame, unit = stage.frame, stage.frame.unit
    worktops.worktop(stage, made)
    if frame.tall:
        return
    ends = rng.shuffled((frame.width * 0.10, frame.width * 0.90))
    if frame.width / unit > 90:
        furniture.stove(stage, made, ends[0], made.top + unit * 19)
    for x in ends[1:]:
        if rng.chance(0.4):
            worktops.sink(stage, made, x)
        else:
            furniture.tall_plant(stage, x, made.top, 13)


def _fireside(stage: Stage, made: Room) -> list[str]:
    """A burning hearth in the middle, an armchair beside it, logs and a rug."""
    frame, unit = stage.frame, stage.frame.unit
    room.paper(stage, made, made.floor)
    room.floor(stage, made)
    _, sides = room.slots(stage, made)
    words = [windows.window(stage, made, sides[0])] if not frame.tall else []
    if not frame.tall:
        words.append(wall_fittings.shelves(stage, made, sides[-1], ("books", "plant", "vase")))
    else:
        lamps.garland(stage, made)
    words.insert(0, furniture.hearth(stage, made, frame.width / 2))
    side, low = -1 if frame.flip else 1, frame.height - unit * 3
    home_furniture.rug(stage, made, frame.width / 2, low, unit * 24)
    if frame.width > unit * 86:
        at = (frame.width / 2 + side * unit * 31, low)
        sketch(stage, at, unit * 24, home_furniture.armchair(stage.palette.accent), mirror=side > 0)
    cat = (frame.width / 2 - side * unit * 15, low + unit)
    household.cat(stage, cat, unit * 9, mirror=frame.flip)
    return [words[0], "a cat on the rug", *words[1:]]


SCENE = Scene(
    draw=draw,
    variants=(
        "bread",
        "stew",
        "bread",
        "coffee",
        "fruit",
        "cake",
        "tea",
        "pasta",
        "cheese",
        "pie",
        "pizza",
        "salad",
        "breakfast",
    ),
    asked=("pie", "pizza", "salad", "breakfast"),
)
