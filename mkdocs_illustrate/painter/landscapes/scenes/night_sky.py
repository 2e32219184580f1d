"""The night sky: an observatory, a telescope, a camp, northern lights, other worlds."""

from __future__ import annotations

from dataclasses import replace

from ...kit.canvas import Point, num
from ...kit.chance import Rng
from ...kit.colour import lch
from ...kit.drawn import Drawn
from ...kit.outlines import oval, polygon, sector
from .. import backdrop
from ..parts.buildings import houses
from ..parts.land import night_land, planets, starry_sky
from ..parts.objects.sketch import DARK, Part, box, sketch
from ..parts.people_and_animals import human_figures
from ..parts.plants import flora
from ..parts.traffic import vehicles
from ..stage import Stage
from . import Scene

_STARRY = "a starry sky"


def draw(stage: Stage) -> Drawn:
    """Draw the deep sky, then what stands or flies before it."""
    kind = _kind(stage)
    base = stage.frame.height * (0.66 if kind == "lake" else 0.80)
    palette, hue = starry_sky.tinted(stage, cold=kind == "aurora")
    stage = replace(stage, palette=palette)
    if kind == "aurora":
        starry_sky.quiet(stage, base)
    else:
        starry_sky.sky(stage, base, hue)
    subject, details = _VIEWS[kind](stage, base)
    return Drawn(subject=subject, details=details, setting="at night")


def _kind(stage: Stage) -> str:
    names, rng = set(stage.concepts), stage.rng("kind")
    if "space" in names:
        return rng.pick(("planet", "rocket", "rocket"))
    if "stars" in names:
        return rng.pick(("observatory", "telescope", "telescope", "telescope", "camp"))
    return "telescope" if "moon" in names else stage.variant


def _observatory(stage: Stage, base: float) -> tuple[str, tuple[str, ...]]:
    """A white dome with its slit open, warm light within, a visitor on the way."""
    line = night_land.land(stage, base)
    frame, unit = stage.frame, stage.frame.unit
    x = frame.x(0.60)
    y, high = backdrop.height_at(line, x) + unit * 2, min(unit * 30, frame.height * 0.42)
    white = stage.palette.paper.mix(stage.palette.sky_middle, 0.22)
    stage.canvas.glow(x, y - high * 0.4, high * 0.95, stage.palette.horizon, 0.55)
    lit, warm = lch(0.90, 0.12, 82), stage.palette.accent
    parts: list[Part] = [
        ("M-40 0V-44H40V0Z", white.lighter(-0.04)),
        ("M6 0V-44H40V0Z", white.lighter(-0.13)),
        (sector(0, -50, 45, 180, 360), white.lighter(0.04)),
        ("M0 -95A45 45 0 0 1 45 -50H10Q24 -76 0 -95Z", white.lighter(-0.08)),
        ("M-26 -86L-6 -95L-2 -52H-20Z", warm.mix(lit, 0.35)),
        ("M-12 -58L-32 -98", DARK, 9),
        ("M-33 -100L-29 -92", warm, 13),
        ("M-48 -54H48V-44H-48Z", white.lighter(-0.2)),
        ("M-44 0H44V-6H-44Z", white.lighter(-0.24)),
        ("M-30 -34h11v15h-11ZM18 -34h11v15h-11Z", lit),
        ("M-8 0V-24Q0 -33 8 -24V0Z", warm),
    ]
    sketch(stage, (x, y), high, parts, mirror=frame.flip)
    walk = frame.x(0.36)
    foot = (walk, backdrop.height_at(line, walk) + unit)
    human_figures.walker(stage, foot, unit * 10, mirror=frame.flip)
    return _STARRY, ("an observatory on a hill", "the Milky Way")


