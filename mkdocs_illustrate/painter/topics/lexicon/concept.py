"""What a concept is: the words that give it away, and what may be drawn for it."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """One row of the lexicon."""

    name: str
    stems: tuple[str, ...]
    """Words that are enough by themselves.

    `postgre*` is a prefix, `*garten` a suffix, `index_funds` a phrase; `fr:pain` counts in French
    only, `tag:ci` only as a tag, `is:changelog` only if it is the whole title.
    """
    hints: tuple[str, ...]
    """Words that prove nothing alone (`table`, `index`) but count once a stem was found."""
    unless: tuple[str, ...]
    """Words that show that another sense is meant: python, unless `terrarium`."""
    hue: float | None
    mood: str
    scenes: tuple[str, ...]
    props: tuple[str, ...]
    glyphs: tuple[str, ...]
    variant: str
    """The scene's variant that suits it best."""
    hour: str
    weight: float
    yields: bool
    """It says how or who, not what: any place that is found goes before it."""
    broad: bool
    """A whole site may be about it: a title's other technical topic goes before it."""
    leads: int
    """How many of its first props may stand in the middle: pages of one site shall differ."""


def row(
    name: str,
    stems: str,
    *,
    hints: str = "",
    unless: str = "",
    hue: float | None = None,
    mood: str = "calm",
    scene: str = "",
    prop: str = "",
    glyph: str = "",
    variant: str = "",
    hour: str = "",
    weight: float = 1.0,
    leads: int = 1,
    yields: bool = False,
    broad: bool = False,
) -> Concept:
    """Write a concept on one line: words apart by spaces, inner spaces as `_`, prefixes as `*`."""
    return Concept(
        name=name, stems=_words(stems), hints=_words(hints), unless=_words(unless), hue=hue,
        mood=mood, scenes=tuple(scene.split()), props=tuple(prop.split()),
        glyphs=tuple(glyph.split()), variant=variant, hour=hour, weight=weight, leads=leads,
        yields=yields, broad=broad,
    )  # fmt: skip


def fold(text: str) -> str:
    """Lower the case and drop accents, so that `Küche` and `kuche` are one."""
    if text.isascii():
        return text.lower()
    flat = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in flat if not unicodedata.combining(letter))


def _words(text: str) -> tuple[str, ...]:
    return tuple(fold(word).replace("_", " ") for word in text.split())
