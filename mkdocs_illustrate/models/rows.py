"""What a vendor's file says, as records: the endpoint, how it is talked to, and its models.

A row is a hint. What it does not know is passed on as the author wrote it, and `options` beat all
of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fnmatch import fnmatchcase
from typing import Any, Literal

from .fitting import SizeRule
from .wire.endpoint import Auth

_TOKENS = {
    "in": "usage.input_tokens",
    "image_in": "usage.input_tokens_details.image_tokens",
    "out": "usage.output_tokens",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Price:
    """US dollars, with the day the list was read."""

    picture: float | None = None
    by_quality: Mapping[str, float] = field(default_factory=dict)
    tokens: Mapping[str, float] = field(default_factory=dict)
    """US dollars for a million tokens: text_in, image_in (as text_in if left out), out."""
    credits: float | None = None
    """What a picture costs in the vendor's own coin, where that has no fixed price in dollars."""
    as_of: str = ""

    def estimate(self, quality: str | None = None) -> float | None:
        """What one picture will cost, as far as the list says so."""
        if quality in self.by_quality:
            return self.by_quality[str(quality)]
        return self.picture

    def spent(self, counts: Mapping[str, int]) -> float | None:
        """What an answer's tokens cost; None if the list or the answer does not say."""
        if "out" not in counts or "out" not in self.tokens:
            return None
        images = counts.get("image_in", 0)
        words = counts.get("in", images) - images
        rate = self.tokens.get("text_in", 0.0)
        bought = (words * rate, images * self.tokens.get("image_in", rate))
        return sum((*bought, counts["out"] * self.tokens["out"])) / 1e6


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One model: its limits, and how its parameters are called."""

    name: str
    model: str | None = None
    """Name of the model parameter, where this model needs another than its vendor's others."""
    sent_as: str | None = None
    """What the vendor calls it; empty where it is not told; None where it has the same name."""
    prompt: int | None = None
    """The longest prompt it takes, in characters."""
    size: SizeRule = field(default_factory=SizeRule)
    quality: tuple[str, ...] = ()
    seed: str | None = None
    """Name of the seed parameter; None where there is none."""
    seeds: tuple[int, int] | None = None
    """The least and the greatest seed; others are folded in between."""
    count: str | None = None
    """Name of the parameter for several pictures. One is asked for by saying nothing, more by
    `options`: the first is shown, the others are kept in the cache."""
    draws: bool = False
    """True: it answers with an SVG, whatever is asked."""
    fixed: Mapping[str, Any] = field(default_factory=dict)
    """Sent with every request."""
    path: str | None = None
    price: Price = Price()
    retires: str = ""
    """The day it ends or ended, as 2026-12-01."""
    successor: str = ""

    def retired(self, today: date) -> bool:
        """Whether its day has passed."""
        return bool(self.retires) and today >= date.fromisoformat(self.retires)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asks:
    """How a request is written."""

    sends: Literal["json", "form"] = "json"
    prompt: str = "prompt"
    model: str = "model"
    """Name of the model parameter; empty where the model stands in the path or nowhere."""
    headers: Mapping[str, str] = field(default_factory=dict)
    body: Any = None
    """A template for the body with places like {prompt}; None: all fields side by side."""
    count: str = "n"
    """Name of the parameter for several pictures, where a model's row has no other."""
    drawing: Mapping[str, str] = field(default_factory=lambda: {"output_format": "svg"})
    """Parameter -> how its value begins where it asks for an SVG instead of pixels."""
    swap: Mapping[str, str] = field(default_factory=dict)
    """Characters of a prompt that mean something to this server -> what is sent instead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edits:
    """How a picture is sent that a new one is made of."""

    by: tuple[str, ...] = ("*",)
    """The models that take one, by name or pattern; the others would ignore it, and be paid."""
    path: str | None = None
    sends: Literal["json", "form"] = "json"
    images: str = "image"
    most: int = 1
    """How many pictures it takes; more than one are sent as a list."""
    listed: bool = False
    """A list also for a single one."""
    each: Any = "{data_url}"
    """A template for one picture, of {base64}, {data_url} and {type}."""
    mask: str = ""
    """Name of the mask's parameter; empty where there is none."""
    fixed: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reads:
    """Where in an answer things stand, as `data.0.url`; `*` is the last of a list that has it."""

    picture: str = ""
    """Empty: in one of the usual places."""
    refused: Mapping[str, Any] = field(default_factory=dict)
    """Place -> the values that mean a refusal; null: any value that is there."""
    words: str = ""
    """Where a model speaks; one that speaks instead of drawing declines."""
    seed: str = ""
    cost: str = ""
    usd: float = 1.0
    """US dollars for one unit of that cost."""
    tokens: Mapping[str, str] = field(default_factory=lambda: _TOKENS)
    """Where tokens are counted: `in` all that was sent, `image_in` the pictures in it, `out`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """What a vendor offers for chat, or for images: the dialect and the models."""

    dialect: str
    default: str = ""
    path: str = ""
    auth: Auth | None = None
    """How the key is sent here, where that is not the vendor's usual way."""
    asks: Asks = Asks()
    edits: Edits | None = None
    reads: Reads = Reads()
    how: Mapping[str, Any] = field(default_factory=dict)
    """What only this dialect wants to know; it checks that itself."""
    unknown: Row = Row(name="")
    """How a model is asked that no row knows."""
    models: Mapping[str, Row] = field(default_factory=dict)

    def row(self, model: str) -> Row:
        """The model's row, or one whose name is a pattern for it, or the one for unknown models."""
        patterns = (row for name, row in self.models.items() if fnmatchcase(model, name))
        return self.models.get(model) or next(patterns, self.unknown)


@dataclass(frozen=True, slots=True, kw_only=True)
class Vendor:
    """One vendor's endpoint and what it offers."""

    name: str
    title: str = ""
    base_url: str = ""
    api_key_env: str = ""
    at_once: int | None = None
    """How many calls it can do side by side, where that is few: one picture fills a card."""
    needs_key: bool = True
    """False: a key is sent only where `api_key_env` is set."""
    free: bool = False
    """True: nothing is bought here, whatever is asked."""
    by_hand: bool = False
    """True: nobody is called; people make the picture and bring it."""
    auth: Auth = field(default_factory=Auth)
    domain: str = ""
    """Its hosts lie below: an address in an answer may lead there with the key."""
    statuses: Mapping[int, str] = field(default_factory=dict)
    """HTTP statuses that mean something else here: credit, key, refused, model or busy."""
    docs: str = ""
    chat: Role | None = None
    image: Role | None = None
