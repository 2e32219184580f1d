"""Cuts a text into words and phrases, and looks them up in the lexicon."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Protocol

from .lexicon import concepts
from .lexicon.concept import fold
from .lexicon.hours_seasons_weather import CONDITION_IDIOMS, CONDITION_ROWS
from .lexicon.idioms import IDIOMS

STEM, HINT, UNLESS, NOTHING = range(4)
CONCEPTS, CONDITIONS = "concepts", "conditions"
"""The two books that words are looked up in: what a text is about, and its hour, season and weather."""
_LONGEST = 4
"""Words in the longest phrase of the lexicon."""
_SHORTEST_PREFIX, _SHORTEST_SUFFIX = 3, 4
_BREAK = ""
# Words with what they hold inside ("node.js", "c++", "what's"), and the marks that end a clause.
_TOKEN = re.compile(r"[^\W_](?:[\w'’+#./-]*[\w+#])?|[.,;:!?()\[\]…|\"“”„«»–—]")
_INSIDE = re.compile(r"[./-]+")  # "ci/cd", "self-hosted"
# What French and Italian leave of an article before a vowel: l'eau, dell'acqua.
_ELIDED = frozenset(("l", "d", "c", "n", "s", "j", "m", "t", "qu", "un", "dell", "all", "dall", "nell", "sull"))
_WITHOUT = frozenset(("without", "ohne", "sans", "sin", "sem", "senza", "zonder"))
_ARTICLES = frozenset(("a", "an", "the", "un", "une", "una", "um", "uma", "een", "my", "your"))
_MARKS = ("'", "/", "-", ".")
_CODE = 2
"""Letters of a language's code."""


@dataclass(frozen=True, slots=True)
class Entry:
    """That a word stands for a concept."""

    row: int
    kind: int
    """A stem, a hint, a word of another sense, or (of an idiom) nothing at all."""
    language: str
    """Counts in this language only; empty: in every one."""


class _Row(Protocol):
    @property
    def stems(self) -> tuple[str, ...]: ...
    @property
    def hints(self) -> tuple[str, ...]: ...
    @property
    def unless(self) -> tuple[str, ...]: ...


@dataclass(frozen=True, slots=True)
class _Index:
    whole: dict[str, tuple[Entry, ...]]
    prefix: dict[str, tuple[Entry, ...]]
    suffix: dict[str, tuple[Entry, ...]]
    starts: frozenset[str]
    """The first words of all phrases, as most words begin none."""


def tokens(text: str, book: str = CONCEPTS) -> list[str]:
    """Give folded words; an empty one where a clause ends. Unknown compounds fall apart."""
    words: list[str] = []
    for word in _TOKEN.findall(fold(text).replace("’", "'")):
        if not word[0].isalnum():
            words.append(_BREAK)
        # What the lexicon knows whole stays whole: "ci/cd" is one word, "read/write" is two.
        elif not any(mark in word for mark in _MARKS) or lookup(word, book):
            words.append(word)
        else:
            words += _parts(word)
    return words


def grams(words: list[str], stop: frozenset[str], book: str = CONCEPTS) -> Iterator[str]:
    """Give known phrases, the longest first, and the other words: none counts twice.

    What comes after `without` is not what a text is about.
    """
    starts, at = _index(book).starts, 0
    while at < len(words):
        word, length = words[at], 1
        # Few words begin a phrase, and looking up four lengths for each would be most of the work.
        if word in starts:
            spans = range(_LONGEST, 1, -1)
            length = next((n for n in spans if _phrase(words[at : at + n], n, book)), 1)
        if word in _WITHOUT:
            at += 2 if words[at + 1 : at + 2] and words[at + 1] in _ARTICLES else 1
        elif length > 1:
            yield " ".join(words[at : at + length])
        elif word and word not in stop:
            yield word
        at += length


def said_once(mark: str, text: str) -> str:
    """Give a whole title or tag as one gram, so that rows may ask for nothing but it."""
    return f"{mark} {' '.join(word for word in tokens(text) if word)}"


