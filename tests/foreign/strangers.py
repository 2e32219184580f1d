"""What strangers write: JSON with the names that readers look for, broken texts, bytes, and long repetitions."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import strategies as st

TEXT = st.text(st.characters(codec=None), max_size=40)
"""Any characters, halves of some too."""
ODD = st.sampled_from(
    [10**40, -1, 0, 10**5, True, False, None, 1e308, float("inf"), float("nan"), "", " ", "\ud83d", "9" * 30]
)
PLAIN = TEXT | ODD | st.integers() | st.floats()


def values(*likely: Any) -> st.SearchStrategy[Any]:
    """Anything that JSON or YAML can say, with some values that a reader knows."""
    leaf = st.sampled_from(likely) | PLAIN if likely else PLAIN
    return st.recursive(
        leaf, lambda deep: st.lists(deep, max_size=4) | st.dictionaries(TEXT, deep, max_size=4), max_leaves=12
    )


def mappings(*names: str, likely: tuple[Any, ...] = ()) -> st.SearchStrategy[dict[str, Any]]:
    """Mappings in mappings, mostly under names that a reader knows."""
    keys = st.sampled_from(names) | TEXT if names else TEXT
    leaf = st.sampled_from(likely) | PLAIN if likely else PLAIN
    inner = st.recursive(
        leaf, lambda deep: st.lists(deep, max_size=3) | st.dictionaries(keys, deep, max_size=5), max_leaves=20
    )
    return st.dictionaries(keys, inner, max_size=8)


def as_json(value: Any) -> bytes:
    """As a server writes it that does not care."""
    return json.dumps(value).encode()


def damaged(*sound: bytes) -> st.SearchStrategy[bytes]:
    """Sound bytes with some of them changed, cut off, or something put in between."""
    changes = st.lists(st.tuples(st.integers(0, 600), st.binary(max_size=4)), max_size=6)
    return st.builds(_damage, st.sampled_from(sound), changes, st.integers(0, 2000))


def _damage(data: bytes, changes: list[tuple[int, bytes]], end: int) -> bytes:
    for at, put in changes:
        data = data[:at] + put + data[at + len(put) :]
    return data[: len(data) - end] if end < 600 else data


def one_line(error: Exception) -> None:
    """An error can stand in a log: a line of some length, and not without end."""
    text = str(error)
    assert text
    assert len(text) < 2000
    assert "\n" not in text
