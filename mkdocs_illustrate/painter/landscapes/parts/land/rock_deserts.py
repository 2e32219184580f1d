"""Deserts of rock: mesas in three depths, a red plain, who crosses it; and one with cacti."""

from __future__ import annotations

from ....kit.canvas import Point
from ....kit.colour import Colour, lch
from ... import backdrop, light
from ...stage import Stage
from ..people_and_animals import caravans, human_figures
from ..plants import flora
from ..traffic import vehicles
from . import dunes_and_rocks, wayside

_LAYOUTS = (
    (("mesa", 0.69, 1.0), ("needle", 0.44, 0.7)),
    (("mesa", 0.8, 0.9), ("mesa", 0.42, 0.72)),
    (("needle", 0.62, 1.0), ("needle", 0.72, 0.72), ("mesa", 0.92, 0.66)),
    (("arch", 0.66, 1.0), ("needle", 0.9, 0.66)),
    (("cliff", 0.86, 1.0), ("needle", 0.52, 0.72)),
)
"""What stands near, where, and how tall."""


def mesas(stage: Stage, base: float) -> tuple[str, ...]:
    """A plain of red rock, with a jeep, hikers, camels or a camp."""
    words = _rocks(stage, base)
    line = _plain(stage, base)
    _scrub(stage, line)
    kind = stage.rng("rock people").pick(("jeep", "caravan", "camp", "hikers"))
    return (_people(stage, line, kind), words)


def cactus(stage: Stage, base: float) -> tuple[str, ...]:
    """A plain with saguaros, and a car on its road."""
    _rocks(stage, base)
    line = _plain(stage, base, cacti=True)
    _road(stage, line)
    return "tall cacti", "a car on a desert road"


def _rocks(stage: Stage, base: float) -> str:
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("rocks")
    high = min(base * 0.6, frame.width * 0.42)
    backdrop.ridge(stage, "far", base, unit * 6, stage.palette.depth(0.12), jagged=True)
    near = rng.pick(_LAYOUTS)
    for share, size in ((0.12, 0.4), (0.36, 0.6)):
        for _ in range(rng.whole(2, 4)):
            at = (frame.x(rng.between(0.0, 1.0)), base + unit * (1 + 2 * share))
            _rock(
                stage,
                rng.pick(("mesa", "mesa", "needle")),
                at,
                high * size * rng.between(0.75, 1.1),
                _red(stage, share),
            )
        veil = dunes_and_rocks.sand(stage, 0.1)
        backdrop.haze(stage, base - high * size * 0.5, base + unit * 3, veil, 0.42 - 0.3 * share)
    for kind, place, size in near:
        at = (frame.x(place + rng.between(-0.03, 0.03)), base + unit * 2.6)
        _rock(stage, kind, at, high * size * rng.between(0.88, 1.06), _red(stage, 0.72))
    return "a natural arch" if near[0][0] == "arch" else "towers of red rock"


def _red(stage: Stage, share: float) -> Colour:
    """Rock is redder than the sand before it, and paler far off."""
    tone = dunes_and_rocks.sand(stage, share).mix(lch(0.62, 0.14, 35), 0.0 if stage.palette.night else 0.4)
    return tone.mix(stage.palette.depth(0.3), 0.45 * (1 - share))


def _rock(stage: Stage, kind: str, at: Point, tall: float, tone: Colour) -> None:
    rng = stage.rng(f"rock {at[0]:.0f}")
    if kind == "needle":
        dunes_and_rocks.needle(stage, at, tall * rng.between(0.2, 0.32), tall, tone)
    elif kind == "arch":
        dunes_and_rocks.arch(stage, at, tall * 1.2, tone)
    else:
        wide = rng.between(2.6, 3.2) if kind == "cliff" else rng.between(1.0, 1.8)
        dunes_and_rocks.mesa(stage, rng, at, tall * wide, tall, tone)


