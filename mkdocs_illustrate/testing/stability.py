"""Stability v2beta: a form of parts even without a file, and the picture's bytes come back."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

from .answers import FORBIDDEN, Reply
from .pictures import picture
from .rules import by_ratio, unknown

if TYPE_CHECKING:
    from .calls import Call
    from .server import ModelServer

_FIELDS = {
    "prompt", "aspect_ratio", "negative_prompt", "seed", "output_format", "style_preset", "model",
    "mode", "cfg_scale", "image", "strength",
}  # fmt: skip
_RATIOS = ("16:9", "1:1", "21:9", "2:3", "3:2", "4:5", "5:4", "9:16", "9:21")


def generate(call: Call, server: ModelServer) -> Reply:
    """POST /v2beta/stable-image/generate/KIND."""
    if not server.lets_in(call):
        return _problem(401, "unauthorized", "missing or invalid authorization header")
    form, kind = call.form, call.path.rpartition("/")[2]
    if form is None:
        return _problem(400, "bad_request", "content-type must be multipart/form-data")
    accept = call.headers.get("accept", "")
    if accept not in {"image/*", "application/json"}:
        return _problem(400, "bad_request", "accept: must be image/* or application/json")
    given = {name: values[0] for name, values in form.items()}
    wrong = _wrong({k: str(v) for k, v in given.items() if k != "image"}, kind)
    if wrong:
        return _problem(400, "bad_request", wrong)
    server.state["inputs"] = form.get("image", [])
    prompt = str(given["prompt"])
    if FORBIDDEN in prompt:
        return _problem(403, "content_moderation", "Your request was flagged by our system.")
    size = by_ratio(str(given.get("aspect_ratio", "1:1")))
    data = picture(prompt, size, str(given.get("output_format", "png")).upper())
    return _answer(data, accept, server.state.get("finish", "SUCCESS"))


def _answer(data: bytes, accept: str, finish: str) -> Reply:
    if accept == "image/*":
        headers = {"Content-Type": "image/png", "finish-reason": finish, "seed": "343940597"}
        return Reply(body=data, headers=headers)
    said = {"image": base64.b64encode(data).decode(), "finish_reason": finish, "seed": 343940597}
    return Reply.json(said)


def _wrong(given: dict[str, str], kind: str) -> str | None:
    extra = unknown(given, _FIELDS)
    formats = ("png", "jpeg") if kind == "sd3" else ("png", "jpeg", "webp")
    if extra:
        return f"{extra}: is not allowed"
    if not 1 <= len(given.get("prompt", "")) <= 10_000:
        return "prompt: cannot be blank nor longer than 10000"
    if given.get("output_format", "png") not in formats:
        return f"output_format: must be one of {formats}"
    if given.get("aspect_ratio", "1:1") not in _RATIOS:
        return f"aspect_ratio: must be one of {_RATIOS}"
    if ("model" in given) != (kind == "sd3") and kind != "sd3":
        return "model: is not allowed"
    return None


def _problem(status: int, name: str, text: str) -> Reply:
    return Reply.json({"id": "1", "name": name, "errors": [text]}, status=status)


ROUTES = {"/v2beta/stable-image/generate/*": generate}
SETTINGS = {"base": ""}
