"""What the built-in writer says of an article: its theme, and a prompt for an image model."""

from __future__ import annotations

import re

from ...records import Article
from ..kit.drawn import join
from .lexicon.concept import fold
from .stopwords import spoken, stop_words

_LONGEST_THEME = 90
# What may not stand in a prompt: quotes, brackets, Markdown's own marks, control characters.
_MARKS = re.compile(r"[\"“”„«»<>{}\[\]|`*_#\x00-\x1f\x7f-\x9f\u200b-\u202e\u2066-\u2069\ud800-\udfff]")
_LIGHT = {
    "technical": "clean bright light",
    "sober": "calm even light",
    "lively": "vivid cheerful light",
    "warm": "warm light",
    "fresh": "clear fresh light",
    "crisp": "crisp cool light",
    "quiet": "soft quiet light",
    "calm": "soft daylight",
    "grave": "subdued light",
}
"""What a mood is to a picture."""


def theme(article: Article) -> str:
    """Give what an article is about for an English sentence: its title; nothing if not English."""
    title = " ".join(_MARKS.sub(" ", article.title).split())[:_LONGEST_THEME]
    if not title or not spoken(article.words, article.language).lower().startswith("en"):
        return ""
    title = title.rstrip(" .,!;").replace(": ", ", ")
    title = re.sub(r"^(?:On|About) (?=\w)", "", title)
    first, _, rest = title.partition(" ")
    plain = (fold(first) in stop_words("en") or first.endswith("ing")) and first != "I"
    return f"{first.lower()} {rest}".strip() if plain else title


def prompt(about: str, shown: str, details: tuple[str, ...], mood: str) -> str:
    """Write an image prompt in English, fit for a remote image model as it stands."""
    on = f" on the theme of {about}" if about else ""
    what = f": {shown}" if on else f" of {shown}"
    featuring = f", with {join(details)}" if details else ""
    light = _LIGHT.get(mood, _LIGHT["calm"])
    colours = "muted colours" if mood == "grave" else "harmonious colours"
    return (
        f"Editorial flat vector illustration{on}{what}{featuring}; "
        f"{light}, {colours}, one clear subject; no text, no lettering."
    )
