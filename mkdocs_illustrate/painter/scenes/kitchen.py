"""A kitchen: stove or hearth, shelves, a window, and what is made there on the table."""

from __future__ import annotations

from .. import weathers
from ..canvas import num
from ..colour import Colour, lch
from ..shapes import boxes, polygon, sector
from ..stage import Drawn, Stage
from . import Scene, houses, room, things
from .room import Room

_BY_CONCEPT = {
    "baking": "bread",
    "coffee": "coffee",
    "food": "fruit",
    "cooking": "stew",
    "fire": "hearth",
}
_DISHES = {
    "bread": "fresh bread on the table",
    "stew": "a steaming pot",
    "coffee": "steaming cups of coffee",
    "fruit": "a bowl of fruit",
    "hearth": "a fire in the hearth",
}


def draw(stage: Stage) -> Drawn:
    """Draw the room from close by."""
    near, scale = room.closer(stage)
    with stage.canvas.group(scale=scale):
        return _inside(near)


def _inside(stage: Stage) -> Drawn:
    """Draw the wall and its furniture, then the table in front."""
    frame, unit = stage.frame, stage.frame.unit
    dish = next(
        (_BY_CONCEPT[name] for name in stage.concepts if name in _BY_CONCEPT), stage.variant
    )
    made = room.room(stage, top=0.66 if not frame.tall else 0.72)
    back = made.top - min(unit * 13.5, frame.height * 0.2)
    if dish != "hearth":
        room.tiles(stage, made, back)
    middle = stage.rng("layout").chance(0.4) and not frame.tall
    sill, wide, x = back - unit * 1.2, frame.width * 0.34, frame.x(0.45 if middle else 0.30)
    if frame.tall:  # stack what stands side by side elsewhere
        sill, wide, x = back - unit * 27, frame.width * 0.56, frame.x(0.54)
    place = (sill - min(unit * 27, sill * 0.7), sill, min(unit * 28, wide))
    room.window(stage, made, x, place)
    if stage.rng("curtains").chance(0.6):
        room.curtains(stage, x, place, _cloth(stage))
    things.cat(stage, (x + unit * 5, sill + unit * 0.2), unit * 7.4, mirror=frame.flip)
    _shelves(stage, made, back, middle=middle)
    _counter(stage, made)
    _stove(stage, made, hearth=dish == "hearth")
    _on_counter(stage, made)
    low = frame.height * (0.20 if not frame.tall else 0.15)
    for share in (0.64, 0.22) if middle else (0.13 if frame.tall else 0.50,):
        room.lamp(stage, frame.x(share), low, stage.palette.accent)
    _table(stage, made, dish)
    return Drawn(subject="a kitchen", details=(_DISHES[dish], "a cat on the window sill",
        "shelves of jars"),
                 setting=weathers.setting(stage, season=False))  # fmt: skip


def _cloth(stage: Stage) -> Colour:
    return lch(0.82, 0.09, stage.rng("cloth").pick((30.0, 85.0, 350.0, 160.0, 230.0)))


def _shelves(stage: Stage, made: Room, back: float, *, middle: bool) -> None:
    """Boards on one side of the window, or on both where it is in the middle."""
    frame, unit = stage.frame, stage.frame.unit
    wide = min(unit * 29, frame.width * 0.34)
    step = min(unit * 11.5, back * 0.36)
    places = [(0.5, frame.width * 0.74, 0)] if frame.tall else [(0.745, wide, 0)]
    if middle:
        places = [(0.80, frame.width * 0.24, 0), (0.12, frame.width * 0.19, 2)]
    elif frame.ratio > 2.3:
        places.append((0.945, unit * 10, 2))
    for share, width, first in places:
        for i in range(2):
            at = (frame.x(share), back - unit * 3.4 - step * i)
            kinds = (
                ("jar", "mug", "jar", "bottle", "plant")
                if (i + first) % 3
                else ("jar", "vase", "plant")
            )
            room.shelf(stage, made, at, width)
            room.row(stage, f"shelf {i + first}", at, width * 0.94, kinds)


