"""A workshop: bench, tools on the wall, a lamp, a window, and work in hand."""

from __future__ import annotations

from .. import light, weathers
from ..canvas import num
from ..colour import lch
from ..shapes import boxes, oval
from ..stage import Drawn, Stage
from . import Scene, room, things
from .room import Room

_BY_CONCEPT = {"construction": "wood", "repair": "repair", "pottery": "pottery"}
_WORK = {
    "wood": "a birdhouse on the bench",
    "repair": "a bicycle on a stand",
    "pottery": "a pot on the wheel",
}


def draw(stage: Stage) -> Drawn:
    """Draw the room from close by."""
    near, scale = room.closer(stage)
    with stage.canvas.group(scale=scale):
        return _inside(near)


def _inside(stage: Stage) -> Drawn:
    """Draw wall and window, tools or shelves, the bench, then the floor in front."""
    frame, unit = stage.frame, stage.frame.unit
    work = next(
        (_BY_CONCEPT[name] for name in stage.concepts if name in _BY_CONCEPT), stage.variant
    )
    made = room.room(stage, top=0.66 if not frame.tall else 0.70)
    room.panelling(stage, made)
    sill, wide, x = made.top - unit * 9, frame.width * 0.34, frame.x(0.29)
    if frame.tall:  # stack what stands side by side elsewhere
        sill, wide, x = made.top - unit * 35, frame.width * 0.56, frame.x(0.56)
    place = (sill - min(unit * 30, sill * 0.72), sill, min(unit * 30, wide))
    room.window(stage, made, x, place)
    things.cat(stage, (x - unit * 5, sill + unit * 0.2), unit * 7.4, mirror=frame.flip)
    if work == "pottery":
        _pots(stage, made)
        wall = "shelves of pots"
    else:
        _board(stage, made)
        wall = "tools on the wall"
    _floor(stage, made)
    _bench(stage, made)
    _work(stage, made, work)
    room.lamp(
        stage,
        frame.x(0.16 if frame.tall else 0.50),
        frame.height * (0.24 if not frame.tall else 0.18),
        stage.palette.accent,
    )
    _front(stage, made, work)
    return Drawn(subject="a workshop", details=(_WORK[work], wall, "a cat on the window sill"),
                 setting=weathers.setting(stage, season=False))  # fmt: skip


