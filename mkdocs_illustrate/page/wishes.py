"""Front matter -> the wishes of a page: is it flagged, and what does it ask for?

A page is written by anybody who can open a pull request, so it may wish for a look and for words,
and for nothing that spends more, calls another host or writes another file.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..quoting import named, show
from ..reading import OptionError, read
from ..records import LONGEST_NAME, Wish

_FORBIDDEN = {
    "provider", "base_url", "url", "endpoint", "host", "proxy", "headers", "options", "extra_body", "api_key",
    "api_key_env", "key", "token", "secret", "instructions", "output", "path", "file", "filename", "name",
    "portfolio", "cache_dir", "timeout", "concurrency", "budget", "generate", "generate_in", "frozen", "on_missing",
    "on_error", "n", "count", "quality", "enabled",
}  # fmt: skip
_LONGEST = {"prompt": 32_000, "note": 2_000, "alt": 500, "caption": 1_000, "style": 500}
_MOST_FIGURES = 20
_NOTHING = Wish()


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the front matter says: None where it says nothing about being flagged."""

    flagged: bool | None
    figures: tuple[Wish | None, ...] = (_NOTHING,)
    """None where an entry can't be meant: the figures after it keep their numbers."""
    problems: tuple[str, ...] = ()
    """One line for each key that is not taken, naming it."""
    listed: bool = False
    """They stand in a list: those with `after` are about their sections."""

    def decided(self, *, included: bool) -> bool:
        """Whether the page says itself if it wants figures, or `include` in mkdocs.yml does."""
        return included or self.flagged is not None

    def asked(self, *, included: bool) -> tuple[tuple[int, Wish], ...]:
        """The figures that the page wants, by their numbers. What it says itself goes before `include`."""
        if not (included if self.flagged is None else self.flagged):
            return ()
        return tuple((number, wish) for number, wish in enumerate(self.figures, 1) if wish is not None)

    def warnings(self, *, included: bool) -> tuple[str, ...]:
        """The problems; the wishes of a page that is not flagged are nobody's business."""
        return self.problems if self.decided(included=included) else ()


def read_wishes(meta: Mapping[str, Any]) -> Wishes:
    """Read `illustrate` and `illustrate_with` out of a page's front matter, and nothing else."""
    flag, written = meta.get("illustrate"), meta.get("illustrate_with")
    problems: list[str] = []
    if isinstance(flag, Mapping):  # `illustrate: {style: …}` is the flag and the wishes in one
        if flag and written is not None:
            problems.append("'illustrate' holds wishes beside 'illustrate_with', which is taken")
        flag, written = True, flag if written is None else written
    if flag is not None and not isinstance(flag, bool):
        problems.append(f"'illustrate' is {show(flag)}, but must be true or false")
        flag = False
    if flag is None and "illustrate" in meta:
        flag = False  # `illustrate:` with nothing after it
    entries = written if isinstance(written, list) else [{} if written is None else written]
    if len(entries) > _MOST_FIGURES:
        problems.append(f"'illustrate_with' lists more than {_MOST_FIGURES} figures; the rest is left out")
    figures = tuple(_wish(entry, problems) for entry in entries[:_MOST_FIGURES])
    listed = isinstance(written, list)
    return Wishes(flag, figures if any(figures) else (_NOTHING,), tuple(problems), listed)


def _wish(raw: object, problems: list[str]) -> Wish | None:
    """Take the wishes that can be meant; each of the others is one problem."""
    if not isinstance(raw, Mapping):
        problems.append(f"'illustrate_with' is {show(raw)}, but must be a mapping of wishes")
        return None
    taken: dict[str, Any] = {}
    for name, value in raw.items():
        problem = _problem(str(name), value)
        if problem:
            problems.append(f"'illustrate_with.{named(name)}' {problem}")
        else:
            taken[str(name)] = value
    if taken.get("size") and taken.get("aspect_ratio"):
        problems.append("'illustrate_with.aspect_ratio' stands beside 'size', which is taken")
        del taken["aspect_ratio"]
    return read(Wish, taken) if taken else _NOTHING


def _problem(name: str, value: object) -> str | None:
    if name in _FORBIDDEN:
        return "can't be set by a page; it belongs in mkdocs.yml"
    longest = _LONGEST.get(name, LONGEST_NAME)
    if isinstance(value, str) and len(value) > longest:
        return f"is longer than {longest} characters"
    try:
        read(Wish, {name: value})
    except OptionError as error:
        return error.text
    return None
