"""A village: a street of gables, houses on a hill, an old town below its castle."""

# ruff: noqa: PLR0917  a thing is its place, size and tone, and they are read in order

from __future__ import annotations

from dataclasses import replace

from .. import air, light, weathers
from ..canvas import Point
from ..colour import lch
from ..rng import Rng
from ..stage import Drawn, Stage
from . import Scene, figures, flora, houses, oldtown

_WALLS = (lch(0.95, 0.025, 85), lch(0.86, 0.07, 70), lch(0.80, 0.08, 30), lch(0.84, 0.06, 230),
          lch(0.88, 0.07, 95), lch(0.82, 0.06, 155), lch(0.87, 0.05, 350))  # fmt: skip
_ROOFS = (lch(0.54, 0.13, 35), lch(0.48, 0.11, 25), lch(0.42, 0.05, 265))


def draw(stage: Stage) -> Drawn:
    """Draw hills, then houses in their layout, then the street and who walks there."""
    frame, kind = stage.frame, stage.variant
    if kind == "snow":
        stage = replace(stage, palette=replace(stage.palette, season="winter"))
        kind = stage.rng("layout").pick(("street", "hill"))
    weather, base = weathers.lot(stage), frame.height * (0.66 if frame.tall else 0.62)
    _sky(stage, base, weather)
    _hills(stage, base)
    details = {"street": _street, "hill": _hill, "old": _old}[kind](stage, base)
    weathers.fall(stage, weather, base)
    subject = {"street": "a village street", "hill": "a village on a hill", "old": "an old town"}[
        kind
    ]
    return Drawn(subject=subject, details=details, setting=weathers.setting(stage, weather))


def _sky(stage: Stage, base: float, weather: str) -> None:
    air.sky(stage, base)
    if stage.palette.night:
        air.stars(stage, base, 90)
    if weather != "rain":
        air.sun(stage, base, height=stage.rng("sun").between(0.5, 0.76))
    air.clouds(stage, base, 3, alpha=0.6)
    if not stage.palette.night and not weather:
        air.birds(stage, (stage.frame.x(0.44), base * 0.3))


def _snowy(stage: Stage) -> bool:
    return stage.palette.season == "winter"


def _hills(stage: Stage, base: float) -> None:
    """Far hills, the nearer ones wooded."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("hills")
    for i, (rise, share) in enumerate(((0.30, 0.12), (0.2, 0.26), (0.11, 0.42))):
        tone = stage.palette.depth(share)
        if _snowy(stage):
            tone = light.snow_lit(stage).mix(tone, 0.35 + 0.12 * i)
        line = air.ridge(stage, f"range {i}", base, base * rise, tone, detail=2)
        if i:
            wood = stage.palette.depth(share + 0.1)
            spots = flora.along(rng, line, int(frame.width / unit / 1.8),
                (unit * 2, unit * (2 + 1.2 * i)),
                                sink=unit * 0.4)  # fmt: skip
            flora.firs(stage, [s for s in spots if rng.chance(0.6)], wood, fine=False)
    air.haze(stage, base * 0.8, base + 2, stage.palette.horizon, 0.35)


def _house(stage: Stage, rng: Rng, at: Point, width: float, height: float, depth: float,
           *, timber: bool = False) -> None:  # fmt: skip
    wall, roof = rng.pick(_WALLS), rng.pick(_ROOFS)
    rows = max(2, round(height / (stage.frame.unit * 4.4)))
    if timber:
        wall = rng.pick(_WALLS[:2])
    houses.house(stage, at, width, height, wall, roof, depth=depth, snow=_snowy(stage), rows=rows,
                 columns=2 if width < stage.frame.unit * 10 else 3)  # fmt: skip
    if timber:
        oldtown.beams(stage, at, width, height, depth)


def _street(stage: Stage, _: float) -> tuple[str, ...]:
    """A row of gables, the church behind, lamps, a bench, someone walking."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("street")
    foot = frame.height * 0.82
    grow = 1.25 if frame.tall else 1.0
    tall = min(foot * 0.66, unit * 42 * grow)
    houses.church(stage, (frame.x(0.68), foot), tall, _WALLS[0], _ROOFS[2], depth=0.72,
                  snow=_snowy(stage))  # fmt: skip
    _row(stage, rng, foot - unit * 1.5, 0.55, grow)
    flora.rounds(stage, [(frame.x(s), foot, unit * h) for s, h in ((0.2, 13), (0.5, 11),
        (0.86, 14))],
                 light.leaves(stage, 0.85))  # fmt: skip
    x = -unit * 3
    while x < frame.width:
        w = unit * rng.between(8.5, 14)
        at = (x + w / 2, foot)
        middle = abs(at[0] / frame.width - 0.5) * 2
        if abs(frame.x(0.68) - at[0]) > unit * 6.5:
            high = unit * rng.between(6, 15) * (0.75 + 0.5 * middle) * grow
            if rng.chance(0.3):
                _long(stage, rng, at, w, min(high, w * 0.7))
            else:
                _house(stage, rng, at, w, high, 1.0, timber=rng.chance(0.15))
        if rng.chance(0.45):
            tree = (x + w * 1.12, foot + unit * 0.3, unit * rng.between(7, 11))
            flora.rounds(stage, [tree], light.leaves(stage))
            w *= 1.22
        x += w * rng.between(1.01, 1.08)
    oldtown.pavement(stage, foot)
    return _life(stage, foot)


