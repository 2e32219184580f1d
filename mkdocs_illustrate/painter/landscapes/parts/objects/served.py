"""Dishes that are ready: pasta, cheese, a great cup; in a box 100 high that stands on y = 0."""

from __future__ import annotations

from ....kit.colour import Colour, lch
from ....kit.outlines import oval
from .baked import board, cloth
from .sketch import DARK, LEAF, OAK, STEEL, WHITE, Part, box, dim, steam

_NOODLE = lch(0.87, 0.11, 86)
_TOMATO = lch(0.60, 0.19, 28)
_CHEESE = lch(0.90, 0.12, 92)
_GRAPE = lch(0.48, 0.13, 320)
_FOAM = lch(0.95, 0.03, 75)
_COFFEE = lch(0.46, 0.08, 48)


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
        ("M-48 -84Q-34 -108 0 -108Q40 -108 48 -86Q34 -74 20 -82Q0 -68 -18 -80Q-34 -74 -48 -84Z", _TOMATO),
        (oval(-20, -92, 6, 5) + oval(22, -94, 7, 5), _TOMATO.lighter(0.08)),
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
        ("M-26 -9V-62L10 -80H26V-9Z", _CHEESE),
        (holes, dim(_CHEESE, 0.12)),
        ("M26 -80V-9H32V-80Z", dim(accent)),
        ("M42 -9L96 -9V-46L42 -24Z", _CHEESE),
        ("M42 -24L96 -46V-52L42 -29Z", accent.lighter(0.05)),
        (wedge, dim(_CHEESE, 0.12)),
        ("M-72 -50Q-66 -66 -54 -68", OAK, 3.4),
        *((oval(x, y, 10.5, 10.5), _GRAPE.lighter(0.03 * (i % 3))) for i, (x, y) in enumerate(grapes)),
        ("M-70 -60q16 -8 22 4q-14 8 -22 -4Z", LEAF),
    ]


def cappuccino(accent: Colour) -> list[Part]:
    """A great cup with a heart in its foam, on a saucer with a biscuit."""
    heart = "M0 -73Q-34 -80 -24 -88Q-12 -95 0 -86Q12 -95 24 -88Q34 -80 0 -73Z"
    return [
        steam((-30, 0, 30), -104, 36),
        (oval(0, -6, 104, 9), WHITE),
        (oval(0, -9, 72, 5), dim(WHITE, 0.07)),
        ("M60 -70Q100 -76 96 -50Q90 -24 46 -26", dim(accent, 0.05), 11),
        ("M-68 -82Q-66 -9 -26 -9H26Q66 -9 68 -82Z", accent),
        ("M30 -80H68Q66 -9 26 -9H8Q40 -36 30 -80Z", dim(accent)),
        (oval(0, -82, 69, 15), accent.lighter(0.08)),
        (oval(0, -82, 61, 11.5), _COFFEE),
        (oval(0, -82, 52, 9), _COFFEE.mix(_FOAM, 0.35)),
        (heart, _FOAM),
        ("M-98 -14L-58 -20", STEEL, 4),
        (box(66, -22, 34, 11, 4), lch(0.74, 0.11, 65)),
    ]


def iron_pot(accent: Colour) -> list[Part]:
    """A low iron teapot with a hoop, two small bowls before it."""
    dots = "".join(
        f"M{x} {y}h0"
        for y, xs in ((-50, range(-54, 60, 18)), (-38, range(-63, 70, 18)), (-26, range(-54, 60, 18)))
        for x in xs
    )
    return [
        steam((96,), -76, 40),
        ("M-56 -60Q-60 -118 0 -118Q60 -118 56 -60", DARK.lighter(0.06), 8),
        ("M-20 -117Q0 -120 20 -117", OAK, 12),
        ("M58 -34Q80 -38 84 -62L100 -70L104 -60Q98 -18 60 -16Z", dim(accent, 0.06)),
        ("M-54 0Q-78 -12 -78 -38Q-76 -70 -36 -72H36Q76 -70 78 -38Q78 -12 54 0Z", accent),
        ("M26 -72H36Q76 -70 78 -38Q78 -12 54 0H16Q66 -34 26 -72Z", dim(accent)),
        (dots, accent.lighter(0.1), 6),
        ("M-34 -72Q-28 -84 0 -84Q28 -84 34 -72Z", accent.lighter(0.06)),
        (oval(0, -89, 8, 7), accent.lighter(0.06)),
    ]


def teabowl() -> list[Part]:
    """A small bowl of green tea."""
    tone = lch(0.62, 0.09, 215)
    return [
        steam((-10, 14), -70, 40),
        ("M-60 -60H60Q54 -8 22 -6V0H-22V-6Q-54 -8 -60 -60Z", tone),
        ("M20 -60H60Q54 -8 22 -6V0H4Q28 -24 20 -60Z", dim(tone)),
        (oval(0, -60, 60, 11), tone.lighter(0.09)),
        (oval(0, -60, 52, 8), lch(0.74, 0.13, 125)),
    ]


def grater() -> list[Part]:
    """A cheese grater beside a lump of cheese."""
    holes = "".join(f"M{x} {y}h0" for y in (-66, -50, -34, -18) for x in (-14, 0, 14))
    return [
        ("M-12 -84Q-12 -100 0 -100Q12 -100 12 -84", DARK, 6),
        ("M-22 -84H22L32 0H-32Z", STEEL),
        ("M8 -84H22L32 0H12Z", dim(STEEL)),
        (holes, dim(STEEL, 0.3), 6),
        ("M40 0V-30L84 -22V0Z", _CHEESE),
        ("M40 -30L84 -22V-28L44 -35Z", lch(0.74, 0.12, 70)),
    ]
