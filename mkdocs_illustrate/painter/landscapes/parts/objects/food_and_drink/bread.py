"""Bread on its board, in a box 100 high that stands on y = 0."""

from __future__ import annotations

from .....kit.colour import Colour, lch
from .....kit.outlines import oval
from ..sketch import OAK, WHITE, Part, box, dim, steam

CRUST = lch(0.68, 0.13, 58)
_CRUMB = lch(0.92, 0.06, 84)
_WHEAT = lch(0.80, 0.12, 82)


def cloth(accent: Colour) -> list[Part]:
    """A kitchen towel that hangs over the edge of the table."""
    stripes = "M24 6L38 30M38 4L48 26M82 4L60 33M70 5L54 29"
    return [
        ("M8 -3H100L86 26L60 36L34 30Z", accent),
        ("M60 -3H100L86 26L60 36Z", dim(accent, 0.05)),
        (stripes, WHITE, 2.4),
    ]


def board() -> list[Part]:
    """A cutting board seen from its long side."""
    return [(box(-98, -9, 196, 9, 3), OAK), (box(-98, -4, 196, 4, 2), dim(OAK, 0.1))]


def boule(accent: Colour) -> list[Part]:
    """A round sourdough loaf with an ear of wheat cut into its crust, dusted with flour."""
    leaves = "".join(
        f"M{x} {y}q{s * 8} {-14 - t} {s * 22} {-13 - t}q{-s * 4} {12} {-s * 22} {13 + t}Z"
        for x, y, s, t in (
            (-30, -22, -1, 0),
            (-12, -36, -1, 5),
            (6, -50, -1, 4),
            (-26, -20, 1, 2),
            (-8, -34, 1, 6),
            (10, -48, 1, 4),
        )
    )
    return [
        *cloth(accent),
        *board(),
        steam((-36, 4, 44), -92, 44),
        (("M-80 -9Q-96 -42 -64 -68Q-36 -88 2 -88Q40 -88 66 -66Q94 -40 80 -9Q40 -5 0 -5Q-40 -5 -80 -9Z"), CRUST),
        ("M28 -86Q52 -82 66 -66Q94 -40 80 -9Q62 -6 40 -6Q76 -46 28 -86Z", dim(CRUST, 0.08)),
        ("M-72 -40Q-60 -70 -10 -80Q-44 -62 -56 -32Q-64 -30 -72 -40Z", CRUST.lighter(0.09)),
        ("M-44 -12Q-20 -46 30 -70", _CRUMB, 4.5),
        (leaves, _CRUMB),
    ]


def slices(accent: Colour) -> list[Part]:
    """A tin loaf, half of it in slices."""
    face = "M{0} -9V-46Q{1} -52 {1} -64Q{2} -82 {3} -82Q{4} -82 {5} -64Q{5} -52 {6} -46V-9Z"

    def slice_at(x: float, size: float = 1) -> str:
        xs = (
            x - 24 * size,
            x - 32 * size,
            x - 30 * size,
            x,
            x + 30 * size,
            x + 32 * size,
            x + 24 * size,
        )
        return face.format(*xs)

    parts: list[Part] = [*cloth(accent), *board(), steam((-58, -24), -92, 40)]
    parts.append(("M-84 -9V-46Q-92 -52 -92 -64Q-90 -82 -62 -82H0V-9Z", CRUST))
    parts.append(("M-70 -80q8 -12 22 -2M-44 -80q8 -12 22 -2", dim(CRUST, 0.08), 4))
    for x in (-2, 22, 56):
        parts += [(slice_at(x), dim(CRUST, 0.06)), (slice_at(x + 3, 0.84), _CRUMB)]
    holes = "".join(oval(x, y, 2.4, 1.8) for x, y in ((50, -60), (66, -52), (56, -34), (68, -28), (48, -22), (60, -70)))
    return [*parts, (holes, dim(_CRUMB, 0.07))]


def basket(accent: Colour) -> list[Part]:
    """A basket with long loaves, rolls and ears of wheat."""
    straw, long = lch(0.78, 0.10, 72), CRUST
    sticks: list[Part] = []
    for x, lean, high in ((-48, -20, 94), (-22, -6, 108), (6, 8, 112), (34, 20, 98)):
        sticks += [
            (f"M{x} -30L{x + lean} {-high + 10}", long, 22),
            (f"M{x + lean * 0.5 - 6} -64l12 -8M{x + lean * 0.75 - 6} -82l12 -8", _CRUMB, 4),
        ]
    rolls = "".join(oval(x, -44, 20, 15) for x in (-58, -18, 24, 60))
    weave = "".join(f"M{-84 + 3 * k} {-30 + 9 * k}H{84 - 3 * k}" for k in range(3))
    bars = "".join(f"M{x} -38L{x * 0.82:.0f} 0" for x in range(-72, 80, 18))
    return [
        *cloth(accent),
        *sticks,
        (rolls, CRUST.lighter(0.05)),
        ("M-64 -48q8 -8 14 0M18 -48q8 -8 14 0", _CRUMB, 3.4),
        ("M-88 -40H88L72 0H-72Z", straw),
        ("M30 -40H88L72 0H26Z", dim(straw, 0.05)),
        (weave + bars, dim(straw, 0.1), 2.4),
        (box(-92, -44, 184, 9, 4), straw.lighter(0.05)),
    ]


def wheat() -> list[Part]:
    """Ears of wheat in a jug."""
    stalks, ears = "", ""
    for x, y in ((-30, -88), (-10, -100), (12, -98), (32, -84)):
        stalks += f"M0 -36L{x} {y}"
        ears += "".join(oval(x * (1 + 0.08 * k) + s * 4, y + 4 - 6 * k, 4, 5) for k in range(3) for s in (-1, 1))
    jug = lch(0.66, 0.10, 238)
    return [
        (stalks, dim(_WHEAT, 0.06), 3),
        (ears, _WHEAT),
        ("M-22 -44H22L18 -34Q34 -16 22 0H-22Q-34 -16 -18 -34Z", jug),
        ("M8 -44H22L18 -34Q34 -16 22 0H8Z", dim(jug)),
    ]
