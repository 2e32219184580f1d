"""MkDocs' files, pages and addresses on one side, the site's figures on the other.

Nothing heavy is loaded, and nothing opened, before the first flagged page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from ..page.head import Card, social_tags
from ..records import Asset, PageSource
from ..settings import ImageSettings, Settings, where_are_we
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
        self._covers: dict[str, tuple[Asset, str]] = {}
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

    def insert(self, page: Page, html: str) -> str:
        """The page with its figures."""
        if self._opened is None or not self._opened.knows(page.file.src_uri):
            return html
        self._pages[page.file.src_uri] = page
        if page.meta.get("illustrate") is False:  # a folder's default switched it off
            return html
        return self._opened.insert(page.file.src_uri, html, self._address(page))

    def complete(self, files: Files) -> Report | None:
        """Wait, complete the pages, and see that each file they show is there and no other; what is to be said."""
        if self._opened is None:
            return None
        self._outcomes = self._opened.join()
        shown: set[str] = set()
        for uri, page in self._pages.items():
            if page.content is not None:
                page.content = self._opened.complete(uri, page.content, self._address(page))
            assets = self._opened.files(uri)
            for asset in assets:
                shown.add(asset.name)
                self._register(files, asset.name).abs_src_path = str(asset.path)
            self._cover(page, assets)
        for name in self._files.keys() - shown:
            files.remove(self._files.pop(name))
        said = self._opened.report(self._outcomes)
        said.warnings[:0] = [f"{uri}: {p}" for uri in self._pages for p in self._opened.problems(uri)]
        return said

    def summary(self) -> str:
        """The line that a build ends with; empty where no figure was asked for."""
        return self._figures.summary(self._outcomes) if self._outcomes else ""

    def show_excerpts(self, posts: Iterable[Any], view: Page) -> None:
        """Put figures into the excerpts of a blog's view."""
        if self._opened is None:
            return
        for excerpt in posts:
            uri = excerpt.post.file.src_uri
            if self._opened.knows(uri) and excerpt.content:
                excerpt.content = self._opened.show(
                    uri, excerpt.content, self._address(view), placement="after-first-paragraph"
                )

    def share(self, output: str, page: Page) -> str:
        """The page with its share card."""
        cover = self._covers.get(page.file.src_uri)
        return output if cover is None else _with_share_card(output, page, *cover)

    def watched(self) -> Path | None:
        """The folder that changes when a picture has come; None where none will."""
        bought = self.settings.image != ImageSettings() or self.settings.models
        if "serve" not in self.settings.generate_in or not bought:
            return None
        from .preview import watched_folder  # noqa: PLC0415 - loads the studio

        return watched_folder(self._base / self.settings.cache_dir)

    def close(self) -> None:
        """Let go; nothing to do if nothing was opened."""
        if self._opened is not None:
            self._opened.close()
            self._opened = None

    def _cover(self, page: Page, assets: list[Asset]) -> None:
        """Choose the picture that stands for a page elsewhere, and say so in its front matter."""
        uri = page.file.src_uri
        outcome = self._opened.first(uri) if self._opened and self.settings.figure.social else None
        # Its card, else the format that every reader knows, which stands last; other sites are such readers.
        known = ([a for a in assets if a.use == use] for use in ("card", "page"))
        files = next(filter(None, known), [])
        picture = next((asset for asset in files if asset.format == files[-1].format), None)
        if outcome is not None and picture is not None:
            if picture.format != "svg":  # which others do not show
                self._covers[uri] = (picture, outcome.alt)
            _share_in_meta(page, picture, self._config.site_url)

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


def _with_share_card(output: str, page: Page, picture: Asset, alt: str) -> str:
    """The page with a picture for whoever shares it; without site_url there is no address."""
    if not page.canonical_url:
        return output
    from ..pictures.provenance import source_type_in  # noqa: PLC0415 - loads the decoders

    card = Card(
        url=urljoin(page.canonical_url, get_relative_url(picture.name, page.url)),
        kind=f"image/{picture.format}",
        alt=alt,
        width=picture.width,
        height=picture.height,
        title=str(page.title or ""),
        address=page.canonical_url,
        source_type=source_type_in(picture.path),
    )
    return social_tags(output, card)


def _share_in_meta(page: Page, picture: Asset, site_url: str | None) -> None:
    """For feeds: they put it behind site_url by plain joining, with or without a slash at its end."""
    slash = "" if (site_url or "/").endswith("/") else "/"
    page.meta.setdefault("image", slash + picture.name)
