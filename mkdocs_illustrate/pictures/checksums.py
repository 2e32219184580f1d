"""Checksums of the files in a folder, noted when they are written: what a crash or a bad disk left is not published.

`sha256sum -c SHA256SUMS` checks them by hand.
"""

from __future__ import annotations

import contextlib
import hashlib
import re
from collections.abc import Mapping
from pathlib import Path

from ..files import write

_NAME = "SHA256SUMS"
_MOST = 2**16  # bytes; a folder holds a few files
# `e3b0c442…  1024.webp`
_LINE = re.compile(r"^([0-9a-f]{64})  ([\w.-]+)$", re.ASCII | re.MULTILINE)


def checksum(data: bytes) -> str:
    """As it is noted."""
    return hashlib.sha256(data).hexdigest()


def noted(folder: Path) -> dict[str, str]:
    """What was noted in a folder: names and checksums."""
    with contextlib.suppress(OSError, UnicodeDecodeError), (folder / _NAME).open("rb") as file:
        return {name: said for said, name in _LINE.findall(file.read(_MOST).decode("ascii"))}
    return {}


def note(folder: Path, fresh: Mapping[str, str]) -> None:
    """Note some more; what a build beside this one notes at the same time may be lost, and is made once more."""
    lines = [f"{said}  {name}\n" for name, said in sorted({**noted(folder), **fresh}.items())]
    write(folder / _NAME, "".join(lines).encode("ascii"))
