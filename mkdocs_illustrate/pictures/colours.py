"""Whatever colours a picture came in -> plain sRGB, so that it looks the same without what came along with it."""

from __future__ import annotations

import io
from typing import Any

_MOST_PROFILE = 4 * 2**20  # bytes; the usual ones have a few thousand


def plain(image: Any) -> Any:
    """Turned upright, in sRGB, and nothing but pixels: no comment, no EXIF, no profile, no text of its maker."""
    from PIL import ImageOps  # noqa: PLC0415 - heavy, and a warm build never needs it

    profile = image.info.get("icc_profile")
    seen = _eight_bits(ImageOps.exif_transpose(image))
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
        return image.convert("RGB")
    clear = image.convert("RGBA")
    return clear.convert("RGB") if clear.getchannel("A").getextrema() == (255, 255) else clear
