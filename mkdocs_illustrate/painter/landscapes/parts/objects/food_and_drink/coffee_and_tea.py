"""Coffee, tea and biscuits, in a box 100 high that stands on y = 0."""

from __future__ import annotations

from .....kit.colour import Colour, lch
from .....kit.outlines import boxes, oval
from ..sketch import DARK, LEAF, OAK, STEEL, WHITE, Part, box, dim, steam

_TOMATO = lch(0.62, 0.19, 28)
_LEMON = lch(0.90, 0.15, 100)
_GLASS = lch(0.93, 0.025, 220)
_COFFEE = lch(0.38, 0.06, 45)
_FOAM = lch(0.95, 0.03, 75)
_CREMA = lch(0.46, 0.08, 48)


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
        (oval(0, -82, 61, 11.5), _CREMA),
        (oval(0, -82, 52, 9), _CREMA.mix(_FOAM, 0.35)),
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
