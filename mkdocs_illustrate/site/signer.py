"""In whose name somebody signs off: what git would write under a commit of this project."""

from __future__ import annotations

import os
from pathlib import Path

from ..characters import visible
from .git import git

_PATIENCE = 10.0  # seconds; git reads two small files


def own_name(folder: Path) -> str:
    """The name that git knows whoever sits here by; empty if it knows none."""
    said = os.environ.get("GIT_AUTHOR_NAME") or _asked(folder)
    return visible(said.strip())


def _asked(folder: Path) -> str:
    try:
        said = git(folder, "config", "user.name", patience=_PATIENCE)
    except OSError:
        return ""  # no git, no name
    return (said or b"").decode("utf-8", "replace")
