"""Things that every landscape has: sky, light, clouds, stars, haze and layers of hills."""

from __future__ import annotations

from itertools import pairwise

from ..kit.canvas import Point, num
from ..kit.chance import Rng
from ..kit.colour import Colour, Paint
from ..kit.outlines import hills, pill, sector
from . import light
from .stage import Stage

_SUN = 7.0
"""Radius of the sun in units of the frame."""


def sky(stage: Stage, horizon: float) -> None:
    """Paint the sky down to y = horizon (and its last colour below, so that no gap shows)."""
    frame, canvas = stage.frame, stage.canvas
    colours = stage.palette.sky()
    stops = [(i / (len(colours) - 1), colour) for i, colour in enumerate(colours)]
    paint = canvas.linear(stops, (0, 0), (0, horizon), boxed=False)
    # A gradient is dear to raster, also where the land will hide it.
    canvas.rect(0, horizon - 1, frame.width, frame.height - horizon + 1, colours[-1])
    canvas.rect(0, 0, frame.width, horizon, paint)


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
        dots = [(rng.between(0, frame.width), horizon * rng.unit() ** 1.5 * 0.9) for _ in range(int(count * share))]
        d = "".join(f"M{x:.1f} {y:.1f}h0" for x, y in dots)
        stage.canvas.path(d, "none", stroke=stage.palette.light, width=size * 2, line_alpha=0.8)


def clouds(stage: Stage, horizon: float, count: int = 3, *, alpha: float = 0.5) -> None:
    """Drift clouds through the upper sky: heaps, streaks or long bars, by the seed."""
    if stage.weather == "rain":
        overcast(stage, horizon)
        return
    rng, frame = stage.rng("clouds"), stage.frame
    shape = rng.pick((heap, cloud, streak, heap))
    for i in range(count):
        x = frame.width * ((i + rng.between(0.15, 0.85)) / count)
        y = horizon * rng.between(0.1, 0.42)
        shape(stage, rng, (x, y), frame.unit * rng.between(12, 22), alpha)


def cloud(stage: Stage, rng: Rng, at: Point, width: float, alpha: float = 0.45) -> None:
    """Draw one flat cloud of long thin bars that overlap, as glass does."""
    bar, (x, y) = stage.frame.unit * 1.35, at
    back = front = ""
    for row in range(rng.whole(3, 5)):
        long = width * rng.between(0.75, 1.35)
        part = pill(x - long / 2 + rng.between(-0.4, 0.4) * width, y + row * bar * 0.8, long, bar)
        back, front = (back + part, front) if row % 2 else (back, front + part)
    tone = _cloud_colour(stage)
    stage.canvas.path(back, tone, alpha=alpha * 0.62)
    stage.canvas.path(front, tone, alpha=alpha * 0.8)


def streak(stage: Stage, rng: Rng, at: Point, width: float, alpha: float = 0.45) -> None:
    """Draw one cloud of lenses, pointed at both ends."""
    unit, d = stage.frame.unit, ""
    for row in range(rng.whole(2, 3)):
        x, y = at[0] + width * rng.between(-0.45, 0.45), at[1] + unit * 1.5 * row
        half, high = width * rng.between(0.55, 1.0), unit * rng.between(0.9, 1.5)
        d += f"M{num(x - half)} {num(y)}Q{num(x - half * 0.2)} {num(y - high * 2)} "
        d += f"{num(x + half)} {num(y)}Q{num(x)} {num(y + high * 0.7)} {num(x - half)} {num(y)}Z"
    stage.canvas.path(d, _cloud_colour(stage), alpha=alpha * 1.1)


def heap(stage: Stage, rng: Rng, at: Point, width: float, alpha: float = 0.45) -> None:
    """Draw one heaped cloud: bright bumps that fade towards a flat base."""
    (cx, y), wide, base = at, width * 1.1, width * 0.07
    x, d = cx - wide / 2, ""
    d += pill(x, y - base, wide, base * 2)
    bumps = ((0.2, 0.11), (0.39, 0.185), (0.6, 0.235), (0.79, 0.135))
    for share, size in bumps:
        place = share if not stage.frame.flip else 1 - share
        d += sector(x + wide * place, y, wide * size * rng.between(0.85, 1.1), 180, 360)
    tone = _cloud_colour(stage)
    high = min(0.92, alpha * 1.6)
    fading = stage.canvas.linear(((0, tone, high), (0.75, tone, high * 0.8), (1, tone, high * 0.4)))
    stage.canvas.path(d, fading)


def overcast(stage: Stage, horizon: float) -> None:
    """Hang rain clouds over the whole sky, in two banks."""
    frame, unit, palette = stage.frame, stage.frame.unit, stage.palette
    for i, low in enumerate((0.34, 0.17)):
        rng, d, step = stage.rng(f"bank {i}"), "", unit * (9 - 2 * i)
        for k in range(int(frame.width / step) + 2):
            r = step * rng.between(0.6, 1.05)
            y = horizon * low - r * 0.35 + unit * rng.between(-2, 2)
            d += pill(k * step - r * 1.1, y - r * 0.55, r * 2.2, r * 1.1)
        d += f"M0 0H{num(frame.width)}V{num(horizon * low)}H0Z"
        tone = palette.sky_top.mix(palette.middle, 0.35 - 0.3 * i)
        stage.canvas.path(d, tone.lighter(0.0 if palette.night else -0.03 * i), alpha=0.72)


def _cloud_colour(stage: Stage) -> Colour:
    palette = stage.palette
    if palette.night:
        return palette.horizon.mix(palette.middle, 0.3)
    return palette.paper.mix(palette.horizon, 0.2)


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
        edge = (abs(share - 0.5) * 2) ** 2.2  # level in the middle, steep towards both edges
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


def water(stage: Stage, top: float, bottom: float | None = None) -> None:
    """Lay water from edge to edge: the sky's colour far off, its own colour near."""
    frame = stage.frame
    low = frame.height if bottom is None else bottom
    colours = light.sea(stage)
    paint = stage.canvas.linear(tuple((i / 2, colour) for i, colour in enumerate(colours)))
    stage.canvas.rect(0, top, frame.width, low - top, paint)


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
    """Draw the sun's broken path on the water, below the sun and nowhere else; none in the rain."""
    if stage.weather == "rain":
        return
    rng, unit, d = stage.rng("glints"), stage.frame.unit, ""
    rows = max(6, int((bottom - top) / (unit * 1.1)))
    for row in range(rows):
        share = (row + rng.between(0.2, 0.8)) / rows
        reach = unit * width * (0.35 + 0.65 * share) * rng.between(0.25, 1)
        middle = x + unit * rng.between(-2, 2) * (0.4 + share)
        d += f"M{num(middle - reach / 2)} {num(top + (bottom - top) * share)}h{num(reach)}"
    alpha = 0.55 if stage.palette.night else 0.85
    stage.canvas.path(d, "none", stroke=stage.palette.light, width=unit * 0.42, line_alpha=alpha)
