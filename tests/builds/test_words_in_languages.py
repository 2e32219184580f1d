"""Words in the language of their page, and in English with a mark where there are none."""

from __future__ import annotations

import pytest

from mkdocs_illustrate.testing.server import ModelServer
from tests.sites import CITIES, KEYS, SiteMaker


@pytest.mark.parametrize(("language", "begins", "spoken"), [("de", "Illustration: ", None), ("ja", "Flat ", "en")])
def test_a_drawing_speaks_as_its_page(site: SiteMaker, language: str, begins: str, spoken: str | None) -> None:
    """An alternative text in another language says so, for who reads it aloud."""
    site.page("index.md", CITIES, illustrate=True)
    site.config["theme"] = {"name": "material", "language": language, "font": False}
    (figure,) = site.build("--strict").figures()
    assert figure["img"]["alt"].startswith(begins)
    assert figure["img"].get("lang") == spoken


def test_words_of_a_person_are_in_their_language(site: SiteMaker) -> None:
    """What the front matter says has no mark."""
    site.page("index.md", CITIES, illustrate=True, illustrate_with={"alt": "未来の都市"})
    site.config["theme"] = {"name": "material", "language": "ja", "font": False}
    (figure,) = site.build("--strict").figures()
    assert (figure["img"]["alt"], figure["img"].get("lang")) == ("未来の都市", None)


@pytest.mark.parametrize(
    ("language", "label"), [("fr", ">Illustration générée par IA<"), ("is", ' lang="en">AI-generated illustration<')]
)
def test_the_label_speaks_as_its_page(site: SiteMaker, server: ModelServer, language: str, label: str) -> None:
    """Below a model's picture."""
    site.page("index.md", CITIES, illustrate=True)
    site.models(server.url)
    site.config["theme"] = {"name": "material", "language": language, "font": False}
    built = site.build(**KEYS)
    assert f'<small class="illustration__label"{label}' in built.html("index.html")
    assert "lang" not in built.figures()[0]["img"]
