"""What was bought once is found for ever: keys and recipes are the same in every version."""

from __future__ import annotations

from pathlib import Path

from tests.keys.written import HERE, keys, recipes


def test_keys_stay_as_they_are(tmp_path: Path) -> None:
    """The same pages and settings have the same keys as in every version before."""
    assert keys(tmp_path) == (HERE / "keys.tsv").read_text("utf-8").splitlines()


def test_recipes_stay_as_they_are(tmp_path: Path) -> None:
    """A purchase writes the same recipe, byte for byte but for its date and its picture."""
    found = sorted((HERE / "recipes").rglob("*.yml"))
    known = {path.relative_to(HERE / "recipes").as_posix(): path.read_text("utf-8") for path in found}
    assert recipes(tmp_path / "site") == known
