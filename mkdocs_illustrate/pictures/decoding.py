"""Bytes from somewhere -> a picture that may be published, judged by the bytes alone.

Whatever a server says about its answer is a claim. Here it is decoded, once, with the few decoders
that a web page needs, below a limit of pixels; everything else is refused in words.
"""

from __future__ import annotations

import io
import warnings
from dataclasses import replace

from ..errors import BadAnswer
from ..records import Picture
from ..shapes import MOST_PIXELS
from .drawings import MEDIA_TYPE, cleaned, looks_drawn, pixels

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
_LONGEST = 16_383  # pixels a side: a WebP is not longer
_ORIENTATION, _TURNED = 0x0112, {5, 6, 7, 8}  # EXIF: the values that swap width and height


def check(data: bytes, *, drawing: bool = False) -> Picture:
    """Decode a picture fully, or say in one line what the bytes are instead.

    `drawing` says that an SVG was asked for; what comes back of it is only what may be looked at.
    """
    if not data:
        raise BadAnswer("the answer holds no picture: it is empty")
    if drawing and looks_drawn(data):
        return _drawing(data)
    guess = _not_a_picture(data)
    if guess:
        raise BadAnswer(f"the answer holds no picture, but {guess}")
    try:
        kind, width, height = _decode(data)
    except BadAnswer:
        raise
    except Exception as error:  # noqa: BLE001 - Pillow's decoders raise what they like
        text = f"the picture is damaged or of no known format ({_short(error)})"
        raise BadAnswer(text) from None
    if min(width, height) < 16:
        raise BadAnswer(f"the picture has only {width}x{height} pixels")
    return Picture(data=data, media_type=kind, width=width, height=height)


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


def _drawing(data: bytes) -> Picture:
    clean, shape = cleaned(data)
    _decode(pixels(clean))  # what can't be drawn is no picture
    return Picture(data=clean, media_type=MEDIA_TYPE, width=shape.width, height=shape.height)


def _decode(data: bytes) -> tuple[str, int, int]:
    """Media type and size as a viewer shows it: turned as its EXIF says."""
    from PIL import Image  # noqa: PLC0415 - heavy, and a warm build never needs it

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        with Image.open(io.BytesIO(data), formats=_READ) as image:
            width, height = image.size
            if width * height > MOST_PIXELS or max(width, height) > _LONGEST:
                text = f"the picture is too large: {width}x{height} pixels; make it smaller than"
                raise BadAnswer(f"{text} {MOST_PIXELS // 10**6} megapixels, {_LONGEST} a side")
            image.load()
            if image.getexif().get(_ORIENTATION, 1) in _TURNED:
                width, height = height, width
            return _MIME[str(image.format)], width, height


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
    return text[:80] if text and "BytesIO" not in text else type(error).__name__
