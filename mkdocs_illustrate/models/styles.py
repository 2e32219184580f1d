"""The house style: put after every prompt, so that all pictures of a site are a family."""

from __future__ import annotations

import difflib
import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.resources import files
from typing import Any, get_args

import yaml

from ..references import Reference
from ..style_settings import Family, StyleSettings
from .briefs import cut
from .colour_words import palette_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """What a style comes to, whoever gave it a name."""

    words: str = ""
    """Behind every prompt."""
    references: tuple[Reference, ...] = ()
    strength: float | None = None
    facts: Mapping[str, Any] = field(default_factory=dict)
    """For who reads articles itself: the painter. What nobody set is not there."""


@functools.cache
def presets() -> dict[str, str]:
    """Styles that have a name."""
    text = files(__package__).joinpath("styles.yml").read_text("utf-8")
    return dict(yaml.safe_load(text))


def manner_of(
    style: str | None, styles: Mapping[str, StyleSettings], references: Mapping[str, tuple[Reference, ...]]
) -> Manner:
    """A style of the site's own, a preset, or the words that somebody wrote."""
    house = styles.get(style or "")
    if house is None:
        return Manner(words=presets().get(style, style) if style else "", facts={"style": style})
    words = " ".join(f"{house.text or ''} {palette_words(house.palette)}".split())
    told = {"palette": list(house.palette), "avoid": list(house.avoid), "family": house.family}
    facts = {"style": None, **{name: fact for name, fact in told.items() if fact}}
    return Manner(words=words, references=references.get(style or "", ()), strength=house.strength, facts=facts)


def mistyped(style: str | None, styles: Mapping[str, StyleSettings]) -> str:
    """The house style that was meant by one word that is nearly its name; free text is no mistake."""
    if not styles:
        return ""
    known = {*styles, *presets(), *get_args(Family)}
    if not style or style in known or not re.fullmatch(r"[\w.-]+", style):
        return ""
    lowered = {name.lower(): name for name in styles}
    return next((lowered[near] for near in difflib.get_close_matches(style.lower(), lowered, n=1, cutoff=0.75)), "")


def with_style(prompt: str, words: str, limit: int | None) -> str:
    """The prompt as it is sent: cut at a word, never the style."""
    if not words:
        return cut(prompt, limit)
    words = cut(words, limit)
    room = None if limit is None else limit - len(words) - 1
    shortened = cut(prompt, room) if room is None or room > 0 else ""
    return f"{shortened} {words}".strip()
