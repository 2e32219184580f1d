"""What is seen through a window: hills, roofs, the sea, mountains, a garden, a city."""

from __future__ import annotations

from collections.abc import Callable

from ....kit.canvas import num
from ....kit.chance import Rng
from ....kit.colour import lch
from ....kit.outlines import boxes, placed, polygon
from ... import light
from ...stage import Stage
from ..objects.sketch import TINTS
from ..plants import flora

Place = tuple[float, float, float, float]
"""Left, top, width, height."""


def view(stage: Stage, rng: Rng, place: Place) -> None:
    """What lies outside: sky, sun or moon, and one of many sights."""
    (x, y, w, h), palette, canvas = place, stage.palette, stage.canvas
    sky = palette.sky()
    stops = [(i / (len(sky) - 1), colour) for i, colour in enumerate(sky)]
    canvas.path(boxes([place]), canvas.linear(stops))
    if palette.night:
        spots = ((x + w * rng.unit(), y + h * 0.6 * rng.unit()) for _ in range(24))
        d = "".join(f"M{num(a)} {num(b)}h0" for a, b in spots)
        canvas.path(d, "none", stroke=palette.light, width=stage.frame.unit * 0.28)
    if rng.chance(0.75):
        at = x + w * rng.pick((0.26, 0.74)), y + h * rng.between(0.2, 0.4)
        canvas.circle(*at, min(w, h) * 0.11, palette.light)
    rng.pick(_VIEWS)(stage, rng, place)
    if palette.season == "winter":
        d = "".join(f"M{num(x + w * rng.unit())} {num(y + h * rng.unit())}h0" for _ in range(36))
        canvas.path(d, "none", stroke=lch(0.99, 0.005, 90), width=stage.frame.unit * 0.4)


def _hills(stage: Stage, rng: Rng, place: Place) -> None:
    x, y, w, h = place
    low = y + h
    for i, share in enumerate((0.2, 0.45)):
        base, bend = low - h * (0.36 - 0.14 * i), h * rng.between(0.08, 0.2)
        stage.canvas.path(
            f"M{num(x)} {num(base)}Q{num(x + w * (0.25 + 0.3 * i))} {num(base - bend)} "
            f"{num(x + w * 0.6)} {num(base)}T{num(x + w)} {num(base - bend * 0.4)}V{num(low)}"
            f"H{num(x)}Z",
            stage.palette.depth(share),
        )
    spots = [(x + w * share, low, h * rng.between(0.28, 0.42)) for share in (0.1, 0.74, 0.93)]
    flora.rounds(stage, spots, light.leaves(stage, 0.85))


def _roofs(stage: Stage, rng: Rng, place: Place) -> None:
    """Gables of a town, their windows lit in the evening."""
    x, y, w, h = place
    low, walls, tiles, panes = y + h, "", "", []
    for i in range(5):
        a, b = x + w * (i * 0.21 - 0.03), w * 0.2
        top = low - h * rng.between(0.24, 0.4)
        walls += polygon([(a, low), (a, top), (a + b / 2, top - b * 0.5), (a + b, top), (a + b, low)])
        tiles += f"M{num(a - b * 0.06)} {num(top)}L{num(a + b / 2)} {num(top - b * 0.55)}"
        tiles += f"L{num(a + b * 1.06)} {num(top)}"
        panes += [(a + b * k, top + b * 0.1, b * 0.18, b * 0.28) for k in (0.22, 0.6)]
    wall = stage.palette.depth(0.35)
    stage.canvas.path(walls, wall)
    stage.canvas.path(tiles, "none", stroke=stage.palette.depth(0.62), width=h * 0.035)
    stage.canvas.path(boxes(panes), light.pane(stage, wall))


