"""Rendered HTML -> its top-level blocks, with their offsets, and the marks that an author set by hand.

No tree is kept. What can't be made sense of lies inside a block and is left alone.
"""

from __future__ import annotations

import html
import re
from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass, field

from .html_tokens import Kind, Token, has_class, tokens

_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_VOID = {
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr",
}  # fmt: skip
# A paragraph that raw HTML left open ends where one of these begins.
_ENDS_PARAGRAPH = _HEADINGS | {
    "address", "article", "aside", "blockquote", "center", "dd", "details", "dialog", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "header", "hgroup", "hr", "li", "main", "menu",
    "nav", "ol", "p", "pre", "search", "section", "summary", "table", "ul",
}  # fmt: skip
_SILENT = {"script", "style", "template"}
_WORDLESS = _SILENT | {"svg"}  # text in there is code, or belongs to a picture
_BARE = {"a", "p", "span"}  # show nothing of their own: an anchor in a paragraph
_ONLY_CLOSED = re.compile(r"(?:\s*+</\w++>)*+\s*+")  # `</li></ul>`: a tight list ends on the line of its last words
MARKER = "illustrate"  # `<!-- illustrate -->`: a figure goes here
_MAY_BE_MARKED = re.compile(rf"<!--\s*{MARKER}\s*--")
_SHOWS_NOTHING = _SILENT | {"link", "meta"}


@dataclass(frozen=True, slots=True)
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


class Blocks:
    """The top-level blocks of a page that show something, read no further than somebody looks: pages are long."""

    def __init__(self, page: str) -> None:
        self._page = page
        self._scanner = _Scanner(page)
        self._read: list[Block] = []
        self._coming = self._scanner.blocks()

    def __iter__(self) -> Iterator[Block]:
        """From the first one, as often as somebody asks."""
        n = 0
        while n < len(self._read) or self._read_on():
            yield self._read[n]
            n += 1

    def _read_on(self) -> bool:
        block = next(self._coming, None)
        self._read += [block] if block else []
        return block is not None

    def has(self, tag: str) -> bool:
        """Whether one of them is such an element."""
        written = re.search(f"<{tag}", self._page, re.IGNORECASE)  # rarely not, and then nothing has to be read
        return written is not None and any(block.tag == tag for block in self)

    def words(self, block: Block) -> str:
        """All that is written in a block, without its tags."""
        return " ".join(html.unescape(re.sub("<[^>]*>", "", self._page[block.start : block.end])).split())

    def marks(self) -> list[int]:
        """Where the author set a figure's place by hand."""
        if _MAY_BE_MARKED.search(self._page):
            deque(self, 0)
        return self._scanner.marks


@dataclass(slots=True)
class _Draft:
    """A block that is being read."""

    tag: str
    start: int
    end: int
    shows: bool = False
    texts: list[str] = field(default_factory=list)
    has_text: bool = False

    @property
    def wants_text(self) -> bool:
        """Of headings all of it is read; of others only as much as says that there is some."""
        return self.tag in _HEADINGS or not self.has_text

    def add(self, text: str) -> None:
        """Keep a piece of its text."""
        self.texts.append(text)
        self.has_text = self.has_text or not text.isspace()

    def blocks(self) -> Iterator[Block]:
        """The block, once all of it was read, if it shows something."""
        if self.tag not in _SHOWS_NOTHING and (self.shows or self.has_text):
            yield Block(self.tag, self.start, self.end, "".join(self.texts), self.shows)


class _Scanner:
    """Follows which elements are open, and notes where the outermost begin and end."""

    def __init__(self, page: str) -> None:
        self.marks: list[int] = []
        self._page = page
        self._open: list[str] = []
        self._counts: Counter[str] = Counter()  # of the open ones: very many make a page no slower
        self._hidden: int | None = None  # the depth of what holds no words: a permalink, a script
        self._draft = _Draft("", 0, 0)
        self._whole: _Draft | None = None  # the one before, when another begins
        self._mark_inside = False
        self._markup_end = 0  # where the last tag or comment ended
        self._end = 0  # where the last token ended: what is behind it, a browser does not show

    def blocks(self) -> Iterator[Block]:
        """Those that show something; the end of one is known when the next begins."""
        for token in tokens(self._page):
            self._take(token)
            if self._whole is not None:
                yield from self._whole.blocks()
                self._whole = None
        self._finish()
        yield from self._draft.blocks()

    def _begin(self, tag: str, start: int) -> None:
        self._end_loose_text(start)
        self._whole, self._draft = self._draft, _Draft(tag, start, start)

    def _end_loose_text(self, end: int) -> None:
        """It ends where the next block begins."""
        if not self._draft.tag:
            self._draft.end = end

    def _take(self, token: Token) -> None:
        self._end = token.end
        if token.kind is Kind.TEXT:
            self._text(token)
            return
        if token.kind is Kind.COMMENT:
            self._comment(token)
        elif token.kind is Kind.END:
            self._close(token.name, token.end)
        else:
            self._start_tag(token)
        self._markup_end = token.end

    def _start_tag(self, token: Token) -> None:
        name = token.name
        if name in _ENDS_PARAGRAPH and self._open and self._open[-1] == "p":
            self._close("p", token.start)
        if not self._open:
            named = "footnotes" if name == "div" and has_class(self._page, token, "footnote") else name
            self._begin(named, token.start)
        self._draft.shows |= name not in _BARE
        if name not in _VOID:
            if self._hidden is None and (name in _WORDLESS or has_class(self._page, token, "headerlink")):
                self._hidden = len(self._open)
            self._open.append(name)
            self._counts[name] += 1
            if token.kind is Kind.CLOSED:  # HTML does not close <div/>, but SVG inside closes its own elements
                self._close(name, token.end)
        elif not self._open:
            self._end_block(token.end)

    def _text(self, token: Token) -> None:
        if self._open and (self._hidden is not None or not self._draft.wants_text):
            return
        text = html.unescape(self._page[token.start : token.end])
        if not self._open:
            if text.isspace():
                return
            self._begin("", token.start)  # loose text is a block of its own
        self._draft.add(text)

    def _comment(self, token: Token) -> None:
        """Note a mark that stands alone on its line; behind it, elements may still be closed."""
        if token.name.strip() != MARKER:
            return
        _, line_begins, before = self._page[self._markup_end : token.start].rpartition("\n")
        if before.strip() or (self._markup_end and not line_begins):
            return
        line_end = self._page.find("\n", token.end)
        if not _ONLY_CLOSED.fullmatch(self._page, token.end, len(self._page) if line_end < 0 else line_end):
            return
        if self._open:
            self._mark_inside = True  # never inside a block: right after it
        else:
            self.marks.append(token.start)

    def _close(self, name: str, end: int) -> None:
        """Close the innermost element of that name, and with it what is open inside."""
        if not self._counts[name]:
            return
        closed = ""
        while closed != name:
            closed = self._open.pop()
            self._counts[closed] -= 1
        if self._hidden is not None and len(self._open) <= self._hidden:
            self._hidden = None
        if not self._open:
            self._end_block(end)

    def _end_block(self, end: int) -> None:
        self._draft.end = end
        if self._mark_inside:
            self.marks.append(end)
            self._mark_inside = False

    def _finish(self) -> None:
        """Close what raw HTML left open: a paragraph ends by itself, but what else is open, no figure enters."""
        if self._open:
            alone = self._open == ["p"]
            self._end_block(len(self._page[: self._end].rstrip()) if alone else self._draft.start)
        self._end_loose_text(self._end)
