"""A recipe can make us read, write or delete only its own picture, and no link leads us out of the project."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from mkdocs_illustrate.errors import StoreError
from mkdocs_illustrate.records import Recipe
from mkdocs_illustrate.store.cache import Cache
from mkdocs_illustrate.store.portfolio import Portfolio
from mkdocs_illustrate.testing.server import ModelServer

from ..sites import CITIES, KEYS, SiteMaker

KEY = "a1" * 16
RECIPE = Recipe(key=KEY, prompt="A boat")


NAMES = ["b.png", "README.md", "a.2.png", "a.md", "a.yml", "a.png/", "a.", "a", ".png"]


@pytest.mark.parametrize("name", NAMES)
def test_a_recipe_names_its_own_picture(tmp_path: Path, name: str) -> None:
    """Another file of the folder is neither read nor deleted when the picture is replaced."""
    portfolio = Portfolio(tmp_path / "illustrations")
    kept = portfolio.write("a.md", 1, RECIPE, b"one", "png")
    other = portfolio.folder / name.rstrip("/")
    if other.name not in {"a.png", "a.yml"}:
        other.write_bytes(b"another's")
    before = sorted(portfolio.folder.iterdir())
    portfolio.note("a.md", 1, replace(kept, file=name))
    with pytest.raises(StoreError, match="names no picture beside it that has its own name"):
        portfolio.picture("a.md", 1, replace(kept, file=name))
    portfolio.write("a.md", 1, RECIPE, b"two", "webp")
    assert set(before) <= set(portfolio.folder.iterdir())


def test_a_name_in_another_case(tmp_path: Path) -> None:
    """Where `A.md` has become `a.md` on macOS, the recipe's own picture is meant, and never another file."""
    portfolio = Portfolio(tmp_path / "illustrations")
    kept = portfolio.write("a.md", 1, RECIPE, b"one", "png")
    (portfolio.folder / "A.PNG").write_bytes(b"another's")
    portfolio.note("a.md", 1, replace(kept, file="A.png"))
    assert portfolio.picture("a.md", 1, replace(kept, file="A.png")) == b"one"
    portfolio.write("a.md", 1, RECIPE, b"two", "webp")
    assert sorted(path.name for path in portfolio.folder.iterdir()) == ["A.PNG", "a.webp", "a.yml"]


def test_a_linked_folder_of_the_portfolio(tmp_path: Path) -> None:
    """A folder that is a link is neither read nor written."""
    portfolio, outside = Portfolio(tmp_path / "illustrations"), tmp_path / "outside"
    Portfolio(outside).write("a.md", 1, RECIPE, b"secret", "png")
    portfolio.folder.mkdir()
    (portfolio.folder / "blog").symlink_to(outside)
    before = sorted(outside.iterdir())
    for page in ("blog/a.md", "blog/deep/b.md"):
        with pytest.raises(StoreError, match=r"illustrations/blog\S* is behind a link, and links are not followed"):
            portfolio.read(page)
        with pytest.raises(StoreError, match="links are not followed"):
            portfolio.write(page, 1, RECIPE, b"one", "png")
    assert sorted(outside.iterdir()) == before


def test_a_recipe_that_is_a_link(tmp_path: Path) -> None:
    """A recipe that leads elsewhere is not read, and what it leads to is not told."""
    portfolio = Portfolio(tmp_path / "illustrations")
    portfolio.folder.mkdir()
    (tmp_path / "secret").write_text("prompt: the secret\n")
    portfolio.path("a.md").symlink_to(tmp_path / "secret")
    with pytest.raises(StoreError, match=r"^illustrations/a\.yml is a link, and links are not followed$"):
        portfolio.read("a.md")


