"""Finds what can be drawn by looking into folders: nobody keeps a list of scenes or props."""

from __future__ import annotations

import pkgutil
from importlib import import_module
from types import ModuleType
from typing import Any


def records(package: ModuleType, name: str) -> dict[str, Any]:
    """Import the modules of a folder, sorted by name, and collect their records by `.name`.

    A module exposes one record (`SCENE`) or a tuple of them (`GLYPHS`) under this name; one
    without it is a part of its neighbours, and one with a leading underscore is not looked at.
    """
    found: dict[str, Any] = {}
    listing = sorted(pkgutil.iter_modules(package.__path__), key=lambda info: info.name)
    for info in listing:
        if info.name.startswith("_"):
            continue
        value = getattr(import_module(f"{package.__name__}.{info.name}"), name, ())
        for record in value if isinstance(value, tuple) else (value,):
            found[record.name] = record
    return found
