"""Low houses and what stands among them. `at` is the middle of the foot."""

# ruff: noqa: PLR0917  a thing is its place, size and tone, and they are read in order

from __future__ import annotations

from ....kit.canvas import Point, num
from ....kit.colour import Colour, lch
from ....kit.outlines import boxes, oval, placed, polygon, scaled, sector
from ... import light
from ...stage import Stage

_CROSS = "M0 0v-0.07m-0.018 0.025h0.036"
"""In shares of the church's height."""
_CLOCK_HANDS = "M0 0v-0.16m0 0.16h0.1"
"""In shares of its tower's width."""


def plaster(stage: Stage, colour: Colour, depth: float = 1.0) -> Colour:
    """Give a wall's colour: after sunset darker than its windows, however white it is."""
    share, down = {"dusk": (0.16, 0.09), "night": (0.3, 0.0)}.get(stage.palette.hour, (0.0, 0.0))
    return light.own(stage, colour, depth).mix(stage.palette.middle, share).lighter(-down)


def house(
    stage: Stage,
    at: Point,
    width: float,
    height: float,
    wall: Colour,
    roof: Colour,
    *,
    depth: float = 1.0,
    snow: bool = False,
    rows: int = 2,
    columns: int = 2,
) -> None:
    """Draw a house with its gable to the street: wall, shaded part, roof, windows, door."""
    canvas, side = stage.canvas, stage.frame.shaded
    x, y = at[0] - width / 2, at[1]
    top, peak = y - height, y - height - width * 0.55
    tone, tile = plaster(stage, wall, depth), light.own(stage, roof, depth)
    gable = [(x, y), (x, top), (at[0], peak), (x + width, top), (x + width, y)]
    canvas.path(polygon(gable), tone)
    edge = x + width if side > 0 else x
    inner = at[0] + side * width * 0.12
    canvas.path(polygon([(edge, y), (edge, top), (inner, peak + width * 0.13), (inner, y)]), tone.lighter(-0.06))
    rim = width * 0.1
    eaves = [
        (x - rim, top + rim * 0.9),
        (at[0], peak - rim * 0.2),
        (x + width + rim, top + rim * 0.9),
    ]
    canvas.line(eaves, tile, rim * 1.5)
    if snow:
        canvas.line([(px, py - rim * 0.7) for px, py in eaves], light.snow_lit(stage), rim)
    _front(stage, (x, top, width, height), tone, rows, columns)


