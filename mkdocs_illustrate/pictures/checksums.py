"""What is noted beside the files of a picture: their checksums, and the colour that the picture has on the whole."""

from __future__ import annotations

import contextlib
import hashlib
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..files import read, write

_NAME, _GROUND = "SHA256SUMS", "ground"
_COLOUR = re.compile("#[0-9a-f]{6}", re.ASCII)
_MOST = 2**16  # bytes; a folder holds a few files
# `e3b0c442…  1024.webp`
_LINE = re.compile(r"^([0-9a-f]{64})  ([\w.-]+)$", re.ASCII | re.MULTILINE)


def note_ground(folder: Path, image: Any) -> None:
    """The colour that an opaque picture has on the whole: it stands there until the picture has come."""
    if image.mode == "RGB":
        red, green, blue = image.resize((1, 1), reducing_gap=2.0).getpixel((0, 0))
        write(folder / _GROUND, f"#{red:02x}{green:02x}{blue:02x}".encode("ascii"))


def ground(folder: Path) -> str:
    """That colour, as it was noted; empty where it was not."""
    try:
        said = read(folder / _GROUND, len("#aabbcc")).decode("ascii", "replace")
    except OSError:
        return ""
    return said if _COLOUR.fullmatch(said) else ""


def checksum(data: bytes) -> str:
    """As it is noted."""
    return hashlib.sha256(data).hexdigest()


def noted(folder: Path) -> dict[str, str]:
    """What was noted in a folder: names and checksums."""
    with contextlib.suppress(OSError, UnicodeDecodeError):
        return {name: said for said, name in _LINE.findall(read(folder / _NAME, _MOST).decode("ascii"))}
    return {}


def note(folder: Path, fresh: Mapping[str, str]) -> None:
    """Note some more; what a build beside this one notes at the same time may be lost, and is made once more."""
    lines = [f"{said}  {name}\n" for name, said in sorted({**noted(folder), **fresh}.items())]
    write(folder / _NAME, "".join(lines).encode("ascii"))
