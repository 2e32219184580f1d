"""Declaring the options of a record: what may be written, and what is said about it in the docs.

A record's annotations say which types are allowed; `Annotated[str, limit]` limits each item of a list,
key or value. `option()` says the rest; a class attribute RULES says what holds between options.
"""

from __future__ import annotations

import json
import re
import typing
from collections.abc import Callable, Collection, Mapping
from dataclasses import MISSING, Field, dataclass, field, fields
from typing import Annotated, Any
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True, eq=False)  # annotations have to be hashable
class Limit:
    """One thing that a value has to be; called with a value, it answers with its words if it is not."""

    words: str
    """Ends the message `… is 65, but must be `, and stands in the docs."""
    holds: Callable[[Any], bool]
    schema: Mapping[str, Any] = field(default_factory=dict)
    """The same for editors, as far as JSON Schema can say it."""

    def __call__(self, value: Any) -> str | None:
        """What is allowed, if this value is not."""
        return None if self.holds(value) else self.words


@dataclass(frozen=True, slots=True)
class Rule:
    """What has to hold between the options of one record."""

    problem: Callable[[Any], tuple[str, str] | None]
    """The option that can't be meant beside the others, and why; None if all is well."""
    schema: Mapping[str, Any] = field(default_factory=dict)


def between(low: float, high: float, words: str) -> Limit:
    """A number within two others."""
    return Limit(words, lambda value: low <= value <= high, {"minimum": low, "maximum": high})


def pattern(expression: str, words: str) -> Limit:
    """A text that a regular expression matches whole; it has to mean the same in JavaScript."""
    # Python's `$` also matches before a last line break.
    schema = {"pattern": f"^(?:{expression})$(?!\\n)"}
    return Limit(words, lambda value: re.fullmatch(expression, value) is not None, schema)


def one_of(*words: str) -> Limit:
    """One of a few words."""
    return Limit(" or ".join(words), words.__contains__, {"enum": list(words)})


def filled(words: str) -> Limit:
    """A text or a list with something in it."""
    return Limit(words, bool, {"minLength": 1, "minItems": 1, "minProperties": 1})


def different(words: str) -> Limit:
    """A list with something in it, and nothing twice."""

    def holds(value: Collection[Any]) -> bool:
        return bool(value) and len(set(value)) == len(value)

    return Limit(words, holds, {"minItems": 1, "uniqueItems": True})


MOST = 1e300  # JSON knows no infinity, but YAML does
POSITIVE = Limit("more than 0", lambda value: 0 < value < float("inf"), {"exclusiveMinimum": 0, "maximum": MOST})
NOT_NEGATIVE = Limit("0 or more", lambda value: 0 <= value < float("inf"), {"minimum": 0, "maximum": MOST})
SEED = between(0, 2**32 - 1, "a whole number from 0 to 4294967295")
VARIABLE = pattern("[A-Z_][A-Z0-9_]*", "the name of an environment variable, like OPENAI_API_KEY")
HEADER = pattern("[A-Za-z0-9-]+", "the name of a header, like x-api-key")

LOOPBACK = re.compile(r"localhost|127(\.\d{1,3}){3}|::1")
"""Hosts that are this machine, like 127.0.0.1."""
_UNSEEN = r"\s\x00-\x1f\x7f-\xa0\xad\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff"


def _has_no_extras(value: str) -> bool:
    try:
        parts = urlsplit(value)
    except ValueError:
        return True  # no address at all: the next limit says so
    return not ("@" in parts.netloc or parts.query or parts.fragment)


def _is_safe_address(value: str) -> bool:
    try:
        parts = urlsplit(value)
        host, _ = parts.hostname or "", parts.port
    except ValueError:  # half a bracket, a port beyond 65535
        return False
    usable = bool(host) and value.isprintable() and " " not in value
    return usable and (parts.scheme == "https" or (parts.scheme == "http" and bool(LOOPBACK.fullmatch(host))))


# https://api.example.com:8443/v1, http://localhost:8080, http://[::1]; not ftp://a, https://me:pw@a, https://a?key=b
_HOST = rf"(?:[^/?#@:\[\]{_UNSEEN}]+|\[[0-9A-Fa-f:.]+\])"
_HERE = r"(?:[Ll][Oo][Cc][Aa][Ll][Hh][Oo][Ss][Tt]|127(?:\.[0-9]{1,3}){3}|\[::1\])"
_PORT = r"(?::(?:[0-9]{0,4}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5]))?"
_REST = rf"(?:/[^?#{_UNSEEN}]*)?\??#?"
ADDRESS = (
    Limit("an address without user, password, query or fragment", _has_no_extras),
    Limit(
        "an https address (http only on this machine: localhost, 127.0.0.1, [::1])",
        _is_safe_address,
        {"pattern": rf"^(?:[Hh][Tt][Tt][Pp][Ss]://{_HOST}|[Hh][Tt][Tt][Pp]://{_HERE}){_PORT}{_REST}$(?!\n)"},
    ),
)


def _is_json(value: object) -> bool:
    try:
        json.dumps(value, allow_nan=False)
    except (TypeError, ValueError, RecursionError):
        return False
    return True


JSON = Limit("a mapping that JSON can hold", _is_json)


Check = Callable[[Any], str | None]
"""Returns what is allowed if the value is not, else None; a Limit is one."""

FROM_ENVIRONMENT, NO_SECRET = "may come from the environment", "is no secret"
Switch = Annotated[bool, FROM_ENVIRONMENT]
"""True or false; `!ENV` may bring it as 1 or "off" too."""
Name = Annotated[str, NO_SECRET]
"""A key of a mapping that stands in a message as it is, however much it looks like a password."""


def option(default: Any = MISSING, doc: str = "", *, check: Check | tuple[Check, ...] = (), rest: bool = False) -> Any:
    """Declare one option of a record: its default, a sentence for the docs, and its limits.

    Without a default it has to be written. `rest`: it takes every name that no other option has.
    """
    checks = check if isinstance(check, tuple) else (check,)
    metadata = {"doc": doc, "checks": checks, "rest": rest}
    if callable(default):
        return field(default_factory=default, metadata=metadata)
    return field(default=default, metadata=metadata)


def not_written(default: Any) -> Any:
    """Declare a field that is no option: whoever reads the record fills it."""
    return field(default=default, metadata={"written": False})


def default_of(f: Field[Any]) -> Any:
    """What an option is when nobody sets it; MISSING where somebody has to."""
    return f.default if f.default_factory is MISSING else f.default_factory()


def options_of(record: type) -> list[Field[Any]]:
    """The fields of a record that may be written."""
    return [f for f in fields(record) if f.metadata.get("written", True)]


def hints_of(record: type) -> Mapping[str, Any]:
    """The annotations of a record, with what is said about them."""
    return typing.get_type_hints(record, include_extras=True)
