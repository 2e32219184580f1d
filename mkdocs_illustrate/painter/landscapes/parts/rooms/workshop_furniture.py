"""The furniture of a workshop: bench, racks, pegboard, planks."""

from __future__ import annotations

from ....kit.canvas import num
from ....kit.colour import Colour, lch
from ....kit.outlines import boxes
from ...stage import Stage
from ..objects import household
from ..objects.sketch import DARK, STEEL, TINTS, WHITE, Part, box, dim, sketch
from .room import Room, Slot


def bench(stage: Stage, made: Room) -> None:
    """Stand a workbench: a thick top on legs, drawers at one end, boxes on a board below."""
    frame, unit, canvas, rng = stage.frame, stage.frame.unit, stage.canvas, stage.rng("bench")
    half, low = min(frame.width * 0.46, unit * 42), frame.height - unit * 3
    x, wood, dark = frame.width / 2, made.wood.lighter(0.04), dim(made.wood, 0.15)
    canvas.ellipse(x, low + unit * 0.4, half * 1.05, unit * 1.8, stage.palette.near, alpha=0.25)
    canvas.rect(x - half * 0.92, low - unit * 4.6, half * 1.84, unit * 1.3, dark)
    _boxes(stage, x, low - unit * 4.6, half * 1.5)
    legs = [(x + s * half * 0.88 - unit * 1.5, made.top, unit * 3, low - made.top) for s in (-1, 1)]
    canvas.path(boxes(legs), dim(wood, 0.08))
    w, side = unit * 17, rng.pick((-1, 1))
    left, high = x + side * half * 0.62 - w / 2, low - made.top - unit * 4.6
    body = rng.pick((dim(wood, 0.05), made.cabinet, lch(0.60, 0.15, 27)))
    canvas.rect(left, made.top + unit * 2, w, high, body)
    step = (high - unit * 1.6) / 3
    fronts = [
        (left + unit * 0.8, made.top + unit * 3.4 + step * i, w - unit * 1.6, step - unit * 0.7) for i in range(3)
    ]
    canvas.path(boxes(fronts), body.lighter(0.05))
    grips = "".join(f"M{num(a + b / 2 - unit * 1.4)} {num(y + h / 2)}h{num(unit * 2.8)}" for a, y, b, h in fronts)
    canvas.path(grips, "none", stroke=DARK, width=unit * 0.8)
    canvas.rect(x - half, made.top, half * 2, unit * 3, wood.lighter(0.07), r=unit * 0.4)
    canvas.rect(x - half, made.top + unit * 1.8, half * 2, unit * 1.2, dim(wood, 0.07), r=unit * 0.4)


def _boxes(stage: Stage, x: float, low: float, wide: float) -> None:
    """Crates, tins and rolls on the lower board."""
    unit, rng = stage.frame.unit, stage.rng("crates")
    count = max(2, int(wide / unit / 13))
    for i in range(count):
        cx, tint = x - wide / 2 + wide * (i + 0.5) / count, rng.pick(TINTS).lighter(-0.06)
        w, h = unit * rng.between(8, 11), unit * rng.between(4.4, 6.4)
        stage.canvas.rect(cx - w / 2, low - h, w, h, tint, r=unit * 0.4)
        stage.canvas.rect(cx - unit * 1.5, low - h * 0.7, unit * 3, unit * 1.2, dim(tint, 0.16), r=unit * 0.5)


def pegboard(stage: Stage, made: Room, slot: Slot) -> str:
    """Hang a pegboard full of tools."""
    unit, rng = stage.frame.unit, stage.rng("tools")
    wide, high = slot.width - unit * 2, min(slot.height, unit * 25)
    left, top = slot.x - wide / 2, slot.low - high
    tone = rng.pick((made.wood.lighter(0.1), made.cabinet, made.wall.lighter(0.09)))
    stage.canvas.rect(left, top, wide, high, tone, r=unit * 0.6)
    holes = "".join(
        f"M{num(left + unit * (1.5 + 2.4 * i))} {num(top + unit * (1.5 + 2.4 * k))}h0"
        for i in range(int(wide / unit / 2.4))
        for k in range(int(high / unit / 2.4))
    )
    stage.canvas.path(holes, "none", stroke=dim(tone, 0.09), width=unit * 0.4)
    names, grips = rng.shuffled(household.TOOLS), (stage.palette.accent, TINTS[1], TINTS[3])
    rows, columns = max(1, int(high / unit / 8.5)), max(2, int(wide / unit / 5.8))
    for k in range(rows):
        for i in range(columns):
            at = (left + wide * (i + 0.5) / columns, top + high * (k + 0.92) / rows)
            name = names[(i + k * columns) % len(names)]
            household.tool(stage, at, high / rows * 0.7, name, grips[(i + k) % 3])
    return "tools on the wall"


