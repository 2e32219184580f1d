"""Colours of an abstract picture: a field, a family of one hue on it, and one accent."""

from __future__ import annotations

from dataclasses import dataclass

from ..kit.chance import Rng
from ..kit.colour import Colour, lch

_JITTER = 10.0
_WARM = (38.0, 24.0, 52.0)
_COOL = (262.0, 240.0)
_QUIET = 0.3
"""What is left of all colour over a grave matter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldColours:
    """The roles of one picture."""

    field: Colour
    strong: Colour
    """The weight: what stands out most by its lightness."""
    middle: Colour
    soft: Colour
    """Nearly the field: a second plane behind the forms."""
    accent: Colour
    line: Colour


def field_colours(rng: Rng, *, hue: float, scheme: str, muted: bool) -> FieldColours:
    """Draw the colours of a picture around a hue: mostly a light field, now and then a deep or a full one."""
    base = hue + rng.between(-_JITTER, _JITTER)
    kind = rng.weighted((("pale", 4.0), ("tinted", 3.0), ("deep", 2.0), ("full", 1.2)))
    kind = "deep" if scheme == "dark" else kind
    cool = 100 < base % 360 < 340
    accent = rng.pick(_WARM if cool else _COOL)
    field, strong, middle, soft = (lch(light, chroma, base + turn) for light, chroma, turn in _ROWS[kind])
    line = strong if kind in {"pale", "tinted"} else lch(0.95, 0.02, base)
    made = FieldColours(
        field=field, strong=strong, middle=middle, soft=soft, accent=lch(0.70, 0.175, accent), line=line
    )
    return _quiet(made) if muted else made


# field, strong, middle, soft: lightness, chroma, degrees from the base hue
_ROWS = {
    "pale": ((0.955, 0.016, 0), (0.34, 0.105, 0), (0.58, 0.150, 8), (0.885, 0.042, -6)),
    "tinted": ((0.875, 0.058, 0), (0.32, 0.110, 4), (0.60, 0.140, -6), (0.800, 0.085, 6)),
    "deep": ((0.265, 0.075, 0), (0.90, 0.045, 6), (0.60, 0.135, 0), (0.345, 0.092, -6)),
    "full": ((0.530, 0.150, 0), (0.94, 0.030, 0), (0.30, 0.100, 4), (0.600, 0.145, -8)),
}


def _quiet(colours: FieldColours) -> FieldColours:
    return FieldColours(
        field=colours.field.vivid(_QUIET),
        strong=colours.strong.vivid(_QUIET),
        middle=colours.middle.vivid(_QUIET),
        soft=colours.soft.vivid(_QUIET),
        accent=colours.middle.mix(colours.field, 0.4).vivid(_QUIET),
        line=colours.line.vivid(_QUIET),
    )
