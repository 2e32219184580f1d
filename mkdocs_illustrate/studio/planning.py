"""A page -> what is to be done for each of its figures, and why. Nothing is sent and nothing made.

The one answer for every door: a build carries the plans out, `plan` shows them, `check` judges them.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from ..errors import NotAllowed
from ..models.protocols import ChatModel, ImageModel
from ..page.article import read_article
from ..page.wishes import read_wishes
from ..quoting import suggest
from ..records import Article, PageSource, Recipe, State, Wish
from ..settings import Settings, Where
from .approval import is_rejected
from .keys import Wanted, edited_prompt, key_of_another, setup_key, still_fits, want, without_words
from .library import Library
from .picked_drawings import drawn_as, is_drawing, still_drawn
from .plans import TO_BUY, FigurePlan, PagePlan, shown_key


@dataclass(slots=True, kw_only=True)
class Planning:
    """Plans the figures of one site; `begin` starts another round over all its pages."""

    settings: Settings
    where: Where
    library: Library
    chat: ChatModel
    image: Callable[[str | None], ImageModel]
    force: bool = False
    _owners: dict[str, str] = field(default_factory=dict, init=False)
    _setups: dict[tuple[Wish, str, str], str] = field(default_factory=dict, init=False)

    def begin(self) -> None:
        """Forget which page each recipe belongs to."""
        self._owners = {}
        self.library.begin()

    def page(self, source: PageSource) -> PagePlan:
        """What a page asks for, and what will be done about it."""
        wishes = read_wishes(source.meta)
        asked, decided = wishes.asked(included=source.included), wishes.decided(included=source.included)
        problems = [*wishes.warnings(included=source.included)]
        if not asked:
            return PagePlan(problems=tuple(problems), decided=decided)
        article = read_article(source.page, source.text, source.meta, source.language)
        figures = tuple(self._figures(article, asked, problems))
        return PagePlan(figures, tuple(problems), decided)

    def _figures(
        self, article: Article, asked: Iterable[tuple[int, Wish]], problems: list[str]
    ) -> Iterator[FigurePlan]:
        for number, wish in asked:
            problem = self._foreign(article, number)
            if problem:
                problems.append(problem)
                continue
            if wish.model is not None and wish.model not in self.settings.models:
                problems.append(self._unknown(wish.model))
                wish = replace(wish, model=None)  # noqa: PLW2901 - the figure is made with the site's own
            yield self.figure(article, wish, number)

    def _foreign(self, article: Article, number: int) -> str:
        """Whether another page's recipe has this figure's name: `a/b.2.md` beside `a/b.md`, `A.md` beside `a.md`."""
        path = self.library.recipe_path(article.page, number)
        same = unicodedata.normalize("NFC", str(path)).casefold()  # as macOS and Windows see it
        owner = self._owners.setdefault(same, article.page) if path else article.page
        return "" if owner == article.page else f"its recipe {path.name if path else ''} belongs to {owner}: rename it"

    def _unknown(self, model: str) -> str:
        models = self.settings.models
        known = suggest(model, models) if models else "; mkdocs.yml lists none"
        return f"'illustrate_with.model': '{model}' is unknown{known}"

    def figure(self, article: Article, wish: Wish, number: int = 1) -> FigurePlan:
        """Look in the portfolio, then in the cache, then ask whether a picture may be bought."""
        image = self.image(wish.model)
        kept = self.library.kept(article.page, number)
        recipe = kept.recipe
        wanted = self._wanted(article, wish, recipe, image)
        if recipe is not None and is_drawing(recipe) and image.free:
            drawn = still_drawn(recipe, wanted, pin=wish.pin) and not self.force
            recipe, wanted = (recipe, drawn_as(wanted, recipe)) if drawn else (None, wanted)
        fits = not is_rejected(recipe) and self._fits(recipe, article, wanted)
        state, reason = self._state(
            wish, wanted, recipe if kept.whole or is_drawing(recipe) else None, image, fits=fits
        )
        barred = ""
        if state in TO_BUY:  # what can't be read may well be paid for: it is not bought again
            barred = kept.trouble or self._barred(state)
            reason = barred or self._keyless(image, wanted, recipe)
        plan = FigurePlan(
            article=article,
            wish=wish,
            number=number,
            wanted=wanted,
            image=image,
            chat=self.chat,
            state=state,
            key=wanted.key,
            recipe=recipe,
            has_old=kept.whole,
            buy=state in TO_BUY and not reason,
            reason=reason,
            trouble=kept.trouble,
            barred=bool(barred),
        )
        return replace(plan, key=shown_key(recipe)) if plan.shows_old and recipe else plan

    def _fits(self, recipe: Recipe | None, article: Article, wanted: Wanted) -> bool:
        brought = recipe is not None and recipe.origin == "imported"
        return brought or (not self.force and still_fits(recipe, article, wanted, self.settings.tolerance))

    def further(self, plan: FigurePlan, wanted: Wanted) -> FigurePlan:
        """What it takes to have another picture for a figure, as a candidate, whatever it shows."""
        said = "" if self.force else self.library.refusal(wanted.key)
        found = not self.force and self.library.has_picture(wanted.key)
        state = State.CACHED if found else State.REFUSED if said else State.MISSING
        barred = "" if found else plan.trouble or self._barred(state)
        reason = "" if found else said or barred or self._keyless(plan.image, wanted, plan.recipe)
        return replace(
            plan,
            wanted=wanted,
            key=wanted.key,
            state=state,
            reason=reason,
            barred=bool(barred),
            buy=state is State.MISSING and not reason,
            has_old=False,
        )

    def _wanted(self, article: Article, wish: Wish, recipe: Recipe | None, image: ImageModel) -> Wanted:
        wanted = want(article, wish, recipe, self.settings, chat=self.chat, image=image)
        key = key_of_another(wanted.key, recipe) if recipe and is_rejected(recipe) else wanted.key
        return replace(wanted, setup=self.setup(article, wish, recipe), key=key)

    def setup(self, article: Article, wish: Wish, recipe: Recipe | None) -> str:
        """The key of all that is asked for besides the article's words, in the light of a recipe."""
        own = edited_prompt(recipe) or ""
        setup = self._setups.get((wish, own, article.language))
        if setup is None:  # the same for nearly all pages of a site
            image = self.image(wish.model)
            silent = want(without_words(article), wish, recipe, self.settings, chat=self.chat, image=image)
            setup = setup_key(silent, image)
            self._setups[wish, own, article.language] = setup
        return setup

    def _state(
        self, wish: Wish, wanted: Wanted, recipe: Recipe | None, image: ImageModel, *, fits: bool
    ) -> tuple[State, str]:
        if recipe is not None:
            if wish.pin or recipe.pin:
                return State.PINNED, ""
            if fits:
                return State.KEPT, ""
        if image.free:
            return State.OFFLINE, ""
        if not self.force:
            if self.library.has_picture(wanted.key):
                return State.CACHED, ""
            said = self.library.refusal(wanted.key)
            if said:
                return State.REFUSED, said
        return (State.CHANGED if recipe else State.MISSING), ""

    def _barred(self, state: State) -> str:
        """Why the settings do not allow a purchase here; empty if they do."""
        settings = self.settings
        if settings.frozen:
            return "frozen"
        if self.where == "pull request":
            return "nothing is bought in a pull request's run"
        if self.where == "command":  # somebody asks for it by hand: the rest is about builds
            return ""
        if settings.generate == "never":
            return "generate: never"
        if settings.generate == "missing" and state is State.CHANGED:
            return "generate: missing"
        return "" if self.where in settings.generate_in else f"generate_in does not list {self.where}"

    def _keyless(self, image: ImageModel, wanted: Wanted, recipe: Recipe | None) -> str:
        """Which key is missing; empty if none is."""
        try:
            image.ready()
            if wanted.brief_key and (recipe is None or recipe.brief != wanted.brief_key):
                self.chat.ready()
        except NotAllowed as error:
            return str(error)
        return ""
