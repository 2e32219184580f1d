"""Dunes with a caravan, red rocks, a plain with cacti, an oasis."""

# ruff: noqa: PLR0917  a thing is its place, size and tone, and they are read in order

from __future__ import annotations

from math import cos, pi, sin

from ...kit.canvas import Point, num
from ...kit.colour import Colour, lch
from ...kit.drawn import Drawn
from ...kit.outlines import curve
from .. import backdrop, light, rain_and_snow
from ..parts.land import dunes_and_rocks, rock_deserts, skies
from ..parts.people_and_animals import animals, caravans, human_figures
from ..parts.plants import flora
from ..stage import Stage
from . import Scene

_ANYWHERE = {"desert", "desert-lands"}
"""Concepts that name deserts of all continents: cacti grow in one of them only."""
_SUBJECTS = {
    "dunes": "desert dunes",
    "mesas": "a desert of red rock",
    "cactus": "a desert with mesas",
    "oasis": "an oasis in a desert",
}


def draw(stage: Stage) -> Drawn:
    """Draw sky and far land, then dunes, rocks or water."""
    frame, kind = stage.frame, stage.variant
    if kind == "cactus" and set(stage.concepts) & _ANYWHERE:
        kind = "mesas"
    base = frame.height * (0.60 if frame.tall else 0.56)
    skies.over(stage, base, "", low=0.16, high=0.66)
    _streaks(stage, base)
    kinds = {
        "dunes": _dunes,
        "mesas": rock_deserts.mesas,
        "cactus": rock_deserts.cactus,
        "oasis": _oasis,
    }
    details = kinds[kind](stage, base)
    if kind in ("mesas", "cactus"):
        _front(stage)
    setting = rain_and_snow.setting(stage, season=False)
    return Drawn(subject=_SUBJECTS[kind], details=details, setting=setting)


def _streaks(stage: Stage, base: float) -> None:
    """Long thin clouds low in the sky, when the light is low."""
    if stage.palette.hour == "noon":
        return
    frame, unit, rng, d = stage.frame, stage.frame.unit, stage.rng("streaks"), ""
    for _ in range(7):
        wide = frame.width * rng.between(0.12, 0.36)
        x, y = rng.between(-0.1, 0.95) * frame.width, base * rng.between(0.55, 0.92)
        d += f"M{num(x)} {num(y)}q{num(wide / 2)} {num(-unit * rng.between(0.4, 1.1))} {num(wide)} 0"
        d += f"q{num(-wide / 2)} {num(unit * 0.5)} {num(-wide)} 0Z"
    colour = stage.palette.light if not stage.palette.night else stage.palette.horizon
    stage.canvas.path(d, colour, alpha=0.5)


def _row(stage: Stage, name: str, foot: float, high: float, wide: float, share: float) -> None:
    """A row of dunes, the highest on the third of the mass, and the sand before it."""
    frame, rng = stage.frame, stage.rng(name)
    tone = dunes_and_rocks.sand(stage, share)
    for x in rng.shuffled((0.02, 0.3, 0.52, 0.8, 1.0)):
        reach = frame.width * wide * rng.between(0.8, 1.2)
        tip = (frame.x(x + rng.between(-0.08, 0.08)), foot - high * rng.between(0.45, 0.85))
        dunes_and_rocks.dune(stage, tip, foot, reach, tone.lighter(rng.between(-0.02, 0.02)))
    fill = stage.canvas.linear(((0, tone), (1, tone.lighter(-0.03))))
    backdrop.ridge(stage, f"{name} floor", foot + high * 0.2, high * 0.18, fill, detail=1)


