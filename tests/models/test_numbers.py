"""Numbers out of answers: without end, no number, or true. Each costs nobody the rest of the answer."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable

import pytest

from mkdocs_illustrate.models.image_answers import money, read_answer, whole_number
from mkdocs_illustrate.models.protocols import ChatModel, ImageModel
from mkdocs_illustrate.models.vendor_records import Reads
from mkdocs_illustrate.testing.answers import Reply
from mkdocs_illustrate.testing.pictures import picture
from mkdocs_illustrate.testing.server import ModelServer

from .conftest import KEY
from .talk import WAYS, ask, buy

CODED = base64.b64encode(picture("boats", (64, 48))).decode()
ENDLESS = "9" * 10**6
READS = Reads(tokens={"out": "usage.out"})


@pytest.mark.parametrize(
    "number", [ENDLESS, f"-{ENDLESS}", f'"{ENDLESS}"', "1e999", "-1e999", "NaN", "Infinity", "true", '"x"', "[]", '"²"']
)
def test_a_picture_beside_no_number(number: str) -> None:
    """A seed, a cost and counts that are no numbers are not there; the picture is."""
    body = '{"data": [{"b64_json": "%s", "seed": %s}], "usage": {"cost": %s, "out": %s}}'
    answer = read_answer((body % (CODED, number, number, number)).encode(), READS)
    assert answer.data
    assert (answer.seed, answer.usd, dict(answer.tokens)) == (None, None, {})


@pytest.mark.parametrize(
    ("value", "number"), [(7, 7), ("7", 7), ("9" * 20, 10**20 - 1), ("9" * 21, None), (True, None), (7.0, None)]
)
def test_whole_numbers(value: object, number: int | None) -> None:
    """A whole number may be written as text, with as many digits as a seed has."""
    assert whole_number(value) == number


@pytest.mark.parametrize(
    ("value", "usd"),
    [
        (0.04, 0.04),
        (1, 1.0),
        (True, None),
        (-1, None),
        (10**400, None),
        (1e308, None),
        (float("nan"), None),
        (float("inf"), None),
        ("1", None),
    ],
)
def test_money(value: object, usd: float | None) -> None:
    """US dollars are a number that can be."""
    assert money(value) == usd


@pytest.mark.parametrize("vendor", ["openai", "google"])
def test_a_bought_picture_beside_a_number_without_end(make: Callable[..., ImageModel], vendor: str) -> None:
    """A picture that was paid for is kept, whatever number stands beside it."""
    with ModelServer.of(vendor, key=KEY) as server:
        where, route = next((w, r) for w, r in server.routes.items() if WAYS[vendor] in w)
        server.routes = {
            where: lambda call, at: Reply(body=route(call, at).body.rstrip()[:-1] + f', "seed": {ENDLESS}}}'.encode())
        }
        assert buy(make(vendor, base_url=server.url)).data
        assert len(server.calls) == 1


@pytest.mark.parametrize(
    "counts",
    [f'{{"prompt_tokens": {ENDLESS}}}', '{"prompt_tokens": true}', '{"cost": NaN}', "[]", f'{{"cost": {ENDLESS}}}'],
)
def test_a_brief_beside_no_number(make_chat: Callable[..., ChatModel], counts: str) -> None:
    """What a chat model says is read, whatever it counts."""
    said = json.dumps({"choices": [{"message": {"content": '{"prompt": "A boat at dawn"}'}}]})
    with ModelServer(key=KEY) as server:
        server.fail("/chat/", reply=Reply(body=f'{said[:-1]}, "usage": {counts}}}'.encode()), times=9)
        reply = ask(make_chat("openai", base_url=server.url))
    assert (reply.text, reply.cost) == ('{"prompt": "A boat at dawn"}', None)
    assert len(server.calls) == 1


def test_a_long_revised_prompt() -> None:
    """Of a prompt without end as much is kept as somebody may read."""
    said = json.dumps({"data": [{"b64_json": CODED, "revised_prompt": "boat " * 200_000}]})
    answer = read_answer(said.encode())
    assert answer.revised_prompt
    assert len(answer.revised_prompt) == 6000


def test_a_long_answer_in_words(make_chat: Callable[..., ChatModel]) -> None:
    """Of an answer without end as much is read as a brief may need."""
    said = {"choices": [{"message": {"content": "boats " * 500_000}}]}
    with ModelServer(key=KEY) as server:
        server.fail("/chat/", status=200, body=said, times=9)
        assert len(ask(make_chat("openai", base_url=server.url)).text) == 100_000
