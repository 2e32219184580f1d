"""Rooms seen from the front: wall, window with the hour outside, shelves, lamps, floor."""

# ruff: noqa: PLR0917  a thing is its place, size and tone, and they are read in order

from __future__ import annotations

from dataclasses import dataclass, replace

from .. import light
from ..canvas import Point, num
from ..colour import Colour, ground, lch
from ..frame import Frame
from ..shapes import boxes, polygon
from ..stage import Stage
from . import flora, things

_WALLS = (200.0, 160.0, 30.0, 250.0, 300.0, 345.0, 15.0)
_DIM_WALLS = (195.0, 160.0, 230.0, 265.0, 300.0, 340.0)
"""By lamplight a yellow or orange wall is brown."""
_ZOOM = 1.3
_WALL_LIGHT = {"dawn": 0.80, "noon": 0.86, "dusk": 0.52, "night": 0.36}


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """The tones of a room, and the y where wall and counter meet."""

    wall: Colour
    trim: Colour
    wood: Colour
    top: float
    """The upper side of the counter or bench."""
    floor: float


def closer(stage: Stage) -> tuple[Stage, float]:
    """Step closer: give a stage whose frame is smaller, and the scale that fills the picture."""
    frame = stage.frame
    near = Frame(
        width=round(frame.width / _ZOOM), height=round(frame.height / _ZOOM), flip=frame.flip
    )
    return replace(stage, frame=near), frame.width / near.width


def room(stage: Stage, *, top: float = 0.68) -> Room:
    """Paint the wall, lighter around the lamp, and choose the tones of the room."""
    frame, palette, rng = stage.frame, stage.palette, stage.rng("wall")
    light = _WALL_LIGHT[palette.hour]
    hue = rng.pick(_WALLS if light > 0.7 else _DIM_WALLS) + rng.between(-12, 12)
    wall = ground(light, 0.055 if light > 0.7 else 0.075, hue)
    made = Room(
        wall=wall, trim=wall.lighter(0.09 if light < 0.8 else -0.16),
        wood=lch(0.62 if light > 0.6 else 0.5, 0.09, 50), top=frame.height * top,
        floor=frame.height * 0.93,
    )  # fmt: skip
    paint = stage.canvas.linear(((0, wall.lighter(-0.06)), (0.7, wall), (1, wall.lighter(0.03))))
    stage.canvas.rect(0, 0, frame.width, frame.height, paint)
    return made


def panelling(stage: Stage, made: Room) -> None:
    """Draw upright planks on the wall."""
    frame, unit = stage.frame, stage.frame.unit
    d = "".join(
        f"M{num(unit * 7.5 * i)} 0V{num(made.floor)}"
        for i in range(1, int(frame.width / unit / 7.5) + 1)
    )
    stage.canvas.path(d, "none", stroke=made.wall.lighter(-0.045), width=unit * 0.3)


