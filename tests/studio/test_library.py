"""The library: the portfolio, then the cache; what is kept, replaced and remembered."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from mkdocs_illustrate.errors import StoreError
from mkdocs_illustrate.records import Brief, Picture, Recipe
from mkdocs_illustrate.store.cache import Cache
from mkdocs_illustrate.studio.keys import text_key
from mkdocs_illustrate.studio.library import Kept, Library
from mkdocs_illustrate.testing.pictures import drawing

from .small_site import open_files, painted

KEY, OTHER = "a1" * 16, "b2" * 16
RECIPE = Recipe(key=KEY, prompt="A boat", width=64, height=48)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """A library over two new folders."""
    opened = Library(tmp_path / "illustrations", tmp_path / "cache")
    yield opened
    opened.close()


def put_raw(folder: Path, key: str, value: bytes) -> None:
    """An entry of the cache as somebody else may have written it."""
    cache = Cache(folder)
    cache.put(key, value)
    cache.close()


def entry(folder: Path) -> str:
    """The key of the only entry of a cache."""
    (path,) = folder.glob("v1/*/*.val")
    return path.name.partition(".")[0]


def test_a_kept_picture_comes_back(library: Library, tmp_path: Path) -> None:
    """What is kept is whole, lies beside its recipe, and is read without being decoded."""
    assert library.keeps
    assert library.kept("a.md", 2) == Kept(None, whole=False, trouble="")
    picture = painted()
    recipe = library.keep("a.md", 2, RECIPE, picture, "png", old=None)
    assert library.kept("a.md", 2) == Kept(recipe, whole=True)
    assert library.recipe_path("a.md", 2) == tmp_path / "illustrations/a.2.yml"
    shown = library.kept_picture("a.md", 2, recipe)
    assert shown == Picture(data=picture.data, media_type="", width=64, height=48, sha256=recipe.sha256)


def test_a_changed_picture_is_looked_at(library: Library, tmp_path: Path) -> None:
    """A picture that is not the one its recipe knows is decoded: its own size counts, and it must be a picture."""
    recipe = library.keep("a.md", 1, RECIPE, painted(), "png", old=None)
    (tmp_path / "illustrations/a.png").write_bytes(painted("another", (32, 20)).data)
    shown = library.kept_picture("a.md", 1, recipe)
    assert (shown.width, shown.height, shown.media_type) == (32, 20, "image/png")
    (tmp_path / "illustrations/a.png").write_bytes(b"nothing" * 200)
    with pytest.raises(StoreError, match=r"^the portfolio's a\.png: the picture is damaged .*\); restore it$"):
        library.kept_picture("a.md", 1, recipe)


@pytest.mark.parametrize("lost", [{"width": 0}, {"height": 0}, {"sha256": ""}])
def test_a_recipe_with_gaps(library: Library, lost: dict[str, int | str]) -> None:
    """Where a recipe does not know size or hash, the picture itself does."""
    recipe = library.keep("a.md", 1, RECIPE, painted(size=(80, 60)), "png", old=None)
    shown = library.kept_picture("a.md", 1, replace(recipe, **lost))  # type: ignore[arg-type]
    assert (shown.width, shown.height) == (80, 60)


def test_a_kept_drawing(library: Library) -> None:
    """An SVG is shown only where the recipe names one."""
    recipe = library.keep("a.md", 1, RECIPE, replace(painted(), data=drawing("x", SIZE)), "svg", old=None)
    unknown = replace(recipe, sha256="")
    assert library.kept_picture("a.md", 1, unknown).media_type == "image/svg+xml"
    other = library.keep("b.md", 1, RECIPE, replace(painted(), data=drawing("x", SIZE)), "png", old=None)
    with pytest.raises(StoreError, match="an SVG drawing, which was not asked for"):
        library.kept_picture("b.md", 1, replace(other, sha256=""))


SIZE = (64, 48)


def test_a_picture_that_is_gone(library: Library, tmp_path: Path) -> None:
    """A recipe without its picture is a recipe, not whole, and no trouble; one that can't be read is trouble."""
    recipe = library.keep("a.md", 1, RECIPE, painted(), "png", old=None)
    (tmp_path / "illustrations/a.png").unlink()
    assert library.kept("a.md", 1) == Kept(recipe)
    (tmp_path / "illustrations/a.yml").write_text("- no\n")
    kept = library.kept("a.md", 1)
    assert (kept.recipe, kept.whole) == (None, False)
    assert kept.trouble == "illustrations/a.yml is no recipe: it must be a mapping"


