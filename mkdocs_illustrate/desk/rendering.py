"""The desk's HTML: what is known about figures, put into the templates, where each text is escaped."""

from __future__ import annotations

import functools
import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ..studio.alt_texts import alt_fault
from ..studio.candidate_list import Candidate
from ..studio.inspection import what_changed
from ..studio.plans import FigurePlan
from .buying import Offer
from .deciding import Said
from .desk import Desk, Look, mark, old_key, title
from .facts import dollars, facts, label, marks
from .reasons import AGAIN, Reason, has_picture, waits

ALL = "all"
_WHY = {
    Reason.NEW: "Nobody has approved a picture here yet.",
    Reason.CHANGED: "The picture was made for something else: {changed}.",
    Reason.UNAPPROVED: "It took the place of a picture that was approved.",
    Reason.ALIKE: "It looks like the picture of {alike}.",
    Reason.ALT: "{fault}.",
    Reason.SMALL: "It is only {width} pixels wide: a desktop shows it larger than it is.",
    Reason.REFUSED: "The model refused to make it: {reason}.",
    Reason.MISSING: "There is no picture yet: {reason}.",
}


class Row(NamedTuple):
    """A figure in the queue."""

    place: int
    plan: FigurePlan
    reasons: tuple[Reason, ...]


class Showing:
    """Which figures a page lists: those with one reason, those with any, or all."""

    def __init__(self, desk: Desk, show: str = "", words: str = "") -> None:
        self._desk = desk
        self.show = show
        self.words = words

    @functools.cached_property
    def rows(self) -> list[Row]:
        """All figures of the site with their reasons, in its order."""
        plans = self._desk.plans.values()
        return [Row(place, plan, self._desk.reasons(plan)) for place, plan in enumerate(plans)]

    def names(self) -> list[str]:
        """The figures that are listed."""
        return [row.plan.name for row in self.rows if self._fits(row.plan, row.reasons)]

    def _fits(self, plan: FigurePlan, reasons: tuple[Reason, ...]) -> bool:
        asked = self.words.casefold()
        if asked and asked not in f"{plan.name} {plan.article.title}".casefold():
            return False
        if self.show == AGAIN:
            return waits(plan)
        return self.show == ALL or (self.show in reasons if self.show else bool(reasons))

    def around(self, name: str) -> tuple[str | None, str | None]:
        """The listed figures before and after one, which need not be listed itself any more."""
        listed, order = set(self.names()), list(self._desk.plans)
        here = order.index(name) if name in self._desk.plans else 0
        before = next((other for other in reversed(order[:here]) if other in listed), None)
        after = next((other for other in order[here + 1 :] if other in listed), None)
        return before, after

    def following(self, name: str) -> str | None:
        """Where to go on after a decision: the next one, or from the beginning what was left."""
        return self.around(name)[1] or next((other for other in self.names() if other != name), None)

    def counts(self) -> list[tuple[str, str, int]]:
        """The digits of the head: what to show, in words, how many."""
        said = Counter(reason for row in self.rows for reason in row.reasons)
        again = sum(waits(row.plan) for row in self.rows)
        counts = [("", "to decide", sum(bool(row.reasons) for row in self.rows))]
        counts += [(reason.value, reason.value, said[reason]) for reason in Reason if said[reason]]
        counts += [(AGAIN, AGAIN, again)] if again else []
        return [*counts, (ALL, "all", len(self.rows))]

    def link(self, name: str | None = None, **more: str) -> str:
        """An address of the desk that shows the same list."""
        asked = {"show": self.show, "q": self.words, "figure": name or "", **more}
        query = urlencode({key: value for key, value in asked.items() if value})
        return f"/?{query}" if query else "/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """All that a page shows."""

    desk: Desk
    showing: Showing
    look: Look | None
    said: Said | None
    offer: Offer | None
    """What is to be agreed to."""
    making: frozenset[str]
    """Figures whose pictures are being made."""


def page(scene: Scene) -> str:
    """The whole desk."""
    return str(_template("desk.html").render(**_context(scene)))


def parts(scene: Scene) -> str:
    """What of it changes from figure to figure; each part takes the place of the one with its id."""
    decided = {scene.said.figure} if scene.said else set()
    return str(_template("parts.html").render(**_context(scene), changed=decided))


def news(scene: Scene, changed: frozenset[str]) -> str:
    """What of it changes while somebody does something else."""
    return str(_template("news.html").render(**_context(scene), changed=changed))


def _context(scene: Scene) -> dict[str, Any]:
    look, showing = scene.look, scene.showing
    previous, following = showing.around(look.plan.name) if look else (None, None)
    figure, words = scene.desk.site.settings.figure, _words(look) if look else {}
    return {
        "site": scene.desk.site.config.site_name,
        "showing": showing,
        "listed": set(showing.names()),
        "look": look,
        "plan": look.plan if look else None,
        "said": scene.said,
        "offer": scene.offer,
        "making": scene.making,
        "previous": previous,
        "next": following,
        "why": [(reason, why(reason, look)) for reason in look.reasons] if look else [],
        "words": words,
        "caption": words["caption"]["text"] if look and figure.caption else "",
        "label": label(look.plan, figure) if look else "",
        "facts": facts(look.plan) if look else [],
        "undoable": scene.desk.journal.last() is not None,
    }


def why(reason: Reason, look: Look) -> str:
    """A reason as a sentence."""
    plan = look.plan
    width = plan.recipe.width if plan.recipe else 0
    reason_said = plan.reason or "nobody has made it"
    fault = alt_fault(plan)
    changed = what_changed(plan)
    sentence = _WHY[reason].format(changed=changed, alike=look.alike, width=width, reason=reason_said, fault=fault)
    return sentence[:1].upper() + sentence[1:]


def _words(look: Look) -> dict[str, Any]:
    """The words of a figure, and which of them are the page's own: those are changed in its front matter."""
    plan, drawn = look.plan, look.drawn
    recipe = plan.recipe
    texts = {
        "alt": recipe.alt if recipe else drawn.alt if drawn else "",
        "caption": recipe.caption if recipe else drawn.caption if drawn else "",
        "prompt": recipe.prompt if recipe else "",
    }
    own = {name: getattr(plan.wish, name) for name in texts}
    return {
        name: {"text": text if own[name] is None else own[name], "own": own[name] is not None}
        for name, text in texts.items()
    }