def tiles(stage: Stage, made: Room, top: float) -> None:
    """Tile the wall above the counter, some tiles lighter."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("tiles")
    tone = made.wall.lighter(0.07 if made.wall.light < 0.8 else -0.05)
    stage.canvas.rect(0, top, frame.width, made.top - top, tone)
    side, joints = unit * 3.4, ""
    light: list[tuple[float, float, float, float]] = []
    rows, columns = int((made.top - top) / side) + 1, int(frame.width / side) + 1
    for row in range(rows):
        joints += f"M0 {num(top + row * side)}H{frame.width}"
        high = min(side, made.top - top - row * side)
        places = ((i * side, top + row * side, side, high) for i in range(columns))
        light += [place for place in places if rng.chance(0.16)]
    joints += "".join(f"M{num(i * side)} {num(top)}V{num(made.top)}" for i in range(1, columns))
    stage.canvas.path(boxes(light), tone.lighter(0.035))
    stage.canvas.path(joints, "none", stroke=tone.lighter(-0.06), width=unit * 0.18)
    stage.canvas.rect(0, top - unit * 0.4, frame.width, unit * 0.8, made.trim)


def window(stage: Stage, made: Room, x: float, place: tuple[float, float, float]) -> None:
    """Set a window (top, bottom, width) with hills, sun or moon, perhaps snow outside."""
    top, low, wide = place
    canvas, palette, unit = stage.canvas, stage.palette, stage.frame.unit
    left, high = x - wide / 2, low - top
    pane = boxes([(left, top, wide, high)])
    with canvas.group(clip=pane):
        sky = palette.sky()
        stops = [(i / (len(sky) - 1), colour) for i, colour in enumerate(sky)]
        canvas.path(pane, canvas.linear(stops))
        r = min(wide, high) * 0.13
        canvas.circle(left + wide * 0.3, top + high * 0.3, r, palette.light)
        _outside(stage, (left, top, wide, high))
    white = lch(0.95, 0.015, 80) if made.wall.light > 0.6 else lch(0.80, 0.03, 80)
    bars = [(left - unit * 1.2, top - unit * 1.2, wide + unit * 2.4, unit * 1.2),
        (left - unit * 1.2, top, unit * 1.2, high),
            (left + wide, top, unit * 1.2, high), (x - unit * 0.35, top, unit * 0.7, high),
            (left, top + high * 0.42, wide, unit * 0.6)]  # fmt: skip
    canvas.path(boxes(bars), white)
    canvas.rect(
        left - unit * 2, low, wide + unit * 4, unit * 1.5, white.lighter(-0.05), r=unit * 0.3
    )


def _outside(stage: Stage, place: tuple[float, float, float, float]) -> None:
    left, top, wide, high = place
    palette, rng, low = stage.palette, stage.rng("outside"), top + high
    for i, share in enumerate((0.2, 0.45)):
        y = low - high * (0.36 - 0.14 * i)
        bend = high * rng.between(0.08, 0.2)
        stage.canvas.path(f"M{num(left)} {num(y)}Q{num(left + wide * (0.25 + 0.4 * i))} "
                          f"{num(y - bend)} {num(left + wide * 0.6)} "
                          f"{num(y)}T{num(left + wide)} {num(y - bend * 0.4)}V{num(low)}"
                          f"H{num(left)}Z",
                          palette.depth(share))  # fmt: skip
    tone = light.leaves(stage, 0.85)
    spots = [
        (left + wide * share, low + high * 0.02, high * rng.between(0.3, 0.5))
        for share in (0.08, 0.74, 0.93)
    ]
    flora.rounds(stage, spots, tone)
    if palette.season == "winter":
        d = "".join(
            f"M{num(left + wide * rng.unit())} {num(top + high * rng.unit())}h0" for _ in range(40)
        )
        stage.canvas.path(d, "none", stroke=lch(0.99, 0.005, 90), width=stage.frame.unit * 0.4)


def curtains(stage: Stage, x: float, place: tuple[float, float, float], colour: Colour) -> None:
    """Hang a curtain on either side of a window."""
    (top, low, wide), unit = place, stage.frame.unit
    for side in (-1, 1):
        edge = x + side * (wide / 2 + unit * 2.4)
        inner = x + side * (wide / 2 - wide * 0.13)
        waist = x + side * (wide / 2 + unit * 0.6)
        d = (f"M{num(edge)} {num(top - unit * 2)}H{num(inner)}Q{num(inner)} "
             f"{num(top + (low - top) * 0.45)} {num(waist)} "
             f"{num(top + (low - top) * 0.62)}L{num(inner + side * unit)} "
             f"{num(low + unit * 1.2)}H{num(edge)}Z")  # fmt: skip
        stage.canvas.path(d, colour if side != stage.frame.shaded else colour.lighter(-0.05))
    rod = stage.palette.near.mix(colour, 0.2)
    stage.canvas.line(
        [(x - wide / 2 - unit * 4, top - unit * 2.2), (x + wide / 2 + unit * 4, top - unit * 2.2)],
        rod,
        unit * 0.6,
    )


def lamp(stage: Stage, x: float, drop: float, colour: Colour) -> None:
    """Hang a lamp; its light lies on the room when it is dark outside."""
    canvas, unit, s = stage.canvas, stage.frame.unit, stage.frame.unit * 4.4
    if stage.palette.hour in ("dusk", "night"):
        low = stage.frame.height * 0.9
        cone = canvas.linear(((0, stage.palette.light, 0.36), (1, stage.palette.light, 0.02)))
        canvas.path(
            polygon([(x - s, drop), (x + s, drop), (x + s * 4.6, low), (x - s * 4.6, low)]), cone
        )
        canvas.glow(x, drop, s * 2.4, stage.palette.light, 0.7)
    canvas.path(
        f"M{num(x)} 0V{num(drop - s)}", "none", stroke=stage.palette.near, width=unit * 0.35
    )
    canvas.circle(x, drop + s * 0.04, s * 0.32, lch(0.97, 0.06, 92))
    canvas.path(f"M{num(x - s)} {num(drop)}Q{num(x - s * 0.9)} {num(drop - s * 0.8)} {num(x)} "
                f"{num(drop - s)}"
                f"Q{num(x + s * 0.9)} {num(drop - s * 0.8)} {num(x + s)} {num(drop)}Z",
                colour)  # fmt: skip
    side = stage.frame.shaded
    canvas.path(f"M{num(x + side * s * 0.3)} {num(drop)}Q{num(x + side * s * 0.3)} "
                f"{num(drop - s * 0.8)} {num(x)} {num(drop - s)}"
                f"Q{num(x + side * s * 0.9)} {num(drop - s * 0.8)} {num(x + side * s)} "
                f"{num(drop)}Z",
                colour.lighter(-0.07))  # fmt: skip


def shelf(stage: Stage, made: Room, at: Point, width: float) -> None:
    """Put up a board on two brackets; `at` is the middle of its upper side."""
    (x, y), unit = at, stage.frame.unit
    stage.canvas.rect(x - width / 2, y, width, unit * 1.1, made.wood)
    stage.canvas.rect(x - width / 2, y + unit * 0.7, width, unit * 0.4, made.wood.lighter(-0.12))
    legs = "".join(
        f"M{num(x + s * width * 0.38)} {num(y + unit * 1.1)}v{num(unit * 1.8)}" for s in (-1, 1)
    )
    stage.canvas.path(legs, "none", stroke=made.wood.lighter(-0.14), width=unit * 0.5, cap="butt")


def row(stage: Stage, purpose: str, at: Point, width: float, kinds: tuple[str, ...]) -> None:
    """Stand things along a shelf."""
    rng, unit = stage.rng(purpose), stage.frame.unit
    tints = rng.shuffled((lch(0.72, 0.11, 40), lch(0.80, 0.11, 85), lch(0.66, 0.10, 235),
        lch(0.70, 0.10, 160),
                          lch(0.76, 0.08, 350), lch(0.93, 0.03, 85)))  # fmt: skip
    count = max(2, int(width / (unit * 5.4)))
    for i in range(count):
        place = (at[0] - width / 2 + width * (i + 0.5) / count, at[1])
        tint, size = tints[i % len(tints)], unit * rng.between(5.0, 6.6)
        _stand(stage, kinds[(i + rng.whole(0, 1)) % len(kinds)], place, size, tint, i)


def _stand(stage: Stage, kind: str, at: Point, size: float, tint: Colour, i: int) -> None:
    if kind == "jar":
        things.jar(stage, at, size, tint)
    elif kind == "bottle":
        things.bottle(stage, at, size * 1.25, tint.lighter(-0.14))
    elif kind == "mug":
        things.mug(stage, at, size * 0.7, tint)
    elif kind == "plant":
        things.plant(stage, at, size * 1.3, tint)
    elif kind == "books":
        things.books(stage, at, size, (tint, tint.turned(60), tint.turned(-80)))
    elif kind == "tin":
        things.tin(stage, at, size * 0.85, tint)
    else:
        things.vase(stage, at, size * (1.15 if i % 3 < 2 else 0.8), tint, i)
