"""A picture -> the files that its page shows, made only once. Heavy: called on worker threads.

Their names: after the page, for people; after the key, for caches.
"""

from __future__ import annotations

import hashlib
import re
import threading
import unicodedata
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from ..errors import BadAnswer, StoreError
from ..pictures.sizes import Cut, assets, make, missing
from ..records import Asset, Picture
from ..settings import FigureSettings
from ..shapes import Shape

_FOLDER = "assets/illustrations"  # where the files lie in the site
_LONGEST = 60  # characters of a page's path in a file's name
_KEY = 12  # characters of the key


def file_stem(page: str, number: int, key: str) -> str:
    """`assets/illustrations/blog-cities-1f3a…`: plain letters that every file system and every address takes."""
    path = str(PurePosixPath(page).with_suffix(""))
    plain = unicodedata.normalize("NFKD", path).encode("ascii", "ignore").decode().lower()
    # The end of a long path says more than its beginning; nothing but Chinese becomes "page".
    name = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[-_LONGEST:].strip("-") or "page"
    return f"{_FOLDER}/{name}{'' if number == 1 else f'-{number}'}-{key[:_KEY]}"


class Renditions:
    """Cuts pictures to the sizes and formats of the settings."""

    def __init__(self, figure: FigureSettings, folder: Path) -> None:
        self._figure = figure
        self._folder = folder
        self._elsewhere: TemporaryDirectory[str] | None = None
        self.trouble = ""
        self._moving = threading.Lock()

    def of(self, picture: Picture, ratio: float | None, stem: str, source_type: str) -> tuple[Asset, ...]:
        """The files of a picture, cropped to a ratio; nothing is decoded if they are all there."""
        data, cut = picture.data, self._cut(picture, ratio, source_type)
        folder = self._folder
        try:
            return self._made(cut, stem, data)
        except BadAnswer:  # no folder is to blame
            raise StoreError("the picture is damaged and can't be shown; restore it") from None
        except OSError as error:
            with self._moving:
                if self._folder == folder:  # else another picture has moved house meanwhile
                    self._move(error)
            return self._made(cut, stem, data)

    def there(self, picture: Picture, ratio: float | None, stem: str, source_type: str) -> tuple[Asset, ...]:
        """The same, if they are all there; none if any has to be made."""
        wanted = assets(self._cut(picture, ratio, source_type), stem, self._folder)
        return () if missing(wanted) else wanted

    def folder_of(self, picture: Picture, ratio: float | None, source_type: str) -> Path:
        """Where the files of a picture lie, or would lie."""
        return self._folder / self._cut(picture, ratio, source_type).name()

    def folders(self) -> list[Path]:
        """All folders in which files of pictures lie; what is behind a link is none of ours."""
        if not self._folder.is_dir():
            return []
        return [path for path in sorted(self._folder.iterdir()) if path.is_dir() and not path.is_symlink()]

    def _cut(self, picture: Picture, ratio: float | None, source_type: str) -> Cut:
        return Cut(
            source=picture.sha256 or hashlib.sha256(picture.data).hexdigest(),
            shape=Shape(picture.width, picture.height),
            ratio=ratio,
            widths=self._figure.widths,
            formats=self._figure.formats,
            source_type=source_type if self._figure.credit else None,
        )

    def _move(self, error: OSError) -> None:
        """Work in a folder for this run only: what was bought shall be shown."""
        if self._elsewhere is not None:
            raise error
        why = error.strerror or type(error).__name__
        self.trouble = f"the cache folder can't be written ({why}): nothing is kept there"
        self._elsewhere = TemporaryDirectory(prefix="illustrate-")
        self._folder = Path(self._elsewhere.name)

    def _made(self, cut: Cut, stem: str, data: bytes) -> tuple[Asset, ...]:
        wanted = assets(cut, stem, self._folder)
        if missing(wanted):
            make(cut, wanted, data)
        return wanted

    def close(self) -> None:
        """Let go of the folder for this run, if there was one."""
        if self._elsewhere is not None:
            self._elsewhere.cleanup()
