"""Peaks with snow in the sun, wooded hills before them, and someone on the way."""

from __future__ import annotations

from dataclasses import replace

from .. import air, light, weathers
from ..canvas import Point, num
from ..colour import Colour, lch
from ..shapes import curve
from ..stage import Drawn, Stage
from . import Scene, craft, figures, flora, houses, peaks


def draw(stage: Stage) -> Drawn:
    """Draw far to near: sky, ranges, woods, and what the variant puts in front."""
    frame, kind = stage.frame, _kind(stage)
    if kind == "snow":
        stage = replace(stage, palette=replace(stage.palette, season="winter"))
    weather = weathers.lot(stage)
    base = frame.height * (0.70 if frame.tall else 0.69)
    _sky(stage, base, weather)
    _ranges(stage, base)
    _woods(stage, base)
    front = {"meadow": _meadow, "lake": _lake, "snow": _piste, "camp": _camp}[kind]
    details = front(stage, base)
    if "flying" in stage.concepts or stage.rng("guest").chance(0.16):
        details = (_guest(stage, base), *details)
    weathers.fall(stage, weather, base)
    subject = "snow-capped mountains" if kind != "snow" else "snowy mountains"
    season = stage.palette.season == "autumn"
    return Drawn(
        subject=subject, details=details, setting=weathers.setting(stage, weather, season=season)
    )


def _kind(stage: Stage) -> str:
    if "lake" in stage.concepts:
        return "lake"
    if "camping" in stage.concepts:
        return "camp"
    if stage.palette.season == "winter":
        return "snow"
    return stage.variant


def _sky(stage: Stage, base: float, weather: str) -> None:
    air.sky(stage, base)
    if stage.palette.night:
        air.stars(stage, base, 110)
    if weather != "rain":
        air.sun(stage, base, height=stage.rng("sun").between(0.55, 0.78))
    air.clouds(stage, base, 3)
    if not stage.palette.night and weather == "":
        air.birds(stage, (stage.frame.x(0.5), base * 0.22))


def _ranges(stage: Stage, base: float) -> None:
    """A pale range far away, a middle one, and the massif."""
    frame, palette, rng = stage.frame, stage.palette, stage.rng("peaks")
    high = min(base * 0.84, frame.width * 0.66)
    for share in (0.02, 0.2, 0.4, 0.6, 0.8, 1.0):
        tall = high * rng.between(0.36, 0.56)
        tip = (frame.x(share + rng.between(-0.07, 0.07)), base - tall)
        mount = peaks.peak(rng, tip, base, tall * 1.3)
        peaks.rock(stage, rng, mount, palette.depth(0.13), 0.3, 0.6)
    air.haze(stage, base - high * 0.5, base, palette.horizon, 0.4)
    main = rng.between(0.58, 0.72)
    for share in (main - 0.52, main - 0.26, main + 0.17, main + 0.4):
        tall = high * rng.between(0.52, 0.72)
        tip = (frame.x(share + rng.between(-0.04, 0.04)), base - tall)
        peaks.rock(stage, rng, peaks.peak(rng, tip, base, tall * 1.05), palette.depth(0.32),
             rng.between(0.34, 0.46), 0.15)  # fmt: skip
    air.haze(stage, base - high * 0.45, base, palette.horizon, 0.45)
    for share, size in ((main - 0.19, 0.6), (main + 0.2, 0.55), (main, 1.0)):
        tall = high * size * rng.between(0.94, 1.0)
        mount = peaks.peak(
            rng, (frame.x(share), base - tall), base + 2, tall * rng.between(0.9, 1.08)
        )
        peaks.rock(stage, rng, mount, palette.depth(0.5), rng.between(0.42, 0.54), 0.0)
    air.haze(stage, base - high * 0.42, base + 2, palette.horizon.mix(palette.depth(0.2), 0.3), 0.6)


