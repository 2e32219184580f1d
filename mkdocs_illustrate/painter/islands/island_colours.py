"""Palettes of isometric pictures: one subject gets grounds, plates and pairs of many kinds.

The concept's hue colours the things; ground and plate go their own ways, so that nine pictures of
one subject are nine pictures.
"""

# ruff: noqa: E741  l, c and h are what they are called

from __future__ import annotations

from dataclasses import dataclass

from ..kit.chance import Rng
from ..kit.colour import Colour, ground, lch

_JITTER = 22.0
_STRAY = (0.0, 0.0, 0.0, -44.0, 44.0)
"""How far the things' hue leaves the concept's own, beside the jitter."""
_AMBER, _YELLOW, _GREEN = 62.0, 85.0, 140.0
_Three = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Solid:
    """Three tones of a lit thing: top lighter, left its own, right darker."""

    top: Colour
    left: Colour
    right: Colour


def solid(colour: Colour) -> Solid:
    """Light a colour from the upper left."""
    return Solid(top=colour.lighter(0.09).vivid(0.9), left=colour, right=colour.lighter(-0.11).vivid(1.02))


@dataclass(frozen=True, slots=True, kw_only=True)
class IslandColours:
    """The roles of an isometric picture: quiet ground, white islands, one family and one accent."""

    ground: tuple[Colour, Colour, Colour]
    tile: Solid
    plate: Solid
    """A low plinth on an island."""
    primary: Solid
    secondary: Solid
    accent: Solid
    good: Solid
    warn: Solid
    ink: Colour
    paper: Colour
    """Screens and pages."""
    faint: Colour
    """Lines of text on a screen, grid lines."""
    shade: Colour


@dataclass(frozen=True, slots=True)
class _Ground:
    """Lightness, chroma and hue of the ground's three stops."""

    lights: _Three
    chromas: _Three
    hues: _Three
    own: bool = False
    """Whether its hues are its own, or turned from the subject's."""


_GROUNDS: tuple[tuple[_Ground, float], ...] = (
    # Pale: near the subject, across from it, and four that are what they are.
    (_Ground((0.955, 0.915, 0.935), (0.030, 0.050, 0.040), (35, -5, 15)), 1.2),
    (_Ground((0.960, 0.930, 0.945), (0.026, 0.042, 0.036), (150, 180, 205)), 1.2),
    (_Ground((0.975, 0.945, 0.955), (0.022, 0.042, 0.036), (95, 78, 62), own=True), 1.2),
    (_Ground((0.965, 0.930, 0.950), (0.026, 0.045, 0.036), (165, 178, 200), own=True), 1.0),
    (_Ground((0.960, 0.925, 0.945), (0.030, 0.046, 0.036), (350, 318, 20), own=True), 1.0),
    (_Ground((0.970, 0.935, 0.950), (0.008, 0.014, 0.012), (260, 265, 250), own=True), 0.7),
    # Middle tones, on which white plates shine; warm ones stay paler, or they shout.
    (_Ground((0.860, 0.795, 0.830), (0.065, 0.085, 0.078), (24, -4, 12)), 1.0),
    (_Ground((0.880, 0.825, 0.850), (0.050, 0.066, 0.060), (-48, -70, -60)), 1.0),
    (_Ground((0.930, 0.885, 0.905), (0.038, 0.060, 0.052), (78, 62, 45), own=True), 1.0),
    (_Ground((0.890, 0.825, 0.855), (0.048, 0.072, 0.062), (200, 226, 240), own=True), 1.0),
    (_Ground((0.890, 0.835, 0.860), (0.045, 0.060, 0.055), (158, 172, 192), own=True), 0.9),
    (_Ground((0.880, 0.815, 0.850), (0.045, 0.070, 0.060), (318, 298, 342), own=True), 0.9),
)
_APRICOT = _Ground((0.940, 0.900, 0.915), (0.036, 0.058, 0.050), (82, 66, 48), own=True)
_PALE = 0.88
"""A darker ground than this between red and green is salmon or khaki: it turns apricot."""
_NIGHT = _Ground((0.285, 0.225, 0.255), (0.050, 0.060, 0.055), (18, -8, 6))
_DARK_HUES = (262.0, 292.0, 318.0, 235.0, 200.0)
"""Grounds of the dark scheme, when it is not the subject's own hue."""
_WARM = ((38.0, 0.70), (24.0, 0.67), (52.0, 0.74), (8.0, 0.68), (70.0, 0.79))
_COOL = ((265.0, 0.60), (240.0, 0.66), (300.0, 0.62), (195.0, 0.66))
"""Hue and lightness of accents: warm ones beside cool things, cool ones beside warm things."""
_FAR = 60.0


