"""Snow, rain and mist over a finished picture, and the words for them."""

from __future__ import annotations

from dataclasses import replace

from ..kit.canvas import num
from ..kit.colour import lch
from .landscape_colours import HOUR_WORDS, Palette
from .stage import Stage


def of_the_day(stage: Stage, *, rain: float = 0.012) -> str:
    """Draw the day's weather by chance: `snow` (in winter), `rain`, `mist` or, mostly, nothing.

    What the article's own words ask for goes before chance.
    """
    if stage.weather:
        return stage.weather
    rng = stage.rng("weather")
    if stage.palette.season == "winter":
        return "snow" if rng.chance(0.6) else ""
    return rng.weighted((("rain", rain), ("mist", 0.1), ("", 0.9 - rain)))


def dulled(palette: Palette, weather: str) -> Palette:
    """Take the colour out of sky and haze when it rains or when mist lies."""
    share = {"rain": 0.45, "mist": 0.7}.get(weather, 1.0)
    grey = -0.05 if weather == "rain" and not palette.night else 0.0
    return replace(
        palette,
        sky_top=palette.sky_top.vivid(share).lighter(grey),
        sky_middle=palette.sky_middle.vivid(share).lighter(grey),
        horizon=palette.horizon.vivid(share).lighter(grey),
        middle=palette.middle.vivid(0.5 + share / 2),
        water=palette.water.vivid(share),
        light=palette.light.vivid(share),
    )


def with_weather(stage: Stage) -> Stage:
    """Draw the day's weather and give the sky its colours: rain and mist are no bright day."""
    kind = of_the_day(stage)
    if not kind or kind == stage.weather:
        return stage
    return replace(stage, weather=kind, palette=dulled(stage.palette, kind))


def fall(stage: Stage, kind: str, horizon: float) -> None:
    """Let the weather come down over the finished picture."""
    if kind == "snow":
        _snow(stage)
    elif kind == "rain":
        _rain(stage)
    elif kind == "mist":
        _mist(stage, horizon)


def _snow(stage: Stage) -> None:
    rng, frame = stage.rng("snow"), stage.frame
    white = lch(0.98, 0.01, 240)
    for size, count in ((0.38, 110), (0.62, 45)):
        spots = ((rng.between(0, frame.width), rng.between(0, frame.height)) for _ in range(count))
        d = "".join(f"M{num(x)} {num(y)}h0" for x, y in spots)
        stage.canvas.path(d, "none", stroke=white, width=size * frame.unit, line_alpha=0.85)


def _rain(stage: Stage) -> None:
    rng, frame, d = stage.rng("rain"), stage.frame, ""
    lean = -0.28 if frame.flip else 0.28
    for _ in range(120):
        long = frame.unit * rng.between(1.6, 3.4)
        x, y = rng.between(0, frame.width), rng.between(0, frame.height)
        d += f"M{num(x)} {num(y)}l{num(-long * lean)} {num(long)}"
    colour = stage.palette.paper
    stage.canvas.path(d, "none", stroke=colour, width=frame.unit * 0.2, line_alpha=0.55)


def _mist(stage: Stage, horizon: float) -> None:
    """Long lenses of mist that lie over the ground, in two thin layers."""
    frame, unit = stage.frame, stage.frame.unit
    colour = stage.palette.horizon.mix(stage.palette.paper, 0.4)
    for layer in range(2):
        rng, d = stage.rng(f"mist {layer}"), ""
        for _ in range(4):
            half, high = frame.width * rng.between(0.25, 0.5), unit * rng.between(2, 3.6)
            x, y = rng.unit() * frame.width, horizon + unit * rng.between(-7, 10)
            d += f"M{num(x - half)} {num(y)}Q{num(x)} {num(y - high)} {num(x + half)} {num(y)}"
            d += f"Q{num(x)} {num(y + high)} {num(x - half)} {num(y)}Z"
        stage.canvas.path(d, colour, alpha=0.28)


_WEATHER_WORDS = {"snow": " in falling snow", "rain": " in the rain", "mist": " in light mist"}


_SEASON_WORDS = {"autumn": " in autumn", "winter": " in winter"}


def setting(stage: Stage, kind: str = "", *, season: bool = True) -> str:
    """Say when it is, as far as the picture shows it."""
    shown = _SEASON_WORDS.get(stage.palette.season, "") if season else ""
    return HOUR_WORDS[stage.palette.hour] + _WEATHER_WORDS.get(kind, shown)
