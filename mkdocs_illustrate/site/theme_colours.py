"""The colours of a site's theme, for `palette: theme`: the main one, and the one that stands out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from ..files import read
from ..settings import Settings, Where
from ..site_facts import SiteFacts

_THEMES = {"mkdocs": ("#2fa4e7",), "readthedocs": ("#2980b9",)}
# As Material paints what its documentation names.
_PRIMARY = {
    "red": "#ef5552", "pink": "#e92063", "purple": "#ab47bd", "deep purple": "#7e56c2", "indigo": "#4051b5",
    "blue": "#2094f3", "light blue": "#02a6f2", "cyan": "#00bdd6", "teal": "#009485", "green": "#4cae4f",
    "light green": "#8bc34b", "lime": "#cbdc38", "yellow": "#ffec3d", "amber": "#ffc105", "orange": "#ffa724",
    "deep orange": "#ff6e42", "brown": "#795649", "grey": "#757575", "blue grey": "#546d78", "black": "#14151a",
    "white": "#ffffff",
}  # fmt: skip
_ACCENT = {
    "red": "#ff1a47", "pink": "#f50056", "purple": "#df41fb", "deep purple": "#7c4dff", "indigo": "#526cfe",
    "blue": "#4287ff", "light blue": "#0091eb", "cyan": "#00bad6", "teal": "#00bda4", "green": "#00c753",
    "light green": "#63de17", "lime": "#b0eb00", "yellow": "#ffd500", "amber": "#ffaa00", "orange": "#ff9100",
    "deep orange": "#ff6e42",
}  # fmt: skip
_MATERIAL = {"material", "materialx"}
_USUAL = "indigo"
_MOST = 2**20  # bytes of a style sheet
# `--md-primary-fg-color: #1b2a41;`, the first of the sheet: those of other schemes come behind it
_OWN = r"--md-{}-fg-color\s*:\s*(#[0-9a-fA-F]{{6}}|#[0-9a-fA-F]{{3}})\b"


def with_theme_colours(settings: Settings, config: MkDocsConfig) -> Settings:
    """Settings that name the colours which the theme has."""
    if settings.palette != "theme":
        return settings
    return replace(settings, palette=tuple(dict.fromkeys(_colours(config))) or "none")


def main_colour(config: MkDocsConfig) -> str:
    """The colour of the theme's bars; Material's own where it is not said."""
    return next(_colours(config), _PRIMARY[_USUAL])


def facts_of(config: MkDocsConfig, where: Where = "build") -> SiteFacts:
    """The site as its figures have to know it."""
    return SiteFacts(
        name=config.site_name or "",
        description=config.site_description or "",
        theme=config.theme.name or "",
        is_shared=bool(config.site_url) and where != "serve",  # a preview is shared with nobody
        is_switched=config.theme.name in _MATERIAL,  # which shows `picture.svg#only-dark` in its dark scheme alone
    )


def _colours(config: MkDocsConfig) -> Iterator[str]:
    name = config.theme.name or ""
    if name not in _MATERIAL:
        yield from _THEMES.get(name, ())
        return
    scheme = _scheme(config.theme.get("palette"))
    for role, known in (("primary", _PRIMARY), ("accent", _ACCENT)):
        named = str(scheme.get(role, _USUAL)).replace("-", " ").lower()
        found = _own(config, role) if named == "custom" else known.get(named)
        if found:
            yield found


def _scheme(palette: Any) -> Mapping[str, Any]:
    """The palette that is on when a page opens: the only one, or the first of several."""
    schemes = palette if isinstance(palette, list) else [palette]
    return next((scheme for scheme in schemes if isinstance(scheme, Mapping)), {})


def _own(config: MkDocsConfig, role: str) -> str | None:
    """A colour that the site's own style sheets set."""
    for sheet in config.extra_css:
        try:
            text = read(Path(config.docs_dir) / str(sheet), _MOST).decode("utf-8", "replace")
        except OSError:
            continue
        found = re.search(_OWN.format(role), text)
        if found:
            return found[1]
    return None
