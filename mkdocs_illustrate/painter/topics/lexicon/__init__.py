"""The hand-written lexicon: files of rows, one row a concept, in the order that breaks ties."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module

from .concept import Concept


@cache
def concepts() -> dict[str, Concept]:
    """Give every concept by its name."""
    found: dict[str, Concept] = {}
    for file in sorted(info.name for info in pkgutil.iter_modules(__path__)):
        rows = getattr(import_module(f"{__name__}.{file}"), "CONCEPTS", ())
        found |= {row.name: row for row in rows}
    return found
