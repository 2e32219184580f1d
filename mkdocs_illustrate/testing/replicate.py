"""Replicate: predictions of a model, its output a text or a list.

`server.state`: `looks`, `outcome` (a status), `listed` (output as a list), `polling` (an origin).
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
    """POST /models/OWNER/NAME/predictions, or /predictions with a version."""
    if not server.accepts_key(call):
        return _problem(401, "Unauthenticated", "You did not pass a valid authentication token")
    body = call.body
    known = {"input", "webhook", "stream"} | (set() if "/models/" in call.path else {"version"})
    if not isinstance(body, dict) or set(body) - known:
        return _problem(422, "Input validation failed", "Additional property is not allowed")
    given = body["input"] if isinstance(body.get("input"), dict) else {}
    wrong = Limits.of("replicate").wrong(_model(call), given)
    if wrong and wrong.kind == "model":
        return _problem(404, "Not found", "The requested resource could not be found.")
    if wrong:
        return _problem(422, "Input validation failed", f"- input.{wrong.field}: {wrong.text}")
    job = uuid.uuid4().hex
    asked = {"input": given, "model": _model(call)}
    server.state.setdefault("jobs", {})[job] = {**given, "asked": asked, "left": server.state.get("looks", 1)}
    return Reply.json(_prediction(job, "starting", server), status=201)


def _model(call: Call) -> str:
    named = call.path.partition("/models/")[2].removesuffix("/predictions")
    return named or str((call.body or {}).get("version", ""))


def _problem(status: int, title: str, detail: str) -> Reply:
    return Reply.json({"title": title, "detail": detail, "status": status}, status=status)


def _prediction(job: str, status: str, server: ModelServer, **more: Any) -> dict[str, Any]:
    origin = server.state.get("polling", server.origin)
    urls = {
        "get": f"{origin}/v1/predictions/{job}",
        "cancel": f"{origin}/v1/predictions/{job}/cancel",
    }
    asked = server.state["jobs"][job]["asked"]
    model, _, version = asked["model"].partition(":")
    when = {"created_at": "2026-11-20T00:00:00.000Z", "started_at": None, "completed_at": None}
    said = {"id": job, "model": model, "version": version or "hidden", "input": asked["input"], "status": status}
    return {**said, "output": None, "error": None, "logs": "", "metrics": {}, **when, "urls": urls, **more}


def prediction(call: Call, server: ModelServer) -> Reply:
    """GET /predictions/ID."""
    if not server.accepts_key(call):
        return _problem(401, "Unauthenticated", "You did not pass a valid authentication token")
    name = call.path.rpartition("/")[2]
    found = server.state.get("jobs", {}).get(name)
    if found is None:
        return _problem(404, "Not found", "The requested resource could not be found.")
    if found["left"] > 0:
        found["left"] -= 1
        return Reply.json(_prediction(name, "processing", server))
    outcome = "failed" if FORBIDDEN in found["prompt"] else server.state.get("outcome", "succeeded")
    if outcome != "succeeded":
        why = "NSFW content detected" if FORBIDDEN in found["prompt"] else "CUDA out of memory"
        return Reply.json(_prediction(name, outcome, server, error=why))
    width, height = by_ratio(found.get("aspect_ratio", "1:1"))
    address = f"{server.origin}/files/replicate-{width}x{height}.png"
    output = [address] if server.state.get("listed", True) else address
    return Reply.json(_prediction(name, "succeeded", server, output=output))


ROUTES = {
    "/models/*/predictions": submit,
    "/predictions": submit,
    "/predictions/*": prediction,
}
SETTINGS: dict[str, Any] = {}