def _long(stage: Stage, rng: Rng, at: Point, width: float, height: float) -> None:
    houses.long_house(stage, at, width, height, rng.pick(_WALLS), rng.pick(_ROOFS),
                      snow=_snowy(stage),
                      rows=max(1, round(height / (stage.frame.unit * 4.4))))  # fmt: skip


def _row(stage: Stage, rng: Rng, foot: float, depth: float, grow: float) -> None:
    unit, x = stage.frame.unit, stage.frame.unit * -2
    while x < stage.frame.width:
        w = unit * rng.between(7, 11)
        _house(stage, rng, (x + w / 2, foot), w, unit * rng.between(8, 19) * grow, depth)
        x += w * rng.between(0.95, 1.7)


def _life(stage: Stage, foot: float) -> tuple[str, ...]:
    """Lamps, tubs of flowers, and the moving subject."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("life")
    for share in (0.16, 0.44, 0.82):
        houses.lamp(stage, (frame.x(share), foot + unit * 1.6), unit * 11)
    low = foot + (frame.height - foot) * 0.5
    if rng.chance(0.4) and not _snowy(stage):
        figures.cyclist(stage, (frame.golden, low), unit * 9.5, mirror=frame.flip)
        words = "a cyclist"
    else:
        figures.walker(stage, (frame.golden, low), unit * 9.5, mirror=frame.flip)
        figures.walker(
            stage, (frame.golden + unit * 4, low - unit * 0.7), unit * 8.6, mirror=frame.flip
        )
        words = "two people walking"
    _front(stage)
    return words, "a church", "street lamps"


def _front(stage: Stage) -> None:
    """Dark shrubs in both corners."""
    frame, unit = stage.frame, stage.frame.unit
    colour = light.dark(stage, light.needles(stage), 0.35, 0.28)
    line = air.ridge(stage, "front", frame.height + unit * 2.5, unit, colour, lift=unit * 8)
    spots = [s for s in flora.along(stage.rng("shrubs"), line, int(frame.width / unit / 2.4),
                                    (unit * 1.4,
                                    unit * 3)) if abs(s[0] / frame.width - 0.5) > 0.27]  # fmt: skip
    flora.bushes(stage, spots, colour)


def _slope(stage: Stage, rng: Rng, base: float, top: float) -> None:
    """Houses in terraces up a hill, small and pale above, large below."""
    frame, unit = stage.frame, stage.frame.unit
    rows, middle = 4, frame.x(0.62)
    for row in range(rows):
        t = row / (rows - 1)
        y = top + (base - top) * (0.24 + 0.76 * t)
        half = min(unit * (9 + 30 * t), frame.width * (0.2 + 0.32 * t))
        depth, x = 0.62 + 0.38 * t, middle - half
        green = light.leaves(stage, depth)
        count = int(half / unit / 2.2)
        spots = [(middle - half * 1.2 + half * 2.4 * (i + rng.unit()) / count, y - unit * 0.5,
                  unit * rng.between(3.4, 6)) for i in range(count)]  # fmt: skip
        flora.rounds(stage, spots, green)
        while x < middle + half:
            w = unit * rng.between(5.2, 7.6)
            at = (x + w / 2, y + unit * rng.between(-0.6, 0.6))
            if rng.chance(0.82):
                _house(stage, rng, at, w, unit * rng.between(4.6, 7.4), depth)
            x += w * rng.between(1.0, 1.35)
        bush = [(middle - half * 1.15 + half * 2.3 * (i + rng.unit()) / count, y + unit * 1.4,
                 unit * rng.between(0.9, 1.6)) for i in range(count)]  # fmt: skip
        flora.bushes(stage, bush, green.lighter(-0.05))


def _hill(stage: Stage, base: float) -> tuple[str, ...]:
    """A church on its hill, houses around it, meadows and a lane in front."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("hill")
    low, top = frame.height * 0.82, base * (0.66 if frame.tall else 0.72)
    oldtown.mound(stage, low, top)
    houses.church(stage, (frame.x(0.62), top + unit * 2), min(unit * 25, base * 0.48), _WALLS[0],
        _ROOFS[0],
                  depth=0.8, snow=_snowy(stage))  # fmt: skip
    _slope(stage, rng, low, top)
    return (*_meadow(stage, low), "a church on top")


