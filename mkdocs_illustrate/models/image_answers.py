"""What image servers answer -> the picture's bytes or address, judged by the bytes.

One tolerant reader for all dialects: truth, not presence, decides (`url: null` beside `b64_json` is
normal), and flags of refusal count though the status says 200.
"""

from __future__ import annotations

import binascii
import contextlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from ..errors import BadAnswer, ModelError, Refused
from ..pictures.drawings import looks_drawn
from .templates import dig
from .vendor_records import Reads
from .wire.http_errors import hidden_error
from .wire.messages import read_json
from .wire.redaction import redact

_MAGIC = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"\x00\x00\x00")  # PNG, JPEG, GIF, WebP, AVIF
# Where pictures lie, the usual places first.
_LISTS = (
    "data",  # {"data": [{"b64_json": "iVBO…"}]}: OpenAI
    "images",  # {"images": ["iVBO…"]}: Automatic1111, fal
    "artifacts",  # {"artifacts": [{"base64": "iVBO…"}]}: Stability, version 1
    "output",  # {"output": ["https://…"]}: Replicate
    "predictions",  # {"predictions": [{"bytesBase64Encoded": "iVBO…"}]}: Google's :predict
    "choices",  # {"choices": [{"message": {"images": [{"image_url": {"url": "data:…"}}]}}]}: OpenRouter
)
# What a picture is called there: its bytes in base64 first, then its address.
_BYTES = ("b64_json", "image_base64", "base64", "b64", "bytesBase64Encoded", "image", "data", "message", "images")
_URLS = ("url", "image_url", "imageUrl", "uri")
# true at a picture, or in a list beside them, says that it was turned down: {"has_nsfw_concepts": [true]}
_FLAGS = ("content_violation", "has_nsfw_concepts", "nsfw", "filtered")
_COSTS = (
    "meta.usage.usd_spent",  # {"meta": {"usage": {"usd_spent": 0.06}}}: AI/ML API
    "usage.cost",  # {"usage": {"cost": 0.04}}: OpenRouter
)
_MOST_DIGITS = 20  # of a seed
_MOST_DOLLARS = 1e9  # who says more does not mean it
_MOST_REVISED = 6_000  # characters of a prompt that are kept
_URL_SAFE = str.maketrans("-_", "+/")
_DATA_URL = re.compile(r"^data:[^,]{0,100};base64,", re.IGNORECASE)  # data:image/png;base64,iVBO…


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What an answer holds: the bytes or the address of a picture, and what was said about it."""

    data: bytes = b""
    address: str = ""
    revised_prompt: str | None = None
    seed: int | None = None
    usd: float | None = None
    tokens: Mapping[str, int] = field(default_factory=dict)
    others: tuple[Answer, ...] = ()
    """Further pictures, where several were asked for."""


def read_answer(
    body: bytes,
    reads: Reads | None = None,
    headers: Mapping[str, str] | None = None,
    *,
    drawing: bool = False,
) -> Answer:
    """Read the pictures out of a 200 answer; BadAnswer or Refused says why there is none."""
    reads = reads or Reads()
    if _header_refuses(headers or {}):
        raise Refused("the picture was refused (content filtered); change the prompt")
    if body.startswith(_MAGIC) or (drawing and looks_drawn(body)):
        return Answer(data=body, seed=whole_number((headers or {}).get("seed")))
    read = parse(body)
    check_refused(read, reads)
    for place in [_named(read, reads.picture)] if reads.picture else _places(read):
        found = [(item, picture) for item in _kept(read, place) if (picture := _picture(item))]
        if found:
            (item, (data, address)), *rest = found
            others = tuple(Answer(data=more, address=where) for _, (more, where) in rest)
            facts = _facts(read, item, reads)
            return Answer(data=data, address=address, others=others, **facts)
    raise missing(body, read, reads.words)


def missing(body: bytes, read: Mapping[str, Any], words: str = "") -> ModelError:
    """Why a good answer does not hold what it should, as far as it says so."""
    hidden = hidden_error(body)
    said = dig(read, words) if words and hidden is None else None
    if isinstance(said, str) and said.strip():
        return Refused(f"the model answered in words ({redact(said)}); change the prompt")
    return hidden or BadAnswer("the answer holds no picture; check model, base_url and options")


def check_refused(read: Mapping[str, Any], reads: Reads) -> None:
    """Raise Refused if the answer says so though its status is good."""
    if any(place and not _kept(read, place) for place in _places(read)):
        raise Refused("the prompt or the picture was refused; change the prompt")
    if read.get("data") == [] and not any(read.get(name) for name in _LISTS):
        raise Refused("no picture came back, which is how some servers refuse; change the prompt")
    for place, values in reads.refused.items():
        said = dig(read, place)
        if said if values is None else said in values:  # `false` may be a refusal
            raise Refused(f"the prompt or the picture was refused ({said}); change the prompt")


def _header_refuses(headers: Mapping[str, str]) -> bool:
    return headers.get("finish-reason", "").upper() == "CONTENT_FILTERED"


def _named(read: Mapping[str, Any], place: str) -> list[Any]:
    found = dig(read, place)
    return found if isinstance(found, list) else [found]


def parse(body: bytes) -> Mapping[str, Any]:
    """The JSON of an answer; a bare list is taken as its `data`."""
    if looks_drawn(body):
        raise BadAnswer("the answer is an SVG drawing, which was not asked for")
    if body.lstrip()[:1] == b"<":
        raise BadAnswer("a web page came instead of a picture; check base_url")
    try:
        read = read_json(body)
    except ValueError:
        raise BadAnswer("the answer is neither a picture nor JSON; check base_url") from None
    if isinstance(read, list):
        read = {"data": read}
    if not isinstance(read, Mapping):
        raise BadAnswer("the answer is not what an image server sends; check base_url")
    return read


def _kept(read: Mapping[str, Any], place: list[Any]) -> list[Any]:
    """What is not marked as turned down; the marks stand at each picture, or in a list beside."""
    beside = [flags for name in _FLAGS if isinstance(flags := read.get(name), list)]
    turned = [_each(flags, len(place)) for flags in beside if flags]
    flagged = [any(each) for each in zip(map(_flagged, place), *turned, strict=True)]
    return [item for item, gone in zip(place, flagged, strict=True) if not gone]


def _each(flags: list[Any], count: int) -> list[bool]:
    """A mark for each picture; flags of another number speak of all of them."""
    marks = [flag is True for flag in flags]
    return marks if len(marks) == count else [all(marks)] * count


def _flagged(item: Any) -> bool:
    if not isinstance(item, Mapping):
        return False
    turned_down = any(item.get(flag) is True for flag in _FLAGS)
    return turned_down or item.get("respect_moderation") is False


def _places(read: Mapping[str, Any]) -> Iterator[list[Any]]:
    """Where pictures are known to lie, the usual places first."""
    for name in _LISTS:
        value = read.get(name)
        if isinstance(value, list):
            yield value
        elif isinstance(value, Mapping):  # {"output": {"choices": [{"image_base64": …}]}}
            inner = value.get("choices") or value.get("images")
            yield inner if isinstance(inner, list) else [value]
        elif isinstance(value, str):
            yield [value]
    if isinstance(read.get("result"), Mapping):
        yield [read["result"]]
    yield [read]


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
        value = value[0] if isinstance(value, list) and value else value
        if isinstance(value, Mapping) and (nested := _picture(value)):
            return nested
    return None


def _text(value: str) -> tuple[bytes, str] | None:
    """An address, or bytes in base64 with or without `data:` before them."""
    if re.match(r"https?://", value, re.IGNORECASE):
        return b"", value
    if value.startswith("data:") and not _DATA_URL.match(value):
        raise BadAnswer("the picture is written in a form that is not accepted (data: without base64)")
    named = _DATA_URL.match(value)
    data = _decoded(value[named.end() :] if named else value)
    return (data, "") if data.startswith(_MAGIC) or looks_drawn(data) else None


def _decoded(coded: str) -> bytes:
    """Bytes in base64, in any of the ways to write it; empty if it is none. Of the usual one no copy is made."""
    with contextlib.suppress(ValueError):
        return binascii.a2b_base64(coded, strict_mode=True)
    tidy = "".join(coded.split()).translate(_URL_SAFE).rstrip("=")
    with contextlib.suppress(ValueError):
        return binascii.a2b_base64(tidy + "=" * (-len(tidy) % 4), strict_mode=True)
    return b""


def _facts(read: Mapping[str, Any], item: Any, reads: Reads) -> dict[str, Any]:
    inner = item if isinstance(item, Mapping) else {}
    seed = dig(read, reads.seed) if reads.seed else inner.get("seed", read.get("seed"))
    counts = {name: dig(read, place) for name, place in reads.tokens.items()}
    revised = inner.get("revised_prompt")
    return {
        "revised_prompt": revised[:_MOST_REVISED] if isinstance(revised, str) and revised else None,
        "seed": whole_number(seed),
        "usd": cost_of(read, reads),
        "tokens": {name: n for name, c in counts.items() if (n := whole_number(c)) is not None and n >= 0},
    }


def money(spent: object, unit: float = 1.0) -> float | None:
    """US dollars, if that is what it can be."""
    if not isinstance(spent, int | float) or isinstance(spent, bool):
        return None
    try:
        usd = float(spent) * unit
    except OverflowError:  # 10**400
        return None
    return round(usd, 9) if 0 <= usd < _MOST_DOLLARS else None  # nor NaN


def cost_of(read: Mapping[str, Any], reads: Reads) -> float | None:
    """US dollars, where the answer says what it cost."""
    if reads.cost:
        spent, unit = dig(read, reads.cost), reads.usd
    else:
        spent, unit = next(filter(None, (dig(read, place) for place in _COSTS)), None), 1.0
    return money(spent, unit)


def whole_number(value: object) -> int | None:
    """A seed or a count, if it is one; some write it as text."""
    if isinstance(value, str) and value.isdecimal() and len(value) <= _MOST_DIGITS:
        return int(value)
    return value if isinstance(value, int) and not isinstance(value, bool) else None
