"""What would be bought, and for how much: the thing that people agree to, and the hash by which they name it."""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from functools import cached_property
from pathlib import Path
from typing import Any

from ..files import read, write
from .keys import value_key
from .plans import FigurePlan

_DIGITS = 12
_MOST = 2**22  # bytes: some ten thousand figures
_KEPT = 50  # offers on disk; nobody agrees to an older one


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One figure of an offer."""

    page: str
    key: str
    brief: str
    """Of the question to the chat model; empty where it is not asked."""
    provider: str
    model: str
    picture_price: float | None
    brief_price: float | None
    style: str
    """Of a style that the vendor makes once, before the first picture that names it."""
    style_price: float | None

    @classmethod
    def of(cls, plan: FigurePlan) -> Item:
        """What a plan would buy."""
        return cls(
            page=plan.name,
            key=plan.wanted.key,
            brief=plan.wanted.brief_key if plan.asks_chat else "",
            provider=plan.image.vendor,
            model=plan.image.model,
            picture_price=plan.picture_price,
            brief_price=plan.brief_price,
            style=plan.style_to_make[0],
            style_price=plan.style_to_make[1],
        )

    def facts(self) -> dict[str, Any]:
        """Its fields by their names."""
        return {name: getattr(self, name) for name in _FIELDS}


_FIELDS = tuple(f.name for f in fields(Item))


@dataclass(frozen=True)
class Offer:
    """What would be bought, in the order of the site."""

    items: tuple[Item, ...] = ()

    @classmethod
    def of(cls, plans: Iterable[FigurePlan]) -> Offer:
        """What these plans would buy."""
        return cls(tuple(Item.of(plan) for plan in plans if plan.wants_money))

    @cached_property
    def name(self) -> str:
        """The hash of all of it: pages, keys, models, prices."""
        return value_key([item.facts() for item in self.items])[:_DIGITS]

    @property
    def pictures(self) -> int:
        """How many pictures; what two pages share is bought once."""
        return len(self._pictures)

    @property
    def usd(self) -> float:
        """US dollars for pictures, briefs and styles, as far as prices are known; what is shared is paid once."""
        shared = (self._pictures, self._briefs, self._styles)
        return round(sum(price or 0.0 for prices in shared for price in prices.values()), 6)

    @property
    def unpriced(self) -> int:
        """How many pictures cost something that nobody knows, be it for the brief."""
        return len({item.key for item in self.items if None in (item.picture_price, item.brief_price)})

    @property
    def unpriced_pictures(self) -> int:
        """How many of them do so for the picture itself."""
        return sum(price is None for price in self._pictures.values())

    @property
    def _pictures(self) -> dict[str, float | None]:
        return {item.key: item.picture_price for item in self.items}

    @property
    def _briefs(self) -> dict[str, float | None]:
        return {item.brief: item.brief_price for item in self.items if item.brief}

    @property
    def _styles(self) -> dict[str, float | None]:
        return {item.style: item.style_price for item in self.items if item.style}

    def save(self, folder: Path) -> None:
        """Leave it on disk, so that it can be said what differs from it; without a place, that is not said."""
        with contextlib.suppress(OSError):
            write(folder / f"{self.name}.json", json.dumps([item.facts() for item in self.items]).encode())
            for old in sorted(folder.glob("*.json"), key=lambda path: path.stat().st_mtime)[:-_KEPT]:
                old.unlink()


def saved_offer(folder: Path, name: str) -> Offer | None:
    """An offer that `plan` made on this machine; None if there is none of this name."""
    if not re.fullmatch(r"[0-9a-f]{12}", name):
        return None
    try:
        raw = json.loads(read(folder / f"{name}.json", _MOST))
        offer = Offer(tuple(Item(**{name: item[name] for name in _FIELDS}) for item in raw))
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return None
    return offer if offer.name == name else None  # what somebody edited is no offer of ours


def differences(agreed: Offer, now: Offer) -> Iterator[str]:
    """What is not as it was agreed to, a few words for each figure."""
    before, after = ({item.page: item for item in offer.items} for offer in (agreed, now))
    for page in dict.fromkeys((*before, *after)):
        old, new = before.get(page), after.get(page)
        if old is None or new is None:
            yield f"{page} is {'new' if old is None else 'not to be made any more'}"
        elif old != new:
            yield f"{page} {_changed(old, new)}"


def _changed(old: Item, new: Item) -> str:
    if (old.provider, old.model) != (new.provider, new.model):
        return f"would be made by {new.provider} {new.model}, not {old.provider} {old.model}"
    if old.key != new.key:
        return "has other words or wishes"
    return "has another price"
