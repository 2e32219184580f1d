"""A dog and a cat that sit and look at us, in a box 100 high that stands on y = 0."""

from __future__ import annotations

from ....kit.colour import Colour, lch
from ....kit.outlines import oval
from ..objects.sketch import DARK, WHITE, Part, dim

_NOSE = lch(0.26, 0.03, 40)
_ROSE = lch(0.74, 0.11, 15)


def dog(coat: Colour, bib: Colour, accent: Colour) -> list[Part]:
    """A sitting dog with hanging ears, a collar and a wagging tail."""
    ear, shade = dim(coat, 0.11), dim(coat, 0.06)
    return [
        ("M-30 -10Q-54 -12 -58 -36", coat, 9),
        ("M-14 0Q-46 6 -42 -20Q-38 -34 -24 -36L24 -36Q38 -34 42 -20Q46 6 14 0Z", shade),
        ("M-22 -4Q-28 -44 -18 -60H18Q28 -44 22 -4Z", coat),
        ("M-12 -30Q-14 -52 -8 -60H8Q14 -52 12 -30Q6 -18 0 -18Q-6 -18 -12 -30Z", bib),
        ("M-12 -9V-30M12 -9V-30", coat, 15),
        ("M0 -3V-24", shade, 2),
        (oval(-13, -4, 10, 5) + oval(13, -4, 10, 5), bib),
        (oval(-36, -4, 11, 5) + oval(36, -4, 11, 5), bib),
        ("M-17 -57Q0 -49 17 -57", accent, 5.4),
        (oval(0, -51, 4.2, 4.2), lch(0.86, 0.13, 90)),
        ("M-24 -80Q-26 -102 0 -102Q26 -102 24 -80Q26 -60 0 -58Q-26 -60 -24 -80Z", coat),
        ("M-5 -101Q0 -103 5 -101Q4 -88 12 -80Q18 -62 0 -60Q-18 -62 -12 -80Q-4 -88 -5 -101Z", bib),
        ("M-20 -98Q-38 -102 -36 -78Q-36 -62 -28 -58Q-20 -68 -18 -84Z", ear),
        ("M20 -98Q38 -102 36 -78Q36 -62 28 -58Q20 -68 18 -84Z", ear),
        (oval(-11, -84, 3.4, 4) + oval(11, -84, 3.4, 4), _NOSE),
        (oval(-10, -85.4, 1.1, 1.1) + oval(12, -85.4, 1.1, 1.1), WHITE),
        ("M-5 -67Q-5 -57 0 -57Q5 -57 5 -67Z", _ROSE),
        ("M0 -74V-68M-8 -68Q-3 -64 0 -68Q3 -64 8 -68", _NOSE, 1.8),
        ("M-6 -78Q0 -81 6 -78Q5 -71 0 -71Q-5 -71 -6 -78Z", _NOSE),
    ]


def cat(coat: Colour, bib: Colour) -> list[Part]:
    """A sitting cat with stripes, its tail laid around it."""
    stripe, eye = dim(coat, 0.10), lch(0.80, 0.15, 120)
    whiskers = "M-10 -66L-34 -70M-10 -64L-34 -62M10 -66L34 -70M10 -64L34 -62"
    return [
        ("M26 -8Q58 -2 60 -26Q60 -40 52 -46", coat, 11),
        ("M58 -34Q58 -42 52 -46", stripe, 11),
        ("M-30 0Q-42 -22 -22 -48Q-14 -58 0 -58Q14 -58 22 -48Q42 -22 30 0Z", coat),
        ("M-34 -18Q-26 -20 -22 -16M-32 -30Q-24 -31 -20 -26", stripe, 4),
        ("M34 -18Q26 -20 22 -16M32 -30Q24 -31 20 -26", stripe, 4),
        ("M-10 -30Q-14 -48 0 -52Q14 -48 10 -30Q4 -22 0 -22Q-4 -22 -10 -30Z", bib),
        ("M-9 -8V-26M9 -8V-26", coat, 13),
        ("M0 -2V-22", stripe, 1.8),
        (oval(-10, -4, 9, 4.6) + oval(10, -4, 9, 4.6), bib),
        ("M-27 -76L-28 -108L-8 -94ZM27 -76L28 -108L8 -94Z", coat),
        ("M-23 -84L-24 -100L-13 -92ZM23 -84L24 -100L13 -92Z", _ROSE),
        ("M-30 -72Q-30 -96 0 -96Q30 -96 30 -72Q30 -52 0 -51Q-30 -52 -30 -72Z", coat),
        ("M0 -95V-84M-9 -94L-7 -85M9 -94L7 -85", stripe, 4),
        ("M-15 -62Q-15 -72 0 -72Q15 -72 15 -62Q13 -53 0 -53Q-13 -53 -15 -62Z", bib),
        (oval(-13, -77, 5.6, 5.8) + oval(13, -77, 5.6, 5.8), eye),
        (oval(-13, -77, 2.1, 5) + oval(13, -77, 2.1, 5), DARK),
        ("M-4 -70H4L0 -65Z", _ROSE),
        ("M0 -65Q-1 -60 -7 -61M0 -65Q1 -60 7 -61", _NOSE, 1.7),
        (whiskers, WHITE, 1.1),
    ]
