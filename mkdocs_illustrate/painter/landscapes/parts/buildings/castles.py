"""Castles and what they stand on: a keep, a palace, a ruin; a crag, a wooded hill."""

from __future__ import annotations

from ....kit.canvas import Point, num
from ....kit.chance import Rng
from ....kit.colour import Colour, lch
from ....kit.outlines import boxes, oval, placed, polygon
from ... import light
from ...stage import Stage

_TILE = lch(0.54, 0.13, 35)
_SLATE = lch(0.42, 0.05, 262)
KINDS = {
    "towers": "a castle",
    "keep": "a castle with a keep",
    "palace": "a palace",
    "ruin": "the ruin of a castle",
}


def _tower(stage: Stage, box: tuple[float, float, float, float], tone: Colour, roof: Colour | None) -> None:
    """Draw a tower by its left, foot, width and height: pointed, or with battlements."""
    (x, y, w, h), side, canvas = box, stage.frame.shaded, stage.canvas
    canvas.rect(x, y - h, w, h, tone.lighter(0.02))
    canvas.rect(x + (w * 0.56 if side > 0 else 0), y - h, w * 0.44, h, tone.lighter(-0.06))
    slit = light.pane(stage, tone)
    panes = [(x + w * 0.4, y - h + w * (0.42 + 0.95 * i), w * 0.17, w * 0.34) for i in range(max(1, int(h / w / 1.25)))]
    canvas.path(boxes(panes), slit if slit.light > tone.light else tone.lighter(-0.22))
    if roof is None:
        teeth = [(x - w * 0.06 + w * 1.12 * i / 5, y - h - w * 0.3, w * 0.14, w * 0.2) for i in range(5)]
        canvas.path(boxes([(x - w * 0.08, y - h - w * 0.14, w * 1.16, w * 0.3), *teeth]), tone)
        return
    tip = (x + w / 2, y - h - w * 1.35)
    canvas.path(polygon([(x - w * 0.14, y - h), tip, (x + w * 1.14, y - h)]), roof)
    outer = x + w * 1.14 if side > 0 else x - w * 0.14
    canvas.path(polygon([(x + w * (0.5 + side * 0.1), y - h), tip, (outer, y - h)]), roof.lighter(-0.06))


def _flag(stage: Stage, at: Point, size: float) -> None:
    (x, y), way = at, -stage.frame.shaded
    stage.canvas.path(f"M{num(x)} {num(y)}v{num(-size)}", "none", stroke=stage.palette.near, width=size * 0.07)
    stage.canvas.path(
        f"M{num(x)} {num(y - size)}q{num(way * size * 0.3)} {num(-size * 0.14)} "
        f"{num(way * size * 0.75)} {num(size * 0.06)}l{num(-way * size * 0.2)} "
        f"{num(size * 0.16)}l{num(way * size * 0.2)} {num(size * 0.2)}"
        f"q{num(-way * size * 0.45)} {num(-size * 0.12)} "
        f"{num(-way * size * 0.75)} 0Z",
        stage.palette.accent,
    )


def _wall(stage: Stage, box: tuple[float, float, float, float], tone: Colour) -> None:
    x, y, w, h = box
    count = max(4, round(w / stage.frame.unit / 1.1))
    teeth = [(x + w * i / count, y - h - w / count * 0.5, w / count * 0.56, w / count * 0.6) for i in range(count)]
    stage.canvas.path(boxes([(x, y - h, w, h), *teeth]), tone)


def castle(stage: Stage, at: Point, width: float, tone: Colour, kind: str) -> None:
    """Draw a castle of a kind; `at` is the middle of its foot, which goes a little below."""
    {"towers": _towers, "keep": _keep, "palace": _palace, "ruin": _ruin}[kind](stage, at, width, tone)


def _towers(stage: Stage, at: Point, width: float, tone: Colour) -> None:
    (x, y), w, rng = at, width, stage.rng("towers")
    roof = light.own(stage, rng.pick((_TILE, _SLATE)), 0.8)
    _tower(stage, (x - w * 0.2, y, w * 0.12, w * rng.between(0.6, 0.72)), tone, roof)
    _wall(stage, (x - w / 2, y + w * 0.06, w, w * 0.34), tone)
    places = ((-0.5, 0.15, 0.5), (0.36, 0.17, 0.46), (0.02, 0.22, 0.78), (-0.28, 0.11, 0.42))
    for dx, wide, high in places:
        tall = w * high * rng.between(0.85, 1.12)
        _tower(stage, (x + w * dx, y + w * 0.06, w * wide, tall), tone, roof)
    _flag(stage, (x + w * 0.13, y - w * 1.02), w * 0.14)
    gate = w * 0.05
    stage.canvas.path(
        f"M{num(x - w * 0.14)} {num(y + w * 0.06)}v{num(-gate * 1.6)}a{num(gate)} "
        f"{num(gate)} 0 0 1 {num(gate * 2)} 0v{num(gate * 1.6)}Z",
        tone.lighter(-0.25),
    )


