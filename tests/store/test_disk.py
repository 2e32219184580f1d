"""The cache's disk: keys are hex, values are bytes, and a file is what its name says."""

from __future__ import annotations

import hashlib
import os
import time
from pathlib import Path
from typing import Any

import pytest
from diskcache.core import MODE_BINARY, MODE_PICKLE

from mkdocs_illustrate.store.cache import Cache
from mkdocs_illustrate.store.safe_disk import SafeDisk
from tests.systems import ctrl_c

KEY, OTHER = "a1" * 16, "a1" + "b2" * 15


@pytest.fixture
def disk(tmp_path: Path) -> SafeDisk:
    """A disk over a folder that is there."""
    (tmp_path / "v1").mkdir()
    return SafeDisk(str(tmp_path / "v1"))


def name_of(key: str, value: bytes) -> str:
    """Where a value lies."""
    return f"{key[:2]}/{key}.{hashlib.sha256(value).hexdigest()}.val"


@pytest.mark.parametrize("key", ["0" * 32, "f" * 64, KEY])
def test_keys_are_kept_as_they_are(disk: SafeDisk, key: str) -> None:
    """32 to 64 hex digits go into the index and come out of it unchanged."""
    assert disk.put(key) == (key, True)
    assert disk.get(key, raw=True) == key


@pytest.mark.parametrize("key", ["", "0" * 31, "0" * 65, "A1" * 16, "../" * 11, f"{KEY}\n", 7, None, b"a1" * 16])
def test_what_is_no_key(disk: SafeDisk, key: Any) -> None:
    """Anything else neither goes in nor comes out."""
    with pytest.raises(TypeError, match="a cache key is 32 to 64 hex digits"):
        disk.put(key)
    with pytest.raises(OSError, match="not a key of this cache"):
        disk.get(key, raw=True)


def test_a_pickled_key(disk: SafeDisk) -> None:
    """A key that the index says is not plain was not written by us."""
    with pytest.raises(OSError, match="not a key of this cache"):
        disk.get(KEY, raw=False)


def test_a_value_lies_under_its_own_name(disk: SafeDisk, tmp_path: Path) -> None:
    """A value's file names its key and its hash; what the index is told leads back to it."""
    size, mode, name, inline = disk.store(b"value", read=False, key=KEY)
    assert (size, mode, name, inline) == (5, MODE_BINARY, name_of(KEY, b"value"), None)
    assert (tmp_path / "v1" / name_of(KEY, b"value")).read_bytes() == b"value"
    assert disk.fetch(MODE_BINARY, name, None, read=False) == b"value"


def test_a_value_that_is_there_is_not_written_again(disk: SafeDisk, tmp_path: Path) -> None:
    """The same value under the same key is one file, written once; another value is another file."""
    file = tmp_path / "v1" / name_of(KEY, b"value")
    disk.store(b"value", read=False, key=KEY)
    before = file.stat().st_ino
    disk.store(b"value", read=False, key=KEY)
    assert file.stat().st_ino == before
    disk.store(b"other", read=False, key=KEY)
    assert len(list(file.parent.iterdir())) == 2


@pytest.mark.parametrize(("value", "read"), [("text", False), (7, False), (None, False), (b"bytes", True)])
def test_only_bytes_are_values(disk: SafeDisk, value: Any, *, read: bool) -> None:
    """Nothing is pickled, and no open file is copied."""
    with pytest.raises(TypeError, match="a cache value is bytes"):
        disk.store(value, read=read, key=KEY)


@pytest.mark.parametrize(
    ("mode", "filename", "read"),
    [(MODE_PICKLE, name_of(KEY, b"v"), False), (MODE_BINARY, None, False), (MODE_BINARY, name_of(KEY, b"v"), True)],
)
def test_what_the_index_may_not_say(disk: SafeDisk, mode: int, filename: Any, *, read: bool) -> None:
    """A row of another kind than ours is a miss, though the file is there."""
    disk.store(b"v", read=False, key=KEY)
    with pytest.raises(OSError, match="not a value of this cache"):
        disk.fetch(mode, filename, b"v", read=read)


def names(value: bytes) -> dict[str, str]:
    """Names that are none of ours, for a value whose hash they hold."""
    sha256 = hashlib.sha256(value).hexdigest()
    return {
        "outside": f"../{KEY[:2]}/{KEY}.{sha256}.val",
        "another folder": f"b2/{KEY}.{sha256}.val",
        "no folder": f"{KEY}.{sha256}.val",
        "another ending": f"{KEY[:2]}/{KEY}.{sha256}.pkl",
        "more behind": f"{KEY[:2]}/{KEY}.{sha256}.val.val",
        "a short key": f"a1/{KEY[:31]}.{sha256}.val",
        "a short hash": f"a1/{KEY}.{sha256[:63]}.val",
    }


@pytest.mark.parametrize("kind", names(b""))
def test_other_names_are_not_read(disk: SafeDisk, tmp_path: Path, kind: str) -> None:
    """A file that lies elsewhere, or is called otherwise, is not read."""
    name = names(b"value")[kind]
    path = tmp_path / "v1" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"value")
    with pytest.raises(OSError, match="not a value of this cache"):
        disk.read_checked(name)
    assert path.exists()


