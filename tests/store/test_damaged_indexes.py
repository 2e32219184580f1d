"""A damaged index of the cache, whatever the damage: moved aside and rebuilt, and every value is found again."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_illustrate.store.cache import Cache

KEY, MORE = "a1" * 16, "b2" * 16
VALUE = b"a picture" * 100
_HEADER, _PAGE = 4096, 1024  # where an index says what it is each line counts; further down it is all of one kind


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A sound index of a few values."""
    folder = tmp_path_factory.mktemp("sound")
    cache = Cache(folder)
    for n in range(40):
        cache.put(f"{n:032x}", b"value")
    cache.put(KEY, VALUE)
    cache.close()
    with sqlite3.connect(folder / "v1/cache.db") as base:
        base.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    base.close()
    return (folder / "v1/cache.db").read_bytes()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A cache folder with one value."""
    cache = Cache(tmp_path / "cache")
    cache.put(KEY, VALUE)
    cache.close()
    return tmp_path / "cache"


def survives(folder: Path, damaged: bytes) -> None:
    """What was kept is found, and more can be kept, in this run and in the next."""
    for file in (folder / "v1").glob("*cache.db*"):
        file.unlink()
    (folder / "v1/cache.db").write_bytes(damaged)
    for _ in range(2):
        cache = Cache(folder)
        assert cache.get(KEY) == VALUE
        cache.put(MORE, VALUE)
        assert cache.get(MORE) == VALUE
        cache.close()


@pytest.mark.parametrize("how", ["cut", "zero-filled"])
def test_every_offset(folder: Path, index: bytes, how: str) -> None:
    """Cut at any offset, or nothing but zeros from there on: no error comes out, and no value is lost."""
    assert len(index) > 8448  # there diskcache raised AttributeError
    for offset in (*range(0, _HEADER, 256), 8448, *range(_HEADER, len(index), _PAGE)):
        survives(folder, index[:offset] + bytes(len(index) - offset if how == "zero-filled" else 0))


def test_a_damaged_index_is_moved_aside(folder: Path, index: bytes) -> None:
    """It is kept for a look, and the new one works."""
    survives(folder, index[:4096] + b"\xff" * 8192 + index[12288:])
    assert list((folder / "v1").glob("damaged-*-cache.db"))
    with sqlite3.connect(folder / "v1/cache.db") as base:
        assert base.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    base.close()


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 2**20), st.binary(min_size=1, max_size=600)), min_size=1, max_size=6))
def test_any_damage(tmp_path_factory: pytest.TempPathFactory, index: bytes, spots: list[tuple[int, bytes]]) -> None:
    """Any bytes anywhere: no error comes out, and no value is lost."""
    folder = tmp_path_factory.mktemp("damaged")
    cache = Cache(folder)
    cache.put(KEY, VALUE)
    cache.close()
    damaged = bytearray(index)
    for at, junk in spots:
        damaged[at % len(index) : at % len(index) + len(junk)] = junk
    survives(folder, bytes(damaged))


def test_a_wrong_key_is_no_damage(folder: Path) -> None:
    """A key or a value that is none is refused, and the index stays."""
    cache = Cache(folder)
    for key, value in (("../../x", VALUE), (KEY, "text")):
        with pytest.raises(TypeError):
            cache.put(key, value)  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        cache.get("../../x")
    cache.close()
    assert not list((folder / "v1").glob("damaged-*"))
