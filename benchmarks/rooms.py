"""Counts the rooms that one bought picture crosses: `python benchmarks/rooms.py`.

A page is built with a chat model and an image model on loopback; every module of ours in which a function runs is a
room. The built-in painter and the test servers do not count.
"""

from __future__ import annotations

import logging
import os
import sys
import tempfile
import threading
from collections import Counter
from inspect import CO_OPTIMIZED
from pathlib import Path
from types import FrameType
from typing import Any, Self

import mkdocs_illustrate
from mkdocs_illustrate.testing.server import ModelServer

_PACKAGE = str(Path(mkdocs_illustrate.__file__).parent) + os.sep
_APART = ("painter" + os.sep, "testing" + os.sep)
_PAGE = "---\nillustrate: true\n---\n# Night trains\n\nA train runs through the night.\n\n## Why\n\nIt saves a day.\n"
_CONFIG = """\
site_name: One page
site_url: https://example.org/
plugins:
  - illustrate:
      chat: {{provider: openai, base_url: "{url}"}}
      image: {{provider: openai, base_url: "{url}"}}
"""


class Rooms:
    """Counts calls by module, on every thread."""

    def __init__(self) -> None:
        self.calls: Counter[str] = Counter()

    def __enter__(self) -> Self:
        threading.setprofile(self._seen)
        sys.setprofile(self._seen)
        return self

    def __exit__(self, *_error: object) -> None:
        sys.setprofile(None)
        threading.setprofile(None)  # type: ignore[arg-type]  # None ends it

    def _seen(self, frame: FrameType, event: str, _argument: Any) -> None:
        code = frame.f_code
        # A class that is being made is not crossed: only functions have fast locals.
        if event == "call" and code.co_flags & CO_OPTIMIZED and code.co_filename.startswith(_PACKAGE):
            room = code.co_filename.removeprefix(_PACKAGE)
            if not room.startswith(_APART):
                self.calls[room] += 1


def build(folder: Path, url: str) -> Rooms:
    """Build the page in this process."""
    from mkdocs.commands.build import build as run  # noqa: PLC0415
    from mkdocs.config import load_config  # noqa: PLC0415

    (folder / "docs").mkdir()
    (folder / "docs" / "index.md").write_text(_PAGE, "utf-8")
    (folder / "mkdocs.yml").write_text(_CONFIG.format(url=url), "utf-8")
    with Rooms() as rooms:
        config = load_config(str(folder / "mkdocs.yml"))
        config.plugins.on_startup(command="build", dirty=False)
        run(config)
        config.plugins.on_shutdown()
    return rooms


def main() -> None:
    """Print the rooms, and how many."""
    logging.getLogger("mkdocs").addHandler(logging.NullHandler())
    os.environ["OPENAI_API_KEY"] = "test-key"
    os.environ.pop("CI", None)
    with tempfile.TemporaryDirectory() as folder, ModelServer() as server:
        rooms = build(Path(folder), server.url)
        bought = len(server.asked("/images/generations"))
    for room, calls in sorted(rooms.calls.items()):
        print(f"{calls:6} {room}")
    print(f"{len(rooms.calls)} rooms for {bought} picture")


if __name__ == "__main__":
    main()
