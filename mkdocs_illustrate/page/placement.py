"""Rendered HTML -> the offset where the figure goes.

The page is never re-serialised: the rules below choose between the places where its top-level blocks begin and end.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from .blocks import Block, read_blocks
from .plain_text import fold


def find_spot(page: str, placement: str, after: str | None = None, number: int = 1) -> int | None:
    """Choose the offset of a figure in a rendered page; the nth figure goes to the nth mark.

    With `none` there is no place but a mark, or a section that was named.
    """
    blocks, marks = read_blocks(page)
    if marks and after is None:
        return marks[min(number, len(marks)) - 1]
    section = None if after is None else _end_of_section(blocks, after)
    if section is not None or placement == "none":
        return section
    return _PLACES[placement](blocks)


def has_section(page: str, heading: str) -> bool:
    """Whether a page has that heading at its top level."""
    return _end_of_section(read_blocks(page)[0], heading) is not None


def _after_first_section(blocks: Sequence[Block]) -> int:
    """Before the heading that ends the first section; an `h1` is the page's title, no section."""
    first = next((i for i, b in enumerate(blocks) if b.is_heading), None)
    if first is None:
        return _after_first_paragraph(blocks)
    has_title = any(b.tag == "h1" for b in blocks)
    if not has_title or any(b.has_text for b in blocks[:first]):
        return blocks[first].start
    previous = first
    for i in range(first + 1, len(blocks)):
        if blocks[i].is_heading:
            if previous != i - 1:
                return blocks[i].start
            previous = i
    return _after_first_paragraph(blocks)


def _after_first_paragraph(blocks: Sequence[Block]) -> int:
    paragraphs = [b for b in blocks if b.is_text] or [b for b in blocks if b.tag == "p"]
    return paragraphs[0].end if paragraphs else _after_title(blocks)


def _after_title(blocks: Sequence[Block]) -> int:
    heading = next((b for b in blocks if b.tag == "h1"), None)
    if heading is None and blocks and blocks[0].is_heading:
        heading = blocks[0]
    return heading.end if heading else 0


def _at_end(blocks: Sequence[Block]) -> int:
    """At the end of the words: footnotes stay last."""
    if blocks and blocks[-1].tag == "footnotes":
        return blocks[-1].start
    return blocks[-1].end if blocks else 0


_PLACES: dict[str, Callable[[Sequence[Block]], int]] = {
    "after-first-section": _after_first_section,
    "after-first-paragraph": _after_first_paragraph,
    "after-title": _after_title,
    "end": _at_end,
}


def _end_of_section(blocks: Sequence[Block], heading: str) -> int | None:
    """The end of the section under a heading: its own text, not its subsections."""
    wanted = _folded(heading)
    for i, block in enumerate(blocks):
        if block.is_heading and _folded(block.text) == wanted:
            following = next((b for b in blocks[i + 1 :] if b.is_heading), None)
            return following.start if following else _at_end(blocks)
    return None


def _folded(heading: str) -> str:
    return fold(heading).casefold()
