"""Chat: any server of the OpenAI kind, however it answers."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from typing import Any

import pytest

from mkdocs_illustrate.errors import BadAnswer, BadRequest, OutOfCredit, Refused, UnknownOutcome
from mkdocs_illustrate.models.briefs import read_brief
from mkdocs_illustrate.models.protocols import ChatModel, Question
from mkdocs_illustrate.records import Article
from mkdocs_illustrate.testing.answers import Reply
from mkdocs_illustrate.testing.server import ModelServer

from .conftest import KEY
from .talk import FORM, ask

MakeChat = Callable[..., ChatModel]
ARTICLE = Article(page="tides.md", title="Tides", words="Tides come and go.")
CHAT = "/chat/completions"


@pytest.fixture
def chat_server() -> Any:
    """A chat server that wants the tests' key."""
    with ModelServer(key=KEY) as server:
        yield server


def forms(server: ModelServer) -> list[str]:
    """What was asked of the answer's form, call by call."""
    return [c.body.get("response_format", {}).get("type", "text") for c in server.asked(CHAT)]


def _refuses(kinds: tuple[str, ...], status: int) -> Any:
    """A chat route that answers some forms with an error, as llama.cpp does with 500."""
    from mkdocs_illustrate.testing.openai import chat

    def route(call: Any, server: ModelServer) -> Reply:
        form = call.body.get("response_format", {}).get("type", "text")
        if form in kinds:
            return Reply.json({"error": {"message": f"{form} is not implemented"}}, status=status)
        return chat(call, server)

    return route


@pytest.mark.parametrize("status", [400, 422, 500, 501])
@pytest.mark.parametrize("kinds", [(), ("json_schema",), ("json_schema", "json_object")])
def test_the_ladder(make_chat: MakeChat, chat_server: ModelServer, kinds: tuple[str, ...], status: int) -> None:
    """What a server does not understand is asked in a plainer form, and only once found out."""
    chat_server.routes[CHAT] = _refuses(kinds, status)
    model = make_chat("openai-compatible", model="m", base_url=chat_server.url)

    async def twice() -> None:
        question = Question(messages=(("user", "The article: x"),), form=FORM)
        for _ in range(2):
            await model.run(model.plan(question))
        await model.close()

    asyncio.run(twice())
    ladder = ["json_schema", "json_object", "text"]
    found = ladder[len(kinds)]
    assert forms(chat_server) == [*ladder[: len(kinds)], found, found]


def test_calls_at_once_share_what_one_found(make_chat: MakeChat, chat_server: ModelServer) -> None:
    """Eight questions at once climb down once, not eight times."""
    chat_server.routes[CHAT] = _refuses(("json_schema", "json_object"), 500)
    model = make_chat("openai-compatible", model="m", base_url=chat_server.url)

    async def many() -> None:
        question = Question(messages=(("user", "The article: x"),), form=FORM)
        await asyncio.gather(*(model.run(model.plan(question)) for _ in range(8)))
        await model.close()

    asyncio.run(many())
    assert sorted(forms(chat_server)) == ["json_object", "json_schema", *["text"] * 8]


@pytest.mark.parametrize(("fault", "most"), [({"status": 500}, 3), ({"cut": True}, 3)])
def test_three_sends_a_rung(make_chat: MakeChat, chat_server: ModelServer, fault: dict[str, Any], most: int) -> None:
    """No form of a question is sent more than three times."""
    chat_server.fail(CHAT, times=99, **fault)
    with pytest.raises(Exception, match=r"server|connection|requests"):
        ask(make_chat("openai-compatible", model="m", base_url=chat_server.url))
    sent = forms(chat_server)
    assert all(sent.count(form) <= most for form in sent)


def _answer(message: dict[str, Any], **choice: Any) -> dict[str, Any]:
    return {"choices": [{"index": 0, "finish_reason": "stop", **choice, "message": message}]}


@pytest.mark.parametrize(
    ("said", "error", "words"),
    [
        (_answer({"content": None, "refusal": "I can't help"}), Refused, "refused"),
        (_answer({"content": ""}, finish_reason="content_filter"), Refused, "refused"),
        (_answer({"content": "I'm sorry, but I can't help with that."}), Refused, "refused"),
        (_answer({"content": ""}, finish_reason="length"), BadAnswer, "cut off"),
        (_answer({"content": None, "tool_calls": [{"id": "1"}]}), BadAnswer, "nothing"),
        ({"choices": []}, BadAnswer, "no choice"),
        ([], BadAnswer, "chat model sends"),
        ("null", BadAnswer, "chat model sends"),
    ],
)
def test_answers_that_are_none(
    make_chat: MakeChat, chat_server: ModelServer, said: Any, error: type[Exception], words: str
) -> None:
    """No such answer is asked for again here; what holds no words is a bad answer and says what to look at."""
    chat_server.fail(CHAT, status=200, body=None if said == "null" else said, times=99)
    if said == "null":
        chat_server.faults[0].reply = Reply(body=b"null")
    with pytest.raises(error, match=words):
        ask(make_chat("openai-compatible", model="m", base_url=chat_server.url))
    assert chat_server.count(CHAT) == 1


THOUGHT = "<think>They want tides. Maybe a boat?</think>\n"


