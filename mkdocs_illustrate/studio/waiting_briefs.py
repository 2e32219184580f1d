"""Briefs before their pictures: written into the recipe, where they wait until a picture is made of them.

One that the chat model wrote waits as long as it says what the article says; one that a person wrote, until it is
taken out.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from ..characters import visible, whole
from ..models.briefs import USUAL_LIMIT, alt_of
from ..page.substance import sketch
from ..records import Article, Brief, Recipe, State
from ..settings import Settings
from .bars import barred
from .keys import Wanted, brief_question, edited_prompt, order_key, text_key, want, without_words
from .known_prompts import BY_HAND
from .library import PICTURED, Library
from .planning import Planning
from .plans import FigurePlan
from .purchases import Purchases
from .recipes import figure_words
from .workers import Workers


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedBrief:
    """A question to the chat model, and what becomes of the answer."""

    plan: FigurePlan
    """As if nobody had written a prompt."""
    note: str
    """The hint that the recipe will remember."""
    setup: str
    """The question without the article's words."""
    price: float | None
    """US dollars for the answer; None where nobody knows."""

    def answered(self, brief: Brief) -> Callable[[Recipe], Recipe]:
        """What the brief makes of the recipe: prompt and words are new, a picture that is there stays."""

        def change(recipe: Recipe) -> Recipe:
            alt, caption, written = figure_words(replace(self.plan, recipe=recipe), brief)
            of = _of_article(self.plan.article)
            return replace(
                _remembered(recipe if recipe.file else replace(recipe, **of), brief.prompt),
                prompt=brief.prompt,
                alt=alt,
                caption=caption,
                written=written,
                note=self.note,
                brief=self.plan.wanted.brief_key,
                draft=text_key(brief.prompt),
                waits=(of if recipe.file else {})
                | {"setup": self.setup}
                | ({} if brief.cost is None else {"cost": round(brief.cost, 6)}),
            )

        return change


def _of_article(article: Article) -> dict[str, Any]:
    """What a brief was written for. In the recipe itself it stands where that of the picture does, if there is one."""
    return {"title": article.title, "article": text_key(article.words), "sketch": sketch(article.words)}


def asked_brief(plan: FigurePlan, note: str, settings: Settings) -> AskedBrief:
    """The question for a figure, also where a painter draws that needs no brief."""
    recipe = plan.recipe or Recipe()
    known = "" if edited_prompt(recipe) else recipe.prompt
    bare = replace(recipe, prompt=known, note=note, waits={})
    wanted = _asked(plan, plan.article, bare, settings)
    setup = _asked(plan, without_words(plan.article), bare, settings).brief_key
    order = plan.chat.plan(brief_question(plan.article, wanted.note, settings, USUAL_LIMIT, wanted.facts))
    return AskedBrief(plan=replace(plan, recipe=bare, wanted=wanted), note=note, setup=setup, price=order.price)


def _asked(plan: FigurePlan, article: Article, recipe: Recipe, settings: Settings) -> Wanted:
    wish, manner, site = replace(plan.wish, prompt=None), plan.wanted.manner, plan.wanted.site
    wanted = want(article, wish, recipe, settings, chat=plan.chat, image=plan.image, manner=manner, site=site)
    question = brief_question(article, wanted.note, settings, None, wanted.facts)
    return replace(wanted, brief_key=wanted.brief_key or order_key(plan.chat.plan(question)))


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnBrief:
    """A brief that a person wrote, or had written elsewhere; None where nothing is said."""

    prompt: str
    alt: str | None = None
    caption: str | None = None
    rest_stays: bool = False
    """What is not said is as it was; else it is made of what is said."""


def with_own(recipe: Recipe, plan: FigurePlan, brief: OwnBrief) -> Recipe:
    """The recipe with somebody's own words, which stay; what was not said is made of what was."""
    prompt = whole(brief.prompt).strip()
    told = Brief(prompt=prompt, alt=alt_of(prompt), caption=plan.article.title)
    alt, caption, written = figure_words(replace(plan, recipe=recipe), told)
    if recipe.prompt and (brief.rest_stays or prompt == recipe.prompt):
        alt, caption, written = recipe.alt, recipe.caption, recipe.written
    said = {"alt": brief.alt, "caption": brief.caption}
    own: dict[str, Any] = {name: visible(text) for name, text in said.items() if text is not None}
    recipe = replace(
        _remembered(recipe, prompt), alt=alt, caption=caption, written={**written, **dict.fromkeys(own, BY_HAND)}
    )
    recipe = replace(recipe, **own, **({} if recipe.file else _of_article(plan.article)))
    return recipe if prompt == recipe.prompt else replace(recipe, prompt=prompt, draft=BY_HAND, waits={})


def _remembered(recipe: Recipe, prompt: str) -> Recipe:
    """The recipe before a newer prompt comes into it: a picture that is there is shown with its own words till then."""
    if not recipe.file or recipe.pictured or prompt == recipe.prompt:
        return recipe
    return replace(recipe, pictured={name: getattr(recipe, name) for name in (*PICTURED, "written")})


@dataclass(frozen=True, slots=True)
class WaitingBriefs:
    """Writes briefs into the recipes of one site."""

    planning: Planning
    purchases: Purchases
    library: Library
    workers: Workers
    change: Callable[[FigurePlan, Callable[[Recipe], Recipe]], Recipe]
    """Mends the recipe of a figure, wherever that lies."""

    def look_again(self, plan: FigurePlan) -> FigurePlan:
        """How a figure stands by what lies on the disk now."""
        return self.planning.figure(plan.article, plan.wish, plan.number)

    def question(self, plan: FigurePlan, note: str) -> AskedBrief:
        """What the chat model would be asked for a figure, whatever is written already."""
        return asked_brief(plan, note, self.planning.settings)

    def is_written(self, asked: AskedBrief) -> bool:
        """Whether its answer is known."""
        return self.workers.noted(lambda: self.purchases.words.is_known(asked.plan))

    def barred(self) -> str:
        """Why nobody may be asked in this run; empty if that may be."""
        return barred(self.planning.settings, self.planning.where, State.BRIEFED)

    async def write(self, asked: AskedBrief, *, anew: bool) -> Recipe:
        """Have a brief written, and put it into the recipe, where it waits for its picture."""
        self.library.check_keeps(asked.plan.trouble)
        words = await self.workers.note(lambda: self.purchases.asking(anew=anew))
        change = asked.answered(await words.brief(asked.plan, anew=anew))
        return await asyncio.to_thread(self.change, asked.plan, change)

    def take(self, plan: FigurePlan, brief: OwnBrief) -> Recipe:
        """Put somebody's own brief into the recipe."""
        self.library.check_keeps(plan.trouble)
        return self.change(plan, lambda recipe: with_own(recipe, plan, brief))
