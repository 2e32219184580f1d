"""Recipes, which come with a pull request: a record that can be written again, or one line."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from mkdocs_illustrate.errors import StoreError
from mkdocs_illustrate.records import Recipe
from mkdocs_illustrate.store.portfolio import Portfolio
from mkdocs_illustrate.studio.recipes import source_type

from .strangers import damaged, mappings, one_line

SOUND = yaml.safe_dump({"prompt": "A boat", "alt": "", "seed": 7, "file": "a.png", "cost": 0.04, "made": "2026-11-21"})
NAMES = tuple(Recipe.__dataclass_fields__)
LIKELY = (
    "a.png",
    "../b.png",
    "b.png",
    "a.svg",
    "/etc/passwd",
    7,
    0.04,
    10**400,
    "\ud83d",
    {},
    True,
    'trainedAlgorithmicMedia"/>',
)


def _nested(depth: int) -> dict[str, Any]:
    value: dict[str, Any] = {}
    for _ in range(depth):
        value = {"a": value}
    return value


def _read(data: bytes) -> Recipe | None:
    with TemporaryDirectory() as folder:
        (Path(folder) / "illustrations").mkdir()
        (Path(folder) / "illustrations/a.yml").write_bytes(data)
        portfolio = Portfolio(Path(folder) / "illustrations")
        try:
            recipe = portfolio.read("a.md")
        except StoreError as error:
            one_line(error)
            return None
        assert recipe is not None
        portfolio.note("a.md", 1, recipe)
        assert portfolio.read("a.md") == (None if recipe == Recipe() else recipe)  # one that says nothing is taken away
        _touches_nothing_else(portfolio, recipe)
        return recipe


def _touches_nothing_else(portfolio: Portfolio, recipe: Recipe) -> None:
    for name in ("README.md", "b.png", "../b.png"):
        (portfolio.folder / name).write_bytes(b"another's")
    try:
        portfolio.picture("a.md", 1, recipe)
    except StoreError as error:
        one_line(error)
    else:
        raise AssertionError("there is no picture of its own")
    portfolio.write("a.md", 1, recipe, b"new", "webp")
    for name in ("README.md", "b.png", "../b.png"):
        assert (portfolio.folder / name).read_bytes() == b"another's"


@given(mappings(*NAMES, likely=LIKELY))
@example({"file": "README.md"})
@example({"file": "../b.png"})
@example({"options": {"a": {"b": [10**400, "\ud83d"]}}})
@example({"options": _nested(400)})
@example({"made": 20261121, "seed": True})
@example({"cost": float("nan")})
def test_any_values(said: dict[str, Any]) -> None:
    """A recipe that reads is written and read back as it is, and reaches no file but its own."""
    try:
        data = (yaml.safe_dump(said, allow_unicode=True)).encode("utf-8", "surrogatepass")
    except (yaml.YAMLError, ValueError):
        return
    recipe = _read(data)
    if recipe is not None:
        assert source_type(recipe).isascii()
        assert source_type(recipe).isalpha()


@given(st.binary(max_size=120) | damaged(SOUND.encode()) | st.text(max_size=120).map(str.encode))
@example(b"a: &a [*a]")
@example(b"[" * 5000)
@example(b"? " * 5000)
@example(b"seed: 2026-02-30")
@example(b"alt: !!binary x")
@example(b"<<: 7")
@example(b"alt: 0o" + b"7" * 10_000)
@example(b"cost: " + b"9" * 10_000)
@example(b"seed: 1:" + b"59:" * 3000 + b"1")
@example("\ufeffalt: x".encode())
def test_any_bytes(data: bytes) -> None:
    """Bytes that are no recipe are one line."""
    _read(data)
