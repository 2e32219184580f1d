"""What hangs on a room's walls. Each part fills a slot and gives its words."""

# ruff: noqa: ARG001  every part is called alike
# ruff: noqa: PLR0917  a thing is its place, size and tone, and they are read in order

from __future__ import annotations

from ....kit.canvas import Point, num
from ....kit.colour import Colour, lch
from ....kit.outlines import oval, scaled
from ...stage import Stage
from ..objects import household
from ..objects.sketch import DARK, LEAF, OAK, TINTS, WHITE, Part, box, dim, sketch
from .room import Room, Slot


def shelves(stage: Stage, made: Room, slot: Slot, kinds: tuple[str, ...]) -> str:
    """Put up boards and fill them."""
    unit, rng = stage.frame.unit, stage.rng(f"shelves {slot.x:.0f}")
    wide, step = min(slot.width - unit * 2, unit * 44), unit * 11.5
    count = max(1, min(3, int((slot.height + unit * 3) / step)))
    shrink = rng.pick((0.0, 0.0, 0.22))
    for i in range(count):
        w = wide * (1 - shrink * (i % 2))
        at = (slot.x + (wide - w) / 2 * rng.pick((-1, 1)), slot.low - step * i)
        board(stage, made, at, w)
        row(stage, f"row {slot.x:.0f} {i}", at, w * 0.94, kinds)
    return {"books": "shelves of books", "vase": "shelves of pots"}.get(kinds[0], "shelves of jars")


def board(stage: Stage, made: Room, at: Point, width: float) -> None:
    """Put up one board on two brackets; `at` is the middle of its upper side."""
    (x, y), unit = at, stage.frame.unit
    stage.canvas.rect(x - width / 2, y, width, unit * 1.1, made.wood)
    stage.canvas.rect(x - width / 2, y + unit * 0.7, width, unit * 0.4, made.wood.lighter(-0.12))
    legs = "".join(f"M{num(x + s * width * 0.38)} {num(y + unit * 1.1)}v{num(unit * 1.8)}" for s in (-1, 1))
    stage.canvas.path(legs, "none", stroke=dim(made.wood, 0.14), width=unit * 0.5, cap="butt")


def row(stage: Stage, purpose: str, at: Point, width: float, kinds: tuple[str, ...]) -> None:
    """Stand things along a shelf."""
    rng, unit = stage.rng(purpose), stage.frame.unit
    tints = rng.shuffled(TINTS[:5] if "books" in kinds else TINTS)
    count = max(2, int(width / (unit * 5.6)))
    for i in range(count):
        if count > 3 and rng.chance(0.12):
            continue
        place = (at[0] - width / 2 + width * (i + 0.5) / count, at[1])
        kind = kinds[(i + rng.whole(0, 1)) % len(kinds)]
        _stand(stage, kind, place, unit * rng.between(5.0, 6.6), tints[i % len(tints)], i)


def _stand(stage: Stage, kind: str, at: Point, size: float, tint: Colour, i: int) -> None:
    if kind == "jar":
        household.jar(stage, at, size, tint)
    elif kind == "bottle":
        household.bottle(stage, at, size * 1.25, tint.lighter(-0.14))
    elif kind == "mug":
        household.mug(stage, at, size * 0.7, tint)
    elif kind == "plant":
        household.plant(stage, at, size * 1.3, tint)
    elif kind == "books":
        household.books(stage, at, size, (tint, tint.turned(60), tint.turned(-80)))
    elif kind == "tin":
        household.tin(stage, at, size * 0.85, tint)
    elif kind == "bowls":
        sketch(stage, at, size * 0.8, _bowls(tint))
    elif kind == "frame":
        sketch(stage, at, size * 1.2, picture(tint, i))
    else:
        household.vase(stage, at, size * (1.15 if i % 3 < 2 else 0.8), tint, i)


def _bowls(tint: Colour) -> list[Part]:
    """Three bowls, one in the other."""
    shape = "M-46 {0}H46Q42 {1} 20 {2}H-20Q-42 {1} -46 {0}Z"
    tones = (WHITE, tint, WHITE)
    parts: list[Part] = []
    for i, tone in enumerate(tones):
        parts.insert(0, (shape.format(-44 - 24 * i, -14 - 24 * i, -24 * i), tone))
    return parts


def picture(tint: Colour, kind: int) -> list[Part]:
    """A framed picture: hills, a sun, a leaf, a boat."""
    parts: list[Part] = [(box(-40, -100, 80, 100), OAK), (box(-32, -92, 64, 84), WHITE)]
    hills = "M-32 -8V-36Q-14 -60 4 -38Q18 -54 32 -40V-8Z"
    if kind % 3 == 0:
        return [*parts, (oval(8, -62, 14, 14), TINTS[1]), (hills, tint)]
    if kind % 3 == 1:
        leaf = "M0 -16Q-30 -44 0 -80Q30 -44 0 -16ZM-2 -16h4v8h-4Z"
        return [*parts, (leaf, LEAF)]
    return [*parts, ("M-2 -80L24 -36H-2ZM-6 -70V-36H-22Z", tint), ("M-26 -30H26L16 -18H-18Z", DARK)]


