"""The portfolio: recipes that people edit and git merges."""

from __future__ import annotations

import hashlib
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
        ("made: 2026-02-30\n", "no YAML: day is out of range for month"),
        ("seed: !!int x\n", "no YAML: invalid literal"),
        ("alt: " + "[" * 100_000, "no YAML"),
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


def write(portfolio: Portfolio, text: str) -> Path:
    """A recipe as somebody wrote it."""
    path = portfolio.path("a.md")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


@pytest.mark.parametrize(
    ("page", "number", "name"),
    [("a.md", 1, "a.yml"), ("a.md", 2, "a.2.yml"), ("b/c.d.markdown", 3, "b/c.d.3.yml"), ("a", 1, "a.yml")],
)
def test_where_recipes_lie(portfolio: Portfolio, page: str, number: int, name: str) -> None:
    """A recipe lies where its page does, with the figure's number behind a second one."""
    assert portfolio.path(page, number) == portfolio.folder / name


def test_a_recipe_for_people(portfolio: Portfolio) -> None:
    """A recipe begins with what it is, leaves out what says nothing, and keeps an empty alternative text."""
    portfolio.write("a.md", 1, replace(RECIPE, pin=False, cost=None), b"one", "png")
    text = portfolio.path("a.md").read_text("utf-8")
    head, rest = text[: text.index("prompt:")], text[text.index("prompt:") :]
    assert head.startswith("# How the picture beside this file came to be")
    assert all(line.startswith("# ") for line in head.splitlines())
    assert "alt: ''" in rest
    assert "caption: 'Ünï #1'" in rest
    assert "seed: 0" in rest
    assert "options:\n  steps: 3" in rest
    for name in ("pin", "cost", "style", "revised_prompt", "credit", "brief"):
        assert f"\n{name}:" not in rest
    portfolio.note("a.md", 1, replace(RECIPE, file="a.png", pin=True, options={}, caption=""))
    again = portfolio.path("a.md").read_text("utf-8")
    assert "\npin: true\n" in again
    assert "options" not in again
    assert "\ncaption: ''\n" in again


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("cost: 1\n", "cost", 1),
        ("cost: 0.5\n", "cost", 0.5),
        ("seed: 7\n", "seed", 7),
        ("pin: true\n", "pin", True),
        ("options: {a: [1]}\n", "options", {"a": [1]}),
        ("made: 2026-11-21\n", "made", "2026-11-21"),
        ("style: null\nprompt:\n", "prompt", ""),
        ("alt: a\nalt: b\n", "alt", "b"),
    ],
)
def test_what_people_may_write(portfolio: Portfolio, text: str, name: str, value: object) -> None:
    """Each field takes its own type; nothing after a colon is as if the line were not there."""
    write(portfolio, text)
    assert getattr(portfolio.read("a.md"), name) == value


@pytest.mark.parametrize(
    "text", ["cost: cheap", "cost: true", "seed: 1.5", "pin: 1", "pin: 'yes'", "options: [a]", "alt: true", "key: 7"]
)
def test_wrong_types_are_named(portfolio: Portfolio, text: str) -> None:
    """A field of another type is named, and the recipe is not taken for less than it is."""
    write(portfolio, text)
    with pytest.raises(StoreError, match=rf"^illustrations/a\.yml: '{text.partition(':')[0]}' has a wrong type$"):
        portfolio.read("a.md")


def test_where_the_mistake_is(portfolio: Portfolio) -> None:
    """A mistake in YAML is named with its line."""
    write(portfolio, "alt: a\ncaption: [b\nkey: c\n")
    with pytest.raises(StoreError, match=r"^illustrations/a\.yml, line 3 is no YAML: .*"):
        portfolio.read("a.md")


@pytest.mark.parametrize("text", ["<<<<<<< HEAD\nkey: a\n", "alt: a\n<<<<<<< HEAD\nkey: a\n"])
def test_a_merge_that_is_not_done(portfolio: Portfolio, text: str) -> None:
    """Marks of a merge are named as that, wherever they stand; in a line's middle they are text."""
    write(portfolio, text)
    with pytest.raises(StoreError, match="marks of a merge conflict: resolve it"):
        portfolio.read("a.md")
    write(portfolio, "alt: a <<<<<<< b\n")
    recipe = portfolio.read("a.md")
    assert recipe is not None
    assert recipe.alt == "a <<<<<<< b"


