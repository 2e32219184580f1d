"""Rendered HTML -> the offset where the figure goes.

The page is never re-serialised: the rules below choose between the places where its top-level blocks begin and end.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable
from itertools import dropwhile, pairwise, takewhile

from .blocks import Block, Blocks
from .plain_text import fold

_SHORTEST = 12  # characters of a sentence that says something, in scripts of few letters too
_ENDS = (".", "!", "?", "…", ":", "。", "！", "？", "：", "।", "؟")
_LONG = 300  # words of a first section in which a figure stands, and not behind it
# Chinese, Japanese, Thai, Lao, Burmese and Khmer
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_LONGEST = 80  # characters of a heading that may be a release
# `1.2`, `v2.0.0rc1`, `[1.2.0] - 2024-05-01`, `Version 3.1`, `2024-05-01`, `May 4, 2024`, `4. Mai 2024`, `Unreleased`
_RELEASE = re.compile(
    r"\W*(?:unreleased|(?:v|version\s*)?\d+(?:\.\d+)+[\w.+-]*(?:\W+[^\n]*\d{4}[^\n]*)?"
    r"|\d{4}-\d\d(?:-\d\d)?|\w+\s+\d{1,2},?\s+\d{4}|\d{1,2}\.?\s+\w+\s+\d{4})\W*",
    re.IGNORECASE,
)


def find_spot(page: str, placement: str, after: str | None = None, number: int = 1) -> int | None:
    """Choose the offset of a figure in a rendered page; the nth figure goes to the nth mark.

    With `none` there is no place but a mark, or a section that was named.
    """
    blocks = Blocks(page)
    marks = blocks.marks() if after is None else []
    if marks:
        return marks[min(number, len(marks)) - 1]  # a page with one mark and three figures has them all there
    section = None if after is None else _end_of_section(blocks, after)
    if section is not None or placement == "none":
        return section
    return _PLACES[placement](blocks)


def has_section(page: str, heading: str) -> bool:
    """Whether a page has that heading at its top level."""
    return _end_of_section(Blocks(page), heading) is not None


def _after_first_section(blocks: Blocks) -> int:
    """Behind the first section, or within it where a reader would scroll for long before anything is to be seen."""
    end = _end_of_first_section(blocks)
    if sum(_length(blocks.words(b)) for b in takewhile(lambda b: b.end <= end, blocks)) <= _LONG:
        return end
    return min(end, _after_first_paragraph(blocks))


def _length(text: str) -> int:
    """Words; of scripts without spaces, pairs of characters."""
    return len(text.split()) + len(_UNSPACED.findall(text)) // 2


def _end_of_first_section(blocks: Blocks) -> int:
    """Before the heading that ends the first section; an `h1` is the page's title, no section."""
    first = next((b for b in blocks if b.is_heading), None)
    if first is None:
        return _after_first_paragraph(blocks)
    # Without a title, or with words above the first heading, what stands there is the first section.
    if not blocks.has("h1") or any(b.has_text for b in takewhile(lambda b: b is not first, blocks)):
        return first.start
    below = dropwhile(lambda b: b is not first, blocks)
    # A title right above a heading is no section yet: there has to be something between the two. But no figure stands
    # between two releases of a changelog: the first of them ends what is about all.
    for block, following in pairwise(below):
        if following.is_heading and (not block.is_heading or is_release(following.text)):
            return following.start
    return _after_first_paragraph(blocks)


def is_release(heading: str) -> bool:
    """Whether a heading is a version or a date, and nothing else."""
    return len(heading) <= _LONGEST and _RELEASE.fullmatch(heading) is not None


def _after_first_paragraph(blocks: Blocks) -> int:
    # A name or a date is no paragraph to a reader, and a lone image is one in HTML: the figure stands behind such only
    # where there is nothing better.
    ranks: tuple[Callable[[Block], bool], ...] = (
        lambda b: b.is_text and _is_sentence(blocks.words(b)),
        lambda b: b.is_text,
        lambda b: b.tag == "p",
    )
    paragraph = next((b for is_one in ranks for b in blocks if is_one(b)), None)
    return _end_with_what_it_announces(blocks, paragraph) if paragraph else _after_title(blocks)


def _end_with_what_it_announces(blocks: Blocks, paragraph: Block) -> int:
    """Behind a paragraph; one that ends with a colon goes on in what follows, a list mostly."""
    following = next(dropwhile(lambda b: b.start < paragraph.end, blocks), None)
    if following is None or following.is_heading or not blocks.words(paragraph).endswith((":", "：")):
        return paragraph.end
    return following.end


def _is_sentence(text: str) -> bool:
    return len(text) >= _SHORTEST and text.rstrip("\"'”’»)").endswith(_ENDS)


def _after_title(blocks: Blocks) -> int:
    first = next(iter(blocks), None)
    heading = next((b for b in blocks if b.tag == "h1"), None) if blocks.has("h1") else first
    return heading.end if heading and heading.is_heading else 0


def _at_end(blocks: Blocks) -> int:
    """At the end of the words: footnotes stay last."""
    last = next(iter(deque(blocks, 1)), None)
    if last is None:
        return 0
    return last.start if last.tag == "footnotes" else last.end


_PLACES: dict[str, Callable[[Blocks], int]] = {
    "after-first-section": _after_first_section,
    "after-first-paragraph": _after_first_paragraph,
    "after-title": _after_title,
    "end": _at_end,
}


def _end_of_section(blocks: Blocks, heading: str) -> int | None:
    """The end of the section under a heading: its own text, not its subsections."""
    wanted = _folded(heading)
    below = dropwhile(lambda b: not (b.is_heading and _folded(b.text) == wanted), blocks)
    if next(below, None) is None:
        return None
    following = next((b for b in below if b.is_heading), None)
    return following.start if following else _at_end(blocks)


def _folded(heading: str) -> str:
    return fold(heading).casefold()
