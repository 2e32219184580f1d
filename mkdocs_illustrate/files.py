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
