"""The folders that are written: whether they lie where they seem to lie, and whether what is bought could be kept."""

from __future__ import annotations

import contextlib
import os
import threading
from collections.abc import Iterable, Mapping
from pathlib import Path

from ..errors import ConfigError, NotAllowed
from ..files import leads_out, reason, write

_CACHE = "cache_dir"
_NAME = ".room-for-a-picture"
_SIZE = 2**20  # bytes; a disk that has no room for them has none for a picture


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


class WritableFolders:
    """The folders that take what is bought: tried before the first call, and remembered once one failed."""

    def __init__(self, folders: Iterable[Path]) -> None:
        self._folders = tuple(folders)
        self._tried = False
        self._trying = threading.Lock()
        self._trouble = ""

    def check(self) -> None:
        """NotAllowed if something could not be written, in the first try or since."""
        with self._trying:
            if not self._tried:
                for folder in self._folders:
                    self._try(folder)
            self._tried = True
        if self._trouble:
            raise NotAllowed(f"nothing is bought that can't be kept: {self._trouble}")

    def lost(self, trouble: str) -> None:
        """Something that was bought could not be written: no further call is begun."""
        self._trouble = self._trouble or trouble

    def _try(self, folder: Path) -> None:
        missing = [path for path in (folder, *folder.parents) if not path.exists()]
        file = folder / _NAME
        try:
            write(file, bytes(_SIZE), durable=True)
            file.unlink()
        except OSError as error:
            self.lost(f"{folder.name}/ can't be written ({reason(error)})")
        with contextlib.suppress(OSError):  # as it was: git and people see no empty folder
            for path in missing:
                path.rmdir()
