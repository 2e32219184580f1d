"""What grows: trees, bushes, grass, flowers. Many plants of one kind are two or three paths."""

from __future__ import annotations

from collections.abc import Sequence

from ....kit.canvas import Point, num
from ....kit.chance import Rng
from ....kit.colour import Colour, lch
from ....kit.outlines import half_oval, oval, polygon, scaled
from ... import backdrop, light
from ...stage import Stage

Spot = tuple[float, float, float]
"""Where the foot stands (x, y), and how tall it is."""


def along(rng: Rng, line: Sequence[Point], count: int, size: tuple[float, float], *, sink: float = 0) -> Sequence[Spot]:
    """Stand plants on an outline at uneven distances, in loose groups."""
    left, right = line[0][0], line[-1][0]
    spots = []
    for i in range(count):
        x = left + (right - left) * (i + rng.between(0.1, 0.9)) / count
        if rng.chance(0.82):
            spots.append((x, backdrop.height_at(list(line), x) + sink, rng.between(*size)))
    return spots


def _fir(x: float, y: float, h: float, side: int) -> list[Point]:
    """One side of a fir, from its tip down: three skirts."""
    points = [(x, y - h)]
    for reach, low, inner in ((0.13, 0.62, 0.07), (0.18, 0.36, 0.1), (0.23, 0.08, 0.0)):
        points += [(x + side * h * reach, y - h * low)]
        points += [(x + side * h * inner, y - h * (low + 0.03))] if inner else [(x, y - h * 0.08)]
    return points


def firs(stage: Stage, spots: Sequence[Spot], colour: Colour, *, fine: bool = True, snow: bool = False) -> None:
    """Draw firs; far ones need neither trunk nor shade (`fine`)."""
    canvas, side = stage.canvas, stage.frame.shaded
    if not fine:
        canvas.path("".join(_cone(*spot) for spot in spots), colour)
        return
    trunks = "".join(f"M{num(x)} {num(y)}v{num(-h * 0.2)}" for x, y, h in spots)
    width = max((h for _, _, h in spots), default=0) * 0.045
    canvas.path(trunks, "none", stroke=colour.lighter(-0.12), width=width, cap="butt")
    lit, dark = colour, colour.lighter(-0.075)
    canvas.path("".join(polygon(_fir(*spot, -side)) for spot in spots), lit)
    canvas.path("".join(polygon(_fir(*spot, side)) for spot in spots), dark)
    if snow:
        _snow_caps(stage, spots)


def _cone(x: float, y: float, h: float) -> str:
    w = h * 0.19
    return f"M{num(x)} {num(y - h)}l{num(w)} {num(h)}h{num(-2 * w)}Z"


def _snow_caps(stage: Stage, spots: Sequence[Spot]) -> None:
    white = light.snow_lit(stage)
    d = ""
    for x, y, h in spots:
        for reach, low in ((0.075, 0.77), (0.12, 0.5), (0.165, 0.23)):
            w, top = h * reach, y - h * (low + 0.16)
            d += polygon([(x, top), (x + w, y - h * low), (x, y - h * (low + 0.05)), (x - w, y - h * low)])
    stage.canvas.path(d, white)


def rounds(stage: Stage, spots: Sequence[Spot], colour: Colour, *, slim: float = 1.0) -> None:
    """Draw round trees: a trunk, a crown, its shaded half and a touch of light."""
    canvas, side = stage.canvas, stage.frame.shaded
    bark = light.own(stage, Colour(0.42, 0.03, 0.03)).mix(colour, 0.35).lighter(-0.06)
    trunks, crowns, shades, lights = "", "", "", ""
    for x, y, h in spots:
        ry, rx = h * 0.36, h * 0.31 * slim
        cy = y - h + ry
        trunks += f"M{num(x)} {num(y)}V{num(cy)}M{num(x)} {num(y - h * 0.3)}l{num(h * 0.09)} "
        trunks += num(-h * 0.12)
        crowns += oval(x, cy, rx, ry)
        shades += half_oval(x, cy, rx, ry, side)
        lights += oval(x - side * rx * 0.42, cy - ry * 0.3, rx * 0.28, ry * 0.26)
    width = max((h for _, _, h in spots), default=0) * 0.055
    canvas.path(trunks, "none", stroke=bark, width=width)
    canvas.path(crowns, colour)
    canvas.path(shades, colour.lighter(-0.06))
    canvas.path(lights, colour.lighter(0.07))


def poplars(stage: Stage, spots: Sequence[Spot], colour: Colour) -> None:
    """Draw slim upright trees."""
    side = stage.frame.shaded
    crowns = "".join(oval(x, y - h * 0.55, h * 0.13, h * 0.47) for x, y, h in spots)
    shades = "".join(half_oval(x, y - h * 0.55, h * 0.13, h * 0.47, side) for x, y, h in spots)
    trunks = "".join(f"M{num(x)} {num(y)}v{num(-h * 0.2)}" for x, y, h in spots)
    width = max((h for _, _, h in spots), default=0) * 0.05
    stage.canvas.path(trunks, "none", stroke=colour.lighter(-0.14), width=width)
    stage.canvas.path(crowns, colour)
    stage.canvas.path(shades, colour.lighter(-0.065))


def bushes(stage: Stage, spots: Sequence[Spot], colour: Colour) -> None:
    """Draw low round shrubs with a lighter top: hedges when they stand close."""
    body = "".join(scaled("M-1 0.12a1 1 0 0 1 2 0Z", x, y, h) for x, y, h in spots)
    tops = "".join(oval(x - h * 0.2, y - h * 0.5, h * 0.42, h * 0.26) for x, y, h in spots)
    stage.canvas.path(body, colour)
    stage.canvas.path(tops, colour.lighter(0.06))


