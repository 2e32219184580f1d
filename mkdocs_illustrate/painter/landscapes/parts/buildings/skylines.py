"""The city far off: rows of towers in haze, one landmark among them, their mirror in the water."""

from __future__ import annotations

from ....kit.canvas import Point, num
from ....kit.colour import Colour, lch
from ....kit.outlines import boxes, oval, polygon, sector
from ... import backdrop, light
from ...stage import Stage
from . import towers

LANDMARKS = {
    "television": "a television tower",
    "gherkin": "a rounded tower",
    "setback": "a tall spire",
    "twins": "twin towers",
    "sail": "a tower like a sail",
    "dome": "a great dome",
    "": "",
}


def draw(stage: Stage, shore: float, *, near: bool = True, scale: float = 1.0) -> str:
    """Draw four rows of houses, the haze between them; name the landmark."""
    frame, palette, rng = stage.frame, stage.palette, stage.rng("skyline")
    reach = min(shore * 0.78, frame.unit * 62) * scale
    lift = 0.045 if palette.night else 0.0
    profile = rng.pick(tuple(towers.PROFILES))
    bulk = rng.between(0.85, 1.35)
    landmark = rng.pick(tuple(LANDMARKS))
    sun = palette.light.mix(palette.horizon, 0.45)
    rows = (
        (0.26, 0.92, 5.8, 0.30, (palette.depth(0.10), sun, palette.depth(0.18)), 0.0, 0.04),
        (0.17, 0.80, 5.2, 0.21, tuple(map(palette.depth, (0.30, 0.38, 0.25))), 0.45, 0.06),
        (0.12, 0.54, 5.4, 0.20, tuple(map(palette.depth, (0.56, 0.48, 0.64))), 0.7, 0.07),
        (0.08, 0.20, 6.2, 0.40, tuple(map(palette.depth, (0.88, 0.78, 0.95))), 0.9, 0.05),
    )
    for i, (low, high, wide, spread, air_tones, alpha, drop) in enumerate(rows[: 4 if near else 3]):
        tones = tuple(tone.lighter(lift) for tone in air_tones)
        row = towers.skyline(
            stage,
            rng,
            shore,
            reach * low * (1 - 0.1 * i),
            reach * high,
            wide=wide * bulk,
            spread=spread,
            profile=profile,
        )
        towers.draw(stage, row, rng, tones, glass(stage, i), alpha=alpha, drop=drop)
        if i:
            green = light.leaves(stage, 0.3 + 0.2 * i)
            panel = palette.veiled(lch(0.45, 0.1, 255), 0.4 + 0.2 * i)
            towers.roofs(stage, row, rng, green, panel)
        if i == 1 and landmark:
            place = max(towers.PROFILES[profile], key=_inside)[0]
            at = (frame.x(min(0.84, max(0.16, place))), shore)
            _landmark(stage, landmark, at, reach, palette.depth(0.46).lighter(lift))
        if i < 3:
            backdrop.haze(stage, shore - reach * 0.5, shore, palette.horizon, 0.42 - 0.1 * i)
    return LANDMARKS[landmark]


def _inside(hill: tuple[float, float, float]) -> float:
    """Prefer the highest hill of houses that is not at the picture's edge."""
    at, _, top = hill
    return top if 0.15 < at < 0.9 else top * 0.5


def glass(stage: Stage, row: int) -> Colour:
    """Give the windows of a row: by day they mirror the sky, from dusk on they are lit."""
    palette = stage.palette
    if palette.hour in ("dusk", "night"):
        return lch(0.88, 0.12, 82)
    return palette.horizon.mix(palette.paper, 0.5) if row > 1 else palette.depth(0.62)


def _landmark(stage: Stage, kind: str, at: Point, reach: float, tone: Colour) -> None:
    kinds = {
        "television": _television,
        "gherkin": _gherkin,
        "setback": _setback,
        "twins": _twins,
        "sail": _sail,
        "dome": _dome,
    }
    kinds[kind](stage, at, reach, tone)


