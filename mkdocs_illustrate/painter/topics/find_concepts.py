"""Finds the lexicon's concepts in an article, and says how sure it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from ...records import Article
from .lexicon import concepts
from .lexicon.concept import Concept
from .matching import HINT, NOTHING, STEM, UNLESS, grams, lookup, said_once, tokens
from .stopwords import spoken, stop_words

BAR = 4.0
"""A concept below this score is not sure enough to be drawn."""
_TITLE, _TAGS, _HEADING, _LEAD = 5.0, 4.0, 1.6, 1.5
_ALONE = 2.0
"""How much more a lead counts under a title, tags and headings that name nothing."""
_HINT = 0.4
"""What a hint counts, once a stem was found."""
_AGAIN = 0.5
"""What a further hit in the same field counts, beside the first."""
_DENSE = 400.0
"""Body points a hit in a text of that many words: one mention in a hundred words gives four."""
_BODY_MOST = 5.0
_SHORTEST_BODY = 80
_DENIED = 0.3
"""A concept is thrown out if another sense has this share of its points."""
_UNSUPPORTED = 0.7
"""What a title's word is worth if the text never comes back to it: a figure of speech."""
_KIN = 0.25
"""What concepts of the same picture lend one another."""
_KIN_LEAST = 2.5
_CONTEXT_MOST, _CONTEXT_LEAST = 6.0, 3
"""Different words are worth so many points, if there are so many."""
_ALIKE = 5
"""Words that share so many letters count as one."""
_FIRST = 0.6
"""What a title names first is what it is about."""
_READ = 20_000
_EXPECTED, _MORE_EVERY = 4.0, 120.0
"""Different words of a concept that a short text must show, and how a longer one needs more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A concept and the points for it."""

    concept: Concept
    score: float
    named: bool = True
    """Whether title, tags or lead name it; else only the body's density does."""
    titled: bool = False
    """Whether the title names it."""


@dataclass(slots=True)
class _Tally:
    """What was counted for one concept."""

    points: list[float] = field(default_factory=lambda: [0.0, 0.0, 0.0])
    """For its stems, its hints, and the words of other senses."""
    named: bool = False
    entitled: bool = False
    supported: bool = False
    context: dict[str, float] = field(default_factory=dict)
    """Each different word once, by its beginning."""
    said: set[str] = field(default_factory=set)
    """How the stems that were met begin."""
    titled: set[str] = field(default_factory=set)
    """How the words of the title's stems begin."""

    def meet(self, words: tuple[str, ...], points: float) -> None:
        """Note words that are met; what counted more stays."""
        for word in words:
            key = word[:_ALIKE]
            self.context[key] = max(points, self.context.get(key, 0.0))

    def stand(self, grams_met: tuple[str, ...], *, titled: bool) -> None:
        """Note stems that are met: how they begin, and in a title how each of their words does."""
        self.said |= {gram[:_ALIKE] for gram in grams_met}
        if titled:
            words = " ".join(grams_met).split()
            self.titled |= {word[:_ALIKE] for word in words if len(word) >= _ALIKE}


def find(article: Article) -> tuple[Found, ...]:
    """Give the concepts that are sure, the surest first; ties go by the lexicon's order."""
    language = spoken(article.words, article.language)
    tallies, length = _tallied(article, language)
    rows = list(concepts().values())
    scores = {i: _score(tally, length) for i, tally in sorted(tallies.items())}
    for i, tally in tallies.items():
        # A husband, a daughter and a nurse alone are no cause for mourning.
        scores[i] = scores[i] if tally.said or rows[i].mood != "grave" else 0.0
    _gather_grave(rows, tallies, scores, length)
    kin = _kin(rows, scores)
    found = [
        Found(
            concept=rows[i],
            score=rows[i].weight * (score + kin[i]),
            named=tallies[i].named,
            titled=tallies[i].entitled,
        )
        for i, score in scores.items()
        if score
    ]
    return tuple(sorted((f for f in found if f.score >= BAR), key=lambda f: -f.score))


def fields(article: Article) -> Iterator[tuple[str, float, int]]:
    """Give text, points a hit, and how many hits count."""
    yield article.title, _TITLE, 2
    yield " . ".join(article.tags), _TAGS, 2
    yield " . ".join(article.headings), _HEADING, 4
    yield article.lead, _LEAD, 3


def _tallied(article: Article, language: str) -> tuple[dict[int, _Tally], int]:
    stop, tallies = stop_words(language), dict[int, _Tally]()
    title, tags, _, lead = parts = list(fields(article))
    for part in parts:
        text, factor, most = part
        # "Day 12" names nothing: then the first paragraph has to.
        if part is lead and not any(tally.points[STEM] for tally in tallies.values()):
            factor *= _ALONE
        counts = Counter(grams(tokens(text), stop))
        if part is title:
            counts[said_once("=", text)] += 1  # for rows that ask for the whole title: `is:changelog`
        if part is tags:
            counts.update(said_once("#", tag) for tag in article.tags)
        place = "title" if part is title else "tags" if part is tags else "lead" * (part is lead)
        _field(tallies, _hits(counts, language), place, factor, most)
    for i in _first(article.title, stop, language):
        tallies[i].points[STEM] += _FIRST
    # The title stands at the head of the words, and was counted above.
    body = tokens(article.words[:_READ].removeprefix(article.title))
    _body(tallies, Counter(grams(body, stop)), len(body), language)
    begun = {word[:_ALIKE] for word in body}
    for tally in tallies.values():
        tally.supported |= bool(tally.titled & begun)
    return tallies, len(body)


