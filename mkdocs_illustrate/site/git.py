"""Git, as it is found on this machine."""

from __future__ import annotations

import subprocess
from pathlib import Path


def git(folder: Path, *arguments: str, patience: float | None = None) -> bytes | None:
    """What it says in a folder; None where it fails or takes too long. OSError if it can't be started."""
    command = ["git", "-C", str(folder), *arguments]
    try:
        done = subprocess.run(  # noqa: S603 - our own words to it
            command, capture_output=True, check=False, timeout=patience, stdin=subprocess.DEVNULL
        )
    except subprocess.TimeoutExpired:
        return None
    return done.stdout if done.returncode == 0 else None
