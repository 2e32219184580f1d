"""Dishes that are ready to eat, in a box 100 high that stands on y = 0."""

from __future__ import annotations

from math import sqrt

from .....kit.colour import Colour, lch
from .....kit.outlines import oval
from ..sketch import DARK, LEAF, OAK, STEEL, WHITE, Part, box, dim, steam
from .bread import CRUST, board, cloth

_NOODLE = lch(0.87, 0.11, 86)
_SAUCE = lch(0.60, 0.19, 28)
_GOUDA = lch(0.90, 0.12, 92)
_GRAPE = lch(0.48, 0.13, 320)
_CHEESE = lch(0.87, 0.12, 86)
_TOMATO = lch(0.62, 0.19, 28)
_CHERRY = lch(0.50, 0.17, 18)
_BATTER = lch(0.80, 0.11, 72)
_SYRUP = lch(0.60, 0.13, 58)


def pasta(accent: Colour) -> list[Part]:
    """A bowl heaped with spaghetti, sauce and basil, a fork in it."""
    strands = (
        "M-70 -48Q-60 -84 -10 -84M-54 -46Q-40 -74 20 -76M-76 -56Q-30 -100 34 -88"
        "M70 -48Q60 -80 10 -84M56 -46Q40 -72 -14 -70M78 -54Q60 -92 0 -94M-30 -46Q0 -66 40 -50"
    )
    basil = "M-10 -110q-22 -8 -26 8q16 10 26 -8ZM-6 -110q4 -22 24 -18q-2 18 -24 18Z"
    return [
        steam((-46, 46), -98, 40),
        ("M58 -66L96 -122", STEEL, 5),
        ("M-84 -44Q-80 -80 -34 -92Q6 -104 46 -90Q82 -78 84 -44Z", _NOODLE),
        (strands, dim(_NOODLE, 0.10), 3.4),
        ("M-48 -84Q-34 -108 0 -108Q40 -108 48 -86Q34 -74 20 -82Q0 -68 -18 -80Q-34 -74 -48 -84Z", _SAUCE),
        (oval(-20, -92, 6, 5) + oval(22, -94, 7, 5), _SAUCE.lighter(0.08)),
        (basil, LEAF),
        ("M-98 -50H98Q90 -8 42 -5V0H-42V-5Q-90 -8 -98 -50Z", accent),
        ("M40 -50H98Q90 -8 42 -5V0H12Q50 -20 40 -50Z", dim(accent)),
        ("M-92 -39Q0 -34 92 -39", accent.lighter(0.13), 4),
    ]


def cheese(accent: Colour) -> list[Part]:
    """A wheel of cheese with a wedge cut out, grapes and a knife on a board."""
    holes = "".join(oval(x, y, r, r * 0.8) for x, y, r in ((-6, -50, 7), (12, -30, 5), (-10, -26, 4)))
    wedge = "".join(oval(x, y, r, r * 0.8) for x, y, r in ((64, -26, 5), (82, -20, 4), (80, -34, 3)))
    grapes = [(-72, -18), (-54, -18), (-88, -16), (-80, -32), (-62, -33), (-71, -46)]
    return [
        *cloth(accent),
        *board(),
        ("M-66 -9V-62Q-66 -78 -20 -80H10V-9Z", accent),
        ("M-66 -62Q-66 -78 -20 -80H10L-26 -62Z", accent.lighter(0.07)),
        ("M-26 -9V-62L10 -80H26V-9Z", _GOUDA),
        (holes, dim(_GOUDA, 0.12)),
        ("M26 -80V-9H32V-80Z", dim(accent)),
        ("M42 -9L96 -9V-46L42 -24Z", _GOUDA),
        ("M42 -24L96 -46V-52L42 -29Z", accent.lighter(0.05)),
        (wedge, dim(_GOUDA, 0.12)),
        ("M-72 -50Q-66 -66 -54 -68", OAK, 3.4),
        *((oval(x, y, 10.5, 10.5), _GRAPE.lighter(0.03 * (i % 3))) for i, (x, y) in enumerate(grapes)),
        ("M-70 -60q16 -8 22 4q-14 8 -22 -4Z", LEAF),
    ]


