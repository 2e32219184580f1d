"""Tall houses: outlines of a skyline, their shaded sides, windows and what stands on the roofs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp

from ....kit.canvas import num
from ....kit.chance import Rng
from ....kit.colour import Colour
from ....kit.outlines import boxes, oval, placed, polygon, sector
from ...stage import Stage

_KINDS = (("flat", 4.0), ("step", 2.0), ("slant", 1.5), ("spire", 1.1), ("dome", 0.8), ("twin", 1.0))
PROFILES: dict[str, tuple[tuple[float, float, float], ...]] = {
    "summit": ((0.667, 1.0, 1.0), (0.2, 0.7, 0.42)),
    "two hills": ((0.28, 0.5, 0.8), (0.74, 0.65, 1.0)),
    "plateau": ((0.5, 0.7, 0.7), (0.68, 0.75, 0.84), (0.86, 0.6, 0.72)),
    "slope": ((0.98, 1.6, 1.0), (0.3, 0.45, 0.3)),
    "valley": ((0.02, 0.75, 0.78), (0.94, 1.0, 1.0)),
    "peak": ((0.6, 0.42, 1.0), (0.16, 0.4, 0.3), (0.9, 0.4, 0.36)),
}
"""Outlines of a skyline: where its hills of houses are, how wide (times `spread`), how high."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tower:
    """One building by its foot and its size."""

    x: float
    y: float
    width: float
    height: float
    kind: str

    @property
    def top(self) -> float:
        """The y of its eaves: roofs and spires rise above."""
        return self.y - self.height


def swell(profile: str, share: float, spread: float) -> float:
    """Tell how high a profile stands at a share of the width, 0 to 1."""
    hills = PROFILES[profile]
    return max(top * exp(-(((share - at) / (wide * spread)) ** 2)) for at, wide, top in hills)


def skyline(
    stage: Stage,
    rng: Rng,
    foot: float,
    low: float,
    high: float,
    *,
    wide: float,
    spread: float,
    profile: str = "summit",
) -> list[Tower]:
    """Row up towers from edge to edge along a profile."""
    frame, towers = stage.frame, []
    x = -frame.unit
    while x < frame.width + frame.unit:
        width = frame.unit * wide * rng.between(0.65, 1.35)
        share = (x + width / 2) / frame.width
        up = swell(profile, 1 - share if frame.flip else share, spread)
        height = low + (high - low) * up * rng.between(0.55, 1.0) + low * rng.between(-0.3, 0.5)
        kind = rng.weighted(_KINDS) if height > low * 1.15 else rng.pick(("flat", "slant", "flat"))
        if kind == "spire" and height < width * 2.4:
            kind = "flat"  # a broad roof on a low house looks like a tent
        towers.append(Tower(x=x, y=foot, width=width, height=height, kind=kind))
        x += width * rng.between(0.7, 1.12)
    return towers


def body(tower: Tower, side: int) -> str:
    """Give the outline of a tower."""
    x, w, top = tower.x, tower.width, tower.top
    wall = boxes([(x, top, w, tower.height)])
    if tower.kind == "step":
        wall += boxes(
            [(x + w * 0.16, top - w * 0.42, w * 0.68, w * 0.5), (x + w * 0.32, top - w * 0.8, w * 0.36, w * 0.5)]
        )
    elif tower.kind == "slant":
        high = x if side > 0 else x + w
        wall += polygon([(high, top - w * 0.45), (x + w, top), (x, top)])
    elif tower.kind == "spire":
        wall += polygon([(x, top), (x + w / 2, top - w * 0.85), (x + w, top)])
    elif tower.kind == "dome":
        wall += sector(x + w / 2, top, w / 2, 180, 360)
    elif tower.kind == "twin":
        wall += boxes([(x, top - w * 0.3, w * 0.3, w * 0.32), (x + w * 0.7, top - w * 0.3, w * 0.3, w * 0.32)])
    return wall


def shade(tower: Tower, side: int) -> str:
    """Give the part of a tower that turns away from the light."""
    x, y, w, top = tower.x, tower.y, tower.width, tower.top
    part = w * 0.4
    left = x + w - part if side > 0 else x
    d = boxes([(left, top, part, y - top)])
    if tower.kind == "spire":
        edge = x + w if side > 0 else x
        d += polygon([(x + w / 2, top - w * 0.85), (edge, top), (left + (0 if side > 0 else part), top)])
    elif tower.kind == "step":
        near = x + w * (0.6 if side > 0 else 0.16)
        d += boxes([(near, top - w * 0.42, w * 0.24, w * 0.42)])
    return d