def _counter(stage: Stage, made: Room) -> None:
    """A worktop over cupboards with handles."""
    frame, unit, canvas = stage.frame, stage.frame.unit, stage.canvas
    tone = made.wall.turned(10).lighter(-0.17 if made.wall.light > 0.6 else 0.12)
    canvas.rect(0, made.top, frame.width, frame.height - made.top, tone)
    wide = unit * 11.5
    doors = [(i * wide + unit * 0.6, made.top + unit * 3, wide - unit * 1.2, frame.height * 0.4)
             for i in range(int(frame.width / wide) + 1)]  # fmt: skip
    canvas.path(boxes(doors), tone.lighter(0.05))
    grips = [(x + w / 2 - unit * 1.5, y + unit * 1.2, unit * 3, unit * 0.6) for x, y, w, _ in doors]
    canvas.path(boxes(grips), tone.lighter(-0.18))
    canvas.rect(0, made.top, frame.width, unit * 1.9, made.wood.lighter(0.14))
    canvas.rect(0, made.top + unit * 1.4, frame.width, unit * 0.9, made.wood.lighter(-0.06))


def _stove(stage: Stage, made: Room, *, hearth: bool) -> None:
    """A stove with a glowing oven and a pot; or a hearth with a fire and a chimney."""
    frame, unit, canvas = stage.frame, stage.frame.unit, stage.canvas
    x, w = frame.x(0.66), unit * 17
    if hearth:
        _hearth(stage, made, x)
        return
    low = min(frame.height, made.top + unit * 17)
    steel = lch(0.86, 0.012, 250) if made.wall.light > 0.6 else lch(0.66, 0.02, 260)
    canvas.rect(x - w / 2, made.top - unit * 0.4, w, low - made.top, steel)
    canvas.rect(x - w / 2, made.top - unit * 0.4, w, unit * 1.2, things.DARK)
    knobs = "".join(
        f"M{num(x + unit * (i * 3 - 6))} {num(made.top + unit * 2.4)}h0" for i in range(5)
    )
    canvas.path(knobs, "none", stroke=things.DARK, width=unit * 1.2)
    canvas.rect(x - w * 0.4, made.top + unit * 4.4, w * 0.8, unit * 8, things.DARK, r=unit * 0.8)
    canvas.rect(x - w * 0.36, made.top + unit * 5, w * 0.72, unit * 6.8,
                canvas.linear(((0, lch(0.62, 0.14, 45)), (1, lch(0.82, 0.14, 78)))),
                r=unit * 0.5)  # fmt: skip
    canvas.path(f"M{num(x - w * 0.22)} {num(made.top + unit * 10.6)}q{num(w * 0.22)} "
                f"{num(-unit * 5.4)} {num(w * 0.44)} 0Z",
                lch(0.52, 0.11, 45))  # fmt: skip
    things.pot(stage, (x - unit * 3.6, made.top - unit * 0.4), unit * 5.2, stage.palette.accent)
    things.kettle(stage, (x + unit * 5, made.top - unit * 0.4), unit * 5.4, lch(0.72, 0.09, 215))


def _hearth(stage: Stage, made: Room, x: float) -> None:
    frame, unit, canvas = stage.frame, stage.frame.unit, stage.canvas
    stone = lch(0.74, 0.025, 70) if made.wall.light > 0.6 else lch(0.54, 0.03, 60)
    w, low, top = unit * 26, frame.height, made.top - unit * 15
    canvas.path(
        polygon([(x - w * 0.36, 0), (x + w * 0.36, 0), (x + w * 0.5, top), (x - w * 0.5, top)]),
        stone.lighter(0.05),
    )
    canvas.rect(x - w / 2, top, w, low - top, stone)
    rng, bricks = stage.rng("bricks"), []
    for row in range(int((low - top) / (unit * 2.6))):
        bricks += [(x - w / 2 + unit * (1 + 5.2 * i + 2.4 * (row % 2)),
            top + unit * 2.6 * row + unit * 0.6, unit * 3.8, unit * 1.7)
                   for i in range(5)
                   if rng.chance(0.5) and 5.2 * i + 2.4 * (row % 2) < 21]  # fmt: skip
    canvas.path(boxes(bricks), stone.lighter(-0.06))
    mouth = made.top + unit * 12
    canvas.path(boxes([(x - w * 0.32, made.top - unit * 3, w * 0.64, mouth - made.top + unit * 3)])
                + sector(x, made.top - unit * 3, w * 0.32, 180, 360),
                things.DARK.lighter(-0.08))  # fmt: skip
    houses.fire(stage, (x, mouth - unit * 1.2), unit * 11)
    canvas.rect(x - w * 0.56, top - unit * 0.8, w * 1.12, unit * 2, made.wood)
    room.row(stage, "mantel", (x, top - unit * 0.8), w * 0.9, ("vase", "books", "plant"))


