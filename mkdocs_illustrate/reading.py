"""From a plain mapping to a frozen record: one reader for mkdocs.yml and for front matter.

A record's annotations say which types are allowed, its `option()` metadata says the rest. Whoever
adds an option writes one line in the record and nothing here.
"""

from __future__ import annotations

import difflib
import math
import re
import types
import typing
from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, Field, field, fields, is_dataclass
from typing import Any, Literal, TypeVar, Union, get_args, get_origin

from .errors import ConfigError

FLAG = "illustrate"
"""The word in front matter that asks for a figure."""

T = TypeVar("T")

Check = Callable[[Any], str | None]
"""Returns what is allowed if the value is not, else None."""

_SECRET_NAME = re.compile(r"key|token|secret|passw|auth", re.IGNORECASE)
_SECRET_VALUE = re.compile(
    r"(?<!\w)(?:sk|pk|rk|key|pictai|r8|hf|xai|gsk)[-_]\S{6}|AIza\S{10}|://[^/\s]*@"
    r"|(?:key|token|secret|passw\w*|auth\w*)\s*[=:]|bearer\s",
    re.IGNORECASE,
)
_LONG_WORD = re.compile(r"[^\s/:.,]{24,}")  # no address, no file name: with a digit in it, a key
_MOST_SHOWN = 60

_KINDS: dict[tuple[type, ...], str] = {
    (Mapping,): "a mapping",
    (list, tuple, set, frozenset): "a list",
    (bytes,): "binary data",
}
_WORDS = {bool: "true or false", int: "a whole number", float: "a number", str: "text"}


class OptionError(ConfigError):
    """One option that can't be meant: its dotted name, and what is allowed instead."""

    def __init__(self, option: str, text: str) -> None:
        super().__init__(f"option '{option}': {text}")
        self.option = option
        self.text = text


def option(default: Any, doc: str, *, check: Check | None = None) -> Any:
    """Declare one option of a record: its default, a sentence for the docs, and its limits."""
    metadata = {"doc": doc, "check": check}
    if callable(default):
        return field(default_factory=default, metadata=metadata)
    return field(default=default, metadata=metadata)


def read(record: type[T], raw: object, where: str = "") -> T:
    """Check a mapping against a record and return the record; the first mistake raises."""
    if not isinstance(raw, Mapping):
        raise OptionError(where or "illustrate", f"is {show(raw)}, but must be a mapping of options")
    known = {f.name: f for f in fields(record)}  # type: ignore[arg-type]
    hints = typing.get_type_hints(record)
    values = {}
    for name, value in raw.items():
        dotted = f"{where}.{named(name)}" if where else named(name)
        if name not in known:
            raise OptionError(dotted, f"is unknown{suggest(str(name), known)}")
        values[name] = _value(hints[name], value, dotted, known[name])
    return record(**values)


def suggest(name: str, known: Iterable[str]) -> str:
    """The second half of a message about an unknown name: a near miss, or all that there is."""
    names, name = sorted(known), name[:_MOST_SHOWN]
    near = difflib.get_close_matches(name.lower(), names, n=1, cutoff=0.6)
    contains = [n for n in names if n.startswith(name.lower())] if len(name) > 2 else []
    if near or contains:
        return f"; did you mean '{(near or contains)[0]}'?"
    return f"; known are {', '.join(names)}"


def show(value: object, name: str = "") -> str:
    """A value for a message, in quotes; what may be a secret is not shown."""
    for kinds, words in _KINDS.items():
        if isinstance(value, kinds):
            return words
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, int) and value.bit_length() > 64:  # Python refuses to print the longest
        return "a very large number"
    text = value if isinstance(value, str) else str(value)
    if _SECRET_NAME.search(name.rpartition(".")[2]) or _looks_secret(text):
        return "a value that is not shown here"
    return repr(_short(text)) if isinstance(value, str) else _short(text)


