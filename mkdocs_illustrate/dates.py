"""The day and the moment, in UTC: two machines write the same."""

from __future__ import annotations

from datetime import UTC, date, datetime


def today() -> date:
    """The day, as recipes have it."""
    return datetime.now(UTC).date()


def now() -> str:
    """The moment, as logs have it: `2026-11-21T09:30:00+00:00`."""
    return datetime.now(UTC).isoformat(timespec="seconds")
