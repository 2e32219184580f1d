"""The one gate: bytes from somewhere -> a picture that may be published, judged by the bytes alone.

A vendor, a cache, a portfolio, a recipe: what they say about a picture is a claim. Here, and nowhere else, it is
decoded, with the few decoders that a web page needs, below limits of bytes, parts and pixels, and so of time;
everything else is refused in words.
"""

from __future__ import annotations

import io
import threading
import warnings
from dataclasses import replace
from typing import Any

from ..errors import BadAnswer
from ..records import Picture
from .drawings import MEDIA_TYPE, cleaned, looks_drawn, pixels
from .headers import check_bounds, check_size, read_header

_MIME = {
    "PNG": "image/png",
    "JPEG": "image/jpeg",
    "MPO": "image/jpeg",
    "WEBP": "image/webp",
    "AVIF": "image/avif",
    "GIF": "image/gif",
}
EXTENSIONS = {
    "image/png": "png",
    "image/jpeg": "jpg",
    "image/webp": "webp",
    "image/avif": "avif",
    "image/gif": "gif",
    MEDIA_TYPE: "svg",
}

_READ = tuple(kind for kind in _MIME if kind != "MPO")  # an MPO is a JPEG of several: read as its first
_ORIENTATION, _TURNED = 0x0112, {5, 6, 7, 8}  # EXIF: the values that swap width and height
_CAMERA = {0x010F, 0x0110, 0x829A, 0x829D}  # EXIF: maker, model, exposure time, aperture
_EXPOSURE = 0x8769  # EXIF: where the last two stand
_DECODER = threading.Lock()  # one at a time: some take several times what they leave, and all are quick
_TRIED = 256  # pixels: a drawing that can be drawn small can be drawn large
_MOST_PROFILE = 4 * 2**20  # bytes; the usual ones have a few thousand


def check(data: bytes, *, drawing: bool = False) -> Picture:
    """Decode a picture fully, or say in one line what the bytes are instead.

    `drawing` says that an SVG was asked for; what comes back of it is only what may be looked at.
    """
    if drawing and looks_drawn(data):
        clean, shape = cleaned(data)
        _opened(pixels(clean, _TRIED), whole=True)  # what can't be drawn is no picture
        return Picture(data=clean, media_type=MEDIA_TYPE, width=shape.width, height=shape.height)
    return _picture(data, *_seen(_opened(data, whole=True)))


def measure(data: bytes, *, drawing: bool = False) -> Picture:
    """The same without decoding it: its kind and size as its header says them, or one line that says why not."""
    if drawing and looks_drawn(data):
        clean, shape = cleaned(data)
        return Picture(data=clean, media_type=MEDIA_TYPE, width=shape.width, height=shape.height)
    header = read_header(data)
    if header is None:
        return _picture(data, *_seen(_opened(data, whole=False)))
    check_bounds(data)
    kind, shape = header
    return _picture(data, kind, shape.width, shape.height)


def decoded(data: bytes, width: int | None = None) -> Any:
    """A picture's pixels in plain colours, upright, with nothing that came along; a drawing is drawn, so wide."""
    return plain(_opened(pixels(data, width) if looks_drawn(data) else data, whole=True))


def is_plain(data: bytes) -> bool:
    """Whether nothing came along with the pixels that a viewer may not see: no EXIF, no colour profile of its own."""
    image = _opened(data, whole=False)
    return not image.getexif() and not _is_foreign(image.info.get("icc_profile"))


def from_camera(data: bytes) -> bool:
    """Whether a picture says that a camera took it: which one, or how it was exposed."""
    marks = _opened(data, whole=False).getexif()
    try:
        exposure = marks.get_ifd(_EXPOSURE)
    except Exception:  # noqa: BLE001 - as above: what can't be read tells nothing
        exposure = {}
    return any(str(value).strip(" \0") for found in (marks, exposure) for tag, value in found.items() if tag in _CAMERA)


def sound_ones(came: Picture) -> list[Picture]:
    """The pictures of one purchase that may be shown, with type and size by their bytes."""
    sound, wrong = [], []
    for data in (came.data, *came.others):
        try:
            seen = check(data, drawing=came.media_type == MEDIA_TYPE)
        except BadAnswer as error:
            wrong.append(error)
            continue
        shape = replace(came, width=seen.width, height=seen.height, others=())
        sound.append(replace(shape, data=seen.data, media_type=seen.media_type))
    if not sound:
        raise type(wrong[0])(f"{wrong[0]}; it may have been charged")
    return sound


