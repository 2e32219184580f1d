"""Sign-off: who looked at a picture and agreed to it, or did not. Both are of a key: another picture is neither."""

from __future__ import annotations

from dataclasses import replace

from ..records import Recipe
from .keys import value_key


def is_approved(recipe: Recipe | None) -> bool:
    """Whether somebody agreed to the picture that the recipe describes."""
    return recipe is not None and bool(recipe.key) and recipe.approved.get("key") == recipe.key


def is_rejected(recipe: Recipe | None) -> bool:
    """Whether somebody wants another one instead of the picture that the recipe describes."""
    return recipe is not None and bool(recipe.key) and recipe.rejected.get("key") == recipe.key


def key_instead(key: str, recipe: Recipe | None) -> str:
    """The key of what is wanted: of a second picture for the same order, where somebody did not want the first."""
    return value_key(["another", key, recipe.key]) if recipe and is_rejected(recipe) else key


def approved(recipe: Recipe, by: str, date: str) -> Recipe:
    """The recipe with a name under it."""
    return replace(recipe, approved={"by": by, "date": date, "key": recipe.key}, rejected={})


def rejected(recipe: Recipe, by: str, date: str) -> Recipe:
    """The recipe with a mark that its picture is to be made anew."""
    return replace(recipe, approved={}, rejected={"by": by, "date": date, "key": recipe.key})


def unapproved(recipe: Recipe) -> Recipe:
    """The recipe without either."""
    return replace(recipe, approved={}, rejected={})
