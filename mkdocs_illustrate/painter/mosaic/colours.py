"""Palettes of the mosaic: families tuned by eye, drawn by hue and seed."""

# ruff: noqa: E501, E741  a family is one row; l, c and h are what they are called

from __future__ import annotations

from dataclasses import dataclass

from ..colour import Colour, contrast, lch, name_of
from ..rng import Rng

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
    (262, ((.30, .09, 264), (.50, .15, 261), (.75, .09, 248), (.945, .025, 240), (.71, .165, 42), (.85, .13, 85))),
    (205, ((.30, .055, 218), (.53, .095, 207), (.77, .075, 190), (.95, .03, 170), (.72, .165, 46), (.88, .11, 95))),
    (155, ((.31, .06, 165), (.53, .11, 157), (.79, .10, 138), (.955, .04, 110), (.70, .16, 40), (.86, .13, 90))),
    (305, ((.28, .10, 305), (.48, .16, 303), (.74, .11, 318), (.945, .03, 330), (.81, .14, 76), (.66, .17, 12))),
    (35, ((.32, .07, 22), (.61, .15, 37), (.80, .09, 60), (.955, .03, 82), (.53, .09, 203), (.87, .12, 88))),
    (275, ((.25, .05, 275), (.42, .09, 276), (.71, .07, 268), (.955, .015, 95), (.83, .155, 82), (.67, .17, 32))),
    (5, ((.30, .10, 345), (.58, .17, 6), (.80, .10, 12), (.955, .025, 40), (.84, .13, 82), (.43, .11, 285))),
    (240, ((.32, .10, 256), (.61, .14, 246), (.82, .08, 226), (.965, .02, 215), (.87, .15, 95), (.70, .165, 30))),
    (180, ((.29, .06, 245), (.58, .105, 182), (.82, .08, 170), (.96, .025, 150), (.70, .16, 18), (.87, .12, 88))),
    (85, ((.31, .06, 35), (.78, .145, 80), (.87, .09, 92), (.965, .025, 95), (.46, .11, 265), (.66, .17, 38))),
    # Quieter ones: sand and brick, berry and rose, slate and coral, olive and apricot.
    (55, ((.34, .05, 40), (.58, .12, 38), (.84, .05, 75), (.955, .02, 85), (.50, .07, 215), (.80, .11, 70))),
    (345, ((.31, .09, 350), (.55, .14, 355), (.84, .06, 350), (.96, .02, 350), (.62, .09, 200), (.85, .10, 75))),
    (225, ((.30, .03, 245), (.52, .05, 235), (.80, .035, 225), (.955, .01, 220), (.72, .15, 28), (.84, .11, 85))),
    (130, ((.33, .05, 150), (.58, .08, 148), (.85, .06, 120), (.96, .025, 100), (.78, .12, 62), (.60, .12, 30))),
)  # fmt: skip
_MUTED: tuple[tuple[_Row, ...], ...] = (
    ((.34, .028, 255), (.49, .032, 250), (.69, .026, 240), (.90, .012, 230), (.79, .035, 85), (.60, .035, 290)),
    ((.33, .025, 310), (.49, .030, 305), (.69, .024, 310), (.90, .012, 320), (.80, .032, 70), (.60, .030, 250)),
    ((.34, .024, 190), (.49, .030, 195), (.69, .026, 180), (.905, .012, 160), (.79, .035, 75), (.60, .030, 245)),
)  # fmt: skip
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
    bright = [c for c in (colours.accent, colours.second, colours.soft) if c.light > ground.light]
    accent = next((c for c in bright if contrast(c, ground) > _INK_CONTRAST), colours.soft)
    return ink, accent


def _family(rng: Rng, hue: float | None) -> tuple[_Row, ...]:
    if hue is None:
        return rng.pick(_FAMILIES)[1]
    near = sorted(_FAMILIES, key=lambda row: abs((row[0] - hue + 180) % 360 - 180))
    return rng.weighted([(row[1], 1 / (1 + i)) for i, row in enumerate(near[:_NEAREST])])
