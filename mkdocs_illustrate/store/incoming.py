"""Answers as they came, on disk before anybody reads them: a crash between arrival and keeping loses nothing."""

from __future__ import annotations

import contextlib
import json
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ..files import read, write
from ..shapes import MOST_BYTES

_MOST = 4 * MOST_BYTES  # of one answer: it may hold several pictures, in base64
_OLD = 30 * 86_400.0  # seconds; an answer that nobody wanted any more by then is not wanted
_HALF = 86_400.0  # seconds; a file that is half written for so long will stay so
_READ = {"content-type", "finish-reason", "seed"}  # headers that are read; others may hold what is nobody's business


@dataclass(frozen=True, slots=True)
class Arrived:
    """One answer: what its reader needs."""

    body: bytes
    headers: Mapping[str, str]


class Incoming:
    """A folder beside the ledger, empty but for what is being read just now."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "incoming"

    def put(self, key: str, mark: str, body: bytes, headers: Mapping[str, str]) -> None:
        """Keep an answer; when this returns, the disk has it. OSError if not."""
        known = {name.lower(): value for name, value in headers.items() if name.lower() in _READ}
        write(self._path(key, mark), json.dumps(known).encode(), b"\n", body, durable=True)

    def get(self, key: str, mark: str) -> Arrived | None:
        """The answer to this very question, if it came and was not read to its end."""
        try:
            line, _, body = read(self._path(key, mark), _MOST).partition(b"\n")
            headers = json.loads(line)
        except (OSError, ValueError, RecursionError):
            return None
        usual = isinstance(headers, dict) and all(isinstance(value, str) for value in headers.values())
        return Arrived(body, headers) if usual else None

    def has(self, key: str) -> bool:
        """Whether any answer for this key waits to be read."""
        return any(self.folder.glob(f"{key}.*.answer"))

    def drop(self, key: str) -> None:
        """What came is kept elsewhere, or was judged."""
        for path in self.folder.glob(f"{key}.*.answer") if key else ():
            with contextlib.suppress(OSError):
                path.unlink()

    def sweep(self) -> None:
        """Take out what a crash left half written, and what nobody came back for."""
        now = time.time()
        for pattern, age in ((".*.part", _HALF), ("*.answer", _OLD)):
            for path in self.folder.glob(pattern):
                with contextlib.suppress(OSError):
                    if now - path.stat().st_mtime > age:
                        path.unlink()

    def _path(self, key: str, mark: str) -> Path:
        return self.folder / f"{key}.{mark[:16]}.answer"
