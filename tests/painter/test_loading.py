"""Laws of what a painting process loads."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from mkdocs_illustrate.painter.islands.props import props
from mkdocs_illustrate.painter.paint import repertoire

PAINT = """
import json, sys
from mkdocs_illustrate.painter.paint import known_motifs, paint
from mkdocs_illustrate.records import Article
known_motifs()
paint(Article(page="", title="x", words="x"), motifs=({motif!r},), seed=1)
print(json.dumps(sorted(name for name in sys.modules if name.startswith("mkdocs_illustrate.painter."))))
"""


def loaded(run_python: Callable[[str], str], motif: str, folder: str) -> set[str]:
    """Paint in a process of its own, and give the modules of a folder that it loaded."""
    names = json.loads(run_python(PAINT.format(motif=motif)))
    start = f"mkdocs_illustrate.painter.{folder}."
    return {name.removeprefix(start) for name in names if name.startswith(start)}


@pytest.mark.parametrize("motif", ["coast", "kitchen"])
def test_one_scene_is_loaded(run_python: Callable[[str], str], motif: str) -> None:
    """A landscape loads its own scene, and neither another one nor any prop."""
    assert loaded(run_python, motif, "landscapes.scenes") == {motif}
    assert loaded(run_python, motif, "islands.props") == set()


def test_props_are_loaded_that_stand_there(run_python: Callable[[str], str]) -> None:
    """Islands load their own props and no landscape."""
    assert "umbrella" in loaded(run_python, "umbrella", "islands.props")
    assert len(loaded(run_python, "umbrella", "islands.props")) <= 4
    assert loaded(run_python, "umbrella", "landscapes.scenes") == set()


def test_names_are_files() -> None:
    """What can be drawn is named by its file, and each file holds what its folder is for."""
    drawn = repertoire()
    for name in drawn.scenes:
        assert drawn.scenes[name].draw  # type: ignore[index]
    for name in drawn.props:
        assert props()[name].height
    assert {"night-sky", "coast"} <= set(drawn.scenes)
    assert "wedding-cake" in drawn.props
    assert "coast-" not in drawn.scenes
