"""A picture -> the files that its page shows, made only once. Heavy: called on worker threads.

Their names: after the page, for people; after the key, for caches.
"""

from __future__ import annotations

import hashlib
import re
import threading
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import Any

from ..errors import BadAnswer, StoreError
from ..figure_settings import PUBLISHED_IN, FigureSettings
from ..pictures.checksums import ground
from ..pictures.drawings import MEDIA_TYPE
from ..pictures.provenance import DRAWN, Marks
from ..pictures.sizes import Cut, assets, make, missing
from ..records import Asset, Picture, Use
from ..shapes import Shape

_LONGEST = 60  # characters of a page's path in a file's name
_KEY = 12  # characters of the key
_WHOLE = Shape(1200, 630)  # as large as those want a card who show it
_CARD: dict[str, Any] = {"whole": _WHOLE, "ratio": _WHOLE.ratio, "formats": ("jpeg",), "most": 300_000}


def file_stem(page: str, number: int, key: str) -> str:
    """`assets/illustrations/blog-cities-1f3a…`: plain letters that every file system and every address takes."""
    path = str(PurePosixPath(page).with_suffix(""))
    plain = unicodedata.normalize("NFKD", path).encode("ascii", "ignore").decode().lower()
    # The end of a long path says more than its beginning; nothing but Chinese becomes "page".
    name = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[-_LONGEST:].strip("-") or "page"
    return f"{PUBLISHED_IN}/{name}{'' if number == 1 else f'-{number}'}-{key[:_KEY]}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """How a picture is shown."""

    ratio: float | None
    """Cropped to this; None shows it as it came."""
    stem: str
    """How its files are called."""
    marks: Marks
    """What they say of themselves."""
    use: Use = "page"
    card: bool = False
    """It may stand for its page elsewhere."""


class Renditions:
    """Cuts pictures to the sizes and formats of the settings, and to a share card where one is needed."""

    def __init__(self, figure: FigureSettings, folder: Path, *, cards: bool = False) -> None:
        self._figure = figure
        self._folder = folder
        self._cards = cards
        self._elsewhere: TemporaryDirectory[str] | None = None
        self.trouble = ""
        self._moving = threading.Lock()

    def of(self, picture: Picture, shown: Shown) -> tuple[Asset, ...]:
        """The files of a picture; nothing is decoded if they are all there."""
        folder = self._folder
        try:
            return self._made(picture, shown)
        except BadAnswer:  # no folder is to blame
            raise StoreError("the picture is damaged and can't be shown; restore it") from None
        except OSError as error:
            with self._moving:
                if self._folder == folder:  # else another picture has moved house meanwhile
                    self._move(error)
            return self._made(picture, shown)

    def there(self, picture: Picture, shown: Shown) -> tuple[Asset, ...]:
        """The same, if they are all there; none if any has to be made."""
        wanted = [assets(cut, stem, self._folder, use) for cut, stem, use in self._cuts(picture, shown)]
        return () if any(missing(files) for files in wanted) else _together(wanted)

    def folders_of(self, picture: Picture, shown: Shown) -> Iterator[Path]:
        """Where the files of a picture lie, or would lie."""
        return (self._folder / cut.name() for cut, _, _ in self._cuts(picture, shown))

    def folders(self) -> list[Path]:
        """All folders in which files of pictures lie; what is behind a link is none of ours."""
        if not self._folder.is_dir():
            return []
        return [path for path in sorted(self._folder.iterdir()) if path.is_dir() and not path.is_symlink()]

    def _cuts(self, picture: Picture, shown: Shown) -> Iterator[tuple[Cut, str, Use]]:
        """What is cut from a picture: for its page, and for who shares that."""
        drawn = picture.media_type == MEDIA_TYPE and shown.marks.source_type == DRAWN
        look = self._figure
        cut = Cut(
            source=picture.sha256 or hashlib.sha256(picture.data).hexdigest(),
            shape=Shape(picture.width, picture.height),
            ratio=shown.ratio,
            widths=look.widths,
            formats=("svg",) if drawn and look.drawings == "svg" else look.formats,
            marks=self._marks(shown.marks),
        )
        yield cut, shown.stem, shown.use
        if self._cards and shown.card:
            yield replace(cut, **_CARD), f"{shown.stem}-card", "card"

    def _marks(self, said: Marks) -> Marks | None:
        wanted = self._figure.credit
        return replace(said, model=said.model if wanted == "model" else "") if wanted else None

    def _move(self, error: OSError) -> None:
        """Work in a folder for this run only: what was bought shall be shown."""
        if self._elsewhere is not None:
            raise error
        why = error.strerror or type(error).__name__
        self.trouble = f"the cache folder can't be written ({why}): nothing is kept there"
        self._elsewhere = TemporaryDirectory(prefix="illustrate-")
        self._folder = Path(self._elsewhere.name)

    def _made(self, picture: Picture, shown: Shown) -> tuple[Asset, ...]:
        made = []
        for cut, stem, use in self._cuts(picture, shown):
            wanted = assets(cut, stem, self._folder, use)
            if missing(wanted):
                make(cut, wanted, picture.data)
            made.append(wanted)
        return _together(made)

    def close(self) -> None:
        """Let go of the folder for this run, if there was one."""
        if self._elsewhere is not None:
            self._elsewhere.cleanup()


def _grounded(files: tuple[Asset, ...]) -> Iterator[Asset]:
    """Files of pixels with the colour that stands there before them."""
    colour = ground(files[0].path.parent) if files[0].format != "svg" and files[0].use != "card" else ""
    return (replace(asset, ground=colour) if colour else asset for asset in files)


def _together(files: Iterable[tuple[Asset, ...]]) -> tuple[Asset, ...]:
    return tuple(chain.from_iterable(_grounded(some) for some in files))
