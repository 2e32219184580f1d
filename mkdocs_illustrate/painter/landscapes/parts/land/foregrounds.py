"""What frames a picture of the open country: grass, ears of corn, a gate, or a great tree."""

from __future__ import annotations

from collections.abc import Callable

from ....kit.canvas import Point, num
from ....kit.colour import Colour, lch
from ....kit.outlines import oval
from ... import backdrop, light
from ...stage import Stage
from ..plants import flora

_WOOD = lch(0.52, 0.06, 48)


def front(stage: Stage) -> None:
    """Close the picture below, in one of several ways by the seed."""
    kinds: tuple[Callable[[Stage], None], ...] = (grass, tree, ears, gate, tree, grass)
    kind = stage.rng("front").pick(kinds)
    if stage.palette.season == "winter" and kind is ears:
        kind = grass
    kind(stage)


def grass(stage: Stage) -> None:
    """Dark grass that rises in both corners, with poppies where it is warm."""
    unit, colour = stage.frame.unit, _dark(stage)
    line = _mound(stage, colour, 10)
    spots = _tufts(stage, line, colour)
    if stage.palette.season in {"spring", "summer"}:
        heads = [(x, y - h * 0.95, unit * 0.42) for x, y, h in spots[::2]]
        flora.flowers(stage, heads, [stage.palette.accent, light.own(stage, lch(0.9, 0.1, 95))])


def ears(stage: Stage) -> None:
    """Ripe corn (in spring tall green blades) at both edges, near enough to touch."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("ears")
    line = _mound(stage, _dark(stage), 6)
    _tufts(stage, line, _dark(stage))
    straw = {"spring": lch(0.74, 0.13, 122), "autumn": lch(0.80, 0.10, 80)}.get(
        stage.palette.season, lch(0.86, 0.12, 86)
    )
    stalks = heads = ""
    for _ in range(70):
        share = rng.unit() ** 1.5 * 0.24
        x = frame.width * (share if rng.chance(0.5) else 1 - share)
        y, high = backdrop.height_at(line, x) + unit * 2, unit * rng.between(9, 15) * (1 - share * 2.2)
        tip = (x + unit * rng.between(-1.4, 1.4), y - high)
        stalks += f"M{num(x)} {num(y)}Q{num(x)} {num(y - high * 0.6)} {num(tip[0])} {num(tip[1])}"
        for i in range(5):
            heads += oval(tip[0] + unit * 0.3 * (-1) ** i, tip[1] + unit * 0.5 * i, unit * 0.34, unit * 0.52)
    tone = light.land(stage, straw)
    stage.canvas.path(stalks, "none", stroke=tone.lighter(-0.08), width=unit * 0.26)
    stage.canvas.path(heads, tone)


def gate(stage: Stage) -> None:
    """A field gate in one corner, its hedge running out of the frame."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("gate")
    colour = _dark(stage)
    line = _mound(stage, colour, 7)
    _tufts(stage, line, colour)
    lean = -1 if frame.flip else 1
    wood = light.own(stage, _WOOD)
    left, wide, foot = frame.x(0.085), unit * 17 * lean, frame.height - unit * 2.4
    bars = ""
    for i in range(4):
        bars += f"M{num(left)} {num(foot - unit * (1.2 + 2.1 * i))}h{num(wide)}"
    bars += f"M{num(left)} {num(foot - unit * 1.2)}l{num(wide)} {num(-unit * 6.3)}"
    stage.canvas.path(bars, "none", stroke=wood, width=unit * 0.8)
    posts = "".join(f"M{num(left + wide * s)} {num(foot + unit)}v{num(-unit * 10)}" for s in (0, 1))
    stage.canvas.path(posts, "none", stroke=wood.lighter(-0.09), width=unit * 1.6)
    hedge = [(left - lean * unit * 2.2 * i, foot + unit * 1.6, unit * rng.between(4.4, 6.4)) for i in range(1, 7)]
    hedge += [(left + wide + lean * unit * 2.6 * i, foot + unit * 2, unit * rng.between(2.6, 4)) for i in range(1, 4)]
    flora.bushes(stage, hedge, light.foliage(stage)[2].lighter(-0.05))


def tree(stage: Stage) -> None:
    """A great tree at the edge, whose boughs hang into the sky."""
    frame, unit = stage.frame, stage.frame.unit
    colour = _dark(stage)
    line = _mound(stage, colour, 8)
    _tufts(stage, line, colour)
    lean = -1 if frame.flip else 1  # the boughs reach towards the middle
    foot, top = frame.x(0.965), frame.height * 0.22
    ground, w = frame.height - unit * 5, unit * 2.5
    bark = light.dark(stage, light.own(stage, lch(0.42, 0.05, 40)), 0.7, 0.33)
    trunk = f"M{num(foot - w * 2)} {num(ground + unit * 4)}"
    trunk += f"C{num(foot - w * 0.5)} {num(ground - unit * 6)} {num(foot - w)} {num(top + unit * 20)} "
    trunk += f"{num(foot - w * 0.8)} {num(top)}H{num(foot + w * 0.8)}"
    trunk += f"C{num(foot + w)} {num(top + unit * 20)} {num(foot + w * 0.5)} {num(ground - unit * 6)} "
    trunk += f"{num(foot + w * 2)} {num(ground + unit * 4)}Z"
    stage.canvas.path(trunk, bark)
    bough = f"M{num(foot)} {num(top + unit * 12)}q{num(-lean * unit * 6)} {num(-unit * 3)} "
    bough += f"{num(-lean * unit * 9)} {num(-unit * 13)}"
    stage.canvas.path(bough, "none", stroke=bark, width=unit * 1.5)
    _crown(stage, (foot, top), lean)


def _crown(stage: Stage, at: Point, lean: int) -> None:
    """Leaves in three tones around the top of the trunk."""
    unit, rng, layers = stage.frame.unit, stage.rng("crown"), ["", "", ""]
    reach = min(unit * 30, stage.frame.width * 0.29)
    for i in range(54):
        t = (i + rng.unit()) / 54
        x = at[0] - lean * (reach * t - unit * 6)
        low = at[1] + unit * 5 - (at[1] + unit * 3) * t**1.8
        y = low - rng.unit() ** 1.4 * (low + unit * 2)
        r = unit * rng.between(3.4, 5.6) * (1.1 - 0.5 * t)
        layers[rng.whole(0, 2)] += oval(x, y, r, r * 0.8)
    for d, tone in zip(layers, _shade(stage), strict=True):
        stage.canvas.path(d, tone)


def _shade(stage: Stage) -> tuple[Colour, Colour, Colour]:
    """The tree stands before the light: its leaves are a little darker than others'."""
    first, second, third = light.foliage(stage)
    return third.lighter(-0.08), first.lighter(-0.06), second.lighter(-0.05)


def _dark(stage: Stage) -> Colour:
    return light.dark(stage, light.needles(stage), 0.35, 0.29)


def _mound(stage: Stage, colour: Colour, lift: float) -> list[Point]:
    unit = stage.frame.unit
    return backdrop.ridge(stage, "corners", stage.frame.height + unit * 2, unit * 1.5, colour, lift=unit * lift)


def _tufts(stage: Stage, line: list[Point], colour: Colour) -> list[flora.Spot]:
    frame, unit = stage.frame, stage.frame.unit
    count = int(frame.width / unit / 1.2)
    spots = list(flora.along(stage.rng("corners"), line, count, (unit * 1.6, unit * 4)))
    flora.grass(stage, spots, colour)
    return spots