def grass(stage: Stage, spots: Sequence[Spot], colour: Colour) -> None:
    """Draw tufts of three blades as one path."""
    d = ""
    for x, y, h in spots:
        for lean, size in ((-0.5, 0.75), (0.05, 1.0), (0.5, 0.7)):
            tip = (x + h * lean * 0.7, y - h * size)
            w = h * 0.09
            d += f"M{num(x - w)} {num(y)}Q{num(x)} {num(y - h * 0.5)} {num(tip[0])} {num(tip[1])}"
            d += f"Q{num(x + w)} {num(y - h * 0.4)} {num(x + w)} {num(y)}Z"
    stage.canvas.path(d, colour)


def reeds(stage: Stage, spots: Sequence[Spot], colour: Colour) -> None:
    """Draw reeds with brown heads."""
    stalks, heads = "", ""
    for x, y, h in spots:
        for dx, size in ((-0.16, 0.8), (0.0, 1.0), (0.14, 0.7)):
            tip = x + h * dx * 1.3
            stalks += f"M{num(x + h * dx * 0.5)} {num(y)}L{num(tip)} {num(y - h * size)}"
            heads += oval(tip, y - h * size, h * 0.035, h * 0.12)
    width = max((h for _, _, h in spots), default=0) * 0.03
    stage.canvas.path(stalks, "none", stroke=colour, width=width)
    stage.canvas.path(heads, light.own(stage, Colour(0.45, 0.05, 0.05)))


def flowers(stage: Stage, spots: Sequence[Spot], colours: Sequence[Colour]) -> None:
    """Sprinkle dots of bloom, one path a colour."""
    for i, colour in enumerate(colours):
        mine = spots[i :: len(colours)]
        stage.canvas.path("".join(oval(x, y, h, h) for x, y, h in mine), colour)


def palm(stage: Stage, at: Point, height: float, colour: Colour, lean: float = 0.2) -> None:
    """Draw a palm with a bent trunk."""
    x, y = at
    top = (x + height * lean, y - height * 0.8)
    bark = light.own(stage, Colour(0.55, 0.03, 0.06))
    d = f"M{num(x)} {num(y)}Q{num(x)} {num(y - height * 0.5)} {num(top[0])} {num(top[1])}"
    stage.canvas.path(d, "none", stroke=bark, width=height * 0.05)
    for side in (-1, 1):
        fronds = ""
        for reach, drop in ((0.42, 0.16), (0.36, -0.06), (0.2, -0.2), (0.26, 0.32)):
            tip = (top[0] + side * height * reach, top[1] + height * drop)
            bend = (
                top[0] + side * height * reach * 0.6,
                top[1] - height * 0.18 + height * drop / 2,
            )
            low = (bend[0], bend[1] + height * 0.1)
            fronds += f"M{num(top[0])} {num(top[1])}Q{num(bend[0])} {num(bend[1])} {num(tip[0])} "
            fronds += f"{num(tip[1])}Q{num(low[0])} {num(low[1])} {num(top[0])} {num(top[1])}Z"
        stage.canvas.path(fronds, colour.lighter(-0.05 if side == stage.frame.shaded else 0.03))


def trunks(stage: Stage, spots: Sequence[Spot], colour: Colour, *, width: float, top: float = -4) -> None:
    """Stand straight trunks that leave the frame at its top, the shaded side darker."""
    side, body, shade = stage.frame.shaded, "", ""
    for x, y, h in spots:
        w = width * h
        body += polygon([(x - w * 0.7, y), (x - w * 0.42, top), (x + w * 0.42, top), (x + w * 0.7, y)])
        shade += polygon(
            [(x + side * w * 0.1, y), (x + side * w * 0.06, top), (x + side * w * 0.42, top), (x + side * w * 0.7, y)]
        )
    stage.canvas.path(body, colour)
    stage.canvas.path(shade, colour.lighter(-0.05))


def litter(stage: Stage, line: list[Point]) -> None:
    """Leaves or flowers on the ground."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("litter")
    tints = {
        "autumn": (lch(0.68, 0.16, 50), lch(0.80, 0.14, 80), lch(0.60, 0.16, 35)),
        "spring": (lch(0.95, 0.03, 100), lch(0.75, 0.11, 300), lch(0.88, 0.14, 98)),
        "summer": (lch(0.90, 0.10, 105), lch(0.8, 0.13, 130), lch(0.95, 0.03, 100)),
    }
    colours = tints.get(stage.palette.season)
    if colours is None:
        return
    spots = []
    for _ in range(80):
        x = rng.between(0, frame.width)
        top = backdrop.height_at(line, x) + unit
        spots.append((x, top + (frame.height - top) * rng.unit(), unit * rng.between(0.2, 0.36)))
    flowers(stage, spots, [light.own(stage, tint) for tint in colours])


def marks(stage: Stage, spots: Sequence[Spot], width: float) -> None:
    """Draw the black marks of birches."""
    rng, d = stage.rng("marks"), ""
    for x, y, h in spots:
        w = width * h
        for _ in range(11):
            at = y * rng.unit() ** 0.8
            side = rng.pick((-1, 1))
            long = w * rng.between(0.2, 0.5)
            d += f"M{num(x + side * w * 0.44)} {num(at)}h{num(-side * long)}"
    ink = stage.palette.near.mix(stage.palette.middle, 0.2)
    stage.canvas.path(d, "none", stroke=ink, width=width * 0.13, line_alpha=0.8)