def grater() -> list[Part]:
    """A cheese grater beside a lump of cheese."""
    holes = "".join(f"M{x} {y}h0" for y in (-66, -50, -34, -18) for x in (-14, 0, 14))
    return [
        ("M-12 -84Q-12 -100 0 -100Q12 -100 12 -84", DARK, 6),
        ("M-22 -84H22L32 0H-32Z", STEEL),
        ("M8 -84H22L32 0H12Z", dim(STEEL)),
        (holes, dim(STEEL, 0.3), 6),
        ("M40 0V-30L84 -22V0Z", _GOUDA),
        ("M40 -30L84 -22V-28L44 -35Z", lch(0.74, 0.12, 70)),
    ]


def _half(x: float, rx: float, ry: float) -> float:
    """Give half the height of an ellipse at x."""
    return ry * sqrt(max(0.0, 1 - (x / rx) ** 2))


def _lattice(y: float, rx: float, ry: float) -> str:
    """Lay strips of dough to and fro over a filling."""
    d = ""
    for x in (-54, -27, 0, 27, 54):
        a, b = _half(x + 5, rx, ry), _half(x - 5, rx, ry)
        d += f"M{x + 5} {y - a:.1f}L{x - 5} {y + b:.1f}"
    for dy in (-0.62, -0.1, 0.45):
        wide = _half(dy * ry, ry, rx)
        d += f"M{-wide:.1f} {y + dy * ry:.1f}H{wide:.1f}"
    return d


def pie(accent: Colour) -> list[Part]:
    """A pie in its dish, a lattice of dough over the fruit."""
    flutes = "".join(f"M{x} -34L{x * 0.84:.1f} -1" for x in range(-77, 80, 14))
    rim = "".join(oval(x, -42 + _half(x, 94, 19), 8.4, 5.6) for x in range(-88, 89, 11))
    return [
        *cloth(accent),
        steam((-30, 8, 46), -70, 30),
        ("M-90 -40L-74 0H74L90 -40Z", WHITE),
        ("M30 -40H90L74 0H26Z", dim(WHITE, 0.05)),
        (flutes, dim(WHITE, 0.09), 2.2),
        (oval(0, -42, 96, 21), CRUST),
        (oval(0, -43, 82, 15), _CHERRY),
        (_lattice(-43, 82, 15), CRUST.lighter(0.07), 6.4),
        (rim, CRUST.lighter(0.03)),
        ("M-88 -52Q-50 -66 0 -64Q50 -66 88 -52", CRUST.lighter(0.05), 5),
    ]


def pizza(accent: Colour) -> list[Part]:
    """A pizza on a round board, cut into slices."""
    spots = ((-48, -46), (-14, -58), (30, -54), (58, -38), (12, -32), (-26, -28), (-62, -32))
    basil = "".join(
        f"M{x} {y}q8 -11 20 -5q-7 12 -20 5Z" for x, y in ((-38, -36), (0, -44), (36, -40), (-4, -22), (-66, -42))
    )
    cuts = "M-76 -52L76 -30M-70 -28L70 -54M-4 -64L4 -18"
    return [
        *cloth(accent),
        steam((-40, 0, 40), -78, 26),
        (oval(0, -28, 106, 30), dim(OAK, 0.12)),
        (oval(0, -34, 106, 30), OAK),
        (oval(0, -41, 92, 26), CRUST),
        (oval(0, -44, 92, 26), CRUST.lighter(0.07)),
        (oval(0, -44, 80, 20.500), _TOMATO),
        (oval(0, -45, 76, 18.500), _CHEESE),
        ("".join(oval(x, y + 2, 11, 5.4) for x, y in spots), _TOMATO),
        ("".join(oval(x - 1, y + 1, 7, 3) for x, y in spots), _TOMATO.lighter(0.09)),
        (basil, LEAF),
        (cuts, dim(_CHEESE, 0.12), 1.6),
    ]


