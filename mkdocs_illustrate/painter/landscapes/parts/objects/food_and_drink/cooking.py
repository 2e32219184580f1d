"""Pots, fruit and vegetables, in a box 100 high that stands on y = 0."""

from __future__ import annotations

from .....kit.colour import Colour, lch
from .....kit.outlines import boxes, oval
from ..sketch import DARK, LEAF, OAK, STEEL, WHITE, Part, box, dim, steam

_CARROT = lch(0.70, 0.17, 52)
_TOMATO = lch(0.62, 0.19, 28)
_LEMON = lch(0.90, 0.15, 100)
_PEAR = lch(0.82, 0.14, 118)
_PLUM = lch(0.46, 0.13, 330)


def pot(accent: Colour) -> list[Part]:
    """A big pot, its lid askew, a ladle in it, steam above."""
    return [
        steam((-44, -10, 26), -84, 50),
        ("M40 -60L66 -112", STEEL.lighter(-0.08), 6),
        ("M-62 -66L34 -90L40 -80L-58 -60Z", accent.lighter(0.06)),
        ("M-14 -76l-2 -14l16 -4l2 14Z", DARK),
        ("M-92 -52H-62M62 -52H92", DARK, 9),
        ("M-72 -66H72V-14Q72 0 58 0H-58Q-72 0 -72 -14Z", accent),
        ("M24 -66H72V-14Q72 0 58 0H24Z", dim(accent)),
        (box(-78, -72, 156, 11, 5), accent.lighter(0.07)),
        ("M-56 -50V-18", accent.lighter(0.1), 7),
    ]


def casserole(accent: Colour) -> list[Part]:
    """A wide pan full of stew, seen a little from above."""
    soup = lch(0.72, 0.15, 58)
    bits = (
        (-46, -58, _CARROT),
        (-16, -64, LEAF),
        (14, -57, _CARROT),
        (44, -61, LEAF),
        (-30, -52, _LEMON),
        (28, -66, _TOMATO),
        (0, -52, LEAF),
        (56, -54, _TOMATO),
        (-60, -62, _TOMATO),
    )
    return [
        steam((-40, 0, 40), -78, 50),
        ("M-112 -46H-84M84 -46H112", DARK, 11),
        ("M-92 -58Q-90 0 -66 0H66Q90 0 92 -58Z", accent),
        ("M30 -58H92Q90 0 66 0H24Q46 -24 30 -58Z", dim(accent)),
        (oval(0, -58, 94, 17), accent.lighter(0.08)),
        (oval(0, -58, 84, 13), soup),
        *((oval(x, y, 9, 5), tone) for x, y, tone in bits),
        ("M34 -62L78 -112", OAK, 8),
        (oval(36, -62, 13, 6), OAK),
    ]


def chopped() -> list[Part]:
    """A board with carrots, an onion and tomatoes."""
    carrots = "M-88 -14L-16 -24Q-8 -16 -16 -10Z M-78 -30L-22 -38Q-14 -30 -22 -24Z"
    tops = "M-16 -18q16 -16 30 -12q-10 12 -30 12ZM-22 -32q14 -20 28 -18q-6 14 -28 18Z"
    return [
        (box(-100, -10, 200, 10, 4), OAK),
        (carrots, _CARROT),
        (tops, LEAF),
        (oval(44, -30, 24, 22), _TOMATO),
        ("M36 -52l8 6l8 -6l-4 8h-8Z", LEAF),
        (oval(78, -24, 18, 16), _TOMATO),
        ("M84 -40l-6 4l-4 -4Z", LEAF),
    ]


def mill() -> list[Part]:
    """A pepper mill."""
    wood = lch(0.56, 0.10, 48)
    return [
        ("M-20 0V-26Q-8 -44 -18 -60H18Q8 -44 20 -26V0Z", wood),
        ("M4 0V-60H18Q8 -44 20 -26V0Z", dim(wood, 0.05)),
        (box(-20, -70, 40, 8, 3), STEEL),
        (oval(0, -82, 17, 14), wood),
        (oval(0, -98, 6, 5), STEEL),
    ]


