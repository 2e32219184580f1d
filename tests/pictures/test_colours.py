"""What a page shows: the colours of the picture, and nothing that came along with it."""

from __future__ import annotations

import hashlib
import io
import struct
from pathlib import Path

import pytest
from PIL import Image, ImageCms, PngImagePlugin

from mkdocs_illustrate.pictures.decoding import decoded
from mkdocs_illustrate.pictures.provenance import Marks
from mkdocs_illustrate.pictures.sizes import Cut, assets, make, smaller
from mkdocs_illustrate.shapes import Shape

SECRET = b"FOREIGN-WORDS"
FORMATS = ("webp", "avif", "jpeg")


def saved(image: Image.Image, kind: str = "PNG", **more: object) -> bytes:
    """A picture's file."""
    buffer = io.BytesIO()
    image.save(buffer, kind, **more)
    return buffer.getvalue()


def published(data: bytes, tmp_path: Path, source_type: str | None = "trainedAlgorithmicMedia") -> dict[str, bytes]:
    """The files that a page shows of a picture of 96x64, by format."""
    sha256 = hashlib.sha256(data).hexdigest()
    cut = Cut(
        source=sha256,
        shape=Shape(96, 64),
        ratio=None,
        widths=(96,),
        formats=FORMATS,
        marks=Marks(source_type=source_type) if source_type else None,
    )
    wanted = assets(cut, "boats", tmp_path / sha256[:8])
    make(cut, wanted, data)
    return {asset.format: asset.path.read_bytes() for asset in wanted}


def pixel(data: bytes) -> tuple[int, ...]:
    """The colour in the middle of a picture."""
    with Image.open(io.BytesIO(data)) as opened:
        found = opened.convert("RGB").getpixel((48, 32))
    assert isinstance(found, tuple)
    return found


def _loaded(kind: str) -> bytes:
    """A picture with all that a vendor may write beside the pixels."""
    image = Image.new("RGB", (96, 64), (200, 40, 40))
    exif = Image.Exif()
    exif[0x010E] = SECRET.decode()
    more: dict[str, object] = {"exif": exif.tobytes(), "icc_profile": _wide() + SECRET}
    if kind == "PNG":
        words = PngImagePlugin.PngInfo()
        words.add_text("parameters", SECRET.decode())
        words.add_itxt("XML:com.adobe.xmp", SECRET.decode())
        return saved(image, kind, pnginfo=words, **more)
    if kind == "JPEG":
        more["comment"] = SECRET
    return saved(image, kind, xmp=b"<x>" + SECRET + b"</x>", **more) + b"<script>" + SECRET


def _wide() -> bytes:
    """A profile of a wide gamut: sRGB's own with red, green and blue exchanged for those of another screen."""
    made = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    count = struct.unpack_from(">I", made, 128)[0]
    for n in range(count):
        name, at, _ = struct.unpack_from(">4sII", made, 132 + 12 * n)
        if name in _DISPLAY_P3:
            struct.pack_into(">3i", made, at + 8, *(round(v * 65536) for v in _DISPLAY_P3[name]))
    return bytes(made).replace("sRGB".encode("utf-16-be"), "wide".encode("utf-16-be")).replace(b"sRGB", b"wide")


_DISPLAY_P3 = {b"rXYZ": (0.5151, 0.2412, -0.0011), b"gXYZ": (0.2919, 0.6922, 0.0419), b"bXYZ": (0.1572, 0.0666, 0.7841)}


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_nothing_of_the_vendor_is_published(tmp_path: Path, kind: str) -> None:
    """Comments, EXIF, XMP, texts and profiles of whoever made the picture stay behind; our own mark is there."""
    data = _loaded(kind)
    assert SECRET in data or kind == "WEBP"
    for file in (*published(data, tmp_path).values(), smaller(data)):
        assert SECRET not in file
        assert b"ICC" not in file
        assert b"wide" not in file
    assert all(b"trainedAlgorithmicMedia" in file for file in published(data, tmp_path).values())


@pytest.mark.parametrize("mode", ["RGB", "RGBA"])
@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_colours_of_a_wide_gamut(tmp_path: Path, kind: str, mode: str) -> None:
    """A red of a wider gamut is published as the nearest that every screen has, not as a paler one."""
    data = saved(Image.new(mode, (96, 64), "rgb(200, 80, 60)"), kind, icc_profile=_wide(), **_LOSSLESS.get(kind, {}))
    for file in published(data, tmp_path).values():
        red, green, _ = pixel(file)
        assert red > 212
        assert green < 76


_LOSSLESS = {"WEBP": {"lossless": True}}


@pytest.mark.parametrize("broken", [b"", b"garbage" * 100, _wide()[:200], _wide()[:128] + b"\xff" * 400])
def test_a_broken_profile_is_as_good_as_none(tmp_path: Path, broken: bytes) -> None:
    """A profile that does not read leaves the colours as they are."""
    data = saved(Image.new("RGB", (96, 64), (200, 80, 60)), icc_profile=broken)
    for file in published(data, tmp_path).values():
        assert max(abs(a - b) for a, b in zip(pixel(file), (200, 80, 60), strict=True)) < 6


def test_16_bit_grey(tmp_path: Path) -> None:
    """Grey of 16 bits is as bright as grey of 8 bits, and not white."""
    for value in (0, 20_000, 40_000, 65_535):
        data = saved(Image.new("I;16", (96, 64), value))
        for file in published(data, tmp_path).values():
            assert abs(pixel(file)[0] - value // 257) < 4


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16", "CMYK"])
def test_every_mode_is_shown(mode: str) -> None:
    """Whatever a picture's mode, with a profile or without, its pixels come out as colours, see-through or not."""
    kind = "JPEG" if mode == "CMYK" else "PNG"
    for more in ({}, {"icc_profile": _wide()}):
        image = decoded(saved(Image.new(mode, (96, 64)), kind, **more))
        assert image.mode in {"RGB", "RGBA"}
        assert image.info == {}
