"""Laws of what a page says of its picture to those who share it."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from selectolax.lexbor import LexborHTMLParser

from mkdocs_illustrate.page.head import Card, social_tags

HOSTILE = "\"><script>alert('1')</script>&amp;"
URL = "https://a.example/assets/x.webp?a=1&b=2"
EMPTY = "<!doctype html><html><head><title>T</title></head><body><p>og:image</p></body></html>"


CARD = Card(
    url=URL,
    kind="image/jpeg",
    alt="A city",
    width=1536,
    height=1024,
    title="Cities",
    address="https://a.example/cities/",
    source_type="http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia",
)


def shared(page: str, alt: str = "A city") -> dict[str, str]:
    """What the head of a page says after our tags were put in."""
    tree = LexborHTMLParser(social_tags(page, replace(CARD, alt=alt)))
    facts = [tag.attributes for tag in tree.css("head > meta")]
    return {f.get("property") or f.get("name") or "": f.get("content") or "" for f in facts}


FACTS = {
    "og:image": URL,
    "og:image:type": "image/jpeg",
    "og:image:width": "1536",
    "og:image:height": "1024",
    "og:image:alt": "A city",
    "og:title": "Cities",
    "og:type": "article",
    "og:url": "https://a.example/cities/",
    "twitter:card": "summary_large_image",
    "robots": "max-image-preview:large",
}
HEADS = [
    EMPTY,
    EMPTY.replace("</head>", "</HEAD >"),
    EMPTY.replace("</head>", "").replace("<html>", "").replace("</body></html>", ""),
    EMPTY.replace("</title>", "</title><meta property=og:image:width content=1>", 1),
    EMPTY.replace("</title>", '</title><meta name="description" content="og:image > all">', 1),
    EMPTY.replace("</title>", '</title><meta name=x content="property=og:image ">', 1),
    EMPTY.replace("<body>", "<body><meta property='og:image' content='late'>"),
]


@pytest.mark.parametrize("page", HEADS)
def test_a_head_without_picture_gets_one(page: str) -> None:
    """Where a page says nothing of a picture, it says ours, minified or not."""
    assert shared(page).items() >= {**FACTS, "og:image:width": "1536"}.items()


TAGS = [
    '<meta property="og:image" content="theirs">',
    "<meta property='og:image' content='theirs'>",
    "<meta property=og:image content=theirs>",
    "<meta content=theirs property=og:image>",
    '<meta content="a > b" property="og:image">',
    '<META NAME="og:image" CONTENT="theirs"/>',
    '<meta\n  property = "og:image"\n  content="theirs">',
    '<meta property="og:image:url" content="theirs">',
    '<meta property="og:image:secure_url" content="theirs">',
]


@pytest.mark.parametrize("tag", TAGS)
def test_a_picture_of_somebody_else_stays_alone(tag: str) -> None:
    """Where a page has a picture, however it is written, nothing is added."""
    page = EMPTY.replace("</title>", f"</title>{tag}")
    assert social_tags(page, CARD) == page


def test_a_card_of_somebody_else_stays() -> None:
    """The kind of card is the author's, if there is one."""
    card = "<meta name=twitter:card content=summary>"
    assert shared(EMPTY.replace("</title>", f"</title>{card}"))["twitter:card"] == "summary"


@pytest.mark.parametrize("name", ["og:title", "og:type", "og:url", "robots"])
def test_what_a_page_says_of_itself_stays(name: str) -> None:
    """A title or an address of its own is not said a second time."""
    page = social_tags(EMPTY.replace("</title>", f'</title><meta property="{name}" content="theirs">'), CARD)
    assert page.count(f'"{name}"') == 1
    assert 'property="og:image"' in page


def test_what_search_engines_read() -> None:
    """An image, what is to be seen on it, and what made it; whatever the words are, they end no script."""
    for alt in ("A city", HOSTILE, "</script><b>"):
        tree = LexborHTMLParser(social_tags(EMPTY, replace(CARD, alt=alt)))
        said, page = (json.loads(script.text()) for script in tree.css('head > script[type="application/ld+json"]'))
        assert (said["@type"], said["contentUrl"], said["description"]) == ("ImageObject", URL, alt)
        assert said["digitalSourceType"].endswith("/trainedAlgorithmicMedia")
        assert (page["@type"], page["url"]) == ("WebPage", CARD.address)
        assert page["primaryImageOfPage"] == {"@id": said["@id"]} == {"@id": URL}
    assert "digitalSourceType" not in social_tags(EMPTY, replace(CARD, source_type=""))


def test_a_card_that_shows_ours() -> None:
    """Where another plugin has drawn a titled card on our picture, that is the one og:image; the rest is said."""
    theirs = EMPTY.replace("</title>", '</title><meta property="og:image" content="theirs">')
    page = social_tags(theirs, CARD, titled=True)
    assert page.count('"og:image"') == 1
    assert "og:image:alt" not in page
    assert "max-image-preview:large" in page
    assert "primaryImageOfPage" in page
    assert social_tags(theirs, CARD) == theirs


def test_words_are_only_words() -> None:
    """Whatever stands in an alternative text, it is text to a browser."""
    assert shared(EMPTY, HOSTILE)["og:image:alt"] == HOSTILE
    assert "<script>alert" not in social_tags(EMPTY, replace(CARD, url=HOSTILE, alt=HOSTILE, title=HOSTILE))


def test_a_decorative_picture_has_no_words() -> None:
    """Without an alternative text none is claimed."""
    assert "og:image:alt" not in shared(EMPTY, "")


def test_nothing_else_changes() -> None:
    """Without the tags, the page is what it was."""
    page = social_tags(EMPTY, CARD)
    above, below = EMPTY.split("</head>")
    assert page.startswith(above)
    assert page.endswith("</head>" + below)


@pytest.mark.parametrize("page", ["", "<p>No head.</p>", "<head>"])
def test_no_page(page: str) -> None:
    """What is no whole page is left alone."""
    assert social_tags(page, CARD) == page
