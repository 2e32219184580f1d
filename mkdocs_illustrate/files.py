"""Writing files so that nobody ever reads half of one, also after a crash."""

from __future__ import annotations

import os
import tempfile
import time
from pathlib import Path

_BUSY_TRIES = 10  # Windows refuses to replace a file that another process has open just now


def write(path: Path, data: bytes, *, durable: bool = False) -> None:
    """Write next to the target, then swap it in; `durable` waits until the disk has it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            if durable:
                file.flush()
                os.fsync(file.fileno())
        temporary.chmod(0o644)  # mkstemp makes it private; a published file must not be
        _replace(temporary, path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def leads_out(path: Path, root: Path) -> bool:
    """Whether a link on the way to a file leads out of the folder in which it should lie."""
    home, real = os.path.realpath(root), os.path.realpath(path.parent)
    return real != home and not real.startswith(home.rstrip(os.sep) + os.sep)


def without_link(folder: Path) -> None:
    """Take away a link that stands where a folder of ours should: nothing is written through it."""
    if folder.is_symlink():
        folder.unlink()


def append(path: Path, line: str) -> None:
    """Add one line to a log, whole or not at all, and wait until the disk has it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags, 0o644), "ab", buffering=0) as file:
        file.write(line.encode() + b"\n")
        os.fsync(file.fileno())


def _replace(temporary: Path, path: Path) -> None:
    for attempt in range(_BUSY_TRIES):
        try:
            temporary.replace(path)
        except PermissionError:
            if os.name != "nt" or attempt == _BUSY_TRIES - 1:
                raise
            time.sleep(0.05 * (attempt + 1))
        else:
            return
