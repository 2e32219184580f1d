"""How OpenAI's relatives say no: each refuses in words, and in a shape, of its own."""

from __future__ import annotations

from collections.abc import Callable

from .answers import Reply, error
from .limits import Wrong

_CODES = {
    "missing": (400, "missing_required_parameter"),
    "unknown": (400, "unknown_parameter"),
    "long": (400, "string_above_max_length"),
    "value": (400, "invalid_value"),
    "model": (404, "model_not_found"),
    "key": (401, "invalid_api_key"),
    "refused": (400, "moderation_blocked"),
}
KEY = Wrong(kind="key", field="", text="Incorrect API key provided.")
REFUSED = Wrong(
    kind="refused",
    field="prompt",
    text="Your request was rejected by the safety system. safety_violations=[violence]",
)


def openai(wrong: Wrong) -> Reply:
    """`{"error": {"message", "type", "param", "code"}}`."""
    status, code = _CODES[wrong.kind]
    kind = {"refused": "image_generation_user_error"}.get(wrong.kind, "invalid_request_error")
    return error(status, wrong.text, code, param=wrong.field or None, kind=kind)


def azure(wrong: Wrong) -> Reply:
    """As OpenAI, but for what its filter turns down."""
    if wrong.kind == "refused":
        return error(400, wrong.text, "content_filter", param="prompt", kind="invalid_request_error")
    return openai(wrong)


def aimlapi(wrong: Wrong) -> Reply:
    """`{"message", "path", "requestId", "statusCode", "timestamp"}`, and no `error`."""
    status = 401 if wrong.kind == "key" else 400
    text = wrong.text if wrong.kind == "key" else f"Body validation error! {wrong.text}"
    said = {"message": text, "path": "/v1/images/generations", "requestId": "798b860e"}
    when = {"statusCode": status, "timestamp": "2026-11-20T00:00:00.000Z"}
    return Reply.json({**said, **when}, status=status)


def xai(wrong: Wrong) -> Reply:
    """`{"code": "400", "error": "text"}`."""
    status, _ = _CODES[wrong.kind]
    text = f"Argument not supported: {wrong.field}" if wrong.kind == "unknown" else wrong.text
    return Reply.json({"code": str(status), "error": text}, status=status)


def openrouter(wrong: Wrong) -> Reply:
    """`{"error": {"code", "message", "metadata"}}`, the code being the status."""
    status = 403 if wrong.kind == "refused" else _CODES[wrong.kind][0]
    metadata = {"reasons": ["violence"]} if wrong.kind == "refused" else {}
    said = {"code": status, "message": wrong.text, "metadata": metadata}
    return Reply.json({"error": said}, status=status)


def text(wrong: Wrong) -> Reply:
    """`{"error": "text"}`."""
    return Reply.json({"error": wrong.text}, status=_CODES[wrong.kind][0])


ERROR_SHAPES: dict[str, Callable[[Wrong], Reply]] = {
    "openai": openai,
    "azure": azure,
    "aimlapi": aimlapi,
    "xai": xai,
    "openrouter": openrouter,
    "text": text,
}