def named(key: object) -> str:
    """What an author calls an option, for a message: one short line, and no secret."""
    text = show(key)
    return text.strip("'") if isinstance(key, str) else text


def _short(text: str) -> str:
    return text if len(text) <= _MOST_SHOWN else text[: _MOST_SHOWN - 1] + "…"


def _looks_secret(text: str) -> bool:
    long_words = _LONG_WORD.findall(text)
    return bool(_SECRET_VALUE.search(text)) or any(re.search(r"\d", w) for w in long_words)


def default_of(f: Field[Any]) -> Any:
    """What an option is when nobody sets it."""
    if f.default_factory is not MISSING:
        return f.default_factory()
    return f.default


def _value(hint: Any, value: Any, dotted: str, f: Field[Any]) -> Any:
    if value is None and not _takes_none(hint):
        return default_of(f)  # `!ENV` with nothing set gives null: as if the line were not there
    result = _typed(hint, value, dotted)
    check = f.metadata.get("check")
    allowed = check(result) if check and result is not None else None
    if allowed:
        raise OptionError(dotted, f"is {show(value, dotted)}, but must be {allowed}")
    return result


def _typed(hint: Any, value: Any, dotted: str) -> Any:
    """The value as the annotation wants it, or an error that says what it wants."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return _one_of(arguments, value, dotted)
    if origin is Literal:
        if not any(value is a or (isinstance(a, str) and value == a) for a in arguments):
            raise OptionError(
                dotted,
                f"is {show(value, dotted)}, but must be {_words(hint)}{_near(value, arguments)}",
            )
        return value
    if origin is tuple:
        if not isinstance(value, list | tuple):
            raise OptionError(dotted, f"is {show(value, dotted)}, but must be a list")
        return tuple(_typed(arguments[0], item, dotted) for item in value)
    if origin is dict or hint is dict:
        return _mapping(arguments, value, dotted)
    if is_dataclass(hint):
        return read(typing.cast("type[Any]", hint), value, dotted)
    return _plain(hint, value, dotted)


def _one_of(arguments: tuple[Any, ...], value: Any, dotted: str) -> Any:
    if value is None and type(None) in arguments:
        return None
    real = [a for a in arguments if a is not type(None)]
    for hint in real:
        try:
            return _typed(hint, value, dotted)
        except OptionError:
            if len(real) == 1:
                raise
    words = " or ".join(_words(a) for a in real)
    raise OptionError(dotted, f"is {show(value, dotted)}, but must be {words}")


def _mapping(arguments: tuple[Any, ...], value: Any, dotted: str) -> dict[str, Any]:
    if not isinstance(value, Mapping):
        raise OptionError(dotted, f"is {show(value, dotted)}, but must be a mapping")
    if not arguments or arguments[1] is Any:
        return {str(k): v for k, v in value.items()}
    return {str(k): _typed(arguments[1], v, f"{dotted}.{named(k)}") for k, v in value.items()}


def _plain(hint: Any, value: Any, dotted: str) -> Any:
    if hint is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value) if value.bit_length() < 1024 else math.inf
    if isinstance(value, hint) and (hint is bool or not isinstance(value, bool)):
        return value
    # YAML reads `16:9` and `2024` as numbers, and `2024-01-01` as a date.
    quoted = " in quotes" if hint is str and not isinstance(value, Mapping | list) else ""
    raise OptionError(dotted, f"is {show(value, dotted)}, but must be {_words(hint)}{quoted}")


def _words(hint: Any) -> str:
    if get_origin(hint) is Literal:
        return " or ".join("false" if a is False else str(a) for a in get_args(hint))
    return _WORDS.get(hint, "a mapping")


def _near(value: object, arguments: tuple[Any, ...]) -> str:
    near = difflib.get_close_matches(str(value), [a for a in arguments if isinstance(a, str)], n=1)
    return f"; did you mean '{near[0]}'?" if near else ""


def _takes_none(hint: Any) -> bool:
    return type(None) in get_args(hint)
