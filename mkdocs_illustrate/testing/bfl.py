"""Black Forest Labs: submit, then poll the address that the answer names; moderation is a state.

`server.state`: `looks`, `outcome` (a state's name), `polling` (another origin to name).
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
    """POST /v1/MODEL."""
    if not server.accepts_key(call):
        return Reply.json({"detail": "Not authenticated - Invalid Authentication"}, status=403)
    body = call.body if isinstance(call.body, dict) else {}
    wrong = Limits.of("bfl").wrong(call.path.rpartition("/")[2], body)
    if wrong and wrong.kind == "model":
        return Reply.json({"detail": "Not Found"}, status=404)
    if wrong:
        said = {"loc": ["body", wrong.field], "msg": wrong.text, "type": "value_error"}
        return Reply.json({"detail": [said]}, status=422)
    job = uuid.uuid4().hex
    server.state.setdefault("jobs", {})[job] = {**body, "left": server.state.get("looks", 1)}
    origin = server.state.get("polling", server.origin)
    return Reply.json({"id": job, "polling_url": f"{origin}/v1/get_result?id={job}", "cost": 3.0})


def result(call: Call, server: ModelServer) -> Reply:
    """GET the polling_url."""
    if not server.accepts_key(call):
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
    width, height = _size(found)
    sample = f"{server.origin}/files/bfl-{width}x{height}.png"
    return Reply.json({"id": name, "status": outcome, "result": {"sample": sample, "seed": 42}})


def _size(asked: dict[str, Any]) -> tuple[int, int]:
    ratio = asked.get("aspect_ratio", "1:1")
    return (asked["width"], asked["height"]) if "width" in asked else by_ratio(ratio if ":" in ratio else "1:1")


ROUTES = {"/v1/get_result": result, "/v1/flux-*": submit}
SETTINGS = {"base": "", "key_header": ("x-key", "")}
