"""Mountains in the light of the hour, wooded hills before them, and someone on the way."""

from __future__ import annotations

from dataclasses import replace

from ...kit.canvas import Point, num
from ...kit.drawn import Drawn
from .. import backdrop, light, rain_and_snow
from ..parts.buildings import houses
from ..parts.land import mountain_foregrounds, mountain_lake, mountain_ledge, ranges, skies, wayside
from ..parts.people_and_animals import human_figures
from ..parts.traffic import vehicles
from ..stage import Stage
from . import Scene

_FRONTS = (("path", 1.3), ("pasture", 1.0), ("brook", 1.0), ("ledge", 1.0))


def draw(stage: Stage) -> Drawn:
    """Draw far to near: sky, ranges, woods, and what the variant puts in front."""
    frame, kind = stage.frame, _kind(stage)
    if kind == "snow":
        stage = replace(stage, palette=replace(stage.palette, season="winter"))
    weather = rain_and_snow.of_the_day(stage)
    stage = skies.clouded(stage, weather)
    base = frame.height * (0.70 if frame.tall else 0.67)
    sun = skies.over(stage, base, weather, low=0.55, birds=0.84)
    ranges.draw(stage, base)
    line = ranges.woods(stage, base)
    guest = _guest(stage, base, line, weather)
    if kind == "lake":
        details = mountain_lake.lake(stage, base, sun, weather)
    elif kind == "camp":
        details = mountain_lake.camp(stage, base, sun, weather)
    else:
        details = _piste(stage, base) if kind == "snow" else _meadow(stage, base)
    rain_and_snow.fall(stage, weather, base)
    subject = "snow-capped mountains" if kind != "snow" else "snowy mountains"
    season = stage.palette.season == "autumn"
    setting = rain_and_snow.setting(stage, weather, season=season)
    return Drawn(subject=subject, details=(*guest, *details)[:3], setting=setting)


def _kind(stage: Stage) -> str:
    if "lake" in stage.concepts:
        return "lake"
    if "camping" in stage.concepts:
        return "camp"
    if stage.palette.season == "winter":
        return "snow"
    return stage.variant


def _meadow(stage: Stage, base: float) -> tuple[str, ...]:
    """Draw one of the open foregrounds below the tree line."""
    hiking = "hiking" in stage.concepts and stage.rng("hike").chance(0.75)
    front = "path" if hiking else stage.rng("front").weighted(_FRONTS)
    if front == "ledge":
        return mountain_ledge.ledge(stage, base)
    line = mountain_foregrounds.ground(stage, base, light.turf(stage))
    kinds = {
        "path": mountain_foregrounds.path,
        "pasture": mountain_foregrounds.pasture,
        "brook": mountain_foregrounds.brook,
    }
    details = kinds[front](stage, line)
    mountain_foregrounds.edges(stage, line)
    mountain_foregrounds.corners(stage, light.needles(stage))
    return details


def _piste(stage: Stage, base: float) -> tuple[str, ...]:
    """Snow, a skier, a cabin with a light in its window."""
    frame, unit = stage.frame, stage.frame.unit
    white = light.snow_lit(stage).mix(light.snow_dim(stage), 0.3)
    line = mountain_foregrounds.ground(stage, base, white)
    _drifts(stage, line)
    hut = frame.x(stage.rng("hut").between(0.24, 0.34))
    houses.cabin(stage, (hut, backdrop.height_at(line, hut) + unit), unit * 10, snow=True)
    afoot = "hiking" in stage.concepts and "skiing" not in stage.concepts
    down = "skiing" in stage.concepts or (stage.rng("piste").chance(0.6) and not afoot)
    (_skier if down else _walker)(stage, line, base)
    mountain_foregrounds.edges(stage, line, snow=True)
    return "a skier on a slope" if down else "a hiker in deep snow", "a cabin among firs"


def _skier(stage: Stage, line: list[Point], base: float) -> None:
    frame, unit = stage.frame, stage.frame.unit
    x, end = frame.golden, frame.x(0.8)
    y = backdrop.height_at(line, x) + (frame.height - base) * 0.3
    track = f"M{num(x)} {num(y)}Q{num(frame.x(0.72))} {num(y - unit * 2)} {num(end)} "
    track += num(backdrop.height_at(line, end))
    tone = light.snow_dim(stage).lighter(-0.05)
    stage.canvas.path(track, "none", stroke=tone, width=unit * 0.5)
    human_figures.skier(stage, (x, y), unit * 11, mirror=not frame.flip)


def _walker(stage: Stage, line: list[Point], base: float) -> None:
    """Someone on foot, the footprints behind."""
    frame, unit, prints = stage.frame, stage.frame.unit, ""
    x = frame.golden
    y = backdrop.height_at(line, x) + (frame.height - base) * 0.28
    way = 1 if frame.flip else -1
    for i in range(13):
        px = x - way * unit * (1.5 + 2.1 * i)
        py = y + unit * (0.4 + 0.024 * i * i + (0.4 if i % 2 else -0.1))
        prints += f"M{num(px)} {num(py)}h{num(unit * 0.5)}"
    tone = light.snow_dim(stage).lighter(-0.09)
    stage.canvas.path(prints, "none", stroke=tone, width=unit * 0.45)
    human_figures.hiker(stage, (x, y), unit * 11, mirror=not frame.flip)


def _drifts(stage: Stage, line: list[Point]) -> None:
    """Blue folds in the snow of the foreground."""
    frame, unit = stage.frame, stage.frame.unit
    for i, share in enumerate((0.3, 0.62)):
        top = backdrop.height_at(line, frame.width / 2)
        y = top + (frame.height - top) * share
        tone = light.snow_dim(stage).mix(light.snow_lit(stage), 0.5 - 0.28 * i)
        backdrop.ridge(stage, f"drift {i}", y, unit * 5, tone, detail=1, lift=unit * 3)


def _guest(stage: Stage, base: float, line: list[Point], weather: str) -> tuple[str, ...]:
    """Sometimes something hangs or flies above the valley."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("guest")
    kinds = (("", 4.0), ("balloon", 0.8), ("cable car", 1.0), ("eagle", 1.2), ("hamlet", 1.6))
    kind = "aeroplane" if "flying" in stage.concepts else rng.weighted(kinds)
    if kind == "aeroplane":
        vehicles.aeroplane(stage, (frame.x(0.45), base * 0.26), unit * 10, mirror=frame.flip)
        return ("a light aeroplane",)
    if kind == "cable car":
        wayside.cable_car(stage, line, base)
        return ("a cable car",)
    if kind == "hamlet":
        ranges.hamlet(stage, line, base)
        return ("a village in the valley",)
    if weather or stage.palette.night or not kind:
        return ()
    if kind == "eagle":
        at = (frame.x(rng.between(0.34, 0.48)), base * rng.between(0.3, 0.42))
        wayside.eagle(stage, at, unit * 6.5, mirror=frame.flip)
        return ("an eagle",)
    vehicles.balloon(stage, (frame.x(0.45), base * 0.26), unit * 9)
    return ("a hot-air balloon",)


SCENE = Scene(
    draw=draw,
    variants=("meadow", "lake", "meadow", "meadow", "snow", "meadow", "camp"),
)
