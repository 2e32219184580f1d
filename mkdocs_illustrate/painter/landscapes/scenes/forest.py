"""Inside and above the woods: firs in the mist, a hall of trunks, birches."""

from __future__ import annotations

from dataclasses import replace

from ...kit.canvas import num
from ...kit.colour import Colour, lch
from ...kit.drawn import Drawn
from ...kit.outlines import scaled
from .. import backdrop, light, rain_and_snow
from ..parts.buildings import houses
from ..parts.people_and_animals import animals, birds_on_branch, human_figures
from ..parts.plants import flora, woods
from ..parts.traffic import vehicles
from ..stage import Stage
from . import Scene


def draw(stage: Stage) -> Drawn:
    """Draw row behind row, mist between them, then a guest in the clearing."""
    stage = rain_and_snow.with_weather(stage)
    if stage.palette.night and "camping" in stage.concepts:
        stage = replace(stage, variant="firs")  # where the stars are seen
    kind, base = stage.variant, stage.frame.height * 0.70
    _sky(stage, base)
    {"firs": _firs, "hall": woods.hall, "birches": woods.birches}[kind](stage, base)
    guest = _guest(stage, base)
    _corners(stage)
    rain_and_snow.fall(stage, stage.weather, base)
    subject = {
        "firs": "a forest of firs",
        "hall": "a forest of tall trees",
        "birches": "a birch wood",
    }
    detail = {"firs": "a brook", "hall": "a path between the trunks", "birches": "a path"}[kind]
    setting = rain_and_snow.setting(stage, stage.weather)
    return Drawn(subject=subject[kind], details=(guest, detail), setting=setting)


def _sky(stage: Stage, base: float) -> None:
    backdrop.sky(stage, base)
    if stage.palette.night:
        backdrop.stars(stage, base * 0.8, 60)
    if stage.weather == "rain":
        backdrop.overcast(stage, base)
    else:
        backdrop.sun(stage, base, height=stage.rng("sun").between(0.45, 0.75))
        if stage.variant == "firs":
            backdrop.clouds(stage, base * 0.9, 3, alpha=0.5)


def _tone(stage: Stage, share: float) -> Colour:
    """The colour of a row of firs: far ones are haze, near ones needles."""
    own = light.needles(stage).lighter(0.05 if stage.palette.night else 0)
    far = stage.palette.depth(0.06 + 0.72 * share)
    if stage.palette.hour == "noon":
        return far.mix(own, 0.15 + 0.65 * share * share)
    return far.mix(own, 0.12 if share < 0.7 else 0.8)  # green and violet by halves are grey


