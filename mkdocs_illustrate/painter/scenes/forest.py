"""Inside and above the woods: firs in the mist, a hall of trunks, birches."""

# ruff: noqa: PLR0917  a thing is its place, size and tone, and they are read in order

from __future__ import annotations

from .. import air, light, weathers
from ..canvas import Point, num
from ..colour import Colour, lch
from ..shapes import curve, oval, polygon
from ..stage import Drawn, Stage
from . import Scene, branches, craft, figures, flora, houses

_BIRCH = lch(0.955, 0.012, 90)


def draw(stage: Stage) -> Drawn:
    """Draw row behind row, mist between them, then a guest in the clearing."""
    frame, kind = stage.frame, stage.variant
    weather = weathers.lot(stage, rain=0.14)
    base = frame.height * 0.70
    air.sky(stage, base)
    if stage.palette.night:
        air.stars(stage, base * 0.8, 60)
    if weather != "rain":
        air.sun(stage, base, height=stage.rng("sun").between(0.45, 0.75))
    {"firs": _firs, "hall": _hall, "birches": _birches}[kind](stage, base)
    guest = _guest(stage, base)
    _corners(stage)
    weathers.fall(stage, weather, base)
    subject = {
        "firs": "a forest of firs",
        "hall": "a forest of tall trees",
        "birches": "a birch wood",
    }
    detail = {"firs": "a brook", "hall": "a path between the trunks", "birches": "a path"}[kind]
    return Drawn(
        subject=subject[kind], details=(guest, detail), setting=weathers.setting(stage, weather)
    )


def _tone(stage: Stage, share: float, *, evergreen: bool = False) -> Colour:
    """The colour of a row of trees: far ones are air, near ones are leaves."""
    own = light.needles(stage) if evergreen else light.leaves(stage)
    if stage.palette.season == "autumn" and not evergreen and not stage.palette.night:
        return stage.palette.horizon.mix(own, 0.22 + 0.72 * share)  # gold in blue air is khaki
    far = stage.palette.depth(0.06 + 0.72 * share)
    if stage.palette.hour == "noon":
        return far.mix(own, 0.15 + 0.65 * share * share)
    return far.mix(own, 0.08 if share < 0.7 else 0.8)  # green and violet by halves are grey


def _ground(stage: Stage, base: float, share: float, name: str, drop: float) -> list[Point]:
    unit = stage.frame.unit
    top = stage.palette.depth(0.1 + 0.5 * share).mix(light.turf(stage), 0.2 + 0.6 * share)
    paint = stage.canvas.linear(((0, top), (1, top.mix(_tone(stage, 1), 0.35))))
    return air.ridge(stage, name, base + unit * drop, unit * 3.5, paint, detail=2, lift=unit * 2)