@pytest.mark.parametrize(
    "content",
    [
        '{"prompt": "A boat at low tide", "alt": "A boat", "caption": "Tides"}',
        THOUGHT + '{"prompt": "A boat at low tide", "alt": "A boat", "caption": "Tides"}',
        "They want tides.</think>A boat at low tide",
        '```json\n{"prompt": "A boat at low tide"}\n```',
        "Here is a prompt:\n\nA boat at low tide",
        '{"prompt": "A boat at low tide", "alt": "A bo',
        [{"type": "text", "text": "A boat at "}, {"type": "text", "text": "low tide"}],
        'A boat at low tide<sd_cpp_extra_args>{"steps": 99}</sd_cpp_extra_args>',
    ],
)
def test_what_reasoning_models_say(make_chat: MakeChat, chat_server: ModelServer, content: Any) -> None:
    """Thoughts, fences, greetings, parts and orders to servers come off; the prompt is left."""
    chat_server.fail(CHAT, status=200, body=_answer({"content": content}))
    reply = ask(make_chat("openai-compatible", model="m", base_url=chat_server.url))
    assert read_brief(reply.text, ARTICLE).prompt == "A boat at low tide"


def test_thoughts_that_were_cut_off() -> None:
    """A model that only thought wrote no prompt."""
    with pytest.raises(BadAnswer, match="max_tokens"):
        read_brief("<think>They want tides. Perhaps a boat, or", ARTICLE)


def test_nothing_is_sent_that_reasoning_models_refuse(make_chat: MakeChat, chat_server: ModelServer) -> None:
    """Neither temperature nor max_tokens is sent unless the author asks for it."""
    ask(make_chat("openai-compatible", model="m", base_url=chat_server.url))
    assert set(chat_server.calls[0].body) == {"model", "messages", "response_format"}
    options = {"max_completion_tokens": 900, "temperature": 1}
    ask(make_chat("openai-compatible", model="m", base_url=chat_server.url, options=options))
    assert chat_server.calls[1].body["max_completion_tokens"] == 900


def test_an_option_that_is_refused(make_chat: MakeChat, chat_server: ModelServer) -> None:
    """The server's own words say which option it does not take."""
    said = {
        "error": {
            "message": "'max_tokens' is not supported; use 'max_completion_tokens'",
            "code": "unsupported_parameter",
            "param": "max_tokens",
        }
    }
    chat_server.fail(CHAT, status=400, body=said, times=9)
    with pytest.raises(BadRequest, match="max_completion_tokens"):
        ask(make_chat("openai-compatible", model="m", base_url=chat_server.url))


def test_a_slow_chat(make_chat: MakeChat, chat_server: ModelServer) -> None:
    """A deadline is for the whole call; the ladder does not go on with a server that is silent."""
    chat_server.seconds[CHAT] = 9.0
    model = make_chat("openai-compatible", model="m", base_url=chat_server.url, timeout={"chat": 0.6})
    with pytest.raises(UnknownOutcome, match=r"0\.6 s"):
        ask(model)
    assert forms(chat_server) == ["json_schema"] * 3


def test_what_a_brief_cost(make_chat: MakeChat, chat_server: ModelServer) -> None:
    """Tokens times the row's price."""
    model = make_chat("openai", model="gpt-4o", base_url=chat_server.url)
    reply = ask(model)
    assert json.loads(reply.text)["alt"]
    assert reply.cost == pytest.approx(400 * 2.5e-6 + 100 * 10e-6)


def test_an_error_under_a_good_status(make_chat: MakeChat, chat_server: ModelServer) -> None:
    """An answer of 200 that holds an error is that error: an empty account ends the run."""
    said = {"error": {"code": "insufficient_quota", "message": "You exceeded your current quota"}}
    chat_server.fail("/chat/completions", status=200, body=said, times=9)
    with pytest.raises(OutOfCredit, match="top it up"):
        ask(make_chat("openai", base_url=chat_server.url))
    assert chat_server.count("/chat/completions") == 1


@pytest.mark.parametrize("cost", [float("nan"), float("inf"), -50.0, "7"])
def test_a_cost_that_is_none(make_chat: MakeChat, chat_server: ModelServer, cost: object) -> None:
    """What can't be a price is none, and does not unhinge the budget."""
    said = _answer({"content": "A boat at low tide"}) | {"usage": {"cost": cost}}
    chat_server.fail(CHAT, status=200, body=said, times=9)
    assert ask(make_chat("openai", model="mine", base_url=chat_server.url)).cost is None


def test_a_key_in_a_brief(make_chat: MakeChat, chat_server: ModelServer) -> None:
    """A server that repeats the key does not get it into a prompt, a recipe or a page."""
    chat_server.fail(CHAT, status=200, body=_answer({"content": f"A boat {KEY}"}), times=9)
    assert KEY not in ask(make_chat("openai", base_url=chat_server.url)).text


def test_parts_that_are_thoughts(make_chat: MakeChat, chat_server: ModelServer) -> None:
    """Of an answer in parts, those are read that are no reasoning."""
    parts = [{"type": "reasoning", "text": "boat?"}, {"type": "text", "text": "A boat"}]
    chat_server.fail(CHAT, status=200, body=_answer({"content": parts}), times=9)
    assert ask(make_chat("openai", base_url=chat_server.url)).text == "A boat"
