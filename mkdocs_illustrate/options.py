"""Declaring the options of a record: what may be written, and what is said about it in the docs.

A record's annotations say which types are allowed; `Annotated[str, limit]` limits each item of a list,
key or value. `option()` says the rest; a class attribute RULES says what holds between options.
"""

from __future__ import annotations

import typing
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, field, fields
from typing import Annotated, Any

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
