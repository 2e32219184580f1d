"""The door for MkDocs: its hooks, handed on to the site, and nothing else.

The priorities are facts about other plugins; docs/architecture.md says which.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority

from .errors import ConfigError
from .settings import ChatSettings, ImageSettings, Settings
from .site.config import MARKDOWN_EXTENSION, IllustrateConfig
from .site.pages import Site
from .site.theme_colours import with_theme_colours

if TYPE_CHECKING:  # a build has no use for a preview's server
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

log = logging.getLogger("mkdocs.plugins.illustrate")


class IllustratePlugin(BasePlugin[IllustrateConfig]):  # type: ignore[no-untyped-call]
    """Illustrates flagged pages."""

    def __init__(self) -> None:
        self._command = "build"
        self._site: Site | None = None

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Remember the command. That this hook exists keeps one instance alive in `serve`."""
        self._command = command

    def on_config(self, config: MkDocsConfig) -> None:
        """Begin a build; what is under way since the build before goes on."""
        settings = with_theme_colours(self.config.settings, config)
        if not settings.enabled:
            self.on_shutdown()
            return
        if self._site is None or self._site.settings != settings:
            self.on_shutdown()
            with _one_line():
                _check_models(settings)
            self._site = Site(settings, self._command)
        self._site.begin(config)
        # Listed as well, it would show each figure a second time.
        listed = config.markdown_extensions
        listed[:] = [extension for extension in listed if extension != MARKDOWN_EXTENSION]

    @event_priority(10)  # before plugins that copy the list of files
    def _register(self, files: Files, config: MkDocsConfig) -> None:
        """Plan what the flagged pages ask for, and register the files they will show."""
        if self._site is not None:
            with _one_line():
                self._site.consider_all(files)

    @event_priority(-110)  # after plugins that build a site once for each language
    def _start(self, files: Files, config: MkDocsConfig) -> None:
        """Start it for the pages that are built."""
        if self._site is not None:
            with _one_line():
                _warn(self._site.start(files))

    on_files = CombinedEvent(_register, _start)

    @event_priority(-90)  # after plugins that set front matter of their own, before Material draws cards
    def on_page_markdown(self, markdown: str, page: Page, config: MkDocsConfig, files: Files) -> None:
        """Flags that only appear now; and a picture to draw a card on."""
        if self._site is not None:
            with _one_line():
                _warn(self._site.consider_late(files, page))
                self._site.lend(page)

    @event_priority(60)  # before lightboxes
    def on_page_content(self, html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Put the figures in."""
        return self._site.insert(page, html) if self._site else html

    @event_priority(75)  # after tags, before privacy and optimize
    def on_env(self, env: Any, config: MkDocsConfig, files: Files) -> None:
        """Wait for what is not there yet, complete the pages, and say what went wrong."""
        said = self._site.complete(files) if self._site else None
        if said is None:
            return
        for line in said.infos:
            log.info(line)
        _warn(said.warnings)
        if said.errors:
            raise PluginError(f"illustrate: {'; '.join(said.errors)}; `mkdocs-illustrate check` says what to do")

    @event_priority(-110)  # after searches have read the page, and the blog has filled its excerpts
    def on_page_context(self, context: Any, /, *, page: Page, config: MkDocsConfig, nav: Any) -> None:
        """The words below a figure; and excerpts of posts show their figure too."""
        if self._site is not None:
            self._site.show(page, context.get("posts") or ())

    @event_priority(40)  # after social cards, before minifiers
    def on_post_page(self, output: str, page: Page, config: MkDocsConfig) -> str:
        """A picture for whoever shares the page, where there is none."""
        return self._site.covers.share(output, page) if self._site else output

    @event_priority(-110)  # after feeds are written
    def on_post_build(self, config: MkDocsConfig) -> None:
        """What others wrote that names our files; and one line for the whole build."""
        if self._site is not None:
            self._site.covers.complete_feeds()
        summary = self._site.summary() if self._site else ""
        if summary:
            log.info(summary)

    def on_serve(self, server: LiveReloadServer, config: MkDocsConfig, builder: Any) -> None:
        """Reload the page when its picture has come."""
        folder = self._site.watched() if self._site else None
        if folder is not None:
            server.watch(str(folder))

    def on_shutdown(self) -> None:
        """Let go; nothing to do if nothing was opened."""
        if self._site is not None:
            self._site.close()
            self._site = None


@contextmanager
def _one_line() -> Iterator[None]:
    """What an author can mend stops the build with one line."""
    try:
        yield
    except ConfigError as error:
        raise PluginError(f"illustrate: {error}") from None


def _warn(lines: list[str]) -> None:
    for line in lines:
        log.warning(line)


def _check_models(settings: Settings) -> None:
    """Whether there are such vendors, models and styles."""
    if (settings.image, settings.chat, settings.models, settings.styles) == (ImageSettings(), ChatSettings(), {}, {}):
        return
    from .models.model_registry import check_models  # noqa: PLC0415 - a bare plugin line needs none

    check_models(settings)
