"""What is wanted for a figure, and its keys: what is sent counts, and nothing else does."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from mkdocs_illustrate.records import Order, Recipe
from mkdocs_illustrate.shapes import Shape
from mkdocs_illustrate.studio.keys import (
    brief_question,
    edited_prompt,
    order_key,
    picture_order,
    prompt_limit,
    text_key,
    value_key,
)

from .small_site import TEXT, SmallSite

CHANGES: dict[str, tuple[dict[str, Any], dict[str, Any], str]] = {
    "another seed": ({}, {"seed": 4}, TEXT),
    "another size": ({}, {"size": "48x64"}, TEXT),
    "another style": ({}, {"style": "ink"}, TEXT),
    "the house style": ({"style": "ink"}, {}, TEXT),
    "another note": ({}, {"note": "in the rain"}, TEXT),
    "another prompt": ({}, {"prompt": "A tram"}, TEXT),
    "another text": ({}, {}, TEXT + "\nAnd leave in the morning.\n"),
    "another writer": ({"chat": {"model": "other"}}, {}, TEXT),
    "other instructions": ({"chat": {"instructions": "Write:"}}, {}, TEXT),
    "an option of the writer": ({"chat": {"options": {"temperature": 0}}}, {}, TEXT),
    "another artist": ({"image": {"model": "other"}}, {}, TEXT),
    "an option of the artist": ({"image": {"options": {"steps": 3}}}, {}, TEXT),
    "the artist's seed": ({"image": {"seed": 4}}, {}, TEXT),
}
NO_CHANGES: dict[str, dict[str, Any]] = {
    "words of the page": {"wishes": {"alt": "Boats", "caption": "Evening", "placement": "end", "pin": True}},
    "addresses": {"chat": {"base_url": "http://127.0.0.1:8/v1"}, "image": {"base_url": "http://127.0.0.1:8/v1"}},
    "patience": {"concurrency": 1, "timeout": {"image": 3.0}},
    "folders": {"cache_dir": "else", "portfolio": "pictures"},
    "what may be bought": {"budget": {"pictures": 1}, "generate": "never", "frozen": True},
    "the look": {"figure": {"widths": [100], "formats": ["avif"], "credit": False}},
    "keys": {"image": {"api_key_env": "ELSE"}},
}


def changed(small: SmallSite, options: dict[str, Any]) -> None:
    """Some settings changed, below their headings."""
    for name, value in options.items():
        small.options[name] = small.options.get(name, {}) | value if isinstance(value, dict) else value


@pytest.mark.parametrize("name", CHANGES)
def test_what_is_sent_is_in_the_key(small: SmallSite, name: str) -> None:
    """Whatever changes what a model is sent changes the key."""
    before = small.plan().key
    options, wishes, text = CHANGES[name]
    changed(small, options)
    assert small.plan(text=text, **wishes).key != before


@pytest.mark.parametrize("name", NO_CHANGES)
def test_what_is_not_sent_is_in_no_key(small: SmallSite, name: str) -> None:
    """Whatever is not sent changes no key: nobody pays for it again."""
    before = small.plan().wanted
    options = dict(NO_CHANGES[name])
    wishes = options.pop("wishes", {})
    changed(small, options)
    after = small.plan(**wishes).wanted
    assert (after.key, after.brief_key) == (before.key, before.brief_key)


def test_a_page_decides_before_the_settings(small: SmallSite) -> None:
    """Size, ratio, seed and style of the page stand above the settings', a seed of 0 as well."""
    small.set("image", seed=5)
    small.options["style"] = "ink"
    plain = small.plan().wanted
    assert (plain.asked, plain.shape, plain.ratio, plain.seed, plain.style) == (
        "64x48",
        Shape(64, 48),
        4 / 3,
        5,
        "ink",
    )
    mine = small.plan(aspect_ratio="16:9", seed=0, style="oil").wanted
    assert (mine.asked, mine.shape, mine.seed, mine.style) == ("16:9", Shape(16, 9), 0, "oil")
    assert small.plan(size="32x64").wanted.shape == Shape(32, 64)
    del small.options["image"]["size"]
    bare = small.plan().wanted
    assert (bare.asked, bare.shape, bare.ratio) == (None, None, None)
    small.set("image", aspect_ratio="3:2")
    assert small.plan().wanted.asked == "3:2"


