"""Recraft: OpenAI's dialect for pictures, and styles that are made of pictures once.

`server.state`: `styles` are the names of those that it has made; without one that is named, nothing is drawn.
"""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any

from .answers import Reply, error
from .openai import ROUTES as OPENAI
from .openai import images
from .pictures import measured

if TYPE_CHECKING:
    from .calls import Call
    from .server import ModelServer

_BASES = {"any", "realistic_image", "digital_illustration", "vector_illustration", "icon", "logo_raster"}
_MOST = {"recraftv4_styles": 10, "recraftv4_styles_vector": 10}
_BYTES = 10_000_000


def styles(call: Call, server: ModelServer) -> Reply:
    """POST /v1/styles: a form with one to five pictures, of V4 up to ten."""
    if not server.accepts_key(call):
        return error(401, "Unauthorized", "unauthorized")
    form = call.form
    if form is None:
        return error(400, "expected multipart/form-data", "invalid_request")
    pictures = [data for name in sorted(form) if name.startswith("file") for data in form.pop(name)]
    wrong = _wrong({name: values[0] for name, values in form.items()}, pictures)
    if wrong:
        return error(400, wrong, "invalid_request_parameter")
    made = str(uuid.uuid4())
    server.state.setdefault("styles", []).append(made)
    server.state["inputs"] = pictures
    return Reply.json({"id": made, "credits": 40})


def _wrong(given: dict[str, Any], pictures: list[Any]) -> str:
    if extra := sorted(set(given) - {"style", "model", "match", "private"}):
        return f"unknown parameter: {extra[0]}"
    if given.get("model", "recraftv3") not in {"recraftv3", *_MOST}:
        return "model: no such model"
    if "model" not in given and given.get("style") not in _BASES:
        return "style: is required"
    most = _MOST.get(given.get("model", ""), 5)
    if not 1 <= len(pictures) <= most:
        return f"files: from 1 to {most} images are needed"
    if not all(isinstance(one, bytes) and measured(one)[0] in {"PNG", "JPEG", "WEBP"} for one in pictures):
        return "files: PNG, JPEG or WEBP is needed"
    return "files: more than 10 MB together" if sum(map(len, pictures)) > _BYTES else ""


def generations(call: Call, server: ModelServer) -> Reply:
    """POST /v1/images/generations: a style has to be one of its own."""
    body = call.body if isinstance(call.body, dict) else {}
    named = body.get("style_id")
    if server.accepts_key(call) and named and named not in server.state.get("styles", []):
        return error(400, f"style {named} is not found", "style_not_found", param="style_id")
    return images(call, server)


ROUTES = {**OPENAI, "/images/generations": generations, "/v1/styles": styles}
SETTINGS = {"base": ""}
