"""Reads an article: its key phrases, a caption in its own words, a prompt."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...records import Article
from ..kit.drawn import join
from .lexicon.concept import fold
from .sentences import standing
from .stopwords import spoken, stop_words

_WORD = re.compile(r"[^\W_](?:[\w'’+#./-]*[\w+#])?")  # "Postgres", "node.js", "C++"
# Where a clause ends: ". ", "; ", " – "; the point of "node.js" does not.
_CLAUSE = re.compile(r"[.,;:!?()\[\]{}«»“”\"|\n…–—]+(?:\s|$)|\s[–—-]\s")
_TITLE, _TAGS, _HEADING, _LEAD, _BODY = 5.0, 4.0, 1.6, 1.5, 1.0
_LONGEST_PHRASE = 3
_SHORTEST_WORD = 3
_LONGEST_THEME = 90
# What may not stand in a prompt: quotes, brackets, Markdown's own marks, control characters.
_MARKS = re.compile(r"[\"“”„«»<>{}\[\]|`*_#\x00-\x1f\x7f-\x9f\u200b-\u202e\u2066-\u2069\ud800-\udfff]")
_LIGHT = {
    "technical": "clean bright light",
    "sober": "calm even light",
    "lively": "vivid cheerful light",
    "warm": "warm light",
    "fresh": "clear fresh light",
    "crisp": "crisp cool light",
    "quiet": "soft quiet light",
    "calm": "soft daylight",
    "grave": "subdued light",
}
"""What a mood is to a picture."""
_READ = 20_000
"""So many characters are read; a longer page has said by then what it is about."""


def tokens(text: str) -> list[str]:
    """Split a text into folded words."""
    return [fold(word) for word in _WORD.findall(text)]


def key_phrases(article: Article, count: int = 6) -> tuple[str, ...]:
    """Give the phrases that the article is about, the weightiest first, without overlaps."""
    weights = _word_weights(article)
    stop = stop_words(spoken(article.words, article.language))
    scores: dict[str, float] = {}
    shown: dict[str, str] = {}
    for text, factor in _fields(article):
        for phrase in _runs(text, stop):
            folded = fold(phrase)
            words = folded.split()
            score = factor * sum(weights.get(word, 0.0) for word in words) / (len(words) ** 0.5)
            scores[folded] = scores.get(folded, 0.0) + score
            shown.setdefault(folded, phrase)
    ranked = sorted(scores, key=lambda folded: (-scores[folded], folded))
    return tuple(shown[folded] for folded in _distinct(ranked, count))


def caption(article: Article) -> str:
    """Quote a whole short sentence that stands by itself, unchanged; without one, the title."""
    said = " ".join((article.title, *key_phrases(article)))
    # Five letters are enough of a word to meet its plural and its other cases.
    keys = frozenset(word[:5] for word in tokens(said) if len(word) >= _SHORTEST_WORD)
    return standing(article, keys) or " ".join(article.title.split())


def theme(article: Article) -> str:
    """Give what an article is about for an English sentence: its title; nothing if not English."""
    title = " ".join(_MARKS.sub(" ", article.title).split())[:_LONGEST_THEME]
    if not title or not spoken(article.words, article.language).lower().startswith("en"):
        return ""
    title = title.rstrip(" .,!;").replace(": ", ", ")
    title = re.sub(r"^(?:On|About) (?=\w)", "", title)
    first, _, rest = title.partition(" ")
    plain = (fold(first) in stop_words("en") or first.endswith("ing")) and first != "I"
    return f"{first.lower()} {rest}".strip() if plain else title


def prompt(about: str, shown: str, details: tuple[str, ...], mood: str) -> str:
    """Write an image prompt in English, fit for a remote image model as it stands."""
    on = f" on the theme of {about}" if about else ""
    what = f": {shown}" if on else f" of {shown}"
    featuring = f", with {join(details)}" if details else ""
    light = _LIGHT.get(mood, _LIGHT["calm"])
    colours = "muted colours" if mood == "grave" else "harmonious colours"
    return (
        f"Editorial flat vector illustration{on}{what}{featuring}; "
        f"{light}, {colours}, one clear subject; no text, no lettering."
    )


def _fields(article: Article) -> Iterator[tuple[str, float]]:
    yield article.title, _TITLE
    for tag in article.tags:
        yield tag, _TAGS
    for heading in article.headings:
        yield heading, _HEADING
    yield article.lead, _LEAD
    yield article.words[:_READ], _BODY


def _word_weights(article: Article) -> dict[str, float]:
    """Weigh each word by where it stands; the square root tames what is merely repeated."""
    stop = stop_words(spoken(article.words, article.language))
    weights: dict[str, float] = {}
    for text, factor in _fields(article):
        for word in tokens(text):
            if word not in stop and len(word) >= _SHORTEST_WORD:
                weights[word] = weights.get(word, 0.0) + factor
    return {word: weight**0.5 for word, weight in weights.items()}


def _runs(text: str, stop: frozenset[str]) -> Iterator[str]:
    """Cut a text into runs of one to three words that carry a topic, within a clause."""
    for clause in _CLAUSE.split(text):
        run: list[str] = []
        for word in [*_WORD.findall(clause), ""]:
            if not word or fold(word) in stop or word.isdigit() or len(word) < _SHORTEST_WORD:
                if run:
                    yield " ".join(run[:_LONGEST_PHRASE])
                run = []
            else:
                run.append(word)


def _distinct(ranked: list[str], count: int) -> list[str]:
    """Drop phrases that share a word's beginning with a weightier one."""
    chosen: list[str] = []
    seen: set[str] = set()
    for phrase in ranked:
        stems = {word[:6] for word in phrase.split()}
        if len(chosen) < count and not stems & seen:
            chosen.append(phrase)
            seen |= stems
    return chosen
