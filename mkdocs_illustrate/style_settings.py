"""What an author can say of a house style: one name under `styles:` in mkdocs.yml."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from .options import Limit, between, option, pattern
from .written_paths import PICTURE, UNSEEN

SHARE = between(0, 1, "a share from 0 to 1")
COLOUR = pattern("#(?:[0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})", 'a colour in quotes, like "#1b2a41"')
_WORDS = pattern(rf"(?=.*\S)[^{UNSEEN}]{{1,60}}", "a word or two, at most 60 characters")
SOME_COLOURS = Limit(
    'a list of 1 to 6 colours in quotes, like "#1b2a41", or `theme` or `none`',
    lambda value: isinstance(value, str) or 1 <= len(value) <= 6,
    {"minItems": 1, "maxItems": 6},
)
STYLE_NAME = pattern(rf"(?=.*\S)[^{UNSEEN}]{{1,60}}", "a name of at most 60 characters")
_TEXT = Limit("a text of at most 2000 characters", lambda value: len(value) <= 2000, {"maxLength": 2000})

Family = Literal["auto", "landscape", "isometric", "abstract", "mosaic"]
"""A manner of the built-in painter."""


def _up_to(most: int, what: str) -> Limit:
    return Limit(f"a list of at most {most} {what}", lambda value: len(value) <= most, {"maxItems": most})


@dataclass(frozen=True, slots=True, kw_only=True)
class StyleSettings:
    """How the pictures of a site look, whoever makes them."""

    text: str | None = option(None, "Put behind every prompt.", check=_TEXT)
    references: tuple[Annotated[str, PICTURE], ...] = option(
        (), "Pictures whose manner is followed, where the model can.", check=_up_to(16, "pictures")
    )
    strength: float | None = option(
        None,
        "How closely they are followed, where the model can be told; null leaves it to the model.",
        check=SHARE,
    )
    palette: tuple[Annotated[str, COLOUR], ...] = option(
        (), "Told to the model; the built-in painter draws in it. The main one first.", check=_up_to(6, "colours")
    )
    avoid: tuple[Annotated[str, _WORDS], ...] = option(
        (), "What is shown nowhere: told to the chat model, and left out by the painter.", check=_up_to(30, "things")
    )
    family: Family | None = option(None, "In which manner the built-in painter draws.")
