"""Inside the woods: trunks row behind row, leaves overhead, bushes below, light between."""

# ruff: noqa: PLR0917  a thing is its place, size and tone, and they are read in order

from __future__ import annotations

from ....kit.canvas import Point, num
from ....kit.colour import Colour, lch
from ....kit.outlines import curve, oval, polygon
from ... import backdrop, light
from ...stage import Stage
from . import flora, groves

BIRCH, _BARK = lch(0.955, 0.012, 90), lch(0.47, 0.05, 42)
_FLOOR = {
    "spring": lch(0.74, 0.13, 126),
    "summer": lch(0.66, 0.115, 136),
    "autumn": lch(0.77, 0.125, 72),
    "winter": lch(0.95, 0.018, 240),
}


def haze(stage: Stage) -> Colour:
    """Give the haze between the trees, which is lighter than they are."""
    palette = stage.palette
    if palette.night:
        return palette.horizon
    warm = {"noon": 0.35, "dawn": 0.5, "dusk": 0.45}[palette.hour]
    return palette.horizon.mix(lch(0.95, 0.07, 95), warm)


def tone(stage: Stage, share: float, kind: int = 0) -> Colour:
    """Give the leaves of a row: far ones (0) are haze, near ones (1) their own."""
    return haze(stage).mix(light.foliage(stage)[kind], 0.16 + 0.84 * share)


def ground(stage: Stage, name: str, top: float, share: float, lift: float = 2.0) -> list[Point]:
    """Lay one step of the forest floor, lighter where it begins."""
    unit, season = stage.frame.unit, stage.palette.season
    own = light.land if season != "winter" else light.own
    floor = haze(stage).mix(own(stage, _FLOOR[season]), 0.35 + 0.65 * share)
    if stage.palette.night and season == "autumn":
        floor = floor.mix(stage.palette.middle, 0.5)  # brown leaves in the dark are mud
    deep = floor.mix(tone(stage, 1, 2), 0.32 if season != "winter" else 0.12)
    paint = stage.canvas.linear(((0, floor), (1, deep)))
    return backdrop.ridge(stage, name, top, unit * 3, paint, detail=2, lift=unit * lift)


def ribbon(stage: Stage, line: list[Point], colour: Colour, share: float) -> None:
    """A path or a brook that winds from the trees to the lower edge."""
    frame, unit = stage.frame, stage.frame.unit
    x = frame.x(share)
    y = backdrop.height_at(line, x) + 1
    deep, lean = frame.height + 4 - y, frame.width * (-0.1 if frame.flip else 0.1)
    bends = ((0.0, 0.0, 0.5), (0.5, 0.25, 1.6), (-0.25, 0.55, 3.6), (0.6, 1.0, 9.0))
    middle = [(x + lean * across, y + deep * down, w) for across, down, w in bends]
    left = [(px - w * unit, py) for px, py, w in middle]
    right = [(px + w * unit, py) for px, py, w in reversed(middle)]
    stage.canvas.path(f"{curve(left, tension=1)}L{curve(right, tension=1)[1:]}Z", colour)


def thicket(stage: Stage, name: str, foot: float, share: float, size: float) -> None:
    """A wall of crowns behind the trunks, in two tones."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng(name)
    step = unit * size * 0.5
    back = front = ""
    for k in range(int(frame.width / step) + 2):
        r = unit * size * rng.between(0.45, 0.75)
        x, y = k * step + rng.between(-0.4, 0.4) * step, foot - unit * size * rng.between(0.3, 1.25)
        back += oval(x, y, r, r * 1.05)
        front += oval(x + step / 2, foot - r * rng.between(0.1, 0.5), r * 0.8, r * 0.8)
    stage.canvas.path(back, tone(stage, share, 1))
    stage.canvas.path(front, tone(stage, share + 0.08, 0))


def trunks(
    stage: Stage,
    name: str,
    foot: float,
    wide: float,
    count: int,
    free: float,
    share: float,
    *,
    birch: bool = False,
) -> None:
    """One row of trunks with spreading feet that leaves the middle free."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng(name)
    spots = []
    for k in range(count):
        x = frame.width * (k + rng.between(0.15, 0.85)) / count
        if abs(x - frame.x(0.53)) > frame.width * free:
            spots.append((x, foot + unit * rng.between(-0.8, 1.4), rng.between(0.7, 1.25)))
    own = light.own(stage, BIRCH if birch else _BARK)
    bark = haze(stage).mix(own, 0.25 + 0.75 * share)
    _stems(stage, spots, bark, unit * wide, birch=birch)
    if birch:
        flora.marks(stage, spots, unit * wide)


