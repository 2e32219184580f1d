"""Writing files so that nobody ever reads half of one, also after a crash."""

from __future__ import annotations

import contextlib
import errno
import json
import os
import re
import stat
import tempfile
import time
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from .dates import now

# No link is followed, nobody is waited for at the other end of a pipe, and Windows changes no line ends.
_AS_IT_IS = sum(getattr(os, name, 0) for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY"))
_HERE = f"{zlib.crc32(os.uname().nodename.encode() if hasattr(os, 'uname') else b''):08x}"
# `.illustrate-1c291ca3-4711-k2x8qz1b.part`: whose it is stands in its name
_HALF = re.compile(r"\.illustrate-([0-9a-f]{8})-([0-9]{1,10})-\w{8}\.part", re.ASCII)
# `.k2x8qz1b.part`: what 0.1.0 left; a word is another program's (`.download.part`)
_HALF_OF_OLD = re.compile(r"\.(?=[a-z_]*[0-9])[a-z0-9_]{8}\.part", re.ASCII)
_OLD, _SETTLED = 3600.0, 1.0  # seconds after which nobody writes on: if nothing is known of the writer; if it is gone
_BUSY_TRIES = 10  # Windows refuses to replace a file that another process has open just now


def write(path: Path, *parts: bytes, durable: bool = False) -> None:
    """Write next to the target, then swap it in; `durable` waits until the disk has it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".illustrate-{_HERE}-{os.getpid()}-", suffix=".part")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(parts)
            if durable:
                file.flush()
                os.fsync(file.fileno())
        temporary.chmod(0o644)  # mkstemp makes it private; a published file must not be
        _replace(temporary, path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def read(path: Path, most: int) -> bytes:
    """A file's bytes. OSError if it is none, a link, or longer than it may be: what others put there may be a pipe."""
    handle = os.open(path, os.O_RDONLY | _AS_IT_IS)
    try:
        found = os.fstat(handle)
        if not stat.S_ISREG(found.st_mode):
            raise OSError(errno.EINVAL, "it is no plain file")
        if found.st_size > most:
            raise OSError(errno.EFBIG, f"it is longer than {most >> 20} MiB")
        with open(handle, "rb", closefd=False) as file:
            return file.read()
    finally:
        os.close(handle)


def sweep(folder: Path) -> None:
    """Take away what killed processes of ours left half-written below a folder, and nothing that is being written."""
    for path in half_written(folder):
        with contextlib.suppress(OSError):
            path.unlink()


def half_written(folder: Path) -> Iterator[Path]:
    """What killed processes of ours left half-written below a folder: nobody writes it on."""
    for parent, _, names in os.walk(folder):
        for name in names:
            half = _HALF.fullmatch(name)
            if half or _HALF_OF_OLD.fullmatch(name):
                path = Path(parent, name)
                if _is_left(path, *(half.groups() if half else ())):
                    yield path


def _is_left(path: Path, machine: str = "", process: str = "") -> bool:
    try:
        age = time.time() - path.lstat().st_mtime
    except OSError:
        return False
    return age > _OLD or (age > _SETTLED and machine == _HERE and _is_gone(int(process)))


def _is_gone(process: int) -> bool:
    if os.name == "nt":
        return False  # to ask there is to end it
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    except (OSError, OverflowError):
        return False
    return False


def leads_out(path: Path, root: Path) -> bool:
    """Whether a link on the way to a file leads out of the folder in which it should lie."""
    home, real = os.path.realpath(root), os.path.realpath(path.parent)
    return real != home and not real.startswith(home.rstrip(os.sep) + os.sep)


def without_link(folder: Path) -> None:
    """Take away a link that stands where a folder of ours should: nothing is written through it."""
    if folder.is_symlink():
        folder.unlink()


def append(path: Path, line: str) -> None:
    """Add one line to a log, whole or not at all, and wait until the disk has it. No link is followed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    flags = os.O_RDWR | os.O_APPEND | os.O_CREAT
    with os.fdopen(os.open(path, flags | _AS_IT_IS, 0o644), "a+b", buffering=0) as file:
        torn = file.tell() > 0 and (file.seek(-1, os.SEEK_END), file.read(1))[1] != b"\n"  # by a crash
        file.write(b"\n" * torn + line.encode() + b"\n")
        os.fsync(file.fileno())


def note(path: Path, facts: Mapping[str, object], *, plain: bool = False) -> None:
    """Add one line of JSON to a log; `plain` is ASCII."""
    append(path, json.dumps({"at": now(), **facts}, ensure_ascii=plain, default=str))


def notes(path: Path, most: int, having: str = "", *, latest_first: bool = False) -> Iterator[dict[str, Any]]:
    """The lines of such a log that have some words in them; one that is torn, or no mapping, is passed over."""
    try:
        lines = read(path, most).decode("utf-8", "replace").split("\n")
    except OSError:
        return
    for line in reversed(lines) if latest_first else lines:
        with contextlib.suppress(ValueError, RecursionError):
            noted = json.loads(line) if line and having in line else None
            if isinstance(noted, dict):
                yield noted


def reason(error: OSError) -> str:
    """What keeps a file from being read or written, in a few words."""
    return error.strerror or type(error).__name__


def sweep_empty(folder: Path, *roots: Path) -> None:
    """Take away a folder, and those above it below the roots, as far as nothing lies in them any more."""
    with contextlib.suppress(OSError):  # something does
        while folder not in roots:
            folder.rmdir()
            folder = folder.parent


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
