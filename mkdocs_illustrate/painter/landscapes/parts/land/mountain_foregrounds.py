"""Foregrounds below the mountains: a path, a pasture, a brook."""

from __future__ import annotations

from ....kit.canvas import Point
from ....kit.colour import Colour, lch
from ....kit.outlines import hills
from ... import backdrop, light
from ...stage import Stage
from ..buildings import houses
from ..people_and_animals import animals, human_figures
from ..plants import flora
from . import wayside


def ground(stage: Stage, base: float, colour: Colour, *, share: float = 0.42) -> list[Point]:
    """Draw the open ground in front, lighter at its top, higher at its edges."""
    frame, unit = stage.frame, stage.frame.unit
    white = stage.palette.season == "winter"
    low = light.snow_dim(stage) if white else colour.mix(light.needles(stage), 0.6)
    paint = stage.canvas.linear(((0, colour), (1, low)))
    top = base + (frame.height - base) * share
    rng, line = stage.rng("ground"), []
    rise, tilt = unit * rng.between(3, 7), unit * rng.between(-5, 5)
    for i, wave in enumerate(rng.wander(22, 2)):
        share = i / 21
        lift = unit * 3 * (abs(share - 0.5) * 2) ** 2.2
        line.append((frame.width * share, top - wave * rise - lift + tilt * (share - 0.5)))
    stage.canvas.path(hills(line, frame.height + 2), paint)
    return line


def edges(stage: Stage, line: list[Point], *, snow: bool = False) -> None:
    """Stand tall firs at both edges, in two tones, now more on one side, now on the other."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("edges")
    tall = min(unit * 27, frame.height * 0.34)
    heavy = rng.pick((0.0, 0.4, -0.4, 0.3, -0.3))
    for shift, size, lighter in ((0.03, 0.6, -0.03), (0.0, 1.0, -0.10)):
        spots = []
        for share in (-0.01, 0.035, 0.075, 0.12, 0.165, 0.85, 0.89, 0.93, 0.965, 1.01):
            way = 1 if share < 0.5 else -1
            x = frame.width * (share + shift * way + rng.between(-0.015, 0.015))
            far = abs(x / frame.width - 0.5) * 2
            height = tall * size * far**2 * rng.between(0.6, 1) * (1 + way * heavy)
            spots.append((x, backdrop.height_at(line, x) + unit * (0.6 + 2.4 * size), height))
        flora.firs(stage, spots, light.needles(stage).lighter(lighter), snow=snow)


def corners(stage: Stage, tint: Colour) -> None:
    """Draw the dark foreground: it rises in both corners, grass at its rim."""
    frame, unit = stage.frame, stage.frame.unit
    colour = light.dark(stage, tint, 0.35, 0.27)
    line = backdrop.ridge(stage, "corners", frame.height + unit * 2.2, unit * 1.5, colour, lift=unit * 9)
    spots = flora.along(stage.rng("rim"), line, int(frame.width / unit / 1.6), (unit * 1.4, unit * 3), sink=unit * 0.3)
    flora.grass(stage, spots, colour)


def blooms(stage: Stage, line: list[Point]) -> None:
    """Sprinkle flowers in drifts, larger towards us, and tufts of grass between them."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("blooms")
    spots, tufts = [], []
    for _ in range(7):
        x, share = rng.between(0, frame.width), rng.between(0.2, 0.9)
        for _ in range(rng.whole(6, 14)):
            at = x + unit * rng.between(-9, 9)
            top = backdrop.height_at(line, at)
            t = min(0.98, max(0.06, share + rng.between(-0.1, 0.1)))
            spots.append((at, top + (frame.height - top) * t, unit * (0.16 + 0.2 * t)))
    for _ in range(16):
        x = rng.between(0, frame.width)
        top = backdrop.height_at(line, x)
        tufts.append((x, top + (frame.height - top) * rng.between(0.15, 0.9), unit * 1.5))
    flora.grass(stage, tufts, light.turf(stage).mix(light.needles(stage), 0.5))
    tints = (stage.palette.paper, lch(0.85, 0.13, 92), lch(0.74, 0.12, 350))
    flora.flowers(stage, spots, [light.own(stage, tint) for tint in tints])


def stones(stage: Stage, line: list[Point], count: int = 5) -> None:
    """Lay boulders in the grass, in the picture's outer thirds."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("boulders")
    spots = []
    for _ in range(count):
        x = frame.width * (rng.between(0.04, 0.36) if rng.chance(0.5) else rng.between(0.7, 0.97))
        top = backdrop.height_at(line, x)
        t = rng.between(0.12, 0.75)
        spots.append((x, top + (frame.height - top) * t, unit * (0.9 + 1.7 * t)))
    tone = light.own(stage, lch(0.72, 0.02, 250)).mix(stage.palette.depth(0.5), 0.3)
    wayside.rocks(stage, rng, sorted(spots, key=lambda spot: spot[1]), tone)


def path(stage: Stage, line: list[Point]) -> tuple[str, ...]:
    """A winding path, a hiker, a hut or a signpost beside it."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("path")
    x = frame.golden
    y = backdrop.height_at(line, x) + 1
    lean, deep = frame.width * rng.between(0.1, 0.24) * (1 if frame.flip else -1), frame.height - y
    swing = rng.between(0.2, 0.5)
    middle = [
        (x, y),
        (x - lean * swing, y + deep * 0.26),
        (x + lean * 0.1, y + deep * 0.56),
        (x + lean, frame.height + 4),
    ]
    wayside.ribbon(stage, middle, (0.4, 1.2, 3.0, 6.6), light.own(stage, lch(0.88, 0.05, 82)))
    blooms(stage, line)
    words = _beside(stage, line)
    human_figures.hiker(stage, (x - lean * 0.1, y + deep * 0.36), unit * 10.5, mirror=frame.flip)
    return "a hiker on a winding path", *words