def _front(stage: Stage, place: tuple[float, float, float, float], tone: Colour, rows: int, columns: int) -> None:
    x, top, w, h = place
    glass = light.pane(stage, tone)
    cell, line = w / columns, h / rows
    size = min(cell * 0.36, line * 0.4)
    panes, frames = [], []
    for row in range(rows):
        for i in range(columns):
            cx, cy = x + cell * (i + 0.5), top + line * (row + 0.48)
            if row == rows - 1 and i == columns // 2:
                continue
            frames.append((cx - size * 0.62, cy - size * 0.74, size * 1.24, size * 1.5))
            panes.append((cx - size * 0.46, cy - size * 0.58, size * 0.4, size * 1.16))
            panes.append((cx + size * 0.06, cy - size * 0.58, size * 0.4, size * 1.16))
    stage.canvas.path(boxes(frames), tone.lighter(0.09 if tone.light < 0.8 else -0.13))
    stage.canvas.path(boxes(panes), glass)
    door = x + cell * (columns // 2 + 0.5)
    stage.canvas.path(
        boxes([(door - size * 0.55, top + h - line * 0.72, size * 1.1, line * 0.72)]),
        tone.mix(stage.palette.near, 0.62),
    )


def long_house(
    stage: Stage,
    at: Point,
    width: float,
    height: float,
    wall: Colour,
    roof: Colour,
    *,
    depth: float = 1.0,
    snow: bool = False,
    rows: int = 1,
) -> None:
    """Draw a house with its eaves to the street: a broad roof, a row of windows, a chimney."""
    canvas, side = stage.canvas, stage.frame.shaded
    x, top = at[0] - width / 2, at[1] - height
    tone, tile = plaster(stage, wall, depth), light.own(stage, roof, depth)
    rise, rim = height * 0.75, width * 0.05
    pipe = at[0] - side * width * 0.22
    canvas.rect(pipe, top - rise - height * 0.2, width * 0.09, height * 0.6, tone.lighter(-0.12))
    canvas.rect(x, top, width, height, tone)
    canvas.rect(x + (width * 0.72 if side > 0 else 0), top, width * 0.28, height, tone.lighter(-0.06))
    plane = [
        (x - rim, top + rim * 0.4),
        (x + width * 0.12, top - rise),
        (x + width * 0.88, top - rise),
        (x + width + rim, top + rim * 0.4),
    ]
    canvas.path(polygon(plane), tile)
    cut = plane[2][0] if side > 0 else plane[1][0]
    edge = plane[3][0] if side > 0 else plane[0][0]
    canvas.path(
        polygon([(cut, top - rise), (edge, top + rim * 0.4), (cut - side * width * 0.2, top + rim * 0.4)]),
        tile.lighter(-0.06),
    )
    if snow:
        canvas.path(polygon(_snowed(plane, at[0], rise)), light.snow_lit(stage))
    _front(stage, (x, top, width, height), tone, rows, max(3, int(width / height * 2 * rows)))


def _snowed(plane: list[Point], middle: float, rise: float) -> list[Point]:
    """Give what snow covers of a roof: all but its lowest tiles."""
    down = (0.35, 0.06, 0.06, 0.35)
    return [(x + (middle - x) * 0.04, y - rise * share) for (x, y), share in zip(plane, down, strict=True)]


def cabin(stage: Stage, at: Point, width: float, *, snow: bool = False) -> None:
    """Draw a log cabin."""
    long_house(stage, at, width, width * 0.42, lch(0.58, 0.09, 50), lch(0.40, 0.07, 25), snow=snow)


def church(
    stage: Stage,
    at: Point,
    height: float,
    wall: Colour,
    roof: Colour,
    *,
    depth: float = 1.0,
    snow: bool = False,
) -> None:
    """Draw a church: a nave, and a tower with a pointed roof on the side of the light."""
    canvas, side = stage.canvas, stage.frame.shaded
    tone, tile = plaster(stage, wall, depth), light.own(stage, roof, depth)
    w = height * 0.19
    long_house(stage, (at[0] + side * w * 1.5, at[1]), w * 2.6, height * 0.27, wall, roof, depth=depth, snow=snow)
    x, top = at[0] - w / 2, at[1] - height * 0.6
    canvas.rect(x, top, w, height * 0.6, tone)
    canvas.rect(x + (w * 0.6 if side > 0 else 0), top, w * 0.4, height * 0.6, tone.lighter(-0.07))
    tip = (at[0], at[1] - height)
    canvas.path(polygon([(x - w * 0.12, top), tip, (x + w * 1.12, top)]), tile)
    canvas.path(polygon([(at[0] + side * w * 0.12, top), tip, (at[0] + side * w * 0.62, top)]), tile.lighter(-0.07))
    canvas.path(scaled(_CROSS, *tip, height), "none", stroke=tile, width=height * 0.012)
    dark = tone.mix(stage.palette.near, 0.6)
    canvas.circle(at[0], top + w * 0.5, w * 0.22, light.own(stage, stage.palette.paper, depth))
    canvas.path(scaled(_CLOCK_HANDS, at[0], top + w * 0.5, w), "none", stroke=dark, width=w * 0.05)
    glass = [(at[0] - w * 0.13, top + w * (1.1 + 0.75 * i), w * 0.26, w * 0.42) for i in range(2)]
    canvas.path(
        boxes(glass) + "".join(sector(gx + w * 0.13, gy, w * 0.13, 180, 360) for gx, gy, _, _ in glass),
        light.pane(stage, tone),
    )


def fire(stage: Stage, at: Point, height: float) -> None:
    """Draw a camp fire with a small glow."""
    canvas, (x, y), h = stage.canvas, at, height
    canvas.glow(x, y - h * 0.4, h * 2.6, lch(0.85, 0.14, 70), 0.5)
    log = light.own(stage, lch(0.42, 0.07, 45))
    canvas.path(
        scaled("M-0.6 0l1.2 -0.24M0.6 0l-1.2 -0.24", x, y, h),
        "none",
        stroke=log,
        width=h * 0.18,
    )
    for size, colour in ((1.0, lch(0.68, 0.19, 40)), (0.6, lch(0.85, 0.15, 80))):
        s = h * size
        canvas.path(
            f"M{num(x)} {num(y - s)}Q{num(x + s * 0.55)} {num(y - s * 0.45)} "
            f"{num(x + s * 0.26)} {num(y - h * 0.1)}H{num(x - s * 0.26)}"
            f"Q{num(x - s * 0.5)} {num(y - s * 0.4)} {num(x)} {num(y - s)}Z",
            colour,
        )


def lamp(stage: Stage, at: Point, height: float) -> None:
    """Draw a street lamp, lit from dusk on."""
    canvas, (x, y), h = stage.canvas, at, height
    iron = stage.palette.near
    if stage.palette.hour in ("dusk", "night"):
        canvas.glow(x, y - h, h * 0.5, stage.palette.light, 0.6)
    canvas.path(f"M{num(x)} {num(y)}V{num(y - h * 0.94)}", "none", stroke=iron, width=h * 0.045)
    canvas.path(
        placed(((-0.07, -1.06), (0.07, -1.06), (0.045, -0.92), (-0.045, -0.92)), x, y, h),
        stage.palette.light,
    )
    canvas.path(
        placed(((-0.09, -1.05), (0, -1.14), (0.09, -1.05)), x, y, h) + oval(x, y, h * 0.07, h * 0.025),
        iron,
    )
