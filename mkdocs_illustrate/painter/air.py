"""Things that every landscape has: sky, light, clouds, stars, haze and layers of hills."""

from __future__ import annotations

from itertools import pairwise

from .canvas import Point, num
from .colour import Colour, Paint, lch
from .palette import HOUR_WORDS, Palette
from .rng import Rng
from .shapes import hills, pill, sector
from .stage import Stage

_SUN = 7.0
"""Radius of the sun in units of the frame."""


def sky(stage: Stage, horizon: float) -> None:
    """Paint the sky down to y = horizon (and its last colour below, so that no gap shows)."""
    frame, canvas = stage.frame, stage.canvas
    colours = stage.palette.sky()
    stops = [(i / (len(colours) - 1), colour) for i, colour in enumerate(colours)]
    paint = canvas.linear(stops, (0, 0), (0, horizon), boxed=False)
    canvas.rect(0, 0, frame.width, frame.height, paint)


def sun(stage: Stage, horizon: float, *, x: float | None = None, height: float = 0.55) -> Point:
    """Hang the sun, or at night the moon, on the third of the light; give its centre.

    `height` is the share of the sky below it: 0 lies on the horizon.
    """
    frame, canvas, light = stage.frame, stage.canvas, stage.palette.light
    cx = frame.third if x is None else x
    cy = horizon * (1 - height)
    r = _SUN * frame.unit * (0.7 if stage.palette.night else 1)
    canvas.glow(cx, cy, r * 4.2, light, 0.55)
    if stage.palette.night:
        canvas.circle(cx, cy, r, light)
        for dx, dy, size in ((-0.3, -0.2, 0.22), (0.3, 0.25, 0.15), (0.1, -0.5, 0.11)):
            canvas.circle(cx + r * dx, cy + r * dy, r * size, light.lighter(-0.08))
    else:
        low = light.mix(stage.palette.horizon, 0.35).vivid(1.4)
        canvas.circle(cx, cy, r, canvas.linear(((0, light), (1, low))))
    return cx, cy


def stars(stage: Stage, horizon: float, count: int = 90) -> None:
    """Sprinkle stars, fewer towards the horizon, as two paths."""
    rng, frame = stage.rng("stars"), stage.frame
    for size, share in ((0.9, 0.75), (1.6, 0.25)):
        dots = [
            (rng.between(0, frame.width), horizon * rng.unit() ** 1.5 * 0.9)
            for _ in range(int(count * share))
        ]
        d = "".join(f"M{x:.1f} {y:.1f}h0" for x, y in dots)
        stage.canvas.path(d, "none", stroke=stage.palette.light, width=size * 2, line_alpha=0.8)


def clouds(stage: Stage, horizon: float, count: int = 3, *, alpha: float = 0.5) -> None:
    """Drift flat clouds through the upper sky, bars or heaps by the seed; each is one path."""
    rng, frame = stage.rng("clouds"), stage.frame
    shape = rng.pick((cloud, heap, cloud))
    for i in range(count):
        x = frame.width * ((i + rng.between(0.15, 0.85)) / count)
        y = horizon * rng.between(0.1, 0.42)
        shape(stage, rng, (x, y), frame.unit * rng.between(10, 19), alpha)