def test_no_portfolio(tmp_path: Path) -> None:
    """Without a portfolio nothing is kept, and whoever keeps all the same hears of it."""
    library = Library(None, tmp_path / "cache")
    assert not library.keeps
    assert library.recipe_path("a.md", 1) is None
    assert library.kept("a.md", 1) == Kept()
    with pytest.raises(StoreError, match=r"^there is no portfolio$"):
        library.keep("a.md", 1, RECIPE, painted(), "png", old=None)
    with pytest.raises(StoreError, match=r"^there is no portfolio$"):
        library.kept_picture("a.md", 1, RECIPE)
    assert list(tmp_path.iterdir()) == []


def test_what_is_replaced_goes_on_in_the_cache(library: Library) -> None:
    """The picture of the recipe before is found under that recipe's key, checked, with its size."""
    first = painted("first")
    old = library.keep("a.md", 1, RECIPE, first, "png", old=None)
    assert library.picture(KEY) is None
    library.keep("a.md", 1, replace(RECIPE, key=OTHER), painted("second"), "png", old=old)
    saved = library.picture(KEY)
    assert saved is not None
    assert (saved.data, saved.media_type, saved.width, saved.height) == (first.data, "image/png", 64, 48)


def test_what_is_replaced_is_written_once(library: Library) -> None:
    """A picture that is in the cache already stays as it is, with what its maker said of it."""
    library.put_picture(KEY, painted("first", seed=12))
    old = library.keep("a.md", 1, RECIPE, painted("first"), "png", old=None)
    library.keep("a.md", 1, replace(RECIPE, key=OTHER), painted("second"), "png", old=old)
    saved = library.picture(KEY)
    assert saved is not None
    assert saved.seed == 12


def test_a_replaced_picture_without_a_key(library: Library) -> None:
    """A replaced picture whose recipe has no key is found by its own hash; a drawing stays one."""
    old = library.keep("a.md", 1, replace(RECIPE, key=""), replace(painted(), data=drawing("x", SIZE)), "svg", old=None)
    library.keep("a.md", 1, RECIPE, painted("second"), "png", old=old)
    saved = library.picture(text_key(old.sha256))
    assert saved is not None
    assert saved.media_type == "image/svg+xml"


@pytest.mark.parametrize("trouble", ["gone", "damaged", "edited key"])
def test_what_can_not_be_saved_stops_nothing(library: Library, tmp_path: Path, trouble: str) -> None:
    """A replaced picture that is none, or has no real key, does not keep the new one from being kept."""
    old = library.keep("a.md", 1, RECIPE, painted("first"), "png", old=None)
    picture = tmp_path / "illustrations/a.png"
    if trouble == "gone":
        picture.unlink()
    elif trouble == "damaged":
        picture.write_bytes(b"nothing" * 200)
    else:
        old = replace(old, key="../../x")
    kept = library.keep("a.md", 1, replace(RECIPE, key=OTHER), painted("second"), "png", old=old)
    assert library.kept("a.md", 1) == Kept(kept, whole=True)
    assert library.picture(KEY) is None


def test_a_cached_picture_comes_back(library: Library, tmp_path: Path) -> None:
    """Bytes and all that its maker said come back, in another run too; further pictures are files of their own."""
    picture = painted(
        revised_prompt="A bigger boat", seed=5, cost=0.25, alt="Alt ü", caption="C", others=(b"x",), sha256="ab"
    )
    library.put_picture(KEY, picture)
    library.close()
    again = Library(None, tmp_path / "cache")
    assert again.has_picture(KEY)
    assert again.picture(KEY) == replace(picture, others=(), sha256="")
    assert not again.has_picture(OTHER)
    assert again.picture(OTHER) is None
    again.close()


