"""What an old town has: a castle, half-timbering, a market stall."""

from __future__ import annotations

from ....kit.canvas import Point, num
from ....kit.colour import Colour, lch
from ....kit.shapes import boxes, polygon, sector
from ....kit.stage import Stage
from ... import light


def beams(stage: Stage, at: Point, width: float, height: float, depth: float) -> None:
    """Half-timbering over a front."""
    (x, y), w, h = at, width, height
    d = "".join(f"M{num(x - w / 2)} {num(y - h * t)}h{num(w)}" for t in (0.5, 1.0))
    d += f"M{num(x - w * 0.27)} {num(y - h * 1.24)}h{num(w * 0.54)}"
    for share in (-0.48, 0.0, 0.48):
        d += f"M{num(x + w * share)} {num(y - h * 0.5)}V{num(y - h)}"
    d += f"M{num(x)} {num(y - h)}v{num(-w * 0.4)}"
    d += f"M{num(x - w * 0.3)} {num(y - h)}l{num(w * 0.2)} {num(-w * 0.22)}"
    d += f"M{num(x + w * 0.3)} {num(y - h)}l{num(-w * 0.2)} {num(-w * 0.22)}"
    tone = light.own(stage, lch(0.42, 0.07, 40), depth)
    stage.canvas.path(d, "none", stroke=tone, width=w * 0.032, cap="butt")


_TILE = lch(0.54, 0.13, 35)


def castle(stage: Stage, at: Point, width: float, tone: Colour) -> None:
    """A castle: walls, three towers, one of them under a pointed roof."""
    (x, y), w, canvas, side = at, width, stage.canvas, stage.frame.shaded
    roof = light.own(stage, _TILE, 0.75)
    canvas.path(boxes([(x - w / 2, y - w * 0.32, w, w * 0.4)]), tone)
    for dx, wide, high in ((-0.42, 0.2, 0.6), (0.38, 0.22, 0.52), (-0.02, 0.26, 0.86)):
        left, top = x + w * (dx - wide / 2), y - w * high
        canvas.rect(left, top, w * wide, w * high, tone.lighter(0.02))
        canvas.rect(
            left + (w * wide * 0.58 if side > 0 else 0),
            top,
            w * wide * 0.42,
            w * high,
            tone.lighter(-0.07),
        )
        canvas.path(
            polygon(
                [(left - w * 0.03, top), (left + w * wide / 2, top - w * wide * 1.3), (left + w * wide + w * 0.03, top)]
            ),
            roof,
        )
        canvas.rect(left + w * wide * 0.4, top + w * 0.1, w * 0.035, w * 0.07, light.pane(stage, tone))
    teeth = [(x - w / 2 + w * i / 12, y - w * 0.36, w * 0.045, w * 0.05) for i in range(12)]
    canvas.path(boxes(teeth), tone)
    canvas.path(sector(x + w * 0.2, y - w * 0.02, w * 0.06, 180, 360), tone.lighter(-0.2))


def stall(stage: Stage, at: Point, width: float) -> None:
    """Draw a market stall with fruit under a striped roof."""
    (x, y), w, canvas = at, width, stage.canvas
    wood, red = light.own(stage, lch(0.5, 0.08, 50)), stage.palette.accent
    white = light.own(stage, lch(0.97, 0.01, 85))
    canvas.path(
        f"M{num(x - w * 0.44)} {num(y)}v{num(-w * 0.75)}M{num(x + w * 0.44)} {num(y)}v{num(-w * 0.75)}",
        "none",
        stroke=wood,
        width=w * 0.05,
    )
    canvas.rect(x - w * 0.48, y - w * 0.3, w * 0.96, w * 0.3, wood)
    fruit = (lch(0.66, 0.17, 30), lch(0.82, 0.14, 90), lch(0.65, 0.14, 140))
    for i in range(9):
        canvas.circle(x - w * 0.4 + w * 0.1 * i, y - w * 0.33, w * 0.055, light.own(stage, fruit[i // 3]))
    for i in range(6):
        a = x - w * 0.54 + w * 0.18 * i
        canvas.path(
            f"M{num(a + w * 0.03 * (3 - i))} {num(y - w * 0.92)}h{num(w * 0.15)}"
            f"L{num(a + w * 0.18)} "
            f"{num(y - w * 0.68)}a{num(w * 0.09)} {num(w * 0.07)} 0 0 1 "
            f"{num(-w * 0.18)} 0Z",
            white if i % 2 else red,
        )


def pavement(stage: Stage, foot: float) -> None:
    """The street: kerb, cobbles in rows, or trodden snow."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("cobbles")
    stone = light.own(stage, lch(0.76, 0.025, 70)).mix(stage.palette.middle, 0.25)
    if stage.palette.season == "winter":
        stone = light.snow_lit(stage).mix(light.snow_dim(stage), 0.4)
    paint = stage.canvas.linear(((0, stone), (1, stone.mix(stage.palette.near, 0.35))))
    stage.canvas.rect(0, foot, frame.width, frame.height - foot + 2, paint)
    stage.canvas.rect(0, foot, frame.width, unit * 1.1, stone.lighter(0.07 if stone.light < 0.9 else -0.08))
    d, y, row = "", foot + unit * 2.4, 0
    while y < frame.height:
        step = unit * (2.6 + 0.7 * row)
        for i in range(int(frame.width / step) + 2):
            if rng.chance(0.5):
                d += f"M{num((i + 0.5 * (row % 2)) * step)} {num(y)}h{num(step * 0.55)}"
        y += unit * (1.3 + 0.3 * row)
        row += 1
    tone = stone.mix(stage.palette.near, 0.25)
    stage.canvas.path(d, "none", stroke=tone, width=unit * 0.45, line_alpha=0.55)


def mound(stage: Stage, base: float, top: float) -> None:
    """Draw the hill that a castle or a church stands on."""
    frame, unit = stage.frame, stage.frame.unit
    x, wide = frame.x(0.62), min(unit * 52, frame.width * 0.75)
    tone = light.turf(stage, 0.8)
    paint = stage.canvas.linear(((0, tone.mix(stage.palette.depth(0.4), 0.4)), (1, tone)))
    d = (
        f"M{num(x - wide)} {num(base)}Q{num(x - wide * 0.36)} {num(top + (base - top) * 0.4)} "
        f"{num(x - unit * 11)} {num(top)}H{num(x + unit * 11)}Q{num(x + wide * 0.36)} "
        f"{num(top + (base - top) * 0.4)} {num(x + wide)} {num(base)}V{num(frame.height)}"
        f"H{num(x - wide)}Z"
    )
    stage.canvas.path(d, paint)
