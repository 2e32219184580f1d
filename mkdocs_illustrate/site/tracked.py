"""What git knows of a project: files that are not in its index are on this machine only."""

from __future__ import annotations

import subprocess
from pathlib import Path

from ..errors import ConfigError


def tracked_files(base: Path) -> frozenset[Path]:
    """The files below a folder that are committed, or will be with the next commit."""
    command = ["git", "ls-files", "-z", "--", "."]
    try:
        done = subprocess.run(command, cwd=base, capture_output=True, check=False)  # noqa: S603 - git, as it is found
    except OSError:
        raise ConfigError("git is needed to know what is committed, and can't be started") from None
    if done.returncode:
        raise ConfigError("what is committed can't be known: git knows no repository here")
    return frozenset(base / name for name in done.stdout.decode("utf-8", "surrogateescape").split("\0") if name)
