"""Names of published files: after the page, for people; after the key, for caches."""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePosixPath

FOLDER = "assets/illustrations"
_LONGEST = 60
_KEY = 12


def stem(page: str, number: int, key: str) -> str:
    """`blog-cities-1f3a…`: plain letters that every file system and every address takes."""
    path = str(PurePosixPath(page).with_suffix(""))
    plain = unicodedata.normalize("NFKD", path).encode("ascii", "ignore").decode().lower()
    name = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[-_LONGEST:].strip("-") or "page"
    return f"{name}{'' if number == 1 else f'-{number}'}-{key[:_KEY]}"
