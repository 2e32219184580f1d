"""What potters, painters and tailors make, in a box 100 high that stands on y = 0."""

from __future__ import annotations

from ....kit.colour import Colour, lch
from ....kit.outlines import boxes, oval
from .sketch import DARK, LEAF, OAK, STEEL, TINTS, WHITE, Part, box, dim

_CLAY = lch(0.74, 0.08, 50)
_SKY = lch(0.88, 0.06, 215)


def wheel(accent: Colour) -> list[Part]:
    """A potter's wheel with a vase growing on it."""
    frame = lch(0.46, 0.05, 250)
    vase = (
        "M-17 -118H17Q20 -110 13 -104Q8 -94 22 -84Q38 -70 18 -44H-18Q-38 -70 -22 -84Q-8 -94 -13 -104Q-20 -110 -17 -118Z"
    )
    shade = "M5 -118H17Q20 -110 13 -104Q8 -94 22 -84Q38 -70 18 -44H3Q28 -70 8 -88Q-2 -98 5 -118Z"
    return [
        ("M-44 -24L-52 0M44 -24L52 0", frame, 8),
        (boxes([(-8, -30, 16, 30)]), frame),
        (box(-54, -8, 108, 9, 4), dim(frame, 0.05)),
        (box(-62, -40, 124, 18, 5), dim(OAK, 0.08)),
        (box(-62, -40, 124, 7, 3), OAK),
        (oval(0, -43, 40, 6), STEEL),
        (vase, accent),
        (shade, dim(accent)),
        ("M-29 -70Q0 -64 29 -70M-26 -61Q0 -55 26 -61", accent.lighter(0.11), 2.6),
        (oval(0, -118, 17, 3.6), dim(accent, 0.14)),
        (box(-58, -50, 22, 12, 3), _CLAY),
    ]


def pots(accent: Colour) -> list[Part]:
    """Three glazed pots, the middle one large."""

    def vase(x: float, tone: Colour, s: float) -> list[Part]:
        d = (
            f"M{x - 16 * s:.1f} {-100 * s:.1f}H{x + 16 * s:.1f}"
            f"Q{x + 18 * s:.1f} {-84 * s:.1f} {x + 14 * s:.1f} {-78 * s:.1f}"
            f"Q{x + 52 * s:.1f} {-50 * s:.1f} {x + 22 * s:.1f} 0H{x - 22 * s:.1f}"
            f"Q{x - 52 * s:.1f} {-50 * s:.1f} {x - 14 * s:.1f} {-78 * s:.1f}"
            f"Q{x - 18 * s:.1f} {-84 * s:.1f} {x - 16 * s:.1f} {-100 * s:.1f}Z"
        )
        stripe = f"M{x - 34 * s:.1f} {-44 * s:.1f}Q{x:.1f} {-36 * s:.1f} {x + 34 * s:.1f} {-44 * s:.1f}"
        return [(d, tone), (stripe, tone.lighter(0.13), 6 * s), (stripe, WHITE, 1.6 * s)]

    return [*vase(-58, TINTS[2], 0.62), *vase(60, TINTS[1], 0.7), *vase(0, accent, 1.0)]


def easel(accent: Colour) -> list[Part]:
    """An easel with a half-finished landscape on it."""
    green, lake = lch(0.66, 0.11, 150), lch(0.66, 0.10, 235)
    return [
        *_stand(),
        (oval(16, -72, 9, 9), accent),
        ("M-40 -34V-60L-22 -76L-8 -60L4 -70L26 -50L40 -58V-34Z", lch(0.62, 0.09, 290)),
        ("M-40 -32V-52Q-16 -60 8 -48T40 -50V-32Z", green),
        ("M-24 -32Q-8 -42 14 -40T40 -38V-32Z", lake),
        ("M-30 -42v-9M-23 -40v-8", dim(green, 0.2), 5),
        ("M30 -32H40V-36Z", WHITE),
        *_ledge(),
    ]


def bouquet(accent: Colour) -> list[Part]:
    """An easel with a still life of flowers."""
    blooms = (
        (-18, -66, accent),
        (2, -78, TINTS[1]),
        (20, -64, accent),
        (-4, -60, TINTS[4]),
        (12, -50, TINTS[1]),
    )
    return [
        *_stand(),
        (box(-40, -44, 80, 12), lch(0.86, 0.06, 72)),
        ("M0 -46L-18 -66M0 -46L2 -76M0 -46L20 -64", LEAF, 3),
        ("M-8 -52q-24 0 -26 -14q20 0 26 14ZM8 -52q24 -2 26 -12q-20 -2 -26 12Z", LEAF),
        *((oval(x, y, 9, 9), tone) for x, y, tone in blooms),
        (oval(-18, -66, 3, 3) + oval(2, -78, 3, 3) + oval(20, -64, 3, 3), WHITE),
        ("M-12 -48H12L8 -34H-8Z", lch(0.52, 0.11, 245)),
        *_ledge(),
    ]


