"""fal's queue: two addresses to follow; a completed job may still hold an error.

`server.state`: `looks`, `outcome` (ok, error), `polling` (another origin to name).
"""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any

from .answers import FORBIDDEN, Reply
from .limits import Limits
from .rules import by_ratio

if TYPE_CHECKING:
    from .calls import Call
    from .server import ModelServer


def submit(call: Call, server: ModelServer) -> Reply:
    """POST /MODEL."""
    if not server.accepts_key(call):
        return Reply.json({"detail": "Invalid key: No authentication provided"}, status=401)
    body, model = call.body if isinstance(call.body, dict) else {}, call.path.strip("/")
    wrong = Limits.of("fal").wrong(model, body)
    if wrong and wrong.kind == "model":
        return Reply.json({"detail": f"Application '{model}' not found"}, status=404)
    if wrong:
        said = {"loc": ["body", wrong.field], "msg": wrong.text, "type": "value_error"}
        return Reply.json({"detail": [said]}, status=422)
    job = uuid.uuid4().hex
    server.state.setdefault("jobs", {})[job] = {**body, "left": server.state.get("looks", 1)}
    at = f"{server.state.get('polling', server.origin)}/{model}/requests/{job}"
    said = {"status_url": f"{at}/status", "response_url": at, "cancel_url": f"{at}/cancel"}
    return Reply.json({"status": "IN_QUEUE", "request_id": job, "queue_position": 0, **said})


def status(call: Call, server: ModelServer) -> Reply:
    """GET the status_url."""
    name = call.path.split("?")[0].split("/")[-2]
    found = _found(call, server, name)
    if isinstance(found, Reply):
        return found
    if found["left"] > 0:
        found["left"] -= 1
        return Reply.json({"status": "IN_PROGRESS", "logs": None, "request_id": name}, status=202)
    return Reply.json({"status": "COMPLETED", "logs": None, "metrics": {"inference_time": 0.5}, "request_id": name})


def response(call: Call, server: ModelServer) -> Reply:
    """GET the response_url."""
    found = _found(call, server, call.path.split("?")[0].rpartition("/")[2])
    if isinstance(found, Reply):
        return found
    if FORBIDDEN in found["prompt"]:
        text = "The content could not be processed because it was flagged by a content checker."
        said = {"loc": ["body", "prompt"], "msg": text, "type": "content_policy_violation"}
        return Reply.json({"detail": [said]}, status=422)
    if server.state.get("outcome") == "error":
        return Reply.json({"detail": "downstream service unavailable"}, status=500)
    size = found.get("image_size")
    ratio = found.get("aspect_ratio", "1:1")
    width, height = (size["width"], size["height"]) if isinstance(size, dict) else by_ratio(ratio)
    address = f"{server.origin}/files/fal-{width}x{height}.png"
    image = {"url": address, "width": width, "height": height, "content_type": "image/png"}
    return Reply.json({"images": [image], "seed": 7, "has_nsfw_concepts": [False]})


def _found(call: Call, server: ModelServer, name: str) -> dict[str, Any] | Reply:
    if not server.accepts_key(call):
        return Reply.json({"detail": "Invalid key"}, status=401)
    found = server.state.get("jobs", {}).get(name)
    return found or Reply.json({"detail": "Request not found"}, status=404)


ROUTES = {"/requests/*/status": status, "/requests/*": response, "/*": submit}
SETTINGS = {"base": "", "key_header": ("authorization", "Key ")}
