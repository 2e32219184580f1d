"""What Material's own plugins have to know: of social, a page's picture; of optimize, that ours are light already."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from ..figure_settings import PUBLISHED_IN

_OURS = f"{PUBLISHED_IN}/*"
_CARDS = ("material/social", "social", "materialx/social")
_TINT = "cc"  # how much of the site's colour lies over the picture: the title stays readable
_BARE = "default/only/image"  # the layout that shows a picture and no words


def spare_files(config: MkDocsConfig) -> None:
    """Let nobody compress our files once more: their marks, which say what made them, would be gone."""
    for name in ("material/optimize", "optimize"):
        plugin = config.plugins.get(name)
        spared = plugin.config.get("optimize_exclude") if plugin is not None else None
        if isinstance(spared, list) and _OURS not in spared:
            spared.append(_OURS)


def draws_cards(config: MkDocsConfig) -> bool:
    """Whether the plugin is at work."""
    return next(_at_work(config), None) is not None


def lend(page: Page, picture: Path, config: MkDocsConfig, colour: str) -> None:
    """Let a page's card be drawn on its picture, unless its author or the site has another ground for it."""
    social = page.meta.get("social")
    own: Mapping[str, Any] = social if isinstance(social, Mapping) else {}
    for settings in _at_work(config):
        options = {**(settings.get("cards_layout_options") or {}), **(own.get("cards_layout_options") or {})}
        if options.get("background_image"):
            return
        ground = {"background_image": str(picture)}
        if (own.get("cards_layout") or settings.get("cards_layout")) != _BARE:
            ground |= {"background_color": _tinted(options.get("background_color") or colour)}
        page.meta["social"] = {**own, "cards_layout_options": {**(own.get("cards_layout_options") or {}), **ground}}
        return


def _at_work(config: MkDocsConfig) -> Iterator[Mapping[str, Any]]:
    for name in _CARDS:
        plugin = config.plugins.get(name)
        settings: Mapping[str, Any] = plugin.config if plugin is not None else {}
        if settings.get("enabled") and settings.get("cards"):
            yield settings


def _tinted(colour: str) -> str:
    """A colour that one sees through; what says already how much is left as it is."""
    return f"{colour}{_TINT}" if colour.startswith("#") and len(colour) == len("#rrggbb") else colour