def _keep(stage: Stage, at: Point, width: float, tone: Colour) -> None:
    (x, y), w, rng = at, width, stage.rng("keep")
    dx = rng.between(-0.2, 0.05)
    _tower(stage, (x + w * dx, y, w * 0.3, w * 0.72), tone, None)
    _flag(stage, (x + w * (dx + 0.15), y - w * 0.72), w * 0.2)
    _wall(stage, (x - w / 2, y + w * 0.06, w, w * 0.24), tone.lighter(-0.015))
    for share, wide, high in ((-0.54, 0.16, 0.36), (0.4, 0.16, 0.42), (0.12, 0.12, 0.32)):
        _tower(stage, (x + w * share, y + w * 0.06, w * wide, w * high), tone, None)


def _palace(stage: Stage, at: Point, width: float, tone: Colour) -> None:
    (x, y), w, canvas, side = at, width, stage.canvas, stage.frame.shaded
    roof = light.own(stage, _SLATE, 0.8)
    canvas.rect(x - w * 0.5, y - w * 0.27, w, w * 0.33, tone.lighter(0.02))
    for dx, wide, high, rise in ((-0.5, 1.0, 0.27, 0.12), (-0.14, 0.28, 0.34, 0.17)):
        left, top = x + w * dx, y - w * high
        canvas.rect(left, top, w * wide, w * high, tone.lighter(0.02))
        canvas.path(
            polygon(
                [
                    (left - w * 0.015, top),
                    (left + w * 0.035, top - w * rise),
                    (left + w * (wide - 0.035), top - w * rise),
                    (left + w * (wide + 0.015), top),
                ]
            ),
            roof,
        )
    for dx in (-0.56, 0.42):
        _tower(stage, (x + w * dx, y + w * 0.06, w * 0.14, w * 0.4), tone, roof)
    panes = [
        (x + w * (-0.38 + 0.058 * i), y - w * (0.2 - 0.11 * row), w * 0.024, w * 0.06)
        for i in range(14)
        for row in range(2)
    ]
    canvas.path(boxes(panes), light.pane(stage, tone) if tone.light < 0.8 else tone.lighter(-0.2))
    canvas.rect(
        x + (w * 0.05 if side > 0 else -w * 0.14), y - w * 0.34, w * 0.09, w * 0.4, tone.lighter(-0.1), alpha=0.5
    )
    _flag(stage, (x, y - w * 0.5), w * 0.15)


def _ruin(stage: Stage, at: Point, width: float, tone: Colour) -> None:
    (x, y), w, rng, side = at, width, stage.rng("ruin"), stage.frame.shaded
    line, top = [(x - w * 0.5, y + w * 0.06)], 0.0
    for i in range(13):
        t = i / 12
        top = (0.2 if t < 0.45 else 0.3) + rng.between(-0.09, 0.07)
        line += [(x + w * (t - 0.5), y - w * top), (x + w * (t - 0.46), y - w * top)]
    stage.canvas.path(polygon([*line, (x + w * 0.54, y + w * 0.06)]), tone)
    left, wide = x + w * 0.1, w * 0.24
    crown = [
        (left, y - w * 0.62),
        (left + wide * 0.2, y - w * 0.7),
        (left + wide * 0.36, y - w * 0.62),
        (left + wide * 0.55, y - w * 0.66),
        (left + wide * 0.7, y - w * 0.5),
        (left + wide, y - w * 0.46),
    ]
    foot = [(left + wide, y + w * 0.06), (left, y + w * 0.06)]
    stage.canvas.path(polygon([*crown, *foot]), tone.lighter(0.02))
    half = left + wide * (0.6 if side > 0 else 0.0)
    stage.canvas.rect(half, y - w * 0.48, wide * 0.4, w * 0.54, tone.lighter(-0.06))
    holes = ""
    for dx, dy, r in (
        (-0.34, 0.02, 0.035),
        (-0.2, 0.03, 0.035),
        (0.0, 0.06, 0.03),
        (0.22, 0.3, 0.03),
    ):
        a, b = x + w * dx, y - w * dy
        holes += (
            f"M{num(a - w * r)} {num(b)}v{num(-w * 0.06)}a{num(w * r)} {num(w * r)} 0 0 1 "
            f"{num(w * r * 2)} 0v{num(w * 0.06)}Z"
        )
    stage.canvas.path(holes, stage.palette.depth(0.25))