def _stems(stage: Stage, spots: list[flora.Spot], bark: Colour, width: float, *, birch: bool) -> None:
    side, body, shade, boughs = stage.frame.shaded, "", "", ""
    for i, (x, y, h) in enumerate(spots):
        w = width * h * 0.5
        half = "M{x} -4L{b} -4L{c} {m}Q{c} {n} {d} {y}H{x}Z"
        for s, part in ((-1, 0), (1, 0), (side, 1)):
            d = half.format(
                x=num(x + (side * w * 0.15 if part else 0)),
                y=num(y),
                b=num(x + s * w * 0.62),
                c=num(x + s * w * 0.9),
                d=num(x + s * w * (1.25 if birch else 1.9)),
                m=num(y - w * 4),
                n=num(y - w * 1.2),
            )
            body, shade = (body, shade + d) if part else (body + d, shade)
        lean = -1 if i % 2 else 1
        up = y * (0.42 - 0.1 * (i % 3))
        boughs += f"M{num(x)} {num(up + w * 4)}q{num(lean * w * 3)} {num(-w * 2)} "
        boughs += f"{num(lean * w * 6)} {num(-w * 8)}"
    stage.canvas.path(boughs, "none", stroke=bark, width=width * 0.28)
    stage.canvas.path(body, bark)
    stage.canvas.path(shade, bark.lighter(-0.06))


def canopy(stage: Stage, name: str, share: float, deep: float, size: float) -> None:
    """Leaves along the upper edge in three tones, hanging deeper at both sides."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng(name)
    step = unit * size
    layers = ["", "", ""]
    for k in range(int(frame.width / step) + 2):
        x = k * step + rng.between(-0.3, 0.3) * step
        edge = abs(x / frame.width - 0.5) * 2
        low = unit * deep * (0.3 + 1.0 * edge**1.7) * rng.between(0.7, 1.25)
        for layer, (up, wide) in enumerate(((0.0, 1.05), (0.42, 0.9), (0.75, 0.75))):
            r = step * wide * rng.between(0.75, 1.05)
            layers[layer] += oval(x + rng.between(-0.3, 0.3) * step, low * (1 - up), r, r * 0.8)
            if layer == 0:
                layers[0] += oval(x, low * 0.3, r * 1.2, max(r, low * 0.7))
    for d, kind in zip(layers, (2, 0, 1), strict=True):
        stage.canvas.path(d, tone(stage, share, kind))


def undergrowth(stage: Stage, name: str, line: list[Point], share: float, size: float) -> None:
    """Bushes and ferns at the feet of a row; in winter they are bare and left out."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng(name)
    if stage.palette.season == "winter":
        return
    spots = flora.along(rng, line, int(frame.width / unit / size / 1.6), (unit * size * 0.6, unit * size), sink=unit)
    spots = [s for s in spots if abs(s[0] - frame.x(0.53)) > frame.width * (0.1 + 0.1 * share)]
    for i, kind in enumerate((2, 0)):
        flora.bushes(stage, spots[i::2], tone(stage, share, kind))


def beams(stage: Stage, base: float) -> None:
    """Light that falls between the trees, in slanting sheets."""
    frame, rng, d = stage.frame, stage.rng("beams"), ""
    if stage.weather == "rain":
        return
    lean = frame.width * (-0.16 if frame.flip else 0.16)
    for i in range(4):
        x, w = frame.x(0.2 + 0.15 * i) + rng.between(-20, 20), frame.width * rng.between(0.02, 0.05)
        d += polygon([(x, -4), (x + w, -4), (x + w * 2.1 + lean, base * 1.12), (x + lean, base * 1.12)])
    alpha, colour = 0.1 if stage.palette.night else 0.28, stage.palette.light
    fading = stage.canvas.linear(((0, colour, alpha), (0.5, colour, alpha * 0.7), (1, colour, 0.0)))
    stage.canvas.path(d, fading)