def test_kinds_do_not_meet(library: Library) -> None:
    """Picture, further pictures, brief and refusal of one key are four things."""
    brief = Brief(prompt="A boat", alt="Alt", caption="C", cost=0.01)
    assert (library.brief(KEY), library.refusal(KEY)) == (None, "")
    library.put_brief(KEY, brief)
    assert (library.brief(KEY), library.refusal(KEY), library.has_picture(KEY)) == (brief, "", False)
    library.put_refusal(KEY, "no nudity")
    assert (library.brief(KEY), library.refusal(KEY), library.has_picture(KEY)) == (brief, "no nudity", False)
    library.put_other(KEY, 2, painted("two"))
    library.put_other(KEY, 3, painted("three"))
    assert library.picture(KEY) is None
    library.put_picture(KEY, painted("one"))
    found = [library.picture(KEY), library.other(KEY, 2), library.other(KEY, 3)]
    assert [p.data if p else None for p in found] == [painted(w).data for w in ("one", "two", "three")]
    assert library.other(KEY, 4) is None
    library.put_brief(OTHER, Brief(prompt="half a \ud83d", alt="ü"))
    assert library.brief(OTHER) == Brief(prompt="half a \ufffd", alt="ü")


GARBAGE = {
    "empty": b"",
    "no line": b"\x89PNG" * 100,
    "no JSON": b"{width: 64}\npicture",
    "a list": b"[64, 48]\npicture",
    "a number": b"64\npicture",
    "no width": b'{"media_type": "image/png", "height": 48}\npicture',
    "a text for a width": b'{"media_type": "image/png", "width": "64", "height": 48}\npicture',
    "no height": b'{"media_type": "image/png", "width": 64}\npicture',
    "no picture": b'{"media_type": "image/png", "width": 64, "height": 48}\n',
    "no line feed": b'{"media_type": "image/png", "width": 64, "height": 48}',
}


@pytest.mark.parametrize("name", GARBAGE)
def test_an_entry_of_garbage(library: Library, tmp_path: Path, name: str) -> None:
    """An entry that does not read is as good as none: no plan counts on it, and a new one takes its place."""
    put_raw(tmp_path / "cache", KEY, GARBAGE[name])
    assert library.picture(KEY) is None
    assert not library.has_picture(KEY)
    library.put_picture(KEY, painted())
    assert library.has_picture(KEY)


NO_PICTURE = [
    {"width": True},
    {"width": 64.0},
    {"width": 0},
    {"height": "48"},
    {"height": -48},
    {"media_type": None},
    {"media_type": 3},
]
LEFT_OUT = [
    {"seed": "7"},
    {"seed": True},
    {"cost": "0.25"},
    {"cost": False},
    {"revised_prompt": ["A boat"]},
    {"alt": None},
    {"caption": {"a": "b"}},
    {"sha256": "00"},
    {"others": "more"},
]
FACTS = {"media_type": "image/png", "width": 64, "height": 48}


@pytest.mark.parametrize("wrong", NO_PICTURE, ids=str)
def test_a_picture_without_a_size_or_type(library: Library, tmp_path: Path, wrong: dict[str, object]) -> None:
    """Size and type beside a picture are nobody's word: its own count, and bytes that are no picture are a miss."""
    put_raw(tmp_path / "cache", KEY, json.dumps(FACTS | wrong).encode() + b"\n" + painted().data)
    assert library.picture(KEY) == painted()
    put_raw(tmp_path / "cache", OTHER, json.dumps(FACTS | wrong).encode() + b"\npicture")
    assert library.picture(OTHER) is None


@pytest.mark.parametrize("wrong", LEFT_OUT, ids=str)
def test_facts_of_a_wrong_type(library: Library, tmp_path: Path, wrong: dict[str, object]) -> None:
    """A lesser fact of another type is left out: the picture is paid, and is shown without it."""
    put_raw(tmp_path / "cache", KEY, json.dumps(FACTS | wrong).encode() + b"\n" + painted().data)
    assert library.picture(KEY) == Picture(data=painted().data, media_type="image/png", width=64, height=48)


