"""What a vendor's file may say, as records: the endpoint, how it is talked to, and its models.

A row is a hint. What it does not know is passed on as the author wrote it, and `options` beat all
of it. Each option's sentence stands in docs/vendors.md and in vendor.schema.json.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fnmatch import fnmatchcase
from typing import Annotated, Any, ClassVar, Literal

from ..options import ADDRESS, HEADER, JSON, NOT_NEGATIVE, POSITIVE, VARIABLE, Name, not_written, one_of, option
from . import vendor_rules as rules
from .input_records import Edits, References, Sent
from .size_rules import PARAMETER, SizeRule
from .wire.endpoint import Auth

_Meaning = Literal["credit", "key", "refused", "model", "busy"]
_Rate = Annotated[str, one_of("text_in", "image_in", "out")]
_Count = Annotated[str, one_of("in", "image_in", "out")]
_COUNTS = {
    "in": "usage.input_tokens",
    "image_in": "usage.input_tokens_details.image_tokens",
    "out": "usage.output_tokens",
}

_Line = Annotated[str, rules.LINE]


@dataclass(frozen=True, slots=True, kw_only=True)
class Price:
    """US dollars, with the day the list was read."""

    picture: float | None = option(None, "US dollars for a picture.", check=NOT_NEGATIVE)
    by_level: Mapping[str, Annotated[float, NOT_NEGATIVE]] = option(
        dict,
        "US dollars for a picture of one of the row's qualities, or of one of its levels of size.",
        rest=True,
    )
    tokens: Mapping[_Rate, Annotated[float, NOT_NEGATIVE]] = option(
        dict, "US dollars for a million tokens; without `image_in`, pictures cost as `text_in`."
    )
    given: float | None = option(None, "US dollars for each picture that is given along.", check=NOT_NEGATIVE)
    credits: float | None = option(
        None, "What a picture costs in the vendor's own coin, where that has no fixed price.", check=NOT_NEGATIVE
    )
    as_of: str = option("", "The day the list was read.", check=rules.DATE)

    def estimate(self, *levels: str | None, given: int = 0) -> float | None:
        """What one picture of these levels will cost, with so many given along, as far as the list says so."""
        listed = [self.by_level[level] for level in levels if level is not None and level in self.by_level]
        one = max(listed) if listed else self.picture
        return None if one is None else round(one + given * (self.given or 0.0), 6)

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

    RULES: ClassVar = (rules.PRICED_LEVELS, rules.SEEDS)

    name: str = not_written("")
    model: str | None = option(
        None, "Name of the model parameter, where this model needs another than the others.", check=rules.NO_PARAMETER
    )
    sent_as: str | None = option(
        None, 'What the vendor calls the model, if not as here; `""`: it is not told.', check=rules.LINE
    )
    prompt: int | None = option(None, "The longest prompt it takes, in characters.", check=rules.PROMPT)
    size: SizeRule = option(SizeRule, "How it takes its dimensions, and which of them.")
    quality: tuple[_Line, ...] = option((), "The qualities it offers.")
    seed: str | None = option(None, "Name of the seed parameter, if it has one.", check=PARAMETER)
    seed_text: str | None = option(
        None, "Put behind the prompt where the seed has no parameter; `{seed}` is its place.", check=rules.SEED_TEXT
    )
    seeds: tuple[int, int] | None = option(None, "The least and the greatest seed; others are folded in between.")
    count: str | None = option(
        None, "Name of the parameter for several pictures, if not as `asks.count`.", check=PARAMETER
    )
    draws: bool = option(False, "It answers with an SVG, whatever is asked.")
    fixed: Annotated[dict[str, Any], JSON] = option(dict, "Sent with every request.")
    sends: Sent | None = option(None, "`json` or `form`, where this model needs another than `asks.sends`.")
    needs: tuple[Annotated[str, PARAMETER], ...] = option((), "Parameters that authors have to give in `options`.")
    path: str | None = option(None, "Another path than the role's.", check=rules.PATH)
    edits: Edits | None = option(None, "How this model takes a picture to start from, if not as the role says.")
    references: References | None = option(
        None, "How this model takes pictures whose manner it shall follow, if not as the role says."
    )
    price: Price = option(Price, "What a picture costs.")
    retires: str = option("", "The day it ends or ended.", check=rules.DATE)
    successor: str = option("", "What comes after it.", check=rules.LINE)

    def retired(self, today: date) -> bool:
        """Whether its day has passed."""
        return bool(self.retires) and today >= date.fromisoformat(self.retires)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asks:
    """How a request is written."""

    sends: Sent = option("json", "As JSON, or as a form (multipart).")
    prompt: str = option("prompt", "Name of the parameter.", check=PARAMETER)
    model: str = option(
        "model", 'Name of the parameter; `""` where the model stands in the path or nowhere.', check=rules.NO_PARAMETER
    )
    headers: Mapping[Annotated[str, HEADER], Annotated[str, rules.VALUE]] = option(dict, "Further headers.")
    body: Annotated[dict[str, Any], JSON] | None = option(
        None,
        "A template: `{prompt}` and other names of parameters; `{fields}` is all that has no place of its own; "
        "what is empty is left out. null: all side by side.",
    )
    count: str = option("n", "Name of the parameter for several pictures.", check=PARAMETER)
    drawing: Mapping[str, str] = option(
        lambda: {"output_format": "svg"}, "A parameter, and how its value begins where it asks for an SVG."
    )
    swap: Mapping[str, str] = option(
        dict, "Characters of a prompt that mean something to this server, and what is sent instead."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Reads:
    """Where in an answer things stand, as `data.0.url`; `*` is the last of a list that has it."""

    picture: str = option("", "Where the picture is, if not in one of the usual places.", check=rules.PLACE)
    refused: Mapping[str, tuple[Any, ...] | None] = option(
        dict, "A place, and the values there that mean a refusal; null: any value."
    )
    words: str = option("", "Where a model speaks; one that speaks instead of drawing declines.", check=rules.PLACE)
    seed: str = option("", "Where the seed stands.", check=rules.PLACE)
    cost: str = option("", "Where it says what it cost.", check=rules.PLACE)
    usd: float = option(1.0, "US dollars for one unit of that cost.", check=POSITIVE)
    tokens: Mapping[_Count, str] = option(
        lambda: _COUNTS, "Where tokens are counted: `in` all that was sent, `image_in` the pictures in it, `out`."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Jobs:
    """The states of a job, and where they stand: `how:` for the dialect `jobs`."""

    poll: str = option(
        doc="A path with a place `{id}`; after `@`, where the submit answer names the address.", check=rules.POLL
    )
    interval: float = option(doc="Seconds between two looks, as the vendor wishes.", check=POSITIVE)
    state: str = option(doc="Where its state stands.", check=rules.PLACE)
    done: tuple[str, ...] = option(doc="States of a job that is done.", check=rules.LISTED)
    id: str = option("id", "Where the submit answer names the job.", check=rules.PLACE)
    failed: tuple[str, ...] = option((), "States of a job that failed.")
    refused: tuple[str, ...] = option((), "States of a job whose prompt or picture was refused.")
    gone: Mapping[str, Any] = option(dict, "A place, and the value there that says that nobody knows this job.")
    reason: tuple[str, ...] = option((), "Where a failed job says why.")
    result: str = option("", "As `poll`, where a finished job's picture is named elsewhere.", check=rules.POLL)
    headers: Mapping[Annotated[str, HEADER], Annotated[str, rules.VALUE]] = option(dict, "Sent when submitting.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """What a vendor offers for chat, or for images: the dialect and the models."""

    RULES: ClassVar = (rules.BODY_PLACES,)

    dialect: str = option(doc="The way of talking.", check=rules.DIALECT)
    default: str = option("", "The model that is asked when an author names none.", check=rules.LINE)
    path: str = option(
        "", "Where requests go, below base_url; places like `{account}` come out of `options`.", check=rules.PATH
    )
    auth: Auth | None = option(None, "How the key is sent here, if not as everywhere at this vendor.")
    asks: Asks = option(Asks, "How a request is written.")
    edits: Edits | None = option(None, "How a picture to start from is sent; null: it takes none.")
    references: References | None = option(
        None, "How pictures are sent whose manner is followed; null: it takes none, and gets the style in words."
    )
    reads: Reads = option(Reads, "Where things stand in an answer, as `data.0.url`.")
    how: Any = option(None, "What only this dialect wants to know.", check=rules.MAPPING)
    unknown: Row = option(Row, "The row for models that have none.")
    models: Mapping[Annotated[Name, rules.LINE], Row] = option(
        dict, 'The models by name; a name may be a pattern, like `"*:*"`.'
    )

    def row(self, model: str) -> Row:
        """The model's row, or one whose name is a pattern for it, or the one for unknown models."""
        patterns = (row for name, row in self.models.items() if fnmatchcase(model, name))
        return self.models.get(model) or next(patterns, self.unknown)


