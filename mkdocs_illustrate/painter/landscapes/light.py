"""The hour's light: what it makes of a thing's own colour, of leaves, grass, snow and water."""

from __future__ import annotations

from ..kit.colour import Colour, lch
from .landscape_colours import Palette
from .stage import Stage

_LIGHT = {
    "dawn": (0.97, 0.95, 0.07),
    "noon": (1.0, 1.0, 0.0),
    "dusk": (0.84, 0.97, 0.07),
    "night": (0.60, 0.74, 0.18),
}
"""What each hour leaves of a thing's own lightness and chroma, and how much haze it adds. Little
haze: green and violet, mixed by halves, are grey."""


_WHITE, _GREY, _YELLOW = 0.9, 0.045, (42.0, 118.0)


_ROSE = (305.0, 40.0)


_TURF = {
    "spring": lch(0.76, 0.14, 124),
    "summer": lch(0.72, 0.13, 138),
    "autumn": lch(0.77, 0.115, 108),
    "winter": lch(0.95, 0.018, 240),
}


_LEAVES = {
    "spring": lch(0.62, 0.13, 130),
    "summer": lch(0.52, 0.11, 152),
    "autumn": lch(0.69, 0.16, 53),
    "winter": lch(0.48, 0.045, 205),
}


_FOLIAGE = {
    "spring": (lch(0.66, 0.14, 128), lch(0.74, 0.14, 120), lch(0.58, 0.12, 140)),
    "summer": (lch(0.54, 0.11, 148), lch(0.62, 0.12, 138), lch(0.48, 0.09, 160)),
    "autumn": (lch(0.70, 0.16, 55), lch(0.80, 0.145, 82), lch(0.60, 0.165, 38)),
}
_MOONLIT = (lch(0.72, 0.13, 12), lch(0.82, 0.11, 36), lch(0.62, 0.13, 2))
"""Autumn's leaves by night: plum, for gold without light is mud."""


def own(stage: Stage, colour: Colour, depth: float = 1.0) -> Colour:
    """Give a thing's own colour in the hour's light, and veiled by its distance (1 is near)."""
    palette = stage.palette
    light, chroma, share = _LIGHT[palette.hour]
    # White takes the light's colour as snow does; darkened like the rest it would be grey.
    if colour.light > _WHITE and colour.chroma < _GREY:
        return palette.veiled(snow_lit(stage), depth)
    if colour.chroma > _GREY and _YELLOW[0] < colour.hue < _YELLOW[1] and share:
        return palette.veiled(_warm(palette, colour), depth)
    lit = Colour(colour.light * light, colour.a * chroma, colour.b * chroma)
    return palette.veiled(lit.mix(palette.middle, share), depth)


def _warm(palette: Palette, colour: Colour) -> Colour:
    """Darken a yellow without mud: towards rose at dusk, into the blue at night."""
    light = _LIGHT[palette.hour][0]
    if palette.night:
        rust = lch(colour.light * light, colour.chroma * 0.5, min(colour.hue, 58.0) - 34)
        return rust.mix(palette.middle.at(rust.light), 0.3)
    warm = lch(colour.light, colour.chroma * 0.95, max(36.0, colour.hue - 11))
    return warm.mix(palette.middle, 0.06).at(colour.light * (1 + light) / 2)


def land(stage: Stage, colour: Colour, depth: float = 1.0) -> Colour:
    """Give the land's own colour at a depth: off noon its haze is gold, as rose makes it grey."""
    palette = stage.palette
    if palette.hour in {"noon", "night"}:
        return own(stage, colour, depth)
    if _YELLOW[0] < colour.hue < _YELLOW[1]:
        warm = (1 + _LIGHT[palette.hour][0]) / 2
        lit = lch(colour.light * warm, colour.chroma, colour.hue - 7)
    else:
        lit = own(stage, colour)
    gold = lch(palette.horizon.light * 0.95, 0.075, 92 if lit.hue > 70 else 70)
    return gold.mix(lit, 0.25 + 0.75 * depth)


