"""The portfolio as the hall uses it: what is replaced stays in the cache, under its own key."""

from __future__ import annotations

import hashlib
from pathlib import Path

from ..errors import BadAnswer, StoreError
from ..pictures.check import check
from ..records import Commission, Picture, Recipe
from ..store.portfolio import Portfolio
from .decisions import Decision
from .keys import of_text
from .shelf import Shelf

_DRAWN = ".svg"


class Archive:
    """Keeps pictures with their recipes, where there is a portfolio."""

    def __init__(self, portfolio: Portfolio | None, shelf: Shelf) -> None:
        self._portfolio = portfolio
        self._shelf = shelf

    @property
    def open(self) -> bool:
        """Whether anything is kept."""
        return self._portfolio is not None

    def keep(self, decision: Decision, recipe: Recipe, picture: Picture, ending: str) -> Recipe:
        """Write a picture and its recipe; StoreError says why not."""
        if self._portfolio is None:
            raise StoreError("there is no portfolio")
        self._save_replaced(decision)
        page, number = decision.commission.article.page, decision.commission.number
        return self._portfolio.write(page, number, recipe, picture.data, ending)

    def picture(self, decision: Decision, recipe: Recipe) -> Picture:
        """A kept picture; decoded only if it is not the one that the recipe knows."""
        data = self._bytes(decision, recipe)
        if recipe.width and recipe.height and recipe.sha256 == hashlib.sha256(data).hexdigest():
            return Picture(data=data, media_type="", width=recipe.width, height=recipe.height)
        try:
            return check(data, drawing=recipe.file.endswith(_DRAWN))
        except BadAnswer as error:
            raise StoreError(f"the portfolio's {recipe.file}: {error}; restore it") from None

    def path(self, commission: Commission) -> Path | None:
        """Where a figure's recipe lies."""
        if self._portfolio is None:
            return None
        return self._portfolio.path(commission.article.page, commission.number)

    def _save_replaced(self, decision: Decision) -> None:
        recipe = decision.recipe
        if recipe is None or not decision.has_old:
            return
        key = recipe.key or of_text(recipe.sha256)
        try:
            if not self._shelf.has_picture(key):
                data = self._bytes(decision, recipe)
                self._shelf.put_picture(key, check(data, drawing=recipe.file.endswith(_DRAWN)))
        except (BadAnswer, StoreError, TypeError):
            return  # no picture, or a key that people edited: git still has it

    def _bytes(self, decision: Decision, recipe: Recipe) -> bytes:
        if self._portfolio is None:
            raise StoreError("there is no portfolio")
        page, number = decision.commission.article.page, decision.commission.number
        return self._portfolio.picture(page, number, recipe)
