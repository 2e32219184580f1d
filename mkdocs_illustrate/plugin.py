"""The door for MkDocs: its hooks, translated for the gallery, and nothing else.

The priorities are facts about other plugins; docs/architecture.md says which.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from .config import IllustrateConfig
from .errors import ConfigError
from .flags import Flagged, read_flagged
from .settings import ChatSettings, ImageSettings, Settings
from .site import Site

if TYPE_CHECKING:
    from .records import Outcome

log = logging.getLogger("mkdocs.plugins.illustrate")


class IllustratePlugin(BasePlugin[IllustrateConfig]):  # type: ignore[no-untyped-call]
    """Illustrates flagged pages."""

    def __init__(self) -> None:
        self._command = "build"
        self._site: Site | None = None
        self._outcomes: list[Outcome] = []

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Remember the command. That this hook exists keeps one instance alive in `serve`."""
        self._command = command

    def on_config(self, config: MkDocsConfig) -> None:
        """Begin a build; what is under way since the build before goes on."""
        settings = self.config.settings
        self._outcomes = []
        if not settings.enabled:
            self._close()
            return
        if self._site is None or self._site.settings != settings:
            self._close()
            self._site = Site(_checked(settings), self._command)
        self._site.begin(config)

    @event_priority(10)  # before plugins that copy the list of files
    def on_files(self, files: Files, config: MkDocsConfig) -> None:
        """Start what the flagged pages ask for, and register the files they will show."""
        if self._site is None:
            return
        include, drafts = self._site.settings.include, self._site.drafts
        for flagged in read_flagged(files, config, include, drafts=drafts):
            self._consider(files, flagged)

    @event_priority(-90)  # after plugins that set front matter of their own
    def on_page_markdown(
        self,
        markdown: str,
        page: Page,
        config: MkDocsConfig,
        files: Files,
    ) -> None:
        """Flags that only appear now."""
        flagged = self._site and self._site.late(page)
        if flagged:
            self._consider(files, flagged)

    @event_priority(60)  # before lightboxes
    def on_page_content(
        self,
        html: str,
        page: Page,
        config: MkDocsConfig,
        files: Files,
    ) -> str:
        """Put the figures in."""
        return self._site.hang(page, html) if self._site else html

    @event_priority(75)  # after tags, before privacy and optimize
    def on_env(self, env: Any, config: MkDocsConfig, files: Files) -> None:
        """Wait for what is not there yet, complete the pages, and say what went wrong."""
        if self._site is None or not self._site.opened:
            return
        self._outcomes = self._site.join(files)
        said = self._site.gallery.report(self._outcomes)
        for line in said.infos:
            log.info(line)
        for line in [*self._site.problems(), *said.warnings]:
            log.warning(line)
        if said.errors:
            raise PluginError(f"illustrate: {'; '.join(said.errors)}")

    @event_priority(-110)  # after the blog has filled its excerpts
    def on_page_context(self, context: Any, /, *, page: Page, config: MkDocsConfig, nav: Any) -> None:
        """Excerpts of posts show their figure too."""
        if self._site is not None:
            self._site.show_excerpts(context.get("posts") or (), page)

    @event_priority(40)  # after social cards, before minifiers
    def on_post_page(self, output: str, page: Page, config: MkDocsConfig) -> str:
        """A picture for whoever shares the page, where there is none."""
        return self._site.share(output, page) if self._site else output

    def on_post_build(self, config: MkDocsConfig) -> None:
        """One line for the whole build."""
        if self._site is not None and self._outcomes:
            log.info(self._site.gallery.summary(self._outcomes))

    def on_serve(
        self,
        server: LiveReloadServer,
        config: MkDocsConfig,
        builder: Any,
    ) -> None:
        """Reload the page when its picture has come."""
        folder = self._site.arrivals() if self._site is not None else None
        if folder is not None:
            server.watch(str(folder))

    def on_shutdown(self) -> None:
        """Let go; nothing to do if nothing was opened."""
        self._close()

    def _consider(self, files: Files, flagged: Flagged) -> None:
        try:
            problems = self._site.consider(files, flagged) if self._site else ()
        except ConfigError as error:
            raise PluginError(f"illustrate: {error}") from None
        for problem in problems:
            log.warning("%s: %s", flagged.page, problem)

    def _close(self) -> None:
        if self._site is not None:
            self._site.close()
            self._site = None


def _checked(settings: Settings) -> Settings:
    """The same settings, if there are such vendors and models."""
    chosen = (settings.image, settings.chat, settings.models)
    if chosen == (ImageSettings(), ChatSettings(), {}):
        return settings
    from .models.model_registry import check_models  # noqa: PLC0415 - a bare plugin line needs none

    try:
        check_models(settings)
    except ConfigError as error:
        raise PluginError(f"illustrate: {error}") from None
    return settings
