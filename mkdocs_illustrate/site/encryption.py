"""Pages that another plugin encrypts: a picture, or words about it, would tell of them to everybody."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

if TYPE_CHECKING:
    from ..studio.report import Report

_PLUGIN = "encryptcontent"


def will_be_encrypted(found: Mapping[str, Any], config: MkDocsConfig) -> bool:
    """Whether a page's front matter, or else the plugin's settings, say so; an empty password means none."""
    if found.get("password"):
        return True
    plugin = config.plugins.get(_PLUGIN)
    if plugin is None:
        return False
    if found.get("level") or found.get("obfuscate"):
        return True
    settings: Mapping[str, Any] = plugin.config
    by_level = "_global" in (settings.get("password_inventory") or {})
    return bool(settings.get("global_password") and "password" not in found) or (by_level and "level" not in found)


def is_encrypted(page: Page) -> bool:
    """Whether the plugin has said so itself: a folder's front matter is known to it only later than to us."""
    return hasattr(page, _PLUGIN) or bool(getattr(page, "encrypted", False))


def said_of(pages: Sequence[str]) -> Report:
    """One line for those of them that ask for a figure."""
    from ..studio.report import Report, pages_named  # noqa: PLC0415 - loads the studio

    return Report(infos=[f"{pages_named(pages)}: encrypted, so nothing of it is drawn, bought or shown"])
