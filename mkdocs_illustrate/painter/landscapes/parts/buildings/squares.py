"""A market square: the town hall and its neighbours, a fountain, stalls."""

from __future__ import annotations

from ....kit.canvas import Point, num
from ....kit.chance import Rng
from ....kit.colour import lch
from ....kit.outlines import boxes, oval, placed, polygon, scaled
from ... import light
from ...stage import Stage
from . import gables, houses, old_town

_TOPS = (("pointed", 2.0), ("stepped", 1.4), ("bell", 1.0), ("hip", 1.4), ("mansard", 0.7))
_AWNINGS = (lch(0.62, 0.15, 28), lch(0.58, 0.1, 240), lch(0.6, 0.1, 155), lch(0.8, 0.12, 85))

_ONION = "M-0.56 0Q-0.7 -0.6 -0.16 -0.84V-1.1Q0 -1.16 0 -1.6Q0 -1.16 0.16 -1.1V-0.84Q0.7 -0.6 0.56 0Z"
"""The roof of a town hall's tower, in shares of its width."""
_TABLE, _CHAIRS = (
    "M0 0v-1.02M-0.24 -0.36h0.48M-0.14 0h0.28",
    "M-0.5 -0.5V0M-0.5 -0.22h0.2V0M0.5 -0.5V0M0.5 -0.22h-0.2V0",
)


def row(stage: Stage, foot: float, *, skip: tuple[float, float] = (0, 0), grow: float = 1.0) -> None:
    """Stand old houses wall to wall along the square, all but where something else stands."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("old row")
    walls, roofs = gables.scheme(stage)
    grow *= 1.3 if frame.tall else 1.0
    x, last = -unit * rng.between(1, 6), ""
    while x < frame.width:
        w = unit * rng.between(8.5, 13)
        if x < skip[1] and x + w > skip[0]:  # fill the row up to it, and go on behind it
            w = skip[0] - x
            if w < unit * 4:
                x = skip[1]
                continue
        edge = abs((x + w / 2) / frame.width - 0.5) * 2
        h = unit * rng.between(13, 19) * (0.86 + 0.24 * edge) * grow
        top = rng.weighted(tuple(item for item in _TOPS if item[0] != last))
        ground = rng.weighted((("door", 1.2), ("arcade", 1.0), ("shop", 1.4)))
        look = gables.Front(
            wall=rng.pick(walls), roof=rng.pick(roofs), top=top, ground=ground, awning=rng.pick(_AWNINGS)
        )
        gables.front(stage, rng, (x + w / 2, foot), (w, h), look)
        x, last = x + w, top


def behind(stage: Stage, foot: float) -> None:
    """Let a second row of roofs look over the first, pale in the haze."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("behind")
    grow, x = (1.3 if frame.tall else 1.0), -unit * 4
    walls, roofs = gables.scheme(stage)
    while x < frame.width:
        w = unit * rng.between(8, 13)
        top = foot - unit * rng.between(16, 22) * grow
        wall, roof = (
            houses.plaster(stage, rng.pick(walls), 0.6),
            light.own(stage, rng.pick(roofs), 0.7),
        )
        stage.canvas.rect(x, top, w, foot - top, wall)
        rise = w * rng.between(0.4, 0.7)
        stage.canvas.path(polygon([(x - unit * 0.5, top), (x + w / 2, top - rise), (x + w + unit * 0.5, top)]), roof)
        x += w * rng.between(1.0, 1.5)


def town_hall(stage: Stage, at: Point, width: float) -> None:
    """Draw a town hall over an arcade, its clock tower in the middle or at a corner."""
    (x, foot), w, canvas, rng = at, width, stage.canvas, stage.rng("town hall")
    walls, roofs = gables.scheme(stage)
    look = gables.Front(wall=walls[0], roof=roofs[0], top="mansard", ground="arcade")
    shift = rng.pick((0.0, 0.0, -0.36, 0.36)) * w
    tower = w * 0.24
    gables.front(stage, rng, (x, foot), (w, w * 0.62), look)
    wall, roof = houses.plaster(stage, walls[0]).lighter(0.015), light.own(stage, roofs[0])
    left, top = x + shift - tower / 2, foot - w * rng.between(1.12, 1.3)
    canvas.rect(left, top, tower, foot - w * 0.34 - top, wall)
    shade = left + tower * 0.6 if stage.frame.shaded > 0 else left
    canvas.rect(shade, top, tower * 0.4, foot - w * 0.34 - top, wall.lighter(-0.06))
    canvas.rect(left - tower * 0.08, top, tower * 1.16, tower * 0.12, wall.lighter(-0.1))
    canvas.circle(x + shift, top + tower * 0.62, tower * 0.34, light.own(stage, lch(0.98, 0.01, 85)))
    canvas.path(
        f"M{num(x + shift)} {num(top + tower * 0.62)}v{num(-tower * 0.24)}m0 "
        f"{num(tower * 0.24)}l{num(tower * 0.16)} {num(tower * 0.08)}",
        "none",
        stroke=stage.palette.ink,
        width=tower * 0.06,
    )
    slits = [(x + shift + tower * (dx - 0.07), top + tower * 1.25, tower * 0.14, tower * 0.42) for dx in (-0.2, 0.2)]
    canvas.path(boxes(slits), light.pane(stage, wall))
    _spire(stage, (x + shift, top), tower, rng, roof.hex)


