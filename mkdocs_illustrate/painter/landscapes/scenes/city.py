"""A skyline in layers of haze, behind a river, a park or a bridge; or a street in town."""

from __future__ import annotations

from ...kit.canvas import num
from ...kit.colour import lch
from ...kit.drawn import Drawn
from ...kit.outlines import scaled
from .. import backdrop, light, rain_and_snow
from ..parts.buildings import boulevards, castles, city_waterside, skylines
from ..parts.land import skies, wayside
from ..parts.people_and_animals import crowds, human_figures
from ..parts.plants import flora
from ..parts.traffic import vehicles
from ..stage import Stage
from . import Scene

_SHORE = {"waterside": 0.79, "park": 0.755, "bridge": 0.735, "street": 0.74}


def draw(stage: Stage) -> Drawn:
    """Draw the town, then what lies before it."""
    frame, kind = stage.frame, _kind(stage)
    weather = rain_and_snow.of_the_day(stage)
    stage = skies.clouded(stage, weather)
    shore = frame.height * (_SHORE[kind] + (0.01 if frame.tall else 0.0))
    sun = skies.over(stage, shore, weather, low=0.42, high=0.74)
    details = boulevards.street(stage, weather) if kind == "street" else _before(stage, kind, (shore, sun), weather)
    calm = not weather and not stage.palette.night and kind != "street"
    if calm and stage.rng("drones").chance(0.4):
        _drones(stage, shore)
        details = (*details[:2], "drones above the roofs")
    rain_and_snow.fall(stage, weather, shore)
    subject = "a city street" if kind == "street" else "a city skyline"
    setting = rain_and_snow.setting(stage, weather)
    return Drawn(subject=subject, details=details[:3], setting=setting)


def _kind(stage: Stage) -> str:
    if "cars" in stage.concepts:
        return stage.rng("way").pick(("park", "street"))
    if "cycling" in stage.concepts:
        return "park"
    return "waterside" if "train" in stage.concepts else stage.variant


def _before(stage: Stage, kind: str, places: tuple[float, float], weather: str) -> tuple[str, ...]:
    """Draw the skyline and what lies at its feet."""
    shore, sun = places
    landmark = skylines.draw(stage, shore)
    if kind == "park":
        details = _park(stage, shore, weather)
    else:
        city_waterside.river(stage, shore, sun, weather)
        if kind == "bridge":
            details = city_waterside.bridge(stage, shore)
        elif "train" in stage.concepts or stage.rng("quay").chance(0.6):
            details = city_waterside.viaduct(stage, shore)
        else:
            details = city_waterside.promenade(stage, shore, weather)
    return (*details[:2], landmark) if landmark else details


def _park(stage: Stage, shore: float, weather: str) -> tuple[str, ...]:
    """Lawns with trees before the houses, and a lane with someone on it."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("park")
    canopy = [(frame.width / 2, frame.width * 0.54, shore + unit * (0.4 + 1.5 * i)) for i in range(3)]
    castles.wooded(stage, rng, canopy, unit * 2.1)
    turf = light.turf(stage, 0.95)
    paint = stage.canvas.linear(((0, turf), (1, turf.mix(light.needles(stage), 0.4))))
    front = backdrop.ridge(stage, "green", shore + unit * 5.2, unit * 2.4, paint)
    if rng.chance(0.6):
        wayside.pond(stage, (frame.x(rng.between(0.26, 0.4)), shore + unit * 9))
    trees = []
    for middle in (0.1, 0.5, 0.74, 0.92):
        for _ in range(rng.whole(1, 3)):
            x = frame.x(middle + rng.between(-0.06, 0.06))
            y = backdrop.height_at(front, x) + unit * rng.between(0.8, 3.4)
            trees.append((x, y, unit * rng.between(8, 13)))
    trees.sort(key=lambda spot: spot[1])
    tone = light.leaves(stage, 0.95)
    flora.rounds(stage, trees[::2], tone)
    flora.rounds(stage, trees[1::2], tone.turned(10).lighter(0.035), slim=0.85)
    lane = frame.height - unit * (6.4 if frame.panorama else 7.4)
    _lane(stage, lane)
    crowds.bench(stage, (frame.x(0.74), lane + unit * 0.2), unit * 7.5)
    places = [(frame.x(share), lane + unit * 1.4, unit * 8.6) for share in (0.2, 0.86)]
    crowds.walkers(stage, rng, places, weather)
    if "cars" in stage.concepts:
        vehicles.car(stage, (frame.golden, lane + unit * 2.5), unit * 13, stage.palette.accent, mirror=frame.flip)
        words = "a car on a park road"
    elif "cycling" in stage.concepts or rng.chance(0.5):
        human_figures.cyclist(stage, (frame.golden, lane + unit * 2.2), unit * 9.5, mirror=frame.flip)
        words = "a cyclist on a park lane"
    else:
        human_figures.walker(stage, (frame.golden, lane + unit * 2.2), unit * 9, mirror=frame.flip)
        words = "someone walking through a park"
    _hedge(stage)
    return words, "trees before the houses"


def _lane(stage: Stage, top: float) -> None:
    frame, unit, palette = stage.frame, stage.frame.unit, stage.palette
    verge = light.turf(stage).mix(light.needles(stage), 0.45)
    stage.canvas.rect(0, top - unit * 0.6, frame.width, frame.height, verge)
    earth = light.own(stage, lch(0.82, 0.035, 70))
    stage.canvas.rect(0, top, frame.width, unit * 3.6, earth)
    posts = [(frame.width * share, top) for share in (0.12, 0.4, 0.68, 0.96)]
    d = "".join(scaled("M0 0v-11h1.6", x, y, unit) for x, y in posts)
    stage.canvas.path(d, "none", stroke=palette.depth(0.95), width=unit * 0.4)
    lamps = "".join(f"M{num(x + unit * 1.6)} {num(y - unit * 10.6)}h0" for x, y in posts)
    stage.canvas.path(lamps, "none", stroke=palette.light, width=unit * 1.1)


def _hedge(stage: Stage) -> None:
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("hedge")
    dark = light.dark(stage, light.leaves(stage), 0.25, 0.29)
    line = backdrop.ridge(stage, "hedge line", frame.height - unit * 1.1, unit, dark, lift=unit * 5)
    size = (unit * 1.2, unit * 2.6)
    spots = flora.along(rng, line, int(frame.width / unit / 3), size, sink=unit * 0.2)
    flora.bushes(stage, spots, dark)


def _drones(stage: Stage, shore: float) -> None:
    frame, rng = stage.frame, stage.rng("drone places")
    spots = [(frame.x(rng.between(0.42, 0.9)), shore * rng.between(0.12, 0.3)) for _ in range(4)]
    vehicles.drones(stage, spots, frame.unit * 1.3)


SCENE = Scene(
    draw=draw,
    variants=("waterside", "park", "bridge", "street", "waterside"),
    hours=("dawn", "noon", "dusk", "night"),
)
