"""What a purchase comes to."""

from __future__ import annotations

from dataclasses import dataclass

from ..records import Brief


@dataclass(frozen=True, slots=True, kw_only=True)
class Bought:
    """A picture is in the library; these are the words that asked for it."""

    brief: Brief
    made: bool
    """Paid in this run, not found in the cache."""
