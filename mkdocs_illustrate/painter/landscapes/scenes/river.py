"""A river that winds from the hills: a stone bridge, a mill, a boat or an angler.

Where things stand is said in shares: of the width, and of the way from the horizon to the lower edge.
"""

from __future__ import annotations

from ...kit.canvas import Point, num
from ...kit.colour import lch
from ...kit.drawn import Drawn
from .. import backdrop, light, rain_and_snow
from ..parts.buildings import houses, stone_bridges
from ..parts.land import foregrounds, river_banks, river_valley, skies
from ..parts.land.river_valley import Course, Trees
from ..parts.people_and_animals import human_figures
from ..parts.plants import flora
from ..parts.traffic import vehicles
from ..stage import Stage
from . import Scene

_HORIZON, _HORIZON_TALL = 0.55, 0.60
_BENDS: Course = (
    (0.62, 0.02, 0.004),
    (0.50, 0.07, 0.013),
    (0.66, 0.16, 0.03),
    (0.42, 0.31, 0.07),
    (0.56, 0.55, 0.16),
    (0.47, 0.8, 0.28),
    (0.45, 1.05, 0.36),
)
_BENDS_GROVES = (
    (0.05, 0.4, 0.05, 3.4, 0.5),
    (0.75, 1.0, 0.10, 5, 0.65),
    (0.0, 0.26, 0.26, 8, 0.85),
    (0.74, 1.02, 0.40, 10, 0.95),
)
"""From and to, in shares of the width; how far down; the trees' height in units; depth."""
_MILL_RACE: Course = (
    (0.30, 0.22, 0.02),
    (0.36, 0.3, 0.06),
    (0.32, 0.42, 0.13),
    (0.4, 0.62, 0.27),
    (0.42, 0.85, 0.4),
    (0.42, 1.05, 0.45),
)
_MILL_TREES: Trees = ((0.82, 0.46, 16), (0.90, 0.5, 13), (0.97, 0.48, 17), (0.05, 0.42, 14), (0.12, 0.38, 11))
_COTTAGE, _COTTAGE_ROOF = lch(0.95, 0.03, 85), lch(0.52, 0.12, 32)
_MILL_WALL, _MILL_ROOF = lch(0.93, 0.035, 80), lch(0.5, 0.12, 32)
_BARN_WALL, _BARN_ROOF = lch(0.86, 0.05, 70), lch(0.46, 0.1, 28)
_BOAT_WOOD = lch(0.55, 0.1, 45)


def draw(stage: Stage) -> Drawn:
    """Draw hills, the bends of the water, its banks, and what is on it."""
    stage = rain_and_snow.with_weather(stage)
    base = stage.frame.height * (_HORIZON_TALL if stage.frame.tall else _HORIZON)
    subject, view = _VIEWS[stage.variant]
    skies.open_air(stage, base, height=stage.rng("sun").between(0.42, 0.72), clouds=3)
    river_banks.slopes(stage, base)
    details = view(stage, base)
    _front(stage)
    rain_and_snow.fall(stage, stage.weather, base)
    return Drawn(subject=subject, details=details, setting=rain_and_snow.setting(stage, stage.weather))


def _bends(stage: Stage, base: float) -> tuple[str, ...]:
    """Wide bends through meadows, a canoe on the nearest."""
    frame, unit = stage.frame, stage.frame.unit
    lines = river_valley.plain(stage, base, ((0.0, 0.5), (0.16, 0.68), (0.34, 0.9)))
    river_banks.blooms(stage, lines[-1], (frame.height - base) * 0.5)
    river_banks.village(stage, (frame.x(0.30), frame.below(base, 0.06)), unit * 3.6)
    river_valley.flow(stage, base, _BENDS)
    _groves(stage, base)
    cottage, snow = (frame.x(0.80), frame.below(base, 0.24)), stage.palette.season == "winter"
    houses.long_house(stage, cottage, unit * 9, unit * 3.8, _COTTAGE, _COTTAGE_ROOF, depth=0.9, snow=snow)
    return _boat(stage, (frame.x(0.54), frame.below(base, 0.66))), "a cottage among trees"


def _groves(stage: Stage, base: float) -> None:
    """Nine trees to a grove, the larger the nearer."""
    rng = stage.rng("bends")
    for start, end, down, tall, depth in _BENDS_GROVES:
        trees = tuple(
            (rng.between(start, end), down + rng.between(-0.03, 0.05), tall * rng.between(0.7, 1.2)) for _ in range(9)
        )
        river_valley.grove(stage, base, trees, depth)


