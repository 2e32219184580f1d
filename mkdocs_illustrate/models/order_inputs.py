"""Pictures that go along with an order: in its body they stand by their hashes, on the wire by their bytes.

So they count in the key, and a key, a note or a log is never megabytes.
"""

from __future__ import annotations

import base64
import functools
import hashlib
from collections.abc import Callable, Mapping
from typing import Any

from ..pictures.edit_inputs import bare
from ..records import Order

# By their first bytes, as for all pictures; what people call a file may be anything.
_TYPES = ((b"\x89PNG", "image/png"), (b"\xff\xd8", "image/jpeg"), (b"RIFF", "image/webp"))


def named(image: bytes, digest: str = "") -> dict[str, str]:
    """What a template may say of a picture: marks that stand for its bytes, and its type."""
    digest = digest or hashlib.sha256(image).hexdigest()
    return {"base64": f"<base64 of {digest}>", "data_url": f"<data URL of {digest}>", "type": _type(image)}


def sent_body(order: Order) -> Mapping[str, Any]:
    """The body as it is sent, with the bytes in their places."""
    marks: dict[str, Callable[[], str]] = {}
    for image in order.inputs:
        marks |= _marked(image, named(image))
    for reference in order.references:  # what came along with a picture stays here
        marks |= _marked(bare(reference.data), named(reference.data, reference.sha256))
    body: Mapping[str, Any] = filled(order.body, marks) if marks else order.body
    return body


def filled(value: Any, marks: Mapping[str, Callable[[], str]]) -> Any:
    """A body with other words where marks stand."""
    if isinstance(value, Mapping):
        return {name: filled(inner, marks) for name, inner in value.items()}
    if isinstance(value, list):
        return [filled(inner, marks) for inner in value]
    if isinstance(value, str) and "<" in value:
        for mark in (mark for mark in marks if mark in value):
            value = value.replace(mark, marks[mark]())
    return value


def _marked(image: bytes, marks: Mapping[str, str]) -> dict[str, Callable[[], str]]:
    return {marks[kind]: functools.partial(_coded, kind, image) for kind in ("base64", "data_url")}


def _coded(kind: str, image: bytes) -> str:
    return base64.b64encode(image).decode() if kind == "base64" else data_url(image)


def data_url(image: bytes) -> str:
    """A picture as an address that holds it."""
    return f"data:{_type(image)};base64,{base64.b64encode(image).decode()}"


def _type(image: bytes) -> str:
    return next((name for start, name in _TYPES if image.startswith(start)), "image/png")