def _television(stage: Stage, at: Point, reach: float, tone: Colour) -> None:
    (x, y), h, side = at, reach * 1.1, stage.frame.shaded
    w = h * 0.022
    canvas = stage.canvas
    canvas.path(polygon([(x - w * 2.4, y), (x - w, y - h * 0.68), (x + w, y - h * 0.68), (x + w * 2.4, y)]), tone)
    canvas.path(
        polygon([(x, y), (x, y - h * 0.68), (x + side * w, y - h * 0.68), (x + side * w * 2.4, y)]), tone.lighter(-0.07)
    )
    canvas.path(boxes([(x - w * 0.3, y - h, w * 0.6, h * 0.3)]), tone)
    canvas.path(oval(x, y - h * 0.7, w * 3.6, w * 2.6), tone.lighter(0.02))
    canvas.path(boxes([(x - w * 3.5, y - h * 0.705, w * 7, w * 0.8)]), glass(stage, 2), alpha=0.8)
    canvas.circle(x, y - h, w * 0.7, stage.palette.accent)


def _gherkin(stage: Stage, at: Point, reach: float, tone: Colour) -> None:
    (x, y), h, side, canvas = at, reach * 0.96, stage.frame.shaded, stage.canvas
    w = h * 0.12
    half = f"Q{{0}} {num(y - h * 0.62)} {num(x)} {num(y - h)}"
    d = (
        f"M{num(x - w * 0.8)} {num(y)}C{num(x - w * 1.25)} {num(y - h * 0.45)} "
        f"{num(x - w * 0.9)} {num(y - h * 0.85)} {num(x)} {num(y - h)}"
        f"C{num(x + w * 0.9)} {num(y - h * 0.85)} {num(x + w * 1.25)} {num(y - h * 0.45)} "
        f"{num(x + w * 0.8)} {num(y)}Z"
    )
    canvas.path(d, tone)
    canvas.path(
        f"M{num(x)} {num(y - h)}C{num(x + side * w * 0.9)} {num(y - h * 0.85)} "
        f"{num(x + side * w * 1.25)} {num(y - h * 0.45)} {num(x + side * w * 0.8)} {num(y)}"
        f"H{num(x)}Z",
        tone.lighter(-0.065),
    )
    lines = "".join(
        f"M{num(x - w * 0.7 + i * w * 0.35)} {num(y)}" + half.format(num(x + (i - 2) * w * 0.66)) for i in range(5)
    )
    canvas.path(lines, "none", stroke=glass(stage, 2), width=w * 0.05, line_alpha=0.55)


def _setback(stage: Stage, at: Point, reach: float, tone: Colour) -> None:
    (x, y), h, side, canvas = at, reach, stage.frame.shaded, stage.canvas
    w = h * 0.2
    steps = ((1.0, 0.5), (0.76, 0.68), (0.52, 0.8), (0.28, 0.87))
    canvas.path(
        boxes([(x - w * s / 2, y - h * t, w * s, h * t) for s, t in steps])
        + polygon([(x - w * 0.1, y - h * 0.87), (x, y - h * 1.1), (x + w * 0.1, y - h * 0.87)]),
        tone,
    )
    dim = [(x if side > 0 else x - w * s / 2, y - h * t, w * s / 2, h * t) for s, t in steps]
    canvas.path(boxes(dim), tone.lighter(-0.06))
    panes = [
        (x + w * (-0.3 + 0.15 * i), y - h * (0.64 if 0 < i < 4 else 0.46), w * 0.05, h * (0.56 if 0 < i < 4 else 0.4))
        for i in range(5)
    ]
    canvas.path(boxes(panes), glass(stage, 2), alpha=0.6)


def _twins(stage: Stage, at: Point, reach: float, tone: Colour) -> None:
    (x, y), h, side, canvas = at, reach * 0.92, stage.frame.shaded, stage.canvas
    w = h * 0.105
    body, dim, panes = "", "", []
    for dx in (-1.0, 1.0):
        left = x + dx * w * 1.05 - w / 2
        body += polygon(
            [(left, y), (left, y - h * 0.9), (left + w * 0.5, y - h * 1.04), (left + w, y - h * 0.9), (left + w, y)]
        )
        body += boxes([(left + w * 0.46, y - h * 1.14, w * 0.08, h * 0.12)])
        dim += boxes([(left + (w * 0.56 if side > 0 else 0), y - h * 0.9, w * 0.44, h * 0.9)])
        panes += [(left + w * 0.16, y - h * (0.84 - 0.06 * i), w * 0.68, h * 0.016) for i in range(13)]
    bridge = (x - w * 0.6, y - h * 0.56, w * 1.2, h * 0.035)
    canvas.path(boxes([bridge]), tone.lighter(-0.09))
    canvas.path(body, tone)
    canvas.path(dim, tone.lighter(-0.06))
    canvas.path(boxes(panes), glass(stage, 2), alpha=0.55)


