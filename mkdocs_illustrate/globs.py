"""Glob patterns of pages: `*` within a folder, `**` across folders."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable

from .options import Limit

# blog/**, *.md, page-?.md, [a-c]*.md
_PARTS = re.compile(r"(\*\*/|\*\*|\*|\?|\[[^\]]+\])")


def matches(path: str, patterns: Iterable[str]) -> bool:
    """Whether a page's path below docs_dir fits one of the patterns."""
    return any(_compiled(pattern).fullmatch(path) for pattern in patterns)


def _is_glob(pattern: str) -> bool:
    try:
        _compiled(pattern)
    except re.error:  # [z-a]
        return False
    return True


GLOB = Limit("written as glob patterns are, like blog/**", _is_glob, {"not": {"pattern": r"\[!\]"}})


def glob_problem(pattern: str) -> str | None:
    """Say what a pattern must look like, if this is none."""
    return GLOB(pattern)


@functools.cache
def _compiled(pattern: str) -> re.Pattern[str]:
    translated = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
    parts = _PARTS.split(pattern.strip("/"))
    return re.compile("".join(_one(part, translated) for part in parts))


def _one(part: str, translated: dict[str, str]) -> str:
    if part in translated:
        return translated[part]
    if part.startswith("[") and part.endswith("]"):
        return "[" + part[1:-1].replace("\\", r"\\").replace("!", "^", 1) + "]"
    return re.escape(part)
