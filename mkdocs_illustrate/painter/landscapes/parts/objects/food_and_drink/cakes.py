"""Cakes and muffins, in a box 100 high that stands on y = 0."""

from __future__ import annotations

from .....kit.colour import Colour, lch
from .....kit.outlines import boxes, oval
from ..sketch import LEAF, STEEL, WHITE, Part, box, dim

_BERRY = lch(0.58, 0.19, 22)
_CHOCOLATE = lch(0.42, 0.07, 45)


def cake(accent: Colour) -> list[Part]:
    """A layer cake with running icing and berries, on a stand, one slice cut out."""
    sponge, icing = lch(0.86, 0.08, 80), lch(0.90, 0.06, 10)
    drips = (
        "M-66 -84Q-66 -92 -56 -92H56Q66 -92 66 -84V-70q-6 12 -12 0v-4q-6 -6 -10 2v12"
        "q-6 10 -12 0v-10"
        "q-6 -8 -12 0v4q-6 10 -12 0v-6q-6 -6 -12 2v12q-6 10 -12 0v-12q-6 -8 -12 0v4"
        "q-6 8 -12 0v-6q-4 -4 -8 2Z"
    )
    berries = "".join(oval(x, -97, 8.5, 8) for x in (-50, -30, -8, 14, 36, 54))
    return [
        ("M-12 -24H12L20 -4H34V0H-34V-4H-20Z", STEEL),
        (box(-84, -30, 168, 8, 4), STEEL.lighter(0.08)),
        (box(-66, -86, 132, 56, 4), sponge),
        (boxes([(-66, -62, 132, 6), (-66, -44, 132, 6)]), icing),
        (boxes([(28, -86, 38, 56)]), dim(sponge, 0.06)),
        (boxes([(28, -62, 38, 6), (28, -44, 38, 6)]), dim(icing, 0.06)),
        (drips, accent),
        (berries, _BERRY),
        ("M-50 -105l5 -5M-8 -105l5 -5M36 -105l5 -5M14 -105l-4 -5", LEAF, 3),
        ("M-54 -100q3 -3 6 -2M-12 -100q3 -3 6 -2M32 -100q3 -3 6 -2", WHITE, 2),
    ]


def candled(accent: Colour) -> list[Part]:
    """A tall chocolate cake with candles."""
    cream = lch(0.95, 0.03, 80)
    candles = "".join(f"M{x} -92V-112" for x in (-36, -12, 12, 36))
    flames = "".join(f"M{x} -126q7 9 0 13q-7 -4 0 -13Z" for x in (-36, -12, 12, 36))
    waves = "M-60 -84" + "q7.5 18 15 0" * 8 + "V-92H-60Z"
    return [
        ("M-12 -18H12L20 -4H34V0H-34V-4H-20Z", STEEL),
        (box(-80, -24, 160, 8, 4), STEEL.lighter(0.08)),
        (box(-60, -92, 120, 68, 5), _CHOCOLATE),
        (boxes([(-60, -60, 120, 7)]), cream),
        (boxes([(26, -92, 34, 68)]), _CHOCOLATE.lighter(-0.05)),
        (boxes([(26, -60, 34, 7)]), dim(cream)),
        (waves, accent),
        (candles, cream, 5),
        (flames, lch(0.86, 0.15, 80)),
        ("".join(oval(x, -28, 8, 6) for x in range(-56, 60, 16)), accent.lighter(0.06)),
    ]


def piece() -> list[Part]:
    """A slice of cake on a plate, with a berry on top."""
    sponge, icing = lch(0.86, 0.08, 80), lch(0.90, 0.06, 10)
    return [
        (oval(0, -5, 92, 9), WHITE),
        (oval(0, -8, 60, 4), dim(WHITE, 0.06)),
        ("M-54 -10L46 -10V-78L-54 -50Z", sponge),
        ("M-54 -32L46 -44V-36L-54 -24Z", icing),
        ("M-54 -50L46 -78V-66L-54 -42Z", icing),
        (oval(28, -82, 13, 12), _BERRY),
    ]


def muffins(accent: Colour) -> list[Part]:
    """Three muffins on a plate."""
    parts: list[Part] = [(oval(0, -5, 112, 9), WHITE)]
    for i, x in enumerate((-62, 0, 62)):
        top = (lch(0.90, 0.06, 10), _CHOCOLATE, lch(0.94, 0.06, 95))[i]
        parts += [
            (f"M{x - 24} -46H{x + 24}L{x + 17} -6H{x - 17}Z", accent if i != 1 else WHITE.lighter(-0.08)),
            (f"M{x - 12} -46L{x - 9} -6M{x} -46V-6M{x + 12} -46L{x + 9} -6", dim(accent, 0.08), 3),
            (
                (
                    f"M{x - 30} -44Q{x - 30} -60 {x - 18} -62Q{x - 16} -80 {x} -84"
                    f"Q{x + 16} -80 {x + 18} -62Q{x + 30} -60 {x + 30} -44Z"
                ),
                top,
            ),
            (oval(x, -88, 8, 8), _BERRY),
        ]
    return parts
