"""Comments, template tags, formulas and raw HTML: what is taken out of Markdown whole, before its lines are read.

Code is only passed over: a comment that begins inside it is none.
"""

from __future__ import annotations

import functools
import re

# `<!-- note -->`, `{# note #}`, `{% if a %}`, `{{ name }}`, `<script>`, `<pre class="x">`
_TAKEN = r"<!--|\{#|\{%|\{\{|<(?i:script|style|pre|svg|math)(?=[\s>])"
# A line that begins with `$$` (a formula) or with `~~~` (code)
_AT_LINE_START = r"^[ \t]*\$\$|^[ \t>]*~{3,}"
_HOLDS_SOME = re.compile(rf"{_TAKEN}|\$\$")
_OPENS = re.compile(rf"{_TAKEN}|``*")
_OPENS_ALL = re.compile(rf"{_TAKEN}|``*|{_AT_LINE_START}", re.MULTILINE)  # much slower: for the pages that need it
_CLOSERS = {"<!--": "-->", "{#": "#}", "{%": "%}", "{{": "}}", "$$": "$$"}


def without_raw_blocks(source: str) -> str:
    """Take comments, template tags and raw code out, line breaks left in.

    An opener that nothing closes is text, and is looked for only once: a hostile page full of
    openers costs no more than a long one.
    """
    if not _HOLDS_SOME.search(source):
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
