"""Laws of reading an article."""

from __future__ import annotations

import pytest
from articles import titled, titles

from mkdocs_illustrate.painter.kit.drawn import join
from mkdocs_illustrate.painter.mosaic.glyphs import glyphs
from mkdocs_illustrate.painter.paint import paint
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


def test_body_alone_needs_density() -> None:
    """One word in passing is no topic."""
    words = "It was a long text about nothing much. " * 60
    article = Article(page="a.md", title="Notes", words=words + "A database is a database.")
    assert not find(article)


def test_join() -> None:
    """Nouns are joined as in speech."""
    assert join(("a", "b", "c")) == "a, b and c"


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