def _firs(stage: Stage, base: float) -> None:
    """Firs on slopes that fall to a brook, in five rows."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("firs")
    tall = unit * 42 if frame.tall else min(unit * 33, frame.height * 0.44)
    snow = stage.palette.season == "winter"
    for name, rise, depth in (("range", 0.34, 0.08), ("range two", 0.24, 0.2)):
        air.ridge(stage, name, base, base * rise, stage.palette.depth(depth), jagged=False)
    for i, share in enumerate((0.0, 0.25, 0.5, 0.75, 1.0)):
        tone = _tone(stage, share, evergreen=True)
        drop = (-9 + 5.2 * i) * (1.7 if frame.tall else 1.0) - (10 if frame.tall else 0)
        ground = (
            tone.lighter(0.03) if not snow else light.snow_dim(stage).mix(tone, 0.45 - 0.4 * share)
        )
        line = air.ridge(
            stage, f"row {i}", base + unit * drop, unit * 3, ground, lift=unit * (4 + 2 * i)
        )
        size = tall * (0.32 + 0.68 * share * share)
        spots = []
        apart = (2.3 if snow else 1.5) + 2.2 * share
        count = int(frame.width / unit / apart)
        row = flora.along(rng, line, count, (size * 0.6, size), sink=unit * 0.5)
        for x, y, h in row:
            middle = abs(x / frame.width - 0.5) * 2
            if share < 0.6 or middle > 0.4 * share:
                spots.append((x, y, h * (0.55 + 0.5 * middle)))
        flora.firs(stage, spots, tone.lighter(-0.03), fine=i > 1, snow=snow and i > 1)
        veil = stage.palette.horizon.mix(stage.palette.depth(0.2), 0.4)
        air.haze(stage, base + unit * (drop - 3), base + unit * (drop + 6), veil, 0.4 - 0.08 * i)
    line = _ground(stage, base, 1.0, "clearing", 13)
    _ribbon(stage, line, light.sea(stage)[1].lighter(0.05), 0.5)


def _ribbon(stage: Stage, line: list[Point], colour: Colour, share: float) -> None:
    """A path or a brook that winds from the trees to the lower edge."""
    frame, unit = stage.frame, stage.frame.unit
    x = frame.x(share)
    y = air.height_at(line, x) + 1
    deep, lean = frame.height + 4 - y, frame.width * (-0.1 if frame.flip else 0.1)
    middle = ((x, y, 0.5), (x + lean * 0.5, y + deep * 0.25, 1.6),
        (x - lean * 0.25, y + deep * 0.55, 3.6),
              (x + lean * 0.6, frame.height + 4, 9.0))  # fmt: skip
    left = [(px - w * unit, py) for px, py, w in middle]
    right = [(px + w * unit, py) for px, py, w in reversed(middle)]
    stage.canvas.path(f"{curve(left, tension=1)}L{curve(right, tension=1)[1:]}Z", colour)


def _beams(stage: Stage, base: float) -> None:
    """Light that falls between the trees, in slanting sheets."""
    frame, rng, d = stage.frame, stage.rng("beams"), ""
    lean = frame.width * (-0.16 if frame.flip else 0.16)
    for i in range(4):
        x, w = frame.x(0.2 + 0.15 * i) + rng.between(-20, 20), frame.width * rng.between(0.02, 0.05)
        d += polygon(
            [(x, -4), (x + w, -4), (x + w * 2.1 + lean, base * 1.12), (x + lean, base * 1.12)]
        )
    alpha, colour = 0.12 if stage.palette.night else 0.3, stage.palette.light
    fading = stage.canvas.linear(((0, colour, alpha), (0.5, colour, alpha * 0.7), (1, colour, 0.0)))
    stage.canvas.path(d, fading)


def _hall(stage: Stage, base: float) -> None:
    """Three rows of trunks under a roof of leaves."""
    frame, unit = stage.frame, stage.frame.unit
    far = _tone(stage, 0.1)
    crowns = "".join(oval(frame.width * i / 14, base - unit * (4 + 5 * (i * 7 % 3)), unit * 8,
        unit * 12)
                     for i in range(15))  # fmt: skip
    stage.canvas.path(crowns, far.mix(stage.palette.horizon, 0.35))
    for i, (share, wide, count) in enumerate(((0.25, 1.5, 22), (0.5, 2.6, 13), (0.8, 4.4, 8))):
        _ground(stage, base, share, f"floor {i}", -2 + 4 * i)
        _row(stage, base + unit * (1 + 4.2 * i), share, wide, count, i)
        if i < 2:
            veil = stage.palette.horizon.mix(stage.palette.light, 0.3)
            air.haze(stage, base * 0.25, base + unit * 4, veil, 0.36 - 0.1 * i)
        _canopy(stage, share, unit * (13 - 3.2 * i), i)
    _beams(stage, base)
    line = _ground(stage, base, 1.0, "front", 12)
    _ribbon(stage, line, light.own(stage, lch(0.84, 0.05, 70)), 0.52)
    flora.litter(stage, line)


def _row(stage: Stage, foot: float, share: float, wide: float, count: int, i: int) -> None:
    """One row of trunks that leaves the middle free."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng(f"trunks {i}")
    bark = stage.palette.depth(0.2 + 0.62 * share).mix(
        light.own(stage, lch(0.45, 0.05, 40)), 0.4 * share
    )
    spots = []
    for k in range(count):
        x = frame.width * (k + rng.between(0.15, 0.85)) / count
        if abs(x / frame.width - 0.52) > 0.13 + 0.1 * i:
            spots.append((x, foot + unit * rng.between(-0.8, 1.2), rng.between(0.7, 1.25)))
    flora.trunks(stage, spots, bark, width=unit * wide)


