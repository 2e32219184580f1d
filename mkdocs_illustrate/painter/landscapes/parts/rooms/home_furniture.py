"""What a home has beside its kitchen: armchair, desk, piano, walls of books."""

from __future__ import annotations

from ....kit.canvas import Point, num
from ....kit.colour import Colour, lch
from ....kit.outlines import boxes, oval, scaled
from ...stage import Stage
from ..objects.sketch import DARK, LEAF, OAK, STEEL, TINTS, WHITE, Part, box, dim, sketch
from .room import Room

_SPINES = (
    lch(0.62, 0.14, 28),
    lch(0.80, 0.12, 85),
    lch(0.50, 0.10, 250),
    lch(0.60, 0.09, 165),
    lch(0.88, 0.04, 85),
    lch(0.52, 0.10, 325),
    lch(0.72, 0.10, 225),
)


def bookcase(stage: Stage, made: Room, left: float, wide: float, top: float) -> str:
    """Stand shelves from y = top down to the floor, full of books, a plant here and there."""
    unit, rng, canvas = stage.frame.unit, stage.rng(f"bookcase {left:.0f}"), stage.canvas
    low, tone = made.floor + unit * 1.5, made.cabinet
    back = tone.lighter(-0.09 if tone.light > 0.5 else -0.06)
    canvas.rect(left, top, wide, low - top, tone)
    count = max(1, round((low - top) / (unit * 10.5)))
    step, columns = (low - top - unit) / count, max(1, round(wide / (unit * 22)))
    cell = (wide - unit) / columns
    bays, lots = [], [""] * len(_SPINES)
    things: list[tuple[Point, float]] = []
    for k in range(count):
        for i in range(columns):
            x, y = left + unit + cell * i, top + unit + step * k
            bays.append((x, y, cell - unit, step - unit))
            _shelf_of(stage, purpose=f"{left:.0f} {k} {i}", bay=bays[-1], lots=lots, things=things)
    canvas.path(boxes(bays), back)
    for d, spine in zip(lots, _SPINES, strict=True):
        canvas.path(d, spine)
    for at, size in things:
        sketch(stage, at, size, _ornament(rng.pick(TINTS), rng.whole(0, 2)))
    canvas.rect(left - unit * 0.6, top - unit * 0.9, wide + unit * 1.2, unit * 1.8, tone.lighter(0.04))
    return "shelves full of books"


def _shelf_of(
    stage: Stage,
    purpose: str,
    bay: tuple[float, float, float, float],
    lots: list[str],
    things: list[tuple[Point, float]],
) -> None:
    """Stand books in a bay, one path a colour, and leave a gap for something else."""
    rng, unit, (x, y, w, h) = stage.rng(f"books {purpose}"), stage.frame.unit, bay
    gap = x + w * rng.unit() if rng.chance(0.45) else x + w * 2
    at, low = x + unit * 0.4, y + h
    while at < x + w - unit * 2:
        if gap < at < gap + unit * 6 and at + unit * 6 < x + w:
            things.append(((at + unit * 3, low), h * rng.between(0.62, 0.8)))
            at, gap = at + unit * 6.2, x + w * 2
            continue
        b, t = unit * rng.between(1.0, 1.9), h * rng.between(0.62, 0.9)
        lots[rng.whole(0, len(lots) - 1)] += boxes([(at, low - t, b * 0.94, t)])
        at += b + (unit * 1.4 if rng.chance(0.06) else 0)


def _ornament(tint: Colour, kind: int) -> list[Part]:
    if kind == 0:
        return [
            (
                (
                    "M0 -34Q-34 -50 -30 -84Q-6 -70 0 -34ZM0 -34Q34 -50 30 -84Q6 -70 0 -34Z"
                    "M0 -34Q-12 -76 0 -100Q12 -76 0 -34Z"
                ),
                LEAF,
            ),
            ("M-26 -42H26L20 0H-20Z", tint),
        ]
    if kind == 1:
        return [
            ("M0 -8V-22", DARK, 6),
            (oval(0, -56, 34, 34), lch(0.72, 0.09, 225)),
            (box(-24, -8, 48, 8, 3), DARK),
            ("M-18 -80Q6 -84 10 -64Q-8 -50 -24 -60ZM8 -44Q26 -50 28 -36Q16 -26 6 -32Z", LEAF),
        ]
    return [
        (
            ("M-12 -88H12Q14 -76 10 -70Q38 -50 28 -18Q24 0 14 0H-14Q-24 0 -28 -18Q-38 -50 -10 -70Q-14 -76 -12 -88Z"),
            tint,
        )
    ]