def _firs(stage: Stage, base: float) -> None:
    """Firs on slopes that fall to a brook, in five rows."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("firs")
    tall = unit * 42 if frame.tall else min(unit * 33, frame.height * 0.44)
    snow = stage.palette.season == "winter"
    for name, rise, depth in (("range", 0.34, 0.08), ("range two", 0.24, 0.2)):
        backdrop.ridge(stage, name, base, base * rise, stage.palette.depth(depth), jagged=False)
    for i, share in enumerate((0.0, 0.25, 0.5, 0.75, 1.0)):
        tone = _tone(stage, share)
        drop = (-9 + 5.2 * i) * (1.7 if frame.tall else 1.0) - (10 if frame.tall else 0)
        ground = tone.lighter(0.03) if not snow else light.snow_dim(stage).mix(tone, 0.45 - 0.4 * share)
        line = backdrop.ridge(stage, f"row {i}", base + unit * drop, unit * 3, ground, lift=unit * (4 + 2 * i))
        size = tall * (0.32 + 0.68 * share * share)
        spots = []
        apart = (2.3 if snow else 1.5) + 2.2 * share
        count = int(frame.width / unit / apart)
        row = flora.along(rng, line, count, (size * 0.6, size), sink=unit * 0.5)
        for x, y, h in row:
            middle = abs(x / frame.width - 0.5) * 2
            if share < 0.6 or middle > 0.4 * share:
                spots.append((x, y, h * (0.55 + 0.5 * middle)))
        _stand(stage, spots, tone.lighter(-0.03), i, share)
        veil = stage.palette.horizon.mix(stage.palette.depth(0.2), 0.4)
        backdrop.haze(stage, base + unit * (drop - 3), base + unit * (drop + 6), veil, 0.4 - 0.08 * i)
    line = woods.ground(stage, "clearing", base + unit * 13, 1.0)
    woods.ribbon(stage, line, light.sea(stage)[1].lighter(0.05), 0.5)
    flora.litter(stage, line)


def _stand(stage: Stage, spots: list[flora.Spot], tone: Colour, row: int, share: float) -> None:
    """One row of firs; in autumn every third is a golden larch."""
    snow = stage.palette.season == "winter" and row > 1
    if stage.palette.season != "autumn" or stage.palette.night:
        flora.firs(stage, spots, tone, fine=row > 1, snow=snow)
        return
    gold = woods.haze(stage).mix(light.foliage(stage)[1], 0.3 + 0.7 * share)
    flora.firs(stage, [s for i, s in enumerate(spots) if i % 3], tone, fine=row > 1)
    flora.firs(stage, spots[::3], gold, fine=row > 1)


def _guest(stage: Stage, base: float) -> str:
    """The small living subject, by the article's matter or by chance."""
    frame, unit, names = stage.frame, stage.frame.unit, set(stage.concepts)
    y = frame.height - unit * (7 if frame.panorama else 9.5)
    at, flip = (frame.golden, y), frame.flip
    kind = "tent" if "camping" in names else "bird" if "birds" in names else ""
    kind = kind or ("deer" if "wildlife" in names else stage.rng("guest").pick(("deer", "fox", "hiker", "deer")))
    if kind == "tent":
        vehicles.tent(stage, at, unit * 9, mirror=flip)
        houses.fire(stage, (frame.x(0.47), y + unit * 1.5), unit * 3.2)
        return "a tent and a camp fire"
    if kind == "bird":
        birds_on_branch.birds_on_branch(stage, base)
        return "two birds on a branch"
    if kind == "fox":
        animals.fox(stage, at, unit * 8, mirror=flip)
        return "a sitting fox"
    if kind == "hiker":
        human_figures.hiker(stage, at, unit * 11, mirror=flip)
        return "a hiker"
    dim = 0.52 if stage.palette.season == "autumn" else 0.45  # it must stand out from the leaves
    coat = stage.palette.accent.mix(lch(0.42, 0.075, 40), dim)
    animals.deer(stage, at, unit * 13, coat, mirror=flip)
    return "a stag in a clearing"


def _corners(stage: Stage) -> None:
    """Dark ferns and toadstools in both corners."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("corners")
    colour = light.dark(stage, light.needles(stage), 0.4, 0.27)
    line = backdrop.ridge(stage, "corners", frame.height + unit * 1.5, unit * 2, colour, lift=unit * 9)
    flora.grass(stage, flora.along(rng, line, int(frame.width / unit / 1.5), (unit * 2, unit * 5)), colour)
    if stage.palette.season == "winter":
        return
    caps, stems = "", ""
    for share in (0.1, 0.135, 0.88):
        x = frame.x(share)
        y, s = backdrop.height_at(line, x), unit * rng.between(1.2, 2.0)
        stems += f"M{num(x)} {num(y + s * 0.4)}v{num(-s * 1.4)}"
        caps += scaled("M-1 -0.8a1 1 0 0 1 2 0Z", x, y, s)
    stage.canvas.path(stems, "none", stroke=light.own(stage, woods.BIRCH), width=unit * 0.7)
    stage.canvas.path(caps, stage.palette.accent)


SCENE = Scene(
    draw=draw,
    variants=("firs", "hall", "firs", "birches", "birches"),
    seasons=("spring", "summer", "summer", "autumn"),
)
