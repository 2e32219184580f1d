"""Gemini's generateContent: a refusal is HTTP 200 without a picture.

`server.state`: `finish` is another finishReason; `thoughts` puts text and a draft first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .answers import FORBIDDEN, Reply
from .limits import Limits
from .openai import chat
from .rules import by_ratio, coded, unknown

if TYPE_CHECKING:
    from .calls import Call
    from .server import ModelServer

_TOP = {"contents", "generationConfig", "safetySettings", "systemInstruction", "tools"}
_CONFIG = {
    "responseModalities",
    "imageConfig",
    "temperature",
    "topP",
    "topK",
    "seed",
    "candidateCount",
    "maxOutputTokens",
    "stopSequences",
    "mediaResolution",
    "thinkingConfig",
    "responseMimeType",
}


def generate(call: Call, server: ModelServer) -> Reply:
    """POST /models/MODEL:generateContent."""
    if not server.accepts_key(call):
        return _problem(400, "INVALID_ARGUMENT", "API key not valid. Please pass a valid API key.")
    body = call.body or {}
    refusal = _refused(call, body)
    if refusal:
        return refusal
    image = body.get("generationConfig", {}).get("imageConfig", {})
    parts = body["contents"][0]["parts"]
    server.state["inputs"] = [p["inlineData"] for p in parts if "inlineData" in p]
    if FORBIDDEN in parts[0]["text"]:
        return Reply.json({"promptFeedback": {"blockReason": "PROHIBITED_CONTENT"}})
    finish = server.state.get("finish", "STOP")
    content = _content(parts[0]["text"], image, server) if finish == "STOP" else {}
    usage = {"promptTokenCount": 20, "candidatesTokenCount": 1290}
    answer = {"candidates": [{"content": content, "finishReason": finish}], "usageMetadata": usage}
    return Reply.json(answer)


def _refused(call: Call, body: Any) -> Reply | None:
    config = body.get("generationConfig", {})
    extra = unknown(body, _TOP) or unknown(config, _CONFIG)
    if extra or not body.get("contents"):
        text = f"Invalid JSON payload received. Unknown name: {extra or 'contents'}"
        return _problem(400, "INVALID_ARGUMENT", text)
    model = call.path.rpartition("/")[2].partition(":")[0]
    wrong = Limits.of("google").wrong(model, config.get("imageConfig", {}))
    if wrong and wrong.kind == "model":
        text = f"models/{model} is not found for API version v1beta"
        return _problem(404, "NOT_FOUND", text)
    return _problem(400, "INVALID_ARGUMENT", wrong.text) if wrong else None


def _content(prompt: str, image: dict[str, Any], server: ModelServer) -> dict[str, Any]:
    size = by_ratio(image.get("aspectRatio") or "1:1")
    drawn = {"inlineData": {"mimeType": "image/png", "data": coded(prompt, size)}}
    draft = {"thought": True, "inlineData": {"mimeType": "image/png", "data": coded("draft")}}
    before = [{"text": "Here it is."}, draft] if server.state.get("thoughts") else []
    return {"role": "model", "parts": [*before, drawn]}


def _problem(code: int, status: str, text: str) -> Reply:
    return Reply.json({"error": {"code": code, "message": text, "status": status}}, status=code)


def retired(call: Call, server: ModelServer) -> Reply:  # noqa: ARG001
    """POST :predict is gone."""
    return _problem(404, "NOT_FOUND", "models/imagen is not found for API version v1beta")


ROUTES = {":generateContent": generate, ":predict": retired, "/chat/completions": chat}
SETTINGS = {"base": "/v1beta", "key_header": ("x-goog-api-key", "")}