def _beside(stage: Stage, line: list[Point]) -> tuple[str, ...]:
    """A hut by the woods and a fence, or a signpost, or boulders."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("beside")
    kind = rng.pick(("hut", "signpost", "hut"))
    stones(stage, line, rng.whole(2, 6))
    if kind == "signpost":
        x = frame.x(0.78)
        at = (x, backdrop.height_at(line, x) + (frame.height - backdrop.height_at(line, x)) * 0.3)
        wayside.signpost(stage, at, unit * 8.4, mirror=frame.flip)
        return ("a signpost",)
    hut = frame.x(rng.between(0.24, 0.34))
    houses.cabin(stage, (hut, backdrop.height_at(line, hut) + unit), unit * rng.between(7.5, 10))
    _fence(stage, line, 0.34, 0.56)
    return ("a hut at the edge of the woods",)


def _fence(stage: Stage, line: list[Point], start: float, end: float) -> None:
    frame, unit = stage.frame, stage.frame.unit
    count = max(3, int(abs(end - start) * frame.width / unit / 3.4))
    xs = [frame.x(start + (end - start) * i / count) for i in range(count + 1)]
    wayside.fence(stage, [(x, backdrop.height_at(line, x) + unit * 1.6) for x in xs], unit * 2.1)


def pasture(stage: Stage, line: list[Point]) -> tuple[str, ...]:
    """Cows or goats on an alp, a fence, a hiker who looks at them."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("pasture")
    blooms(stage, line)
    stones(stage, line, 3)
    _fence(stage, line, 0.3, 0.74)
    hut = frame.x(rng.between(0.2, 0.27))
    houses.cabin(stage, (hut, backdrop.height_at(line, hut) + unit), unit * 9)
    cows = rng.chance(0.6)
    beast, size = (animals.cow, 7.4) if cows else (animals.goat, 6.6)
    for share, deep, left in ((0.7, 0.3, True), (0.8, 0.52, False), (0.42, 0.4, True)):
        x = frame.x(share + rng.between(-0.03, 0.03))
        y = backdrop.height_at(line, x)
        at = (x, y + (frame.height - y) * deep)
        beast(stage, at, unit * size * (0.75 + 0.5 * deep), mirror=left != frame.flip)
    x = frame.x(0.56)
    y = backdrop.height_at(line, x)
    at = (x, y + (frame.height - y) * 0.5)
    human_figures.hiker(stage, at, unit * 10.5, mirror=frame.flip)
    return "cows on a pasture" if cows else "goats on a pasture", "a hiker", "a hut"


def brook(stage: Stage, line: list[Point]) -> tuple[str, ...]:
    """A mountain brook, and a hiker on its footbridge."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("brook")
    x = frame.x(0.56)
    y = backdrop.height_at(line, x) + 1
    lean, deep = frame.width * rng.between(0.08, 0.16) * (-1 if frame.flip else 1), frame.height - y
    middle = [
        (x, y),
        (x + lean * 0.5, y + deep * 0.24),
        (x - lean * 0.2, y + deep * 0.5),
        (x + lean * 0.5, y + deep * 0.8),
        (x + lean, frame.height + 4),
    ]
    far, near, _ = light.sea(stage)
    paint = stage.canvas.linear(((0, far), (1, near)))
    bank = light.turf(stage).mix(light.needles(stage), 0.5)
    wayside.ribbon(stage, middle, (0.6, 1.8, 3.9, 6.2, 9.2), bank)
    wayside.ribbon(stage, middle, (0.4, 1.4, 3.3, 5.4, 8.2), paint)
    flow = [(mx, my + deep * 0.06) for mx, my in middle[1:4]]
    foam = [(backdrop.height_at([(py, px) for px, py in flow], y + deep * t), y + deep * t) for t in (0.62, 0.7, 0.8)]
    d = "".join(f"M{px - unit * 1.2:.1f} {py:.1f}h{unit * 1.8:.1f}" for px, py in foam)
    stage.canvas.path(d, "none", stroke=stage.palette.paper, width=unit * 0.26, line_alpha=0.7)
    blooms(stage, line)
    stones(stage, line, 7)
    at = (x - lean * 0.2, y + deep * 0.52)
    hike = (at[0] + unit * (1 if frame.flip else -1), at[1] - unit * 1.7)
    human_figures.hiker(stage, hike, unit * 10, mirror=frame.flip)
    wayside.footbridge(stage, at, unit * 15)
    return "a hiker on a footbridge", "a mountain brook"
