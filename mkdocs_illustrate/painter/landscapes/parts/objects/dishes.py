"""What is made in a kitchen: the great thing in the middle, and what belongs beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ....kit.colour import Colour, lch
from ...stage import Stage
from ..rooms.room import Room
from . import baked, cooked, plated, served
from .sketch import TINTS, Part, sketch

Draw = Callable[[Colour], list[Part]]
Aside = tuple[Callable[[], list[Part]], float]
"""What stands beside, and its height in units."""


def _cup() -> list[Part]:
    return cooked.cup(lch(0.85, 0.09, 75))


def _tinted_cup() -> list[Part]:
    return cooked.cup(lch(0.72, 0.09, 205))


def _muffins() -> list[Part]:
    return baked.muffins(TINTS[3])


_HEROES: dict[str, tuple[tuple[Draw, float, str], ...]] = {
    "bread": (
        (baked.boule, 18.5, "a crusty loaf of bread on a board"),
        (baked.slices, 18.5, "a sliced loaf of bread on a board"),
        (baked.basket, 18, "a basket of bread"),
        (baked.boule, 18.5, "a crusty loaf of bread on a board"),
    ),
    "cake": (
        (baked.cake, 19.5, "a layer cake with berries"),
        (baked.candled, 17.5, "a cake with candles"),
    ),
    "stew": ((cooked.pot, 18.5, "a steaming pot"), (cooked.casserole, 18, "a pan of stew")),
    "coffee": (
        (cooked.espresso, 20, "an espresso machine"),
        (served.cappuccino, 16.5, "a cup of coffee with a heart of foam"),
        (cooked.pour_over, 19.5, "coffee running through a filter"),
    ),
    "tea": (
        (cooked.teapot, 17.5, "a steaming teapot"),
        (served.iron_pot, 17, "an iron teapot"),
    ),
    "pasta": ((served.pasta, 17, "a bowl of spaghetti"),),
    "cheese": ((served.cheese, 18, "a wheel of cheese and grapes on a board"),),
    "pie": ((plated.pie, 18, "a pie with a lattice of dough"),),
    "pizza": ((plated.pizza, 17, "a pizza on a board"),),
    "salad": ((plated.salad, 17, "a bowl of salad"),),
    "breakfast": ((plated.pancakes, 18, "a stack of pancakes"),),
    "fruit": (
        (cooked.fruit_bowl, 16.5, "a bowl of fruit"),
        (cooked.crate, 17.5, "a crate of vegetables"),
    ),
}
_ASIDES: dict[str, tuple[Aside, ...]] = {
    "bread": (
        (baked.flour, 13),
        (baked.pin, 4.4),
        (baked.milk, 12),
        (baked.eggs, 8.5),
        (baked.butter, 6.5),
        (baked.wheat, 14),
    ),
    "cake": ((baked.piece, 8.5), (_muffins, 8), (_cup, 9), (baked.eggs, 8.5), (baked.milk, 12)),
    "stew": ((cooked.chopped, 8), (cooked.mill, 12), (cooked.oil, 14), (cooked.melon, 7), (baked.eggs, 8)),
    "coffee": (
        (_tinted_cup, 9.5),
        (cooked.grinder, 12),
        (cooked.beans, 12),
        (cooked.gooseneck, 12),
        (baked.piece, 8),
        (_cup, 9.5),
    ),
    "tea": ((_cup, 9), (cooked.caddy, 10), (cooked.biscuits, 8), (_tinted_cup, 9), (baked.piece, 8)),
    "pasta": ((cooked.oil, 14), (served.grater, 11), (cooked.mill, 12), (cooked.chopped, 8)),
    "pie": ((baked.flour, 13), (baked.pin, 4.4), (baked.eggs, 8.5), (baked.milk, 12), (baked.butter, 6.5)),
    "pizza": ((cooked.oil, 14), (baked.flour, 13), (cooked.mill, 12), (cooked.chopped, 8)),
    "salad": ((cooked.oil, 14), (cooked.chopped, 8), (cooked.mill, 12), (cooked.melon, 8)),
    "breakfast": ((_cup, 9), (baked.milk, 12), (baked.butter, 6.5), (baked.eggs, 8.5), (_tinted_cup, 9)),
    "cheese": ((baked.wheat, 14), (cooked.oil, 13), (baked.milk, 12), (baked.butter, 6.5)),
    "fruit": ((cooked.melon, 10), (cooked.oil, 13), (cooked.chopped, 8), (baked.wheat, 13), (_tinted_cup, 8.5)),
}


def lay(stage: Stage, made: Room, dish: str, *, wide: bool) -> str:
    """Put a dish in the middle and two or more things beside it; give its words."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("dish")
    hero, high, words = rng.pick(_HEROES[dish])
    asides = rng.shuffled(_ASIDES[dish])
    asides = _fitting(words, asides)
    reach = 24.5
    places: Sequence[float] = (-reach, reach)
    if wide and frame.width / unit > 130:
        places = (-reach, reach, -reach - 15, reach + 15)
    for offset, (aside, size) in zip(places, asides, strict=False):
        x = frame.width / 2 + unit * (offset + rng.between(-1, 1))
        sketch(stage, (x, made.top), unit * size, aside())
    at = (frame.width / 2, made.top)
    sketch(stage, at, unit * high, hero(stage.palette.accent), mirror=frame.flip)
    return words


def _fitting(words: str, asides: list[Aside]) -> list[Aside]:
    """A filter is poured from a thin spout, an iron pot into bowls."""
    if "iron" in words:
        return [(served.teabowl, 7.5), (served.teabowl, 6.5), (cooked.caddy, 10.0)]
    if "filter" in words:
        return [(cooked.gooseneck, 12.0), *(a for a in asides if a[0] is not cooked.gooseneck)]
    return asides
