"""HTML -> its tags, comments and pieces of text with their offsets, cut where a browser cuts them.

The standard library's parser takes the square of some broken pages, and cuts differently from one Python to
the next. Here each character is looked at a few times at most. A tag or comment that never ends swallows the
rest of the page, as in a browser: the tokens end before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

_SPACE = r" \t\n\f\r"
# `href="a.md"`, `class='b'`, `width=300`, `hidden`; a quote that is not closed reaches to the end of the page
_NAME = rf"[^{_SPACE}/>][^{_SPACE}/>=]*+"
_IS = rf"[{_SPACE}]*+=[{_SPACE}]*+"
_VALUE = rf"(?:\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z)|[^{_SPACE}>\"'][^{_SPACE}>]*+|(?=>))"
_ATTRIBUTE = re.compile(rf"({_NAME})(?:{_IS}({_VALUE}))?")
# `<p class="a">`, `<br/>`, `</p>`, the last one without its `>` if the page ends before; `<!--`, `<!doctype`, `<?php`,
# `</>`; not the sign in `1 < 2`
_MARKUP = re.compile(
    rf"<(?:(/?)([a-zA-Z][^{_SPACE}/>]*+)(?:[{_SPACE}/]*+{_NAME}(?:{_IS}{_VALUE})?+)*+([{_SPACE}/]*+>)?|!--|[!?/])"
)
_COMMENT_ENDS = re.compile("--!?>")  # `-->`, and `--!>` by mistake
_EMPTY_COMMENT = re.compile("-?>")  # the rest of `<!-->`
# Elements whose content is text, whatever it looks like: `<script>"<p>"</script>`
_TEXT_ONLY = {
    name: re.compile(rf"</{name}(?=[{_SPACE}/>])", re.IGNORECASE)
    for name in ("iframe", "noembed", "noframes", "script", "style", "textarea", "title", "xmp")
}


class Kind(Enum):
    """What a token is."""

    TEXT = "text"
    START = "start"
    END = "end"
    CLOSED = "closed"
    """A start tag that closes itself, as in SVG: `<path/>`."""
    COMMENT = "comment"


class Token(NamedTuple):
    """A piece of a page."""

    kind: Kind
    start: int
    end: int
    name: str = ""
    """Of a tag, in lower case; of a comment, what it says."""


def tokens(page: str) -> Iterator[Token]:
    """A page's pieces in their order, without a gap, up to what never ends."""
    position = 0
    while markup := _MARKUP.search(page, position):
        if markup.start() > position:
            yield Token(Kind.TEXT, position, markup.start())
        token = _tag(markup) if markup[2] else _comment(page, markup)
        if token is None:
            return
        yield token
        position = token.end
        if token.kind is Kind.START and token.name in _TEXT_ONLY:
            closing = _TEXT_ONLY[token.name].search(page, position)
            position = closing.start() if closing else len(page)
            yield Token(Kind.TEXT, token.end, position)
    if position < len(page):
        yield Token(Kind.TEXT, position, len(page))


def has_class(page: str, tag: Token, wanted: str) -> bool:
    """Whether a tag has a class."""
    text = page[tag.start + 1 + len(tag.name) : tag.end]
    if wanted not in text:
        return False
    values = (value for name, value in _ATTRIBUTE.findall(text) if name.lower() == "class")
    return wanted in next(values, "").strip("\"'").split()


def _tag(markup: re.Match[str]) -> Token | None:
    slash, name, end = markup.groups()
    if end is None:
        return None
    kind = Kind.END if slash else Kind.CLOSED if end.endswith("/>") else Kind.START
    return Token(kind, markup.start(), markup.end(), name.lower())


def _comment(page: str, markup: re.Match[str]) -> Token | None:
    """A comment; `<!doctype>`, `<?php>` and `</>` are comments that say nothing to us."""
    start, inside = markup.span()
    if markup[0] != "<!--":
        end = page.find(">", inside)
        return None if end < 0 else Token(Kind.COMMENT, start, end + 1)
    ends = _EMPTY_COMMENT.match(page, inside) or _COMMENT_ENDS.search(page, inside)
    return ends and Token(Kind.COMMENT, start, ends.end(), page[inside : ends.start()])
