"""Black Forest Labs: submit, then poll the address that the answer names; moderation is a state.

`server.state`: `looks`, `outcome` (a state's name), `polling` (another origin to name).
"""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any

from .answers import FORBIDDEN, Reply
from .rules import unknown, whole

if TYPE_CHECKING:
    from .calls import Call
    from .server import ModelServer

_FIELDS = {
    "prompt", "width", "height", "aspect_ratio", "seed", "output_format", "safety_tolerance",
    "input_image", "webhook_url", "raw", "prompt_upsampling", "steps", "guidance",
}  # fmt: skip


def submit(call: Call, server: ModelServer) -> Reply:
    """POST /v1/MODEL."""
    if not server.lets_in(call):
        return Reply.json({"detail": "Not authenticated - Invalid Authentication"}, status=403)
    body = call.body
    wrong = _wrong(body)
    if wrong:
        said = {"loc": ["body", wrong], "msg": "is not allowed", "type": "value_error"}
        return Reply.json({"detail": [said]}, status=422)
    job = uuid.uuid4().hex
    server.state.setdefault("jobs", {})[job] = {**body, "left": server.state.get("looks", 1)}
    origin = server.state.get("polling", server.origin)
    return Reply.json({"id": job, "polling_url": f"{origin}/v1/get_result?id={job}", "cost": 3.0})


def _wrong(body: Any) -> str | None:
    if not isinstance(body, dict) or not body.get("prompt"):
        return "prompt"
    for edge in ("width", "height"):
        if edge in body and not whole(body[edge], 64, 4096, 16):
            return edge
    if body.get("width", 1024) * body.get("height", 1024) > 4 * 2**20:
        return "width"
    return unknown(body, _FIELDS)


def result(call: Call, server: ModelServer) -> Reply:
    """GET the polling_url."""
    if not server.lets_in(call):
        return Reply.json({"detail": "Not authenticated"}, status=403)
    name = call.query.get("id", "")
    found = server.state.get("jobs", {}).get(name)
    if found is None:
        return Reply.json({"id": name, "status": "Task not found", "result": None})
    if found["left"] > 0:
        found["left"] -= 1
        return Reply.json({"id": name, "status": "Pending", "result": None})
    if FORBIDDEN in found["prompt"]:
        details = {"Moderation Reasons": ["Violence"]}
        return Reply.json({"id": name, "status": "Request Moderated", "details": details})
    outcome = server.state.get("outcome", "Ready")
    if outcome != "Ready":
        return Reply.json({"id": name, "status": outcome, "result": None})
    width, height = found.get("width", 1024), found.get("height", 1024)
    sample = f"{server.origin}/files/bfl-{width}x{height}.png"
    return Reply.json({"id": name, "status": outcome, "result": {"sample": sample, "seed": 42}})


ROUTES = {"/v1/get_result": result, "/v1/flux-*": submit}
SETTINGS = {"base": "", "door": ("x-key", "")}
