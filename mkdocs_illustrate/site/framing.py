"""Outcome -> figure: which of its files, words and marks a page shows, as the settings want it."""

from __future__ import annotations

from collections.abc import Callable

from ..page.figures import Figure, pending
from ..pictures.sizes import EXTENSION
from ..records import Outcome
from ..settings import FigureSettings
from ..studio.renditions import FOLDER

Address = Callable[[str], str]
"""The name of a file below the site's root -> its address as seen from a page."""
_AI = "AI-generated illustration"


class Framing:
    """Frames pictures for one site."""

    def __init__(self, look: FigureSettings) -> None:
        self._look = look
        self.ending = EXTENSION[look.formats[-1]]

    def figure(self, outcome: Outcome, address: Address, *, later: bool) -> Figure:
        """The figure of a picture that is there."""
        look = self._look
        widest = next(a for a in outcome.assets if a.format == look.formats[-1])
        return Figure(
            key=outcome.key,
            src=address(f"{FOLDER}/{widest.name}"),
            srcsets=tuple((kind, _srcset(outcome, kind, address)) for kind in look.formats),
            alt=outcome.alt,
            width=str(widest.width),
            height=str(widest.height),
            caption=outcome.caption if look.caption else "",
            label=self._label(outcome),
            state="missing" if outcome.placeholder else "",
            lightbox=look.lightbox,
            later=later,
        )

    def pending(self, mark: str, src: str, *, later: bool) -> Figure:
        """The figure of a picture that is not there yet: tokens for all that is not known."""
        figure = Figure(
            key="",
            src=src,
            srcsets=tuple((kind, "") for kind in self._look.formats),
            alt="",
            width="",
            height="",
            state="missing",
            lightbox=self._look.lightbox,
            later=later,
        )
        return pending(figure, mark)

    def _label(self, outcome: Outcome) -> str:
        label = self._look.label
        if label is False:
            return ""
        mark = label if isinstance(label, str) else _AI if outcome.by_model else ""
        return " · ".join(filter(None, (mark, outcome.credit)))


def _srcset(outcome: Outcome, kind: str, address: Address) -> str:
    files = [a for a in outcome.assets if a.format == kind]
    return ", ".join(f"{address(f'{FOLDER}/{a.name}')} {a.width}w" for a in reversed(files))
