"""From a plain mapping to a frozen record: one reader for mkdocs.yml, front matter and vendors' files.

Whoever adds an option writes one line in a record (`options.py` says how) and nothing here. What a
record says is worked out once.
"""

from __future__ import annotations

import difflib
import functools
import math
import types
import typing
from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, Field, dataclass, is_dataclass
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin

from .errors import ConfigError
from .options import FROM_ENVIRONMENT, NO_SECRET, Check, default_of, hints_of, option, options_of
from .quoting import named, one_line, show, suggest

__all__ = ["FLAG", "OptionError", "default_of", "option", "read"]

FLAG = "illustrate"
"""The word in front matter that asks for a figure."""

T = TypeVar("T")

_Take = Callable[[Any, str], Any]
"""A value and its dotted name -> the value as its annotation wants it, or an OptionError."""

_ON, _OFF = {"1", "true", "yes", "on"}, {"0", "false", "no", "off"}
_WORDS = {bool: "true or false", int: "a whole number", float: "a number", str: "text"}
_MAPPINGS = (dict, Mapping)


class OptionError(ConfigError):
    """One option that can't be meant: its dotted name, and what is allowed instead."""

    def __init__(self, option: str, text: str) -> None:
        super().__init__(f"option '{option}': {text}")
        self.option = option
        self.text = text


@dataclass(frozen=True, slots=True)
class _Form:
    """What a record takes, worked out once."""

    takes: Mapping[str, _Take]
    needed: frozenset[str]
    rest: str | None
    rules: tuple[Any, ...]


@functools.cache
def _form(record: type) -> _Form:
    hints, known = hints_of(record), options_of(record)
    rest = next((f.name for f in known if f.metadata.get("rest")), None)
    return _Form(
        takes={f.name: _option(hints[f.name], f) for f in known},
        needed=frozenset(f.name for f in known if f.default is f.default_factory is MISSING),
        rest=rest,
        rules=getattr(record, "RULES", ()),
    )


def read(record: type[T], raw: object, where: str = "") -> T:
    """Check a mapping against a record and return the record; the first mistake raises."""
    if not isinstance(raw, Mapping):
        raise OptionError(where or FLAG, f"is {show(raw)}, but must be a mapping of options")
    form, start = _form(typing.cast("Any", record)), f"{where}." if where else ""
    values: dict[str, Any] = {}
    others: dict[str, Any] = {}
    for name, value in raw.items():
        take = form.takes.get(name)
        if take is None or name == form.rest:
            _unknown(form, name, start)
            others[name] = value
        elif value is not None or name not in form.needed:
            values[name] = take(value, start + name)
    if form.rest:
        values[form.rest] = form.takes[form.rest](others, where)
    for name in form.takes:
        if name in form.needed and name not in values:
            raise OptionError(start + name, "is missing")
    return _ruled(record(**{k: v for k, v in values.items() if v is not MISSING}), form, start)


def _unknown(form: _Form, name: object, start: str) -> None:
    if form.rest is None or not isinstance(name, str):
        raise OptionError(start + named(name), f"is unknown{suggest(str(name), form.takes)}")


def _ruled(made: T, form: _Form, start: str) -> T:
    for rule in form.rules:
        if problem := rule.problem(made):
            raise OptionError(start + problem[0], problem[1])
    return made


def _option(hint: Any, f: Field[Any]) -> _Take:
    take, checks = _take(hint), f.metadata.get("checks", ())
    nothing = None if type(None) in get_args(hint) else MISSING

    def value_of(value: Any, dotted: str) -> Any:
        if value is None:
            return nothing  # `!ENV` with nothing set gives null: as if the line were not there
        return _checked(take(value, dotted), checks, dotted)

    return value_of


def _checked(value: Any, checks: tuple[Check, ...], dotted: str) -> Any:
    for check in checks:
        if allowed := check(value):
            raise OptionError(dotted, f"is {show(value, dotted)}, but must be {allowed}")
    return value


def _take(hint: Any) -> _Take:  # noqa: PLR0911 - one line for each kind of annotation
    """How a value becomes what an annotation wants; asked once for each option of a record."""
    origin, arguments = get_origin(hint), get_args(hint)
    if hint is Any:
        return lambda value, _: value
    if origin is Annotated:
        return _annotated(arguments[0], arguments[1:])
    if origin in (Union, types.UnionType):
        return _one_of(arguments)
    if origin is Literal:
        return functools.partial(_literal, arguments)
    if origin is tuple:
        return _listed(arguments)
    if origin in _MAPPINGS or hint in _MAPPINGS:
        return _mapping(arguments)
    if is_dataclass(hint):
        return functools.partial(read, typing.cast("type[Any]", hint))
    return functools.partial(_plain, hint)


