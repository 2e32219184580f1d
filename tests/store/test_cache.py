"""The cache: what was paid survives, and nothing in the folder is trusted."""

from __future__ import annotations

import errno
import os
import pickle
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import diskcache
import pytest

from mkdocs_illustrate.errors import StoreError
from mkdocs_illustrate.store.cache import Cache
from tests.systems import KILL, root

KEY = "a1" * 16


def keys(count: int) -> list[str]:
    """Some keys."""
    return [f"{n:032x}" for n in range(count)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where a cache may lie: with blanks and signs in its name."""
    return tmp_path / "a cache ünd só"


@pytest.fixture
def cache(folder: Path) -> Iterator[Cache]:
    """A cache with ten values."""
    opened = Cache(folder)
    for key in keys(10):
        opened.put(key, f"value {key}".encode() * 1000)
    yield opened
    opened.close()


def test_values_come_back(cache: Cache) -> None:
    """What was put is found, what was not is None, and a second value replaces the first."""
    assert cache.get(keys(1)[0]) == f"value {keys(1)[0]}".encode() * 1000
    assert cache.get(KEY) is None
    cache.put(keys(1)[0], b"new")
    assert cache.get(keys(1)[0]) == b"new"


DAMAGE: dict[str, Callable[[Path], object]] = {
    "gone": lambda index: index.unlink(),
    "empty": lambda index: index.write_bytes(b""),
    "garbage": lambda index: index.write_bytes(b"garbage" * 4096),
    "half": lambda index: index.write_bytes(index.read_bytes()[: index.stat().st_size // 2]),
    "pages overwritten": lambda index: index.write_bytes(
        index.read_bytes()[:4096] + b"\xff" * 8192 + index.read_bytes()[12288:]
    ),
}


@pytest.mark.parametrize("name", DAMAGE)
def test_a_damaged_index(cache: Cache, folder: Path, name: str) -> None:
    """Whatever happens to the index, every value is found again, and more can be put."""
    cache.close()
    DAMAGE[name](folder / "v1/cache.db")
    again = Cache(folder)
    assert all(again.get(key) for key in keys(10))
    again.put(KEY, b"more")
    assert again.get(KEY) == b"more"
    again.close()


@pytest.mark.parametrize("damage", ["cut", "flipped", "empty", "swapped", "folder", "link"])
def test_a_damaged_value(cache: Cache, folder: Path, damage: str, tmp_path: Path) -> None:
    """A value that is not the one its name says is a miss, and is kept aside for a look."""
    (path,) = (folder / "v1").glob(f"00/{keys(1)[0]}.*")
    data = path.read_bytes()
    (other,) = (folder / "v1").glob(f"00/{keys(2)[1]}.*")
    secret = tmp_path / "secret"
    secret.write_bytes(b"secret")
    if damage in {"folder", "link"}:
        path.unlink()
        path.mkdir() if damage == "folder" else path.symlink_to(secret)
    else:
        path.write_bytes(
            {
                "cut": data[:-1],
                "flipped": b"X" + data[1:],
                "empty": b"",
                "swapped": other.read_bytes(),
            }[damage]
        )
    assert cache.get(keys(1)[0]) is None
    assert secret.exists()
    kept = (folder / "v1/quarantine").exists()
    assert kept == (damage not in {"folder", "link"})
    cache.put(keys(1)[0], b"fresh")
    assert cache.get(keys(1)[0]) in ({b"fresh", None} if damage == "folder" else {b"fresh"})


class _Evil:
    def __init__(self, mark: Path) -> None:
        self.mark = mark

    def __reduce__(self) -> tuple[Callable[[str], int], tuple[str]]:
        return os.system, (f"touch {self.mark}",)


@pytest.mark.parametrize("attack", ["value", "key", "mode", "outside", "absolute", "settings", "disk setting"])
def test_a_poisoned_index(folder: Path, attack: str, tmp_path: Path) -> None:
    """A row that somebody wrote runs no code, reads and deletes nothing outside the folder."""
    mark, secret = tmp_path / "ran", tmp_path / "secret.txt"
    secret.write_text("secret")
    Cache(folder).close()
    evil = pickle.dumps(_Evil(mark))
    with sqlite3.connect(folder / "v1/cache.db") as base:
        row = "INSERT INTO Cache(key, raw, store_time, mode, filename, value) VALUES (?,?,0,?,?,?)"
        rows = {
            "value": (KEY, 1, 4, None, evil),
            "key": (evil, 0, 1, None, b"x"),
            "mode": (KEY, 1, 99, None, b"x"),
            "outside": (KEY, 1, 2, "../../secret.txt", None),
            "absolute": (KEY, 1, 2, str(secret), None),
        }
        if attack in rows:
            base.execute(row, rows[attack])
        elif attack == "settings":
            base.execute("INSERT OR REPLACE INTO Settings VALUES ('size_limit', 1)")
            base.execute("INSERT OR REPLACE INTO Settings VALUES ('cull_limit', 1000)")
        else:
            base.execute("INSERT OR REPLACE INTO Settings VALUES ('disk_pickle_protocol', 'x')")
    base.close()
    cache = Cache(folder)
    assert cache.get(KEY) is None
    cache.put(KEY, b"good")
    for key in keys(30):
        cache.put(key, b"x" * 1000)
    assert cache.get(KEY) == b"good"
    assert all(cache.get(key) for key in keys(30))
    cache.close()
    assert not mark.exists()
    assert secret.read_text() == "secret"


def test_another_opener_evicts_nothing(cache: Cache, folder: Path) -> None:
    """A program that opens the folder with diskcache's defaults takes nothing away from us."""
    with diskcache.Cache(str(folder / "v1"), size_limit=1, cull_limit=100) as other:
        for n in range(20):
            other.set(f"theirs {n}", b"y" * 100)
    assert all(cache.get(key) for key in keys(10))


def test_a_folder_that_is_a_file(tmp_path: Path) -> None:
    """A cache that can't be opened reads as empty, and says so when it is written."""
    path = tmp_path / "file"
    path.write_text("")
    cache = Cache(path)
    assert cache.get(KEY) is None
    with pytest.raises(StoreError, match="can't be written"):
        cache.put(KEY, b"x")
    cache.close()


@root
def test_a_folder_that_may_not_be_written(folder: Path, cache: Cache) -> None:
    """In a read-only folder, values are still found."""
    cache.close()
    code = (
        "import os; from pathlib import Path; from mkdocs_illustrate.store.cache import Cache\n"
        "os.setgid(65534); os.setuid(65534)\n"
        f"print(len(Cache(Path({str(folder)!r})).get('{keys(3)[2]}')))"
    )
    for path in [folder, *folder.rglob("*")]:
        path.chmod(0o555 if path.is_dir() else 0o444)
    for parent in folder.parents:
        if str(parent).startswith("/tmp/"):  # noqa: S108 - where pytest puts its folders
            parent.chmod(0o755)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    for path in [folder, *folder.rglob("*")]:
        path.chmod(0o755 if path.is_dir() else 0o644)
    assert done.stdout.strip() == str(len(f"value {keys(3)[2]}") * 1000), done.stderr


def test_a_killed_writer_loses_nothing(folder: Path) -> None:
    """What was acknowledged before kill -9 is there and sound afterwards; nothing half is seen."""
    code = (
        "import sys; from pathlib import Path\n"
        "from mkdocs_illustrate.store.cache import Cache\n"
        f"cache = Cache(Path({str(folder)!r}))\n"
        "for n in range(int(sys.argv[1]), 10**6, 2):\n"
        "    cache.put(f'{n:032x}', bytes([n % 251]) * 300_000); print(n, flush=True)\n"
    )
    acknowledged = []
    for turn in range(4):
        writers = [
            subprocess.Popen(
                [sys.executable, "-c", code, str(turn * 1000 + parity)],
                stdout=subprocess.PIPE,
                text=True,
            )
            for parity in (0, 1)
        ]
        acknowledged += [int(writer.stdout.readline()) for writer in writers for _ in range(2) if writer.stdout]
        time.sleep(0.05 * turn)  # to be killed at another point each time
        for writer in writers:
            writer.send_signal(KILL)
            out, _ = writer.communicate()
            acknowledged += [int(line) for line in out.splitlines()]
    cache = Cache(folder)
    assert len(acknowledged) > 8
    for n in acknowledged:
        assert cache.get(f"{n:032x}") == bytes([n % 251]) * 300_000
    cache.close()


def test_a_value_beside_a_lost_index(cache: Cache, folder: Path) -> None:
    """A value whose index row was lost while the cache is open is found by its name."""
    with sqlite3.connect(folder / "v1/cache.db") as base:
        base.execute("DELETE FROM Cache")
    base.close()
    assert cache.get(keys(1)[0]) == f"value {keys(1)[0]}".encode() * 1000


def test_a_damaged_index_is_kept_for_a_look(cache: Cache, folder: Path) -> None:
    """An index that does not open is put aside under a name with its date, and a new one begun."""
    cache.close()
    (folder / "v1/cache.db").write_bytes(b"garbage" * 4096)
    Cache(folder).close()
    (aside,) = (folder / "v1").glob("damaged-*-cache.db")
    assert aside.read_bytes().startswith(b"garbage")
    assert aside.name.split("-")[1].isdecimal()
    again = Cache(folder)
    again.put(KEY, b"x")
    again.close()
    with sqlite3.connect(folder / "v1/cache.db") as base:
        assert base.execute("SELECT key FROM Cache").fetchall() == [(KEY,)]
    base.close()


def test_what_can_not_be_a_key_or_a_value(cache: Cache) -> None:
    """A key that is no hex is refused when it is written."""
    with pytest.raises(TypeError):
        cache.put("../x", b"value")


def test_a_full_disk(cache: Cache, folder: Path) -> None:
    """Where a value's file can't be written, that is said; the others are still found."""
    (folder / "v1" / KEY[:2]).write_text("a file in the way of a folder")
    with pytest.raises(StoreError) as caught:
        cache.put(KEY, b"x")
    assert str(caught.value) == f"the cache folder {folder / 'v1'} can't be written (File exists)"
    assert cache.get(keys(1)[0])


def test_an_index_that_fails_while_it_is_open(cache: Cache, folder: Path) -> None:
    """An index that breaks under way costs no value: those before and after it are found."""
    with sqlite3.connect(folder / "v1/cache.db") as base:
        base.execute("DROP TABLE Cache")
    base.close()
    assert cache.get(keys(1)[0]) == f"value {keys(1)[0]}".encode() * 1000
    cache.put(KEY, b"new")
    assert cache.get(KEY) == b"new"


def test_another_writer_takes_long(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While somebody else holds the index for longer than we wait, values are written and found all the same."""
    monkeypatch.setattr("mkdocs_illustrate.store.cache._WAIT", 0.05)
    cache = Cache(folder)
    base = sqlite3.connect(folder / "v1/cache.db", isolation_level=None)
    base.execute("BEGIN IMMEDIATE")
    cache.put(KEY, b"value")
    assert cache.get(KEY) == b"value"
    base.close()
    cache.close()


@pytest.mark.parametrize("how", ["in the way", "a full disk"])
def test_without_an_index(folder: Path, how: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A cache whose index can't be opened reads and writes values by their names."""
    if how == "in the way":
        (folder / "v1/cache.db").mkdir(parents=True)
        (folder / "v1/cache.db/x").write_text("in the way")
    else:
        monkeypatch.setattr(diskcache, "Cache", full_disk)
    cache = Cache(folder)
    cache.put(KEY, b"value")
    assert cache.get(KEY) == b"value"
    cache.close()


def full_disk(*_arguments: object, **_more: object) -> None:
    """What the index finds where it can make no file."""
    raise OSError(errno.ENOSPC, "No space left on device")


def test_a_note_for_git_is_written_once(folder: Path) -> None:
    """Somebody's own .gitignore stays."""
    folder.mkdir()
    (folder / ".gitignore").write_text("mine\n")
    Cache(folder).close()
    assert (folder / ".gitignore").read_text() == "mine\n"


def test_another_version_is_left_alone(folder: Path) -> None:
    """Folders of other versions are neither read nor touched."""
    later = folder / "v2"
    later.mkdir(parents=True)
    (later / "cache.db").write_bytes(b"of the future")
    cache = Cache(folder)
    cache.put(KEY, b"x")
    cache.close()
    assert (later / "cache.db").read_bytes() == b"of the future"


def test_nobody_commits_it_by_mistake(cache: Cache, folder: Path) -> None:
    """The folder tells git to leave it alone."""
    assert (folder / ".gitignore").read_text() == "*\n"
    shutil.rmtree(folder / "v1")
    assert cache.get(KEY) is None
