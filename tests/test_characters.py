"""Texts that are kept and texts that are published."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_illustrate.characters import all_whole, visible, whole

_TURNS = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
ANY = st.text(st.characters(codec=None))  # halves of characters too


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("A cat \u202egnp.exe\u202c", "A cat gnp.exe"),
        ("\u200ea\u200f b\u061c", "a b"),
        ("Donau\u00addampf", "Donaudampf"),
        ("a\U000e0041\U000e0042\U000e007fb", "ab"),
        ("\x1b[31mred\x07", " [31mred "),
        ("one\r\ntwo\u2028three", "one two three"),
        ("\ufeffa\u200b\u2060\u2066b\u2069", "ab"),
        ("half \ud83d", "half \ufffd"),
        ("whole \ud83d\ude00", "whole 😀"),
        ("a\u200db\u200c", "ab"),
        ("a\U000e0101\U000e0102\ufe01", "a"),
        ("❤\ufe0f\ufe01\U000e0130", "❤\ufe0f"),
        ("ㅤ\u115f\u1160\uffa0x", "x"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("👩\u200d🚀 ❤\ufe0f 1\ufe0f\u20e3", "👩\u200d🚀 ❤\ufe0f 1\ufe0f\u20e3"),
        ("क्\u200dष \u0600\u0661", "क्\u200dष \u0600\u0661"),
        ("Grüße, “日本” — naïve", "Grüße, “日本” — naïve"),
    ],
)
def test_what_is_seen_is_left(text: str, left: str) -> None:
    """What people see stays to the letter, joined scripts and emoji too; what they don't see goes."""
    assert visible(text) == left


@given(ANY)
def test_nothing_unseen_is_published(text: str) -> None:
    """Of any text nothing is left that turns the direction, controls, or can't be written; twice is once."""
    left = visible(text)
    left.encode()
    assert visible(left) == left
    kinds = {unicodedata.category(c) for c in left if c not in "\u200c\u200d"}
    assert not kinds & {"Cc", "Cs", "Zl", "Zp"}
    assert not {unicodedata.bidirectional(c) for c in left} & _TURNS


@given(st.recursive(ANY | st.integers() | st.none(), lambda deep: st.lists(deep) | st.dictionaries(ANY, deep)))
def test_what_is_kept_can_be_written(value: object) -> None:
    """Texts of any shape can be written; a sound one is left as it is."""
    json.dumps(all_whole(value), ensure_ascii=False).encode()
    assert all_whole({"seed": [10**5000]}) == {"seed": [None]}
    assert whole("Grüße \u202e") == "Grüße \u202e"
