"""In whose name somebody signs off: what git would write under a commit of this project."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from ..characters import visible

_PATIENCE = 10.0  # seconds; git reads two small files


def own_name(folder: Path) -> str:
    """The name that git knows whoever sits here by; empty if it knows none."""
    said = os.environ.get("GIT_AUTHOR_NAME") or _asked(folder)
    return visible(said.strip())


def _asked(folder: Path) -> str:
    command = ["git", "config", "user.name"]
    try:
        done = subprocess.run(  # noqa: S603 - git, as it is found on this machine
            command, cwd=folder, capture_output=True, check=False, timeout=_PATIENCE, stdin=subprocess.DEVNULL
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""  # no git, no name
    return done.stdout.decode("utf-8", "replace")
