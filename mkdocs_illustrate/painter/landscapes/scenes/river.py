"""A river that winds from the hills: a stone bridge, a mill, a boat or an angler."""

from __future__ import annotations

from ...kit.canvas import Point, num
from ...kit.colour import Colour, lch
from ...kit.drawn import Drawn
from ...kit.outlines import curve
from .. import backdrop, light, rain_and_snow
from ..parts.buildings import houses, stone_bridges
from ..parts.land import foregrounds, river_banks, skies
from ..parts.people_and_animals import human_figures
from ..parts.plants import flora, groves
from ..parts.traffic import vehicles
from ..stage import Stage
from . import Scene


def draw(stage: Stage) -> Drawn:
    """Draw hills, the bends of the water, its banks, and what is on it."""
    stage = rain_and_snow.with_weather(stage)
    frame, kind = stage.frame, stage.variant
    base = frame.height * (0.60 if frame.tall else 0.55)
    skies.open_air(stage, base, height=stage.rng("sun").between(0.42, 0.72), clouds=3)
    river_banks.slopes(stage, base)
    details = {"bridge": _bridge, "bends": _bends, "mill": _mill}[kind](stage, base)
    _front(stage)
    rain_and_snow.fall(stage, stage.weather, base)
    subject = {
        "bridge": "a river under a stone bridge",
        "bends": "a winding river",
        "mill": "a river with a water mill",
    }
    return Drawn(subject=subject[kind], details=details, setting=rain_and_snow.setting(stage, stage.weather))


def _green(stage: Stage, depth: float) -> Colour:
    """The land's colour at a depth: its own at every hour."""
    if stage.palette.season == "winter":
        return light.snow_lit(stage).mix(light.snow_dim(stage), 0.75 - 0.5 * depth)
    return light.turf(stage, 0.25 + 0.75 * depth)


def _flow(stage: Stage, base: float, line: list[tuple[float, float, float]]) -> None:
    """Water between two smooth banks: (x share, y share below base, half width in shares)."""
    frame, drop = stage.frame, stage.frame.height - base
    left = [(frame.x(x) - w * frame.width, base + drop * y) for x, y, w in line]
    right = [(frame.x(x) + w * frame.width, base + drop * y) for x, y, w in reversed(line)]
    colours = light.sea(stage)
    paint = stage.canvas.linear(((0, colours[0]), (0.4, colours[1]), (1, colours[2])))
    d = f"{curve(left, tension=1)}L{curve(right, tension=1)[1:]}Z"
    rim = _green(stage, 0.9).lighter(-0.12)
    stage.canvas.path(d, paint, stroke=rim, width=frame.unit * 0.45)
    with stage.canvas.group(clip=d):
        backdrop.ripples(stage, base + drop * 0.1, frame.height, 46)
        if not stage.frame.tall:
            backdrop.glints(stage, frame.x(0.42), base + drop * 0.3, frame.height, 8)


def _plain(stage: Stage, base: float, steps: tuple[tuple[float, float], ...]) -> list[list[Point]]:
    """The valley floor in layers, (share below base, depth) each."""
    lines, drop = [], stage.frame.height - base
    for i, (share, depth) in enumerate(steps):
        tone = _green(stage, depth)
        paint = stage.canvas.linear(((0, tone), (1, tone.mix(light.needles(stage), 0.3 * depth))))
        lines.append(backdrop.ridge(stage, f"plain {i}", base + drop * share, stage.frame.unit * 2.4, paint, detail=2))
        river_banks.hedges(stage, f"hedge {i}", lines[-1], depth)
    return lines


def _grove(stage: Stage, base: float, places: tuple[tuple[float, float, float], ...], depth: float) -> None:
    """Trees at (x share, share below base, height in units)."""
    frame, drop = stage.frame, stage.frame.height - base
    spots = [(frame.x(x), base + drop * y, frame.unit * h) for x, y, h in places]
    spots.sort(key=lambda spot: spot[1])
    groves.mixed(stage, spots, depth, near=depth > 0.8)


