"""What is to be done for each figure, decided from what lies on disk. Nothing is sent or made.

The same answer serves a build, which carries it out, and `plan`, which only shows it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from ..errors import NotAllowed, PictureGone, StoreError
from ..models.protocols import ChatModel, ImageModel
from ..records import Commission, Outcome, Recipe, State
from ..settings import Settings, Where
from ..store.portfolio import Portfolio
from .keys import of_text
from .shelf import Shelf
from .wanted import Wanted, want


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """How one figure stands, and what may be done about it."""

    commission: Commission
    wanted: Wanted
    image: ImageModel
    chat: ChatModel
    state: State
    key: str
    """Of the picture that will be shown, if all goes well."""
    recipe: Recipe | None = None
    has_old: bool = False
    """The picture of that recipe is there to be shown."""
    buy: bool = False
    """A picture is to be bought."""
    reason: str = ""
    """Why it may not be bought, or what is wrong with the one that is there."""
    trouble: str = ""
    """What is wrong in the portfolio: one line to warn about."""
    barred: bool = False
    """The settings forbid a purchase, whatever keys there are."""

    def without_buying(self, reason: str, state: State | None = None) -> Decision:
        """The same, after all without a purchase: the old picture stays where there is one."""
        key = _shown(self.recipe) if self.recipe and self.has_old else self.key
        return replace(self, buy=False, reason=reason, state=state or self.state, key=key)

    def outcome(self) -> Outcome:
        """What it comes to, without files yet."""
        return Outcome(
            page=self.commission.article.page,
            number=self.commission.number,
            key=self.key,
            state=self.state,
            reason=self.reason,
            trouble=self.trouble,
        )

    @property
    def shows_old(self) -> bool:
        """The portfolio's picture is shown, whether or not it is the one wanted."""
        return self.has_old and not self.buy and self.state not in _NEW


_NEW = {State.OFFLINE, State.CACHED}
_TO_BUY = {State.MISSING, State.CHANGED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Where decisions are made: the settings, the two stores, and what is allowed today."""

    settings: Settings
    where: Where
    portfolio: Portfolio | None
    shelf: Shelf
    chat: ChatModel
    image: Callable[[str | None], ImageModel]
    force: bool = False

    def decide(self, commission: Commission) -> Decision:
        """Look in the portfolio, then in the cache, then ask whether a picture may be bought."""
        image = self.image(commission.wish.model)
        recipe, has_old, trouble = self._recipe(commission)
        wanted = want(commission, recipe, self.settings, self.chat, image)
        state, reason = self._state(commission, wanted, recipe if has_old else None, image)
        barred = ""
        if state in _TO_BUY:  # what can't be read may well be paid for: it is not bought again
            barred = trouble or self._barred(state)
            reason = barred or self._keyless(image, wanted, recipe)
        decision = Decision(
            commission=commission,
            wanted=wanted,
            image=image,
            chat=self.chat,
            state=state,
            key=wanted.key,
            recipe=recipe,
            has_old=has_old,
            buy=state in _TO_BUY and not reason,
            reason=reason,
            trouble=trouble,
            barred=bool(barred),
        )
        return replace(decision, key=_shown(recipe)) if decision.shows_old and recipe else decision

    def _recipe(self, commission: Commission) -> tuple[Recipe | None, bool, str]:
        """The recipe, whether its picture is there, and what is wrong with either."""
        if self.portfolio is None:
            return None, False, ""
        page, number, recipe = commission.article.page, commission.number, None
        try:
            recipe = self.portfolio.read(page, number)
            if recipe is not None:
                self.portfolio.picture(page, number, recipe)
        except PictureGone:
            return recipe, False, ""
        except StoreError as error:
            return None, False, str(error)
        return recipe, recipe is not None, ""

    def _state(
        self, commission: Commission, wanted: Wanted, recipe: Recipe | None, image: ImageModel
    ) -> tuple[State, str]:
        if recipe is not None:
            if commission.wish.pin or recipe.pin:
                return State.PINNED, ""
            if recipe.origin == "imported" or (recipe.key == wanted.key and not self.force):
                return State.KEPT, ""
        if image.free:
            return State.OFFLINE, ""
        if not self.force:
            if self.shelf.has_picture(wanted.key):
                return State.CACHED, ""
            said = self.shelf.refusal(wanted.key)
            if said:
                return State.REFUSED, said
        return (State.CHANGED if recipe else State.MISSING), ""

    def _barred(self, state: State) -> str:
        """Why the settings do not allow a purchase here; empty if they do."""
        settings = self.settings
        if settings.frozen:
            return "frozen"
        if settings.generate == "never":
            return "generate: never"
        if settings.generate == "missing" and state is State.CHANGED:
            return "generate: missing"
        if self.where not in settings.generate_in:
            return f"generate_in does not list {self.where}"
        return ""

    def _keyless(self, image: ImageModel, wanted: Wanted, recipe: Recipe | None) -> str:
        """Which key is missing; empty if none is."""
        try:
            image.ready()
            if wanted.brief_key and (recipe is None or recipe.brief != wanted.brief_key):
                self.chat.ready()
        except NotAllowed as error:
            return str(error)
        return ""


def _shown(recipe: Recipe) -> str:
    """The key under which a kept picture is published; people may have edited it away."""
    good = re.fullmatch(r"[0-9a-f]{16,64}", recipe.key)
    return recipe.key if good else of_text(recipe.key + recipe.sha256)
