"""Pictory AI Studio: submit and poll, the key as it is, HTTP 200 also for a failed job.

`server.state`: `looks` is how often a job says in-progress; `outcome` is completed or failed.
"""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any

from .answers import FORBIDDEN, Reply
from .rules import by_ratio, unknown

if TYPE_CHECKING:
    from .calls import Call
    from .server import ModelServer

_FIELDS = {"prompt", "model", "aspectRatio", "style", "referenceImageUrl", "webhook"}
_ALL = ("1:1", "16:9", "9:16")
_RATIOS = {
    "seedream3.0": _ALL,
    "flux-schnell": _ALL,
    "nanobanana": ("1:1",),
    "nanobanana-pro": _ALL,
}
_STYLES = {None, "photorealistic", "artistic", "cartoon", "minimalist", "vintage", "futuristic"}
_CREDITS = {"seedream3.0": 2, "flux-schnell": 0.6, "nanobanana": 4, "nanobanana-pro": 14}


def submit(call: Call, server: ModelServer) -> Reply:
    """POST /v1/aistudio/images."""
    if call.headers.get("user-agent", "").startswith("Python-urllib"):
        return Reply.html("<html>error code: 1010</html>", status=403)
    if not server.lets_in(call):
        return Reply.json({"message": "Unauthorized"}, status=401)
    body = call.body
    wrong = _wrong(body)
    if wrong:
        return _invalid(*wrong)
    job = str(uuid.uuid4())
    server.state.setdefault("jobs", {})[job] = {**body, "left": server.state.get("looks", 1)}
    return Reply.json({"success": True, "data": {"jobId": job}})


def _wrong(body: Any) -> tuple[str, str] | None:
    if not isinstance(body, dict):
        return "body", "must be an object"
    model = body.get("model", "seedream3.0")
    checks = {
        "prompt": 5 <= len(str(body.get("prompt", ""))) <= 5000,
        "model": model in _RATIOS,
        "aspectRatio": body.get("aspectRatio", "1:1") in _RATIOS.get(model, ()),
        "style": body.get("style") in _STYLES,
    }
    extra = unknown(body, _FIELDS)
    bad = extra or next((name for name, good in checks.items() if not good), None)
    return (bad, "is not allowed") if bad else None


def _invalid(name: str, text: str) -> Reply:
    said = {"code": "INVALID_REQUEST_BODY", "message": "The request body is invalid"}
    return Reply.json({**said, "fields": [{"name": name, "errors": [text]}]}, status=400)


def job(call: Call, server: ModelServer) -> Reply:
    """GET /v1/jobs/ID."""
    if not server.lets_in(call):
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
        "status": "completed", "url": address, "width": width, "height": height,
        "aiCreditsUsed": _CREDITS[model],
    }  # fmt: skip


ROUTES = {"/v1/aistudio/images": submit, "/v1/jobs/*": job}
SETTINGS = {"base": "/pictoryapis", "door": ("authorization", "")}
