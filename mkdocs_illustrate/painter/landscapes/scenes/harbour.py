"""A harbour: cranes and ships, fishing boats below bright houses, or yachts at their jetties."""

# ruff: noqa: PLR0917  a thing is its place, size and tone, and they are read in order

from __future__ import annotations

from dataclasses import replace

from ...kit.canvas import num
from ...kit.chance import Rng
from ...kit.colour import Colour, lch
from ...kit.drawn import Drawn
from ...kit.outlines import boxes, polygon
from .. import backdrop, light, rain_and_snow
from ..landscape_colours import Palette
from ..parts.buildings import cranes, houses, quays, towers
from ..parts.land import starry_sky
from ..parts.land.cliffs import beacon
from ..parts.plants import flora
from ..parts.traffic import ships, vehicles
from ..stage import Stage
from . import Scene

_BOXES = (
    lch(0.62, 0.12, 235),
    lch(0.70, 0.12, 45),
    lch(0.72, 0.10, 165),
    lch(0.82, 0.12, 88),
    lch(0.58, 0.13, 20),
    lch(0.90, 0.02, 240),
)
_FRONTS = (
    lch(0.80, 0.10, 30),
    lch(0.87, 0.10, 88),
    lch(0.78, 0.08, 230),
    lch(0.95, 0.02, 85),
    lch(0.80, 0.08, 160),
    lch(0.68, 0.14, 25),
    lch(0.84, 0.07, 350),
    lch(0.62, 0.09, 245),
)
_HULLS = (lch(0.52, 0.13, 245), lch(0.60, 0.12, 165), lch(0.95, 0.02, 85), lch(0.82, 0.12, 88))


def draw(stage: Stage) -> Drawn:
    """Draw sky and far shore, then the port, the old harbour or the marina."""
    frame, kind = stage.frame, "marina" if "sailing" in stage.concepts else stage.variant
    if stage.palette.night:
        stage = replace(stage, palette=_town_night(stage))
    weather = rain_and_snow.of_the_day(stage)
    sea = frame.height * 0.64
    backdrop.sky(stage, sea)
    if stage.palette.night:
        backdrop.stars(stage, sea, 110)
    if weather != "rain":
        backdrop.sun(stage, sea, height=stage.rng("sun").between(0.3, 0.68))
    backdrop.clouds(stage, sea, 4, alpha=0.6)
    if not stage.palette.night:
        backdrop.birds(stage, (frame.x(0.4), sea * 0.36), 5)
    views = {"port": _port, "ferry": _port, "old": _old, "marina": _marina}
    subject, details = views[kind](stage, sea)
    front = quays.foreground(stage)
    rain_and_snow.fall(stage, weather, sea)
    details = tuple(word for word in (*details, front) if word)[:3]
    return Drawn(subject=subject, details=details, setting=rain_and_snow.setting(stage, weather, season=False))


def _town_night(stage: Stage) -> Palette:
    """A night over a town: never black, with the glow of its lamps along the horizon."""
    palette, _ = starry_sky.tinted(stage, cold=False)
    return replace(palette, light=lch(0.94, 0.06, 90), middle=palette.middle.lighter(0.06))


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
    for i, (rise, depth) in enumerate(((0.36, 0.14), (0.24, 0.30))):
        tone = stage.palette.depth(depth).mix(light.woods(stage, depth), 0.5)
        line = backdrop.ridge(stage, f"hill {i}", sea, sea * rise, tone, detail=2)
        spots = flora.along(rng, line, int(frame.width / unit / 2), (unit * 2, unit * (2.5 + i)), sink=unit * 0.3)
        flora.rounds(stage, spots, tone.lighter(-0.05))


