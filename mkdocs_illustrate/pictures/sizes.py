"""One picture -> the files that a page shows: cropped as asked, in widths and formats.

What files there will be follows from numbers alone, so a warm build only looks whether they exist.
Every file is encoded anew from decoded pixels, or written anew from what may stand in a drawing: nothing that hid
behind the picture gets published. Its checksum is
noted beside it: what a crash or a bad disk left is not published (`sha256sum -c SHA256SUMS` checks by hand).
"""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ..errors import BadAnswer
from ..files import read, without_link, write
from ..records import Asset, Use
from ..shapes import MOST_BYTES, Shape
from .checksums import checksum, note, note_ground, noted
from .decoding import decoded
from .drawings import looks_drawn
from .provenance import Marks, packet
from .published_drawings import Part, published
from .subject import centre_of

ENCODER = 2  # counted up when the same settings give other files
EXTENSION = {"webp": "webp", "avif": "avif", "jpeg": "jpg", "svg": "svg"}
_SAVE: dict[str, dict[str, Any]] = {
    # Method 2 costs half of method 4, in time and in memory, for 4 % more bytes.
    "webp": {"quality": 80, "method": 2},
    "avif": {"quality": 58, "speed": 6},
    "jpeg": {"quality": 82, "progressive": True, "optimize": True},
}
_BEGINNINGS = {  # `RIFF....WEBP`, `....ftypavif`, and the start marker of a JPEG
    "webp": re.compile(rb"RIFF.{4}WEBP", re.DOTALL),
    "avif": re.compile(rb".{4}ftypavi[fs]", re.DOTALL),
    "jpeg": re.compile(rb"\xff\xd8\xff"),
    "svg": re.compile(rb"<svg "),
}
_LIGHTER = (82, 74, 64, 52, 40)  # qualities of a JPEG that must not be heavier than something
_THUMB = 192  # pixels of a drawing that is only looked at
_NEAR = 0.01  # ratios closer than this are the same to the eye


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """What is asked of one picture's files."""

    source: str
    """sha256 of the picture's bytes."""
    shape: Shape
    """Of the picture as it is."""
    ratio: float | None
    """Crop to this; None leaves it as it came."""
    widths: tuple[int, ...]
    formats: tuple[str, ...]
    marks: Marks | None
    """What to write into every file; None writes nothing."""
    whole: Shape | None = None
    """Exactly this size in place of widths, enlarged where it has to be: a card is as large as others say."""
    most: int | None = None
    """Bytes that a JPEG may have."""

    def name(self) -> str:
        """The folder of these files: a hash of all that shapes them."""
        parts = (ENCODER, self.source, self.ratio, self.marks, *([str(self.whole)] if self.whole else []))
        return hashlib.sha256(repr(parts).encode()).hexdigest()[:32]

    def cropped(self) -> Shape:
        """The largest part of the picture that has the ratio asked for."""
        width, height = self.shape.width, self.shape.height
        if self.ratio is None or self.shape.distance(self.ratio) < _NEAR:
            return self.shape
        if self.shape.ratio > self.ratio:
            return Shape(max(1, round(height * self.ratio)), height)
        return Shape(width, max(1, round(width / self.ratio)))

    def shapes(self) -> list[Shape]:
        """The sizes of the files, the widest first; never wider than the picture."""
        if self.whole:
            return [self.whole]
        part = self.cropped()
        widths = sorted({min(width, part.width) for width in self.widths}, reverse=True)
        return [Shape(w, max(1, round(w * part.height / part.width))) for w in widths]


def assets(cut: Cut, stem: str, folder: Path, use: Use = "page") -> tuple[Asset, ...]:
    """The files of a cut, by format and then by width, whether they are there or not."""
    return tuple(
        Asset(
            path=folder / cut.name() / f"{shape.width}.{EXTENSION[kind]}",
            name=f"{stem}{'' if first else f'-{shape.width}'}.{EXTENSION[kind]}",
            format=kind,
            width=shape.width,
            height=shape.height,
            use=use,
        )
        for kind in cut.formats
        for first, shape in ((n == 0, s) for n, s in enumerate(_shapes(cut, kind)))
    )


def _shapes(cut: Cut, kind: str) -> list[Shape]:
    """A drawing is as wide as one likes: one file."""
    return cut.shapes()[:1] if kind == "svg" else cut.shapes()


def missing(wanted: Sequence[Asset]) -> list[Asset]:
    """Those files of a picture that are not there as they were written."""
    folder = wanted[0].path.parent
    said = {} if folder.is_symlink() else noted(folder)
    return [asset for asset in wanted if not _is_whole(asset, said.get(asset.path.name))]


