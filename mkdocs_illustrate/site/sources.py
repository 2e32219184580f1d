"""Which pages of a site may want a figure: read from their sources, before MkDocs reads them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils import meta

from ..globs import matches
from ..reading import FLAG
from ..records import PageSource

_ENDINGS = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")  # a notebook is no Markdown


def page_sources(files: Files, config: MkDocsConfig, include: tuple[str, ...], *, drafts: bool) -> Iterator[PageSource]:
    """The pages that speak of illustrations, or that `include` names."""
    for file in files.documentation_pages():
        if not file.src_uri.endswith(_ENDINGS) or _left_out(file, config, drafts=drafts):
            continue
        included = matches(file.src_uri, include)
        text = _text(file)
        if not included and FLAG not in text:
            continue
        source, found = meta.get_data(text)
        if drafts or found.get("draft") is not True:  # a blog does not build these
            yield _source(file, config, source, found, included=included)


def _text(file: File) -> str:
    try:
        return file.content_string
    except (OSError, ValueError):  # MkDocs will say so, and name the file
        return ""


def late_source(page: Page, config: MkDocsConfig) -> PageSource | None:
    """A page whose flag came from elsewhere: a folder's `.meta.yml`, a hook."""
    if not page.meta.get(FLAG) or not page.file.src_uri.endswith(_ENDINGS):
        return None
    source, _ = meta.get_data(page.file.content_string)
    return _source(page.file, config, source, page.meta, included=False)


def _source(file: File, config: MkDocsConfig, source: str, found: Mapping[str, Any], *, included: bool) -> PageSource:
    return PageSource(
        page=file.src_uri,
        text=source,
        meta=found,
        included=included,
        language=_language(file, config),
    )


def _left_out(file: File, config: MkDocsConfig, *, drafts: bool) -> bool:
    """Pages that MkDocs will not build. It decides that only after we have to begin."""
    patterns = [config.exclude_docs, None if drafts else config.draft_docs]
    return any(p is not None and p.match_file(file.src_uri) for p in patterns)


def _language(file: File, config: MkDocsConfig) -> str:
    locale = getattr(file, "locale", None) or config.theme.get("language")
    return str(locale or config.theme.get("locale") or "en")