def falling(stage: Stage) -> None:
    """In autumn, leaves in the air."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("falling")
    if stage.palette.season != "autumn":
        return
    layers = ["", "", ""]
    for i in range(36):
        x, y = rng.between(0, frame.width), frame.height * rng.between(0.2, 0.9)
        a, b = unit * rng.between(0.5, 0.9), unit * rng.between(-0.5, 0.5)
        layers[i % 3] += f"M{num(x - a)} {num(y - b)}Q{num(x + b)} {num(y - a)} {num(x + a)} {num(y + b)}"
        layers[i % 3] += f"Q{num(x - b)} {num(y + a)} {num(x - a)} {num(y - b)}Z"
    for d, colour in zip(layers, light.foliage(stage), strict=True):
        stage.canvas.path(d, colour)


def path_colour(stage: Stage) -> Colour:
    """Give the trodden earth of a path, or its snow."""
    if stage.palette.season == "winter":
        return light.snow_dim(stage)
    return light.own(stage, lch(0.89, 0.05, 78))


def hall(stage: Stage, base: float) -> None:
    """Three rows of trunks under a roof of leaves."""
    unit = stage.frame.unit
    thicket(stage, "thicket far", base, 0.12, 22)
    thicket(stage, "thicket", base + unit, 0.3, 13)
    ground(stage, "floor 0", base - unit, 0.3)
    trunks(stage, "trunks 0", base + unit, 1.4, 24, 0.09, 0.3)
    canopy(stage, "canopy 0", 0.4, 15, 5.5)
    line = ground(stage, "floor 1", base + unit * 3, 0.6)
    undergrowth(stage, "bushes 0", line, 0.5, 3)
    trunks(stage, "trunks 1", base + unit * 5, 2.6, 13, 0.17, 0.6)
    beams(stage, base)
    line = ground(stage, "front", base + unit * 9, 1.0)
    ribbon(stage, line, path_colour(stage), 0.52)
    undergrowth(stage, "bushes 1", line, 0.9, 4.6)
    trunks(stage, "trunks 2", base + unit * 14, 4.8, 7, 0.3, 1.0)
    canopy(stage, "canopy 1", 0.95, 12, 6.5)
    flora.litter(stage, line)
    falling(stage)


def birches(stage: Stage, base: float) -> None:
    """White trunks with black marks before a wood of light crowns."""
    unit, frame = stage.frame.unit, stage.frame
    for i, share in enumerate((0.14, 0.34, 0.55)):
        line = backdrop.ridge(stage, f"crowns {i}", base + unit * (2 * i - 1), unit * 3, tone(stage, share, 2))
        size = unit * (19 - 4 * i)
        spots = flora.along(stage.rng(f"crowns {i}"), line, 13, (size * 0.7, size * 1.2))
        for kind in range(3):
            groves.broad(stage, spots[kind::3], tone(stage, share, kind))
        backdrop.haze(stage, base - unit * 12, base + unit * 4, haze(stage), 0.34)
    trunks(stage, "birches 0", base + unit * 4, 1.1, 16, 0.1, 0.7, birch=True)
    line = ground(stage, "front", base + unit * 5, 0.95)
    ribbon(stage, line, path_colour(stage), 0.54)
    undergrowth(stage, "bushes", line, 0.8, 3.4)
    trunks(stage, "birches 1", base + unit * 8, 1.9, 13, 0.15, 0.9, birch=True)
    canopy(stage, "canopy 0", 0.7, 12, 5.5)
    trunks(stage, "birches 2", base + unit * 14, 3.4, 7, 0.28, 1.0, birch=True)
    canopy(stage, "canopy 1", 1.0, 9 if frame.panorama else 11, 6.2)
    flora.litter(stage, line)
    falling(stage)
