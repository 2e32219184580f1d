"""A page -> the figures it asks for: its flag, its wishes and its words together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..reading import FLAG
from ..records import Commission
from .article import read_article
from .wishes import read_wishes


@dataclass(frozen=True, slots=True, kw_only=True)
class PageCommissions:
    """The figures that a page asks for, and what in its front matter can't be meant."""

    commissions: tuple[Commission, ...] = ()
    problems: tuple[str, ...] = ()


def read_commissions(
    page: str, source: str, meta: Mapping[str, Any], *, included: bool, language: str
) -> PageCommissions:
    """Read a page whose front matter was taken off its source."""
    wishes = read_wishes(meta)
    if not (included if wishes.flagged is None else wishes.flagged):
        problems = wishes.problems if FLAG in meta else ()
        return PageCommissions(problems=problems)
    article = read_article(page, source, meta, language)
    commissions = tuple(
        Commission(article=article, wish=wish, number=number)
        for number, wish in enumerate(wishes.figures, 1)
        if wish is not None
    )
    return PageCommissions(commissions=commissions, problems=wishes.problems)
