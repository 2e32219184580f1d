"""Sand, dunes, table mountains and cacti."""

# ruff: noqa: PLR0917  a thing is its place, size and tone, and they are read in order

from __future__ import annotations

from ..canvas import Point, num
from ..colour import Colour, lch
from ..rng import Rng
from ..shapes import oval, polygon
from ..stage import Stage

_SAND = {
    "noon": ((0.90, 0.06, 84), (0.70, 0.12, 62)), "dawn": ((0.90, 0.06, 62), (0.60, 0.12, 38)),
    "dusk": ((0.83, 0.11, 58), (0.46, 0.13, 22)), "night": ((0.50, 0.09, 285), (0.24, 0.06, 275)),
}  # fmt: skip


def sand(stage: Stage, share: float) -> Colour:
    """Give the sand of the hour, far (0) to near (1)."""
    (l1, c1, h1), (l2, c2, h2) = _SAND[stage.palette.hour]
    turn = stage.rng("sand").between(-10, 10)
    far = lch(l1, c1, h1 + turn).mix(stage.palette.horizon, 0.25 * (1 - share))
    return far.mix(lch(l2, c2, h2 + turn), share)


def dune(stage: Stage, tip: Point, foot: float, wide: float, tone: Colour) -> None:
    """Draw one dune: a long lit back, a hollow in shade, and the sharp line between."""
    (x, y), side, high = tip, stage.frame.shaded, foot - tip[1]
    lit, dim = x - side * wide * 1.25, x + side * wide
    back = f"Q{num(x - side * wide * 0.42)} {num(y + high * 0.12)} {num(lit)} {num(foot)}"
    low = stage.frame.height + 4
    fill = stage.canvas.linear(((0, tone.lighter(0.03)), (1, tone.lighter(-0.05))))
    stage.canvas.path(f"M{num(x)} {num(y)}{back}V{num(low)}H{num(dim)}V{num(foot)}"
                      f"Q{num(x + side * wide * 0.36)} {num(y + high * 0.36)} {num(x)} {num(y)}Z",
                      fill)  # fmt: skip
    deep = foot + high * 0.25
    edge = (f"Q{num(x - side * wide * 0.18)} {num(y + high * 0.4)} {num(x + side * wide * 0.06)} "
            f"{num(y + high * 0.62)}Q{num(x + side * wide * 0.26)} {num(y + high * 0.86)} "
            f"{num(x - side * wide * 0.06)} {num(deep)}")  # fmt: skip
    stage.canvas.path(f"M{num(dim)} {num(foot)}V{num(deep)}H{num(x - side * wide * 0.06)}M{num(x)} "
                      f"{num(y)}{edge}H{num(dim)}V{num(foot)}Q{num(x + side * wide * 0.36)} "
                      f"{num(y + high * 0.36)} {num(x)} {num(y)}Z",
                      tone.lighter(-0.11).vivid(1.05))  # fmt: skip


def mesa(stage: Stage, rng: Rng, at: Point, wide: float, high: float, tone: Colour) -> None:
    """Draw a table mountain: a skirt of rubble, walls in bands, one side in shade."""
    (x, y), side, canvas = at, stage.frame.shaded, stage.canvas
    top, neck = y - high, y - high * rng.between(0.3, 0.42)
    a, b = x - wide * 0.36, x + wide * 0.36
    bump = [(a, neck), (a + wide * 0.02, top + high * 0.16), (a + wide * 0.09, top + high * 0.12),
            (a + wide * 0.1, top), (b - wide * 0.05, top + high * 0.015),
            (b - wide * 0.03, top + high * 0.1),
            (b, top + high * 0.13), (b + wide * 0.02, neck)]  # fmt: skip
    canvas.path(polygon([(x - wide * 0.62, y), *bump, (x + wide * 0.62, y)]), tone)
    outer = bump[3:] if side > 0 else bump[4::-1]
    inner = (x + side * wide * rng.between(0.02, 0.14), y)
    canvas.path(polygon([(inner[0], top + high * 0.01), *outer[1:],
                         (x + side * wide * 0.62, y), (inner[0] + side * wide * 0.06, y)]),
                tone.lighter(-0.085))  # fmt: skip
    bands = "".join(f"M{num(a + wide * 0.03)} {num(top + (neck - top) * t)}H{num(b - wide * 0.01)}"
                    for t in (0.34, 0.6, 0.82))  # fmt: skip
    canvas.path(
        bands, "none", stroke=tone.lighter(-0.13), width=high * 0.022, line_alpha=0.55, cap="butt"
    )
    cracks = ""
    for _ in range(5):
        cx = rng.between(a + wide * 0.1, b - wide * 0.08)
        cracks += f"M{num(cx)} {num(top + high * rng.between(0.1, 0.3))}V{num(neck - high * 0.02)}"
    canvas.path(cracks, "none", stroke=tone.lighter(-0.16), width=high * 0.015, line_alpha=0.6)


def cactus(stage: Stage, at: Point, height: float, colour: Colour) -> None:
    """Draw a saguaro with two arms."""
    (x, y), h, side = at, height, stage.frame.shaded
    arms = (f"M{num(x)} {num(y - h * 0.42)}H{num(x - h * 0.2)}V{num(y - h * 0.7)}"
            f"M{num(x)} {num(y - h * 0.3)}H{num(x + h * 0.2)}V{num(y - h * 0.56)}")  # fmt: skip
    canvas = stage.canvas
    canvas.path(arms, "none", stroke=colour.lighter(-0.03), width=h * 0.095)
    canvas.path(
        f"M{num(x)} {num(y)}V{num(y - h * 0.94)}", "none", stroke=colour, width=h * 0.14, cap="butt"
    )
    canvas.path(oval(x, y - h * 0.94, h * 0.07, h * 0.07), colour)
    canvas.path(f"M{num(x + side * h * 0.035)} {num(y)}V{num(y - h * 0.93)}", "none",
                stroke=colour.lighter(-0.08), width=h * 0.055)  # fmt: skip
