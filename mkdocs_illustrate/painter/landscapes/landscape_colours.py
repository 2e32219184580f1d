"""Palettes as roles, not colours: what is far, near, light and accent at an hour and a season.

The hue comes from the concept, the jitter from the seed, the order of lightness from the rules.
"""

# ruff: noqa: E741  l, c and h are what they are called

from __future__ import annotations

from dataclasses import dataclass

from ..kit.chance import Rng
from ..kit.colour import Colour, ground, lch, ramp, steps

HOURS = ("dawn", "noon", "dusk", "night")
SEASONS = ("spring", "summer", "autumn", "winter")
HOUR_WORDS = {"dawn": "at dawn", "noon": "by day", "dusk": "at dusk", "night": "at night"}
_JITTER = 25.0
"""Degrees either way: twelve made nine covers look like one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """The roles of a landscape. Take colours from here, and `depth` for everything between."""

    hour: str
    season: str
    sky_top: Colour
    sky_middle: Colour
    horizon: Colour
    middle: Colour
    near: Colour
    light: Colour
    """Sun or moon, lit windows, snow in the sun."""
    accent: Colour
    """The one warm accent: only for the thing that the article is about."""
    ink: Colour
    paper: Colour
    foliage: Colour
    """Trees and grass in the middle distance, by season."""
    meadow: Colour
    """Open ground in front, by season."""
    water: Colour

    @property
    def night(self) -> bool:
        """Tell whether windows are lit and stars are out."""
        return self.hour == "night"

    def sky(self, count: int = 6) -> tuple[Colour, ...]:
        """Give the stops of the sky, top first."""
        return steps((self.sky_top, self.sky_middle, self.horizon), count)

    def depth(self, share: float) -> Colour:
        """Give the haze's colour from the horizon (0) over the middle to the nearest layer (1)."""
        return ramp((self.horizon.mix(self.middle, 0.25), self.middle, self.near), share)

    def veiled(self, colour: Colour, share: float) -> Colour:
        """Give a thing's own colour at a depth: near (1) its own, far (0) lost in the haze."""
        haze = self.horizon.mix(self.middle, 0.25)
        return haze.mix(colour, min(1.0, max(0.0, share)))


_Stop = tuple[float, float, float]
_SKIES: dict[str, tuple[tuple[_Stop, ...], ...]] = {
    # sky top, sky middle, horizon, middle, near, light: lightness, chroma, hue. Hues step through
    # neighbours (violet, rose, peach), as a mix of complements goes grey. The hours have several
    # moods, for a site has many pictures.
    "dawn": (
        (
            (0.68, 0.10, 268),
            (0.82, 0.08, 340),
            (0.93, 0.07, 72),
            (0.62, 0.09, 315),
            (0.30, 0.07, 285),
            (0.97, 0.06, 85),
        ),
        (
            (0.66, 0.09, 230),
            (0.84, 0.06, 200),
            (0.95, 0.06, 95),
            (0.60, 0.07, 240),
            (0.30, 0.06, 250),
            (0.98, 0.05, 95),
        ),
    ),
    "noon": (
        (
            (0.68, 0.11, 236),
            (0.81, 0.09, 218),
            (0.94, 0.04, 190),
            (0.64, 0.08, 240),
            (0.36, 0.07, 215),
            (0.98, 0.05, 98),
        ),
        (
            (0.74, 0.10, 210),
            (0.86, 0.07, 190),
            (0.96, 0.04, 110),
            (0.66, 0.08, 205),
            (0.36, 0.07, 190),
            (0.98, 0.06, 95),
        ),
        (
            (0.62, 0.13, 255),
            (0.77, 0.10, 245),
            (0.93, 0.04, 235),
            (0.60, 0.10, 262),
            (0.33, 0.09, 265),
            (0.98, 0.05, 95),
        ),
    ),
    "dusk": (
        (
            (0.54, 0.15, 292),
            (0.71, 0.14, 345),
            (0.87, 0.10, 68),
            (0.52, 0.13, 330),
            (0.27, 0.09, 290),
            (0.96, 0.09, 90),
        ),
        (
            (0.48, 0.12, 262),
            (0.68, 0.12, 310),
            (0.86, 0.10, 40),
            (0.50, 0.12, 295),
            (0.25, 0.08, 270),
            (0.95, 0.09, 75),
        ),
        (
            (0.56, 0.12, 215),
            (0.75, 0.09, 160),
            (0.90, 0.11, 85),
            (0.50, 0.08, 225),
            (0.26, 0.06, 240),
            (0.96, 0.09, 90),
        ),
    ),
    "night": (
        (
            (0.25, 0.08, 275),
            (0.36, 0.10, 278),
            (0.54, 0.10, 290),
            (0.40, 0.10, 280),
            (0.20, 0.06, 275),
            (0.93, 0.06, 95),
        ),
        (
            (0.25, 0.07, 252),
            (0.37, 0.09, 236),
            (0.57, 0.085, 210),
            (0.40, 0.08, 238),
            (0.20, 0.055, 252),
            (0.93, 0.05, 100),
        ),
    ),
}
_GREENS = {
    "spring": (0.135, 128.0),
    "summer": (0.12, 148.0),
    "autumn": (0.13, 62.0),
    "winter": (0.035, 220.0),
}
_HOUR_SHADE = {"dawn": 0.0, "noon": 0.03, "dusk": -0.12, "night": -0.27}


def landscape_colours(
    rng: Rng,
    *,
    hue: float | None = None,
    hour: str | None = None,
    season: str | None = None,
    scheme: str = "light",
) -> Palette:
    """Draw a palette. Hour and season are chosen by chance where the scene does not say."""
    drawn_hour = rng.weighted((("dawn", 1.0), ("noon", 1.6), ("dusk", 1.5), ("night", 0.5)))
    drawn_season = rng.weighted((("spring", 1.0), ("summer", 1.4), ("autumn", 1.0), ("winter", 0.15)))
    hour = "night" if scheme == "dark" else (hour or drawn_hour)
    sky = rng.pick(_SKIES[hour])
    turn = rng.between(-_JITTER, _JITTER) * (0.5 if hour == "noon" else 1)
    return _coloured(sky, turn, hour, season or drawn_season, hue)


def _coloured(sky: tuple[_Stop, ...], turn: float, hour: str, season: str, hue: float | None) -> Palette:
    top, middle, horizon, mass, near = (lch(l, c, h + turn) for l, c, h in sky[:5])
    light = lch(*sky[5])  # never turned: a green sun is no sun
    chroma, green = _GREENS[season]
    shade = _HOUR_SHADE[hour]
    warm = 35.0 if hue is None or 60 < hue < 330 else 80.0
    accent = lch(0.70 if shade > -0.2 else 0.74, 0.18, warm)
    if warm > 60:
        accent = lch(0.82, 0.15, warm)  # a darker yellow is mustard
    tint = 0.8 if hour == "noon" else 0.6
    return Palette(
        hour=hour,
        season=season,
        sky_top=top,
        sky_middle=middle,
        horizon=horizon,
        middle=mass,
        near=ground(near.light, near.chroma, near.hue),
        light=light,
        accent=accent,
        ink=lch(0.24, 0.05, near.hue),
        paper=lch(0.98, 0.012, light.hue),
        foliage=lch(0.52 + shade, chroma * tint, green).mix(near, 0.12 if shade >= 0 else 0.3),
        meadow=lch(0.64 + shade * 1.3, chroma, green - 8).mix(near, 0.0 if shade >= 0 else 0.25),
        water=middle.mix(lch(0.60 + shade, 0.10, 225), 0.55),
    )