def _spire(stage: Stage, at: Point, tower: float, rng: Rng, roof: str) -> None:
    """Close the tower: a point, or an onion."""
    (x, y), t, canvas = at, tower, stage.canvas
    if rng.chance(0.5):
        canvas.path(placed(((-0.62, 0), (0, -1.7), (0.62, 0)), x, y, t), roof)
        top = y - t * 1.7
    else:
        canvas.path(
            scaled(_ONION, x, y, t),
            roof,
        )
        top = y - t * 1.55
    canvas.path(f"M{num(x)} {num(top)}v{num(-t * 0.6)}", "none", stroke=stage.palette.near, width=t * 0.06)
    canvas.path(
        scaled("M0 -0.6h0.55l-0.14 0.16 0.14 0.16H0Z", x, top, t),
        stage.palette.accent,
    )


def fountain(stage: Stage, at: Point, width: float) -> None:
    """Draw a fountain: a round basin, a column, water that falls both ways."""
    (x, y), w, canvas = at, width, stage.canvas
    stone = light.own(stage, lch(0.82, 0.02, 80))
    canvas.ellipse(x, y + w * 0.02, w * 0.56, w * 0.07, stone.lighter(-0.14))
    canvas.path(
        scaled("M-0.5 -0.2h1l-0.05 0.2a0.45 0.05 0 0 1 -0.9 0Z", x, y, w),
        stone,
    )
    canvas.ellipse(x, y - w * 0.2, w * 0.5, w * 0.075, stone.lighter(0.06))
    canvas.ellipse(x, y - w * 0.195, w * 0.44, w * 0.055, light.sea(stage)[1])
    canvas.path(
        boxes([(x - w * 0.055, y - w * 0.72, w * 0.11, w * 0.54)])
        + placed(((-0.2, -0.56), (0.2, -0.56), (0.08, -0.48), (-0.08, -0.48)), x, y, w)
        + oval(x, y - w * 0.76, w * 0.075, w * 0.08),
        stone.lighter(-0.05),
    )
    jets = "".join(
        f"M{num(x + s * w * 0.06)} {num(y - w * 0.58)}Q{num(x + s * w * 0.28)} "
        f"{num(y - w * 0.72)} {num(x + s * w * 0.34)} {num(y - w * 0.2)}"
        for s in (-1, 1)
    )
    white = light.own(stage, lch(0.95, 0.02, 225))
    canvas.path(jets, "none", stroke=white, width=w * 0.03, line_alpha=0.85)


def stalls(stage: Stage, foot: float, *, count: int) -> None:
    """Set up market stalls on the square, near ones larger."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("stalls")
    places = ((0.3, 0.42, 12.0), (0.73, 0.34, 10.5), (0.92, 0.3, 10.0))
    for share, deep, size in sorted(places[:count], key=lambda place: place[1]):
        x = frame.x(share + rng.between(-0.02, 0.02))
        old_town.stall(stage, (x, foot + (frame.height - foot) * deep), unit * size)


def cafe(stage: Stage, at: Point, size: float) -> None:
    """Set out two tables under parasols, chairs beside them."""
    (x, y), s, canvas = at, size, stage.canvas
    iron = stage.palette.near.mix(stage.palette.middle, 0.15)
    cloth = light.own(stage, stage.rng("cafe").pick(_AWNINGS))
    for dx in (-0.62, 0.62):
        c = x + dx * s
        canvas.path(
            scaled(_TABLE + _CHAIRS, c, y, s),
            "none",
            stroke=iron,
            width=s * 0.05,
        )
        canvas.path(placed(((-0.62, -0.84), (0, -1.16), (0.62, -0.84)), c, y, s), cloth)
        canvas.path(
            placed(((-0.2, -0.84), (0, -1.16), (0.2, -0.84)), c, y, s),
            light.own(stage, lch(0.97, 0.01, 85)),
        )


def tubs(stage: Stage, foot: float, shares: tuple[float, ...]) -> None:
    """Put flower tubs along the houses."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("tubs")
    clay, green = light.own(stage, lch(0.6, 0.1, 42)), light.leaves(stage)
    pots, leaves, blooms = "", "", ""
    for share in shares:
        x, y = frame.x(share), foot + unit * 1.5
        pots += placed(((-0.9, -1.3), (0.9, -1.3), (0.65, 0), (-0.65, 0)), x, y, unit)
        for i in range(4):
            cx, cy = x + unit * (i - 1.5) * 0.5, y - unit * rng.between(1.5, 2.2)
            leaves += oval(cx, cy, unit * 0.55, unit * 0.6)
            blooms += oval(cx + unit * 0.1, cy - unit * 0.2, unit * 0.2, unit * 0.2)
    stage.canvas.path(leaves, green)
    stage.canvas.path(blooms, light.own(stage, lch(0.8, 0.13, 10)))
    stage.canvas.path(pots, clay)