def test_a_recipe_that_can_not_be_opened(portfolio: Portfolio) -> None:
    """No recipe is None, a folder in its place or letters that are none are named."""
    assert portfolio.read("a.md") is None
    path = write(portfolio, "")
    path.unlink()
    path.mkdir()
    with pytest.raises(StoreError, match=r"^illustrations/a\.yml can't be read \("):
        portfolio.read("a.md")
    path.rmdir()
    path.write_bytes(b"alt: \xff\xfe\n")
    with pytest.raises(StoreError, match=r"^illustrations/a\.yml can't be read \("):
        portfolio.read("a.md")
    (portfolio.folder / "b").write_text("a file")
    assert portfolio.read("b/c.md") is None


def test_a_look_reads_no_picture(portfolio: Portfolio) -> None:
    """A picture of usual size is looked at and not opened; what is gone, a pointer or no file is named."""
    kept = portfolio.write("a.md", 1, RECIPE, b"x" * 2000, "png")
    path = portfolio.folder / "a.png"
    portfolio.look("a.md", 1, kept)
    path.write_bytes(b"version https://git-lfs" + b" " * 1001)  # as large as a picture: nobody reads it for a look
    portfolio.look("a.md", 1, kept)
    with pytest.raises(StoreError, match="Git LFS pointer"):
        portfolio.picture("a.md", 1, kept)
    path.write_bytes(b"version https://git-lfs" + b" " * 1000)
    with pytest.raises(StoreError, match=r"^illustrations/a\.png is a Git LFS pointer: run 'git lfs pull'$"):
        portfolio.look("a.md", 1, kept)
    path.write_bytes(b"small")
    portfolio.look("a.md", 1, kept)
    path.unlink()
    with pytest.raises(PictureGone, match=r"^illustrations/a\.png is missing, but its recipe names it$"):
        portfolio.look("a.md", 1, kept)
    path.mkdir()
    with pytest.raises(StoreError, match=r"^illustrations/a\.png can't be read \("):
        portfolio.look("a.md", 1, kept)
    with pytest.raises(StoreError, match="no picture beside it"):
        portfolio.look("a.md", 1, replace(kept, file="../a.png"))


def test_a_hash_of_what_was_written(portfolio: Portfolio) -> None:
    """The recipe that is written names the picture's file and its hash, whatever it said before."""
    kept = portfolio.write("b/a.md", 2, replace(RECIPE, file="x", sha256="y"), b"one", "png")
    assert kept.file == "a.2.png"
    assert kept.sha256 == hashlib.sha256(b"one").hexdigest()


def test_an_unreadable_recipe_is_replaced_without_its_picture(portfolio: Portfolio) -> None:
    """Where nobody knows which picture was replaced, no file goes."""
    portfolio.write("a.md", 1, RECIPE, b"one", "png")
    write(portfolio, "- no\n")
    portfolio.write("a.md", 1, RECIPE, b"two", "webp")
    assert sorted(p.name for p in portfolio.folder.iterdir()) == ["a.png", "a.webp", "a.yml"]


@pytest.mark.parametrize("file", ["../victim.txt", "a.yml", "link.png"])
def test_nothing_else_is_removed(portfolio: Portfolio, tmp_path: Path, file: str) -> None:
    """A recipe that names another file as its picture gets no file removed."""
    (tmp_path / "victim.txt").write_text("here")
    write(portfolio, f"file: {file}\n")
    (portfolio.folder / "link.png").symlink_to(tmp_path / "victim.txt")
    portfolio.write("a.md", 1, RECIPE, b"two", "webp")
    assert (tmp_path / "victim.txt").read_text() == "here"
    assert (portfolio.folder / "link.png").is_symlink()
    assert portfolio.read("a.md") is not None


def test_a_picture_that_was_replaced_may_be_gone(portfolio: Portfolio) -> None:
    """The picture before may have been removed by hand."""
    portfolio.write("a.md", 1, RECIPE, b"one", "png")
    (portfolio.folder / "a.png").unlink()
    assert portfolio.write("a.md", 1, RECIPE, b"two", "webp").file == "a.webp"


def test_the_picture_is_there_before_its_recipe(portfolio: Portfolio) -> None:
    """Where a picture can't be written, the recipe before stays, and the folder is named with the cause."""
    before = portfolio.write("a.md", 1, RECIPE, b"one", "png")
    (portfolio.folder / "a.webp").mkdir()
    with pytest.raises(StoreError, match=r"^illustrations/ can't be written \(Is a directory\)$"):
        portfolio.write("a.md", 1, replace(RECIPE, alt="new"), b"two", "webp")
    assert portfolio.read("a.md") == before
    assert portfolio.picture("a.md", 1, before) == b"one"
