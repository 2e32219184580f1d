"""A wave that curls, and who rides it."""

from __future__ import annotations

from ....kit.canvas import Point, num
from ....kit.colour import Colour, lch
from ....kit.outlines import oval, pill, sector
from ... import light
from ...stage import Stage
from ..local_box import standing

_SKIN, _SUIT = lch(0.70, 0.08, 52), lch(0.32, 0.06, 262)
_BACK = ((1.03, 0.36), (0.92, 0.55), (0.84, 0.99), (0.70, 1.0))
_LIP = ((0.60, 1.01), (0.50, 0.90), (0.462, 0.64))
_INNER = ((0.50, 0.78), (0.55, 0.84), (0.60, 0.78))
_FACE = ((0.66, 0.68), (0.66, 0.40), (0.57, 0.22))
_FOOT = ((0.47, 0.06), (0.25, 0.02), (-0.03, 0.02))
"""The outline of the wave: from its back over the lip, under it, and down its face to its foot.
The curves are Bezier's, in shares of the frame's width and of the wave's height."""


class _Wave:
    """Puts the outline's shares on paper."""

    def __init__(self, stage: Stage, low: float, high: float) -> None:
        self.stage, self.low, self.high = stage, low, high

    def at(self, x: float, up: float) -> Point:
        return self.stage.frame.x(0.5 + (x - 0.5) * self._spread()), self.low - up * self.high

    def _spread(self) -> float:
        """A strip is wide and a portrait narrow, but a wave keeps its shape."""
        ratio = self.stage.frame.ratio
        return 1.0 if 0.9 < ratio < 2 else min(1.35, 1.75 / ratio) if ratio < 1 else 1.75 / ratio

    def word(self, x: float, up: float) -> str:
        px, py = self.at(x, up)
        return f"{num(px)} {num(py)}"

    def curves(self, *parts: tuple[tuple[float, float], ...]) -> str:
        return "".join("C" + " ".join(self.word(*p) for p in part) for part in parts)


def wave(stage: Stage, low: float, high: float) -> None:
    """Draw the wave, its foam and its rider."""
    shape, frame = _Wave(stage, low, high), stage.frame
    far, middle, deep = light.sea(stage)
    start = shape.at(*_BACK[0])
    edge = frame.width + 4 if not frame.flip else -4.0
    back = f"M{num(edge)} {num(frame.height + 4)}L{num(edge)} {num(start[1])}L{shape.word(*_BACK[0])}"
    end = f"L{num(frame.width - edge)} {num(low)}V{num(frame.height + 4)}Z"
    d = back + shape.curves(_BACK[1:], _LIP, _INNER, _FACE, _FOOT) + end
    glass = far.mix(lch(0.9, 0.09, 185), 0.35)
    if stage.palette.night:
        glass = far.lighter(0.08)
    stops = ((0, glass), (0.4, middle), (1, deep.lighter(-0.03)))
    stage.canvas.path(d, stage.canvas.linear(stops))
    _streaks(stage, shape, glass)
    _foam(stage, shape)
    rider(stage, shape.at(0.405, 0.085), min(frame.unit * 13, high * 0.4), mirror=not frame.flip)


def _streaks(stage: Stage, shape: _Wave, glass: Colour) -> None:
    """Lines of water that are drawn up the face and over the back."""
    d = ""
    for i in range(1, 6):
        s, drop = 0.034 * i, 0.03 * i
        d += f"M{shape.word(0.60 + s * 0.7, 0.80 + drop * 0.4)}" + shape.curves(
            ((0.66 + s, 0.7 - drop / 3), (0.66 + s, 0.4 - drop), (0.57 + s, 0.18 - drop * 1.5)),
            ((0.49 + s, 0.02 - drop), (0.36, -0.06 - drop), (0.22 + s, -0.1 - drop * 1.8)),
        )
    unit = stage.frame.unit
    stage.canvas.path(d, "none", stroke=glass.lighter(0.06), width=unit * 0.5, line_alpha=0.55)


