"""Ideogram 3: a form, also without a file; a picture that is not safe comes with HTTP 200 and no address."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .answers import FORBIDDEN, Reply
from .limits import Limits
from .pictures import measured
from .rules import typed

if TYPE_CHECKING:
    from .calls import Call
    from .server import ModelServer

_IMAGES, _BYTES = "style_reference_images", 10_000_000


def generate(call: Call, server: ModelServer) -> Reply:
    """POST /v1/ideogram-v3/generate."""
    if not server.accepts_key(call):
        return Reply.json({"error": "Unauthorized"}, status=401)
    form = call.form
    if form is None:
        return Reply.json({"error": "Content-Type must be multipart/form-data"}, status=400)
    pictures = form.pop(_IMAGES, [])
    given = typed({name: values[0] for name, values in form.items()}) | ({_IMAGES: pictures} if pictures else {})
    wrong = Limits.of("ideogram").wrong("ideogram-v3", given)
    said = wrong.text if wrong else _bad(pictures)
    if said:
        return Reply.json({"error": said}, status=400)
    server.state["inputs"] = pictures
    return Reply.json({"created": "2026-11-20T12:00:00+00:00", "data": [_picture(given, server)]})


def _bad(pictures: list[Any]) -> str:
    if not all(isinstance(one, bytes) and measured(one)[0] in {"PNG", "JPEG", "WEBP"} for one in pictures):
        return f"{_IMAGES}: images in JPEG, PNG or WebP format are needed"
    return f"{_IMAGES}: more than 10MB" if sum(map(len, pictures)) > _BYTES else ""


def _picture(given: dict[str, Any], server: ModelServer) -> dict[str, Any]:
    size = str(given.get("resolution", "1024x1024"))
    safe = FORBIDDEN not in str(given["prompt"])
    address = f"{server.origin}/files/ideogram-{size}.png" if safe else None
    seed = given.get("seed", 42)
    return {"url": address, "is_image_safe": safe, "prompt": given["prompt"], "resolution": size, "seed": seed}


ROUTES = {"/v1/ideogram-v3/generate": generate}
SETTINGS = {"base": "", "key_header": ("api-key", "")}
