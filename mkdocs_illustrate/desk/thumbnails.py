"""Small pictures of what figures show, made once on a machine: large enough to judge, quick enough to leaf through."""

from __future__ import annotations

import asyncio
import hashlib
import io
from collections.abc import Callable, Coroutine
from concurrent.futures import Executor
from pathlib import Path
from typing import Any, TypeVar

from ..errors import BadAnswer
from ..files import read, write
from ..pictures.decoding import decoded, measure
from ..records import Picture
from .look_alikes import print_of

LARGE, SMALL = 1280, 320  # pixels: beside an article, beside a title
_MADE_BY = 1  # counted up when they are made differently
_MOST = 4 * 2**20  # bytes

T = TypeVar("T")
Source = Callable[[], Coroutine[Any, Any, Picture | None]]


class Thumbnails:
    """A folder of small pictures by what they show."""

    def __init__(self, folder: Path, hands: Executor) -> None:
        self._folder = folder
        self._hands = hands
        self._making: dict[str, asyncio.Task[None]] = {}
        self.prints: dict[str, int] = {}
        """Of those that were seen in this run, by what they show."""

    async def of(self, mark: str, ratio: float | None, source: Source, width: int) -> bytes | None:
        """The small picture; None if there is nothing to be seen. BadAnswer says what is wrong with it."""
        found = await self._on_disk(mark, ratio, width)
        if found is None:
            name = _name(mark, ratio, 0)
            task = self._making.get(name) or asyncio.ensure_future(self._make(mark, ratio, source))
            self._making[name] = task
            task.add_done_callback(lambda _: self._making.pop(name, None))
            await asyncio.shield(task)
            found = await self._on_disk(mark, ratio, width)
        return found

    async def look(self, mark: str, ratio: float | None, source: Source) -> None:
        """Make both, if they are not there, and see what the small one looks like."""
        small = await self.of(mark, ratio, source, SMALL)
        if small is not None and mark not in self.prints:
            self.prints[mark] = await self._beside(lambda: print_of(small))

    async def _make(self, mark: str, ratio: float | None, source: Source) -> None:
        picture = await source()
        if picture is not None:
            await self._beside(lambda: self._write(mark, ratio, picture.data))

    def _write(self, mark: str, ratio: float | None, data: bytes) -> None:
        from PIL import Image, ImageOps  # noqa: PLC0415 - heavy

        image = decoded(data, LARGE)
        if ratio is not None:
            image = ImageOps.fit(image, _part(image.width, image.height, ratio))
        for width in (LARGE, SMALL):  # each from the one before: the smaller the source, the quicker
            image.thumbnail((width, 4 * width), Image.Resampling.LANCZOS, reducing_gap=2.0)
            write(self._folder / _name(mark, ratio, width), _encoded(image))

    async def _on_disk(self, mark: str, ratio: float | None, width: int) -> bytes | None:
        return await self._beside(lambda: _sound(self._folder / _name(mark, ratio, width)))

    async def _beside(self, work: Callable[[], T]) -> T:
        try:
            return await asyncio.get_running_loop().run_in_executor(self._hands, work)
        except RuntimeError:  # the desk was closed meanwhile, and its hands with it
            raise asyncio.CancelledError from None


def media_type(data: bytes) -> str:
    """What a small picture is."""
    return "image/jpeg" if data.startswith(b"\xff\xd8") else "image/webp"


def _encoded(image: Any) -> bytes:
    """A JPEG, which is made in a tenth of the time; what can be seen through is a WebP."""
    buffer = io.BytesIO()
    if image.mode == "RGBA":
        image.save(buffer, "WEBP", quality=86, method=1)
    else:
        image.save(buffer, "JPEG", quality=88)
    return buffer.getvalue()


def _part(width: int, height: int, ratio: float) -> tuple[int, int]:
    if width > height * ratio:
        return max(1, round(height * ratio)), height
    return width, max(1, round(width / ratio))


def _sound(path: Path) -> bytes | None:
    """What lies there, if it is a picture; the folder may come from anywhere."""
    try:
        data = read(path, _MOST)
        measure(data)
    except (OSError, BadAnswer):
        return None
    return data


def _name(mark: str, ratio: float | None, width: int) -> str:
    said = hashlib.sha256(repr((_MADE_BY, mark, ratio)).encode()).hexdigest()[:32]
    return f"{said}-{width}"
