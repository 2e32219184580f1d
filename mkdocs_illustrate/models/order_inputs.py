"""Pictures that go along with an order: in its body they stand by their hashes, on the wire by their bytes.

So they count in the key, and a key, a note or a log is never megabytes.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from typing import Any

from ..records import Order

# By their first bytes, as for all pictures; what people call a file may be anything.
_TYPES = ((b"\x89PNG", "image/png"), (b"\xff\xd8", "image/jpeg"), (b"RIFF", "image/webp"))


def named(image: bytes) -> dict[str, str]:
    """What a template may say of a picture: marks that stand for its bytes, and its type."""
    digest = hashlib.sha256(image).hexdigest()
    return {"base64": f"<base64 of {digest}>", "data_url": f"<data URL of {digest}>", "type": _type(image)}


def sent_body(order: Order) -> Mapping[str, Any]:
    """The body as it is sent, with the bytes in their places."""
    if not order.inputs:
        return order.body
    marks = {named(image)[kind]: (kind, image) for image in order.inputs for kind in ("base64", "data_url")}
    filled: Mapping[str, Any] = _filled(order.body, marks)
    return filled


def _filled(value: Any, marks: Mapping[str, tuple[str, bytes]]) -> Any:
    if isinstance(value, Mapping):
        return {name: _filled(inner, marks) for name, inner in value.items()}
    if isinstance(value, list):
        return [_filled(inner, marks) for inner in value]
    if isinstance(value, str) and "<" in value:
        for mark in (mark for mark in marks if mark in value):
            value = value.replace(mark, _coded(*marks[mark]))
    return value


def _coded(kind: str, image: bytes) -> str:
    text = base64.b64encode(image).decode()
    return text if kind == "base64" else f"data:{_type(image)};base64,{text}"


def _type(image: bytes) -> str:
    return next((name for start, name in _TYPES if image.startswith(start)), "image/png")