def _field(
    tallies: dict[int, _Tally],
    found: Iterator[tuple[int, int, int, tuple[str, ...]]],
    place: str,
    factor: float,
    most: int,
) -> None:
    """Count the hits of one field; `place` is empty for headings."""
    for i, kind, hits, gram in found:
        tally = tallies.setdefault(i, _Tally())
        tally.points[kind] += factor * _AGAIN * min(hits, most)
        tally.points[kind] += factor * (1 - _AGAIN) if gram else 0
        if kind == STEM:
            tally.stand(gram, titled=place == "title")
            tally.entitled |= bool(gram) and place == "title"
            tally.named |= bool(gram and place)
        if gram and kind != UNLESS:
            tally.supported |= place != "title"
            if place in {"title", "tags"}:
                tally.meet(gram, 2.0 if kind == HINT else 1.0)


def _first(title: str, stop: frozenset[str], language: str) -> set[int]:
    """Give the concepts of the first word or phrase of a title that stands for any."""
    for gram in grams(tokens(title), stop):
        rows = {i for i, kind, _, _ in _hits({gram: 1}, language) if kind == STEM}
        if rows:
            return rows
    return set()


def _body(tallies: dict[int, _Tally], counts: Counter[str], words: int, language: str) -> None:
    for i, kind, hits, gram in _hits(counts, language):
        tally = tallies.setdefault(i, _Tally())
        if kind == UNLESS or hits > 1:
            tally.points[kind] += body_points(hits, words)
        if kind != UNLESS:
            tally.supported = True
            tally.meet(gram, 2.0 if kind == STEM else 1.0)
        if kind == STEM:
            tally.stand(gram, titled=False)


def body_points(hits: int, words: int) -> float:
    """Give the points of a body of so many words for so many hits."""
    return min(_BODY_MOST, _DENSE * hits / max(_SHORTEST_BODY, words), hits * 1.0)


def _hits(counts: Mapping[str, int], language: str) -> Iterator[tuple[int, int, int, tuple[str, ...]]]:
    """Give concept, kind of word, number of hits and the different words of it."""
    seen: dict[tuple[int, int], list[str]] = {}
    total: Counter[tuple[int, int]] = Counter()
    for gram, count in counts.items():
        for entry in lookup(gram):
            if entry.kind != NOTHING and entry.language in ("", language):
                seen.setdefault((entry.row, entry.kind), []).append(gram)
                total[entry.row, entry.kind] += count
    for (i, kind), words in sorted(seen.items()):
        yield i, kind, total[i, kind], tuple(words)


def _score(tally: _Tally, words: int) -> float:
    stems, hints, other = tally.points
    points = stems + _HINT * hints if stems else 0.0
    if words >= _SHORTEST_BODY and not tally.supported:
        points *= _UNSUPPORTED
    context = _by_context(sum(tally.context.values()), words)
    enough = context >= BAR and len(tally.context) >= _CONTEXT_LEAST
    best = max(points, context if enough else 0.0)
    # A python beside a terrarium is no language: a few words of the other sense are enough.
    return 0.0 if other >= _DENIED * best else best


def _by_context(points: float, words: int) -> float:
    """Give what the different words of a concept are worth in a text of that length."""
    expected = max(3.0, _EXPECTED + (words - 250) / _MORE_EVERY) if words > 40 else 3.0
    return min(_CONTEXT_MOST, BAR * points / expected)


def _gather_grave(rows: list[Concept], tallies: dict[int, _Tally], scores: dict[int, float], words: int) -> None:
    """Add up what several grave matters say: died, funeral and hospice mean one thing."""
    grave = [i for i in scores if rows[i].mood == "grave" and not tallies[i].points[UNLESS]]
    said = {key for i in grave for key in tallies[i].said}
    if len(said) >= _CONTEXT_LEAST:
        lead = max(grave, key=lambda i: (scores[i], len(tallies[i].said), -i))
        scores[lead] = max(scores[lead], _by_context(2.0 * len(said), words))


def _kin(rows: list[Concept], scores: dict[int, float]) -> dict[int, float]:
    """Let concepts that ask for the same picture stand by one another."""
    shared: dict[tuple[str, ...], float] = {}
    for i, score in scores.items():
        picture = (rows[i].scenes or rows[i].props or rows[i].glyphs)[:1]
        shared[picture] = shared.get(picture, 0.0) + (score if score >= _KIN_LEAST else 0.0)
    lent = {}
    for i, score in scores.items():
        picture = (rows[i].scenes or rows[i].props or rows[i].glyphs)[:1]
        others = shared[picture] - score if picture and score >= _KIN_LEAST else 0.0
        lent[i] = min(1.0, _KIN * others) if rows[i].mood != "grave" else 0.0
    return lent
