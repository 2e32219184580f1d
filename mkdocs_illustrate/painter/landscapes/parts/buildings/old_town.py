"""What an old town has: half-timbering, a market stall."""

from __future__ import annotations

from ....kit.canvas import Point, num
from ....kit.colour import lch
from ....kit.outlines import scaled
from ... import light
from ...stage import Stage


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


def stall(stage: Stage, at: Point, width: float) -> None:
    """Draw a market stall with fruit under a striped roof."""
    (x, y), w, canvas = at, width, stage.canvas
    wood, red = light.own(stage, lch(0.5, 0.08, 50)), stage.palette.accent
    white = light.own(stage, lch(0.97, 0.01, 85))
    canvas.path(
        scaled("M-0.44 0v-0.75M0.44 0v-0.75", x, y, w),
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
