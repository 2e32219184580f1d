"""Automatic1111 and Forge: txt2img and img2img, synchronous, the seed in a text inside the JSON."""

from __future__ import annotations

import base64
import json
from typing import TYPE_CHECKING

from .answers import Reply
from .limits import Limits
from .rules import coded

if TYPE_CHECKING:
    from .calls import Call
    from .server import ModelServer


SAMPLERS = (
    "Euler a",
    "Euler",
    "DPM++ 2M",
    "DPM++ SDE",
    "DPM++ 2M SDE",
    "Heun",
    "LMS",
    "DDIM",
    "UniPC",
)


def txt2img(call: Call, server: ModelServer) -> Reply:
    """POST /sdapi/v1/txt2img, and img2img."""
    if not _accepts_key(call, server):
        return Reply.json({"detail": "Incorrect username or password"}, status=401)
    body = call.body
    wrong = Limits.of("sdwebui").wrong("", body) if isinstance(body, dict) else None
    if wrong or not isinstance(body, dict):
        return _wrong(wrong.field if wrong else "body")
    if body.get("sampler_name", SAMPLERS[0]) not in SAMPLERS:
        return _failed(404, "Sampler not found")
    if call.path.endswith("img2img") and not body.get("init_images"):
        return _failed(404, "Init image not found")
    seed = body.get("seed", -1)
    info = json.dumps({"seed": 1234567 if seed == -1 else seed, "steps": body.get("steps", 50)})
    size = (body.get("width", 512), body.get("height", 512))
    return Reply.json({"images": [coded(body.get("prompt", ""), size)], "parameters": body, "info": info})


def _accepts_key(call: Call, server: ModelServer) -> bool:
    """With --api-auth only; the key is `user:password`."""
    if server.key is None:
        return True
    wanted = base64.b64encode(server.key.encode()).decode()
    return call.headers.get("authorization") == f"Basic {wanted}"


def _failed(status: int, detail: str) -> Reply:
    said = {"error": "HTTPException", "detail": detail, "body": "", "errors": ""}
    return Reply.json(said, status=status)


def _wrong(name: str) -> Reply:
    said = {"loc": ["body", name], "msg": "value is not a valid integer", "type": "type_error"}
    return Reply.json({"detail": [said]}, status=422)


ROUTES = {"/sdapi/v1/txt2img": txt2img, "/sdapi/v1/img2img": txt2img}
SETTINGS = {"base": ""}
