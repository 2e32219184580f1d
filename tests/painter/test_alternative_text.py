"""Laws of what is said of a drawing, in seven languages."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from mkdocs_illustrate.painter import alternative_text
from mkdocs_illustrate.painter.alternative_text import noun
from mkdocs_illustrate.painter.kit.drawn import Drawn
from mkdocs_illustrate.painter.mosaic.glyphs import glyphs
from mkdocs_illustrate.painter.paint import Painting, known_motifs, paint
from mkdocs_illustrate.records import Article

NOUNS = Path(alternative_text.__file__).with_name("nouns.tsv")
LANGUAGES = ("de", "fr", "es", "pt", "it", "nl")


def painted(language: str, *motifs: str, seed: int | None = None, style: str = "auto") -> Painting:
    """A drawing for a page in a language."""
    article = Article(page="", title="T", words="T", language=language)
    return paint(article, motifs=motifs, seed=seed, style=style)


@pytest.mark.parametrize(
    ("language", "alt", "spoken"),
    [
        ("en", "Isometric illustration of a database on an island", "en"),
        ("de", "Illustration: Datenbank", "de"),
        ("de-AT", "Illustration: Datenbank", "de-AT"),
        ("fr", "Illustration: base de données", "fr"),
        ("es", "Ilustración: base de datos", "es"),
        ("pt_BR", "Ilustração: banco de dados", "pt_BR"),
        ("it", "Illustrazione: database", "it"),
        ("nl", "Illustratie: database", "nl"),
        ("ja", "Isometric illustration of a database on an island", "en"),
    ],
)
def test_the_language_of_the_page(language: str, alt: str, spoken: str) -> None:
    """Seven languages are the painter's own; elsewhere it speaks English, and says so."""
    drawn = painted(language, "database")
    assert (drawn.alt, drawn.alt_language) == (alt, spoken)


@pytest.mark.parametrize(
    ("drawn", "mode", "text"),
    [
        (Drawn(subject="a rocky coast", details=("a lighthouse on a cliff",), setting="at dusk in autumn"), "landscape",
         "Illustration: felsige Küste, Leuchtturm, in der Dämmerung, im Herbst"),
        (Drawn(subject="a pair of gears", details=("a terminal",), setting="on one plate"), "isometric",
         "Illustration: zwei Zahnräder, Terminal"),
        (Drawn(subject="a wedge that meets a disc", setting="in muted colours"), "abstract",
         "Illustration: Keil, der auf eine Scheibe trifft, in gedämpften Farben"),
        (Drawn(subject="geometric tiles in teal and rose", details=("a key",)), "mosaic",
         "Illustration: geometrische Kacheln, Schlüssel"),
        (Drawn(subject="a kitchen", details=("a unicorn",), setting="by day"), "landscape",
         "Illustration: Küche, am Tag"),
    ],
)  # fmt: skip
def test_names_one_after_the_other(drawn: Drawn, mode: str, text: str) -> None:
    """The main thing first, then the others, then when; what has no name is left out."""
    assert alternative_text.alternative_text(drawn, mode, "de") == (text, "de")


def test_a_thing_without_a_name() -> None:
    """Half a text is none: where the main thing has no name, all of it is English."""
    drawn = Drawn(subject="a unicorn", details=("a key",), setting="on an island")
    assert alternative_text.alternative_text(drawn, "isometric", "de")[1] == "en"


def test_the_table_is_whole() -> None:
    """Each row has a name in each language, no row stands twice."""
    with NOUNS.open(encoding="utf-8", newline="") as file:
        head, *rows = csv.reader(file, delimiter="\t")
    assert head == ["en", *LANGUAGES]
    assert all(len(row) == len(head) and all(cell.strip() == cell != "" for cell in row) for row in rows)
    assert len({row[0] for row in rows}) == len(rows)


def test_whatever_is_drawn_has_a_name() -> None:
    """No motif, in no variant, falls back to English in a language that the painter has."""
    drawn = {name: painted("de", name, seed=3) for name in known_motifs()}
    assert [name for name, painting in drawn.items() if painting.alt_language != "de"] == []
    stood = {name: painted("de", name, seed=3, style="isometric") for name in glyphs()}
    assert [name for name, painting in stood.items() if painting.alt_language != "de"] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_icon_has_a_name(language: str) -> None:
    """In each language."""
    assert [glyph.noun for glyph in glyphs().values() if not noun(glyph.noun, language)] == []


@pytest.mark.parametrize("seed", range(2))
def test_the_drawing_is_the_same_in_every_language(seed: int) -> None:
    """Words change no line of it."""
    assert painted("de", "harbour", seed=seed).svg == painted("en", "harbour", seed=seed).svg