@pytest.mark.parametrize("part", ["v1/a1", "v1/quarantine", "v1/cache.db"])
def test_links_in_the_cache(tmp_path: Path, part: str) -> None:
    """Nothing is read or written through a link in the cache; the value is kept all the same."""
    folder, outside = tmp_path / "cache", tmp_path / "outside"
    link = folder / part
    link.parent.mkdir(parents=True)
    if part.endswith(".db"):
        outside.write_bytes(b"")
    else:
        outside.mkdir()
    link.symlink_to(outside)
    cache = Cache(folder)
    cache.put(KEY, b"value")
    assert cache.get(KEY) == b"value"
    cache.put_aside(KEY)
    cache.close()
    assert outside.read_bytes() == b"" if outside.is_file() else not list(outside.iterdir())


LINKS = {
    "the portfolio": "illustrations",
    "a folder above the cache": ".cache",
    "the sizes": ".cache/plugin/illustrate/sizes",
    "the locks": ".cache/plugin/illustrate/locks",
    "the values": ".cache/plugin/illustrate/v1",
}


@pytest.mark.parametrize("name", LINKS)
def test_a_linked_folder_of_the_project(site: SiteMaker, server: ModelServer, tmp_path: Path, name: str) -> None:
    """A pull request that makes a folder of ours a link stops the build with one line; outside nothing is written."""
    site.page("index.md", CITIES, illustrate=True)
    site.models(server.url)
    outside, link = tmp_path / "outside", site.folder / LINKS[name]
    outside.mkdir()
    link.parent.mkdir(parents=True, exist_ok=True)
    link.symlink_to(outside)
    built = site.build(**KEYS)
    assert built.code == 1
    assert "Traceback" not in built.log
    assert built.lines("link")
    assert not list(outside.rglob("*"))
    assert server.calls == []


def test_files_that_are_links(site: SiteMaker, server: ModelServer, tmp_path: Path) -> None:
    """A ledger or a lock that is a link changes nothing where it leads; a picture is bought and shown all the same."""
    site.page("index.md", CITIES, illustrate=True)
    site.models(server.url)
    first = site.build(**KEYS)
    assert first.code == 0
    cache = site.folder / ".cache/plugin/illustrate"
    secret = tmp_path / "secret"
    secret.write_text("secret")
    (tmp_path / "elsewhere").mkdir()
    for lock in (cache / "locks").iterdir():
        lock.unlink()
        lock.symlink_to(secret)
    for sizes in list((cache / "sizes").iterdir()):
        moved = sizes.rename(tmp_path / "elsewhere" / sizes.name)
        sizes.symlink_to(moved)
    for file in [*(tmp_path / "elsewhere").glob("*/*"), *(site.folder / "illustrations").iterdir()]:
        file.unlink()
    for values in (cache / "v1").glob("*/*.val"):
        values.unlink()
    built = site.build("--strict", **KEYS)
    assert built.code == 0, built.log
    assert built.figures()
    assert server.count("/images/generations") == 2
    assert not list((tmp_path / "elsewhere").glob("*/*"))
    assert secret.read_text() == "secret"


_LAUGHS = "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (_LAUGHS + "options: {a: *a11}\n", "refers to parts of itself"),
        (f"options: {{a: {'[' * 5000}{']' * 5000}}}\n", "nest"),
        ("prompt: " + "x" * 2**22, "longer than 4 MiB"),
    ],
    ids=["aliases", "nested", "long"],
)
def test_a_recipe_fills_no_memory(tmp_path: Path, text: str, words: str) -> None:
    """A recipe that grows when it is read is one line."""
    portfolio = Portfolio(tmp_path / "illustrations")
    portfolio.folder.mkdir()
    portfolio.path("a.md").write_text(text)
    with pytest.raises(StoreError, match=words):
        portfolio.read("a.md")


def test_stars_in_a_prompt(tmp_path: Path) -> None:
    """A star is no reference where it stands in a text."""
    portfolio = Portfolio(tmp_path / "illustrations")
    kept = portfolio.write("a.md", 1, replace(RECIPE, prompt="Paint *this*\n *that* - *all*"), b"one", "png")
    assert portfolio.read("a.md") == kept
