"""What travels through the house: frozen values, one for each station on the way of an article.

    PageSource -> Article -> Brief -> Order -> Picture -> Asset -> Outcome

A record holds facts and nothing that acts. Whoever needs another fact adds a field here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any, Literal

from .errors import Code
from .options import SEED, option
from .references import Reference
from .shapes import RATIO, SIZE

LONGEST_NAME = 200  # characters of a name, a heading or a motif
_MOST_MOTIFS = 20

Use = Literal["page", "dark", "card"]  # the second in a page by night, the third where somebody shares it
Placement = Literal["after-first-section", "after-title", "after-first-paragraph", "end", "none"]


def _filled(value: str) -> str | None:
    return None if value.strip() else "some text"


def _few(value: tuple[str, ...]) -> str | None:
    good = len(value) <= _MOST_MOTIFS and all(len(motif) <= LONGEST_NAME for motif in value)
    return None if good else f"a list of at most {_MOST_MOTIFS} words"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What one page asks for one of its figures: the keys of `illustrate_with:`, their types and limits."""

    prompt: str | None = option(None, "Used as it is: the chat model is not asked.", check=_filled)
    note: str | None = option(None, "A hint to the chat model.", check=_filled)
    alt: str | None = option(None, 'Alternative text; "" marks the picture as decorative.')
    caption: str | None = option(None, "The caption.")
    style: str | None = option(None, "Another style than the house style.", check=_filled)
    model: str | None = option(None, "A name under `models:` in mkdocs.yml.", check=_filled)
    size: str | None = option(None, "Width x height.", check=SIZE)
    aspect_ratio: str | None = option(None, "Ratio; either of the two.", check=RATIO)
    seed: int | None = option(None, "Same number, same picture, where the model can.", check=SEED)
    placement: Placement | None = option(None, "Where this figure goes.")
    motifs: tuple[str, ...] = option(tuple, "What the built-in painter shall draw.", check=_few)
    pin: bool = option(False, "Keep this picture whatever happens to the text.")
    after: str | None = option(None, "After the section under this heading.", check=_filled)


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSource:
    """A page as it was written: from this alone it is decided what is illustrated, and how."""

    page: str
    """Path of the source below docs_dir, with forward slashes: `blog/cities.md`."""
    text: str
    """The Markdown without its front matter."""
    meta: Mapping[str, Any]
    """The front matter."""
    included: bool = False
    """`include` in mkdocs.yml names it."""
    shown: bool = True
    """Its template has a place for its content; a theme's front page may have none."""
    language: str = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """What a picture is about: the words of a flagged page, or of a section, free of code, markup and addresses."""

    page: str
    title: str
    words: str
    """Title and all prose, white space folded: the text that is hashed and sent."""
    lead: str = ""
    """The first paragraph of the prose."""
    headings: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    language: str = "en"
    repeat: int = 0  # figures before this one that are about the same words: it has to become another picture


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """What the chat model made of an article."""

    prompt: str
    alt: str
    caption: str = ""
    cost: float | None = None
    """US dollars, where the answer or the price list says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What a model is sent, complete and without a secret. Its hash is the key of the result."""

    vendor: str
    path: str
    body: Mapping[str, Any]
    price: float | None = None  # US dollars that it will cost, where the price list says so; no part of the key
    inputs: tuple[bytes, ...] = field(default=(), repr=False)  # pictures, which the body names by their hashes
    references: tuple[Reference, ...] = ()  # the same
    first: Order | None = None  # a style to be made before, once for all that name it: by its hash, until it has a name


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture as it came: its bytes, what they are, and what its maker said about it."""

    data: bytes = field(repr=False)
    media_type: str
    width: int
    height: int
    revised_prompt: str | None = None
    seed: int | None = None
    cost: float | None = None  # US dollars, where the answer or the price list says so
    alt: str = ""  # set only by a maker that knows what it drew, as is its language
    alt_language: str = ""
    caption: str = ""
    others: tuple[bytes, ...] = field(default=(), repr=False)
    """Further pictures of the same purchase."""
    sha256: str = ""  # of its bytes, where that was worked out already


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """How a picture came to be, in words for people: one file beside the picture, committed."""

    prompt: str = ""
    alt: str = ""
    caption: str = ""
    style: str | None = None
    provider: str = ""
    model: str = ""
    size: str | None = None  # what was asked for: a size, or a ratio
    seed: int | None = None
    options: Mapping[str, Any] = field(default_factory=dict)
    revised_prompt: str | None = None
    made: str = ""  # the date, as 2026-11-21
    cost: float | None = None
    """US dollars, the brief included."""
    file: str = ""
    """The picture's name, beside the recipe."""
    width: int = 0
    height: int = 0
    sha256: str = ""
    origin: str = "generated"  # or imported, or edited
    made_from: tuple[str, ...] = ()  # keys of the pictures it was made of
    edits: tuple[str, ...] = ()  # what was asked to be changed in it, one after the other
    digital_source_type: str = "trainedAlgorithmicMedia"
    credit: str = ""
    """Whose picture it is; shown with it."""
    pin: bool = False
    note: str = ""  # a hint to the chat model that somebody gave for this figure, besides the page's own
    motifs: tuple[str, ...] = ()
    """Of a drawing that somebody chose: what the built-in painter draws."""
    family: str = ""
    """Of such a drawing: in which manner."""
    approved: Mapping[str, Any] = field(default_factory=dict)
    """Who signed it off (`by`), when (`date`), and which picture that was (`key`)."""
    rejected: Mapping[str, Any] = field(default_factory=dict)  # the same: who wants another one instead
    title: str = ""  # of the article, when the picture was made
    article: str = ""  # hash of the article's words; for people, nothing is decided by it
    sketch: str = ""  # a sample of those words: how far the article has moved since is measured by it
    seen: str = ""  # the same of later words, where the picture stayed: a page that moves is known by it
    setup: str = ""
    """Hash of all that was asked for besides the article: instructions, style, wishes, models and their options."""
    pictured: Mapping[str, Any] = field(default_factory=dict)  # the picture's own words, while newer ones wait above
    written: Mapping[str, str] = field(default_factory=dict)
    """Hashes of alt and caption as they were first written: others are somebody's own, and stay."""
    brief: str = ""  # hash of all that the chat model was given
    draft: str = ""
    """Hash of the prompt as the chat model wrote it: another one was written by hand."""
    waits: Mapping[str, Any] = field(default_factory=dict)
    """Of a brief that waits for its picture: what it was asked for."""
    key: str = ""
    """Hash of what the image model is sent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asset:
    """One file that a page shows: a picture at one size in one format."""

    path: Path
    name: str  # its path below the site's root
    format: str
    width: int
    height: int
    use: Use = "page"
    ground: str = ""  # the colour that stands there until it has come


class State(StrEnum):
    """How a figure stands. The words are the ones that `plan` prints."""

    KEPT = "kept"
    CACHED = "cached"
    OFFLINE = "offline"
    MADE = "made"
    BRIEFED = "briefed"
    """Its brief is in the recipe, and waits for a picture."""
    CHANGED = "changed"
    """Something in its key is no longer what the recipe says: words, style, model, size, seed. A build may buy the new
    picture; where it may not, the old one is shown."""
    PINNED = "pinned"
    MISSING = "missing"
    REFUSED = "refused"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of a figure: the files and words of its figure, or why there is none."""

    page: str
    number: int = 1
    key: str
    state: State
    alt: str = ""
    alt_language: str = ""  # where it is not the page's
    caption: str = ""
    by_model: bool = False
    """A model made it, or a part of it: it is labelled."""
    credit: str = ""
    """Whose picture it is."""
    placeholder: bool = False
    """Stands in for a picture that could not be had."""
    assets: tuple[Asset, ...] = ()
    """By use, then grouped by format in the order of the setting, the widest of each format first."""
    reason: str = ""
    """One line: why there is no picture, or why it is an old one."""
    cause: Code | None = None
    """The same in a word, for programs."""
    cost: float | None = None
    """US dollars that were paid for it in this run, the brief included; None where nobody knows."""
    trouble: str = ""
    """One line: what is wrong with the portfolio, whatever is shown."""
    lies_at: str = ""
    """Where its recipe still lies, if the page has moved: a place in the portfolio, like `blog/cities`."""
    moved_from: str = ""
    """Where the recipe lay until this run."""
