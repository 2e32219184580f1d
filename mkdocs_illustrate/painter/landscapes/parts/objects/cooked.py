"""Pots, fruit and vegetables, coffee and tea, in a box 100 high that stands on y = 0."""

from __future__ import annotations

from ....kit.colour import Colour, lch
from ....kit.outlines import boxes, oval
from .sketch import DARK, LEAF, OAK, STEEL, WHITE, Part, box, dim, steam

_CARROT = lch(0.70, 0.17, 52)
_TOMATO = lch(0.62, 0.19, 28)
_LEMON = lch(0.90, 0.15, 100)
_PEAR = lch(0.82, 0.14, 118)
_PLUM = lch(0.46, 0.13, 330)
_GLASS = lch(0.93, 0.025, 220)
_COFFEE = lch(0.38, 0.06, 45)


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


def espresso(accent: Colour) -> list[Part]:
    """An espresso machine: cups on top, a pouring spout, a gauge."""
    steel, dark = STEEL.lighter(0.02), DARK
    cups = "".join(f"M{x} -112h24v10q0 8 -8 8h-8q-8 0 -8 -8Z" for x in (-58, -28, 2))
    return [
        steam((-20,), -34, 20, 0.14),
        (cups, WHITE),
        (box(-76, -96, 152, 8, 3), steel),
        (box(-72, -90, 144, 34, 7), accent),
        ("M20 -90H65Q72 -90 72 -83V-63Q72 -56 65 -56H20Z", dim(accent)),
        (boxes([(36, -58, 32, 46), (-66, -58, 16, 46)]), dim(accent, 0.1)),
        (boxes([(-50, -58, 86, 46)]), dark.lighter(0.16)),
        (box(-84, -14, 168, 14, 5), steel),
        (box(-70, -14, 100, 4), dim(steel, 0.3)),
        (oval(-48, -73, 11, 11) + oval(-18, -73, 11, 11), WHITE),
        ("M-48 -73l5 -6M-18 -73l-5 -6", _TOMATO, 3),
        ("M14 -78h0M14 -67h0", WHITE, 7),
        (box(-38, -58, 38, 9, 2), steel),
        ("M-6 -52H40", dark, 8),
        ("M-26 -49v9M-13 -49v9", _COFFEE, 4),
        ("M-36 -36H-4V-24Q-4 -15 -14 -15H-26Q-36 -15 -36 -24Z", WHITE),
        ("M-3 -32q9 1 7 8q-2 4 -8 4", WHITE, 4),
        ("M70 -70Q92 -68 90 -44L84 -20", steel, 5),
        (box(48, -40, 8, 20, 3), steel),
    ]


def pour_over(accent: Colour) -> list[Part]:
    """A glass jug with a filter, coffee running through."""
    return [
        steam((-14, 14), -112, 30),
        ("M-46 -112H46L14 -62V-50Q52 -36 48 -8Q46 0 36 0H-36Q-46 0 -48 -8Q-52 -36 -14 -50V-62Z", _GLASS),
        ("M-50 -24Q-48 -4 -36 -3H36Q48 -4 50 -24Z", _COFFEE),
        ("M-40 -106H40L10 -66H-10Z", WHITE),
        ("M-34 -100H34L26 -90H-26Z", _COFFEE.lighter(0.1)),
        (box(-24, -66, 48, 20, 6), accent),
        ("M-24 -56H24", dim(accent, 0.14), 3.4),
        ("M-34 -20Q-32 -8 -26 -6", WHITE, 3),
    ]


def gooseneck() -> list[Part]:
    """A kettle with a thin spout."""
    tone = lch(0.44, 0.04, 250)
    return [
        ("M-36 -30Q-70 -30 -70 -64Q-70 -80 -88 -80", tone, 8),
        ("M40 -78Q86 -78 82 -44Q78 -20 48 -24", dim(tone, 0.08), 9),
        ("M-46 0L-38 -74H38L46 0Z", tone),
        ("M12 0V-74H38L46 0Z", dim(tone, 0.06)),
        ("M-30 -74Q-28 -88 0 -88Q28 -88 30 -74Z", tone.lighter(0.06)),
        (oval(0, -93, 6, 6), OAK),
    ]


