"""A command of ours at a terminal, as a person sees it who answers its questions."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path


def talked(folder: Path, *arguments: str, answers: Mapping[str, str], **env: str) -> str:
    """All that a command says at a terminal; each question that holds some words gets its answer, in this order."""
    ours, theirs = os.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "mkdocs_illustrate", *arguments],
        cwd=folder,
        env={**os.environ, "TERM": "dumb", **env},
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
    )
    os.close(theirs)
    said, left, seen = b"", [*answers.items()], 0
    try:
        while piece := _read(ours):
            said += piece
            if left and (place := said.find(left[0][0].encode(), seen)) >= 0:
                seen = place + len(left[0][0].encode())
                os.write(ours, left.pop(0)[1].encode() + b"\n")
    finally:
        os.close(ours)
        process.wait(60)
    return said.decode()


def _read(terminal: int) -> bytes:
    with contextlib.suppress(OSError):  # Linux says that a terminal is closed by an error
        return os.read(terminal, 4096)
    return b""
