"""Sign-off: who looked at a picture and agreed to it. It is of a key: another picture is not approved."""

from __future__ import annotations

from dataclasses import replace

from ..records import Recipe


def is_approved(recipe: Recipe | None) -> bool:
    """Whether somebody agreed to the picture that the recipe describes."""
    return recipe is not None and bool(recipe.key) and recipe.approved.get("key") == recipe.key


def approved(recipe: Recipe, by: str, date: str) -> Recipe:
    """The recipe with a name under it."""
    return replace(recipe, approved={"by": by, "date": date, "key": recipe.key})


def unapproved(recipe: Recipe) -> Recipe:
    """The recipe without one."""
    return replace(recipe, approved={})
