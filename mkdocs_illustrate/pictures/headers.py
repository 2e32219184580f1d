"""The kind and size of a picture by its first bytes, without a decoder: cheap enough for every kept picture of a build.

What only a decoder can tell (a picture that is turned, say) is None here, and `decoding.py` is asked.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Callable, Iterator
from itertools import islice

from ..errors import BadAnswer
from ..shapes import MOST_BYTES, MOST_PIXELS, Shape

_LONGEST = 16_383  # pixels a side: a WebP is not longer
_MOST_PARTS = 20_000  # Pillow goes through them one by one, so millions of empty ones take minutes
_MOST_SCANS = 100  # each is a whole round over the pixels; encoders write about ten

# `\x00\x00\x00\x20ftypavif`, `RIFF\x24\x00\x00\x00WEBP`
_AVIF, _WEBP = re.compile(rb".{4}ftypavi[fs]", re.DOTALL), re.compile(rb"RIFF.{4}WEBP", re.DOTALL)
_JPEG_BARE = {0x01, *range(0xD0, 0xD9)}  # markers without a length: TEM, RST, SOI
# C4, C8 and CC lie among the frames, but are none: no size stands in them.
_JPEG_FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
_JPEG_SCAN, _JPEG_APP1 = 0xDA, 0xE1


def read_header(data: bytes) -> tuple[str, Shape] | None:
    """Media type and size, where the header alone says so for certain."""
    for start, kind, read in _KINDS:
        if start.match(data):
            try:
                found = read(data)
            except (struct.error, IndexError):  # cut short
                return None
            return (kind, Shape(*found)) if found and min(found) > 0 else None
    return None


def check_bounds(data: bytes) -> None:
    """Refuse what would keep a decoder busy: too many bytes, parts, scans or pixels, as far as the bytes say so."""
    if len(data) > MOST_BYTES:
        raise BadAnswer(f"the picture is longer than {MOST_BYTES >> 20} MiB")
    if data.startswith(b"\xff\xd8") and data.count(b"\xff\xda") > _MOST_SCANS:
        raise BadAnswer(f"the picture is a JPEG of more than {_MOST_SCANS} scans")
    for start, parts in _PARTS.items():
        if data.startswith(start) and next(islice(parts(data), _MOST_PARTS, None), None) is not None:
            raise BadAnswer(f"the picture is in more than {_MOST_PARTS} parts")
    header = read_header(data)
    if header is not None:
        check_size(*_sides(header[1]))


def check_size(width: int, height: int) -> None:
    """Refuse a picture that would fill the memory."""
    if width * height > MOST_PIXELS or max(width, height) > _LONGEST:
        text = f"the picture is too large: {width}x{height} pixels; make it smaller than"
        raise BadAnswer(f"{text} {MOST_PIXELS // 10**6} megapixels, {_LONGEST} a side")


def _sides(shape: Shape) -> tuple[int, int]:
    return shape.width, shape.height


def _png(data: bytes) -> tuple[int, int] | None:
    # eXIf may turn it; acTL makes it move, and its size is still this one
    return None if b"eXIf" in data or data[12:16] != b"IHDR" else struct.unpack_from(">II", data, 16)


def _jpeg(data: bytes) -> tuple[int, int] | None:
    for marker, at in _jpeg_parts(data):
        if marker in _JPEG_FRAMES:
            height, width = struct.unpack_from(">HH", data, at + 5)
            return width, height
        if marker == _JPEG_SCAN or (marker == _JPEG_APP1 and data[at + 4 : at + 8] == b"Exif"):
            return None
    return None


def _jpeg_parts(data: bytes) -> Iterator[tuple[int, int]]:
    """Markers and where they stand, up to the first scan."""
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        yield marker, at
        if marker == _JPEG_SCAN:
            return
        bare = marker in _JPEG_BARE or marker == 0xFF  # 0xFF: filled up
        at += (1 if marker == 0xFF else 2) if bare else 2 + int.from_bytes(data[at + 2 : at + 4], "big")


def _webp(data: bytes) -> tuple[int, int] | None:
    kind = data[12:16]
    if kind == b"VP8X":
        turned = data[20] & 0x08  # it holds EXIF
        return None if turned else (1 + _u24(data, 24), 1 + _u24(data, 27))
    if kind == b"VP8L" and data[20] == 0x2F:
        bits = int.from_bytes(data[21:25], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    if kind == b"VP8 " and data[23:26] == b"\x9d\x01\x2a":
        width, height = struct.unpack_from("<HH", data, 26)
        return width & 0x3FFF, height & 0x3FFF
    return None


def _u24(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 3], "little")


def _avif(data: bytes) -> tuple[int, int] | None:
    """Where all its images are of one size and none is turned or cut."""
    # Only the boxes before the pixels: among pixels any of these words may stand by chance.
    head = data[: 2**16].partition(b"mdat")[0]
    if any(word in head for word in (b"irot", b"imir", b"clap", b"Exif")):
        return None
    # `ispe`, four bytes of version, width, height
    sizes = set(re.findall(rb"ispe\x00{4}(.{4})(.{4})", head, re.DOTALL))
    if len(sizes) != 1:
        return None
    width, height = sizes.pop()
    return int.from_bytes(width, "big"), int.from_bytes(height, "big")


def _png_parts(data: bytes) -> Iterator[int]:
    """Chunks up to the last; what stands behind it is not read."""
    at = 8
    while at + 8 <= len(data) and data[at + 4 : at + 8] != b"IEND":
        yield at
        at += 12 + int.from_bytes(data[at : at + 4], "big")


def _gif_parts(data: bytes) -> Iterator[int]:
    """Blocks up to the first picture."""
    at = 13 + _table(int.from_bytes(data[10:11], "big"))
    while at + 2 < len(data) and data[at] == 0x21:  # an extension: a comment, a delay
        at += 2
        while at < len(data) and data[at]:
            yield at
            at += 1 + data[at]
        at += 1


def _table(flags: int) -> int:
    """Bytes of a GIF's table of colours."""
    return 3 << (flags & 7) + 1 if flags & 0x80 else 0


_KINDS: tuple[tuple[re.Pattern[bytes], str, Callable[[bytes], tuple[int, int] | None]], ...] = (
    (re.compile(rb"\x89PNG\r\n\x1a\n"), "image/png", _png),
    (re.compile(rb"\xff\xd8\xff"), "image/jpeg", _jpeg),
    (_WEBP, "image/webp", _webp),
    (_AVIF, "image/avif", _avif),
)
_PARTS: dict[bytes, Callable[[bytes], Iterator[object]]] = {
    b"\x89PNG": _png_parts,
    b"\xff\xd8": _jpeg_parts,
    b"GIF8": _gif_parts,
}
