"""OpenAI's dialect, as strict as the real one about images and as plain about chat.

`server.state` steers it: `shape` is one of data-b64, data-url, images, output; `brief` is a text or
a function of the request that answers the chat; `forms` are the response formats it understands;
`drawing` is what comes when an SVG is asked for. `limits` names what a vendor
refuses (a file of `limits`); a server that nobody has heard of takes any model, the `fields` that
are given here (None: any) and prompts up to `prompt_limit`.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from .answers import FORBIDDEN, Reply, error
from .error_shapes import ERROR_SHAPES, KEY, REFUSED
from .limits import Limits, Wrong
from .pictures import drawing, measured, picture
from .rules import typed

if TYPE_CHECKING:
    from .calls import Call
    from .server import ModelServer

FIELDS = {
    "model",
    "prompt",
    "n",
    "size",
    "quality",
    "output_format",
    "output_compression",
    "background",
    "moderation",
    "complexity",
    "user",
    "safety_identifier",
}
_COLOUR_TYPE, _WITH_ALPHA = 25, (4, 6)  # of a PNG: where it stands, and the values for grey and colours
_FORMATS = {"gif": "GIF", "png": "PNG", "jpeg": "JPEG", "webp": "WEBP"}


def chat(call: Call, server: ModelServer) -> Reply:
    """POST /chat/completions: a brief made of the article's own first words."""
    if not server.accepts_key(call):
        return ERROR_SHAPES[server.state.get("error_shape", "openai")](KEY)
    body = call.body or {}
    form = (body.get("response_format") or {}).get("type", "text")
    if form not in server.state.get("forms", ("json_schema", "json_object", "text")):
        return error(400, f"response_format {form} is not supported", "invalid_value")
    said = server.state.get("brief", _brief)
    text = said(body) if callable(said) else said
    message = {"role": "assistant", "content": text, "refusal": None}
    usage = {"prompt_tokens": 400, "completion_tokens": 100, "total_tokens": 500}
    choice = {"index": 0, "finish_reason": "stop", "message": message}
    return Reply.json({"id": "c", "object": "chat.completion", "choices": [choice], "usage": usage})


def _brief(body: Mapping[str, Any]) -> str:
    asked = body["messages"][-1]["content"]
    words = re.findall(r"[^\W\d_]{4,}", asked.split("The article:")[-1])
    topic = ", ".join(words[:6])[:60]  # of any article: a question in it would be no brief
    brief = {
        "prompt": f"A wide view of {topic}, people at work, soft morning light, fine detail.",
        "alt": f"People at work in the morning light: {topic}",
        "caption": f"About {topic}",
    }
    return json.dumps(brief) if "response_format" in body else brief["prompt"]


def images(call: Call, server: ModelServer) -> Reply:
    """POST /images/generations, in the shape that is asked for."""
    return _refused(call, call.body, server) or _drawn(call.body, server)


def _drawn(body: Mapping[str, Any], server: ModelServer) -> Reply:
    width, height = _size(body)
    name = hashlib.sha256(body["prompt"].encode()).hexdigest()[:12]
    address = f"{server.origin}/files/{name}-{width}x{height}.png"
    shape = _SHAPES[server.state.get("shape", "data-b64")]
    asked = int(body.get("n", 1))
    pictures = [shape(_coded(body, number, (width, height), server), address, width, height) for number in range(asked)]
    answer = pictures[0]
    for other in pictures[1:]:
        for listed in ("data", "images"):
            answer.get(listed, []).extend(other.get(listed, []))
    return Reply.json({**answer, **server.state.get("more", {})})


def _coded(body: Mapping[str, Any], number: int, size: tuple[int, int], server: ModelServer) -> str:
    """One picture in base64; the second and further ones differ from the first."""
    words = f"{body['prompt']}{number or ''}"
    if body.get("output_format") == "svg":
        return base64.b64encode(server.state.get("drawing") or drawing(words, size)).decode()
    kind = _FORMATS.get(str(body.get("output_format", "png")), "PNG")
    return base64.b64encode(picture(words, size, kind)).decode()


