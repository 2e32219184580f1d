"""Markdown source -> its prose: no code, no markup, no addresses, white space folded.

What is left is what a reader reads. It is hashed, so a change of markup alone must not change it,
and it is sent to a chat model, so it must read as text.
"""

from __future__ import annotations

import functools
import html
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

_FENCE = re.compile(r"^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(`{3,}|~{3,})(.*)$")
_CONTAINER = re.compile(r"^\s*(?:[-*+]\s|\d+[.)]\s|!!!|\?\?\?|===|:\s|\[\^)")
_ATX = re.compile(r"^ {0,3}(#{1,6})[ \t]+(.*)$")
_ATX_END = re.compile(r"(?:^|(?<=[ \t]))#+$")
_SETEXT = re.compile(r"^ {0,3}(=+|-+)[ \t]*$")

# Whole constructs, taken out before lines are looked at: how they open, and what closes them.
# Code is only passed over: a comment that begins inside it is none.
_OPENS = re.compile(
    r"<!--|\{#|\{%|\{\{|^[ \t]*\$\$|`+|^[ \t>]*~{3,}|<(?:script|style|pre|svg|math)(?=[\s>])",
    re.IGNORECASE | re.MULTILINE,
)
_CLOSERS = {"<!--": "-->", "{#": r"#\}", "{%": r"%\}", "{{": r"\}\}", "$$": r"\$\$"}
_LINES = re.compile(  # lines that hold no words of the article
    r"^(?:[ \t]*;?-{2,}8<-{2,}.*|[ \t]{0,3}\*?\[[^\]^][^\]]*\]:.*|[ \t]*\[TOC\][ \t]*"
    r"|[ \t]*(?:[-*_][ \t]*){3,}|[ \t:|-]+)$"
)
_OPENERS = re.compile(
    r"^(?:\s*>)*\s*(?:[-*+]\s+(?:\[[ xX]\]\s+)?|\d+[.)]\s+|:\s+|\[\^[^\]]+\]:\s*"
    r"|(?:!!!|\?\?\?\+?)\s*[\w -]*|===[!+]*\s*|/{3,}[ \t]*[\w-]*|#{1,6}\s+)?"
)
# One pair may stand in another; no more, so that no text takes long.
_BRACKETS = r"\[((?:[^\[\]]++|\[[^\[\]]*+\])*+)\]"
_PARENTHESES = r"\((?:[^()]++|\([^()]*+\))*+\)"
_INLINE = (
    (re.compile(r"(?<!`)(`++).*?(?<!`)\1(?!`)|<code(?:\s[^<>]*)?>[^<]*</code>"), " "),  # code
    (re.compile(r"(?<!\\)\$(?!\s)[^$\n]*(?<!\s)\$(?!\w)"), " "),  # formulas, not prices
    (re.compile(rf"!{_BRACKETS}(?:{_PARENTHESES}|\[[^\[\]]*\])?"), " "),  # images
    (re.compile(r"\[\^[^\]]{1,200}\]"), ""),  # marks of footnotes
    (re.compile(rf"{_BRACKETS}{_PARENTHESES}"), r"\1"),  # links
    (re.compile(r"(?<!\\)\[([^\[\]]+)\](?:\[[^\[\]]*\])?"), r"\1"),
    (re.compile(r"<(?:https?|mailto)[^<>]{0,999}>|(?<![\w/])(?:https?://|www\.)[^\s<>)\]]+"), " "),
    (re.compile(r"</?[a-zA-Z][^<>]*>"), " "),  # tags
    (re.compile(r"\{:?[ \t]*(?:[.#][\w-]|[\w-]+=)[^{}]{0,999}\}"), " "),  # attribute lists
    (re.compile(r"(?<!\w):(?=[0-9_+-]*[a-z])[a-z0-9_+-]++:(?!\w)"), " "),  # :emoji:
    (re.compile(r"(?<![\w+])\+\+(\w[^+]*(?:\+[^+]+)*)\+\+"), r"\1"),  # keys and insertions, not C++
    (re.compile(r"(?<!\\)(?:\*++|~~|==|\^\^|(?<!\w)_++|(?<!_)_++(?!\w))"), ""),  # emphasis
    (re.compile(r"\|"), " "),  # cells
    (re.compile(r"\\([^\w\s]|_)"), r"\1"),  # escapes
)
_CODE_MARKS = re.compile(r"`|</?code[^<>]*>")
_SPACE_BEFORE = re.compile(r"\s+([,.;:!?)\]»”])")
# Control characters and bidi overrides would let an article look other than it reads.
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Prose:
    """The words of a page, apart by what they are."""

    title: str
    headings: tuple[str, ...]
    paragraphs: tuple[str, ...]

    def text(self) -> str:
        """Headings and paragraphs in reading order."""
        return fold(" ".join(self.paragraphs))


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


