"""The sea under a big sky: a lighthouse on its cliff, a beach, a wave, or sails.

Where things stand is said in shares of the frame, how large they are in its units.
"""

from __future__ import annotations

from ...kit.canvas import Point
from ...kit.colour import Colour, lch
from ...kit.drawn import Drawn
from .. import backdrop, light, rain_and_snow
from ..parts.buildings import houses
from ..parts.land import beach, cliffs, open_sea, skies, surf
from ..parts.people_and_animals import human_figures
from ..parts.plants import flora
from ..parts.traffic import vehicles
from ..stage import Stage
from . import Scene

_HORIZON, _HORIZON_TALL = 0.57, 0.60
_LIMESTONE, _SANDSTONE, _SLATE = lch(0.84, 0.035, 75), lch(0.72, 0.05, 40), lch(0.70, 0.03, 270)
_WHITEWASH, _TILES, _SAND = lch(0.96, 0.02, 85), lch(0.55, 0.13, 30), lch(0.90, 0.06, 80)
_TOWER = 0.70
"""Where the lighthouse stands, and so many units further on its keeper's house."""
_TO_THE_HOUSE = 11
_SWELL = ((0.62, 0.35), (0.8, 0.7), (0.93, 1.0))
"""Waves below the cliff: share of the way to the lower edge, and of the near water's colour."""
_PALMS = ((0.06, 46, 0.18), (0.14, 34, 0.1), (0.96, 30, -0.2))
"""Share of the width, height in units, lean."""
_FAR_SAILS = (0.1, 0.27, 0.45)


def draw(stage: Stage) -> Drawn:
    """Draw sky, far land and water, then the variant's shore."""
    stage = rain_and_snow.with_weather(stage)
    subject, view = _VIEWS[_kind(stage)]
    sea = stage.frame.height * (_HORIZON_TALL if stage.frame.tall else _HORIZON)
    _sky(stage, sea)
    open_sea.islands(stage, sea)
    open_sea.water(stage, sea)
    details = view(stage, sea)
    rain_and_snow.fall(stage, stage.weather, sea)
    setting = rain_and_snow.setting(stage, stage.weather, season=False)
    return Drawn(subject=subject, details=details, setting=setting)


def _kind(stage: Stage) -> str:
    """Nobody lies on a beach in winter, and who sails sees sails."""
    if "sailing" in stage.concepts:
        return "sailing"
    cold = stage.palette.season == "winter" and stage.variant in {"beach", "palms"}
    return "lighthouse" if cold else stage.variant


def _sky(stage: Stage, sea: float) -> None:
    """At dusk the sun may be about to set."""
    frame, rng = stage.frame, stage.rng("sun")
    low = 0.12 if stage.palette.hour == "dusk" and rng.chance(0.4) else 0.45
    dry = skies.open_air(stage, sea, height=rng.between(low, low + 0.22), clouds=4, stars=100)
    if dry and not stage.palette.night:
        backdrop.birds(stage, (frame.x(0.46), sea * 0.42), 5)


def _lighthouse(stage: Stage, sea: float) -> tuple[str, ...]:
    """Two headlands, a lighthouse with its keeper's house, a boat, dark rocks in front."""
    frame, unit = stage.frame, stage.frame.unit
    foot, high, stone = frame.below(sea, 0.28), min(unit * 17, sea * 0.42), _stone(stage)
    far = stone.mix(stage.palette.depth(0.2), 0.5)
    cliffs.cliff(stage, "cliff far", 0.74, high * 1.25, sea + unit * 1.5, far, light.woods(stage, 0.45))
    top = cliffs.cliff(stage, "cliff", 0.6, high, foot, stone, light.turf(stage, 0.95))
    cliffs.beacon(stage, _on(stage, top, _TOWER), min(unit * 22, sea * 0.5))
    house = _on(stage, top, _TOWER + unit * _TO_THE_HOUSE / frame.width)
    houses.long_house(stage, house, unit * 8, unit * 3.4, _WHITEWASH, _TILES)
    guest = vehicles.afloat(stage, (frame.x(0.34), frame.below(foot, 0.32)), unit * 11)
    vehicles.sailboat(stage, (frame.x(0.12), sea + unit), unit * 4.5, mirror=not frame.flip)
    _, middle, near = light.sea(stage)
    for i, (share, mix) in enumerate(_SWELL):
        open_sea.swell(stage, f"swell {i}", frame.below(foot, share), middle.mix(near, mix), foam=0.55)
    open_sea.rocks(stage)
    return "a lighthouse on a cliff", guest


