"""Laws of what a site says of itself, and of what every documentation says: it tells nothing about one page."""

from __future__ import annotations

from collections import Counter

import pytest
from site_pages import SITE, TITLES, page

from mkdocs_illustrate.painter.paint import paint, pinned
from mkdocs_illustrate.painter.topics.site_words import said_by, without_name
from mkdocs_illustrate.records import Article

EVERYDAY = {"browser", "books", "code", "terminal", "laptop", "gears", "document"}


def shown(article: Article, site: tuple[str, ...] = SITE) -> tuple[str, set[str]]:
    """The manner, and what is drawn."""
    mode, names = pinned(article, site=site)
    return mode, set(names)


def test_no_prop_stands_everywhere() -> None:
    """On thirty pages of one documentation nothing stands on more than a quarter of them, not even beside something."""
    props = Counter(name for title in TITLES for name in shown(page(title))[1])
    assert max(props.values()) <= len(TITLES) // 4
    told = [title for title in TITLES if shown(page(title))[0] != "abstract"]
    assert len(told) >= len(TITLES) * 0.6


def test_a_page_hangs_on_no_other() -> None:
    """The same page is drawn the same, whatever else the site has by then."""
    first = paint(page("Validation"), site=SITE).svg
    for title in TITLES:
        paint(page(title), site=SITE)
    assert paint(page("Validation"), site=SITE).svg == first


@pytest.mark.parametrize("title", ["Static files", "Permissions", "Sub-applications"])
def test_everyday_things_stand_for_who_names_them(title: str) -> None:
    """Browser, books and code in the text alone show nothing; a title about them does."""
    assert not EVERYDAY & shown(page(title))[1]


@pytest.mark.parametrize(("title", "prop"), [("Ten shell tricks", "terminal"), ("Browser support", "browser")])
def test_a_title_about_an_everyday_thing(title: str, prop: str) -> None:
    """It is what the page is about."""
    assert prop in shown(page(title))[1]


@pytest.mark.parametrize(
    ("title", "thing"),
    [
        ("Larkspur people", "people"),
        ("Query parameters", "target"),
        ("Request body", "mail"),
        ("WebSockets", "network"),
        ("Upgrading from version 1", "suitcase"),
        ("Testing", "flask"),
        ("Templates", "pencil"),
        ("Validation", "shield"),
        ("Images", "camera"),
        ("Alternatives", "scales"),
        ("Site search", "magnifier"),
    ],
)
def test_what_manuals_speak_of(title: str, thing: str) -> None:
    """The pages that documentation has most show something of their own."""
    assert thing in shown(page(title))[1]


@pytest.mark.parametrize(
    "title",
    [
        "How To - Recipes", "git sparse-checkout", "Code blocks", "Branches and forks", "Cherry-picking commits",
        "Shell completion", "Breadcrumbs", "Toasts", "Carousel", "Islands architecture", "Streams", "Pools", "Fields",
        "Leaf nodes", "Beans", "Celery", "Pickle", "Chef recipes", "Salt states", "Windows", "Home", "Garden", "Space",
        "Beach", "Menu", "Kitchen sink", "Cookbook", "Fire", "Storm", "Kill a process", "Orphan records", "Seeds",
    ],
)  # fmt: skip
def test_words_of_software_are_no_things(title: str) -> None:
    """On the site of a framework a branch is no tree, and recipes are no meal."""
    mode, names = shown(page(title))
    assert mode != "landscape"
    assert not names & {"cart", "plant", "house", "kitchen", "garden", "forest"}


def test_a_kitchen_on_a_site_about_bread() -> None:
    """What a blog is about may stand on each of its pages."""
    words = "Your first loaf. Flour, water, salt, and a starter. Knead the dough, let the bread rise, heat the oven."
    article = Article(page="", title="Your first loaf", words=words, lead="Flour, water, salt, and a starter.")
    assert shown(article, ("The Bread Blog", "Baking at home"))[0] == "landscape"


def test_a_travel_story_on_the_blog_of_a_framework() -> None:
    """A page that is really about a place has its place, whatever the site is about."""
    words = "A weekend in the mountains. We hiked from the hut over the ridge to the summit. Larch, marmots, snow."
    article = Article(page="", title="Our team in the Alps: hiking", words=words * 2, lead=words, tags=("hiking",))
    assert shown(article)[0] == "landscape"


ALPS = ("Alpine notes", "Hiking and ski tours in the Alps")


@pytest.mark.parametrize(
    ("title", "manner"),
    [("Two days on the ridge", "landscape"), ("Our newsletter", "abstract"), ("Hiking with a phone", "landscape")],
)
def test_a_site_about_places_keeps_to_them(title: str, manner: str) -> None:
    """Its pages do not jump to islands for a thing that is only touched."""
    words = f"{title}. We hiked over the ridge to the summit; the trail was steep, the hut was full, marmots whistled."
    text = "We write to you once a month." if title == "Our newsletter" else words
    assert shown(Article(page="", title=title, words=f"{title} {text}", lead=text), ALPS)[0] == manner


@pytest.mark.parametrize(
    ("name", "title", "left"),
    [
        ("FastAPI", "About FastAPI versions", "About versions"),
        ("Material for MkDocs", "Why material for mkdocs?", "Why ?"),
        ("uv", "Using uv with Docker", "Using uv with Docker"),
        ("", "Using it", "Using it"),
        ("Larkspur", "Larkspurs in the garden", "Larkspurs in the garden"),
    ],
)
def test_the_name_of_a_site_is_left_out(name: str, title: str, left: str) -> None:
    """As a word of its own, in any case; not where it is as short as any word."""
    article = without_name(Article(page="", title=title, words=title), (name, ""))
    assert " ".join(article.title.split()) == left


def test_a_site_that_says_nothing() -> None:
    """Its pages are drawn as they were."""
    assert said_by(("Notes", "")) == frozenset()
    article = page("Caching")
    assert paint(article, site=("Notes", "")).svg == paint(article).svg
