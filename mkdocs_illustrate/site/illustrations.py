"""The figures of a site: planned when a page is read, started when all pages are known, put into its HTML, completed.

Knows no MkDocs. A door hands a page's source over, then its HTML, and gets that back with the figures in place. What
is ready by then goes in complete; what is not stands there as tokens until `join`.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from concurrent.futures import Future
from dataclasses import dataclass, replace
from pathlib import Path

from ..page.columns import column_of
from ..page.figures import Address, Figure, Loading, expected_figure, figure_of, loading_of, render, stand_in
from ..page.insertion import by_one_file, captioned, fill, pending, put_in, put_in_all, take_out
from ..page.placement import find_spot, has_section
from ..pictures.sizes import EXTENSION
from ..records import Asset, Outcome, PageSource
from ..settings import Settings, Where
from ..site_facts import SiteFacts
from ..studio.background import Background
from ..studio.moved_pages import AllPages
from ..studio.plans import FigurePlan, PagePlan
from ..studio.renditions import file_stem
from ..studio.report import Report
from ..studio.signals import Signals
from ..studio.studio import Studio
from .preview import Preview


@dataclass(slots=True)
class Started:
    """One figure of one page, on its way from a plan to an outcome."""

    plan: FigurePlan
    work: Future[Outcome]
    expected: list[str]
    """The names of its widest files, if all goes well."""
    waiting: Figure | None = None
    """What stands in the page, if it went in with tokens."""
    is_late: bool = False
    """A preview goes on without it."""
    heading_found: bool = True
    """Whether the place it asked for is there."""

    @property
    def ready(self) -> Outcome | None:
        """The outcome, if it is there already; under which name a drawing is published, all pages decide."""
        return self.work.result() if self.work.done() and not self.plan.draws else None


class Illustrations:
    """The figures of one site; `begin` starts a build anew and keeps what is under way."""

    def __init__(self, settings: Settings, base: Path, where: Where, site: SiteFacts) -> None:
        self.settings = settings
        self._look = settings.figure
        self._site = site
        self._background = Background()
        self._studio = self._background.call(lambda: Studio(settings, base, where, site=site))
        self._preview = Preview(base / settings.cache_dir, self._background, self._studio) if where == "serve" else None
        self._signals = Signals(preview=where == "serve")
        self._pages: dict[str, list[Started]] = {}
        self._names: dict[Path, str] = {}
        self._token = secrets.token_hex(4)  # so that no text of a page is taken for a token

    def begin(self, pages: AllPages) -> None:
        """Forget the pages of the build before."""
        self._pages, self._names = {}, {}
        self._studio.begin(pages)

    def plan(self, source: PageSource) -> tuple[PagePlan, list[str]]:
        """What a page asks for, and the names of the files to expect; nothing is begun."""
        planned = self._studio.plan(source)
        return planned, [name for plan in planned.figures for name in self._expected(plan)]

    def start(self, page: str, planned: PagePlan) -> None:
        """Begin what a page asks for."""
        if planned.decided:  # else a folder's default may still flag it
            self._pages[page] = [self._start(plan) for plan in planned.figures]

    def knows(self, page: str) -> bool:
        """Whether a page was started in this build."""
        return page in self._pages

    def _start(self, plan: FigurePlan) -> Started:
        if plan.buy:
            self._signals.watch()
        if self._preview is not None:
            plan = self._preview.without_waiting(plan)
        return Started(plan=plan, work=self._work(plan), expected=self._expected(plan))

    def _expected(self, plan: FigurePlan) -> list[str]:
        """The file that a browser shows if it knows no other, and that for the dark where there is one."""
        stem = file_stem(plan.page, plan.number, plan.key)
        if not plan.draws:
            return [f"{stem}.{EXTENSION[self._look.formats[-1]]}"]
        ending = EXTENSION["svg" if self._look.drawings == "svg" else self._look.formats[-1]]
        return [f"{stem}{dark}.{ending}" for dark in ("", "-dark")[: len(self._look.schemes)]]

    def _work(self, plan: FigurePlan) -> Future[Outcome]:
        ready = self._studio.at_once(plan)
        if ready is None:
            return self._background.submit(self._studio.carry_out(plan))
        done: Future[Outcome] = Future()
        done.set_result(ready)
        return done

    def insert(self, page: str, html: str, address: Address) -> str:
        """The page with its figures."""
        started = [s for s in self._pages.get(page, ()) if s.plan.wish.placement != "none"]
        spots = [self._spot(html, n, s) for n, s in enumerate(started)]

        def text(number: int, above: str) -> str:
            return self._figure_text(started[number - 1], address, loading_of(above, number))

        return put_in_all(html, spots, text)

    def _placement(self, started: Started) -> str:
        return started.plan.wish.placement or self.settings.placement

    def _spot(self, html: str, n: int, started: Started) -> int | None:
        after = started.plan.wish.after
        started.heading_found = after is None or has_section(html, after)
        return find_spot(html, self._placement(started), after, n + 1)

    def _figure_text(self, started: Started, address: Address, loading: Loading) -> str:
        outcome = started.ready
        if outcome is not None and not outcome.assets:
            return ""
        if outcome is not None:
            return render(self._figure(started, outcome, address, loading), words=False)
        mark = f"illustrate{self._token}{started.plan.key[:8]}n{started.plan.number}"
        expected = expected_figure([address(name) for name in started.expected], self._look, loading=loading)
        started.waiting = pending(self._on_this_site(expected), mark)
        return render(started.waiting)

    def _figure(self, started: Started, outcome: Outcome, address: Address, loading: Loading) -> Figure:
        language = started.plan.article.language
        return self._on_this_site(figure_of(outcome, self._look, address, language=language, loading=loading))

    def _on_this_site(self, figure: Figure) -> Figure:
        return replace(figure, toggled=self._site.is_switched, sizes=column_of(self._site.theme))

    def show(self, page: str, html: str, address: Address, *, loading: Loading) -> str:
        """An excerpt of a page with the page's first figure, once all are known."""
        first = next(iter(self._pages.get(page, ())), None)
        outcome = self._outcome(first) if first and first.work.done() else None
        if first is None or outcome is None or not outcome.assets:
            return html
        if self._placement(first) == "none":
            return html
        spot = find_spot(html, "after-first-paragraph")
        figure = self._figure(first, outcome, address, loading)
        return html if spot is None else put_in(html, spot, render(figure))

    def join(self) -> list[Outcome]:
        """Wait for everything that was started."""
        started = [s for figures in self._pages.values() for s in figures]
        if self._preview is not None:
            late = self._preview.late([s.work for s in started])
            for s in started:
                s.is_late = s.work in late
        outcomes = [self._outcome(s) for s in started]
        if self._preview is None or not self._preview.buys:
            self._signals.leave()
        return outcomes

    def _outcome(self, started: Started) -> Outcome:
        """What came of a figure; equal drawings are one file, called after the first page that shows it."""
        if started.is_late:
            return started.plan.outcome()
        outcome = started.work.result()
        if not started.plan.draws:
            return outcome
        named = (replace(asset, name=self._names.setdefault(asset.path, asset.name)) for asset in outcome.assets)
        return replace(outcome, assets=tuple(named))

    def complete(self, page: str, html: str, address: Address) -> str:
        """The page with real words for tokens, and without the figures that failed."""
        for s in self._pages.get(page, ()):
            if s.waiting is None:
                continue
            outcome = self._outcome(s)
            if outcome.assets:
                html = fill(html, s.waiting, self._figure(s, outcome, address, s.waiting.loading))
            elif s.is_late:
                html = fill(html, s.waiting, stand_in(s.plan.key, s.plan.wanted.ratio))
            else:
                html = take_out(html, s.waiting)
        return html

    def captioned(self, page: str, html: str) -> str:
        """The page with the words below its figures: when everybody has read it who looks for its own words."""
        for figure in self._shown(page):
            html = captioned(html, figure)
        return html

    def elsewhere(self, page: str, html: str) -> str:
        """The page for somebody who shows it on another one: complete, each figure by one file."""
        for figure in self._shown(page):
            html = captioned(by_one_file(html, figure), figure)
        return html

    def _shown(self, page: str) -> Iterator[Figure]:
        for s in self._pages.get(page, ()):
            outcome = self._outcome(s)
            if outcome.assets:
                yield self._figure(s, outcome, lambda name: name, "")

    def files(self, page: str) -> list[Asset]:
        """The files that a page's figures need."""
        return [asset for s in self._pages.get(page, ()) for asset in self._outcome(s).assets]

    def first(self, page: str) -> Outcome | None:
        """The first figure of a page that has a picture: the one to show elsewhere."""
        outcomes = (self._outcome(s) for s in self._pages.get(page, ()))
        return next((o for o in outcomes if o.assets), None)

    def problems(self, page: str) -> list[str]:
        """What was found out while inserting."""
        return [
            f"'illustrate_with.after': no heading '{s.plan.wish.after}' on this page"
            for s in self._pages.get(page, ())
            if not s.heading_found
        ]

    def report(self, outcomes: list[Outcome]) -> Report:
        """What is to be said about a build."""
        return self._studio.report(outcomes)

    def summary(self, outcomes: list[Outcome]) -> str:
        """The line that a build ends with."""
        return self._studio.summary(outcomes)

    def close(self) -> None:
        """Stop what is under way and let go."""
        try:
            self._background.close(self._studio.close(), spared=self._studio.stop)
        finally:
            self._signals.leave()