def picture_link(plan: FigurePlan, width: int, what: str = "", **more: object) -> str:
    """Where a small picture is; its address changes with what it shows, so that a browser may keep it."""
    version = hashlib.sha256((what or mark(plan)).encode()).hexdigest()[:12]
    return f"/picture?{urlencode({'figure': plan.name, 'width': str(width), 'v': version, **more})}"


def before_link(look: Look, width: int) -> str:
    """The picture that was there before: the one that was approved, else the last that was replaced; empty if none."""
    key = old_key(look.plan)
    if key:
        return picture_link(look.plan, width, key, before=1)
    replaced = [candidate for candidate in look.candidates if candidate.sha256]
    return candidate_link(look.plan, replaced[-1], width) if replaced else ""


def candidate_link(plan: FigurePlan, candidate: Candidate, width: int) -> str:
    """Where a candidate's picture is."""
    return picture_link(plan, width, candidate.key, candidate=candidate.number)


def ground_words(texts: Iterable[str], most: int = 420) -> list[str]:
    """Paragraphs as far as they are looked at."""
    return [text if len(text) <= most else f"{text[:most].rsplit(' ', 1)[0]} …" for text in texts]


@functools.cache
def _template(name: str) -> Any:
    folder = Path(__file__).parent / "templates"
    environment = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    tools: Mapping[str, Any] = {
        "picture": picture_link,
        "has_picture": has_picture,
        "before": before_link,
        "candidate": candidate_link,
        "waits": waits,
        "title": title,
        "short": ground_words,
        "marks": marks,
        "dollars": dollars,
    }
    environment.globals |= tools
    return environment.get_template(name)


def register_sheet(site: str, pictures: Sequence[tuple[FigurePlan, str]], today: str) -> str:
    """All pictures of a site on one sheet."""
    style = (Path(__file__).parent / "static" / "register.css").read_text("utf-8")
    shown = [(plan, picture, dict(facts(plan))) for plan, picture in pictures]
    approved = sum(plan.is_approved for plan, _ in pictures)
    sheet = _template("register.html")
    return str(sheet.render(site=site, pictures=shown, today=today, approved=approved, style=style))