def armchair(accent: Colour) -> list[Part]:
    """A wing chair with a cushion."""
    return [
        ("M-44 -12L-48 0M44 -12L48 0", dim(OAK, 0.14), 6),
        ("M-46 -50Q-56 -100 -30 -104Q0 -110 30 -104Q56 -100 46 -50Z", dim(accent, 0.04)),
        ("M-32 -48Q-38 -92 -22 -95Q0 -99 22 -95Q38 -92 32 -48Z", accent),
        ("M-12 -96Q-14 -70 -12 -48M12 -96Q14 -70 12 -48", dim(accent, 0.06), 1.6),
        (box(-46, -44, 92, 32, 8), dim(accent, 0.08)),
        (box(-40, -52, 80, 18, 8), accent.lighter(0.04)),
        (box(-64, -62, 24, 52, 11), accent),
        (box(40, -62, 24, 52, 11), dim(accent, 0.05)),
        ("M-20 -50L-24 -78L10 -84L16 -54Q-2 -46 -20 -50Z", lch(0.90, 0.08, 88)),
        ("M-18 -66L14 -70", WHITE, 3),
    ]


def reading_lamp(stage: Stage, made: Room, at: Point, height: float) -> None:
    """Stand a lamp with a bent neck over the chair."""
    (x, y), h = at, height
    if made.lamplit:
        stage.canvas.glow(x, y - h * 0.78, h * 0.62, lch(0.92, 0.09, 82), 0.6)
    shade = lch(0.93, 0.07, 88)
    sketch(
        stage,
        at,
        h,
        [
            ("M0 -2V-84", DARK, 2.2),
            (box(-11, -3, 22, 3, 1), DARK),
            ("M-9 -100H9L17 -76H-17Z", shade),
            ("M3 -100H9L17 -76H5Z", dim(shade, 0.05)),
        ],
    )


def side_table(stage: Stage, made: Room, at: Point, parts: list[Part], size: float) -> None:
    """Stand a small round table with something on it."""
    (x, y), unit = at, stage.frame.unit
    top = y - unit * 12
    stage.canvas.line([(x, top), (x, y - unit)], dim(made.wood, 0.1), unit * 1.3)
    stage.canvas.path(
        (scaled("M-4 0Q0 -3 4 0", x, y, unit)),
        "none",
        stroke=dim(made.wood, 0.1),
        width=unit * 1.1,
    )
    stage.canvas.rect(x - unit * 7, top - unit, unit * 14, unit * 1.8, made.wood, r=unit * 0.8)
    sketch(stage, (x, top - unit), size * unit, parts)


def rug(stage: Stage, made: Room, x: float, y: float, half: float) -> None:
    """Lay a round rug with a border."""
    unit = stage.frame.unit
    stage.canvas.ellipse(x, y, half, unit * 3.4, made.cloth)
    stage.canvas.ellipse(x, y, half * 0.9, unit * 2.8, "none", stroke=WHITE, width=unit * 0.5)