@dataclass(frozen=True, slots=True, kw_only=True)
class Vendor:
    """One vendor's endpoint and what it offers."""

    RULES: ClassVar = (rules.SOME_ROLE,)

    name: str = not_written("")
    title: str = option("", "What people call it.", check=rules.LINE)
    base_url: str = option("", "Its address; empty where an author has to give one.", check=ADDRESS)
    api_key_env: str = option("", "Name of the environment variable that holds the key.", check=VARIABLE)
    at_once: int | None = option(
        None, "How many calls it can do side by side, where that is fewer than `concurrency`.", check=rules.AT_ONCE
    )
    needs_key: bool = option(True, "false: a key is sent only where an author sets `api_key_env`.")
    free: bool = option(False, "Nothing is bought here, whatever is asked.")
    by_hand: bool = option(False, "Nobody is called; people make the picture and bring it.")
    auth: Auth = option(Auth, "How the key is sent.")
    domain: str = option(
        "", "Its hosts lie below: an address in an answer may lead there with the key.", check=rules.DOMAIN
    )
    statuses: Mapping[int, _Meaning] = option(dict, "HTTP statuses that mean something else here.")
    looks: str = option(
        "", "What `doctor --online` looks at to try the key: a path that costs nothing and wants it.", check=rules.PATH
    )
    docs: str = option("", "Where its documentation is.", check=rules.LINK)
    chat: Role | None = option(None, "What it offers for briefs.")
    image: Role | None = option(None, "What it offers for pictures.")