def _on_counter(stage: Stage, made: Room) -> None:
    frame, unit = stage.frame, stage.frame.unit
    things.bottle(stage, (frame.x(0.12), made.top), unit * 8, lch(0.62, 0.1, 130))
    things.jar(stage, (frame.x(0.18), made.top), unit * 5, lch(0.88, 0.08, 85))
    things.plant(stage, (frame.x(0.90), made.top), unit * 9, lch(0.68, 0.12, 38))
    things.books(
        stage,
        (frame.x(0.42), made.top),
        unit * 6.4,
        (lch(0.6, 0.13, 25), lch(0.66, 0.1, 230), lch(0.8, 0.1, 88)),
    )
    if frame.ratio > 2:
        things.kettle(stage, (frame.x(0.96), made.top), unit * 6.5, lch(0.8, 0.02, 240))


def _table(stage: Stage, made: Room, dish: str) -> None:
    """The table in front: dark edge, and the dish that the article is about."""
    frame, unit, canvas = stage.frame, stage.frame.unit, stage.canvas
    y = frame.height - unit * (5.6 if frame.panorama else 8)
    wood = made.wood.lighter(-0.13)
    canvas.rect(
        0,
        y,
        frame.width,
        frame.height - y + 2,
        canvas.linear(((0, wood.lighter(0.07)), (1, wood.lighter(-0.1)))),
    )
    canvas.rect(0, y, frame.width, unit * 0.6, wood.lighter(0.2))
    grain = stage.rng("grain")
    d = "".join(f"M{num(frame.width * grain.unit())} "
                f"{num(y + unit * grain.between(1.6, 7))}h{num(unit * grain.between(6, 16))}"
                for _ in range(14))  # fmt: skip
    canvas.path(d, "none", stroke=wood.lighter(-0.09), width=unit * 0.25, line_alpha=0.6)
    x, low, white = frame.x(0.5), y + unit * 2.6, lch(0.96, 0.015, 85)
    fruits = (stage.palette.accent, lch(0.86, 0.15, 95), lch(0.72, 0.15, 135))
    if dish in ("bread", "hearth"):
        things.loaf(stage, (x, low), unit * 8.5)
        things.baguette(stage, (frame.x(0.26), low), min(unit * 17, frame.width * 0.2))
        things.mug(stage, (frame.x(0.74), low), unit * 5, white, steam=True)
    elif dish == "coffee":
        for dx, tint in ((-6.5, white), (6.5, stage.palette.accent)):
            things.mug(stage, (x + unit * dx, low), unit * 7, tint, steam=True)
        things.kettle(stage, (frame.x(0.74), low), unit * 8.5, lch(0.62, 0.09, 215))
    elif dish == "fruit":
        things.bowl(stage, (x, low), unit * 10, lch(0.70, 0.09, 230), fruits)
        things.bottle(stage, (frame.x(0.30), low), unit * 10, lch(0.58, 0.1, 140))
        things.mug(stage, (frame.x(0.72), low), unit * 5, white)
    else:
        things.pot(stage, (x, low), unit * 8.6, stage.palette.accent)
        things.bowl(stage, (frame.x(0.27), low), unit * 6.5, white, fruits)
        things.bottle(stage, (frame.x(0.73), low), unit * 9, lch(0.58, 0.1, 140))


SCENE = Scene(
    name="kitchen", draw=draw, variants=("bread", "stew", "bread", "coffee", "fruit", "bread")
)
