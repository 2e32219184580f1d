"""Laws of the label: whose it is and what made it, in the language of the page."""

from __future__ import annotations

import pytest

from mkdocs_illustrate.figure_settings import FigureSettings
from mkdocs_illustrate.page.labels import label_of

PROMISED = ("en", "de", "fr", "es", "pt", "it", "nl", "pl", "ja", "zh", "ru", "uk", "ko", "ar")
ENGLISH = "AI-generated illustration"


@pytest.mark.parametrize("language", PROMISED)
def test_promised_languages_have_a_label(language: str) -> None:
    """Each has words of its own, which are the page's language."""
    text, foreign = label_of(FigureSettings(), by_model=True, credit="", language=language)
    assert (text != ENGLISH) == (language != "en")
    assert foreign == ""


@pytest.mark.parametrize(
    ("language", "same"), [("de-AT", "de"), ("pt_BR", "pt"), ("PT-br", "pt"), ("zh-CN", "zh"), ("zh_Hans_SG", "zh")]
)
def test_regions_speak_their_language(language: str, same: str) -> None:
    """A region is no other language."""
    said = [label_of(FigureSettings(), by_model=True, credit="", language=code) for code in (language, same)]
    assert said[0] == said[1]


def test_traditional_characters() -> None:
    """Taiwan and Hong Kong write Chinese otherwise."""
    look = FigureSettings()
    said = {label_of(look, by_model=True, credit="", language=code)[0] for code in ("zh-TW", "zh_Hant", "zh-hk", "zh")}
    assert len(said) == 2


@pytest.mark.parametrize("language", ["is", "sw", ""])
def test_other_languages_hear_english(language: str) -> None:
    """And are told so."""
    assert label_of(FigureSettings(), by_model=True, credit="A. B.", language=language) == (f"{ENGLISH} · A. B.", "en")


@pytest.mark.parametrize(
    ("label", "by_model", "credit", "text"),
    [
        (None, False, "", ""),
        (None, False, "A. B.", "A. B."),
        ("Ours", False, "", "Ours"),
        ("Ours", True, "A. B.", "Ours · A. B."),
        (False, True, "A. B.", ""),
    ],
)
def test_what_the_settings_say(label: str | None, by_model: bool, credit: str, text: str) -> None:
    """A text of the author's own is his business, in whatever language."""
    look = FigureSettings(label=label)
    assert label_of(look, by_model=by_model, credit=credit, language="is") == (text, "")
