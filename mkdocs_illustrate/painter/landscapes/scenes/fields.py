"""Rolling fields in stripes, and a farm, a mill, vines, turbines or a garden."""

from __future__ import annotations

from dataclasses import replace

from ...kit.canvas import Point
from ...kit.colour import Colour, lch
from ...kit.drawn import Drawn
from .. import backdrop, light, rain_and_snow
from ..parts.buildings import farm, houses
from ..parts.land import crops, foregrounds, hill_fields, skies
from ..parts.people_and_animals import country_lane
from ..parts.plants import flora, garden, groves
from ..stage import Stage
from . import Scene

_STRAW, _SOIL, _RAPE = lch(0.85, 0.11, 88), lch(0.68, 0.075, 58), lch(0.89, 0.15, 102)
_FRESH, _DEEP, _OLIVE = lch(0.76, 0.14, 124), lch(0.62, 0.11, 146), lch(0.72, 0.10, 112)
_CROPS = {
    "spring": (_FRESH, _RAPE, _DEEP),
    "summer": (_FRESH.lighter(-0.04), _STRAW, _DEEP),
    "autumn": (_OLIVE, _STRAW.turned(-5), _SOIL),
    "night": (_FRESH, _DEEP, _DEEP.turned(22)),
}
"""What grows, by season; in winter it is under snow, and by night gold and soil would be mud."""
_SCENES = {
    "farm": "rolling fields",
    "windmill": "rolling fields",
    "vineyard": "hills of vines",
    "turbines": "rolling fields",
    "hills": "rolling hills",
    "orchard": "an orchard",
    "garden": "a garden among fields",
}


def draw(stage: Stage) -> Drawn:
    """Draw hills far to near, then what the variant grows there."""
    if "weather" in stage.concepts and stage.weather in {"", "clear"}:
        stage = replace(stage, weather="rain", palette=rain_and_snow.dulled(stage.palette, "rain"))
    stage = rain_and_snow.with_weather(stage)
    frame, kind = stage.frame, _kind(stage)
    base = frame.height * (0.60 if frame.tall else 0.56)
    skies.open_air(stage, base, height=stage.rng("sun").between(0.3, 0.66), clouds=4)
    if stage.weather in {"", "clear"} and not stage.palette.night:
        backdrop.birds(stage, (frame.x(0.52), base * 0.3))
    lines = _hills(stage, base, kind)
    scene = {
        "farm": _farm,
        "windmill": _windmill,
        "vineyard": _vineyard,
        "turbines": hill_fields.turbines,
        "hills": hill_fields.hills,
        "orchard": hill_fields.orchard,
        "garden": garden.garden,
    }[kind]
    lane = country_lane.lane(stage, lines[-1]) if kind != "garden" else []
    details = scene(stage, lines)
    if lane:
        details = (*country_lane.traveller(stage, lane, kind), *details)
        foregrounds.front(stage)
    rain_and_snow.fall(stage, stage.weather, base)
    setting = rain_and_snow.setting(stage, stage.weather)
    return Drawn(subject=_SCENES[kind], details=details[:3], setting=setting)


def _kind(stage: Stage) -> str:
    names = set(stage.concepts)
    if names & {"energy", "climate"}:
        return "turbines"
    return "vineyard" if "wine" in names else stage.variant


def _tones(stage: Stage, i: int, kind: str) -> list[Colour]:
    """Give a hill's fields, which keep their green and gold at every hour."""
    palette, depth = stage.palette, 0.42 + i * 0.19
    if palette.season == "winter":
        white, shade = light.snow_lit(stage), light.snow_dim(stage)
        veil = palette.depth(0.3)
        return [white.mix(shade, share).mix(veil, 0.45 - 0.15 * i) for share in (0.35, 0.8, 0.55)]
    crops = _CROPS["night" if palette.night else palette.season]
    tones = [light.land(stage, crop, depth) for crop in crops]
    if i == 3 and kind in {"vineyard", "orchard"}:
        return [tones[0], tones[0].lighter(0.02)]
    return [tones[0], tones[1], tones[2], tones[0].turned(10).lighter(-0.06)]


