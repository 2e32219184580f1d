"""A request and its answer, free of any library."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """One request: where to, and what with."""

    path: str
    """Below base_url; or a whole address that was checked to be the vendor's."""
    method: str = "POST"
    body: Mapping[str, Any] = field(default_factory=dict)
    form: bool = False
    """As a form with parts instead of as JSON."""
    files: frozenset[str] = frozenset()
    """Fields of a form that hold a picture as a data URL and go as files."""
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Came:
    """One good answer."""

    body: bytes = field(repr=False)
    headers: Mapping[str, str] = field(default_factory=dict)