def _annotated(hint: Any, said: tuple[Any, ...]) -> _Take:
    take = _switch if FROM_ENVIRONMENT in said else _take(hint)
    checks = tuple(check for check in said if callable(check))
    return lambda value, dotted: _checked(take(value, dotted), checks, dotted)


def _switch(value: Any, dotted: str) -> bool:
    word = str(value).strip().lower() if isinstance(value, int | str) else ""
    if word not in _ON | _OFF:
        raise OptionError(dotted, f"is {show(value, dotted)}, but must be true or false")
    return word in _ON


def _one_of(arguments: tuple[Any, ...]) -> _Take:
    real = [a for a in arguments if a is not type(None)]
    takes = [_take(a) for a in real]
    words = " or ".join(words_for(a) for a in real)
    listed = next((take for take, a in zip(takes, real, strict=True) if get_origin(a) is tuple), None)

    def first(value: Any, dotted: str) -> Any:
        if value is None and len(real) < len(arguments):
            return None
        if isinstance(value, list) and listed is not None:  # what is wrong in a list says more than what else could be
            return listed(value, dotted)
        for take in takes:
            try:
                return take(value, dotted)
            except OptionError:
                if len(takes) == 1:
                    raise
        meant = _near(value, [a for one in real if get_origin(one) is Literal for a in get_args(one)])
        raise OptionError(dotted, f"is {show(value, dotted)}, but must be {words}{meant}")

    return first


def _literal(arguments: tuple[Any, ...], value: Any, dotted: str) -> Any:
    if any(value is a or (isinstance(a, str) and value == a) for a in arguments):
        return value
    words = words_for(Literal[arguments])
    raise OptionError(dotted, f"is {show(value, dotted)}, but must be {words}{_near(value, arguments)}")


def _near(value: Any, arguments: Iterable[Any]) -> str:
    near = difflib.get_close_matches(str(value), [a for a in arguments if isinstance(a, str)], n=1)
    return f"; did you mean '{near[0]}'?" if near else ""


def _listed(arguments: tuple[Any, ...]) -> _Take:
    """`tuple[str, ...]` is any number of them, `tuple[int, int]` is two."""
    take, count = _take(arguments[0]), None if arguments[-1] is ... else len(arguments)
    words = "a list" if count is None else f"a list of {count}"

    def items(value: Any, dotted: str) -> tuple[Any, ...]:
        if not isinstance(value, list | tuple) or count not in {None, len(value)}:
            raise OptionError(dotted, f"is {show(value, dotted)}, but must be {words}")
        return tuple(take(item, dotted) for item in value)

    return items


def _mapping(arguments: tuple[Any, ...]) -> _Take:
    keys, values = arguments or (str, Any)
    shown, words = one_line if NO_SECRET in get_args(keys) else named, words_for(keys)
    take_key, take = _take(keys), _take(values)

    def pairs(value: Any, dotted: str) -> dict[Any, Any]:
        if not isinstance(value, Mapping):
            raise OptionError(dotted, f"is {show(value, dotted)}, but must be a mapping")
        start, pairs = f"{dotted}." if dotted else "", {}
        for key, item in value.items():
            where = f"{start}{shown(key) if isinstance(key, str) else named(key)}"
            pairs[take_key(_key(key, words), where)] = take(item, where)
        return pairs

    return pairs


def _key(key: Any, wanted: str) -> Any:
    """YAML reads `512:` as a number, and JSON has no keys but texts."""
    if wanted == "text" and type(key) is int:
        return str(key)
    return int(key) if wanted == "a whole number" and isinstance(key, str) and key.isdecimal() else key


def _plain(hint: Any, value: Any, dotted: str) -> Any:
    if hint is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value) if value.bit_length() < 1024 else math.inf
    if isinstance(value, hint) and (hint is bool or not isinstance(value, bool)):
        return value
    # YAML reads `16:9` and `2024` as numbers, and `2024-01-01` as a date.
    quoted = " in quotes" if hint is str and not isinstance(value, Mapping | list) else ""
    raise OptionError(dotted, f"is {show(value, dotted)}, but must be {words_for(hint)}{quoted}")


def words_for(hint: Any) -> str:
    """An annotation in words."""
    if get_origin(hint) is Annotated:
        return words_for(get_args(hint)[0])
    if get_origin(hint) is Literal:
        return " or ".join("false" if a is False else str(a) for a in get_args(hint))
    if get_origin(hint) is tuple:
        return "a list"
    return _WORDS.get(hint, "a mapping")
