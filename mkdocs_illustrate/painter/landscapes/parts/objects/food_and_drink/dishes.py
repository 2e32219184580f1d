"""What is made in a kitchen: the great thing in the middle, and what belongs beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from .....kit.colour import Colour, lch
from ....stage import Stage
from ...rooms.room import Room
from ..sketch import TINTS, Part, sketch
from . import baking, bread, cakes, coffee_and_tea, cooking, meals

Draw = Callable[[Colour], list[Part]]
Aside = tuple[Callable[[], list[Part]], float]
"""What stands beside, and its height in units."""


def _cup() -> list[Part]:
    return coffee_and_tea.cup(lch(0.85, 0.09, 75))


def _tinted_cup() -> list[Part]:
    return coffee_and_tea.cup(lch(0.72, 0.09, 205))


def _muffins() -> list[Part]:
    return cakes.muffins(TINTS[3])


_HEROES: dict[str, tuple[tuple[Draw, float, str], ...]] = {
    "bread": (
        (bread.boule, 18.5, "a crusty loaf of bread on a board"),
        (bread.slices, 18.5, "a sliced loaf of bread on a board"),
        (bread.basket, 18, "a basket of bread"),
        (bread.boule, 18.5, "a crusty loaf of bread on a board"),
    ),
    "cake": (
        (cakes.cake, 19.5, "a layer cake with berries"),
        (cakes.candled, 17.5, "a cake with candles"),
    ),
    "stew": ((cooking.pot, 18.5, "a steaming pot"), (cooking.casserole, 18, "a pan of stew")),
    "coffee": (
        (coffee_and_tea.espresso, 20, "an espresso machine"),
        (coffee_and_tea.cappuccino, 16.5, "a cup of coffee with a heart of foam"),
        (coffee_and_tea.pour_over, 19.5, "coffee running through a filter"),
    ),
    "tea": (
        (coffee_and_tea.teapot, 17.5, "a steaming teapot"),
        (coffee_and_tea.iron_pot, 17, "an iron teapot"),
    ),
    "pasta": ((meals.pasta, 17, "a bowl of spaghetti"),),
    "cheese": ((meals.cheese, 18, "a wheel of cheese and grapes on a board"),),
    "pie": ((meals.pie, 18, "a pie with a lattice of dough"),),
    "pizza": ((meals.pizza, 17, "a pizza on a board"),),
    "salad": ((meals.salad, 17, "a bowl of salad"),),
    "breakfast": ((meals.pancakes, 18, "a stack of pancakes"),),
    "fruit": (
        (cooking.fruit_bowl, 16.5, "a bowl of fruit"),
        (cooking.crate, 17.5, "a crate of vegetables"),
    ),
}
_ASIDES: dict[str, tuple[Aside, ...]] = {
    "bread": (
        (baking.flour, 13),
        (baking.pin, 4.4),
        (baking.milk, 12),
        (baking.eggs, 8.5),
        (baking.butter, 6.5),
        (bread.wheat, 14),
    ),
    "cake": ((cakes.piece, 8.5), (_muffins, 8), (_cup, 9), (baking.eggs, 8.5), (baking.milk, 12)),
    "stew": (
        (cooking.chopped, 8),
        (cooking.mill, 12),
        (cooking.oil, 14),
        (cooking.melon, 7),
        (baking.eggs, 8),
    ),
    "coffee": (
        (_tinted_cup, 9.5),
        (coffee_and_tea.grinder, 12),
        (coffee_and_tea.beans, 12),
        (coffee_and_tea.gooseneck, 12),
        (cakes.piece, 8),
        (_cup, 9.5),
    ),
    "tea": ((_cup, 9), (coffee_and_tea.caddy, 10), (coffee_and_tea.biscuits, 8), (_tinted_cup, 9), (cakes.piece, 8)),
    "pasta": ((cooking.oil, 14), (meals.grater, 11), (cooking.mill, 12), (cooking.chopped, 8)),
    "pie": ((baking.flour, 13), (baking.pin, 4.4), (baking.eggs, 8.5), (baking.milk, 12), (baking.butter, 6.5)),
    "pizza": ((cooking.oil, 14), (baking.flour, 13), (cooking.mill, 12), (cooking.chopped, 8)),
    "salad": (
        (cooking.oil, 14),
        (cooking.chopped, 8),
        (cooking.mill, 12),
        (cooking.melon, 8),
    ),
    "breakfast": ((_cup, 9), (baking.milk, 12), (baking.butter, 6.5), (baking.eggs, 8.5), (_tinted_cup, 9)),
    "cheese": ((bread.wheat, 14), (cooking.oil, 13), (baking.milk, 12), (baking.butter, 6.5)),
    "fruit": (
        (cooking.melon, 10),
        (cooking.oil, 13),
        (cooking.chopped, 8),
        (bread.wheat, 13),
        (_tinted_cup, 8.5),
    ),
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
        return [(coffee_and_tea.teabowl, 7.5), (coffee_and_tea.teabowl, 6.5), (coffee_and_tea.caddy, 10.0)]
    if "filter" in words:
        return [(coffee_and_tea.gooseneck, 12.0), *(a for a in asides if a[0] is not coffee_and_tea.gooseneck)]
    return asides
