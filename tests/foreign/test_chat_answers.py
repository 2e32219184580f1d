"""Answers of chat models: words, or one of our errors in one line, whatever came."""

from __future__ import annotations

import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mkdocs_illustrate.errors import ModelError
from mkdocs_illustrate.models.chat_replies import is_refusal, without_asides, without_thoughts
from mkdocs_illustrate.models.dialects.openai_chat import _parse, _said

from ..page.test_growth import grows_linearly
from .strangers import TEXT, as_json, damaged, mappings, one_line

SOUND = {"choices": [{"message": {"content": "A boat at dawn"}, "finish_reason": "stop"}], "usage": {"cost": 0.1}}
NAMES = ("choices", "message", "content", "text", "type", "refusal", "finish_reason", "error", "usage", "cost")
LIKELY = ("A boat at dawn", "length", "content_filter", "{", "I'm sorry", [{"message": {"content": "A boat"}}])
PIECES = (
    "<think>",
    "</think>",
    "[THINK]",
    "[/THINK]",
    "<|message|>",
    "<|end|>",
    "Note:",
    "\n",
    "I can't",
    " ",
    "a boat",
    "**",
    "\ud83d",
)
WORDS = st.lists(st.sampled_from(PIECES) | TEXT, max_size=12).map("".join)


def _text(body: bytes) -> str | None:
    try:
        return _said(_parse(body))
    except ModelError as error:
        one_line(error)
        return None


@given(mappings(*NAMES, likely=LIKELY))
@example({"choices": [{"message": {"content": [{"type": "text", "text": 7}, {"text": "A boat"}]}}]})
@example({"choices": [{"message": None, "finish_reason": "length"}]})
@example({"choices": {"0": {}}})
@example({"error": [[[]]], "choices": []})
def test_any_json(said: dict[str, object]) -> None:
    """Whatever the answer holds, words come of it, or one line."""
    text = _text(as_json(said))
    assert text is None or text.strip()


@given(st.binary(max_size=300) | damaged(as_json(SOUND)))
@example(b'{"error": [' * 300 + b"1" + b"]}" * 300)
@example(b"[" * 100_000)
@example(b"<html>")
@example(json.dumps({"choices": [{"message": {"content": "x" * 10**6}}]}).encode())
def test_any_bytes(body: bytes) -> None:
    """Bytes that are no answer are one line."""
    text = _text(body)
    assert text is None or len(text) <= 100_000


@given(WORDS)
@example("<think>" * 3)
@example("a</think>b</think>c")
def test_any_words(text: str) -> None:
    """What is said aloud is a part of the answer; asking twice changes nothing of a refusal."""
    aloud = without_thoughts(text)
    assert set(aloud) <= set(text)
    assert is_refusal(aloud) == is_refusal(text) or without_thoughts(aloud) != aloud
    assert without_asides(text)[:1] in text


@pytest.mark.parametrize(
    "case",
    [("", piece, "") for piece in (*PIECES, "<", "[t", "<think", "sorry ", "note: ", "\n**", "<|")]
    + [("x", "</think", ""), ("<think>", "<", "")],
    ids=repr,
)
def test_reading_words_grows_with_their_length(case: tuple[str, str, str]) -> None:
    """No answer, however it was put together, takes more than its length in time."""
    for read in (without_thoughts, without_asides, is_refusal):
        assert grows_linearly(read, case)