def _woods(stage: Stage, base: float) -> None:
    """Hills with firs, each darker than the one behind, the highest on one side."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("woods")
    white = stage.palette.season == "winter"
    for name, drop, depth, size, dense in (
        ("hill one", 0.5, 0.42, 3.2, 0.9), ("hill two", 4.0, 0.62, 4.6, 1.3),
        ("hill three", 7.5, 0.82, 6.4, 2.0),
    ):  # fmt: skip
        tone = light.woods(stage, depth)
        ground = (
            light.snow_dim(stage).mix(tone, 0.6 - depth * 0.6) if white else tone.lighter(0.035)
        )
        paint = stage.canvas.linear(((0, ground), (1, ground.mix(stage.palette.horizon, 0.3))))
        line = air.ridge(stage, name, base + unit * drop, unit * 9, paint, lift=unit * 1.5)
        count = int(frame.width / unit / dense)
        spots = flora.along(rng, line, count, (unit * size * 0.55, unit * size), sink=unit * 0.4)
        spots = [
            spot for spot in spots if rng.chance(0.55 + 0.45 * abs(spot[0] / frame.width - 0.5))
        ]
        flora.firs(stage, spots, tone.lighter(-0.05), fine=depth > 0.7, snow=white and depth > 0.7)


def _edges(stage: Stage, line: list[Point], *, snow: bool = False) -> None:
    """Tall firs at both edges, in two tones: they frame the picture."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("edges")
    tall = min(unit * 27, frame.height * 0.34)
    for shift, size, lighter in ((0.03, 0.6, -0.03), (0.0, 1.0, -0.10)):
        spots = []
        for share in (-0.01, 0.035, 0.075, 0.12, 0.165, 0.85, 0.89, 0.93, 0.965, 1.01):
            x = frame.width * (
                share + shift * (1 if share < 0.5 else -1) + rng.between(-0.015, 0.015)
            )
            far = abs(x / frame.width - 0.5) * 2
            height = tall * size * far**2 * rng.between(0.6, 1)
            spots.append((x, air.height_at(line, x) + unit * (0.6 + 2.4 * size), height))
        flora.firs(stage, spots, light.needles(stage).lighter(lighter), snow=snow)


def _ground(stage: Stage, base: float, colour: Colour) -> list[Point]:
    """The open ground in front, lighter at its top, higher at its edges."""
    unit = stage.frame.unit
    white = stage.palette.season == "winter"
    low = light.snow_dim(stage) if white else colour.mix(light.needles(stage), 0.6)
    paint = stage.canvas.linear(((0, colour), (1, low)))
    top = base + (stage.frame.height - base) * 0.42
    return air.ridge(stage, "ground", top, unit * 3, paint, detail=2, lift=unit * 3)


def _corners(stage: Stage, tint: Colour) -> None:
    """The dark foreground: it rises in both corners, grass at its rim."""
    frame, unit = stage.frame, stage.frame.unit
    colour = light.dark(stage, tint, 0.35, 0.27)
    line = air.ridge(stage, "corners", frame.height + unit * 2.2, unit * 1.5, colour, lift=unit * 9)
    spots = flora.along(stage.rng("rim"), line, int(frame.width / unit / 1.6),
                        (unit * 1.4, unit * 3), sink=unit * 0.3)  # fmt: skip
    flora.grass(stage, spots, colour)


def _path(stage: Stage, top: Point, colour: Colour) -> None:
    """A path that winds away, narrower and narrower."""
    frame, (x, y) = stage.frame, top
    low, lean = frame.height + 4, frame.width * (0.16 if frame.flip else -0.16)
    deep = low - y
    middle = [(x, y), (x - lean * 0.25, y + deep * 0.3), (x + lean * 0.15, y + deep * 0.6),
              (x + lean, low)]  # fmt: skip
    unit = frame.unit
    wide = (0.4, 1.3, 3.2, 7.5)
    left = [(px - w * unit, py) for (px, py), w in zip(middle, wide, strict=True)]
    right = [(px + w * unit, py) for (px, py), w in zip(middle, wide, strict=True)]
    back = curve(list(reversed(right)), tension=1).removeprefix("M")
    stage.canvas.path(f"{curve(left, tension=1)}L{back}Z", colour)