def _port(stage: Stage, sea: float) -> tuple[str, tuple[str, ...]]:
    """Gantry cranes over a quay full of boxes, a large ship coming in, a tug."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("port")
    if rng.chance(0.6):
        _skyline(stage, sea)
    else:
        _hills(stage, sea)
    quays.water(stage, sea)
    quay = sea + unit * 3.5
    tall = min(unit * 42, sea * 0.72)
    for share, size, depth in ((0.95, 0.78, 0.55), (0.81, 0.88, 0.72), (0.64, 1.0, 0.95)):
        cranes.crane(stage, (frame.x(share), quay - unit), tall * size, depth)
    reach = _reach(stage, 0.48)
    _stacks(stage, stage.rng("stacks"), quay, reach)
    quays.wall(stage, quay, reach, lch(0.72, 0.02, 250))
    quays.lamps(stage, quay, reach)
    quays.lights(stage, rng, quay + unit * 3, reach, 26)
    length = min(unit * 62, frame.width * 0.70)
    at = (frame.x(0.42), quay + unit * 9)
    passage = stage.variant == "ferry" or (stage.variant != "port" and rng.chance(0.5))
    (ships.ferry if passage else vehicles.ship)(stage, at, length, mirror=not frame.flip)
    cranes.wake(stage, at, length)
    if not frame.tall or rng.chance(0.5):
        tug = (frame.x(0.80), quay + unit * 14)
        ships.tug(stage, tug, min(unit * 19, frame.width * 0.2), mirror=frame.flip)
        cranes.wake(stage, tug, unit * 18)
    first = "a ferry" if passage else "a container ship"
    return "a harbour with cranes", (first, "stacks of containers")


def _stacks(stage: Stage, rng: Rng, quay: float, reach: tuple[float, float]) -> None:
    """Containers on the quay, three high at most, as one path a colour."""
    unit, (start, end) = stage.frame.unit, reach
    wide, high = unit * 6, unit * 2.5
    lots: dict[int, list[tuple[float, float, float, float]]] = {i: [] for i in range(len(_BOXES))}
    for i in range(int((end - start) / wide) + 1):
        for row in range(rng.whole(1, 3)):
            place = (start + wide * 1.03 * i, quay - high * (row + 1) - unit * 0.2, wide, high * 0.95)
            lots[rng.whole(0, len(_BOXES) - 1)].append(place)
    ribs = ""
    for i, places in lots.items():
        stage.canvas.path(boxes(places), light.own(stage, _BOXES[i], 0.95))
        ribs += "".join(
            f"M{num(x + w * k / 6)} {num(y + h * 0.15)}v{num(h * 0.7)}" for x, y, w, h in places for k in range(1, 6)
        )
    stage.canvas.path(ribs, "none", stroke=stage.palette.near, width=unit * 0.16, line_alpha=0.22, cap="butt")


def _old(stage: Stage, sea: float) -> tuple[str, tuple[str, ...]]:
    """Bright narrow houses on the quay, fishing boats, perhaps a mole with a light."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("old")
    _hills(stage, sea)
    quays.water(stage, sea)
    quay, start = sea + unit * 1.5, rng.pick((0.40, 0.40, 0.30, -0.06))
    if start > 0:
        _mole(stage, sea)
    size = 1.0 if start < 0 else 1.15
    high = min(unit * 34, sea * 0.66)
    if rng.chance(0.6):
        church = (frame.x(rng.pick((0.58, 0.80))), quay)
        houses.church(stage, church, high, _FRONTS[3], lch(0.5, 0.06, 200), depth=0.7)
    _terrace(stage, rng, quay, start, 0.72, 1.25 * size)
    fronts = _terrace(stage, rng, quay, start + 0.02, 1.0, 1.02 * size)
    reach = _reach(stage, start - 0.03)
    quays.wall(stage, quay, reach, lch(0.74, 0.025, 75))
    quays.mirrored(stage, quay + unit * 3, fronts)
    quays.shine(stage, quay, _reach(stage, start + 0.02))
    quays.lamps(stage, quay, reach)
    quays.lights(stage, rng, quay + unit * 3, reach, 34)
    _fleet(stage, rng, quay)
    mole = ("a lighthouse on a mole",) if start > 0 else ()
    return "an old harbour with bright houses", ("fishing boats", *mole)