def crag(stage: Stage, top: Point, half: float, foot: float) -> None:
    """Raise a rock with steep sides and facets; `half` is half its flat top."""
    (x, y), rng, side = top, stage.rng("crag"), stage.frame.shaded
    high = foot - y
    tone = light.own(stage, lch(0.70, 0.03, 70)).mix(stage.palette.depth(0.4), 0.4)
    left, right = [(x - half, y)], [(x + half, y)]
    for i in range(1, 7):
        t = i / 6
        out = half * 0.12 + high * (0.1 * t + 0.34 * t * t)
        left.append((x - half - out * rng.between(0.75, 1.2), y + high * t))
        right.append((x + half + out * rng.between(0.75, 1.2), y + high * t))
    stage.canvas.path(polygon([*left, *reversed(right)]), tone)
    dim = right if side > 0 else left
    inner = [(x + side * half * 0.3 + rng.between(-1, 1) * half * 0.16, py) for _, py in dim]
    stage.canvas.path(polygon([*dim, *reversed(inner)]), tone.lighter(-0.06))
    d = ""
    for _ in range(14):
        t = rng.between(0.04, 0.7)
        reach = half + high * 0.2 * t
        cx, cy, size = (
            x + reach * rng.between(-0.9, 0.9),
            y + high * t,
            high * rng.between(0.1, 0.24),
        )
        d += placed(((0, 0), (0.28, 1), (-0.2, 1.1)), cx, cy, size)
    stage.canvas.path(d, tone.lighter(-0.1), alpha=0.5)


def wooded_hill(stage: Stage, top: Point, foot: float, *, half: float, spread: float, start: float = 0.0) -> None:
    """Cover a hill with woods from its top (or from `start`, a share of its height) to its foot."""
    (x, y), size, high = top, stage.frame.unit * 2.7, foot - top[1]
    count = max(3, round(high * (1 - start) / (size * 1.05)))
    rows = []
    for i in range(count):
        t = start + (1 - start) * i / (count - 1)
        rows.append((x, half + high * spread * t**1.2, y + high * t + size * 0.4))
    wooded(stage, stage.rng("woods"), rows, size)


def wooded(stage: Stage, rng: Rng, rows: list[tuple[float, float, float]], size: float) -> None:
    """Cover a slope with crowns, far ones first: each row has a middle, half its width and a y."""
    green = light.leaves(stage, 0.62)
    if stage.palette.season == "winter":
        green = light.needles(stage, 0.55)
    side = stage.frame.shaded
    for i, (x, half, y) in enumerate(rows):
        t = i / max(1, len(rows) - 1)
        tone, r = green.lighter(0.035 - 0.07 * t), size * (0.75 + 0.4 * t)
        if stage.palette.season == "autumn":
            tone = tone.turned(rng.between(-18, 18))
        crowns, lights = _between(rows[i - 1], rows[i]) if i else "", ""
        count = max(3, int(2 * half / r / 1.15))
        for k in range(count):
            cx = x - half + 2 * half * (k + rng.between(0.1, 0.9)) / count
            cy, big = y + r * rng.between(-0.35, 0.35), r * rng.between(0.8, 1.25)
            crowns += oval(cx, cy, big, big * 1.1)
            lights += oval(cx - side * big * 0.36, cy - big * 0.42, big * 0.36, big * 0.32)
        stage.canvas.path(crowns, tone)
        white = stage.palette.season == "winter"
        stage.canvas.path(lights, light.snow_dim(stage).mix(tone, 0.55) if white else tone.lighter(0.045))


def _between(upper: tuple[float, float, float], lower: tuple[float, float, float]) -> str:
    """Fill the slope between two rows, so that no sky shows through the woods."""
    (x1, half1, y1), (x2, half2, y2) = upper, lower
    return polygon([(x1 - half1, y1), (x1 + half1, y1), (x2 + half2, y2), (x2 - half2, y2)])
