"""Pictory AI Studio: submit and poll, the key as it is, HTTP 200 also for a failed job.

`server.state`: `looks` is how often a job says in-progress; `outcome` is completed or failed.
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

_CREDITS = {"seedream3.0": 2, "flux-schnell": 0.6, "nanobanana": 4, "nanobanana-pro": 14}


def submit(call: Call, server: ModelServer) -> Reply:
    """POST /v1/aistudio/images."""
    if call.headers.get("user-agent", "").startswith("Python-urllib"):
        return Reply.html("<html>error code: 1010</html>", status=403)
    if not server.accepts_key(call):
        return Reply.json({"message": "Unauthorized"}, status=401)
    body = call.body if isinstance(call.body, dict) else {}
    wrong = Limits.of("pictory").wrong(body.get("model", "seedream3.0"), body)
    if wrong:
        return _invalid(wrong.field, wrong.text)
    job = str(uuid.uuid4())
    server.state.setdefault("jobs", {})[job] = {**body, "left": server.state.get("looks", 1)}
    return Reply.json({"success": True, "data": {"jobId": job}})


def _invalid(name: str, text: str) -> Reply:
    said = {"code": "INVALID_REQUEST_BODY", "message": "The request body is invalid"}
    return Reply.json({**said, "fields": [{"name": name, "errors": [text]}]}, status=400)


def job(call: Call, server: ModelServer) -> Reply:
    """GET /v1/jobs/ID."""
    if not server.accepts_key(call):
        return Reply.json({"message": "Unauthorized"}, status=401)
    name = call.path.rpartition("/")[2]
    found = server.state.get("jobs", {}).get(name)
    if found is None:
        said = {"status": "failed", "error_code": "5000", "error_message": "JOB_NOT_FOUND"}
        return Reply.json({"job_id": name, "success": False, "data": said})
    if found["left"] > 0:
        found["left"] -= 1
        return Reply.json({"job_id": name, "success": True, "data": {"status": "in-progress"}})
    return Reply.json({"job_id": name, "success": True, "data": _data(found, server)})


def _failed(why: str) -> dict[str, Any]:
    return {"status": "failed", "error_code": "4001", "error_message": why}


def _data(found: dict[str, Any], server: ModelServer) -> dict[str, Any]:
    if server.state.get("outcome") == "failed":
        return _failed("Image generation failed")
    if FORBIDDEN in found["prompt"]:
        return _failed("The prompt was rejected by the content policy")
    model = found.get("model", "seedream3.0")
    width, height = by_ratio(found.get("aspectRatio", "1:1"))
    address = f"{server.origin}/files/pictory-{width}x{height}.png"
    return {
        "status": "completed",
        "url": address,
        "width": width,
        "height": height,
        "aiCreditsUsed": _CREDITS[model],
    }


ROUTES = {"/v1/aistudio/images": submit, "/v1/jobs/*": job}
SETTINGS = {"base": "/pictoryapis", "key_header": ("authorization", "")}
