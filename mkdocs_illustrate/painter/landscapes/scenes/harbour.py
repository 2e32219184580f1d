"""A harbour: cranes and ships, fishing boats below bright houses, or yachts at their jetties.

Where things stand is said in shares: of the width, and of the way from the quay to the lower edge.
"""

from __future__ import annotations

from dataclasses import replace

from ...kit.chance import Rng
from ...kit.colour import Colour, lch
from ...kit.drawn import Drawn
from .. import backdrop, light, rain_and_snow
from ..landscape_colours import Palette
from ..parts.buildings import cranes, houses, quays, quayside, towers
from ..parts.land import starry_sky
from ..parts.plants import flora
from ..parts.traffic import ships, vehicles
from ..stage import Stage
from . import Scene

_HORIZON = 0.64
_HILLS = ((0.36, 0.14), (0.24, 0.30))
"""How high they rise, in shares of the sky, and their depth."""
_CRANES = ((0.95, 0.78, 0.55), (0.81, 0.88, 0.72), (0.64, 1.0, 0.95))
"""Share of the width, size, depth."""
_CONCRETE, _GRANITE, _PALE_STONE = lch(0.72, 0.02, 250), lch(0.74, 0.025, 75), lch(0.80, 0.03, 80)
_CHURCH_WALL, _COPPER = quayside.FRONTS[3], lch(0.5, 0.06, 200)


def draw(stage: Stage) -> Drawn:
    """Draw sky and far shore, then the port, the old harbour or the marina."""
    if stage.palette.night:
        stage = replace(stage, palette=_town_night(stage))
    weather, sea = rain_and_snow.of_the_day(stage), stage.frame.height * _HORIZON
    _sky(stage, sea, weather)
    view = _VIEWS["marina" if "sailing" in stage.concepts else stage.variant]
    subject, details = view(stage, sea)
    front = quays.foreground(stage)
    rain_and_snow.fall(stage, weather, sea)
    details = tuple(word for word in (*details, front) if word)[:3]
    return Drawn(subject=subject, details=details, setting=rain_and_snow.setting(stage, weather, season=False))


def _town_night(stage: Stage) -> Palette:
    """A night over a town: never black, with the glow of its lamps along the horizon."""
    palette, _ = starry_sky.tinted(stage, cold=False)
    return replace(palette, light=lch(0.94, 0.06, 90), middle=palette.middle.lighter(0.06))


def _sky(stage: Stage, sea: float, weather: str) -> None:
    backdrop.sky(stage, sea)
    if stage.palette.night:
        backdrop.stars(stage, sea, 110)
    if weather != "rain":
        backdrop.sun(stage, sea, height=stage.rng("sun").between(0.3, 0.68))
    backdrop.clouds(stage, sea, 4, alpha=0.6)
    if not stage.palette.night:
        backdrop.birds(stage, (stage.frame.x(0.4), sea * 0.36), 5)


def _reach(stage: Stage, start: float) -> tuple[float, float]:
    """Give left and right of what begins at a share and runs to the edge of the frame."""
    x = stage.frame.x(start)
    return (-4.0, x) if stage.frame.flip else (x, stage.frame.width + 4.0)


def _skyline(stage: Stage, sea: float) -> None:
    """Hills and a low skyline beyond the water."""
    unit, rng = stage.frame.unit, stage.rng("far")
    backdrop.ridge(stage, "hills", sea, sea * 0.26, stage.palette.depth(0.12), detail=2)
    row = towers.skyline(stage, rng, sea + 1, unit * 3, unit * 15, wide=4.5, spread=0.25)
    tones = (stage.palette.depth(0.24), stage.palette.depth(0.3), stage.palette.depth(0.19))
    towers.draw(stage, row, rng, tones, stage.palette.light, alpha=0.25, drop=0.04)
    backdrop.haze(stage, sea - unit * 16, sea + 2, stage.palette.horizon, 0.45)