def desk(stage: Stage, made: Room) -> None:
    """Stand a desk on slim legs with a set of drawers at one end, and a chair in front."""
    frame, unit, canvas, rng = stage.frame, stage.frame.unit, stage.canvas, stage.rng("desk")
    half, x, low = min(frame.width * 0.44, unit * 38), frame.width / 2, frame.height - unit * 3
    canvas.ellipse(x, low, half * 1.05, unit * 1.7, stage.palette.near, alpha=0.2)
    legs, hip = "", made.top + unit * 1.6
    for s in (-1, 1):
        legs += f"M{num(x + s * half * 0.84)} {num(hip)}L{num(x + s * half * 0.92)} {num(low)}"
    canvas.path(legs, "none", stroke=dim(made.wood, 0.1), width=unit * 1.7)
    side, w = rng.pick((-1, 1)), unit * 17
    left, tone = x + side * half * 0.58 - w / 2, rng.pick((made.cabinet, WHITE, made.wood))
    canvas.rect(left, made.top, w, unit * 11.5, dim(tone, 0.04))
    fronts = [(left + unit * 0.7, made.top + unit * (3 + 4.2 * i), w - unit * 1.4, unit * 3.7) for i in range(2)]
    canvas.path(boxes(fronts), tone.lighter(0.02))
    knobs = "".join(f"M{num(left + w / 2)} {num(y + h / 2)}h0" for _, y, _, h in fronts)
    canvas.path(knobs, "none", stroke=DARK, width=unit)
    canvas.rect(x - half, made.top, half * 2, unit * 2.3, made.wood.lighter(0.06), r=unit * 0.5)
    canvas.rect(x - half, made.top + unit * 1.3, half * 2, unit, dim(made.wood, 0.04), r=unit * 0.5)
    _seat(
        stage,
        x - side * half * 0.2,
        frame.height - unit,
        rng.pick((stage.palette.accent, made.cloth)),
    )


def _seat(stage: Stage, x: float, low: float, tone: Colour) -> None:
    """The back of a chair, pushed in from our side."""
    sketch(
        stage,
        (x, low),
        stage.frame.unit * 15,
        [
            ("M-34 0L0 -12L34 0M0 -50V-10", DARK, 6),
            (box(-40, -36, 80, 14, 7), dim(tone)),
            (box(-38, -100, 76, 56, 18), tone),
            (box(-30, -92, 60, 40, 13), tone.lighter(0.04)),
        ],
    )


def piano(accent: Colour) -> list[Part]:
    """An upright piano with music on its stand."""
    wood, dark = lch(0.46, 0.09, 38), lch(0.36, 0.08, 35)
    blacks = [(-66 + 7 * i, -50, 3.4, 5) for i in range(20) if i % 7 not in (2, 6)]
    notes = "M-24 -78H-4M-24 -73H-4M-24 -68H-4M4 -78H24M4 -73H24M4 -68H24"
    return [
        (box(-76, -100, 152, 98, 3), wood),
        (boxes([(-68, -90, 136, 34)]), dim(wood, 0.05)),
        (box(-82, -106, 164, 8, 3), wood.lighter(0.05)),
        (boxes([(-68, -34, 136, 26)]), dim(wood, 0.05)),
        (box(-28, -84, 56, 26, 1), WHITE),
        ("M0 -84V-58", dim(WHITE, 0.1), 1.4),
        (notes, DARK, 1),
        (box(-82, -54, 164, 18, 3), dark),
        (boxes([(-70, -50, 140, 10)]), WHITE),
        (boxes(blacks), DARK),
        (box(-80, -40, 10, 40, 2), dark),
        (box(70, -40, 10, 40, 2), dark),
        ("M-6 -4H6", lch(0.82, 0.11, 85), 3),
        ("M-22 -16L-26 0M22 -16L26 0", DARK, 5),
        (box(-32, -26, 64, 11, 5), accent),
    ]


def guitar(stage: Stage, at: Point, height: float, *, mirror: bool) -> None:
    """Stand a guitar on the floor."""
    wood = lch(0.74, 0.13, 62)
    sketch(
        stage,
        at,
        height,
        [
            ("M-10 -12L-20 0M10 -12L22 0", DARK, 3),
            (box(-3, -96, 7, 56), lch(0.40, 0.07, 40)),
            (box(-5, -104, 11, 12, 2), DARK),
            (
                (
                    "M-10 -56Q-20 -54 -18 -42Q-16 -36 -22 -28Q-32 -4 0 -4Q32 -4 22 -28Q16 -36 18 -42"
                    "Q20 -54 10 -56Q0 -52 -10 -56Z"
                ),
                wood,
            ),
            ("M6 -54Q20 -54 18 -42Q16 -36 22 -28Q32 -4 0 -4Q24 -18 6 -54Z", dim(wood)),
            (oval(0, -34, 7, 7), DARK),
            (box(-9, -18, 18, 4), DARK),
            ("M-1 -96V-16M2 -96V-16", STEEL, 0.7),
        ],
        mirror=mirror,
    )
