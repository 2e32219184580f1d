"""What is to be done for a figure, and why: the answer of planning, which every door works by."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ..errors import Code
from ..models.protocols import ChatModel, ImageModel
from ..records import Article, Outcome, Recipe, State, Wish
from .approval import is_approved
from .keys import Wanted, text_key
from .library import figure_at, is_drawing
from .staleness import drifted

_NEW = {State.OFFLINE, State.CACHED}
TO_BUY = {State.MISSING, State.BRIEFED, State.CHANGED}


@dataclass(frozen=True, slots=True, kw_only=True)
class FigurePlan:
    """How one figure stands, and what may be done about it."""

    article: Article
    wish: Wish
    number: int
    """Second and further figures of one page count up: `page.2.yml`."""
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
    cause: Code | None = None
    """The same in a word, for programs."""
    asks_chat: bool = False
    """Its brief is not written yet."""
    trouble: str = ""
    """What is wrong in the portfolio: one line to warn about."""
    barred: bool = False
    """The settings forbid a purchase, whatever keys there are."""
    lies_at: str = ""
    """Where the recipe lies, if its page has moved: at another page's place in the portfolio, `blog/cities`."""

    moved_from: str = ""
    """Where it lay until this run brought it here."""

    @property
    def page(self) -> str:
        """Path of the page's source."""
        return self.article.page

    @property
    def kept_as(self) -> tuple[str, int]:
        """Page and number under which the portfolio has its recipe and picture."""
        return figure_at(self.lies_at) if self.lies_at else (self.page, self.number)

    @property
    def name(self) -> str:
        """What commands call this figure: its page, with `#2` behind it for a second one."""
        return figure_name(self.page, self.number)

    @property
    def provider_and_model(self) -> str:
        """Who makes it, as people read it."""
        return f"{self.image.vendor} {self.image.model}"

    @property
    def drift(self) -> float | None:
        """The share of words that is new or gone since the picture was made; None where nobody knows."""
        return drifted(self.recipe, self.article, self.wanted)

    @property
    def is_approved(self) -> bool:
        """Somebody agreed to the picture that is there."""
        return is_approved(self.recipe)

    @property
    def shows_old(self) -> bool:
        """The portfolio's picture is shown, whether or not it is the one wanted."""
        return self.has_old and not self.buy and self.state not in _NEW

    @property
    def draws(self) -> bool:
        """The built-in painter's drawing is what is wanted, and stands in for nothing."""
        return self.state is State.OFFLINE or (is_drawing(self.recipe) and not self.buy)

    @property
    def wants_money(self) -> bool:
        """A picture would be bought here, if there were keys."""
        return self.state in TO_BUY and not self.barred

    @property
    def picture_price(self) -> float | None:
        """US dollars that its picture would cost; None where nobody knows."""
        return self.wanted.price if self.wants_money else 0.0

    @property
    def brief_price(self) -> float | None:
        """US dollars that its brief would cost, about; None where nobody knows."""
        return self.wanted.brief_price if self.wants_money and self.asks_chat else 0.0

    @property
    def style_to_make(self) -> tuple[str, float | None]:
        """The style that has to be made once before its picture, by its key, and US dollars for it."""
        return self.wanted.style_to_make if self.wants_money else ("", 0.0)

    @property
    def price(self) -> float | None:
        """US dollars for both; None where nobody knows one of them."""
        picture, brief = self.picture_price, self.brief_price
        return None if picture is None or brief is None else round(picture + brief, 6)

    def without_buying(self, reason: str, state: State | None = None, cause: Code | None = None) -> FigurePlan:
        """The same, after all without a purchase: the old picture stays where there is one."""
        key = shown_key(self.recipe) if self.recipe and self.has_old else self.key
        return replace(self, buy=False, reason=reason, cause=cause, state=state or self.state, key=key)

    def outcome(self) -> Outcome:
        """What it comes to, without files yet."""
        return Outcome(
            page=self.page,
            number=self.number,
            key=self.key,
            state=self.state,
            reason=self.reason,
            cause=self.cause,
            trouble=self.trouble,
            lies_at=self.lies_at,
            moved_from=self.moved_from,
        )


@dataclass(frozen=True, slots=True)
class PagePlan:
    """The figures of one page, and what in its front matter can't be meant."""

    figures: tuple[FigurePlan, ...] = ()
    problems: tuple[str, ...] = ()
    decided: bool = False
    """The page says itself whether it wants figures, or `include` does: nothing else may decide about it."""


def figure_name(page: str, number: int) -> str:
    """A page, with `#2` behind it for its second figure."""
    return f"{page}#{number}" if number > 1 else page


def shown_key(recipe: Recipe) -> str:
    """The key under which a kept picture is published; people may have edited it away."""
    good = re.fullmatch(r"[0-9a-f]{16,64}", recipe.key)
    return recipe.key if good else text_key(recipe.key + recipe.sha256)