def _boat(stage: Stage, at: Point) -> str:
    """A canoe, or an angler in a boat where the article is about fish."""
    if "fish" not in stage.concepts:
        vehicles.canoe(stage, at, stage.frame.unit * 13, mirror=stage.frame.flip)
        return "a canoe"
    unit, (x, y), way = stage.frame.unit, at, 1 if not stage.frame.flip else -1
    human_figures.walker(stage, (x - unit, y - unit * 0.8), unit * 7, mirror=stage.frame.flip)
    vehicles.rowboat(stage, at, unit * 14, light.own(stage, _BOAT_WOOD), mirror=stage.frame.flip)
    rod = f"q{num(way * unit * 5)} {num(-unit * 5)} {num(way * unit * 9)} {num(-unit * 3)}"
    line = f"M{num(x)} {num(y - unit * 4.6)}{rod}v{num(unit * 7)}"
    stage.canvas.path(line, "none", stroke=stage.palette.ink, width=unit * 0.18)
    return "an angler in a boat"


def _bridge(stage: Stage, base: float) -> tuple[str, ...]:
    """A bridge of five arches over broad water, a village beyond."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("bridge")
    river_valley.plain(stage, base, ((0.0, 0.5), (0.12, 0.7)))
    trees = tuple((rng.unit(), 0.06 + rng.between(0, 0.03), rng.between(3.0, 4.6)) for _ in range(22))
    river_valley.grove(stage, base, trees, 0.62)
    river_banks.village(stage, (frame.x(0.72), frame.below(base, 0.03)), unit * 6.4)
    top = frame.below(base, 0.26)
    backdrop.water(stage, top)
    backdrop.ripples(stage, top + unit * 3, frame.height, 56)
    backdrop.glints(stage, frame.third, top + unit * 4, frame.height, 11)
    river_valley.sides(stage, base)
    stone_bridges.arches(stage, top + unit * 3.2, min(unit * 13, (frame.height - base) * 0.44))
    boat = _boat(stage, (frame.x(0.42), frame.below(base, 0.72)))
    return boat, "someone on the bridge", "a village beyond"


def _mill(stage: Stage, base: float) -> tuple[str, ...]:
    """A mill with its wheel by a weir, a boat below."""
    frame, rng = stage.frame, stage.rng("mill")
    river_valley.plain(stage, base, ((0.0, 0.5), (0.14, 0.72)))
    trees = tuple((rng.unit(), 0.04 + rng.between(0, 0.1), rng.between(4, 8)) for _ in range(20))
    river_valley.grove(stage, base, trees, 0.66)
    river_valley.plain(stage, base, ((0.30, 0.92),))
    river_valley.flow(stage, base, _MILL_RACE)
    river_valley.grove(stage, base, _MILL_TREES, 0.95)
    _mill_house(stage, (frame.x(0.66), frame.below(base, 0.50)))
    return _boat(stage, (frame.x(0.38), frame.below(base, 0.74))), "a mill wheel"


def _mill_house(stage: Stage, at: Point) -> None:
    """The mill, its barn on one side, its wheel on the other."""
    unit, snow = stage.frame.unit, stage.palette.season == "winter"
    (x, y), width, way = at, unit * 15, 1 if not stage.frame.flip else -1
    houses.house(stage, at, width, unit * 12, _MILL_WALL, _MILL_ROOF, rows=3, snow=snow)
    barn = (x + way * unit * 14, y)
    houses.long_house(stage, barn, unit * 15, unit * 7, _BARN_WALL, _BARN_ROOF, snow=snow)
    wheel = (x - way * (width * 0.5 + unit * 3.2), y - unit * 3.0)
    stone_bridges.wheel(stage, wheel, unit * 6.2)


def _front(stage: Stage) -> None:
    """Dark banks in both corners, with reeds, or a great tree on one of them."""
    if stage.variant != "bridge" and stage.rng("bank").chance(0.35):
        foregrounds.tree(stage)
        return
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("front")
    colour = light.dark(stage, light.needles(stage), 0.35, 0.27)
    line = backdrop.ridge(stage, "front", frame.height + unit * 2.2, unit * 1.2, colour, lift=unit * 10)
    spots = flora.along(rng, line, int(frame.width / unit / 1.5), (unit * 1.5, unit * 4))
    flora.grass(stage, spots, colour)
    edge = [s for s in flora.along(rng, line, 26, (unit * 7, unit * 12)) if abs(s[0] / frame.width - 0.5) > 0.34]
    flora.reeds(stage, edge, colour.lighter(0.1))


_VIEWS = {
    "bends": ("a winding river", _bends),
    "bridge": ("a river under a stone bridge", _bridge),
    "mill": ("a river with a water mill", _mill),
}
SCENE = Scene(
    draw=draw,
    variants=("bends", "bends", "bridge", "bridge", "mill", "bends"),
    seasons=("spring", "summer", "summer", "autumn"),
)
