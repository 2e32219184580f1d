"""Recipes: how a picture came to be, bought or brought, and the words of its figure."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from ..characters import all_whole, visible
from ..dates import today
from ..errors import UntoldSource
from ..page.substance import sketch
from ..pictures.decoding import EXTENSIONS, check
from ..pictures.drawings import MEDIA_TYPE
from ..pictures.provenance import GENERATED, read_source_type
from ..pictures.sizes import smaller
from ..records import Brief, Picture, Recipe, Wish
from .alt_texts import CARRIED, carried
from .edits import edited
from .keys import sent_seed, text_key
from .plans import FigurePlan

_LONGEST_REVISED = 6000  # characters: no vendor takes a longer prompt, so none was drawn from one
_WORDS = ("alt", "caption")
_HEAVY = 500_000  # bytes; a heavier picture is kept as a WebP of the same size


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """What the person who brings a picture says about it; None where nothing is said."""

    prompt: str | None = None
    alt: str | None = None
    caption: str | None = None
    credit: str = ""
    source: str | None = None
    """An IPTC digital source type."""


def bought_recipe(plan: FigurePlan, picture: Picture, brief: Brief, options: Mapping[str, Any]) -> Recipe:
    """The recipe of a picture that a model made."""
    wanted = plan.wanted
    alt, caption, written = figure_words(plan, brief)
    cost = added(picture.cost, brief.cost)
    made = replace(
        made_for(plan, Recipe()),
        approved=plan.recipe.approved if plan.recipe else {},  # of the picture before: a look back compares them
        key=wanted.key,
        brief=wanted.brief_key,
        prompt=brief.prompt,
        draft=_draft(plan, brief.prompt),
        alt=alt,
        caption=caption,
        written=written,
        note=plan.recipe.note if plan.recipe else "",
        style=wanted.style,
        provider=plan.image.vendor,
        model=plan.image.model,
        size=wanted.asked,
        seed=sent_seed(wanted, plan.image) if all_whole(picture.seed) is None else picture.seed,
        options=options,
        revised_prompt=picture.revised_prompt and picture.revised_prompt[:_LONGEST_REVISED],
        made=today().isoformat(),
        cost=None if cost is None else round(cost, 6),  # prices by the token have long tails
        width=picture.width,
        height=picture.height,
        made_from=wanted.made_from,
        digital_source_type=GENERATED,
    )
    return edited(made, wanted.edit) if wanted.edit else made


def imported_recipe(plan: FigurePlan, brief: Brief, data: bytes, said: Origin) -> tuple[Recipe, Picture, str]:
    """The recipe of a picture made elsewhere, the picture as it is kept, its file ending; BadAnswer if it is none."""
    picture, ending = to_keep(check(data, drawing=True))
    kind = said.source or read_source_type(data) or (GENERATED if said.prompt else None)
    if kind is None:
        raise UntoldSource("nothing says how it was made")
    # The brief describes this picture only if it was made by it.
    by_brief = said.prompt is None and plan.image.by_hand
    if not by_brief:
        brief = Brief(prompt=said.prompt or "", alt=plan.article.title)
    alt, caption, written = figure_words(plan, brief, said)
    recipe = replace(
        made_for(plan, Recipe()),
        key=hashlib.sha256(data).hexdigest(),
        brief=plan.wanted.brief_key if by_brief else "",
        prompt=brief.prompt,
        draft=text_key(brief.prompt),
        alt=alt,
        caption=caption,
        written=written,
        provider="manual",
        made=today().isoformat(),
        width=picture.width,
        height=picture.height,
        origin="imported",
        digital_source_type=kind,
        credit=visible(said.credit),
    )
    return recipe, picture, ending


def picked_recipe(plan: FigurePlan, candidate: Recipe) -> Recipe:
    """The recipe of a candidate that becomes the picture: it is for the article as it is, and nobody has approved it.

    A word that somebody wrote for this very picture goes before one that was written for the picture before it.
    """
    brief = Brief(prompt=candidate.prompt, alt=candidate.alt, caption=candidate.caption)
    alt, caption, written = figure_words(plan, brief)
    theirs = {name: getattr(candidate, name) for name in _WORDS if _is_own(candidate, name)}
    first = {name: candidate.written.get(name, written[name]) for name in _WORDS}
    whose = candidate.written if "alt" in theirs else written
    return replace(
        made_for(plan, candidate),
        alt=theirs.get("alt", alt),
        caption=theirs.get("caption", caption),
        written={**first, **{name: whose[name] for name in CARRIED if name in whose}},
        pin=bool(plan.recipe and plan.recipe.pin) or (candidate.pin and candidate.origin == "edited"),
        approved=plan.recipe.approved if plan.recipe else {},  # a look back compares them
        rejected={},
    )


def to_keep(picture: Picture, *, checked: bool = True) -> tuple[Picture, str]:
    """The vendor's own bytes, or a lighter picture of the same size, and its file ending.

    One that was not `checked` in this run lay in a folder that anybody may have filled: it is decoded first.
    """
    if not checked:
        check(picture.data, drawing=picture.media_type == MEDIA_TYPE)
    if len(picture.data) <= _HEAVY:
        return picture, EXTENSIONS[picture.media_type]
    return replace(picture, data=smaller(picture.data), media_type="image/webp", sha256=""), "webp"


def words_of(wish: Wish, alt: str, caption: str) -> tuple[str, str]:
    """Alt and caption of a figure: the page's own words first, and whoever wrote them, what can be seen of them."""
    return (
        visible(alt if wish.alt is None else wish.alt),
        visible(caption if wish.caption is None else wish.caption),
    )


