"""The picture that stands for a page elsewhere: where it is shared, in feeds, in lists, on the cards of others."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from ..page.head import Card, cover, social_tags
from ..records import Asset
from .feeds import complete_feeds
from .material_plugins import draws_cards, lend
from .theme_colours import main_colour

if TYPE_CHECKING:
    from ..records import Outcome


@dataclass(slots=True)
class Covers:
    """The covers of one build."""

    config: MkDocsConfig
    _chosen: dict[str, tuple[Asset, str]] = field(default_factory=dict)
    _lists: set[str] = field(default_factory=set)
    _lent: set[str] = field(default_factory=set)

    @property
    def are_lent(self) -> bool:
        """Whether somebody else draws cards here."""
        return draws_cards(self.config)

    def lend(self, page: Page, outcome: Outcome) -> None:
        """Let Material draw the card of a page on the page's picture."""
        card = next((asset for asset in outcome.assets if asset.use == "card"), None)
        if card is not None:
            lend(page, card.path, self.config, main_colour(self.config))
            self._lent.add(page.file.src_uri)

    def choose(self, page: Page, outcome: Outcome) -> None:
        """Choose the picture of a page, and say so in its front matter."""
        picture = cover(outcome.assets)
        if picture is None:
            return
        if picture.format != "svg":  # which others do not show
            self._chosen[page.file.src_uri] = (picture, outcome.alt)
        # Feeds put it behind site_url by plain joining, with or without a slash at its end.
        slash = "" if (self.config.site_url or "/").endswith("/") else "/"
        page.meta.setdefault("image", slash + picture.name)

    def choose_for_list(self, view: Page, posts: Iterable[str]) -> None:
        """A list of posts is shared with the picture of the first that has one, unless it has its own."""
        first = next((self._chosen[post] for post in posts if post in self._chosen), None)
        if first is not None and view.file.src_uri not in self._chosen:
            self._chosen[view.file.src_uri] = first
            self._lists.add(view.file.src_uri)

    def share(self, output: str, page: Page) -> str:
        """The page with a picture for whoever shares it; without site_url there is no address."""
        uri = page.file.src_uri
        if uri not in self._chosen or not page.canonical_url:
            return output
        from ..pictures.provenance import source_type_in  # noqa: PLC0415 - loads the decoders

        picture, alt = self._chosen[uri]
        card = Card(
            url=urljoin(page.canonical_url, get_relative_url(picture.name, page.url)),
            kind=f"image/{picture.format}",
            alt=alt,
            width=picture.width,
            height=picture.height,
            title=str(page.title or ""),
            address=page.canonical_url,
            page_type="website" if uri in self._lists else "article",
            source_type=source_type_in(picture.path),
        )
        return social_tags(output, card, titled=uri in self._lent)

    def complete_feeds(self) -> None:
        """Tell the feeds of this build how long the pictures are that they name."""
        complete_feeds(self.config, {picture.name: picture.path.stat().st_size for picture, _ in self._chosen.values()})