def _dunes(stage: Stage, base: float) -> tuple[str, ...]:
    """Rows of dunes, a great one, and a caravan, a jeep or a camp below it."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("great dune")
    drop = frame.height - base
    for i, depth in enumerate((0.1, 0.22)):
        tone = stage.palette.depth(depth)
        backdrop.ridge(stage, f"far {i}", base + unit, unit * (7 - 2 * i), tone, jagged=True)
    _row(stage, "row 0", base + drop * 0.08, base * 0.16, 0.2, 0.1)
    _row(stage, "row 1", base + drop * 0.26, base * 0.26, 0.28, 0.34)
    tone, foot = dunes_and_rocks.sand(stage, 0.62), base + drop * 0.66
    reach = min(frame.width * rng.between(0.3, 0.46), unit * 56)
    high = min(foot - base * rng.between(0.62, 0.9), reach * 0.8)
    tip = (frame.x(rng.between(0.5, 0.8)), foot - high)
    if rng.chance(0.45):
        beside = (frame.x(rng.between(0.06, 0.3)), base * rng.between(0.84, 1.0))
        dunes_and_rocks.dune(stage, beside, foot, reach, tone.lighter(0.03))
    dunes_and_rocks.great_dune(stage, tip, foot, reach, tone)
    line = backdrop.ridge(stage, "crest", foot - drop * 0.04, unit * 3, tone.lighter(-0.02), detail=1)
    _ripples(stage, line, tone)
    words = _below(stage, line)
    _front(stage)
    return words, "mountains far off"


def _below(stage: Stage, line: list[Point]) -> str:
    """Who passes below the great dune."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("passing")
    kind = rng.weighted((("caravan", 2.0), ("jeep", 1.0), ("camp", 1.0)))
    if kind == "camp":
        caravans.camp(stage, line, unit)
        return "tents in a desert camp"
    if kind == "jeep":
        caravans.tracks(stage, line, -0.02, 0.6, 2.2)
        at = (frame.golden, backdrop.height_at(line, frame.golden) + unit * 3)
        caravans.jeep(stage, at, unit * 14, mirror=frame.flip)
        return "a jeep on a dusty track"
    caravans.caravan(stage, line, unit * 9.5, rng.whole(2, 5), rng.between(0.66, 0.78))
    return "a caravan of camels"


def _ripples(stage: Stage, line: list[Point], tone: Colour) -> None:
    frame, unit, rng, d = stage.frame, stage.frame.unit, stage.rng("ripples"), ""
    for _ in range(16):
        x = rng.between(0, frame.width)
        y = backdrop.height_at(line, x) + unit * rng.between(3, 16)
        w = unit * rng.between(5, 13)
        half = num(w * 0.5)
        d += f"M{num(x)} {num(y)}q{num(w * 0.25)} {num(-unit * 0.7)} {half} 0t{half} 0"
    stage.canvas.path(d, "none", stroke=tone.lighter(-0.1), width=unit * 0.26, line_alpha=0.7)


def _front(stage: Stage) -> None:
    """The dark dune in front, rising at both edges, with dry grass."""
    frame, unit = stage.frame, stage.frame.unit
    near = dunes_and_rocks.sand(stage, 1.0).mix(stage.palette.near, 0.68).at(0.30 if not stage.palette.night else 0.18)
    line = backdrop.ridge(stage, "front", frame.height + unit, unit * 1.6, near, lift=unit * 9)
    size = (unit * 2, unit * 4.5)
    tufts = flora.along(stage.rng("tufts"), line, int(frame.width / unit / 3), size)
    spots = [tuft for tuft in tufts if abs(tuft[0] / frame.width - 0.5) > 0.2]
    flora.grass(stage, spots, near)


