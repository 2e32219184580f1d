"""What an abstract picture can be: each has an axis, a weight off the middle, and something small that holds it."""

from __future__ import annotations

from collections.abc import Callable
from math import cos, hypot, radians, sin

from ..kit.canvas import num
from ..kit.outlines import oval
from .plane import Plane

Composition = Callable[[Plane], str]
"""Lays its forms and says what they are."""


def sunrise(on: Plane) -> str:
    """A half disc on a horizon, its light in bars below."""
    c, s = on.colours, on.short
    x, line, r = on.x(on.rng.between(0.44, 0.7)), on.y(on.rng.between(0.58, 0.68)), s * on.rng.between(0.28, 0.42)
    on.bar(on.x(0), line, on.frame.width, on.frame.height - line, c.soft)
    on.slice(x, line, r, 180, 360, c.strong)
    for n, share in enumerate(on.rng.pick(((0.78, 0.5, 0.26), (0.86, 0.52), (0.4, 0.7, 0.3), (1.0, 1.0)))):
        width = 2 * r * share
        on.bar(x - on.side * width / 2, line + s * (0.055 + 0.085 * n), width, s * 0.036, c.middle)
    on.disc(
        on.x(on.rng.between(0.14, 0.26)), on.y(on.rng.between(0.18, 0.36)), s * on.rng.between(0.05, 0.085), c.accent
    )
    return "a half disc on a horizon, with bars below it and a small disc"


def lean(on: Plane) -> str:
    """A long bar across the field, a heavy disc lying on it, a small one about to roll."""
    c, s = on.colours, on.short
    turn = radians(on.rng.between(10, 26)) * on.side
    x0, y0 = on.x(0.5), on.y(0.66)
    along, up = (cos(turn), sin(turn)), (sin(turn), -cos(turn))
    thick, half = s * 0.06, hypot(on.frame.width, on.frame.height)

    def at(way: float, height: float) -> tuple[float, float]:
        return x0 + along[0] * way + up[0] * height, y0 + along[1] * way + up[1] * height

    on.shape([at(-half, 0), at(half, 0), at(half, -half), at(-half, -half)], c.soft)
    on.shape([at(-half, 0), at(half, 0), at(half, -thick), at(-half, -thick)], c.middle)
    big, small = s * on.rng.between(0.2, 0.3), s * on.rng.between(0.06, 0.1)
    where = on.side * on.frame.width * on.rng.between(0.02, 0.1)
    on.disc(*at(where, big), big, c.strong)
    on.disc(*at(where - on.side * (big + small + s * 0.12), small), small, c.accent)
    return "a large and a small disc on a slope"


def arches(on: Plane) -> str:
    """Three arches in one another, and a disc that has left them."""
    c, s = on.colours, on.short
    x, foot = on.x(on.rng.between(0.5, 0.72)), on.frame.height
    inks = on.rng.pick(((c.middle, c.soft, c.strong), (c.strong, c.middle, c.soft), (c.soft, c.strong, c.middle)))
    most, step = on.rng.between(0.66, 0.86), on.rng.between(0.17, 0.24)
    for n, colour in enumerate(inks):
        r = most - step * n
        on.slice(x, foot, s * r, 180, 360, colour, s * (r - step * 0.68))
    on.disc(on.x(on.rng.between(0.12, 0.24)), on.y(on.rng.between(0.22, 0.7)), s * on.rng.between(0.06, 0.1), c.accent)
    return "three nested arches and a disc"


def lens(on: Plane) -> str:
    """Two discs that share a part, on an upright axis."""
    c, s = on.colours, on.short
    y, near, far = on.y(0.5), s * on.rng.between(0.29, 0.33), s * on.rng.between(0.23, 0.27)
    x1 = on.x(0.5) - on.side * s * 0.14
    x2 = x1 + on.side * (near + far) * on.rng.between(0.6, 0.68)
    on.disc(x1, y, near, c.strong)
    on.disc(x2, y, far, c.middle)
    with on.within(oval(x1, y, near, near)):
        on.disc(x2, y, far, c.accent)
    shared = x1 + on.side * (near - (near + far - abs(x2 - x1)) / 2)
    on.line(shared, 0, shared, y - near * 0.62)
    return "two discs that overlap below a line"