def salad(accent: Colour) -> list[Part]:
    """A bowl of salad with tomatoes, cucumber and two wooden servers."""
    light, dark = LEAF.lighter(0.12), dim(LEAF, 0.05)
    back = "M-76 -52Q-92 -76 -66 -82Q-58 -100 -34 -92Q-16 -106 6 -96Q28 -108 44 -92Q72 -94 74 -74"
    front = "M-84 -50Q-78 -72 -54 -66Q-40 -82 -20 -68Q0 -80 16 -66Q34 -80 52 -64Q76 -70 84 -50"
    rounds = oval(-40, -68, 15, 11) + oval(30, -84, 14, 10)
    return [
        ("M52 -70L96 -112M-50 -74L-92 -114", dim(OAK, 0.06), 6),
        (oval(99, -116, 10, 13) + oval(-95, -118, 10, 13), OAK),
        (f"{back}Q90 -66 80 -50Z", dark),
        (oval(6, -82, 15, 13), _TOMATO),
        (oval(4, -85, 7, 5), _TOMATO.lighter(0.12)),
        (rounds, lch(0.90, 0.08, 125)),
        (rounds, LEAF, 3),
        (f"{front}Z", light),
        ("M-54 -66Q-50 -58 -52 -50M-20 -68Q-14 -58 -16 -50", dark, 2.4),
        ("M16 -66Q22 -58 20 -50M52 -64Q52 -56 48 -50", dark, 2.4),
        (oval(-8, -62, 12, 10) + oval(58, -60, 11, 9), _TOMATO),
        (oval(-10, -64, 5, 4) + oval(56, -62, 5, 4), _TOMATO.lighter(0.12)),
        ("M-90 -52H90Q86 0 30 0H-30Q-86 0 -90 -52Z", accent),
        ("M40 -52H90Q86 0 30 0H12Q44 -18 40 -52Z", dim(accent, 0.06)),
        ("M-86 -40Q0 -28 86 -40", accent.lighter(0.12), 5),
    ]


def pancakes(accent: Colour) -> list[Part]:
    """A stack of pancakes with butter, syrup and berries."""
    stack: list[Part] = []
    for i in range(5):
        y, sway = -22 - 13 * i, (0, 3, -3, 2, -1)[i]
        stack.append((box(-62 + sway, y, 124, 12, 6), dim(_BATTER, 0.11)))
        stack.append((box(-62 + sway, y - 1, 124, 7, 3.500), _BATTER))
    drips = (
        "M-50 -80Q0 -92 50 -80Q56 -70 50 -58Q46 -50 42 -60Q38 -72 30 -68Q24 -64 26 -40"
        "Q22 -30 16 -40Q16 -66 4 -66Q-8 -66 -10 -52Q-14 -44 -20 -52Q-22 -70 -34 -66"
        "Q-40 -62 -40 -48Q-46 -42 -50 -50Q-56 -70 -50 -80Z"
    )
    blue = lch(0.45, 0.12, 275)
    return [
        *cloth(accent),
        (oval(0, -8, 100, 9), dim(WHITE, 0.08)),
        (oval(0, -11, 100, 9), WHITE),
        (oval(0, -11, 78, 6), dim(WHITE, 0.05)),
        *stack,
        (oval(0, -79, 61, 9), _BATTER.lighter(0.05)),
        (drips, _SYRUP),
        ("M-20 -96L12 -100L20 -88L-12 -83Z", lch(0.94, 0.09, 98)),
        ("M-12 -83L20 -88V-81L-12 -76Z", lch(0.88, 0.11, 92)),
        (oval(34, -86, 7, 7) + oval(78, -17, 7, 7) + oval(66, -15, 6, 6), blue),
        (oval(46, -84, 7, 7) + oval(-76, -17, 8, 8), _TOMATO),
        ("M-76 -24l6 -6", LEAF, 3),
    ]
