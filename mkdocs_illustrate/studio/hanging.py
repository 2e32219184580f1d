"""A picture that is there -> the figure of its page: kept in the portfolio, cut to sizes, with its words.

All of it runs on a worker's thread, which reads a picture, finishes it and forgets it: whoever waits holds none.
"""

from __future__ import annotations

import contextlib
import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from ..errors import BadAnswer, StoreError
from ..page.substance import sketch
from ..pictures.provenance import DRAWN, GENERATED, Marks
from ..records import Asset, Outcome, Picture, Recipe, State, Use
from ..settings import Settings
from .bought import Bought
from .cache_entries import other_key
from .candidate_list import Candidate
from .keys import image_settings
from .library import Library, as_pictured, is_drawing
from .plans import FigurePlan
from .purchases import Purchases
from .recipes import bought_recipe, made_by_model, source_type, to_keep, words_of
from .renditions import Renditions, Shown, file_stem
from .workers import Workers

_USES: tuple[Use, ...] = ("page", "dark")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hanging:
    """Hangs the pictures of one site."""

    settings: Settings
    library: Library
    renditions: Renditions
    purchases: Purchases
    workers: Workers

    def bought(self, plan: FigurePlan, bought: Bought) -> Outcome:
        """A picture that was just paid, by this build or by another one."""
        return self._kept(plan, bought, self._found(plan.wanted.key))

    def cached(self, plan: FigurePlan) -> Outcome:
        """A picture that an earlier build left; one that is none after all is not found a second time."""
        picture = self._found(plan.wanted.key)
        try:
            brief = self.workers.noted(lambda: self.purchases.words.brief_of_before(plan))
            return self._kept(plan, Bought(brief=brief, made=False), picture)
        except (BadAnswer, StoreError) as error:
            self.workers.noted(lambda: self.library.put_aside(plan.wanted.key))
            raise StoreError(f"the cached picture was put aside ({error}); the next build makes it anew") from None

    def settled(self, plan: FigurePlan) -> FigurePlan:
        """A page that has moved takes recipe and picture along; what can't be written is used where it lies."""
        recipe = plan.recipe
        if not plan.lies_at or recipe is None:
            return plan
        called = functools.partial(replace, title=recipe.title)
        try:
            kept = self.workers.noted(lambda: self.library.move(plan.lies_at, plan.page, plan.number, called))
        except StoreError as error:
            return replace(plan, trouble=str(error))
        return replace(plan, recipe=kept.recipe, has_old=kept.whole, moved_from=plan.lies_at, lies_at="")

    def see(self, plan: FigurePlan) -> None:
        """Note the words of a page whose picture stays whatever they are, so that the page is known where it moves."""
        seen = functools.partial(replace, seen=sketch(plan.article.words))
        with contextlib.suppress(StoreError):  # the next build notes it
            self.workers.noted(lambda: self.library.change(*plan.kept_as, seen))

    def old(self, plan: FigurePlan, recipe: Recipe) -> Outcome:
        """The picture of the portfolio."""
        return self._shown(plan, recipe, self.library.kept_picture(*plan.kept_as, recipe))

    def at_once(self, plan: FigurePlan) -> Outcome | None:
        """The same where all of it is cut already, and quick enough for any thread; None if anything is to be done."""
        recipe = plan.recipe
        if recipe is None or not plan.shows_old or min(recipe.width, recipe.height) < 1:
            return None
        said = Picture(data=b"", media_type="", width=recipe.width, height=recipe.height, sha256=recipe.sha256)
        try:
            files = self.renditions.there(said, _shown(plan, recipe))  # looked up first: else it would be read twice
            as_said = files and said == replace(self.library.kept_picture(*plan.kept_as, recipe), data=b"")
        except (StoreError, OSError):
            return None  # what is wrong with it is said where something is done about it
        return _outcome(plan, recipe, files) if as_said else None

    def drawn(self, plan: FigurePlan, keys: Sequence[str]) -> Outcome | None:
        """A built-in drawing, or the pair of them; they are in the cache only. None if one is not drawn yet."""
        found = [self.workers.noted(functools.partial(self.library.picture, key)) for key in keys]
        pictures = [picture for picture in found if picture is not None]
        if len(pictures) < len(keys):
            return None
        chosen = plan.recipe if is_drawing(plan.recipe) else Recipe()
        alt, caption = words_of(plan.wish, chosen.alt or pictures[0].alt, chosen.caption or pictures[0].caption)
        shown = _shown_drawings(plan, keys)
        files = (self.renditions.of(picture, how) for picture, how in zip(pictures, shown, strict=True))
        language = _foreign(pictures[0], plan) if alt == pictures[0].alt else ""
        outcome = replace(plan.outcome(), key=keys[0], assets=tuple(chain(*files)))
        return replace(outcome, alt=alt, alt_language=language, caption=caption)

    def folders(self, plan: FigurePlan, drawn: Sequence[str]) -> Iterator[Path]:
        """Where the files lie that a figure shows, or would show: its old picture's, its new one's, its drawings'."""
        recipe = plan.recipe
        with contextlib.suppress(StoreError):
            if recipe is not None and plan.has_old:
                kept = self.library.kept_picture(*plan.kept_as, recipe)
                yield from self.renditions.folders_of(kept, _shown(plan, recipe))
        drawings = _shown_drawings(plan, drawn)
        for key, shown in (
            (plan.wanted.key, _as_wanted(plan, Marks(source_type=GENERATED))),
            *zip(drawn, drawings, strict=True),
        ):
            picture = self.library.picture(key)
            if picture is not None:
                yield from self.renditions.folders_of(picture, shown)

    def keep(self, plan: FigurePlan, recipe: Recipe, picture: Picture, ending: str) -> Recipe:
        """Put a picture into the portfolio; the one that it replaces goes on in the cache."""
        old = plan.recipe if plan.has_old else None
        keep = functools.partial(self.library.keep, plan.page, plan.number, recipe, picture, ending, old=old)
        return self.workers.noted(keep)

    def candidate(self, plan: FigurePlan, bought: Bought) -> Candidate:
        """A picture that is in the cache becomes a candidate, with what else came of the same purchase."""
        picture = self._found(plan.wanted.key)
        with self.workers.room_for(picture.data):
            added = self._candidate(plan, self._recipe(plan, picture, bought), picture, checked=bought.made)
        self._further(plan, bought)
        return added

    def _further(self, plan: FigurePlan, bought: Bought) -> None:
        """Further pictures of a purchase: they are paid like the first."""
        for number in range(2, plan.image.count + 1):
            key = other_key(plan.wanted.key, number)
            picture = self.workers.noted(functools.partial(self.library.picture, key))
            if picture is not None:
                recipe = replace(self._recipe(plan, picture, bought), key=key)
                self._candidate(plan, recipe, picture, checked=bought.made)

    def _candidate(self, plan: FigurePlan, recipe: Recipe, picture: Picture, *, checked: bool) -> Candidate:
        kept, _ = to_keep(picture, checked=checked)
        price = None if recipe.cost is None else round(recipe.cost / max(plan.image.count, 1), 6)
        add = functools.partial(self.library.candidates.add, plan.page, plan.number, replace(recipe, cost=price), kept)
        return self.workers.noted(add)

    def _recipe(self, plan: FigurePlan, picture: Picture, bought: Bought) -> Recipe:
        return bought_recipe(plan, picture, bought.brief, image_settings(self.settings, plan.wish).options)

    def _found(self, key: str) -> Picture:
        picture = self.workers.noted(lambda: self.library.picture(key))
        if picture is None:
            raise StoreError("the cached picture can't be read any more")
        return picture

    def _kept(self, plan: FigurePlan, bought: Bought, picture: Picture) -> Outcome:
        """Into the portfolio at once, then into the page. What people wrote into its recipe meanwhile is kept."""
        now = self.library.kept(plan.page, plan.number).recipe
        plan = plan if now is None else replace(plan, recipe=now)
        recipe = self._recipe(plan, picture, bought)
        if self.library.keeps and not plan.trouble:
            try:
                with self.workers.room_for(picture.data):
                    picture, ending = to_keep(picture, checked=bought.made)
                recipe = self.keep(plan, recipe, picture, ending)
            except StoreError as error:  # shown all the same: it is paid, and in the cache
                plan = replace(plan, trouble=str(error))
                self.purchases.folders.lost(str(error))
        self._further(plan, bought)
        state = State.MADE if bought.made else State.CACHED
        return self._shown(replace(plan, key=plan.wanted.key, state=state), recipe, picture)

    def _shown(self, plan: FigurePlan, recipe: Recipe, picture: Picture) -> Outcome:
        """The files and words of a picture that has a recipe."""
        with self.workers.room_for(picture.data):
            files = self.renditions.of(picture, _shown(plan, recipe))
        return _outcome(plan, recipe, files)