def test_an_own_prompt_needs_no_brief(small: SmallSite) -> None:
    """A prompt of one's own is what is drawn, stands in the facts for the title, and asks no chat model."""
    wanted = small.plan(prompt="A tram").wanted
    assert (wanted.brief_key, wanted.prompt, wanted.facts["title"]) == ("", "A tram", "A tram")
    small.set("chat", model="other")
    assert small.plan(prompt="A tram").wanted.key == wanted.key
    assert small.plan(prompt="A boat").wanted.key != wanted.key


def test_the_facts(small: SmallSite) -> None:
    """A writer or painter that reads for itself gets the article in its parts."""
    text = "# Harbour\n\nBoats come home.\n\n## Nets\n\nThey are mended.\n"
    (plan,) = small.page_plan(
        text=text, illustrate=True, tags=["sea"], illustrate_with={"motifs": ["boat"], "style": "ink"}
    ).figures
    assert plan.wanted.facts == {
        "title": "Harbour",
        "words": plan.article.words,
        "lead": "Boats come home.",
        "headings": ["Nets"],
        "tags": ["sea"],
        "language": "en",
        "style": "ink",
        "motifs": ["boat"],
    }
    assert "They are mended." in plan.article.words


def test_only_a_painter_is_sent_the_article(small: SmallSite) -> None:
    """An image model of a vendor gets the prompt and not the article; the painter asks for no brief."""
    plan = small.plan()
    sent = picture_order(plan.wanted, "A boat", plan.image)
    assert sent.body == {"model": "artist", "prompt": "A boat", "size": "64x48"}
    small.options["image"] = {}
    drawn = small.plan()
    assert drawn.wanted.brief_key == ""
    assert picture_order(drawn.wanted, "", drawn.image).body["title"] == "Harbour"


def test_the_question(small: SmallSite) -> None:
    """The chat model is told the limit and the hint; a writer on this machine gets the facts beside it."""
    plan = small.plan(note="in the rain")
    asked = brief_question(plan.article, plan.wish, small.settings, 700, {"title": "x"})
    texts = [text for _, text in asked.messages]
    assert "700" in texts[0]
    assert "in the rain" in texts[1]
    assert "Boats come home" in texts[1]
    assert asked.facts == {"title": "x"}
    assert asked.form is not None


@pytest.mark.parametrize(
    ("taken", "style", "limit"),
    [
        (None, "", 1200),
        (None, "ink" * 100, 1200),
        (32_000, "", 1200),
        (1000, "", 999),
        (1201, "", 1200),
        (500, "a" * 100, 399),
        (500, "a" * 450, 120),
        (100, "a" * 90, 100),
    ],
)
def test_how_long_a_prompt_may_be(small: SmallSite, taken: int | None, style: str, limit: int) -> None:
    """The model's limit less the style, at most what is usual, and never too short to say anything."""
    plan = small.plan(**({"style": style} if style else {}))
    plan.image.prompt_limit = taken
    assert prompt_limit(plan.wanted, plan.image) == limit


@pytest.mark.parametrize(
    ("recipe", "found"),
    [
        (None, None),
        (Recipe(prompt="By hand"), None),
        (Recipe(prompt="By hand", draft=text_key("By hand")), None),
        (Recipe(prompt="By hand", draft=text_key("A boat")), "By hand"),
        (Recipe(prompt=" By hand ", draft=text_key("By hand")), " By hand "),
        (Recipe(prompt="", draft=text_key("A boat")), None),
        (Recipe(prompt=" \n", draft=text_key("A boat")), None),
    ],
)
def test_a_prompt_that_was_edited(recipe: Recipe | None, found: str | None) -> None:
    """A recipe's prompt is somebody's own once it is not the draft any more."""
    assert edited_prompt(recipe) == found


def test_keys_are_for_ever() -> None:
    """The hash of a value depends on nothing but the value: not on order, machine or run."""
    assert value_key({"b": 1, "a": "ü"}) == value_key({"a": "ü", "b": 1}) == "9e638ba662cf35927d64a82a7a37816a"
    assert value_key({"at": date(2026, 1, 2)}) == value_key({"at": "2026-01-02"})
    assert text_key("ü") == "607474ca475a9724d7360aba71a56d5d"
    assert len(text_key("half a \ud83d")) == 32
    orders = [Order(vendor=v, path=p, body=b) for v, p, b in (("v", "p", {}), ("w", "p", {}), ("v", "q", {}))]
    assert len({order_key(order) for order in orders}) == 3
    assert order_key(orders[0]) == value_key({"vendor": "v", "path": "p", "body": {}})


def test_the_same_words_are_one_picture(small: SmallSite) -> None:
    """Two pages of the same text share a picture; a page's name is not sent."""
    assert small.plan("a.md").key == small.plan("b.md").key