def _board(stage: Stage, made: Room) -> None:
    """A pegboard full of tools, and a shelf of tins above or beside it."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("tools")
    wide, high = min(unit * 40, frame.width * 0.40), min(unit * 23, made.top * 0.46)
    x, low = frame.x(0.745), made.top - unit * 7
    if frame.tall:
        wide, x = frame.width * 0.8, frame.x(0.5)
    tone = made.wood.lighter(0.12) if made.wall.light > 0.6 else made.wood.lighter(-0.06)
    stage.canvas.rect(x - wide / 2, low - high, wide, high, tone, r=unit * 0.6)
    holes = "".join(f"M{num(x - wide / 2 + unit * (1.5 + 2.4 * i))} "
                    f"{num(low - high + unit * (1.5 + 2.4 * k))}h0"
                    for i in range(int(wide / unit / 2.4))
                    for k in range(int(high / unit / 2.4)))  # fmt: skip
    stage.canvas.path(holes, "none", stroke=tone.lighter(-0.12), width=unit * 0.4)
    names, size = rng.shuffled(things.TOOLS), high * 0.40
    grips = (stage.palette.accent, lch(0.45, 0.12, 245), lch(0.42, 0.1, 25))
    columns = max(3, int(wide / (size * 0.72)))
    for k in range(2):
        for i in range(columns):
            at = (x - wide / 2 + wide * (i + 0.5) / columns, low - high * (0.53 - 0.49 * k))
            name = names[(i + k * columns) % len(names)]
            things.tool(stage, at, size, name, grips[(i + k) % 3])
    shelf = (x, low - high - unit * 5)
    if shelf[1] > unit * 14 and not frame.tall:
        room.shelf(stage, made, shelf, wide)
        room.row(stage, "tins", shelf, wide * 0.94, ("tin", "jar", "tin", "books", "plant"))


def _pots(stage: Stage, made: Room) -> None:
    """Three boards of finished pots."""
    frame, unit = stage.frame, stage.frame.unit
    wide = min(unit * 40, frame.width * 0.42)
    step = min(unit * 12.5, made.top * 0.23)
    if frame.tall:
        wide = frame.width * 0.8
    for i in range(2 if frame.tall else 3):
        at = (frame.x(0.5 if frame.tall else 0.745), made.top - unit * 7.5 - step * i)
        room.shelf(stage, made, at, wide)
        room.row(
            stage, f"pots {i}", at, wide * 0.94, ("vase",) if i != 1 else ("vase", "vase", "plant")
        )


def _floor(stage: Stage, made: Room) -> None:
    frame, unit = stage.frame, stage.frame.unit
    y = frame.height - unit * (7 if frame.panorama else 9.5)
    tone = made.wood.lighter(-0.07).mix(made.wall, 0.2)
    stage.canvas.rect(0, y, frame.width, frame.height - y + 2, tone)
    stage.canvas.rect(0, y - unit * 1.8, frame.width, unit * 1.8, made.trim)
    d = "".join(f"M0 {num(y + unit * k)}H{frame.width}" for k in (2.2, 5.2, 8.6))
    stage.canvas.path(d, "none", stroke=tone.lighter(-0.07), width=unit * 0.25)


def _bench(stage: Stage, made: Room) -> None:
    """A thick top on legs, a board below with boxes, drawers on one side."""
    frame, unit, canvas = stage.frame, stage.frame.unit, stage.canvas
    left, right, low = frame.width * 0.07, frame.width * 0.93, frame.height - unit * 5
    wood, dark = made.wood.lighter(0.05), made.wood.lighter(-0.15)
    canvas.ellipse(
        frame.width / 2,
        low + unit * 0.5,
        (right - left) * 0.52,
        unit * 1.6,
        stage.palette.near,
        alpha=0.3,
    )
    canvas.rect(left + unit * 3, low - unit * 6, right - left - unit * 6, unit * 1.3, dark)
    for i in range(3):
        x = frame.x(0.26 + 0.13 * i) - unit * 4
        tint = (lch(0.66, 0.09, 230), lch(0.74, 0.09, 85), lch(0.66, 0.1, 160))[i]
        canvas.rect(x, low - unit * 11.5, unit * 8.5, unit * 5.5, tint.lighter(-0.05), r=unit * 0.4)
        canvas.rect(
            x + unit * 2.7, low - unit * 10, unit * 3, unit * 1.2, tint.lighter(-0.2), r=unit * 0.5
        )
    legs = [
        (share - unit * 1.2, made.top, unit * 2.4, low - made.top)
        for share in (left + unit * 4, right - unit * 4)
    ]
    canvas.path(boxes(legs), wood.lighter(-0.08))
    x, w = frame.x(0.76), unit * 14
    canvas.rect(x - w / 2, made.top + unit * 2, w, low - made.top - unit * 4, wood.lighter(-0.05))
    step = (low - made.top - unit * 5) / 3
    fronts = [
        (
            x - w / 2 + unit * 0.7,
            made.top + unit * 2.8 + step * i,
            w - unit * 1.4,
            step - unit * 0.7,
        )
        for i in range(3)
    ]
    canvas.path(boxes(fronts), wood.lighter(0.03))
    canvas.path(
        "".join(f"M{num(x)} {num(fy + h / 2)}h0" for _, fy, _, h in fronts),
        "none",
        stroke=dark,
        width=unit,
    )
    canvas.rect(left, made.top, right - left, unit * 2.7, wood.lighter(0.08), r=unit * 0.3)
    canvas.rect(left, made.top + unit * 1.9, right - left, unit * 0.9, wood.lighter(-0.1))


def _work(stage: Stage, made: Room, work: str) -> None:
    """What is being made, near the golden section, and what lies about."""
    frame, unit, y = stage.frame, stage.frame.unit, made.top
    x, rng = frame.golden, stage.rng("work")
    if work == "wood":
        things.birdhouse(stage, (x, y), unit * 11)
        things.vise(stage, (frame.x(0.25), y), unit * 7)
        spots = [(x + unit * rng.between(-12, 12), y - unit * 0.3) for _ in range(7)]
        things.shavings(stage, spots, unit * 1.1)
        things.jar(stage, (frame.x(0.46), y), unit * 5, lch(0.8, 0.12, 80))
    elif work == "repair":
        _bicycle(stage, x, y)
        things.tin(stage, (frame.x(0.40), y), unit * 5, lch(0.62, 0.12, 240))
        things.tin(stage, (frame.x(0.46), y), unit * 4.2, lch(0.66, 0.12, 160))
        things.bottle(stage, (frame.x(0.20), y), unit * 7, lch(0.7, 0.12, 60))
    else:
        things.wheel(stage, (x, y), unit * 12, stage.palette.accent.lighter(0.02))
        for i, share in enumerate((0.18, 0.25, 0.42)):
            things.vase(
                stage, (frame.x(share), y), unit * (6.5 + i), lch(0.78, 0.07, (85, 230, 160)[i]), i
            )
    things.mug(stage, (frame.x(0.84), y), unit * 4.2, lch(0.95, 0.02, 85), steam=True)


def _bicycle(stage: Stage, x: float, y: float) -> None:
    """A bicycle clamped above the bench."""
    accent, dark, s = stage.palette.accent, things.DARK, stage.frame.unit * 0.155
    with stage.canvas.group(
        move=(x, y - stage.frame.unit * 3.4), scale=(-s if stage.frame.flip else s, s)
    ) as _:
        canvas = stage.canvas
        canvas.path("M-6 -46V22M-26 22H14", stroke=things.STEEL.lighter(-0.16), width=6)
        for wx in (-40, 40):
            canvas.circle(wx, -22, 25, stroke=dark, width=4)
            canvas.path(f"M{wx - 23} -22h46M{wx} -45v46M{wx - 16} -38l32 32M{wx + 16} -38l-32 32",
                stroke=things.STEEL,
                        width=1.2)  # fmt: skip
        canvas.path("M-40 -22L-16 -56H26L2 -20ZM-16 -56L2 -20", stroke=accent, width=6)
        canvas.path("M40 -22L24 -64h10M-19 -64h16M-16 -56l-3 -8", stroke=dark, width=5)
        canvas.path(oval(2, -20, 8, 8), dark)


def _front(stage: Stage, made: Room, work: str) -> None:
    """Dark things in the lower corners: a stool, planks, a basket."""
    frame, unit, canvas = stage.frame, stage.frame.unit, stage.canvas
    dark = light.dark(stage, made.wood, 0.3, 0.27)
    x, y = frame.x(0.10), frame.height + unit
    canvas.path(boxes([(x - unit * 5, y - unit * 13, unit * 10, unit * 1.8)]), dark)
    canvas.path(f"M{num(x - unit * 3.6)} {num(y - unit * 12)}L{num(x - unit * 4.8)} {num(y)}"
                f"M{num(x + unit * 3.6)} "
                f"{num(y - unit * 12)}L{num(x + unit * 4.8)} {num(y)}M{num(x - unit * 4)} "
                f"{num(y - unit * 6)}h{num(unit * 8)}",
                "none", stroke=dark, width=unit * 1.1)  # fmt: skip
    side = -1 if frame.flip else 1
    for i in range(4):
        px = frame.x(0.985) - side * unit * 2.4 * i
        canvas.path(f"M{num(px)} {num(y)}L{num(px + side * unit * 2)} "
                    f"{num(y - unit * (24 - 4.5 * i))}", "none",
                    stroke=dark.lighter(0.04 * i), width=unit * 1.9, cap="butt")  # fmt: skip
    if work == "wood":
        rng = stage.rng("curls")
        spots = [
            (frame.width * rng.between(0.2, 0.8), frame.height - unit * rng.between(0.8, 4))
            for _ in range(12)
        ]
        things.shavings(stage, spots, unit * 1.3)


SCENE = Scene(name="workshop", draw=draw, variants=("wood", "repair", "pottery", "wood"))