@lru_cache(maxsize=30_000)
def lookup(gram: str, book: str = CONCEPTS) -> tuple[Entry, ...]:
    """Give what a word or phrase stands for."""
    index = _index(book)
    found = list(index.whole.get(gram, ()))
    for end in range(max(_SHORTEST_PREFIX, gram.rfind(" ") + 2), len(gram) + 1):
        found += index.prefix.get(gram[:end], ())
    if " " not in gram:
        for start in range(len(gram) - _SHORTEST_SUFFIX + 1):
            found += index.suffix.get(gram[start:], ())
    return tuple(dict.fromkeys(found))


def _phrase(words: list[str], length: int, book: str) -> bool:
    return len(words) == length and _BREAK not in words and bool(lookup(" ".join(words), book))


def _parts(word: str) -> list[str]:
    parts = []
    for part in _INSIDE.split(word):
        head, mark, tail = part.partition("'")
        if mark and head in _ELIDED:
            parts.append(tail)
        else:
            parts.append(head if tail in {"s", ""} else part)
    return [part for part in parts if part]


def _book(name: str) -> tuple[Sequence[_Row], Sequence[str]]:
    """Give a book's rows, and its phrases that stand for nothing."""
    if name == CONDITIONS:
        return CONDITION_ROWS, (*IDIOMS, *CONDITION_IDIOMS)
    return tuple(concepts().values()), IDIOMS


@cache
def _index(book: str) -> _Index:
    rows, idioms = _book(book)
    index = _Index({}, {}, {}, _starts(rows, idioms))
    for i, row in enumerate(rows):
        for kind, words in ((STEM, row.stems), (HINT, row.hints), (UNLESS, row.unless)):
            for word in words:
                _add(index, word, i, kind)
    for phrase in idioms:
        _add(index, phrase, -1, NOTHING)
    return index


def _add(index: _Index, word: str, row: int, kind: int) -> None:
    language, word = _spelt(word)
    entry = Entry(row, kind, language)
    table, key = index.whole, word
    if word.endswith("*"):
        table, key = index.prefix, word[:-1]
    elif word.startswith("*"):
        table, key = index.suffix, word[1:]
    table[key] = (*table.get(key, ()), entry)


@cache
def _kept() -> tuple[frozenset[str], tuple[str, ...], tuple[str, ...]]:
    """Give whole words, beginnings and endings of rows: what they meet, `tokens` does not cut."""
    columns = ((*row.stems, *row.hints, *row.unless) for row in concepts().values())
    spelt = {word.partition(":") for column in (*columns, IDIOMS) for word in column}
    words = sorted(rest or mark for mark, _, rest in spelt if not rest or len(mark) == _CODE)
    words = [word for word in words if " " not in word]
    return (
        frozenset(words),
        tuple(word[:-1] for word in words if word[-1] == "*"),
        tuple(word[1:] for word in words if word[0] == "*"),
    )


def _cut(phrase: str) -> str:
    """Cut a phrase as `tokens` will cut the text: `what's new`, `single sign-on`."""
    return " ".join(part for word in phrase.split() for part in _pieces(word))


def _pieces(word: str) -> list[str]:
    if not any(mark in word for mark in _MARKS):
        return [word]
    whole, starts, ends = _kept()
    if word in whole or word.startswith(starts) or word.endswith(ends):
        return [word]
    parts = _parts(word.removesuffix("*"))
    return [*parts[:-1], f"{parts[-1]}*"] if word.endswith("*") and parts else parts


@cache
def _spelt(word: str) -> tuple[str, str]:
    """Tell `de:strand` from `tag:ci` and `is:changelog`."""
    mark, colon, rest = word.partition(":")
    if not colon:
        return "", _cut(word) if " " in word else word
    if len(mark) == _CODE and mark != "is":
        return mark, _cut(rest) if " " in rest else rest
    return "", f"{'#' if mark == 'tag' else '='} {_cut(rest)}"


def _starts(rows: Sequence[_Row], idioms: Sequence[str]) -> frozenset[str]:
    columns = ((*row.stems, *row.hints, *row.unless) for row in rows)
    words = [_spelt(word)[1] for column in columns for word in column]
    return frozenset(word.split()[0] for word in (*words, *idioms) if " " in word)
