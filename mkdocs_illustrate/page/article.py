"""A page's source and front matter -> an Article, and whether it is flagged."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ..records import Article
from .plain_text import fold, sentence
from .prose import Prose, read_prose, read_section

# Enough for any essay; what a chat model reads beyond it would not change the picture.
MOST_CHARACTERS = 20_000
_MOST_SOURCE = 500_000  # a page of a generated reference can be huge; its start says what it is
_MOST_TITLE = 200


def read_article(page: str, source: str, meta: Mapping[str, Any], language: str = "en") -> Article:
    """Read an article's own words out of its Markdown source (front matter already taken off)."""
    prose = read_prose(source[:_MOST_SOURCE])
    title = _title(page, meta, prose.title)[:_MOST_TITLE]
    return Article(
        page=page,
        title=title,
        words=_words(title, prose),
        lead=_lead(prose),
        headings=prose.headings,
        tags=_tags(meta.get("tags"), meta.get("categories")),
        language=language,
    )


def of_section(article: Article, source: str, heading: str) -> Article | None:
    """What a page's figure is about that stands after a section; None where the page has no section of that name.

    Its words begin with the page's title in parentheses: "Usage" says little by itself.
    """
    prose = read_section(source[:_MOST_SOURCE], heading)
    if prose is None or fold(prose.title) == article.title:
        return None
    title = prose.title[:_MOST_TITLE]
    return replace(
        article,
        title=title,
        words=_words(f"{title} ({article.title})", prose),
        lead=_lead(prose),
        headings=prose.headings,
        tags=(),
    )


def _words(title: str, prose: Prose) -> str:
    return _cut(f"{sentence(title)} {prose.text()}".strip())


def _lead(prose: Prose) -> str:
    headings = {sentence(heading) for heading in prose.headings}
    return _cut(next((p for p in prose.paragraphs if p not in headings), ""))


def _title(page: str, meta: Mapping[str, Any], heading: str) -> str:
    named = meta.get("title")
    if isinstance(named, str | int | float) and not isinstance(named, bool):  # `title: 1984`
        heading = fold(str(named)) or heading
    if heading:
        return heading
    stem = posixpath.splitext(posixpath.basename(page))[0]
    if stem.lower() in {"index", "readme"}:
        stem = posixpath.basename(posixpath.dirname(page)) or "Home"
    words = fold(re.sub(r"[-_]+", " ", stem))  # `first-steps`, `my_notes`
    return (words.capitalize() if words == words.lower() else words) or "Page"


def _tags(tags: object, categories: object) -> tuple[str, ...]:
    """Gather tags and a blog's categories, each one once; a lone category may stand by itself."""
    lone = [categories] if isinstance(categories, str) else categories
    lists = [value for value in (tags, lone) if isinstance(value, list)]
    found = [fold(one) for value in lists for one in value if isinstance(one, str)]
    return tuple(dict.fromkeys(tag for tag in found if tag))


def _cut(text: str) -> str:
    return text if len(text) <= MOST_CHARACTERS else text[:MOST_CHARACTERS].rsplit(" ", 1)[0]