def _foreign(picture: Picture, plan: FigurePlan) -> str:
    """The language of a drawing's words, where its page has another."""
    spoken = picture.alt_language
    return "" if spoken[:2] == plan.article.language.lower()[:2] else spoken


def _as_wanted(plan: FigurePlan, marks: Marks, key: str = "", use: Use = "page") -> Shown:
    """How the picture of a figure is shown; the first of a page is its card too."""
    stem = file_stem(plan.page, plan.number, key or plan.key)
    card = plan.number == 1 and use == "page"
    return Shown(ratio=plan.wanted.ratio, stem=stem, marks=marks, use=use, card=card)


def _marks(recipe: Recipe) -> Marks:
    """What a recipe says of its picture; one that is kept nowhere is of each day anew."""
    kind = source_type(recipe)
    if not recipe.file:
        return Marks(source_type=kind)
    model = recipe.model if made_by_model(kind) else ""
    return Marks(source_type=kind, credit=recipe.credit, made=recipe.made, model=model)


def _shown(plan: FigurePlan, recipe: Recipe) -> Shown:
    """The same of a picture that has a recipe; what people brought is shown as it came."""
    shown = _as_wanted(plan, _marks(recipe))
    return replace(shown, ratio=None) if recipe.origin == "imported" else shown


def _shown_drawings(plan: FigurePlan, keys: Sequence[str]) -> list[Shown]:
    """Of one drawing, or of a light and a dark one: all files of a figure are called after its first key."""
    light, *dark = (
        _as_wanted(plan, Marks(source_type=DRAWN), keys[0], use) for use, _ in zip(_USES, keys, strict=False)
    )
    return [light, *(replace(shown, stem=f"{shown.stem}-dark") for shown in dark)]


def _outcome(plan: FigurePlan, recipe: Recipe, files: tuple[Asset, ...]) -> Outcome:
    recipe = as_pictured(recipe)
    alt, caption = words_of(plan.wish, recipe.alt, recipe.caption)
    by_model = made_by_model(source_type(recipe))
    cost = recipe.cost if plan.state is State.MADE else 0.0
    shown = replace(plan.outcome(), assets=files, alt=alt, caption=caption, by_model=by_model)
    return replace(shown, credit=recipe.credit, cost=cost)