def test_a_round_cost(library: Library, tmp_path: Path) -> None:
    """A cost without cents is a cost."""
    put_raw(tmp_path / "cache", KEY, json.dumps(FACTS | {"cost": 1, "seed": 0}).encode() + b"\n" + painted().data)
    found = library.picture(KEY)
    assert found is not None
    assert (found.cost, found.seed) == (1, 0)


def test_facts_too_deep_to_read(library: Library, tmp_path: Path) -> None:
    """Facts that are nested beyond all measure are a miss, and no crash."""
    put_raw(tmp_path / "cache", KEY, b"[" * 200_000 + b"\npicture")
    assert library.picture(KEY) is None


def test_an_entry_of_a_later_version(library: Library, tmp_path: Path) -> None:
    """Facts that we do not know are passed over; bytes and hash never come out of the facts."""
    facts = json.dumps(FACTS | {"brand_new": [1], "sha256": "00", "data": "x", "others": ["y"]})
    put_raw(tmp_path / "cache", KEY, facts.encode() + b"\n" + painted().data)
    picture = library.picture(KEY)
    assert picture is not None
    assert (picture.data, picture.sha256, picture.others) == (painted().data, "", ())


BRIEFS = ["{}", '{"alt": "x"}', '{"prompt": "", "alt": "x"}', "[]", '{"prompt": "x"}', '{"prompt": 7, "alt": "x"}']


@pytest.mark.parametrize("text", BRIEFS)
def test_a_brief_of_garbage(library: Library, tmp_path: Path, text: str) -> None:
    """A brief without a prompt, or without its words, is none."""
    library.put_brief(KEY, Brief(prompt="x", alt="y"))
    put_raw(tmp_path / "cache", entry(tmp_path / "cache"), text.encode() + b"\n")
    assert library.brief(KEY) is None


@pytest.mark.parametrize("text", ["{}", '{"said": null}', '{"said": ["no"]}', "no"])
def test_a_refusal_of_garbage(library: Library, tmp_path: Path, text: str) -> None:
    """A refusal that does not say why is none: the picture is asked for."""
    library.put_refusal(KEY, "no nudity")
    put_raw(tmp_path / "cache", entry(tmp_path / "cache"), text.encode() + b"\n")
    assert library.refusal(KEY) == ""


def test_a_cache_that_can_not_be_written(tmp_path: Path) -> None:
    """What can't be written is good for this run, and the library says once what is the matter."""
    (tmp_path / "cache").write_text("a file")
    library = Library(None, tmp_path / "cache")
    assert library.trouble == ""
    library.put_picture(KEY, painted())
    assert library.has_picture(KEY)
    assert library.picture(KEY) == painted()
    assert "can't be written" in library.trouble
    library.close()


def test_a_portfolio_that_can_not_be_written(tmp_path: Path) -> None:
    """A portfolio that is in the way of itself is named, and the picture before is safe in the cache."""
    library = Library(tmp_path / "illustrations", tmp_path / "cache")
    old = library.keep("a.md", 1, RECIPE, painted("first"), "png", old=None)
    (tmp_path / "illustrations/a.webp").mkdir()
    with pytest.raises(StoreError, match=r"^illustrations/ can't be written \("):
        library.keep("a.md", 1, replace(RECIPE, key=OTHER), painted("second"), "webp", old=old)
    assert library.kept("a.md", 1) == Kept(old, whole=True)
    assert library.has_picture(KEY)
    library.close()


def test_the_cache_is_opened_when_first_asked(tmp_path: Path) -> None:
    """A library that nobody asks for a cached picture makes no folder; it may be closed at any time, and used again."""
    library = Library(tmp_path / "illustrations", tmp_path / "cache")
    library.kept("a.md", 1)
    library.close()
    assert list(tmp_path.iterdir()) == []
    library.put_refusal(KEY, "no")
    library.close()
    library.close()
    assert library.refusal(KEY) == "no"
    library.close()


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="only Linux shows which files are open")
def test_closing_lets_go_of_the_cache(tmp_path: Path) -> None:
    """After the end no file of the cache is open: a folder that is in use can't be removed on Windows."""
    library = Library(None, tmp_path / "cache")
    library.put_refusal(KEY, "no")
    assert open_files(tmp_path)
    library.close()
    assert not open_files(tmp_path)
