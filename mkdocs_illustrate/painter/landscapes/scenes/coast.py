"""The sea under a big sky: a lighthouse on its cliff, a beach, or sails."""

from __future__ import annotations

from ...kit.canvas import Point, num
from ...kit.colour import Colour, lch
from ...kit.drawn import Drawn
from ...kit.outlines import curve, polygon
from .. import backdrop, light, rain_and_snow
from ..parts.buildings import houses
from ..parts.land import beach, cliffs, skies, surf
from ..parts.people_and_animals import human_figures
from ..parts.plants import flora
from ..parts.traffic import vehicles
from ..stage import Stage
from . import Scene

_SUBJECTS = {
    "lighthouse": "a rocky coast",
    "beach": "a beach",
    "palms": "a beach with palms",
    "sailing": "the open sea",
    "surf": "a breaking wave",
}


def draw(stage: Stage) -> Drawn:
    """Draw sky, far land and water, then the variant's shore."""
    stage = rain_and_snow.with_weather(stage)
    frame, kind = stage.frame, _kind(stage)
    sea = frame.height * (0.60 if frame.tall else 0.57)
    _sky(stage, sea)
    _islands(stage, sea)
    _water(stage, sea)
    details = {"lighthouse": _lighthouse, "beach": _beach, "palms": _beach, "sailing": _sailing, "surf": _surf}[kind](
        stage, sea
    )
    rain_and_snow.fall(stage, stage.weather, sea)
    setting = rain_and_snow.setting(stage, stage.weather, season=False)
    return Drawn(subject=_SUBJECTS[kind], details=details, setting=setting)


def _kind(stage: Stage) -> str:
    if "sailing" in stage.concepts:
        return "sailing"
    cold = stage.palette.season == "winter" and stage.variant in {"beach", "palms"}
    return "lighthouse" if cold else stage.variant


def _sky(stage: Stage, sea: float) -> None:
    frame, rng = stage.frame, stage.rng("sun")
    low = 0.12 if stage.palette.hour == "dusk" and rng.chance(0.4) else 0.45
    dry = skies.open_air(stage, sea, height=rng.between(low, low + 0.22), clouds=4, stars=100)
    if dry and not stage.palette.night:
        backdrop.birds(stage, (frame.x(0.46), sea * 0.42), 5)


def _islands(stage: Stage, sea: float) -> None:
    """Far islands, each fainter than the next."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("islands")
    for depth, shares in ((0.12, (0.06, 0.5)), (0.26, (0.2, 0.62))):
        for share in shares:
            x, half = frame.x(share + rng.between(-0.08, 0.08)), unit * rng.between(12, 24)
            tops = [
                (x - half + half * 2 * i / 8, sea - unit * rng.between(1.5, 6) * (1 - (i / 4 - 1) ** 2))
                for i in range(9)
            ]
            stage.canvas.path(curve(tops, tension=0.9) + "Z", stage.palette.depth(depth))


def _water(stage: Stage, sea: float) -> None:
    frame, unit = stage.frame, stage.frame.unit
    backdrop.water(stage, sea)
    shine = stage.palette.horizon.mix(stage.palette.light, 0.5)
    stage.canvas.rect(0, sea, frame.width, unit * 0.5, shine, alpha=0.6)
    backdrop.ripples(stage, sea + unit, frame.height, 70)
    backdrop.glints(stage, frame.third, sea + 3, sea + (frame.height - sea) * 0.8, 12)


def _swell(stage: Stage, name: str, top: float, colour: Colour, foam: float = 0.8) -> list[Point]:
    """One wave from edge to edge, with a line of foam at its crest."""
    unit = stage.frame.unit
    line = backdrop.ridge(stage, name, top, unit * 2.6, colour, detail=3, points=26)
    stage.canvas.path(curve(line, tension=1), "none", stroke=stage.palette.paper, width=unit * 0.3, line_alpha=foam)
    return line


def _lighthouse(stage: Stage, sea: float) -> tuple[str, ...]:
    """Two headlands, a lighthouse with its keeper's house, a boat, dark rocks in front."""
    frame, unit = stage.frame, stage.frame.unit
    high = min(unit * 17, sea * 0.42)
    rock = stage.rng("stone").pick((lch(0.84, 0.035, 75), lch(0.72, 0.05, 40), lch(0.70, 0.03, 270)))
    air_share = 0.0 if stage.palette.hour == "noon" else 0.24
    stone = light.own(stage, rock).mix(stage.palette.depth(0.55), air_share)
    cliffs.cliff(
        stage,
        "cliff far",
        0.74,
        high * 1.25,
        sea + unit * 1.5,
        stone.mix(stage.palette.depth(0.2), 0.5),
        light.woods(stage, 0.45),
    )
    foot = sea + (frame.height - sea) * 0.28
    top = cliffs.cliff(stage, "cliff", 0.6, high, foot, stone, light.turf(stage, 0.95))
    at = frame.x(0.70)
    cliffs.beacon(stage, (at, backdrop.height_at(top, at) + unit * 1.2), min(unit * 22, sea * 0.5))
    home = frame.x(0.70 + unit * 11 / frame.width)
    houses.long_house(
        stage,
        (home, backdrop.height_at(top, home) + unit * 1.2),
        unit * 8,
        unit * 3.4,
        lch(0.96, 0.02, 85),
        lch(0.55, 0.13, 30),
    )
    mid = foot + (frame.height - foot) * 0.32
    guest = vehicles.afloat(stage, (frame.x(0.34), mid), unit * 11)
    vehicles.sailboat(stage, (frame.x(0.12), sea + unit), unit * 4.5, mirror=not frame.flip)
    _, middle, near = light.sea(stage)
    for i, (share, mix) in enumerate(((0.62, 0.35), (0.8, 0.7), (0.93, 1.0))):
        at_y = foot + (frame.height - foot) * share
        _swell(stage, f"swell {i}", at_y, middle.mix(near, mix), 0.55)
    _rocks(stage)
    return "a lighthouse on a cliff", guest


