"""Markdown source -> its prose: no code, no markup, no addresses, white space folded.

What is left is what a reader reads. It is hashed, so a change of markup alone must not change it,
and it is sent to a chat model, so it must read as text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .plain_text import joined, plain, sentence
from .raw_blocks import without_raw_blocks

# ``` or ~~~python, in a quote (`> ```) or behind the mark of a list (`- ```) too
_FENCE = re.compile(r"^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(`{3,}|~{3,})(.*)$")
# `- item`, `1. item`, `!!! note`, `??? note`, `=== "Tab"`, `: a definition`, `[^1]: a footnote`: what is indented below
# belongs to it, and is no code
_CONTAINER = re.compile(r"^\s*(?:[-*+]\s|\d+[.)]\s|!!!|\?\?\?|===|:\s|\[\^)")
_ATX = re.compile(r"^ {0,3}(#{1,6})[ \t]+(.*)$")  # `## A heading ##`
_ATX_END = re.compile(r"(?:^|(?<=[ \t]))#+$")  # the second `##` of it, but not that of `C#`
_SETEXT = re.compile(r"^ {0,3}(=+|-+)[ \t]*$")  # `=====` or `---` below a heading
# Lines that hold no words of the article: `--8<-- "file"`, `*[HTML]: Hyper Text …`, `[link]: page.md`, `[TOC]`,
# `* * *`, `| :-- | --- |`
_WORDLESS = re.compile(
    r"^(?:[ \t]*;?-{2,}8<-{2,}.*|[ \t]{0,3}\*?\[[^\]^][^\]]*\]:.*|[ \t]*\[TOC\][ \t]*"
    r"|[ \t]*(?:[-*_][ \t]*){3,}|[ \t:|-]+)$"
)
# What a line's words begin after: `> `, `- [x] `, `1. `, `: `, `[^1]: `, `!!! note`, `=== `, `/// details`, `> ## `
_OPENERS = re.compile(
    r"^(?:\s*>)*\s*(?:[-*+]\s+(?:\[[ xX]\]\s+)?|\d+[.)]\s+|:\s+|\[\^[^\]]+\]:\s*"
    r"|(?:!!!|\?\?\?\+?)\s*[\w -]*|===[!+]*\s*|/{3,}[ \t]*[\w-]*|#{1,6}\s+)?"
)
_CODE_MARKS = re.compile(r"`|</?code[^<>]*>")  # a heading keeps what its code says


@dataclass(frozen=True, slots=True)
class Prose:
    """The words of a page, apart by what they are."""

    title: str
    headings: tuple[str, ...]
    paragraphs: tuple[str, ...]

    def text(self) -> str:
        """Headings and paragraphs in reading order."""
        return joined(self.paragraphs)


def read_prose(source: str) -> Prose:
    """Take the words out of a Markdown source whose front matter is gone."""
    title, headings, paragraphs = "", [], []
    for level, text in _blocks(source):
        words = plain(_CODE_MARKS.sub("", text) if level else text)
        if not words:
            continue
        if level == 1 and not title:
            title = words
            continue
        if level:
            headings.append(words)
        paragraphs.append(sentence(words) if level else words)
    return Prose(title, tuple(headings), tuple(paragraphs))


def _blocks(source: str) -> Iterator[tuple[int, str]]:
    """Blocks of text with their heading level, 0 for prose."""
    held: list[str] = []
    for line in _prose_lines(without_raw_blocks(source)):
        if line[:1].isalpha():  # most lines: what begins with a letter is text, and opens nothing
            held.append(line)
            continue
        heading = _heading(line, held)
        wordless = not heading and (not line.strip() or _WORDLESS.match(line))
        if held and (heading or wordless or _CONTAINER.match(line)):
            yield 0, " ".join(held)
            held = []
        if heading:
            yield heading
        elif not wordless:
            held.append(_OPENERS.sub("", line, count=1))
    yield 0, " ".join(held)


def _heading(line: str, held: list[str]) -> tuple[int, str] | None:
    """The heading that a line is, or makes of the one line before it, which is taken from the held ones."""
    underline = _SETEXT.match(line) if len(held) == 1 else None
    if underline:
        return 1 if underline[1][0] == "=" else 2, held.pop()
    heading = _ATX.match(line)
    return (len(heading[1]), _ATX_END.sub("", heading[2].rstrip())) if heading else None


def _prose_lines(source: str) -> Iterator[str]:
    """Lines outside fences and outside indented code; a fence leaves an empty line behind."""
    fence = ""
    contained, blank = False, True
    for line in source.expandtabs(4).splitlines():
        if line[:1].isalpha():
            if not fence:
                contained, blank = contained and not blank, False
                yield line
            continue
        opened = _FENCE.match(line)
        if fence:
            if opened and opened[1].startswith(fence) and not opened[2].strip():
                fence = ""
            continue
        if opened and "`" not in opened[2]:
            fence, blank = opened[1], True
            yield ""
            continue
        indented = line.startswith("    ")
        if indented and blank and not contained:
            continue  # indented code; what follows it without a blank line is code too
        if line.strip():
            contained = bool(_CONTAINER.match(line)) or (contained and (indented or not blank))
        blank = not line.strip()
        yield line
