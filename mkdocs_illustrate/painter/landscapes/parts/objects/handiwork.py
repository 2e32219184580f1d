"""What joiners make and menders mend, in a box 100 high that stands on y = 0."""

from __future__ import annotations

from ....kit.colour import Colour, lch
from ....kit.outlines import boxes, oval
from .sketch import DARK, LEAF, OAK, STEEL, TINTS, WHITE, Part, box, dim

_IRON = lch(0.50, 0.03, 250)
_TYRE = lch(0.24, 0.03, 265)


def birdhouse(accent: Colour) -> list[Part]:
    """A birdhouse with a bright roof, on a post of its own."""
    front = "M-42 -6V-58L0 -94L42 -58V-6Z"
    return [
        (box(-52, -8, 104, 8, 3), dim(OAK, 0.1)),
        (front, OAK),
        ("M12 -6V-83L42 -58V-6Z", dim(OAK, 0.06)),
        ("M-20 -6V-76M-31 -6V-67M-9 -6V-85", dim(OAK, 0.05), 1.6),
        ("M-58 -52L0 -100L58 -52", accent, 12),
        ("M6 -95L58 -52", dim(accent), 12),
        (oval(0, -54, 14, 14), DARK),
        ("M0 -26v5", dim(OAK, 0.2), 8),
    ]


def rocking_horse(accent: Colour) -> list[Part]:
    """A wooden rocking horse."""
    mane, wood = lch(0.90, 0.06, 85), OAK
    return [
        ("M-88 -16Q0 14 88 -16", accent, 9),
        ("M-44 -52L-56 -8M-30 -48L-30 -2M30 -48L26 -2M44 -52L56 -8", dim(wood, 0.09), 11),
        ("M-60 -64Q-78 -50 -72 -26", mane, 9),
        (
            (
                "M-58 -70Q-56 -36 0 -38Q50 -38 54 -64Q64 -84 70 -92L92 -82Q98 -90 92 -98L74 -118"
                "L60 -112Q36 -96 30 -76Q0 -66 -58 -70Z"
            ),
            wood,
        ),
        ("M62 -112Q34 -100 26 -74L36 -70Q42 -92 66 -104Z", mane),
        (oval(76, -100, 3.4, 3.4), DARK),
        ("M-22 -71Q0 -62 22 -72L18 -52Q0 -46 -18 -52Z", accent),
        ("M70 -116l2 -12l8 10Z", wood),
    ]


def chair(accent: Colour) -> list[Part]:
    """A chair, newly glued, with one slat painted."""
    wood = OAK
    return [
        ("M-34 -100V0M34 -100V0", dim(wood, 0.08), 8),
        (box(-36, -98, 72, 12, 4), wood),
        (box(-36, -80, 72, 10, 4), accent),
        (box(-36, -64, 72, 10, 4), wood),
        ("M-42 -42V0M42 -42V0", wood, 9),
        ("M-42 -18H42", dim(wood, 0.05), 6),
        (box(-50, -50, 100, 11, 4), accent),
    ]


def bicycle(accent: Colour) -> list[Part]:
    """A bicycle clamped into a stand."""
    wheels = oval(-47, -42, 29, 29) + oval(49, -42, 29, 29)
    rims = oval(-47, -42, 25, 25) + oval(49, -42, 25, 25)
    spokes = "".join(
        f"M{x - a} {-42 - b}L{x + a} {-42 + b}" for x in (-47, 49) for a, b in ((24, 0), (0, 24), (17, 17), (17, -17))
    )
    return [
        ("M-10 -34V-70M-10 -36L-40 0M-10 -36L22 0", _IRON, 6),
        (spokes, STEEL, 0.9),
        (wheels, _TYRE, 5),
        (rims, STEEL, 2),
        ("M-47 -42L-20 -86L38 -88L-2 -40L-47 -42", accent, 5.4),
        ("M-20 -86L-2 -40", accent, 5.4),
        ("M36 -94L40 -78L49 -42", dim(accent), 5),
        ("M36 -94L34 -102L48 -104M34 -102H24", _TYRE, 4.6),
        ("M-20 -86L-24 -98", STEEL, 4),
        ("M-40 -100Q-24 -98 -10 -101", _TYRE, 7),
        (oval(-2, -40, 8, 8), _IRON, 3.6),
        ("M-2 -40L8 -26M3 -26H13", _IRON, 3.6),
        ("M-2 -49L-47 -45M-2 -31L-47 -39", _IRON, 1.6),
    ]


