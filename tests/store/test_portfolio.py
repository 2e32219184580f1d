"""The portfolio: recipes that people edit and git merges."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from mkdocs_illustrate.errors import PictureGone, StoreError
from mkdocs_illustrate.records import Recipe
from mkdocs_illustrate.store.portfolio import Portfolio

RECIPE = Recipe(
    key="ab" * 16,
    prompt='A boat: red; "quoted"\nand folded',
    alt="",
    caption="Ünï #1",
    options={"steps": 3},
    cost=0.25,
    width=10,
    height=20,
    made="2026-11-21",
    seed=0,
)


@pytest.fixture
def portfolio(tmp_path: Path) -> Portfolio:
    """An empty portfolio."""
    return Portfolio(tmp_path / "illustrations")


@pytest.mark.parametrize("page", ["index.md", "a/b.c/d.md", "ünï/日本.md", "a b.md"])
@pytest.mark.parametrize("number", [1, 2])
def test_there_and_back(portfolio: Portfolio, page: str, number: int) -> None:
    """What is written is read again, to the letter, beside its picture."""
    kept = portfolio.write(page, number, RECIPE, b"picture", "webp")
    assert portfolio.read(page, number) == kept
    assert portfolio.picture(page, number, kept) == b"picture"
    assert portfolio.path(page, number).with_name(kept.file).is_file()


def test_a_replaced_picture_goes(portfolio: Portfolio) -> None:
    """A picture of another format replaces the old file; a stranger's file stays."""
    portfolio.write("a.md", 1, RECIPE, b"one", "png")
    (portfolio.folder / "a.psd").write_bytes(b"by hand")
    portfolio.write("a.2.md", 1, RECIPE, b"another page", "png")
    portfolio.write("a.md", 1, RECIPE, b"two", "webp")
    names = sorted(p.name for p in portfolio.folder.iterdir())
    assert names == ["a.2.png", "a.2.yml", "a.psd", "a.webp", "a.yml"]


def test_a_recipe_without_its_picture(portfolio: Portfolio) -> None:
    """A missing picture is told apart from one that can't be read."""
    kept = portfolio.write("a.md", 1, RECIPE, b"one", "png")
    (portfolio.folder / "a.png").unlink()
    with pytest.raises(PictureGone, match=r"illustrations/a\.png"):
        portfolio.picture("a.md", 1, kept)


@pytest.mark.parametrize("name", ["../x.png", "/etc/passwd", "a/b.png", "a.yml", ""])
def test_a_picture_lies_beside_its_recipe(portfolio: Portfolio, name: str) -> None:
    """A recipe can't name a file anywhere else."""
    portfolio.write("a.md", 1, RECIPE, b"one", "png")
    with pytest.raises(StoreError, match="no picture beside it"):
        portfolio.picture("a.md", 1, replace(RECIPE, file=name))


def test_links_are_not_followed(portfolio: Portfolio, tmp_path: Path) -> None:
    """A picture that is a link is not read."""
    kept = portfolio.write("a.md", 1, RECIPE, b"one", "png")
    (tmp_path / "secret").write_bytes(b"secret")
    (portfolio.folder / "a.png").unlink()
    (portfolio.folder / "a.png").symlink_to(tmp_path / "secret")
    with pytest.raises(StoreError, match="link"):
        portfolio.picture("a.md", 1, kept)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a: [1", "no YAML"),
        ("- a\n- b\n", "mapping"),
        ("<<<<<<< x\nkey: 1\n", "merge conflict"),
        ("prompt: 12\n", "'prompt' has a wrong type"),
        ("width: wide\n", "'width' has a wrong type"),
        ("width: true\n", "'width' has a wrong type"),
        ("!!python/object/apply:os.system ['true']", "no YAML"),
        ("\x00", "no YAML"),
    ],
)
def test_what_can_not_be_read(portfolio: Portfolio, text: str, words: str) -> None:
    """A recipe that can't be read is one line with its name; it is left as it is."""
    path = portfolio.path("a.md")
    path.parent.mkdir(parents=True)
    path.write_text(text)
    with pytest.raises(StoreError) as caught:
        portfolio.read("a.md")
    assert "illustrations/a.yml" in str(caught.value)
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)
    assert path.read_text() == text


def test_a_recipe_of_a_later_version(portfolio: Portfolio) -> None:
    """Fields that we do not know are passed over."""
    portfolio.write("a.md", 1, RECIPE, b"one", "png")
    path = portfolio.path("a.md")
    path.write_text(path.read_text() + "brand_new: [1, 2]\nmade: 2026-11-21\n")
    read = portfolio.read("a.md")
    assert read is not None
    assert (read.alt, read.made) == ("", "2026-11-21")