def _picture(data: bytes, kind: str, width: int, height: int) -> Picture:
    if min(width, height) < 16:  # a counting pixel, an icon
        raise BadAnswer(f"the picture has only {width}x{height} pixels")
    return Picture(data=data, media_type=kind, width=width, height=height)


def _seen(image: Any) -> tuple[str, int, int]:
    """Media type and size as a viewer shows it: turned as its EXIF says."""
    width, height = image.size
    if image.getexif().get(_ORIENTATION, 1) in _TURNED:
        width, height = height, width
    return _MIME[str(image.format)], width, height


def _opened(data: bytes, *, whole: bool) -> Any:
    """The only place where a decoder meets foreign bytes; `whole` decodes the pixels too."""
    if not data:
        raise BadAnswer("the answer holds no picture: it is empty")
    guess = _not_a_picture(data)
    if guess:
        raise BadAnswer(f"the answer holds no picture, but {guess}")
    check_bounds(data)
    from PIL import Image  # noqa: PLC0415 - heavy, and a warm build never needs it

    try:
        with warnings.catch_warnings():
            # Our own limit is lower, and says so in a line.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            image = Image.open(io.BytesIO(data), formats=_READ)
            check_size(*image.size)
            if whole:
                with _DECODER:
                    image.load()
            image.getexif()  # may fail like the rest of it
    except BadAnswer:
        raise
    except Exception as error:  # noqa: BLE001 - Pillow's decoders raise what they like
        text = f"the picture is damaged or of no known format ({_short(error)})"
        raise BadAnswer(text) from None
    return image


def _not_a_picture(data: bytes) -> str | None:
    start = data[:512].lstrip().lower()
    if looks_drawn(data):
        return "an SVG drawing, which was not asked for"
    if start.startswith((b"<!doctype", b"<html", b"<head", b"<body")):
        return "a web page (a login or a gateway in between?)"
    if start.startswith((b"{", b"[", b'"')):
        return "text"
    if start.startswith(b"version https://git-lfs"):
        return "a Git LFS pointer: run 'git lfs pull'"
    return None


def _short(error: Exception) -> str:
    text = " ".join(str(error).split())
    # "cannot identify image file <_io.BytesIO object at 0x7f…>" says nothing to an author.
    return text[:80] if text and "BytesIO" not in text else type(error).__name__


def plain(image: Any) -> Any:
    """Turned upright, in sRGB, and nothing but pixels: no comment, no EXIF, no profile, no text of its maker."""
    from PIL import ImageOps  # noqa: PLC0415 - heavy, and a warm build never needs it

    profile = image.info.get("icc_profile")
    ImageOps.exif_transpose(image, in_place=True)
    seen = _eight_bits(image)
    seen = _opaque(_standard(seen, profile) if _is_foreign(profile) else seen)
    bare = seen.copy() if seen is image else seen
    bare.info = {}  # encoders write what they find here
    return bare


def _eight_bits(image: Any) -> Any:
    """16-bit grey scaled down: by itself Pillow makes white of all that is brighter than 255."""
    if not image.mode.startswith("I"):
        return image
    grey = image.point(lambda value: value * (1 / 256)).convert("L")
    grey.info = {}
    return grey


def _is_foreign(profile: object) -> bool:
    """Whether a colour profile changes anything; most that come along say sRGB."""
    if not isinstance(profile, bytes) or not 128 <= len(profile) <= _MOST_PROFILE:
        return False
    return not any(word in profile for word in (b"sRGB", "sRGB".encode("utf-16-be")))


def _standard(image: Any, profile: bytes) -> Any:
    """Through the profile it came with; a broken one is as good as none."""
    from PIL import ImageCms  # noqa: PLC0415 - most pictures have no profile of their own

    if image.mode in {"P", "LA", "PA", "1"}:
        image = image.convert("RGBA" if image.has_transparency_data else "RGB")
    wanted = image.mode if image.mode == "RGBA" else "RGB"
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        return ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode=wanted) or image
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return image


def _opaque(image: Any) -> Any:
    """Colours alone, unless something can be seen through: that is a third of the work less."""
    if not image.has_transparency_data:
        return image if image.mode == "RGB" else image.convert("RGB")
    clear = image.convert("RGBA")
    return clear.convert("RGB") if clear.getchannel("A").getextrema() == (255, 255) else clear
