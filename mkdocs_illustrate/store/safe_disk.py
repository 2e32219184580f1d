"""Values of the cache as files: named after their key and their content, so that each is held against its own name.

A folder may come from anywhere: links are not followed, nothing is unpickled, and what is damaged is put aside.
"""

from __future__ import annotations

import hashlib
import os
import re
import time
from pathlib import Path
from typing import Any

from diskcache import UNKNOWN, Disk
from diskcache.core import MODE_BINARY

from ..files import read, without_link, write
from ..shapes import MOST_BYTES

_KEY = re.compile(r"[0-9a-f]{32,64}")
# 3f/3f0c….9b1e….val: the key's first two digits, the key, the hash of what it holds
_NAME = re.compile(r"([0-9a-f]{2})/(\1[0-9a-f]{30,62})\.([0-9a-f]{64})\.val")
_TICK = 10**9  # nanoseconds; a folder that changed just now may change again without a new time
_MOST = MOST_BYTES + 2**20  # of one value: a picture, and what is known of it


class SafeDisk(Disk):  # type: ignore[misc]  # diskcache has no types
    """Bytes under hex keys, in files that name their key and their hash; deletes nothing."""

    def __init__(self, directory: str, **_settings: object) -> None:
        super().__init__(directory)
        self._root = Path(directory)
        self._listed: dict[str, tuple[int, dict[str, list[str]]]] = {}

    def put(self, key: Any) -> tuple[str, bool]:
        """Keys go into the index as they are."""
        if not isinstance(key, str) or not _KEY.fullmatch(key):
            raise TypeError("a cache key is 32 to 64 hex digits")
        return key, True

    def get(self, key: Any, raw: object) -> str:
        """Keys come out of the index as they went in; anything else was not written by us."""
        if not raw or not isinstance(key, str) or not _KEY.fullmatch(key):
            raise OSError("not a key of this cache")
        return key

    def store(self, value: Any, read: object, key: Any = UNKNOWN) -> tuple[int, int, str | None, bytes | None]:
        """Write the value's file before the index learns of it."""
        if read or not isinstance(value, bytes):
            raise TypeError("a cache value is bytes")
        name = f"{key[:2]}/{key}.{hashlib.sha256(value).hexdigest()}.val"
        target = self._root / name
        without_link(target.parent)
        if not os.path.lexists(target):
            write(target, value, durable=True)
        elif not self._is_sound(name):  # a name says what should be there, and nothing of what is
            self._put_aside(target)
            write(target, value, durable=True)
        return len(value), MODE_BINARY, name, None

    def fetch(self, mode: object, filename: Any, value: object, read: object) -> bytes:  # noqa: ARG002
        """Read a value's file and hold it against its name. OSError means: a miss."""
        if mode != MODE_BINARY or read or not isinstance(filename, str):
            raise OSError("not a value of this cache")
        return self.read_checked(filename)

    def remove(self, file_path: str) -> None:
        """Nothing that was paid for is deleted by the way; `prune` does it when asked."""

    def read_checked(self, name: str) -> bytes:
        """The bytes of a value's file, if the name is ours and the bytes are the ones it names."""
        match = _NAME.fullmatch(name)
        path = self._root / name
        if not match or path.is_symlink() or path.parent.is_symlink():
            raise OSError("not a value of this cache")
        data = read(path, _MOST)
        if hashlib.sha256(data).hexdigest() != match[3]:
            self._put_aside(path)
            raise OSError("a damaged value")
        return data

    def _is_sound(self, name: str) -> bool:
        try:
            return bool(self.read_checked(name))
        except OSError:
            return False

    def find(self, key: str) -> bytes | None:
        """The newest sound value of a key, found by name: the index is only a shortcut."""
        try:
            names = self._names(key[:2]).get(key, [])
            names.sort(key=lambda name: (self._root / name[:2] / name).stat().st_mtime, reverse=True)
        except OSError:
            return None
        for name in names:
            try:
                return self.read_checked(f"{key[:2]}/{name}")
            except OSError:
                continue
        return None

    def may_have(self, key: str) -> bool:
        """Whether any file names a key: a site asks for thousands that are not there."""
        try:
            return key in self._names(key[:2])
        except OSError:
            return False

    def put_aside(self, key: str) -> None:
        """No value of a key is found any more."""
        for path in self.values(key):
            self._put_aside(path)

    def values(self, key: str) -> list[Path]:
        """The files that hold values of a key."""
        return [*(self._root / key[:2]).glob(f"{key}.*.val")] if _KEY.fullmatch(key) else []

    def _names(self, prefix: str) -> dict[str, list[str]]:
        """The files of a folder by key; listed again only if it changed, as a site asks for thousands of keys."""
        folder = f"{self._root}{os.sep}{prefix}"
        changed = os.stat(folder).st_mtime_ns  # noqa: PTH116 - a Path costs more than the question
        known = self._listed.get(prefix)
        if known is not None and known[0] == changed:
            return known[1]
        names: dict[str, list[str]] = {}
        for name in os.listdir(folder):  # noqa: PTH208
            names.setdefault(name.partition(".")[0], []).append(name)
        if time.time_ns() - changed > _TICK:
            self._listed[prefix] = (changed, names)
        return names

    def _put_aside(self, path: Path) -> None:
        """Damaged files are kept for a look, out of the way."""
        aside = self._root / "quarantine"
        try:
            without_link(aside)
            aside.mkdir(exist_ok=True)
            path.replace(aside / path.name)
        except OSError:
            return
