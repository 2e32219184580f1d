"""Headers: kind and size without a decoder, and what is refused before one begins."""

from __future__ import annotations

import io
import struct
import time
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from mkdocs_illustrate.errors import BadAnswer
from mkdocs_illustrate.pictures.decoding import check, measure
from mkdocs_illustrate.pictures.headers import check_bounds, read_header
from mkdocs_illustrate.testing.pictures import picture

SAVED = {
    "png": {"format": "PNG"},
    "jpeg": {"format": "JPEG"},
    "progressive jpeg": {"format": "JPEG", "progressive": True},
    "webp": {"format": "WEBP"},
    "lossless webp": {"format": "WEBP", "lossless": True},
    "avif": {"format": "AVIF"},
    "gif": {"format": "GIF"},
}


def saved(how: dict[str, object], mode: str = "RGB", size: tuple[int, int] = (96, 64), **more: object) -> bytes:
    """A picture in one of the formats."""
    with Image.open(io.BytesIO(picture("boats", size))) as opened:
        buffer = io.BytesIO()
        opened.convert(mode).save(buffer, **how, **more)  # type: ignore[arg-type]
    return buffer.getvalue()


@pytest.mark.parametrize("name", SAVED)
@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L"])
def test_a_header_says_what_the_decoder_sees(name: str, mode: str) -> None:
    """Kind and size by the header are those of the decoded picture, in each format that is taken."""
    if mode == "RGBA" and "jpeg" in name:
        return
    data = saved(SAVED[name], mode)
    assert measure(data) == check(data)
    assert (read_header(data) is None) == (name == "gif")


@pytest.mark.parametrize("name", ["png", "jpeg", "webp", "avif"])
def test_a_turned_picture_is_measured_as_it_is_seen(name: str) -> None:
    """Width and height are swapped where EXIF turns the picture."""
    exif = Image.Exif()
    exif[0x0112] = 6
    data = saved(SAVED[name], exif=exif.tobytes())
    seen = measure(data)
    assert (seen.width, seen.height) == (64, 96)
    assert seen == check(data)


@given(
    st.sampled_from([saved(how) for how in SAVED.values()]),
    st.lists(st.tuples(st.integers(0, 400), st.integers(0, 255))),
    st.integers(0, 500),
)
def test_no_header_is_too_broken(data: bytes, flips: list[tuple[int, int]], end: int) -> None:
    """Whatever the bytes are, a header reads, or does not, or is refused in one line."""
    broken = bytearray(data)
    for at, value in flips:
        broken[at % len(broken)] = value
    for damaged in (bytes(broken), bytes(broken[:end])):
        read_header(damaged)
        assert "\n" not in refused(damaged)


def refused(data: bytes) -> str:
    """What is said of bytes; nothing if they are taken."""
    try:
        check_bounds(data)
        measure(data)
    except BadAnswer as error:
        return str(error)
    return ""


def _chunk(kind: bytes, body: bytes = b"") -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def _jpeg_of_many_scans() -> bytes:
    data = saved({"format": "JPEG", "progressive": True})
    start = data.rindex(b"\xff\xda")
    return data[:start] + data[start:-2] * 1000 + data[-2:]


def _gif_of_many_blocks() -> bytes:
    data = saved(SAVED["gif"])
    start = 13 + (3 << (data[10] & 7) + 1)  # behind its colours
    return data[:start] + b"\x21\xfe" + b"\x01x" * 400_000 + b"\x00" + data[start:]


BUSY = {
    "JPEG of more than 100 scans": _jpeg_of_many_scans(),
    "more than 20000 parts": saved(SAVED["png"])[:33] + _chunk(b"teSt") * 300_000 + saved(SAVED["png"])[33:],
    "in more than 20000 parts": b"\xff\xd8" + b"\xff\xfe\x00\x02" * 2_000_000 + saved(SAVED["jpeg"])[2:],
    "more than 20000 parts ": _gif_of_many_blocks(),
    "longer than 48 MiB": saved(SAVED["png"]) + bytes(48 * 2**20),
}


@pytest.mark.parametrize("words", BUSY)
def test_what_keeps_a_decoder_busy_is_refused_at_once(words: str) -> None:
    """A small file can cost minutes of decoding: it is counted through first."""
    begun = time.process_time()
    with pytest.raises(BadAnswer, match=words.strip()):
        check(BUSY[words])
    assert time.process_time() - begun < 1
