"""A picture whose manner others shall have."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """The file as it lies there, and what its author calls it."""

    name: str
    data: bytes = field(repr=False)
    sha256: str
