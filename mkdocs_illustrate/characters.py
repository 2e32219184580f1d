"""Which characters may stand in a text that is kept, and which in one that is published: for all who take texts in.

A text that people look at holds what they see: what is unseen, or turns the reading direction, may say one thing to
them and another to a program.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

_DEEPEST = 64  # levels of lists and mappings
_LARGEST = 2**64  # a seed is below it, and all other numbers far below
_HALF = re.compile("[\ud800-\udfff]")  # half a character: no file and no page can hold it
_BREAKS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]+")  # a line break, ESC, NEL
# A soft hyphen, marks and overrides of direction, word joiners, fillers, tags, what is no character; not U+0600 and its
# like, which are seen
_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufdd0-\ufdef\ufeff"
    "\uffa0\ufff0-\ufffb\ufffe\uffff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e00ff\U000e01f0-\U000e0fff]"
)
# A joiner joins letters of scripts that are joined, and emoji: "می\u200cخواهم", "👩\u200d🚀"; in "a\u200db" it hides
_IDLE_JOINERS = re.compile(
    "(?<![^\x00-\x7f])[\u200c\u200d]+|[\u200c\u200d]+(?![^\x00-\x7f])|(?<=[\u200c\u200d])[\u200c\u200d]+"
)
_VARIANT = "[\ufe00-\ufe0f\U000e0100-\U000e01ef]"  # "❤\ufe0f": one behind a character; a row of them hides a text
_IDLE_VARIANTS = re.compile(f"(?<={_VARIANT}){_VARIANT}+|(?<![^\x00-\x22\x24-\x29\x2b-\x2f\x3a-\x7f]){_VARIANT}+")


def whole(text: str) -> str:
    """A text that every file can hold: halves of a character are joined, or marked as lost."""
    if not _HALF.search(text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def visible(text: str) -> str:
    """A text that may be published: one line of what can be seen."""
    if text.isascii() and text.isprintable():
        return text
    text = _UNSEEN.sub("", _BREAKS.sub(" ", _HALF.sub("", whole(text))))
    return _IDLE_JOINERS.sub("", _IDLE_VARIANTS.sub("", text))


def all_whole(value: Any, levels: int = _DEEPEST) -> Any:
    """The same for all texts in lists and mappings; what no recipe can hold is None: nests, endless numbers."""
    if isinstance(value, str):
        return whole(value)
    if isinstance(value, Mapping | list | tuple) and not levels:
        return None
    if isinstance(value, Mapping):
        return {all_whole(name): all_whole(item, levels - 1) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [all_whole(item, levels - 1) for item in value]
    return None if isinstance(value, int | float) and not abs(value) < _LARGEST else value  # nor NaN
