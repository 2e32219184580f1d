"""Cloudflare Workers AI: the account stands in the path; JSON, or bytes with `raw` in the state."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .answers import Reply
from .limits import Limits
from .openai import chat
from .pictures import picture
from .rules import coded

if TYPE_CHECKING:
    from .calls import Call
    from .server import ModelServer


def run(call: Call, server: ModelServer) -> Reply:
    """POST /accounts/ACCOUNT/ai/run/MODEL."""
    if not server.accepts_key(call):
        return _problem(401, 10000, "Authentication error")
    body = call.body or {}
    wrong = Limits.of("cloudflare").wrong(call.path.partition("/ai/run/")[2], body)
    if wrong and wrong.kind == "model":
        return _problem(404, 7003, "No route for that URI")
    if wrong:
        return _problem(400, 5006, f"Error: oneOf at '/' not met: {wrong.text}")
    if server.state.get("raw"):
        return Reply(body=picture(body["prompt"]), headers={"Content-Type": "image/png"})
    said: dict[str, Any] = {"success": True, "errors": [], "messages": []}
    return Reply.json({"result": {"image": coded(body["prompt"], kind="JPEG")}, **said})


def _problem(status: int, code: int, text: str) -> Reply:
    said: dict[str, Any] = {"result": None, "success": False, "messages": []}
    return Reply.json({**said, "errors": [{"code": code, "message": text}]}, status=status)


ROUTES = {"/accounts/*/ai/run/*": run, "/chat/completions": chat}
SETTINGS = {"base": ""}
