"""What who reads articles itself is told of one: the built-in writer and painter."""

from __future__ import annotations

from typing import Any

from ..models.styles import Manner
from ..records import Article, Wish


def article_facts(article: Article, wish: Wish, manner: Manner, own: str | None) -> dict[str, Any]:
    """An article in its parts, and what is wished for it; a prompt of somebody's own takes the title's place."""
    return {
        "title": own or article.title,
        "words": article.words,
        "lead": article.lead,
        "headings": list(article.headings),
        "tags": list(article.tags),
        "language": article.language,
        "motifs": list(wish.motifs),
        **manner.facts,
    }
