"""The door for who renders Markdown without MkDocs' hooks: a Python-Markdown extension, `mkdocs_illustrate.markdown`.

    zensical.toml:    [project.markdown_extensions."mkdocs_illustrate.markdown"]
    Python-Markdown:  markdown.markdown(text, extensions=["mkdocs_illustrate.markdown"])

A page is a function of its text and of what `mkdocs-illustrate export` wrote: nothing is made, sent or written here.
"""

from __future__ import annotations

import functools
import logging
import posixpath
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from .errors import ConfigError
from .page.article import read_article
from .page.columns import column_of
from .page.exported import MANIFEST, Exported, ExportedPage, read_exported
from .page.figures import Address, loading_of, render
from .page.insertion import put_in_all
from .page.placement import find_spot
from .page.substance import sketch

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from markdown import Markdown

log = logging.getLogger("mkdocs_illustrate")

_BEHIND_FRONT_MATTER, _LAST = 26, -100  # `meta` takes that off at 27
_CONTEXT = "ContextPreprocessor"  # by which Zensical says which page it renders


class IllustrateExtension(Extension):
    """Puts the figures that were exported into the pages that are rendered."""

    def __init__(self, **options: Any) -> None:
        self.config = {
            "manifest": ["", "The file that `export` wrote; illustrations/figures.json if empty."],
            "base": ["", "What stands before `assets/…` in addresses; in Zensical it is known."],
            "page": ["", "The page that is rendered, as the manifest calls it; else it is known by its words."],
        }
        # In zensical.toml the plugin's options may stand here: they are for the commands.
        super().__init__(**{name: value for name, value in options.items() if name in self.config})
        self._portfolio = options.get("portfolio") or "illustrations"

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - as Python-Markdown calls it
        """Read the text first, and put the figures in last."""
        manifest = self.getConfig("manifest") or posixpath.join(self._portfolio, MANIFEST)
        page = RenderedPage(md, str(manifest), self.getConfig("base"), self.getConfig("page"))
        md.preprocessors.register(_Reading(md, page), "illustrate", _BEHIND_FRONT_MATTER)
        md.treeprocessors.register(_Parsing(md, page), "illustrate", _LAST)
        md.postprocessors.register(_Showing(md, page), "illustrate", _LAST)


class RenderedPage:
    """The page that is rendered just now, and what is known of it."""

    def __init__(self, md: Markdown, manifest: str, base: str, name: str) -> None:
        self._md, self._manifest, self._base, self._name = md, manifest, base, name
        self._text: str | None = None
        self._is_whole = False

    def read(self, text: str) -> None:
        """Its source, without front matter."""
        self._text, self._is_whole = text, False

    def parsed(self) -> None:
        """All headings are listed by now: what is shown from here on is the page, and not a title of it."""
        self._is_whole = True

    def shown(self, html: str) -> str:
        """The page with its figures."""
        if self._text is None or not self._is_whole:
            return html
        text, self._text = self._text, None
        around: Any = next((p for p in self._md.preprocessors if type(p).__name__ == _CONTEXT), None)
        known = _exported(self._path(around))
        page = self._found(known, text, around) if known else None
        if known is None or page is None:
            return html
        address = self._address(around)
        if around is not None and page.image:
            around.page.meta.setdefault("image", address(page.image))
        return _with_figures(html, known, page, address)

    def _path(self, around: Any) -> Path:
        root = around.config.get("root_dir") if around is not None else None
        return Path(root or "", self._manifest)

    def _found(self, known: Exported, text: str, around: Any) -> ExportedPage | None:
        """By its name where somebody says it, else by its words."""
        if around is not None:
            return None if around.page.meta.get("illustrate") is False else known.pages.get(around.page.path)
        if self._name:
            return known.pages.get(self._name)
        article = read_article("", text, _front_matter(self._md))
        return known.of_words(article.title, sketch(article.words))

    def _address(self, around: Any) -> Address:
        """From the site's root where that is known: an excerpt is shown on other pages."""
        base = self._base
        if around is not None and not base:
            site = around.config.get("site_url")
            base = urlsplit(site).path or "/" if site else "../" * around.page.url.count("/")
        return lambda name: f"{base.rstrip('/')}/{name}" if base else name


def _with_figures(html: str, known: Exported, page: ExportedPage, address: Address) -> str:
    def text(number: int, above: str) -> str:
        loading, exported = loading_of(above, number), page.figures[number - 1]
        figure = exported.html(known.figure, address, language=page.language, loading=loading)
        return render(replace(figure, toggled=known.switched, sizes=column_of(known.theme)))

    return put_in_all(html, [find_spot(html, f.placement, f.after, n) for n, f in enumerate(page.figures, 1)], text)


def _front_matter(md: Markdown) -> Mapping[str, Any]:
    """As Python-Markdown's `meta` leaves it: lists of lines."""
    found = getattr(md, "Meta", None) or {}
    return {name: " ".join(map(str, lines)) for name, lines in found.items() if isinstance(lines, list)}


def _exported(path: Path) -> Exported | None:
    """What was exported; said once where it can't be read."""
    try:
        found = path.stat()
    except OSError:
        found = None
    return _read(path, (found.st_mtime_ns, found.st_size) if found else ())


@functools.lru_cache(maxsize=4)
def _read(path: Path, stamp: tuple[int, ...]) -> Exported | None:  # noqa: ARG001 - another stamp is another file
    try:
        return read_exported(path)
    except ConfigError as error:
        log.warning("illustrate: %s", error)
        return None


class _Reading(Preprocessor):
    def __init__(self, md: Markdown, page: RenderedPage) -> None:
        super().__init__(md)
        self._page = page

    def run(self, lines: list[str]) -> list[str]:
        self._page.read("\n".join(lines))
        return lines


class _Parsing(Treeprocessor):
    def __init__(self, md: Markdown, page: RenderedPage) -> None:
        super().__init__(md)
        self._page = page

    def run(self, root: Element) -> None:  # noqa: ARG002 - as Python-Markdown calls it
        self._page.parsed()


class _Showing(Postprocessor):
    def __init__(self, md: Markdown, page: RenderedPage) -> None:
        super().__init__(md)
        self._page = page

    def run(self, text: str) -> str:
        return self._page.shown(text)


def makeExtension(**options: Any) -> IllustrateExtension:  # noqa: N802 - as Python-Markdown looks for it
    """What Python-Markdown asks a module for."""
    return IllustrateExtension(**options)