def columns(on: Plane) -> str:
    """Columns that rise to one side, and a disc on one of them."""
    c, s = on.colours, on.short
    count, lit = on.rng.pick((3, 4, 5)), on.rng.pick((0, 1))
    gap, rise = on.frame.width * on.rng.between(0.018, 0.036), on.rng.between(0.75, 1.6)
    width = on.frame.width * 0.62 / count - gap
    for n in range(count):
        height = on.frame.height * (0.2 + 0.56 * (n / (count - 1)) ** rise)
        x = on.x(0.19) + on.side * n * (width + gap)
        on.bar(x, on.frame.height - height, width, height, (c.soft, c.middle, c.strong)[min(2, n * 3 // count)])
        if n == lit:
            r = min(width * 0.42, s * 0.09)
            on.disc(x + on.side * width / 2, on.frame.height - height - r - s * 0.035, r, c.accent)
    return "rising columns and a disc"


def quarters(on: Plane) -> str:
    """A quarter disc from each of two corners, and a band between."""
    c, s = on.colours, on.short
    near, far = on.rng.pick(((c.strong, c.middle), (c.middle, c.strong)))
    big, hung = s * on.rng.between(0.74, 1.02), on.rng.chance(0.5)
    low, high, turn = (0.0, on.frame.height, 90) if hung else (on.frame.height, 0.0, 0)
    on.slice(on.x(0), low, big, 270 + turn, 360 + turn, near, on.rng.pick((0.0, big * 0.72)))
    on.slice(on.x(0), low, big * on.rng.between(0.34, 0.58), 270 + turn, 360 + turn, far)
    on.slice(on.x(1), high, s * on.rng.between(0.34, 0.58), 90 + turn, 180 + turn, c.soft)
    down = on.rng.between(0.5, 0.72)
    on.disc(on.x(on.rng.between(0.62, 0.8)), on.y(1 - down if hung else down), s * on.rng.between(0.08, 0.13), c.accent)
    return "quarter discs in two corners and a disc between them"


def balance(on: Plane) -> str:
    """A beam over a point: half a disc near it, a small disc far out."""
    c, s = on.colours, on.short
    x, y, reach = on.x(0.56), on.y(0.68), min(on.frame.width * 0.38, s * 0.62)
    turn = radians(on.rng.between(5, 9)) * on.side
    half = s * 0.15
    on.shape([(x, y), (x + half, y + half * 1.7), (x - half, y + half * 1.7)], c.middle)
    ends = [(x + on.side * w * cos(turn), y + on.side * w * sin(turn)) for w in (-reach, reach * 0.72)]
    on.line(*ends[0], *ends[1], 0.022)
    big = s * on.rng.between(0.21, 0.25)
    way = reach * 0.72 - big
    on.slice(
        x + on.side * way * cos(turn) + sin(turn) * s * 0.011,
        y + on.side * way * sin(turn) - s * 0.011,
        big,
        180 + _tilt(turn, on),
        360 + _tilt(turn, on),
        c.strong,
    )
    small = s * 0.07
    on.disc(ends[0][0] + on.side * small, ends[0][1] - small - s * 0.008, small, c.accent)
    return "a half disc and a small disc on a beam"


def _tilt(turn: float, on: Plane) -> float:
    return turn * 57.29578 * on.side


def tide(on: Plane) -> str:
    """Half discs above and below one line, and one that is another."""
    c, s = on.colours, on.short
    count = on.rng.pick((4, 5)) if on.frame.ratio > 1.2 else 3
    r = min(on.frame.width * 1.04 / count, s * 0.72) / 2
    start, y = on.x(0.5) - on.side * r * (count - 1), on.y(0.5)
    lit = on.rng.whole(1, count - 2)
    for n in range(count):
        colour = c.accent if n == lit else (c.strong, c.middle)[n % 2]
        on.slice(start + on.side * 2 * r * n, y, r, *((180, 360) if n % 2 else (0, 180)), colour)
    on.line(on.x(0), y, on.x(1), y, 0.007)
    return "half discs above and below a line"


def gate(on: Plane) -> str:
    """Two walls, and what stands in the opening."""
    c, s = on.colours, on.short
    opening, wide = on.x(on.rng.between(0.42, 0.6)), s * on.rng.between(0.11, 0.15)
    top, low = on.y(on.rng.between(0.14, 0.28)), on.y(on.rng.between(0.34, 0.5))
    on.bar(opening - on.side * (wide + s * 0.34), top, s * 0.34, on.frame.height - top, c.strong)
    on.disc(opening, on.y(on.rng.between(0.5, 0.64)), s * on.rng.between(0.16, 0.2), c.accent)
    on.bar(opening + on.side * wide * 0.55, low, s * 0.3, on.frame.height - low, c.middle)
    on.bar(on.x(0), on.y(0.9), on.frame.width, on.frame.height * 0.1, c.soft)
    return "two walls with a disc in their opening"


def orbit(on: Plane) -> str:
    """A ring, a heavy disc off its middle, and one on its way round."""
    c, s = on.colours, on.short
    x, y, r = on.x(on.rng.between(0.5, 0.64)), on.y(0.51), s * on.rng.between(0.3, 0.39)
    on.disc(x, y, r + s * 0.06, c.soft)
    on.ring(x, y, r, r - s * 0.022, c.line)
    angle = radians(on.rng.between(150, 300))
    inner, off = r * on.rng.between(0.42, 0.62), s * on.rng.between(0.05, 0.11)
    on.disc(x - on.side * off * cos(angle), y - off * sin(angle), inner, on.rng.pick((c.strong, c.middle)))
    on.disc(
        x + on.side * (r - s * 0.011) * cos(angle),
        y + (r - s * 0.011) * sin(angle),
        s * on.rng.between(0.055, 0.09),
        c.accent,
    )
    return "a disc in a ring, and a small disc on its way round"


def leaves(on: Plane) -> str:
    """A stem, leaves to both sides, a fruit."""
    c, s = on.colours, on.short
    x, foot, size = on.x(on.rng.between(0.42, 0.66)), on.frame.height, s * on.rng.between(0.25, 0.33)
    on.line(x, foot, x, on.y(0.24), 0.016)
    inks = on.rng.pick(((c.strong, c.middle, c.soft, c.strong), (c.middle, c.strong, c.middle, c.soft)))
    first = on.rng.pick((1, -1))
    for n, (side, colour) in enumerate(zip((first, -first, first, -first), inks, strict=True)):
        y = on.y(0.95) - n * s * 0.165
        on.path(_leaf(x, y, side * on.side, size * (1 - 0.11 * n)), colour)
    on.disc(x, on.y(0.21), s * 0.07, c.accent)
    return "a stem with leaves and a disc on top"


def _leaf(x: float, y: float, side: int, size: float) -> str:
    """Two quarter arcs from a point of the stem outwards and up."""
    dx, r, sweep = side * size, num(size), (1, 0) if side > 0 else (0, 1)
    out, back = f"A{r} {r} 0 0 {sweep[0]}", f"A{r} {r} 0 0 {sweep[0]}"
    return f"M{num(x)} {num(y)}{out} {num(x + dx)} {num(y - size)}{back} {num(x)} {num(y)}Z"


def stones(on: Plane) -> str:
    """Stones on one another, none over the middle of the one below."""
    c, s = on.colours, on.short
    foot = on.y(0.84)
    on.bar(on.x(0), foot, on.frame.width, on.frame.height - foot, c.soft)
    x, y = on.x(0.55), foot
    wide, flat = on.rng.between(0.85, 1.15), on.rng.between(0.85, 1.05)
    inks = on.rng.pick(((c.strong, c.middle, c.strong), (c.middle, c.strong, c.middle)))
    sizes = ((0.29, 0.115), (0.215, 0.095), (0.15, 0.08))
    rows = [(rx * wide, ry * flat, ink) for (rx, ry), ink in zip(sizes, inks, strict=True)]
    for n, (rx, ry, colour) in enumerate(rows):
        x += on.side * s * (0.0, 0.06, -0.075)[n] * on.rng.between(0.7, 1.2)
        y -= s * ry
        on.path(oval(x, y, s * rx, s * ry), colour)
        y -= s * ry * 0.985
    r = s * 0.068
    on.disc(x + on.side * s * 0.03, y - r, r, c.accent)
    return "stones on one another and a small disc"


def wedge(on: Plane) -> str:
    """A wedge from one side into a disc."""
    c, s = on.colours, on.short
    x, y, r = on.x(on.rng.between(0.54, 0.7)), on.y(on.rng.between(0.44, 0.54)), s * on.rng.between(0.27, 0.36)
    on.disc(x, y, r, c.strong)
    spread, tip = s * on.rng.between(0.2, 0.26), x - on.side * r * 0.1
    on.shape([(on.x(0), y - spread * 0.4), (tip, y), (on.x(0), y + spread * 1.5)], c.middle)
    with on.within(oval(x, y, r, r)):
        on.shape([(on.x(0), y - spread * 0.4), (tip, y), (on.x(0), y + spread * 1.5)], c.accent)
    on.disc(on.x(0.9), on.y(0.17), s * 0.05, c.middle)
    return "a wedge that meets a disc"


COMPOSITIONS: tuple[Composition, ...] = (
    sunrise, lean, arches, lens, columns, quarters, balance, tide, gate, orbit, leaves, stones, wedge,
)  # fmt: skip