def _oasis(stage: Stage, base: float) -> tuple[str, ...]:
    """A pool among palms, dunes behind, a fort or tents, a camel that drinks the view."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("oasis")
    drop = frame.height - base
    _row(stage, "row 0", base + drop * 0.1, base * rng.between(0.2, 0.4), 0.26, 0.12)
    _row(stage, "row 1", base + drop * 0.3, base * rng.between(0.24, 0.36), 0.34, 0.38)
    y, x = base + drop * 0.56, frame.x(0.5)
    behind = rng.pick(("fort", "tents", "fort", ""))
    leaf = light.own(stage, lch(0.56, 0.11, 145))
    _grove(stage, (x, y - drop * 0.2), leaf.mix(dunes_and_rocks.sand(stage, 0.4), 0.25), unit)
    if behind == "fort":
        wide = min(unit * 34, frame.width * 0.36)
        caravans.kasbah(stage, (frame.x(0.62), y - drop * 0.17), wide)
    elif behind == "tents":
        for share, size in ((0.58, 17), (0.7, 13)):
            caravans.tent(stage, (frame.x(share), y - drop * 0.17), unit * size)
    _pool(stage, (x, y), leaf)
    for share, tall, lean in _PALMS:
        at = (frame.x(share + rng.between(-0.025, 0.025)), y - drop * rng.between(-0.03, 0.07))
        high = min(unit * tall * rng.between(0.8, 1.1), frame.height * 0.5 * tall / 33)
        flora.palm(stage, at, high, leaf, -lean if frame.flip else lean)
    feet = (frame.golden, y + drop * 0.2)
    animals.camel(stage, feet, unit * 11, caravans.coat(stage), mirror=frame.flip)
    human_figures.walker(stage, (frame.x(0.52), y + drop * 0.22), unit * 9, mirror=frame.flip)
    _front(stage)
    words = {"fort": ("a fort of clay",), "tents": ("tents",), "": ()}[behind]
    return "palms around a pool", *words, "a camel"


_PALMS = ((0.8, 33, -0.12), (0.88, 25, 0.14), (0.2, 30, 0.12), (0.13, 22, -0.16), (0.27, 17, 0.1))


def _grove(stage: Stage, at: Point, leaf: Colour, unit: float) -> None:
    """Small palms far behind the pool."""
    rng, frame = stage.rng("grove"), stage.frame
    for i in range(8):
        x = at[0] + frame.width * (i - 3.5) * 0.09 + unit * rng.between(-3, 3)
        tall = unit * rng.between(8, 14)
        flora.palm(stage, (x, at[1] + unit * rng.between(0, 2)), tall, leaf, rng.between(-0.15, 0.15))


def _pool(stage: Stage, at: Point, leaf: Colour) -> None:
    """Water with an uneven rim, bushes around it, the palms' green in it."""
    frame, unit, rng, (x, y) = stage.frame, stage.frame.unit, stage.rng("pool"), at
    wide, deep = frame.width * 0.33, (frame.height - y) * 0.3
    radii = [rng.between(0.86, 1.1) for _ in range(12)]
    sea = light.sea(stage)
    paint = stage.canvas.linear(((0, sea[0]), (1, sea[2])))
    rim = dunes_and_rocks.sand(stage, 0.5).lighter(0.06)
    for size, fill in ((1.06, leaf.mix(rim, 0.45)), (1.0, rim), (0.95, paint)):
        stage.canvas.path(_ring(x, y, wide * size, deep * size, radii), fill)
    d = ""
    for _ in range(9):
        left, top = x + wide * rng.between(-0.7, 0.5), y + deep * rng.between(-0.5, 0.6)
        d += f"M{num(left)} {num(top)}h{num(unit * rng.between(2, 7))}"
    stage.canvas.path(d, "none", stroke=stage.palette.paper, width=unit * 0.26, line_alpha=0.5)
    spots = []
    for _ in range(14):
        side = rng.pick((-1, 1))
        share = rng.between(0.72, 1.0)
        spots.append((x + side * wide * share, y - deep * (1 - share) * 1.8 + unit * 0.5, unit * rng.between(1.2, 3)))
    flora.bushes(stage, sorted(spots, key=lambda spot: spot[1]), leaf.lighter(-0.06))


def _ring(x: float, y: float, rx: float, ry: float, radii: list[float]) -> str:
    count = len(radii)
    points = [(x + rx * r * cos(2 * pi * i / count), y + ry * r * sin(2 * pi * i / count)) for i, r in enumerate(radii)]
    return curve(points, closed=True, tension=1)


SCENE = Scene(
    draw=draw,
    variants=("dunes", "dunes", "mesas", "dunes", "oasis", "mesas", "oasis", "cactus"),
)
