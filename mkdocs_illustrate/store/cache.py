"""Key -> bytes on this machine: the accelerator. Losing all of it costs time, or money once more.

diskcache keeps the index. Whatever happens to it, values are found by their file names; whatever
happens to the folder, a build goes on without it.
"""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path

import diskcache

from ..errors import StoreError
from ..files import without_link, write
from .disk import SafeDisk

_VERSION = "v1"  # another format gets another folder; older and newer ones are left alone
_WAIT = 10  # seconds for another process to finish its own write
_LOST = (OSError, sqlite3.Error, diskcache.Timeout)


class Cache:
    """Bytes by hex key. Reading never fails; writing raises StoreError."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / _VERSION
        self._disk = SafeDisk(str(self.folder))
        self._index = self._open(folder)

    def _open(self, folder: Path) -> diskcache.Cache | None:
        try:
            for file in self.folder.glob("cache.db*"):
                without_link(file)  # SQLite would follow it
            if not (folder / ".gitignore").exists():
                write(folder / ".gitignore", b"*\n")  # a cache that nobody commits by mistake
            return self._index_or_new()
        except _LOST:
            return None  # read-only or full: values are still found by name

    def _index_or_new(self) -> diskcache.Cache:
        try:
            return self._new_index()
        except (sqlite3.DatabaseError, ValueError, TypeError):
            stamp = time.strftime("%Y%m%d-%H%M%S")
            for file in self.folder.glob("cache.db*"):
                file.replace(file.with_name(f"damaged-{stamp}-{file.name}"))
            return self._new_index()

    def _new_index(self) -> diskcache.Cache:
        """Every setting is passed: those found in a restored index are not believed."""
        return diskcache.Cache(
            str(self.folder),
            timeout=_WAIT,
            disk=SafeDisk,
            eviction_policy="none",
            size_limit=2**62,
            cull_limit=0,
            statistics=0,
            tag_index=0,
        )

    def get(self, key: str) -> bytes | None:
        """The value of a key, or None: not there, damaged and unreadable are all a miss."""
        try:
            found = self._index.get(key) if self._index is not None else None
        except _LOST:
            found = None
        return found if isinstance(found, bytes) else self._disk.find(key)

    def put(self, key: str, value: bytes) -> None:
        """Keep a value; when this returns, the disk has it."""
        try:
            if self._index is None:
                self._disk.store(value, read=False, key=key)
            else:
                self._index.set(key, value)
        except (sqlite3.Error, diskcache.Timeout):
            return  # the file is written before the index is asked, and is found by its name
        except OSError as error:
            raise StoreError(f"the cache folder {self.folder} can't be written ({error.strerror or error})") from None

    def put_aside(self, key: str) -> None:
        """Keep the values of a key for a look, out of the way."""
        self._disk.put_aside(key)

    def close(self) -> None:
        """Let go of the index."""
        if self._index is not None:
            self._index.close()
