"""Birds on a branch."""

from __future__ import annotations

from ....kit.canvas import num
from ....kit.colour import lch
from ....kit.outlines import oval
from ... import light
from ...stage import Stage


def birds_on_branch(stage: Stage, base: float) -> None:
    """Draw a branch that comes in from the side, two birds on it."""
    frame, unit, canvas = stage.frame, stage.frame.unit, stage.canvas
    bark, y = light.dark(stage, light.leaves(stage), 0.2, 0.3), base * 0.52
    start, tip = frame.x(1.02), frame.x(0.48)
    canvas.path(
        f"M{num(start)} {num(y + unit * 5)}Q{num(frame.x(0.75))} {num(y + unit * 4)} {num(tip)} {num(y)}",
        "none",
        stroke=bark,
        width=unit * 1.2,
    )
    tone, d = light.leaves(stage).lighter(0.05), ""
    for i in range(9):
        x = frame.x(0.5 + 0.06 * i)
        d += oval(
            x,
            y + unit * (0.2 + 0.55 * i) - unit * 1.7 * (1 if i % 2 else -1),
            unit * 1.7,
            unit * 0.85,
        )
    canvas.path(d, tone)
    for share, colour in ((0.60, stage.palette.accent), (0.70, lch(0.62, 0.13, 245))):
        with canvas.group(
            move=(frame.x(share), y + unit * (1.4 if share < 0.65 else 2.7)),
            scale=(unit * 0.062 * (1 if frame.flip else -1), unit * 0.062),
        ):
            canvas.path("M-34 6L-74 26L-60 4Z", colour.lighter(-0.14))
            canvas.path("M-44 0Q-40 -40 0 -46Q6 -72 32 -72Q54 -70 54 -48Q52 2 6 10Q-28 14 -44 0Z", colour)
            canvas.path("M54 -58L72 -50L53 -44Z", lch(0.82, 0.14, 80))
            canvas.path("M-36 -6Q-20 -36 14 -34Q10 0 -36 -6Z", colour.lighter(-0.12))
            canvas.path("M20 6Q50 -8 50 -40Q30 -30 16 6Z", lch(0.95, 0.03, 85))
            canvas.circle(38, -56, 4, lch(0.2, 0.03, 260))
