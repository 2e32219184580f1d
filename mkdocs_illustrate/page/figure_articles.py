"""What each figure of a page is about: the page, or the section that it stands after."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from ..records import Article, PageSource, Wish
from .article import of_section, read_article
from .wishes import Wishes

_FAR, _SEEDS = 7919, 2**32


def articles(source: PageSource, wishes: Wishes) -> Iterator[tuple[int, Wish, Article]]:
    """The figures that a page asks for, by their numbers. An entry of a list with `after` is about that section.

    No two are the same picture: those about the same words are counted, and the same seed is wished for once.
    """
    page = read_article(source.page, source.text, source.meta, source.language)
    seeds: dict[str, list[int | None]] = defaultdict(list)
    for number, wish in wishes.asked(included=source.included):
        section = of_section(page, source.text, wish.after) if wish.after and wishes.listed else None
        article = section or page
        before = seeds[article.words]
        yield number, _with_seed_of_its_own(wish, before), replace(article, repeat=len(before))
        before.append(wish.seed)


def _with_seed_of_its_own(wish: Wish, before: list[int | None]) -> Wish:
    taken = 0 if wish.seed is None else before.count(wish.seed)
    return replace(wish, seed=other_seed(wish.seed, taken)) if taken else wish


def other_seed(seed: int | None, number: int) -> int:
    """A seed that is far from a wished one: the first, the second … of them."""
    return ((seed or 0) + number * _FAR) % _SEEDS
