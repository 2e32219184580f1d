"""The words around a figure, as its reader sees them: what stands before it, and what comes after."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from .plain_text import fold, sentence
from .prose import Prose, read_prose

_MOST_SOURCE = 200_000  # characters; the first section is long before that
_MOST = 2  # paragraphs before a figure: the last ones, which it stands below


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Some paragraphs, and the heading and the paragraph that follow the figure."""

    before: tuple[str, ...] = ()
    heading: str = ""
    after: str = ""


def surroundings(source: str, after: str | None = None) -> Surroundings:
    """The first section of a page, or the one under a heading, and how the page goes on."""
    sections = list(_sections(read_prose(source[:_MOST_SOURCE])))
    names = [fold(heading).casefold() for heading, _ in sections]
    asked = fold(after).casefold() if after else ""
    first = next((n for n, (_, words) in enumerate(sections) if words), 0)  # headings may stand on one another
    here = names.index(asked) if asked in names else first
    before = sections[here][1] if sections else ()
    heading, words = next(chain(sections[here + 1 :], [("", ())]))
    return Surroundings(before[-_MOST:], heading, words[0] if words else "")


def _sections(prose: Prose) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each heading with its paragraphs; what stands before the first one has none."""
    coming = iter(prose.headings)
    heading, following, words = "", next(coming, None), list[str]()
    for paragraph in prose.paragraphs:
        if following is not None and paragraph == sentence(following):
            yield heading, tuple(words)
            heading, following, words = following, next(coming, None), []
        else:
            words.append(paragraph)
    yield heading, tuple(words)
