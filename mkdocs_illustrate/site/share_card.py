"""The picture that stands for a page elsewhere: og:image and its relatives, and `page.meta.image` for feeds."""

from __future__ import annotations

from urllib.parse import urljoin

from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from ..page.head import social_tags
from ..records import Asset


def with_share_card(output: str, page: Page, picture: Asset, alt: str) -> str:
    """The page with a picture for whoever shares it; without site_url there is no address."""
    if not page.canonical_url:
        return output
    url = urljoin(page.canonical_url, get_relative_url(picture.name, page.url))
    return social_tags(output, url=url, alt=alt, width=picture.width, height=picture.height)


def share_in_meta(page: Page, picture: Asset, site_url: str | None) -> None:
    """For feeds: they put it behind site_url by plain joining, with or without a slash at its end."""
    slash = "" if (site_url or "/").endswith("/") else "/"
    page.meta.setdefault("image", slash + picture.name)
