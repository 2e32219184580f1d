"""Rendered HTML -> the offset where the figure goes.

The page is never re-serialised: a scanner notes where its top-level blocks begin and end, and the
rules below choose between them. What the scanner can't make sense of lies inside a block and is
left alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from itertools import accumulate

from .plain_text import fold

_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_VOID = {
    "area",
    "base",
    "br",
    "col",
    "embed",
    "hr",
    "img",
    "input",
    "link",
    "meta",
    "param",
    "source",
    "track",
    "wbr",
}
# A paragraph that raw HTML left open ends where one of these begins.
_ENDS_PARAGRAPH = _HEADINGS | {
    "address",
    "article",
    "aside",
    "blockquote",
    "center",
    "dd",
    "details",
    "dialog",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "header",
    "hgroup",
    "hr",
    "li",
    "main",
    "menu",
    "nav",
    "ol",
    "p",
    "pre",
    "search",
    "section",
    "summary",
    "table",
    "ul",
}
_SILENT = {"script", "style", "template"}
_WORDLESS = _SILENT | {"svg"}  # text in there is code, or belongs to a picture
_BARE = {"a", "p", "span"}  # show nothing of their own: an anchor in a paragraph
_ONLY_CLOSED = re.compile(r"(?:\s*</\w+>)*\s*")  # a tight list ends on the line of its last words
MARKER = "illustrate"


@dataclass(slots=True)
class Block:
    """One top-level block of a page: which element, from where to where, and its text."""

    tag: str
    start: int
    end: int
    text: str = ""
    """All of it for headings; of others only as much as says that there is some."""
    shows: bool = False
    """Holds something to look at besides its text."""

    @property
    def is_heading(self) -> bool:
        """A heading of any level."""
        return self.tag in _HEADINGS

    @property
    def is_text(self) -> bool:
        """A paragraph with words in it, not only a picture."""
        return self.tag == "p" and self.has_text

    @property
    def has_text(self) -> bool:
        """Words that a reader sees."""
        return bool(self.text.strip())


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


def read_blocks(page: str) -> tuple[list[Block], list[int]]:
    """The top-level blocks of a page, and the marks its author set by hand."""
    scanner = _Scanner(page)
    scanner.feed(page)
    scanner.close()
    return scanner.finish(), scanner.marks


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


class _Scanner(HTMLParser):
    """Notes the offsets of top-level blocks; keeps no tree."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self._page = page
        self._line_starts = [0, *accumulate(len(line) + 1 for line in page.split("\n"))]
        self._stack: list[str] = []
        self._blocks: list[Block] = []
        self._hidden: int | None = None  # the depth of what holds no words: a permalink, a script
        self.marks: list[int] = []
        self._nested_mark = False

    def _offset(self) -> int:
        line, column = self.getpos()
        return self._line_starts[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _ENDS_PARAGRAPH and self._stack and self._stack[-1] == "p":
            self._close(len(self._stack) - 1, self._offset())
        classes = (dict(attrs).get("class") or "").split()
        if not self._stack:
            name = "footnotes" if tag == "div" and "footnote" in classes else tag
            self._blocks.append(Block(name, self._offset(), self._offset()))
        self._blocks[-1].shows |= tag not in _BARE
        if tag not in _VOID:
            if self._hidden is None and (tag in _WORDLESS or "headerlink" in classes):
                self._hidden = len(self._stack)
            self._stack.append(tag)
        elif not self._stack:
            self._end_block(self._offset() + len(self.get_starttag_text() or ""))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:  # HTML does not close <div/>, but SVG inside closes its own elements
            self._close(len(self._stack) - 1, self._offset() + len(self.get_starttag_text() or ""))

    def handle_endtag(self, tag: str) -> None:
        if tag in self._stack:
            depth = len(self._stack) - 1 - self._stack[::-1].index(tag)
            self._close(depth, (self._page.find(">", self._offset()) + 1) or len(self._page))

    def handle_data(self, data: str) -> None:
        if not self._stack:
            if data.strip():  # loose text at the top level is a block of its own
                start = self._offset()
                self._blocks.append(Block("", start, start, data))
        elif self._hidden is None:
            block = self._blocks[-1]
            if block.is_heading or not block.has_text:
                block.text += data

    def handle_comment(self, data: str) -> None:
        if data.strip() != MARKER:
            return
        start = self._offset()
        end = start + len(data) + len("<!---->")
        before = self._page.rfind("\n", 0, start) + 1
        after = self._page.find("\n", end)
        if after < 0:
            after = len(self._page)
        if self._page[before:start].strip() or not _ONLY_CLOSED.fullmatch(self._page, end, after):
            return
        if not self._stack:
            self.marks.append(start)
        else:
            self._nested_mark = True  # never inside a block: right after it

    def _close(self, depth: int, end: int) -> None:
        del self._stack[depth:]
        if self._hidden is not None and depth <= self._hidden:
            self._hidden = None
        if not self._stack:
            self._end_block(end)

    def _end_block(self, end: int) -> None:
        self._blocks[-1].end = end
        if self._nested_mark:
            self.marks.append(end)
            self._nested_mark = False

    def finish(self) -> list[Block]:
        """Close what raw HTML left open, and leave out what shows nothing."""
        if self._stack:  # only an open paragraph ends by itself; what else is open, no figure enters
            alone = self._stack == ["p"]
            self._close(0, len(self._page.rstrip()) if alone else self._blocks[-1].start)
        following = [*(b.start for b in self._blocks[1:]), len(self._page)]
        for block, start in zip(self._blocks, following, strict=False):
            if not block.tag:  # loose text ends where the next block begins
                block.end = start
        silent = _SILENT | {"link", "meta"}
        return [b for b in self._blocks if b.tag not in silent and (b.shows or b.has_text)]