def _hills(stage: Stage, sea: float) -> None:
    """Two wooded hills beyond the water."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("hills")
    for i, (rise, depth) in enumerate(_HILLS):
        tone = stage.palette.depth(depth).mix(light.woods(stage, depth), 0.5)
        line = backdrop.ridge(stage, f"hill {i}", sea, sea * rise, tone, detail=2)
        spots = flora.along(rng, line, int(frame.width / unit / 2), (unit * 2, unit * (2.5 + i)), sink=unit * 0.3)
        flora.rounds(stage, spots, tone.lighter(-0.05))


def _port(stage: Stage, sea: float) -> tuple[str, tuple[str, ...]]:
    """Gantry cranes over a quay full of boxes, a large ship coming in, a tug."""
    unit, rng = stage.frame.unit, stage.rng("port")
    (_skyline if rng.chance(0.6) else _hills)(stage, sea)
    quays.water(stage, sea)
    quay = sea + unit * 3.5
    tall = min(unit * 42, sea * 0.72)
    for share, size, depth in _CRANES:
        cranes.crane(stage, (stage.frame.x(share), quay - unit), tall * size, depth)
    reach = _reach(stage, 0.48)
    quayside.containers(stage, stage.rng("stacks"), quay, reach)
    quays.wall(stage, quay, reach, _CONCRETE)
    quays.lamps(stage, quay, reach)
    quays.lights(stage, rng, quay + unit * 3, reach, 26)
    ship = _incoming(stage, rng, quay)
    if not stage.frame.tall or rng.chance(0.5):
        _tug(stage, quay)
    return "a harbour with cranes", (ship, "stacks of containers")


def _incoming(stage: Stage, rng: Rng, quay: float) -> str:
    """The large ship: a ferry where it is asked for, else boxes, as the variant or chance says."""
    frame, unit = stage.frame, stage.frame.unit
    at, length = (frame.x(0.42), quay + unit * 9), min(unit * 62, frame.width * 0.70)
    ferry = stage.variant == "ferry" or (stage.variant != "port" and rng.chance(0.5))
    (ships.ferry if ferry else vehicles.ship)(stage, at, length, mirror=not frame.flip)
    cranes.wake(stage, at, length)
    return "a ferry" if ferry else "a container ship"


def _tug(stage: Stage, quay: float) -> None:
    frame, unit = stage.frame, stage.frame.unit
    at = (frame.x(0.80), quay + unit * 14)
    ships.tug(stage, at, min(unit * 19, frame.width * 0.2), mirror=frame.flip)
    cranes.wake(stage, at, unit * 18)


def _old(stage: Stage, sea: float) -> tuple[str, tuple[str, ...]]:
    """Bright narrow houses on the quay, fishing boats, perhaps a mole with a light."""
    unit, rng = stage.frame.unit, stage.rng("old")
    _hills(stage, sea)
    quays.water(stage, sea)
    quay, start = sea + unit * 1.5, rng.pick((0.40, 0.40, 0.30, -0.06))
    open_sea, size = start > 0, 1.0 if start < 0 else 1.15
    if open_sea:
        quayside.mole(stage, sea)
    if rng.chance(0.6):
        at = (stage.frame.x(rng.pick((0.58, 0.80))), quay)
        houses.church(stage, at, min(unit * 34, sea * 0.66), _CHURCH_WALL, _COPPER, depth=0.7)
    quayside.terrace(stage, rng, quay, start, depth=0.72, size=1.25 * size)
    fronts = quayside.terrace(stage, rng, quay, start + 0.02, depth=1.0, size=1.02 * size)
    _promenade(stage, rng, quay, fronts, wall=start - 0.03, shine=start + 0.02, stone=_GRANITE)
    quayside.fishing_boats(stage, rng, quay)
    _trawler(stage, quay)
    return "an old harbour with bright houses", ("fishing boats", *(("a lighthouse on a mole",) if open_sea else ()))


def _promenade(
    stage: Stage, rng: Rng, quay: float, fronts: list[quayside.Front], *, wall: float, shine: float, stone: Colour
) -> None:
    """The quay's wall and lamps, and what of the houses shows in the water; `wall` and `shine` begin there."""
    reach, foot = _reach(stage, wall), quay + stage.frame.unit * 3
    quays.wall(stage, quay, reach, stone)
    quays.mirrored(stage, foot, fronts)
    quays.shine(stage, quay, _reach(stage, shine))
    quays.lamps(stage, quay, reach)
    quays.lights(stage, rng, foot, reach, 34)


def _trawler(stage: Stage, quay: float) -> None:
    """A large boat under way: the subject."""
    frame = stage.frame
    at, length = (frame.x(0.42), frame.below(quay, 0.64)), min(frame.unit * 30, frame.width * 0.36)
    vehicles.trawler(stage, at, length, stage.palette.accent, mirror=not frame.flip)
    cranes.wake(stage, at, length)


def _marina(stage: Stage, sea: float) -> tuple[str, tuple[str, ...]]:
    """Yachts in rows before a promenade with houses, one under sail."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("marina")
    _hills(stage, sea)
    quays.water(stage, sea)
    quay = sea + unit * 1.5
    fronts = quayside.terrace(stage, rng, quay, 0.20, depth=0.85, size=rng.between(0.7, 0.95))
    _promenade(stage, rng, quay, fronts, wall=0.16, shine=0.20, stone=_PALE_STONE)
    quayside.yachts(stage, rng, quay)
    at = (frame.x(0.34), frame.below(quay, 0.62))
    vehicles.sailboat(stage, at, min(unit * 38, frame.height * 0.45), mirror=not frame.flip)
    cranes.wake(stage, at, unit * 26)
    return "a marina below bright houses", ("a sailing boat coming in", "yachts at their moorings")


_VIEWS = {"port": _port, "ferry": _port, "old": _old, "marina": _marina}
SCENE = Scene(
    draw=draw,
    variants=("port", "old", "marina", "ferry", "old", "port"),
    hours=("dawn", "noon", "dusk", "night"),
)