def turf(stage: Stage, depth: float = 1.0) -> Colour:
    """Give the open ground's colour: meadow, straw, or snow."""
    if stage.palette.season == "winter":
        return own(stage, _TURF["winter"], depth)
    if stage.palette.night and stage.palette.season == "autumn":
        return own(stage, _TURF["summer"].vivid(0.75), depth)  # dry grass in the dark is mud
    return land(stage, _TURF[stage.palette.season], depth)


def leaves(stage: Stage, depth: float = 1.0) -> Colour:
    """Give the trees' colour at a depth."""
    season = stage.palette.season
    return (own if season == "winter" else land)(stage, _LEAVES[season], depth)


def foliage(stage: Stage, depth: float = 1.0) -> tuple[Colour, Colour, Colour]:
    """Give three trees that stand together: in autumn gold, orange, red; in winter laden."""
    season = stage.palette.season
    if season == "winter":
        bare, veiled = own(stage, _LEAVES["winter"], depth), stage.palette.veiled
        laden = veiled(snow_dim(stage), depth)
        return laden, veiled(snow_lit(stage), depth), laden.mix(bare, 0.45)
    tints = _FOLIAGE[season]
    if season == "autumn" and stage.palette.night:
        tints = _MOONLIT
    return land(stage, tints[0], depth), land(stage, tints[1], depth), land(stage, tints[2], depth)


def needles(stage: Stage, depth: float = 1.0) -> Colour:
    """Give the colour of trees that keep their green."""
    return own(stage, lch(0.46, 0.075, 165), depth)


def woods(stage: Stage, share: float) -> Colour:
    """Give a wooded hill's colour at a depth: green by day, else mostly the haze's own dusk."""
    if stage.palette.hour == "noon":
        return needles(stage, share)
    mass = 0.5 + share * 0.45
    return stage.palette.depth(mass).mix(needles(stage), 0.06 + 0.14 * share)


def snow_lit(stage: Stage) -> Colour:
    """Give snow in the light of the hour."""
    palette = stage.palette
    if palette.night:
        return palette.light.mix(palette.horizon, 0.7).at(0.68)
    warm = 0.15 if palette.hour == "noon" else 0.5
    return palette.paper.mix(palette.light, warm).mix(palette.horizon, 0.15)


def snow_dim(stage: Stage) -> Colour:
    """Give snow in the shade: the sky's blue, never grey."""
    palette = stage.palette
    if palette.night:
        return palette.horizon.mix(palette.middle, 0.3).lighter(0.02)
    return palette.sky_top.mix(palette.paper, 0.45).at(0.79)


def dark(stage: Stage, tint: Colour, share: float = 0.3, light: float = 0.25) -> Colour:
    """Give the dark foreground's colour, tinted by what grows there."""
    near = stage.palette.near
    return near.mix(tint, share).at(light if not stage.palette.night else light * 0.72)


def sea(stage: Stage) -> tuple[Colour, Colour, Colour]:
    """Give the water's colours, far to near. Off noon it only mirrors: blue in rose is grey."""
    palette = stage.palette
    if palette.hour == "noon":
        deep = palette.water.vivid(1.15)
        return deep.mix(palette.horizon, 0.45), deep, deep.lighter(-0.09).vivid(1.1)
    far = palette.sky_middle.mix(palette.horizon, 0.45)
    if palette.night:
        return palette.sky_middle.lighter(0.06), palette.sky_middle, palette.sky_top.lighter(0.02)
    middle = palette.sky_middle.lighter(-0.09)
    if middle.hue > _ROSE[0] or middle.hue < _ROSE[1]:
        middle = middle.turned(-28)  # water under a rose sky is violet: it must not be the land's
    return far, middle, palette.sky_top.mix(palette.middle, 0.4)


def pane(stage: Stage, colour: Colour) -> Colour:
    """Give the colour of a window: warm light at dusk and at night, the sky's by day."""
    if stage.palette.hour in ("dusk", "night"):
        return lch(0.88, 0.11, 85)
    return colour.mix(stage.palette.sky_top, 0.5).lighter(-0.1)
