"""Answers as they came: there until they were read, for the question that they answer, and then gone."""

from __future__ import annotations

import os
import time
from pathlib import Path

from mkdocs_illustrate.store.incoming import Incoming

MARK, OTHER = "0" * 64, "1" * 64


def test_an_answer_waits_to_be_read(tmp_path: Path) -> None:
    """Another process finds the very bytes and what their reader needs, until they are dropped."""
    Incoming(tmp_path).put("k1", MARK, b"a\nb\x00", {"Seed": "7", "Set-Cookie": "secret"})
    found = Incoming(tmp_path).get("k1", MARK)
    assert found is not None
    assert (found.body, dict(found.headers)) == (b"a\nb\x00", {"seed": "7"})
    assert Incoming(tmp_path).get("k1", OTHER) is None
    assert [Incoming(tmp_path).has(key) for key in ("k1", "k")] == [True, False]
    Incoming(tmp_path).drop("k1")
    assert list((tmp_path / "incoming").iterdir()) == []


def test_a_damaged_answer_is_none(tmp_path: Path) -> None:
    """Whatever lies there that is no answer is not there."""
    incoming = Incoming(tmp_path)
    incoming.put("k1", MARK, b"x", {})
    (path,) = incoming.folder.iterdir()
    for damage in (b"", b"nonsense", b"[1]\nx", b'{"seed": 7}\nx', b"[" * 5000):
        path.write_bytes(damage)
        assert incoming.get("k1", MARK) is None


def test_what_is_left_over_is_swept(tmp_path: Path) -> None:
    """Half a file goes after a day, an answer that nobody came back for after a month; what is new stays."""
    incoming = Incoming(tmp_path)
    for name in ("a.0.answer", "b.0.answer", ".x.part", ".y.part"):
        incoming.folder.mkdir(exist_ok=True)
        (incoming.folder / name).write_bytes(b"")
    for name, days in (("a.0.answer", 31), (".x.part", 2), ("b.0.answer", 2)):
        old = time.time() - days * 86_400
        os.utime(incoming.folder / name, (old, old))
    incoming.sweep()
    assert {path.name for path in incoming.folder.iterdir()} == {"b.0.answer", ".y.part"}
