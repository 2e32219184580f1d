"""Whether the folders that are written lie where they seem to lie: a link may have come with a pull request."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from ..errors import ConfigError
from ..files import leads_out

_CACHE = "cache_dir"


def check_folders(base: Path, folders: Mapping[str, str | None]) -> None:
    """Whether portfolio and cache lie where they seem to lie; ConfigError names the option of one that does not.

    A folder that mkdocs.yml names outside the project is its author's will; a link may have come with a pull request.
    """
    for option, name in folders.items():
        folder = Path(os.path.normpath(base / name)) if name else base
        within = folder.is_relative_to(os.path.normpath(base))
        if within and leads_out(folder / "x", base):
            raise ConfigError(f"option '{option}': {name} is behind a link out of the project; name the folder itself")
        for part in folder.iterdir() if option == _CACHE and folder.is_dir() else ():
            if part.is_symlink():
                raise ConfigError(f"option '{option}': {name}/{part.name} is a link, and links are not followed")