def _stone(stage: Stage) -> Colour:
    """Give the cliff's rock; off noon the haze lies on it."""
    rock = stage.rng("stone").pick((_LIMESTONE, _SANDSTONE, _SLATE))
    haze = 0.0 if stage.palette.hour == "noon" else 0.24
    return light.own(stage, rock).mix(stage.palette.depth(0.55), haze)


def _on(stage: Stage, line: list[Point], share: float) -> Point:
    """Give the place on a cliff's top at a share of the width, a little sunk in."""
    x = stage.frame.x(share)
    return x, backdrop.height_at(line, x) + stage.frame.unit * 1.2


def _beach(stage: Stage, sea: float) -> tuple[str, ...]:
    """Sand and surf in three lines; dunes with huts, or palms where they were asked for."""
    frame, unit = stage.frame, stage.frame.unit
    open_sea.headland(stage, sea, 0.80, min(unit * 9, sea * 0.26))
    vehicles.sailboat(stage, (frame.x(0.4), frame.below(sea, 0.17)), unit * 8, mirror=frame.flip)
    middle, near = light.sea(stage)[1:]
    open_sea.swell(stage, "swell 0", frame.below(sea, 0.30), middle.lighter(0.02), foam=0.7)
    open_sea.swell(stage, "swell 1", frame.below(sea, 0.42), near.lighter(0.02), foam=0.7)
    shallow = middle.mix(stage.palette.horizon, 0.5)
    open_sea.swell(stage, "shallow", frame.below(sea, 0.55), shallow, foam=0.9)
    line = _sand(stage, frame.below(sea, 0.66))
    behind = _behind(stage, line, frame.below(sea, 0.64))
    first, *others = _guests(stage, line, frame.height - sea)
    _dune(stage)
    return (first, behind, *others, "a sailing boat")[:3]


def _sand(stage: Stage, top: float) -> list[Point]:
    """Lay the sand, wet at the water's edge; give its outline."""
    unit, sand = stage.frame.unit, light.own(stage, _SAND)
    wet, trodden = sand.lighter(-0.06), sand.lighter(-0.12).vivid(1.2)
    paint = stage.canvas.linear(((0, wet), (0.2, sand), (1, trodden)))
    return backdrop.ridge(stage, "sand", top, unit * 3, paint, detail=2, lift=unit * 2)


def _behind(stage: Stage, line: list[Point], foot: float) -> str:
    """What stands along the sand."""
    frame, unit = stage.frame, stage.frame.unit
    if stage.variant != "palms":
        beach.huts(stage, beach.dune(stage, foot + unit * 3))
        return "striped huts below a dune"
    leaf = light.leaves(stage) if stage.palette.season != "autumn" else light.needles(stage)
    for share, tall, lean in _PALMS:
        x = frame.x(share)
        size = min(unit * tall, frame.height * 0.62 * tall / 46)  # the tallest is 62 % of the picture
        flora.palm(stage, (x, backdrop.height_at(line, x) + unit * 6), size, leaf, -lean if frame.flip else lean)
    return "tall palms"


def _guests(stage: Stage, line: list[Point], deep: float) -> tuple[str, ...]:
    """Who is there: a parasol by day, a fire when it is dark, two walkers in rain or autumn."""
    frame, unit = stage.frame, stage.frame.unit
    x, y = frame.x(0.42), backdrop.height_at(line, frame.x(0.42)) + deep * 0.07
    human_figures.walker(stage, (x, y), unit * 8, mirror=frame.flip)
    at = (frame.golden, backdrop.height_at(line, frame.golden) + deep * 0.19)
    if stage.palette.night:
        houses.fire(stage, at, unit * 4.5)
        return "a fire on the sand", "someone walking by the water"
    if stage.weather == "rain" or stage.palette.season == "autumn":
        human_figures.walker(stage, (x + unit * 4, y + unit * 0.7), unit * 8, mirror=frame.flip)
        return ("two people walking by the water",)
    beach.parasol(stage, at, unit * 12)
    return "a parasol on the sand", "someone walking by the water"


