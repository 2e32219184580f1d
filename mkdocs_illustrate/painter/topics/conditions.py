"""Finds the hour, the season and the weather that an article's own words ask for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ...records import Article
from .find_concepts import body_points, fields
from .lexicon.hours_seasons_weather import CONDITION_ROWS
from .matching import CONDITIONS, NOTHING, STEM, grams, lookup, tokens
from .stopwords import spoken

_BAR = 3.0
"""A title or a tag is enough, or the first paragraph and a text that comes back to it; one
passing word deep in a text is not."""
_READ = 20_000
_KINDS = ("hour", "season", "weather")


@dataclass(frozen=True, slots=True, kw_only=True)
class Conditions:
    """What the words ask for; empty where they are silent, and the scene or chance may choose."""

    hour: str = ""
    season: str = ""
    weather: str = ""


UNSAID = Conditions()


def conditions_of(article: Article, motifs: Sequence[str] = ()) -> Conditions:
    """Read hour, season and weather off an article; what `motifs:` names goes before its words."""
    points = _points(article)
    found = {kind: _named(kind, motifs) or _surest(kind, points) for kind in _KINDS}
    if found["weather"] == "snow":
        found["season"] = found["season"] or "winter"
        if found["season"] != "winter":  # the snow on a summer's mountains does not fall
            found["weather"] = ""
    return Conditions(**found)


def condition_names() -> tuple[str, ...]:
    """Give the names that `motifs:` may hold beside what is drawn: `night`, `autumn`, `rain`."""
    return tuple(dict.fromkeys(row.name for row in CONDITION_ROWS))


def _named(kind: str, motifs: Sequence[str]) -> str:
    return next((n for n in motifs for row in CONDITION_ROWS if (row.kind, row.name) == (kind, n)), "")


def _surest(kind: str, points: Mapping[int, float]) -> str:
    """Give the name with most points; an even score of two is an article of both."""
    scores = sorted(((p, CONDITION_ROWS[i].name) for i, p in points.items() if CONDITION_ROWS[i].kind == kind))
    best, second = ([(0.0, "")] * 2 + scores)[-1:-3:-1]
    return best[1] if best[0] >= _BAR and best[0] > second[0] else ""


def _points(article: Article) -> dict[int, float]:
    """Weigh each row's words by where they stand, as the concepts' words are."""
    language, points = spoken(article.words, article.language), dict[int, float]()
    for text, factor, _ in fields(article):
        for i in _rows(text, language):
            points[i] = points.get(i, 0.0) + factor
    body = article.words[:_READ].removeprefix(article.title)
    length = len(body.split())
    for i, hits in sorted(_rows(body, language).items()):
        points[i] = points.get(i, 0.0) + (body_points(hits, length) if hits > 1 else 0.0)
    return points


def _rows(text: str, language: str) -> Counter[int]:
    """Count the words of each row."""
    rows = Counter[int]()
    for gram in grams(tokens(text, CONDITIONS), frozenset(), CONDITIONS):
        entries = lookup(gram, CONDITIONS)
        if not any(entry.kind == NOTHING for entry in entries):
            rows.update({e.row for e in entries if e.kind == STEM and e.language in {"", language}})
    return rows