def _terrace(
    stage: Stage, rng: Rng, quay: float, start: float, depth: float, size: float
) -> list[tuple[float, float, Colour]]:
    """A row of gabled houses to the edge; give their fronts."""
    frame, unit, roofs = stage.frame, stage.frame.unit, (30.0, 30.0, 260.0, 15.0)
    x, turn, fronts = start, rng.whole(0, 6), []
    while x < 1.08:
        w = unit * rng.between(7, 9.6)
        wall, high = _FRONTS[turn % len(_FRONTS)], unit * rng.between(10, 17) * size
        roof, middle = lch(0.48, 0.11, rng.pick(roofs)), frame.x(x + w / frame.width / 2)
        houses.house(
            stage, (middle, quay), w, high, wall, roof, depth=depth, rows=3, snow=stage.palette.season == "winter"
        )
        fronts.append((middle - w / 2, w, light.own(stage, wall, depth)))
        x += w / frame.width * 1.01
        turn += rng.whole(1, 3)
    return fronts


def _mole(stage: Stage, sea: float) -> None:
    frame, unit = stage.frame, stage.frame.unit
    x, y = frame.x(0.18), sea + unit * 1.4
    stone = light.own(stage, lch(0.70, 0.02, 260)).mix(stage.palette.depth(0.4), 0.35)
    stage.canvas.path(
        polygon([(x - unit * 9, y), (x - unit * 7, y - unit * 1.8), (x + unit * 7, y - unit * 1.8), (x + unit * 9, y)]),
        stone,
    )
    beacon(stage, (x, y - unit * 1.6), min(unit * 20, sea * 0.42))


def _fleet(stage: Stage, rng: Rng, quay: float) -> None:
    """Boats of all sizes at the quay, and a large one under way."""
    frame, unit = stage.frame, stage.frame.unit
    tints = rng.shuffled(_HULLS)
    for i, (share, drop, size) in enumerate(((0.90, 5, 17), (0.70, 5.6, 12), (0.52, 5.2, 15))):
        at = (frame.x(share), quay + unit * (drop + rng.between(-0.3, 0.3)))
        long = min(unit * size, frame.width * 0.2)
        vehicles.trawler(stage, at, long, light.own(stage, tints[i]), mirror=frame.flip)
    low = (frame.x(0.72), quay + (frame.height - quay) * 0.60)
    vehicles.rowboat(stage, low, unit * 15, light.own(stage, tints[3]), mirror=frame.flip)
    at = (frame.x(0.42), quay + (frame.height - quay) * 0.64)
    long = min(unit * 30, frame.width * 0.36)
    vehicles.trawler(stage, at, long, stage.palette.accent, mirror=not frame.flip)
    cranes.wake(stage, at, long)


def _marina(stage: Stage, sea: float) -> tuple[str, tuple[str, ...]]:
    """Yachts in rows before a promenade with houses and palms, one under sail."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("marina")
    _hills(stage, sea)
    quays.water(stage, sea)
    quay, reach = sea + unit * 1.5, _reach(stage, 0.16)
    fronts = _terrace(stage, rng, quay, 0.20, 0.85, rng.between(0.7, 0.95))
    quays.wall(stage, quay, reach, lch(0.80, 0.03, 80))
    quays.mirrored(stage, quay + unit * 3, fronts)
    quays.shine(stage, quay, _reach(stage, 0.20))
    quays.lamps(stage, quay, reach)
    quays.lights(stage, rng, quay + unit * 3, reach, 34)
    for row, (drop, size) in enumerate(((5, 27), (10, 35))):
        count = int(frame.width * 0.72 / unit / (13 + 6 * row))
        for i in range(count):
            at = (frame.x(0.34 + row * 0.2 + 0.72 * i / count), quay + unit * drop)
            hull = light.own(stage, rng.pick(_HULLS))
            ships.yacht(stage, at, unit * size * rng.between(0.8, 1.1), (ships.HULL, hull), mirror=rng.chance(0.5))
    at = (frame.x(0.34), quay + (frame.height - quay) * 0.62)
    vehicles.sailboat(stage, at, min(unit * 38, frame.height * 0.45), mirror=not frame.flip)
    cranes.wake(stage, at, unit * 26)
    return "a marina below bright houses", ("a sailing boat coming in", "yachts at their moorings")


SCENE = Scene(
    draw=draw,
    variants=("port", "old", "marina", "ferry", "old", "port"),
    hours=("dawn", "noon", "dusk", "night"),
)
