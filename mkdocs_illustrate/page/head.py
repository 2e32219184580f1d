"""og:image and its relatives: what a page says of its picture to those who share it, unless it says so already."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..characters import visible
from ..records import Asset

# `<meta content="x" property="`; a `<` between is no attribute, so no tag is searched beyond the next one
_META = r"<meta\s(?:[^<>\"']|\"[^\"]*\"|'[^']*')*?(?:property|name)\s*=\s*[\"']?"
# `<meta property="og:image"`, `<meta name=og:image:url `, but not og:image:width, which needs an image beside it
_HAS_IMAGE = re.compile(_META + r"og:image(?::(?:secure_)?url)?[\"'\s/>]", re.IGNORECASE)
# `<meta name="twitter:card"`
_HAS = {
    name: re.compile(rf"{_META}{name}[\"'\s/>]", re.IGNORECASE)
    for name in ("og:title", "og:type", "og:url", "twitter:card", "robots")
}
_END = re.compile(r"</head\s*>|<body(?=[\s>])", re.IGNORECASE)  # minifiers drop </head>


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A picture that stands for its page elsewhere, and what is said of both."""

    url: str
    kind: str
    """Its media type."""
    alt: str
    width: int
    height: int
    title: str = ""
    """Of the page; and where that is."""
    address: str = ""
    page_type: str = "article"
    source_type: str = ""
    """What made it, by the address of IPTC's word."""


def cover(files: Sequence[Asset]) -> Asset | None:
    """The file of a figure that stands for its page elsewhere: its card, else the widest of those in the page.

    Of several formats that is the one which every reader knows, which stands last; other sites are such readers.
    """
    known = ([file for file in files if file.use == use] for use in ("card", "page"))
    chosen: list[Asset] = next(filter(None, known), [])
    return next((file for file in chosen if file.format == chosen[-1].format), None)


def social_tags(page: str, card: Card, *, titled: bool = False) -> str:
    """The page with og:image and its relatives in its head, if it has none; or `titled` by a card that shows ours."""
    end = _END.search(page)
    has_image = end is not None and _HAS_IMAGE.search(page, 0, end.start())
    if end is None or (has_image and not titled):
        return page
    tags = _tags("property", _of_picture(card) if not has_image else {})
    tags += _tags("property", _lacking(page, end.start(), _of_page(card)))
    tags += _tags("name", _lacking(page, end.start(), _MANNERS))
    return f"{page[: end.start()]}{''.join(tags)}{_linked(card)}{page[end.start() :]}"


_MANNERS = {"twitter:card": "summary_large_image", "robots": "max-image-preview:large"}


def _of_picture(card: Card) -> Mapping[str, str]:
    return {
        "og:image": card.url,
        "og:image:type": card.kind,
        "og:image:width": str(card.width),
        "og:image:height": str(card.height),
        "og:image:alt": card.alt,
    }


def _of_page(card: Card) -> Mapping[str, str]:
    return {"og:title": card.title, "og:type": card.page_type if card.title else "", "og:url": card.address}


def _lacking(page: str, end: int, facts: Mapping[str, str]) -> Mapping[str, str]:
    """What a page does not say of itself."""
    return {name: said for name, said in facts.items() if not _HAS[name].search(page, 0, end)}


def _tags(kind: str, facts: Mapping[str, str]) -> list[str]:
    return [f'<meta {kind}="{name}" content="{_escape(said)}">' for name, said in facts.items() if said]


def _linked(card: Card) -> str:
    """The same for search engines: an image, what it shows and what made it; and that it stands for the page."""
    image = {
        "@context": "https://schema.org",
        "@type": "ImageObject",
        "@id": card.url,
        "contentUrl": card.url,
        "width": card.width,
        "height": card.height,
        "description": visible(card.alt),
        "representativeOfPage": True,
        "digitalSourceType": card.source_type,
    }
    page = {
        "@context": "https://schema.org",
        "@type": "WebPage",
        "@id": card.address,
        "url": card.address,
        "primaryImageOfPage": {"@id": card.url},
    }
    return _data(image) + (_data(page) if card.address else "")


def _data(said: Mapping[str, object]) -> str:
    text = json.dumps({name: value for name, value in said.items() if value}, ensure_ascii=False)
    inert = text.replace("<", "\\u003c")  # no end of a script hides in it
    return f'<script type="application/ld+json">{inert}</script>'


def _escape(text: str) -> str:
    return html.escape(visible(text), quote=True)