def grinder() -> list[Part]:
    """A coffee mill with a crank and a drawer."""
    wood = lch(0.60, 0.10, 50)
    return [
        ("M0 -70V-94H46M46 -94v-8", DARK, 5),
        (oval(46, -102, 8, 7), wood),
        ("M-30 -52Q-26 -78 0 -78Q26 -78 30 -52Z", STEEL),
        (box(-40, -52, 80, 48, 4), wood),
        (boxes([(12, -52, 28, 48)]), dim(wood, 0.06)),
        (box(-26, -30, 52, 20, 3), wood.lighter(0.07)),
        (oval(0, -20, 5, 5), DARK),
        (box(-46, -6, 92, 6, 2), dim(wood, 0.12)),
    ]


def beans() -> list[Part]:
    """A paper bag of coffee beans, some of them spilt."""
    paper = lch(0.66, 0.09, 60)
    return [
        ("M-32 0V-84H32V0Z", paper),
        ("M10 0V-84H32V0Z", dim(paper, 0.05)),
        ("M-32 -84H32V-98H-32Z", dim(paper, 0.1)),
        (oval(0, -44, 17, 22), WHITE),
        (oval(0, -44, 9, 13), _COFFEE),
        ("M2 -55q-6 10 -1 22", WHITE, 2.4),
        ("".join(oval(x, -5, 7, 5) for x in (44, 60, 72, -46)), _COFFEE),
    ]


def cup(tone: Colour) -> list[Part]:
    """A steaming cup on its saucer."""
    return [
        steam((-14, 14), -84, 36),
        (oval(0, -5, 72, 8), dim(tone, 0.05)),
        ("M40 -62h12q14 2 12 18q-3 16 -24 14", dim(tone, 0.05), 8),
        ("M-44 -72H44Q44 -8 18 -8H-18Q-44 -8 -44 -72Z", tone),
        ("M14 -72H44Q44 -8 18 -8H8Q20 -30 14 -72Z", dim(tone)),
    ]


def teapot(accent: Colour) -> list[Part]:
    """A round teapot with painted leaves."""
    leaves = (
        "M-26 -38q-16 -4 -18 -20q16 2 18 20ZM-22 -38q4 -16 20 -20q-2 16 -20 20ZM10 -30"
        "q-14 -6 -14 -20q14 4 14 20ZM12 -30q6 -14 20 -16q-4 14 -20 16Z"
    )
    return [
        steam((86,), -86, 34),
        ("M-54 -58Q-98 -66 -94 -34Q-88 -12 -54 -18", dim(accent, 0.05), 11),
        ("M46 -24Q72 -30 74 -66L90 -76L96 -66Q92 -14 48 -8Z", dim(accent, 0.05)),
        ("M-36 0Q-66 -12 -66 -42Q-62 -80 0 -80Q62 -80 66 -42Q66 -12 36 0Z", accent),
        ("M20 -78Q62 -74 66 -42Q66 -12 36 0H12Q56 -36 20 -78Z", dim(accent)),
        ("M-34 -78Q-30 -92 0 -92Q30 -92 34 -78Z", accent.lighter(0.06)),
        (oval(0, -98, 9, 8), accent.lighter(0.06)),
        (leaves, WHITE),
    ]


def caddy() -> list[Part]:
    """A tea tin."""
    tone = lch(0.52, 0.09, 175)
    return [
        (box(-34, -84, 68, 84, 5), tone),
        (boxes([(10, -84, 24, 84)]), dim(tone, 0.05)),
        (box(-28, -98, 56, 16, 4), lch(0.82, 0.11, 85)),
        (oval(0, -42, 22, 22), WHITE),
        ("M0 -28q-16 -12 0 -30q16 18 0 30Z", LEAF),
    ]


def biscuits() -> list[Part]:
    """A plate of biscuits and half a lemon."""
    tone = lch(0.78, 0.11, 70)
    return [
        (oval(0, -6, 104, 10), WHITE),
        ("".join(oval(x, y, 30, 9) for x, y in ((-40, -16), (20, -16), (-30, -30), (28, -30), (-4, -44))), tone),
        ("M-50 -18h4M-34 -20h4M10 -18h4M30 -16h4M-38 -33h4M-20 -31h4M22 -32h4M-10 -46h4M6 -45h4", _COFFEE, 4),
        (oval(74, -26, 20, 20), _LEMON),
        (oval(74, -26, 15, 15), _LEMON.lighter(0.05)),
    ]
