"""What has to last is on the disk before it gets its name: a power cut leaves the old file or the new one."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from mkdocs_illustrate.files import write
from mkdocs_illustrate.records import Recipe
from mkdocs_illustrate.store.portfolio import Portfolio

_Named = list[tuple[str, bool]]


@pytest.fixture
def named(monkeypatch: pytest.MonkeyPatch) -> _Named:
    """Each file that gets its name, and whether the disk had all of its bytes by then."""
    lasting: dict[int, int] = {}
    seen: _Named = []
    sync, rename = os.fsync, os.replace

    def synced(handle: int) -> None:
        sync(handle)
        lasting[os.fstat(handle).st_ino] = os.fstat(handle).st_size

    def renamed(source: Any, target: Any) -> None:
        there = Path(source).stat()
        seen.append((Path(target).name, lasting.get(there.st_ino) == there.st_size))
        rename(source, target)

    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(os, "replace", renamed)
    return seen


def test_the_disk_has_a_file_before_its_name(tmp_path: Path, named: _Named) -> None:
    """A durable file is synced whole, then renamed; one that can be made again is not waited for."""
    write(tmp_path / "kept.png", b"x" * 100_000, durable=True)
    write(tmp_path / "made-again.webp", b"x" * 100_000)
    assert named == [("kept.png", True), ("made-again.webp", False)]


def test_the_disk_has_a_picture_before_its_recipe_is_named(tmp_path: Path, named: _Named) -> None:
    """Both files of a portfolio last: the picture first, then the recipe that names it."""
    Portfolio(tmp_path / "illustrations").write("tides.md", 1, Recipe(prompt="a lighthouse"), b"\x89PNG", "png")
    assert named == [("tides.png", True), ("tides.yml", True)]
