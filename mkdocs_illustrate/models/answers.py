"""What image servers answer -> the picture's bytes or address, judged by the bytes.

One tolerant reader for all dialects: truth, not presence, decides (`url: null` beside `b64_json` is
normal), and flags of refusal count though the status says 200.
"""

from __future__ import annotations

import base64
import binascii
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ..errors import BadAnswer, Refused

_MAGIC = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"\x00\x00\x00")
_LISTS = ("data", "images", "artifacts", "output", "predictions")
_BYTES = ("b64_json", "image_base64", "base64", "b64", "bytesBase64Encoded", "image", "data")
_URLS = ("url", "image_url", "imageUrl", "uri")
_FLAGS = ("content_violation", "has_nsfw_concepts", "nsfw", "filtered")
_DATA_URL = re.compile(r"^data:[^,]{0,100};base64,", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What an answer holds: the bytes or the address of one picture, and what was said about it."""

    data: bytes = b""
    address: str = ""
    revised_prompt: str | None = None
    seed: int | None = None
    usd: float | None = None
    usage: Mapping[str, Any] | None = None


def read_answer(body: bytes) -> Answer:
    """Read the first picture out of a 200 answer; BadAnswer or Refused says why there is none."""
    if body.startswith(_MAGIC):
        return Answer(data=body)
    read = _parse(body)
    _refused(read)
    for item in _candidates(read):
        found = _picture(item)
        if found:
            data, address = found
            return Answer(data=data, address=address, **_facts(read, item))
    raise BadAnswer("the answer holds no picture")


def _parse(body: bytes) -> Mapping[str, Any]:
    start = body[:200].lstrip()[:1]
    if start == b"<":
        raise BadAnswer("a web page came instead of a picture; check base_url")
    try:
        read = json.loads(body)
    except (ValueError, RecursionError):
        raise BadAnswer("the answer is neither a picture nor JSON; check base_url") from None
    if isinstance(read, list):
        read = {"data": read}
    if not isinstance(read, Mapping):
        raise BadAnswer("the answer is not what an image server sends; check base_url")
    return read


def _refused(read: Mapping[str, Any]) -> None:
    """Refusals that come with status 200."""
    items = [read, *(i for i in _candidates(read) if isinstance(i, Mapping))]
    for item in items:
        flagged = any(_true(item.get(flag)) for flag in _FLAGS)
        if flagged or item.get("respect_moderation") is False:
            raise Refused("the prompt or the picture was refused; change the prompt")
    if read.get("data") == [] and not any(read.get(name) for name in _LISTS):
        raise Refused("no picture came back, which is how some servers refuse; change the prompt")


def _true(flag: object) -> bool:
    return any(f is True for f in flag) if isinstance(flag, list) else flag is True


def _candidates(read: Mapping[str, Any]) -> Iterator[Any]:
    """Where pictures are known to lie, the usual places first."""
    for name in _LISTS:
        value = read.get(name)
        if isinstance(value, list):
            yield from value
        elif isinstance(value, Mapping):  # {"output": {"choices": [{"image_base64": …}]}}
            yield from (value.get("choices") or value.get("images") or [value])
        elif isinstance(value, str):
            yield value
    if isinstance(read.get("result"), Mapping):
        yield read["result"]
    yield read


def _picture(item: Any) -> tuple[bytes, str] | None:
    if isinstance(item, str):
        return _text(item)
    if not isinstance(item, Mapping):
        return None
    for name in (*_BYTES, *_URLS):
        value = item.get(name)
        found = _text(value) if isinstance(value, str) and value else None
        if found:
            return found
        if isinstance(value, Mapping) and (nested := _picture(value)):
            return nested
    return None


def _text(value: str) -> tuple[bytes, str] | None:
    """An address, or bytes in base64 with or without `data:` before them."""
    if re.match(r"https?://", value, re.IGNORECASE):
        return b"", value
    if value.startswith("data:") and not _DATA_URL.match(value):
        raise BadAnswer(
            "the picture is written in a form that is not accepted (data: without base64)"
        )
    try:
        data = base64.b64decode("".join(_DATA_URL.sub("", value, count=1).split()), validate=True)
    except (binascii.Error, ValueError):
        return None
    return (data, "") if data else None


def _facts(read: Mapping[str, Any], item: Any) -> dict[str, Any]:
    inner = item if isinstance(item, Mapping) else {}
    seed = inner.get("seed", read.get("seed"))
    usage = read.get("usage") if isinstance(read.get("usage"), Mapping) else None
    meta = read.get("meta") if isinstance(read.get("meta"), Mapping) else {}
    spent = (meta.get("usage") or {}).get("usd_spent") if isinstance(meta, Mapping) else None
    spent = spent if spent is not None else (usage or {}).get("cost")
    revised = inner.get("revised_prompt")
    return {
        "revised_prompt": revised if isinstance(revised, str) and revised else None,
        "seed": seed if isinstance(seed, int) and not isinstance(seed, bool) else None,
        "usd": float(spent)
        if isinstance(spent, int | float) and not isinstance(spent, bool)
        else None,
        "usage": usage,
    }