def source_type(recipe: Recipe) -> str:
    """The IPTC word in a recipe, if it can be one."""
    said = recipe.digital_source_type
    return said if re.fullmatch(r"[A-Za-z]{4,60}", said) else GENERATED


def made_by_model(kind: str) -> bool:
    """Whether a digital source type says that a model made the picture, or a part of it."""
    return "trained" in kind.lower()


def added(*costs: float | None) -> float | None:
    """What is known of some costs, together; None if nothing is."""
    known = [cost for cost in costs if cost is not None]
    return sum(known) if known else None


def made_for(plan: FigurePlan, recipe: Recipe) -> Recipe:
    """A recipe with the article as it is: what it will be held against later."""
    article = plan.article
    return replace(
        recipe,
        title=article.title,
        article=text_key(article.words),
        sketch=sketch(article.words),
        setup=plan.wanted.setup,
    )


def paid_before(recipe: Recipe) -> float | None:
    """What a brief cost that waits for its picture."""
    cost = recipe.waits.get("cost")
    return cost if isinstance(cost, int | float) else None


def figure_words(plan: FigurePlan, brief: Brief, said: Origin | None = None) -> tuple[str, str, Mapping[str, str]]:
    """Alt and caption, and what is known of how they were written: what somebody changed in the recipe stays."""
    said = said or Origin()
    first = (brief.alt if said.alt is None else said.alt, brief.caption if said.caption is None else said.caption)
    fresh = dict(zip(_WORDS, words_of(plan.wish, *first), strict=True))
    old = plan.recipe or Recipe()
    own = {name: getattr(old, name) for name in _WORDS if _is_own(old, name) and not _is_said(name, plan.wish, said)}
    words = fresh | own
    # A brief that is used again brings somebody's own words along: they stay known as that.
    written = {name: old.written[name] if own.get(name) == text else text_key(text) for name, text in fresh.items()}
    return words["alt"], words["caption"], {**written, **(carried(old) if "alt" in own else {})}


def _is_said(name: str, *by: Wish | Origin) -> bool:
    """Whether somebody says these words just now: in the page, or with the picture."""
    return any(getattr(one, name) is not None for one in by)


def _is_own(recipe: Recipe, name: str) -> bool:
    """Whether somebody changed these words of a recipe after they were written."""
    first = recipe.written.get(name)
    return first is not None and first != text_key(getattr(recipe, name))


def _draft(plan: FigurePlan, prompt: str) -> str:
    """A prompt that was written by hand into the recipe stays known as that."""
    recipe = plan.recipe
    by_hand = plan.wanted.prompt is not None and not plan.wish.prompt
    return recipe.draft if by_hand and recipe is not None else text_key(prompt)
