"""A command at a terminal, as a person types it: asked, answered, and stopped with Ctrl-C."""

from __future__ import annotations

import os
import re
import select
import struct
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from .sites import SiteMaker
from .waiting import PATIENCE

fcntl = pytest.importorskip("fcntl", reason="Windows has no terminals of this kind")
pty, termios = pytest.importorskip("pty"), pytest.importorskip("termios")

Answer = str | Callable[[], None]
"""What is typed, or what is done."""
CTRL_C, CTRL_D = "\x03", "\x04"
_CONTROL = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


@dataclass(frozen=True, slots=True)
class Screen:
    """What came of it."""

    code: int
    raw: str

    @property
    def text(self) -> str:
        """Without what moves the cursor and colours the words."""
        return _CONTROL.sub("", self.raw).replace("\r\n", "\n")

    @property
    def has_control(self) -> bool:
        """Whether it moved the cursor or coloured anything."""
        return "\x1b" in self.raw


def typed(
    folder: Path, *arguments: str, answers: Mapping[str, Answer] | None = None, columns: int = 100, **env: str
) -> Screen:
    """Run a command of ours at a terminal; each answer is typed when its words stand there."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    environment = {k: v for k, v in os.environ.items() if k not in {"COLUMNS", "LINES"}}
    with subprocess.Popen(
        [sys.executable, "-c", _AT_A_TERMINAL, *arguments],
        cwd=folder,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**environment, "TERM": "xterm-256color", **env},
        start_new_session=True,
    ) as process:
        os.close(theirs)
        try:
            raw = _conversation(ours, dict(answers or {}))
            return Screen(process.wait(PATIENCE), raw)
        finally:
            process.kill()
            os.close(ours)


_AT_A_TERMINAL = """
import fcntl, runpy, signal, sys, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)  # so that Ctrl-C is heard
signal.signal(signal.SIGINT, signal.default_int_handler)
sys.argv[0] = "mkdocs-illustrate"
runpy.run_module("mkdocs_illustrate", run_name="__main__", alter_sys=True)
"""


def _conversation(ours: int, answers: dict[str, Answer]) -> str:
    seen, ends = b"", time.monotonic() + PATIENCE
    while time.monotonic() < ends:
        if not select.select([ours], [], [], 1.0)[0]:
            continue
        try:
            part = os.read(ours, 65536)
        except OSError:  # Linux says so that the other end is closed
            part = b""
        if not part:
            return seen.decode()
        seen += part
        for words in [words for words in answers if words in seen.decode(errors="replace")]:
            answer = answers.pop(words)
            if isinstance(answer, str):
                time.sleep(0.3)  # nobody types sooner; what comes before the question is read would be lost to it
                os.write(ours, answer.encode())
            else:
                answer()
    raise AssertionError(f"it never ended: {seen.decode(errors='replace')[-2000:]}")


def editor(site: SiteMaker, *lines: str) -> str:
    """An editor as people have one: a little script; the lines say in Python what it does with `path`."""
    site.folder.mkdir(parents=True, exist_ok=True)
    script = site.folder / "editor.sh"
    code = "; ".join(("import pathlib, sys", "path = pathlib.Path(sys.argv[1])", *lines))
    script.write_text(f"#!/bin/sh\nexec python3 -c '{code}' \"$1\"\n", "utf-8")
    script.chmod(0o755)
    return str(script)
