"""A command at a terminal: what it writes is read, and what it asks is answered."""

from __future__ import annotations

import os
import pty
from dataclasses import dataclass
from typing import Any

from .sites import SiteMaker, started


@dataclass(frozen=True, slots=True)
class Talk:
    """What stood on the terminal, and how the command ended."""

    code: int
    text: str


def at_terminal(site: SiteMaker, *arguments: str, answer: str, **env: str) -> Talk:
    """Run a command of ours at a terminal of its own, and give one answer to what it asks."""
    site.write_config()
    ours, theirs = pty.openpty()
    more: dict[str, Any] = {"stdin": theirs, "stdout": theirs, "stderr": theirs, "env": {**os.environ, **env}}
    process = started(site.folder, "mkdocs_illustrate", *arguments, **more)
    os.close(theirs)
    try:
        os.write(ours, answer.encode())  # a terminal keeps what was typed before it was asked
        text = _all(ours)
        return Talk(process.wait(60), text)
    finally:
        if process.poll() is None:
            process.kill()
        os.close(ours)


def _all(terminal: int) -> str:
    """What comes until the other side is closed."""
    read = b""
    while True:
        try:
            some = os.read(terminal, 4096)
        except OSError:
            some = b""
        if not some:
            return read.decode("utf-8", "replace").replace("\r\n", "\n")
        read += some


def editor(site: SiteMaker, *lines: str) -> str:
    """An editor as people have one: a little script; the lines say in Python what it does with `path`."""
    site.folder.mkdir(parents=True, exist_ok=True)
    script = site.folder / "editor.sh"
    code = "; ".join(("import pathlib, sys", "path = pathlib.Path(sys.argv[1])", *lines))
    script.write_text(f"#!/bin/sh\nexec python3 -c '{code}' \"$1\"\n", "utf-8")
    script.chmod(0o755)
    return str(script)