def _telescope(stage: Stage, base: float) -> tuple[str, tuple[str, ...]]:
    """Someone at a telescope on the hill, a cabin in the distance."""
    frame, unit = stage.frame, stage.frame.unit
    moon = "moon" in stage.concepts
    if moon:
        high = stage.rng("moon").between(0.55, 0.7)
        stage.canvas.glow(frame.third, base * (1 - high), unit * 34, stage.palette.light, 0.5)
        _great_moon(stage, (frame.third, base * (1 - high)), unit * 13)
    line = night_land.land(stage, base)
    hut = frame.x(0.22)
    houses.cabin(stage, (hut, backdrop.height_at(line, hut) + unit), unit * 13)
    at, side = frame.x(0.58), -1 if frame.flip else 1
    foot = backdrop.height_at(line, at) + unit * 1.5
    who = at - side * unit * 9.5
    stage.canvas.glow(at, foot - unit * 9, unit * 19, stage.palette.horizon, 0.5)
    tube = stage.palette.paper.mix(stage.palette.sky_middle, 0.12)
    sketch(
        stage,
        (at, foot),
        unit * 17,
        [
            ("M0 -48L-22 0M0 -48L22 0M0 -48L3 0", lch(0.72, 0.07, 60), 4.5),
            ("M-34 -38L40 -84", tube, 17),
            ("M34 -80L52 -91", stage.palette.accent, 21),
            ("M-48 -29L-30 -40", DARK, 9),
            ("M-50 -28L-54 -38", DARK, 6),
            (oval(0, -52, 8, 8), DARK),
            ("M-24 -52L12 -75", DARK, 4),
        ],
        mirror=frame.flip,
    )
    ground = (who, backdrop.height_at(line, who) + unit * 1.2)
    human_figures.walker(stage, ground, unit * 15, mirror=side < 0)
    subject = "the full moon over the hills" if moon else _STARRY
    return subject, ("someone at a telescope", "a cabin with lit windows")


def _camp(stage: Stage, base: float) -> tuple[str, tuple[str, ...]]:
    """A tent that glows from within, a fire, and two people looking up."""
    line = night_land.land(stage, base)
    frame, unit = stage.frame, stage.frame.unit
    side = -1 if frame.flip else 1
    x = frame.x(0.60)
    y = backdrop.height_at(line, x) + unit * 3
    stage.canvas.glow(x, y - unit * 6, unit * 24, lch(0.86, 0.13, 75), 0.55)
    vehicles.tent(stage, (x, y), unit * 16, mirror=frame.flip)
    fire = x - side * unit * 17
    houses.fire(stage, (fire, backdrop.height_at(line, fire) + unit * 3), unit * 5)
    for dx, high, away in ((7, 11, -1), (13, 9.5, 1)):
        at = fire - side * unit * dx
        foot = (at, backdrop.height_at(line, at) + unit * 2.6)
        human_figures.walker(stage, foot, unit * high, mirror=side * away > 0)
    return _STARRY, ("a glowing tent", "two people at a camp fire", "the Milky Way")


def _lake(stage: Stage, base: float) -> tuple[str, tuple[str, ...]]:
    """A still lake that mirrors mountains and stars, and a canoe on it."""
    frame, unit, canvas, palette = stage.frame, stage.frame.unit, stage.canvas, stage.palette
    night_land.shore(stage, base)
    tones = palette.horizon.mix(palette.sky_middle, 0.3), palette.sky_middle, palette.sky_top
    paint = canvas.linear(tuple((i / 2, tone) for i, tone in enumerate(tones)))
    canvas.rect(0, base, frame.width, frame.height - base, paint)
    below = box(0, base, frame.width, frame.height - base)
    with (
        canvas.group(clip=below, opacity=0.34),
        canvas.group(move=(0, base * 2), scale=(1, -1)),
    ):
        night_land.shore(stage, base)
    rng, d = stage.rng("mirrored stars"), ""
    for _ in range(90):
        x, y = frame.width * rng.unit(), base + (frame.height - base) * rng.between(0.15, 1)
        d += f"M{num(x)} {num(y)}h{num(unit * rng.between(0.2, 1.6))}"
    canvas.path(d, "none", stroke=palette.paper, width=unit * 0.22, line_alpha=0.6)
    at = (frame.x(0.58), base + (frame.height - base) * 0.50)
    canvas.glow(*at, unit * 24, palette.horizon, 0.5)
    vehicles.canoe(stage, at, min(unit * 32, frame.width * 0.4), mirror=frame.flip)
    _reeds(stage)
    return _STARRY, ("a canoe on a still lake", "mountains", "the Milky Way")


