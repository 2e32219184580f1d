"""Who is on the way in a desert, and where they rest: camels, a jeep, a camp, a fort."""

from __future__ import annotations

from ....kit.canvas import Point, num
from ....kit.colour import Colour, lch
from ....kit.outlines import boxes, oval, polygon, scaled
from ... import backdrop, light
from ...stage import Stage
from ..buildings import houses
from ..land import dunes_and_rocks
from ..local_box import standing
from . import animals, human_figures

_DARK = lch(0.30, 0.03, 265)


def coat(stage: Stage) -> Colour:
    """Camels are dark on bright sand, and pale in the moonlight."""
    if stage.palette.night:
        return stage.palette.horizon.mix(stage.palette.paper, 0.3)
    return stage.palette.near.mix(lch(0.45, 0.08, 40), 0.38)


def caravan(stage: Stage, line: list[Point], size: float, count: int, start: float) -> None:
    """Lead camels along a line, a walker before them, their shadows at their feet."""
    frame, unit = stage.frame, stage.frame.unit
    step = size * 1.2 / frame.width
    last = min(count, max(2, int(frame.width * 0.6 / size / 1.2)))
    shade, feet = dunes_and_rocks.sand(stage, 0.9).lighter(-0.08), []
    for i in range(last + 1):
        x = frame.x(start - step * (last - i))
        feet.append((x, backdrop.height_at(line, x) + unit * 1.4))
    shadows = (oval(x, y, size * 0.42, size * 0.05) for x, y in feet)
    stage.canvas.path("".join(shadows), shade, alpha=0.5)
    for at in feet[:-1]:
        animals.camel(stage, at, size, coat(stage), mirror=frame.flip)
    human_figures.walker(stage, feet[-1], size * 0.8, mirror=frame.flip)


def jeep(stage: Stage, at: Point, length: float, *, mirror: bool = False) -> None:
    """Draw a laden off-road car and the dust behind it."""
    accent, (x, y) = stage.palette.accent, at
    way = 1 if mirror else -1
    dust = dunes_and_rocks.sand(stage, 0.15).lighter(0.03)
    d = "".join(
        oval(
            x + way * length * (0.55 + 0.2 * i),
            y - length * (0.05 + 0.018 * i),
            length * (0.14 + 0.035 * i),
            length * (0.06 + 0.022 * i),
        )
        for i in range(4)
    )
    stage.canvas.path(d, dust, alpha=0.55)
    stage.canvas.ellipse(x, y, length * 0.52, length * 0.035, stage.palette.near, alpha=0.3)
    with standing(stage, at, length, mirror=mirror) as canvas:
        canvas.path("M-30 -60h14v-8h-14zM-13 -60h18v-6h-18z", _DARK.lighter(0.12))
        canvas.path("M-36 -58H10", stroke=_DARK, width=3)
        canvas.rect(-53, -38, 7, 19, _DARK, r=3)
        canvas.path(
            "M-47 -11V-32L-41 -35L-38 -54Q-37 -57 -34 -57H7Q10 -57 12 -54L22 -36L44 -33Q48 -32 48 -27V-11Z", accent
        )
        canvas.path("M-35 -37L-33 -51H-16V-37ZM-12 -37V-51H6L14 -37Z", lch(0.92, 0.03, 220))
        canvas.path("M-47 -11V-19H48V-11Z", accent.lighter(-0.1))
        canvas.path(oval(-27, -11, 12, 11) + oval(29, -11, 12, 11), _DARK)
        canvas.path(oval(-27, -11, 5, 5) + oval(29, -11, 5, 5), lch(0.82, 0.01, 250))
        canvas.circle(46, -27, 2.6, lch(0.95, 0.08, 95))


def tent(stage: Stage, at: Point, width: float) -> None:
    """Draw a nomads' tent, striped, its front open."""
    cloth = light.own(stage, lch(0.94, 0.03, 80))
    stripe = stage.palette.accent
    with standing(stage, at, width) as canvas:
        canvas.path("M-58 2L-24 -48M58 2L24 -48", stroke=cloth.lighter(-0.25), width=1)
        canvas.path("M-42 0V-22Q0 -40 42 -22V0Z", _DARK.mix(stage.palette.near, 0.4))
        canvas.path("M-42 0V-22L-30 -28L-18 0ZM42 0V-22L30 -28L22 0Z", cloth.lighter(-0.08))
        canvas.path("M-48 -18Q-30 -30 -24 -48Q0 -38 24 -48Q30 -30 48 -18Q24 -26 0 -25Q-24 -26 -48 -18Z", cloth)
        canvas.path(
            "M-36 -23Q-26 -33 -21 -47L-15 -44.500Q-20 -33 -28 -25ZM-12 -25.500Q-9 -34 -7 "
            "-42.500L0 -41.500Q-3 -34 -4 -25ZM36 -23Q26 -33 21 -47L15 -44.500Q20 -33 28 "
            "-25ZM12 -25.500Q9 -34 7 -42.500L0 -41.500Q3 -34 4 -25Z",
            stripe,
        )
        canvas.path("M-24 -46V-53M24 -46V-53", stroke=_DARK, width=1.4)