def cloud(stage: Stage, rng: Rng, at: Point, width: float, alpha: float = 0.45) -> None:
    """Draw one flat cloud of bars around a point."""
    bar = stage.frame.unit * 1.9
    rows = rng.whole(2, 4)
    d = ""
    for row in range(rows):
        length = width * rng.between(0.55, 1.0) * (1.2 if row == rows // 2 else 0.85)
        x = at[0] - length / 2 + rng.between(-0.25, 0.25) * width
        d += pill(x, at[1] + row * bar * 0.92, length, bar)
    stage.canvas.path(d, _cloud_colour(stage), alpha=alpha)


def heap(stage: Stage, rng: Rng, at: Point, width: float, alpha: float = 0.45) -> None:
    """Draw one heaped cloud with a flat base."""
    x, y, base = at[0] - width / 2, at[1], width * 0.11
    d = pill(x, y - base, width, base * 2)
    for share, size in ((0.28, 0.15), (0.5, 0.21), (0.71, 0.13)):
        r = width * size * rng.between(0.9, 1.15)
        cx = x + width * share
        d += sector(cx, y, r, 180, 360)
    stage.canvas.path(d, _cloud_colour(stage), alpha=alpha)


def _cloud_colour(stage: Stage) -> Colour:
    palette = stage.palette
    if palette.night:
        return palette.horizon.mix(palette.middle, 0.3)
    return palette.paper.mix(palette.horizon, 0.25)


def ridge(
    stage: Stage,
    purpose: str,
    base: float,
    height: float,
    fill: Paint,
    *,
    detail: int = 3,
    points: int = 28,
    jagged: bool = False,
    lift: float = 0,
) -> list[Point]:
    """Draw one layer of hills from edge to edge and down to the frame; give its outline.

    `base` is the y of its lowest valley, `height` how far its tops rise above. `lift` raises both
    edges by so much: the rule for the foreground.
    """
    frame, waves = stage.frame, stage.rng(purpose).wander(points, detail)
    line = []
    for i, wave in enumerate(waves):
        share = i / (points - 1)
        edge = (abs(share - 0.5) * 2) ** 2.2
        line.append((frame.width * share, base - wave * height - edge * lift))
    stage.canvas.path(hills(line, frame.height + 2, smooth=not jagged), fill)
    return line


def haze(stage: Stage, top: float, bottom: float, colour: Colour, alpha: float = 0.6) -> None:
    """Lay a veil between two layers, clear at the top and dense at the bottom."""
    paint = stage.canvas.linear(((0, colour, 0.0), (1, colour, alpha)))
    stage.canvas.rect(0, top, stage.frame.width, bottom - top, paint)


def height_at(line: list[Point], x: float) -> float:
    """Give the y of an outline at x, so that things stand on the ground and do not float."""
    for (x1, y1), (x2, y2) in pairwise(line):
        if x1 <= x <= x2:
            return y1 + (y2 - y1) * (x - x1) / ((x2 - x1) or 1)
    return line[-1][1] if x > line[-1][0] else line[0][1]


def birds(stage: Stage, at: Point, count: int = 4) -> None:
    """Draw a loose flock of small birds as one path."""
    rng, unit = stage.rng("birds"), stage.frame.unit
    d = ""
    for i in range(count):
        x = at[0] + unit * (i * 2.6 + rng.between(-0.8, 0.8))
        y = at[1] + unit * rng.between(-1.6, 1.6)
        s = unit * rng.between(0.7, 1.1)
        d += f"M{x - s:.1f} {y - s * 0.4:.1f}q{s * 0.6:.1f} {-s * 0.4:.1f} {s:.1f} {s * 0.4:.1f}"
        d += f"q{s * 0.4:.1f} {-s * 0.8:.1f} {s:.1f} {-s * 0.4:.1f}"
    stage.canvas.path(d, "none", stroke=stage.palette.ink, width=unit * 0.22, line_alpha=0.75)


def half_disc(x: float, y: float, r: float) -> str:
    """Path data of a sun that is half below the horizon."""
    return sector(x, y, r, 180, 360)


_LIGHT = {
    "dawn": (0.97, 0.95, 0.07), "noon": (1.0, 1.0, 0.0),
    "dusk": (0.80, 0.95, 0.10), "night": (0.50, 0.70, 0.22),
}  # fmt: skip
"""What each hour leaves of a thing's own lightness and chroma, and how much air it adds. Little
air: green and violet, mixed by halves, are grey."""
_WHITE, _GREY, _YELLOW = 0.9, 0.045, (42.0, 118.0)
_TURF = {
    "spring": lch(0.76, 0.14, 124), "summer": lch(0.72, 0.13, 138),
    "autumn": lch(0.78, 0.11, 93), "winter": lch(0.95, 0.018, 240),
}  # fmt: skip
_LEAVES = {
    "spring": lch(0.62, 0.13, 130), "summer": lch(0.52, 0.11, 152),
    "autumn": lch(0.66, 0.15, 52), "winter": lch(0.48, 0.045, 205),
}  # fmt: skip


def own(stage: Stage, colour: Colour, depth: float = 1.0) -> Colour:
    """Give a thing's own colour in the hour's light, and veiled by its distance (1 is near)."""
    palette = stage.palette
    light, chroma, share = _LIGHT[palette.hour]
    if colour.light > _WHITE and colour.chroma < _GREY:
        return palette.veiled(snow_lit(stage), depth)
    if colour.chroma > _GREY and _YELLOW[0] < colour.hue < _YELLOW[1] and share:
        return palette.veiled(_warm(palette, colour), depth)
    lit = Colour(colour.light * light, colour.a * chroma, colour.b * chroma)
    return palette.veiled(lit.mix(palette.middle, share), depth)


def _warm(palette: Palette, colour: Colour) -> Colour:
    """Darken a yellow without mud: towards rose at dusk, into the blue at night."""
    light = _LIGHT[palette.hour][0]
    if palette.night:
        return palette.middle.mix(colour, 0.3).at(colour.light * light)
    warm = lch(colour.light, colour.chroma * 0.95, max(40.0, colour.hue - 20))
    return warm.mix(palette.middle, 0.12).at(colour.light * (1 + light) / 2)


def turf(stage: Stage, depth: float = 1.0) -> Colour:
    """Give the open ground's colour: meadow, straw, or snow."""
    return own(stage, _TURF[stage.palette.season], depth)


def leaves(stage: Stage, depth: float = 1.0) -> Colour:
    """Give the trees' colour at a depth."""
    return own(stage, _LEAVES[stage.palette.season], depth)


def needles(stage: Stage, depth: float = 1.0) -> Colour:
    """Give the colour of trees that keep their green."""
    return own(stage, lch(0.46, 0.075, 165), depth)


def woods(stage: Stage, share: float) -> Colour:
    """Give a wooded hill's colour at a depth: green by day, else mostly the air's own dusk."""
    if stage.palette.hour == "noon":
        return needles(stage, share)
    mass = 0.5 + share * 0.45
    return stage.palette.depth(mass).mix(needles(stage), 0.06 + 0.14 * share)


def snow_lit(stage: Stage) -> Colour:
    """Give snow in the light of the hour."""
    palette = stage.palette
    if palette.night:
        return palette.light.mix(palette.horizon, 0.45).at(0.74)
    warm = 0.15 if palette.hour == "noon" else 0.5
    return palette.paper.mix(palette.light, warm).mix(palette.horizon, 0.15)


def snow_dim(stage: Stage) -> Colour:
    """Give snow in the shade: the sky's blue, never grey."""
    palette = stage.palette
    if palette.night:
        return palette.horizon.mix(palette.middle, 0.3).lighter(0.02)
    return palette.sky_top.mix(palette.paper, 0.45).at(0.79)


def dark(stage: Stage, tint: Colour, share: float = 0.3, light: float = 0.25) -> Colour:
    """Give the dark foreground's colour, tinted by what grows there."""
    near = stage.palette.near
    return near.mix(tint, share).at(light if not stage.palette.night else light * 0.72)


def water(stage: Stage, top: float, bottom: float | None = None) -> None:
    """Lay water from edge to edge: the sky's colour far off, its own colour near."""
    frame = stage.frame
    low = frame.height if bottom is None else bottom
    colours = sea(stage)
    paint = stage.canvas.linear(tuple((i / 2, colour) for i, colour in enumerate(colours)))
    stage.canvas.rect(0, top, frame.width, low - top, paint)


def sea(stage: Stage) -> tuple[Colour, Colour, Colour]:
    """Give the water's colours, far to near. Off noon it only mirrors: blue and rose mix to grey."""
    palette = stage.palette
    if palette.hour == "noon":
        deep = palette.water.vivid(1.15)
        return deep.mix(palette.horizon, 0.45), deep, deep.lighter(-0.09).vivid(1.1)
    far = palette.sky_middle.mix(palette.horizon, 0.45)
    if palette.night:
        return palette.sky_middle.lighter(0.06), palette.sky_middle, palette.sky_top.lighter(0.02)
    return far, palette.sky_middle.lighter(-0.08), palette.sky_top.mix(palette.middle, 0.4)


def ripples(stage: Stage, top: float, bottom: float, count: int = 40) -> None:
    """Draw the water's short lines, lighter and darker, closer together far away."""
    palette, unit = stage.palette, stage.frame.unit
    for name, colour, alpha in (
        ("ripples", palette.horizon.mix(palette.paper, 0.3), 0.5),
        ("shades", palette.near.mix(palette.water, 0.3), 0.35),
    ):
        rng, d = stage.rng(name), ""
        for _ in range(count // 2):
            share = rng.unit() ** 1.4
            y = top + 3 + (bottom - top - 6) * share
            x = rng.between(-0.02, 0.98) * stage.frame.width
            d += f"M{num(x)} {num(y)}h{num(unit * rng.between(2, 6) * (0.4 + share))}"
        stage.canvas.path(d, "none", stroke=colour, width=unit * 0.28, line_alpha=alpha)


def glints(stage: Stage, x: float, top: float, bottom: float, width: float = 9) -> None:
    """Draw the sun's broken path on the water, below the sun and nowhere else."""
    rng, unit, d = stage.rng("glints"), stage.frame.unit, ""
    rows = max(6, int((bottom - top) / (unit * 1.1)))
    for row in range(rows):
        share = (row + rng.between(0.2, 0.8)) / rows
        reach = unit * width * (0.35 + 0.65 * share) * rng.between(0.25, 1)
        middle = x + unit * rng.between(-2, 2) * (0.4 + share)
        d += f"M{num(middle - reach / 2)} {num(top + (bottom - top) * share)}h{num(reach)}"
    alpha = 0.55 if stage.palette.night else 0.85
    stage.canvas.path(d, "none", stroke=stage.palette.light, width=unit * 0.42, line_alpha=alpha)


def weather(stage: Stage, *, rain: float = 0.1) -> str:
    """Draw the lot of the day: `snow` (in winter), `rain`, `mist` or, mostly, nothing."""
    rng = stage.rng("weather")
    if stage.palette.season == "winter":
        return "snow" if rng.chance(0.6) else ""
    return rng.weighted((("rain", rain), ("mist", 0.12), ("", 0.88 - rain)))


def fall(stage: Stage, kind: str, horizon: float) -> None:
    """Let the weather come down over the finished picture."""
    if kind == "snow":
        _snow(stage)
    elif kind == "rain":
        _rain(stage)
    elif kind == "mist":
        _mist(stage, horizon)


def _snow(stage: Stage) -> None:
    rng, frame = stage.rng("snow"), stage.frame
    white = lch(0.98, 0.01, 240)
    for size, count in ((0.38, 110), (0.62, 45)):
        spots = ((rng.between(0, frame.width), rng.between(0, frame.height)) for _ in range(count))
        d = "".join(f"M{num(x)} {num(y)}h0" for x, y in spots)
        stage.canvas.path(d, "none", stroke=white, width=size * frame.unit, line_alpha=0.85)


def _rain(stage: Stage) -> None:
    rng, frame, d = stage.rng("rain"), stage.frame, ""
    lean = -0.28 if frame.flip else 0.28
    for _ in range(120):
        long = frame.unit * rng.between(1.6, 3.4)
        x, y = rng.between(0, frame.width), rng.between(0, frame.height)
        d += f"M{num(x)} {num(y)}l{num(-long * lean)} {num(long)}"
    colour = stage.palette.paper
    stage.canvas.path(d, "none", stroke=colour, width=frame.unit * 0.2, line_alpha=0.55)


def _mist(stage: Stage, horizon: float) -> None:
    rng, frame = stage.rng("mist"), stage.frame
    colour, d = stage.palette.horizon.mix(stage.palette.paper, 0.35), ""
    for _ in range(6):
        width = frame.width * rng.between(0.25, 0.6)
        x, y = rng.between(-0.2, 0.9) * frame.width, horizon + frame.unit * rng.between(-9, 5)
        d += pill(x, y, width, frame.unit * 2)
    stage.canvas.path(d, colour, alpha=0.38)


_WEATHER_WORDS = {"snow": " in falling snow", "rain": " in the rain", "mist": " in light mist"}
_SEASON_WORDS = {"autumn": " in autumn", "winter": " in winter"}


def setting(stage: Stage, kind: str = "", *, season: bool = True) -> str:
    """Say when it is, as far as the picture shows it."""
    shown = _SEASON_WORDS.get(stage.palette.season, "") if season else ""
    return HOUR_WORDS[stage.palette.hour] + _WEATHER_WORDS.get(kind, shown)


def pane(stage: Stage, colour: Colour) -> Colour:
    """Give the colour of a window: warm light at dusk and at night, the sky's by day."""
    if stage.palette.hour in ("dusk", "night"):
        return lch(0.88, 0.11, 85)
    return colour.mix(stage.palette.sky_top, 0.5).lighter(-0.1)

