"""What a folder or a file may be called in mkdocs.yml: below the project, and without what nobody sees."""

from __future__ import annotations

from pathlib import Path

from .options import Limit, pattern

UNSEEN = r"\x00-\x1f\x7f-\x9f\xad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"
# pictures, a/b, ./a; not /a, ../a, a/../../b, "", ".", "./", "  "
_INSIDE = rf"^(?!/)(?!(?:[^/]*/)*\.\.(?:/|$))(?!(?:\.(?:/+|$))*$)(?=.*\S)[^{UNSEEN}]+$(?!\n)"


def _is_inside(value: str) -> bool:
    parts = Path(value).parts  # none for "" and "."
    return _is_folder(value) and bool(parts) and not Path(value).anchor and ".." not in parts


def _is_folder(value: str) -> bool:
    return bool(value.strip()) and value.isprintable()


BELOW = Limit("a folder below the one of mkdocs.yml", _is_inside, {"pattern": _INSIDE})
FOLDER = Limit("a folder", _is_folder, {"pattern": rf"^(?=.*\S)[^{UNSEEN}]+$(?!\n)"})
# styles/one.webp, ./a.JPG; not /a.png, ../a.png, a/../b.png, C:\a.png, https://example.com/a.png, a.pdf
PICTURE = pattern(
    rf"(?!/)(?!(?:[^/]*/)*\.\.(?:/|$))(?![^/]*:)[^\\{UNSEEN}]+\.(?:[Pp][Nn][Gg]|[Jj][Pp][Ee]?[Gg]|[Ww][Ee][Bb][Pp])",
    "a PNG, JPEG or WebP below the folder of mkdocs.yml",
)
