"""Finds what can be drawn by looking into folders: nobody keeps a list of scenes, props or glyphs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")


class Folder(Mapping[str, T]):
    """What lies in a folder, by its files' names (`night_sky.py` is `night-sky`).

    The names are read off the listing; a file is loaded when its name is looked up, for a picture
    needs a handful of more than a hundred.
    """

    def __init__(self, folder: Path, ending: str, load: Callable[[str], T]) -> None:
        """Take every file with this ending, but those with a leading underscore."""
        files = sorted(path.name.removesuffix(ending) for path in folder.glob(f"*{ending}"))
        self._files = {file.replace("_", "-"): file for file in files if not file.startswith("_")}
        self._load = load

    def __getitem__(self, name: str) -> T:
        return self._load(self._files[name])

    def __contains__(self, name: object) -> bool:
        return name in self._files  # Mapping's own way would load it

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)
