"""Whether what is bought could be kept: the folders are tried before the first call, and remembered once one failed."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterable
from pathlib import Path

from ..errors import NotAllowed
from ..files import write

_NAME = ".room-for-a-picture"
_SIZE = 2**20  # bytes; a disk that has no room for them has none for a picture


class WritableFolders:
    """The folders that take what is bought."""

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
            self.lost(f"{folder.name}/ can't be written ({error.strerror or type(error).__name__})")
        with contextlib.suppress(OSError):  # as it was: git and people see no empty folder
            for path in missing:
                path.rmdir()
