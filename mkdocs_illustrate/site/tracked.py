"""What git knows of a project: files that are not in its index are on this machine only."""

from __future__ import annotations

from pathlib import Path

from ..errors import ConfigError
from .git import git


def tracked_files(base: Path) -> frozenset[Path]:
    """The files below a folder that are committed, or will be with the next commit."""
    try:
        listed = git(base, "ls-files", "-z", "--", ".")
    except OSError:
        raise ConfigError("git is needed to know what is committed, and can't be started") from None
    if listed is None:
        raise ConfigError("what is committed can't be known: git knows no repository here")
    return frozenset(base / name for name in listed.decode("utf-8", "surrogateescape").split("\0") if name)