def _sea(stage: Stage, rng: Rng, place: Place) -> None:
    (x, y, w, h), canvas = place, stage.canvas
    far, middle, _ = light.sea(stage)
    line = y + h * 0.66
    canvas.rect(x, line, w, h, middle)
    canvas.rect(x, line, w, h * 0.06, far)
    at, s = (x + w * rng.between(0.3, 0.7), line + h * 0.1), h * 0.2
    sail = placed(((0, -1), (0.6, -0.2), (0, -0.2)), at[0], at[1], s)
    hull = placed(((-0.4, -0.13), (0.6, -0.13), (0.4, 0), (-0.25, 0)), at[0], at[1], s)
    canvas.path(sail + hull, stage.palette.paper)


def _peaks(stage: Stage, rng: Rng, place: Place) -> None:
    (x, _, w, h), low = place, place[1] + place[3]
    rock, caps = "", ""
    for share, tall in ((0.12, 0.4), (0.85, 0.46), (0.5, 0.6)):
        tip, t = (x + w * (share + rng.between(-0.06, 0.06)), low - h * tall), h * tall
        rock += polygon([tip, (tip[0] + t * 0.8, low), (tip[0] - t * 0.8, low)])
        s = t * 0.34
        caps += polygon(
            [
                tip,
                (tip[0] + s * 0.8, tip[1] + s),
                (tip[0] + s * 0.3, tip[1] + s * 0.75),
                (tip[0], tip[1] + s * 1.1),
                (tip[0] - s * 0.35, tip[1] + s * 0.75),
                (tip[0] - s * 0.8, tip[1] + s),
            ]
        )
    stage.canvas.path(rock, stage.palette.depth(0.3))
    stage.canvas.path(caps, light.snow_lit(stage))
    spots = [(x + w * (0.04 + 0.1 * i), low + h * 0.02, h * rng.between(0.16, 0.28)) for i in range(10)]
    flora.firs(stage, spots, light.woods(stage, 0.7), fine=False)


def _garden(stage: Stage, rng: Rng, place: Place) -> None:
    """A hedge, a fence, sunflowers."""
    (x, _, w, h), low = place, place[1] + place[3]
    leaves = light.leaves(stage)
    flora.rounds(stage, [(x + w * 0.12, low, h * 0.6), (x + w * 0.9, low, h * 0.5)], leaves)
    flora.bushes(stage, [(x + w * i / 6, low - h * 0.1, w * 0.12) for i in range(7)], leaves.lighter(0.04))
    posts = [(x + w * i / 9, low - h * 0.17, w * 0.045, h * 0.2) for i in range(10)]
    fence = light.own(stage, lch(0.96, 0.01, 85))
    stage.canvas.path(boxes([*posts, (x, low - h * 0.12, w, h * 0.035)]), fence)
    if stage.palette.season == "winter":
        return
    blooms = [(x + w * rng.unit(), low - h * rng.between(0.1, 0.26), h * 0.028) for _ in range(12)]
    flora.flowers(stage, blooms, [light.own(stage, tint) for tint in (TINTS[0], TINTS[1], TINTS[4])])


def _skyline(stage: Stage, rng: Rng, place: Place) -> None:
    (x, _, w, h), low = place, place[1] + place[3]
    for depth, reach in ((0.2, 0.62), (0.45, 0.44)):
        towers, lit, a = [], [], x
        while a < x + w:
            b, t = w * rng.between(0.07, 0.14), h * reach * rng.between(0.5, 1)
            towers.append((a, low - t, b * 0.96, t))
            lit += [(a + b * 0.25, low - t + h * 0.06 * k, b * 0.45, h * 0.02) for k in range(1, 5)]
            a += b
        stage.canvas.path(boxes(towers), stage.palette.depth(depth))
        if stage.palette.hour in ("dusk", "night"):
            stage.canvas.path(boxes(lit), stage.palette.light, alpha=0.75)


_VIEWS: tuple[Callable[[Stage, Rng, Place], None], ...] = (
    _hills,
    _roofs,
    _sea,
    _peaks,
    _garden,
    _skyline,
)
