"""A page's own language: by its name, where a site is built once for each of its languages.

The theme's language is then that of the pass, which sees all pages; and commands see no pass at all.
"""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File


def language_of(file: File, config: MkDocsConfig) -> str:
    """The language of a page's words."""
    own = _by_name(file.src_uri, config.plugins.get("i18n")) or getattr(file, "locale", None)
    return str(own or config.theme.get("language") or config.theme.get("locale") or "en")


def _by_name(page: str, plugin: Any) -> str | None:
    """`index.de.md` or `de/index.md`, as the site is laid out; the default language for what says nothing."""
    if plugin is None:
        return None
    settings = getattr(plugin, "config", {})
    languages = {one.locale: one.default for one in settings.get("languages") or ()}
    path = PurePosixPath(page)
    said = path.parts[0] if settings.get("docs_structure") == "folder" else path.stem.rpartition(".")[2]
    return said if said in languages else next((name for name, default in languages.items() if default), None)
