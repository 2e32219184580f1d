"""What a vendor's file may say of pictures that go along with a request: to start from, or to be like."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Literal

from ..options import JSON, NOT_NEGATIVE, POSITIVE, option
from . import vendor_rules as rules
from .size_rules import PARAMETER

Sent = Literal["json", "form"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """How pictures are sent."""

    RULES: ClassVar[tuple[Any, ...]] = (rules.EDIT_PLACES,)

    path: str | None = option(None, "Another path than the role's.", check=rules.PATH)
    sends: Sent = option("json", "As JSON, or as a form with files.")
    images: str = option("image", "Name of the parameter.", check=PARAMETER)
    most: int = option(1, "How many pictures it takes; more than one are sent as a list.", check=POSITIVE)
    more: str = option(
        "",
        "Names of the further ones where each has its own, like `input_image_{n}`; not a list then.",
        check=rules.MORE,
    )
    listed: bool = option(False, "A list also for a single one.")
    each: Annotated[dict[str, Any], JSON] | str = option(
        "{data_url}", "A template for one picture, of `{base64}`, `{data_url}` and `{type}`."
    )
    fixed: Annotated[dict[str, Any], JSON] = option(dict, "Sent with such pictures; null takes one out.")

    def names(self) -> set[str]:
        """All parameters that may hold one."""
        further = (self.more.replace("{n}", str(n)) for n in range(2, self.most + 1)) if self.more else ()
        return {self.images, *further}


@dataclass(frozen=True, slots=True, kw_only=True)
class Edits(Inputs):
    """How a picture is sent that a new one is made of."""

    by: tuple[str, ...] = option(
        ("*",), "The models that take one, by name or pattern; the others would ignore it.", check=rules.LISTED
    )
    mask: str = option("", "Name of the mask's parameter, if it takes one.", check=rules.NO_PARAMETER)
    redrawn: Literal["transparent", "white"] = option(
        "transparent", "What is drawn anew of a picture: where its mask is so."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Strength:
    """How a model is told how closely it shall follow."""

    param: str = option(doc="Name of the parameter.", check=PARAMETER)
    of: tuple[float, float] = option((0.0, 1.0), "What it is told for a strength of 0, and for one of 1.")

    def value(self, strength: float) -> float:
        """A strength as this model counts it."""
        low, high = self.of
        return round(low + strength * (high - low), 3)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A style that the vendor makes of pictures once, and keeps under a name."""

    param: str = option(doc="Name of the parameter that names the style.", check=PARAMETER)
    id: str = option("id", "Where the answer says that name.", check=rules.PLACE)
    price: float | None = option(None, "US dollars for making it.", check=NOT_NEGATIVE)


@dataclass(frozen=True, slots=True, kw_only=True)
class References:
    """How pictures are sent whose manner a new one shall have."""

    by: tuple[str, ...] = option(
        ("*",), "The models that take some, by name or pattern; the others get the style in words.", check=rules.LISTED
    )
    sent: Inputs | None = option(None, "How they are sent; null: as those to start from (`edits`).")
    kept: Kept | None = option(
        None, "The vendor makes a style of them at `sent.path`, once, and is told its name with each picture."
    )
    said: str = option("", "Put behind the prompt: what the pictures are for.", check=rules.LINE)
    strength: Strength | None = option(None, "How it is told the strength, if it can be.")
    bytes: int | None = option(None, "How many bytes all of them may have together.", check=POSITIVE)
