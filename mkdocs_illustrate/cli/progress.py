"""Figures while they are made: one line for each that is there, and at a terminal what is under way.

Ctrl-C ends it at any time. Who has opened the site waits for what may be charged already; what came of it is seen here.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import click

from ..records import Outcome
from ..site.opened_site import OpenedSite
from ..studio.plans import FigurePlan
from .answer import Answer
from .tables import shortened
from .terminal import console, is_lively

if TYPE_CHECKING:
    from rich.live import Live
    from rich.table import Table

_TICK = 0.2  # seconds between two looks at what is under way


@dataclass(slots=True, kw_only=True)
class Making:
    """One figure on its way."""

    plan: FigurePlan
    work: Future[Outcome]
    asked: float | None = None
    """When its first question was under way."""
    seconds: float = 0.0

    @property
    def outcome(self) -> Outcome | None:
        """What came of it, as far as that is known."""
        return self.work.result() if self.work.done() and not self.work.cancelled() else None


@dataclass(slots=True)
class Progress:
    """All figures of one run."""

    answer: Answer
    all: list[Making] = field(default_factory=list)
    spent: Callable[[], float] = float
    """US dollars so far."""
    _live: Live | None = None
    _began: float = field(default_factory=time.monotonic)

    @property
    def is_live(self) -> bool:
        """Whether what is under way can be seen."""
        return self._live is not None

    def say(self, line: str) -> None:
        """A line for people, above what changes."""
        if self._live is not None:
            self._live.console.print(line, soft_wrap=True)
        else:
            self.answer.say(line)

    def run(self, site: OpenedSite, plans: Sequence[FigurePlan]) -> Iterator[Making]:
        """Make them, all at once as a build does; each as soon as it is there."""
        self.spent = lambda: round(site.studio.spent, 6)
        self.all = [Making(plan=plan, work=site.background.submit(site.studio.carry_out(plan))) for plan in plans]
        waiting = {making.work: making for making in self.all}
        with self._lively():
            while waiting:
                done, _ = wait(waiting, timeout=_TICK, return_when=FIRST_COMPLETED)
                self._look(site, waiting)
                for making in [waiting.pop(work) for work in done]:
                    making.seconds = round(time.monotonic() - (making.asked or self._began), 1)
                    yield making
                if self._live is not None:
                    foot = self._foot(list(waiting.values()), self._live.console.width)
                    self._live.update(foot, refresh=True)

    @contextmanager
    def _lively(self) -> Iterator[None]:
        """With a place that changes, where there can be one."""
        if self.answer.as_json or not is_lively():
            yield
            return
        from rich.live import Live  # noqa: PLC0415

        with Live(console=console(), auto_refresh=False, transient=True) as self._live:
            yield
        self._live = None

    def _look(self, site: OpenedSite, waiting: dict[Future[Outcome], Making]) -> None:
        """Since when each has been asked for."""
        pages, now = set(site.studio.under_way), time.monotonic()
        for making in waiting.values():
            if making.asked is None and making.plan.page in pages:
                making.asked = now

    def _foot(self, waiting: Sequence[Making], width: int) -> Table:
        """What stands at the foot of a terminal: a few lines, the oldest first, and the sum."""
        from rich.table import Table  # noqa: PLC0415

        grid, now = Table.grid(padding=(0, 2)), time.monotonic()
        asked = sorted((m for m in waiting if m.asked is not None), key=lambda m: m.asked or now)
        for making in asked[:_SHOWN]:
            model = making.plan.provider_and_model
            seconds = f"{now - (making.asked or now):.0f} s"
            names = (making.plan.name, model)
            room = (width - len(seconds) - 5) // 2
            grid.add_row(*(shortened(name, room) for name in names), seconds)
        sums = Table.grid()
        sums.add_row(grid)
        sums.add_row(shortened(self._sum(waiting), width))
        return sums

    def _sum(self, waiting: Sequence[Making]) -> str:
        done, seconds = len(self.all) - len(waiting), time.monotonic() - self._began
        return f"{done} of {len(self.all)}, {seconds:.0f} s, spent ${self.spent():.2f}; Ctrl-C keeps what is paid"


_SHOWN = 10  # lines of pages under way; a vendor has eight calls at a time


class _Said(logging.Handler):
    """What a build would log goes beside the answer."""

    def emit(self, record: logging.LogRecord) -> None:
        click.echo(record.getMessage(), err=True)


@contextmanager
def heard() -> Iterator[None]:
    """While something is bought, people hear what a build would tell them: for what it waits, what may be charged."""
    log, handler = logging.getLogger("mkdocs.plugins.illustrate"), _Said()
    before: tuple[Any, ...] = (log.level, log.propagate)
    log.addHandler(handler)
    log.setLevel(logging.INFO)
    log.propagate = False
    try:
        yield
    finally:
        log.removeHandler(handler)
        log.level, log.propagate = before
