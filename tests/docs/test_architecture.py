"""docs/architecture.md is true: it names every room of the house, and none that is not there."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "mkdocs_illustrate"
_APART = {"painter", "testing", "dialects"}  # wings that it names whole; their own pages say more


def rooms() -> set[str]:
    """The files of all rooms but those of the wings that have pages of their own, and the commands."""
    found = (path.relative_to(PACKAGE) for path in PACKAGE.rglob("*.py"))
    ours = (path for path in found if not _APART & set(path.parts) and path.parts[0] != "cli")
    return {path.name for path in ours if not path.name.startswith("__")}


def test_every_room_is_named() -> None:
    """Whoever looks for a room finds it there with a word on what it is for, and no room that is gone."""
    text = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    drawing = text.split("## Rooms")[1].split("## Floors")[0]
    named = set(re.findall(r"\w+\.py\b", drawing)) - {"main.py", "answer.py"}
    assert named == rooms()


def test_no_two_rooms_have_one_name() -> None:
    """A name leads to one room; a scene or a prop may be called like what it shows."""
    shown = {"props", "scenes"}
    names = [p.name for p in PACKAGE.rglob("*.py") if not shown & set(p.parts) and not p.name.startswith("__")]
    assert len(names) == len(set(names)), sorted(name for name in names if names.count(name) > 1)


def test_rooms_are_small() -> None:
    """A room has at most 250 lines."""
    large = {p.name: n for p in PACKAGE.rglob("*.py") if (n := len(p.read_text("utf-8").splitlines())) > 250}
    assert not large
