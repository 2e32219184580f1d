"""A brief that is none: what comes instead of one is told from one, and buys nothing."""

from __future__ import annotations

import json
import re
import string
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mkdocs_illustrate.characters import visible
from mkdocs_illustrate.errors import BadAnswer, NotAccepted, Refused
from mkdocs_illustrate.models import brief_rules
from mkdocs_illustrate.models.briefs import in_words, question, read_brief
from mkdocs_illustrate.records import Article

from .test_tables import rows

WORDS = "Tides come and go. Twice a day the sea climbs the quay wall and falls again, drawn by the moon."
ARTICLE = Article(page="tides.md", title="Tides", words=WORDS)
SMALL: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "tables/small_model.yml").read_text("utf-8"))
KINDS = ("ERRORS", "TALK", "PLACEHOLDERS", "DATA")


@pytest.mark.parametrize("case", rows("no_briefs"))
def test_what_is_no_brief(case: dict[str, str]) -> None:
    """Errors, data, echoes, loops, talk, tales and heaps of words are none; one line says which, and what came."""
    with pytest.raises(BadAnswer) as raised:
        read_brief(case["said"], ARTICLE)
    said = str(raised.value)
    assert case["why"] in said
    assert said.endswith("set a prompt")
    assert "\n" not in said
    assert len(said) < 250
    assert isinstance(raised.value, NotAccepted) is (case["why"] != brief_rules.FAILED)


@pytest.mark.parametrize("case", SMALL["answers"], ids=lambda case: f"{case['article']}, {case['asked']}")
def test_what_a_small_model_says(case: dict[str, str]) -> None:
    """Real answers of a model that is too small for the question are no briefs."""
    article = Article(page="a.md", **SMALL["articles"][case["article"]])
    with pytest.raises(BadAnswer, match=re.escape(case["why"])):
        read_brief(case["said"], article)


@pytest.mark.parametrize(
    ("kind", "number", "pattern", "text"),
    [(kind, number, *row) for kind in KINDS for number, row in enumerate(getattr(brief_rules, kind))],
)
def test_each_row_catches_its_example(kind: str, number: int, pattern: str, text: str) -> None:
    """What stands in a row of the rules catches the example beside it, and no other row of its kind would."""
    found = [n for n, row in enumerate(getattr(brief_rules, kind)) if re.search(row[0], text, re.IGNORECASE)]
    assert re.search(pattern, text, re.IGNORECASE)
    assert found == [number]


def test_what_the_author_asked_for_is_no_echo() -> None:
    """A prompt in the words of the author's own hint is a prompt."""
    hint = "a harbour at dawn, nets on the quay wall"
    assert hint in question(ARTICLE, hint, None, 900).messages[1][1]
    assert read_brief(hint, ARTICLE).prompt == hint


def test_an_own_instruction_is_told_too() -> None:
    """An echo of the author's instruction is one."""
    told = "Name one thing that stands for the article, and paint it with light:"
    with pytest.raises(NotAccepted, match="repeats the question"):
        read_brief("Name one thing that stands for the article", ARTICLE, told)


def test_the_question_in_words() -> None:
    """Asked once more, it wants no JSON and has no form; an author's own instruction stands as it is."""
    plain = in_words(question(ARTICLE, None, None, 900))
    assert plain.form is None
    assert "JSON" not in str(plain.messages)
    assert "Prompt:" in plain.messages[0][1]
    own = question(ARTICLE, None, "Write a prompt:", 900)
    ((role, asked),) = in_words(own).messages
    assert (role, own.form) == ("user", None)
    assert asked.startswith(f"{own.messages[0][1]}\n\n")


def test_a_key_is_not_quoted() -> None:
    """What came is quoted in short, but not what may be a secret."""
    with pytest.raises(BadAnswer) as raised:
        read_brief("Error: wrong key sk-proj-abcdefghijklmnop", ARTICLE)
    assert "sk-proj" not in str(raised.value)


BIG = 1 << 20


@pytest.mark.parametrize(
    "said",
    [
        "w" * BIG,
        "boat " * (BIG // 5),
        "[" * BIG,
        '{"prompt": ' * (BIG // 11),
        '{"prompt": "' + "\\" * BIG,
        '{"prompt": ' + "9" * BIG + "}",
        "<think>" * (BIG // 7),
        "`" * BIG,
        "```\n" * (BIG // 4),
        "<a" * (BIG // 2),
        "Prompt: " * (BIG // 8),
        "\n-" * (BIG // 2),
        "\ud83d" * BIG,
        "a.a" * (BIG // 3),
        "a " * (BIG // 2),
        "<|end|>" * (BIG // 7),
        "{" * (BIG // 2) + "}" * (BIG // 2),
        "".join(map(chr, range(32, 0xFFFF))),
        "**" * (BIG // 2),
        " " * BIG + "x",
        "?" * BIG,
    ],
    ids=lambda said: ascii(said[:12]),
)
def test_a_megabyte(said: str) -> None:
    """An answer of a megabyte is read as any other, in the time of one."""
    check(said)


def check(said: str) -> None:
    """Any answer is a brief whose fields can be published, or one of our errors in one line."""
    try:
        brief = read_brief(said, ARTICLE)
    except (BadAnswer, Refused) as error:
        texts = [(str(error), 250)]
    else:
        texts = [(brief.prompt, 6000), (brief.alt, 250), (brief.caption, 300)]
    for text, most in texts:
        assert 0 < len(text) <= most
        assert text == visible(text) == " ".join(text.split())
        text.encode()


ANY = st.text(st.characters(codec=None))
MARKS = """{ } [ ] : " ? ** ``` "prompt" "prompt": <think> </think> <b> </b> <|message|> \\u"""
TALK = "Prompt: Alt: Note: Error the sorry null"
DRESSED = st.sampled_from([*MARKS.split(), *TALK.split(), "\n\n", "\ud83d", "\u200b", "a\u0301", "A boat at low tide"])
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | ANY,
    lambda deep: st.lists(deep, max_size=4) | st.dictionaries(st.sampled_from(["prompt", "alt", "caption", "x"]), deep),
)


@given(ANY | st.lists(DRESSED | st.text(string.printable, max_size=9)).map("".join) | JSON.map(json.dumps))
@example('{"prompt": "\\ud83d", "alt": "\\udc00"}')
@example("\x85")
@settings(deadline=None, max_examples=300)
def test_any_answer(said: str) -> None:
    """Whatever a chat model says is a brief or one of our errors; a traceback it is never."""
    check(said)