def _reeds(stage: Stage) -> None:
    """Dark reeds in both lower corners."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("reeds")
    shares = (0.02, 0.05, 0.09, 0.13, 0.88, 0.92, 0.96, 0.99)
    spots = [
        (frame.width * (share + rng.between(-0.02, 0.02)), frame.height + unit, unit * high)
        for share, high in ((share, rng.between(7, 15)) for share in shares)
    ]
    flora.grass(stage, spots, stage.palette.near)


def _great_moon(stage: Stage, at: Point, r: float) -> None:
    (x, y), canvas, light = at, stage.canvas, lch(0.95, 0.07, 92)
    canvas.circle(x, y, r, light)
    spots = ((-0.35, -0.25, 0.22), (0.3, 0.3, 0.16), (0.1, -0.5, 0.12), (-0.2, 0.45, 0.14), (0.5, -0.1, 0.1))
    canvas.path("".join(oval(x + r * dx, y + r * dy, s * r, s * r) for dx, dy, s in spots), light.lighter(-0.09))


def _aurora(stage: Stage, base: float) -> tuple[str, tuple[str, ...]]:
    """Curtains of light in several hues above snow and a cabin."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("aurora")
    hues = rng.pick(((165, 150, 172), (150, 180, 160), (175, 155, 148)))
    stage.canvas.glow(frame.x(0.5), base * 0.5, min(frame.width, frame.height) * 0.7, lch(0.80, 0.17, hues[0]), 0.45)
    for i, hue in enumerate(hues):
        _curtain(stage, rng, base, i, hue)
    night_land.land(stage, base)
    snow = stage.palette.paper.mix(stage.palette.horizon, 0.25).at(0.88)
    paint = stage.canvas.linear(((0, snow), (1, snow.mix(stage.palette.middle, 0.55))))
    line = backdrop.ridge(stage, "snow", base + unit * 4, unit * 4, paint, detail=2, lift=unit * 3)
    at = frame.x(0.62)
    hut = (at, backdrop.height_at(line, at) + unit * 2)
    stage.canvas.glow(at, hut[1] - unit * 3, unit * 15, lch(0.88, 0.12, 78), 0.5)
    houses.long_house(stage, hut, unit * 19, unit * 7.5, lch(0.66, 0.12, 40), lch(0.4, 0.05, 280), snow=True)
    spots = [
        s
        for s in flora.along(rng, line, 20, (unit * 9, unit * 20), sink=unit * 2)
        if abs(s[0] / frame.width - 0.5) > 0.32
    ]
    flora.firs(stage, spots, stage.palette.near.lighter(0.05), snow=True)
    walk = frame.x(0.40)
    human_figures.walker(stage, (walk, backdrop.height_at(line, walk) + unit * 3), unit * 11, mirror=frame.flip)
    return "northern lights", ("a cabin in the snow", "someone looking up", "snowy firs")


def _curtain(stage: Stage, rng: Rng, base: float, i: int, hue: float) -> None:
    """One hanging band of upright rays: green and bright at its foot, violet at its crown."""
    frame, count = stage.frame, 56
    folds, reach = rng.wander(count + 1, 3), rng.wander(count + 1, 5)
    side, tall = 1 if frame.flip else -1, base * (0.46 - 0.04 * i)
    feet = [
        base * (0.40 + 0.14 * i) + base * 0.34 * (fold - 0.5) - base * 0.16 * side * (k / count - 0.5)
        for k, fold in enumerate(folds)
    ]
    tone, core, crown = lch(0.84, 0.19, hue), lch(0.89, 0.18, hue), lch(0.72, 0.18, 320 + 12 * i)
    stops = (
        (0, crown, 0.0),
        (0.3, crown, 0.26),
        (0.6, tone, 0.34),
        (0.84, core, 0.84),
        (0.92, core, 0.7),
        (1, tone, 0.0),
    )
    paint, w = stage.canvas.linear(stops), frame.width / count
    for k in range(count):
        x, top = w * k, min(feet[k], feet[k + 1]) - tall * (0.45 + 0.75 * reach[k])
        ray = [(x, feet[k]), (x, top), (x + w, top), (x + w, feet[k + 1])]
        stage.canvas.path(polygon(ray), paint)


_VIEWS = {
    "observatory": _observatory,
    "telescope": _telescope,
    "camp": _camp,
    "lake": _lake,
    "aurora": _aurora,
    "planet": planets.planet,
    "rocket": planets.rocket,
}

SCENE = Scene(
    draw=draw,
    hours=("night",),
    strict=True,
    variants=("observatory", "telescope", "aurora", "planet", "rocket", "camp", "lake"),
)
