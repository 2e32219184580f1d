"""Where nothing may be bought, whatever keys there are."""

from __future__ import annotations

from ..records import State
from ..settings import Settings, Where


def barred(settings: Settings, where: Where, state: State) -> str:
    """Why the settings do not allow a purchase somewhere; empty if they do."""
    if settings.frozen:
        return "frozen"
    if where == "pull request":
        return "nothing is bought in a pull request's run"
    if where == "command":  # somebody asks for it by hand: the rest is about builds
        return ""
    if settings.generate == "never":
        return "generate: never"
    if settings.generate == "missing" and state is State.CHANGED:
        return "generate: missing"
    return "" if where in settings.generate_in else f"generate_in does not list {where}"