def _foam(stage: Stage, shape: _Wave) -> None:
    """The white lip with its drops, and the white water at the foot."""
    unit, rng = stage.frame.unit, stage.rng("foam")
    white = light.own(stage, lch(0.985, 0.01, 220))
    lip = f"M{shape.word(0.86, 0.86)}" + shape.curves(
        ((0.82, 0.99), (0.76, 1.05), (0.69, 1.04)),
        ((0.58, 1.05), (0.475, 0.92), (0.455, 0.60)),
        ((0.478, 0.74), (0.50, 0.80), (0.525, 0.815)),
        ((0.56, 0.92), (0.64, 0.96), (0.70, 0.95)),
        ((0.77, 0.95), (0.82, 0.93), (0.86, 0.86)),
    )
    drops = ""
    for i in range(13):
        t = i / 12
        x, y = shape.at(0.50 + 0.20 * t, 0.815 + 0.14 * t**0.6)
        r = unit * rng.between(0.7, 1.5)
        drops += oval(x, y, r, r)
    for _ in range(26):
        x, y = shape.at(rng.between(0.38, 0.56), rng.between(0.45, 1.08))
        r = unit * rng.between(0.12, 0.4)
        drops += oval(x, y, r, r)
    stage.canvas.path(lip + "Z", white)
    stage.canvas.path(drops, white)
    _wash(stage, shape, white)


def _wash(stage: Stage, shape: _Wave, white: Colour) -> None:
    """Rolling foam where the lip will fall, and the rider's wake."""
    unit, rng = stage.frame.unit, stage.rng("wash")
    for layer, (size, alpha) in enumerate(((5.2, 0.45), (3.6, 0.95))):
        d = ""
        for i in range(17):
            t = i / 16
            x, y = shape.at(0.535 + 0.40 * t**1.3, 0.06 - 0.05 * layer)
            r = unit * size * (1 - t) ** 0.6 * rng.between(0.7, 1.1) + unit * 0.9
            d += sector(x, y, r, 180, 360) + pill(x - r, y - r * 0.2, r * 2, r * 0.4)
        stage.canvas.path(d, white, alpha=alpha)
    wake = f"M{shape.word(0.42, 0.075)}" + shape.curves(((0.47, 0.10), (0.52, 0.18), (0.555, 0.30)))
    stage.canvas.path(wake, "none", stroke=white, width=unit * 0.7, line_alpha=0.85)


def rider(stage: Stage, at: Point, height: float, *, mirror: bool = False) -> None:
    """Draw a surfer, knees bent, arms out, on a bright board."""
    accent = stage.palette.accent
    with standing(stage, at, height, mirror=mirror) as canvas:
        canvas.path("M-52 6Q-30 -8 20 -8Q52 -8 62 -16Q56 4 20 10Q-24 14 -52 6Z", accent)
        canvas.path("M-40 4Q-10 -3 44 -7", "none", stroke=lch(0.97, 0.02, 90), width=3)
        canvas.line(((-6, -38), (-24, -24), (-20, -4)), _SUIT, 11)
        canvas.line(((-2, -38), (18, -28), (18, -6)), _SUIT.lighter(0.06), 11)
        canvas.line(((2, -68), (-22, -64), (-40, -74)), _SKIN.lighter(-0.06), 6.5)
        canvas.path("M-14 -34Q-14 -58 -2 -74Q8 -78 14 -70Q12 -50 6 -34Z", _SUIT.lighter(0.03))
        canvas.line(((8, -68), (28, -60), (46, -66)), _SKIN, 6.5)
        canvas.circle(12, -86, 9.5, _SKIN)
        canvas.path("M1 -84Q0 -98 12 -98Q21 -98 21 -90Q12 -92 8 -86Q6 -78 1 -84Z", lch(0.5, 0.1, 60))