def _meadow(stage: Stage, base: float) -> tuple[str, ...]:
    """A meadow, a winding path, a hiker."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("meadow")
    line = _ground(stage, base, light.turf(stage))
    x = frame.golden
    y = air.height_at(line, x)
    _path(stage, (x, y + 1), light.own(stage, lch(0.88, 0.05, 82)))
    deep = frame.height - y
    blooms = [(rng.between(0, frame.width), y + deep * rng.between(0.3, 0.97), unit * 0.24)
              for _ in range(60)]  # fmt: skip
    tints = (stage.palette.paper, lch(0.85, 0.13, 92), lch(0.74, 0.12, 350))
    flora.flowers(stage, blooms, [light.own(stage, tint) for tint in tints])
    hut = frame.x(0.27)
    houses.cabin(stage, (hut, air.height_at(line, hut) + unit), unit * 7)
    figures.hiker(stage, (x, y + deep * 0.36), unit * 10.5, mirror=frame.flip)
    _edges(stage, line)
    _corners(stage, light.needles(stage))
    return "a hiker on a winding path", "a hut at the edge of the woods"


def _lake(stage: Stage, base: float) -> tuple[str, ...]:
    """A lake that holds the light, and a canoe."""
    frame, unit = stage.frame, stage.frame.unit
    top = base + unit * 6.5
    air.water(stage, top)
    veil = stage.canvas.linear(
        ((0, light.needles(stage, 0.7), 0.75), (1, stage.palette.middle, 0.0))
    )
    stage.canvas.rect(0, top, frame.width, unit * 6, veil)
    air.ripples(stage, top, frame.height, 40)
    air.glints(stage, frame.third, top + 3, frame.height, 11)
    craft.canoe(stage, (frame.golden, top + (frame.height - top) * 0.55), unit * 11,
                mirror=frame.flip)  # fmt: skip
    shore = light.dark(stage, light.needles(stage), 0.3, 0.27)
    line = air.ridge(stage, "shore", frame.height - unit, unit * 1.2, shore, lift=unit * 9)
    _edges(stage, line)
    rng = stage.rng("reeds")
    flora.grass(stage, flora.along(rng, line, 26, (unit * 1.4, unit * 3)), shore.lighter(0.05))
    return "a canoe on a lake", "tall firs on the shore"


def _piste(stage: Stage, base: float) -> tuple[str, ...]:
    """Snow, a skier, a cabin with a light in its window."""
    frame, unit = stage.frame, stage.frame.unit
    white = light.snow_lit(stage).mix(light.snow_dim(stage), 0.3)
    line = _ground(stage, base, white)
    hut = frame.x(0.27)
    houses.cabin(stage, (hut, air.height_at(line, hut) + unit), unit * 9, snow=True)
    x = frame.golden
    y = air.height_at(line, x) + (frame.height - base) * 0.3
    track = f"M{num(x)} {num(y)}Q{num(frame.x(0.72))} {num(y - unit * 2)} {num(frame.x(0.8))} "
    track += f"{num(air.height_at(line, frame.x(0.8)))}"
    stage.canvas.path(track, "none", stroke=white.lighter(-0.09), width=unit * 0.5)
    figures.skier(stage, (x, y), unit * 10, mirror=not frame.flip)
    _edges(stage, line, snow=True)
    return "a skier on a slope", "a cabin among firs"


def _camp(stage: Stage, base: float) -> tuple[str, ...]:
    """A tent on the shore of a small lake, a fire, someone coming back."""
    frame, unit = stage.frame, stage.frame.unit
    air.water(stage, base + unit * 6.5, base + (frame.height - base) * 0.62)
    air.ripples(stage, base + unit * 6.5, base + (frame.height - base) * 0.5, 22)
    line = _ground(stage, base + unit * 2, light.turf(stage))
    x = frame.golden
    y = air.height_at(line, x) + (frame.height - base) * 0.22
    stage.canvas.ellipse(
        x, y, unit * 11, unit * 1.0, light.turf(stage).mix(light.needles(stage), 0.4)
    )
    craft.tent(stage, (x, y), unit * 9, mirror=frame.flip)
    houses.fire(stage, (frame.x(0.46), y + unit * 2), unit * 3.4)
    figures.walker(stage, (frame.x(0.39), y + unit * 1.4), unit * 8.5, mirror=frame.flip)
    _edges(stage, line)
    _corners(stage, light.needles(stage))
    return "a tent by a lake", "someone at a camp fire"


def _guest(stage: Stage, base: float) -> str:
    frame = stage.frame
    at = (frame.x(0.45), base * 0.26)
    if "flying" in stage.concepts:
        craft.aeroplane(stage, at, frame.unit * 10, mirror=frame.flip)
        return "a light aeroplane"
    craft.balloon(stage, at, frame.unit * 9)
    return "a hot-air balloon"


SCENE = Scene(
    name="mountains",
    draw=draw,
    variants=("meadow", "lake", "meadow", "meadow", "snow", "meadow", "camp"),
)
