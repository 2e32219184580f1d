"""What stands and lies along a quay: rows of houses, stacks of containers, moored boats, a mole."""

from __future__ import annotations

from ....kit.canvas import num
from ....kit.chance import Rng
from ....kit.colour import Colour, lch
from ....kit.outlines import boxes, placed
from ... import light
from ...stage import Stage
from ..land.cliffs import beacon
from ..traffic import ships, vehicles
from . import houses

Front = tuple[float, float, Colour]
"""Left, width and tone of a house: what mirrors in the water."""
FRONTS = (
    lch(0.80, 0.10, 30),
    lch(0.87, 0.10, 88),
    lch(0.78, 0.08, 230),
    lch(0.95, 0.02, 85),
    lch(0.80, 0.08, 160),
    lch(0.68, 0.14, 25),
    lch(0.84, 0.07, 350),
    lch(0.62, 0.09, 245),
)
HULLS = (lch(0.52, 0.13, 245), lch(0.60, 0.12, 165), lch(0.95, 0.02, 85), lch(0.82, 0.12, 88))
_CONTAINERS = (
    lch(0.62, 0.12, 235),
    lch(0.70, 0.12, 45),
    lch(0.72, 0.10, 165),
    lch(0.82, 0.12, 88),
    lch(0.58, 0.13, 20),
    lch(0.90, 0.02, 240),
)
_ROOF_HUES = (30.0, 30.0, 260.0, 15.0)
_MOLE = ((-9, 0), (-7, -1.8), (7, -1.8), (9, 0))
_MOORED = ((0.90, 5, 17), (0.70, 5.6, 12), (0.52, 5.2, 15))
"""Share of the width, units below the quay, length in units."""
_YACHTS = ((5, 27), (10, 35))
"""Two rows of them: units below the quay, height in units."""


def terrace(stage: Stage, rng: Rng, quay: float, start: float, *, depth: float, size: float) -> list[Front]:
    """A row of gabled houses from a share of the width to the edge; give their fronts."""
    frame, unit, snow = stage.frame, stage.frame.unit, stage.palette.season == "winter"
    x, turn, fronts = start, rng.whole(0, 6), []
    while x < 1.08:
        w = unit * rng.between(7, 9.6)
        wall, high = FRONTS[turn % len(FRONTS)], unit * rng.between(10, 17) * size
        roof, middle = lch(0.48, 0.11, rng.pick(_ROOF_HUES)), frame.x(x + w / frame.width / 2)
        houses.house(stage, (middle, quay), w, high, wall, roof, depth=depth, rows=3, snow=snow)
        fronts.append((middle - w / 2, w, light.own(stage, wall, depth)))
        x += w / frame.width * 1.01
        turn += rng.whole(1, 3)
    return fronts


def containers(stage: Stage, rng: Rng, quay: float, reach: tuple[float, float]) -> None:
    """Containers on the quay, three high at most, as one path a colour."""
    unit, (start, end) = stage.frame.unit, reach
    wide, high = unit * 6, unit * 2.5
    by_colour: dict[int, list[tuple[float, float, float, float]]] = {i: [] for i in range(len(_CONTAINERS))}
    for i in range(int((end - start) / wide) + 1):
        for row in range(rng.whole(1, 3)):
            place = (start + wide * 1.03 * i, quay - high * (row + 1) - unit * 0.2, wide, high * 0.95)
            by_colour[rng.whole(0, len(_CONTAINERS) - 1)].append(place)
    ribs = ""
    for i, places in by_colour.items():
        stage.canvas.path(boxes(places), light.own(stage, _CONTAINERS[i], 0.95))
        ribs += "".join(
            f"M{num(x + w * k / 6)} {num(y + h * 0.15)}v{num(h * 0.7)}" for x, y, w, h in places for k in range(1, 6)
        )
    stage.canvas.path(ribs, "none", stroke=stage.palette.near, width=unit * 0.16, line_alpha=0.22, cap="butt")


def mole(stage: Stage, sea: float) -> None:
    """A stone mole far out, with a light on its head."""
    frame, unit = stage.frame, stage.frame.unit
    x, y = frame.x(0.18), sea + unit * 1.4
    stone = light.own(stage, lch(0.70, 0.02, 260)).mix(stage.palette.depth(0.4), 0.35)
    stage.canvas.path(placed(_MOLE, x, y, unit), stone)
    beacon(stage, (x, y - unit * 1.6), min(unit * 20, sea * 0.42))


def fishing_boats(stage: Stage, rng: Rng, quay: float) -> None:
    """Boats of all sizes at the quay, a rowing boat before them."""
    frame, unit = stage.frame, stage.frame.unit
    tints = rng.shuffled(HULLS)
    for tint, (share, drop, size) in zip(tints, _MOORED, strict=False):
        at = (frame.x(share), quay + unit * (drop + rng.between(-0.3, 0.3)))
        vehicles.trawler(stage, at, min(unit * size, frame.width * 0.2), light.own(stage, tint), mirror=frame.flip)
    low = (frame.x(0.72), frame.below(quay, 0.60))
    vehicles.rowboat(stage, low, unit * 15, light.own(stage, tints[3]), mirror=frame.flip)


def yachts(stage: Stage, rng: Rng, quay: float) -> None:
    """Yachts at their jetties, in two rows."""
    frame, unit = stage.frame, stage.frame.unit
    for row, (drop, size) in enumerate(_YACHTS):
        count = int(frame.width * 0.72 / unit / (13 + 6 * row))
        for i in range(count):
            at = (frame.x(0.34 + row * 0.2 + 0.72 * i / count), quay + unit * drop)
            hull = light.own(stage, rng.pick(HULLS))
            ships.yacht(stage, at, unit * size * rng.between(0.8, 1.1), (ships.HULL, hull), mirror=rng.chance(0.5))