def _dune(stage: Stage) -> None:
    """The dark foreground: a dune with grass, high at both edges."""
    frame, unit = stage.frame, stage.frame.unit
    colour = light.dark(stage, light.needles(stage), 0.4, 0.3)
    line = backdrop.ridge(stage, "dune", frame.height + unit * 2.4, unit, colour, lift=unit * 9)
    spots = flora.along(stage.rng("rim"), line, int(frame.width / unit / 1.3), (unit * 2, unit * 5))
    flora.grass(stage, spots, colour)


def _surf(stage: Stage, sea: float) -> tuple[str, ...]:
    """One great wave, and its rider."""
    frame, unit = stage.frame, stage.frame.unit
    _, middle, near = light.sea(stage)
    open_sea.headland(stage, sea, 0.84, min(unit * 12, sea * 0.3))
    vehicles.sailboat(stage, (frame.x(0.16), sea + unit), unit * 5, mirror=frame.flip)
    open_sea.swell(stage, "swell 0", frame.below(sea, 0.26), middle.lighter(0.02), foam=0.6)
    surf.wave(stage, frame.below(sea, 0.72), min(unit * 38, frame.height * 0.50))
    open_sea.swell(stage, "front", frame.height - unit * 4.5, near.lighter(-0.05), foam=0.8)
    return "a surfer on the wave", "a headland", "a far sail"


def _sailing(stage: Stage, sea: float) -> tuple[str, ...]:
    """A yacht close by, others far off, waves in bands."""
    frame, unit = stage.frame, stage.frame.unit
    far, middle, near = light.sea(stage)
    top = open_sea.headland(stage, sea, 0.80, min(unit * 10, sea * 0.26))
    cliffs.beacon(stage, (frame.x(0.9), backdrop.height_at(top, frame.x(0.9)) + unit), min(unit * 10, sea * 0.28))
    _fleet(stage, sea)
    open_sea.swell(stage, "swell 0", frame.below(sea, 0.36), middle.mix(far, 0.3), foam=0.35)
    tall = min(unit * 34, frame.height * 0.52)
    vehicles.sailboat(stage, (frame.golden, frame.below(sea, 0.52)), tall, mirror=frame.flip)
    open_sea.swell(stage, "swell 1", frame.below(sea, 0.55), middle.mix(near, 0.5), foam=0.5)
    open_sea.swell(stage, "swell 2", frame.below(sea, 0.8), near.lighter(-0.03), foam=0.5)
    open_sea.rocks(stage)
    return "a yacht under full sail", "a far lighthouse", "small sails"


def _fleet(stage: Stage, sea: float) -> None:
    """Small sails at the horizon."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("fleet")
    for share in _FAR_SAILS:
        at = (frame.x(share + rng.between(-0.04, 0.04)), sea + unit * rng.between(0.8, 2))
        vehicles.sailboat(stage, at, unit * rng.between(4, 6), mirror=frame.flip)


_VIEWS = {
    "lighthouse": ("a rocky coast", _lighthouse),
    "beach": ("a beach", _beach),
    "palms": ("a beach with palms", _beach),
    "sailing": ("the open sea", _sailing),
    "surf": ("a breaking wave", _surf),
}
SCENE = Scene(
    draw=draw,
    variants=(
        *("lighthouse", "lighthouse", "sailing", "lighthouse", "lighthouse", "sailing"),
        *("beach", "surf", "palms"),
    ),
    hours=("dawn", "noon", "noon", "dusk", "dusk", "night"),
    seasons=("spring", "summer", "summer", "autumn"),
    days=("beach", "palms", "surf"),
    asked=("palms", "surf"),
)
