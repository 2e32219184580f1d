"""Which figure hangs on which page: between the studio, which makes pictures, and the doors.

A door says which pages there are, hands over their HTML, and gets it back with the figures in
place. What is ready by then goes in complete; what is not stands there as tokens until `join`.
"""

from __future__ import annotations

import contextlib
import secrets
from collections.abc import Mapping
from concurrent.futures import Future
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from .files import write
from .framing import Address, Framing
from .models.model_registry import retirements
from .page.commissions import read_commissions
from .page.figures import Figure, fill, put_in, render, take_out
from .page.placement import find_spot, has_section
from .reading import FLAG
from .records import Asset, Commission, Outcome
from .settings import ARRIVED, Settings, Where
from .studio.background import Background
from .studio.decisions import Decision
from .studio.naming import FOLDER, stem
from .studio.report import Report, report, summary, unpriced
from .studio.studio import Studio


@dataclass(slots=True)
class Hung:
    """One figure of one page, on its way from a decision to an outcome."""

    commission: Commission
    decision: Decision
    work: Future[Outcome]
    expected: str
    """The name its widest file will have, if all goes well."""
    waiting: Figure | None = None
    """What stands in the page, if it went in with tokens."""
    spotless: bool = False
    """The place it asked for was not found."""

    @property
    def ready(self) -> Outcome | None:
        """The outcome, if it is there already."""
        return self.work.result() if self.work.done() else None


