"""Sand, dunes, table mountains, needles and arches of rock, cacti."""

# ruff: noqa: PLR0917  a thing is its place, size and tone, and they are read in order

from __future__ import annotations

from ....kit.canvas import Point, num
from ....kit.chance import Rng
from ....kit.colour import Colour, lch
from ....kit.outlines import oval, polygon, scaled
from ...stage import Stage

_SAND = {
    "noon": ((0.90, 0.06, 84), (0.74, 0.125, 62)),
    "dawn": ((0.90, 0.06, 62), (0.60, 0.12, 38)),
    "dusk": ((0.83, 0.11, 58), (0.46, 0.13, 22)),
    "night": ((0.50, 0.09, 285), (0.24, 0.06, 275)),
}


def sand(stage: Stage, share: float) -> Colour:
    """Give the sand of the hour, far (0) to near (1)."""
    (l1, c1, h1), (l2, c2, h2) = _SAND[stage.palette.hour]
    turn = stage.rng("sand").between(-14, 4)
    far = lch(l1, c1, h1 + turn).mix(stage.palette.horizon, 0.25 * (1 - share))
    return far.mix(lch(l2, c2, h2 + turn), share)


def dune(stage: Stage, tip: Point, foot: float, wide: float, tone: Colour) -> None:
    """Draw one dune: a long lit back, a hollow in shade, and the sharp line between."""
    (x, y), side, high = tip, stage.frame.shaded, foot - tip[1]
    lit, dim = x - side * wide * 1.25, x + side * wide
    back = f"Q{num(x - side * wide * 0.42)} {num(y + high * 0.12)} {num(lit)} {num(foot)}"
    low = stage.frame.height + 4
    fill = stage.canvas.linear(((0, tone.lighter(0.03)), (1, tone.lighter(-0.05))))
    stage.canvas.path(
        f"M{num(x)} {num(y)}{back}V{num(low)}H{num(dim)}V{num(foot)}"
        f"Q{num(x + side * wide * 0.36)} {num(y + high * 0.36)} {num(x)} {num(y)}Z",
        fill,
    )
    deep = foot + high * 0.25
    edge = (
        f"Q{num(x - side * wide * 0.18)} {num(y + high * 0.4)} {num(x + side * wide * 0.06)} "
        f"{num(y + high * 0.62)}Q{num(x + side * wide * 0.26)} {num(y + high * 0.86)} "
        f"{num(x - side * wide * 0.06)} {num(deep)}"
    )
    stage.canvas.path(
        f"M{num(dim)} {num(foot)}V{num(deep)}H{num(x - side * wide * 0.06)}M{num(x)} "
        f"{num(y)}{edge}H{num(dim)}V{num(foot)}Q{num(x + side * wide * 0.36)} "
        f"{num(y + high * 0.36)} {num(x)} {num(y)}Z",
        tone.lighter(-0.11).vivid(1.05),
    )


def great_dune(stage: Stage, tip: Point, foot: float, wide: float, tone: Colour) -> None:
    """Draw the highest dune: its crest winds down to us between light and shade."""
    (x, y), side, high = tip, stage.frame.shaded, foot - tip[1]

    def at(across: float, down: float) -> str:
        return f"{num(x + side * wide * across)} {num(y + high * down)}"

    low = stage.frame.height + 4
    lit, dim = x - side * wide * 1.5, x + side * wide * 1.25
    crest = f"C{at(0.1, 0.16)} {at(-0.34, 0.42)} {at(-0.1, 0.66)}S{at(0.3, 0.95)} {at(-0.35, 1.3)}"
    fill = stage.canvas.linear(((0, tone.lighter(0.045)), (1, tone.lighter(-0.02))))
    stage.canvas.path(
        f"M{at(0, 0)}C{at(-0.2, 0.22)} {at(-0.75, 0.72)} {num(lit)} {num(foot)}"
        f"V{num(low)}H{num(x)}L{at(-0.35, 1.3)}L{at(0.6, 1.3)}L{at(0.3, 0.5)}"
        f"L{at(0.1, 0.14)}Z",
        fill,
    )
    shade = stage.canvas.linear(((0, tone.lighter(-0.13).vivid(1.05)), (1, tone.lighter(-0.07))))
    stage.canvas.path(
        f"M{at(0, 0)}{crest}V{num(low)}H{num(dim)}V{num(foot)}C{at(0.8, 0.8)} {at(0.24, 0.24)} {at(0, 0)}Z", shade
    )


def needle(stage: Stage, at: Point, wide: float, high: float, tone: Colour) -> None:
    """Draw a slim tower of rock on its skirt."""
    (x, y), side, w = at, stage.frame.shaded, wide
    skirt = [(x - w * 1.5, y), (x - w * 0.5, y - high * 0.36), (x + w * 0.5, y - high * 0.36), (x + w * 1.5, y)]
    left = [
        (x - w * 0.5, y - high * 0.36),
        (x - w * 0.38, y - high * 0.62),
        (x - w * 0.46, y - high * 0.76),
        (x - w * 0.24, y - high),
    ]
    right = [
        (x + w * 0.2, y - high * 0.97),
        (x + w * 0.4, y - high * 0.8),
        (x + w * 0.34, y - high * 0.6),
        (x + w * 0.5, y - high * 0.36),
    ]
    stage.canvas.path(polygon([skirt[0], *left, *right, skirt[3]]), tone)
    outer = right if side > 0 else list(reversed(left))
    foot = skirt[3] if side > 0 else skirt[0]
    stage.canvas.path(
        polygon([(x + side * w * 0.02, y - high * 0.98), *outer, foot, (x + side * w * 0.3, y)]), tone.lighter(-0.085)
    )