def _rocks(stage: Stage) -> None:
    """Dark rocks in both lower corners, foam around them."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("rocks")
    body, lit, foam = "", "", ""
    for _ in range(18):
        edge = rng.unit() ** 1.3 * 0.3
        x = frame.width * (edge if rng.chance(0.5) else 1 - edge)
        s = unit * rng.between(3, 8) * (1.3 - edge * 3)
        y = frame.height - unit * rng.between(-1, 3) * (1 - edge * 2)
        body += polygon(
            [
                (x - s, y + s),
                (x - s * 0.8, y - s * 0.2),
                (x - s * 0.1, y - s * 0.75),
                (x + s * 0.6, y - s * 0.3),
                (x + s * 1.1, y + s),
            ]
        )
        lit += polygon(
            [
                (x - s * 0.8, y - s * 0.2),
                (x - s * 0.1, y - s * 0.75),
                (x + s * 0.1, y - s * 0.2),
                (x - s * 0.4, y + s * 0.15),
            ]
        )
        foam += f"M{num(x - s * 1.3)} {num(y + s * 0.55)}h{num(s * 2.6)}"
    dark = light.dark(stage, light.sea(stage)[2], 0.3, 0.27)
    stage.canvas.path(body, dark)
    stage.canvas.path(lit, dark.lighter(0.09))
    stage.canvas.path(foam, "none", stroke=stage.palette.paper, width=unit * 0.35, line_alpha=0.35)


def _beach(stage: Stage, sea: float) -> tuple[str, ...]:
    """Sand and surf in three lines; dunes with huts, or palms where they were asked for."""
    frame, unit = stage.frame, stage.frame.unit
    deep = frame.height - sea
    cliffs.cliff(
        stage,
        "cliff far",
        0.80,
        min(unit * 9, sea * 0.26),
        sea + unit * 1.5,
        light.woods(stage, 0.3),
        light.woods(stage, 0.6),
    )
    vehicles.sailboat(stage, (frame.x(0.4), sea + deep * 0.17), unit * 8, mirror=frame.flip)
    for i, share in enumerate((0.30, 0.42)):
        tone = light.sea(stage)[i + 1 if i else 1].lighter(0.02)
        _swell(stage, f"swell {i}", sea + deep * share, tone, 0.7)
    shallow = light.sea(stage)[1].mix(stage.palette.horizon, 0.5)
    _swell(stage, "shallow", sea + deep * 0.55, shallow, 0.9)
    sand = light.own(stage, lch(0.90, 0.06, 80))
    paint = stage.canvas.linear(((0, sand.lighter(-0.06)), (0.2, sand), (1, sand.lighter(-0.12).vivid(1.2))))
    line = backdrop.ridge(stage, "sand", sea + deep * 0.66, unit * 3, paint, detail=2, lift=unit * 2)
    words = _behind(stage, line, sea + deep * 0.64), *_guests(stage, line, deep)
    _dune(stage)
    return (words[1], words[0], *words[2:], "a sailing boat")[:3]


def _behind(stage: Stage, line: list[Point], foot: float) -> str:
    """What stands along the sand."""
    frame, unit = stage.frame, stage.frame.unit
    if stage.variant != "palms":
        beach.huts(stage, beach.dune(stage, foot + unit * 3))
        return "striped huts below a dune"
    leaf = light.leaves(stage) if stage.palette.season != "autumn" else light.needles(stage)
    for share, tall, lean in ((0.06, 46, 0.18), (0.14, 34, 0.1), (0.96, 30, -0.2)):
        x = frame.x(share)
        size = min(unit * tall, frame.height * 0.62 * tall / 46)
        flora.palm(stage, (x, backdrop.height_at(line, x) + unit * 6), size, leaf, -lean if frame.flip else lean)
    return "tall palms"


def _guests(stage: Stage, line: list[Point], deep: float) -> tuple[str, ...]:
    """Who is there: a parasol by day, a fire when it is dark, a walker in the rain."""
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


def _surf(stage: Stage, sea: float) -> tuple[str, ...]:
    """One great wave, and its rider."""
    frame, unit = stage.frame, stage.frame.unit
    deep = frame.height - sea
    cliffs.cliff(
        stage,
        "cliff far",
        0.84,
        min(unit * 12, sea * 0.3),
        sea + unit * 1.5,
        light.woods(stage, 0.3),
        light.woods(stage, 0.6),
    )
    vehicles.sailboat(stage, (frame.x(0.16), sea + unit), unit * 5, mirror=frame.flip)
    _swell(stage, "swell 0", sea + deep * 0.26, light.sea(stage)[1].lighter(0.02), 0.6)
    surf.wave(stage, sea + deep * 0.72, min(unit * 38, frame.height * 0.50))
    _swell(stage, "front", frame.height - unit * 4.5, light.sea(stage)[2].lighter(-0.05), 0.8)
    return "a surfer on the wave", "a headland", "a far sail"


def _dune(stage: Stage) -> None:
    frame, unit = stage.frame, stage.frame.unit
    colour = light.dark(stage, light.needles(stage), 0.4, 0.3)
    line = backdrop.ridge(stage, "dune", frame.height + unit * 2.4, unit, colour, lift=unit * 9)
    spots = flora.along(stage.rng("rim"), line, int(frame.width / unit / 1.3), (unit * 2, unit * 5))
    flora.grass(stage, spots, colour)


def _sailing(stage: Stage, sea: float) -> tuple[str, ...]:
    """A yacht close by, others far off, waves in bands."""
    frame, unit = stage.frame, stage.frame.unit
    deep, rng = frame.height - sea, stage.rng("fleet")
    high = min(unit * 10, sea * 0.26)
    top = cliffs.cliff(
        stage, "cliff far", 0.80, high, sea + unit * 1.5, light.woods(stage, 0.3), light.woods(stage, 0.6)
    )
    at = (frame.x(0.9), backdrop.height_at(top, frame.x(0.9)) + unit)
    cliffs.beacon(stage, at, min(unit * 10, sea * 0.28))
    for share in (0.1, 0.27, 0.45):
        vehicles.sailboat(
            stage,
            (frame.x(share + rng.between(-0.04, 0.04)), sea + unit * rng.between(0.8, 2)),
            unit * rng.between(4, 6),
            mirror=frame.flip,
        )
    far, middle, near = light.sea(stage)
    _swell(stage, "swell 0", sea + deep * 0.36, middle.mix(far, 0.3), 0.35)
    tall = min(unit * 34, frame.height * 0.52)
    vehicles.sailboat(stage, (frame.golden, sea + deep * 0.52), tall, mirror=frame.flip)
    _swell(stage, "swell 1", sea + deep * 0.55, middle.mix(near, 0.5), 0.5)
    _swell(stage, "swell 2", sea + deep * 0.8, near.lighter(-0.03), 0.5)
    _rocks(stage)
    return "a yacht under full sail", "a far lighthouse", "small sails"


SCENE = Scene(
    draw=draw,
    variants=(
        "lighthouse",
        "lighthouse",
        "sailing",
        "lighthouse",
        "lighthouse",
        "sailing",
        "beach",
        "surf",
        "palms",
    ),
    hours=("dawn", "noon", "noon", "dusk", "dusk", "night"),
    seasons=("spring", "summer", "summer", "autumn"),
    days=("beach", "palms", "surf"),
    asked=("palms", "surf"),
)
