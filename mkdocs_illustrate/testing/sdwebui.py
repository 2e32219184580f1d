"""Automatic1111 and Forge: txt2img and img2img, synchronous, the seed in a text inside the JSON."""

from __future__ import annotations

import base64
import json
from typing import TYPE_CHECKING

from .answers import Reply
from .rules import coded, whole

if TYPE_CHECKING:
    from .calls import Call
    from .server import ModelServer


def txt2img(call: Call, server: ModelServer) -> Reply:
    """POST /sdapi/v1/txt2img, and img2img."""
    if not _lets_in(call, server):
        return Reply.json({"detail": "Incorrect username or password"}, status=401)
    body = call.body
    if not isinstance(body, dict) or not isinstance(body.get("prompt"), str):
        return _wrong("prompt")
    for edge in ("width", "height"):
        if edge in body and not whole(body[edge], 64, 2048, 8):
            return _wrong(edge)
    for name in ("steps", "seed"):
        if name in body and not whole(body[name], -1, 2**32):
            return _wrong(name)
    if call.path.endswith("img2img") and not body.get("init_images"):
        said = {
            "error": "HTTPException",
            "detail": "Init image not found",
            "body": "",
            "errors": "",
        }
        return Reply.json(said, status=404)
    seed = body.get("seed", -1)
    info = json.dumps({"seed": 1234567 if seed == -1 else seed, "steps": body.get("steps", 50)})
    size = (body.get("width", 512), body.get("height", 512))
    return Reply.json({"images": [coded(body["prompt"], size)], "parameters": body, "info": info})


def _lets_in(call: Call, server: ModelServer) -> bool:
    """With --api-auth only; the key is `user:password`."""
    if server.key is None:
        return True
    wanted = base64.b64encode(server.key.encode()).decode()
    return call.headers.get("authorization") == f"Basic {wanted}"


def _wrong(name: str) -> Reply:
    said = {"loc": ["body", name], "msg": "value is not a valid integer", "type": "type_error"}
    return Reply.json({"detail": [said]}, status=422)


ROUTES = {"/sdapi/v1/txt2img": txt2img, "/sdapi/v1/img2img": txt2img}
SETTINGS = {"base": ""}
