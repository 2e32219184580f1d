"""What hangs on a kitchen's walls. Each part fills a slot and gives its words."""

# ruff: noqa: ARG001  every part is called alike

from __future__ import annotations

from ....kit.canvas import num
from ....kit.chance import Rng
from ....kit.colour import Colour, lch
from ....kit.outlines import boxes, oval, ring
from ...stage import Stage
from ..objects import household
from ..objects.sketch import DARK, LEAF, OAK, STEEL, TINTS, WHITE, Part, dim, sketch
from .room import Room, Slot

_PANS: tuple[str, ...] = (
    "M-4 -100H4V-50H-4ZM-30 -30A30 30 0 1 0 30 -30A30 30 0 1 0 -30 -30Z",
    "M-3 -100H3V-30H-3ZM-18 -30H18Q18 0 0 0Q-18 0 -18 -30Z",
    "M-3 -100H3V-60H-3ZM-17 -60H17L13 0H-13Z",
    "M-4 -100H4V-64H-4ZM-34 -64H34V-18Q34 -4 20 -4H-20Q-34 -4 -34 -18Z",
    "M-3 -100H3V-52H-3ZM0 -52Q28 -26 0 0Q-28 -26 0 -52Z",
)


def rail(stage: Stage, made: Room, slot: Slot) -> str:
    """Hang pans and ladles from a rail."""
    unit, rng = stage.frame.unit, stage.rng("rail")
    y, wide = min(slot.top + unit * 3, slot.low - unit * 13), min(slot.width - unit * 3, unit * 38)
    left, high = slot.x - wide / 2, unit * 10
    metal = lch(0.70, 0.12, 48) if rng.chance(0.5) else STEEL
    stage.canvas.line([(left, y), (left + wide, y)], made.wood.lighter(-0.14), unit * 0.7)
    names = rng.shuffled(range(len(_PANS)))
    count = max(3, int(wide / (unit * 6)))
    for i in range(count):
        x = left + wide * (i + 0.5) / count
        shape = _PANS[names[i % len(names)]]
        tone = (metal, DARK.lighter(0.08), dim(metal, 0.06))[i % 3]
        hook = ("M-5 -104Q0 -112 5 -104V-96H-5Z", tone)
        sketch(stage, (x, y + high), high * rng.between(0.9, 1.0), [hook, (shape, tone)])
    return "pans on a rail"


def herbs(stage: Stage, made: Room, slot: Slot) -> str:
    """Hang bundles of herbs, garlic and chillies from a pole."""
    unit, rng = stage.frame.unit, stage.rng("herbs")
    y, wide = slot.top + unit * 2, slot.width - unit * 3
    stage.canvas.line([(slot.left + unit, y), (slot.left + wide, y)], dim(made.wood, 0.1), unit * 0.9)
    bunches = (_bunch(LEAF), _garlic(), _bunch(lch(0.70, 0.10, 120)), _chillies(), _bunch(lch(0.68, 0.10, 305)))
    count, first = max(3, int(wide / (unit * 6.2))), rng.whole(0, 4)
    for i in range(count):
        high = unit * rng.between(9, 11.5)
        at = (slot.left + unit + wide * (i + 0.4) / count, y + high)
        sketch(stage, at, high, bunches[(first + i) % 5])
    return "herbs hung up to dry"


def _bunch(tone: Colour) -> list[Part]:
    leaves = "M0 -70Q-44 -50 -30 0Q-12 -16 0 -6Q12 -18 30 0Q44 -50 0 -70Z"
    veins = "M0 -66V-14M0 -62L-20 -16M0 -62L20 -16"
    return [
        ("M0 -100V-60", OAK, 5),
        (leaves, tone),
        (veins, dim(tone, 0.08), 3),
        ("M-7 -74h14v12h-14z", TINTS[0]),
    ]


def _garlic() -> list[Part]:
    bulbs = "".join(oval(x, y, 14, 13) for x, y in ((-12, -62), (12, -54), (-12, -38), (12, -30), (0, -12)))
    return [
        ("M0 -100V-10", OAK, 8),
        (bulbs, WHITE),
        ("M-12 -70v12M12 -62v12M-12 -46v12", dim(WHITE, 0.1), 3),
    ]


def _chillies() -> list[Part]:
    d = "".join(
        f"M0 {y}q{s * 30} 4 {s * 22} 26q{-s * 8} -14 {-s * 22} -14Z"
        for y, s in ((-74, 1), (-66, -1), (-54, 1), (-46, -1), (-34, 1), (-26, -1))
    )
    return [("M0 -100V-14", LEAF, 5), (d, lch(0.62, 0.19, 28))]


def plates(stage: Stage, made: Room, slot: Slot) -> str:
    """Hang painted plates."""
    unit, rng = stage.frame.unit, stage.rng("plates")
    spots = ((-9, 2, 4.6), (2, -1, 5.6), (12, 3, 4.2), (-3, 10, 4.0), (9, 11, 4.8))
    near = min(1.0, slot.width / unit / 33)
    y, tints = slot.top + unit * 6, rng.shuffled(TINTS[:5])
    for i, (dx, dy, size) in enumerate(spots[: 5 if slot.height > unit * 22 else 3]):
        x, cy, r = slot.x + unit * dx * near, y + unit * dy * near, size * near
        stage.canvas.circle(x, cy, unit * r, WHITE)
        stage.canvas.path(ring(x, cy, unit * r * 0.8, unit * r * 0.66), tints[i], rule="evenodd")
        stage.canvas.path(_petals(x, cy, unit * r * 0.3, rng), tints[(i + 1) % 5])
    return "plates on the wall"


def _petals(x: float, y: float, r: float, rng: Rng) -> str:
    turned = rng.chance(0.5)
    places = ((-1, 0), (1, 0), (0, -1), (0, 1)) if turned else ((-0.8, -0.8), (0.8, -0.8), (0, 0.9))
    return "".join(oval(x + r * a, y + r * b, r * 0.62, r * 0.62) for a, b in places)


def cupboards(stage: Stage, made: Room, slot: Slot) -> str:
    """Hang cupboards with doors, one of them of glass."""
    unit, canvas = stage.frame.unit, stage.canvas
    wide, high = slot.width - unit * 2, min(slot.height * 0.72, unit * 17)
    x, y, count = slot.x - wide / 2, slot.top - unit, max(2, int(wide / (unit * 9)))
    tone, w = made.cabinet, wide / count
    canvas.rect(x, y, wide, high, tone, r=unit * 0.4)
    fronts = [(x + w * i + unit * 0.6, y + unit * 0.7, w - unit * 1.2, high - unit * 1.4) for i in range(count)]
    canvas.path(boxes(fronts), tone.lighter(0.045))
    glass = fronts[stage.rng("glass").whole(0, count - 1)]
    canvas.rect(
        *(glass[0] + unit, glass[1] + unit), glass[2] - unit * 2, glass[3] - unit * 2, lch(0.9, 0.03, 220), r=unit * 0.3
    )
    low = glass[1] + glass[3] - unit
    for i, tint in enumerate((TINTS[0], TINTS[2])):
        at = (glass[0] + glass[2] * (0.34 + 0.32 * i), low)
        household.jar(stage, at, unit * 4.6, tint)
    knobs = "".join(f"M{num(fx + fw / 2)} {num(fy + fh - unit)}h0" for fx, fy, fw, fh in fronts)
    canvas.path(knobs, "none", stroke=made.wood, width=unit * 0.9)
    canvas.rect(x, y + high, wide, unit * 0.7, dim(tone, 0.12))
    return ""
