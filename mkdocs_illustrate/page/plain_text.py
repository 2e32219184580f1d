"""One block of Markdown -> the words that a reader sees in it, white space folded.

Each pattern begins with one plain character, and looks back from there: Python's engine then leaps to that
character, ten times as fast as it tries a pattern at every place. A block without it is not searched at all.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable, Sequence
from operator import itemgetter

# One pair may stand in another; no more, so that no text takes long.
_BRACKETS = r"\[((?:[^\[\]]++|\[[^\[\]]*+\])*+)\]"  # `[see [1] there]`
_PARENTHESES = r"\((?:[^()]++|\([^()]*+\))*+\)"  # `(a_(b).md "Title")`

_INSIDE = itemgetter(1)  # what `r"\1"` says, five times as fast

_TICKS = r"`(?<!``)(`*+).*?(?<!`)`\1(?!`)"  # `code`, ``a ` in code``
_STARS = r"\*(?<!\\\*)\**+"  # *stress*, **bold**, but not \*

# What a block has to hold for such markup to be in it, the markup, and what stands for it. The order matters: what is
# inside code is no link, what is inside a link's address is no stress. Code and stress come twice: with all that can
# stand for them, or stand between, then alone, which is what most blocks have and four times as fast.
_INLINE: tuple[tuple[tuple[str, ...], re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    # `code`, <code class="x">code</code>
    (("<code",), re.compile(rf"{_TICKS}|<code(?:\s[^<>]*)?>[^<]*</code>"), " "),
    (("`",), re.compile(_TICKS), " "),
    # $x^2$, but neither "$5 and $6" nor \$x$
    (("$",), re.compile(r"\$(?<!\\\$)(?!\s)[^$\n]*(?<!\s)\$(?!\w)"), " "),
    # ![A cat](cat.png), ![A cat][cat], ![cat]
    (("!",), re.compile(rf"!{_BRACKETS}(?:{_PARENTHESES}|\[[^\[\]]*\])?"), " "),
    # [^1], the mark of a footnote
    (("^",), re.compile(r"\[\^[^\]]{1,200}\]"), ""),
    # [a link](page.md "Title") -> a link
    (("](",), re.compile(rf"{_BRACKETS}{_PARENTHESES}"), _INSIDE),
    # [a link][name], [name] -> a link, name; not \[name]
    (("[",), re.compile(r"\[(?<!\\\[)([^\[\]]+)\](?:\[[^\[\]]*\])?"), _INSIDE),
    # <https://example.com>, https://example.com/a, www.example.com
    (
        ("http", "www."),
        re.compile(r"<https?[^<>]{0,999}>|h(?<![\w/]h)ttps?://[^\s<>)\]]+|w(?<![\w/]w)ww\.[^\s<>)\]]+"),
        " ",
    ),
    # <br>, </span>, <a href="x">, <mailto:a@example.com>, but not "1 < 2"
    (("<",), re.compile(r"</?[a-zA-Z][^<>]*>"), " "),
    # attributes: {#id .class}, {: .class }, { width=300 }
    (("{",), re.compile(r"\{:?[ \t]*(?:[.#][\w-]|[\w-]+=)[^{}]{0,999}\}"), " "),
    # :smile:, :material-check:, but not "12:30:00"
    ((":",), re.compile(r":(?<!\w:)(?=[0-9_+-]*[a-z])[a-z0-9_+-]++:(?!\w)"), " "),
    # ++ctrl+alt+del++, ++inserted++, but not C++
    (("+",), re.compile(r"\+\+(?<![\w+]\+\+)(\w[^+]*(?:\+[^+]+)*)\+\+"), _INSIDE),
    # *stress*, **bold**, ~~gone~~, ==marked==, H^^2^^, _stress_, but not snake_case
    (
        ("_", "~", "=", "^"),
        re.compile(rf"{_STARS}|~(?<!\\~)~|=(?<!\\=)=|\^(?<!\\\^)\^|_(?<![\\\w]_)_*+|_(?<![\\_]_)_*+(?!\w)"),
        "",
    ),
    (("*",), re.compile(_STARS), ""),
    # | a | b |, the cells of a table
    (("|",), re.compile(r"\|"), " "),
    # \*, \_, \# -> *, _, #
    (("\\",), re.compile(r"\\([^\w\s]|_)"), _INSIDE),
)
# The space in "a , b": what stood before the comma was markup. White space is folded by then.
_SPACE_BEFORE = re.compile(r" (?=[,.;:!?)\]»”])")
# Control characters and bidi overrides would let an article look other than it reads.
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]")


def plain(text: str) -> str:
    """One block of Markdown without its markup."""
    for needed, pattern, replacement in _INLINE:
        for characters in needed:
            if characters in text:
                text = pattern.sub(replacement, text)
                break
    return fold(html.unescape(text))


def fold(text: str) -> str:
    """White space folded, one Unicode form, nothing unseen."""
    printable = text.isprintable()  # then nothing is unseen, and all white space is plain spaces
    if not printable:
        text = _UNSEEN.sub(" ", text)
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    text = text.strip() if printable and "  " not in text else " ".join(text.split())
    return _SPACE_BEFORE.sub("", text)


def joined(folded: Sequence[str]) -> str:
    """Texts that are folded already, as one: only the places where they meet can want it again."""
    return _SPACE_BEFORE.sub("", " ".join(folded))


def sentence(heading: str) -> str:
    """A heading that ends like a sentence, so that it reads as one among others."""
    return heading if heading[-1] in ".!?:;…。！？" else heading + "."
