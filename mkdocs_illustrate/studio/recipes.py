"""A purchase -> its recipe, and a recipe -> the words of its figure."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime

from ..pictures.check import EXTENSIONS
from ..pictures.provenance import GENERATED
from ..pictures.sizes import smaller
from ..records import Picture, Recipe, Wish
from .budget import added
from .decisions import Decision
from .keys import of_text
from .purchases import Bought

_HEAVY = 500_000  # bytes; a heavier picture is kept as a WebP of the same size


def write_recipe(decision: Decision, bought: Bought, options: dict[str, object]) -> Recipe:
    """How this picture came to be."""
    commission, wanted, image = decision.commission, decision.wanted, decision.image
    wish, brief, picture = commission.wish, bought.brief, bought.picture
    cost = added(picture.cost, brief.cost)
    return Recipe(
        key=wanted.key,
        brief=wanted.brief_key,
        article=of_text(commission.article.words),
        prompt=brief.prompt,
        draft=_draft(decision, brief.prompt),
        alt=brief.alt if wish.alt is None else wish.alt,
        caption=brief.caption if wish.caption is None else wish.caption,
        style=wanted.style,
        provider=image.vendor,
        model=image.model,
        size=wanted.asked,
        seed=picture.seed if picture.seed is not None else wanted.seed,
        options=options,
        revised_prompt=picture.revised_prompt,
        made=datetime.now(UTC).date().isoformat(),
        cost=None if cost is None else round(cost, 6),
        width=picture.width,
        height=picture.height,
        digital_source_type=GENERATED,
    )


def _draft(decision: Decision, prompt: str) -> str:
    """A prompt that was written by hand into the recipe stays known as that."""
    recipe = decision.recipe
    by_hand = decision.wanted.prompt is not None and not decision.commission.wish.prompt
    return recipe.draft if by_hand and recipe is not None else of_text(prompt)


def to_keep(picture: Picture) -> tuple[Picture, str]:
    """The vendor's own bytes, or a lighter picture of the same size, and its file ending."""
    if len(picture.data) <= _HEAVY:
        return picture, EXTENSIONS[picture.media_type]
    return replace(picture, data=smaller(picture.data), media_type="image/webp"), "webp"


def words_of(wish: Wish, alt: str, caption: str) -> tuple[str, str]:
    """Alt and caption of a figure: the page's own words first."""
    return (
        alt if wish.alt is None else wish.alt,
        caption if wish.caption is None else wish.caption,
    )


def source_type(recipe: Recipe) -> str:
    """The IPTC word in a recipe, if it can be one."""
    said = recipe.digital_source_type
    return said if re.fullmatch(r"[A-Za-z]{4,60}", said) else GENERATED


def made_by_model(kind: str) -> bool:
    """Whether a digital source type says that a model made the picture, or a part of it."""
    return "trained" in kind.lower()