def mast(tower: Tower) -> str:
    """Give the needle of towers that carry one."""
    x, w = tower.x + tower.width / 2, tower.width
    foot = {"spire": 0.8, "step": 0.78, "dome": 0.48}.get(tower.kind)
    if foot is None:
        return ""
    return f"M{num(x)} {num(tower.top - w * foot)}v{num(-w * 0.75)}"


def windows(tower: Tower, rng: Rng, unit: float) -> str:
    """Give a tower's windows: stripes, a grid with gaps, or bands."""
    x, w = tower.x + tower.width * 0.12, tower.width * 0.76
    top, bottom = tower.top + unit * 1.2, tower.y - unit * 1.5
    if bottom - top < unit * 2 or w < unit * 1.6:
        return ""
    style = rng.pick(("stripes", "grid", "grid", "bands"))
    if style == "stripes":
        count = max(2, int(w / (unit * 0.95)))
        low = top + (bottom - top) * rng.between(0.55, 0.95)
        return boxes([(x + w * (i + 0.32) / count, top, w * 0.36 / count, low - top) for i in range(count)])
    if style == "bands":
        rows = min(14, int((bottom - top) / (unit * 1.15)))
        return boxes(
            [
                (x, top + i * unit * 1.15, w * rng.between(0.5, 1.0), unit * 0.34)
                for i in range(rows)
                if rng.chance(0.75)
            ]
        )
    return _grid(rng, (x, top, w, bottom - top), unit)


def _grid(rng: Rng, place: tuple[float, float, float, float], unit: float) -> str:
    x, top, w, h = place
    columns, rows = max(2, int(w / (unit * 1.25))), min(15, max(1, int(h / (unit * 1.5))))
    cell = w / columns
    return boxes(
        [
            (x + cell * (i + 0.25), top + row * unit * 1.5, cell * 0.5, unit * 0.78)
            for row in range(rows)
            for i in range(columns)
            if rng.chance(0.55)
        ]
    )


def roofs(stage: Stage, towers: Sequence[Tower], rng: Rng, green: Colour, panel: Colour) -> None:
    """Put gardens, solar panels and tanks on some flat roofs."""
    unit, leaves, panels, tanks = stage.frame.unit, "", "", ""
    for tower in (t for t in towers if t.kind == "flat" and t.width > unit * 3):
        kind, y = rng.pick(("green", "solar", "tank", "")), tower.top
        if kind == "green":
            count = max(2, int(tower.width / (unit * 1.3)))
            leaves += "".join(
                oval(
                    tower.x + tower.width * (i + 0.5) / count,
                    y - unit * 0.35,
                    unit * 0.85,
                    unit * rng.between(0.6, 0.95),
                )
                for i in range(count)
            )
        elif kind == "solar":
            for i in range(3):
                x = tower.x + tower.width * (0.12 + 0.28 * i)
                panels += placed(((0, 0), (0.35, -0.7), (1.15, -0.7), (0.8, 0)), x, y, unit)
        elif kind == "tank":
            x = tower.x + tower.width * 0.3
            tanks += boxes([(x, y - unit * 1.5, unit * 1.4, unit * 1.5)])
            tanks += placed(((-0.15, -1.5), (0.7, -2.2), (1.55, -1.5)), x, y, unit)
    stage.canvas.path(leaves, green)
    stage.canvas.path(panels, panel)
    stage.canvas.path(tanks, stage.palette.depth(0.75))


def draw(
    stage: Stage,
    towers: Sequence[Tower],
    rng: Rng,
    tones: Sequence[Colour],
    glass: Colour,
    *,
    alpha: float = 0.7,
    drop: float = 0.07,
) -> None:
    """Draw a row of towers one after the other, so that neighbours stay apart by tone."""
    canvas, side, unit = stage.canvas, stage.frame.shaded, stage.frame.unit
    for i, tower in enumerate(towers):
        tone = tones[(i + rng.whole(0, 1)) % len(tones)]
        canvas.path(mast(tower), "none", stroke=tone, width=unit * 0.32)
        canvas.path(body(tower, side), tone)
        canvas.path(shade(tower, side), tone.lighter(-drop))
        if alpha:
            canvas.path(windows(tower, rng, unit), glass, alpha=alpha)
