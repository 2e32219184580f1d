"""Palettes of the mosaic: families tuned by eye, drawn by hue and seed."""

# ruff: noqa: E741  a family is one row; l, c and h are what they are called

from __future__ import annotations

from dataclasses import dataclass

from ..kit.chance import Rng
from ..kit.colour import Colour, contrast, lch, name_of

_JITTER = 9.0
_NEAREST = 3
"""So many families around the concept's hue are in the draw."""
_APART = 0.12
"""Neighbouring areas differ by at least this much lightness."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tones:
    """The colours of one mosaic, dark to light, and two that stand out."""

    deep: Colour
    base: Colour
    soft: Colour
    pale: Colour
    accent: Colour
    second: Colour

    @property
    def all(self) -> tuple[Colour, ...]:
        """Every colour, in a fixed order."""
        return (self.deep, self.base, self.soft, self.pale, self.accent, self.second)

    @property
    def names(self) -> tuple[str, ...]:
        """The two colours that a viewer would name."""
        first, other = name_of(self.base), name_of(self.accent)
        return (first, other) if first != other else (first,)

    def figures(self, ground: Colour) -> list[Colour]:
        """Give the colours that stand out from this ground, in a fixed order."""
        return [c for c in self.all if abs(c.light - ground.light) >= _APART and c != ground]


_Row = tuple[float, float, float]
_FAMILIES: tuple[tuple[float, tuple[_Row, ...]], ...] = (
    # the hue it goes by; deep, base, soft, pale, accent, second as (lightness, chroma, hue)
    (
        262,
        (
            (0.30, 0.09, 264),
            (0.50, 0.15, 261),
            (0.75, 0.09, 248),
            (0.945, 0.025, 240),
            (0.71, 0.165, 42),
            (0.85, 0.13, 85),
        ),
    ),
    (
        205,
        (
            (0.30, 0.055, 218),
            (0.53, 0.095, 207),
            (0.77, 0.075, 190),
            (0.95, 0.03, 170),
            (0.72, 0.165, 46),
            (0.88, 0.11, 95),
        ),
    ),
    (
        155,
        (
            (0.31, 0.06, 165),
            (0.53, 0.11, 157),
            (0.79, 0.10, 138),
            (0.955, 0.04, 110),
            (0.70, 0.16, 40),
            (0.86, 0.13, 90),
        ),
    ),
    (
        305,
        (
            (0.28, 0.10, 305),
            (0.48, 0.16, 303),
            (0.74, 0.11, 318),
            (0.945, 0.03, 330),
            (0.81, 0.14, 76),
            (0.66, 0.17, 12),
        ),
    ),
    (
        35,
        ((0.32, 0.07, 22), (0.61, 0.15, 37), (0.80, 0.09, 60), (0.955, 0.03, 82), (0.53, 0.09, 203), (0.87, 0.12, 88)),
    ),
    (
        275,
        (
            (0.25, 0.05, 275),
            (0.42, 0.09, 276),
            (0.71, 0.07, 268),
            (0.955, 0.015, 95),
            (0.83, 0.155, 82),
            (0.67, 0.17, 32),
        ),
    ),
    (
        5,
        ((0.30, 0.10, 345), (0.58, 0.17, 6), (0.80, 0.10, 12), (0.955, 0.025, 40), (0.84, 0.13, 82), (0.43, 0.11, 285)),
    ),
    (
        240,
        (
            (0.32, 0.10, 256),
            (0.61, 0.14, 246),
            (0.82, 0.08, 226),
            (0.965, 0.02, 215),
            (0.87, 0.15, 95),
            (0.70, 0.165, 30),
        ),
    ),
    (
        180,
        (
            (0.29, 0.06, 245),
            (0.58, 0.105, 182),
            (0.82, 0.08, 170),
            (0.96, 0.025, 150),
            (0.70, 0.16, 18),
            (0.87, 0.12, 88),
        ),
    ),
    (
        85,
        (
            (0.31, 0.06, 35),
            (0.78, 0.145, 80),
            (0.87, 0.09, 92),
            (0.965, 0.025, 95),
            (0.46, 0.11, 265),
            (0.66, 0.17, 38),
        ),
    ),
    # Quieter ones: sand and brick, berry and rose, slate and coral, olive and apricot.
    (
        55,
        ((0.34, 0.05, 40), (0.58, 0.12, 38), (0.84, 0.05, 75), (0.955, 0.02, 85), (0.50, 0.07, 215), (0.80, 0.11, 70)),
    ),
    (
        345,
        (
            (0.31, 0.09, 350),
            (0.55, 0.14, 355),
            (0.84, 0.06, 350),
            (0.96, 0.02, 350),
            (0.62, 0.09, 200),
            (0.85, 0.10, 75),
        ),
    ),
    (
        225,
        (
            (0.30, 0.03, 245),
            (0.52, 0.05, 235),
            (0.80, 0.035, 225),
            (0.955, 0.01, 220),
            (0.72, 0.15, 28),
            (0.84, 0.11, 85),
        ),
    ),
    (
        130,
        (
            (0.33, 0.05, 150),
            (0.58, 0.08, 148),
            (0.85, 0.06, 120),
            (0.96, 0.025, 100),
            (0.78, 0.12, 62),
            (0.60, 0.12, 30),
        ),
    ),
)
_MUTED: tuple[tuple[_Row, ...], ...] = (
    (
        (0.34, 0.028, 255),
        (0.49, 0.032, 250),
        (0.69, 0.026, 240),
        (0.90, 0.012, 230),
        (0.79, 0.035, 85),
        (0.60, 0.035, 290),
    ),
    (
        (0.33, 0.025, 310),
        (0.49, 0.030, 305),
        (0.69, 0.024, 310),
        (0.90, 0.012, 320),
        (0.80, 0.032, 70),
        (0.60, 0.030, 250),
    ),
    (
        (0.34, 0.024, 190),
        (0.49, 0.030, 195),
        (0.69, 0.026, 180),
        (0.905, 0.012, 160),
        (0.79, 0.035, 75),
        (0.60, 0.030, 245),
    ),
)
_INK_CONTRAST = 2.6


def tones(rng: Rng, *, hue: float | None, scheme: str, muted: bool = False) -> Tones:
    """Draw the colours of a mosaic."""
    turn = rng.between(-_JITTER, _JITTER)
    rows = rng.pick(_MUTED) if muted else _family(rng, hue)
    deep, base, soft, pale, accent, second = (lch(l, c, h + turn) for l, c, h in rows)
    if scheme == "dark":
        base, soft, pale = base.at(min(base.light, 0.44)), soft.at(0.60), deep.at(0.19)
        accent, second = accent.lighter(-0.03), second.lighter(-0.05)
    return Tones(deep=deep, base=base, soft=soft, pale=pale, accent=accent, second=second)


def icon_colours(colours: Tones, ground: Colour) -> tuple[Colour, Colour]:
    """Choose ink and accent for a glyph on a dark enough ground."""
    ink = lch(0.985, 0.01, 90)
    # On a middle ground the accent may drown; then the next that stands out takes its place.
    bright = [c for c in (colours.accent, colours.second, colours.soft) if c.light > ground.light]
    accent = next((c for c in bright if contrast(c, ground) > _INK_CONTRAST), colours.soft)
    return ink, accent


def _family(rng: Rng, hue: float | None) -> tuple[_Row, ...]:
    if hue is None:
        return rng.pick(_FAMILIES)[1]
    # Not always the nearest: pages of one topic should not all look alike.
    near = sorted(_FAMILIES, key=lambda row: abs((row[0] - hue + 180) % 360 - 180))
    return rng.weighted([(row[1], 1 / (1 + i)) for i, row in enumerate(near[:_NEAREST])])