def _meadow(stage: Stage, low: float) -> tuple[str, ...]:
    frame, unit = stage.frame, stage.frame.unit
    tone = light.turf(stage)
    paint = stage.canvas.linear(((0, tone), (1, tone.mix(light.needles(stage), 0.5))))
    line = air.ridge(stage, "meadow", low + unit * 2, unit * 2, paint, detail=1)
    lane = [(x, y + unit * 4) for x, y in line]
    stage.canvas.line(lane, light.own(stage, lch(0.88, 0.045, 75)), unit * 2)
    x = frame.x(0.36)
    at = (x, air.height_at(lane, x) + unit * 0.6)
    if _snowy(stage):
        figures.walker(stage, at, unit * 8.5, mirror=frame.flip)
        word = "someone walking in the snow"
    else:
        figures.hiker(stage, at, unit * 9, mirror=frame.flip)
        word = "a hiker on a lane"
    _front(stage)
    return (word,)


def _old(stage: Stage, base: float) -> tuple[str, ...]:
    """Half-timbered houses at a market place, a castle above them."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("old")
    foot, grow = frame.height * 0.82, 1.25 if frame.tall else 1.0
    top = base * 0.72
    oldtown.mound(stage, foot, top)
    stone = light.own(stage, lch(0.83, 0.035, 75)).mix(stage.palette.depth(0.3), 0.35)
    oldtown.castle(
        stage, (frame.x(0.62), top + unit * 1), min(unit * 21, frame.width * 0.34), stone
    )
    wood = light.leaves(stage, 0.7)
    spots = []
    for _ in range(34):
        t = rng.between(0.3, 0.75)  # how far down the hill, which widens as it falls
        half = min(unit * 52, frame.width * 0.75) * (0.10 + 0.55 * t * t)
        x = frame.x(0.62) + half * rng.between(-1, 1)
        spots.append((x, top + (foot - top) * t, unit * rng.between(4, 7)))
    flora.rounds(stage, sorted(spots, key=lambda s: s[1]), wood)
    x = -unit * 4
    while x < frame.width:
        w = unit * rng.between(9.5, 13)
        middle = abs((x + w / 2) / frame.width - 0.5) * 2
        _house(stage, rng, (x + w / 2, foot), w, unit * rng.between(6,
            11) * (0.7 + 0.5 * middle) * grow, 1.0,
               timber=rng.chance(0.6))  # fmt: skip
        x += w * rng.between(0.98, 1.12)
    oldtown.pavement(stage, foot)
    oldtown.stall(stage, (frame.x(0.34), foot + (frame.height - foot) * 0.42), unit * 11)
    _life(stage, foot)
    return "a castle above the roofs", "half-timbered houses", "a market stall"


SCENE = Scene(
    name="village",
    draw=draw,
    variants=("street", "street", "hill", "old", "street", "snow", "hill"),
)
