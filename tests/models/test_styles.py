"""A style in words: what goes behind a prompt, and colours by their names."""

from __future__ import annotations

import pytest

from mkdocs_illustrate.models.briefs import question
from mkdocs_illustrate.models.colour_words import palette_words
from mkdocs_illustrate.models.styles import manner_of, mistyped, presets
from mkdocs_illustrate.records import Article
from mkdocs_illustrate.style_settings import StyleSettings


@pytest.mark.parametrize(
    ("palette", "words"),
    [
        ((), ""),
        (("#FFF",), "In shades of white #ffffff."),
        (("#000", "#f00"), "In these colours: above all black #000000, with red #ff0000."),
        (
            ("#1b2a41", "#f4b942", "#f6f1e7"),
            "In these colours: above all dark navy #1b2a41, with amber #f4b942 and ivory #f6f1e7.",
        ),
    ],
)
def test_colours_in_words(palette: tuple[str, ...], words: str) -> None:
    """Each has a name that captions use, and its number; the main one is named as that."""
    assert palette_words(palette) == words


def test_what_a_style_comes_to() -> None:
    """A house style goes before a preset of its name; words are words; nothing is nothing."""
    house = {"flat": StyleSettings(text="Ours.\nIn two lines")}
    assert manner_of("flat", house, {}).words == "Ours. In two lines"
    assert manner_of("flat", {}, {}).words == presets()["flat"]
    assert manner_of("ink on linen", house, {}).words == "ink on linen"
    assert manner_of(None, house, {}).words == ""
    assert manner_of("ink", house, {}).facts == {"style": "ink"}
    assert manner_of("flat", house, {}).facts == {"style": None}


@pytest.mark.parametrize(
    ("style", "meant"),
    [("hous", "house"), ("House", "house"), ("house", ""), ("a house", ""), ("ink", ""), ("mosaic", ""), (None, "")],
)
def test_slips(style: str | None, meant: str) -> None:
    """One word that is nearly a name is a slip of it; a preset, a family of the painter and free text are none."""
    assert mistyped(style, {"house": StyleSettings(), "mosaics": StyleSettings()}) == meant


def test_the_question_may_become_better() -> None:
    """The model is asked for message and highlight first; keys count the instruction that there was first."""
    article = Article(page="a.md", title="Tides", words="Tides. The moon moves the sea.")
    sent, counted = question(article, None, None, 900), question(article, None, None, None)
    assert [next(iter((asked.form or {})["properties"])) for asked in (sent, counted)] == ["message", "prompt"]
    assert "highlight: " in sent.messages[0][1]
    assert "highlight" not in counted.messages[0][1]
    own = question(article, None, "Describe a picture:", 900)
    assert own == question(article, None, "Describe a picture:", None)