def camp(stage: Stage, line: list[Point], unit: float) -> None:
    """Pitch two tents, light a fire, leave a camel beside them."""
    frame = stage.frame
    for share, deep, size in ((0.74, 1.0, 15), (0.6, 3.4, 20)):
        x = frame.x(share)
        tent(stage, (x, backdrop.height_at(line, x) + unit * deep), unit * size)
    x = frame.x(0.43)
    y = backdrop.height_at(line, x) + unit * 4.6
    houses.fire(stage, (x, y), unit * 3.2)
    human_figures.walker(stage, (frame.x(0.385), y - unit * 0.4), unit * 8, mirror=frame.flip)
    x = frame.x(0.25)
    at = (x, backdrop.height_at(line, x) + unit * 2.6)
    animals.camel(stage, at, unit * 9, coat(stage), mirror=not frame.flip)


def tracks(stage: Stage, line: list[Point], start: float, end: float, low: float) -> None:
    """Draw two wheel tracks along a line."""
    frame, unit, d = stage.frame, stage.frame.unit, ""
    for down in (0.0, 0.9):
        points = []
        for i in range(9):
            x = frame.x(start + (end - start) * i / 8)
            points.append(f"{num(x)} {num(backdrop.height_at(line, x) + unit * (low + down))}")
        d += "M" + "L".join(points)
    tone = dunes_and_rocks.sand(stage, 0.75).lighter(-0.07)
    stage.canvas.path(d, "none", stroke=tone, width=unit * 0.3, line_alpha=0.7)


def kasbah(stage: Stage, at: Point, width: float) -> None:
    """Draw a fort of clay: towers that taper, a gate, small windows."""
    rng, (x, y), w = stage.rng("kasbah"), at, width
    clay = dunes_and_rocks.sand(stage, 0.75).mix(light.own(stage, lch(0.66, 0.1, 45)), 0.4)
    side = stage.frame.shaded
    glass, blocks = "", [(-0.3, 0.4, 0.2), (0.24, 0.46, 0.26), (-0.02, 0.34, 0.36)]
    blocks += [(-0.46, 0.13, 0.42), (0.45, 0.14, 0.5), (0.16, 0.12, 0.58), (-0.18, 0.13, 0.46)]
    for i, (dx, wide, high) in enumerate(blocks):
        left, tall = x + w * (dx - wide / 2), w * high * rng.between(0.85, 1.1)
        slim, tone = w * 0.012, clay.lighter(0.018 * (i % 3))
        canvas = stage.canvas
        canvas.path(
            polygon([(left, y), (left + slim, y - tall), (left + w * wide - slim, y - tall), (left + w * wide, y)]),
            tone,
        )
        part = w * wide * 0.34
        canvas.path(boxes([(left + (w * wide - part if side > 0 else 0), y - tall, part, tall)]), tone.lighter(-0.06))
        teeth = max(3, round(wide / 0.05))
        step = (w * wide - slim * 2) / (teeth * 2 - 1)
        canvas.path(
            boxes([(left + slim + step * 2 * k, y - tall - step * 0.9, step, step) for k in range(teeth)]), tone
        )
        count = max(1, round(wide / 0.1))
        cell = w * wide / count
        glass += boxes(
            [(left + cell * (k + 0.5) - w * 0.009, y - tall * 0.76, w * 0.018, w * 0.036) for k in range(count)]
        )
    stage.canvas.path(glass, light.pane(stage, clay) if stage.palette.night else clay.mix(stage.palette.near, 0.6))
    gate = w * 0.045
    stage.canvas.path(
        scaled("M-1 0v-1.6a1 1 0 0 1 2 0v1.6Z", x, y, gate),
        clay.mix(stage.palette.near, 0.6),
    )
