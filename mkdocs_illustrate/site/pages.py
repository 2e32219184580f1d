"""MkDocs' files, pages and addresses on one side, the site's figures on the other.

Nothing heavy is loaded, and nothing opened, before the first flagged page.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from ..page.figures import Loading
from ..records import PageSource
from ..settings import ImageSettings, Settings, where_are_we
from .encryption import is_encrypted, said_of
from .material_plugins import spare_files
from .sharing import Covers
from .sources import SitePages, late_source
from .theme_colours import facts_of

if TYPE_CHECKING:
    from ..records import Outcome
    from ..studio.plans import PagePlan
    from ..studio.report import Report
    from .illustrations import Illustrations


class Site:
    """One site's pages; `begin` starts a build, of which `serve` makes many."""

    def __init__(self, settings: Settings, command: str) -> None:
        self.settings = settings
        self._drafts = command == "serve"
        self._where = where_are_we(command)
        self._opened: Illustrations | None = None

    def begin(self, config: MkDocsConfig) -> None:
        """Forget the build before; what is under way goes on."""
        self._config = config
        self._base = Path(config.config_file_path or "mkdocs.yml").resolve().parent
        self.covers = Covers(config)
        spare_files(config)
        self._files: dict[str, File] = {}
        self._pages: dict[str, Page] = {}
        self._outcomes: list[Outcome] = []

    @property
    def _figures(self) -> Illustrations:
        """Opened when first asked for."""
        if self._opened is None:
            from .illustrations import Illustrations  # noqa: PLC0415 - loads models, stores and the painter

            self._opened = Illustrations(self.settings, self._base, self._where, facts_of(self._config, self._where))
            self._opened.begin(self._site_pages)
        return self._opened

    def consider_all(self, files: Files) -> None:
        """Plan what the flagged pages ask for, and register what they will show."""
        self._site_pages = SitePages(files, self._config, self.settings.include, drafts=self._drafts)
        self._planned: dict[str, PagePlan] = {}
        if self._opened is not None:
            self._opened.begin(self._site_pages)
        for source in self._site_pages.sources():
            self._consider(files, source)

    def _consider(self, files: Files, source: PageSource) -> None:
        self._planned[source.page], names = self._figures.plan(source)
        for name in names:
            self._register(files, name)

    def start(self, files: Files) -> list[str]:
        """Start what the pages ask for that are built in this pass; problems to warn about."""
        built = {file.src_uri for file in files.documentation_pages()} if self._planned else set()
        return [problem for page in self._planned if page in built for problem in self._start(page)]

    def consider_late(self, files: Files, page: Page) -> list[str]:
        """Both for a page that turns out to be flagged only now."""
        known = self._opened is not None and self._opened.knows(page.file.src_uri)
        source = None if known else late_source(page, self._config)
        if source is None:
            return []
        self._consider(files, source)
        return self._start(source.page)

    def _start(self, page: str) -> list[str]:
        planned = self._planned[page]
        self._figures.start(page, planned)
        return [f"{page}: {problem}" for problem in planned.problems]

    def lend(self, page: Page) -> None:
        """Let Material draw a page's card on its picture: that is done next, so the picture is waited for."""
        uri, shared = page.file.src_uri, self._where != "serve" and self.covers.are_lent
        if self._opened is None or not shared or not self._opened.knows(uri) or is_encrypted(page):
            return
        outcome = self._opened.first(uri)
        if outcome is not None:
            self.covers.lend(page, outcome)

    def insert(self, page: Page, html: str) -> str:
        """The page with its figures."""
        if self._opened is None or not self._opened.knows(page.file.src_uri) or is_encrypted(page):
            return html
        self._pages[page.file.src_uri] = page
        if page.meta.get("illustrate") is False:  # a folder's default switched it off
            return html
        return self._opened.insert(page.file.src_uri, html, self._address(page))

    def complete(self, files: Files) -> Report | None:
        """Wait, complete the pages, and see that each file they show is there and no other; what is to be said."""
        locked = self._site_pages.encrypted
        if self._opened is None:
            return said_of(locked) if locked else None
        self._outcomes = self._opened.join()
        shown: set[str] = set()
        for uri, page in self._pages.items():
            if page.content is not None:
                page.content = self._opened.complete(uri, page.content, self._address(page))
            copy = getattr(page, "html", None)  # print-site's, which it moves to another page
            if isinstance(copy, str):
                copy = self._opened.complete(uri, copy, self._address(page))
                page.html = self._opened.elsewhere(uri, copy)  # type: ignore[attr-defined]
            for asset in self._opened.files(uri):
                shown.add(asset.name)
                self._register(files, asset.name).abs_src_path = str(asset.path)
            outcome = self._opened.first(uri) if self.settings.figure.social else None
            if outcome is not None:
                self.covers.choose(page, outcome)
        for name in self._files.keys() - shown:
            files.remove(self._files.pop(name))
        said = self._opened.report(self._outcomes)
        said.infos += said_of(locked).infos if locked else []
        said.warnings[:0] = [f"{uri}: {p}" for uri in self._pages for p in self._opened.problems(uri)]
        return said

    def summary(self) -> str:
        """The line that a build ends with; empty where no figure was asked for."""
        return self._figures.summary(self._outcomes) if self._outcomes else ""

    def show(self, page: Page, posts: Sequence[Any]) -> None:
        """Put the words below the figures of a page, and figures into the excerpts of a blog's view."""
        uri = page.file.src_uri
        if self._opened is None:
            return
        if uri in self._pages and page.content is not None:
            page.content = self._opened.captioned(uri, page.content)
        known = [one for one in posts if self._opened.knows(one.post.file.src_uri) and not is_encrypted(one.post)]
        for n, excerpt in enumerate(known if self.settings.figure.excerpt == "figure" else ()):
            if excerpt.content:
                loading: Loading = "later" if n else "first"
                there = excerpt.post.file.src_uri
                excerpt.content = self._opened.show(there, excerpt.content, self._address(page), loading=loading)
        self.covers.choose_for_list(page, (post.post.file.src_uri for post in known))

    def watched(self) -> Path | None:
        """The folder that changes when a picture has come; None where none will."""
        bought = self.settings.image != ImageSettings() or self.settings.models
        buys = "serve" in self.settings.generate_in and bought
        if self._opened is None and not buys:
            return None
        from .preview import watched_folder  # noqa: PLC0415 - loads the studio

        return watched_folder(self._base / self.settings.cache_dir)

    def close(self) -> None:
        """Let go; nothing to do if nothing was opened."""
        if self._opened is not None:
            self._opened.close()
            self._opened = None

    def _register(self, files: Files, name: str) -> File:
        if name not in self._files:
            nowhere = str(self._base / "pending")  # its real place is known at the end
            file = File.generated(self._config, name, abs_src_path=nowhere, inclusion=InclusionLevel.INCLUDED)
            if files.get_file_from_path(name) is None:
                files.append(file)
            self._files[name] = file
        return self._files[name]

    def _address(self, page: Page) -> Callable[[str], str]:
        """Relative, so that a site works wherever it lies; a 404 page is shown anywhere instead."""
        if page.file.src_uri == "404.md":
            root = urlsplit(self._config.site_url or "").path.rstrip("/")
            return lambda name: f"{root}/{name}"
        return lambda name: get_relative_url(name, page.url)