def pictures(stage: Stage, made: Room, slot: Slot) -> str:
    """Hang a group of framed pictures."""
    unit, rng = stage.frame.unit, stage.rng(f"pictures {slot.x:.0f}")
    y = slot.top + slot.height * 0.62
    groups = (((0, 17, 0),), ((-8, 15, 0), (7, 11, -1)), ((-10, 11, 0), (2, 15, 2), (13, 10, -2)))
    group = rng.pick(groups if slot.width > unit * 30 else groups[: 2 if slot.width > unit * 26 else 1])
    first = rng.whole(0, 2)
    for i, (dx, size, dy) in enumerate(group):
        at = (slot.x + unit * dx, min(y + unit * (dy + 4), slot.low))
        sketch(stage, at, unit * size, picture(rng.pick(TINTS[:5]), first + i))
    return "pictures on the wall" if group[1:] else "a picture on the wall"


def blackboard(stage: Stage, made: Room, slot: Slot) -> str:
    """Hang a slate with a chalk drawing of a cup and a few lines of chalk."""
    unit, canvas = stage.frame.unit, stage.canvas
    wide, high = min(slot.width - unit * 5, unit * 24), min(slot.height * 0.8, unit * 17)
    x, y = slot.x - wide / 2, slot.top + (slot.height - high) * 0.4
    canvas.rect(x, y, wide, high, made.wood, r=unit * 0.5)
    slate = lch(0.36, 0.04, 190)
    canvas.rect(x + unit, y + unit, wide - unit * 2, high - unit * 2, slate)
    s, cx, cy = high * 0.17, x + wide * 0.26, y + high * 0.56
    cup = scaled("M-1 -0.5h2q0 1.6 -1 1.6t-1 -1.6M1 -0.2q0.8 0 -0.2 1M-0.3 -1q0.3 -0.4 0 -0.8", cx, cy, s)
    lines = "".join(
        f"M{num(x + wide * 0.52)} {num(y + high * k)}h{num(wide * w)}"
        for k, w in ((0.28, 0.36), (0.44, 0.26), (0.6, 0.33), (0.76, 0.2))
    )
    chalk = lch(0.94, 0.02, 90)
    canvas.path(cup + lines, "none", stroke=chalk, width=unit * 0.5, line_alpha=0.85)
    return "a blackboard on the wall"


def greenery(stage: Stage, made: Room, slot: Slot) -> str:
    """Hang trailing plants in pots from the ceiling."""
    unit, rng = stage.frame.unit, stage.rng("greenery")
    spots = ((-0.26, 15), (0.24, 20)) if slot.width > unit * 20 else ((0.0, 18),)
    for share, drop in spots:
        at = (slot.x + slot.width * share, unit * (drop + rng.between(-2, 2)))
        cords = f"M{num(at[0])} 0L{num(at[0] - unit * 2.6)} {num(at[1] - unit * 4)}"
        cords += f"M{num(at[0])} 0L{num(at[0] + unit * 2.6)} {num(at[1] - unit * 4)}"
        stage.canvas.path(cords, "none", stroke=dim(made.wood, 0.06), width=unit * 0.25)
        sketch(stage, at, unit * 12, _trailing(rng.pick(TINTS)))
    return "hanging plants"


def _trailing(tint: Colour) -> list[Part]:
    vines = (
        "M-18 -30Q-50 -30 -44 20M-8 -32Q-24 -20 -22 34M8 -32Q22 -16 20 18M18 -30Q52 -34 44 30"
        "M-10 -34Q-30 -60 -40 -44M10 -34Q30 -62 40 -46M0 -34V-58"
    )
    leaves = "".join(
        oval(x, y, 8, 5.5)
        for x, y in (
            (-45, 4),
            (-47, 20),
            (-40, -16),
            (-22, 34),
            (-26, 12),
            (-20, -6),
            (20, 18),
            (24, 0),
            (45, 30),
            (49, 10),
            (44, -14),
            (-40, -46),
            (40, -48),
            (0, -60),
            (-26, -50),
            (26, -52),
            (-12, -46),
            (12, -48),
        )
    )
    return [
        (vines, dim(LEAF, 0.06), 4),
        (leaves, LEAF),
        ("M-24 -34H24Q24 0 0 0Q-24 0 -24 -34Z", tint),
        ("M6 -34H24Q24 0 0 0Q6 -6 6 -34Z", dim(tint)),
    ]


def pinboard(stage: Stage, made: Room, slot: Slot) -> str:
    """Hang a board of cork with notes on it."""
    unit, rng, canvas = stage.frame.unit, stage.rng("notes"), stage.canvas
    wide, high = min(slot.width - unit * 4, unit * 25), min(slot.height * 0.8, unit * 17)
    x, y = slot.x - wide / 2, slot.top + (slot.height - high) * 0.4
    canvas.rect(x, y, wide, high, made.wood, r=unit * 0.5)
    canvas.rect(x + unit, y + unit, wide - unit * 2, high - unit * 2, lch(0.80, 0.07, 72))
    pins, columns = "", max(2, int(wide / unit / 6))
    for i in range(columns * 2):
        tint = rng.pick((*TINTS, WHITE, WHITE))
        px = x + unit * 2 + (wide - unit * 4) * (i % columns) / columns
        py = y + unit * 2.2 + (high - unit * 4) * (i // columns) / 2 + unit * rng.between(-0.4, 0.8)
        w, h = unit * rng.between(3.6, 4.6), unit * rng.between(3.8, 5.2)
        canvas.rect(px, py, w, h, tint)
        pins += f"M{num(px + w / 2)} {num(py + unit * 0.5)}h0"
    canvas.path(pins, "none", stroke=stage.palette.accent, width=unit * 0.9)
    return "a board with notes"
