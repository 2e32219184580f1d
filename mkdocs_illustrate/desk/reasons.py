"""Why somebody has to look at a figure: what has not been decided yet, in the words of the page's head."""

from __future__ import annotations

from enum import StrEnum

from ..records import State
from ..settings import Settings
from ..studio.alt_texts import alt_fault
from ..studio.approval import is_rejected
from ..studio.library import is_drawing
from ..studio.plans import FigurePlan


class Reason(StrEnum):
    """What a figure waits for; the order is that of the head."""

    NEW = "new"
    """Nobody ever approved a picture here."""
    CHANGED = "changed"
    """The article, the style or the prompt has moved on since the picture was made."""
    UNAPPROVED = "unapproved"
    """Another picture was approved than the one that is there."""
    ALIKE = "look-alike"
    ALT = "alt missing"
    SMALL = "too small"
    REFUSED = "refused"
    MISSING = "no picture"


AGAIN = "to be made anew"
"""No reason to look: it was decided, and waits for whoever pays."""
_NARROWEST = 1024  # pixels: a desktop's column on a screen of usual sharpness


def reasons(plan: FigurePlan, settings: Settings, *, alike: bool) -> tuple[Reason, ...]:
    """What there is to decide about a figure; nothing once it is marked to be made anew.

    Who approved a picture has decided about it; words that say nothing are held against it all the same, as by `check`.
    """
    found = {
        Reason.MISSING: not has_picture(plan) and plan.state is not State.REFUSED,
        Reason.REFUSED: plan.state is State.REFUSED,
        Reason.CHANGED: plan.state is State.CHANGED and has_picture(plan),
        Reason.ALT: bool(alt_fault(plan)),
    }
    if waits(plan):
        return ()
    if has_picture(plan) and not plan.is_approved:
        found |= {
            Reason.NEW: not _approved_before(plan),
            Reason.UNAPPROVED: _approved_before(plan),
            Reason.ALIKE: alike,
            Reason.SMALL: is_small(plan, settings),
        }
    return tuple(reason for reason in Reason if found.get(reason))


def has_picture(plan: FigurePlan) -> bool:
    """Whether there is anything to look at."""
    return plan.has_old or is_drawing(plan.recipe) or plan.state in {State.OFFLINE, State.CACHED}


def waits(plan: FigurePlan) -> bool:
    """Whether somebody said that this picture is to be made anew."""
    return is_rejected(plan.recipe)


def is_small(plan: FigurePlan, settings: Settings) -> bool:
    """Whether a page shows the picture larger than it is."""
    width = plan.recipe.width if plan.recipe and plan.has_old else 0
    return 0 < width < min(_NARROWEST, max(settings.figure.widths))


def _approved_before(plan: FigurePlan) -> bool:
    return bool(plan.recipe and plan.recipe.approved.get("key"))
