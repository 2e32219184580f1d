"""MkDocs' objects on one side, the gallery on the other: files, pages, addresses.

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

from .flags import Flagged, read_late
from .page.head import social_tags
from .settings import ARRIVED, ImageSettings, Settings, where_are_we

if TYPE_CHECKING:
    from .gallery import Gallery
    from .records import Asset, Outcome


class Site:
    """One site's figures; `begin` starts a build, of which `serve` makes many."""

    def __init__(self, settings: Settings, command: str) -> None:
        self.settings = settings
        self.drafts = command == "serve"
        self._where = where_are_we(command)
        self._gallery: Gallery | None = None

    def begin(self, config: MkDocsConfig) -> None:
        """Forget the build before; what is under way goes on."""
        self._config = config
        self._files: dict[str, File] = {}
        self._pages: dict[str, Page] = {}
        if self._gallery is not None:
            self._gallery.begin()

    @property
    def opened(self) -> bool:
        """Whether any page wanted a figure so far."""
        return self._gallery is not None

    @property
    def gallery(self) -> Gallery:
        """Opened when first asked for."""
        if self._gallery is None:
            from .gallery import Gallery  # noqa: PLC0415 - loads models, stores and the painter

            self._gallery = Gallery(self.settings, self._base, self._where)
        return self._gallery

    @property
    def _base(self) -> Path:
        return Path(self._config.config_file_path or "mkdocs.yml").resolve().parent

    def consider(self, files: Files, flagged: Flagged) -> tuple[str, ...]:
        """Start what a page asks for, register what it will show; problems to warn about."""
        names, problems = self.gallery.consider(
            flagged.page,
            flagged.source,
            flagged.meta,
            included=flagged.included,
            language=flagged.language,
        )
        for name in names:
            self._register(files, name)
        return problems

    def late(self, page: Page) -> Flagged | None:
        """A page that turns out to be flagged only now."""
        known = self._gallery is not None and self._gallery.knows(page.file.src_uri)
        return None if known else read_late(page, self._config)

    def hang(self, page: Page, html: str) -> str:
        """The page with its figures."""
        if self._gallery is None or not self._gallery.knows(page.file.src_uri):
            return html
        self._pages[page.file.src_uri] = page
        if page.meta.get("illustrate") is False:  # a folder's default switched it off
            return html
        return self._gallery.hang(page.file.src_uri, html, self._address(page))

    def join(self, files: Files) -> list[Outcome]:
        """Wait, complete the pages, and see that each file they show is there and no other."""
        outcomes = self.gallery.join()
        shown: set[str] = set()
        for uri, page in self._pages.items():
            if page.content is not None:
                page.content = self.gallery.complete(uri, page.content, self._address(page))
            for asset in self.gallery.files(uri):
                shown.add(asset.name)
                self._register(files, asset.name).abs_src_path = str(asset.path)
            self._share_in_meta(page)
        for name in self._files.keys() - shown:
            files.remove(self._files.pop(name))
        return outcomes

    def problems(self) -> list[str]:
        """What was found out while hanging, page by page."""
        return [f"{uri}: {p}" for uri in self._pages for p in self.gallery.problems(uri)]

    def show_excerpts(self, posts: Iterable[Any], view: Page) -> None:
        """Put figures into the excerpts of a blog's view."""
        if self._gallery is None:
            return
        for excerpt in posts:
            uri = excerpt.post.file.src_uri
            if self._gallery.knows(uri) and excerpt.content:
                excerpt.content = self._gallery.show(
                    uri, excerpt.content, self._address(view), placement="after-first-paragraph"
                )

    def share(self, output: str, page: Page) -> str:
        """The page with a picture for whoever shares it; without site_url there is no address."""
        asset, outcome = self._cover(page)
        if asset is None or outcome is None or not page.canonical_url:
            return output
        url = urljoin(page.canonical_url, get_relative_url(asset.name, page.url))
        return social_tags(output, url=url, alt=outcome.alt, width=asset.width, height=asset.height)

    def arrivals(self) -> Path | None:
        """The folder that changes when a picture has come; None where none will."""
        bought = self.settings.image != ImageSettings() or self.settings.models
        if "serve" not in self.settings.generate_in or not bought:
            return None
        folder = self._base / self.settings.cache_dir / ARRIVED
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            return None
        return folder

    def close(self) -> None:
        """Let go; nothing to do if nothing was opened."""
        if self._gallery is not None:
            self._gallery.close()
            self._gallery = None

    def _cover(self, page: Page) -> tuple[Asset | None, Outcome | None]:
        uri = page.file.src_uri
        if self._gallery is None or not self.settings.figure.social or uri not in self._pages:
            return None, None
        outcome = self._gallery.first(uri)
        # The format that every reader knows stands last; other sites are such readers.
        known = self.settings.figure.formats[-1]
        files = (asset for asset in self._gallery.files(uri) if asset.format == known)
        return (next(files), outcome) if outcome else (None, None)

    def _share_in_meta(self, page: Page) -> None:
        asset, _ = self._cover(page)
        if asset is not None:
            # Feeds put it behind site_url by plain joining, with or without a slash at its end.
            slash = "" if (self._config.site_url or "/").endswith("/") else "/"
            page.meta.setdefault("image", slash + asset.name)

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