def _canopy(stage: Stage, share: float, deep: float, i: int) -> None:
    """Leaves along the upper edge, deeper at both sides."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng(f"canopy {i}")
    body, light = "", ""
    step = unit * (4.6 + 1.6 * i)
    for k in range(int(frame.width / step) + 2):
        x = k * step + rng.between(-0.3, 0.3) * step
        edge = abs(x / frame.width - 0.5) * 2
        low = deep * (0.3 + 0.9 * edge**1.6) * rng.between(0.75, 1.2)
        r = step * rng.between(0.65, 1.0)
        body += oval(x, low - r * 0.3, r, r * 0.78) + oval(
            x + r * 0.4, low * 0.35, r * 1.1, r * 0.9
        )
        body += oval(x, -r * 0.2, r * 1.3, r)
        light += oval(x - r * 0.3, low - r * 0.5, r * 0.45, r * 0.28)
    tone = _tone(stage, share * 0.9)
    stage.canvas.path(body, tone)
    stage.canvas.path(light, tone.lighter(0.045))


def _birches(stage: Stage, base: float) -> None:
    """White trunks with black marks, light crowns behind them."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("birches")
    for i, share in enumerate((0.05, 0.3, 0.55)):
        tone = _tone(stage, share)
        line = air.ridge(
            stage, f"crowns {i}", base + unit * (2 * i - 2), unit * 4, tone.lighter(-0.02)
        )
        size = unit * (20 - 4 * i)
        flora.rounds(stage, flora.along(rng, line, 15, (size * 0.7, size * 1.2)), tone)
        air.haze(stage, base - unit * 12, base + unit * 4, stage.palette.horizon, 0.4)
    line = _ground(stage, base, 0.95, "front", 5)
    _ribbon(stage, line, light.own(stage, lch(0.86, 0.05, 75)), 0.54)
    for i, (wide, count, size) in enumerate(((1.5, 17, 0.55), (3.0, 10, 1.0))):
        spots = []
        for k in range(count):
            x = frame.width * (k + rng.between(0.2, 0.8)) / count
            if abs(x / frame.width - 0.53) > 0.1 + 0.07 * i:
                y = air.height_at(line, x) + unit * (0.8 + 5 * i)
                spots.append((x, y, size * rng.between(0.8, 1.2)))
        white = light.own(stage, _BIRCH).mix(stage.palette.depth(0.3), 0.3 - 0.22 * i)
        flora.trunks(stage, spots, white, width=unit * (wide / size))
        flora.marks(stage, spots, unit * wide)
        _canopy(stage, 0.6 + 0.35 * i, unit * (12 - 2 * i), i)
    flora.litter(stage, line)


def _guest(stage: Stage, base: float) -> str:
    """The small living subject, by the article's matter or by chance."""
    frame, unit, names = stage.frame, stage.frame.unit, set(stage.concepts)
    y = frame.height - unit * (7 if frame.panorama else 9.5)
    at, flip = (frame.golden, y), frame.flip
    kind = "tent" if "camping" in names else "bird" if "birds" in names else ""
    kind = kind or (
        "deer" if "wildlife" in names else stage.rng("guest").pick(("deer", "fox", "hiker", "deer"))
    )
    if kind == "tent":
        craft.tent(stage, at, unit * 9, mirror=flip)
        houses.fire(stage, (frame.x(0.47), y + unit * 1.5), unit * 3.2)
        return "a tent and a camp fire"
    if kind == "bird":
        branches.birds_on_branch(stage, base)
        return "two birds on a branch"
    if kind == "fox":
        figures.fox(stage, at, unit * 8, mirror=flip)
        return "a sitting fox"
    if kind == "hiker":
        figures.hiker(stage, at, unit * 11, mirror=flip)
        return "a hiker"
    coat = stage.palette.accent.mix(lch(0.5, 0.1, 45), 0.45)
    figures.deer(stage, at, unit * 13, coat, mirror=flip)
    return "a stag in a clearing"


def _corners(stage: Stage) -> None:
    """Dark ferns and toadstools in both corners."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("corners")
    colour = light.dark(stage, light.needles(stage), 0.4, 0.27)
    line = air.ridge(stage, "corners", frame.height + unit * 1.5, unit * 2, colour, lift=unit * 9)
    flora.grass(
        stage, flora.along(rng, line, int(frame.width / unit / 1.5), (unit * 2, unit * 5)), colour
    )
    if stage.palette.season == "winter":
        return
    caps, stems = "", ""
    for share in (0.1, 0.135, 0.88):
        x = frame.x(share)
        y, s = air.height_at(line, x), unit * rng.between(1.2, 2.0)
        stems += f"M{num(x)} {num(y + s * 0.4)}v{num(-s * 1.4)}"
        caps += f"M{num(x - s)} {num(y - s * 0.8)}a{num(s)} {num(s)} 0 0 1 {num(2 * s)} 0Z"
    stage.canvas.path(stems, "none", stroke=light.own(stage, _BIRCH), width=unit * 0.7)
    stage.canvas.path(caps, stage.palette.accent)


SCENE = Scene(
    name="forest",
    draw=draw,
    variants=("firs", "hall", "firs", "birches", "birches"),
    seasons=("spring", "summer", "summer", "autumn"),
)
