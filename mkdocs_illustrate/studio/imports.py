"""A picture that was made elsewhere -> the recipe under which its page shows it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime

from ..pictures.check import check
from ..pictures.provenance import GENERATED, read_source_type
from ..records import Brief, Picture, Recipe
from .decisions import Decision
from .keys import of_text
from .recipes import to_keep, words_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """What the person who brings a picture says about it; None where nothing is said."""

    prompt: str | None = None
    alt: str | None = None
    caption: str | None = None
    credit: str = ""
    source: str | None = None
    """An IPTC digital source type."""


def brought(decision: Decision, brief: Brief, data: bytes, said: Origin) -> tuple[Recipe, Picture, str]:
    """The recipe, the picture as it is kept, and its file ending; BadAnswer if it is none."""
    picture, ending = to_keep(check(data, drawing=True))
    commission, title = decision.commission, decision.commission.article.title
    # The brief describes this picture only if it was made by it.
    by_brief = said.prompt is None and decision.image.by_hand
    prompt = brief.prompt if by_brief else said.prompt or ""
    alt, caption = (brief.alt, brief.caption) if by_brief else (title, title)
    alt = alt if said.alt is None else said.alt
    caption = caption if said.caption is None else said.caption
    alt, caption = words_of(commission.wish, alt, caption)
    recipe = Recipe(
        key=hashlib.sha256(data).hexdigest(),
        brief=decision.wanted.brief_key if by_brief else "",
        article=of_text(commission.article.words),
        prompt=prompt,
        draft=of_text(prompt),
        alt=alt,
        caption=caption,
        provider="manual",
        made=datetime.now(UTC).date().isoformat(),
        width=picture.width,
        height=picture.height,
        origin="imported",
        digital_source_type=said.source or read_source_type(data) or GENERATED,
        credit=said.credit,
    )
    return recipe, picture, ending
