"""The sky at night: an observatory, someone at a telescope, northern lights, other worlds."""

from __future__ import annotations

from dataclasses import replace

from .. import air
from ..canvas import Point, num
from ..colour import lch
from ..palette import Palette
from ..rng import Rng
from ..shapes import curve, oval, polygon, sector
from ..stage import Drawn, Stage
from . import Scene, figures, flora, houses, peaks, worlds


def draw(stage: Stage) -> Drawn:
    """Draw the deep sky, then what stands or flies before it."""
    stage = replace(stage, palette=_tinted(stage))
    frame, kind = stage.frame, _kind(stage)
    base = frame.height * 0.80
    air.sky(stage, base)
    _milky_way(stage, base)
    air.stars(stage, base * 1.05, 230)
    _meteors(stage)
    views = {
        "observatory": _observatory,
        "telescope": _telescope,
        "aurora": _aurora,
        "planet": worlds.planet,
        "rocket": worlds.rocket,
    }
    subject, details = views[kind](stage, base)
    return Drawn(subject=subject, details=details, setting="at night")


def _kind(stage: Stage) -> str:
    names, rng = set(stage.concepts), stage.rng("kind")
    if "space" in names:
        return rng.pick(("planet", "rocket", "rocket"))
    if "stars" in names:
        return rng.pick(("observatory", "telescope", "telescope"))
    return "telescope" if "moon" in names else stage.variant


def _tinted(stage: Stage) -> Palette:
    """Nights differ by more than two hues: turn them all towards teal, violet or rose."""
    p, rng = stage.palette, stage.rng("tint")
    turn = rng.pick((0.0, 0.0, 32.0, -30.0, 55.0))
    warm = rng.pick((0.0, 40.0, 70.0))
    return replace(
        p, hour="night", sky_top=p.sky_top.turned(turn), sky_middle=p.sky_middle.turned(turn),
        horizon=p.horizon.turned(turn + warm * 0.6).lighter(0.07).vivid(1.15),
        middle=p.middle.turned(turn), near=p.near.turned(turn),
    )  # fmt: skip


def _milky_way(stage: Stage, base: float) -> None:
    """A slanting band: veils of light, and a dust of stars thickest along its middle."""
    frame, rng, unit = stage.frame, stage.rng("milky way"), stage.frame.unit
    lean = (-1 if frame.flip else 1) * rng.between(0.5, 0.8)
    reach = frame.width + frame.height
    middle = (frame.x(0.55), base * 0.42)
    for wide, alpha in ((24, 0.06), (17, 0.07), (11, 0.09), (5, 0.12)):
        upper, lower = [], []
        for i in range(9):
            t = (i / 8 - 0.5) * reach
            x, y = middle[0] + t * 0.84, middle[1] - t * lean * 0.72
            w = unit * wide * rng.between(0.75, 1.15) * (1.15 - abs(i / 8 - 0.5))
            upper.append((x, y - w))
            lower.append((x, y + w))
        band = f"{curve(upper, tension=1)}L{curve(lower[::-1], tension=1)[1:]}Z"
        colour = stage.palette.horizon.mix(stage.palette.light, 0.4)
        stage.canvas.path(band, colour, alpha=alpha)
    d = ""
    for _ in range(330):
        t = (rng.unit() - 0.5) * reach
        off = (rng.unit() + rng.unit() + rng.unit() - 1.5) * unit * 17
        x, y = middle[0] + t * 0.84, middle[1] - t * lean * 0.72 + off
        if 0 < x < frame.width and 0 < y < base:
            d += f"M{num(x)} {num(y)}h0"
    stage.canvas.path(d, "none", stroke=stage.palette.paper, width=unit * 0.2, line_alpha=0.85)


def _meteors(stage: Stage) -> None:
    frame, rng, d = stage.frame, stage.rng("meteors"), ""
    for _ in range(rng.whole(1, 2)):
        x, y = frame.x(rng.between(0.15, 0.5)), frame.height * rng.between(0.08, 0.25)
        long = frame.unit * rng.between(6, 11) * (-1 if frame.flip else 1)
        d += polygon(
            [
                (x, y),
                (x + long, y - abs(long) * 0.42),
                (x + frame.unit * 0.2, y + frame.unit * 0.25),
            ]
        )
    stage.canvas.path(d, stage.palette.light, alpha=0.9)


