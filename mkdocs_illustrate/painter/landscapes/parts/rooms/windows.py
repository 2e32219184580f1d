"""Windows of many shapes, what is seen through them, and what hangs and stands in them."""

from __future__ import annotations

from ....kit.canvas import Point, num
from ....kit.chance import Rng
from ....kit.colour import Colour, lch
from ....kit.outlines import boxes, oval, polygon
from ...stage import Stage
from ..objects import household
from ..objects.sketch import TINTS
from . import window_views
from .room import Room, Slot
from .window_views import Place


def window(stage: Stage, made: Room, slot: Slot, *, behind: bool = False) -> str:
    """Set a window into a slot; give what it adds to the words, if anything."""
    rng = stage.rng("window")
    shape, panes = rng.pick(_WIDE if behind or stage.frame.tall else _SHAPES)
    place = _fitted(stage, slot, shape, 46 if behind or stage.frame.tall else 30)
    opening = _outline(shape, place)
    with stage.canvas.group(clip=opening):
        window_views.view(stage, rng, place)
        _bars(stage, made, place, panes)
    _frame(stage, made, opening, place, sill=shape != "round")
    if shape != "round":
        _dressed(stage, made, rng, place, shape)
    return "" if behind or shape == "round" else _on_sill(stage, rng, place)


_SHAPES = (
    ("box", (2, 2)),
    ("box", (3, 1)),
    ("arch", (2, 3)),
    ("box", (3, 3)),
    ("arch", (3, 2)),
    ("round", (2, 2)),
    ("box", (2, 1)),
    ("box", (4, 2)),
)
"""Outlines, with their panes across and down."""
_WIDE = (("box", (3, 2)), ("box", (4, 3)), ("arch", (4, 3)), ("box", (2, 1)))
"""Those that show beside the work in front of them."""


def _fitted(stage: Stage, slot: Slot, shape: str, most: float) -> Place:
    unit = stage.frame.unit
    wide, high = min(slot.width - unit * 5, unit * most), min(slot.height, unit * most * 0.8)
    if shape == "round":
        wide = high = min(wide, high, unit * 19)
    if shape == "arch":
        wide = min(wide, high * (1.3 if most > 30 else 0.95))
    return (slot.x - wide / 2, slot.low - high, wide, high)


def _outline(shape: str, place: Place) -> str:
    x, y, w, h = place
    if shape == "round":
        return oval(x + w / 2, y + h / 2, w / 2, h / 2)
    if shape == "arch":
        r = w / 2
        rise = min(r, h * 0.5)
        return (
            f"M{num(x)} {num(y + h)}V{num(y + rise)}A{num(r)} {num(rise)} 0 0 1 {num(x + w)} "
            f"{num(y + rise)}V{num(y + h)}Z"
        )
    return boxes([place])


def _bars(stage: Stage, made: Room, place: Place, panes: tuple[int, int]) -> None:
    x, y, w, h = place
    d = "".join(f"M{num(x + w * i / panes[0])} {num(y)}v{num(h)}" for i in range(1, panes[0]))
    d += "".join(f"M{num(x)} {num(y + h * i / panes[1])}h{num(w)}" for i in range(1, panes[1]))
    width = stage.frame.unit * 0.75
    stage.canvas.path(d, "none", stroke=_white(made), width=width, cap="butt")


def _white(made: Room) -> Colour:
    if made.wall.light > 0.92:
        return made.wood
    return lch(0.97, 0.012, 80) if not made.lamplit else lch(0.84, 0.03, 80)


def _frame(stage: Stage, made: Room, opening: str, place: Place, *, sill: bool) -> None:
    (x, y, w, h), unit, tone = place, stage.frame.unit, _white(made)
    stage.canvas.path(opening, "none", stroke=tone, width=unit * 1.7, join="miter")
    if sill:
        stage.canvas.rect(x - unit * 2.4, y + h, w + unit * 4.8, unit * 1.5, tone, r=unit * 0.3)
        stage.canvas.rect(x - unit * 2, y + h + unit * 1.1, w + unit * 4, unit * 0.5, tone.lighter(-0.1))


