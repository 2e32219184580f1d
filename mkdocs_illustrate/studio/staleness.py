"""Whether a picture that is kept still says what its article says today, and was asked for as one would be today."""

from __future__ import annotations

from ..page.substance import drift, same_title, sketch
from ..records import Article, Recipe
from .keys import Wanted, text_key


def drifted(recipe: Recipe | None, article: Article, wanted: Wanted) -> float | None:
    """The share of an article's words that is new or gone since its picture was made; None where nobody knows."""
    if recipe is None:
        return None
    return 0.0 if recipe.key == wanted.key else drift(recipe.sketch, sketch(article.words))


def still_fits(recipe: Recipe | None, article: Article, wanted: Wanted, tolerance: float) -> bool:
    """Whether a kept picture says what the article says today, and was asked for as one would be today."""
    if recipe is None or recipe.key == wanted.key:
        return recipe is not None
    if recipe.setup != wanted.setup or not same_title(recipe.title, article.title):
        return False
    if not tolerance:
        return recipe.article == text_key(article.words)  # of a picture that somebody picked, the key is another
    moved = drifted(recipe, article, wanted)
    return moved is not None and moved <= tolerance


def is_behind(recipe: Recipe, article: Article, tolerance: float) -> bool:
    """Whether a page that moves would not be known any more by what its recipe has of its words."""
    if not tolerance or recipe.article == text_key(article.words):
        return False
    known = drift(recipe.seen or recipe.sketch, sketch(article.words))
    return known is not None and known > tolerance
