"""Finds the sentence of an article that can stand under a picture by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...records import Article
from .lexicon.concept import fold

_SHORT, _LONG = 35, 140
"""A caption has so many characters."""
_FEWEST_WORDS = 5
_READ = 2500
"""So many characters of the body are looked through if the lead holds no fitting sentence."""
# Between two sentences: "It rained. We left", "„Ja.“ Dann", a new line.
_END = re.compile(r"(?<=[.!?…])[\"”’»)]*\s+(?=[\"“«„¿¡(]*(?:[^\W\d_a-z]|\d))|(?<=[。！？])|\n+")
# A full stop that ends no sentence: "Dr.", "e.g.", "z. B.", the "A." of a name.
_SHORTENED = re.compile(
    r"(?:^|[\s(])(?:[A-ZÄÖÜ]|e\.g|i\.e|etc|vs|cf|ca|bzw|z\.\s?B|d\.\s?h|u\.\s?a|usw|p\.\s?ex|"
    r"Mr|Mrs|Ms|Dr|Prof|St|No|Nr|Fig|Abb|Sr|Sra|approx|inc|Jr)\.$"
)
# "Run the and then", "called ,", "default: 5": a code span stood here, or no sentence at all.
_HOLES = re.compile(
    r"\b(?:the|an?|with|to|of|or|in|via|use|run|using|called|named|from|by|for|as|your)\s*[,.;:)]"
    r"|[.!?]\s*[,;:]|\w{4}[.!?] [a-z]"
    r"|\b(?:run|use|call|set|type|see|add|try) (?:first|again|instead)\b"
    r"|\b(?:note|default|type|stability|status|returns?|syntax|deprecated|since|usage|example): "
    r"|\b(?:with|by|in|of|to|from|via|at) (?:and|or)\b"
    r"|\b(?:the|an?) (?:and|or|in|to|with|is|are|of|for|from|by|on|as)\b|[{}<>=`|\\]|://|\(\s*\)",
    re.IGNORECASE,
)
"""What shows that code was taken out of a sentence, or that something else stands in it."""
_OPENERS = """
this that these those it its they their them he she his her him here then so but and or
also however yet thus hence instead such both another same otherwise therefore because
dies diese dieser dieses diesen er sie ihr ihre sein seine und aber dann doch darum
deshalb ausserdem dabei damit denn oder hier ce cela ceci ces cette cet elle ils elles et
mais donc alors ainsi puis esto eso esa ese este estos estas ella ellos y pero entonces
además luego isto isso essa esse este esta ele ela eles e mas então assim depois questo
questa questi queste ciò lui lei essi ma quindi così poi dit dat deze die hij zij en maar
dus daarom ook toen
"""
_UNSEEN = frozenset(fold(word) for word in _OPENERS.split())
"""A sentence that begins so speaks of something said before it."""


def standing(article: Article, keys: frozenset[str]) -> str:
    """Give a whole short sentence, unchanged, that needs none before it; or nothing."""
    best = max(_rated(article.lead, keys), default=(0, ""))
    if best[1]:
        return best[1]
    # A sentence that begins within reach is read to its end.
    body = article.words[: _READ + _LONG].removeprefix(article.title).lstrip(". ")
    headings = {heading.rstrip(".") for heading in article.headings}
    rated = [(score, line) for score, line in _rated(body[:_READ], keys, 0.1) if score > 0]
    return max((row for row in rated if row[1].rstrip(".") not in headings), default=(0, ""))[1]


def sentences(text: str) -> list[str]:
    """Cut a text into sentences; a full stop after an abbreviation or an initial ends none."""
    found: list[str] = []
    start = 0
    for end in _END.finditer(text):
        line = text[start : end.start()]
        if not _SHORTENED.search(line):
            found.append((line + end.group().rstrip()).strip())
            start = end.end()
    return [line for line in (*found, text[start:].strip()) if line]


def _rated(text: str, keys: frozenset[str], later: float = 0.45) -> Iterator[tuple[float, str]]:
    """Give the sentences that fit; those with the article's key words, and early ones, first."""
    for number, line in enumerate(sentences(text)):
        if _fits(line):
            hits = {word[:5] for word in fold(line).split()} & keys
            yield min(3, len(hits)) - later * number, line


def _fits(line: str) -> bool:
    words = fold(line).replace("’", "'").split()
    return (
        _SHORT <= len(line) <= _LONG
        and len(words) >= _FEWEST_WORDS
        and line[-1] in '.!…。”"»'
        and (line[0].isupper() or not line[0].isascii() or line[0] in '"(' or line[0].isdigit())
        and words[0].strip("\"“”«»„'(").partition("'")[0] not in _UNSEEN
        and not _HOLES.search(line)
        and all(line.count(a) == line.count(b) for a, b in ("()", "[]", "“”", "«»"))
        and line.count('"') % 2 == 0
    )
