"""A town on a hill: terraces of houses under one crest, each town with its own outline."""

from __future__ import annotations

from dataclasses import dataclass

from ....kit.canvas import Point, num
from ....kit.chance import Rng
from ....kit.colour import Colour, lch
from ....kit.outlines import boxes, curve, polygon
from ... import light
from ...stage import Stage
from ..plants import flora
from . import castles, gables, houses

_STONE = lch(0.84, 0.04, 75)
_LONG = 0.3
CRESTS = {
    "church": "a church on top",
    "belfry": "a bell tower on top",
    "fort": "a castle on top",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Hill:
    """The hill: where its crest is, how far it reaches to either side, its top and its foot."""

    x: float
    left: float
    right: float
    top: float
    foot: float
    crest: float = 0.2
    """How broad the top is, as a share of the foot: a cone or a long back."""
    bend: float = 0.8

    def row(self, share: float) -> tuple[float, float, float]:
        """Give the left end, the right end and the y of a terrace, 0 at the crest."""
        spread = self.crest + (1 - self.crest) * share**self.bend
        y = self.top + (self.foot - self.top) * share
        return self.x - self.left * spread, self.x + self.right * spread, y


def draw(stage: Stage, top: float, foot: float) -> str:
    """Draw the hill, its crest and its houses; say what stands on top."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("hill")
    wide = min(unit * 46, frame.width * 0.44)
    hill = Hill(
        x=frame.x(rng.between(0.46, 0.66)),
        left=wide * rng.between(0.6, 1.2),
        right=wide * rng.between(0.6, 1.2),
        top=top,
        foot=foot,
        crest=rng.pick((0.14, 0.26, 0.4)),
        bend=rng.between(0.7, 1.2),
    )
    _ground(stage, hill)
    crest = rng.pick(tuple(CRESTS))
    _crown(stage, hill, crest)
    walls, roofs = gables.scheme(stage)
    rows = 6 if hill.crest < _LONG else 5
    for i in range(rows):
        t = (i + 0.55) / rows
        _greens(stage, rng, hill, t)
        _terrace(stage, rng, hill, t, (walls, roofs))
    if rng.chance(0.5):
        _rampart(stage, hill)
    return CRESTS[crest]


def _ground(stage: Stage, hill: Hill) -> None:
    """Paint the slope below the houses."""
    unit = stage.frame.unit
    outline = [(hill.x - hill.left * 1.7, hill.foot + unit * 2)]
    ends = [hill.row(share) for share in (1.0, 0.8, 0.6, 0.4, 0.22, 0.08)]
    outline += [(a - unit * 3, y + unit) for a, _, y in ends]
    outline.append((hill.x, hill.top - unit))
    outline += [(b + unit * 3, y + unit) for _, b, y in reversed(ends)]
    outline.append((hill.x + hill.right * 1.7, hill.foot + unit * 2))
    tone = light.turf(stage, 0.78)
    paint = stage.canvas.linear(((0, tone.mix(stage.palette.depth(0.4), 0.3)), (1, tone)))
    stage.canvas.path(curve(outline, tension=0.6) + "Z", paint)


def _crown(stage: Stage, hill: Hill, crest: str) -> None:
    unit, frame = stage.frame.unit, stage.frame
    y = hill.row(0.1)[2]
    stone = light.own(stage, _STONE, 0.85)
    wall, roof = lch(0.93, 0.03, 80), lch(0.56, 0.12, 35)
    snow = stage.palette.season == "winter"
    tall = min(unit * 24, frame.height * 0.28)
    if crest == "church":
        houses.church(stage, (hill.x, y), tall, wall, roof, depth=0.82, snow=snow)
    elif crest == "fort":
        kind = stage.rng("fort").pick(("towers", "keep"))
        castles.castle(stage, (hill.x, y), min(unit * 17, hill.left * 0.5), stone, kind)
    else:
        houses.long_house(stage, (hill.x + unit * 4.5, y), unit * 11, unit * 6, wall, roof, depth=0.85, snow=snow)
        _belfry(stage, (hill.x - unit * 2.5, y), tall * 0.95, stone)


def _belfry(stage: Stage, at: Point, height: float, tone: Colour) -> None:
    """A square bell tower, open at its top."""
    (x, y), w, side, canvas = at, height * 0.2, stage.frame.shaded, stage.canvas
    canvas.rect(x - w / 2, y - height * 0.86, w, height * 0.86, tone)
    half = x if side > 0 else x - w / 2
    canvas.rect(half, y - height * 0.86, w / 2, height * 0.86, tone.lighter(-0.06))
    bands = [(x - w * 0.58, y - height * t, w * 1.16, height * 0.025) for t in (0.87, 0.62, 0.36)]
    canvas.path(boxes(bands), tone.lighter(0.05))
    d = ""
    for dx in (-0.22, 0.22):
        cx, r = x + w * dx, w * 0.13
        d += (
            f"M{num(cx - r)} {num(y - height * 0.65)}v{num(-height * 0.1)}a{num(r)} {num(r)} "
            f"0 0 1 {num(r * 2)} 0v{num(height * 0.1)}Z"
        )
    canvas.path(d, tone.lighter(-0.28))
    roof = light.own(stage, lch(0.56, 0.12, 35), 0.85)
    canvas.path(polygon([(x - w * 0.62, y - height * 0.88), (x, y - height), (x + w * 0.62, y - height * 0.88)]), roof)


def _greens(stage: Stage, rng: Rng, hill: Hill, t: float) -> None:
    """Trees that look over the roofs of a terrace: round ones, and cypresses in the south."""
    left, right, y = hill.row(t)
    unit, depth = stage.frame.unit, 0.62 + 0.38 * t
    rounds: list[flora.Spot] = []
    slim: list[flora.Spot] = []
    for _ in range(int((right - left) / unit / 5)):
        spot = (rng.between(left - unit, right + unit), y - unit * 0.2, unit * rng.between(5, 7.5) * (0.6 + 0.4 * t))
        (slim if rng.chance(0.45) else rounds).append(spot)
    flora.rounds(stage, rounds, light.leaves(stage, depth))
    tall = [(x, y, h * 1.35) for x, y, h in slim]
    flora.poplars(stage, tall, light.needles(stage, depth))


def _terrace(stage: Stage, rng: Rng, hill: Hill, t: float, tones: tuple[tuple[Colour, ...], ...]) -> None:
    """One row of houses wall to wall, with a gap here and there."""
    left, right, y = hill.row(t)
    unit, size = stage.frame.unit, 0.66 + 0.44 * t
    x, panes = left, ""
    middle, half = (left + right) / 2, (right - left) / 2
    while x < right:
        w = unit * rng.between(3.6, 8.4) * size
        bow = ((x + w / 2 - middle) / half) ** 2 * unit * 3
        kind = rng.weighted((("gable", 3.0), ("eaves", 3.4), ("tower", 0.8), ("flat", 1.0)))
        h = unit * rng.between(4.4, 7.6) * size * (1.75 if kind == "tower" else 1)
        if kind == "tower":
            w = min(w, unit * 4.2 * size)
        if rng.chance(0.93):
            place = (x, y + bow + unit * rng.between(-0.5, 0.7), w, h)
            panes += _block(stage, kind, place, (rng.pick(tones[0]), rng.pick(tones[1])), 0.7 + 0.3 * t)
        x += w * rng.between(0.94, 1.04) + (unit * 2.4 if rng.chance(0.12) else 0)
    warm = stage.palette.hour in ("dusk", "night")
    glass = light.pane(stage, tones[0][0]) if warm else light.own(stage, lch(0.46, 0.05, 250), 0.85)
    stage.canvas.path(panes, glass)


def _block(
    stage: Stage,
    kind: str,
    place: tuple[float, float, float, float],
    tones: tuple[Colour, Colour],
    depth: float,
) -> str:
    """Draw one small house; give its windows, for a terrace paints them all at once."""
    (x, y, w, h), canvas, side = place, stage.canvas, stage.frame.shaded
    wall, roof = houses.plaster(stage, tones[0], depth), light.own(stage, tones[1], depth)
    top, over = y - h, w * 0.06
    canvas.rect(x, top, w, h + stage.frame.unit * 1.5, wall)
    part = w * 0.28
    edge = x + w - part if side > 0 else x
    canvas.rect(edge, top, part, h + stage.frame.unit * 1.5, wall.lighter(-0.055))
    rise = {"gable": 0.5, "eaves": 0.34, "tower": 0.75, "flat": 0.0}[kind] * w
    if stage.palette.season == "winter":
        roof = light.snow_lit(stage).mix(roof, 0.12)
    if kind == "flat":
        canvas.rect(x - over, top - over, w + over * 2, over * 2, wall.lighter(-0.09))
    else:
        ridge = x + w * (0.5 - 0.3 * (kind == "eaves")), x + w * (0.5 + 0.3 * (kind == "eaves"))
        canvas.path(
            polygon(
                [(x - over, top + over), (ridge[0], top - rise), (ridge[1], top - rise), (x + w + over, top + over)]
            ),
            roof,
        )
        crest, outer = (ridge[1], x + w + over) if side > 0 else (ridge[0], x - over)
        canvas.path(
            polygon([(crest, top - rise), (outer, top + over), (crest - side * w * 0.12, top + over)]),
            roof.lighter(-0.06),
        )
    return _panes(stage, (x, top, w, h))


def _panes(stage: Stage, place: tuple[float, float, float, float]) -> str:
    (x, top, w, h), unit = place, stage.frame.unit
    columns, rows = max(1, round(w / unit / 2.3)), max(1, round(h / unit / 3))
    cell, line = w / columns, h / rows
    wide, tall = min(unit * 0.62, cell * 0.34), min(unit * 1.05, line * 0.46)
    return boxes(
        [
            (x + cell * (i + 0.5) - wide / 2, top + line * (row + 0.3), wide, tall)
            for i in range(columns)
            for row in range(rows)
        ]
    )


def _rampart(stage: Stage, hill: Hill) -> None:
    """A town wall along the foot of the hill, with its gate and two towers."""
    left, right, y = hill.row(1.0)
    unit, stone = stage.frame.unit, light.own(stage, _STONE.lighter(-0.04))
    foot = y + unit * 2.6
    teeth = [
        (left + i * unit * 1.3, foot - unit * 4.2, unit * 0.75, unit) for i in range(int((right - left) / unit / 1.3))
    ]
    stage.canvas.path(boxes([(left, foot - unit * 3.5, right - left, unit * 3.5), *teeth]), stone)
    for share in (0.0, 0.26, 0.8, 1.0):
        x = left + (right - left) * share
        stage.canvas.rect(x - unit * 1.7, foot - unit * 6, unit * 3.4, unit * 6, stone.lighter(0.03))
        shade = x if stage.frame.shaded > 0 else x - unit * 1.7
        stage.canvas.rect(shade, foot - unit * 6, unit * 1.7, unit * 6, stone.lighter(-0.04))
        crown = [(x - unit * 1.9 + unit * 1.1 * k, foot - unit * 6.8, unit * 0.65, unit * 0.9) for k in range(4)]
        stage.canvas.path(boxes(crown), stone.lighter(0.03))
