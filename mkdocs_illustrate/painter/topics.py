"""Finds the lexicon's concepts in an article, and says how sure it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from ..records import Article
from .lexicon import concepts
from .lexicon.concept import Concept, fold
from .stopwords import spoken, stop_words

BAR = 4.0
"""A concept below this score is not sure enough to be drawn."""
_TITLE, _TAGS, _HEADING, _LEAD = 5.0, 4.0, 1.6, 1.5
_HINT = 0.4
"""What a hint counts, once a stem was found."""
_DENSE = 300.0
"""Body points a hit in a text of that many words: one mention in a hundred words gives three."""
_BODY_MOST = 5.0
_READ = 20_000
_LONGEST = 4
"""Words in the longest phrase of the lexicon."""
_SHORTEST_PREFIX = 3
_WORD = re.compile(r"[^\W_](?:[\w'’+#./-]*[\w+#])?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A concept and the points for it."""

    concept: Concept
    score: float


@dataclass(frozen=True, slots=True)
class _Index:
    """Word or phrase to the places of the concepts that it stands for."""

    whole: dict[str, tuple[int, ...]]
    prefix: dict[str, tuple[int, ...]]


def find(article: Article) -> tuple[Found, ...]:
    """Give the concepts that are sure, the surest first; ties go by the lexicon's order."""
    stop = stop_words(spoken(article.words, article.language))
    fields = [(list(_grams(text, stop)), factor, most) for text, factor, most in _fields(article)]
    body = list(_grams(article.words[:_READ], stop))
    present = {gram for grams, _, _ in fields for gram in grams} | set(body)
    sure, hint, unless = _indexes()
    rows = list(concepts().values())
    points = _points(fields, body, sure)
    hints = _points(fields, body, hint)
    denied = {i for gram in present for i in _hits(gram, unless)}
    found = [
        Found(concept=rows[i], score=rows[i].weight * (score + _HINT * hints.get(i, 0.0)))
        for i, score in sorted(points.items())
        if i not in denied
    ]
    return tuple(sorted((f for f in found if f.score >= BAR), key=lambda f: -f.score))


def _fields(article: Article) -> Iterator[tuple[str, float, int]]:
    """Give text, points a hit, and how many hits count."""
    yield article.title, _TITLE, 2
    yield " . ".join(article.tags), _TAGS, 1
    yield " . ".join(article.headings), _HEADING, 3
    yield article.lead, _LEAD, 2


def _points(
    fields: Sequence[tuple[list[str], float, int]], body: list[str], index: _Index
) -> dict[int, float]:
    points: dict[int, float] = {}
    for grams, factor, most in fields:
        for i, hits in _count(grams, index).items():
            points[i] = points.get(i, 0.0) + factor * min(hits, most)
    words = max(60, sum(" " not in gram for gram in body))
    for i, hits in _count(body, index).items():
        if hits > 1:
            points[i] = points.get(i, 0.0) + min(_BODY_MOST, _DENSE * hits / words, hits * 1.0)
    return points


def _count(grams: list[str], index: _Index) -> dict[int, int]:
    counts: dict[int, int] = {}
    for gram in grams:
        for i in _hits(gram, index):
            counts[i] = counts.get(i, 0) + 1
    return counts


def _hits(gram: str, index: _Index) -> tuple[int, ...]:
    found = set(index.whole.get(gram, ()))
    # A phrase is matched as a phrase only: its first word has been counted by itself.
    for end in range(max(_SHORTEST_PREFIX, gram.find(" ") + 2), len(gram) + 1):
        found.update(index.prefix.get(gram[:end], ()))
    return tuple(sorted(found))


def _grams(text: str, stop: frozenset[str]) -> Iterator[str]:
    """Give each word that carries a topic, and each phrase of two to four words."""
    words = [fold(word) for word in _WORD.findall(text)]
    for i, word in enumerate(words):
        if word not in stop:
            yield word
        if word in _starts():
            for length in range(2, min(_LONGEST, len(words) - i) + 1):
                yield " ".join(words[i : i + length])


@cache
def _starts() -> frozenset[str]:
    """Give the first words of all phrases, as most words begin none."""
    columns = ((*row.stems, *row.hints, *row.unless) for row in concepts().values())
    return frozenset(word.split()[0] for words in columns for word in words if " " in word)


@cache
def _indexes() -> tuple[_Index, _Index, _Index]:
    rows = list(concepts().values())
    return (
        _index([row.stems for row in rows]),
        _index([row.hints for row in rows]),
        _index([row.unless for row in rows]),
    )


def _index(columns: Sequence[tuple[str, ...]]) -> _Index:
    whole: dict[str, tuple[int, ...]] = {}
    prefix: dict[str, tuple[int, ...]] = {}
    for i, words in enumerate(columns):
        for word in words:
            table, key = (prefix, word[:-1]) if word.endswith("*") else (whole, word)
            table[key] = (*table.get(key, ()), i)
    return _Index(whole, prefix)
