"""Laws of reading an article."""

from __future__ import annotations

import pytest
from articles import titled, titles

from mkdocs_illustrate.painter.kit.drawn import join
from mkdocs_illustrate.painter.mosaic.glyphs import glyphs
from mkdocs_illustrate.painter.paint import paint
from mkdocs_illustrate.painter.topics.captions import caption, key_phrases
from mkdocs_illustrate.painter.topics.find_concepts import find
from mkdocs_illustrate.painter.topics.lexicon import concepts
from mkdocs_illustrate.records import Article

LEAD = "Last month the dashboard took nine seconds to load, and nobody knew why. We looked."


@pytest.mark.parametrize(("title", "concept"), titles())
def test_titles(title: str, concept: str) -> None:
    """Each real title leads to its concept, or to none."""
    found = find(titled(title))
    grave = any(hit.concept.mood == "grave" for hit in found)
    first = "grave" if grave else found[0].concept.name if found else "-"
    assert first == concept


def test_lexicon_names_what_is_drawn() -> None:
    """Every glyph that a concept names exists."""
    named = {name for row in concepts().values() for name in row.glyphs}
    assert named <= set(glyphs())
    assert len(concepts()) >= 140


def test_caption_quotes_unchanged() -> None:
    """A caption is a sentence of the article, word by word."""
    article = titled("Slow", lead=LEAD)
    assert caption(article) == LEAD.removesuffix(" We looked.")


def test_caption_without_a_sentence() -> None:
    """Without a fitting sentence the title speaks."""
    assert caption(titled("Notes on simplicity")) == "Notes on simplicity"


def test_key_phrases() -> None:
    """The title's words lead; no two phrases share a stem."""
    phrases = key_phrases(titled("Why our Postgres queries got slow", lead=LEAD))
    assert phrases[0] == "Postgres queries"
    assert len({word[:6].lower() for phrase in phrases for word in phrase.split()}) == sum(
        len(phrase.split()) for phrase in phrases
    )


def test_body_alone_needs_density() -> None:
    """One word in passing is no topic."""
    words = "It was a long text about nothing much. " * 60
    article = Article(page="a.md", title="Notes", words=words + "A database is a database.")
    assert not find(article)


def test_join() -> None:
    """Nouns are joined as in speech."""
    assert join(("a", "b", "c")) == "a, b and c"


@pytest.mark.parametrize(
    ("lead", "words", "said"),
    [
        (  # what begins with It speaks of something unseen
            "It sounds like a dare. It is the dullest hour of our week.",
            "A release that holds one change needs no meeting, and nobody waits for it.",
            "A release that holds one change needs no meeting, and nobody waits for it.",
        ),
        (  # an abbreviation ends no sentence
            "The talk by Dr. Ada Smith, e.g. on locks, was the best of the day. We left late.",
            "",
            "The talk by Dr. Ada Smith, e.g. on locks, was the best of the day.",
        ),
        ("Run the and then open the in your browser of choice.", "", "Slow"),  # code was taken out
        ("This is far too vague to stand alone anywhere.", "", "Slow"),
        ("The list of tools that we tried in the first week:", "", "Slow"),
        ("Das war es also, und dann kam der Winter ins Tal.", "", "Das war es also"),
    ],
)
def test_captions_stand_by_themselves(lead: str, words: str, said: str) -> None:
    """A caption is whole, and needs no sentence before it; else the title is."""
    article = Article(page="a.md", title="Slow", words=f"Slow. {lead} {words}", lead=lead)
    assert caption(article).startswith(said)


def test_prompts_read_well() -> None:
    """A prompt is one English sentence: the theme, what is shown, the light."""
    article = titled("Why our Postgres queries got slow")
    written = paint(article, seed=1).prompt
    assert written.startswith(
        "Editorial flat vector illustration on the theme of why our Postgres queries got slow: a database on an island"
    )
    assert written.endswith("no text, no lettering.")
    assert "geometric" not in paint(titled("On changing my mind")).prompt
    assert "Abfragen" not in paint(titled("Warum unsere Abfragen langsam wurden", "de")).prompt
