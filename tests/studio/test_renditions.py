"""Renditions: the files that a page shows, under names that every file system takes."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from mkdocs_illustrate.errors import StoreError
from mkdocs_illustrate.pictures.provenance import Marks
from mkdocs_illustrate.records import Asset, Picture
from mkdocs_illustrate.settings import read_settings
from mkdocs_illustrate.studio.renditions import Renditions, Shown, file_stem

from .small_site import painted

KEY = "0123456789abcdef" * 2
KIND = "trainedAlgorithmicMedia"


def opened(folder: Path, **figure: Any) -> Renditions:
    """Renditions as the settings want them."""
    return Renditions(read_settings({"figure": {"widths": [32, 64]} | figure}).figure, folder)


@pytest.fixture
def renditions(tmp_path: Path) -> Iterator[Renditions]:
    """Files of two widths."""
    made = opened(tmp_path / "sizes")
    yield made
    made.close()


def shown(stem: str, ratio: float | None = None) -> Shown:
    """A model's picture in a page."""
    return Shown(ratio=ratio, stem=stem, marks=Marks(source_type=KIND))


def sizes(files: tuple[Asset, ...]) -> list[tuple[int, int]]:
    """How large the files really are."""
    found = []
    for file in files:
        with Image.open(file.path) as image:
            assert image.format is not None
            assert image.format.lower() == file.format
            found.append(image.size)
    return found


@pytest.mark.parametrize(
    ("page", "number", "stem"),
    [
        ("index.md", 1, "index"),
        ("blog/cities.md", 1, "blog-cities"),
        ("blog/cities.md", 2, "blog-cities-2"),
        ("blog/Über Städte!.markdown", 1, "blog-uber-stadte"),
        ("a b/c_d.e.md", 1, "a-b-c-d-e"),
        ("--x--.md", 1, "x"),
        ("日本.md", 1, "page"),
        ("日本.md", 3, "page-3"),
        ("0.md", 1, "0"),
        (f"{'a' * 70}.md", 1, "a" * 60),
        (f"front/{'b' * 58}.md", 1, f"t-{'b' * 58}"),
        (f"front/{'b' * 59}.md", 1, "b" * 59),
    ],
)
def test_names_of_files(page: str, number: int, stem: str) -> None:
    """After the page for people, after the key for caches; the end of a long path says more than its start."""
    assert file_stem(page, number, KEY) == f"assets/illustrations/{stem}-0123456789ab"


def test_files_of_a_picture(renditions: Renditions) -> None:
    """One file for each width, the widest first under the plain name, each of its real size."""
    files = renditions.of(painted(), shown("a-0123"))
    assert [(f.name, f.width, f.height) for f in files] == [("a-0123.webp", 64, 48), ("a-0123-32.webp", 32, 24)]
    assert sizes(files) == [(64, 48), (32, 24)]


def test_files_in_formats(tmp_path: Path) -> None:
    """Each format has all widths, in the order of the setting."""
    renditions = opened(tmp_path, formats=["webp", "jpeg"], widths=[64])
    files = renditions.of(painted(), shown("a"))
    renditions.close()
    assert [f.name for f in files] == ["a.webp", "a.jpg"]
    assert sizes(files) == [(64, 48)] * 2


def test_a_picture_is_cropped(renditions: Renditions) -> None:
    """A ratio that was asked for is what is published."""
    assert sizes(renditions.of(painted(), shown("a", 2.0))) == [(64, 32), (32, 16)]


@pytest.mark.parametrize("credit", [True, False])
def test_files_say_what_they_are(tmp_path: Path, *, credit: bool) -> None:
    """The digital source type is in every file, unless the settings want none."""
    renditions = opened(tmp_path, credit=credit)
    files = renditions.of(painted(), shown("a"))
    renditions.close()
    assert [KIND.encode() in f.path.read_bytes() for f in files] == [credit] * 2


def test_nothing_is_decoded_twice(renditions: Renditions) -> None:
    """Once its files are there, bytes that are no picture would do; another picture has files of its own."""
    picture = painted()
    first = renditions.of(picture, shown("a"))
    times = [f.path.stat().st_mtime_ns for f in first]
    empty = Picture(data=b"", media_type="", width=64, height=48, sha256=sha256(picture))
    assert renditions.of(empty, shown("a")) == first
    assert [f.path.stat().st_mtime_ns for f in first] == times
    other = renditions.of(painted("a tram"), shown("a"))
    assert not {f.path for f in other} & {f.path for f in first}


def sha256(picture: Picture) -> str:
    """A picture's hash."""
    return hashlib.sha256(picture.data).hexdigest()


def test_only_what_is_missing_is_made(renditions: Renditions) -> None:
    """A file that was lost is made again; the others are left."""
    picture = painted()
    wide, narrow = renditions.of(picture, shown("a"))
    before = wide.path.stat().st_mtime_ns
    narrow.path.unlink()
    renditions.of(picture, shown("a"))
    assert narrow.path.is_file()
    assert wide.path.stat().st_mtime_ns == before


def test_a_folder_that_can_not_be_written(tmp_path: Path) -> None:
    """Where the cache can't be written, files are made in a folder for this run, and that is said once."""
    (tmp_path / "sizes").write_text("a file")
    renditions = opened(tmp_path / "sizes")
    assert renditions.trouble == ""
    files = renditions.of(painted(), shown("a"))
    others = renditions.of(painted("a tram"), shown("b"))
    assert sizes(files) == sizes(others) == [(64, 48), (32, 24)]
    assert renditions.trouble == "the cache folder can't be written (Not a directory): nothing is kept there"
    homes = {file.path.parent.parent for file in (*files, *others)}
    assert len(homes) == 1
    renditions.close()
    assert not homes.pop().exists()


def test_no_third_folder(tmp_path: Path) -> None:
    """Where the folder for this run can't be written either, that is an error."""
    (tmp_path / "sizes").write_text("a file")
    renditions = opened(tmp_path / "sizes")
    home = renditions.of(painted(), shown("a"))[0].path.parent.parent
    shutil.rmtree(home)
    home.write_text("a file")
    with pytest.raises(NotADirectoryError):
        renditions.of(painted("a tram"), shown("b"))
    home.unlink()
    renditions.close()


def test_many_move_house_once(tmp_path: Path) -> None:
    """Pictures that find out at the same time all go to the same folder."""
    (tmp_path / "sizes").write_text("a file")
    renditions = opened(tmp_path / "sizes")

    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(lambda name: renditions.of(painted(name), shown(name)), "abcd"))
    assert len({file.path.parent.parent for files in found for file in files}) == 1
    renditions.close()


def test_a_picture_that_does_not_decode(tmp_path: Path, renditions: Renditions) -> None:
    """Bytes that are no picture are their own trouble: the cache folder is not blamed, and goes on to be used."""
    for data in (b"nothing" * 200, painted().data[:150]):
        broken = Picture(data=data, media_type="image/png", width=64, height=48)
        with pytest.raises(StoreError, match=r"^the picture is damaged and can't be shown; restore it$"):
            renditions.of(broken, shown("a"))
    assert renditions.trouble == ""
    (file, _) = renditions.of(painted(), shown("b"))
    assert file.path.is_relative_to(tmp_path / "sizes")