def radio(accent: Colour) -> list[Part]:
    """An old radio, its aerial out."""
    slots = "".join(f"M-62 {y}H-2" for y in (-58, -48, -38, -28, -18))
    return [
        ("M52 -78L88 -122", STEEL, 3),
        ("M-44 -78Q-44 -94 -30 -94H30Q44 -94 44 -78", DARK, 6),
        (box(-84, -80, 168, 80, 12), accent),
        ("M30 -80H72Q84 -80 84 -68V-12Q84 0 72 0H30Z", dim(accent, 0.06)),
        (box(-72, -70, 80, 60, 6), WHITE),
        (slots, dim(WHITE, 0.3), 3),
        (box(18, -68, 54, 22, 4), lch(0.93, 0.08, 92)),
        ("M24 -57H66", DARK, 2),
        ("M50 -66V-48", lch(0.6, 0.2, 28), 2.4),
        (oval(32, -24, 11, 11) + oval(60, -24, 11, 11), DARK),
        ("M32 -30v6M60 -30v6", WHITE, 2.4),
    ]


def plane() -> list[Part]:
    """A hand plane and curls of wood."""
    curl = "M-74 -8q14 -26 30 -8q6 14 -8 14M80 -6q12 -22 26 -6q4 10 -6 10"
    return [
        (curl, lch(0.86, 0.07, 75), 5),
        (box(-64, -30, 128, 30, 4), OAK),
        (boxes([(-64, -9, 128, 9)]), _IRON),
        ("M-10 -30L6 -72H22L12 -30Z", _IRON),
        ("M34 -30Q36 -62 56 -60Q66 -50 52 -30Z", lch(0.50, 0.10, 40)),
        (oval(-44, -40, 12, 12), lch(0.50, 0.10, 40)),
    ]


def vise() -> list[Part]:
    """A vise with a plank in it."""
    return [
        (box(-86, -96, 172, 18, 2), lch(0.84, 0.08, 72)),
        (boxes([(-34, -84, 20, 52), (14, -84, 20, 52), (-40, -38, 86, 24), (-22, -14, 44, 14)]), _IRON),
        ("M46 -26h26M72 -46v40", STEEL, 6),
    ]


def pencils() -> list[Part]:
    """Brushes and pencils in a jar."""
    tips = ((-22, -92, TINTS[0]), (-6, -100, TINTS[2]), (10, -96, TINTS[1]), (24, -86, TINTS[3]))
    sticks: list[Part] = [(f"M{x * 0.5:.0f} -40L{x} {y}", OAK, 6) for x, y, _ in tips]
    heads: list[Part] = [
        (
            f"M{x - 6} {y + 4}Q{x - 4} {y - 12} {x + 1} {y - 14}Q{x + 7} {y - 8} {x + 6} {y + 4}Z",
            tone,
        )
        for x, y, tone in tips
    ]
    return [
        *sticks,
        *heads,
        ("M-28 -48H28L24 0H-24Z", TINTS[2]),
        ("M8 -48H28L24 0H8Z", dim(TINTS[2])),
        ("M-27 -34H27", WHITE, 5),
    ]


def toolbox() -> list[Part]:
    """An open toolbox."""
    red = lch(0.58, 0.17, 27)
    return [
        ("M-50 -52L-58 -92M-20 -52V-98M14 -52L20 -90", OAK, 7),
        ("M-66 -92h16l2 10h-18ZM-30 -98h20v12h-20Z", _IRON),
        ("M20 -96l8 8l-6 6l-8 -6Z", STEEL),
        (box(-84, -56, 168, 56, 5), red),
        (boxes([(-84, -40, 168, 4)]), dim(red, 0.1)),
        (boxes([(30, -56, 54, 56)]), dim(red, 0.05)),
        (box(-18, -34, 36, 16, 4), lch(0.86, 0.1, 88)),
        ("M-70 -56V-78H70V-56", DARK, 5),
    ]


def gluepot() -> list[Part]:
    """A bottle of glue."""
    tone = lch(0.90, 0.06, 90)
    return [
        ("M-5 -100H5L9 -78H-9Z", TINTS[0]),
        ("M-9 -80H9Q26 -74 26 -56V-6Q26 0 20 0H-20Q-26 0 -26 -6V-56Q-26 -74 -9 -80Z", tone),
        (box(-26, -48, 52, 28), TINTS[2]),
        ("M8 -80H9Q26 -74 26 -56V-6Q26 0 20 0H10Z", dim(tone, 0.05)),
    ]


def mug() -> list[Part]:
    """A mug of something hot."""
    return [
        ("M34 -62h14q14 0 14 16v12q0 16 -14 16h-16", dim(TINTS[5]), 10),
        ("M-40 -80H40V-20Q40 0 20 0H-20Q-40 0 -40 -20Z", TINTS[5]),
        ("M10 -80H40V-20Q40 0 20 0H10Z", dim(TINTS[5])),
        (boxes([(-40, -52, 80, 12)]), TINTS[0]),
    ]


def snips() -> list[Part]:
    """A potted succulent."""
    return [
        (
            (
                "M0 -34Q-40 -60 -30 -84Q-10 -70 0 -34ZM0 -34Q40 -60 30 -84Q10 -70 0 -34ZM0 -34"
                "Q-14 -80 0 -100Q14 -80 0 -34Z"
            ),
            LEAF,
        ),
        ("M-30 -42H30L24 0H-24Z", TINTS[0]),
        ("M6 -42H30L24 0H6Z", dim(TINTS[0])),
    ]
