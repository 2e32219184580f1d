"""The vendors' files -> their records; our own files, and those that other packages bring.

A file is checked as mkdocs.yml is, by the same reader: what can't be meant is one line that names
the file, the row and what is allowed.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass, replace
from importlib.metadata import EntryPoint, entry_points
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import yaml
from yaml.constructor import ConstructorError

from ..errors import ConfigError
from ..quoting import one_line, show, suggest
from ..reading import OptionError, read
from .vendor_records import Jobs, Role, Vendor

VENDORS, DIALECTS = "mkdocs_illustrate.vendors", "mkdocs_illustrate.dialects"

HOW: Mapping[str, type] = {"jobs": Jobs}
"""Dialects of ours that want to know more; another's has a record `How` in its module."""

_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DATE, _MERGE = "tag:yaml.org,2002:timestamp", "tag:yaml.org,2002:merge"
_SEVERAL = (
    "several mappings are merged (<<), and readers differ in which of them wins; merge one, and write out the rest"
)


@dataclass(frozen=True, slots=True)
class _File:
    """Where a vendor's file lies, and what its author calls it: `house_pictures/brush.yml`."""

    path: Traversable
    shown: str


def vendor(name: str) -> Vendor:
    """A vendor by its name, or a ConfigError with a near miss."""
    known = _files()
    if name not in known:
        raise ConfigError(f"provider '{name}' is unknown{suggest(name, known)}")
    return _read(name)


def vendors() -> tuple[Vendor, ...]:
    """All vendors, by name."""
    return tuple(_read(name) for name in sorted(_files()))


def refresh() -> None:
    """Look again which packages bring vendors."""
    _installed.cache_clear()
    _files.cache_clear()
    _read.cache_clear()


def vendor_of(name: str, text: str) -> Vendor:
    """What a vendor's file says; OptionError or YAMLError where that can't be meant."""
    raw = load(text)
    if not isinstance(raw, Mapping):
        raise OptionError("", f"the file is {show(raw)}, but must be a mapping")
    found = read(Vendor, raw)
    return replace(found, name=name, chat=_named(found.chat, "chat"), image=_named(found.image, "image"))


def _named(role: Role | None, kind: str) -> Role | None:
    """The role with its rows' names in them, and what only its dialect understands."""
    if role is None:
        return None
    dialects = {point.name: point for point in _installed()[DIALECTS]}
    if role.dialect not in dialects:
        known = suggest(role.dialect, dialects)
        raise OptionError(f"{kind}.dialect", f"is {show(role.dialect)}, which is not installed{known}")
    rows = {name: replace(row, name=name) for name, row in role.models.items()}
    return replace(role, models=rows, how=_how(role, dialects[role.dialect], f"{kind}.how"))


def _how(role: Role, dialect: EntryPoint, where: str) -> Any:
    record = HOW.get(role.dialect)
    if record is None and role.how:
        record = getattr(dialect.load(), "How", None)
        if record is None:
            raise OptionError(where, f"is not for the dialect '{role.dialect}', which wants to know nothing else")
    return read(record, role.how or {}, where) if record else None


@functools.cache
def _installed() -> Mapping[str, tuple[EntryPoint, ...]]:
    """What packages bring, looked up once: it reads a file of each package there is."""
    found = entry_points()
    return {group: tuple(found.select(group=group)) for group in (VENDORS, DIALECTS)}


@functools.cache
def _files() -> Mapping[str, _File]:
    """Where each vendor's file lies: ours, and those that other packages bring by entry point."""
    own = files(__package__).joinpath("vendors")
    found = {f.name.removesuffix(".yml"): _File(f, f.name) for f in own.iterdir() if f.name.endswith(".yml")}
    for point in _installed()[VENDORS]:
        module, _, name = point.value.partition(":")
        file = _file(name) or f"{point.name}.yml"
        found[point.name] = _File(files(module).joinpath(file), f"{module.replace('.', '/')}/{file}")
    return found


def _file(name: str) -> str:
    """An entry point may name a Python object only: `house_yml` is the file house.yml."""
    return name.removesuffix("_yml") + ".yml" if name.endswith("_yml") else name


@functools.cache
def _read(name: str) -> Vendor:
    file = _files()[name]
    try:
        return vendor_of(name, file.path.read_text("utf-8"))
    except OptionError as error:
        said = f"{error.option}: {error.text}" if error.option else error.text
    except yaml.YAMLError as error:
        said = explain(error)
    # A file of another package may be anything: missing, in Latin-1, nested without end.
    except (OSError, ValueError, ImportError, RecursionError) as error:
        said = one_line(f"it can't be read ({type(error).__name__}: {error})")
    raise ConfigError(f"vendor '{name}' is wrong: {file.shown}: {said}")


# Dates stay text: what `as_of: 2026-11-31` is, our own reader says, in a line that names the row.
class _Loader(_Base):  # type: ignore[misc] # the C loader is not there everywhere, so its type is not known
    yaml_implicit_resolvers = {  # noqa: RUF012 - PyYAML's own way
        first: [(tag, pattern) for tag, pattern in pairs if tag != _DATE]
        for first, pairs in _Base.yaml_implicit_resolvers.items()
    }

    def flatten_mapping(self, node: yaml.MappingNode) -> None:
        """Merge, after a look at what is written; a node that stands twice comes here twice."""
        seen = self.__dict__.setdefault("_seen", set())
        if id(node) not in seen:
            seen.add(id(node))
            _check(node)
        super().flatten_mapping(node)


def load(text: str) -> Any:
    """The file as plain data; a YAMLError says what is not taken."""
    return yaml.load(text, Loader=_Loader)  # noqa: S506 - both loaders are safe


def explain(error: yaml.YAMLError) -> str:
    """A YAMLError in one line: `line 3: while parsing a flow sequence, expected ',' or ']'`."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    said = [getattr(error, "context", None), getattr(error, "problem", None)]
    where = f"line {mark.line + 1}: " if mark else ""
    text = ", ".join(filter(None, said)) or str(error)
    return where + " ".join("".join(c if c.isprintable() else " " for c in text).split())


def _check(node: yaml.MappingNode) -> None:
    names: set[str] = set()
    for key, value in node.value:
        name = f"{key.tag} {key.value}" if isinstance(key, yaml.ScalarNode) else ""
        if key.tag == _MERGE and (name in names or isinstance(value, yaml.SequenceNode)):
            raise ConstructorError(None, None, _SEVERAL, key.start_mark)
        if name in names:
            raise ConstructorError(None, None, f"'{key.value}' stands twice", key.start_mark)
        names.add(name)