def oil() -> list[Part]:
    """A bottle of oil."""
    tone = lch(0.70, 0.13, 112)
    return [
        (box(-7, -100, 14, 10, 3), OAK),
        ("M-8 -92H8V-66Q24 -58 24 -40V-5Q24 0 19 0H-19Q-24 0 -24 -5V-40Q-24 -58 -8 -66Z", tone),
        ("M4 -92H8V-66Q24 -58 24 -40V-5Q24 0 19 0H6Z", dim(tone)),
        (box(-24, -34, 48, 20), WHITE),
    ]


def fruit_bowl(accent: Colour) -> list[Part]:
    """A broad bowl heaped with fruit."""
    rounds = (
        (-54, -66, 25, _TOMATO),
        (54, -66, 25, _PEAR),
        (-22, -84, 25, lch(0.76, 0.16, 62)),
        (20, -80, 26, _TOMATO.turned(8)),
        (0, -62, 26, _LEMON),
        (-2, -104, 20, _PEAR),
        (42, -92, 16, _PLUM),
        (74, -60, 15, _PLUM),
        (58, -82, 15, _PLUM.lighter(0.04)),
    )
    shine = "".join(oval(x - r * 0.32, y - r * 0.34, r * 0.22, r * 0.16) for x, y, r, _ in rounds)
    return [
        ("M-88 -52Q-96 -96 -58 -112Q-78 -88 -62 -54Z", _LEMON.turned(-8)),
        *((oval(x, y, r, r), t) for x, y, r, t in rounds),
        (shine, WHITE),
        ("M-22 -108v-9M20 -106v-8M-2 -124v-8M-54 -91v-8", dim(OAK, 0.3), 3.4),
        ("M-22 -114q16 -12 26 -2q-14 8 -26 2ZM-2 -130q-16 -10 -24 2q14 6 24 -2Z", LEAF),
        ("M-100 -56H100Q92 -8 36 -5V0H-36V-5Q-92 -8 -100 -56Z", accent),
        ("M36 -56H100Q92 -8 36 -5V0H10Q44 -22 36 -56Z", dim(accent)),
        ("M-96 -46H96", accent.lighter(0.12), 5),
    ]


def crate(accent: Colour) -> list[Part]:
    """A market crate of vegetables: leaves, carrots, tomatoes, an aubergine, corn."""
    greens = "".join(
        f"M{x} -46Q{x - 34} {-84 - k} {x - 8} {-112 - k}Q{x + 28} {-92 - k} {x} -46Z"
        for x, k in ((-66, 0), (-44, 8), (56, 2))
    )
    carrots = "".join(f"M{x - 9} -46L{x + k} -84L{x + 13} -46Z" for x, k in ((14, 4), (30, 8), (-2, 0)))
    tufts = "".join(f"M{x} -82q-12 -18 -4 -30M{x} -82q2 -18 10 -26M{x} -82q10 -10 20 -12" for x in (4, 18, 38))
    wood = lch(0.76, 0.09, 68)
    return [
        (greens, LEAF),
        ("M-60 -50Q-66 -84 -70 -100M-40 -50V-104M58 -50V-98", LEAF.lighter(0.12), 3),
        (tufts, dim(LEAF, 0.06), 4),
        (carrots, _CARROT),
        ("M84 -46Q98 -96 80 -104Q58 -96 66 -46Z", _PLUM),
        ("M72 -104q8 -12 18 0Z", LEAF),
        ("".join(oval(x, y, 15, 14) for x, y in ((-22, -56), (-34, -70), (-12, -74), (44, -56))), _TOMATO),
        (box(-96, -50, 192, 50, 3), wood),
        (boxes([(-96, -34, 192, 3), (-96, -17, 192, 3)]), dim(wood, 0.14)),
        (boxes([(-90, -50, 12, 50), (78, -50, 12, 50)]), dim(wood, 0.07)),
        (box(-34, -30, 68, 16, 6), accent),
    ]


def melon() -> list[Part]:
    """Half a melon and a lemon."""
    return [
        ("M-78 -66A70 66 0 0 0 62 -66Z", lch(0.58, 0.13, 150)),
        ("M-70 -66A62 57 0 0 0 54 -66Z", WHITE),
        ("M-64 -66A56 50 0 0 0 48 -66Z", lch(0.68, 0.18, 20)),
        ("M-36 -52v5M-10 -46v5M16 -52v5M-22 -32v5M4 -30v5", DARK, 5),
        ("M64 -18Q66 -40 92 -38Q116 -32 120 -18Q112 0 92 0Q68 2 64 -18Z", _LEMON),
    ]