def plain(text: str) -> str:
    """One block of Markdown without its markup."""
    for pattern, replacement in _INLINE:
        text = pattern.sub(replacement, text)
    return fold(html.unescape(text))


def fold(text: str) -> str:
    """White space folded, one Unicode form, nothing unseen."""
    text = unicodedata.normalize("NFC", _UNSEEN.sub(" ", text))
    return _SPACE_BEFORE.sub(r"\1", " ".join(text.split()))


def sentence(heading: str) -> str:
    """A heading that ends like a sentence, so that it reads as one among others."""
    return heading if heading[-1] in ".!?:;…。！？" else heading + "."


def _blocks(source: str) -> Iterator[tuple[int, str]]:
    """Blocks of text with their heading level, 0 for prose."""
    held: list[str] = []
    for line in _prose_lines(_without_blocks(source)):
        heading = _ATX.match(line)
        underline = _SETEXT.match(line)
        if underline and len(held) == 1:
            yield 1 if underline[1][0] == "=" else 2, held[0]
        elif heading:
            yield 0, " ".join(held)
            yield len(heading[1]), _ATX_END.sub("", heading[2].rstrip())
        elif not line.strip() or _LINES.match(line):
            yield 0, " ".join(held)
        else:
            if _CONTAINER.match(line):
                yield 0, " ".join(held)
                held = []
            held.append(_OPENERS.sub("", line, count=1))
            continue
        held = []
    yield 0, " ".join(held)


def _prose_lines(source: str) -> Iterator[str]:
    """Lines outside fences and outside indented code; a fence leaves an empty line behind."""
    fence = ""
    contained, blank = False, True
    for line in source.expandtabs(4).splitlines():
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


def _without_blocks(source: str) -> str:
    """Take comments, template tags and raw code out, line breaks left in.

    An opener that nothing closes is text, and is looked for only once: a hostile page full of
    openers costs no more than a long one.
    """
    kept, position = [], 0
    unclosed: set[str] = set()
    for match in _OPENS.finditer(source):
        opener = match[0].strip(" \t>").lower()
        if match.start() < position or opener in unclosed:
            continue
        closed = _closer(opener).search(source, match.end())
        if closed is None:
            unclosed.add(opener)
            continue
        taken = source[match.start() : closed.end()]
        if opener[0] not in "`~":
            kept += [source[position : match.start()], "\n" * taken.count("\n") or " "]
        elif len(opener) < 3 and "\n\n" in taken:  # code in a line ends with its paragraph
            continue
        else:
            kept.append(source[position : closed.end()])
        position = closed.end()
    return "".join([*kept, source[position:]])


@functools.cache
def _closer(opener: str) -> re.Pattern[str]:
    if opener[0] == "`":
        return re.compile(rf"(?<!`){opener}(?!`)" if len(opener) < 3 else opener)
    if opener[0] == "~":
        return re.compile(rf"^[ \t>]*{opener}", re.MULTILINE)
    return re.compile(_CLOSERS.get(opener, f"</{opener[1:]}[^>]*>"), re.IGNORECASE)