def arch(stage: Stage, at: Point, wide: float, tone: Colour) -> None:
    """Draw a natural arch."""
    (x, y), w, side = at, wide, stage.frame.shaded
    d = scaled("M-0.62 0Q-0.5 -0.5 -0.36 -0.6Q0 -0.82 0.34 -0.62Q0.52 -0.46 0.6 0H0.3", x, y, w)
    hole = scaled("Q0.3 -0.4 0.02 -0.44Q-0.28 -0.38 -0.3 0Z", x, y, w)
    stage.canvas.path(d + hole, tone)
    inner = x + side * w * 0.3
    outer = x + side * w * 0.6
    stage.canvas.path(
        f"M{num(inner)} {num(y)}Q{num(inner)} {num(y - w * 0.36)} "
        f"{num(x + side * w * 0.06)} {num(y - w * 0.44)}L{num(x + side * w * 0.24)} "
        f"{num(y - w * 0.6)}Q{num(x + side * w * 0.44)} {num(y - w * 0.44)} "
        f"{num(outer - side * w * 0.1)} {num(y)}Z",
        tone.lighter(-0.085),
    )


def mesa(stage: Stage, rng: Rng, at: Point, wide: float, high: float, tone: Colour) -> None:
    """Draw a table mountain: a skirt of rubble, walls in bands, one side in shade."""
    (x, y), side, canvas = at, stage.frame.shaded, stage.canvas
    top, neck = y - high, y - high * rng.between(0.3, 0.42)
    a, b = x - wide * 0.36, x + wide * 0.36
    bump = [
        (a, neck),
        (a + wide * 0.02, top + high * 0.16),
        (a + wide * 0.09, top + high * 0.12),
        (a + wide * 0.1, top),
        (b - wide * 0.05, top + high * 0.015),
        (b - wide * 0.03, top + high * 0.1),
        (b, top + high * 0.13),
        (b + wide * 0.02, neck),
    ]
    canvas.path(polygon([(x - wide * 0.62, y), *bump, (x + wide * 0.62, y)]), tone)
    outer = bump[3:] if side > 0 else bump[4::-1]
    inner = (x + side * wide * rng.between(0.02, 0.14), y)
    canvas.path(
        polygon(
            [(inner[0], top + high * 0.01), *outer[1:], (x + side * wide * 0.62, y), (inner[0] + side * wide * 0.06, y)]
        ),
        tone.lighter(-0.085),
    )
    _weather(stage, rng, (a, b, top, neck), tone)


def _weather(stage: Stage, rng: Rng, face: tuple[float, float, float, float], tone: Colour) -> None:
    """Groove a wall: slivers of shade that run down, a ledge or two, rubble at its foot."""
    a, b, top, neck = face
    wide, high, grooves, ledges = b - a, neck - top, "", ""
    for i in range(6):
        x = a + wide * (0.1 + 0.84 * (i + rng.between(0.1, 0.8)) / 6)
        y, w = top + high * rng.between(0.12, 0.4), wide * rng.between(0.02, 0.045)
        low = neck + high * rng.between(-0.1, 0.3)
        grooves += polygon([(x, y), (x + w, low - high * 0.1), (x + w * 0.2, low), (x - w, low)])
    for t in (rng.between(0.2, 0.32), rng.between(0.55, 0.75)):
        start, end = a + wide * rng.between(0.04, 0.3), b - wide * rng.between(0.04, 0.4)
        ledges += f"M{num(start)} {num(top + high * t)}H{num(end)}"
    stage.canvas.path(grooves, tone.lighter(-0.12), alpha=0.55)
    stage.canvas.path(ledges, "none", stroke=tone.lighter(0.06), width=high * 0.03, line_alpha=0.6)


def cactus(stage: Stage, at: Point, height: float, colour: Colour) -> None:
    """Draw a saguaro with two arms."""
    (x, y), h, side = at, height, stage.frame.shaded
    arms = scaled("M0 -0.42H-0.2V-0.7M0 -0.3H0.2V-0.56", x, y, h)
    canvas = stage.canvas
    canvas.path(arms, "none", stroke=colour.lighter(-0.03), width=h * 0.095)
    canvas.path(f"M{num(x)} {num(y)}V{num(y - h * 0.94)}", "none", stroke=colour, width=h * 0.14, cap="butt")
    canvas.path(oval(x, y - h * 0.94, h * 0.07, h * 0.07), colour)
    canvas.path(
        f"M{num(x + side * h * 0.035)} {num(y)}V{num(y - h * 0.93)}",
        "none",
        stroke=colour.lighter(-0.08),
        width=h * 0.055,
    )
