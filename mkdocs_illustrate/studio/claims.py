"""Which wishes can be met, and which page a recipe belongs to: the same for every door."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from pathlib import Path

from ..reading import suggest
from ..records import Commission


class Claims:
    """One build's commissions, in the order in which their pages come."""

    def __init__(self, models: Collection[str], recipe_path: Callable[[Commission], Path | None]) -> None:
        self._models = models
        self._recipe_path = recipe_path
        self._owners: dict[Path, str] = {}

    def settle(self, commission: Commission) -> tuple[str, Commission | None]:
        """The commission without a wish that can't be met, or none if its recipe is another's."""
        wish, models = commission.wish, self._models
        if wish.model is not None and wish.model not in models:
            known = suggest(wish.model, models) if models else "; mkdocs.yml lists none"
            problem = f"'illustrate_with.model': '{wish.model}' is unknown{known}"
            return problem, replace(commission, wish=replace(wish, model=None))
        path, mine = self._recipe_path(commission), commission.article.page
        other = self._owners.setdefault(path, mine) if path else mine
        if other != mine:
            return f"its recipe {path.name if path else ''} belongs to {other}: rename it", None
        return "", commission