def rack(stage: Stage, made: Room, x: float, *, pots: bool = False) -> str:
    """Stand a high rack full of boxes and tins, or of pots."""
    unit, rng, low = stage.frame.unit, stage.rng(f"rack {x:.0f}"), made.floor + stage.frame.unit * 2
    wide, high = unit * 24, unit * 43
    iron = dim(made.wood, 0.12)
    posts = [(x + s * wide / 2 - unit * 0.7, low - high, unit * 1.4, high) for s in (-1, 1)]
    stage.canvas.path(boxes(posts), iron)
    for i in range(4):
        y = low - unit * (3 + 11.4 * i)
        stage.canvas.rect(x - wide / 2, y, wide, unit * 1.1, made.wood)
        for k in range(3):
            at, tint = (x + wide * (-0.31 + 0.31 * k), y), rng.pick(TINTS)
            size = unit * rng.between(6, 9)
            if pots:
                household.vase(stage, at, size, tint, rng.whole(0, 2))
            elif rng.chance(0.4):
                household.tin(stage, at, size * 0.72, tint)
            else:
                sketch(stage, at, size, _crate(tint))
    return "a rack of pots" if pots else "a rack of boxes"


def _crate(tint: Colour) -> list[Part]:
    """A box with a label."""
    return [
        (box(-42, -84, 84, 84, 5), tint),
        (boxes([(16, -84, 26, 84)]), dim(tint, 0.05)),
        (box(-22, -58, 36, 22, 3), WHITE),
        (box(-45, -90, 90, 16, 4), dim(tint, 0.04)),
    ]


def locker(stage: Stage, made: Room, x: float) -> str:
    """Stand a tool cabinet on wheels."""
    unit, low = stage.frame.unit, made.floor + stage.frame.unit * 2
    tone = stage.rng("locker").pick((lch(0.58, 0.17, 27), lch(0.55, 0.11, 240), made.cabinet))
    drawers = [(-36.0, y, 72.0, h) for y, h in ((-92, 10), (-80, 10), (-68, 14), (-52, 18), (-32, 20))]
    grips = "".join(f"M-16 {y + 4}H16" for _, y, _, _ in drawers)
    sketch(
        stage,
        (x, low),
        unit * 27,
        [
            ("M-28 -3v-4M28 -3v-4", DARK, 7),
            (box(-42, -98, 84, 92, 4), tone),
            (boxes(drawers), tone.lighter(0.06)),
            (boxes([(26, -98, 16, 92)]), dim(tone, 0.04)),
            (grips, STEEL, 3),
            (box(-45, -100, 90, 6, 2), DARK),
        ],
    )
    household.tin(stage, (x - unit * 4, low - unit * 27), unit * 5, TINTS[1])
    household.plant(stage, (x + unit * 5, low - unit * 27), unit * 8, TINTS[0])
    return "a tool cabinet"


def planks(stage: Stage, made: Room, x: float) -> str:
    """Lean planks against the wall."""
    unit, low = stage.frame.unit, made.floor + stage.frame.unit * 2
    for i, (lean, high) in enumerate(((-2, 44), (1, 38), (5, 47), (8, 33), (11, 40))):
        tone = made.wood.lighter(0.1 - 0.035 * i)
        foot = x + unit * (3.6 * i - 8)
        stage.canvas.line([(foot, low), (foot + unit * lean * 0.5, low - unit * high)], tone, unit * 3, cap="butt")
    return "planks against the wall"


def form(stage: Stage, made: Room, x: float) -> str:
    """Stand a dressmaker's dummy."""
    unit, accent = stage.frame.unit, stage.palette.accent
    cloth = made.cloth
    sketch(
        stage,
        (x, made.floor + unit * 2),
        unit * 39,
        [
            ("M0 -40V-4M0 -8L-18 0M0 -8L18 0", dim(made.wood, 0.1), 4),
            (
                (
                    "M-7 -96H7V-90Q26 -86 26 -76Q20 -64 18 -56Q28 -44 26 -36H-26Q-28 -44 -18 -56"
                    "Q-20 -64 -26 -76Q-26 -86 -7 -90Z"
                ),
                lch(0.88, 0.04, 75),
            ),
            ("M-26 -76Q-20 -64 -18 -56H18Q20 -64 26 -76Q10 -66 0 -78Q-10 -66 -26 -76Z", cloth),
            ("M-18 -56H18Q34 -30 40 -10H-40Q-34 -30 -18 -56Z", cloth),
            ("M6 -56H18Q34 -30 40 -10H16Z", dim(cloth, 0.05)),
            ("M-19 -56H19", accent, 4),
            ("M-5 -97q5 -8 10 0Z", dim(made.wood, 0.1)),
        ],
    )
    return "a dress on a dummy"
