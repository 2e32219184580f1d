"""Cloudflare Workers AI: the account stands in the path; JSON, or bytes with `raw` in the state.

FLUX.2 wants a form, the others JSON. The official client writes the slashes of a model's name as %2F.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from .answers import Reply
from .limits import Limits
from .openai import chat
from .pictures import picture
from .rules import coded, typed

if TYPE_CHECKING:
    from .calls import Call
    from .server import ModelServer


def run(call: Call, server: ModelServer) -> Reply:
    """POST /accounts/ACCOUNT/ai/run/MODEL."""
    if not server.accepts_key(call):
        return _problem(401, 10000, "Authentication error")
    model = unquote(call.path.partition("/ai/run/")[2])
    body = _asked(call, model)
    if body is None:
        return _problem(400, 5006, "Error: required properties at '/' are 'multipart'")
    wrong = Limits.of("cloudflare").wrong(model, body)
    if wrong and wrong.kind == "model":
        return _problem(404, 7003, "No route for that URI")
    if wrong:
        return _problem(400, 5006, f"Error: oneOf at '/' not met: {wrong.text}")
    if server.state.get("raw"):
        return Reply(body=picture(body["prompt"]), headers={"Content-Type": "image/png"})
    said: dict[str, Any] = {"success": True, "errors": [], "messages": []}
    return Reply.json({"result": {"image": coded(body["prompt"], kind="JPEG")}, **said})


def _asked(call: Call, model: str) -> dict[str, Any] | None:
    """What is asked for, in the form that the model wants; None in another."""
    if "/flux-2-" not in model:
        return call.body or {}
    form = call.form
    return None if form is None else typed({name: values[0] for name, values in form.items()})


def _problem(status: int, code: int, text: str) -> Reply:
    said: dict[str, Any] = {"result": None, "success": False, "messages": []}
    return Reply.json({**said, "errors": [{"code": code, "message": text}]}, status=status)


ROUTES = {"/accounts/*/ai/run/*": run, "/chat/completions": chat}
SETTINGS = {"base": ""}