def _is_whole(asset: Asset, said: str | None) -> bool:
    """Whether a file is no link to another one, and has the bytes that were written, of its format."""
    try:
        if said is None:
            return False
        data = read(asset.path, MOST_BYTES)
    except OSError:
        return False
    return _BEGINNINGS[asset.format].match(data) is not None and checksum(data) == said


def make(cut: Cut, wanted: Sequence[Asset], data: bytes) -> None:
    """Write those files that are not there yet; nothing is decoded if there are none."""
    to_make = missing(wanted)
    if not to_make:
        return
    saved = {a.path: _save(a, _drawing(cut, Shape(a.width, a.height), data)) for a in to_make if a.format == "svg"}
    rasters = sorted((asset for asset in to_make if asset.format != "svg"), key=lambda a: -a.width)
    image = _part(cut, data, rasters[0].width) if rasters else None
    for asset in rasters:
        image = _resized(image, asset)  # each from the one before: the smaller the source, the quicker
        saved[asset.path] = _save(asset, encode(image, asset.format, cut.marks, cut.most))
    if rasters and cut.whole is None:
        note_ground(rasters[0].path.parent, image)
    for folder in {path.parent for path in saved}:
        note(folder, {path.name: said for path, said in saved.items() if path.parent == folder})


def _drawing(cut: Cut, shape: Shape, data: bytes) -> bytes:
    """A drawing as a drawing, the part of it that is shown."""
    part = cut.cropped()
    whole: Part = (0.0, 0.0, 1.0, 1.0)
    if part == cut.shape:
        return published(data, shape, whole, cut.marks)
    image = decoded(published(data, _small(cut.shape), whole, None), _THUMB)
    share = (part.width / cut.shape.width, part.height / cut.shape.height)
    left, upper = (at * (1 - side) for at, side in zip(centre_of(image, (part.width, part.height)), share, strict=True))
    return published(data, shape, (left, upper, *share), cut.marks)


def _small(shape: Shape) -> Shape:
    return Shape(_THUMB, max(1, round(_THUMB * shape.height / shape.width)))


def _part(cut: Cut, data: bytes, widest: int) -> Any:
    """The pixels of what is shown of a picture, around its subject; of a drawing no more are made than have to be."""
    from PIL import ImageOps  # noqa: PLC0415 - heavy, and a warm build never needs it

    part = cut.cropped()
    if looks_drawn(data):
        shape = Shape(widest, round(widest * part.height / part.width))
        return decoded(_drawing(replace(cut, marks=None), shape, data), widest)
    image = decoded(data)
    if image.size != (cut.shape.width, cut.shape.height):
        raise BadAnswer(f"the picture is {image.size[0]}x{image.size[1]}, and not {cut.shape}")
    size = (part.width, part.height)
    return ImageOps.fit(image, size, centering=centre_of(image, size)) if part != cut.shape else image


def _resized(image: Any, asset: Asset) -> Any:
    from PIL import Image  # noqa: PLC0415

    size = (asset.width, asset.height)
    return image if image.size == size else image.resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0)


def _save(asset: Asset, data: bytes) -> str:
    """Write a file; its checksum."""
    without_link(asset.path.parent)
    write(asset.path, data)
    return checksum(data)


def encode(image: Any, kind: str, said: Marks | None, most: int | None = None) -> bytes:
    """One file's bytes, marked with what kind of picture it is, and no heavier than it may be."""
    marks = {"xmp": packet(said)} if said else {}
    if kind == "jpeg" and image.mode == "RGBA":  # a JPEG can't be seen through
        image = _on_white(image)
    if most is None:
        return _encoded(image, kind, marks)
    tries = (_encoded(image, kind, marks | {"quality": quality}) for quality in _LIGHTER)
    return next((data for data in tries if len(data) <= most), None) or _encoded(image, kind, marks | {"quality": 10})


def _encoded(image: Any, kind: str, more: Mapping[str, Any]) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, kind.upper(), **{**_SAVE[kind], **more})
    return buffer.getvalue()


def _on_white(image: Any) -> Any:
    from PIL import Image  # noqa: PLC0415

    ground = Image.new("RGB", image.size, "white")
    ground.paste(image, mask=image.getchannel("A"))
    return ground


def smaller(data: bytes) -> bytes:
    """The same picture as a WebP of the same size: what a vendor sent is too heavy to keep."""
    buffer = io.BytesIO()
    decoded(data).save(buffer, "WEBP", quality=90, method=_SAVE["webp"]["method"])
    return buffer.getvalue()
