"""Calls that may be charged already: a run that ends early waits for these and for nothing else, and says for what."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from dataclasses import dataclass
from typing import Any, cast

from .report import pages_named


class UnderWay:
    """What was sent and has not ended yet. Lives on one event loop."""

    def __init__(self) -> None:
        self._calls: dict[asyncio.Task[Any], Flight] = {}  # by task: a task is what can be waited for, and spared

    def flight(self, page: str, vendor: str) -> Flight:
        """The calls for one page at one vendor."""
        return Flight(self, page, vendor)

    def begin(self, flight: Flight) -> None:
        """Wait for the task that runs just now, if the run ends meanwhile."""
        self._calls[_this_task()] = flight

    def end(self) -> bool:
        """Wait for it no more; whether anybody would have."""
        return self._calls.pop(_this_task(), None) is not None

    def tasks(self) -> set[asyncio.Task[Any]]:
        """What is worth waiting for, if the run ends now."""
        return set(self._calls)

    def pages(self) -> tuple[str, ...]:
        """For which pages, as far as any thread can tell."""
        return tuple(flight.page for flight in tuple(self._calls.values()))

    def __str__(self) -> str:
        by_vendor: dict[str, list[str]] = defaultdict(list)
        for flight in self._calls.values():
            by_vendor[flight.vendor].append(flight.page)
        whose = "; ".join(f"{pages_named(pages)} ({vendor})" for vendor, pages in by_vendor.items())
        calls = "1 call" if len(self._calls) == 1 else f"{len(self._calls)} calls"
        return f"{calls} that may be charged already: {whose}"


@dataclass(frozen=True, slots=True)
class Flight:
    """One page's calls at one vendor; each is told of by the task that makes it."""

    under_way: UnderWay
    page: str
    vendor: str

    def begin(self) -> None:
        """A call is about to be sent that may be charged."""
        self.under_way.begin(self)

    def end(self) -> bool:
        """It has ended, or the next run goes on with it; whether it was under way."""
        return self.under_way.end()


def _this_task() -> asyncio.Task[Any]:
    return cast("asyncio.Task[Any]", asyncio.current_task())
