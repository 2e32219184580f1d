"""A page -> what is to be done for each of its figures, and why; builds, `plan` and `check` ask here."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace

from ..errors import Code, NotAllowed
from ..models.protocols import ChatModel, ImageModel
from ..page.figure_articles import articles
from ..page.wishes import Wishes, read_wishes
from ..records import Article, PageSource, Recipe, State, Wish
from ..settings import Settings, Where
from .approval import is_rejected, key_instead
from .bars import barred
from .house_styles import HouseStyles
from .impossible_wishes import possible
from .keys import Wanted, edited_prompt, order_key, picture_order, setup_key, style_of, want, without_words
from .known_prompts import as_briefed, brief_fits
from .library import Library, is_drawing
from .moved_pages import AllPages, MovedPages
from .painter_facts import PainterFacts
from .picked_drawings import drawn_as, still_drawn
from .plans import TO_BUY, FigurePlan, PagePlan, figure_name, shown_key
from .staleness import still_fits
from .unheeded_wishes import UnheededWishes

_UNSEEN = "its template '{}' shows no content, so it gets no picture; 'placement: none' makes one for its share card"


@dataclass(slots=True, kw_only=True)
class Planning:
    """Plans the figures of one site; `begin` starts another round over all its pages."""

    settings: Settings
    where: Where
    library: Library
    chat: ChatModel
    image: Callable[[str | None], ImageModel]
    styles: HouseStyles
    painter_facts: PainterFacts
    force: bool = False
    moved: MovedPages = field(init=False)
    named: Collection[str] = ()
    """The figures that somebody asks for by name: these are made anew although they are pinned."""
    unheeded: UnheededWishes = field(default_factory=UnheededWishes, init=False)
    _owners: dict[str, str] = field(default_factory=dict, init=False)
    _bare_ones: dict[tuple[Wish, str, str, str, int], Wanted] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        self.moved = MovedPages(self.library, self.settings.tolerance, self._without_recipe)

    def begin(self, pages: AllPages | None = None) -> None:
        """Forget which page each recipe belongs to, and which page has moved."""
        self._owners, self._bare_ones = {}, {}
        self.styles.begin()
        self.unheeded.begin()
        self.painter_facts.begin()
        self.library.begin()
        self.moved.begin(pages)

    def page(self, source: PageSource) -> PagePlan:
        """What a page asks for, and what will be done about it."""
        wishes = read_wishes(source.meta)
        asked, decided = wishes.asked(included=source.included), wishes.decided(included=source.included)
        problems = [*wishes.warnings(included=source.included)]
        if not asked:
            return PagePlan(problems=tuple(problems), decided=decided)
        if wishes.flagged and not all(self._is_seen(source, wish) for _, wish in asked):
            problems.append(_UNSEEN.format(source.meta.get("template")))
        figures = tuple(self._figures(source, wishes, problems))
        return PagePlan(figures, tuple(problems), decided)

    def _wished(self, source: PageSource, wishes: Wishes) -> Iterator[tuple[int, Wish, Article]]:
        """The figures that a page asks for and can show, and what each is about."""
        return (figure for figure in articles(source, wishes) if self._is_seen(source, figure[1]))

    def _is_seen(self, source: PageSource, wish: Wish) -> bool:
        """Whether a figure has a place, on its page or elsewhere: `none` is for a share card, or an excerpt."""
        return source.shown or (wish.placement or self.settings.placement) == "none"

    def _without_recipe(self, sources: Iterable[PageSource]) -> Iterator[tuple[Article, int]]:
        """The figures that the portfolio has nothing for."""
        for source in sources:
            wishes = read_wishes(source.meta)
            asked = wishes.asked(included=source.included)
            lacking = {number for number, _ in asked if self.library.kept(source.page, number).lacks}
            if lacking:
                yield from ((article, n) for n, _, article in self._wished(source, wishes) if n in lacking)

    def _figures(self, source: PageSource, wishes: Wishes, problems: list[str]) -> Iterator[FigurePlan]:
        for number, wish, article in self._wished(source, wishes):
            problem = self._foreign(article, number)
            if problem:
                problems.append(problem)
                continue
            yield self.figure(article, possible(wish, self.settings, problems), number)

    def _foreign(self, article: Article, number: int) -> str:
        """Whether another page's recipe has this figure's name: `a/b.2.md` beside `a/b.md`, `A.md` beside `a.md`."""
        path = self.library.recipe_path(article.page, number)
        same = unicodedata.normalize("NFC", str(path)).casefold()  # as macOS and Windows see it
        owner = self._owners.setdefault(same, article.page) if path else article.page
        return "" if owner == article.page else f"its recipe {path.name if path else ''} belongs to {owner}: rename it"

    def figure(self, article: Article, wish: Wish, number: int = 1) -> FigurePlan:
        """Look in the portfolio, then in the cache, then ask whether a picture may be bought."""
        image = self.image(wish.model)
        kept, moved = self.library.kept(article.page, number), None
        if kept.lacks:
            moved = self.moved.find(article, number)
            kept = moved.kept if moved else kept
        recipe = kept.recipe
        wanted = self._wanted(article, wish, recipe, image)
        if image.free and is_drawing(recipe):
            recipe, wanted = self._picked(recipe, wanted, wish, image)
        fresh = self.force or wanted.is_briefed or is_rejected(recipe)
        fits = not fresh and still_fits(recipe, article, wanted, self.settings.tolerance)
        old = recipe if kept.whole or (is_drawing(recipe) and not image.free) else None
        named = figure_name(article.page, number) in self.named
        state, reason = self._state(wish, wanted, old, image, fits=fits, named=named)
        if state is State.MISSING and recipe and not recipe.file and wanted.prompt and not wish.prompt:
            state = State.BRIEFED
        cause: Code | None = "refused" if reason else None
        asks = state in TO_BUY and self._asks_chat(wanted, recipe)
        if state in TO_BUY:
            reason, cause = self._hindrance(kept.trouble, state, image, asks=asks)
        elif moved and not reason:
            reason = f"moved here from {moved.page}"
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
            cause=cause,
            asks_chat=asks,
            trouble=kept.trouble,
            barred=cause in {"barred", "damaged"},
            lies_at=moved.place if moved else "",
        )
        return replace(plan, key=shown_key(recipe)) if plan.shows_old and recipe else plan

    def _picked(self, recipe: Recipe, wanted: Wanted, wish: Wish, image: ImageModel) -> tuple[Recipe | None, Wanted]:
        """A drawing that somebody picked; the article's own, where its author wishes for another by now."""
        if self.force or not still_drawn(recipe, wanted, pin=wish.pin):
            return None, wanted
        drawn = drawn_as(wanted, recipe)
        return recipe, replace(drawn, key=order_key(picture_order(drawn, "", image)))

    def further(self, plan: FigurePlan, wanted: Wanted) -> FigurePlan:
        """What it takes to have another picture for a figure, as a candidate, whatever it shows."""
        if plan.image.free:
            return replace(plan, wanted=wanted, state=State.OFFLINE, buy=False, reason="")
        said = "" if self.force else self.library.refusal(wanted.key)
        found = not self.force and self.library.has_picture(wanted.key)
        state = State.CACHED if found else State.REFUSED if said else State.MISSING
        asks = state is State.MISSING and self._asks_chat(wanted, plan.recipe)
        reason = said
        cause: Code | None = "refused" if said else None
        if state is State.MISSING:
            reason, cause = self._hindrance(plan.trouble, state, plan.image, asks=asks)
        return replace(
            plan,
            wanted=wanted,
            key=wanted.key,
            state=state,
            reason=reason,
            cause=cause,
            asks_chat=asks,
            barred=cause in {"barred", "damaged"},
            buy=state is State.MISSING and not reason,
            has_old=False,
        )

    def _wanted(self, article: Article, wish: Wish, recipe: Recipe | None, image: ImageModel) -> Wanted:
        wanted = self._asked(article, wish, recipe, image)
        bare = self._bare(article, wish, recipe)
        wanted = replace(wanted, setup=bare.setup, key=key_instead(wanted.key, recipe))
        waits = brief_fits(recipe, article, wanted, bare.brief_key, self.settings.tolerance)
        return as_briefed(wanted, recipe, image) if recipe and waits else wanted

    def _asked(self, article: Article, wish: Wish, recipe: Recipe | None, image: ImageModel) -> Wanted:
        manner = self.styles.followed(style_of(wish, self.settings), image)
        self.unheeded.note(article.page, wish, image, self.chat, self.settings.styles)
        site = self.painter_facts.of((*wish.motifs, *(recipe.motifs if recipe else ())))
        wanted = want(article, wish, recipe, self.settings, chat=self.chat, image=image, manner=manner, site=site)
        return replace(wanted, style_to_make=self.styles.to_make(wanted.first))

    def setup(self, article: Article, wish: Wish, recipe: Recipe | None) -> str:
        """The key of all that is asked for besides the article's words, in the light of a recipe."""
        return self._bare(article, wish, recipe).setup

    def _bare(self, article: Article, wish: Wish, recipe: Recipe | None) -> Wanted:
        same = (wish, edited_prompt(recipe) or "", recipe.note if recipe else "", article.language, article.repeat)
        bare = self._bare_ones.get(same)
        if bare is None:  # the same for nearly all pages of a site
            image = self.image(wish.model)
            bare = self._asked(without_words(article), wish, recipe, image)
            bare = replace(bare, setup=setup_key(bare, image))
            self._bare_ones[same] = bare
        return bare

    def _state(
        self, wish: Wish, wanted: Wanted, recipe: Recipe | None, image: ImageModel, *, fits: bool, named: bool
    ) -> tuple[State, str]:
        if recipe is not None:
            if (wish.pin or recipe.pin) and not named:
                return State.PINNED, ""
            if fits or (recipe.origin == "imported" and not is_rejected(recipe) and not (self.force and named)):
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

    def _hindrance(self, trouble: str, state: State, image: ImageModel, *, asks: bool) -> tuple[str, Code | None]:
        """Why a picture is not bought, in a line and in a word."""
        if trouble:  # what can't be read may well be paid for: it is not bought again
            return trouble, "damaged"
        bar = barred(self.settings, self.where, state)
        if bar:
            return bar, "barred"
        try:
            image.ready()
            if asks:
                self.chat.ready()
        except NotAllowed as error:
            return str(error), error.code
        return "", None

    def _asks_chat(self, wanted: Wanted, recipe: Recipe | None) -> bool:
        """Whether its words are to be asked for: they stand neither in the recipe nor in the cache."""
        if not wanted.brief_key or (recipe is not None and recipe.prompt and recipe.brief == wanted.brief_key):
            return False
        return self.library.brief(wanted.brief_key) is None