def _plain(stage: Stage, base: float, *, cacti: bool = False) -> list[Point]:
    frame, unit = stage.frame, stage.frame.unit
    drop, line = frame.height - base, []
    for i, (at_share, share) in enumerate(((0.04, 0.2), (0.22, 0.42), (0.46, 0.66))):
        tone = dunes_and_rocks.sand(stage, share)
        paint = stage.canvas.linear(((0, tone), (1, tone.lighter(-0.06))))
        line = backdrop.ridge(stage, f"plain {i}", base + drop * at_share, unit * 4, paint, detail=2)
        if cacti:
            _cacti(stage, line, i)
        elif i < 2:
            _bushes(stage, line, i)
    return line


def _bushes(stage: Stage, line: list[Point], i: int) -> None:
    """Dots of scrub, smaller far off."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng(f"bushes {i}")
    tone = light.own(stage, lch(0.55, 0.07, 135), 0.5 + 0.25 * i)
    spots = flora.along(
        rng, line, int(frame.width / unit / (5 - i)), (unit * (0.5 + 0.5 * i), unit * (0.9 + 0.8 * i)), sink=unit
    )
    flora.bushes(stage, [spot for spot in spots if rng.chance(0.6)], tone)


def _scrub(stage: Stage, line: list[Point]) -> None:
    """Boulders and dry tufts on the near plain."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("scrub")
    spots, tufts = [], []
    for i in range(9):
        x = frame.width * (rng.between(0.02, 0.33) if i % 2 else rng.between(0.72, 0.99))
        top = backdrop.height_at(line, x)
        spots.append((x, top + (frame.height - top) * rng.between(0.06, 0.5), unit * rng.between(0.9, 3.4)))
        tufts.append((x + unit * rng.between(2, 5), spots[-1][1] + unit * 0.6, unit * 2))
    flora.grass(stage, tufts, light.own(stage, lch(0.58, 0.08, 120)))
    wayside.rocks(stage, rng, sorted(spots, key=lambda spot: spot[1]), _red(stage, 0.85))


def _people(stage: Stage, line: list[Point], kind: str) -> str:
    frame, unit = stage.frame, stage.frame.unit
    if kind == "caravan":
        low = [(x, y + unit * 3) for x, y in line]
        caravans.caravan(stage, low, unit * 9.5, 3, 0.7)
        return "a caravan of camels"
    if kind == "camp":
        caravans.camp(stage, line, unit)
        return "tents in a desert camp"
    x = frame.golden
    y = backdrop.height_at(line, x) + unit * 6
    if kind == "jeep":
        caravans.tracks(stage, line, -0.02, 0.6, 5.3)
        caravans.jeep(stage, (x, y), unit * 14, mirror=frame.flip)
        return "a jeep on a dusty track"
    human_figures.hiker(stage, (x, y), unit * 10, mirror=frame.flip)
    human_figures.hiker(stage, (frame.x(0.54), y + unit), unit * 9.6, mirror=frame.flip)
    return "two hikers"


def _road(stage: Stage, line: list[Point]) -> None:
    frame, unit = stage.frame, stage.frame.unit
    y = backdrop.height_at(line, frame.golden) + unit * 6
    grey = stage.palette.near.mix(dunes_and_rocks.sand(stage, 0.6), 0.3)
    stage.canvas.rect(-4, y, frame.width + 8, unit * 3, grey)
    stage.canvas.path(
        f"M0 {y + unit * 1.5:.1f}H{frame.width}",
        "none",
        stroke=stage.palette.light,
        width=unit * 0.25,
        dash=f"{unit * 3:.1f} {unit * 3:.1f}",
        cap="butt",
        line_alpha=0.8,
    )
    at = (frame.golden, y + unit * 2)
    vehicles.car(stage, at, unit * 12, stage.palette.accent, mirror=frame.flip)


def _cacti(stage: Stage, line: list[Point], i: int) -> None:
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng(f"cacti {i}")
    green = light.own(stage, lch(0.54, 0.09, 155), 0.6 + 0.2 * i)
    size = unit * (5, 9, 19)[i]
    shares = ((0.12, 0.33, 0.5, 0.77, 0.93), (0.24, 0.45, 0.86), (0.13, 0.88))[i]
    for share in shares:
        x = frame.x(share + rng.between(-0.03, 0.03))
        tall = min(size * rng.between(0.75, 1.15), frame.height * 0.3)
        dunes_and_rocks.cactus(stage, (x, backdrop.height_at(line, x) + unit * (1 + i)), tall, green)
