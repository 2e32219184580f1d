"""Laws of what is chosen: a list of real titles, and long texts with passing words in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_illustrate.page.article import read_article
from mkdocs_illustrate.painter.islands.props import props
from mkdocs_illustrate.painter.kit.chance import Rng
from mkdocs_illustrate.painter.landscapes.scenes import scenes
from mkdocs_illustrate.painter.paint import paint, repertoire
from mkdocs_illustrate.painter.topics.choice import Choice, choose
from mkdocs_illustrate.painter.topics.find_concepts import find
from mkdocs_illustrate.painter.topics.lexicon import concepts
from mkdocs_illustrate.records import Article

HERE = Path(__file__).parent
LISTS = ("titles_mixed.tsv", "titles_more.tsv", "titles_wide.tsv")
LONG = {
    "allotment": ("fields",),
    "markt": ("village",),
    "orchestra": ("music",),
    "reliability": ("chart", "magnifier"),
    "tidewalk": ("coast",),
    "ward": ("grave",),
}
GRAVE_IN_EVERY_LANGUAGE = (
    ("en", "The war that my grandmother would not talk about"),
    ("en", "Suicide prevention in schools"),
    ("de", "Leben mit Krebs"),
    ("de", "Das Hochwasser im Ahrtal"),
    ("fr", "Vivre après un deuil"),
    ("fr", "Les violences conjugales en France"),
    ("es", "La guerra y los niños"),
    ("es", "El terremoto de 1985"),
    ("pt", "A morte do meu pai"),
    ("pt", "Violência doméstica: como pedir ajuda"),
    ("it", "Il terremoto dell'Aquila"),
    ("it", "Superare un lutto"),
    ("nl", "De oorlog van mijn opa"),
    ("nl", "Leven met kanker"),
)
NOT_GRAVE = (
    "The process died",
    "Dead code",
    "kill -9",
    "Inside the war room",
    "Deadlock",
    "The deadline is Friday",
    "Disaster recovery for databases",
    "Dead letter queues explained",
    "Postmortem: when the cache died",
    "A killer feature",
    "Our laptop died on the way to the conference",
    "Price wars and what they teach",
    "Fatal errors and how to log them",
    "Preventing abuse of a public API with rate limits",
    "Orphaned child processes",
)


def cases() -> list[tuple[Article, tuple[str, ...]]]:
    """Read the lists: language, accepted outcomes, title, tags, lead."""
    found = []
    for name in LISTS:
        for line in (HERE / name).read_text(encoding="utf-8").splitlines():
            language, accepted, title, tags, lead = (line.split("\t") + [""] * 5)[:5]
            words = f"{title}. {lead}" if lead else title
            article = Article(
                page="page.md",
                title=title,
                words=words,
                lead=lead,
                language=language,
                tags=tuple(tag.strip() for tag in tags.split(",") if tag.strip()),
            )
            found.append((article, tuple(accepted.split())))
    return found


def chosen(article: Article) -> Choice:
    """Choose for an article."""
    return choose(find(article), "auto", (), Rng(article.title), repertoire())


def outcomes(choice: Choice) -> set[str]:
    """Name what a choice shows: `coast`, `coast/lighthouse`, `database`, `-` or `grave`."""
    if choice.grave:
        return {"grave"}
    if choice.mode == "landscape":
        variant = choice.concept.variant if choice.concept else ""
        return {choice.scene, f"{choice.scene}/{variant}"}
    shown = choice.things if choice.mode in {"abstract", "mosaic"} else choice.things[:1]
    return set(shown) or {"-"}


def test_the_list_is_long_and_mixed() -> None:
    """There are enough titles, in all languages, and they name what can be drawn."""
    assert len(cases()) >= 500
    assert {article.language for article, _ in cases()} == {
        "en",
        "de",
        "fr",
        "es",
        "pt",
        "it",
        "nl",
    }
    glyphs = {name for row in concepts().values() for name in row.glyphs}
    known = {*scenes(), *props(), *glyphs, "grave", "-"}
    assert {name.split("/")[0] for _, accepted in cases() for name in accepted} <= known


def test_titles_lead_to_what_suits_them() -> None:
    """At least 95 in a hundred are right, a miss is an abstract picture, and nothing is silly."""
    missed: list[tuple[str, list[str]]] = []
    silly: list[tuple[str, list[str]]] = []
    for article, accepted in cases():
        shown = outcomes(chosen(article))
        if shown & set(accepted):
            continue
        (missed if shown == {"-"} else silly).append((article.title, sorted(shown)))
    assert not silly
    assert len(missed) <= 0.05 * len(cases()), missed


@pytest.mark.parametrize("name", sorted(LONG))
def test_long_texts_do_not_drift(name: str) -> None:
    """A passing word of another field does not lead a long text astray."""
    source = (HERE / "long_texts" / f"{name}.md").read_text(encoding="utf-8")
    language = "de" if name == "markt" else "en"
    assert outcomes(chosen(read_article("a.md", source, {}, language))) & set(LONG[name])


@pytest.mark.parametrize(("language", "title"), GRAVE_IN_EVERY_LANGUAGE)
def test_grave_titles(language: str, title: str) -> None:
    """Illness, death, war, disaster and violence are grave in every language that is read."""
    article = Article(page="a.md", title=title, words=title, language=language)
    assert chosen(article).grave


@pytest.mark.parametrize(
    ("motifs", "things"), [(["death"], ()), (["war", "clock"], ("clock",)), (["clock", "illness"], ("clock",))]
)
def test_grave_motifs(motifs: list[str], things: tuple[str, ...]) -> None:
    """A grave word in `motifs:` is as muted as one in the text, whatever stands beside it."""
    choice = choose((), "auto", motifs, Rng("1"), repertoire())
    mode = "mosaic" if things else "abstract"
    assert (choice.mode, choice.grave, choice.things) == (mode, True, things)
    painting = paint(Article(page="a.md", title="A quiet day", words="A quiet day"), motifs=tuple(motifs))
    assert "muted colours" in painting.alt


@pytest.mark.parametrize("title", NOT_GRAVE)
def test_figures_of_speech_are_not_grave(title: str) -> None:
    """Machines die, code is dead, and rooms are for war: nobody mourns."""
    assert not chosen(Article(page="a.md", title=title, words=title)).grave


def test_a_title_that_the_text_forgets_is_a_figure_of_speech() -> None:
    """A word of the title counts less if a long text never comes back to it."""
    words = "We talked about who decides and how, and wrote it down for everybody. " * 12
    alone = Article(page="a.md", title="Climbing a mountain", words="Climbing a mountain")
    forgotten = Article(page="a.md", title="A mountain of mail", words=words)
    assert chosen(alone).scene == "mountains"
    assert chosen(forgotten).mode != "landscape"


def test_the_body_counts_without_the_title() -> None:
    """A vague title does not hide what the text is about."""
    source = (
        "# What we learned\n\nThe hut stood above the larch trees, and the path to the ridge was "
        "steep. We met marmots, crossed two snowfields and drank from a stream below the glacier."
    )
    assert chosen(read_article("a.md", source, {})).scene == "mountains"


def test_the_variant_is_drawn() -> None:
    """A lighthouse in the title is a lighthouse in the picture, whatever the seed."""
    title = "The lighthouse keeper's last summer"
    article = Article(page="a.md", title=title, words=title)
    for seed in range(6):
        assert "lighthouse" in paint(article, seed=seed).alt


def test_the_lexicon_is_wide() -> None:
    """There are some 250 concepts, and each may be drawn as a scene, things or icons."""
    assert len(concepts()) >= 250
    for row in concepts().values():
        assert row.mood == "grave" or set(row.scenes) & set(scenes()) or row.glyphs
        assert row.stems
        for name in row.scenes:
            assert name in scenes()
        places = [scenes()[name] for name in row.scenes]
        assert not row.variant or any(row.variant in place.variants for place in places)
