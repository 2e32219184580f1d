"""Laws of hour, season and weather: an article's own words set the hour, the season and the weather."""

from __future__ import annotations

from pathlib import Path

import pytest
from articles import titled

from mkdocs_illustrate.painter.landscapes.landscape_colours import HOURS, SEASONS
from mkdocs_illustrate.painter.landscapes.scenes import scenes
from mkdocs_illustrate.painter.paint import known_motifs, paint
from mkdocs_illustrate.painter.topics.conditions import Conditions, condition_names, conditions_of
from mkdocs_illustrate.records import Article

CASES = [
    (language, title, set(words[0].split()) if words else set())
    for language, title, *words in (
        line.split("\t") for line in (Path(__file__).parent / "conditions.tsv").read_text(encoding="utf-8").splitlines()
    )
]
FILLER = "We talked about the path and the people on it, and wrote it down for everybody. "


def words_of(conditions: Conditions) -> set[str]:
    """Give what was asked for as a set."""
    return {conditions.hour, conditions.season, conditions.weather} - {""}


@pytest.mark.parametrize(("language", "title", "words"), CASES)
def test_titles(language: str, title: str, words: set[str]) -> None:
    """A title asks for an hour, a season, a weather, or for none."""
    assert words_of(conditions_of(titled(title, language))) == words


def test_a_passing_word_asks_for_nothing() -> None:
    """One winter deep in a text is no winter's article."""
    words = FILLER * 10 + "In winter the hut is closed. " + FILLER * 10
    assert conditions_of(Article(page="a.md", title="A hut walk", words=words)) == Conditions()


def test_a_text_that_comes_back_to_it_asks() -> None:
    """A vague title is helped by its first paragraph and its body."""
    lead = "It was late in autumn when we left."
    words = lead + FILLER * 4 + "The autumn leaves lay on the path, as they do in autumn."
    article = Article(page="a.md", title="A hut walk", words=words, lead=lead)
    assert words_of(conditions_of(article)) == {"autumn"}


def test_a_tag_asks() -> None:
    """A tag is as good as a title."""
    article = Article(page="a.md", title="A hut walk", words="A hut walk", tags=("winter",))
    assert words_of(conditions_of(article)) == {"winter"}


def test_wishes_go_before_words() -> None:
    """What `motifs:` names is what is drawn, and sets hour and season of whatever scene there is."""
    article = titled("Autumn walks in the Black Forest")
    assert words_of(conditions_of(article, ("forest", "spring", "night"))) == {"spring", "night"}
    for seed in range(4):
        alt = paint(titled("x"), motifs=("forest", "autumn", "night"), seed=seed).alt
        assert "at night in autumn" in alt or "at night in light mist" in alt


def test_an_hour_alone_is_no_picture() -> None:
    """An hour in `motifs:` leaves the choice of the picture to the article."""
    painting = paint(titled("Hiking in the Alps"), motifs=("dusk",), seed=1)
    assert "mountains" in painting.alt
    assert "at dusk" in painting.alt
    assert paint(titled("Notes"), motifs=("rain",), seed=1).mode == "abstract"


@pytest.mark.parametrize("name", sorted(scenes()))
def test_scenes_obey(name: str) -> None:
    """Every landscape takes the hour that the words ask for, but for what only nights show."""
    for hour in HOURS:
        alt = paint(titled("x"), motifs=(name, hour), style="landscape", seed=2).alt
        shown = {"dawn": "at dawn", "noon": "by day", "dusk": "at dusk", "night": "at night"}
        if not scenes()[name].strict:
            assert shown[hour] in alt


@pytest.mark.parametrize("name", ["fields", "forest", "river", "coast", "village", "mountains"])
def test_chance_makes_no_night_of_a_day(name: str) -> None:
    """Night is for lit windows, harbours, lighthouses and stars, unless the words ask for it."""
    nights = sum("at night" in paint(titled("x"), motifs=(name,), seed=s).alt for s in range(12))
    assert nights == 0 or "night" in scenes()[name].hours


def test_names() -> None:
    """Every hour and season has words, and all names may stand in `motifs:`."""
    assert {*HOURS, *SEASONS, "rain", "snow", "mist"} == set(condition_names())
    assert set(condition_names()) <= set(known_motifs())
