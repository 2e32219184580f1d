"""All that a dialect needs to know of its model: the row, the author's settings, the line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ..settings import TimeoutSettings
from .catalog import Role, Row, Vendor
from .wire.line import Line


@dataclass(frozen=True, slots=True, kw_only=True)
class Setup:
    """One model of one vendor, as this site uses it."""

    vendor: Vendor
    role: Role
    model: str
    line: Line
    timeouts: TimeoutSettings
    options: Mapping[str, Any] = field(default_factory=dict)
    quality: str | None = None

    @property
    def row(self) -> Row:
        """What is known about the model."""
        return self.role.row(self.model)
