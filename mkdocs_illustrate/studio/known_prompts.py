"""Prompts that are known before anybody is asked: of a brief that waits for its picture, or written by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ..models.protocols import ImageModel
from ..records import Article, Recipe
from .keys import Wanted, order_key, picture_order, told_apart
from .staleness import still_fits

BY_HAND = "by hand"
"""Stands in a recipe where the hash of a model's words would: a person wrote these."""
_WAITS_FOR = ("title", "article", "sketch", "setup")


def brief_fits(recipe: Recipe | None, article: Article, wanted: Wanted, question: str, tolerance: float) -> bool:
    """Whether a brief waits that says what the article says; `question` is the key of one without words."""
    if recipe is None or not recipe.waits or not recipe.prompt.strip() or not wanted.brief_key:
        return False
    asked: dict[str, Any] = {name: str(recipe.waits.get(name, getattr(recipe, name))) for name in _WAITS_FOR}
    brief = Recipe(key=recipe.brief, **asked)  # judged as a picture is
    return still_fits(brief, article, replace(wanted, key=wanted.brief_key, setup=question), tolerance)


def as_briefed(wanted: Wanted, recipe: Recipe, image: ImageModel) -> Wanted:
    """A brief that waits is sent as it stands."""
    key = order_key(picture_order(wanted, recipe.prompt, image))
    key = told_apart(key, wanted, recipe.prompt, image)
    return replace(wanted, key=key, prompt=recipe.prompt, brief_key=recipe.brief)