_SHAPES: dict[str, Callable[[str, str, int, int], dict[str, Any]]] = {
    "data-b64": lambda data, _a, _w, _h: {"created": 1, "data": [{"b64_json": data}]},
    "data-url": lambda _d, address, _w, _h: {
        "data": [{"url": address, "b64_json": None}],
        "meta": {"usage": {"usd_spent": 0.05}},
    },
    "images": lambda _d, address, w, h: {
        "images": [{"url": address, "width": w, "height": h, "content_type": "image/png"}],
        "timings": {},
        "seed": 550911681,
        "has_nsfw_concepts": [False],
    },
    "output": lambda data, _a, _w, _h: {"output": {"choices": [{"image_base64": data}]}},
}


def _refused(call: Call, body: Any, server: ModelServer, *, edits: bool = False) -> Reply | None:
    """What the real one would not take, in its own words."""
    say = ERROR_SHAPES[server.state.get("error_shape", "openai")]
    if not server.accepts_key(call):
        return say(KEY)
    wrong = _wrong(body if isinstance(body, dict) else {}, server, edits=edits)
    if wrong is None and FORBIDDEN in body["prompt"]:
        flags = server.state.get("flags")
        return Reply.json({**_drawn(body, server).said, **flags}) if flags else say(REFUSED)
    return say(wrong) if wrong else None


def _wrong(body: Mapping[str, Any], server: ModelServer, *, edits: bool) -> Wrong | None:
    state = server.state
    limits = Limits.plain(state.get("fields", FIELDS), state.get("prompt_limit", 32_000))
    if state.get("limits") and "fields" not in state:
        limits = Limits.of(state["limits"])
    return limits.wrong(body.get("model"), body, edits=edits)


def edits(call: Call, server: ModelServer) -> Reply:
    """POST /images/edits: a form with the pictures to start from."""
    form = call.form
    if form is None:
        return error(400, "expected multipart/form-data", "invalid_value")
    pictures = form.pop("image[]", []) + form.pop("image", [])
    mask = form.pop("mask", [])
    server.state["inputs"], server.state["mask"] = pictures, mask
    body = typed({name: values[0] for name, values in form.items()})
    refusal = _refused(call, body, server, edits=True)
    return refusal or _bad_inputs(pictures, mask) or _drawn(body, server)


def _bad_inputs(pictures: list[Any], mask: list[Any]) -> Reply | None:
    """Sixteen pictures at most, in the usual formats; a mask is a PNG as large as the first."""
    if not pictures or not all(isinstance(p, bytes) for p in [*pictures, *mask]):
        return error(400, "Missing required parameter: 'image'.", "missing_required_parameter")
    if len(pictures) > 16:
        return error(400, "Too many images: at most 16.", "invalid_value", param="image")
    found = [measured(p) for p in pictures]
    if not all(kind in {"PNG", "JPEG", "WEBP"} for kind, _ in found):
        return error(400, "Invalid image file or mode.", "invalid_image_file", param="image")
    if any(measured(m) != ("PNG", found[0][1]) for m in mask):
        return error(400, "The mask must be a PNG of the image's size.", "invalid_value")
    if not all(m[_COLOUR_TYPE] in _WITH_ALPHA for m in mask):
        return error(400, "Invalid mask image format - mask image missing alpha channel.", "invalid_value")
    return None


def _size(body: Mapping[str, Any]) -> tuple[int, int]:
    if "width" in body:
        return int(body["width"]), int(body["height"])
    asked = body.get("image_size")
    if isinstance(asked, Mapping):
        return int(asked["width"]), int(asked["height"])
    match = re.fullmatch(r"(\d+)x(\d+)", str(body.get("size", "")))
    if match:
        return int(match[1]), int(match[2])
    if ":" in str(body.get("aspect_ratio", "")):
        w, h = (float(part) for part in str(body["aspect_ratio"]).split(":"))
        return (1360, round(1360 * h / w)) if w >= h else (round(1360 * w / h), 1360)
    return 1024, 1024


ROUTES = {
    "/chat/completions": chat,
    "/images/generations": images,
    "/images/edits": edits,
    "/v1/images": images,
}
