"""The house style: put after every prompt, so that all pictures of a site are a family."""

from __future__ import annotations

import functools
from importlib.resources import files

import yaml

from .briefs import cut


@functools.cache
def presets() -> dict[str, str]:
    """Styles that have a name."""
    text = files(__package__).joinpath("styles.yml").read_text("utf-8")
    return dict(yaml.safe_load(text))


def with_style(prompt: str, style: str | None, limit: int | None) -> str:
    """The prompt as it is sent: cut at a word, never the style."""
    words = presets().get(style, style) if style else ""
    if not words:
        return cut(prompt, limit)
    words = cut(words, limit)
    room = None if limit is None else limit - len(words) - 1
    shortened = cut(prompt, room) if room is None or room > 0 else ""
    return f"{shortened} {words}".strip()