def _land(stage: Stage, base: float) -> list[Point]:
    """Ranges and woods in the dark, down to the hill in front."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("land")
    rises = (0.36, 0.22, 0.12)
    if rng.chance(0.65):
        _peaks(stage, rng, base)
        rises = (0.0, 0.12, 0.10)
    for i, (rise, share) in enumerate(zip(rises, (0.06, 0.30, 0.55), strict=True)):
        line = air.ridge(stage, f"range {i}", base - unit * (5 - 3 * i), frame.height * rise,
                         stage.palette.depth(share), jagged=i == 0, points=33,
                         detail=5 - i)  # fmt: skip
        if i:
            tone = stage.palette.depth(share)
            spots = flora.along(rng, line, int(frame.width / unit / 1.3),
                (unit * 2, unit * (2 + 1.5 * i)),
                                sink=unit * 0.4)  # fmt: skip
            flora.firs(stage, spots, tone, fine=False)
    dark = stage.palette.near.lighter(-0.015)
    paint = stage.canvas.linear(((0, stage.palette.depth(0.8)), (0.5, dark), (1, dark)))
    line = air.ridge(stage, "hill", base + unit * 5, unit * 6, paint, detail=2, lift=unit * 5)
    tufts = flora.along(rng, line, int(frame.width / unit / 1.2), (unit * 0.8, unit * 2.2))
    flora.grass(stage, tufts, stage.palette.depth(0.82))
    spots = [s for s in flora.along(rng, line, 26, (unit * 8, unit * 17), sink=unit)
             if abs(s[0] / frame.width - 0.5) > 0.33]  # fmt: skip
    flora.firs(stage, spots, dark.lighter(0.03))
    return line


def _peaks(stage: Stage, rng: Rng, base: float) -> None:
    """Mountains in the moonlight."""
    frame, high = stage.frame, min(base * 0.5, stage.frame.width * 0.4)
    for share, size in ((0.04, 0.62), (0.9, 0.7), (0.36, 0.8), (0.68, 1.0), (0.52, 0.66)):
        tall = high * size * rng.between(0.85, 1.0)
        tip = (frame.x(share + rng.between(-0.06, 0.06)), base - stage.frame.unit * 4 - tall)
        mount = peaks.peak(rng, tip, base, tall * 1.15)
        peaks.rock(stage, rng, mount, stage.palette.depth(0.16 + 0.1 * size), 0.36, 0.25)
    air.haze(stage, base - high * 0.5, base, stage.palette.horizon, 0.45)


def _observatory(stage: Stage, base: float) -> tuple[str, tuple[str, ...]]:
    air.sun(stage, base, height=stage.rng("moon").between(0.62, 0.8))
    line = _land(stage, base)
    frame, unit, canvas, side = stage.frame, stage.frame.unit, stage.canvas, stage.frame.shaded
    x = frame.x(0.64)
    y, r = air.height_at(line, x) + unit * 1.5, unit * 12.5
    white = stage.palette.paper.mix(stage.palette.middle, 0.38)
    canvas.rect(x - r * 0.92, y - r * 0.85, r * 1.84, r * 0.9, white.lighter(-0.05))
    canvas.rect(
        x if side > 0 else x - r * 0.92, y - r * 0.85, r * 0.92, r * 0.9, white.lighter(-0.15)
    )
    canvas.rect(x - r * 1.02, y - r * 0.97, r * 2.04, r * 0.16, white.lighter(-0.2))
    canvas.path(sector(x, y - r * 0.95, r, 180, 360), white.lighter(0.05))
    canvas.path(f"M{num(x)} {num(y - r * 1.95)}A{num(r)} {num(r)} 0 0 {1 if side > 0 else 0} "
                f"{num(x + side * r)} {num(y - r * 0.95)}H{num(x)}Z",
                white.lighter(-0.09))  # fmt: skip
    slit = [(x - side * r * 0.52, y - r * 1.92), (x - side * r * 0.2, y - r * 2.02),
            (x - side * r * 0.16, y - r), (x - side * r * 0.44, y - r)]  # fmt: skip
    canvas.path(polygon(slit), stage.palette.accent.mix(stage.palette.light, 0.5))
    canvas.line([(x - side * r * 0.3, y - r * 1.2), (x - side * r * 0.78, y - r * 2.0)],
                stage.palette.near.lighter(0.12), r * 0.17)  # fmt: skip
    for dx in (-0.55, 0.0, 0.55):
        canvas.rect(
            x + dx * r - r * 0.1, y - r * 0.62, r * 0.2, r * 0.32, lch(0.88, 0.12, 82), r=r * 0.05
        )
    walk = frame.x(0.46)
    figures.walker(stage, (walk, air.height_at(line, walk) + unit), unit * 8, mirror=not frame.flip)
    return "a starry sky", ("an observatory on a hill", "the Milky Way")


def _telescope(stage: Stage, base: float) -> tuple[str, tuple[str, ...]]:
    frame, unit, canvas = stage.frame, stage.frame.unit, stage.canvas
    x, y = air.sun(stage, base, height=stage.rng("moon").between(0.55, 0.75))
    if "moon" in stage.concepts:
        _great_moon(stage, (x, y), unit * 12)
    line = _land(stage, base)
    at = frame.x(0.60)
    foot = air.height_at(line, at) + unit * 0.8
    steel, turn = stage.palette.paper.mix(stage.palette.middle, 0.35), -1 if not frame.flip else 1
    hub = (at, foot - unit * 6)
    legs = "".join(
        f"M{num(hub[0])} {num(hub[1])}L{num(at + dx * unit)} {num(foot)}" for dx in (-3, 0.4, 3)
    )
    canvas.path(legs, "none", stroke=steel.lighter(-0.2), width=unit * 0.5)
    canvas.line([(at - turn * unit * 3.2, foot - unit * 4.4),
        (at + turn * unit * 4.5, foot - unit * 9.4)],
                steel, unit * 1.9, cap="butt")  # fmt: skip
    canvas.line([(at + turn * unit * 3.6, foot - unit * 8.8),
        (at + turn * unit * 5.4, foot - unit * 9.96)],
                stage.palette.accent, unit * 2.5, cap="butt")  # fmt: skip
    who = at - turn * unit * 5.4
    figures.walker(stage, (who, air.height_at(line, who) + unit * 0.8), unit * 11, mirror=turn < 0)
    hut = frame.x(0.26)
    houses.cabin(stage, (hut, air.height_at(line, hut) + unit), unit * 12)
    return "a starry sky", ("someone at a telescope", "a cabin with lit windows")


def _great_moon(stage: Stage, at: Point, r: float) -> None:
    (x, y), canvas, light = at, stage.canvas, stage.palette.light
    canvas.circle(x, y, r, light)
    spots = (
        (-0.35, -0.25, 0.22),
        (0.3, 0.3, 0.16),
        (0.1, -0.5, 0.12),
        (-0.2, 0.45, 0.14),
        (0.5, -0.1, 0.1),
    )
    canvas.path("".join(oval(x + dx * r, y + dy * r, s * r, s * r) for dx, dy, s in spots),
                light.lighter(-0.09))  # fmt: skip


def _aurora(stage: Stage, base: float) -> tuple[str, tuple[str, ...]]:
    """Curtains of light in two hues above snow and a cabin."""
    frame, unit, rng, canvas = stage.frame, stage.frame.unit, stage.rng("aurora"), stage.canvas
    for i, hue in enumerate((165, 150, 320)):
        colour, foot = lch(0.80, 0.16, hue), base * (0.42 + 0.13 * i)
        high = base * rng.between(0.3, 0.42)
        low, top = [], []
        for k in range(11):
            x = frame.width * (k / 10 * 1.1 - 0.05)
            y = (
                foot
                + rng.between(-1, 1) * unit * 5
                - (k - 5) * unit * 0.8 * (1 if frame.flip else -1)
            )
            low.append((x, y))
            top.append((x + unit * 4, y - high * rng.between(0.7, 1.1)))
        fill = canvas.linear(((0, colour, 0.0), (0.6, colour, 0.30), (1, colour, 0.85)))
        canvas.path(f"{curve(low, tension=1)}L{curve(top[::-1], tension=1)[1:]}Z", fill)
    _land(stage, base)
    snow = stage.palette.horizon.mix(stage.palette.paper, 0.35)
    paint = canvas.linear(((0, snow), (1, snow.mix(stage.palette.middle, 0.6))))
    line = air.ridge(stage, "snow", base + unit * 5, unit * 4, paint, detail=2, lift=unit * 3)
    at = frame.x(0.62)
    houses.long_house(stage, (at, air.height_at(line, at) + unit * 1.5), unit * 12, unit * 4.8,
                      lch(0.62, 0.09, 45), lch(0.4, 0.05, 280), snow=True)  # fmt: skip
    spots = [s for s in flora.along(rng, line, 20, (unit * 9, unit * 19), sink=unit * 2)
             if abs(s[0] / frame.width - 0.5) > 0.3]  # fmt: skip
    flora.firs(stage, spots, stage.palette.near.lighter(0.05), snow=True)
    walk = frame.x(0.46)
    below = (walk, air.height_at(line, walk) + unit * 3)
    figures.walker(stage, below, unit * 8.5, mirror=frame.flip)
    return "northern lights", ("a cabin in the snow", "someone looking up", "snowy firs")


SCENE = Scene(
    name="night-sky", draw=draw, hours=("night",),
    variants=("observatory", "telescope", "aurora", "planet", "rocket"),
)  # fmt: skip
