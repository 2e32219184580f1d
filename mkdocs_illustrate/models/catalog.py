"""The vendors' files -> their records; our own files, and those that other packages bring."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import fields
from importlib.metadata import entry_points
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import yaml

from ..errors import ConfigError
from ..reading import suggest
from .fitting import SizeRule
from .rows import Asks, Edits, Price, Reads, Role, Row, Vendor
from .wire.endpoint import Auth

VENDORS = "mkdocs_illustrate.vendors"

_PARTS: Mapping[str, Any] = {"asks": Asks, "auth": Auth, "edits": Edits, "reads": Reads}


def vendor(name: str) -> Vendor:
    """A vendor by its name, or a ConfigError with a near miss."""
    sources = _sources()
    if name not in sources:
        raise ConfigError(f"provider '{name}' is unknown{suggest(name, sources)}")
    return _read(name)


def vendors() -> tuple[Vendor, ...]:
    """All vendors, by name."""
    return tuple(_read(name) for name in sorted(_sources()))


def refresh() -> None:
    """Look again which packages bring vendors."""
    _sources.cache_clear()
    _read.cache_clear()


@functools.cache
def _sources() -> dict[str, Traversable]:
    """Where each vendor's file lies: ours, and those that other packages bring by entry point."""
    own = files(__package__).joinpath("vendors")
    found = {_stem(f): f for f in own.iterdir() if f.name.endswith(".yml")}
    for point in entry_points(group=VENDORS):
        module, _, name = point.value.partition(":")
        found[point.name] = files(module).joinpath(_file(name) or f"{point.name}.yml")
    return found


def _file(name: str) -> str:
    """An entry point may name a Python object only: `house_yml` is the file house.yml."""
    return name.removesuffix("_yml") + ".yml" if name.endswith("_yml") else name


def _stem(file: Traversable) -> str:
    return file.name.removesuffix(".yml")


@functools.cache
def _read(name: str) -> Vendor:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        text = _sources()[name].read_text("utf-8")
        raw = yaml.load(text, Loader=loader)  # noqa: S506 - both are safe
        roles: dict[str, Any] = {r: _role(raw.pop(r)) for r in ("chat", "image") if r in raw}
        return Vendor(name=name, auth=Auth(**raw.pop("auth", {})), **raw, **roles)
    except (OSError, yaml.YAMLError, TypeError, ValueError, KeyError, AttributeError) as error:
        said = " ".join(str(error).split())
        raise ConfigError(f"the vendor file of '{name}' is wrong: {said}") from None


def _role(raw: Mapping[str, Any]) -> Role:
    models = {name: _row(name, row or {}) for name, row in raw.get("models", {}).items()}
    parts = {name: record(**raw[name]) for name, record in _PARTS.items() if name in raw}
    plain = {k: v for k, v in raw.items() if k not in {"models", "unknown", *_PARTS}}
    return Role(**plain, **parts, models=models, unknown=_row("", raw.get("unknown", {})))


def _row(name: str, raw: Mapping[str, Any]) -> Row:
    values = dict(raw)
    if "size" in values:
        values["size"] = SizeRule.read(values["size"])
    if "price" in values:
        values["price"] = _price(values["price"])
    for listed in {"quality", "seeds"} & set(values):
        values[listed] = tuple(values[listed])
    values["retires"] = str(values.get("retires", ""))
    return Row(name=name, **values)


def _price(raw: Mapping[str, Any]) -> Price:
    known = {f.name for f in fields(Price)}
    given: dict[str, Any] = {k: str(v) if k == "as_of" else v for k, v in raw.items() if k in known}
    given["by_quality"] = {k: float(v) for k, v in raw.items() if k not in known}
    return Price(**given)
