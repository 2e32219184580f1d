"""What stands on a desk, in a box 100 high that stands on y = 0."""

from __future__ import annotations

from ....kit.colour import Colour, lch
from ....kit.outlines import boxes, oval
from .sketch import DARK, LEAF, OAK, STEEL, TINTS, WHITE, Part, box, dim

_SCREEN = lch(0.93, 0.035, 230)


def laptop(accent: Colour) -> list[Part]:
    """An open laptop with a page and a chart on its screen."""
    lines = "M-44 -64H-8M-44 -54H-16M-44 -44H-10M-44 -34H-22"
    bars = [(10, -34, 8, 12), (22, -46, 8, 24), (34, -40, 8, 18)]
    return [
        (box(-66, -96, 132, 86, 6), DARK),
        (box(-60, -90, 120, 72, 2), _SCREEN),
        (boxes([(-60, -90, 120, 11)]), accent),
        ("M-54 -84.500h0M-46 -84.500h0M-38 -84.500h0", WHITE, 4),
        (lines, lch(0.72, 0.05, 250), 3.4),
        (boxes(bars), accent),
        ("M8 -58L20 -66L32 -60L46 -70", LEAF, 3),
        ("M-80 -12H80L92 -3Q92 0 88 0H-88Q-92 0 -92 -3Z", STEEL),
        ("M-18 -12H18V-9H-18Z", dim(STEEL, 0.12)),
    ]


def monitor(accent: Colour) -> list[Part]:
    """A wide screen with a landscape on it, a keyboard before it."""
    return [
        ("M-10 -22H10L14 -6H-14Z", dim(STEEL, 0.1)),
        (box(-34, -9, 68, 6, 3), STEEL),
        (box(-88, -104, 176, 84, 6), DARK),
        (box(-82, -98, 164, 72, 2), lch(0.84, 0.08, 225)),
        (oval(36, -74, 12, 12), accent),
        ("M-82 -26V-54L-52 -80L-26 -56L-8 -68L26 -40L82 -26Z", lch(0.60, 0.10, 275)),
        ("M-82 -26V-40Q-30 -52 10 -38T82 -44V-26Z", lch(0.66, 0.11, 160)),
        (box(-56, -5, 96, 6, 2), WHITE),
        ("M-50 -2.400H34", dim(WHITE, 0.14), 1.6),
        (box(52, -5, 16, 6, 3), WHITE),
    ]


def typewriter(accent: Colour) -> list[Part]:
    """A typewriter with a sheet of paper half written."""
    lines = "M-30 -110H26M-30 -100H30M-30 -90H18M-30 -80H28"
    keys = "".join(f"M{x + 5 * (k % 2)} {-24 + 9 * k}h0" for k in range(3) for x in range(-56, 56, 11))
    return [
        (box(-42, -122, 84, 72, 2), WHITE),
        (lines, lch(0.70, 0.04, 260), 3),
        (box(-78, -70, 156, 14, 7), DARK),
        ("M-86 -63H-78M78 -63H86", STEEL, 10),
        ("M-66 -60H66L74 -32H-74Z", accent),
        ("M34 -60H66L74 -32H40Z", dim(accent)),
        (box(-40, -56, 80, 12, 3), dim(accent, 0.14)),
        ("M-76 -34H76L88 0H-88Z", accent.lighter(0.05)),
        ("M-64 -29H64L72 -2H-72Z", dim(accent, 0.16)),
        (keys, WHITE, 6.4),
    ]


def writing(accent: Colour) -> list[Part]:
    """An open book leaning on a stack of others, a pen in an inkwell."""
    return [
        (box(-70, -12, 140, 12, 3), lch(0.52, 0.10, 250)),
        (box(-60, -24, 124, 12, 3), TINTS[1]),
        (box(-66, -36, 118, 12, 3), lch(0.60, 0.10, 165)),
        ("M-26 -36L-8 -60H8L26 -36Z", dim(OAK, 0.1)),
        (box(-54, -49, 108, 6, 2), OAK),
        ("M0 -44Q-30 -56 -74 -50V-104Q-30 -110 0 -98Q30 -110 74 -104V-50Q30 -56 0 -44Z", accent),
        ("M0 -48Q-30 -58 -68 -54V-108Q-30 -112 0 -100Z", WHITE),
        ("M0 -48Q30 -58 68 -54V-108Q30 -112 0 -100Z", dim(WHITE, 0.04)),
        (
            (
                "M-58 -96Q-34 -99 -12 -92M-58 -84Q-34 -87 -12 -80M-58 -72Q-34 -75 -12 -68M58 -96"
                "Q34 -99 12 -92M58 -84Q34 -87 12 -80M58 -72Q40 -74 30 -72"
            ),
            lch(0.72, 0.04, 260),
            3,
        ),
    ]


def lamp() -> list[Part]:
    """A desk lamp with a jointed arm."""
    tone = lch(0.46, 0.07, 250)
    return [
        (box(-26, -7, 52, 7, 3), tone),
        ("M0 -4L-22 -52L16 -86", tone, 5),
        (oval(-22, -52, 5, 5), STEEL),
        (oval(37, -72, 9, 8), lch(0.97, 0.07, 92)),
        ("M8 -98L30 -102L58 -76L22 -60Q6 -76 8 -98Z", tone),
        ("M30 -102L58 -76L42 -69Z", dim(tone)),
    ]


def books() -> list[Part]:
    """A stack of books with an apple on it."""
    return [
        (box(-52, -18, 104, 18, 3), TINTS[2]),
        (box(-44, -36, 96, 18, 3), TINTS[0]),
        (box(-50, -52, 88, 16, 3), TINTS[3]),
        ("M-52 -9H52M-44 -27H52", WHITE, 3),
        (oval(-6, -68, 17, 16), lch(0.62, 0.19, 28)),
        ("M-6 -84v-8", DARK, 3),
        ("M-4 -88q10 -10 18 -2q-8 8 -18 2Z", LEAF),
    ]


def globe() -> list[Part]:
    """A globe on its foot."""
    return [
        (box(-24, -6, 48, 6, 3), dim(OAK, 0.12)),
        ("M0 -6V-18", dim(OAK, 0.12), 6),
        (oval(0, -58, 38, 38), lch(0.70, 0.10, 228)),
        ("M-24 -84Q4 -94 8 -70Q-6 -58 -12 -46Q-30 -60 -24 -84Z", LEAF),
        ("M8 -52Q32 -60 28 -42Q18 -26 8 -34Z", LEAF),
        ("M-28 -92A46 46 0 1 0 40 -36", dim(OAK, 0.08), 4),
    ]


def clock() -> list[Part]:
    """An alarm clock."""
    return [
        ("M-24 -10L-32 0M24 -10L32 0", DARK, 6),
        (oval(-26, -82, 14, 11) + oval(26, -82, 14, 11), TINTS[0]),
        (oval(0, -46, 42, 42), TINTS[0]),
        (oval(0, -46, 34, 34), WHITE),
        ("M0 -68V-46L14 -38", DARK, 5),
    ]


def frame() -> list[Part]:
    """A small picture on its stand."""
    return [
        (box(-40, -96, 80, 96, 4), OAK),
        (boxes([(-32, -88, 64, 80)]), WHITE),
        ("M-32 -8V-40Q-10 -64 6 -42Q18 -58 32 -46V-8Z", LEAF),
        (oval(10, -68, 10, 10), TINTS[1]),
    ]
