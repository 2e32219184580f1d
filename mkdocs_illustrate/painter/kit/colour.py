"""Colours as the eye sees them: built in OKLCH, mixed in OKLab, fitted to sRGB by less chroma."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import atan2, cos, degrees, radians, sin, sqrt

_FIT_STEPS = 12
_MUD = (70.0, 130.0)
"""Hues that turn to mud when dark."""
_MUD_LIGHTNESS = 0.5


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour in OKLab. Make one with `lch`."""

    light: float
    a: float
    b: float

    @property
    def chroma(self) -> float:
        """How far from grey, 0 to about 0.3."""
        return sqrt(self.a * self.a + self.b * self.b)

    @property
    def hue(self) -> float:
        """The angle on the colour wheel: red 25, yellow 100, green 145, blue 255, purple 305."""
        return degrees(atan2(self.b, self.a)) % 360

    @property
    def hex(self) -> str:
        """The nearest sRGB colour of the same lightness and hue, as #rrggbb."""
        return _hex(self.light, self.a, self.b)

    def mix(self, other: Colour, share: float) -> Colour:
        """Go this share of the way to the other colour."""
        keep = 1 - share
        return Colour(
            self.light * keep + other.light * share,
            self.a * keep + other.a * share,
            self.b * keep + other.b * share,
        )

    def lighter(self, by: float) -> Colour:
        """Move the lightness by so much; negative is darker."""
        return Colour(min(0.995, max(0.05, self.light + by)), self.a, self.b)

    def at(self, light: float) -> Colour:
        """Give the same tint at another lightness."""
        return Colour(light, self.a, self.b)

    def vivid(self, factor: float) -> Colour:
        """Multiply the chroma."""
        return Colour(self.light, self.a * factor, self.b * factor)

    def turned(self, by: float) -> Colour:
        """Turn the hue by so many degrees."""
        return lch(self.light, self.chroma, self.hue + by)


Paint = Colour | str
"""What a shape may be filled with: a colour, or what `Canvas.linear` and `radial` return."""


def lch(light: float, chroma: float, hue: float) -> Colour:
    """Make a colour from lightness (0 to 1), chroma (0 to 0.3) and hue (degrees)."""
    angle = radians(hue % 360)
    return Colour(light, chroma * cos(angle), chroma * sin(angle))


def from_hex(text: str) -> Colour:
    """Read #rrggbb, or #rgb."""
    digits = text.lstrip("#")
    digits = "".join(2 * digit for digit in digits) if len(digits) == 3 else digits
    red, green, blue = (_linear(int(digits[i : i + 2], 16) / 255) for i in (0, 2, 4))
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    middle = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return Colour(
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


def ground(light: float, chroma: float, hue: float) -> Colour:
    """Make a colour for a large area: a dark one is turned away from the muddy hues."""
    hue %= 360
    low, high = _MUD
    # Dark yellow is olive: to the nearer side it becomes a brown, or a green.
    if light < _MUD_LIGHTNESS and low < hue < high:
        hue = low - 12 if hue < (low + high) / 2 else high + 15
    return lch(light, chroma, hue)


def ramp(stops: Sequence[Colour], share: float) -> Colour:
    """Read an even ramp of colours at a share from 0 to 1."""
    at = min(1.0, max(0.0, share)) * (len(stops) - 1)
    cell = min(int(at), len(stops) - 2)
    return stops[cell].mix(stops[cell + 1], at - cell)


def steps(stops: Sequence[Colour], count: int) -> tuple[Colour, ...]:
    """Spread an even ramp over so many colours: five or more for a sky."""
    return tuple(ramp(stops, i / (count - 1)) for i in range(count))


def contrast(one: Colour, other: Colour) -> float:
    """Measure the contrast ratio of WCAG, 1 to 21."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: Colour) -> float:
    red, green, blue = (int(colour.hex[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return 0.2126 * _linear(red) + 0.7152 * _linear(green) + 0.0722 * _linear(blue)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


@lru_cache(maxsize=4096)
def _hex(light: float, a: float, b: float) -> str:
    channels = _rgb(light, a, b)
    if not _fits(channels):
        # Clipping channels would change the hue: take away chroma until the colour fits.
        low, high = 0.0, 1.0
        for _ in range(_FIT_STEPS):
            middle = (low + high) / 2
            fits = _fits(_rgb(light, a * middle, b * middle))
            low, high = (middle, high) if fits else (low, middle)
        channels = _rgb(light, a * low, b * low)
    return "#" + "".join(f"{_byte(channel):02x}" for channel in channels)


def _fits(channels: tuple[float, float, float]) -> bool:
    # A hair outside is rounding, and would cost all of the search above.
    return all(-1e-4 <= channel <= 1 + 1e-4 for channel in channels)


def _byte(channel: float) -> int:
    channel = min(1.0, max(0.0, channel))
    small = channel <= 0.0031308
    return round(255 * (12.92 * channel if small else 1.055 * channel ** (1 / 2.4) - 0.055))


def _rgb(light: float, a: float, b: float) -> tuple[float, float, float]:
    """Turn OKLab into linear sRGB (Ottosson 2020)."""
    long = (light + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (light - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (light - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )


_NAMES = (
    (20.0, "rose"),
    (48.0, "coral"),
    (78.0, "amber"),
    (112.0, "yellow"),
    (155.0, "green"),
    (205.0, "teal"),
    (240.0, "sky blue"),
    (278.0, "blue"),
    (318.0, "violet"),
    (345.0, "pink"),
    (361.0, "rose"),
)
_GREY = 0.028
_PALE = 0.88


def name_of(colour: Colour) -> str:
    """Name a colour in a plain English word, for the alt text."""
    if colour.chroma < _GREY:
        return "cream" if colour.light > _PALE else "grey"
    return next(name for limit, name in _NAMES if colour.hue < limit)