class Gallery:
    """The figures of one site; `begin` starts a build anew and keeps what is under way."""

    def __init__(self, settings: Settings, base: Path, where: Where) -> None:
        self.settings = settings
        self._arrived = base / settings.cache_dir / ARRIVED
        self._where = where
        self._framing = Framing(settings.figure)
        self._background = Background()
        self._studio = self._background.call(Studio, settings, base, where)
        self._pages: dict[str, list[Hung]] = {}
        self._claims = self._studio.claims()
        self._ended = retirements(settings)
        self._coming: dict[str, Future[Outcome]] = {}
        self._token = secrets.token_hex(4)  # so that no text of a page is taken for a token

    def begin(self) -> None:
        """Forget the pages of the build before."""
        self._pages, self._claims = {}, self._studio.claims()

    def consider(
        self, page: str, source: str, meta: Mapping[str, Any], *, included: bool, language: str
    ) -> tuple[list[str], tuple[str, ...]]:
        """Start what a page asks for: names of the files to expect, and problems to warn about."""
        asked = read_commissions(page, source, meta, included=included, language=language)
        if not asked.commissions and FLAG not in meta:
            return [], asked.problems  # a folder's default may still flag it
        problems, hung = list(asked.problems), self._pages.setdefault(page, [])
        for commission in asked.commissions:
            problem, meant = self._claims.settle(commission)
            problems += [problem] if problem else []
            if meant is not None:
                hung.append(self._start(meant))
        return [h.expected for h in hung], tuple(problems)

    def knows(self, page: str) -> bool:
        """Whether a page was considered in this build."""
        return page in self._pages

    def _start(self, commission: Commission) -> Hung:
        decision = self._background.call(self._studio.decide, commission)
        if decision.buy and self._where == "serve":
            decision = self._later(decision)
        name = stem(commission.article.page, commission.number, decision.key)
        return Hung(
            commission=commission,
            decision=decision,
            work=self._background.submit(self._studio.carry_out(decision)),
            expected=f"{FOLDER}/{name}.{self._framing.ending}",
        )

    def _later(self, decision: Decision) -> Decision:
        """In `serve` nothing waits: a placeholder stands in, and the page reloads later."""
        key = decision.wanted.key
        if key not in self._coming:
            self._coming[key] = self._background.submit(self._bring(decision))
        coming = self._coming[key]
        if not coming.done():
            return decision.without_buying("being made")
        outcome = coming.result()
        return decision.without_buying(outcome.reason, outcome.state)

    async def _bring(self, decision: Decision) -> Outcome:
        """Make a picture while the preview goes on; whatever comes of it, the page hears of it."""
        outcome = await self._studio.carry_out(decision)
        with contextlib.suppress(OSError):  # then the preview shows it with the next change
            write(self._arrived / "last", decision.wanted.key.encode())
        return outcome

    def hang(self, page: str, html: str, address: Address) -> str:
        """The page with its figures; the last goes in first, so that offsets hold."""
        hung = [h for h in self._pages.get(page, ()) if h.commission.wish.placement != "none"]
        spots = ((self._spot(html, n, h), n, h) for n, h in enumerate(hung))
        places = [(spot, n, h) for spot, n, h in spots if spot is not None]
        for spot, n, h in sorted(places, key=lambda p: p[:2], reverse=True):
            text = self._figure_text(h, address, later=n > 0)
            html = put_in(html, spot, text) if text else html
        return html

    def _placement(self, hung: Hung) -> str:
        return hung.commission.wish.placement or self.settings.placement

    def _spot(self, html: str, n: int, hung: Hung) -> int | None:
        after = hung.commission.wish.after
        hung.spotless = after is not None and not has_section(html, after)
        return find_spot(html, self._placement(hung), after, n + 1)

    def _figure_text(self, hung: Hung, address: Address, *, later: bool) -> str:
        outcome = hung.ready
        if outcome is not None and not outcome.assets:
            return ""
        if outcome is not None:
            return render(self._framing.figure(outcome, address, later=later))
        mark = f"illustrate{self._token}{hung.decision.key[:8]}n{hung.commission.number}"
        hung.waiting = self._framing.pending(mark, address(hung.expected), later=later)
        return render(hung.waiting)

    def show(self, page: str, html: str, address: Address, *, placement: str) -> str:
        """Another view of a page (an excerpt) with the page's first figure, once all are known."""
        first = next(iter(self._pages.get(page, ())), None)
        outcome = first.ready if first else None
        if first is None or outcome is None or not outcome.assets:
            return html
        if self._placement(first) == "none":
            return html
        spot = find_spot(html, placement)
        figure = self._framing.figure(outcome, address, later=True)
        return html if spot is None else put_in(html, spot, render(figure))

    def join(self) -> list[Outcome]:
        """Wait for everything that was started."""
        return [h.work.result() for hung in self._pages.values() for h in hung]

    def complete(self, page: str, html: str, address: Address) -> str:
        """The page with real words for tokens, and without the figures that failed."""
        for h in self._pages.get(page, ()):
            if h.waiting is None:
                continue
            outcome = h.work.result()
            if outcome.assets:
                figure = self._framing.figure(outcome, address, later=h.waiting.later)
                html = fill(html, h.waiting, figure)
            else:
                html = take_out(html, h.waiting)
        return html

    def files(self, page: str) -> list[Asset]:
        """The files that a page's figures need, under their names in the site."""
        outcomes = [h.work.result() for h in self._pages.get(page, ())]
        return [replace(asset, name=f"{FOLDER}/{asset.name}") for o in outcomes for asset in o.assets]

    def first(self, page: str) -> Outcome | None:
        """The first figure of a page that has a picture: the one to show elsewhere."""
        outcomes = (h.work.result() for h in self._pages.get(page, ()))
        return next((o for o in outcomes if o.assets), None)

    def problems(self, page: str) -> list[str]:
        """What was found out while hanging."""
        return [
            f"'illustrate_with.after': no heading '{h.commission.wish.after}' on this page"
            for h in self._pages.get(page, ())
            if h.spotless
        ]

    def report(self, outcomes: list[Outcome]) -> Report:
        """What is to be said about a build."""
        chosen = self.settings
        said = report(outcomes, frozen=chosen.frozen, on_missing=chosen.on_missing, on_error=chosen.on_error)
        said.infos += unpriced(self._studio.purchases.budget.unpriced)
        said.warnings += self._studio.troubles() + self._ended
        self._ended = []  # once is enough for a preview that builds again and again
        return said

    def summary(self, outcomes: list[Outcome]) -> str:
        """The line that a build ends with."""
        return summary(outcomes, self._studio.purchases.budget.spent)

    def close(self) -> None:
        """Stop what is under way and let go."""
        self._background.close(self._studio.close(), spared=self._studio.stop)
