"""What the work stands on: a worktop along the wall, an island, a table, a bench."""

from __future__ import annotations

from itertools import pairwise

from ....kit.canvas import num
from ....kit.colour import Colour, lch
from ....kit.outlines import boxes, polygon, scaled
from ...stage import Stage
from ..objects.sketch import DARK, STEEL, WHITE, dim
from .room import Room


def tiles(stage: Stage, made: Room, top: float) -> None:
    """Tile the wall above the worktop, in one of several bonds."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("tiles")
    pale = made.wall.light > 0.9
    tone = rng.pick(
        (
            made.wall.lighter(-0.05 if pale else 0.06).vivid(0.75),
            WHITE if not made.lamplit else made.wall.lighter(0.11),
            made.wall.lighter(-0.07),
        )
    )
    stage.canvas.rect(0, top, frame.width, made.top - top, tone)
    with stage.canvas.group(clip=boxes([(0, top, frame.width, made.top - top)])):
        rng.pick((_square, _bond, _diamonds, _scales, _bond))(stage, made, top, tone)
    stage.canvas.rect(0, top - unit * 0.4, frame.width, unit * 0.8, made.trim)


def _joints(stage: Stage, d: str, tone: Colour) -> None:
    grout = tone.lighter(-0.05) if tone.light > 0.5 else tone.lighter(0.045)
    stage.canvas.path(d, "none", stroke=grout, width=stage.frame.unit * 0.2)


def _square(stage: Stage, made: Room, top: float, tone: Colour) -> None:
    frame, side, rng = stage.frame, stage.frame.unit * 3.6, stage.rng("tile tones")
    rows, columns = int((made.top - top) / side) + 1, int(frame.width / side) + 1
    places = [(i * side, top + k * side, side, side) for k in range(rows) for i in range(columns)]
    stage.canvas.path(boxes([p for p in places if rng.chance(0.14)]), tone.lighter(0.03))
    tint = made.cloth if tone is WHITE else tone.lighter(-0.03)
    stage.canvas.path(boxes([p for p in places if rng.chance(0.09)]), tint)
    d = "".join(f"M0 {num(top + k * side)}H{frame.width}" for k in range(rows))
    d += "".join(f"M{num(i * side)} {num(top)}V{num(made.top)}" for i in range(1, columns))
    _joints(stage, d, tone)


def _bond(stage: Stage, made: Room, top: float, tone: Colour) -> None:
    """Long tiles in a running bond."""
    frame, unit, d = stage.frame, stage.frame.unit, ""
    wide, high = unit * 5.2, unit * 2.5
    for k in range(int((made.top - top) / high) + 1):
        y = top + k * high
        d += f"M0 {num(y)}H{frame.width}"
        shift = wide / 2 * (k % 2)
        count = int(frame.width / wide) + 1
        d += "".join(f"M{num(shift + i * wide)} {num(y)}v{num(high)}" for i in range(count))
    _joints(stage, d, tone)


def _diamonds(stage: Stage, made: Room, top: float, tone: Colour) -> None:
    frame, step = stage.frame, stage.frame.unit * 4.4
    high, d = made.top - top, ""
    for i in range(-int(high / step) - 1, int(frame.width / step) + 2):
        d += f"M{num(i * step)} {num(top)}l{num(high)} {num(high)}"
        d += f"M{num(i * step + high)} {num(top)}l{num(-high)} {num(high)}"
    _joints(stage, d, tone)


def _scales(stage: Stage, made: Room, top: float, tone: Colour) -> None:
    """Round tiles like the scales of a fish."""
    frame, r, d = stage.frame, stage.frame.unit * 2.3, ""
    for k in range(int((made.top - top) / r) + 1):
        y, shift = top + k * r, r * (k % 2)
        d += f"M{num(-shift - r)} {num(y)}"
        d += f"a{num(r)} {num(r)} 0 0 0 {num(2 * r)} 0" * (int(frame.width / r / 2) + 3)
    _joints(stage, d, tone)


def worktop(stage: Stage, made: Room) -> None:
    """Lay a worktop from wall to wall over cupboards, drawers and open boards."""
    frame, unit, canvas, rng = stage.frame, stage.frame.unit, stage.canvas, stage.rng("worktop")
    tone, wide, low = made.cabinet, unit * 13, frame.height - unit * 2.4
    canvas.rect(0, made.top, frame.width, frame.height - made.top, tone)
    doors, grips = [], ""
    start = frame.width / 2 - wide * (int(frame.width / wide / 2) + 1.5)
    for i in range(int(frame.width / wide) + 4):
        x = start + wide * i
        cuts = (0.0, 0.34, 0.67, 1.0) if rng.chance(0.3) else (0.0, 1.0)
        y, high = made.top + unit * 3, low - made.top - unit * 4
        for a, b in pairwise(cuts):
            doors.append((x + unit * 0.5, y + high * a, wide - unit, high * (b - a) - unit * 0.6))
            grips += f"M{num(x + wide / 2 - unit * 1.5)} {num(y + high * a + unit * 1.4)}h{num(unit * 3)}"
    canvas.path(boxes(doors), tone.lighter(0.045))
    canvas.path(grips, "none", stroke=made.wood if tone.light < 0.7 else DARK.lighter(0.1), width=unit * 0.6)
    canvas.rect(0, low, frame.width, unit * 3, dim(tone, 0.12))
    stone = rng.pick((made.wood.lighter(0.06), made.wood.lighter(0.06), WHITE, lch(0.42, 0.03, 250)))
    _slab(stage, stone, (0, frame.width), made.top)


def _slab(stage: Stage, tone: Colour, reach: tuple[float, float], y: float) -> None:
    unit, (left, right) = stage.frame.unit, reach
    r = 0 if left <= 0 else unit * 0.5
    stage.canvas.rect(left, y, right - left, unit * 2.4, tone.lighter(0.05), r=r)
    stage.canvas.rect(left, y + unit * 1.3, right - left, unit * 1.1, dim(tone, 0.07), r=r)


def sink(stage: Stage, made: Room, x: float) -> None:
    """Let a tap stand on the worktop."""
    unit, y = stage.frame.unit, made.top
    d = scaled("M0 0v-6q0 -3.4 3.2 -3.4t3.2 3.4v1", x, y, unit)
    metal = STEEL.lighter(-0.1) if not made.lamplit else STEEL
    stage.canvas.path(d, "none", stroke=metal, width=unit * 1.2)
    stage.canvas.rect(x - unit * 4, y - unit * 0.5, unit * 13, unit * 1.1, STEEL, r=unit * 0.5)


def island(stage: Stage, made: Room) -> None:
    """Stand a panelled block with a broad top, stools in front of it."""
    frame, unit, canvas, rng = stage.frame, stage.frame.unit, stage.canvas, stage.rng("island")
    half = min(frame.width * 0.46, unit * 37)
    x, low = frame.width / 2, frame.height - unit * 3
    tone = rng.pick((made.cabinet, made.cabinet, WHITE, made.wood.lighter(-0.04)))
    shade = stage.palette.near
    canvas.ellipse(x, low, half * 1.06, unit * 2, shade, alpha=0.22)
    canvas.rect(x - half * 0.94, made.top, half * 1.88, low - made.top, tone)
    count = max(3, int(half * 1.88 / (unit * 14)))
    w = half * 1.88 / count
    panels = [
        (x - half * 0.94 + w * i + unit * 1.1, made.top + unit * 4, w - unit * 2.2, low - made.top - unit * 6.5)
        for i in range(count)
    ]
    canvas.path(boxes(panels), tone.lighter(-0.045))
    canvas.rect(x - half * 0.94, low - unit * 1.6, half * 1.88, unit * 1.6, dim(tone, 0.12))
    top = made.wood.lighter(0.06) if tone is not made.wood else WHITE
    _slab(stage, top, (x - half, x + half), made.top)
    for side in (-1, 1):
        stool(stage, made, x + side * half * rng.between(0.46, 0.7))


def stool(stage: Stage, made: Room, x: float) -> None:
    """Stand a bar stool in front."""
    unit = stage.frame.unit
    low = stage.frame.height + unit * 1.5
    top = low - unit * 16
    legs = f"M{num(x - unit * 3)} {num(top)}L{num(x - unit * 4.2)} {num(low)}M{num(x + unit * 3)} "
    legs += f"{num(top)}L{num(x + unit * 4.2)} {num(low)}M{num(x - unit * 3.6)} {num(low - unit * 6)}"
    legs += f"h{num(unit * 7.2)}"
    stage.canvas.path(legs, "none", stroke=DARK, width=unit * 0.9)
    stage.canvas.rect(x - unit * 4.6, top - unit * 1.4, unit * 9.2, unit * 2.2, made.cloth, r=unit)


def table(stage: Stage, made: Room) -> None:
    """Stand a table on legs, with a cloth or bare, and a chair at either end."""
    frame, unit, canvas, rng = stage.frame, stage.frame.unit, stage.canvas, stage.rng("table")
    half, x, low = (
        min(frame.width * (0.44 if frame.tall else 0.38), unit * 36),
        frame.width / 2,
        frame.height - unit * 3,
    )
    canvas.ellipse(x, low + unit * 0.5, half * 1.1, unit * 2, stage.palette.near, alpha=0.2)
    for side in (-1, 1):
        _chair(stage, made, x + side * half * 1.08, low, side)
    wood = made.wood.lighter(0.03)
    legs = [(x + s * half * 0.86 - unit * 1.2, made.top, unit * 2.4, low - made.top) for s in (-1, 1)]
    canvas.path(boxes(legs), dim(wood, 0.12))
    canvas.rect(x - half * 0.9, made.top + unit * 2, half * 1.8, unit * 2.6, dim(wood, 0.09))
    _slab(stage, wood, (x - half, x + half), made.top)
    if rng.chance(0.6):
        _cloth(stage, made, x, half * 0.72)


def _cloth(stage: Stage, made: Room, x: float, half: float) -> None:
    """A runner over the table, its hem hanging down in front."""
    unit, y, tone = stage.frame.unit, made.top, made.cloth
    stage.canvas.path(
        polygon(
            [
                (x - half, y - unit * 0.3),
                (x + half, y - unit * 0.3),
                (x + half - unit, y + unit * 7),
                (x - half + unit, y + unit * 7),
            ]
        ),
        tone,
    )
    lines = "".join(
        (f"M{num(x - half + unit * 0.7)} {num(y + unit * k)}h{num(half * 2 - unit * 1.4)}") for k in (4.6, 5.7)
    )
    stage.canvas.path(lines, "none", stroke=WHITE, width=unit * 0.5, cap="butt")


def _chair(stage: Stage, made: Room, x: float, low: float, side: int) -> None:
    """A chair seen from the side, its back away from the table."""
    unit, tone = stage.frame.unit, dim(made.wood, 0.04)
    seat, back = low - unit * 9.5, low - unit * 21
    d = (
        f"M{num(x - side * unit * 4)} {num(seat)}V{num(low)}M{num(x + side * unit * 4)} {num(low)}"
        f"V{num(seat)}L{num(x + side * unit * 5)} {num(back)}"
    )
    stage.canvas.path(d, "none", stroke=tone, width=unit * 1.3)
    stage.canvas.rect(x - unit * 5, seat - unit * 0.8, unit * 10, unit * 1.7, made.cloth, r=unit * 0.6)