@pytest.mark.parametrize("what", ["file", "folder"])
def test_links_are_not_followed(disk: SafeDisk, tmp_path: Path, what: str) -> None:
    """Neither a file nor its folder may be a link, though the bytes would be right."""
    real = tmp_path / "real"
    real.mkdir()
    (real / name_of(KEY, b"value").partition("/")[2]).write_bytes(b"value")
    folder = tmp_path / "v1/a1"
    if what == "folder":
        folder.symlink_to(real)
    else:
        folder.mkdir()
        (folder / next(real.iterdir()).name).symlink_to(next(real.iterdir()))
    with pytest.raises(OSError, match="not a value of this cache"):
        disk.read_checked(name_of(KEY, b"value"))
    assert disk.find(KEY) is None
    assert (next(real.iterdir())).read_bytes() == b"value"


def test_a_damaged_value_is_put_aside(disk: SafeDisk, tmp_path: Path) -> None:
    """Bytes that are not the ones their name says are kept for a look, and are found no more."""
    name = name_of(KEY, b"value")
    disk.store(b"value", read=False, key=KEY)
    (tmp_path / "v1" / name).write_bytes(b"valuf")
    with pytest.raises(OSError, match="a damaged value"):
        disk.read_checked(name)
    assert not (tmp_path / "v1" / name).exists()
    assert (tmp_path / "v1/quarantine" / Path(name).name).read_bytes() == b"valuf"
    (tmp_path / "v1" / name).write_bytes(b"again")
    with pytest.raises(OSError, match="a damaged value"):
        disk.read_checked(name)
    assert (tmp_path / "v1/quarantine" / Path(name).name).read_bytes() == b"again"


def test_a_damaged_value_that_can_not_be_moved(disk: SafeDisk, tmp_path: Path) -> None:
    """Where nothing can be put aside, a damaged value is a miss all the same."""
    (tmp_path / "v1/quarantine").write_text("a file")
    disk.store(b"value", read=False, key=KEY)
    (tmp_path / "v1" / name_of(KEY, b"value")).write_bytes(b"valuf")
    assert disk.find(KEY) is None


def test_a_folder_stands_where_a_value_should(disk: SafeDisk, tmp_path: Path) -> None:
    """A folder with a value's name keeps no value out: it is put aside, with whatever is in it."""
    place = tmp_path / "v1" / name_of(KEY, b"value")
    place.mkdir(parents=True)
    (place / "theirs").write_text("theirs")
    assert disk.find(KEY) is None
    disk.store(b"value", read=False, key=KEY)
    assert disk.find(KEY) == b"value"
    assert (tmp_path / "v1/quarantine" / place.name / "theirs").exists()


@pytest.mark.parametrize(
    "how",
    ["longer than any value", "another's bytes", "empty", pytest.param("a pipe", marks=ctrl_c), "a link", "locked"],
)
def test_a_value_that_is_put_again_is_there(disk: SafeDisk, tmp_path: Path, how: str) -> None:
    """Whatever stands under its name and is not it gives way: else it would be bought with each build."""
    disk.store(b"bought", read=False, key=KEY)
    path = tmp_path / "v1" / name_of(KEY, b"bought")
    if how == "longer than any value":
        os.truncate(path, 2**31)
    elif how == "a pipe":
        path.unlink()
        os.mkfifo(path)
    elif how == "a link":
        path.replace(tmp_path / "elsewhere")
        path.symlink_to(tmp_path / "elsewhere")
    elif how == "locked":
        path.chmod(0)
    else:
        path.write_bytes(b"" if how == "empty" else b"sold")
    disk.store(b"bought", read=False, key=KEY)
    assert disk.find(KEY) == b"bought"
    assert not path.is_symlink()


def test_the_newest_sound_value_is_found(disk: SafeDisk, tmp_path: Path) -> None:
    """By name alone: the newest value of this very key, and an older one where the newest is damaged."""
    for seconds, value in enumerate((b"one", b"three", b"two")):
        disk.store(value, read=False, key=KEY)
        os.utime(tmp_path / "v1" / name_of(KEY, value), (seconds, seconds))
    disk.store(b"of another", read=False, key=OTHER)
    assert disk.find(KEY) == b"two"
    (tmp_path / "v1" / name_of(KEY, b"two")).write_bytes(b"damaged")
    os.utime(tmp_path / "v1" / name_of(KEY, b"two"), (9, 9))
    assert disk.find(KEY) == b"three"
    assert disk.find(OTHER) == b"of another"


def test_a_key_is_not_the_start_of_another(disk: SafeDisk) -> None:
    """A longer key that begins like this one is another key."""
    disk.store(b"longer", read=False, key=KEY + "0" * 8)
    assert disk.find(KEY) is None
    assert disk.find("c3" * 16) is None


def test_nothing_is_deleted(disk: SafeDisk, tmp_path: Path) -> None:
    """What diskcache would throw away stays."""
    disk.store(b"value", read=False, key=KEY)
    disk.remove(name_of(KEY, b"value"))
    assert (tmp_path / "v1" / name_of(KEY, b"value")).is_file()


def test_a_value_is_found_that_came_with_the_one_before(tmp_path: Path) -> None:
    """Two values may come within one tick of the folder's clock: the second is found, whoever looked in between."""
    ours, theirs = Cache(tmp_path), Cache(tmp_path)
    now = time.time_ns()
    for n in range(3):
        key = f"{n:032x}"
        theirs.put(key, key.encode())
        os.utime(tmp_path / "v1" / "00", ns=(now, now))
        assert ours.get(key) == key.encode()
