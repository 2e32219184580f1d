"""What a baker needs, in a box 100 high that stands on y = 0."""

from __future__ import annotations

from .....kit.colour import lch
from .....kit.outlines import boxes, oval
from ..sketch import DARK, OAK, STEEL, WHITE, Part, box, dim

CRUST = lch(0.68, 0.13, 58)
_BUTTER = lch(0.91, 0.11, 96)
_WHEAT = lch(0.80, 0.12, 82)


def flour() -> list[Part]:
    """A paper bag of flour with an ear of wheat on it."""
    paper = lch(0.93, 0.035, 85)
    ear = "M0 -22V-62" + "".join(f"M0 {y}l{s * 8} -8" for y in (-34, -44, -54) for s in (-1, 1))
    return [
        ("M-32 0V-78L-36 -100L-24 -94L-12 -100L0 -94L12 -100L24 -94L36 -100L32 -78V0Z", paper),
        ("M12 0V-94L12 -100L24 -94L36 -100L32 -78V0Z", dim(paper, 0.05)),
        (box(-22, -70, 44, 54, 4), _WHEAT.lighter(0.08)),
        (ear, dim(CRUST, 0.06), 4),
    ]


def pin() -> list[Part]:
    """A rolling pin on the table."""
    return [
        ("M-100 -20H100", dim(OAK, 0.14), 14),
        (box(-72, -40, 144, 40, 12), OAK),
        (box(-72, -16, 144, 16, 8), dim(OAK, 0.06)),
    ]


def milk() -> list[Part]:
    """A bottle of milk."""
    glass = lch(0.92, 0.025, 220)
    return [
        ("M-12 -92H12V-72Q24 -62 24 -48V-5Q24 0 19 0H-19Q-24 0 -24 -5V-48Q-24 -62 -12 -72Z", glass),
        ("M-20 -54H20V-7Q20 -4 17 -4H-17Q-20 -4 -20 -7Z", WHITE),
        (box(-14, -100, 28, 12, 3), lch(0.66, 0.1, 238)),
    ]


def eggs() -> list[Part]:
    """A bowl of eggs."""
    tones = (lch(0.90, 0.04, 70), lch(0.82, 0.07, 60), lch(0.94, 0.03, 80))
    places = ((-34, -60), (36, -60), (0, -68))
    return [
        *(
            ((f"M{x - 22} {y + 10}Q{x - 20} {y - 28} {x} {y - 30}Q{x + 20} {y - 28} {x + 22} {y + 10}Z"), tone)
            for (x, y), tone in zip(places, tones, strict=True)
        ),
        ("M-78 -52H78Q72 -6 30 -4V0H-30V-4Q-72 -6 -78 -52Z", lch(0.70, 0.09, 232)),
        ("M24 -52H78Q72 -6 30 -4V0H6Q28 -20 24 -52Z", lch(0.63, 0.09, 232)),
    ]


def butter() -> list[Part]:
    """Butter under no bell, on its dish, a knife beside it."""
    return [
        (oval(0, -6, 96, 10), WHITE),
        (box(-52, -50, 104, 42, 5), _BUTTER),
        (boxes([(24, -50, 28, 42)]), dim(_BUTTER, 0.05)),
        ("M-70 -14L-112 -58", DARK, 9),
        ("M-60 -6L-74 -20", STEEL, 11),
    ]
