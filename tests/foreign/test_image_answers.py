"""Answers of image servers: a picture, or one of our errors in one line, whatever came."""

from __future__ import annotations

import base64

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mkdocs_illustrate.errors import ModelError
from mkdocs_illustrate.models.image_answers import Answer, cost_of, parse, read_answer
from mkdocs_illustrate.models.polling import noted, notes
from mkdocs_illustrate.models.vendor_files import vendors
from mkdocs_illustrate.models.vendor_records import Reads
from mkdocs_illustrate.models.wire.http_errors import error_text, hidden_error, http_error, retry_after
from mkdocs_illustrate.testing.pictures import picture

from .strangers import TEXT, as_json, damaged, mappings, one_line

DATA = picture("boats", (32, 32))
CODED = base64.b64encode(DATA).decode()
NAMES = (
    *(
        "data",
        "images",
        "artifacts",
        "output",
        "predictions",
        "choices",
        "result",
        "b64_json",
        "base64",
        "image",
        "url",
    ),
    *(
        "image_url",
        "message",
        "error",
        "errors",
        "nsfw",
        "has_nsfw_concepts",
        "filtered",
        "seed",
        "usage",
        "cost",
        "meta",
    ),
    *("revised_prompt", "status", "detail", "code", "type", "node_errors", "retry_after"),
)
LIKELY = (
    CODED,
    f"data:image/png;base64,{CODED}",
    "https://pictures.example/a.png",
    "data:,x",
    "http://[",
    True,
    [True],
    "error",
)
READS = [Reads(), *[vendor.image.reads for vendor in vendors() if vendor.image]]
ANSWERS = mappings(*NAMES, likely=LIKELY)


def _read(body: bytes, reads: Reads, headers: dict[str, str]) -> Answer | None:
    try:
        return read_answer(body, reads, headers)
    except ModelError as error:
        one_line(error)
        return None


@given(ANSWERS, st.sampled_from(READS))
@example({"data": [{"url": "https://x.example/\ud83d", "seed": "9" * 5000}]}, Reads())
@example({"images": [CODED, CODED], "has_nsfw_concepts": [True]}, Reads())
def test_any_json(said: dict[str, object], reads: Reads) -> None:
    """A picture has bytes or an address, a seed and a price that can be; else there is one line."""
    answer = _read(as_json(said), reads, {})
    if answer is not None:
        assert bool(answer.data) != bool(answer.address)
        assert answer.usd is None or 0 <= answer.usd < float("inf")
        assert answer.seed is None or answer.seed.bit_length() < 128
        assert noted({name: str(value) for name, value in notes(answer).items()}) is not None or not answer.address


@given(
    st.binary(max_size=300) | damaged(DATA, as_json({"data": [{"b64_json": CODED}]}), as_json([[[]]])),
    st.dictionaries(st.sampled_from(["seed", "finish-reason"]), TEXT),
)
@example(b"\xef\xbb\xbf{}", {})
@example(b"[" * 100_000, {})
@example(b"{" + b'"a":{' * 50_000, {})
@example(b"", {"seed": "9" * 10_000})
def test_any_bytes(body: bytes, headers: dict[str, str]) -> None:
    """Bytes that are no picture and no JSON are one line."""
    _read(body, Reads(), headers)


@given(
    st.sampled_from([400, 401, 403, 404, 408, 418, 422, 429, 500, 503, 302, 999]),
    ANSWERS | TEXT,
    st.dictionaries(
        st.sampled_from(["retry-after", "retry-after-ms"]), TEXT | st.just("nan") | st.just("1e999") | st.just("-5")
    ),
)
@example(429, {"error": {"message": "retry_after: 1"}}, {"retry-after": "Wed, 21 Oct 9999999 07:28:00 GMT"})
@example(429, {"retry_after": "1.2.3"}, {})
@example(429, "\ud83d", {"retry-after": "٣"})
def test_any_error(status: int, said: object, headers: dict[str, str]) -> None:
    """Every error answer is one of our errors, in one line, and is never waited for longer than a run lasts."""
    error = http_error(status, headers, as_json(said), "a-key-of-ours")
    one_line(error)
    wait = retry_after(headers, as_json(said))
    assert wait is None or wait >= 0
    error_text(as_json(said))
    hidden = hidden_error(as_json(said))
    if hidden is not None:
        one_line(hidden)


@pytest.mark.parametrize("depth", [60, 200, 600, 900, 5000])
@pytest.mark.parametrize("name", ["image", "message", "error", "errors", "detail", "choices", "x"])
@pytest.mark.parametrize("brackets", ["", "[]"])
def test_any_depth(depth: int, name: str, brackets: str) -> None:
    """What is nested beyond all measure ends in one line, and costs nobody the picture beside it."""
    begin, end = f'{{"{name}":{brackets[:1]}', f"{brackets[1:]}}}"
    nested = f'{begin * depth}"x"{end * depth}'
    _read(nested.encode(), Reads(), {})
    one_line(http_error(400, {}, nested.encode()))
    answer = _read(f'{{"data": [{{"b64_json": "{CODED}"}}], "{name}": {nested}}}'.encode(), Reads(), {})
    assert answer is not None or depth * (1 + bool(brackets)) > 800


@given(ANSWERS, st.sampled_from(READS))
def test_any_price(said: dict[str, object], reads: Reads) -> None:
    """What an answer costs is a number that can be."""
    try:
        cost = cost_of(parse(as_json(said)), reads)
    except ModelError:
        return
    assert cost is None or 0 <= cost < float("inf")
