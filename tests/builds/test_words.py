"""What a chat model answers in real builds: a brief buys a picture, anything else buys nothing."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from mkdocs_illustrate.testing.server import ModelServer
from tests.sites import CITIES, KEYS, SiteMaker

CHAT, PICTURES = "/chat/completions", "/images/generations"
ANSWER = json.dumps({"prompt": "A quiet street of gardens", "alt": "A street", "caption": "Gardens"})
GARBAGE = {
    "talk": "I will create a post on the next day.",
    "a loop": '{"prompt": "gardens and gardens and gardens and gardens and gardens"}',
    "an echo": "Cities of the future promise to change how people live, work and move.",
    "data": '{"title": "Futuristic Cities", "id": 7}',
    "nothing": "",
}


@pytest.fixture
def cities(site: SiteMaker, server: ModelServer) -> SiteMaker:
    """A site of one flagged page, whose models answer on loopback."""
    site.page("blog/cities.md", CITIES, illustrate=True)
    site.models(server.url)
    return site


def one_after_another(*answers: str) -> Callable[[Any], str]:
    """A chat model that says one thing first and another then."""
    said: Iterator[str] = iter(answers)
    return lambda _body: next(said)


def calls(server: ModelServer) -> tuple[int, int]:
    """Questions that came, and pictures that were asked for."""
    return server.count(CHAT), server.count(PICTURES)


@pytest.mark.parametrize("said", GARBAGE.values(), ids=GARBAGE)
def test_a_brief_that_is_none_buys_nothing(cities: SiteMaker, server: ModelServer, said: str) -> None:
    """It is asked for once more, in words; then the page has no picture, and one line says what came instead."""
    server.state["brief"] = said
    (line,) = cities.build(**KEYS).warnings()
    assert calls(server) == (2, 0)
    first, second = (call.body for call in server.asked(CHAT))
    assert "response_format" in first
    assert "response_format" not in second
    assert "JSON" not in json.dumps(second)
    assert "blog/cities.md: openai: the chat model" in line
    assert said[:20] in line
    assert "choose another" in line


def test_it_is_remembered(cities: SiteMaker, server: ModelServer) -> None:
    """What was no brief twice is not asked for again, until the article changes."""
    server.state["brief"] = GARBAGE["talk"]
    cities.build(**KEYS)
    again = cities.build(**KEYS)
    assert calls(server) == (2, 0)
    assert again.lines("no prompt (it talks about the task")
    server.state["brief"] = ANSWER
    cities.page("blog/cities.md", f"{CITIES}\nTheir gardens sing.\n", illustrate=True)
    assert cities.build("--strict", **KEYS).code == 0
    assert calls(server) == (3, 1)


def test_an_error_passes(cities: SiteMaker, server: ModelServer) -> None:
    """A server's error that came as an answer buys nothing, and the next build asks again."""
    server.state["brief"] = "litellm.InternalServerError: upstream is gone"
    (line,) = cities.build(**KEYS).warnings()
    assert "it is an error: 'litellm.InternalServerError" in line
    assert calls(server) == (2, 0)
    server.state["brief"] = ANSWER
    assert cities.build("--strict", **KEYS).code == 0
    assert calls(server) == (3, 1)


def test_words_where_json_was_none(cities: SiteMaker, server: ModelServer) -> None:
    """Who can't hold a form may answer in words; both questions are paid, and counted."""
    lines = "Prompt: A quiet street of gardens\nAlt: A street\nCaption: Gardens"
    server.state["brief"] = one_after_another(GARBAGE["talk"], lines)
    assert cities.build("--strict", **KEYS).code == 0
    assert calls(server) == (2, 1)
    recipe = cities.recipe("blog/cities.yml")
    assert (recipe["prompt"], recipe["alt"], recipe["caption"]) == ("A quiet street of gardens", "A street", "Gardens")
    ledger = (cities.folder / ".cache/plugin/illustrate/ledger.jsonl").read_text().splitlines()
    paid = [event["cost"] for event in map(json.loads, ledger) if event.get("cost")]
    assert len(paid) == 3
    assert recipe["cost"] == pytest.approx(sum(paid), abs=1e-4)


def test_an_own_instruction(cities: SiteMaker, server: ModelServer) -> None:
    """An author's own instruction is asked twice too, and no third time."""
    cities.options["chat"]["instructions"] = "Write a prompt for a picture:"
    server.state["brief"] = GARBAGE["talk"]
    assert len(cities.build(**KEYS).warnings()) == 1
    assert calls(server) == (2, 0)
    assert all("Write a prompt for a picture: " in str(call.body) for call in server.asked(CHAT))


def test_the_test_server_writes_briefs(cities: SiteMaker, server: ModelServer) -> None:
    """A site that is tested against our server gets its pictures, whatever its pages say."""
    cities.page("blog/cities.md", "# What is it?\n\nI will tell you. Can you see it? Error: none.\n", illustrate=True)
    assert cities.build("--strict", **KEYS).code == 0
    assert calls(server) == (1, 1)


def test_the_built_in_writer_is_believed(cities: SiteMaker, server: ModelServer) -> None:
    """A title that asks, or speaks to the reader, stands in the built-in writer's prompt, and a picture is bought."""
    cities.page("blog/cities.md", CITIES.replace("Futuristic Cities", "What you can do? Cities"), illustrate=True)
    del cities.options["chat"]
    assert cities.build("--strict", **KEYS).code == 0
    assert calls(server) == (0, 1)


@pytest.mark.parametrize(
    "said",
    [
        ANSWER,
        "A quiet street of gardens",
        "**Prompt:** *A quiet street of gardens*, seen from above",
        "<think>Gardens?</think>\n“A quiet street of gardens”",
        "Eine stille Straße voller Gärten, Fußgänger unter Bäumen, Morgenlicht",
        "庭園が続く静かな通り、木陰を歩く人々、朝の柔らかな光",
    ],
)
def test_sound_words_buy_at_once(cities: SiteMaker, server: ModelServer, said: str) -> None:
    """A prompt is a prompt in JSON and in prose, in any language: one question, one picture."""
    server.state["brief"] = said
    assert cities.build("--strict", **KEYS).code == 0
    assert calls(server) == (1, 1)