def _sail(stage: Stage, at: Point, reach: float, tone: Colour) -> None:
    (x, y), h, side, canvas = at, reach * 0.98, stage.frame.shaded, stage.canvas
    w = h * 0.24 * side
    canvas.path(
        f"M{num(x - w * 0.4)} {num(y)}V{num(y - h)}Q{num(x + w * 0.75)} {num(y - h * 0.7)} "
        f"{num(x + w * 0.6)} {num(y)}Z",
        tone,
    )
    canvas.path(
        f"M{num(x)} {num(y)}Q{num(x + w * 0.12)} {num(y - h * 0.6)} {num(x - w * 0.4)} "
        f"{num(y - h)}Q{num(x + w * 0.75)} {num(y - h * 0.7)} {num(x + w * 0.6)} {num(y)}Z",
        tone.lighter(-0.065),
    )
    lines = "".join(
        f"M{num(x - w * 0.4)} {num(y - h * t)}H{num(x + w * 0.52 * (1 - t**2.6))}"
        for t in (0.12, 0.22, 0.32, 0.42, 0.52, 0.62, 0.72)
    )
    canvas.path(lines, "none", stroke=glass(stage, 2), width=h * 0.009, line_alpha=0.6)
    canvas.path(f"M{num(x - w * 0.4)} {num(y - h)}v{num(-h * 0.1)}", "none", stroke=tone, width=h * 0.012)


def _dome(stage: Stage, at: Point, reach: float, tone: Colour) -> None:
    (x, y), h, side, canvas = at, reach * 0.62, stage.frame.shaded, stage.canvas
    w = h * 0.3
    canvas.path(
        boxes([(x - w * 1.5, y - h * 0.44, w * 3, h * 0.44), (x - w * 0.8, y - h * 0.64, w * 1.6, h * 0.24)])
        + sector(x, y - h * 0.63, w * 0.8, 180, 360)
        + boxes([(x - w * 0.14, y - h * 0.97, w * 0.28, h * 0.12)])
        + polygon([(x - w * 0.16, y - h * 0.97), (x, y - h * 1.12), (x + w * 0.16, y - h * 0.97)]),
        tone,
    )
    dim = x if side > 0 else x - w * 0.8
    canvas.path(
        boxes([(dim, y - h * 0.64, w * 0.8, h * 0.2)])
        + sector(x, y - h * 0.63, w * 0.8, *((270, 360) if side > 0 else (180, 270))),
        tone.lighter(-0.065),
    )
    columns = [(x - w * 1.36 + w * 0.3 * i, y - h * 0.36, w * 0.11, h * 0.3) for i in range(10)]
    columns += [(x - w * 0.66 + w * 0.22 * i, y - h * 0.6, w * 0.08, h * 0.13) for i in range(7)]
    canvas.path(boxes(columns), glass(stage, 2), alpha=0.5)


def mirrored(stage: Stage, shore: float) -> None:
    """Let the houses and their lights stand upside down in the water, broken and thin."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("mirror")
    deep = frame.height - shore
    dark, d = stage.palette.depth(0.75), ""
    x = -unit
    while x < frame.width:
        w = unit * rng.between(3, 8)
        d += boxes([(x, shore, w, deep * rng.between(0.12, 0.5))])
        x += w * rng.between(0.9, 1.7)
    stage.canvas.path(d, dark, alpha=0.22)
    if stage.palette.hour in ("dusk", "night"):
        _lights(stage, shore, deep)


def _lights(stage: Stage, shore: float, deep: float) -> None:
    """Columns of short warm strokes below the lit windows."""
    frame, unit, rng, d = stage.frame, stage.frame.unit, stage.rng("lights"), ""
    for _ in range(int(frame.width / unit / 3)):
        x, reach = rng.between(0, frame.width), rng.between(0.2, 0.62)
        for i in range(rng.whole(3, 7)):
            y = shore + unit * 0.8 + deep * reach * i / 7
            left, wide = x + unit * rng.between(-0.5, 0.5), unit * rng.between(0.5, 1.5)
            d += f"M{num(left)} {num(y)}h{num(wide)}"
    warm = lch(0.86, 0.12, 80)
    stage.canvas.path(d, "none", stroke=warm, width=unit * 0.26, line_alpha=0.5)