def _dressed(stage: Stage, made: Room, rng: Rng, place: Place, shape: str) -> None:
    """Curtains, half curtains, a blind, or nothing."""
    kind = rng.pick(("none", "none", "curtains", "half", "blind"))
    if kind == "curtains":
        _curtains(stage, made, place)
    elif kind == "half":
        _half(stage, made, place)
    elif kind == "blind" and shape == "box":
        _blind(stage, made, place)


def _curtains(stage: Stage, made: Room, place: Place) -> None:
    (x, y, w, h), unit = place, stage.frame.unit
    for side in (-1, 1):
        edge, inner = x + w / 2 + side * (w / 2 + unit * 2.2), x + w / 2 + side * w * 0.36
        waist = x + w / 2 + side * (w / 2 + unit * 0.5)
        d = (
            f"M{num(edge)} {num(y - unit * 2)}H{num(inner)}Q{num(inner)} {num(y + h * 0.45)} "
            f"{num(waist)} {num(y + h * 0.62)}"
            f"L{num(inner + side * unit)} {num(y + h + unit * 1.8)}"
            f"H{num(edge)}Z"
        )
        stage.canvas.path(d, made.cloth.lighter(-0.05 if side == stage.frame.shaded else 0))
    rod = [(x - unit * 4, y - unit * 2.2), (x + w + unit * 4, y - unit * 2.2)]
    stage.canvas.line(rod, made.wood.lighter(-0.12), unit * 0.7)


def _half(stage: Stage, made: Room, place: Place) -> None:
    """Two cloths over the lower half."""
    (x, y, w, h), unit, rise = place, stage.frame.unit, place[3] * 0.40
    d, folds = "", ""
    for left in (x, x + w * 0.52):
        d += polygon(
            [(left, y + h - rise), (left + w * 0.48, y + h - rise), (left + w * 0.46, y + h), (left + w * 0.02, y + h)]
        )
        folds += "".join(
            f"M{num(left + w * k)} {num(y + h - rise + unit)}v{num(rise - unit)}" for k in (0.12, 0.24, 0.36)
        )
    stage.canvas.path(d, made.cloth)
    stage.canvas.path(folds, "none", stroke=made.cloth.lighter(-0.06), width=unit * 0.35)
    rod = [(x, y + h - rise), (x + w, y + h - rise)]
    stage.canvas.line(rod, made.wood.lighter(-0.1), unit * 0.5)


def _blind(stage: Stage, made: Room, place: Place) -> None:
    (x, y, w, h), unit = place, stage.frame.unit
    stage.canvas.rect(x - unit, y - unit, w + unit * 2, h * 0.26, made.cloth, r=unit * 0.3)
    d = "".join(f"M{num(x - unit)} {num(y + h * k)}h{num(w + unit * 2)}" for k in (0.05, 0.12, 0.19))
    stage.canvas.path(d, "none", stroke=made.cloth.lighter(-0.06), width=unit * 0.3)


def _on_sill(stage: Stage, rng: Rng, place: Place) -> str:
    """Mostly plants, now and then the cat."""
    (x, y, w, h), unit = place, stage.frame.unit
    low = y + h + unit * 0.2
    kind = rng.pick(("none", "plants", "plants", "cat", "pots"))
    if kind == "cat":
        at: Point = (x + w * rng.pick((0.3, 0.7)), low)
        household.cat(stage, at, unit * 8, mirror=rng.chance(0.5))
        return "a cat on the window sill"
    if kind == "plants":
        for share, tint in ((0.14, TINTS[0]), (0.84, TINTS[2])):
            household.plant(stage, (x + w * share, low), unit * rng.between(6.5, 9), tint)
        return "plants on the window sill"
    if kind == "pots":
        for i, share in enumerate((0.2, 0.5, 0.8)):
            household.plant(stage, (x + w * share, low), unit * rng.between(4.6, 6), TINTS[i + 1])
        return "herbs on the window sill"
    return ""
