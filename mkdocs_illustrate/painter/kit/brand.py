"""A site's own colours: every colour that a picture is written in is drawn to them, and stays as light as it is.

Lightness carries the drawing, so shapes and contrast stay. Hues gather around the brand's; what lies far from all of
them keeps its hue and loses its strength, as a natural among the brand's colours: skin, wood, bread, grass.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import exp

from .colour import Colour, from_hex, lch

_REACH, _SOFT = 15.0, 45.0
"""Degrees that what a brand's hue has drawn to itself stays away from it at most, and after which it nearly does."""
_GREY = 0.02
"""Chroma below which there is no hue to speak of."""
_FULL = 0.15
"""Chroma of a brand's colour at which a picture is as strong as without one."""
_EARTH, _BROWN, _EARTH_CHROMA = (32.0, 84.0), 60.0, 0.10
"""Skin, wood, bread and sand; what is stronger is a thing that somebody painted."""
_GRASS, _GREEN = (112.0, 172.0), 142.0
"""What grows."""
_LIGHT, _LIGHT_CHROMA = 0.88, 0.13
"""Paper, snow, the moon and lit windows."""
_NEAR, _ALIKE = 40.0, 60.0
"""Degrees within which a natural colour is the brand's own, and any colour is like one of it."""
HOUSE_HUE, _WARM = 262.0, 38.0
"""The hue that pictures of things are built around where nobody asks for another, and of what stands out of them."""


@dataclass(frozen=True, slots=True)
class Brand:
    """The colours of a site, the main one first."""

    colours: tuple[Colour, ...]
    of_things: bool = False
    """Where a picture is built around one hue, that one becomes the main colour, and what stands out the other."""

    @classmethod
    def of(cls, hexes: Sequence[str], *, of_things: bool = False) -> Brand | None:
        """The brand of some hex colours; None without any."""
        return cls(tuple(from_hex(one) for one in hexes), of_things) if hexes else None

    def tint(self, colour: Colour) -> Colour:
        """A picture's colour as this brand has it."""
        return _tinted(self, colour)

    @property
    def hues(self) -> tuple[Colour, ...]:
        """Those of its colours that are more than a grey."""
        return tuple(colour for colour in self.colours if colour.chroma > _GREY)

    @property
    def anchors(self) -> tuple[tuple[float, Colour], ...]:
        """Hues in a picture, and the colour of the brand that draws what lies around each."""
        if not self.of_things:
            return tuple((colour.hue, colour) for colour in self.hues)
        main = self.colours[0]
        others = [colour for colour in self.hues if colour is not main]
        accent = max(others, key=lambda c: abs(_turn(main.hue, c.hue)), default=None)
        return ((HOUSE_HUE, main), *(((_WARM, accent),) if accent else ()))


@lru_cache(maxsize=8192)
def _tinted(brand: Brand, colour: Colour) -> Colour:
    if colour.chroma < _GREY or not brand.hues:
        return _grey(colour, brand.colours[0])
    near = min(abs(_turn(own.hue, colour.hue)) for own in brand.hues)
    return _natural(colour, brand, lonely=near > _NEAR) or _drawn(colour, brand)


def _grey(colour: Colour, main: Colour) -> Colour:
    """Greys lean to the main colour; all of a brand in black and white is grey."""
    if main.chroma > _GREY:
        return lch(colour.light, colour.chroma * 0.6, main.hue)
    return colour.vivid(0.12)


def _natural(colour: Colour, brand: Brand, *, lonely: bool) -> Colour | None:
    """What a reader knows to be of a colour stays near it, quieter where nothing in the brand is like it."""
    hue, chroma = colour.hue, colour.chroma
    if colour.light > _LIGHT and chroma < _LIGHT_CHROMA and _EARTH[0] < hue < _GRASS[0]:
        return lch(colour.light, chroma * (0.6 if lonely else 1.0), hue)
    stands_out = brand.of_things and len(brand.anchors) > 1  # what is warm there is the brand's other colour
    if _EARTH[0] < hue < _EARTH[1] and (chroma < _EARTH_CHROMA or (lonely and not stands_out)):
        return lch(colour.light, chroma * (0.65 if lonely else 0.9), _BROWN + (hue - _BROWN) * 0.6)
    if _GRASS[0] < hue < _GRASS[1] and lonely:
        green = _GREEN + (hue - _GREEN) * 0.4
        return lch(colour.light, chroma * 0.6, green + _turn(green, brand.hues[0].hue) * 0.4)
    return None


def _drawn(colour: Colour, brand: Brand) -> Colour:
    """Drawn to a hue of the brand, and as strong as that: a pastel brand has pastel pictures."""
    at, own = min(brand.anchors, key=lambda anchor: abs(_turn(anchor[0], colour.hue)))
    away = _turn(at, colour.hue)
    if own.chroma < _GREY or (brand.colours[0].chroma < _GREY and abs(away) > _ALIKE):
        return colour.vivid(0.12)  # beside a grey main colour, only what is like the other one has a hue
    left = _REACH * (1 - exp(-abs(away) / _SOFT)) * (1 if away > 0 else -1)
    strength = min(1.15, max(0.35, (own.chroma / _FULL) ** 0.7))
    weaker = 1 - 0.5 * _smooth(abs(away), 70, 170)
    return lch(colour.light, colour.chroma * strength * weaker, own.hue + left)


def _turn(start: float, end: float) -> float:
    """Degrees from one hue to another, the shorter way."""
    return (end - start + 180) % 360 - 180


def _smooth(value: float, low: float, high: float) -> float:
    share = min(1.0, max(0.0, (value - low) / (high - low)))
    return share * share * (3 - 2 * share)
