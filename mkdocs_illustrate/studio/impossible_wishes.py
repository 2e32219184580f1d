"""What front matter may wish for, and this site can't fulfil: a model or a style that mkdocs.yml does not name."""

from __future__ import annotations

from dataclasses import replace

from ..models.styles import mistyped
from ..quoting import suggest
from ..records import Wish
from ..settings import Settings


def possible(wish: Wish, settings: Settings, problems: list[str]) -> Wish:
    """The wish as it can be fulfilled: by the site's own model, in the site's own style."""
    if wish.model is not None and wish.model not in settings.models:
        problems.append(f"'illustrate_with.model': {unknown_model(wish.model, settings)}")
        wish = replace(wish, model=None)
    if meant := mistyped(wish.style, settings.styles):
        problems.append(f"'illustrate_with.style': '{wish.style}' is unknown; did you mean '{meant}'?")
        wish = replace(wish, style=None)
    return wish


def unknown_model(model: str, settings: Settings) -> str:
    """What is said of a name that does not stand under `models:`."""
    known = suggest(model, settings.models) if settings.models else "; mkdocs.yml lists none"
    return f"'{model}' is unknown{known}"