def _hills(stage: Stage, base: float, kind: str) -> list[list[Point]]:
    """A far ridge, then four hills of fields with trees along their tops."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("fields")
    for name, rise, depth in (("ridge far", 0.19, 0.12), ("ridge near", 0.12, 0.26)):
        backdrop.ridge(stage, name, base + unit * 2, frame.height * rise, stage.palette.depth(depth))
    backdrop.haze(stage, base - unit * 9, base + unit * 3, stage.palette.horizon, 0.45)
    drop, lines = frame.height - base, []
    for i, share in enumerate((0.04, 0.17, 0.35, 0.58)):
        tones = rng.shuffled(_tones(stage, i, kind))
        rise = drop * (0.32 - 0.05 * i)
        line = backdrop.ridge(stage, f"hill {i}", base + drop * share + unit, rise, tones[0], detail=2)
        bare = i == 3 and len(tones) == 2
        crops.patchwork(stage, rng, line, tones, count=9 - i, furrows=i > 0 and not bare)
        lines.append(line)
        if i < 3:
            _trees(stage, line, i)
    return lines


def _trees(stage: Stage, line: list[Point], i: int) -> None:
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng(f"trees {i}")
    depth, size = 0.5 + 0.2 * i, unit * (2.2 + 1.3 * i)
    count = int(frame.width / unit / (2.2 + i))
    spots = [s for s in flora.along(rng, line, count, (size * 0.7, size * 1.2), sink=unit * 0.3) if rng.chance(0.4)]
    hedge = flora.along(rng, line, count * 2 // 3, (size * 0.16, size * 0.26), sink=unit * 0.2)
    tones = light.foliage(stage, depth)
    flora.bushes(stage, hedge, tones[2].lighter(-0.02))
    groves.mixed(stage, spots, depth)
    if i == 1:
        stand = [(x + unit * 2, y, h * 1.5) for x, y, h in spots[:4]]
        flora.poplars(stage, stand, tones[0].lighter(-0.07))


def _farm(stage: Stage, lines: list[list[Point]]) -> tuple[str, ...]:
    unit, snow = stage.frame.unit, stage.palette.season == "winter"
    at = crops.foot(stage, lines[2], 0.7, 2)
    green = light.leaves(stage)
    groves.broad(stage, [(at[0] - unit * 8.5, at[1], unit * 12), (at[0] + unit * 10, at[1], unit * 10)], green)
    farm.barn(stage, at, unit * 12, snow=snow)
    home = crops.foot(stage, lines[2], 0.56, 2.2)
    houses.long_house(stage, home, unit * 9, unit * 4, lch(0.94, 0.03, 85), lch(0.5, 0.09, 30), snow=snow)
    if snow:
        return "a red barn with a silo", "a farmhouse"
    rng = stage.rng("bales")
    spots = [(*crops.foot(stage, lines[3], s + rng.between(-0.02, 0.02), 7.6), unit * 2.1) for s in (0.16, 0.25, 0.38)]
    crops.bales(stage, spots)
    return "a red barn with a silo", "bales of straw"


def _windmill(stage: Stage, lines: list[list[Point]]) -> tuple[str, ...]:
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("mill")
    at = crops.foot(stage, lines[2], 0.68, 1.5)
    farm.windmill(stage, at, min(unit * 34, frame.height * 0.46), rng.between(15, 75))
    home = crops.foot(stage, lines[2], 0.57, 2)
    houses.long_house(
        stage, home, unit * 8, unit * 3.6, lch(0.94, 0.03, 85), farm.ROOF, snow=stage.palette.season == "winter"
    )
    flora.poplars(
        stage, [(at[0] + unit * d, at[1] + unit, unit * h) for d, h in ((9, 12), (12, 9))], light.leaves(stage)
    )
    return "a windmill", "a cottage and poplars"


def _vineyard(stage: Stage, lines: list[list[Point]]) -> tuple[str, ...]:
    """Vines in rows down the front hill, a winery above them."""
    frame, unit, line = stage.frame, stage.frame.unit, lines[3]
    at = crops.foot(stage, lines[2], 0.68, 1.6)
    wall, roof = lch(0.90, 0.05, 75), lch(0.60, 0.13, 40)
    houses.long_house(stage, at, unit * 15, unit * 5.6, wall, roof, rows=2)
    houses.house(stage, (at[0] - unit * 8.5, at[1]), unit * 5, unit * 9.5, wall, roof, rows=3)
    dark = light.leaves(stage)
    flora.poplars(
        stage,
        [(at[0] + unit * d, at[1] + unit * 0.5, unit * h) for d, h in ((10, 11), (12.5, 8), (-13, 10))],
        dark.lighter(-0.06),
    )
    far = (frame.x(0.6), min(y for _, y in line) - unit * 12)
    for i in range(-8, 11):
        low, spots, t = frame.width * (0.5 + i * 0.135), [], 0.4
        while t < 1.12:
            x = far[0] + (low - far[0]) * t
            y = far[1] + (frame.height - far[1]) * t
            below = (y - backdrop.height_at(line, x)) / unit
            if below > 0.3 and not 3.3 < below < 5.9:  # where the lane is
                spots.append((x, y, unit * 2.6 * t))
            t *= 1.058
        flora.bushes(stage, spots, dark.lighter(0.03 if i % 2 else -0.02))
    return "rows of vines", "a winery with poplars"


SCENE = Scene(
    draw=draw,
    variants=(
        "farm",
        "windmill",
        "vineyard",
        "hills",
        "farm",
        "orchard",
        "garden",
        "turbines",
        "hills",
    ),
    seasons=("spring", "summer", "summer", "autumn"),
)
