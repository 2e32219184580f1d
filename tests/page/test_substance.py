"""Laws of an article's substance: what a sketch sees of a change, and which titles say the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_illustrate.page.substance import drift, same_title, sketch

EIGHTY = """
Night trains cross the continent while we sleep. They save a day of travelling each way, and a hotel bill. A bed, a
lamp, a window with the lights of small stations going by: more comfort nobody needs. The network was nearly gone ten
years ago, when cheap flights took the passengers and old coaches were scrapped without a successor. Now new lines open
each winter, from Brussels to Prague and from Stockholm to Berlin, because people want to arrive with a good
conscience.
"""
GERMAN = """
Nachtzüge durchqueren den Kontinent, während wir schlafen. Sie sparen einen Reisetag in jeder Richtung und dazu die
Hotelrechnung. Ein Bett, eine Lampe, ein Fenster, an dem die Lichter kleiner Bahnhöfe vorüberziehen.
"""
JAPANESE = (
    "夜行列車は眠っている間に大陸を横断し、移動の一日とホテル代を節約します。小さな駅の灯りが窓の外を流れていきます。"
)


def moved(before: str, now: str) -> float:
    """The drift from one text to another."""
    found = drift(sketch(before), sketch(now))
    assert found is not None
    return found


@pytest.mark.parametrize("text", [EIGHTY, GERMAN, JAPANESE], ids=["English", "German", "Japanese"])
def test_small_edits_move_an_article_little(text: str) -> None:
    """A typo, another case, other punctuation, another order of sentences: all of it is the same article."""
    assert moved(text, text.upper()) == 0
    assert moved(text, text.replace(".", "!").replace("。", "! ").replace(",", " -")) == 0
    assert moved(text, text[:30] + text[31:]) < 0.15
    assert moved(text, f"{text[len(text) // 2 :]} {text[: len(text) // 2]}") < 0.1


@pytest.mark.parametrize("text", [EIGHTY, GERMAN, JAPANESE], ids=["English", "German", "Japanese"])
def test_another_article_is_far(text: str) -> None:
    """An article about something else shares a few small words at most, and one that grew by half has moved."""
    others = {EIGHTY, GERMAN, JAPANESE} - {text}
    assert all(moved(text, other) > 0.8 for other in others)
    assert moved(text, "") == moved("", text) == 1
    assert moved(text[: len(text) // 2], text) > 0.3


@pytest.mark.parametrize("length", [60, 128, 129, 600, 8000])
@pytest.mark.parametrize("share", [0.0, 0.1, 0.3, 0.6, 1.0])
def test_the_share_is_the_one_that_changed(length: int, share: float) -> None:
    """What a sketch says is the share of words that differ, for short and long articles alike."""
    words = [f"word{n}" for n in range(length)]
    other = [f"other{n}" if n < length * share else word for n, word in enumerate(words)]
    off = abs(moved(" ".join(words), " ".join(other)) - share)
    assert off < (0.02 if length <= 128 else 0.12)


def test_a_sketch_is_short() -> None:
    """It stands in a file that people read."""
    assert len(sketch(" ".join(f"word{n}" for n in range(50_000)))) < 530


@pytest.mark.parametrize("text", ["", "0", "3 abc", "x YWJj", "9999999999 YWJj", "1 YW=j", "-1 YWJj"])
def test_what_is_no_sketch(text: str) -> None:
    """A sketch that people or another version wrote says nothing, rather than something wrong."""
    assert drift(text, sketch(EIGHTY)) is None


@given(st.text(max_size=300), st.text(max_size=300))
def test_a_drift_is_a_share(one: str, other: str) -> None:
    """Any two texts have a drift from 0 to 1, the same both ways, and none to themselves."""
    assert 0 <= moved(one, other) == moved(other, one) <= 1
    assert moved(one, one) == 0


@given(st.from_regex(r"\d{1,4} ([\w-]{4}){0,40}", fullmatch=True))
def test_any_sketch_can_be_compared(text: str) -> None:
    """A sketch that somebody changed has a drift, too, or none."""
    found = drift(text, sketch(EIGHTY))
    assert found is None or 0 <= found <= 1


SAME = [
    ("Night trains", "night trains!"),
    ("Night trains", "Nihgt trains"),
    ("Cities of the Future", "Cites of the future"),
    ("Website", "Web site"),
    ("Straße nach Süden", "STRASSE NACH SÜDEN"),
    ("Configuration", "Confguration"),
    ("夜行列車", "夜行列車！"),
    ("", ""),
]
OTHER = [
    ("Night trains", "Night planes"),
    ("Version 1", "Version 2"),
    ("2025", "2026"),
    ("Plan A", "Plan B"),
    ("How to bake", "How to bike"),
    ("Trains", "Trains and planes"),
    ("夜行列車", "夜行飛行"),
    ("Trains", ""),
]


@pytest.mark.parametrize(("before", "now"), SAME)
def test_titles_that_say_the_same(before: str, now: str) -> None:
    """Case, punctuation, spaces and a typo make no other title."""
    assert same_title(before, now)
    assert same_title(now, before)


@pytest.mark.parametrize(("before", "now"), OTHER)
def test_titles_that_say_something_else(before: str, now: str) -> None:
    """Another word, another number, a word more: another title."""
    assert not same_title(before, now)
    assert not same_title(now, before)
