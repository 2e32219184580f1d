"""Stability v2beta: a form of parts even without a file, and the picture's bytes come back."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Any

from .answers import FORBIDDEN, Reply
from .limits import Limits
from .pictures import measured, picture
from .rules import by_ratio, typed

if TYPE_CHECKING:
    from .calls import Call
    from .server import ModelServer


_KINDS = {"PNG", "JPEG", "WEBP"}


def generate(call: Call, server: ModelServer) -> Reply:
    """POST /v2beta/stable-image/generate/KIND, or control/style."""
    if not server.accepts_key(call):
        return _problem(401, "unauthorized", "missing or invalid authorization header")
    form, kind = call.form, call.path.rpartition("/")[2]
    if form is None:
        return _problem(400, "bad_request", "content-type must be multipart/form-data")
    accept = call.headers.get("accept", "")
    if accept not in {"image/*", "application/json"}:
        return _problem(400, "bad_request", "accept: must be image/* or application/json")
    given = typed({name: values[0] for name, values in form.items()})
    refusal = _refused(given, kind)
    if refusal:
        return refusal
    server.state["inputs"] = form.get("image", [])
    if not all(isinstance(one, bytes) and measured(one)[0] in _KINDS for one in server.state["inputs"]):
        return _problem(400, "bad_request", "image: must be a PNG, JPEG or WebP")
    prompt = str(given["prompt"])
    size = by_ratio(str(given.get("aspect_ratio", "1:1")))
    data = picture(prompt, size, str(given.get("output_format", "png")).upper())
    return _answer(data, accept, server.state.get("finish", "SUCCESS"))


def _refused(given: dict[str, Any], kind: str) -> Reply | None:
    wrong = Limits.of("stability").wrong(kind, given)
    if wrong and wrong.kind == "model":
        return _problem(404, "not_found", "not found")
    if wrong:
        return _problem(400, "bad_request", f"{wrong.field}: {wrong.text}")
    if FORBIDDEN in given["prompt"]:
        return _problem(403, "content_moderation", "Your request was flagged by our system.")
    return None


def _answer(data: bytes, accept: str, finish: str) -> Reply:
    if accept == "image/*":
        headers = {"Content-Type": "image/png", "finish-reason": finish, "seed": "343940597"}
        return Reply(body=data, headers=headers)
    said = {"image": base64.b64encode(data).decode(), "finish_reason": finish, "seed": 343940597}
    return Reply.json(said)


def _problem(status: int, name: str, text: str) -> Reply:
    return Reply.json({"id": "1", "name": name, "errors": [text]}, status=status)


ROUTES = {"/v2beta/stable-image/generate/*": generate, "/v2beta/stable-image/control/style": generate}
SETTINGS = {"base": ""}
