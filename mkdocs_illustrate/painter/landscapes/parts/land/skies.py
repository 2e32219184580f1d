"""The sky over a place, as the day's weather allows: no sun shines through rain."""

from __future__ import annotations

from dataclasses import replace

from ....kit.colour import Colour, lch
from ... import backdrop
from ...landscape_colours import Palette
from ...stage import Stage

_SLATE = lch(0.62, 0.04, 245)


def clouded(stage: Stage, weather: str) -> Stage:
    """Give the stage its palette for the weather: rain greys the sky and takes the glare."""
    if weather != "rain" or stage.palette.night:
        return stage
    return replace(stage, palette=_rainy(stage.palette))


def _rainy(palette: Palette) -> Palette:
    def dull(colour: Colour, share: float) -> Colour:
        return colour.mix(_SLATE, share).vivid(0.9)

    return replace(
        palette,
        sky_top=dull(palette.sky_top, 0.5),
        sky_middle=dull(palette.sky_middle, 0.34),
        horizon=dull(palette.horizon, 0.16),
        light=palette.light.mix(palette.horizon, 0.35),
    )


def over(
    stage: Stage,
    horizon: float,
    weather: str,
    *,
    low: float = 0.5,
    high: float = 0.78,
    birds: float = 0.5,
) -> float:
    """Paint sky, stars, sun or moon, clouds and birds; give the x of the light."""
    frame, rng = stage.frame, stage.rng("sun")
    height, x = rng.between(low, high), frame.x(rng.between(0.2, 0.42))
    backdrop.sky(stage, horizon)
    if stage.palette.night:
        backdrop.stars(stage, horizon, 110)
    if weather != "rain":
        backdrop.sun(stage, horizon, x=x, height=height)
    backdrop.clouds(stage, horizon, 6 if weather == "rain" else rng.whole(2, 4), alpha=0.55)
    if not stage.palette.night and not weather and rng.chance(0.75):
        backdrop.birds(stage, (frame.x(birds), horizon * rng.between(0.2, 0.34)), rng.whole(3, 6))
    return x


def open_air(stage: Stage, horizon: float, *, height: float, clouds: int, stars: int = 90) -> bool:
    """Paint a sky whose light hangs at that height, or rain clouds; tell whether it is dry."""
    backdrop.sky(stage, horizon)
    if stage.weather == "rain":
        backdrop.overcast(stage, horizon)
        return False
    if stage.palette.night:
        backdrop.stars(stage, horizon, stars)
    backdrop.sun(stage, horizon, height=height)
    backdrop.clouds(stage, horizon, clouds, alpha=0.6)
    return True
