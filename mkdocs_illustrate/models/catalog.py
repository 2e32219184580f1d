"""The vendors' rows: what each endpoint is called, what its models take, cost and are followed by.

A row is a hint. What it does not know is passed on as the author wrote it, and `options` beat all
of it.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from importlib.metadata import entry_points
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import yaml

from ..errors import ConfigError
from ..reading import suggest
from .fitting import SizeRule

VENDORS = "mkdocs_illustrate.vendors"


@dataclass(frozen=True, slots=True, kw_only=True)
class Price:
    """US dollars, with the day the list was read."""

    picture: float | None = None
    by_quality: Mapping[str, float] = field(default_factory=dict)
    tokens: Mapping[str, float] = field(default_factory=dict)
    """US dollars for a million tokens: text_in, image_in, out."""
    as_of: str = ""

    def estimate(self, quality: str | None = None) -> float | None:
        """What one picture will cost, as far as the list says so."""
        if quality in self.by_quality:
            return self.by_quality[str(quality)]
        return self.picture


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One model: its limits, and how its parameters are called."""

    name: str
    prompt: int | None = None
    """The longest prompt it takes, in characters."""
    size: SizeRule = field(default_factory=SizeRule)
    quality: tuple[str, ...] = ()
    seed: str | None = None
    """Name of the seed parameter; None where there is none."""
    count: str | None = None
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
class Role:
    """What a vendor offers for chat, or for images: the dialect and the models."""

    dialect: str
    default: str = ""
    path: str = ""
    unknown: Row = Row(name="")
    """How a model is asked that no row knows."""
    models: Mapping[str, Row] = field(default_factory=dict)

    def row(self, model: str) -> Row:
        """The model's row, or the one for unknown models."""
        return self.models.get(model, self.unknown)


@dataclass(frozen=True, slots=True, kw_only=True)
class Vendor:
    """One vendor's endpoint and what it offers."""

    name: str
    title: str = ""
    base_url: str = ""
    api_key_env: str = ""
    needs_key: bool = True
    """False: a key is sent only where `api_key_env` is set."""
    free: bool = False
    """True: nothing is bought here, whatever is asked."""
    docs: str = ""
    chat: Role | None = None
    image: Role | None = None


def vendor(name: str) -> Vendor:
    """A vendor by its name, or a ConfigError with a near miss."""
    sources = _sources()
    if name not in sources:
        raise ConfigError(f"provider '{name}' is unknown{suggest(name, sources)}")
    return _read(name)


def vendors() -> tuple[Vendor, ...]:
    """All vendors, by name."""
    return tuple(_read(name) for name in sorted(_sources()))


@functools.cache
def _sources() -> dict[str, Traversable]:
    """Where each vendor's file lies: ours, and those that other packages bring by entry point."""
    own = files(__package__).joinpath("vendors")
    found = {_stem(f): f for f in own.iterdir() if f.name.endswith(".yml")}
    for point in entry_points(group=VENDORS):
        module, _, name = point.value.partition(":")
        found[point.name] = files(module).joinpath(name or f"{point.name}.yml")
    return found


def _stem(file: Traversable) -> str:
    return file.name.removesuffix(".yml")


@functools.cache
def _read(name: str) -> Vendor:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    raw = yaml.load(_sources()[name].read_text("utf-8"), Loader=loader)  # noqa: S506 - both are safe
    try:
        roles: dict[str, Any] = {r: _role(raw.pop(r)) for r in ("chat", "image") if r in raw}
        return Vendor(name=name, **raw, **roles)
    except (TypeError, ValueError, KeyError, AttributeError) as error:
        raise ConfigError(f"the vendor file of '{name}' is wrong: {error}") from None


def _role(raw: Mapping[str, Any]) -> Role:
    models = {name: _row(name, row or {}) for name, row in raw.get("models", {}).items()}
    plain = {k: v for k, v in raw.items() if k not in {"models", "unknown"}}
    return Role(**plain, models=models, unknown=_row("", raw.get("unknown", {})))


def _row(name: str, raw: Mapping[str, Any]) -> Row:
    values = dict(raw)
    if "size" in values:
        values["size"] = SizeRule.read(values["size"])
    if "price" in values:
        values["price"] = _price(values["price"])
    if "quality" in values:
        values["quality"] = tuple(values["quality"])
    values["retires"] = str(values.get("retires", ""))
    return Row(name=name, **values)


def _price(raw: Mapping[str, Any]) -> Price:
    known = {f.name for f in fields(Price)}
    given: dict[str, Any] = {k: str(v) if k == "as_of" else v for k, v in raw.items() if k in known}
    given["by_quality"] = {k: float(v) for k, v in raw.items() if k not in known}
    return Price(**given)