def _stand() -> list[Part]:
    return [
        ("M-5 -100L-40 0M5 -100L40 0", dim(OAK, 0.12), 5),
        ("M0 -104V-10", dim(OAK, 0.06), 6),
        (box(-44, -92, 88, 64), WHITE),
        (box(-40, -88, 80, 56), _SKY),
    ]


def _ledge() -> list[Part]:
    return [(box(-48, -29, 96, 6, 2), OAK), (box(-9, -98, 18, 8, 2), OAK)]


def sewing(accent: Colour) -> list[Part]:
    """A sewing machine with cloth under its needle."""
    tone, gold = lch(0.40, 0.07, 235), lch(0.82, 0.11, 85)
    return [
        ("M-10 -94v-14h20v14Z", gold),
        (box(-8, -108, 16, 14, 2), accent),
        (oval(88, -70, 9, 21), DARK),
        (box(-92, -14, 184, 14, 4), OAK),
        (box(36, -76, 40, 64, 8), tone),
        (box(-72, -94, 152, 32, 13), tone),
        (box(-72, -78, 30, 40, 6), tone),
        ("M50 -94H66Q80 -94 80 -80V-12H58V-62H40Z", dim(tone, 0.05)),
        ("M-57 -38V-16", STEEL, 4),
        (box(-64, -20, 16, 5), STEEL),
        ("M-44 -78H26", gold, 3),
        (oval(50, -78, 7, 7), gold),
        ("M-108 -16Q-60 -22 -22 -15L-34 34L-56 26L-80 38L-108 26Z", accent),
        ("M-90 -12L-92 24M-66 -14L-66 24M-44 -14L-48 22", accent.lighter(0.1), 3),
        ("M1 -94L-56 -70", accent, 1.4),
    ]


def clay() -> list[Part]:
    """A block of clay with a wire, and tools in a pot."""
    return [
        (box(-70, -46, 92, 46, 8), _CLAY),
        (boxes([(0, -42, 22, 42)]), dim(_CLAY)),
        ("M36 -30L30 -86M48 -30L50 -96M60 -30L70 -84", OAK, 5),
        ("M26 -34H70L64 0H32Z", TINTS[3]),
        ("M-56 -46L-40 -62L-10 -58L2 -46", _CLAY.lighter(0.05), 3),
    ]


def paints() -> list[Part]:
    """A palette with dabs of paint."""
    dabs = zip(
        ((-52, -16), (-24, -26), (8, -28), (38, -22), (56, -10)),
        (TINTS[0], TINTS[1], TINTS[3], TINTS[2], TINTS[4]),
        strict=True,
    )
    return [
        (
            "M-84 -10Q-76 -40 0 -40Q80 -38 84 -14Q78 0 40 0Q20 0 10 -8Q-4 2 -40 2Q-78 2 -84 -10Z",
            lch(0.80, 0.07, 66),
        ),
        *((oval(x, y, 10, 5), tone) for (x, y), tone in dabs),
    ]


def yarn() -> list[Part]:
    """Balls of wool and a pair of scissors."""
    balls = ((-40, 27, TINTS[4]), (16, 33, TINTS[2]), (62, 23, TINTS[1]))
    parts: list[Part] = []
    for x, r, tone in balls:
        parts += [
            (oval(x, -r, r, r), tone),
            (
                (
                    f"M{x - r * 0.8:.0f} {-r * 1.3:.0f}"
                    f"Q{x} {-r * 1.9:.0f} {x + r * 0.8:.0f} {-r * 1.2:.0f}"
                    f"M{x - r * 0.9:.0f} {-r * 0.8:.0f}"
                    f"Q{x} {-r * 1.5:.0f} {x + r * 0.9:.0f} {-r * 0.7:.0f}"
                    f"M{x - r * 0.7:.0f} {-r * 0.4:.0f}"
                    f"Q{x} {-r:.0f} {x + r * 0.8:.0f} {-r * 0.4:.0f}"
                ),
                dim(tone, 0.09),
                2.6,
            ),
        ]
    return [*parts, ("M-90 -4Q-120 -12 -96 -26", TINTS[4], 2.6)]
