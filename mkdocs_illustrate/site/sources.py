"""Which pages of a site may want a figure: read from their sources, before MkDocs reads them."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils import meta

from ..globs import matches
from ..reading import FLAG
from ..records import PageSource
from .encryption import is_encrypted, will_be_encrypted
from .languages import language_of

if TYPE_CHECKING:
    from .page_templates import Templates

_ENDINGS = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")  # a notebook is no Markdown


class SitePages:
    """The pages of a site: all that there are, and those that may want a figure."""

    def __init__(self, files: Files, config: MkDocsConfig, include: tuple[str, ...], *, drafts: bool) -> None:
        self._files, self._config, self._include, self._drafts = files, config, include, drafts
        self._built = {posixpath.splitext(file.src_uri)[0] for file in files.documentation_pages()}
        self._docs = Path(config.docs_dir)
        self._templates: Templates | None = None
        self.encrypted: list[str] = []
        """Pages that ask for a figure, and show nothing of theirs to everybody."""

    def is_page(self, name: str) -> bool:
        """Whether there is such a page; what is hidden, or built in another pass, lies on the disk all the same."""
        return name in self._built or any((self._docs / f"{name}{ending}").is_file() for ending in _ENDINGS)

    def sources(self) -> Iterator[PageSource]:
        """The pages that speak of illustrations, or that `include` names."""
        for file in self._files.documentation_pages():
            if not file.src_uri.endswith(_ENDINGS) or self._is_left_out(file):
                continue
            included = matches(file.src_uri, self._include)
            text = _text(file)
            if not included and FLAG not in text:
                continue
            source, found = meta.get_data(text)
            if will_be_encrypted(found, self._config):
                self.encrypted += [file.src_uri] if found.get(FLAG) else []
                continue
            if self._drafts or found.get("draft") is not True:  # a blog does not build these
                yield _source(file, self._config, source, found, included=included, shown=self._is_shown(found))

    def _is_shown(self, found: Mapping[str, Any]) -> bool:
        """Whether a page's content is part of it: a page with a template of its own may leave it out."""
        name = found.get("template")
        if not isinstance(name, str):
            return True
        if self._templates is None:
            from .page_templates import Templates  # noqa: PLC0415 - most sites have no such page

            self._templates = Templates(self._config)
        return self._templates.show_content(name)

    def _is_left_out(self, file: File) -> bool:
        """Pages that MkDocs will not build. It decides that only after we have to begin."""
        config = self._config
        patterns = [config.exclude_docs, None if self._drafts else config.draft_docs]
        return any(p is not None and p.match_file(file.src_uri) for p in patterns)


def _text(file: File) -> str:
    try:
        return file.content_string
    except (OSError, ValueError):  # MkDocs will say so, and name the file
        return ""


def late_source(page: Page, config: MkDocsConfig) -> PageSource | None:
    """A page whose flag came from elsewhere: a folder's `.meta.yml`, a hook."""
    if not page.meta.get(FLAG) or is_encrypted(page) or not page.file.src_uri.endswith(_ENDINGS):
        return None
    source, _ = meta.get_data(page.file.content_string)
    return _source(page.file, config, source, page.meta, included=False)


def _source(
    file: File, config: MkDocsConfig, source: str, found: Mapping[str, Any], *, included: bool, shown: bool = True
) -> PageSource:
    return PageSource(
        page=file.src_uri,
        text=source,
        meta=found,
        included=included,
        shown=shown,
        language=language_of(file, config),
    )
