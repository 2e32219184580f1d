"""What goes to a model that starts from pictures: checked, in a format that all take, and nothing that came along.

And masks: white is redrawn, black stays.
"""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

from ..errors import BadAnswer
from ..records import Picture
from ..shapes import Shape
from .decoding import check, decoded, is_plain

_TAKEN = {"image/png", "image/jpeg", "image/webp"}
_FINE = 95  # JPEG quality: a photo as a PNG would be ten times as long
_WRITTEN: dict[str, dict[str, Any]] = {"JPEG": {"quality": _FINE}, "WEBP": {"lossless": True}}
_SEEN = 128  # grey; a mask that is darker everywhere redraws nothing


def start_picture(data: bytes) -> Picture:
    """A picture to start from, as it is if every model takes that; BadAnswer says what it is instead."""
    found = check(data, drawing=True)
    if found.media_type in _TAKEN and is_plain(data):
        return found
    image = decoded(found.data)
    kind = "JPEG" if found.media_type == "image/jpeg" and image.mode == "RGB" else "PNG"
    return replace(
        found, data=_saved(image, kind), media_type=f"image/{kind.lower()}", width=image.width, height=image.height
    )


def bare(data: bytes) -> bytes:
    """A PNG, JPEG or WebP of the same kind, and nothing that came along with its pixels."""
    if is_plain(data):
        return data
    kind = check(data).media_type.removeprefix("image/").upper()
    return _saved(decoded(data), kind)


def mask_of(data: bytes, shape: Shape) -> tuple[bytes, Shape]:
    """A mask in grey levels for a picture of that shape, and the shape that it had; BadAnswer if it is none."""
    image = decoded(check(data).data)
    had = Shape(image.width, image.height)
    if had != shape:
        image = image.resize((shape.width, shape.height))
    grey = _on_black(image).convert("L")
    if grey.getextrema()[1] < _SEEN:
        raise BadAnswer("nothing in the mask is white, and white is what is redrawn")
    return _saved(grey, "PNG"), had


def see_through(mask: bytes) -> bytes:
    """The same mask for who redraws what is transparent; beneath, it is white there, for who looks at colours only."""
    from PIL import Image, ImageOps  # noqa: PLC0415 - heavy, and a warm build never needs it

    grey = decoded(mask).convert("L")
    return _saved(Image.merge("RGBA", (grey, grey, grey, ImageOps.invert(grey))), "PNG")


def _on_black(image: Any) -> Any:
    """What can be seen through is not white."""
    from PIL import Image  # noqa: PLC0415 - see above

    if image.mode != "RGBA":
        return image
    return Image.alpha_composite(Image.new("RGBA", image.size, "black"), image)


def _saved(image: Any, kind: str) -> bytes:
    kept = io.BytesIO()
    image.save(kept, kind, **_WRITTEN.get(kind, {}))
    return kept.getvalue()
