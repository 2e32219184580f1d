"""Markdown source -> its prose: no code, no markup, no addresses, white space folded.

What is left is what a reader reads. It is hashed, so a change of markup alone must not change it,
and it is sent to a chat model, so it must read as text.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import takewhile

from .plain_text import fold, joined, plain, sentence

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
_TAKEN = r"<!--|\{#|\{%|\{\{|<(?i:script|style|pre|svg|math)(?=[\s>])"
# A line that begins with `$$` (a formula) or with `~~~` (code)
_AT_LINE_START = r"^[ \t]*\$\$|^[ \t>]*~{3,}"
_FIRSTS = "<{$"  # what each of these begins with: a page without them is not searched
_HOLDS_SOME = re.compile(rf"{_TAKEN}|\$\$")
_OPENS = re.compile(rf"{_TAKEN}|``*")
_OPENS_ALL = re.compile(rf"{_TAKEN}|``*|{_AT_LINE_START}", re.MULTILINE)  # much slower: for the pages that need it
_CLOSERS = {"<!--": "-->", "{#": "#}", "{%": "%}", "{{": "}}", "$$": "$$"}


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
    return _prose(_worded(source))


def read_section(source: str, heading: str) -> Prose | None:
    """The same of one section: from its heading, which is its title, to the next one of that level or a higher one."""
    blocks, wanted = _worded(source), fold(heading).casefold()
    for level, words in blocks:
        if level and words.casefold() == wanted:
            return _prose(takewhile(lambda block: not 0 < block[0] <= level, blocks), words)  # noqa: B023 - at once
    return None


def _prose(blocks: Iterable[tuple[int, str]], title: str = "") -> Prose:
    headings, paragraphs = [], []
    for level, words in blocks:
        if level == 1 and not title:
            title = words
            continue
        if level:
            headings.append(words)
        paragraphs.append(sentence(words) if level else words)
    return Prose(title, tuple(headings), tuple(paragraphs))


def _worded(source: str) -> Iterator[tuple[int, str]]:
    """Blocks of text without their markup, as far as they hold words."""
    for level, text in _blocks(source):
        words = plain(_CODE_MARKS.sub("", text) if level else text)
        if words:
            yield level, words


def _blocks(source: str) -> Iterator[tuple[int, str]]:
    """Blocks of text with their heading level, 0 for prose."""
    held: list[str] = []
    for line in _prose_lines(without_raw_blocks(source)):
        if line[:1].isalpha():  # most lines: what begins with a letter is text, and opens nothing
            held.append(line)
            continue
        if not line:  # most of the others
            if held:
                yield 0, " ".join(held)
                held = []
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
        if line[:1].isalpha() or not line:
            if not fence:
                contained, blank = contained and not (line and blank), not line
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


# `<!-- note -->`, `{# note #}`, `{% if a %}`, `{{ name }}`, `<script>`, `<pre class="x">`


def without_raw_blocks(source: str) -> str:
    """Take comments, template tags and raw code out, line breaks left in.

    An opener that nothing closes is text, and is looked for only once: a hostile page full of
    openers costs no more than a long one.
    """
    if not any(first in source for first in _FIRSTS) or not _HOLDS_SOME.search(source):
        return source
    opens = _OPENS_ALL if "$$" in source or "~~~" in source else _OPENS
    kept, position = [], 0
    unclosed: set[str] = set()
    for match in opens.finditer(source):
        opener = match[0].strip(" \t>").lower()
        if match.start() < position or opener in unclosed:
            continue
        end = _end(source, opener, match.end())
        if end is None:
            unclosed.add(opener)
            continue
        taken = source[match.start() : end]
        if opener[0] not in "`~":
            kept += [source[position : match.start()], "\n" * taken.count("\n") or " "]
        elif len(opener) < 3 and "\n\n" in taken:  # code in a line ends with its paragraph
            continue
        else:
            kept.append(source[position:end])
        position = end
    return "".join([*kept, source[position:]])


def _end(source: str, opener: str, start: int) -> int | None:
    """Where it ends what an opener began, or None."""
    if opener in _CLOSERS:
        end = source.find(_CLOSERS[opener], start)
        return None if end < 0 else end + 2 + (opener == "<!--")
    closed = _closer(opener).search(source, start)
    if closed is None or opener[0] != "<":
        return closed and closed.end()
    return source.find(">", closed.end()) + 1 or None  # `</script >`


@functools.cache
def _closer(opener: str) -> re.Pattern[str]:
    if opener[0] == "<":
        return re.compile(f"</{opener[1:]}", re.IGNORECASE)
    if opener[0] == "~":
        return re.compile(rf"^[ \t>]*{opener}", re.MULTILINE)
    return re.compile(rf"(?<!`){opener}(?!`)" if len(opener) < 3 else opener)
