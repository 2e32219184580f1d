"""Key -> bytes on this machine: the accelerator. Losing all of it costs time, or money once more.

diskcache keeps the index, in a way made safe: a cache folder may come from anywhere, so nothing in it is trusted and
nothing is unpickled. A value's file is named after its key and its content, so it is checked against its own name, and
is found again when the index is lost or lies. Whatever happens to the folder, a build goes on without it.
"""

from __future__ import annotations

import sqlite3
import threading
import time
from pathlib import Path

import diskcache

from ..errors import StoreError
from ..files import without_link, write
from .safe_disk import SafeDisk

_VERSION = "v1"  # another format gets another folder; older and newer ones are left alone
_WAIT = 10  # seconds for another process to finish its own write
_LOST = (OSError, sqlite3.Error, diskcache.Timeout)
# The disk's trouble or another process's work, and no damage: SQLITE_PERM, _BUSY, _LOCKED, _READONLY, _IOERR, …
_NO_DAMAGE = {3, 5, 6, 8, 10, 13, 14}


class Cache:
    """Bytes by hex key. Reading never fails; writing raises StoreError."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / _VERSION
        self._disk = SafeDisk(str(self.folder))
        self._mending, self._mended = threading.Lock(), False
        self._index = self._open(folder)

    def _open(self, folder: Path) -> diskcache.Cache | None:
        try:
            for file in self.folder.glob("cache.db*"):
                without_link(file)  # SQLite would follow it
            if not (folder / ".gitignore").exists():
                write(folder / ".gitignore", b"*\n")  # a cache that nobody commits by mistake
            return self._new_index()
        except OSError:
            return None  # read-only or full: values are still found by name
        except Exception as error:  # noqa: BLE001 - what diskcache makes of a damaged index is anything
            return self._renewed() if _is_damage(error) else None

    def _renewed(self) -> diskcache.Cache | None:
        """A new index in place of a damaged one, which is moved aside."""
        stamp = time.strftime("%Y%m%d-%H%M%S")
        try:
            for file in self.folder.glob("cache.db*"):
                file.replace(file.with_name(f"damaged-{stamp}-{file.name}"))
            return self._new_index()
        except _LOST:
            return None

    def _mend(self, index: diskcache.Cache, error: Exception) -> None:
        """Whatever an index did that opened well: it is renewed once, and then done without."""
        with self._mending:
            if not _is_damage(error) or self._index is not index:
                return
            self._index, self._mended = None if self._mended else self._renewed(), True

    def _new_index(self) -> diskcache.Cache:
        """Every setting is passed: those found in a restored index are not believed."""
        return diskcache.Cache(
            str(self.folder),
            timeout=_WAIT,
            disk=SafeDisk,
            eviction_policy="none",
            size_limit=2**62,  # it throws nothing out by itself: it was paid for
            cull_limit=0,
            statistics=0,
            tag_index=0,
        )

    def get(self, key: str) -> bytes | None:
        """The value of a key, or None: not there, damaged and unreadable are all a miss."""
        self._disk.put(key)  # a key that is none is our own mistake, and no damage
        if not self._disk.may_have(key):
            return None
        index, found = self._index, None
        if index is not None:
            try:
                found = index.get(key)
            except Exception as error:  # noqa: BLE001 - see above
                self._mend(index, error)
        return found if isinstance(found, bytes) else self._disk.find(key)

    def put(self, key: str, value: bytes) -> None:
        """Keep a value; when this returns, the disk has it."""
        self._disk.put(key)
        if not isinstance(value, bytes):
            raise TypeError("a cache value is bytes")
        index = self._index
        try:
            if index is None:
                self._disk.store(value, read=False, key=key)
            else:
                index.set(key, value)
        except OSError as error:
            raise StoreError(f"the cache folder {self.folder} can't be written ({error.strerror or error})") from None
        except Exception as error:
            if index is None:
                raise
            # The file is written before the index is asked, and is found by its name.
            self._mend(index, error)

    def put_aside(self, key: str) -> None:
        """Keep the values of a key for a look, out of the way."""
        self._disk.put_aside(key)

    def files(self, key: str) -> list[Path]:
        """Where the values of a key lie: for who deletes them."""
        return self._disk.values(key)

    def close(self) -> None:
        """Let go of the index."""
        if self._index is not None:
            self._index.close()


def _is_damage(error: Exception) -> bool:
    """Whether an index is broken, and not merely busy or out of reach."""
    if isinstance(error, sqlite3.Error):
        return (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF not in _NO_DAMAGE
    return not isinstance(error, diskcache.Timeout)
