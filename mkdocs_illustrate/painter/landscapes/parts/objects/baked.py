"""Bread and cake, in a box 100 high that stands on y = 0."""

from __future__ import annotations

from ....kit.colour import Colour, lch
from ....kit.outlines import boxes, oval
from .sketch import DARK, LEAF, OAK, STEEL, WHITE, Part, box, dim, steam

CRUST = lch(0.68, 0.13, 58)
_CRUMB = lch(0.92, 0.06, 84)
_BUTTER = lch(0.91, 0.11, 96)
_BERRY = lch(0.58, 0.19, 22)
_CHOCOLATE = lch(0.42, 0.07, 45)
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
