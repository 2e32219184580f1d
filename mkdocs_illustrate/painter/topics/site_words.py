"""What a site says of itself tells nothing about one of its pages: its name is left out, its matter counts little."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from ...records import Article
from .find_concepts import Found
from .lexicon import concepts
from .matching import HINT, STEM, grams, lookup, tokens
from .stopwords import spoken, stop_words

_EVERYDAY = frozenset(("browser", "books", "code", "terminal", "laptop", "gears", "document"))
"""Props of what documentation speaks of on every page."""
_SAID = 0.5
"""What the site's own matter is worth on a page whose title names it."""
_UNTITLED = 6.0
"""Points that a thing needs which no title names."""
_AWAY = 8.0
"""Points that a place needs on a site about things, where "recipes" are no meal, and a thing on one about places."""
_SHORTEST = 3
"""Letters of a name that is left out: a site called "Go" has it in too many words."""


def without_name(article: Article, site: tuple[str, ...]) -> Article:
    """An article without the name of its site; one that is called after it keeps its title."""
    name = next(iter(site), "").strip()
    if len(name) < _SHORTEST:
        return article
    pattern = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)
    title, words, lead = (pattern.sub(" ", text) for text in (article.title, article.words, article.lead))
    headings = tuple(pattern.sub(" ", heading) for heading in article.headings)
    return replace(article, title=title, words=words, lead=lead, headings=headings)


def said_by(site: tuple[str, ...]) -> frozenset[str]:
    """The concepts that a site names of itself, or speaks in the words of."""
    return _named(site, (STEM, HINT))


@lru_cache(maxsize=16)
def _named(site: tuple[str, ...], kinds: tuple[int, ...]) -> frozenset[str]:
    text = " . ".join(site)
    rows = list(concepts().values())
    language = spoken(text, "en")
    found = (entry for gram in grams(tokens(text), stop_words(language)) for entry in lookup(gram))
    return frozenset(
        rows[entry.row].name for entry in found if entry.kind in kinds and entry.language in {"", language}
    )


def telling(found: Sequence[Found], site: tuple[str, ...]) -> tuple[Found, ...]:
    """What tells something about a page, the surest first.

    Browser, books and code stand for a page whose title is about them, and for no other; what the site is about
    stands behind whatever else a title names, and is nothing where every documentation has it.
    """
    said = said_by(site)
    away = _away(_named(site, (STEM,)))
    kept = [replace(hit, score=hit.score * (_SAID if hit.concept.name in said else 1.0)) for hit in found]
    kept = [hit for hit in kept if _tells(hit, said, away)]
    return tuple(sorted(kept, key=lambda hit: -hit.score))


def _away(said: frozenset[str]) -> str:
    """What is far from a site's own matter, so that its pictures keep to one manner: places, things, or nothing."""
    rows = [concepts()[name] for name in said]
    places, things = any(row.scenes for row in rows), any(row.mood == "technical" for row in rows)
    return "" if places == things else "places" if things else "things"


def _tells(hit: Found, said: frozenset[str], away: str) -> bool:
    """Whether a hit is sure enough, on this site."""
    if hit.concept.scenes:
        return away != "places" or hit.score >= _AWAY
    if away == "things" and hit.score < _AWAY:
        return False
    known = hit.concept.name in said
    if hit.titled:
        return not (known and is_everyday(hit))
    return hit.score >= _UNTITLED and not known and not is_everyday(hit)


def is_everyday(hit: Found) -> bool:
    """Whether a concept is drawn as what stands in every documentation."""
    concept = hit.concept
    return not concept.scenes and bool(concept.props) and concept.props[0] in _EVERYDAY
