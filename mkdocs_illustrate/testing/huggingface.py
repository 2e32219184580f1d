"""Hugging Face's own inference: the picture's bytes come back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .answers import Reply
from .limits import Limits
from .openai import chat
from .pictures import picture
from .rules import unknown

if TYPE_CHECKING:
    from .calls import Call
    from .server import ModelServer


def infer(call: Call, server: ModelServer) -> Reply:
    """POST /hf-inference/models/OWNER/NAME."""
    if not server.accepts_key(call):
        return Reply.json({"error": "Invalid username or password."}, status=401)
    body = call.body or {}
    if unknown(body, {"inputs", "parameters"}) or not isinstance(body.get("inputs"), str):
        return Reply.json({"error": "Invalid inputs"}, status=400)
    given = body.get("parameters", {})
    wrong = Limits.of("huggingface").wrong(call.path.partition("/models/")[2], given)
    if wrong:
        status = 404 if wrong.kind == "model" else 400
        return Reply.json({"error": wrong.text}, status=status)
    size = (given.get("width", 1024), given.get("height", 1024))
    kind = {"Content-Type": "image/jpeg"}
    return Reply(body=picture(body["inputs"], size, "JPEG"), headers=kind)


ROUTES = {"/hf-inference/models/*": infer, "/chat/completions": chat}
SETTINGS = {"base": ""}
