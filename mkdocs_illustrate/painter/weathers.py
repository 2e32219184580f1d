"""Snow, rain and mist over a finished picture, and the words for them."""

from __future__ import annotations

from .canvas import num
from .colour import lch
from .palette import HOUR_WORDS
from .shapes import pill
from .stage import Stage


def lot(stage: Stage, *, rain: float = 0.1) -> str:
    """Draw the lot of the day: `snow` (in winter), `rain`, `mist` or, mostly, nothing.

    What the article's own words ask for is no lot.
    """
    if stage.weather:
        return stage.weather
    rng = stage.rng("weather")
    if stage.palette.season == "winter":
        return "snow" if rng.chance(0.6) else ""
    return rng.weighted((("rain", rain), ("mist", 0.12), ("", 0.88 - rain)))


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
    rng, frame = stage.rng("mist"), stage.frame
    colour, d = stage.palette.horizon.mix(stage.palette.paper, 0.35), ""
    for _ in range(6):
        width = frame.width * rng.between(0.25, 0.6)
        x, y = rng.between(-0.2, 0.9) * frame.width, horizon + frame.unit * rng.between(-9, 5)
        d += pill(x, y, width, frame.unit * 2)
    stage.canvas.path(d, colour, alpha=0.38)


_WEATHER_WORDS = {"snow": " in falling snow", "rain": " in the rain", "mist": " in light mist"}


_SEASON_WORDS = {"autumn": " in autumn", "winter": " in winter"}


def setting(stage: Stage, kind: str = "", *, season: bool = True) -> str:
    """Say when it is, as far as the picture shows it."""
    shown = _SEASON_WORDS.get(stage.palette.season, "") if season else ""
    return HOUR_WORDS[stage.palette.hour] + _WEATHER_WORDS.get(kind, shown)