def island_colours(rng: Rng, *, hue: float | None = None, scheme: str = "light") -> IslandColours:
    """Draw the palette of an isometric picture around the concept's hue."""
    wide = rng.between(-_JITTER, _JITTER) + rng.pick(_STRAY)
    base = _clear((262.0 if hue is None else hue) + wide)
    beside = _clear(base + rng.pick((-42.0, 42.0, -62.0)))
    night = scheme == "dark"
    # Each choice draws from one stream: their order is part of every picture.
    floor = _floor(rng, base, dark=night)
    # An amber sky under dark plates is brown: at night the stone is plum.
    stone = _stone(rng.pick((base, floor[1].hue)))
    rim = _rim(rng, base, beside, floor[1].hue)
    accent = _accent(rng, base)
    return IslandColours(
        ground=floor,
        tile=_night_tile(stone) if night else _tile(rng, rim),
        plate=solid(lch(0.50, 0.07, stone)) if night else _plate(rng, base, floor[1].hue),
        primary=solid(_bright(0.56, 0.18, base)),
        secondary=solid(_bright(0.70, 0.13, beside)),
        accent=solid(accent),
        good=solid(lch(0.70, 0.14, 165)),
        warn=solid(lch(0.80, 0.15, 82)),
        ink=lch(0.27, 0.07, base),
        paper=lch(0.99, 0.005, base),
        faint=lch(0.87, 0.04, base),
        shade=lch(0.12, 0.06, stone) if night else lch(0.42, 0.08, _stone(floor[1].hue)),
    )


def _floor(rng: Rng, base: float, *, dark: bool) -> tuple[Colour, Colour, Colour]:
    kind = rng.weighted(_GROUNDS)
    start = 0.0 if kind.own else base
    if dark:
        kind, start = _NIGHT, _stone(rng.pick((base, base, *_DARK_HUES)))
    if not dark and kind.lights[1] < _PALE and 8.0 < (start + kind.hues[1]) % 360 < 128.0:
        kind, start = _APRICOT, 0.0
    flip = rng.chance(0.5)
    hues = kind.hues[::-1] if flip else kind.hues
    one, two, three = (ground(l, c, start + h) for l, c, h in zip(kind.lights, kind.chromas, hues, strict=True))
    return one, two, three


def _accent(rng: Rng, base: float) -> Colour:
    """Choose what stands out from the things' hue: something warm, or else something cool."""
    warm = rng.pick(_WARM)
    far = [cool for cool in _COOL if _apart(cool[0], base) > _FAR]
    hue, light = warm if _apart(warm[0], base) > _FAR else rng.pick(far)
    return lch(light, 0.185 if light < 0.76 else 0.155, hue)


def _rim(rng: Rng, base: float, beside: float, floor: float) -> float:
    """Choose the hue of the plates' sides; tan sides would look like mud."""
    hue = rng.pick((base, floor, beside, base)) % 360
    return 12.0 if _YELLOW - 50 < hue < _YELLOW + 40 else hue


def _tile(rng: Rng, rim: float) -> Solid:
    """Choose the plates' stuff: pale sides, full ones, or a pastel all over."""
    kind = rng.pick(("soft", "soft", "full", "milk", "pastel"))
    if kind == "full":
        return Solid(lch(0.985, 0.006, rim), lch(0.62, 0.125, rim), lch(0.54, 0.13, rim))
    if kind == "milk":
        return Solid(lch(0.985, 0.008, rim), lch(0.82, 0.035, rim), lch(0.74, 0.045, rim))
    top = lch(0.955, 0.022, rim) if kind == "pastel" else lch(0.985, 0.006, rim)
    return Solid(top, lch(0.72, 0.078, rim), lch(0.63, 0.088, rim))


def _plate(rng: Rng, base: float, floor: float) -> Solid:
    light, chroma = rng.pick(((0.93, 0.025), (0.90, 0.045), (0.945, 0.015)))
    return solid(lch(light, chroma, rng.pick((base, floor))))


def _night_tile(stone: float) -> Solid:
    return Solid(lch(0.43, 0.075, stone), lch(0.34, 0.085, stone), lch(0.27, 0.085, stone))


def _stone(hue: float) -> float:
    """Give the hue of dark stone: plum instead of the hues whose dark tones are brown."""
    return 322.0 if 15.0 < hue % 360 < _YELLOW + 40 else hue


def _clear(hue: float) -> float:
    """Step out of the hues between amber and green, whose middle tones are olive."""
    hue %= 360
    if _AMBER < hue < _GREEN:
        return _AMBER if hue < (_AMBER + _GREEN) / 2 else _GREEN
    return hue


def _apart(one: float, other: float) -> float:
    return abs((one - other + 180) % 360 - 180)


def _bright(light: float, chroma: float, hue: float) -> Colour:
    """Make a thing's colour; towards yellow it is lighter, for dark yellow is brown."""
    far = abs(hue % 360 - _YELLOW) / 55
    if 115 < hue % 360 < 175:
        chroma = min(chroma, 0.14)  # a full green shouts
    return lch(light + (0.84 - light) * 0.8 * max(0.0, 1 - far), chroma, hue)