def _bends(stage: Stage, base: float) -> tuple[str, ...]:
    """Wide bends through meadows, a canoe on the nearest."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("bends")
    drop = frame.height - base
    lines = _plain(stage, base, ((0.0, 0.5), (0.16, 0.68), (0.34, 0.9)))
    river_banks.blooms(stage, lines[-1], drop * 0.5)
    river_banks.village(stage, (frame.x(0.30), base + drop * 0.06), unit * 3.6)
    _flow(
        stage,
        base,
        [
            (0.62, 0.02, 0.004),
            (0.50, 0.07, 0.013),
            (0.66, 0.16, 0.03),
            (0.42, 0.31, 0.07),
            (0.56, 0.55, 0.16),
            (0.47, 0.8, 0.28),
            (0.45, 1.05, 0.36),
        ],
    )
    for lo, hi, y, h, depth in (
        (0.05, 0.4, 0.05, 3.4, 0.5),
        (0.75, 1.0, 0.10, 5, 0.65),
        (0.0, 0.26, 0.26, 8, 0.85),
        (0.74, 1.02, 0.40, 10, 0.95),
    ):
        places = tuple((rng.between(lo, hi), y + rng.between(-0.03, 0.05), h * rng.between(0.7, 1.2)) for _ in range(9))
        _grove(stage, base, places, depth)
    cot = (frame.x(0.80), base + drop * 0.24)
    houses.long_house(
        stage,
        cot,
        unit * 9,
        unit * 3.8,
        lch(0.95, 0.03, 85),
        lch(0.52, 0.12, 32),
        depth=0.9,
        snow=stage.palette.season == "winter",
    )
    _boat(stage, (frame.x(0.54), base + drop * 0.66))
    return _words(stage), "a cottage among trees"


def _boat(stage: Stage, at: Point) -> None:
    unit = stage.frame.unit
    if "fish" in stage.concepts:
        wood = light.own(stage, lch(0.55, 0.1, 45))
        human_figures.walker(stage, (at[0] - unit, at[1] - unit * 0.8), unit * 7, mirror=stage.frame.flip)
        vehicles.rowboat(stage, at, unit * 14, wood, mirror=stage.frame.flip)
        rod = 1 if not stage.frame.flip else -1
        stage.canvas.path(
            f"M{num(at[0])} {num(at[1] - unit * 4.6)}q{num(rod * unit * 5)} "
            f"{num(-unit * 5)} "
            f"{num(rod * unit * 9)} {num(-unit * 3)}v{num(unit * 7)}",
            "none",
            stroke=stage.palette.ink,
            width=unit * 0.18,
        )
    else:
        vehicles.canoe(stage, at, unit * 13, mirror=stage.frame.flip)


def _words(stage: Stage) -> str:
    return "an angler in a boat" if "fish" in stage.concepts else "a canoe"


def _bridge(stage: Stage, base: float) -> tuple[str, ...]:
    """A bridge of five arches over broad water, a village beyond."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("bridge")
    drop = frame.height - base
    _plain(stage, base, ((0.0, 0.5), (0.12, 0.7)))
    _grove(
        stage,
        base,
        tuple((rng.unit(), 0.06 + rng.between(0, 0.03), rng.between(3.0, 4.6)) for _ in range(22)),
        0.62,
    )
    river_banks.village(stage, (frame.x(0.72), base + drop * 0.03), unit * 6.4)
    top = base + drop * 0.26
    backdrop.water(stage, top)
    backdrop.ripples(stage, top + unit * 3, frame.height, 56)
    backdrop.glints(stage, frame.third, top + unit * 4, frame.height, 11)
    _banks(stage, base)
    stone_bridges.arches(stage, top + unit * 3.2, min(unit * 13, drop * 0.44))
    _boat(stage, (frame.x(0.42), base + drop * 0.72))
    return _words(stage), "someone on the bridge", "a village beyond"


def _banks(stage: Stage, base: float) -> None:
    """Land that comes in from both sides, with trees."""
    frame, rng = stage.frame, stage.rng("banks")
    drop, tone = frame.height - base, _green(stage, 0.95)
    for side in (0, 1):
        x = [frame.width * (1 - s if side else s) for s in (-0.02, 0.08, 0.15, 0.19, 0.13, -0.02)]
        y = [base + drop * s for s in (0.12, 0.15, 0.22, 0.32, 0.42, 0.60)]
        stage.canvas.path(curve(list(zip(x, y, strict=True)), tension=0.8) + "Z", tone)
    places = tuple(
        (abs(s - rng.between(0.0, 0.17)), rng.between(0.17, 0.36), rng.between(8, 14)) for s in (0, 1) for _ in range(6)
    )
    _grove(stage, base, places, 0.95)


def _mill(stage: Stage, base: float) -> tuple[str, ...]:
    """A mill with its wheel by a weir, a boat below."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("mill")
    drop = frame.height - base
    _plain(stage, base, ((0.0, 0.5), (0.14, 0.72)))
    _grove(
        stage,
        base,
        tuple((rng.unit(), 0.04 + rng.between(0, 0.1), rng.between(4, 8)) for _ in range(20)),
        0.66,
    )
    _plain(stage, base, ((0.30, 0.92),))
    _flow(
        stage,
        base,
        [
            (0.30, 0.22, 0.02),
            (0.36, 0.3, 0.06),
            (0.32, 0.42, 0.13),
            (0.4, 0.62, 0.27),
            (0.42, 0.85, 0.4),
            (0.42, 1.05, 0.45),
        ],
    )
    at, w = (frame.x(0.66), base + drop * 0.50), unit * 15
    snow = stage.palette.season == "winter"
    _grove(
        stage,
        base,
        ((0.82, 0.46, 16), (0.90, 0.5, 13), (0.97, 0.48, 17), (0.05, 0.42, 14), (0.12, 0.38, 11)),
        0.95,
    )
    houses.house(stage, at, w, unit * 12, lch(0.93, 0.035, 80), lch(0.5, 0.12, 32), rows=3, snow=snow)
    houses.long_house(
        stage,
        (at[0] + (unit * 14 if not frame.flip else -unit * 14), at[1]),
        unit * 15,
        unit * 7,
        lch(0.86, 0.05, 70),
        lch(0.46, 0.1, 28),
        snow=snow,
    )
    side = -1 if not frame.flip else 1
    stone_bridges.wheel(stage, (at[0] + side * (w * 0.5 + unit * 3.2), at[1] - unit * 3.0), unit * 6.2)
    _boat(stage, (frame.x(0.38), base + drop * 0.74))
    return _words(stage), "a mill wheel"


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


SCENE = Scene(
    draw=draw,
    variants=("bends", "bends", "bridge", "bridge", "mill", "bends"),
    seasons=("spring", "summer", "summer", "autumn"),
)
